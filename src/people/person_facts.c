/* person_facts.c - what reports say of a person: roles, names, claims. */
#include <string.h>

#include "ledger/index_tables.h"
#include "people/found_people.h"

static lgm_str str(lgm_slice s)
{
    return (lgm_str){s.ptr, s.len};
}

#define OF_REPORT " FROM reading r JOIN report p USING (report) "
#define CLAIM "p.report || ':c' || c.n, "
#define DAY "coalesce(c.said_from, p.date), "
static const char *const part_sql[] = {
    [LGM_PERSON_ROLES] =
        "SELECT p.date, p.report || ':e' || ?2, NULL, NULL, x.name, p.url" OF_REPORT
        "JOIN entity_name x USING (reading) WHERE r.reading = ?1 AND x.entity = "
        "?2 AND x.kind = 'role' ORDER BY x.n",
    [LGM_PERSON_ALIASES] =
        "SELECT p.date, p.report || ':e' || ?2, NULL, NULL, x.name, p.url" OF_REPORT
        "JOIN entity_name x USING (reading) WHERE r.reading = ?1 AND x.entity = "
        "?2 AND x.kind = 'alias' ORDER BY x.n",
    [LGM_PERSON_SAID] = "SELECT " DAY CLAIM "NULL, c.act, c.content, p.url" OF_REPORT
                        "JOIN claim c USING (reading) WHERE r.reading = ?1 AND c.speaker = ?2 AND "
                        "coalesce(c.act, '') NOT IN ('deny', 'dismiss') ORDER BY c.n",
    [LGM_PERSON_DENIED] = "SELECT " DAY CLAIM "NULL, c.act, c.content, p.url" OF_REPORT
                          "JOIN claim c USING (reading) WHERE r.reading = ?1 AND c.speaker = ?2 "
                          "AND c.act IN ('deny', 'dismiss') ORDER BY c.n",
    [LGM_PERSON_ACCUSED] =
        "SELECT " DAY CLAIM "coalesce(o.name, c.source), c.act, c.content, p.url" OF_REPORT
        "JOIN claim_about a USING (reading) JOIN claim c ON c.claim = " LGM_LEDGER_CLAIM(
            "a.reading", "a.claim") " LEFT JOIN entity o ON o.reading = c.reading AND o.n = "
                                    "c.speaker WHERE r.reading = "
                                    "?1 AND a.entity = ?2 AND c.act IN ('accuse', 'criticise') AND "
                                    "coalesce(c.speaker, 0) <> "
                                    "?2 ORDER BY c.n",
};

static lgm_status each_of(lgm_ledger_query *q, const lgm_people_entity *e,
                          lgm_status (*each)(void *ctx, const lgm_person_fact *fact), void *ctx,
                          lgm_err *err)
{
    bool row;
    lgm_status st;
    lgm_ledger_query_int(q, 1, e->reading);
    lgm_ledger_query_int(q, 2, e->n);
    while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row) {
        const lgm_person_fact f = {.day = str(lgm_ledger_query_text_at(q, 0)),
                                   .id = str(lgm_ledger_query_text_at(q, 1)),
                                   .who = str(lgm_ledger_query_text_at(q, 2)),
                                   .act = str(lgm_ledger_query_text_at(q, 3)),
                                   .words = str(lgm_ledger_query_text_at(q, 4)),
                                   .url = str(lgm_ledger_query_text_at(q, 5))};
        if ((st = each(ctx, &f)) != LGM_OK) return st;
    }
    return st;
}

lgm_status lgm_people_each(lgm_people *p, size_t i, lgm_person_part part,
                           lgm_status (*each)(void *ctx, const lgm_person_fact *fact), void *ctx,
                           lgm_err *err)
{
    lgm_ledger_query *q;
    const lgm_people_group *const g = &p->groups[i];
    lgm_status st = lgm_ledger_query_new(&q, p->gathered.ledger->store, part_sql[part], err);
    if (st != LGM_OK) return st;
    for (size_t k = 0; k < g->n && st == LGM_OK; k++)
        st = each_of(q, &p->gathered.all.at[g->first + k], each, ctx, err);
    lgm_ledger_query_free(q);
    return st;
}
