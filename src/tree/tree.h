/*
 * tree.h - the sentence trees of a document in the form in which stages walk them.
 *
 * Arrays have an item a token and live in scratch. Children of a word are two chains, one a side,
 * the nearest first. Distances and numbers are kept small: a token takes 17 bytes.
 */
#ifndef LGM_TREE_TREE_H
#define LGM_TREE_TREE_H

#include "doc/doc.h"
#include "tree/numbers.h"
#include "tree/pronouns.h"

/* Parts of speech and relations as the features number them; what is not here is OTHER. The trained
 * tables count by them: whoever changes a list trains the head anew. */
#define LGM_TREE_UPOS(F)                                                                           \
    F(ADJ)                                                                                         \
    F(ADP) F(ADV) F(AUX) F(CCONJ) F(DET) F(INTJ) F(NOUN) F(NUM) F(PART) F(PRON) F(PROPN) F(PUNCT)  \
        F(SCONJ) F(SYM) F(VERB) F(X)
#define LGM_TREE_RELS(X)                                                                           \
    X(nsubj)                                                                                       \
    X(obj) X(iobj) X(obl) X(nmod) X(appos) X(conj) X(compound) X(flat) X(root) X(det) X(amod)      \
        X(nummod) X(acl) X(advcl) X(advmod) X(case) X(cc) X(cop) X(mark) X(aux) X(punct)           \
            X(parataxis) X(list) X(dep) X(discourse) X(expl) X(vocative) X(xcomp) X(ccomp)         \
                X(csubj) X(fixed) X(goeswith) X(reparandum) X(dislocated) X(orphan)
enum {
#define LGM_TREE_ENUM(name) LGM_UPOS_##name,
    LGM_TREE_UPOS(LGM_TREE_ENUM) LGM_UPOS_OTHER,
    LGM_N_UPOS
#undef LGM_TREE_ENUM
};
enum {
#define LGM_TREE_ENUM(name) LGM_REL_##name,
    LGM_TREE_RELS(LGM_TREE_ENUM) LGM_REL_OTHER,
    LGM_N_RELS
#undef LGM_TREE_ENUM
};

/* Where a word's subtree begins and ends and which words it hangs together with, as distances from
 * it. */
typedef struct lgm_tree_node {
    uint16_t first, last;
    uint16_t left, right; /* 0 = none */
    int16_t next;         /* 0 = none */
} lgm_tree_node;

typedef struct lgm_trees {
    const lgm_doc *doc;
    uint8_t *upos, *rel;
    uint8_t *word; /* lgm_tree_pronoun of the form */
    lgm_tree_node *node;
    lgm_tree_numbers sent, par, name, quote;
} lgm_trees;

/* False when scratch is spent. Sentences have at most 32,767 tokens. */
bool lgm_tree_make(lgm_trees *t, lgm_arena *scratch, const lgm_doc *doc);

/* All below the word lies in [first, last). */
static inline uint32_t lgm_tree_first(const lgm_trees *t, uint32_t i)
{
    return i - t->node[i].first;
}
static inline uint32_t lgm_tree_last(const lgm_trees *t, uint32_t i)
{
    return i + t->node[i].last;
}
/* Its nearest child on that side, LGM_NONE for none. */
static inline uint32_t lgm_tree_left(const lgm_trees *t, uint32_t i)
{
    return t->node[i].left ? i - t->node[i].left : LGM_NONE;
}
static inline uint32_t lgm_tree_right(const lgm_trees *t, uint32_t i)
{
    return t->node[i].right ? i + t->node[i].right : LGM_NONE;
}
/* The next child of its parent, further out on the same side. */
static inline uint32_t lgm_tree_next(const lgm_trees *t, uint32_t i)
{
    return t->node[i].next ? i + (uint32_t)(int32_t)t->node[i].next : LGM_NONE;
}
/* Number of its sentence, of its paragraph or line. */
static inline uint32_t lgm_tree_sent(const lgm_trees *t, uint32_t i)
{
    return lgm_tree_number(&t->sent, i);
}
static inline uint32_t lgm_tree_par(const lgm_trees *t, uint32_t i)
{
    return lgm_tree_number(&t->par, i);
}
/* Index of the name that covers it, or LGM_NONE. */
static inline uint32_t lgm_tree_name(const lgm_trees *t, uint32_t i)
{
    return lgm_tree_number(&t->name, i);
}
/* Number of the outermost quotation it is in, or LGM_NONE. */
static inline uint32_t lgm_tree_quote(const lgm_trees *t, uint32_t i)
{
    return lgm_tree_number(&t->quote, i);
}

/* Its nearest child with this relation (LGM_REL_*) on one side; LGM_NONE for none. */
uint32_t lgm_tree_left_child(const lgm_trees *t, uint32_t head, uint8_t rel);
uint32_t lgm_tree_right_child(const lgm_trees *t, uint32_t head, uint8_t rel);
/* The same on either side, on the left first. */
uint32_t lgm_tree_child(const lgm_trees *t, uint32_t head, uint8_t rel);
/* Is the token one of these words, or below one of them by less than `steps`? */
bool lgm_tree_is_below(const lgm_trees *t, const lgm_parts *words, uint32_t token, int steps);

/* The sentence that the token is in. */
static inline lgm_tokspan lgm_tree_sentence(const lgm_trees *t, uint32_t token)
{
    return t->doc->sents[lgm_tree_sent(t, token)];
}
/* What of it stands within `reach` tokens of this one: a text without stops is one sentence with
 * any number of claims. */
lgm_tokspan lgm_tree_around(const lgm_trees *t, uint32_t token, uint32_t reach);

/* Is the word of a name the one that the rest of the name hangs on? */
bool lgm_tree_heads_name(const lgm_trees *t, uint32_t token);
/* Is this branch of a description the name of the person who is described ("mayor Ada Lind",
 * "the mayor, Ada Lind")? */
bool lgm_tree_is_titled(const lgm_trees *t, uint32_t branch);
/* Does the word hang on no other of these words? */
bool lgm_tree_is_loose(const lgm_doc *doc, const lgm_parts *words, uint32_t token);
/* The same, and no preposition among them leads to it from another. */
bool lgm_tree_is_top(const lgm_doc *doc, const lgm_parts *words, uint32_t token);
/* The name that these words are: the one that their top word is in, or that it is a title of.
 * LGM_NONE for none. */
uint32_t lgm_tree_name_of(const lgm_trees *t, const lgm_parts *words);

#endif
