/*
 * groups.h - entities while they grow, and the index of what each may be called. Internal.
 *
 * The rules of find_group.h put what an entity may be called into one index and look a name up in
 * it, so the whole is linear in the number of names, whatever a text is full of.
 */
#ifndef LGM_ENTITY_GROUPS_H
#define LGM_ENTITY_GROUPS_H

#include "entity/nameform.h"
#include "entity/index.h"

#define LGM_ENTITY_ONE(name) +1
enum { LGM_ENTITY_TYPE_COUNT = 0 LGM_ENTITY_TYPES(LGM_ENTITY_ONE) };
#undef LGM_ENTITY_ONE

typedef struct lgm_group {
    uint32_t first, last, n; /* names, chained by lgm_grouper.next */
    uint32_t types[LGM_ENTITY_TYPE_COUNT];
    uint8_t first_type;
    uint32_t best; /* the best name so far */
    uint64_t best_rank;
    uint32_t longest;  /* words of its longest name */
    uint64_t surname;  /* person: key of the last word; 0 = none known */
    uint32_t middle;   /* person: letter of the middle name; 0 = none known */
    int32_t gender;    /* person: of its names, those of a man less those of a woman */
    bool initial_only; /* person: no first name but as a letter */
    bool acronym_only; /* others: no name but an acronym */
} lgm_group;

typedef struct lgm_grouper {
    const lgm_doc *doc;
    lgm_arena *scratch;
    lgm_index index;
    LGM_VEC(lgm_group) groups;
    uint32_t *next; /* [n_names]: the next name of the same entity, LGM_NONE after the last */
} lgm_grouper;

/* A surer name has more of a say in what type its entity is. */
static inline uint32_t lgm_entity_votes(const lgm_name *name)
{
    return 1 + (uint32_t)(name->confidence * 99.0f);
}

/* The type that most votes are for; among equals that of its first name. */
uint8_t lgm_entity_group_type(const lgm_group *group);

/* What names are looked up by. */
enum lgm_entity_key {
    LGM_KEY_PERSON = 1, /* all words */
    LGM_KEY_PLACE,
    LGM_KEY_BODY,
    LGM_KEY_SURNAME,  /* person: the last word */
    LGM_KEY_HIS,      /* the same, of a man */
    LGM_KEY_HER,      /* ... of a woman */
    LGM_KEY_FORENAME, /* person: any word but the last */
    LGM_KEY_ENDS,     /* person: first and last word */
    LGM_KEY_INITIAL,  /* person: first letter and last word */
    LGM_KEY_TAIL,     /* person: the last words, two or more but not all */
    LGM_KEY_PLACE_ACRONYM,
    LGM_KEY_BODY_ACRONYM,
    LGM_KEY_ALIAS, /* the country, or the body of record */
    LGM_KEY_BRIEF, /* body: the word of lgm_form.brief */
    LGM_KEY_CORE   /* body: all words but "Foundation", "Party"... at the end */
};

static inline uint64_t lgm_entity_key(enum lgm_entity_key kind, uint64_t h)
{
    return lgm_hash64((uint64_t)kind, (const char *)&h, sizeof h);
}

/* The group last noted under a key, LGM_NONE for none. */
static inline uint32_t lgm_entity_group_under(const lgm_grouper *g, enum lgm_entity_key kind,
                                              uint64_t h)
{
    const lgm_index_slot *const s = lgm_entity_index_get(&g->index, lgm_entity_key(kind, h));
    return s ? s->entity : LGM_NONE;
}

#endif
