/* test_timex.c - the calendar, values, and resolution with and without a day of publication. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sample_doc.h"

#include "base/calendar.h"
#include "timex/making.h"
#include "timex/timex.h"

#include <stdlib.h>

/* What Python's datetime says: days since 1970-01-01, isoweekday, isocalendar. */
static const struct {
    lgm_ymd date;
    int32_t day, weekday, week_year, week;
} days[] = {
    {{1, 1, 1}, -719162, 1, 1, 1},         {{228, 7, 29}, -636043, 2, 228, 31},
    {{764, 11, 1}, -440178, 7, 764, 44},   {{1035, 9, 5}, -341255, 6, 1035, 36},
    {{1185, 9, 20}, -286453, 5, 1185, 38}, {{1582, 10, 15}, -141427, 5, 1582, 41},
    {{1600, 2, 29}, -135081, 2, 1600, 9},  {{1780, 8, 22}, -69162, 2, 1780, 34},
    {{1899, 12, 31}, -25568, 7, 1899, 52}, {{1900, 2, 28}, -25509, 3, 1900, 9},
    {{1900, 3, 1}, -25508, 4, 1900, 9},    {{1969, 12, 31}, -1, 3, 1970, 1},
    {{1970, 1, 1}, 0, 4, 1970, 1},         {{1999, 12, 31}, 10956, 5, 1999, 52},
    {{2000, 2, 29}, 11016, 2, 2000, 9},    {{2004, 12, 31}, 12783, 5, 2004, 53},
    {{2005, 1, 1}, 12784, 6, 2004, 53},    {{2010, 1, 3}, 14612, 7, 2009, 53},
    {{2016, 1, 3}, 16803, 7, 2015, 53},    {{2020, 12, 31}, 18627, 4, 2020, 53},
    {{2021, 1, 3}, 18630, 7, 2020, 53},    {{2024, 2, 29}, 19782, 4, 2024, 9},
    {{2024, 12, 30}, 20087, 1, 2025, 1},   {{2026, 12, 31}, 20818, 4, 2026, 53},
    {{2711, 9, 9}, 270895, 6, 2711, 36},   {{3483, 12, 19}, 552964, 3, 3483, 51},
    {{4549, 3, 7}, 942026, 5, 4549, 10},   {{4612, 9, 19}, 965232, 6, 4612, 38},
    {{5500, 4, 4}, 1289399, 3, 5500, 14},  {{6310, 2, 14}, 1585196, 1, 6310, 7},
    {{8283, 3, 6}, 2305840, 2, 8283, 10},  {{9999, 12, 31}, 2932896, 5, 9999, 52},
};

static void days_are_those_of_python(void **state)
{
    (void)state;
    for (size_t i = 0; i < LGM_COUNT(days); i++) {
        int32_t year, week;
        const lgm_ymd d = days[i].date, back = lgm_calendar_date(days[i].day);
        assert_true(lgm_calendar_has(d));
        assert_int_equal(lgm_calendar_day(d), days[i].day);
        assert_true(back.year == d.year && back.month == d.month && back.day == d.day);
        assert_int_equal(lgm_calendar_weekday(days[i].day), days[i].weekday);
        lgm_calendar_iso_week(days[i].day, &year, &week);
        assert_int_equal(year, days[i].week_year);
        assert_int_equal(week, days[i].week);
    }
}

static void every_day_has_one_name(void **state)
{
    (void)state;
    const int32_t first = lgm_calendar_day((lgm_ymd){1, 1, 1}),
                  last = lgm_calendar_day((lgm_ymd){9999, 12, 31});
    lgm_ymd d = {1, 1, 1};
    for (int32_t day = first; day <= last; day++) {
        const lgm_ymd got = lgm_calendar_date(day);
        if (got.year != d.year || got.month != d.month || got.day != d.day ||
            lgm_calendar_day(d) != day)
            fail_msg("day %d", day);
        if (++d.day > lgm_calendar_month_days(d.year, d.month)) {
            d.day = 1;
            if (++d.month > 12) {
                d.month = 1;
                d.year++;
            }
        }
    }
}

