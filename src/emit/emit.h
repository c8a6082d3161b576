/*
 * emit.h - the document becomes a record: the one room that knows both.
 *
 * Reads   every layer of the document; one that no room filled is written as empty.
 * Writes  a record (legomena/record.h) that borrows nothing from document, model or engine.
 * Units   the document counts tokens, the record counts code points.
 * Owns    *out is the caller's, to be freed with lgm_record_free.
 * Errors  LGM_E_NOMEM.
 */
#ifndef LGM_EMIT_H
#define LGM_EMIT_H

#include "doc/doc.h"
#include "legomena/record.h"

/* words: the record has the words of its sentences too. */
LGM_NODISCARD lgm_status lgm_emit_record(const lgm_doc *doc, bool words, lgm_record **out,
                                         lgm_err *err);

#endif
