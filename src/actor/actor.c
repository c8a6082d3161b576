/* actor.c - roles, then codes, entity by entity. */
#include "actor/actor.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "actor/capital.h"
#include "actor/leader.h"
#include "actor/listed.h"
#include "actor/metonym.h"
#include "actor/role.h"
#include "doc/why.h"
#include "legomena/kinds.h"
#include "tree/shape.h"
#include "world/names.h"

typedef struct coder {
    lgm_reader r;
    lgm_doc *doc;
    lgm_doc_actor *out;
    uint8_t *stands;
    LGM_VEC(lgm_tokspan) roles;
} coder;

static void set(char out[LGM_ACTOR_CODE], const char *country, const char *sector)
{
    snprintf(out, LGM_ACTOR_CODE, "%s%s", country, sector);
}

/* "... of Kenya" behind a name; NULL where none is said. */
static const char *country_of(const coder *c, lgm_tokspan name)
{
    const lgm_doc *const doc = c->doc;
    uint32_t used, t = name.end + 1;
    if (t >= doc->n_tokens || !lgm_slice_eq(lgm_doc_form(doc, name.end), LGM_SLICE("of")))
        return NULL;
    if (LGM_SLICE_IN(lgm_doc_form(doc, t), "the", "The") && t + 1 < doc->n_tokens) t++;
    return lgm_phrase_country(&c->r, t, doc->n_tokens - t < 6 ? doc->n_tokens : t + 6, &used);
}

/* ---- persons --------------------------------------------------------------------------------- */

/* "President Ada Lind of Chile" */
static const char *country_behind(const coder *c, const lgm_doc_entity *e)
{
    enum { LOOKED_AT = 32 };
    const char *country = NULL;
    for (uint32_t i = 0; !country && i < e->n && i < LOOKED_AT; i++)
        country = country_of(c, c->doc->names[c->doc->name_order[e->first + i]].tokens);
    return country;
}

/* The first role that tells all; else the country of one and the sector of another: "President Ada
 * Lind", later "the Merrow leader Lind". */
static void code_person(const coder *c, const lgm_doc_entity *e, const lgm_tokspan *at,
                        uint32_t n, char out[LGM_ACTOR_CODE])
{
    lgm_phrase all = {0};
    for (uint32_t i = 0; i < n; i++) {
        const lgm_phrase p = lgm_phrase_read(&c->r, at[i]);
        lgm_phrase_code(&p, out);
        if (out[0]) return;
        if (!all.country) all.country = p.country;
        if (!all.sector) {
            all.sector = p.sector;
            all.former = p.former;
        }
        if (p.body) all.body = p.body;
    }
    if (all.sector && !all.country) all.country = country_behind(c, e);
    lgm_phrase_code(&all, out);
    if (!out[0]) lgm_actor_leader(c->doc, e, &all, out);
}

static bool find_roles(coder *c, lgm_arena *arena, uint32_t entity)
{
    const lgm_doc *const doc = c->doc;
    const lgm_doc_entity *const e = &doc->entities[entity];
    lgm_doc_actor *const a = &c->out[entity];
    lgm_tokspan at[LGM_MAX_ROLES];
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n && n < LGM_MAX_ROLES; i++)
        lgm_actor_roles(&c->r, doc->name_order[e->first + i], at, &n);
    a->first_role = (uint32_t)c->roles.n;
    a->n_roles = n;
    for (uint32_t i = 0; i < n; i++)
        if (!lgm_vec_push(arena, &c->roles, at[i])) return false;
    for (uint32_t i = 0; i < n; i++)
        LGM_WHY(
            doc, ENTITY, entity, "roles", at[i],
            "A title before the name, or words behind it, with a word of data/states/roles.txt");
    code_person(c, e, at, n, a->code);
    if (a->code[0])
        LGM_WHY(doc, ENTITY, entity, "actor", n ? at[0] : LGM_NO_WORDS,
                "The roles of the person name a country and a sector, or a body, or it is who "
                "governs a country then (data/states)");
    return true;
}

/* ---- bodies and seats ------------------------------------------------------------------------ */

/* "the Russian Defence Ministry", "Ukraine's SBU", "the Supreme Court of Kenya". */
static const char *country_beside(const coder *c, lgm_tokspan name)
{
    const lgm_doc *const doc = c->doc;
    uint32_t used, t = name.start;
    if (t > 0 && lgm_tree_is_possessive(lgm_doc_form(doc, t - 1))) t--;
    if (t > 0) {
        const uint32_t before = c->r.name_at[t - 1];
        const uint32_t start = before != LGM_NONE ? doc->names[before].tokens.start : t - 1;
        const char *const country = lgm_phrase_country(&c->r, start, t, &used);
        if (country && start + used == t) return country;
        if (!country && t > 1) { /* "South Korean" */
            const char *const two = lgm_phrase_country(&c->r, t - 2, t, &used);
            if (two && used == 2) return two;
        }
    }
    return country_of(c, name);
}

