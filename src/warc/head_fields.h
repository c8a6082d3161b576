/*
 * head_fields.h - the lines "Name: value" of a head: of a record (WARC, as of mail), of HTTP.
 *
 * Owns    slices of the head. A value that goes on in the next line, which begins with a blank,
 *         has the line end in it. Nothing can fail: a line without a colon is passed over.
 */
#ifndef LGM_HEAD_FIELDS_H
#define LGM_HEAD_FIELDS_H

#include "base/base.h"

/* The next field of *head, which moves on; false at its end. */
bool lgm_warc_next_field(lgm_slice *head, lgm_slice *name, lgm_slice *value);
/* The first line of *head without its line end; *head moves on. */
lgm_slice lgm_warc_next_line(lgm_slice *head);
/* The next word of *s up to a blank; len 0 at the end. */
lgm_slice lgm_warc_next_word(lgm_slice *s);

lgm_slice lgm_warc_trim(lgm_slice s);                  /* without blanks around it */
bool lgm_warc_is(lgm_slice s, const char *word);       /* in any case */
bool lgm_warc_begins(lgm_slice s, const char *prefix); /* in any case */
bool lgm_warc_number(lgm_slice s, uint64_t *n);        /* digits and no more, below 2^63 */
/* A type without its parameters ("text/html"), and the value of one of them without its quotation
 * marks; len 0: it has none. */
lgm_slice lgm_warc_bare_type(lgm_slice type);
lgm_slice lgm_warc_parameter(lgm_slice type, const char *name);

#endif
