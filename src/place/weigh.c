/* weigh.c - candidates and their weights. */
#include "place/weigh.h"

#include <string.h>

#include "world/names.h"
#include "world/states.h"

enum {
    NOT_FIRST_NAME = -48, /* "Philadelphia" was Amman once, "Pali" is Paris in some language */
    USUAL_NAME = 24,      /* "Gaza": the Strip before the city */
    A_COUNTRY = 150,      /* "Jordan", "Mali" are countries before they are towns */
    A_DIVISION = -40,     /* "Kharkiv", "New York": the city before what is called after it */
    A_DISTRICT = -24,
    A_CAPITAL = 24,      /* "Washington": before the state of that name */
    A_PART = -32,        /* of a town: "Westminster" may be many */
    COUNTRY_NAMED = 64,  /* the report speaks of the country */
    COUNTRY_OFTEN = 16,  /* ... three times or more */
    DIVISION_NAMED = 32, /* ... or of the same state or province */
    SISTER_PLACES = 120, /* for a division: others of its country: "Florida and Georgia" */
    OWN_PLACES = 60,     /* for a country with a namesake: "Georgia", where Tbilisi is named */
    MIDDLING = 111,      /* 15,000 people */
    LARGE = 133,         /* 100,000 people: needs no support */
    HUGE = 151,          /* 500,000 people */
    OFTEN = 3
};

static const char *const last_words[] = {" city",        " town",   " village",    " province",
                                         " district",    " county", " region",     " state",
                                         " governorate", " oblast", " prefecture", " municipality"};
static const char *const first_words[] = {"city of ",   "town of ",   "village of ", "province of ",
                                          "state of ",  "island of ", "port of ",    "district of ",
                                          "region of ", "greater ",   "downtown "};

static int weight_of_kind(lgm_place_kind kind)
{
    switch (kind) {
    case LGM_PLACE_CONTINENT:
    case LGM_PLACE_COUNTRY: return A_COUNTRY;
    case LGM_PLACE_ADMIN2: return A_DISTRICT;
    case LGM_PLACE_CAPITAL: return A_CAPITAL;
    case LGM_PLACE_PART: return A_PART;
    default: return 0;
    }
}

static void keep(const lgm_places *places, lgm_candidates *out, lgm_place_hit hit)
{
    const lgm_place p = lgm_world_places_at(places, hit.place);
    const bool usual = (hit.called & LGM_CALLED_USUALLY) != 0;
    const bool named = !(hit.called & LGM_CALLED_OTHERWISE);
    int weight = (int)p.size;
    /* A division that English news calls so ("Crimea") is meant, and no town of that name. */
    weight += usual && p.kind == LGM_PLACE_ADMIN1 ? USUAL_NAME : weight_of_kind(p.kind);
    if (!named) weight += NOT_FIRST_NAME;
    const bool whole = p.kind == LGM_PLACE_COUNTRY || p.kind == LGM_PLACE_CONTINENT;
    out->at[out->n++] = (lgm_candidate){.place = hit.place,
                                        .weight = weight,
                                        .supported = whole || (named && p.size >= LARGE),
                                        .named = named,
                                        .usual = usual};
}

static size_t last_word(const char *folded, size_t len)
{
    for (size_t i = 0; i < LGM_COUNT(last_words); i++) {
        const size_t n = strlen(last_words[i]);
        if (len > n && memcmp(folded + len - n, last_words[i], n) == 0) return n;
    }
    return 0;
}

static bool look_up(const lgm_places *places, const char *folded, size_t len, lgm_candidates *out)
{
    uint32_t n;
    const uint32_t first = lgm_world_places_find(places, folded, len, &n);
    if (n > LGM_MAX_CANDIDATES) n = LGM_MAX_CANDIDATES;
    const bool says_kind = last_word(folded, len) > 0;
    for (uint32_t i = 0; i < n; i++) {
        lgm_place_hit hit = lgm_world_places_hit(places, first, i);
        /* "Kharkiv Oblast" is an alternate name in the table, and leaves no doubt what is meant. */
        if (says_kind && lgm_world_places_at(places, hit.place).kind == LGM_PLACE_ADMIN1)
            hit.called &= ~(uint32_t)LGM_CALLED_OTHERWISE;
        keep(places, out, hit);
    }
    return n > 0;
}

static size_t first_word(const char *folded, size_t len)
{
    for (size_t i = 0; i < LGM_COUNT(first_words); i++) {
        const size_t n = strlen(first_words[i]);
        if (len > n && memcmp(folded, first_words[i], n) == 0) return n;
    }
    return 0;
}

/* "New York" is the city, "Washington" the capital; "Ontario" is the province, though California
 * has a town of that name. */
static void lower_divisions(const lgm_places *places, lgm_candidates *c)
{
    for (uint32_t i = 0; i < c->n; i++) {
        const lgm_place d = lgm_world_places_at(places, c->at[i].place);
        if (d.kind != LGM_PLACE_ADMIN1 || c->at[i].usual) continue;
        for (uint32_t j = 0; j < c->n; j++) {
            const lgm_place t = lgm_world_places_at(places, c->at[j].place);
            const bool inside =
                t.division == d.division || (t.kind == LGM_PLACE_CAPITAL && t.country == d.country);
            if (!inside || !c->at[j].named || t.kind < LGM_PLACE_CAPITAL ||
                (t.size < LARGE && t.kind == LGM_PLACE_TOWN) || t.kind == LGM_PLACE_PART)
                continue;
            c->at[i].weight += A_DIVISION;
            break;
        }
    }
}