static void code_body(const coder *c, const lgm_doc_entity *e, char out[LGM_ACTOR_CODE])
{
    enum { LOOKED_AT = 32 }; /* mentions that are searched for a country beside them */
    lgm_phrase p = {.body = lgm_actor_listed(c->doc, e, LGM_WORLD_BODY)};
    if (!p.body) p.body = lgm_actor_listed(c->doc, e, LGM_WORLD_SEAT);
    for (uint32_t i = 0; !p.body && i < e->n && i < LOOKED_AT && !(p.country && p.sector); i++) {
        const lgm_tokspan name = c->doc->names[c->doc->name_order[e->first + i]].tokens;
        const lgm_phrase in = lgm_phrase_read(&c->r, name);
        if (in.body && strcmp(in.body, "-") != 0) p.body = in.body;
        if (!p.country) p.country = in.country ? in.country : country_beside(c, name);
        if (!p.sector) p.sector = in.sector;
    }
    lgm_phrase_code(&p, out);
}

static void code_place(const coder *c, uint32_t entity, char out[LGM_ACTOR_CODE])
{
    const lgm_doc_entity *const e = &c->doc->entities[entity];
    const lgm_doc_place *const p = c->doc->places ? &c->doc->places[entity] : NULL;
    if (p && p->geonames && p->is_country) {
        set(out, lgm_world_alpha3(p->cc), "");
        return;
    }
    const char *const seat = lgm_actor_listed(c->doc, e, LGM_WORLD_SEAT);
    if (seat && strcmp(seat, "-") != 0) {
        set(out, seat, "");
        return;
    }
    const char *const country =
        c->doc->places ? NULL : lgm_actor_listed(c->doc, e, LGM_WORLD_COUNTRY);
    if (country) {
        set(out, country, "");
        return;
    }
    for (uint32_t i = 0; i < e->n; i++) {
        const uint32_t name = c->doc->name_order[e->first + i];
        if (!c->stands[name]) continue;
        set(out, lgm_actor_metonym_country(&c->r, name), "GOV");
        return;
    }
}

/* ---- without a name -------------------------------------------------------------------------- */

/* "Syrian rebels", "the French president": by the description that tells most. */
static void code_described(const coder *c, const lgm_doc_entity *e, char out[LGM_ACTOR_CODE])
{
    const lgm_phrase p = lgm_phrase_read(&c->r, lgm_doc_entity_words(c->doc, e));
    lgm_phrase_code(&p, out);
}

/* ---- run ------------------------------------------------------------------------------------- */

static bool code_all(coder *c, lgm_arena *arena)
{
    const lgm_doc *const doc = c->doc;
    lgm_actor_metonyms(&c->r, c->stands);
    for (uint32_t i = 0; i < doc->n_entities; i++) {
        const lgm_doc_entity *const e = &doc->entities[i];
        if (e->name == LGM_NONE) {
            if (e->type == LGM_ENTITY_PER || e->type == LGM_ENTITY_ORG ||
                e->type == LGM_ENTITY_OTH) /* "Merrow's warplanes" */
                code_described(c, e, c->out[i].code);
            if (c->out[i].code[0])
                LGM_WHY(doc, ENTITY, i, "actor", lgm_doc_entity_words(doc, e),
                        "The country and the office or sector in the description that tells most "
                        "(data/states)");
            continue;
        }
        switch (e->type) {
        case LGM_ENTITY_PER:
            if (!find_roles(c, arena, i)) return false;
            break;
        case LGM_ENTITY_ORG:
            code_body(c, e, c->out[i].code);
            if (c->out[i].code[0])
                LGM_WHY(doc, ENTITY, i, "actor", LGM_NO_WORDS,
                        "The body is listed in data/states, or its name and the country beside it "
                        "tell");
            break;
        case LGM_ENTITY_GPE:
        case LGM_ENTITY_LOC:
        case LGM_ENTITY_FAC:
            code_place(c, i, c->out[i].code);
            if (c->out[i].code[0])
                LGM_WHY(
                    doc, ENTITY, i, "actor", LGM_NO_WORDS,
                    "It is a country, or the seat or capital of a government for which it stands "
                    "(data/states)");
            break;
        default: break;
        }
    }
    return true;
}

lgm_status lgm_actor_run(lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    if (doc->n_entities == 0) return LGM_OK;
    assert(scratch != doc->arena);
    coder c = {.doc = doc};
    c.out = lgm_arena_calloc(doc->arena, doc->n_entities, sizeof *c.out);
    c.stands = lgm_arena_calloc(doc->arena, doc->n_names, 1);
    if (!c.out || !c.stands) return lgm_arena_fail(doc->arena, err);

    const lgm_arena_mark mark = lgm_arena_save(scratch);
    lgm_status st = lgm_phrase_reader(&c.r, scratch, doc) ? LGM_OK : lgm_arena_fail(scratch, err);
    if (st == LGM_OK && (!code_all(&c, doc->arena) || !lgm_actor_capitals(&c.r, c.stands, doc)))
        st = lgm_arena_fail(doc->arena, err);
    lgm_arena_rewind(scratch, mark);
    if (st != LGM_OK) return st;
    doc->actors = c.out;
    doc->stands = c.stands;
    doc->roles = c.roles.at;
    doc->n_roles = (uint32_t)c.roles.n;
    return LGM_OK;
}
