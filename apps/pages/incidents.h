/*
 * incidents.h - what is known of a violent incident, part by part, as pages show it.
 *
 *     perpetrators  six masked men (the report says so) · the Tide Front (claims it: 4)
 *     targets       the Varnholm depot
 *     killed        more than 14
 */
#ifndef PAGES_INCIDENTS_H
#define PAGES_INCIDENTS_H

#include "legomena/record.h"
#include "strbuf.h"

/* "Attack, accomplished". */
void incidents_kind(strbuf *out, const lgm_incident *i);
/* "20 May 2024 · the Varnholm depot"; may be empty. */
void incidents_setting(strbuf *out, const lgm_record *r, const lgm_incident *i);

/* Parts in the order in which they are shown, each with its heading; those without words are left
 * out. */
enum { INCIDENTS_PARTS = 6 };
extern const char *const incidents_headings[INCIDENTS_PARTS];
/* prefix: of the links of a web page, where all is escaped; NULL = plain text. */
void incidents_part(strbuf *out, const lgm_record *r, const lgm_incident *i, unsigned part,
                    const char *prefix);

#endif
