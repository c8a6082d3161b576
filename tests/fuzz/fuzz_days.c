/*
 * fuzz_days.c - a day of the calendar against the C library's; written in any of the ways that a
 * report writes it, it is read back; bytes that begin with a day name one that exists; a value of
 * time is shown in full words within its room.
 */
#include <time.h>

#include "axis.h"
#include "fuzz_bytes.h"
#include "longdate.h"
#include "about/about.h"
#include "shown.h"

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};

static bool same(lgm_ymd a, lgm_ymd b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* Sunday of Easter by the tables of epacts: Oudin's form, another than the one of the engine. */
static int32_t easter(int y)
{
    const int g = y % 19, c = y / 100, h = (c - c / 4 - (8 * c + 13) / 25 + 19 * g + 15) % 30;
    const int i = h - h / 28 * (1 - h / 28 * (29 / (h + 1)) * ((21 - g) / 11));
    const int l = i - (y + y / 4 + i + 2 - c + c / 4) % 7, month = 3 + (l + 40) / 44;
    return lgm_calendar_day((lgm_ymd){y, month, l + 28 - 31 * (month / 4)});
}

static void check_calendar(int32_t day, lgm_ymd d)
{
    const time_t seconds = (time_t)day * 86400;
    struct tm tm;
    char iso[16], ours[32];
    int32_t year, week;
    CHECK(gmtime_r(&seconds, &tm));
    CHECK(d.year == tm.tm_year + 1900 && d.month == tm.tm_mon + 1 && d.day == tm.tm_mday);
    CHECK(lgm_calendar_has(d) && lgm_calendar_day(d) == day);
    CHECK(lgm_calendar_weekday(day) == (tm.tm_wday + 6) % 7 + 1);
    lgm_calendar_iso_week(day, &year, &week);
    strftime(iso, sizeof iso, "%G-%V", &tm);
    snprintf(ours, sizeof ours, "%d-%02d", year, week);
    CHECK(strcmp(iso, ours) == 0);
    CHECK(lgm_calendar_easter(d.year) == easter(d.year));
}

static void check_months(lgm_ymd d, int32_t n)
{
    const int32_t month = d.year * 12 + d.month - 1 + n;
    if (month < 12 || month >= 10000 * 12) return;
    const lgm_ymd to = lgm_calendar_add_months(d, n);
    CHECK(lgm_calendar_has(to) && to.year * 12 + to.month - 1 == month);
    CHECK(to.day == d.day ||
          (to.day < d.day && to.day == lgm_calendar_month_days(to.year, to.month)));
}

static size_t write_day(char out[64], unsigned form, lgm_ymd d)
{
    const char *const m = months[d.month - 1];
    const char *const w = weekdays[lgm_calendar_weekday(lgm_calendar_day(d)) - 1];
    switch (form) {
    case 0: return (size_t)snprintf(out, 64, "%04d-%02d-%02d", d.year, d.month, d.day);
    case 1: return (size_t)snprintf(out, 64, "%d %s %d", d.day, m, d.year);
    case 2: return (size_t)snprintf(out, 64, "%s, %s %d, %d", w, m, d.day, d.year);
    case 3: return (size_t)snprintf(out, 64, "%.3s %d %.3s %d", w, d.day, m, d.year);
    case 4: return (size_t)snprintf(out, 64, "%d-%.3s-%d", d.day, m, d.year);
    case 5: return (size_t)snprintf(out, 64, "%04d/%d/%d", d.year, d.month, d.day);
    case 6: return (size_t)snprintf(out, 64, "%dth of %s, %d", d.day, m, d.year);
    default: return (size_t)snprintf(out, 64, "%02d/%02d/%04d", d.day, d.month, d.year);
    }
}

static void check_written(lgm_ymd d, unsigned form)
{
    char out[64], name[80];
    lgm_ymd got = {-1, -1, -1};
    const size_t len = write_day(out, form, d);
    const bool two_ways = form == 7 && d.day <= 12 && d.day != d.month;
    if (!two_ways && (d.year < 1800 || d.year > 2199)) {
        CHECK(lgm_about_day((lgm_slice){out, len}, &got) == 0);
        return;
    }
    CHECK(lgm_about_day((lgm_slice){out, len}, &got) == len);
    CHECK(two_ways ? got.year == 0 : same(got, d));
    if (d.year < 1800 || d.year > 2199) return;
    snprintf(name, sizeof name, "7/report%04d%02d%02d.txt", d.year, d.month, d.day);
    CHECK(lgm_about_day_of_name(name, &got) && same(got, d));
}

/* What is a day is one without what stands behind it too. */
static void check_text(const uint8_t *s, size_t len)
{
    char *const exact = malloc(len ? len : 1);
    CHECK(exact);
    if (len) memcpy(exact, s, len);
    lgm_ymd day = {-1, -1, -1}, again = {-1, -1, -1};
    const size_t used = lgm_about_day((lgm_slice){exact, len}, &day);
    CHECK(used <= len && (used > 0 || day.year == -1));
    if (used) {
        CHECK(day.year == 0 || lgm_calendar_has(day));
        CHECK(lgm_about_day((lgm_slice){exact, used}, &again) == used && same(day, again));
    }
    free(exact);

    char name[64] = {0};
    memcpy(name, s, len < sizeof name ? len : sizeof name - 1);
    if (lgm_about_day_of_name(name, &day)) CHECK(lgm_calendar_has(day));
}

static void check_value(const uint8_t *s, size_t len)
{
    static const char *const mods[] = {NULL, "START", "MID", "END", "APPROX", "MORE_THAN", "?"};
    char value[64] = {0}, date[SHOWN_DATE_ROOM], words[LONGDATE_ROOM];
    memcpy(value, s, len < sizeof value ? len : sizeof value - 1);
    const char *const mod = mods[len % LGM_COUNT(mods)];
    memset(date, 1, sizeof date);
    memset(words, 1, sizeof words);
    shown_date(date, value);
    longdate(words, value, mod);
    CHECK(memchr(date, 0, sizeof date) && memchr(words, 0, sizeof words));
    axis_span span;
    if (axis_span_of(&span, value, mod)) CHECK(span.from <= span.to);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { FIRST = -719162, LAST = 2932896 }; /* 0001-01-01, 9999-12-31 */
    fuzz_bytes b = {data, data + size};
    const int32_t day = (int32_t)(fuzz_u32(&b) % (LAST - FIRST + 1)) + FIRST;
    const lgm_ymd d = lgm_calendar_date(day);
    check_calendar(day, d);
    check_months(d, (int32_t)(fuzz_u32(&b) % 2400) - 1200);
    check_written(d, fuzz_below(&b, 8));
    check_text(b.at, (size_t)(b.end - b.at));
    check_value(b.at, (size_t)(b.end - b.at));
    return 0;
}
