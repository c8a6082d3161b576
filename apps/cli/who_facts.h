/*
 * who_facts.h - what a page says of a person: the same words once, with the first and the last day.
 */
#ifndef CLI_WHO_FACTS_H
#define CLI_WHO_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "legomena/person.h"
#include "legomena/question.h"

typedef struct who_fact {
    char *words, *who, *act, *id, *url; /* "" where there is none */
    char *first, *last;                 /* days */
    size_t n;                           /* how often */
} who_fact;

typedef struct who_facts {
    who_fact *at;
    size_t n, room;
    bool once; /* the same words are one: roles, names; the most frequent first. Else by day */
    lgm_redactions *redactions;
} who_facts;

/* redactions NULL: names are shown. who_facts_done frees, whatever it returned. */
lgm_status who_facts_read(who_facts *out, lgm_people *people, size_t i, lgm_person_part part,
                          lgm_redactions *redactions, lgm_err *err);
void who_facts_done(who_facts *list);

/* "organisation". */
const char *who_type_words(lgm_str type);

#endif
