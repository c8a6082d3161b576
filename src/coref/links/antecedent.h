/* antecedent.h - links each mention with its antecedent. Internal. */
#ifndef LGM_COREF_ANTECEDENT_H
#define LGM_COREF_ANTECEDENT_H

#include "coref/coref.h"
#include "coref/links/linker.h"

/* cluster of all. False when scratch is spent. */
bool lgm_coref_link(const lgm_coref_head *h, const lgm_kernels *k, lgm_arena *scratch,
                    lgm_coref_linker *l);

#endif
