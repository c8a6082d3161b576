/* find_people.c - who is meant by a name: groups of entities, the most named first. */
#include <stdlib.h>
#include <string.h>

#include "people/company.h"
#include "people/found_people.h"

const char *lgm_person_why_text(lgm_person_why why)
{
    static const char *const texts[] = {"the first",
                                        "the same name",
                                        "the same name in another spelling",
                                        "the same name but for a middle one",
                                        "a short form of the same name",
                                        "an initial of the same name",
                                        "one name alone: perhaps somebody else's",
                                        "a report gives both names",
                                        "the last name, and an office that only this person holds",
                                        "an office that only this person holds at the time",
                                        "the same name among the same people",
                                        "decided to be one with",
                                        "decided to be another than"};
    return why <= LGM_PERSON_SPLIT ? texts[why] : "";
}

const char *lgm_person_apart_text(lgm_person_apart apart)
{
    static const char *const texts[] = {"",
                                        "one name alone, perhaps of several",
                                        "words, no name",
                                        "of another country",
                                        "in other work",
                                        "of another age",
                                        "at another time",
                                        "nothing says which one it is",
                                        "by decision"};
    return apart <= LGM_PERSON_DECIDED ? texts[apart] : "";
}

/* ---- groups ---- */

static int by_group(const void *x, const void *y)
{
    const lgm_people_entity *const a = x, *const b = y;
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    if (a->report != b->report) return a->report < b->report ? -1 : 1;
    return (a->n > b->n) - (a->n < b->n);
}

