/*
 * told_together.h - what several reports of a story tell: the events that two or more have, and the
 * claims; those of most reports first.
 */
#ifndef STORIES_TOLD_TOGETHER_H
#define STORIES_TOLD_TOGETHER_H

#include "legomena/same.h"
#include "story_facts.h"
#include "wrap.h"

typedef struct told_together {
    lgm_told *told; /* as they may be shown */
    size_t n;
    lgm_same *events, *claims; /* NULL: more than can be compared */
} told_together;

/* told_together_done frees, whatever it returned. */
lgm_status told_together_read(told_together *t, const story_facts *f, lgm_err *err);
void told_together_done(told_together *t);

/* Two sections of a page; nothing where no two reports tell the same. why: what they have in
 * common, as far as the first and each other one go. */
lgm_status told_together_text(const told_together *t, bool why, wrapper *w, lgm_err *err);
/* "events": [...], "claims": [...] */
lgm_status told_together_json(const told_together *t, bool why, strbuf *out, lgm_err *err);

#endif
