/* longdate.c - see longdate.h. */
#include "longdate.h"

#include <stdio.h>
#include <string.h>

#include "axis.h"
#include "shown.h"

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
static const char *const ordinals[] = {"first", "second", "third", "fourth"};

static const char *before(const char *mod)
{
    static const char *const words[][2] = {
        {"START", "early "},       {"MID", "mid-"},         {"END", "late "},
        {"APPROX", "about "},      {"BEFORE", "before "},   {"AFTER", "after "},
        {"LESS_THAN", "before "},  {"MORE_THAN", "after "}, {"EQUAL_OR_LESS", "until "},
        {"EQUAL_OR_MORE", "from "}};
    for (size_t i = 0; mod && i < sizeof words / sizeof *words; i++)
        if (strcmp(mod, words[i][0]) == 0) return words[i][1];
    return "";
}

/* "14 March 2024", with what stands before it and what comes behind. */
static void put_day(char *out, const char *prefix, double day, const char *suffix)
{
    int y, m, d;
    axis_civil(day, &y, &m, &d);
    snprintf(out, LONGDATE_ROOM, "%s%d %s %d%s", prefix, d, months[m - 1], y, suffix);
}

static void put_hours(char *out, const char *prefix, double day, const char *t)
{
    static const char *const parts[][2] = {
        {"TMO", "morning"}, {"TAF", "afternoon"}, {"TEV", "evening"}, {"TNI", "night"}};
    char suffix[24];
    snprintf(suffix, sizeof suffix, ", %.16s", t + 1);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strcmp(t, parts[i][0]) == 0) snprintf(suffix, sizeof suffix, ", %s", parts[i][1]);
    put_day(out, prefix, day, suffix);
}

/* A value that begins with "YYYY-": everything but days and hours. False: it is one of those. */
static bool put_period(char *out, const char *prefix, const char *value, double from)
{
    static const char *const seasons[][2] = {
        {"SP", "spring"}, {"SU", "summer"}, {"FA", "autumn"}, {"WI", "winter"}};
    const char *const rest = value + 5;
    char lead[32];
    int y, m, d;
    axis_civil(from, &y, &m, &d);
    for (size_t i = 0; i < sizeof seasons / sizeof *seasons; i++)
        if (strcmp(rest, seasons[i][0]) == 0) {
            snprintf(out, LONGDATE_ROOM, "%s%s %.4s", prefix, seasons[i][1], value);
            return true;
        }
    if (*rest == 'Q' || *rest == 'H') {
        snprintf(out, LONGDATE_ROOM, "%s%s %s of %.4s", prefix, ordinals[(rest[1] - '1') & 3],
                 *rest == 'Q' ? "quarter" : "half", value);
        return true;
    }
    if (*rest == 'W' && (!rest[3] || rest[4] == 'W')) {
        snprintf(lead, sizeof lead, "%s%s of ", prefix, rest[3] ? "weekend" : "week");
        put_day(out, lead, from, "");
        return true;
    }
    if (rest[0] != 'W' && !rest[2]) {
        snprintf(out, LONGDATE_ROOM, "%s%s %d", prefix, months[m - 1], y);
        return true;
    }
    return false;
}

void longdate(char out[LONGDATE_ROOM], const char *value, const char *mod)
{
    axis_span s;
    const char *const prefix = before(mod);
    const char *const t = strchr(value, 'T');
    if (!axis_span_of(&s, value, NULL) || strlen(value) < 5) {
        char date[SHOWN_DATE_ROOM];
        shown_date(date, value);
        snprintf(out, LONGDATE_ROOM, "%s%s", prefix, date);
    } else if (!put_period(out, prefix, value, s.from)) {
        if (t)
            put_hours(out, prefix, s.from, t);
        else
            put_day(out, prefix, s.from, "");
    }
}
