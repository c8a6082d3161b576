/*
 * person_name.h - the pieces of a person's name, and when two names may be one person's.
 *
 * Names are folded (world/names.h) and without titles: "President Ada B. de Lind Jr." is ada, b de,
 * lind, jr. Ways to write one word ("Yuri", "Iouri"; "Gaddafi", "Qadhafi") have one key: families
 * of data/people/spellings.txt, else letters that transliterations take for one another.
 *
 * Files   person_name.c, spelling.c.
 */
#ifndef LGM_PEOPLE_PERSON_NAME_H
#define LGM_PEOPLE_PERSON_NAME_H

#include "base/base.h"
#include "world/names.h"

typedef struct lgm_people_name {
    lgm_slice given, middle, last, suffix; /* of the folded name; given "" = the last name alone */
    uint64_t given_key;                    /* hash of its key */
    uint32_t short_family;                 /* of data/people/short_names.txt; 0 = none */
} lgm_people_name;

/* Drops titles from the front of a folded name; all of a name of titles stays. */
lgm_slice lgm_people_without_titles(lgm_slice folded);
/* folded: without titles. */
lgm_people_name lgm_people_name_of(lgm_slice folded);

/* As it is written: is it a name, and not words about somebody ("aides of Lind")? */
bool lgm_people_is_proper(lgm_slice written);

/* How two names of several words may be one person's; the first that holds. */
typedef enum lgm_people_fit {
    LGM_PEOPLE_NO_FIT,
    LGM_PEOPLE_FIT_MIDDLE, /* "Ada B. Lind", "Ada Lind" */
    LGM_PEOPLE_FIT_SHORT,  /* "Bill Lind", "William Lind" */
    LGM_PEOPLE_FIT_INITIAL /* "A. Lind", "Ada Lind" */
} lgm_people_fit;
/* Of names whose last names have one key. */
lgm_people_fit lgm_people_names_fit(const lgm_people_name *a, const lgm_people_name *b);

/* "b", "bea", "" fit one another; "h w" and "w" do not. */
bool lgm_people_middles_fit(lgm_slice a, lgm_slice b);

/* The key of a word, NUL-terminated; returns its bytes. */
enum { LGM_PEOPLE_KEY = 64 };
size_t lgm_people_word_key(lgm_slice word, char out[LGM_PEOPLE_KEY]);
bool lgm_people_same_word(lgm_slice a, lgm_slice b);

#endif
