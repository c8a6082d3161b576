/*
 * pronouns.h - closed classes of words that tell what a mention can go with. Internal.
 */
#ifndef LGM_TREE_PRONOUNS_H
#define LGM_TREE_PRONOUNS_H

#include "base/base.h"

/* The trained tables count by them, as by tree.h's. */
typedef enum lgm_pronoun {
    LGM_PRO_NONE,
    LGM_PRO_I,
    LGM_PRO_YOU,
    LGM_PRO_HE,
    LGM_PRO_SHE,
    LGM_PRO_IT,
    LGM_PRO_WE,
    LGM_PRO_THEY,
    LGM_PRO_THIS,  /* this, that */
    LGM_PRO_THESE, /* these, those */
    LGM_PRO_WHO,   /* who, whom, whose */
    LGM_PRO_WHICH, /* which, what */
    LGM_PRO_EACH_OTHER,
    LGM_PRO_ONE,
    LGM_PRO_BODY,  /* someone, everything, nobody */
    LGM_PRO_PLACE, /* here, there */
    LGM_PRO_TIME,  /* then, now, today */
    LGM_PRO_THE,
    LGM_PRO_A,
    LGM_PRO_QUANT, /* some, any, all, each, no, both, many */
    LGM_N_PRO
} lgm_pronoun;

/* By the form, whatever its case. */
lgm_pronoun lgm_tree_pronoun(lgm_slice form);
/* Does the form end in -self or -selves? */
bool lgm_tree_is_reflexive(lgm_slice form);

#endif
