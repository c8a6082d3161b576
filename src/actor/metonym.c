/*
 * metonym.c - names of capitals and countries that stand for the government there.
 *
 * A city does not speak. Its name stands for the government where it alone is the source of a claim
 * ("Kyiv has dismissed the allegation"; not "officials in Kyiv"), the subject of what only
 * governments do ("Washington imposed sanctions"), or the object of what is done to them ("accused
 * Moscow of").
 */
#include "actor/metonym.h"

#include <string.h>

#include "legomena/kinds.h"
#include "world/names.h"

static bool is_place(uint8_t type)
{
    return type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC || type == LGM_ENTITY_FAC;
}

static const lgm_doc_place *place_of(const lgm_reader *r, uint32_t name)
{
    const lgm_doc_place *const p = r->doc->places ? &r->doc->places[r->owner[name]] : NULL;
    return p && p->geonames ? p : NULL;
}

const char *lgm_actor_metonym_country(const lgm_reader *r, uint32_t name)
{
    const lgm_doc_place *const p = place_of(r, name);
    if (p && p->is_country) return lgm_world_alpha3(p->cc);
    const char *const seat =
        lgm_phrase_whole(r->doc, LGM_WORLD_CAPITAL, r->doc->names[name].tokens);
    /* Another Santiago than Chile's, where the map says so. */
    if (!seat || (p && (!p->cc || strcmp(lgm_world_alpha2(seat), p->cc) != 0))) return NULL;
    return seat;
}

/* Is there nothing in the source but names of places and small words? "Both Moscow and Kyiv" */
static bool names_alone(const lgm_reader *r, lgm_tokspan s)
{
    static const char *const small[] = {"DET", "CCONJ", "PUNCT", "ADV", "PART"};
    const lgm_doc *const doc = r->doc;
    for (uint32_t t = s.start; t < s.end; t++) {
        const uint32_t name = r->name_at[t];
        bool ok = name != LGM_NONE && is_place(doc->names[name].type);
        for (size_t i = 0; !ok && i < LGM_COUNT(small); i++)
            ok =
                doc->upos.of && lgm_doc_upos(doc, t) && strcmp(lgm_doc_upos(doc, t), small[i]) == 0;
        if (!ok) return false;
    }
    return true;
}

static void mark_sources(const lgm_reader *r, uint8_t *out)
{
    const lgm_doc *const doc = r->doc;
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        const lgm_parts *const source = &doc->claims[c].source;
        for (uint32_t i = 0; i < source->n; i++) {
            if (!names_alone(r, source->at[i])) continue;
            for (uint32_t t = source->at[i].start; t < source->at[i].end; t++)
                if (r->name_at[t] != LGM_NONE && lgm_actor_metonym_country(r, r->name_at[t]))
                    out[r->name_at[t]] = 1;
        }
    }
}

/* Lemmas come from a model and may have lost an "e" ("impos"). */
static bool acts(const lgm_doc *doc, uint32_t verb, lgm_world_kind kind)
{
    char folded[LGM_WORLD_FOLDED + 1];
    const size_t len = doc->lemma.of ? lgm_world_fold(lgm_doc_lemma(doc, verb), folded) : 0;
    if (len == 0) return false;
    if (lgm_world_find(kind, folded)) return true;
    memcpy(folded + len, "e", 2);
    return lgm_world_find(kind, folded) != NULL;
}

static bool is_actor(const lgm_reader *r, uint32_t name)
{
    const lgm_doc *const doc = r->doc;
    const lgm_tokspan s = doc->names[name].tokens;
    for (uint32_t t = s.start; t < s.end; t++) {
        const uint32_t head = doc->head[t];
        if (head == LGM_NONE || (head >= s.start && head < s.end) || !lgm_doc_rel(doc, t)) continue;
        if (strcmp(lgm_doc_rel(doc, t), "nsubj") == 0) return acts(doc, head, LGM_WORLD_ACT_DOES);
        return (strcmp(lgm_doc_rel(doc, t), "obj") == 0 ||
                strcmp(lgm_doc_rel(doc, t), "iobj") == 0) &&
               acts(doc, head, LGM_WORLD_ACT_DONE);
    }
    return false;
}

void lgm_actor_metonyms(const lgm_reader *r, uint8_t *out)
{
    const lgm_doc *const doc = r->doc;
    mark_sources(r, out);
    if (!doc->head || !doc->rel.of) return;
    for (uint32_t i = 0; i < doc->n_names; i++)
        if (!out[i] && is_place(doc->names[i].type) && lgm_actor_metonym_country(r, i) &&
            is_actor(r, i))
            out[i] = 1;
}
