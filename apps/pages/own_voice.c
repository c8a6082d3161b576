/* own_voice.c - the sentences without what claims cover. */
#include "own_voice.h"

#include <stdlib.h>
#include <string.h>

#include "shown.h"

/* Spans in order of their starts; a walk asks with ascending places. */
typedef struct spans {
    lgm_cpspan *at;
    size_t n, next;
} spans;

typedef struct finding {
    const lgm_record *r;
    spans covered; /* by claims */
    spans manner;  /* how claims were made */
    spans told;    /* triggers of events that no claim asserts */
    lgm_cpspan *found;
    size_t n, room;
    bool failed;
} finding;

/* ---- what is where ---- */

static int by_start(const void *x, const void *y)
{
    const lgm_cpspan *const a = x, *const b = y;
    return (a->start > b->start) - (a->start < b->start);
}

static void add(spans *s, uint32_t start, uint32_t end)
{
    s->at[s->n++] = (lgm_cpspan){start, end};
}

static void add_all(spans *s, lgm_spans parts)
{
    for (size_t i = 0; i < parts.n; i++) s->at[s->n++] = parts.at[i];
}

static void add_manner(spans *s, const lgm_record *r, const lgm_claim *c)
{
    if (c->said && c->said->time != LGM_NONE) {
        const lgm_time *const t = &r->times.at[c->said->time];
        add(s, t->start, t->end);
    }
    for (size_t i = 0; i < c->to.n; i++) add(s, c->to.at[i].start, c->to.at[i].end);
    if (c->justification) s->at[s->n++] = c->justification->span;
    add_all(s, c->repetition_span);
}

/* Each entity that relays a claim is looked at once. */
static void add_relays(spans *s, const lgm_record *r, const bool *relays)
{
    for (size_t i = 0; i < r->entities.n; i++)
        for (size_t k = 0; relays[i] && k < r->entities.at[i].mentions.n; k++)
            add(s, r->entities.at[i].mentions.at[k].start, r->entities.at[i].mentions.at[k].end);
}

static size_t most_spans(const lgm_record *r)
{
    size_t n = r->events.n;
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        n += c->source.n + c->cue.n + c->content.n + c->to.n + c->repetition_span.n + 2;
    }
    for (size_t i = 0; i < r->entities.n; i++) n += r->entities.at[i].mentions.n;
    return n;
}

static bool gather(finding *f, const happened_as *as)
{
    const lgm_record *const r = f->r;
    const size_t most = most_spans(r) + 1;
    bool *const relays = calloc(r->entities.n + 1, sizeof *relays);
    f->covered.at = calloc(3 * most, sizeof *f->covered.at);
    if (!relays || !f->covered.at) {
        free(relays);
        return false;
    }
    f->manner.at = f->covered.at + most;
    f->told.at = f->manner.at + most;
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        add_all(&f->covered, c->source);
        add_all(&f->covered, c->cue);
        add_all(&f->covered, c->content);
        add_manner(&f->manner, r, c);
        for (size_t k = 0; k < c->via.n; k++) relays[c->via.at[k]] = true;
    }
    add_relays(&f->manner, r, relays);
    for (size_t i = 0; i < r->events.n; i++)
        if (as[i] != HAPPENED_CLAIM && r->events.at[i].asserted_by.n == 0)
            f->told.at[f->told.n++] = r->events.at[i].trigger;
    qsort(f->covered.at, f->covered.n, sizeof *f->covered.at, by_start);
    qsort(f->manner.at, f->manner.n, sizeof *f->manner.at, by_start);
    free(relays);
    return true;
}

/* Does one of the spans begin within this one? */
static bool meets(spans *s, lgm_cpspan piece)
{
    while (s->next < s->n && s->at[s->next].start < piece.start) s->next++;
    return s->next < s->n && s->at[s->next].start < piece.end;
}

/* ---- pieces ---- */

/* Without what stands before its first letter and behind its last. */
static lgm_cpspan trimmed(const lgm_record *r, lgm_cpspan piece)
{
    lgm_str s = lgm_record_quote(r, piece);
    while (s.len && !shown_is_letter((unsigned char)s.ptr[0])) {
        do s.ptr++, s.len--;
        while (s.len && ((unsigned char)s.ptr[0] & 0xc0) == 0x80);
        piece.start++;
    }
    for (size_t end = s.len; end > 0 && piece.end > piece.start;) {
        size_t start = end - 1;
        while (start > 0 && ((unsigned char)s.ptr[start] & 0xc0) == 0x80) start--;
        if (shown_is_letter((unsigned char)s.ptr[start])) break;
        end = start;
        piece.end--;
    }
    return piece;
}

