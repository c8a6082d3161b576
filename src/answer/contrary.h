/* contrary.h - two claims that contradict each other without saying so. Internal. */
#ifndef LGM_ANSWER_CONTRARY_H
#define LGM_ANSWER_CONTRARY_H

#include "answer/matter.h"

/* The claim of another, among the last ones, that this one contradicts; LGM_NONE. */
uint32_t lgm_answer_contradicted(const lgm_matters *m, uint32_t claim);

#endif
