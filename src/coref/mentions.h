/*
 * mentions.h - mentions while they are found and compared. Internal.
 *
 * Every list of features that the trained tables count by stands here, with its width; the tool
 * that writes training data (tools/vectors/coref.c) calls the same functions as the room. A model
 * with tables of other sizes is refused: whoever changes a width trains the heads anew.
 */
#ifndef LGM_COREF_MENTIONS_H
#define LGM_COREF_MENTIONS_H

#include "coref/coref.h"
#include "tree/tree.h"

/* How a mention is made, finer than the record's form. */
typedef enum lgm_mention_make {
    LGM_MAKE_NAME, /* head of a name that the entity room found */
    LGM_MAKE_PROPER,
    LGM_MAKE_DEF,   /* the minister */
    LGM_MAKE_INDEF, /* a minister */
    LGM_MAKE_DEM,   /* this minister */
    LGM_MAKE_POSS,  /* his minister, Spain's minister */
    LGM_MAKE_QUANT, /* some ministers */
    LGM_MAKE_BARE,  /* ministers */
    LGM_MAKE_NUMBER,
    LGM_MAKE_CLAUSE,
    LGM_MAKE_GROUP, /* Ann and Bob */
    LGM_MAKE_I,
    LGM_MAKE_YOU,
    LGM_MAKE_HE,
    LGM_MAKE_SHE,
    LGM_MAKE_IT,
    LGM_MAKE_WE,
    LGM_MAKE_THEY,
    LGM_MAKE_THIS,
    LGM_MAKE_THESE,
    LGM_MAKE_WHO,
    LGM_MAKE_WHICH,
    LGM_MAKE_ADVERB, /* here, then */
    LGM_MAKE_OTHER,  /* other pronouns */
    LGM_N_MAKES
} lgm_mention_make;

typedef struct lgm_mention {
    uint32_t head;
    lgm_tokspan span;
    uint32_t name;    /* the name that it is, or LGM_NONE */
    uint32_t group;   /* the entity of that name, or LGM_NONE */
    bool is_group;    /* several, joined by "and": the head is the first */
    bool kept;        /* likely enough to be tried */
    bool reflexive;
    bool speaks;      /* is the source of a claim; set where mentions are linked */
    uint8_t make;     /* lgm_mention_make */
    uint8_t type;     /* label of labels.coref; LGM_COREF_TYPES where there is none */
    uint8_t number;   /* 0 not known, 1 one, 2 several */
    uint8_t role;     /* in its clause: lgm_mention_role */
    uint64_t lemma;   /* hash of the head's lemma in lower case */
    uint64_t words;   /* hash of all words in lower case, articles and possessives left out */
    uint64_t content; /* a bit for each of those words but the head */
    uint32_t before;  /* kept mentions before it */
    float score;      /* above 0: a mention */
} lgm_mention;

typedef LGM_VEC(lgm_mention) lgm_mentions;

/* Widths of the features, in the order in which their rows stand. */
#define LGM_NAMED_STATES 17 /* none; head of a name by its type, 8; inside of one by its type, 8 */
#define LGM_MENTION_FEATURES(X) \
    X(LGM_N_UPOS) X(LGM_N_RELS) X(LGM_N_MAKES) X(LGM_N_UPOS) X(LGM_N_RELS) X(LGM_NAMED_STATES) \
    X(16) X(6) X(3) X(LGM_N_PRO)
#define LGM_SPAN_FEATURES(X) \
    X(5 * LGM_N_RELS) X(2 * LGM_N_UPOS) X(LGM_N_UPOS) X(8) X(6) X(6) X(3)
#define LGM_PAIR_FEATURES(X) \
    X(30) X(32) X(LGM_N_MAKES *LGM_N_MAKES) X(3) X(21) X(24) X(64) X(30) X(9) X(17 * 17) X(36) X(20) \
    X(6) X(15)
