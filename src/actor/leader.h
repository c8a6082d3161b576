/* leader.h - who governed a country in the year of the report, by name (data/states). Internal. */
#ifndef LGM_ACTOR_LEADER_H
#define LGM_ACTOR_LEADER_H

#include "phrase/phrase.h"

/* Who governs a country is known without the country in the text, by the name in full, or by "the
 * president" and what all call the person; unless the text puts the person in another sector.
 * roles: what the text says that the person is. out is left as it was for who never governed. */
void lgm_actor_leader(const lgm_doc *doc, const lgm_doc_entity *e, const lgm_phrase *roles,
                      char out[LGM_ACTOR_CODE]);

#endif