/* Those with a name of their own, then one name alone, then words; the most named first. */
static int by_size(const void *x, const void *y)
{
    static const int order[] = {[LGM_PEOPLE_FULL] = 0,
                                [LGM_PEOPLE_BODY] = 0,
                                [LGM_PEOPLE_LAST] = 1,
                                [LGM_PEOPLE_WORDS] = 2};
    const lgm_people_group *const a = x, *const b = y;
    if (order[a->kind] != order[b->kind]) return order[a->kind] - order[b->kind];
    if (a->n != b->n) return a->n > b->n ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

static bool same(lgm_slice a, lgm_slice b)
{
    return a.len == b.len && (!a.len || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Of names that are as usual: the longer one, then the one that is not in capitals. */
static bool is_better(lgm_slice a, lgm_slice b)
{
    if (a.len != b.len) return a.len > b.len;
    return memcmp(a.ptr, b.ptr, a.len) > 0;
}

/* The name that most members have that are named in the surest way. */
static size_t usual_name(const lgm_people_entity *e, size_t n, lgm_people_kind kind)
{
    enum { LOOKED_AT = 200 };
    size_t best = 0, most = 0, looked_at = 0;
    for (size_t i = 0; i < n && looked_at < LOOKED_AT; i++) {
        size_t times = 0;
        if (e[i].kind != kind) continue;
        looked_at++;
        for (size_t k = 0; k < n && k < i + LOOKED_AT; k++) times += same(e[k].name, e[i].name);
        if (times > most || (times == most && is_better(e[i].name, e[best].name))) {
            best = i;
            most = times;
        }
    }
    return best;
}

/* The country that most members have. */
static const char *usual_country(const lgm_people_entity *e, size_t n)
{
    const char *best = NULL;
    long votes = 0; /* of Boyer and Moore: a majority is found in one pass */
    for (size_t i = 0; i < n; i++) {
        if (!e[i].country[0]) continue;
        if (votes == 0) best = e[i].country;
        votes += strcmp(best, e[i].country) == 0 ? 1 : -1;
    }
    return best;
}

static void describe(const lgm_people *p, lgm_people_group *g)
{
    const lgm_people_entity *const e = p->gathered.all.at + g->first;
    g->kind = LGM_PEOPLE_WORDS;
    for (size_t i = 0; i < g->n; i++) {
        g->n_reports += i == 0 || e[i].report != e[i - 1].report;
        g->asked = g->asked || e[i].asked;
        g->work |= e[i].work;
        if (e[i].born) g->born = e[i].born;
        if (e[i].kind == LGM_PEOPLE_BODY || e[i].kind == LGM_PEOPLE_FULL ||
            (e[i].kind == LGM_PEOPLE_LAST && g->kind == LGM_PEOPLE_WORDS))
            g->kind = e[i].kind;
    }
    g->country = usual_country(e, g->n);
    g->name = g->first + usual_name(e, g->n, g->kind);
}

/* Why the group is not one with an earlier one of its name. */
static lgm_person_apart apart_from(const lgm_people *p, const lgm_people_group *g,
                                   const lgm_people_group *other)
{
    const lgm_people_entity *const a = &p->gathered.all.at[g->name];
    const lgm_people_entity *const b = &p->gathered.all.at[other->name];
    if (!same(a->type, b->type) || !same(a->key, b->key)) return LGM_PERSON_NOT_APART;
    if (g->country && other->country && strcmp(g->country, other->country) != 0)
        return LGM_PERSON_COUNTRY;
    if (g->work && other->work && !(g->work & other->work)) return LGM_PERSON_WORK;
    if (g->born && other->born && g->born != other->born) return LGM_PERSON_AGE;
    return a->year && b->year && abs(a->year - b->year) > 60 ? LGM_PERSON_TIME : LGM_PERSON_UNSURE;
}

static void set_apart(lgm_people *p, uint32_t i)
{
    lgm_people_group *const g = &p->groups[i];
    for (size_t k = 0; k < g->n; k++) {
        if (p->gathered.all.at[g->first + k].why != LGM_PERSON_SPLIT) continue;
        g->apart = LGM_PERSON_DECIDED;
        return;
    }
    if (g->kind == LGM_PEOPLE_LAST) g->apart = LGM_PERSON_ONE_NAME;
    if (g->kind == LGM_PEOPLE_WORDS) g->apart = LGM_PERSON_WORDS;
    for (uint32_t k = 0; k < i && (!g->apart || g->apart == LGM_PERSON_UNSURE); k++) {
        const lgm_person_apart apart = apart_from(p, g, &p->groups[k]);
        if (apart) g->apart = apart;
    }
}

static lgm_status make_groups(lgm_people *p, lgm_err *err)
{
    lgm_people_gathered *const all = &p->gathered;
    const lgm_people_company company = {lgm_people_shared, all};
    uint32_t kept = 0;
    lgm_status st =
        lgm_people_join(all->all.at, all->all.n, &company, &p->n_groups, all->arena, err);
    if (st == LGM_OK) st = lgm_people_obey(all, &p->n_groups, err);
    if (st != LGM_OK) return st;
    qsort(all->all.at, all->all.n, sizeof *all->all.at, by_group);
    p->groups = lgm_arena_calloc(all->arena, p->n_groups + 1, sizeof *p->groups);
    if (!p->groups) return lgm_arena_fail(all->arena, err);
    for (size_t i = 0; i < all->all.n; i++) {
        lgm_people_group *const g = &p->groups[all->all.at[i].group];
        if (!g->n++) g->first = i;
    }
    for (uint32_t i = 0; i < p->n_groups; i++) {
        describe(p, &p->groups[i]);
        if (p->groups[i].asked) p->groups[kept++] = p->groups[i];
    }
    p->n_groups = kept;
    qsort(p->groups, p->n_groups, sizeof *p->groups, by_size);
    for (uint32_t i = 0; i < p->n_groups; i++) set_apart(p, i);
    return LGM_OK;
}

/* ---- found ---- */

lgm_status lgm_people_find(lgm_people **out, lgm_ledger *ledger, const char *words,
                           const char *as_of, lgm_err *err)
{
    lgm_arena *arena;
    *out = NULL;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    lgm_people *const p = lgm_arena_calloc(arena, 1, sizeof *p);
    if (p) p->gathered = (lgm_people_gathered){.ledger = ledger, .arena = arena};
    st = p ? lgm_people_gather(&p->gathered, words, as_of, err) : lgm_arena_fail(arena, err);
    if (st == LGM_OK) st = make_groups(p, err);
    if (st == LGM_OK)
        *out = p;
    else
        lgm_arena_free(arena);
    return st;
}

void lgm_people_free(lgm_people *p)
{
    if (p) lgm_arena_free(p->gathered.arena);
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
    const lgm_people_group *const g = &p->groups[i];
    const lgm_people_entity *const e = &p->gathered.all.at[g->name];
    return (lgm_person){.type = str(e->type),
                        .name = str(e->name),
                        .country = {g->country, g->country ? strlen(g->country) : 0},
                        .n_members = g->n,
                        .n_reports = g->n_reports,
                        .born = g->born,
                        .apart = g->apart};
}

lgm_person_member lgm_people_member(const lgm_people *p, size_t i, size_t k)
{
    const lgm_people_entity *const e = &p->gathered.all.at[p->groups[i].first + k];
    return (lgm_person_member){.report = e->report,
                               .entity = e->n,
                               .name = str(e->name),
                               .date = str(e->date),
                               .why = e->why,
                               .because = str(e->because)};
}
