/*
 * speakers.h - the claims of a report by who makes them.
 *
 * One group is what one entity with a name says; what several say together is a group of its own.
 * Who is never named is known by words alone: "officials", "Officials" and "the officials" are one
 * group. A pronoun that stands for nobody known is no name: such claims stand together, and so do
 * those without any source.
 */
#ifndef PAGES_SPEAKERS_H
#define PAGES_SPEAKERS_H

#include "legomena/record.h"
#include "strbuf.h"

#define SPEAKERS_UNKNOWN "(not known who)"

typedef struct speaker_group {
    uint32_t first; /* claim of the report; what is said of the group is read from it */
    uint32_t n;     /* claims */
    bool known;     /* false: nobody that is known, or no source */
} speaker_group;

typedef struct speakers {
    speaker_group *at; /* in order of their first claims */
    size_t n;
    uint32_t *of; /* the group of each claim */
} speakers;

/* NULL: out of memory. */
speakers *speakers_make(const lgm_record *r);
void speakers_done(speakers *s); /* NULL is fine */

/* "Ada Lind", "Ada Lind and Jo Marsh", "two officials", or words that say that nobody is known. */
void speakers_name(strbuf *out, const lgm_record *r, const speaker_group *g);
/* What the report says that they are: a role, "anonymous", "document". Nothing where it says
 * nothing. */
void speakers_known_for(strbuf *out, const lgm_record *r, const speaker_group *g);

#endif
