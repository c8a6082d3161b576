/* said.h - when a claim was made, as far as its own sentence says so. Internal. */
#ifndef LGM_OCCASION_SAID_H
#define LGM_OCCASION_SAID_H

#include "tree/tree.h"

/* An index in doc->times, or LGM_NONE. `within`: the content of the claim that this one stands in,
 * or NULL: only what is stated there is stated for it. `published`: the day of the report, or
 * LGM_NO_DAY: what is yet to come was not said then. */
uint32_t lgm_occasion_said(const lgm_trees *t, const lgm_doc_claim *c, const lgm_parts *within,
                           int32_t published);

/* Length of the part of a value that is no hour: "2024-03-22" of "2024-03-22TEV". */
size_t lgm_occasion_day_len(const char *value);

#endif