static void days_that_there_are_not(void **state)
{
    (void)state;
    static const lgm_ymd none[] = {{2023, 2, 29}, {1900, 2, 29}, {2024, 4, 31}, {2024, 0, 1},
                                   {2024, 13, 1}, {2024, 1, 0},  {0, 1, 1},     {10000, 1, 1}};
    for (size_t i = 0; i < LGM_COUNT(none); i++) assert_false(lgm_calendar_has(none[i]));
}

static void months_end_where_they_end(void **state)
{
    (void)state;
    const lgm_ymd a = lgm_calendar_add_months((lgm_ymd){2024, 1, 31}, 1);
    const lgm_ymd b = lgm_calendar_add_months((lgm_ymd){2024, 3, 31}, -13);
    assert_true(a.year == 2024 && a.month == 2 && a.day == 29);
    assert_true(b.year == 2023 && b.month == 2 && b.day == 28);
}

/* Tables of the Western church. */
static void feasts_fall_where_they_fall(void **state)
{
    (void)state;
    static const lgm_ymd easters[] = {{1818, 3, 22}, {1961, 4, 2},  {2000, 4, 23}, {2008, 3, 23},
                                      {2019, 4, 21}, {2024, 3, 31}, {2038, 4, 25}, {2285, 3, 22}};
    for (size_t i = 0; i < LGM_COUNT(easters); i++)
        assert_int_equal(lgm_calendar_easter(easters[i].year), lgm_calendar_day(easters[i]));
    int32_t day;
    assert_true(lgm_timex_feast(8, 2024, &day)); /* Thanksgiving */
    assert_int_equal(day, lgm_calendar_day((lgm_ymd){2024, 11, 28}));
    assert_true(lgm_timex_feast(12, 2024, &day)); /* Memorial Day */
    assert_int_equal(day, lgm_calendar_day((lgm_ymd){2024, 5, 27}));
    assert_true(lgm_timex_feast(1, 2024, &day));
    assert_int_equal(day, lgm_calendar_day((lgm_ymd){2024, 12, 25}));
    assert_false(lgm_timex_feast(30, 2024, &day)); /* Ramadan goes by the moon */
    assert_false(lgm_timex_feast(-1, 2024, &day));
}

static void spans_have_their_names(void **state)
{
    (void)state;
    static const struct {
        int32_t unit;
        const char *value;
        lgm_ymd first;
    } cases[] = {
        {LGM_UNIT_DAY, "2024-12-30", {2024, 12, 30}},
        {LGM_UNIT_WEEK, "2025-W01", {2024, 12, 30}},
        {LGM_UNIT_WEEKEND, "2025-W01-WE", {2025, 1, 4}},
        {LGM_UNIT_MONTH, "2024-12", {2024, 12, 1}},
        {LGM_UNIT_QUARTER, "2024-Q4", {2024, 10, 1}},
        {LGM_UNIT_YEAR, "2024", {2024, 1, 1}},
        {LGM_UNIT_DECADE, "202", {2020, 1, 1}},
        {LGM_UNIT_CENTURY, "20", {2000, 1, 1}},
    };
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        char value[LGM_VALUE];
        const int32_t day = lgm_calendar_day((lgm_ymd){2024, 12, 30});
        const int32_t first = lgm_timex_value_of_span(value, cases[i].unit, day);
        assert_string_equal(value, cases[i].value);
        assert_int_equal(first, lgm_calendar_day(cases[i].first));
    }
}

