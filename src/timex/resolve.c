/* resolve.c - one function a way: what an expression says, and the days it may count from. */
#include "timex/resolve.h"

#include <stdio.h>
#include <string.h>

#include "legomena/records.h"
#include "timex/calendar.h"

#define P(name) (p->v[LGM_TF_##name])
#define HAS(name) (p->v[LGM_TF_##name] != LGM_UNSET)
#define IS(name, number) (p->v[LGM_TF_##name] == (number))

enum {
    QUARTER_REACH = 100,
    RECENT = 3
}; /* tokens from a quarter to the "year earlier" that means
                                             its like; quarters that a report may be about */

typedef struct making { /* an expression while its value is made */
    lgm_resolver *r;
    const lgm_parts_of_time *p;
    lgm_tokspan tokens;
    lgm_time_layer *t;
    char value[LGM_VALUE]; /* "" = not known */
    bool is_day;           /* it names a day or a part of one */
    bool none;             /* it is no time after all */
} making;

int32_t lgm_timex_published(lgm_slice date)
{
    lgm_ymd d = {0, 0, 0};
    if (date.len < 10 || date.ptr[4] != '-' || date.ptr[7] != '-') return LGM_NO_DAY;
    for (size_t i = 0; i < 10; i++) {
        const char c = date.ptr[i];
        int32_t *const n = i < 4 ? &d.year : i < 7 ? &d.month : &d.day;
        if (i == 4 || i == 7) continue;
        if (c < '0' || c > '9') return LGM_NO_DAY;
        *n = *n * 10 + (c - '0');
    }
    return lgm_ymd_ok(d) ? lgm_day_of(d) : LGM_NO_DAY;
}

/* ---- what to count from ---- */

static int32_t published(making *m)
{
    m->t->anchor = LGM_ANCHOR_PUBLISHED;
    return m->r->published;
}

/* The last day that the text named; where it named none, that of publication. */
static int32_t narrative(making *m)
{
    if (m->r->day == LGM_NONE) return published(m);
    m->t->anchor = m->r->day;
    return m->r->doc->times[m->r->day].first_day;
}

static int32_t base_day(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    if (IS(rel, 4) && m->r->day == LGM_NONE)
        return LGM_NO_DAY; /* "that day": of which we know none */
    return IS(rel, 2) || IS(rel, 4) ? narrative(m) : published(m);
}

static lgm_tense tense(const making *m)
{
    return lgm_timex_tense(m->r->doc, m->tokens);
}

/* Of the years around that of `base`, the one in which the day is nearest to it, on the side that the
 * tense speaks of. */
static int32_t nearest_year(const making *m, int32_t base, int32_t month, int32_t day)
{
    const lgm_tense t = tense(m);
    const int32_t year = lgm_ymd_of(base).year;
    int32_t best = year, least = INT32_MAX;
    for (int32_t y = year - 1; y <= year + 1; y++) {
        const int32_t off = lgm_day_of((lgm_ymd){y, month, day}) - base;
        int32_t far = off < 0 ? -off : off;
        if (off > 0)
            far += t == LGM_TENSE_PAST   ? m->p->v[LGM_TF_day] != LGM_UNSET ? 120 : 170
                   : t == LGM_TENSE_NONE ? 60
                                         : 0;
        if (off < 0 && t == LGM_TENSE_FUTURE) far += 250;
        if (m->p->v[LGM_TF_wday] != LGM_UNSET && lgm_weekday_of(base + off) == m->p->v[LGM_TF_wday])
            far -= 1000;
        if (far < least) {
            least = far;
            best = y;
        }
    }
    return best;
}

/* ---- days ---- */

static void put_day(making *m, int32_t day)
{
    if (day == LGM_NO_DAY || lgm_ymd_of(day).year < 1 || lgm_ymd_of(day).year > 9999) return;
    lgm_value_of_span(m->value, LGM_UNIT_DAY, day);
    m->t->first_day = day;
    m->is_day = true;
}

