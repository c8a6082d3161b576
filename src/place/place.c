/*
 * place.c - resolves the places of a report.
 *
 * Three rounds. What stands fast by itself (countries, their people, cities that outweigh all
 * others of their name) is evidence for the rest; pairs ("Aleppo, Syria") are resolved together;
 * then each that is left, by all evidence.
 */
#include "place/place.h"

#include <assert.h>
#include <string.h>

#include "base/fold.h"
#include "doc/why.h"
#include "legomena/kinds.h"
#include "place/weigh.h"
#include "tree/shape.h"
#include "world/names.h"
#include "world/states.h"

enum {
    CERTAIN_SIZE = 151,  /* 500,000 people and ... */
    CERTAIN_MARGIN = 40, /* ... 32 times as many as others of that name: evidence by itself */
    WITHIN = 200,        /* "X, Y" where X lies in Y */
    MIDDLING = 111,      /* 15,000 people: smaller ones are named with what they lie in */
    LARGE = 133,         /* 100,000 people: a LOC that is a town is no river or hill of that name */
    OFTEN = 3,           /* mentions that set a report in a country */
    DOUBT = 12,          /* less than 2.8 times as likely as the next: nobody can tell */
    DOUBT_ALONE = 24     /* ... and 8 times where nothing in the report speaks for it */
};

typedef struct resolver {
    const lgm_places *places;
    lgm_doc *doc;
    lgm_place_evidence evidence;
    uint32_t *parent; /* [n_entities]: the entity that it is said to lie in, LGM_NONE */
    bool *address;    /* [n_entities]: ... behind a comma, in no list: "Naples, Maine, is ..." */
    uint32_t *owner;  /* [n_names]: entity of the name */
    lgm_doc_place *out;
    bool *done;
    lgm_candidates a, b;
} resolver;

static bool is_place(uint8_t type)
{
    return type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC;
}

/* ---- candidates of an entity ----------------------------------------------------------------- */

/* "a savannah" is none. */
static bool has_capital(lgm_slice name)
{
    for (size_t i = 0, used; i < name.len; i += used) {
        const int32_t cp = lgm_utf8_next(name.ptr + i, name.len - i, &used);
        if (cp >= 0 && lgm_lower_cp((uint32_t)cp) != (uint32_t)cp) return true;
    }
    return false;
}

/* "Ore.", "N.S.", "ID": the states and provinces that the name is short for; NULL = none. */
static const char *division_of(const lgm_doc *doc, uint32_t name)
{
    const lgm_tokspan s = doc->names[name].tokens;
    const bool period =
        s.end < doc->n_tokens && lgm_slice_eq(lgm_doc_form(doc, s.end), LGM_SLICE("."));
    return lgm_world_division(lgm_doc_words(doc, s), period);
}

/* Those of its best name; where the table has none, those of its other names. */
static void candidates_of(const resolver *r, uint32_t entity, lgm_candidates *out)
{
    const lgm_doc *const doc = r->doc;
    const lgm_doc_entity *const e = &doc->entities[entity];
    out->n = 0;
    if (e->n == 0) return; /* what is never named has no place */
    const lgm_slice best = lgm_doc_words(doc, doc->names[e->name].tokens);
    if (!has_capital(best)) return;
    lgm_place_candidates(r->places, best, out);
    const char *const division = division_of(doc, e->name);
    if (division) lgm_place_add_divisions(r->places, division, out);
    enum { OTHERS = 8 }; /* more ways to write one place are not looked at */
    for (uint32_t i = 0; out->n == 0 && i < e->n && i < OTHERS; i++) {
        const uint32_t name = doc->name_order[e->first + i];
        lgm_place_candidates(r->places, lgm_doc_words(doc, doc->names[name].tokens), out);
    }
}

static void add(uint16_t *count, uint32_t n)
{
    *count = (uint16_t)(*count + n < UINT16_MAX ? *count + n : UINT16_MAX);
}

static void note(resolver *r, uint32_t place, uint32_t mentions)
{
    const lgm_place p = lgm_world_places_at(r->places, place);
    if (p.country == LGM_PLACES_NO_COUNTRY) return;
    add(&r->evidence.country[p.country], mentions);
    /* A capital is named for its government, too. */
    if (p.kind != LGM_PLACE_COUNTRY && p.kind != LGM_PLACE_CAPITAL)
        add(&r->evidence.settled[p.country], 1);
    if (p.division) r->evidence.division[p.division] = 1;
}

/* ---- evidence -------------------------------------------------------------------------------- */

