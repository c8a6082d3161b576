/*
 * disputes.h - what a report tells in more than one way, side by side at a terminal.
 *
 *     Disputes
 *         over “how long the quay was closed”
 *          1  the harbour master — said │   4  Jo Marsh — said
 *             the quay had been “closed │      it had never been
 *             for a week” before the    │      closed
 *             fire                      │
 *
 * Where a side would be narrower than DISPUTES_LEAST columns, they stand one under the other.
 */
#ifndef PAGES_DISPUTES_H
#define PAGES_DISPUTES_H

#include "legomena/record.h"
#include "wrap.h"

enum { DISPUTES_LEAST = 26 };

/* Nothing, where nothing is disputed. */
void disputes_write(wrapper *w, const lgm_record *r);

#endif
