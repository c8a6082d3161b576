/*
 * features.h - the features that the trained tables count by, with their widths. Internal.
 *
 * tools/vectors/coref.c writes training data with the same functions. A model with tables of other
 * sizes is refused: whoever changes a width trains the heads anew.
 */
#ifndef LGM_COREF_FEATURES_H
#define LGM_COREF_FEATURES_H

#include "coref/mentions/mention.h"
#include "tree/tree.h"

/* Widths of the features, in the order in which their rows stand. */
#define LGM_COREF_NAMED_STATES                                                                     \
    17 /* none; head of a name by its type, 8; inside of one by its type, 8 */
#define LGM_COREF_MENTION_FEATURES(X)                                                              \
    X(LGM_N_UPOS)                                                                                  \
    X(LGM_N_RELS) X(LGM_N_MAKES) X(LGM_N_UPOS) X(LGM_N_RELS) X(LGM_COREF_NAMED_STATES) X(16) X(6)  \
        X(3) X(LGM_N_PRO)
#define LGM_COREF_SPAN_FEATURES(X)                                                                 \
    X(5 * LGM_N_RELS) X(2 * LGM_N_UPOS) X(LGM_N_UPOS) X(8) X(6) X(6) X(3)
#define LGM_COREF_PAIR_FEATURES(X)                                                                 \
    X(30)                                                                                          \
    X(32) X(LGM_N_MAKES *LGM_N_MAKES) X(3) X(21) X(24) X(64) X(30) X(9) X(17 * 17) X(36) X(20)     \
        X(6) X(15)
#define LGM_COREF_NEW_FEATURES(X) X(LGM_N_MAKES) X(12) X(8) X(6) X(17) X(6)

#define LGM_COREF_ONE(n) +1
#define LGM_COREF_WIDTH(n) +(n)
enum {
    LGM_N_MENTION_FEATURES = 0 LGM_COREF_MENTION_FEATURES(LGM_COREF_ONE),
    LGM_COREF_MENTION_ROWS = 0 LGM_COREF_MENTION_FEATURES(LGM_COREF_WIDTH),
    LGM_N_SPAN_FEATURES = 0 LGM_COREF_SPAN_FEATURES(LGM_COREF_ONE),
    LGM_COREF_SPAN_ROWS = 0 LGM_COREF_SPAN_FEATURES(LGM_COREF_WIDTH),
    LGM_N_PAIR_FEATURES = 0 LGM_COREF_PAIR_FEATURES(LGM_COREF_ONE),
    LGM_N_FIRST_FEATURES = 4, /* those of a pair that the first, cheap score knows */
    LGM_COREF_FIRST_ROWS = 30 + 32 + LGM_N_MAKES * LGM_N_MAKES + 3,
    LGM_COREF_PAIR_ROWS = 0 LGM_COREF_PAIR_FEATURES(LGM_COREF_WIDTH),
    LGM_N_NEW_FEATURES = 0 LGM_COREF_NEW_FEATURES(LGM_COREF_ONE),
    LGM_COREF_NEW_ROWS = 0 LGM_COREF_NEW_FEATURES(LGM_COREF_WIDTH)
};

/* sum over k of relu(a[k] + b[k] + the rows') * out[k]; b may be NULL; n a multiple of 16. */
float lgm_coref_sum(const float *a, const float *b, const float *feat, const uint32_t *row,
                    uint32_t n_rows, const float *out, uint32_t n);

/* The first bucket whose limit x does not exceed; n where it exceeds all. */
static inline uint32_t lgm_coref_bucket(uint32_t x, const uint32_t *up_to, uint32_t n)
{
    uint32_t b = 0;
    while (b < n && x > up_to[b]) b++;
    return b;
}

#endif
