/*
 * record.h - what a document holds, in the words of docs/schema/report-1.json and as CoNLL-U.
 *
 * Reads   all layers; a layer that no model filled is written as empty.
 * Units   the record counts code points; inside, spans are tokens.
 */
#ifndef LGM_RECORD_H
#define LGM_RECORD_H

#include "doc/doc.h"
#include "record/buf.h"

LGM_NODISCARD lgm_status lgm_record_json(const lgm_doc *doc, bool pretty, lgm_buf *out,
                                         lgm_err *err);
void lgm_record_conllu(const lgm_doc *doc, lgm_buf *out);

/* Names of lgm_time_layer's mod and quant in TIMEX3; NULL for none. */
const char *lgm_record_mod(uint8_t mod);
const char *lgm_record_quant(uint8_t quant);

/* Code points of a range of tokens (non-empty). */
static inline lgm_cpspan lgm_record_span(const lgm_doc *doc, lgm_tokspan s)
{
    return (lgm_cpspan){doc->tokens[s.start].cp, doc->tokens[s.end - 1].cp_end};
}

#endif
