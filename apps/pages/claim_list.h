/*
 * claim_list.h - the claims of a report for a terminal, a paragraph each; and the parts of one, for
 * whatever else shows it there.
 *
 *      1  the harbour master — said                 mixed · line 3
 *         the quay had been “closed for a week” before the fire
 *         · 23 May 2024 (“Thursday”) · through the Gull
 *
 *       ↳  2  Ada Lind — denied            denies 1 · indirect · line 5
 *             that it had been closed
 */
#ifndef PAGES_CLAIM_LIST_H
#define PAGES_CLAIM_LIST_H

#include "legomena/record.h"
#include "outline.h"
#include "wrap.h"

void claim_list_write(wrapper *w, const lgm_record *r, outline_order order);

/* Who and how: "the mayor (Ada Lind) — told reporters". named: the name need not be said. */
void claim_list_put_speaker(wrapper *w, const lgm_record *r, const lgm_claim *c, bool named);
void claim_list_put_content(wrapper *w, const lgm_record *r, const lgm_claim *c);
/* A paragraph that begins with a claim's number, right-aligned in so many columns. Returns the
 * column in which its words begin. */
int claim_list_begin(wrapper *w, size_t number, int indent, int columns);
/* Columns of the highest number. */
int claim_list_columns(const lgm_record *r);

#endif
