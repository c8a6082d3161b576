/*
 * occasion.h - where and through whom holds on while the same speaker speaks on. Internal.
 *
 *     "It is safe," Veld said at a news conference. He also said ...
 */
#ifndef LGM_SPEAKER_OCCASION_H
#define LGM_SPEAKER_OCCASION_H

#include "doc/doc.h"

/* Fills via and claim_venue of claims that are within no other. False when scratch is spent. */
bool lgm_speaker_occasions(lgm_arena *scratch, lgm_doc *doc, lgm_claim_who *who);

#endif
