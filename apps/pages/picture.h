/*
 * picture.h - the timeline of a report as a picture: inline SVG, time running down.
 *
 *     2024  ●────  14 March 2024
 *           ┆        3 Governor Ilsa Renmark — told
 *           ┃─── …    We have lost fathers …
 *
 * A day is a dot; a week, a month, "early March" a bar over the days that it may mean. The axis is
 * true to scale where its line is solid; a long stretch without anything is broken: dashed, with
 * its length beside it. What lies behind the news, the news and what is ahead have their names
 * (news.h). Every claim links to its card, an event to its line. All text is escaped (markup.h);
 * without styles too the picture can be read.
 */
#ifndef PAGES_PICTURE_H
#define PAGES_PICTURE_H

#include "legomena/record.h"
#include "strbuf.h"

enum { PICTURE_WIDTH = 480, PICTURE_LABELS = 124, PICTURE_MOST = 12 };

/* Nothing, where nothing has a date. prefix: of ids and links, as in lit.h. Of a date with more
 * than PICTURE_MOST entries the rest is counted. */
void picture_write(strbuf *out, const lgm_record *r, const char *prefix);

#endif
