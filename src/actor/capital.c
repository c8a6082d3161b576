/*
 * capital.c - "Merrow fired at a ship. Ostrel said it had been fired upon": Ostrel speaks for the
 * state of which it is the capital, and that is who speaks where the report names it.
 *
 * Only where the name of the capital alone is the source, or a pronoun for a capital that does
 * nothing in the report but stand for its government; where one entity of the report is that state;
 * and where the report has no authorities of the city ("the mayor of Ostrel"). The mention stays
 * with the city, which keeps its place and its code (docs/decisions/0010, 0032).
 */
#include "actor/capital.h"

#include <string.h>

#include "actor/metonym.h"
#include "doc/why.h"
#include "legomena/kinds.h"
#include "world/names.h"

enum { MOST = 64 }; /* names of an entity that are looked at */

static bool is_state(const lgm_reader *r, uint32_t entity, const char *country)
{
    const lgm_doc *const doc = r->doc;
    const lgm_doc_entity *const e = &doc->entities[entity];
    const lgm_doc_place *const p = doc->places ? &doc->places[entity] : NULL;
    if (e->name == LGM_NONE || (e->type != LGM_ENTITY_GPE && e->type != LGM_ENTITY_LOC))
        return false;
    if (p && p->geonames) {
        const char *const own = p->is_country ? lgm_world_alpha3(p->cc) : NULL;
        return own && strcmp(own, country) == 0;
    }
    const char *const own =
        lgm_phrase_whole(doc, LGM_WORLD_COUNTRY, doc->names[e->name].tokens);
    return own && strcmp(own, country) == 0;
}

/* The one entity that is that state; LGM_NONE for none or several. */
static uint32_t state_of(const lgm_reader *r, const char *country)
{
    uint32_t found = LGM_NONE;
    for (uint32_t i = 0; i < r->doc->n_entities; i++) {
        if (!is_state(r, i, country)) continue;
        if (found != LGM_NONE) return LGM_NONE;
        found = i;
    }
    return found;
}

static bool is_of_city(const lgm_doc *doc, uint32_t token)
{
    return token < doc->n_tokens &&
           LGM_SLICE_IN(lgm_doc_form(doc, token), "mayor", "Mayor", "city", "City", "council",
                        "Council", "municipality", "municipal", "prefecture", "governor",
                        "Governor", "police", "residents", "authorities");
}

/* "Ostrel mayor", "the mayor of Ostrel", "Ostrel's mayor". */
static bool has_authorities(const lgm_doc *doc, const lgm_tokspan name)
{
    return is_of_city(doc, name.end) || is_of_city(doc, name.end + 1) ||
           (name.start > 1 && is_of_city(doc, name.start - 2));
}

/* The country of which the entity is the capital, and a government here; NULL. *always: all its
 * names stand for it. */
static const char *speaks_for(const lgm_reader *r, const uint8_t *stands, uint32_t entity,
                              bool *always)
{
    const lgm_doc *const doc = r->doc;
    const lgm_doc_entity *const e = &doc->entities[entity];
    const char *country = NULL;
    *always = true;
    if (e->name == LGM_NONE || (doc->places && doc->places[entity].is_country)) return NULL;
    for (uint32_t i = 0; i < e->n && i < MOST; i++) {
        const uint32_t name = doc->name_order[e->first + i];
        const lgm_tokspan s = doc->names[name].tokens;
        if (has_authorities(doc, s)) return NULL;
        if (!stands[name])
            *always = false;
        else if (!country && lgm_phrase_whole(doc, LGM_WORLD_CAPITAL, s))
            country = lgm_actor_metonym_country(r, name);
    }
    return country;
}

/* Does a name of the source stand for a government; or is there none, and it is a pronoun? */
static bool stands_in(const lgm_reader *r, const uint8_t *stands, uint32_t claim, uint32_t entity,
                      bool always)
{
    const lgm_parts *const source = &r->doc->claims[claim].source;
    bool name = false;
    for (uint32_t i = 0; i < source->n; i++)
        for (uint32_t k = source->at[i].start; k < source->at[i].end; k++) {
            const uint32_t n = r->name_at[k];
            if (n == LGM_NONE) continue;
            name = true;
            if (r->owner[n] == entity && stands[n]) return true;
        }
    return always && !name;
}

static void put_state(lgm_doc *doc, uint32_t claim, uint32_t city, uint32_t state)
{
    lgm_claim_who *const who = &doc->claim_who[claim];
    if (who->speaker == city) who->speaker = state;
    for (uint32_t i = 0; i < who->n_speakers; i++)
        if (doc->speakers[who->first + i] == city) doc->speakers[who->first + i] = state;
}

static bool is_among(const lgm_doc *doc, uint32_t claim, uint32_t entity)
{
    const lgm_claim_who *const who = &doc->claim_who[claim];
    for (uint32_t i = 0; i < who->n_speakers; i++)
        if (doc->speakers[who->first + i] == entity) return true;
    return who->speaker == entity;
}

bool lgm_actor_capitals(const lgm_reader *r, const uint8_t *stands, lgm_doc *doc)
{
    doc->seats.n = doc->seats.room = 0;
    if (!doc->claim_who) return true;
    for (uint32_t e = 0; e < doc->n_entities; e++) {
        bool always, spoke = false;
        const char *const country = speaks_for(r, stands, e, &always);
        const uint32_t state = country ? state_of(r, country) : LGM_NONE;
        if (state == LGM_NONE || state == e) continue;
        for (uint32_t c = 0; c < doc->n_claims; c++) {
            if (!is_among(doc, c, e) || is_among(doc, c, state) ||
                !stands_in(r, stands, c, e, always))
                continue;
            put_state(doc, c, e, state);
            LGM_WHY(doc, CLAIM, c, "speaker", lgm_doc_all_of(&doc->claims[c].source),
                    "A capital that speaks is its state (data/states/countries.txt), which the "
                    "report names");
            spoke = true;
        }
        if (spoke)
            LGM_WHY(doc, ENTITY, state, "aliases", LGM_NO_WORDS,
                    "A capital that speaks is its state (data/states/countries.txt)");
        if (spoke && !lgm_vec_push(doc->arena, &doc->seats, ((lgm_doc_seat){e, state})))
            return false;
    }
    return true;
}
