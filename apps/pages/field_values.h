/*
 * field_values.h - the fields of claims, entities, times and the other kinds of LGM_WHY_ORDER one
 * by one, in the words in which a page has them: "e3 (Ada Lind)" for a speaker, the quoted words
 * for a source.
 */
#ifndef PAGES_FIELD_VALUES_H
#define PAGES_FIELD_VALUES_H

#include <stdbool.h>

#include "legomena/record.h"
#include "strbuf.h"

/* Puts the value of one field; false where there is none, and nothing was put. */
typedef bool field_put(strbuf *to, const lgm_record *r, uint32_t index);

typedef struct field_value {
    const char *key;   /* in the JSON record */
    const char *label; /* for people */
    field_put *put;
} field_value;

/* The fields of a kind (a letter of LGM_WHY_ORDER), in the order in which they are shown; the list
 * ends with a key of NULL. NULL: no such kind. */
const field_value *field_values_of(char kind);

/* What records of a kind are called: "claim", "claims". */
const char *field_values_kind(char kind, bool several);

#endif
