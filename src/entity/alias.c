/*
 * alias.c - names that are one by the tables of data/states alone.
 *
 * "ISIL" and "ISIS", "Doctors Without Borders" and "MSF"; "Britain" and "the UK". A country has one
 * entity for all its names, and so has a body of record. Other names are left to bodies.c.
 */
#include <string.h>

#include "entity/find_group.h"
#include "tree/shape.h"
#include "world/names.h"
#include "world/states.h"

uint64_t lgm_entity_alias_key(const lgm_doc *doc, const lgm_name *name)
{
    char folded[LGM_WORLD_FOLDED];
    if (name->type != LGM_ENTITY_ORG && name->type != LGM_ENTITY_GPE) return 0;
    const lgm_tokspan s = lgm_tree_without_possessive(doc, name->tokens);
    const size_t len = lgm_world_fold(lgm_doc_words(doc, s), folded);
    if (len == 0 || lgm_world_is_word(lgm_doc_words(doc, s), len)) return 0;
    const bool body = name->type == LGM_ENTITY_ORG;
    const char *const is =
        body ? lgm_world_body(folded) : lgm_world_find(LGM_WORLD_COUNTRY, folded);
    return is ? lgm_entity_key(LGM_KEY_ALIAS, lgm_hash64(body, is, strlen(is))) : 0;
}
