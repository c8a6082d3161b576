/*
 * tree.h - the sentence trees of a document in the form in which stages walk them.
 *
 * Arrays have an item a token and live in scratch. Children of a word are two chains, one a side,
 * the nearest first.
 */
#ifndef LGM_TREE_TREE_H
#define LGM_TREE_TREE_H

#include "tree/pronouns.h"
#include "doc/doc.h"

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

typedef struct lgm_trees {
    const lgm_doc *doc;
    uint8_t *upos, *rel;
    uint8_t *word;          /* lgm_tree_pronoun of the form */
    uint32_t *first, *last; /* all below the word lies in [first, last) */
    uint32_t *left, *right; /* its nearest child on that side, LGM_NONE for none */
    uint32_t *next;         /* the next child of its parent, further out on the same side */
    uint32_t *sent, *par;   /* number of its sentence, of its paragraph or line */
    uint32_t *name;         /* index of the name that covers it, or LGM_NONE */
    uint32_t *quote;        /* index of the outermost quotation it is in, or LGM_NONE */
} lgm_trees;

/* False when scratch is spent. */
bool lgm_tree_make(lgm_trees *t, lgm_arena *scratch, const lgm_doc *doc);

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
