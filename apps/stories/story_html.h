/*
 * story_html.h - a story as one web page: what its reports answer, source by source; how figures
 * rose; what differs; who stands behind it; the reports in order of time.
 *
 * Files   story_html.c, story_rise.c (figures over time).
 */
#ifndef STORIES_STORY_HTML_H
#define STORIES_STORY_HTML_H

#include "accounts_page.h"

/* v: with all questions; of only_links what differs alone. */
lgm_status story_html(const accounts_view *v, strbuf *out, lgm_err *err);

/* Each figure that was given on two days or more, drawn over time; nothing where there is none. */
void story_rise(const accounts_view *v, strbuf *out);

#endif
