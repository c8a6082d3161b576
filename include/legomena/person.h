/*
 * person.h - one person or body across the reports of a ledger, joined with care.
 *
 * Within a report, what is one thing is one entity. Across reports entities are joined by rules,
 * when they are asked for, so that the same reports give the same joins in whatever order they
 * came; each join says why. A rule joins two only where it could join no third, and where nothing
 * known of the two is against it: another country, other work (a striker, a judge), another age,
 * reports sixty years apart.
 *
 *     SAME_NAME  the whole name, of two words or more; or that of a body or place. A body that each
 *                country has ("Foreign Ministry") by its country as well
 *     SPELLING   the same in another spelling: "Aleksandr", "Alexander"
 *     MIDDLE     but for a middle name or initial: "Ada B. Lind", "Ada Lind"
 *     SHORT      a short form of the given name: "Bill", "William"
 *     INITIAL    its initial: "A. Lind"
 *     ALIAS      a report says that both are names of one: "the Federal Security Service (FSB)"
 *     OFFICE     the last name with an office that only one of that name holds in these years:
 *                "President Lind"
 *     ROLE       an office alone that only one person here holds: "the FSB chief"
 *     COMPANY    the same name in another country or work, but among the same people
 *     ALONE      a last name alone, or such a body of no country known. These stand together, and
 *                are perhaps several; they are joined to nobody
 *
 *     MERGED     people decided so (lgm_review_decide): with all that rules joined with either
 *     SPLIT      people decided that it is somebody else than one that rules joined it with
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
    LGM_PERSON_SPELLING,
    LGM_PERSON_MIDDLE,
    LGM_PERSON_SHORT,
    LGM_PERSON_INITIAL,
    LGM_PERSON_ALONE,
    LGM_PERSON_ALIAS,
    LGM_PERSON_OFFICE,
    LGM_PERSON_ROLE,
    LGM_PERSON_COMPANY,
    LGM_PERSON_MERGED, /* people decided so: review.h */
    LGM_PERSON_SPLIT
} lgm_person_why;
LGM_API const char *lgm_person_why_text(lgm_person_why why); /* "the same name" */

/* Why somebody is not one with another of the name. */
typedef enum lgm_person_apart {
    LGM_PERSON_NOT_APART, /* there is no other */
    LGM_PERSON_ONE_NAME,  /* one name alone, perhaps of several people or bodies */
    LGM_PERSON_WORDS,     /* words that have the name in them: "aides of Lind" */
    LGM_PERSON_COUNTRY,
    LGM_PERSON_WORK,
    LGM_PERSON_AGE,
    LGM_PERSON_TIME,
    LGM_PERSON_UNSURE, /* nothing says which one it is */
    LGM_PERSON_DECIDED /* people decided that it is another one */
} lgm_person_apart;
LGM_API const char *lgm_person_apart_text(lgm_person_apart apart); /* "of another country" */

typedef struct lgm_person {
    lgm_str type;    /* PER ORG GPE ... */
    lgm_str name;    /* the one that most reports have */
    lgm_str country; /* of the actor code: "RUS"; unknown where no report says it */
    size_t n_members, n_reports;
    int born; /* about which year, by an age that a report gives; 0 = none does */
    lgm_person_apart apart;
} lgm_person;

typedef struct lgm_person_member { /* an entity of a report */
    int64_t report;
    uint32_t entity; /* e3 is 3 */
    lgm_str name, date;
    lgm_person_why why;
    lgm_str because; /* words to it: the office, the report that has both names; may be empty */
} lgm_person_member;

/* words, and as_of, a day (NULL = now): as in question.h. Those with a name of their own first, the
 * most often named before the others; then one name alone, then words that have the name in
 * them. */
LGM_NODISCARD LGM_API lgm_status lgm_people_find(lgm_people **out, lgm_ledger *ledger,
                                                 const char *words, const char *as_of,
                                                 lgm_err *err);
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
    lgm_str url; /* of the report; may be empty */
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
