/*
 * about_date.c - when a page was published and changed.
 *
 * Metadata has a moment in UTC, readers see a day in the place's time: where the two are one day
 * apart, the day is the one that was seen, since "on Tuesday" counts from that.
 */
#include <string.h>

#include "about/about.h"
#include "about/letters.h"
#include "web/about_choice.h"

enum { MINUTES = 24 * 60, FARTHEST = 14 * 60, QUARTER = 15, LONGEST_ADDRESS = 400 };

static int64_t minutes_of(const lgm_moment *m)
{
    return (int64_t)lgm_calendar_day(m->day) * MINUTES + m->minute - (m->zoned ? m->zone : 0);
}

/* Of a moment in UTC and the same on a clock of an unknown zone: that zone. */
static bool find_zone(const lgm_moment *utc, const lgm_moment *local, int16_t *zone)
{
    if (!utc->zoned || utc->zone || utc->minute < 0 || local->minute < 0 || local->zoned)
        return false;
    const int64_t apart = minutes_of(local) - minutes_of(utc);
    if (apart > FARTHEST || apart < -FARTHEST || apart % QUARTER) return false;
    *zone = (int16_t)apart;
    return true;
}

static int32_t days_apart(const lgm_moment *a, const lgm_moment *b)
{
    return lgm_calendar_day(a->day) - lgm_calendar_day(b->day);
}

/* What was stated, in the zone in which it is shown. */
static lgm_moment as_shown(lgm_moment stated, const lgm_moment *shown)
{
    int16_t zone;
    if (!shown->day.year) return stated;
    if (find_zone(&stated, shown, &zone)) return lgm_about_moment_in_zone(stated, zone);
    if (shown->zoned && stated.zoned && minutes_of(shown) == minutes_of(&stated) &&
        shown->minute >= 0 && stated.minute >= 0)
        return lgm_about_moment_in_zone(stated, shown->zone);
    /* A day alone says less than a moment in the place's own zone. */
    const bool in_own_zone = !stated.zoned || stated.zone;
    const int32_t apart = days_apart(shown, &stated);
    if ((apart != 1 && apart != -1) || (shown->minute < 0 && in_own_zone)) return stated;
    return *shown;
}

/* "/2024/05/24/", "/2024-05-24-", "/20240524/" in the address. */
static bool day_of_address(lgm_slice url, lgm_moment *m)
{
    lgm_ymd day;
    if (url.len > LONGEST_ADDRESS) url.len = LONGEST_ADDRESS;
    for (size_t i = 0; i + 8 < url.len; i++) {
        if (url.ptr[i] != '/' || url.ptr[i + 1] < '1' || url.ptr[i + 1] > '2') continue;
        const size_t len = lgm_about_day(from(url, i + 1), &day), end = i + 1 + len;
        if (!len || !day.year || (end < url.len && !strchr("/-_.?", url.ptr[end]))) continue;
        *m = (lgm_moment){.day = day, .minute = -1, .second = -1};
        return true;
    }
    return false;
}

static lgm_slice written(lgm_web_facts *f, const lgm_moment *m)
{
    char text[LGM_MOMENT_ROOM];
    const size_t n = lgm_about_moment_write(m, text);
    char *const copy = lgm_arena_strndup(f->arena, text, n);
    f->failed |= !copy;
    return copy ? (lgm_slice){copy, n} : (lgm_slice){0};
}

static const lgm_moment *first_of(const lgm_moment *of, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (of[i].day.year) return &of[i];
    return NULL;
}

/* A program that writes one moment as both days has lost that of publication: a day that the page
 * shows as earlier is it. */
static bool is_lost(lgm_web_facts *f, const lgm_moment *stated, const lgm_moment *shown)
{
    const lgm_moment *const modified = first_of(f->modified, LGM_FROM_LINE);
    int16_t zone;
    if (find_zone(stated, shown, &zone)) return false; /* the same moment on a clock */
    if (!modified || !shown->day.year || days_apart(shown, stated) >= 0) return false;
    return days_apart(modified, stated) == 0 && modified->minute == stated->minute &&
           modified->second == stated->second;
}

void lgm_web_choose_days(lgm_web_facts *f, lgm_web_page *out)
{
    const lgm_moment *const stated = first_of(f->published, LGM_FROM_LINE);
    const lgm_moment *shown = first_of(f->published + LGM_FROM_LINE, 2);
    const lgm_moment *const modified = first_of(f->modified, LGM_FROM_LINE + 1);
    lgm_moment m = {0};
    const char *source = "metadata";
    /* What stands above a headline may be the day on which the page was looked at. */
    if (stated && shown == &f->published[LGM_FROM_BARE] && f->bare_is_above && shown->minute < 0)
        shown = NULL;
    if (stated && shown)
        m = is_lost(f, stated, shown) ? *shown : as_shown(*stated, shown);
    else if (stated)
        m = *stated;
    else if (shown)
        m = *shown, source = "text";
    else if (day_of_address(out->url, &m))
        source = "address";
    if (m.day.year) {
        out->published = written(f, &m);
        out->published_source = (lgm_slice){source, strlen(source)};
    }
    if (modified) out->modified = written(f, modified);
}
