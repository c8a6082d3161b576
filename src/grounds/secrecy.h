/* secrecy.h - why a source is not named. Internal. */
#ifndef LGM_GROUNDS_SECRECY_H
#define LGM_GROUNDS_SECRECY_H

#include "tree/tree.h"

/* The reason that the sentence of the claim's source gives for its anonymity: "because he was not
 * authorised to speak", "for fear of reprisals", "citing the talks". LGM_GROUND_NONE for none. */
lgm_doc_ground lgm_grounds_secrecy(const lgm_trees *t, uint32_t claim);

#endif