static void make_weekday(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    const int32_t base = base_day(m);
    if (base == LGM_NO_DAY) {
        snprintf(m->value, sizeof m->value, "XXXX-WXX-%d", P(wday));
        return;
    }
    const int32_t ahead = (P(wday) - lgm_weekday_of(base) + 7) % 7, back = (7 - ahead) % 7;
    int32_t day = base - back;
    if (HAS(week))
        day = base - lgm_weekday_of(base) + P(wday) + 7 * P(week);
    else if (IS(rel, 3))
        day = P(dir) > 0 ? base + ahead + 7 : base - back - 7;
    else if (IS(dir, -1))
        day = base - (back ? back : 7);
    else if (IS(dir, 1))
        day = base + (ahead ? ahead : 7);
    else if (IS(dir, 0))
        day = tense(m) == LGM_TENSE_PAST ? base - back : base + ahead;
    else if (tense(m) == LGM_TENSE_FUTURE)
        day = base + ahead;
    put_day(m, day);
}

static void make_deictic(making *m)
{
    const int32_t base = base_day(m);
    if (base != LGM_NO_DAY) put_day(m, base + m->p->v[LGM_TF_days]);
}

static void make_calendar_day(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    lgm_ymd d = {P(year), P(month), P(day)};
    if (HAS(iso)) d = (lgm_ymd){P(iso) / 10000, P(iso) / 100 % 100, P(iso) % 100};
    if (!HAS(iso) && !HAS(year)) {
        const int32_t base = published(m);
        if (!HAS(month)) { /* "the 22nd": of the month last spoken of */
            const int32_t from = narrative(m);
            if (from == LGM_NO_DAY) return;
            d.month = lgm_ymd_of(from).month;
            d.year = lgm_ymd_of(from).year;
        } else if (base == LGM_NO_DAY) {
            m->none = d.day > lgm_month_days(2000, d.month) || d.day < 1;
            snprintf(m->value, sizeof m->value, "XXXX-%02d-%02d", d.month, d.day);
            return;
        } else if (IS(rel, 1)) {
            const lgm_ymd now = lgm_ymd_of(base);
            const int32_t place = (d.month - now.month) * 31 + d.day - now.day;
            d.year = now.year + (P(dir) < 0 && place >= 0 ? -1 : P(dir) > 0 && place <= 0 ? 1 : 0);
        } else {
            d.year = nearest_year(m, base, d.month, d.day);
        }
    }
    if (lgm_ymd_ok(d))
        put_day(m, lgm_day_of(d));
    else
        m->none = true;
}

static void make_holiday(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    int32_t day, year = P(year);
    if (!HAS(year)) {
        const int32_t base = published(m);
        if (base == LGM_NO_DAY) return;
        const int32_t now = lgm_ymd_of(base).year;
        if (!lgm_feast(P(holiday), now, &day)) return;
        year = now;
        if (IS(rel, 1)) {
            if (P(dir) < 0 && day >= base) year--;
            if (P(dir) > 0 && day <= base) year++;
        } else {
            const lgm_ymd d = lgm_ymd_of(day);
            year = nearest_year(m, base, d.month, d.day);
        }
    }
    if (lgm_feast(P(holiday), year, &day)) put_day(m, day);
}

static void make_holidayweek(making *m)
{
    make_holiday(m);
    if (m->value[0]) m->t->first_day = lgm_value_of_span(m->value, LGM_UNIT_WEEK, m->t->first_day);
    m->is_day = false;
}

/* Whatever says on which day something is: "Friday", "March 3", "yesterday", "the next". */
static void make_day(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    if (HAS(iso) || HAS(month) || (HAS(day) && !HAS(wday)))
        make_calendar_day(m);
    else if (HAS(wday) && HAS(day)) { /* "Thursday the 3rd" */
        make_calendar_day(m);
    } else if (HAS(wday))
        make_weekday(m);
    else if (HAS(holiday))
        make_holiday(m);
    else if (HAS(days))
        make_deictic(m);
    else {
        const int32_t base = base_day(m);
        if (base != LGM_NO_DAY) put_day(m, base + (HAS(dir) ? P(dir) : 0));
    }
}

