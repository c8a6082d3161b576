/*
 * event_list.h - what happened, at a terminal: incidents, figures and events, each with who says
 * so.
 *
 *     Incidents
 *         Bombing, accomplished · Port Ostrel · 13 March 2024
 *           perpetrators  Free Coast Front (claims it: 14)
 *           killed        at least 11
 *
 *     Figures
 *         at least 11 killed  Port Ostrel · according to the governor 1
 *
 *     Events
 *         The report itself says
 *           miners — blocked: the road · Norvik                   line 3
 *         Others say
 *           killed: at least 11 people · Port Ostrel      the governor 1
 *         Also named: inquiry
 *
 * Each writes nothing where a report has none.
 *
 * Files   event_list.c, incident_list.c.
 */
#ifndef PAGES_EVENT_LIST_H
#define PAGES_EVENT_LIST_H

#include "legomena/record.h"
#include "wrap.h"

void event_list_write(wrapper *w, const lgm_record *r);
void event_list_write_figures(wrapper *w, const lgm_record *r);
void event_list_write_incident(wrapper *w, const lgm_record *r, const lgm_incident *i); /* one */
void event_list_write_incidents(wrapper *w, const lgm_record *r);

/* Who did what to whom: "miners — blocked: the road". */
void event_list_put(wrapper *w, const lgm_record *r, const lgm_event *v);

#endif
