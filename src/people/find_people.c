/* find_people.c - the entities of a name, and what reports say of the one that they are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ask/asked_words.h"
#include "ask/kind.h"
#include "ledger/ledger_file.h"
#include "people/joined.h"
#include "world/states.h"

enum { MOST = 100000 }; /* entities that are joined */

struct lgm_people {
    lgm_ledger *ledger;
    lgm_arena *arena;
    LGM_VEC(lgm_people_entity) all; /* sorted by group, then report */
    struct group {
        size_t first, n, n_reports, name; /* name: the entity that has it */
        const char *country;
    } * groups; /* the largest first */
    uint32_t n_groups;
};

const char *lgm_person_why_text(lgm_person_why why)
{
    static const char *const texts[] = {"the first", "the same name",
                                        "the same name but for a middle one",
                                        "the only one here of that last name"};
    return why <= LGM_PERSON_SHORT ? texts[why] : "";
}

/* ---- all of the name ---- */

static const char all_sql[] =
    "SELECT p.report, e.reading, e.n, e.type, e.name, p.date, e.actor FROM "
    "(" LGM_ASK_ENTITIES
    ") k JOIN entity e ON e.reading = k.reading AND e.n = k.n JOIN reading r ON r.reading = "
    "e.reading JOIN report p ON p.report = r.report WHERE r.superseded IS NULL AND p.replaced IS "
    "NULL AND p.report NOT IN (SELECT w.report FROM withdrawn w) LIMIT ?2";

static bool copy(lgm_arena *arena, lgm_slice *to, lgm_slice from)
{
    if (!from.ptr) return true;
    to->ptr = lgm_arena_strndup(arena, from.ptr, from.len);
    to->len = from.len;
    return to->ptr != NULL;
}

/* "RUSGOV": "RUS", where that is a country. */
static void set_country(lgm_people_entity *e, lgm_slice actor)
{
    if (actor.len < 3) return;
    memcpy(e->country, actor.ptr, 3);
    if (!lgm_world_alpha2(e->country)) e->country[0] = '\0';
}

static lgm_status take_row(lgm_people *p, lgm_ledger_query *q, lgm_err *err)
{
    lgm_people_entity e = {.report = lgm_ledger_query_int_at(q, 0),
                           .reading = lgm_ledger_query_int_at(q, 1),
                           .n = (uint32_t)lgm_ledger_query_int_at(q, 2)};
    const lgm_slice name = lgm_ledger_query_text_at(q, 4);
    if (!name.ptr) return LGM_OK;
    e.folded_len = (uint32_t)lgm_world_fold(name, e.folded);
    e.folded[e.folded_len] = '\0';
    set_country(&e, lgm_ledger_query_text_at(q, 6));
    if (copy(p->arena, &e.type, lgm_ledger_query_text_at(q, 3)) && copy(p->arena, &e.name, name) &&
        copy(p->arena, &e.date, lgm_ledger_query_text_at(q, 5)) && e.type.ptr &&
        lgm_vec_push(p->arena, &p->all, e))
        return LGM_OK;
    return lgm_arena_fail(p->arena, err);
}

static lgm_status read_all(lgm_people *p, const char *words, lgm_err *err)
{
    lgm_ledger_query *q = NULL;
    lgm_buf expression = {0};
    bool row = false;
    lgm_status st = lgm_ask_expression(words, &expression, err);
    if (st == LGM_OK && expression.failed) st = lgm_fail(err, LGM_E_NOMEM, "out of memory");
    if (st == LGM_OK) st = lgm_ledger_query_new(&q, p->ledger->store, all_sql, err);
    if (st == LGM_OK) {
        lgm_ledger_query_text(q, 1, (lgm_slice){expression.at, expression.len});
        lgm_ledger_query_int(q, 2, MOST + 1);
        while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row)
            if ((st = take_row(p, q, err)) != LGM_OK) break;
        if (st == LGM_OK && p->all.n > MOST)
            st = lgm_fail(err, LGM_E_BUDGET, "more than %d reports name it: say more of the name",
                          MOST);
    }
    lgm_ledger_query_free(q);
    lgm_buf_done(&expression);
    if (st == LGM_OK && !p->all.n)
        st = lgm_fail(err, LGM_E_NOTFOUND, "nobody and nothing of that name is in the ledger: %s",
                      words);
    return st;
}

/* ---- groups ---- */

static int by_group(const void *x, const void *y)
{
    const lgm_people_entity *const a = x, *const b = y;
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    if (a->report != b->report) return a->report < b->report ? -1 : 1;
    return (a->n > b->n) - (a->n < b->n);
}

