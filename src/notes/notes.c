/* notes.c - notes by their labels and by their sentences, one after another. */
#include "notes/notes.h"

#include "doc/why.h"
#include "notes/note_draft.h"

typedef LGM_VEC(lgm_doc_editors_note) note_list;

typedef struct room {
    const lgm_trees *t;
    lgm_doc *doc;
    note_list notes;
    bool failed;
} room;

enum {
    LEAST = 3,    /* words of a note behind its label */
    DATELINE = 12 /* at most, of a day behind it */
};

static bool is_quoted(const lgm_doc *doc, uint32_t token)
{
    return (doc->tokens[token].flags & (LGM_TOK_QUOTED | LGM_TOK_OPEN)) != 0;
}

static lgm_doc_editors_note note_at(uint32_t start, uint32_t end, lgm_note_kind kind)
{
    return (lgm_doc_editors_note){
        .tokens = {start, end}, .kind = (uint8_t)kind, .word = {start, start}, .time = LGM_NONE};
}

/* The first day among these words. */
static uint32_t day_in(const lgm_doc *doc, lgm_tokspan s)
{
    const uint32_t i = lgm_doc_first_time(doc, s.start);
    return i < doc->n_times && doc->times[i].tokens.end <= s.end &&
                   doc->times[i].type == LGM_TIME_DATE
               ? i
               : LGM_NONE;
}

/* "Was amended on 3 May". */
static uint32_t day_behind(const lgm_doc *doc, const lgm_note_telling *telling, uint32_t end)
{
    enum { NEAR = 8 };
    const uint32_t verb = telling->verb;
    if (verb == LGM_NONE || (telling->how & (LGM_NOTES_WRONG | LGM_NOTES_SAID))) return LGM_NONE;
    return day_in(doc, (lgm_tokspan){verb, verb + NEAR < end ? verb + NEAR : end});
}

/* The kind that its sentences tell; labels that say less give way. */
static lgm_note_kind settled(lgm_note_kind label, const lgm_note_telling *first)
{
    const bool open = label == LGM_NOTE_EDITORS_NOTE || label == LGM_NOTE_UPDATE;
    return open && first->verb != LGM_NONE ? first->kind : label;
}

/* A sentence that tells is of the note; those behind it say what is right. */
static void read_body(room *r, lgm_tokspan body, lgm_doc_editors_note *n)
{
    lgm_note_telling first = {LGM_NONE, 0, LGM_NOTE_UPDATE};
    bool open = false;
    for (uint32_t at = body.start; at < body.end;) {
        lgm_tokspan s = lgm_doc_sentence_of(r->doc, at);
        s.start = at;
        if (s.end > body.end) s.end = body.end;
        const lgm_note_telling telling = lgm_notes_telling(r->t, s, true);
        if (first.verb == LGM_NONE) first = telling;
        /* "Correction: The blast killed 10, not 12." */
        open |= n->kind == LGM_NOTE_CORRECTION && !n->n_now && lgm_notes_sets_right(r->doc, s);
        if (n->time == LGM_NONE) n->time = day_behind(r->doc, &telling, s.end);
        lgm_notes_was_now(r->t, s, &telling, &open, n);
        at = s.end;
    }
    n->kind = (uint8_t)settled((lgm_note_kind)n->kind, &first);
}

static bool add(room *r, const lgm_doc_editors_note *n)
{
    if (!lgm_vec_push(r->doc->arena, &r->notes, *n)) r->failed = true;
    return true;
}

/* Up to the next label of the same paragraph. */
static uint32_t note_end(const room *r, uint32_t from)
{
    const uint32_t end = lgm_notes_paragraph_end(r->doc, from);
    lgm_note_label other;
    for (uint32_t at = lgm_doc_sentence_of(r->doc, from).end; at < end;
         at = lgm_doc_sentence_of(r->doc, at).end)
        if (!is_quoted(r->doc, at) && lgm_notes_find_label(r->t, at, &other) && !other.alone)
            return at;
    return end;
}

/* Of a sentence that is a heading: "Correction". The paragraph behind it has to tell. */
static bool is_told_below(const room *r, uint32_t below)
{
    return below < r->doc->n_tokens &&
           lgm_notes_telling(r->t, lgm_doc_sentence_of(r->doc, below), true).verb != LGM_NONE;
}

/* "Correction: 2 October 2016": no verb, and the paragraph behind it tells. */
static bool is_dateline(const room *r, lgm_tokspan s)
{
    for (uint32_t i = s.start; i < s.end; i++)
        if (i >= s.start + DATELINE || r->t->upos[i] == LGM_UPOS_VERB ||
            r->t->upos[i] == LGM_UPOS_AUX)
            return false;
    return is_told_below(r, s.end);
}

