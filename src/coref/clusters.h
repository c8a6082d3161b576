/*
 * clusters.h - clusters while mentions go into them, and which may not. Internal.
 *
 * Scores compare two mentions; what a cluster is as a whole can forbid what they would like: two named
 * entities, a company that is "she", a woman that is "he", a person that is "the team", the campaign of another
 * candidate.
 */
#ifndef LGM_COREF_CLUSTERS_H
#define LGM_COREF_CLUSTERS_H

#include "coref/linker.h"

typedef struct lgm_mention_facts {
    uint32_t of;   /* the entity that stands before the noun, "the Keller campaign"; LGM_NONE */
    int8_t kind;   /* a person (1), none (-1), or not known what */
    int8_t gender; /* a man (1), a woman (-1), not known */
} lgm_mention_facts;

typedef struct lgm_cluster {
    uint32_t named; /* the entity, LGM_NONE before its first name */
    uint32_t whose; /* the first mention that says whose it is, LGM_NONE */
    int32_t he;     /* of its mentions, those of a man less those of a woman */
    uint32_t size;  /* mentions */
    int8_t kind;
} lgm_cluster;

typedef struct lgm_clusters {
    const lgm_coref_head *h;
    const lgm_linker *l;
    lgm_mention_facts *facts; /* [n] */
    lgm_cluster *at;          /* [n]: by the number of the first mention */
    uint32_t
        *placed;    /* [n_entities]: the cluster of an entity, LGM_NONE before its first mention */
    int8_t *gender; /* [n_entities]: a man, a woman, not known */
    bool open;      /* who is not known to be a man or a woman may be called both */
} lgm_clusters;

/* False when scratch is spent. */
bool lgm_clusters_make(lgm_clusters *s, const lgm_coref_head *h, const lgm_linker *l,
                       lgm_arena *scratch);
/* Each mention alone. */
void lgm_clusters_reset(lgm_clusters *s);
/* May mention i, with this antecedent, go into its cluster? */
bool lgm_may_join(const lgm_clusters *s, uint32_t i, uint32_t ante);
void lgm_clusters_place(lgm_clusters *s, uint32_t i, uint32_t cluster);
/* When all are placed: makes known what most mentions of an entity say. True if anybody is called both "he"
 * and "she": then all are to be placed again, and nobody will be. */
bool lgm_clusters_learn(lgm_clusters *s);

/* differ.c. Do its words say that mention i is none that this antecedent is one of? */
bool lgm_differ(const lgm_clusters *s, uint32_t i, uint32_t ante);

/* binding.c. Is i a pronoun that cannot mean this antecedent where it stands? */
bool lgm_bound_apart(const lgm_clusters *s, uint32_t i, uint32_t ante);

/* turns.c. Where i is the "he", "she", "it" or "the official" of a claim: the mention of who spoke last and may be
 * meant, or LGM_NONE. */
uint32_t lgm_spoke_last(const lgm_clusters *s, uint32_t i);

/* lean.c. May the mention be another word for a person just named, "the former baker"? */
bool lgm_may_vary(const lgm_clusters *s, uint32_t i);
/* What is added to the score of i with this antecedent; varies: what lgm_may_vary said of i. */
float lgm_lean(const lgm_clusters *s, uint32_t i, uint32_t ante, bool varies);

#endif
