/*
 * linker.h - from mentions to clusters. Internal.
 *
 * The mentions that are tried as such are numbered from 0 in text order; `prev_*` lead from one to
 * the last before it that has the same lemma, the same words or the same named entity.
 */
#ifndef LGM_COREF_LINK_H
#define LGM_COREF_LINK_H

#include "coref/mentions.h"

/* WINDOW: the nearest mentions, whatever they are. LIKE: further back, those with the same head
 * word. BEST: of these, what the larger network compares. */
enum { LGM_LINK_WINDOW = 20, LGM_LINK_LIKE = 3, LGM_LINK_MOST = LGM_LINK_WINDOW + LGM_LINK_LIKE + 2,
       LGM_LINK_BEST = 4 };

#define LGM_NOBODY_HERE (LGM_NONE - 1) /* an office of a body, and nobody with a name has it */

typedef struct lgm_linker {
    const lgm_trees *t;
    lgm_mention *at; /* [n] */
    uint32_t n;
    uint32_t *prev_lemma, *prev_words, *prev_group;
    uint32_t *prev_actor; /* [n]: the last before it that says something or that a sentence is about, or LGM_NONE */
    uint32_t *by;         /* [n_claims]: the mention that its source is, or LGM_NONE */
    uint32_t *content;    /* [n_tokens]: the innermost claim whose content has the token */
    uint32_t *holder;     /* [n]: the entity that holds the office it describes, LGM_NOBODY_HERE, LGM_NONE */
    uint32_t *only;       /* [n]: the one entity with a name that it may be, since it is a title of its own, LGM_NONE */
    uint32_t *cluster;    /* [n]: number of the first mention of its cluster */
} lgm_linker;

/* The kept ones of all, with their chains. False when scratch is spent. */
bool lgm_linker_make(lgm_linker *l, lgm_arena *scratch, const lgm_trees *t,
                     const lgm_mentions *all);

/* Candidates for the antecedent of i: numbers of mentions before it, the nearest first. Returns how many. */
uint32_t lgm_link_candidates(const lgm_linker *l, uint32_t i, uint32_t at[LGM_LINK_MOST]);
/* The first of the rows of lgm_pair_rows: what the first score knows. */
void lgm_first_rows(const lgm_linker *l, uint32_t i, uint32_t ante,
                    uint32_t row[LGM_N_FIRST_FEATURES]);
/* Adds the weights of those rows to the scores of n candidates. */
void lgm_first_scores(const lgm_linker *l, const float *flat, uint32_t i, const uint32_t *at,
                      uint32_t n, float *score);
void lgm_pair_rows(const lgm_linker *l, uint32_t i, uint32_t ante, uint32_t *row);
/* "Lind, a lawyer", "Lind is a lawyer". */
bool lgm_pair_said_of(const lgm_linker *l, uint32_t i, uint32_t ante);
/* The same noun again, with nothing more to it: "a lawyer" otherwise is new. */
bool lgm_pair_same_again(const lgm_linker *l, uint32_t i, uint32_t ante);
/* Do they share a word, or does the tree say one of the other? */
bool lgm_pair_alike(const lgm_linker *l, uint32_t i, uint32_t ante);
void lgm_new_rows(const lgm_linker *l, uint32_t i, uint32_t *row);

/* The mention that the source of a claim is, by its head word; LGM_NONE for none. by_head: [n_tokens],
 * what mention has this head word. */
uint32_t lgm_source_head(const lgm_trees *t, const uint32_t *by_head, const lgm_parts *source);

/* turns.c. Fills by, prev_actor and what of the mentions speaks; content is there. False when scratch is spent. */
bool lgm_find_actors(lgm_linker *l, lgm_arena *scratch);

/* cluster of all. */
bool lgm_link_run(const lgm_coref_head *h, const lgm_kernels *k, lgm_arena *scratch,
                  lgm_linker *l);

/* Is the word an office that one person holds at a time ("mayor"; not "candidate")? */
bool lgm_is_post(const lgm_doc *doc, uint32_t token);
/* holder and only of all; before they are linked. False when scratch is spent, as of the next. */
bool lgm_offices_read(lgm_linker *l, lgm_arena *scratch);
/* Behind lgm_link_run: clusters that are called by an office go to the person who holds it (offices.c). */
bool lgm_offices_join(lgm_linker *l, lgm_arena *scratch);

#endif
