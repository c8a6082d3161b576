/* bonus.h - what is added to the score of a pair for habits of newspapers. Internal. */
#ifndef LGM_COREF_BONUS_H
#define LGM_COREF_BONUS_H

#include "coref/links/cluster.h"

/* May i be another word for a person or body just named: "the former baker", "the company"? */
bool lgm_coref_is_variation(const lgm_coref_clusters *s, uint32_t i);
/* What is added to the score of i with this antecedent; varies: what lgm_coref_is_variation
 * said. */
float lgm_coref_bonus(const lgm_coref_clusters *s, uint32_t i, uint32_t ante, bool varies);

/* No bonus of this mention is higher, whatever the antecedent and the clusters. */
float lgm_coref_most_bonus(const lgm_coref_mention *m);

#endif
