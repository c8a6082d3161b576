/* other_senses.h - words of violence that tell something else: "a verbal attack". Internal. */
#ifndef LGM_INCIDENT_OTHER_SENSES_H
#define LGM_INCIDENT_OTHER_SENSES_H

#include "tree/tree.h"

/* verb: the word itself, or the one by which it is done; LGM_NONE = none. */
bool lgm_incident_is_other_sense(const lgm_trees *t, uint32_t word, uint32_t verb);

#endif