static void note_people(resolver *r, const char *alpha3)
{
    const char *const cc = lgm_world_alpha2(alpha3);
    const uint32_t country = cc ? lgm_world_places_country(r->places, cc) : LGM_PLACES_NO_COUNTRY;
    if (country != LGM_PLACES_NO_COUNTRY) add(&r->evidence.country[country], 1);
}

/* The people of a country, by one word or two ("South Korean"). "US" is one only in capitals. */
static uint32_t people_at(resolver *r, uint32_t t)
{
    const lgm_doc *const doc = r->doc;
    char folded[LGM_WORLD_FOLDED];
    const lgm_slice form = lgm_doc_form(doc, t);
    if (!lgm_tree_is_capital(form)) return 1;
    if (t + 1 < doc->n_tokens && lgm_tree_is_capital(lgm_doc_form(doc, t + 1)) &&
        lgm_world_fold(lgm_doc_words(doc, (lgm_tokspan){t, t + 2}), folded)) {
        const char *const both = lgm_world_find(LGM_WORLD_DEMONYM, folded);
        if (both) {
            note_people(r, both);
            return 2;
        }
    }
    if (!lgm_world_fold(form, folded)) return 1;
    if (strcmp(folded, "us") == 0 && (form.len < 2 || form.ptr[1] == 's')) return 1;
    const char *const one = lgm_world_find(LGM_WORLD_DEMONYM, folded);
    if (one) note_people(r, one);
    return 1;
}

/* What a name means whatever else the report says; LGM_NONE where it depends. */
static uint32_t certain(const resolver *r, const lgm_candidates *c)
{
    int margin;
    const uint32_t best = lgm_place_best(r->places, c, &margin);
    if (best == LGM_NONE || !c->at[best].named) return LGM_NONE;
    const lgm_place p = lgm_world_places_at(r->places, c->at[best].place);
    if (p.kind == LGM_PLACE_COUNTRY) { /* "Georgia" is a state too */
        for (uint32_t i = 0; i < c->n; i++) {
            const lgm_place q = lgm_world_places_at(r->places, c->at[i].place);
            if (q.kind == LGM_PLACE_ADMIN1 && c->at[i].named && q.country != p.country &&
                q.size >= p.size)
                return LGM_NONE;
        }
        return c->at[best].place;
    }
    return p.size >= CERTAIN_SIZE && margin >= CERTAIN_MARGIN ? c->at[best].place : LGM_NONE;
}

static void gather_evidence(resolver *r)
{
    const lgm_doc *const doc = r->doc;
    for (uint32_t t = 0; t < doc->n_tokens;) t += people_at(r, t);
    for (uint32_t e = 0; e < doc->n_entities; e++) {
        if (!is_place(doc->entities[e].type)) continue;
        candidates_of(r, e, &r->a);
        const uint32_t place = certain(r, &r->a);
        if (place != LGM_NONE) note(r, place, doc->entities[e].n);
    }
    for (uint32_t c = 0; c < LGM_PLACES_NO_COUNTRY; c++)
        r->evidence.set |= r->evidence.country[c] >= OFTEN;
}

/* ---- pairs ----------------------------------------------------------------------------------- */

/* What stands between two names says that the first lies in the second: ",", "(", "in", "in
 * the". */
static bool says_within(const lgm_doc *doc, uint32_t from, uint32_t to)
{
    if (from >= to || to - from > 2) return false;
    const lgm_slice w = lgm_doc_form(doc, from);
    const bool in = lgm_slice_eq(w, LGM_SLICE("in"));
    if (to - from == 2)
        return (in || lgm_slice_eq(w, LGM_SLICE(","))) &&
               lgm_slice_eq(lgm_doc_form(doc, from + 1), in ? LGM_SLICE("the") : LGM_SLICE("in"));
    return in || lgm_slice_eq(w, LGM_SLICE(",")) || lgm_slice_eq(w, LGM_SLICE("("));
}

/* Does a list of places go on behind name i? "Chicago, Texas and Florida" */
static bool is_listed(const lgm_doc *doc, uint32_t i)
{
    if (i + 1 >= doc->n_names || !is_place(doc->names[i + 1].type)) return false;
    const uint32_t from = doc->names[i].tokens.end, to = doc->names[i + 1].tokens.start;
    for (uint32_t t = from; t < to; t++)
        if (!LGM_SLICE_IN(lgm_doc_form(doc, t), ",", "and", "or")) return false;
    return to > from;
}

