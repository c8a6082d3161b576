/*
 * one.h - one record of a report: an entity, a time, a claim, an event, a figure, an incident. Its
 * words, what it points to, and its JSON.
 *
 * Files   one.c.
 */
#ifndef LGM_RECORD_ONE_H
#define LGM_RECORD_ONE_H

#include "base/json_out.h"
#include "legomena/record.h"

/* The words that the record stands for: of an entity its first mention, of a claim its content, of
 * an incident from its first event to its last. Borrowed from r; *one is used where there is a
 * single span. */
lgm_spans lgm_record_spans_of(const lgm_record *r, lgm_link of, lgm_cpspan *one);
/* From the first to the last of its words, of a claim those of its source and cue too; empty where
 * there are none. */
lgm_cpspan lgm_record_extent(const lgm_record *r, lgm_link of);

/* Each record that it points to, as often as it does. */
void lgm_record_targets(const lgm_record *r, lgm_link of, void (*each)(void *ctx, lgm_link target),
                        void *ctx);

/* As it stands in the list of its kind. */
void lgm_record_write_one(lgm_json *w, const lgm_record *r, lgm_link of);

#endif