/* ---- parts of a day ---- */

static void append(making *m, const char *more)
{
    const size_t n = strlen(m->value);
    snprintf(m->value + n, sizeof m->value - n, "%s", more);
}

static void make_part(making *m)
{
    static const char *const parts[] = {"",       "TMO",    "TAF", "TEV", "TNI",
                                        "T12:00", "T24:00", "TDT", "TMO"};
    const lgm_parts_of_time *const p = m->p;
    const int32_t part = P(part);
    make_day(m);
    if (m->value[0] == '\0') return;
    if (part > 0 && (size_t)part < LGM_COUNT(parts)) append(m, parts[part]);
}

static void make_clock(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    int32_t hour = HAS(hour) ? P(hour) : IS(part, 6) ? 24 : 12, minute = 0; /* noon, midnight */
    char clock[32];
    if (HAS(minute)) {
        hour = P(minute) / 100;
        minute = P(minute) % 100;
    }
    if (IS(half, 1)) minute = 30;
    if (HAS(ampm) && hour > 12 && !HAS(minute)) {
        m->none = true;
        return;
    }
    if ((IS(ampm, 2) || IS(part, 2) || IS(part, 3)) && hour < 12) hour += 12;
    if (IS(part, 4) && hour < 12 && hour > 4) hour += 12;
    if (IS(ampm, 1) && hour == 12) hour = 0;
    make_day(m);
    if (m->value[0] == '\0') snprintf(m->value, sizeof m->value, "XXXX-XX-XX");
    snprintf(clock, sizeof clock, "T%02d:%02d", hour, minute);
    append(m, clock);
}

/* ---- months, years, seasons ---- */

static void make_month(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    int32_t year = P(year);
    if (!HAS(year)) {
        const int32_t base = published(m);
        if (base == LGM_NO_DAY) {
            snprintf(m->value, sizeof m->value, "XXXX-%02d", P(month));
            return;
        }
        const lgm_ymd now = lgm_ymd_of(base);
        year = now.year;
        if (IS(rel, 1)) {
            if (P(dir) < 0 && P(month) >= now.month) year--;
            if (P(dir) > 0 && P(month) <= now.month) year++;
        } else if (HAS(dir)) {
            year += P(dir);
        } else {
            year = nearest_year(m, base, P(month), P(month) == now.month ? now.day : 15);
        }
    }
    snprintf(m->value, sizeof m->value, "%04d-%02d", year, P(month));
    m->t->first_day = lgm_day_of((lgm_ymd){year, P(month), 1});
}

static void put_year(making *m, int32_t year)
{
    if (year < 1 || year > 9999) return;
    snprintf(m->value, sizeof m->value, "%04d", year);
    m->t->first_day = lgm_day_of((lgm_ymd){year, 1, 1});
}

static void make_year(making *m)
{
    put_year(m, m->p->v[LGM_TF_year]);
}

static void make_decade(making *m)
{
    const int32_t decade = m->p->v[LGM_TF_decade];
    snprintf(m->value, sizeof m->value, "%03d", decade);
    m->t->first_day = lgm_day_of((lgm_ymd){decade * 10, 1, 1});
}

static void make_century(making *m)
{
    const int32_t n = m->p->v[LGM_TF_century];
    m->none = n < 1 || n > 30;
    if (m->none) return;
    snprintf(m->value, sizeof m->value, "%02d", n - 1);
    m->t->first_day = lgm_day_of((lgm_ymd){n > 1 ? (n - 1) * 100 : 1, 1, 1});
}

