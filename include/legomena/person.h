/*
 * person.h - one person or body across the reports of a ledger, joined with care.
 *
 * Within a report, what is one thing is one entity. Across reports entities are joined by rules,
 * when they are asked for, so that the same reports give the same joins in whatever order they
 * came; each join says why. Two of one name stay two where their countries differ.
 *
 *     SAME_NAME  the whole name is the same, of two words or more, or of a body or place
 *     MIDDLE     it differs by a middle name or initial alone: "Ada B. Lind", "Ada Lind"
 *     SHORT      a last name alone, and only one person here has it
 *
 * Errors  those of ledger.h. LGM_E_NOTFOUND nobody of the name; LGM_E_BUDGET a name
 * that more than 100,000 reports have.
 */
#ifndef LEGOMENA_PERSON_H
#define LEGOMENA_PERSON_H

#include "legomena/ledger.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lgm_people lgm_people; /* all who are meant by a name */

typedef enum lgm_person_why {
    LGM_PERSON_FIRST, /* the join begins with it */
    LGM_PERSON_SAME_NAME,
    LGM_PERSON_MIDDLE,
    LGM_PERSON_SHORT
} lgm_person_why;
LGM_API const char *lgm_person_why_text(lgm_person_why why); /* "the same name" */

typedef struct lgm_person {
    lgm_str type;    /* PER ORG GPE ... */
    lgm_str name;    /* the one that most reports have */
    lgm_str country; /* of the actor code: "RUS"; unknown where no report says it */
    size_t n_members, n_reports;
} lgm_person;

typedef struct lgm_person_member { /* an entity of a report */
    int64_t report;
    uint32_t entity; /* e3 is 3 */
    lgm_str name, date;
    lgm_person_why why;
} lgm_person_member;

/* words: as in question.h. The most often named first. */
LGM_NODISCARD LGM_API lgm_status lgm_people_find(lgm_people **out, lgm_ledger *ledger,
                                                 const char *words, lgm_err *err);
LGM_API void lgm_people_free(lgm_people *people); /* NULL is fine */
LGM_API size_t lgm_people_count(const lgm_people *people);
/* Borrowed from people. i < count, k < n_members. */
LGM_API lgm_person lgm_people_person(const lgm_people *people, size_t i);
LGM_API lgm_person_member lgm_people_member(const lgm_people *people, size_t i, size_t k);

typedef enum lgm_person_part {
    LGM_PERSON_ROLES,   /* what reports call them: "the foreign minister" */
    LGM_PERSON_ALIASES, /* other names */
    LGM_PERSON_SAID,    /* claims of theirs that neither deny nor dismiss */
    LGM_PERSON_DENIED,  /* claims of theirs that do */
    LGM_PERSON_ACCUSED  /* claims of others that accuse or criticise them */
} lgm_person_part;

typedef struct lgm_person_fact {
    lgm_str day; /* when it was said, else published */
    lgm_str id;  /* "12:c7"; of a role or an alias "12:e3" */
    lgm_str who; /* who accuses; else unknown */
    lgm_str act;
    lgm_str words;
} lgm_person_fact;

/* In order of report and place in it. each returns LGM_OK to go on; strings are borrowed until it
 * returns. */
LGM_NODISCARD LGM_API lgm_status lgm_people_each(lgm_people *people, size_t i, lgm_person_part part,
                                                 lgm_status (*each)(void *ctx,
                                                                    const lgm_person_fact *fact),
                                                 void *ctx, lgm_err *err);

#ifdef __cplusplus
}
#endif
#endif
