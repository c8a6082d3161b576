/*
 * bodies.c - which names are one place, organisation or other thing.
 *
 * The same words ("the" and a company's legal form left out); initials and what they stand for
 * ("United Nations", "UN"); an organisation without the noun at its end ("Amnesty International",
 * "Amnesty"). The way back, from "Ford" to "Ford Foundation", is not taken: they may be two.
 */
#include "entity/find_group.h"

static bool is_place(uint8_t type)
{
    return type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC || type == LGM_ENTITY_FAC;
}

static enum lgm_entity_key whole_key(uint8_t type)
{
    return is_place(type) ? LGM_KEY_PLACE : LGM_KEY_BODY;
}

static enum lgm_entity_key acronym_key(uint8_t type)
{
    return is_place(type) ? LGM_KEY_PLACE_ACRONYM : LGM_KEY_BODY_ACRONYM;
}

/* The same words. Types may differ for acronyms, and where a building stands for what sits in it
 * ("White House"). */
static uint32_t find_same(const lgm_grouper *g, const lgm_form *f, uint8_t type)
{
    const uint32_t found = lgm_entity_group_under(g, whole_key(type), f->all);
    if (found != LGM_NONE) return found;
    const uint32_t other =
        lgm_entity_group_under(g, is_place(type) ? LGM_KEY_BODY : LGM_KEY_PLACE, f->all);
    if (other == LGM_NONE) return LGM_NONE;
    const bool building =
        type == LGM_ENTITY_FAC || lgm_entity_group_type(&g->groups.at[other]) == LGM_ENTITY_FAC;
    return building || f->acronym ? other : LGM_NONE;
}

/* One that was named by the initials of this name only. */
static uint32_t find_acronym(const lgm_grouper *g, const lgm_form *f, uint8_t type)
{
    for (int i = 0; i < 2; i++) {
        if (f->initials[i] == 0) continue;
        const uint64_t all = lgm_hash64(0, (const char *)&f->initials[i], sizeof f->initials[i]);
        const uint32_t found =
            lgm_entity_group_under(g, whole_key(type), all); /* as a one-word name */
        if (found != LGM_NONE && g->groups.at[found].acronym_only) return found;
    }
    return LGM_NONE;
}

/* "Orvane" for "Orvane Mining" that came before, or the other way round; if only one body may be
 * called so, and no place is. */
static uint32_t find_brief(const lgm_grouper *g, const lgm_form *f)
{
    if (f->n == 1) {
        if (lgm_entity_group_under(g, LGM_KEY_PLACE, f->all) != LGM_NONE) return LGM_NONE;
        const lgm_index_slot *const s = lgm_entity_index_get(
            &g->index, lgm_entity_key(LGM_KEY_BRIEF, f->word[0]));
        return s && !s->several ? s->entity : LGM_NONE;
    }
    if (!f->brief || !(f->kinds[f->n - 1] & (LGM_NAME_TRADE | LGM_NAME_CLUB))) return LGM_NONE;
    const lgm_form one = {.word = {f->brief}, .n = 1};
    const uint32_t found =
        lgm_entity_group_under(g, LGM_KEY_BODY, lgm_entity_form_part(&one, 0, 1));
    return found != LGM_NONE && g->groups.at[found].longest == 1 ? found : LGM_NONE;
}

uint32_t lgm_entity_body_find(const lgm_grouper *g, const lgm_form *f, uint8_t type)
{
    uint32_t found = find_same(g, f, type);
    if (found == LGM_NONE && f->acronym)
        found = lgm_entity_group_under(g, acronym_key(type), f->word[0]);
    if (found == LGM_NONE) found = find_acronym(g, f, type);
    if (found == LGM_NONE && type == LGM_ENTITY_ORG && f->n > 0)
        found = lgm_entity_group_under(g, LGM_KEY_CORE, f->all);
    if (found == LGM_NONE && type == LGM_ENTITY_ORG) found = find_brief(g, f);
    return found;
}

bool lgm_entity_body_note(lgm_grouper *g, const lgm_form *f, uint8_t type, uint32_t group)
{
    lgm_index *const index = &g->index;
    lgm_group *const p = &g->groups.at[group];
    p->acronym_only = p->acronym_only && f->acronym;
    bool ok = lgm_entity_index_put(index, lgm_entity_key(whole_key(type), f->all), group);
    for (int i = 0; ok && i < 2; i++)
        if (f->initials[i] != 0)
            ok = lgm_entity_index_put(index, lgm_entity_key(acronym_key(type), f->initials[i]),
                                      group);
    if (ok && f->brief)
        ok = lgm_entity_index_put(index, lgm_entity_key(LGM_KEY_BRIEF, f->brief), group);
    if (ok && type == LGM_ENTITY_ORG && f->n > 1 &&
        (f->kinds[f->n - 1] & (LGM_NAME_BODY | LGM_NAME_TRADE)))
        ok = lgm_entity_index_put(
            index, lgm_entity_key(LGM_KEY_CORE, lgm_entity_form_part(f, 0, f->n - 1)), group);
    return ok;
}
