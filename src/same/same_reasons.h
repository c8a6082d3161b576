/* same_reasons.h - what two events, or two claims, have in common, for people. Internal to the room
 * same. */
#ifndef LGM_SAME_SAME_REASONS_H
#define LGM_SAME_SAME_REASONS_H

#include "base/buf.h"
#include "same/told_event.h"

/* of_a: the record of a. */
void lgm_same_event_reasons(lgm_buf *out, const lgm_record *of_a, const lgm_same_event *a,
                            const lgm_same_event *b);

/* ---- pieces, each behind a semicolon ---- */

void lgm_same_reason(lgm_buf *out, const char *words);
/* "both name Ostrel": a name of the record that both have; nothing where they have none. */
void lgm_same_reason_name(lgm_buf *out, const lgm_record *r, const lgm_same_hashes *a,
                          const lgm_same_hashes *b);
/* "both give 24": a number of the text. */
void lgm_same_reason_number(lgm_buf *out, lgm_str text, const lgm_same_hashes *a,
                            const lgm_same_hashes *b);

#endif