static void make_season(making *m)
{
    static const char *const names[] = {"", "SP", "SU", "FA", "WI"};
    const lgm_parts_of_time *const p = m->p;
    int32_t year = P(year);
    const int32_t month = P(season) * 3; /* it begins in March, June, September, December */
    if (!HAS(year)) {
        const int32_t base = published(m);
        if (base == LGM_NO_DAY) {
            snprintf(m->value, sizeof m->value, "XXXX-%s", names[P(season)]);
            return;
        }
        const lgm_ymd now = lgm_ymd_of(base);
        year = now.year;
        /* the one that is on, or was last: a winter is that of the year it ends in, too */
        if (IS(rel, 1)) {
            if (P(dir) < 0 && now.month < month + 3) year--;
            if (P(dir) > 0 && now.month >= month) year++;
        } else {
            year = nearest_year(m, base, month, 15);
        }
    }
    snprintf(m->value, sizeof m->value, "%04d-%s", year, names[P(season)]);
    m->t->first_day = lgm_day_of((lgm_ymd){year, month, 1});
}

/* ---- quarters ---- */

static void put_quarter(making *m, int32_t quarter)
{
    const int32_t year = quarter / 4, q = quarter % 4;
    snprintf(m->value, sizeof m->value, "%04d-Q%d", year, q + 1);
    m->t->first_day = lgm_day_of((lgm_ymd){year, q * 3 + 1, 1});
}

static int32_t quarter_of(int32_t day)
{
    const lgm_ymd d = lgm_ymd_of(day);
    return d.year * 4 + (d.month - 1) / 3;
}

static void make_quarter(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    int32_t year = P(year);
    m->none = P(q) < 1 || P(q) > 4;
    if (m->none) return;
    if (!HAS(year)) {
        const int32_t base = published(m);
        if (base == LGM_NO_DAY) {
            snprintf(m->value, sizeof m->value, "XXXX-Q%d", P(q));
            return;
        }
        const int32_t now = quarter_of(base);
        year = now / 4;
        if (HAS(dir))
            year += P(dir);
        else if (P(q) - 1 > now % 4 && tense(m) != LGM_TENSE_FUTURE)
            year--; /* the last one that has begun */
        else if (P(q) - 1 < now % 4 - 1 && tense(m) == LGM_TENSE_FUTURE)
            year++; /* of the one that has just ended, results are to come */
    }
    put_quarter(m, year * 4 + P(q) - 1);
}

static void make_half(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    int32_t year = P(year);
    m->none = P(half) < 1 || P(half) > 2;
    if (m->none) return;
    if (!HAS(year)) {
        const int32_t base = published(m);
        if (base == LGM_NO_DAY) return;
        year = lgm_ymd_of(base).year + (HAS(dir) ? P(dir) : 0);
    }
    snprintf(m->value, sizeof m->value, "%04d-H%d", year, P(half));
    m->t->first_day = lgm_day_of((lgm_ymd){year, P(half) * 6 - 5, 1});
}

static bool quarter_near(const making *m)
{
    const lgm_resolver *const r = m->r;
    return r->quarter != LGM_UNSET && m->tokens.start - r->quarter_token <= QUARTER_REACH;
}

/* "the quarter", "the year-earlier period": that of which the text speaks. */
static void make_period(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    const int32_t now = m->r->published;
    const bool ahead = now != LGM_NO_DAY && m->r->quarter >= quarter_of(now);
    if (quarter_near(m) && !(IS(end, 1) && ahead)) { /* "the latest" has ended */
        m->t->anchor = m->r->quarter_time;
        if (HAS(year)) {
            put_quarter(m, P(year) * 4 + m->r->quarter % 4);
            return;
        }
        put_quarter(m, m->r->quarter + 4 * (HAS(dir) ? P(dir) : 0));
        return;
    }
    if (HAS(year)) {
        put_year(m, P(year));
        return;
    }
    const int32_t base = published(m);
    m->none = !HAS(dir) && !IS(unit, LGM_UNIT_QUARTER);
    if (base == LGM_NO_DAY || m->none) return;
    if (IS(unit, LGM_UNIT_QUARTER))
        put_quarter(m, quarter_of(base) + (HAS(dir) ? P(dir) : -1));
    else
        put_year(m, lgm_ymd_of(base).year + P(dir));
}

