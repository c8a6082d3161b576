/*
 * news.h - the timeline of a report in three parts: what lies behind the news, the news, what is
 * still to come.
 *
 * News is what a paper names by the day of the week alone: what begins on the day of the report or
 * at most NEWS_DAYS before it. What began earlier is background, what begins later is ahead.
 */
#ifndef PAGES_NEWS_H
#define PAGES_NEWS_H

#include "legomena/record.h"

enum { NEWS_DAYS = 7 };

typedef enum news_part { NEWS_BACKGROUND, NEWS_NOW, NEWS_AHEAD } news_part;

/* Of a time of the report; of one without a place in time, or where the day of the report is not
 * known, NEWS_NOW. mod: NULL = none. */
news_part news_part_of(const lgm_record *r, const char *value, const char *mod);
/* "Background", "In the news", "Ahead". */
const char *news_heading(news_part part);

#endif
