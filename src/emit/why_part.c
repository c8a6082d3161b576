/* why_part.c - "why" of a record: notes of rules (doc/why.h), by what they are about. */
#include <stdlib.h>
#include <string.h>

#include "doc/why.h"
#include "emit/parts.h"

/* ---- what a note is about -------------------------------------------------------------------- */

typedef struct sorted {
    lgm_link of;
    uint32_t note;
    bool tells_speaker; /* of a mention, which is the source of a claim */
} sorted;

typedef struct owners {
    const lgm_doc *doc;
    uint32_t *of_name;  /* [n_names] its entity */
    uint32_t *of_draft; /* [n_drafts] the claim that it has become, or LGM_NONE */
    uint32_t n_drafts;
} owners;

static bool find_owners(lgm_emitter *e, owners *o)
{
    o->doc = e->doc;
    for (uint32_t c = 0; c < e->doc->n_claims; c++)
        if (e->doc->claims[c].origin >= o->n_drafts) o->n_drafts = e->doc->claims[c].origin + 1;
    o->of_name = lgm_doc_name_owners(e->doc, e->arena);
    o->of_draft = LGM_EMIT_ITEMS(e, o->n_drafts + 1, uint32_t);
    if (!o->of_name || !o->of_draft) e->failed = true;
    if (e->failed) return false;
    for (uint32_t d = 0; d < o->n_drafts; d++) o->of_draft[d] = LGM_NONE;
    for (uint32_t c = 0; c < e->doc->n_claims; c++) o->of_draft[e->doc->claims[c].origin] = c;
    return true;
}

static lgm_link link_to(char kind, uint32_t index, uint32_t n)
{
    return (lgm_link){kind, index < n ? index : LGM_NONE};
}

static lgm_link owner_of(const owners *o, const lgm_doc_note *note)
{
    const lgm_doc *const doc = o->doc;
    const uint32_t i = note->index, ne = doc->n_entities;
    switch (note->of) {
    case LGM_WHY_CLAIM: return link_to('c', i, doc->n_claims);
    case LGM_WHY_DRAFT: return link_to('c', i < o->n_drafts ? o->of_draft[i] : i, doc->n_claims);
    case LGM_WHY_TIME: return link_to('t', i, doc->n_times);
    case LGM_WHY_EVENT: return link_to('v', i, doc->n_events);
    case LGM_WHY_FIGURE: return link_to('f', i, doc->n_figures);
    case LGM_WHY_INCIDENT: return link_to('i', i, doc->n_incidents);
    case LGM_WHY_DISPUTE: return link_to('d', i, doc->n_disputes);
    case LGM_WHY_DATED: return link_to('l', i, doc->n_timeline);
    case LGM_WHY_EDITORS_NOTE: return link_to('n', i, doc->n_editors_notes);
    case LGM_WHY_NAME: return link_to('e', i < doc->n_names ? o->of_name[i] : LGM_NONE, ne);
    case LGM_WHY_MENTION:
        return link_to('e', i < doc->n_mentions ? doc->mentions[i].entity : LGM_NONE, ne);
    default: return link_to('e', i, ne);
    }
}

static int place_of(char kind)
{
    static const char ORDER[] = LGM_WHY_ORDER;
    return (int)(strchr(ORDER, kind) - ORDER);
}

static int by_owner(const void *x, const void *y)
{
    const sorted *const a = x, *const b = y;
    const int d = place_of(a->of.kind) - place_of(b->of.kind);
    if (d) return d;
    if (a->of.index != b->of.index) return a->of.index < b->of.index ? -1 : 1;
    return a->note < b->note ? -1 : a->note > b->note;
}

/* ---- the way through the tree ---------------------------------------------------------------- */

enum { LONGEST_WAY = 16 }; /* words; what is further off than that explains nothing */

/* The word itself, its head, the head of that...; as many as are returned. */
static uint32_t climb(const lgm_doc *doc, uint32_t word, uint32_t to[LONGEST_WAY])
{
    uint32_t n = 0;
    for (; word != LGM_NONE && n < LONGEST_WAY; word = doc->head[word]) to[n++] = word;
    return n;
}