static void find_candidates(const lgm_places *places, lgm_slice name, lgm_candidates *out)
{
    char folded[LGM_WORLD_FOLDED];
    const size_t len = lgm_world_fold(name, folded);
    out->n = 0;
    out->word = len > 0 && lgm_world_find(LGM_WORLD_NO_PLACE, folded) != NULL;
    if (len == 0 || look_up(places, folded, len, out)) return;
    const size_t behind = last_word(folded, len), before = first_word(folded, len);
    if (behind > 0)
        look_up(places, folded, len - behind, out);
    else if (before > 0)
        look_up(places, folded + before, len - before, out);
}

void lgm_place_candidates(const lgm_places *places, lgm_slice name, lgm_candidates *out)
{
    find_candidates(places, name, out);
    /* A name that only one town of some size has needs no support. */
    if (out->n == 1 && out->at[0].named &&
        lgm_world_places_at(places, out->at[0].place).size >= MIDDLING)
        out->at[0].supported = true;
    lower_divisions(places, out);
}

static bool holds(const lgm_candidates *c, uint32_t place)
{
    for (uint32_t i = 0; i < c->n; i++)
        if (c->at[i].place == place) return true;
    return false;
}

void lgm_place_add_divisions(const lgm_places *places, const char *value, lgm_candidates *out)
{
    for (const char *p = value; p; p = strchr(p, ';')) {
        p += *p == ';';
        const char *const name = p + 3; /* behind "US " */
        uint32_t n;
        const uint32_t first = lgm_world_places_find(places, name, strcspn(name, ";"), &n);
        for (uint32_t i = 0; i < n && out->n < LGM_MAX_CANDIDATES; i++) {
            const lgm_place_hit hit = lgm_world_places_hit(places, first, i);
            const lgm_place d = lgm_world_places_at(places, hit.place);
            if (d.kind == LGM_PLACE_ADMIN1 && d.cc && strncmp(d.cc, p, 2) == 0 &&
                !holds(out, hit.place))
                keep(places, out, hit);
        }
    }
}

static bool has_namesake(const lgm_places *places, const lgm_candidates *c)
{
    bool country = false, division = false;
    for (uint32_t i = 0; i < c->n; i++) {
        const lgm_place_kind k = lgm_world_places_at(places, c->at[i].place).kind;
        country |= k == LGM_PLACE_COUNTRY;
        division |= k == LGM_PLACE_ADMIN1 && c->at[i].named;
    }
    return country && division;
}

void lgm_place_weigh(const lgm_place_evidence *e, lgm_candidates *c)
{
    const bool namesakes = has_namesake(e->places, c);
    for (uint32_t i = 0; i < c->n; i++) {
        lgm_candidate *const k = &c->at[i];
        const lgm_place p = lgm_world_places_at(e->places, k->place);
        if (p.kind == LGM_PLACE_CONTINENT) continue;
        const unsigned mentions = e->country[p.country];
        if (mentions > 0) {
            k->supported = true;
            k->weight += COUNTRY_NAMED + (mentions >= OFTEN ? COUNTRY_OFTEN : 0);
        }
        /* A report from Panama that says "Ojo de Agua" does not mean a suburb of Mexico City. */
        if (mentions == 0 && e->set && p.kind > LGM_PLACE_ADMIN1 && p.size < HUGE)
            k->supported = false;
        if (p.kind == LGM_PLACE_COUNTRY) {
            if (namesakes && mentions > 0) k->weight += OWN_PLACES;
            continue;
        }
        if (p.kind == LGM_PLACE_ADMIN1 && namesakes && e->settled[p.country] > 0)
            k->weight += SISTER_PLACES;
        if (p.division != 0 && e->division[p.division]) {
            k->weight += DIVISION_NAMED;
            k->local = k->supported = true;
        }
    }
}

bool lgm_place_within(const lgm_places *places, uint32_t a, uint32_t b)
{
    if (a == b) return false;
    const lgm_place x = lgm_world_places_at(places, a), y = lgm_world_places_at(places, b);
    if (y.kind == LGM_PLACE_COUNTRY) return x.country == y.country;
    return y.kind == LGM_PLACE_ADMIN1 && x.division == y.division && x.kind > LGM_PLACE_ADMIN1;
}

/* One of them lies in the other, or both in one division: which it is makes no great difference. */
static bool together(const lgm_places *places, uint32_t a, uint32_t b)
{
    const lgm_place x = lgm_world_places_at(places, a), y = lgm_world_places_at(places, b);
    return x.country == y.country && x.division == y.division && x.division != 0;
}

uint32_t lgm_place_best(const lgm_places *places, const lgm_candidates *c, int *margin)
{
    uint32_t best = LGM_NONE;
    for (uint32_t i = 0; i < c->n; i++)
        if (best == LGM_NONE || c->at[i].weight > c->at[best].weight) best = i;
    *margin = 1000;
    for (uint32_t i = 0; best != LGM_NONE && i < c->n; i++) {
        const int by = c->at[best].weight - c->at[i].weight;
        if (i != best && by < *margin && !together(places, c->at[i].place, c->at[best].place))
            *margin = by;
    }
    return best;
}
