/*
 * outlet_signs.h - whether a report shows that a body in no list is an outlet. Internal.
 *
 *     told The Ledger that ...                a capital article, where others are "the Senate"
 *     the Beacon, which first reported ...    it publishes
 *     a Beacon reporter, the Beacon's editor  people of an outlet
 *     Beacon, an online magazine, ...         a noun for outlets beside the name
 */
#ifndef LGM_SPEAKER_OUTLET_SIGNS_H
#define LGM_SPEAKER_OUTLET_SIGNS_H

#include "tree/tree.h"

/* Does the name have an article of its own in capitals, within a sentence, and no word of a body
 * that acts by itself ("The Merrow Foundation")? */
bool lgm_speaker_has_capital_the(const lgm_doc *doc, const lgm_name *name);
/* Does a name of the entity stand, somewhere in the report, as only an outlet's does? */
bool lgm_speaker_works_as_outlet(const lgm_trees *t, const lgm_doc_entity *e);

#endif
