/*
 * happened.h - what a report says happened, in words that all pages share.
 *
 *     Six masked men — shot: guards
 *     Varnholm · 20 May 2024
 *     Police 1, 3 · denied by Ostrel 10
 *
 * What is done by saying something ("accused") is an event of the record too; pages show it as the
 * claim that it is.
 *
 * An event that no claim asserts is told by the report in its own voice.
 */
#ifndef PAGES_HAPPENED_H
#define PAGES_HAPPENED_H

#include <stdbool.h>

#include "legomena/record.h"
#include "strbuf.h"

#define HAPPENED_BY "according to "

/* How a page has an event. */
typedef enum happened_as {
    HAPPENED_SHOWN,
    HAPPENED_BARE, /* nothing is known of it but its word */
    HAPPENED_CLAIM /* a claim's cue tells it */
} happened_as;
/* [events.n], to be freed. NULL: out of memory. */
happened_as *happened_sort(const lgm_record *r);

bool happened_has(lgm_indices list, uint32_t x);
/* "Ada Lind, Jo Marsh": the names of entities, on one line. */
void happened_names(strbuf *out, const lgm_record *r, lgm_indices entities);
/* "Ada Lind — left: the quay": who did what to whom, on one line. */
void happened_line(strbuf *out, const lgm_record *r, const lgm_event *v);
/* "did not happen", "planned", "possible"; NULL where it is told as done. */
const char *happened_or_not(const lgm_event *v);
/* "planned · the depot · 20 May 2024 · with rifles · unsure", as far as it is known. dated: with
 * its day. */
void happened_details(strbuf *out, const lgm_record *r, const lgm_event *v, bool dated);

/* Who says so, of these claims; those that one speaker makes together:
 * "according to Police 1, 3 · denied by Ostrel 10". lead: HAPPENED_BY, or "". Nothing
 * for no claims. prefix: of the links of a web page, where names are escaped; NULL = plain text. */
void happened_sources(strbuf *out, const lgm_record *r, lgm_indices claims, const char *lead,
                      const char *prefix);

#endif