static void lengths_have_their_names(void **state)
{
    (void)state;
    static const struct {
        int32_t unit, n;
        const char *value;
    } cases[] = {
        {LGM_UNIT_DAY, 3000, "P3D"},         {LGM_UNIT_HOUR, 2500, "PT2H30M"},
        {LGM_UNIT_HOUR, 500, "PT30M"},       {LGM_UNIT_YEAR, 2500, "P2Y6M"},
        {LGM_UNIT_YEAR, LGM_SOME, "PXY"},    {LGM_UNIT_MINUTE, LGM_SOME, "PTXM"},
        {LGM_UNIT_DECADE, 2000, "P20Y"},     {LGM_UNIT_CENTURY, 1000, "P100Y"},
        {LGM_UNIT_FORTNIGHT, 1000, "P2W"},   {LGM_UNIT_WEEK, 1500, "P1.5W"},
        {LGM_UNIT_QUARTER, 2000, "P2Q"},     {LGM_UNIT_DAY, 1500, "P1DT12H"},
        {LGM_UNIT_DECADE, LGM_SOME, "PXDE"}, {LGM_UNIT_NONE, LGM_SOME, "PXX"},
    };
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        char value[LGM_VALUE];
        lgm_timex_value_of_length(value, cases[i].unit, cases[i].n);
        assert_string_equal(value, cases[i].value);
    }
}

static void shifts_stay_in_the_calendar(void **state)
{
    (void)state;
    const int32_t day = lgm_calendar_day((lgm_ymd){2024, 2, 29});
    assert_int_equal(lgm_timex_value_shift(day, LGM_UNIT_YEAR, -1000),
                     lgm_calendar_day((lgm_ymd){2023, 2, 28}));
    assert_int_equal(lgm_timex_value_shift(day, LGM_UNIT_WEEK, 2000), day + 14);
    assert_int_equal(lgm_timex_value_shift(day, LGM_UNIT_MILLENNIUM, 2000000000), LGM_NO_DAY);
    assert_int_equal(lgm_timex_value_shift(day, LGM_UNIT_DAY, INT32_MIN + 1), LGM_NO_DAY);
    assert_int_equal(lgm_timex_value_shift(day, LGM_UNIT_CENTURY, -30000), LGM_NO_DAY);
}

static void a_date_is_a_day_or_nothing(void **state)
{
    (void)state;
    assert_int_equal(lgm_doc_day_of(LGM_SLICE("1970-01-02")), 1);
    assert_int_equal(lgm_doc_day_of(LGM_SLICE("1970-01-02T10:00:00Z")), 1);
    static const char *const none[] = {"",           "1970",       "1970-01",
                                       "1970-02-30", "1970/01/02", "x970-01-02"};
    for (size_t i = 0; i < LGM_COUNT(none); i++)
        assert_int_equal(lgm_doc_day_of((lgm_slice){none[i], strlen(none[i])}), LGM_NO_DAY);
    assert_int_equal(lgm_doc_day_of((lgm_slice){NULL, 0}), LGM_NO_DAY);
}

/* ---- documents without tags and trees -------------------------------------------------------- */

static lgm_doc *timed(const char *text, const char *date)
{
    lgm_doc *const doc = sample_doc(text);
    lgm_arena *scratch;
    assert_int_equal(lgm_arena_new(&scratch, 0, NULL), LGM_OK);
    if (date) doc->date = (lgm_slice){date, strlen(date)};
    assert_int_equal(lgm_timex_run(scratch, doc, NULL), LGM_OK);
    lgm_arena_free(scratch);
    return doc;
}

/* The values of a text, divided by spaces; "-" stands for none. */
static void assert_values(const char *text, const char *date, const char *expected)
{
    lgm_doc *const doc = timed(text, date);
    char got[512] = "";
    for (uint32_t i = 0; i < doc->n_times; i++) {
        const char *const v = doc->times[i].value;
        assert_true(strlen(got) + 32 < sizeof got);
        strcat(strcat(got, i ? " " : ""), v ? v : "-");
    }
    assert_string_equal(got, expected);
    lgm_doc_free(doc);
}