static int by_size(const void *x, const void *y)
{
    const struct group *const a = x, *const b = y;
    if (a->n != b->n) return a->n > b->n ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

static bool is_name(const lgm_people_entity *e, lgm_slice name)
{
    return e->name.len == name.len && memcmp(e->name.ptr, name.ptr, name.len) == 0;
}

/* The name that most members have, of the longest where several do. */
static size_t usual_name(const lgm_people_entity *e, size_t n)
{
    size_t best = 0, most = 0;
    const size_t looked_at = n < 200 ? n : 200;
    for (size_t i = 0; i < looked_at; i++) {
        size_t same = 0;
        for (size_t k = 0; k < looked_at; k++) same += is_name(&e[k], e[i].name);
        if (same > most || (same == most && e[i].name.len > e[best].name.len)) {
            best = i;
            most = same;
        }
    }
    return best;
}

static void describe(const lgm_people *p, struct group *g)
{
    const lgm_people_entity *const e = p->all.at + g->first;
    for (size_t i = 0; i < g->n; i++) {
        g->n_reports += i == 0 || e[i].report != e[i - 1].report;
        if (!g->country && e[i].country[0]) g->country = e[i].country;
    }
    g->name = g->first + usual_name(e, g->n);
}

static lgm_status make_groups(lgm_people *p, lgm_err *err)
{
    const lgm_status st = lgm_people_join(p->all.at, p->all.n, &p->n_groups, err);
    if (st != LGM_OK) return st;
    qsort(p->all.at, p->all.n, sizeof *p->all.at, by_group);
    p->groups = lgm_arena_calloc(p->arena, p->n_groups, sizeof *p->groups);
    if (!p->groups) return lgm_arena_fail(p->arena, err);
    for (size_t i = 0; i < p->all.n; i++) {
        struct group *const g = &p->groups[p->all.at[i].group];
        if (!g->n++) g->first = i;
    }
    for (uint32_t i = 0; i < p->n_groups; i++) describe(p, &p->groups[i]);
    qsort(p->groups, p->n_groups, sizeof *p->groups, by_size);
    return LGM_OK;
}

lgm_status lgm_people_find(lgm_people **out, lgm_ledger *ledger, const char *words, lgm_err *err)
{
    lgm_arena *arena;
    *out = NULL;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    lgm_people *const p = lgm_arena_calloc(arena, 1, sizeof *p);
    if (p) *p = (lgm_people){.ledger = ledger, .arena = arena};
    st = p ? read_all(p, words, err) : lgm_arena_fail(arena, err);
    if (st == LGM_OK) st = make_groups(p, err);
    if (st == LGM_OK)
        *out = p;
    else
        lgm_arena_free(arena);
    return st;
}

void lgm_people_free(lgm_people *p)
{
    if (p) lgm_arena_free(p->arena);
}

size_t lgm_people_count(const lgm_people *p)
{
    return p->n_groups;
}

static lgm_str str(lgm_slice s)
{
    return (lgm_str){s.ptr, s.len};
}

lgm_person lgm_people_person(const lgm_people *p, size_t i)
{
    const struct group *const g = &p->groups[i];
    const lgm_people_entity *const e = &p->all.at[g->name];
    return (lgm_person){.type = str(e->type),
                        .name = str(e->name),
                        .country = {g->country, g->country ? strlen(g->country) : 0},
                        .n_members = g->n,
                        .n_reports = g->n_reports};
}

lgm_person_member lgm_people_member(const lgm_people *p, size_t i, size_t k)
{
    const lgm_people_entity *const e = &p->all.at[p->groups[i].first + k];
    return (lgm_person_member){.report = e->report,
                               .entity = e->n,
                               .name = str(e->name),
                               .date = str(e->date),
                               .why = e->why};
}

/* ---- what is said of them ---- */

#define OF_REPORT " FROM reading r JOIN report p USING (report) "
#define CLAIM "p.report || ':c' || c.n, "
#define DAY "coalesce(c.said_from, p.date), "
static const char *const part_sql[] = {
    [LGM_PERSON_ROLES] = "SELECT p.date, p.report || ':e' || ?2, NULL, NULL, x.name" OF_REPORT
                         "JOIN entity_name x USING (reading) WHERE r.reading = ?1 AND x.entity = "
                         "?2 AND x.kind = 'role' ORDER BY x.n",
    [LGM_PERSON_ALIASES] = "SELECT p.date, p.report || ':e' || ?2, NULL, NULL, x.name" OF_REPORT
                           "JOIN entity_name x USING (reading) WHERE r.reading = ?1 AND x.entity = "
                           "?2 AND x.kind = 'alias' ORDER BY x.n",
    [LGM_PERSON_SAID] = "SELECT " DAY CLAIM "NULL, c.act, c.content" OF_REPORT
                        "JOIN claim c USING (reading) WHERE r.reading = ?1 AND c.speaker = ?2 AND "
                        "coalesce(c.act, '') NOT IN ('deny', 'dismiss') ORDER BY c.n",
    [LGM_PERSON_DENIED] = "SELECT " DAY CLAIM "NULL, c.act, c.content" OF_REPORT
                          "JOIN claim c USING (reading) WHERE r.reading = ?1 AND c.speaker = ?2 "
                          "AND c.act IN ('deny', 'dismiss') ORDER BY c.n",
    [LGM_PERSON_ACCUSED] =
        "SELECT " DAY CLAIM "coalesce(o.name, c.source), c.act, c.content" OF_REPORT
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
                                   .words = str(lgm_ledger_query_text_at(q, 4))};
        if ((st = each(ctx, &f)) != LGM_OK) return st;
    }
    return st;
}

lgm_status lgm_people_each(lgm_people *p, size_t i, lgm_person_part part,
                           lgm_status (*each)(void *ctx, const lgm_person_fact *fact), void *ctx,
                           lgm_err *err)
{
    lgm_ledger_query *q;
    const struct group *const g = &p->groups[i];
    lgm_status st = lgm_ledger_query_new(&q, p->ledger->store, part_sql[part], err);
    if (st != LGM_OK) return st;
    for (size_t k = 0; k < g->n && st == LGM_OK; k++)
        st = each_of(q, &p->all.at[g->first + k], each, ctx, err);
    lgm_ledger_query_free(q);
    return st;
}
