/*
 * details.h - what else a report says of how a claim was made: when, where, to whom and through
 * whom, on what evidence, whether for the first time; and whom it is aimed at.
 *
 *     13 March 2024 (“Wednesday”) · venue: national television · through Caldpress ·
 *     again (“repeatedly”) · no evidence given
 *
 * The report's own words stand in quotation marks, where they say more than ours.
 */
#ifndef PAGES_DETAILS_H
#define PAGES_DETAILS_H

#include "legomena/record.h"
#include "strbuf.h"

/* As text, with dots in between; nothing where the report says nothing. */
void details_write(strbuf *out, const lgm_record *r, const lgm_claim *c);

#endif
