/*
 * parts.h - the parts of a record, a file each, and the pieces that all of them are made of.
 * Internal.
 *
 * A failed allocation is seen in `failed` and asked for once, at the end: what is then in the
 * record is thrown away.
 *
 * Functions of emit.c, entity_part.c, time_part.c, claim_part.c, dispute_part.c, event_part.c,
 * figure_part.c, incident_part.c, note_part.c, word_part.c and why_part.c.
 */
#ifndef LGM_EMIT_PARTS_H
#define LGM_EMIT_PARTS_H

#include "emit/emit.h"

typedef struct lgm_emitter {
    const lgm_doc *doc;
    lgm_record *to;
    lgm_arena *arena; /* the record's */
    bool failed;
} lgm_emitter;

/* n zeroed items; NULL for none and where the arena is spent. */
void *lgm_emit_items(lgm_emitter *e, size_t n, size_t size);
#define LGM_EMIT_ITEMS(e, n, T) ((T *)lgm_emit_items((e), (n), sizeof(T)))

lgm_str lgm_emit_str(lgm_emitter *e, lgm_slice s);     /* a copy; unknown stays unknown */
lgm_str lgm_emit_text(lgm_emitter *e, const char *s);  /* the same of a C string */
/* A value of TIMEX3 without its hour: "2024-03-22" of "2024-03-22TEV". */
lgm_str lgm_emit_day(lgm_emitter *e, const char *value);
lgm_str lgm_emit_words(lgm_emitter *e, lgm_tokspan s); /* on one line, whatever the text has */
lgm_spans lgm_emit_spans(lgm_emitter *e, const lgm_tokspan *at, size_t n);

/* Code points of a range of tokens (non-empty). */
static inline lgm_cpspan lgm_emit_span(const lgm_doc *doc, lgm_tokspan s)
{
    return lgm_doc_points(doc, s);
}

/* As the record has it: two decimals, so that it is the same value when it is read back. */
float lgm_emit_share(float value);

void lgm_emit_entities(lgm_emitter *e);
void lgm_emit_times(lgm_emitter *e);
void lgm_emit_claims(lgm_emitter *e);
void lgm_emit_events(lgm_emitter *e);
void lgm_emit_figures(lgm_emitter *e);
void lgm_emit_incidents(lgm_emitter *e);
void lgm_emit_disputes(lgm_emitter *e);
void lgm_emit_notes(lgm_emitter *e);
void lgm_emit_timeline(lgm_emitter *e);
void lgm_emit_sentences(lgm_emitter *e); /* and their words, where asked for */
void lgm_emit_all_words(lgm_emitter *e);
void lgm_emit_why(lgm_emitter *e); /* where it was asked for */

#endif
