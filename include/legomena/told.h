/*
 * told.h - reports that are looked at together: those of one story, the oldest first.
 *
 * Owns    records are borrowed, from whoever made the list.
 */
#ifndef LEGOMENA_TOLD_H
#define LEGOMENA_TOLD_H

#include "legomena/record.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lgm_told {
    int64_t report; /* its number in the ledger */
    const lgm_record *record;
    uint32_t copy_of; /* of the list: the earlier report whose text this one has, all or nearly all;
                         LGM_NONE = a text of its own */
} lgm_told;

#ifdef __cplusplus
}
#endif
#endif
