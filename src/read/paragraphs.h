/*
 * paragraphs.h - paragraphs of an English report that are in another language.
 *
 * Reads   valid UTF-8 with LF.
 * Writes  spans of bytes from the first to the last word of such a paragraph, with its language;
 *         neighbours of one language are one span.
 * Method  a paragraph ends at a blank line, or at each line end where lines are too long to have
 *         been wrapped. One with enough of the commonest English words is English; others are shown
 *         to CLD2 (language.h), neighbours of fewer than two hundred bytes together. What is not
 *         sure is English like the rest, but between two of one language it is as they are.
 * Owns    `to` grows in the arena; codes are static.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET.
 * Why     docs/decisions/0017-language-of-a-report.md.
 */
#ifndef LGM_PARAGRAPHS_H
#define LGM_PARAGRAPHS_H

#include "doc/doc.h"

LGM_NODISCARD lgm_status lgm_read_foreign_paragraphs(lgm_arena *arena, lgm_slice text,
                                                     lgm_foreign_list *to, lgm_err *err);

#endif
