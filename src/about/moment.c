/*
 * moment.c - what is in a value or a line is cut into days, clocks, zones and what may stand
 * between them; the longest run of these around a day is a moment.
 */
#include "about/moment.h"

#include <stdio.h>

#include "about/letters.h"
#include "about/moment_token.h"

enum { HOUR = 60, DAY = 24 * HOUR };

/* ---- runs ------------------------------------------------------------------------------------ */

/* From the second Sunday of March to the first of November. */
static bool is_us_summer(lgm_ymd d)
{
    const int32_t march = lgm_calendar_day((lgm_ymd){d.year, 3, 8});
    const int32_t november = lgm_calendar_day((lgm_ymd){d.year, 11, 1}), day = lgm_calendar_day(d);
    return day >= march + (7 - lgm_calendar_weekday(march)) &&
           day < november + (7 - lgm_calendar_weekday(november));
}

typedef struct run {
    lgm_moment is;
    bool us, after_clock, begun;
    lgm_span span; /* from its first to its last part */
} run;

/* False where the token begins another moment. */
static bool add(run *r, const lgm_moment_token *t, size_t at)
{
    if (t->kind == LGM_MOMENT_BETWEEN) return true;
    if (t->kind == LGM_MOMENT_DAY) {
        if (r->is.day.year) return false;
        r->is.day = t->is.day;
    }
    if (t->kind == LGM_MOMENT_CLOCK || (t->kind == LGM_MOMENT_DAY && t->is.minute >= 0)) {
        if (r->is.minute >= 0) {
            r->after_clock = false;
            return true;
        }
        r->is.minute = t->is.minute;
        r->is.second = t->is.second;
    }
    if (t->kind == LGM_MOMENT_DAY && t->is.zoned) r->is.zoned = true, r->is.zone = t->is.zone;
    if (t->kind == LGM_MOMENT_ZONE) {
        if (!r->after_clock) return true;
        /* "GMT+0800": the second is what counts. */
        r->is.zoned = true;
        r->is.zone = t->is.zone;
        r->us = t->is.zoned;
    }
    r->after_clock = t->kind == LGM_MOMENT_CLOCK || (t->kind == LGM_MOMENT_ZONE && !t->is.zoned);
    if (!r->begun) r->span.start = (uint32_t)at;
    r->begun = true;
    r->span.end = (uint32_t)(at + t->len);
    return true;
}

static const run no_run = {.is = {.minute = -1, .second = -1}};

static bool finish(run *r, lgm_moment *out, lgm_span *span)
{
    if (!r->is.day.year) return false;
    if (r->us && is_us_summer(r->is.day)) r->is.zone = (int16_t)(r->is.zone + HOUR);
    *out = r->is;
    if (span) *span = r->span;
    return true;
}

bool lgm_about_moment(lgm_slice s, lgm_day_order order, lgm_moment *out, lgm_span *span)
{
    run r = no_run;
    for (size_t i = 0; i < s.len;) {
        const lgm_moment_token t = lgm_about_moment_token(from(s, i), order);
        if (t.kind == LGM_MOMENT_OTHER || !add(&r, &t, i)) {
            if (r.is.day.year) break;
            r = no_run;
        }
        i += t.len ? t.len : 1;
    }
    return finish(&r, out, span);
}

/* ---- writing --------------------------------------------------------------------------------- */

lgm_moment lgm_about_moment_in_zone(lgm_moment m, int16_t zone)
{
    if (!m.zoned || m.minute < 0) return m;
    int32_t minute = m.minute - m.zone + zone, day = lgm_calendar_day(m.day);
    for (; minute < 0; minute += DAY) day--;
    for (; minute >= DAY; minute -= DAY) day++;
    m.day = lgm_calendar_date(day);
    m.minute = (int16_t)minute;
    m.zone = zone;
    return m;
}

size_t lgm_about_moment_write(const lgm_moment *m, char out[LGM_MOMENT_ROOM])
{
    size_t n = (size_t)snprintf(out, LGM_MOMENT_ROOM, "%04d-%02d-%02d", m->day.year, m->day.month,
                                m->day.day);
    if (m->minute < 0) return n;
    const int zone = m->zone < 0 ? -m->zone : m->zone;
    n += (size_t)snprintf(out + n, LGM_MOMENT_ROOM - n, "T%02d:%02d", m->minute / HOUR,
                          m->minute % HOUR);
    if (m->second >= 0) n += (size_t)snprintf(out + n, LGM_MOMENT_ROOM - n, ":%02d", m->second);
    if (m->zoned && !zone) n += (size_t)snprintf(out + n, LGM_MOMENT_ROOM - n, "Z");
    if (m->zoned && zone)
        n += (size_t)snprintf(out + n, LGM_MOMENT_ROOM - n, "%c%02d:%02d", m->zone < 0 ? '-' : '+',
                              zone / HOUR, zone % HOUR);
    return n;
}
