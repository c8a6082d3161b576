/*
 * gdelt.h - what both tables of GDELT have.
 *
 * Files   gdelt_mentions.c.
 */
#ifndef LGM_EXPORT_GDELT_H
#define LGM_EXPORT_GDELT_H

#include "base/calendar.h"
#include "export/exporting.h"

/* Has the event a CAMEO code, did it happen, is its day known? *day is that day, or the day on
 * which it was read of. What cannot be held is counted. */
bool lgm_export_gdelt_holds(lgm_export *x, const lgm_record *r, const lgm_event *v, int32_t *day);
uint64_t lgm_export_gdelt_sentence(const lgm_record *r, uint32_t point); /* from 1 */
/* YYYYMMDDHHMMSS when it was read, else the day. */
void lgm_export_gdelt_moment(lgm_export *x, const lgm_record *r, int32_t day);
void lgm_export_gdelt_address(lgm_export *x, const lgm_record *r); /* without white space */

#endif
