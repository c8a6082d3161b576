/*
 * cluster.h - clusters while mentions go into them. Internal.
 *
 * Scores compare two mentions; what is known of a whole cluster tells rules.h what may not be
 * joined.
 */
#ifndef LGM_COREF_CLUSTER_H
#define LGM_COREF_CLUSTER_H

#include "coref/coref.h"
#include "coref/links/linker.h"

typedef struct lgm_coref_facts {
    uint32_t of;   /* the entity that stands before the noun, "the Keller campaign"; LGM_NONE */
    int8_t kind;   /* a person (1), none (-1), or not known what */
    int8_t gender; /* a man (1), a woman (-1), not known */
    uint32_t sorts; /* LGM_COREF_SORT_* that its noun says it may be of; 0 = any */
} lgm_coref_facts;

typedef struct lgm_coref_cluster {
    uint32_t named; /* the entity, LGM_NONE before its first name */
    uint32_t whose; /* the first mention that says whose it is, LGM_NONE */
    int32_t he;     /* of its mentions, those of a man less those of a woman */
    uint32_t size;  /* mentions */
    int8_t kind;
    uint32_t sorts; /* LGM_COREF_SORT_*: those that all its nouns leave; 0 = any */
} lgm_coref_cluster;

typedef struct lgm_coref_clusters {
    const lgm_coref_head *h;
    const lgm_coref_linker *l;
    lgm_coref_facts *facts; /* [n] */
    lgm_coref_cluster *at;  /* [n]: by the number of the first mention */
    uint32_t
        *placed;    /* [n_entities]: the cluster of an entity, LGM_NONE before its first mention */
    int8_t *gender; /* [n_entities]: a man, a woman, not known */
    bool open;      /* a person of unknown gender may be called both "he" and "she" */
} lgm_coref_clusters;

/* False when scratch is spent. */
bool lgm_coref_clusters_make(lgm_coref_clusters *s, const lgm_coref_head *h,
                             const lgm_coref_linker *l, lgm_arena *scratch);
/* Each mention is a cluster of its own. */
void lgm_coref_clusters_reset(lgm_coref_clusters *s);
void lgm_coref_clusters_place(lgm_coref_clusters *s, uint32_t i, uint32_t cluster);
/* When all are placed: learns the gender that most mentions of an entity say. True if somebody is
 * called both "he" and "she": then all are to be placed again, with `open` off. */
bool lgm_coref_clusters_learn(lgm_coref_clusters *s);

/* The cluster of a mention. */
static inline const lgm_coref_cluster *lgm_coref_cluster_of(const lgm_coref_clusters *s, uint32_t i)
{
    return &s->at[s->l->cluster[i]];
}
/* The entity whose it is, by the name before it ("the Keller campaign") or by its "his";
 * LGM_NONE. */
uint32_t lgm_coref_owner(const lgm_coref_clusters *s, uint32_t i);
/* A man (above 0), a woman (below 0), not known: by the name, else by the mentions so far. */
int32_t lgm_coref_gender(const lgm_coref_clusters *s, const lgm_coref_cluster *c);
/* A description by a word for a body, a crowd, an outlet or a text: "the team". */
bool lgm_coref_is_no_person(const lgm_coref_clusters *s, const lgm_coref_mention *m);

#endif
