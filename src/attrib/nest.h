/*
 * nest.h - claims within the content of other claims. Internal.
 *
 *     Veld said the union had accused him of lying.
 *
 * The network marks no such claim, since PolNeAR has none. The tree finds them: a verb of
 * data/attrib/nest_verbs.txt inside what is said, with its subject and with what the list says must
 * follow it. Depth is no matter: every such verb of a content is looked at.
 *
 * Reads   the draft.      Writes  claims, behind those that are there.
 *
 * Functions of nest.c, nest_verbs.c, nest_content.c, nest_words.c, nest_nouns.c and
 * nest_span.c.
 */
#ifndef LGM_ATTRIB_NEST_H
#define LGM_ATTRIB_NEST_H

#include "attrib/claims.h"
#include "attrib/clause.h"

typedef struct lgm_attrib_inner { /* a claim within another, while it is looked for */
    const lgm_attrib_draft *d;
    uint32_t outer; /* the claim whose content the word stands in; LGM_NONE: nobody's */
    uint32_t word;  /* the verb, noun or adverb */
    uint32_t kinds; /* LGM_ATTRIB_* of its lemma */
    bool passive;
    bool particle;    /* the word behind the verb goes with it: "ruled out" */
    uint32_t subject; /* of a verb: the word, or LGM_NONE */
    lgm_parts source, cue, content;
} lgm_attrib_inner;

/* The words of a span that the outer claim says, without marks at their ends, become parts; none of
 * a span of more than 512 tokens. */
void lgm_attrib_nest_say(const lgm_attrib_inner *n, lgm_tokspan s, lgm_parts *to);

/* Is the word the cue of a claim within the outer one, or, where that is LGM_NONE, of a claim in
 * the report's own words? Then all parts are filled: nest.c. */
bool lgm_attrib_nest_find(lgm_attrib_inner *n);
/* Adds it to the claims; false when scratch is spent. */
bool lgm_attrib_nest_put(lgm_attrib_draft *d, const lgm_attrib_inner *n, float confidence);

/* Is it a claim of this verb? Then source and cue are filled: nest_verbs.c. */
bool lgm_attrib_nest_verb(lgm_attrib_inner *n);
/* The same of a verb in "as he said", "as reported by him", that needs no subject. */
bool lgm_attrib_nest_voiced(lgm_attrib_inner *n);
/* What the verb says; empty where it says nothing: nest_content.c. */
void lgm_attrib_nest_content(lgm_attrib_inner *n);

/* Of a verb's clause, from its first "that" on ("thinks that when it rains, that the dam breaks"),
 * with a second one of the same modal ("the mill will close, and the port will sink"); of its
 * infinitive, without what came between ("were planning to dance when it rang"): nest_span.c. */
lgm_tokspan lgm_attrib_nest_clause_span(const lgm_attrib_inner *n, uint32_t clause);
lgm_tokspan lgm_attrib_nest_infinitive_span(const lgm_attrib_inner *n, uint32_t what);

/* The preposition, "that" or "to" that a branch begins with, or LGM_NONE. */
uint32_t lgm_attrib_nest_opener(const lgm_trees *t, uint32_t branch);

/* "Reportedly"; "according to the union"; "was worried about the dam": nest_words.c. */
bool lgm_attrib_nest_hearsay(lgm_attrib_inner *n);
bool lgm_attrib_nest_according(lgm_attrib_inner *n);
bool lgm_attrib_nest_as(lgm_attrib_inner *n);
bool lgm_attrib_nest_state(lgm_attrib_inner *n);
/* "The allegation of fraud", "the belief that ...": nest_nouns.c. */
bool lgm_attrib_nest_noun(lgm_attrib_inner *n);

#endif
