/* claims.c - the list of claims: what rules do to it, and how it becomes the layer. */
#include "attrib/claims.h"

#include <string.h>

#include "attrib/frags.h"
#include "doc/why.h"

bool lgm_attrib_parts_meet(const lgm_parts *p, lgm_tokspan s)
{
    for (uint8_t i = 0; i < p->n; i++)
        if (lgm_attrib_meet(p->at[i], s)) return true;
    return false;
}

/* What is left of a part: its beginning where the tokens stand within it. */
static lgm_tokspan without(lgm_tokspan part, lgm_tokspan tokens)
{
    if (!lgm_attrib_meet(part, tokens)) return part;
    if (tokens.start <= part.start)
        part.start = tokens.end < part.end ? tokens.end : part.end;
    else
        part.end = tokens.start;
    return part;
}

void lgm_attrib_take(lgm_attrib_draft *d, uint32_t claim, lgm_tokspan tokens)
{
    lgm_parts *const p = &d->claims->at.at[claim].content;
    uint8_t n = 0;
    for (uint8_t i = 0; i < p->n; i++) {
        const lgm_tokspan left = without(p->at[i], tokens);
        for (uint32_t t = p->at[i].start; t < p->at[i].end; t++)
            if (t < left.start || t >= left.end) d->content[t] = LGM_NONE;
        if (lgm_attrib_count(d->doc, left).words > 0) p->at[n++] = left;
    }
    p->n = n;
    LGM_WHY(d->doc, DRAFT, claim, "content", LGM_NO_WORDS,
            "A rule took words from it that are another claim's, or nobody's");
}

void lgm_attrib_drop(lgm_attrib_draft *d, uint32_t claim)
{
    lgm_attrib_take(d, claim, (lgm_tokspan){0, d->doc->n_tokens});
}

static lgm_parts one_part(lgm_tokspan s)
{
    lgm_parts p = {0};
    if (s.start < s.end) p.at[p.n++] = s;
    return p;
}

static void explain_found(const lgm_attrib_draft *d, const lgm_attrib_found *f, uint32_t made)
{
    const uint32_t cue = f->cue.start < f->cue.end ? lgm_doc_top_word(d->doc, f->cue) : LGM_NONE;
    if (f->source.start < f->source.end)
        LGM_WHY_AT(d->doc, DRAFT, made, "source", f->where, cue, f->source, "%s", f->rule);
    if (f->cue.start < f->cue.end)
        LGM_WHY_AT(d->doc, DRAFT, made, "cue", f->where, LGM_NONE, f->cue, "%s", f->rule);
    LGM_WHY_AT(d->doc, DRAFT, made, "content", f->where, cue, f->content, "%s", f->rule);
    LGM_WHY_AT(d->doc, DRAFT, made, "confidence", f->where, LGM_NONE, LGM_NO_WORDS,
               "Claims by the rule that found it were right in %u\u00a0%% where they were read",
               lgm_doc_percent(f->confidence));
}

bool lgm_attrib_add(lgm_attrib_draft *d, const lgm_attrib_found *f)
{
    if (d->doc->why) explain_found(d, f, (uint32_t)d->claims->at.n);
    const lgm_doc_claim c = {.source = one_part(f->source),
                               .cue = one_part(f->cue),
                               .content = one_part(f->content),
                               .odds = {.cue = 1, .content = 1, .source = 1, .link = 1},
                               .confidence = f->confidence};
    return lgm_vec_push(d->scratch, &d->claims->at, c);
}

bool lgm_attrib_tell(lgm_attrib_draft *d, uint32_t claim, uint32_t name)
{
    LGM_WHY(d->doc, DRAFT, claim, "speaker", d->doc->names[name].tokens,
            "The form of the text tells who speaks, as in an interview or a transcript");
    return lgm_vec_push(d->scratch, &d->claims->tellers, (lgm_attrib_teller){claim, name});
}

/* Quotations of claim `from` that come after its content go with claim `to`. */
static void move_rest(lgm_attrib_draft *d, uint32_t from, uint32_t to)
{
    lgm_doc_claim *const a = &d->claims->at.at[from], *const b = &d->claims->at.at[to];
    uint8_t n = 0;
    for (uint8_t i = 0; i < a->content.n; i++) {
        const lgm_tokspan part = a->content.at[i];
        const lgm_word_count words = lgm_attrib_count(d->doc, part);
        const bool moves = part.start >= b->content.at[0].end && words.words == words.quoted &&
                           b->content.n < LGM_MAX_PARTS;
        if (!moves) {
            a->content.at[n++] = part;
            continue;
        }
        b->content.at[b->content.n++] = part;
        for (uint32_t t = part.start; t < part.end; t++) d->content[t] = to;
    }
    a->content.n = n;
}

static void take_all(lgm_attrib_draft *d, lgm_tokspan tokens)
{
    for (uint32_t t = tokens.start; t < tokens.end; t++)
        if (d->content[t] != LGM_NONE) lgm_attrib_take(d, d->content[t], tokens);
}

bool lgm_attrib_put(lgm_attrib_draft *d, const lgm_attrib_found *f)
{
    const uint32_t made = (uint32_t)d->claims->at.n;
    if (!lgm_attrib_add(d, f)) return false;
    take_all(d, f->source);
    take_all(d, f->cue);
    for (uint32_t t = f->content.start; t < f->content.end; t++) {
        const uint32_t k = d->content[t];
        if (k != LGM_NONE && k != made) {
            lgm_attrib_take(d, k, f->content);
            move_rest(d, k, made);
        }
        d->content[t] = made;
    }
    for (uint32_t t = f->cue.start; t < f->cue.end; t++) {
        if (d->cue[t] != LGM_NONE && d->cue[t] != made) lgm_attrib_drop(d, d->cue[t]);
        d->cue[t] = made;
    }
    return true;
}

