/*
 * story_page.h - a story for people, and for programs.
 *
 * Files   story_page.c (text), story_data.c (JSON, CSV).
 */
#ifndef STORIES_STORY_PAGE_H
#define STORIES_STORY_PAGE_H

#include "story_facts.h"

/* why: says of each report why it is there. */
lgm_status story_page_text(const story_facts *f, bool why, int width, bool color, strbuf *out,
                           lgm_err *err);
lgm_status story_page_json(const story_facts *f, bool why, strbuf *out, lgm_err *err);
/* A row a report. */
void story_page_csv(const story_facts *f, strbuf *out);

/* "like report 14" as words: how a report came in. */
const char *story_page_how(lgm_story_how how);

#endif
