/*
 * path.h - how a time or a venue hangs together with a claim in the tree. Internal.
 *
 *     said on Friday                                        the cue
 *     said in a statement issued on Friday                  through a venue
 *     touring the dam on Friday, she said                   meanwhile
 *     marched on Friday, demanding                          a verb that has the cue's subject
 *     a statement issued on Friday said                     the source
 */
#ifndef LGM_OCCASION_PATH_H
#define LGM_OCCASION_PATH_H

#include "tree/tree.h"

enum { LGM_OCCASION_REACH = 64 }; /* tokens of a sentence that are looked at from a cue */

typedef enum lgm_occasion_path { /* the surest first */
                                 LGM_PATH_CUE,
                                 LGM_PATH_THROUGH,
                                 LGM_PATH_MEANWHILE,
                                 LGM_PATH_SUBJECT,
                                 LGM_PATH_SOURCE,
                                 LGM_PATH_NONE
} lgm_occasion_path;

/* From the words of `part` (a time, a venue) upward. */
lgm_occasion_path lgm_occasion_path_of(const lgm_trees *t, const lgm_doc_claim *c,
                                       lgm_tokspan part);

/* The word of the cue that the others hang on. */
uint32_t lgm_occasion_cue_word(const lgm_trees *t, const lgm_doc_claim *c);

/* Does the verb share its subject with the cue ("met the press and said", "marched, demanding")? */
bool lgm_occasion_shares_subject(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb);

/* The word of these that the others hang on. */
uint32_t lgm_occasion_top(const lgm_doc *doc, lgm_tokspan words);

#endif
