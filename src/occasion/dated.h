/* dated.h - the dated speeches in order of time. Internal. */
#ifndef LGM_OCCASION_DATED_H
#define LGM_OCCASION_DATED_H

#include "doc/doc.h"

/* Writes doc->timeline and timeline_also from claim_when and claim_speech: days in order, within a
 * day the hours that are told, wholes before their parts, then order of text. False when an arena
 * is spent. */
bool lgm_occasion_timeline(lgm_arena *scratch, lgm_doc *doc);

#endif
