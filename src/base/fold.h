/*
 * fold.h - lower case, shape, digits and quotation marks of a form, as docs/notes/en-fast.md and
 *          en-accurate.md define them.
 *
 * The training code computes the same (tools/train/data/features.py): the two must never differ.
 * Input is valid UTF-8; a malformed byte is copied as it is. Output is not NUL-terminated.
 */
#ifndef LGM_FOLD_H
#define LGM_FOLD_H

#include "base/base.h"

/* Bytes of room that the lower-cased form of len bytes may need ("Ⱥ" grows from 2 to 3). */
#define LGM_FOLD_ROOM(len) ((len) + (len) / 2 + 1)

/* Simple lower-case mapping; a letter without one is itself. U+0130, whose lower case is two code
 * points, stays as it is. */
uint32_t lgm_lower_cp(uint32_t cp);

/* A letter, a mark on one, or a digit; -1, a malformed byte, is none. */
bool lgm_is_word_cp(int32_t cp);

/* Each writes to out and returns its bytes. Room: LGM_FOLD_ROOM(len) for the first, else len. */
size_t lgm_fold_lower(const char *form, size_t len, char *out);
size_t lgm_fold_shape(const char *form, size_t len, char *out);
size_t lgm_fold_digits(const char *lower, size_t len, char *out); /* decimal digits become "0" */
size_t lgm_fold_quotes(const char *form, size_t len, char *out); /* U+2018..201F become ' and " */

#endif
