/* gathered.c - entities out of the tables of a ledger. */
#include "people/gathered.h"

#include <stdlib.h>
#include <string.h>

#include "ask/asked_values.h"
#include "ask/asked_words.h"
#include "ask/kind.h"
#include "world/states.h"

static bool copy(lgm_arena *arena, lgm_slice *to, lgm_slice from)
{
    if (!from.ptr) return true;
    to->ptr = lgm_arena_strndup(arena, from.ptr, from.len);
    to->len = from.len;
    return to->ptr != NULL;
}

/* "RUSGOV" is of RUS, where that is a country; a place is of that in which it lies. */
static void set_country(lgm_people_entity *e, lgm_slice actor, lgm_slice place)
{
    char alpha2[3] = "";
    if (place.len == 2) memcpy(alpha2, place.ptr, 2);
    const char *const alpha3 = alpha2[0] ? lgm_world_alpha3(alpha2) : NULL;
    if (alpha3 && strlen(alpha3) == 3) memcpy(e->country, alpha3, 4);
    if (e->country[0] || actor.len < 3) return;
    memcpy(e->country, actor.ptr, 3);
    if (!lgm_world_alpha2(e->country)) e->country[0] = '\0';
}

/* ---- what else it is called ---- */

static lgm_status read_names(lgm_people_gathered *g, lgm_people_entity *e, lgm_err *err)
{
    LGM_VEC(lgm_slice) aliases = {0}, roles = {0};
    bool row;
    lgm_status st;
    lgm_ledger_query_int(g->names, 1, e->reading);
    lgm_ledger_query_int(g->names, 2, e->n);
    while ((st = lgm_ledger_query_step(g->names, &row, err)) == LGM_OK && row) {
        lgm_slice name = {0};
        if (!copy(g->arena, &name, lgm_ledger_query_text_at(g->names, 1)))
            return lgm_arena_fail(g->arena, err);
        const bool role = lgm_ledger_query_int_at(g->names, 0);
        if (!(role ? lgm_vec_push(g->arena, &roles, name) : lgm_vec_push(g->arena, &aliases, name)))
            return lgm_arena_fail(g->arena, err);
    }
    e->aliases = (lgm_people_names){aliases.at, aliases.n};
    e->roles = (lgm_people_names){roles.at, roles.n};
    return st;
}

/* ---- found ---- */

#define COLUMNS "SELECT p.report, e.reading, e.n, e.type, e.name, p.date, e.actor, e.country"
#define COUNTS                                                                                     \
    " JOIN reading r ON r.reading = e.reading JOIN report p ON p.report = r.report WHERE CASE "    \
    "WHEN ?2 IS NULL THEN r.superseded IS NULL AND p.replaced IS NULL AND p.report NOT IN "        \
    "(SELECT w.report FROM withdrawn w) ELSE r.learned <= ?2 AND coalesce(r.superseded > ?2, 1) "  \
    "AND p.learned <= ?2 AND coalesce(p.replaced > ?2, 1) END"

static const char by_name_sql[] = COLUMNS
    " FROM (" LGM_ASK_ENTITIES ") k JOIN entity e ON e.reading = k.reading AND e.n = k.n" COUNTS;
/* Who has a role stands in a report that has its words; the newest are enough. */
static const char by_role_sql[] =
    COLUMNS ", x.name FROM (SELECT rowid AS report FROM report_search WHERE report_search MATCH "
            "?1 ORDER BY rowid DESC LIMIT 200) s CROSS JOIN reading g ON g.report = s.report CROSS "
            "JOIN entity_name x ON x.reading = g.reading AND x.kind = 'role' CROSS JOIN entity e "
            "ON e.reading = x.reading AND e.n = x.entity" COUNTS;

/* What is in the row; borrowed from it. */
static lgm_people_entity read_row(lgm_ledger_query *q, bool asked)
{
    lgm_people_entity e = {.report = lgm_ledger_query_int_at(q, 0),
                           .reading = lgm_ledger_query_int_at(q, 1),
                           .n = (uint32_t)lgm_ledger_query_int_at(q, 2),
                           .type = lgm_ledger_query_text_at(q, 3),
                           .name = lgm_ledger_query_text_at(q, 4),
                           .date = lgm_ledger_query_text_at(q, 5),
                           .asked = asked};
    set_country(&e, lgm_ledger_query_text_at(q, 6), lgm_ledger_query_text_at(q, 7));
    return e;
}

static bool has_office(lgm_ledger_query *q, const lgm_people_office *office)
{
    const lgm_people_office o = lgm_people_office_of(lgm_ledger_query_text_at(q, 8));
    return lgm_people_same_office(&o, office);
}

