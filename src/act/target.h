/*
 * target.h - whom an accusation, a reproach, praise or a denial is aimed at. Internal.
 *
 *     They accused the firm of fraud.         the firm
 *     Berg blamed the flood on the mayor.     the mayor
 *     The firm was charged with fraud.        the firm
 *     Lind linked the mayor to the clerk.     the mayor, the clerk
 *     Roos dismissed Veld's claim as absurd.  Veld
 */
#ifndef LGM_ACT_TARGET_H
#define LGM_ACT_TARGET_H

#include "act/cue.h"

enum { LGM_ACT_MOST_TARGETS = 8 };

/* Writes entities in order of text, each once; who speaks is none. Returns how many. */
uint32_t lgm_act_targets(const lgm_trees *t, uint32_t claim, lgm_act act, uint32_t verb,
                         uint32_t to[LGM_ACT_MOST_TARGETS]);

#endif
