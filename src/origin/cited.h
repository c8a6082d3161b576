/*
 * cited.h - whom an outlet cites for what it reports. Internal.
 *
 *     State television, citing the interior ministry, said nine people had died.
 *
 * The record has two claims by the outlet there; this ties the one to the other.
 */
#ifndef LGM_ORIGIN_CITED_H
#define LGM_ORIGIN_CITED_H

#include "base/base.h"
#include "legomena/record.h"

typedef struct lgm_origin_cited {
    lgm_cpspan words; /* "the interior ministry" */
    uint32_t entity;  /* who that is, where the report has more of it */
} lgm_origin_cited;

/* Of a claim by an outlet; false: it cites nobody in that sentence. */
bool lgm_origin_cites(lgm_origin_cited *out, const lgm_record *r, uint32_t claim);

#endif
