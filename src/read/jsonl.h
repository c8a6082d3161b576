/*
 * jsonl.h - one line of JSONL to one report.
 *
 * Fields  text (a string, must be there), id title byline (or author) publisher date modified url
 *         retrieved: strings; id may be a whole number. null counts as absent, other keys are
 *         ignored, a field of another type is left out with a warning; a key of these that is
 *         there twice is refused. A line that is not UTF-8 is decoded first.
 * Owns    *in and *warnings point into the lgm_jsonl and into the line, until the next call.
 * Errors  LGM_E_FORMAT (message without file and line: the caller knows them), LGM_E_BUDGET for
 *         brackets that are too deep, LGM_E_NOMEM.
 */
#ifndef LGM_JSONL_H
#define LGM_JSONL_H

#include "base/base.h"
#include "legomena/engine.h"

typedef struct lgm_jsonl lgm_jsonl;

LGM_NODISCARD lgm_status lgm_read_jsonl_new(lgm_jsonl **out, lgm_err *err);
void lgm_read_jsonl_free(lgm_jsonl *j); /* NULL is fine */

/* line: without its line end. What *in holds already goes before what the line says. *warnings: a
 * sentence a line, NULL where there are none. */
LGM_NODISCARD lgm_status lgm_read_jsonl_parse(lgm_jsonl *j, lgm_slice line, lgm_input *in,
                                              const char **warnings, lgm_err *err);
/* True where the line is an object with a "text", or over a limit: its message is then as JSONL. */
bool lgm_read_jsonl_looks_so(lgm_jsonl *j, lgm_slice line);

#endif