#define LGM_NEW_FEATURES(X) X(LGM_N_MAKES) X(12) X(8) X(6) X(17) X(6)

#define LGM_COREF_ONE(n) +1
#define LGM_COREF_WIDTH(n) +(n)
enum {
    LGM_N_MENTION_FEATURES = 0 LGM_MENTION_FEATURES(LGM_COREF_ONE),
    LGM_MENTION_ROWS = 0 LGM_MENTION_FEATURES(LGM_COREF_WIDTH),
    LGM_N_SPAN_FEATURES = 0 LGM_SPAN_FEATURES(LGM_COREF_ONE),
    LGM_SPAN_ROWS = 0 LGM_SPAN_FEATURES(LGM_COREF_WIDTH),
    LGM_N_PAIR_FEATURES = 0 LGM_PAIR_FEATURES(LGM_COREF_ONE),
    LGM_N_FIRST_FEATURES = 4, /* those of a pair that the first, cheap score knows */
    LGM_FIRST_ROWS = 30 + 32 + LGM_N_MAKES * LGM_N_MAKES + 3,
    LGM_PAIR_ROWS = 0 LGM_PAIR_FEATURES(LGM_COREF_WIDTH),
    LGM_N_NEW_FEATURES = 0 LGM_NEW_FEATURES(LGM_COREF_ONE),
    LGM_NEW_ROWS = 0 LGM_NEW_FEATURES(LGM_COREF_WIDTH)
};

/* All words that may head a mention, in text order, with what does not depend on a model but for
 * their spans. False when scratch is spent. */
bool lgm_mentions_collect(const lgm_trees *t, lgm_arena *scratch, lgm_mentions *out);
/* Is this branch of a description the name that it goes with ("mayor Ada Lind", "the mayor, Ada Lind")? */
bool lgm_is_title_of(const lgm_trees *t, uint32_t branch);
void lgm_mention_rows(const lgm_trees *t, const lgm_mention *m, uint32_t *row);
/* score and type of all; kept where the score is high enough. */
bool lgm_mentions_score(const lgm_coref_head *h, const lgm_kernels *k, lgm_arena *scratch,
                        const lgm_trees *t, lgm_mentions *all);

/* The branches that may belong to a mention, of one side, the nearest first: the children of its head
 * but for punctuation; to the right also what follows them, if it hangs on the head's own parent, as
 * in "saw [a man with a dog]", where a tree may be wrong. Returns how many. */
enum { LGM_SPAN_MOST = 24 };
uint32_t lgm_span_branches(const lgm_trees *t, const lgm_mention *m, bool right,
                           uint32_t at[LGM_SPAN_MOST]);
/* Rows for the branch at its place `order` among those of its side. */
void lgm_span_rows(const lgm_trees *t, const lgm_mention *m, uint32_t child, uint32_t order,
                   uint32_t *row);
/* span of all: the head, the name that it heads, and those branches that belong to it. Without a
 * head in the model: all that hang on it. Then what depends on spans. */
bool lgm_spans_find(const lgm_coref_head *h, const lgm_kernels *k, lgm_arena *scratch,
                    const lgm_trees *t, lgm_mentions *all);
/* source_spans.c: the mentions that head a claim's source, on to its end. */
void lgm_spans_of_sources(const lgm_trees *t, lgm_mentions *all);
void lgm_mention_words(const lgm_trees *t, lgm_mention *m);

/* sum over k of relu(a[k] + b[k] + the rows') * out[k]; b may be NULL; n a multiple of 16. */
float lgm_coref_score(const float *a, const float *b, const float *feat, const uint32_t *row,
                      uint32_t n_rows, const float *out, uint32_t n);

static inline uint32_t lgm_bucket(uint32_t x, const uint32_t *up_to, uint32_t n)
{
    uint32_t b = 0;
    while (b < n && x > up_to[b]) b++;
    return b;
}

#endif
