/*
 * mst.h - the best dependency tree of a sentence. Internal to the room parse.
 *
 * The maximum spanning arborescence with exactly one child of the root, exactly: weights are pairs
 * (number of root edges, score) compared in that order, an ordered group like any other, so the
 * algorithm for unconstrained trees finds the best tree among those with a single root child.
 *
 * Shapes  score f32 [n][ld], score[i * ld + j] = token i under head j; the diagonal is overwritten.
 *         root f32 [n], token i under the root. head u32 [n], LGM_NONE for the root child.
 * Cost    O(n^2) time; O(n) memory where the best heads already form such a tree, else O(n^2).
 * Source  Chu & Liu 1965, Edmonds 1967; path growing on a dense matrix: Gabow et al. 1986, Tarjan
 *         1977; the single root: Stanojević & Cohen 2021, who add a large constant where we
 *         compare pairs.
 */
#ifndef LGM_PARSE_MST_H
#define LGM_PARSE_MST_H

#include "base/base.h"

enum { LGM_MST_MAX = 65534 };

/* False when scratch is spent (it knows why). 0 < n <= LGM_MST_MAX. Scores beyond +-1e30 and those
 * that are not numbers are brought into that range. Ties: the root, then the lower head. */
bool lgm_parse_mst(float *score, size_t ld, const float *root, uint32_t n, uint32_t *head,
                   lgm_arena *scratch);

#endif