static lgm_why_step step_of(lgm_emitter *e, uint32_t word, uint32_t next)
{
    const lgm_cpspan s = lgm_emit_span(e->doc, LGM_ONE_WORD(word));
    lgm_why_step to = {.start = s.start, .end = s.end};
    if (next == LGM_NONE) return to;
    to.up = e->doc->head[word] == next;
    to.rel = lgm_emit_text(e, lgm_doc_rel(e->doc, to.up ? word : next));
    return to;
}

/* From the word up to what both hang on, and down from there; empty where they do not meet. */
static void find_path(lgm_emitter *e, const lgm_doc_note *note, lgm_why *to)
{
    const lgm_doc *const doc = e->doc;
    uint32_t a[LONGEST_WAY], b[LONGEST_WAY], way[2 * LONGEST_WAY], n = 0, down = 0;
    if (note->from == LGM_NONE || note->words.start >= note->words.end || !doc->head) return;
    const uint32_t up = climb(doc, note->from, a);
    const uint32_t m = climb(doc, lgm_doc_top_word(doc, note->words), b);
    for (bool met = false; n < up && !met; n++) {
        way[n] = a[n];
        for (down = 0; down < m && !met;) met = b[down++] == a[n];
        if (!met && n + 1 == up) return;
    }
    for (down--; down > 0;) way[n++] = b[--down];
    if (n < 2) return;
    lgm_why_step *const at = LGM_EMIT_ITEMS(e, n, lgm_why_step);
    for (uint32_t i = 0; at && i < n; i++)
        at[i] = step_of(e, way[i], i + 1 < n ? way[i + 1] : LGM_NONE);
    to->path.at = at;
    to->path.n = at ? n : 0;
}

static lgm_why why_of(lgm_emitter *e, const lgm_doc_note *note, const sorted *s)
{
    lgm_why to = {.of = s->of,
                  .field = lgm_emit_text(e, s->tells_speaker ? "speaker" : note->field),
                  .words = lgm_emit_spans(e, &note->words, note->words.end > note->words.start),
                  .rule = lgm_emit_text(e, note->rule),
                  .where = lgm_emit_text(e, note->where)};
    find_path(e, note, &to);
    return to;
}

/* What joined the mention that is the source of a claim with others tells who speaks, too. A
 * mention has one such note. Returns how many were put, at most one a claim. */
static uint32_t add_speakers(lgm_emitter *e, const lgm_doc_why *why, sorted *to)
{
    const lgm_doc *const doc = e->doc;
    uint32_t *const note_of = LGM_EMIT_ITEMS(e, doc->n_mentions, uint32_t);
    uint32_t n = 0;
    if (!note_of || !doc->claim_source) return 0;
    for (uint32_t m = 0; m < doc->n_mentions; m++) note_of[m] = LGM_NONE;
    for (uint32_t i = 0; i < why->notes.n; i++)
        if (why->notes.at[i].of == LGM_WHY_MENTION && why->notes.at[i].index < doc->n_mentions)
            note_of[why->notes.at[i].index] = i;
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        const uint32_t m = doc->claim_source[c];
        if (m != LGM_NONE && note_of[m] != LGM_NONE) to[n++] = (sorted){{'c', c}, note_of[m], true};
    }
    return n;
}

void lgm_emit_why(lgm_emitter *e)
{
    const lgm_doc_why *const why = e->doc->why;
    owners o = {0};
    uint32_t n = 0;
    if (!why || why->notes.n == 0 || !find_owners(e, &o)) return;
    sorted *const order = LGM_EMIT_ITEMS(e, why->notes.n + e->doc->n_claims, sorted);
    for (uint32_t i = 0; order && i < why->notes.n; i++) {
        const lgm_link of = owner_of(&o, &why->notes.at[i]);
        if (of.index != LGM_NONE) order[n++] = (sorted){of, i, false};
    }
    if (order) n += add_speakers(e, why, order + n);
    if (!order || e->failed) return;
    qsort(order, n, sizeof *order, by_owner);
    lgm_why *const to = LGM_EMIT_ITEMS(e, n, lgm_why);
    for (uint32_t i = 0; to && i < n; i++)
        to[i] = why_of(e, &why->notes.at[order[i].note], &order[i]);
    e->to->why.at = to;
    e->to->why.n = to ? n : 0;
}
