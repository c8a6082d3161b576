/*
 * csv_events.h - a row an event, a row a figure: tables of csv.h. Internal to it.
 */
#ifndef PAGES_CSV_EVENTS_H
#define PAGES_CSV_EVENTS_H

#include "csv_table.h"

extern const char csv_event_header[], csv_figure_header[];
void csv_events(csv_table *t, const lgm_record *r);
void csv_figures(csv_table *t, const lgm_record *r);

#endif