/* ---- spans of the calendar ---- */

static int32_t shifted(int32_t base, int32_t unit, int32_t n)
{
    return base == LGM_NO_DAY ? LGM_NO_DAY : lgm_value_shift(base, unit, n);
}

static void put_span(making *m, int32_t unit, int32_t day)
{
    if (day == LGM_NO_DAY) return;
    m->t->first_day = lgm_value_of_span(m->value, unit, day);
    m->is_day = unit == LGM_UNIT_DAY || unit == LGM_UNIT_NIGHT;
}

static void make_unitref(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    const int32_t dir = HAS(dir) ? P(dir) : 0;
    int32_t base = base_day(m);
    if ((IS(rel, 2) || IS(rel, 4)) && P(unit) >= LGM_UNIT_MONTH && P(unit) <= LGM_UNIT_CENTURY &&
        m->r->date != LGM_NONE) {
        m->t->anchor = m->r->date; /* "that year": that of the last date of any kind */
        base = m->r->doc->times[m->r->date].first_day;
    }
    if (IS(unit, LGM_UNIT_WEEKEND) && !HAS(rel) && base != LGM_NO_DAY && dir == 0 &&
        tense(m) == LGM_TENSE_PAST && lgm_weekday_of(base) < 6)
        base -= 7; /* "over the weekend", said on a Monday */
    put_span(m, P(unit), shifted(base, P(unit), dir * 1000));
}

static void make_weekof(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    make_calendar_day(m);
    if (m->value[0] && !m->none && m->t->first_day != LGM_NO_DAY)
        put_span(m, IS(unit, LGM_UNIT_WEEKEND) ? LGM_UNIT_WEEKEND : LGM_UNIT_WEEK, m->t->first_day);
    m->is_day = false;
}

/* "three weeks ago", "two days later": as fine as its unit. */
static void make_shift(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    const int32_t unit = P(unit), n = (HAS(n) ? P(n) : 1000) + (IS(half, 1) ? 500 : 0);
    if (P(n) == LGM_SOME) {
        snprintf(m->value, sizeof m->value, P(dir) < 0 ? "PAST_REF" : "FUTURE_REF");
        m->t->anchor = LGM_ANCHOR_PUBLISHED;
        return;
    }
    if (unit == LGM_UNIT_YEAR && n == 1000 && P(dir) < 0 && quarter_near(m)) {
        m->t->anchor = m->r->quarter_time; /* "a year earlier": the quarter, a year before */
        put_quarter(m, m->r->quarter - 4);
        return;
    }
    const int32_t base = base_day(m);
    if (unit <= LGM_UNIT_HOUR) {
        put_span(m, LGM_UNIT_DAY, base);
        return;
    }
    /* "a decade ago" is a year, more or less */
    put_span(m, unit >= LGM_UNIT_DECADE && unit <= LGM_UNIT_CENTURY ? LGM_UNIT_YEAR : unit,
             shifted(base, unit, P(dir) * n));
}

/* ---- lengths, sets, references ---- */

static void make_length(making *m)
{
    const lgm_parts_of_time *const p = m->p;
    const int32_t n = (HAS(n) ? P(n) : 1000) + (IS(half, 1) ? 500 : 0);
    lgm_value_of_length(m->value, HAS(unit) ? P(unit) : LGM_UNIT_NONE, n == 498 ? LGM_SOME : n);
}

