/*
 * asked_words.h - what people ask for, as FTS5 and SQL want it.
 *
 * Files   asked_words.c, snippet.c.
 * Errors  LGM_E_ARG with a sentence; LGM_E_NOMEM.
 */
#ifndef LGM_ASK_ASKED_WORDS_H
#define LGM_ASK_ASKED_WORDS_H

#include "base/buf.h"
#include "legomena/record.h"

/*
 * "ship -ferry "port of call" har*" as an expression of FTS5 in out: all of them; a phrase in
 * quotation marks; -word is not there; word* begins so; OR between two.
 */
LGM_NODISCARD lgm_status lgm_ask_expression(const char *words, lgm_buf *out, lgm_err *err);

/* Before and behind a word that was asked for. */
#define LGM_ASK_HIT "\x02"
#define LGM_ASK_HIT_END "\x03"

/* The part of a text, on one line, that has most of the words asked for, with these marked; "…"
 * where it is cut. */
void lgm_ask_snippet(lgm_str text, const char *words, lgm_buf *out);

#endif
