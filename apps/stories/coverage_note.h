/*
 * coverage_note.h - what an answer of the ledger rests on: how many reports, from whom, until when,
 * and what could not be read.
 *
 * Files   coverage_note.c.
 */
#ifndef STORIES_COVERAGE_NOTE_H
#define STORIES_COVERAGE_NOTE_H

#include "legomena/ledger.h"
#include "wrap.h"

/* A line below the answer. */
lgm_status coverage_note_put(wrapper *w, lgm_ledger *ledger, lgm_err *err);

/* {"reports": 14, "publishers": 9, "first": ..., "last": ..., "withdrawn": 0, "problems": 0} */
lgm_status coverage_note_json(strbuf *out, lgm_ledger *ledger, lgm_err *err);

#endif
