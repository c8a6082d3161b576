/*
 * timeline.h - the dated claims and events of a report in order of time, a line or two each.
 *
 *     Timeline
 *       Background
 *         February 2024         the union — warned: that the ventilation …
 *       In the news
 *         13 March 2024, night  an explosion — killed: at least 11 people
 *                               the regional governor — said: At least 11 …
 *
 * What is of one time stands at it together; a part has its name where there are several.
 */
#ifndef PAGES_TIMELINE_H
#define PAGES_TIMELINE_H

#include "legomena/record.h"
#include "wrap.h"

/* Nothing, where nothing has a date. */
void timeline_write(wrapper *w, const lgm_record *r);

#endif
