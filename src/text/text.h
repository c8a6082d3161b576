/*
 * text.h - cut the text into words and find what stands in quotation marks.
 *
 * Reads   doc->text, valid UTF-8.        Writes  doc->tokens, doc->quotes.
 * Units   tokens are half-open byte ranges of doc->text, with the same in code points.
 * Words   as Universal Dependencies English (EWT, GUM 2.16) has syntactic words: "do|n't",
 *         "can|not", "John|'s", "well|-|known", "$|5", "5|%", "U.S.", "Mr.". Words of one multiword
 *         token carry LGM_TOK_JOINED but for its first.
 * Gaps    what stands between tokens is whitespace, control characters, invisible format
 *         characters, variation selectors without anything before them, and paragraphs in another
 *         language (doc->foreign); all else is in a token. Tokens and gaps rebuild the text.
 * Quotes  straight marks are resolved by the spacing around them and by what is open in the
 *         paragraph; an open mark ends with its paragraph, so that one missing mark never turns
 *         the rest over. Where lines are too long to have been wrapped, each is a paragraph.
 * Files   scan.c.
 * Owns    both layers live in doc->arena. Nothing else is kept.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET (also for a text over 4 GB).
 * Cost    linear in the length of the text, whatever it holds.
 */
#ifndef LGM_TEXT_H
#define LGM_TEXT_H

#include "doc/doc.h"

LGM_NODISCARD lgm_status lgm_text_run(lgm_doc *doc, lgm_err *err);

#endif
