/*
 * header.h - the fields of a header of mail. Functions: header.c; encoded_word.c (encoded words).
 *
 * Owns    values live in the arena, unfolded, on one line.
 */
#ifndef LGM_MAIL_HEADER_H
#define LGM_MAIL_HEADER_H

#include "base/base.h"

typedef struct lgm_mail_field {
    lgm_slice name, value; /* as they are, folded */
} lgm_mail_field;

/* The next field; *rest moves behind it. False at the blank line, which is passed over, at the end,
 * and at a line that is no field, where the body begins. */
bool lgm_mail_next_field(lgm_slice *rest, lgm_mail_field *out);

bool lgm_mail_is(const lgm_mail_field *f, const char *name);
/* One line, encoded words and raw bytes as UTF-8. ptr NULL: no memory. */
lgm_slice lgm_mail_unfold(lgm_arena *a, lgm_slice value);
lgm_slice lgm_mail_words(lgm_arena *a, lgm_slice value);

/* "text/html; charset=utf-8": the part before the first semicolon, in lower case. ptr NULL: no
 * memory. */
lgm_slice lgm_mail_main(lgm_arena *a, lgm_slice value);
/* The value of a parameter, also one in pieces (RFC 2231); len 0 where it is not there. ptr NULL:
 * no memory. */
lgm_slice lgm_mail_parameter(lgm_arena *a, lgm_slice value, const char *name);

#endif
