/*
 * event_day.h - "three days before the attack": counted from the day of the attack. Internal.
 *
 * The noun behind "before the" is looked for in the report's other sentences that name one day; the
 * first that has it tells the day.
 */
#ifndef LGM_TIMEX_EVENT_DAY_H
#define LGM_TIMEX_EVENT_DAY_H

#include "doc/doc.h"

typedef struct lgm_timex_event {
    uint32_t time; /* index in doc->times */
    int32_t unit;  /* LGM_UNIT_* */
    int32_t n;     /* thousandths of it, negative = before */
} lgm_timex_event;

/* A time whose event has a day becomes a date, with that day as its anchor. False when memory is
 * spent. Cost: linear in the number of tokens. */
bool lgm_timex_event_times(lgm_arena *scratch, lgm_doc *doc, const lgm_timex_event *at, size_t n);

#endif
