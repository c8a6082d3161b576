/*
 * moment_token.c - clocks, zones, days and what may stand between them, one by one.
 */
#include "about/moment_token.h"

#include <string.h>

#include "about/about.h"
#include "about/letters.h"
#include "about/about_words.h"

enum { HOUR = 60, FARTHEST_ZONE = 14 * HOUR };

/* A number of at most nine digits at the start of s; how many it has. */
static size_t digits(lgm_slice s, int32_t *value)
{
    size_t n = 0;
    *value = 0;
    for (; n < s.len && n < 9 && is_digit(s.ptr[n]); n++) *value = *value * 10 + s.ptr[n] - '0';
    return n;
}

/* ---- clocks ---------------------------------------------------------------------------------- */

/* "am", "p.m."; 12 for the second half of the day, 0 for the first, -1 for none. */
static int32_t half_of_day(lgm_slice s, size_t *len)
{
    size_t i = 0;
    while (i < s.len && s.ptr[i] == ' ') i++;
    if (i == s.len || !strchr("aApP", s.ptr[i])) return -1;
    const int32_t half = (s.ptr[i++] | 32) == 'p' ? 12 : 0;
    if (i < s.len && s.ptr[i] == '.') i++;
    if (i == s.len || (s.ptr[i++] | 32) != 'm') return -1;
    if (i < s.len && is_letter(s.ptr[i])) return -1;
    if (i < s.len && s.ptr[i] == '.') i++;
    *len = i;
    return half;
}

/* ":05", ".05": its value; -1 for none. */
static int32_t sixtieth(lgm_slice s, const char *before)
{
    int32_t value;
    if (s.len < 3 || !strchr(before, s.ptr[0]) || digits(from(s, 1), &value) != 2 || value > 59)
        return -1;
    return value;
}

/* "18:05:00.25", "6:05 p.m.", "6.05pm", "6 pm" */
static bool read_clock(lgm_slice s, lgm_moment_token *t)
{
    int32_t hour, minute, second = -1;
    size_t i = digits(s, &hour), more = 0;
    if (i < 1 || i > 2) return false;
    const bool point = i < s.len && s.ptr[i] == '.';
    minute = sixtieth(from(s, i), ":.");
    if (minute >= 0) i += 3, second = sixtieth(from(s, i), ":");
    if (second >= 0) {
        int32_t part;
        i += 3;
        if (i < s.len && (s.ptr[i] == '.' || s.ptr[i] == ',')) {
            const size_t n = digits(from(s, i + 1), &part);
            if (n) i += n + 1;
        }
    }
    const int32_t half = half_of_day(from(s, i), &more);
    if (half < 0 && (minute < 0 || point)) return false;
    if (half >= 0) i += more;
    if (half >= 0 && hour <= 12) hour = hour % 12 + half;
    if (hour > 23 || (i < s.len && is_digit(s.ptr[i]))) return false;
    t->kind = LGM_MOMENT_CLOCK;
    t->len = i;
    t->is.minute = (int16_t)(hour * HOUR + (minute < 0 ? 0 : minute));
    t->is.second = (int8_t)second;
    return true;
}

static int16_t zone_of(uint32_t kinds)
{
    return (int16_t)(((int32_t)(kinds >> LGM_ABOUT_ZONE_SHIFT & 127) - 64) * 15);
}

/* "+05:30", "-0400", "+8". Of "9:30-10:45" the second part is no zone: none has such minutes. */
static bool read_offset(lgm_slice s, lgm_moment_token *t)
{
    int32_t hours, minutes = 0;
    if (s.len < 2 || (s.ptr[0] != '+' && s.ptr[0] != '-')) return false;
    size_t i = 1 + digits(from(s, 1), &hours);
    if (i == 5)
        minutes = hours % 100, hours /= 100;
    else if (i == 2 || i == 3) {
        minutes = sixtieth(from(s, i), ":");
        if (minutes >= 0) i += 3;
        if (minutes < 0) minutes = 0;
    } else
        return false;
    const int32_t zone = hours * HOUR + minutes;
    if (minutes % 15 || minutes > 45 || (s.ptr[0] == '-' && minutes % 30)) return false;
    if (zone > FARTHEST_ZONE || (i < s.len && is_digit(s.ptr[i]))) return false;
    t->kind = LGM_MOMENT_ZONE;
    t->len = i;
    t->is.zone = (int16_t)(s.ptr[0] == '-' ? -zone : zone);
    return true;
}

/* ---- days ------------------------------------------------------------------------------------ */

static lgm_ymd only(lgm_ymd a, lgm_ymd b)
{
    const bool can_a = lgm_calendar_has(a), can_b = lgm_calendar_has(b);
    return can_a && !can_b ? a : can_b && !can_a ? b : (lgm_ymd){0};
}

/* "04/05/2024" where the day is known to be first, and "11/18/19", which can be read in one way. */
static size_t read_numbers(lgm_slice s, lgm_day_order order, lgm_ymd *day)
{
    int32_t n[3];
    size_t i = 0, len[3];
    for (size_t k = 0; k < 3; k++) {
        if (k && (i == s.len || !strchr("/.-", s.ptr[i]) || s.ptr[i] != s.ptr[len[0]])) return 0;
        if (k) i++;
        len[k] = digits(from(s, i), &n[k]);
        i += len[k];
    }
    if (len[0] < 1 || len[0] > 2 || len[1] < 1 || len[1] > 2) return 0;
    if (i < s.len && (is_digit(s.ptr[i]) || is_letter(s.ptr[i]))) return 0;
    *day = (lgm_ymd){0};
    if (len[2] == 4 && order == LGM_DAY_ORDER_DAY_FIRST) *day = (lgm_ymd){n[2], n[1], n[0]};
    const lgm_ymd year_first = {2000 + n[0], n[1], n[2]};
    if (len[2] == 2 && s.ptr[len[0]] == '/' && !lgm_calendar_has(year_first))
        *day = only((lgm_ymd){2000 + n[2], n[1], n[0]}, (lgm_ymd){2000 + n[2], n[0], n[1]});
    return day->year && lgm_calendar_has(*day) ? i : 0;
}