static bool is_taken(lgm_people_gathered *g, const lgm_people_search *s, lgm_people_entity e)
{
    if (!e.name.ptr || !e.type.ptr) return false;
    if (!s->takes) return true;
    const lgm_arena_mark mark = lgm_arena_save(g->arena);
    const bool takes = lgm_people_describe(&e, g->arena) && s->takes(s->ctx, &e);
    lgm_arena_rewind(g->arena, mark);
    return takes;
}

static lgm_status keep(lgm_people_gathered *g, lgm_people_entity e, lgm_err *err)
{
    const lgm_slice type = e.type, name = e.name, date = e.date;
    if (!copy(g->arena, &e.type, type) || !copy(g->arena, &e.name, name) ||
        !copy(g->arena, &e.date, date))
        return lgm_arena_fail(g->arena, err);
    const lgm_status st = read_names(g, &e, err);
    if (st != LGM_OK) return st;
    if (!lgm_people_describe(&e, g->arena) || !lgm_vec_push(g->arena, &g->all, e))
        return lgm_arena_fail(g->arena, err);
    if (g->all.n <= LGM_PEOPLE_MOST) return LGM_OK;
    return lgm_fail(err, LGM_E_BUDGET, "more than %d reports name it: say more of the name",
                    LGM_PEOPLE_MOST);
}

static lgm_slice slice(const char *s)
{
    return (lgm_slice){s, s ? strlen(s) : 0};
}

lgm_status lgm_people_add(lgm_people_gathered *g, const lgm_people_search *s, lgm_err *err)
{
    lgm_ledger_query *q = NULL;
    bool row = false;
    lgm_status st =
        lgm_ledger_query_new(&q, g->ledger->store, s->office ? by_role_sql : by_name_sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_text(q, 1, slice(s->expression));
    lgm_ledger_query_text(q, 2, slice(g->as_of));
    while (st == LGM_OK && (st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row) {
        const lgm_people_entity e = read_row(q, s->asked);
        if (s->office && !has_office(q, s->office)) continue;
        if (is_taken(g, s, e)) st = keep(g, e, err);
    }
    lgm_ledger_query_free(q);
    return st;
}

/* ---- all ---- */

static int by_place(const void *x, const void *y)
{
    const lgm_people_entity *const a = x, *const b = y;
    if (a->reading != b->reading) return a->reading < b->reading ? -1 : 1;
    if (a->n != b->n) return a->n < b->n ? -1 : 1;
    return b->asked - a->asked;
}

/* Each once; it is asked for if it was found so once. */
static void drop_doubles(lgm_people_gathered *g)
{
    size_t kept = 0;
    if (g->all.n) qsort(g->all.at, g->all.n, sizeof *g->all.at, by_place);
    for (size_t i = 0; i < g->all.n; i++) {
        const lgm_people_entity *const last = kept ? &g->all.at[kept - 1] : NULL;
        if (last && last->reading == g->all.at[i].reading && last->n == g->all.at[i].n) continue;
        g->all.at[kept++] = g->all.at[i];
    }
    g->all.n = kept;
}

static lgm_status set_as_of(lgm_people_gathered *g, const char *as_of, lgm_err *err)
{
    lgm_ask_values moment;
    if (!as_of) return LGM_OK;
    const lgm_status st = lgm_ask_values_of(&moment, LGM_ASK_AS_OF, "as-of", as_of, g->arena, err);
    if (st == LGM_OK) g->as_of = moment.at[0].text.ptr;
    return st;
}

lgm_status lgm_people_gather(lgm_people_gathered *g, const char *words, const char *as_of,
                             lgm_err *err)
{
    lgm_buf expression = {0};
    lgm_status st = set_as_of(g, as_of, err);
    if (st == LGM_OK) st = lgm_ask_expression(words, &expression, err);
    if (st == LGM_OK)
        st = lgm_ledger_query_new(&g->names, g->ledger->store,
                                  "SELECT kind = 'role', name FROM entity_name WHERE reading = ?1 "
                                  "AND entity = ?2 ORDER BY n",
                                  err);
    lgm_buf_putc(&expression, '\0');
    if (st == LGM_OK && expression.failed) st = lgm_fail(err, LGM_E_NOMEM, "out of memory");
    const lgm_people_search search = {.expression = expression.at, .asked = true};
    if (st == LGM_OK) st = lgm_people_add(g, &search, err);
    lgm_buf_done(&expression);
    if (st == LGM_OK && !g->all.n)
        st = lgm_fail(err, LGM_E_NOTFOUND, "nobody and nothing of that name is in the ledger: %s",
                      words);
    if (st == LGM_OK) st = lgm_people_add_decided(g, err);
    if (st == LGM_OK) st = lgm_people_add_wanted(g, words, err);
    lgm_ledger_query_free(g->names);
    drop_doubles(g);
    return st;
}