/* ---- the layer ---------------------------------------------------------------------------------
 * */

static uint32_t first_token(const lgm_doc_claim *c)
{
    const lgm_parts *const roles[] = {&c->source, &c->cue, &c->content};
    uint32_t first = LGM_NONE;
    for (size_t r = 0; r < LGM_COUNT(roles); r++)
        if (roles[r]->n > 0 && roles[r]->at[0].start < first) first = roles[r]->at[0].start;
    return first;
}

/* Merges the sorted runs [a, b) and [b, c) of from into to. */
static void merge(const uint64_t *from, uint64_t *to, size_t a, size_t b, size_t c)
{
    for (size_t i = a, j = b, k = a; k < c; k++) {
        if (i < b && (j >= c || from[i] <= from[j]))
            to[k] = from[i++];
        else
            to[k] = from[j++];
    }
}

uint64_t *lgm_attrib_sort(uint64_t *a, uint64_t *b, size_t n)
{
    for (size_t run = 1; run < n; run *= 2) {
        for (size_t at = 0; at < n; at += 2 * run) {
            const size_t mid = at + run < n ? at + run : n, end = mid + run < n ? mid + run : n;
            merge(a, b, at, mid, end);
        }
        uint64_t *const swap = a;
        a = b;
        b = swap;
    }
    return a;
}

/* doc->claim_teller; the keys end in a claim's place in the list. NULL where no rule told. */
static lgm_status write_tellers(lgm_doc *doc, const lgm_attrib_claims *claims, const uint64_t *keys,
                                size_t n, lgm_err *err)
{
    doc->claim_teller = NULL;
    if (claims->tellers.n == 0) return LGM_OK;
    uint32_t *const to = lgm_arena_alloc(doc->arena, n * sizeof *to);
    uint32_t *const place = lgm_arena_alloc(doc->arena, claims->at.n * sizeof *place);
    if (!to || !place) return lgm_arena_fail(doc->arena, err);
    for (size_t i = 0; i < claims->at.n; i++) place[i] = LGM_NONE;
    for (size_t i = 0; i < n; i++) {
        place[(uint32_t)keys[i]] = (uint32_t)i;
        to[i] = LGM_NONE;
    }
    for (size_t i = 0; i < claims->tellers.n; i++) {
        const uint32_t at = place[claims->tellers.at[i].claim];
        if (at != LGM_NONE) to[at] = claims->tellers.at[i].name;
    }
    doc->claim_teller = to;
    return LGM_OK;
}

static void explain_form(const lgm_doc *doc, const lgm_doc_claim *c, bool verbatim)
{
    static const char *const WHY[] = {
        [LGM_FORM_DIRECT] = "All words of what is said stand within quotation marks",
        [LGM_FORM_INDIRECT] = "No word of what is said stands within quotation marks",
        [LGM_FORM_MIXED] = "Some words of what is said stand within quotation marks"};
    LGM_WHY(doc, DRAFT, c->origin, "form", LGM_NO_WORDS, "%s",
            verbatim ? "It is a turn of a transcript or interview, word for word" : WHY[c->form]);
    for (uint32_t q = 0; q < c->n_quoted; q++)
        LGM_WHY(doc, DRAFT, c->origin, "quoted", c->quoted[q],
                "Quotation marks enclose these words of what is said");
}

lgm_status lgm_attrib_finish(lgm_arena *scratch, lgm_doc *doc, const lgm_attrib_claims *claims,
                             lgm_err *err)
{
    size_t n = 0;
    uint64_t *keys = lgm_arena_alloc(scratch, claims->at.n * sizeof *keys);
    uint64_t *const room = lgm_arena_alloc(scratch, claims->at.n * sizeof *room);
    if (!keys || !room) return lgm_arena_fail(scratch, err);
    for (size_t i = 0; i < claims->at.n; i++)
        if (claims->at.at[i].content.n > 0)
            keys[n++] = (uint64_t)first_token(&claims->at.at[i]) << 32 | i;
    if (n == 0) return LGM_OK;
    keys = lgm_attrib_sort(keys, room, n);

    doc->claims = lgm_arena_calloc(doc->arena, n, sizeof *doc->claims);
    if (!doc->claims) return lgm_arena_fail(doc->arena, err);
    lgm_status st = LGM_OK;
    for (size_t i = 0; st == LGM_OK && i < n; i++) {
        lgm_doc_claim *const c = &doc->claims[i];
        *c = claims->at.at[(uint32_t)keys[i]];
        c->origin = (uint32_t)keys[i];
        const bool verbatim = c->form == LGM_ATTRIB_VERBATIM;
        c->form = verbatim ? LGM_FORM_DIRECT : (uint8_t)lgm_attrib_form(doc, &c->content);
        st = lgm_doc_find_quoted(doc, c, err);
        if (st == LGM_OK && doc->why) explain_form(doc, c, verbatim);
    }
    if (st == LGM_OK) st = write_tellers(doc, claims, keys, n, err);
    if (st == LGM_OK) doc->n_claims = (uint32_t)n;
    return st;
}
