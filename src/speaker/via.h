/*
 * via.h - who relays a claim: an outlet that was told, or whoever quotes. Internal.
 *
 *     "It is safe," Veld told the Harbour Gazette.        Veld was quoted by Echo as saying ...
 *     Veld said in an interview with Echo that ...        Veld said, according to Echo, that ...
 *     A statement carried by Interfax says ...            Writing for the Gazette, Veld said ...
 */
#ifndef LGM_SPEAKER_VIA_H
#define LGM_SPEAKER_VIA_H

#include "tree/tree.h"

/* The entities, the nearest to the report first. by_head: the mention of each head word; owner: the
 * entity of each name; speaks: the entities that make claims; speaker: who makes this one, and so
 * does not relay it. */
lgm_relays lgm_speaker_via(const lgm_trees *t, const uint32_t *by_head, const uint32_t *owner,
                           const bool *speaks, uint32_t claim, uint32_t speaker);

#endif
