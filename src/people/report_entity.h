/*
 * report_entity.h - an entity of a report: what it is called, and what tells it from another of the
 * same name.
 *
 * Files   report_entity.c.
 */
#ifndef LGM_PEOPLE_REPORT_ENTITY_H
#define LGM_PEOPLE_REPORT_ENTITY_H

#include "base/base.h"
#include "legomena/person.h"

typedef enum lgm_people_kind {
    LGM_PEOPLE_FULL,  /* a person by a name of several words */
    LGM_PEOPLE_LAST,  /* a name that several have: "Lind", "Foreign Ministry" of no country known */
    LGM_PEOPLE_WORDS, /* no name: "aides of Lind", "the new team" */
    LGM_PEOPLE_BODY,  /* a body, a place, anything else that has a name */
} lgm_people_kind;

/* What is known of somebody's work; both: there is no telling by it. */
enum { LGM_PEOPLE_PLAYS = 1, LGM_PEOPLE_GOVERNS = 2 };

typedef struct lgm_people_names {
    const lgm_slice *at;
    size_t n;
} lgm_people_names;

typedef struct lgm_people_entity { /* of a reading */
    int64_t report, reading;
    uint32_t n;
    lgm_slice type, name, date;
    lgm_people_names aliases, roles; /* as the report has them */
    char country[4];                 /* of three letters; "" = not known */
    /* what follows is made of these */
    lgm_people_kind kind;
    lgm_slice folded; /* without titles */
    lgm_slice key;    /* entities of one key are of one name */
    lgm_slice last;   /* of a person: key of the last name */
    int year, born;   /* of the report; of the person, within a year; 0 = not known */
    uint32_t work;
    bool asked; /* it has the name that was asked for; else it may be one with another that has */
    /* what is found */
    uint32_t group;
    lgm_person_why why;
    lgm_slice because; /* words to it; may be "" */
} lgm_people_entity;

/* Fills in what is made of the rest; false: out of memory. */
bool lgm_people_describe(lgm_people_entity *e, lgm_arena *arena);
/* The key that an entity like e would have by another name; {0} where that is no name to go by or
 * there is no memory. */
lgm_slice lgm_people_key_as(const lgm_people_entity *e, lgm_slice name, lgm_arena *arena);

#endif
