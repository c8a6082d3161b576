/* cue.h - what the words of a cue do. Internal. */
#ifndef LGM_ACT_CUE_H
#define LGM_ACT_CUE_H

#include "legomena/kinds.h"
#include "tree/tree.h"

typedef struct lgm_act_cue {
    lgm_act act;        /* LGM_ACT_NONE: no word of it is listed */
    lgm_certainty sure; /* LGM_CERTAINTY_NONE: as the content has it */
    uint32_t verb;      /* its last verb, else its last word; LGM_NONE without a cue */
    bool topic;         /* it ends in "about", "over" */
} lgm_act_cue;

lgm_act_cue lgm_act_read_cue(const lgm_trees *t, const lgm_doc_claim *claim);

#endif