/* Where the note ends; 0 where there is none. */
static uint32_t by_label(room *r, uint32_t token)
{
    lgm_note_label label;
    if (is_quoted(r->doc, token) || !lgm_notes_find_label(r->t, token, &label)) return 0;
    if (label.alone && !is_told_below(r, label.end)) return 0;
    const bool below =
        label.end < r->doc->n_tokens && label.end == lgm_notes_paragraph_end(r->doc, token);
    if (below && !label.alone && !is_told_below(r, label.end)) return 0;
    if (label.end >= r->doc->n_tokens) return 0;
    uint32_t end = note_end(r, label.end);
    if (is_dateline(r, (lgm_tokspan){label.end, end})) end = note_end(r, end);
    if (end < label.end + LEAST) return 0;
    lgm_doc_editors_note n = note_at(label.start, end, label.kind);
    n.word = label.words;
    n.time = day_in(r->doc, label.words);
    read_body(r, (lgm_tokspan){label.end, end}, &n);
    add(r, &n);
    return end;
}

/* May the sentence behind the note be what is right: is it the last of its paragraph, or all of the
 * paragraph the note? */
static bool goes_on(const room *r, const lgm_doc_editors_note *n, uint32_t end, uint32_t paragraph)
{
    return end == paragraph ||
           (r->doc->tokens[n->tokens.start].flags & (LGM_TOK_PAR | LGM_TOK_LINE)) != 0;
}

/* A sentence that tells is of the note, and so is the one that says what is right. */
static bool read_next(room *r, lgm_tokspan s, uint32_t paragraph, bool *open,
                      lgm_doc_editors_note *n)
{
    const lgm_note_telling telling = lgm_notes_telling(r->t, s, true);
    if (is_quoted(r->doc, s.start) || !goes_on(r, n, s.end, paragraph)) return false;
    if (telling.verb == LGM_NONE && !*open) return false;
    lgm_notes_was_now(r->t, s, &telling, open, n);
    n->tokens.end = s.end;
    return true;
}

static uint32_t by_sentence(room *r, lgm_tokspan s)
{
    const lgm_note_telling telling = lgm_notes_telling(r->t, s, false);
    bool open = false;
    if (telling.verb == LGM_NONE || is_quoted(r->doc, s.start)) return 0;
    const uint32_t end = lgm_notes_paragraph_end(r->doc, s.start);
    lgm_doc_editors_note n = note_at(s.start, s.end, telling.kind);
    n.word = LGM_ONE_WORD(telling.verb);
    n.time = day_behind(r->doc, &telling, s.end);
    lgm_notes_was_now(r->t, s, &telling, &open, &n);
    if (lgm_notes_is_bracket(r->doc, s.start)) n.tokens.end = end;
    while (n.tokens.end < end &&
           read_next(r, lgm_doc_sentence_of(r->doc, n.tokens.end), end, &open, &n))
        ;
    add(r, &n);
    return n.tokens.end;
}

static void explain(const lgm_doc *doc, uint32_t i)
{
    const lgm_doc_editors_note *const n = &doc->editors_notes[i];
    LGM_WHY(doc, EDITORS_NOTE, i, "kind", n->word,
            "A note begins with these words, or its sentence tells by them what was done to the "
            "text (data/notes)");
    for (uint32_t k = 0; k < n->n_was; k++)
        LGM_WHY(doc, EDITORS_NOTE, i, "was", n->was[k],
                "The note says that these words were wrong");
    for (uint32_t k = 0; k < n->n_now; k++)
        LGM_WHY(doc, EDITORS_NOTE, i, "now", n->now[k], "The note says that this is right");
    if (n->time != LGM_NONE)
        LGM_WHY(doc, EDITORS_NOTE, i, "time", doc->times[n->time].tokens,
                "The day stands in the label of the note, or right behind its verb");
}

lgm_status lgm_notes_run(const lgm_trees *trees, lgm_doc *doc, lgm_err *err)
{
    room r = {.t = trees, .doc = doc};
    for (uint32_t s = 0; s < doc->n_sents && !r.failed;) {
        uint32_t end = by_label(&r, doc->sents[s].start);
        if (!end) end = by_sentence(&r, doc->sents[s]);
        do {
            s++;
        } while (s < doc->n_sents && doc->sents[s].start < end);
    }
    if (r.failed) return lgm_arena_fail(doc->arena, err);
    doc->editors_notes = r.notes.at;
    doc->n_editors_notes = (uint32_t)r.notes.n;
    for (uint32_t i = 0; doc->why && i < doc->n_editors_notes; i++) explain(doc, i);
    return LGM_OK;
}
