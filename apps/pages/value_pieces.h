/*
 * value_pieces.h - what the values of fields are made of. Each puts nothing, and says false, where
 * there is nothing to put.
 *
 * Files   value_pieces.c; the values are in claim_values.c, event_values.c, figure_values.c,
 *         incident_values.c, dispute_values.c, dated_values.c, note_values.c and field_values.c.
 */
#ifndef PAGES_VALUE_PIECES_H
#define PAGES_VALUE_PIECES_H

#include "field_values.h"

extern const field_value claim_values[], event_values[], figure_values[], incident_values[],
    dispute_values[], dated_values[], note_values[];

bool value_word(strbuf *to, const char *word); /* NULL: nothing */
bool value_str(strbuf *to, lgm_str s);
bool value_strs(strbuf *to, lgm_strs list);
/* “the words” of the report. */
bool value_quoted(strbuf *to, const lgm_record *r, lgm_cpspan at);
bool value_spans(strbuf *to, const lgm_record *r, lgm_spans at);
/* "e3 (Ada Lind)" */
bool value_entity(strbuf *to, const lgm_record *r, uint32_t entity);
bool value_entities(strbuf *to, const lgm_record *r, lgm_indices list);
/* "c1, c7" */
bool value_ids(strbuf *to, char letter, lgm_indices list);
bool value_share(strbuf *to, float share); /* below 0: nothing */
/* "2024-05-24, by t3: “on Friday”" */
bool value_when(strbuf *to, const lgm_record *r, const lgm_when *when);

#endif
