/*
 * language.h - which language a text is in.
 *
 * Reads   valid UTF-8.     Writes  a code of ISO 639 ("en", "de"; Chinese also "zh-Hant"), or none.
 * Method  a text with enough of the commonest English words is English, which costs next to
 *         nothing; any other is shown to CLD2 (cld2.cc).
 * Cost    under 0.1 % of reading a report with en-fast where it is English.
 * Why     docs/decisions/0017-language-of-a-report.md has the figures.
 */
#ifndef LGM_LANGUAGE_H
#define LGM_LANGUAGE_H

#include "base/base.h"

typedef struct lgm_language {
    const char *code; /* static; NULL: the text is too short, or of several languages */
    char name[40];    /* "German"; "" without a code */
} lgm_language;

/* LGM_E_NOMEM. */
LGM_NODISCARD lgm_status lgm_about_language(lgm_slice text, lgm_language *out, lgm_err *err);

/* ---- of a part of a text, for who asks whether it is in another language --------------------- */

/* A word in twenty is one of the commonest English ones, and there is one. */
bool lgm_about_looks_english(lgm_slice text);

/* The same as lgm_about_language by CLD2 alone, and only of what is not English: a code where it is
 * sure, else none. LGM_E_NOMEM. */
LGM_NODISCARD lgm_status lgm_about_other_language(lgm_slice text, lgm_language *out, lgm_err *err);

#endif
