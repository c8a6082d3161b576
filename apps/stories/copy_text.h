/*
 * copy_text.h - copies as people read them.
 *
 * Files   copy_text.c.
 */
#ifndef STORIES_COPY_TEXT_H
#define STORIES_COPY_TEXT_H

#include "copy_rows.h"
#include "wrap.h"

/* "Report 12 · 2024-03-14 · Merrow Post · Ferry sinks off Ostrel" */
void copy_text_head(wrapper *w, lgm_copy_report r);
/* "cut: most of it is a part of the earlier one (AP)", and how much of either. */
void copy_text_pair(wrapper *w, const copy_shown *c);
/* A line of a group: one of the two, what it is, and how much of it is in the other. */
void copy_text_member(wrapper *w, const copy_shown *c, int64_t report);
/* Where it stands in report 12, and in the other; the middle of a long one is left out. */
void copy_text_passage(wrapper *w, const copy_shown *c, const lgm_copy_passage *p, lgm_str words);

#endif
