/*
 * fields.h - the parts of a record, and the small pieces that all of them are made of. Internal.
 *
 * A document's layers go out in the order of docs/schema/report-1.json; ids count from 1: "e1", "t1", "c1".
 */
#ifndef LGM_RECORD_FIELDS_H
#define LGM_RECORD_FIELDS_H

#include "record/json.h"
#include "record/record.h"

void lgm_field_text(lgm_json *w, const char *key, lgm_slice s);
void lgm_field_null(lgm_json *w, const char *key);
void lgm_field_empty(lgm_json *w, const char *key); /* [] */
void lgm_field_id(lgm_json *w, char letter, uint64_t i);
void lgm_json_id(lgm_json *w, char letter, uint64_t i);
void lgm_json_span(lgm_json *w, lgm_cpspan s);

/* "entities"; scratch is reset. */
LGM_NODISCARD lgm_status lgm_record_entities(lgm_json *w, const lgm_doc *doc, lgm_arena *scratch,
                                             lgm_err *err);
void lgm_record_times(lgm_json *w, const lgm_doc *doc);
void lgm_record_claims(lgm_json *w, const lgm_doc *doc);
void lgm_record_timeline(lgm_json *w, const lgm_doc *doc);

#endif
