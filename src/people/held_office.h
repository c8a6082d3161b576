/*
 * held_office.h - a role as the office that it is: "chief of the FSB" and "FSB director" are one.
 *
 * Words that say nothing go ("the", "of", "former"); words for one office are one
 * (data/people/offices.txt); a country stands for its people ("Russian"), a body of record for its
 * other names. What is left is a set.
 *
 * Files   held_office.c.
 */
#ifndef LGM_PEOPLE_HELD_OFFICE_H
#define LGM_PEOPLE_HELD_OFFICE_H

#include "base/base.h"

enum { LGM_PEOPLE_OFFICE_WORDS = 8 };
typedef struct lgm_people_office {
    uint64_t words[LGM_PEOPLE_OFFICE_WORDS]; /* hashes, ascending */
    uint32_t n;
    bool of_one; /* it says of which country or body: hardly two have it at once */
} lgm_people_office;

/* n = 0: no office, or more words than an office has. */
lgm_people_office lgm_people_office_of(lgm_slice role);
bool lgm_people_same_office(const lgm_people_office *a, const lgm_people_office *b);
/* The same, or one says less: "President", "Caldoran President". */
bool lgm_people_office_fits(const lgm_people_office *a, const lgm_people_office *b);

#endif
