/*
 * timeline.h - the dated claims of a report in order of time, a line or two each.
 *
 *     Timeline
 *         2024-03-13 night  the regional governor — said: At least 11 people
 *                           were killed and more than 30 injured …
 */
#ifndef PAGES_TIMELINE_H
#define PAGES_TIMELINE_H

#include "legomena/record.h"
#include "wrap.h"

/* Nothing, where no claim has a date. */
void timeline_write(wrapper *w, const lgm_record *r);

#endif
