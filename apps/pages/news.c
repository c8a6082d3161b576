/* news.c - see news.h. */
#include "news.h"

#include "axis.h"
#include "shown.h"

news_part news_part_of(const lgm_record *r, const char *value, const char *mod)
{
    char date[SHOWN_DATE_ROOM];
    axis_span today, s;
    if (!shown_published(r, date) || !axis_span_of(&today, date, NULL)) return NEWS_NOW;
    if (!axis_span_of(&s, value, mod)) return NEWS_NOW;
    if (s.from >= today.from + 1) return NEWS_AHEAD;
    return s.from < today.from - NEWS_DAYS ? NEWS_BACKGROUND : NEWS_NOW;
}

const char *news_heading(news_part part)
{
    static const char *const words[] = {"Background", "In the news", "Ahead"};
    return words[part];
}