static void without_a_tree_the_past_is_meant(void **state)
{
    (void)state;
    assert_values("It fell on Friday, yesterday and last week.", "2024-03-13",
                  "2024-03-08 2024-03-12 2024-W10");
    assert_values("It fell on March 2. The next day, it rose.", "2024-03-13",
                  "2024-03-02 2024-03-03");
    assert_values("In early 1999; in the mid-'90s; for two and a half years.", NULL,
                  "1999 199 P2Y6M");
}

static void without_a_date_nothing_is_guessed(void **state)
{
    (void)state;
    assert_values("Today, yesterday, last week, two years ago, this morning.", NULL, "- - - - -");
    assert_values("It fell on Friday, on Sept. 3, in the third quarter.", NULL,
                  "XXXX-WXX-5 XXXX-09-03 XXXX-Q3");
    lgm_doc *const doc = timed("It fell today.", NULL);
    assert_int_equal(doc->times[0].anchor, LGM_ANCHOR_PUBLISHED);
    assert_int_equal(doc->times[0].first_day, LGM_NO_DAY);
    lgm_doc_free(doc);
}

static void the_ends_of_the_calendar_hold(void **state)
{
    (void)state;
    assert_values("9000 years ago. The following year, 9999 centuries later.", "9999-12-31",
                  "0999 1000 -");
    assert_values("Yesterday, last year, last month.", "0001-01-01", "- - -");
    assert_values("Last November, last winter, the third quarter, a year earlier.", "0001-01-01",
                  "- - - -");
    assert_values("Next March, next winter, the year-earlier quarter.", "9999-12-31", "- - 9998");
    assert_values("On March 3, on Friday, by Easter.", "9999-12-31", "- 9999-12-31 -");
}

/* The same words again and again: as much again of the text costs as much again, and no more. */
static void repetition_is_linear(void **state)
{
    (void)state;
    static const char *const units[] = {"the ",
                                        "two ",
                                        "a ",
                                        "the last two ",
                                        "more than at least ",
                                        "March 3 and 4 and ",
                                        "twenty hundred thousand ",
                                        "- ",
                                        "mid-May ",
                                        "the end of the ",
                                        "1998, ",
                                        "three days before the vote on May 4. "};
    for (size_t u = 0; u < LGM_COUNT(units); u++) {
        const size_t len = strlen(units[u]), n = 200000 / len;
        char *const text = malloc(n * len + 1);
        for (size_t i = 0; i < n; i++) memcpy(text + i * len, units[u], len);
        text[n * len] = 0;
        lgm_doc *const doc = sample_doc(text);
        doc->date = LGM_SLICE("2024-03-13");
        lgm_arena *scratch;
        assert_int_equal(lgm_arena_new(&scratch, 0, NULL), LGM_OK);
        const uint64_t before = lgm_now_ns();
        assert_int_equal(lgm_timex_run(scratch, doc, NULL), LGM_OK);
        const uint64_t ns = lgm_now_ns() - before;
        if (ns / (doc->n_tokens + 1) > 200000)
            fail_msg("\"%s\": %u ns a token", units[u], (unsigned)(ns / doc->n_tokens));
        lgm_arena_free(scratch);
        lgm_doc_free(doc);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_those_of_python),
        cmocka_unit_test(every_day_has_one_name),
        cmocka_unit_test(days_that_there_are_not),
        cmocka_unit_test(months_end_where_they_end),
        cmocka_unit_test(feasts_fall_where_they_fall),
        cmocka_unit_test(spans_have_their_names),
        cmocka_unit_test(lengths_have_their_names),
        cmocka_unit_test(shifts_stay_in_the_calendar),
        cmocka_unit_test(a_date_is_a_day_or_nothing),
        cmocka_unit_test(without_a_tree_the_past_is_meant),
        cmocka_unit_test(without_a_date_nothing_is_guessed),
        cmocka_unit_test(the_ends_of_the_calendar_hold),
        cmocka_unit_test(repetition_is_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