static void make_every(making *m)
{
    static const char *const parts[] = {"", "TMO", "TAF", "TEV", "TNI"};
    static const char *const seasons[] = {"", "SP", "SU", "FA", "WI"};
    const lgm_parts_of_time *const p = m->p;
    m->t->quant = (uint8_t)(HAS(quant) ? P(quant) : 0);
    if (HAS(wday))
        snprintf(m->value, sizeof m->value, "XXXX-WXX-%d%s", P(wday),
                 HAS(part) ? parts[P(part)] : "");
    else if (HAS(month) && HAS(day))
        snprintf(m->value, sizeof m->value, "XXXX-%02d-%02d", P(month), P(day));
    else if (HAS(month))
        snprintf(m->value, sizeof m->value, "XXXX-%02d", P(month));
    else if (HAS(season))
        snprintf(m->value, sizeof m->value, "XXXX-%s", seasons[P(season)]);
    else if (HAS(part))
        snprintf(m->value, sizeof m->value, "XXXX-XX-XX%s", parts[P(part)]);
    else
        make_length(m);
}

static void make_none(making *m)
{
    m->none = true;
}

static void make_ref(making *m)
{
    static const char *const refs[] = {"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"};
    snprintf(m->value, sizeof m->value, "%s", refs[m->p->v[LGM_TF_ref]]);
    m->t->anchor = LGM_ANCHOR_PUBLISHED;
}

/* ---- one expression ---- */

static void make(making *m, uint8_t way)
{
    static void (*const ways[LGM_WAY_COUNT])(making *) = {
        [LGM_WAY_day] = make_day,         [LGM_WAY_month] = make_month,
        [LGM_WAY_year] = make_year,       [LGM_WAY_decade] = make_decade,
        [LGM_WAY_century] = make_century, [LGM_WAY_quarter] = make_quarter,
        [LGM_WAY_half] = make_half,       [LGM_WAY_season] = make_season,
        [LGM_WAY_weekday] = make_weekday, [LGM_WAY_holiday] = make_holiday,
        [LGM_WAY_deictic] = make_deictic, [LGM_WAY_holidayweek] = make_holidayweek,
        [LGM_WAY_unitref] = make_unitref, [LGM_WAY_weekof] = make_weekof,
        [LGM_WAY_period] = make_period,   [LGM_WAY_length] = make_length,
        [LGM_WAY_shift] = make_shift,     [LGM_WAY_event] = make_length,
        [LGM_WAY_clock] = make_clock,     [LGM_WAY_part] = make_part,
        [LGM_WAY_every] = make_every,     [LGM_WAY_ref] = make_ref,
        [LGM_WAY_none] = make_none,
    };
    ways[way](m);
}

/* What later expressions may count from. */
static void remember(lgm_resolver *r, const making *m, uint8_t way, uint32_t index)
{
    const lgm_time_layer *const t = m->t;
    if (t->first_day == LGM_NO_DAY || t->type > LGM_TIME_TIME) return;
    r->date = index;
    if (m->is_day) r->day = index;
    const int32_t quarter = quarter_of(t->first_day);
    if (r->published != LGM_NO_DAY && quarter_of(r->published) - quarter > RECENT) return;
    if (way == LGM_WAY_quarter || (way == LGM_WAY_period && m->p->v[LGM_TF_dir] == LGM_UNSET)) {
        r->quarter = quarter;
        r->quarter_time = index;
        r->quarter_token = t->tokens.start;
    }
}

bool lgm_timex_resolve(lgm_resolver *r, const lgm_timex_match *match, uint32_t index,
                       lgm_time_layer *out, bool *kept)
{
    *out = (lgm_time_layer){.tokens = match->tokens,
                            .first_day = LGM_NO_DAY,
                            .anchor = LGM_NONE,
                            .type = match->rule->type};
    making m = {.r = r, .p = &match->parts, .tokens = match->tokens, .t = out};
    const int32_t mod = match->parts.v[LGM_TF_mod];
    make(&m, match->rule->way);
    *kept = !m.none;
    if (m.none) return true;
    out->mod = (uint8_t)(mod > 0 ? mod : 0);
    if (m.value[0]) {
        out->value = lgm_arena_strndup(r->doc->arena, m.value, strlen(m.value));
        if (!out->value) return false;
    }
    remember(r, &m, match->rule->way, index);
    return true;
}
