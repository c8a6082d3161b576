/*
 * timex.h - find dates, times, durations and sets, and resolve them.
 *
 * Reads   tokens; tags, trees (for the tense) and names where there are some; doc->date.
 * Writes  doc->times.
 * Units   expressions are token ranges, in order of text, not overlapping. A value is a TIMEX3
 *         string; first_day counts days since 1970-01-01, proleptic Gregorian.
 * Shapes  none, rules only: data/timex, compiled in.
 * Owns    results live in the document's arena. The rules are read-only and shared.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET. What cannot be resolved is kept without a value: not knowing
 *         is a result, not a failure.
 * Cost    linear in the number of tokens, whatever they are; nothing is allocated for a token.
 * Source  Stroetgen & Gertz 2013 (rules apart from code), TimeML and ISO 24617-1 (extents, values).
 *         A weekday is read by the tense of its verb: docs/decisions/0009-days-of-the-week.md.
 */
#ifndef LGM_TIMEX_H
#define LGM_TIMEX_H

#include "doc/doc.h"

LGM_NODISCARD lgm_status lgm_timex_run(lgm_arena *scratch, lgm_doc *doc, lgm_err *err);

#endif
