/*
 * gathered.h - all entities of a ledger that may be the one that is asked for. Internal to people.
 *
 * First those of which a name has the words; then those that these lead to: other ways to write
 * their last names, the other names that reports, or data/states, give them, and the offices that
 * they hold. All are found by the index of words.
 *
 * Files   gathered.c (what a statement finds), wanted.c (what is looked for).
 */
#ifndef LGM_PEOPLE_GATHERED_H
#define LGM_PEOPLE_GATHERED_H

#include "ledger/ledger_file.h"
#include "people/decided.h"
#include "people/held_office.h"
#include "people/report_entity.h"

enum { LGM_PEOPLE_MOST = 100000 }; /* entities that are joined */

typedef struct lgm_people_gathered {
    lgm_ledger *ledger;
    lgm_arena *arena;
    LGM_VEC(lgm_people_entity) all;
    lgm_people_decisions decided;
    const char *as_of;       /* a moment; NULL = now */
    lgm_ledger_query *names; /* what else an entity is called */
} lgm_people_gathered;

/* as_of: a day, NULL = now. LGM_E_NOTFOUND, LGM_E_BUDGET as person.h has it. */
LGM_NODISCARD lgm_status lgm_people_gather(lgm_people_gathered *g, const char *words,
                                           const char *as_of, lgm_err *err);

/* ---- inside ---- */

typedef struct lgm_people_search {
    const char *expression;          /* of FTS5 */
    const lgm_people_office *office; /* NULL: names are searched; else texts, for who holds it */
    bool asked;
    /* NULL: all are taken. The entity is known by name, type and country. */
    bool (*takes)(void *ctx, const lgm_people_entity *e);
    void *ctx;
} lgm_people_search;
LGM_NODISCARD lgm_status lgm_people_add(lgm_people_gathered *g, const lgm_people_search *s,
                                        lgm_err *err);
/* Adds what those that are there lead to. */
LGM_NODISCARD lgm_status lgm_people_add_wanted(lgm_people_gathered *g, const char *words,
                                               lgm_err *err);

#endif