static size_t count_words(lgm_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += s.ptr[i] != ' ' && s.ptr[i] != '\n' &&
             (i + 1 == s.len || s.ptr[i + 1] == ' ' || s.ptr[i + 1] == '\n');
    return n;
}

/* Do they stand in one paragraph, with no letter in between? */
static bool goes_on(const lgm_record *r, lgm_cpspan a, lgm_cpspan b)
{
    const lgm_str s = lgm_record_quote(r, (lgm_cpspan){a.end, b.start});
    size_t lines = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (shown_is_letter((unsigned char)s.ptr[i])) return false;
        lines += s.ptr[i] == '\n';
    }
    return lines < 2;
}

static void add_found(finding *f, lgm_cpspan piece)
{
    if (f->n && goes_on(f->r, f->found[f->n - 1], piece)) {
        f->found[f->n - 1].end = piece.end;
        return;
    }
    if (f->n == f->room) {
        const size_t room = f->room * 2 + 16;
        lgm_cpspan *const grown = realloc(f->found, room * sizeof *grown);
        if (!grown) {
            f->failed = true;
            return;
        }
        f->found = grown;
        f->room = room;
    }
    f->found[f->n++] = piece;
}

static bool is_long(const finding *f, lgm_cpspan piece)
{
    return count_words(lgm_record_quote(f->r, piece)) >= OWN_VOICE_WORDS;
}

/* What stands between commas, where some of it only tells how a claim was made. */
static void add_clauses(finding *f, lgm_cpspan piece)
{
    for (uint32_t at = piece.start, end; at < piece.end; at = end + 1) {
        for (end = at; end < piece.end; end++) {
            const lgm_str c = lgm_record_quote(f->r, (lgm_cpspan){end, end + 1});
            if (c.len == 1 && *c.ptr == ',') break;
        }
        const lgm_cpspan clause = trimmed(f->r, (lgm_cpspan){at, end});
        if (clause.start >= clause.end) continue;
        const bool told = meets(&f->told, clause), manner = meets(&f->manner, clause);
        if (told || (!manner && is_long(f, clause))) add_found(f, clause);
    }
}

/* A dateline, a name or a heading by itself has no stop. */
static bool has_stop(const lgm_record *r, lgm_cpspan s)
{
    const lgm_str words = lgm_record_quote(r, s);
    for (size_t i = words.len; i > 0 && !shown_is_letter((unsigned char)words.ptr[i - 1]); i--)
        if (strchr(".!?", words.ptr[i - 1])) return true;
    return false;
}

/* whole: no claim stands in its sentence. */
static void add_piece(finding *f, lgm_cpspan piece, bool whole)
{
    whole = whole && has_stop(f->r, piece);
    piece = trimmed(f->r, piece);
    if (piece.start >= piece.end) return;
    if (!whole && meets(&f->manner, piece))
        add_clauses(f, piece);
    else if (whole || meets(&f->told, piece) || is_long(f, piece))
        add_found(f, piece);
}

/* What of a sentence no claim covers. */
static void add_sentence(finding *f, lgm_cpspan s)
{
    uint32_t at = s.start;
    bool whole = true;
    for (; f->covered.next < f->covered.n; f->covered.next++) {
        const lgm_cpspan c = f->covered.at[f->covered.next];
        if (c.start >= s.end) break;
        if (c.end <= at) continue;
        whole = false;
        if (c.start > at) add_piece(f, (lgm_cpspan){at, c.start}, false);
        at = c.end;
        if (c.end > s.end) break; /* it goes on in the next one */
    }
    if (at < s.end) add_piece(f, (lgm_cpspan){at, s.end}, whole);
}

static bool is_credit(const lgm_record *r, size_t *next, lgm_cpspan s)
{
    while (*next < r->layout.n && r->layout.at[*next].end <= s.start) ++*next;
    return *next < r->layout.n && r->layout.at[*next].start < s.end &&
           r->layout.at[*next].kind == LGM_BLOCK_CREDIT;
}

bool own_voice_find(lgm_cpspan **out, size_t *n, const lgm_record *r, const happened_as *as)
{
    finding f = {.r = r};
    size_t block = 0;
    f.failed = !gather(&f, as);
    for (size_t i = 0; !f.failed && i < r->sentences.n; i++)
        if (!is_credit(r, &block, r->sentences.at[i])) add_sentence(&f, r->sentences.at[i]);
    free(f.covered.at);
    *out = f.found;
    *n = f.n;
    return !f.failed;
}