static void find_pairs(resolver *r)
{
    const lgm_doc *const doc = r->doc;
    for (uint32_t e = 0; e < doc->n_entities; e++) r->parent[e] = LGM_NONE;
    for (uint32_t i = 0; i + 1 < doc->n_names; i++) {
        const uint32_t a = r->owner[i], b = r->owner[i + 1];
        const uint8_t type = doc->entities[a].type;
        if (a == b || r->parent[a] != LGM_NONE || !is_place(doc->entities[b].type) ||
            (!is_place(type) && type != LGM_ENTITY_FAC))
            continue;
        const uint32_t end = doc->names[i].tokens.end;
        if (!says_within(doc, end, doc->names[i + 1].tokens.start)) continue;
        r->parent[a] = b;
        r->address[a] = lgm_slice_eq(lgm_doc_form(doc, end), LGM_SLICE(",")) &&
                        !is_listed(doc, i + 1);
    }
}

/* ---- decide ---------------------------------------------------------------------------------- */

static float confidence_of(int margin, bool said, bool supported)
{
    const int m = margin > 80 ? 80 : margin;
    const float c = 0.5f + (float)m / 200.0f + (said ? 0.3f : supported ? 0.1f : 0.0f);
    return c < 0.99f ? c : 0.99f;
}

static void settle(resolver *r, uint32_t entity, uint32_t place, float confidence)
{
    const lgm_place p = lgm_world_places_at(r->places, place);
    r->out[entity] = (lgm_doc_place){.geonames = p.geonames,
                                       .name = p.name,
                                       .cc = p.cc,
                                       .admin1 = p.kind == LGM_PLACE_COUNTRY ? NULL : p.admin1,
                                       .lat = p.lat,
                                       .lon = p.lon,
                                       .is_country = p.kind == LGM_PLACE_COUNTRY,
                                       .confidence = confidence};
    r->done[entity] = true;
}

static lgm_tokspan words_of(const lgm_doc *doc, uint32_t entity)
{
    return doc->names[doc->entities[entity].name].tokens;
}

static bool has_country(const resolver *r, const lgm_candidates *c)
{
    for (uint32_t i = 0; i < c->n; i++)
        if (lgm_world_places_at(r->places, c->at[i].place).kind == LGM_PLACE_COUNTRY) return true;
    return false;
}

/* The best pair of candidates of which one lies in the other; false where there is none. */
static bool best_pair(const resolver *r, uint32_t *x, uint32_t *y)
{
    /* A list of countries is no address: "Mali, Guinea and Senegal", and Guinea has a town Mali. */
    const bool country = has_country(r, &r->a);
    bool found = false;
    int top = 0;
    for (uint32_t j = 0; j < r->b.n; j++) {
        const lgm_place_kind kind = lgm_world_places_at(r->places, r->b.at[j].place).kind;
        if (kind != LGM_PLACE_COUNTRY && kind != LGM_PLACE_ADMIN1) continue;
        for (uint32_t i = 0; i < r->a.n; i++) {
            if (!lgm_place_within(r->places, r->a.at[i].place, r->b.at[j].place)) continue;
            if (country &&
                lgm_world_places_at(r->places, r->a.at[i].place).kind > LGM_PLACE_ADMIN1 &&
                kind == LGM_PLACE_COUNTRY)
                continue;
            const int weight = r->a.at[i].weight + r->b.at[j].weight;
            if (found && weight <= top) continue;
            found = true;
            top = weight;
            *x = i;
            *y = j;
        }
    }
    return found;
}

static void decide_pair(resolver *r, uint32_t entity)
{
    const uint32_t parent = r->parent[entity];
    uint32_t x, y;
    candidates_of(r, entity, &r->a);
    candidates_of(r, parent, &r->b);
    lgm_place_weigh(&r->evidence, &r->a);
    lgm_place_weigh(&r->evidence, &r->b);
    if (!best_pair(r, &x, &y)) return;
    r->a.at[x].weight += WITHIN;
    int margin;
    if (lgm_place_best(r->places, &r->a, &margin) != x) return;
    settle(r, entity, r->a.at[x].place, confidence_of(margin, true, true));
    LGM_WHY(r->doc, ENTITY, entity, "place", words_of(r->doc, parent),
            "It is said to lie in the place behind it, and one of the %u of this name does",
            r->a.n);
    note(r, r->a.at[x].place, 1);
    if (r->done[parent]) return;
    r->b.at[y].weight += WITHIN;
    if (lgm_place_best(r->places, &r->b, &margin) != y) return;
    settle(r, parent, r->b.at[y].place, confidence_of(margin, true, true));
    LGM_WHY(r->doc, ENTITY, parent, "place", words_of(r->doc, entity),
            "The place before it is said to lie in it");
    note(r, r->b.at[y].place, 1);
}

/* Is the entity said to lie in a state in which the table has no such place? "Lisbon, Mont." is not
 * the Lisbon that all know. A state with its full name must be one alone: "Naples, Maine", but not
 * "Chicago, Texas and Florida", nor "Bonn, Washington", which is a city first. */