/* "20240524" */
static size_t read_compact(lgm_slice s, lgm_ymd *day)
{
    int32_t n;
    if (digits(s, &n) != 8) return 0;
    if (s.len > 8 && is_letter(s.ptr[8]) && s.ptr[8] != 'T') return 0;
    *day = (lgm_ymd){n / 10000, n / 100 % 100, n % 100};
    return n >= 18000101 && n <= 21991231 && lgm_calendar_has(*day) ? 8 : 0;
}

/* The clock within "May 24 18:05:00 UTC 2024" takes the place of the comma. */
static bool read_clock_within(lgm_slice s, lgm_moment_token *t)
{
    char copy[40] = {0};
    int32_t value;
    lgm_slice rest = s;
    const lgm_slice month = next_word(&rest);
    if (month.ptr != s.ptr || !(lgm_about_kinds(month) & LGM_ABOUT_MONTH)) return false;
    size_t i = month.len;
    while (i < s.len && (s.ptr[i] == ' ' || s.ptr[i] == '.')) i++;
    i += digits(from(s, i), &value);
    const size_t to_clock = i;
    if (i == s.len || s.ptr[i] != ' ' || to_clock > 16) return false;
    lgm_moment_token clock = {0}, zone = {0};
    if (!read_clock(trimmed(from(s, i)), &clock)) return false;
    while (s.ptr[i] == ' ') i++;
    rest = from(s, i += clock.len);
    const lgm_slice word = next_word(&rest);
    const uint32_t kinds = lgm_about_kinds(word);
    if (kinds & LGM_ABOUT_ZONE && word.ptr == s.ptr + i + 1) {
        zone.is.zoned = true;
        zone.is.zone = zone_of(kinds);
        i += 1 + word.len;
    }
    if (i + 5 > s.len || s.ptr[i] != ' ' || digits(from(s, i + 1), &value) != 4) return false;
    memcpy(copy, s.ptr, to_clock);
    memcpy(copy + to_clock, s.ptr + i, 5);
    lgm_ymd day;
    if (lgm_about_day((lgm_slice){copy, to_clock + 5}, &day) != to_clock + 5) return false;
    *t = (lgm_moment_token){.kind = LGM_MOMENT_DAY, .len = i + 5, .is = clock.is};
    t->is.day = day;
    t->is.zoned = zone.is.zoned;
    t->is.zone = zone.is.zone;
    return true;
}

static bool read_day(lgm_slice s, lgm_day_order order, lgm_moment_token *t)
{
    lgm_ymd day = {0};
    size_t n = lgm_about_day_abroad(s, &day);
    if (!n || !day.year) {
        const size_t other = read_numbers(s, order, &day);
        n = other ? other : n;
    }
    if (!n) n = read_compact(s, &day);
    if (!n) return read_clock_within(s, t);
    t->kind = day.year ? LGM_MOMENT_DAY : LGM_MOMENT_OTHER;
    t->len = n;
    t->is.day = day;
    return true;
}

/* ---- words ----------------------------------------------------------------------------------- */

static void read_word(lgm_slice s, lgm_moment_token *t)
{
    lgm_slice rest = s;
    const lgm_slice word = next_word(&rest);
    const uint32_t kinds = lgm_about_kinds(word);
    t->len = word.len;
    t->kind = LGM_MOMENT_OTHER;
    if (kinds & LGM_ABOUT_ZONE) {
        t->kind = LGM_MOMENT_ZONE;
        t->is.zone = zone_of(kinds);
        t->is.zoned = kinds & LGM_ABOUT_ZONE_US; /* it is summer time where the day says so */
    } else if (kinds & (LGM_ABOUT_CLOCK | LGM_ABOUT_WEEKDAY) || lgm_slice_eq(word, LGM_SLICE("T")))
        t->kind = LGM_MOMENT_BETWEEN;
}

/* The bytes of a mark that may stand between the parts: also a dash, a bullet, a hard space. */
static size_t mark(lgm_slice s)
{
    if (strchr(" \t\n,.|()[]:*@/'\"", s.ptr[0])) return s.ptr[0] ? 1 : 0;
    if (s.ptr[0] == '-' && (s.len == 1 || !is_digit(s.ptr[1]))) return 1;
    if (begins(s, "\xe2\x80") && s.len > 2) return 3;
    return begins(s, "\xc2\xb7") || begins(s, "\xc2\xa0") ? 2 : 0;
}

lgm_moment_token lgm_about_moment_token(lgm_slice s, lgm_day_order order)
{
    lgm_moment_token t = {.is = {.minute = -1, .second = -1}};
    t.len = mark(s);
    t.kind = t.len ? LGM_MOMENT_BETWEEN : LGM_MOMENT_OTHER;
    if (t.len) return t;
    if (is_digit(s.ptr[0])) {
        if (read_day(s, order, &t) || read_clock(s, &t)) return t;
        int32_t value;
        t.len = digits(s, &value);
        return t;
    }
    if (read_offset(s, &t)) return t;
    if (is_letter(s.ptr[0]) && !read_day(s, order, &t)) read_word(s, &t);
    if (!t.len) t.len = 1;
    return t;
}