static bool is_elsewhere(resolver *r, uint32_t entity)
{
    const lgm_doc *const doc = r->doc;
    const uint32_t parent = r->parent[entity];
    if (parent == LGM_NONE || doc->entities[parent].n == 0) return false;
    const uint32_t name = doc->entities[parent].name;
    const lgm_slice words = lgm_doc_words(doc, doc->names[name].tokens);
    if (!division_of(doc, name) || division_of(doc, doc->entities[entity].name)) return false;
    if (words.len <= 3 || words.ptr[words.len - 1] == '.') return true;
    if (!r->address[entity]) return false;
    int margin;
    candidates_of(r, parent, &r->b);
    lgm_place_weigh(&r->evidence, &r->b);
    const uint32_t best = lgm_place_best(r->places, &r->b, &margin);
    return best != LGM_NONE &&
           lgm_world_places_at(r->places, r->b.at[best].place).kind == LGM_PLACE_ADMIN1;
}

/* wholes: only what comes out as a country or division, which is evidence for the rest. */
static void decide(resolver *r, uint32_t entity, bool wholes)
{
    int margin;
    candidates_of(r, entity, &r->a);
    lgm_place_weigh(&r->evidence, &r->a);
    const uint32_t best = lgm_place_best(r->places, &r->a, &margin);
    if (best == LGM_NONE || !r->a.at[best].supported || r->a.word) return;
    const lgm_candidate *const c = &r->a.at[best];
    const lgm_place p = lgm_world_places_at(r->places, c->place);
    if (wholes && p.kind > LGM_PLACE_ADMIN1) return;
    const bool known = p.country != LGM_PLACES_NO_COUNTRY && r->evidence.country[p.country] > 0;
    const bool whole = p.kind == LGM_PLACE_COUNTRY || p.kind == LGM_PLACE_CONTINENT;
    if (p.kind > LGM_PLACE_ADMIN1 && p.size < MIDDLING && !c->local && r->a.n > 1) return;
    const bool region = r->doc->entities[entity].type == LGM_ENTITY_LOC;
    if (region && p.kind > LGM_PLACE_ADMIN2 && p.size < LARGE) return;
    if (margin < (known || whole ? DOUBT : DOUBT_ALONE)) return;
    settle(r, entity, c->place, confidence_of(margin, false, known || whole));
    LGM_WHY(r->doc, ENTITY, entity, "place", words_of(r->doc, entity),
            known ? "Of %u places of this name in GeoNames it is the likeliest by its size and by "
                    "the countries that the report speaks of"
                  : "Of %u places of this name in GeoNames it is the likeliest by its size",
            r->a.n);
    if (wholes) note(r, c->place, 1);
}

static bool make_room(resolver *r, lgm_arena *scratch)
{
    const lgm_doc *const doc = r->doc;
    r->parent = lgm_arena_calloc(scratch, doc->n_entities, sizeof *r->parent);
    r->address = lgm_arena_calloc(scratch, doc->n_entities, sizeof *r->address);
    r->owner = lgm_doc_name_owners(doc, scratch);
    r->done = lgm_arena_calloc(scratch, doc->n_entities, sizeof *r->done);
    r->evidence.places = r->places;
    r->evidence.division =
        lgm_arena_calloc(scratch, (size_t)lgm_world_places_n_divisions(r->places) + 1, 1);
    return r->parent && r->address && r->owner && r->done && r->evidence.division;
}

lgm_status lgm_place_run(const lgm_places *places, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    if (!places || doc->n_entities == 0) return LGM_OK;
    assert(scratch != doc->arena);
    lgm_doc_place *const out = lgm_arena_calloc(doc->arena, doc->n_entities, sizeof *out);
    if (!out) return lgm_arena_fail(doc->arena, err);
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    resolver *const r = lgm_arena_calloc(scratch, 1, sizeof *r);
    if (r) {
        r->places = places;
        r->doc = doc;
        r->out = out;
    }
    if (!r || !make_room(r, scratch)) {
        const lgm_status st = lgm_arena_fail(scratch, err);
        lgm_arena_rewind(scratch, mark);
        return st;
    }
    gather_evidence(r);
    find_pairs(r);
    for (uint32_t e = 0; e < doc->n_entities; e++)
        if (r->parent[e] != LGM_NONE && !r->done[e]) decide_pair(r, e);
    for (int wholes = 1; wholes >= 0; wholes--)
        for (uint32_t e = 0; e < doc->n_entities; e++)
            if (is_place(doc->entities[e].type) && !r->done[e] && !is_elsewhere(r, e))
                decide(r, e, wholes);
    doc->places = out;
    lgm_arena_rewind(scratch, mark);
    return LGM_OK;
}
