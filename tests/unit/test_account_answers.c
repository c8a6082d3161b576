/* test_account_answers.c - what one report answers, of reports that were made up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "account/account_answers.h"

#define STR(literal) ((lgm_str){literal, sizeof(literal) - 1})

static lgm_arena *arena;
static lgm_account_list found;
static lgm_figure figure;
static lgm_time when;
static lgm_event event;

/* The answers of one sentence, of a report of that day. what: the words of `figure` or `when`. */
static void read_text(const char *text, const char *date, bool counts, bool dates)
{
    static lgm_cpspan sentence;
    lgm_err err;
    lgm_record r = {.text = {text, strlen(text)}, .length = (uint32_t)strlen(text)};
    sentence = (lgm_cpspan){0, r.length};
    r.date = (lgm_str){date, date ? strlen(date) : 0};
    r.sentences.at = &sentence;
    r.sentences.n = 1;
    r.figures.at = &figure;
    r.figures.n = counts;
    r.times.at = &when;
    r.times.n = dates;
    r.events.at = &event;
    r.events.n = dates;
    lgm_arena_free(arena);
    assert_int_equal(lgm_arena_new(&arena, 0, &err), LGM_OK);
    assert_int_equal(lgm_account_answers(&found, &r, arena, &err), LGM_OK);
}

static int free_arena(void **state)
{
    (void)state;
    lgm_arena_free(arena);
    arena = NULL;
    return 0;
}

static const lgm_account_answer *figure_of(lgm_account_question q, double value)
{
    for (size_t i = 0; i < found.n; i++)
        if (found.at[i].question == q && found.at[i].value == value) return &found.at[i];
    return NULL;
}

static bool has_words(lgm_account_question q, const char *words)
{
    for (size_t i = 0; i < found.n; i++)
        if (found.at[i].question == q && found.at[i].words.len == strlen(words) &&
            memcmp(found.at[i].words.ptr, words, strlen(words)) == 0)
            return true;
    return false;
}

static void test_lengths(void **state)
{
    (void)state;
    read_text("Ada Lind, 41, fell about 60 metres (200 feet) from a roof.", NULL, false, false);
    assert_non_null(figure_of(LGM_ACCOUNT_DISTANCE, 60));
    assert_int_equal(figure_of(LGM_ACCOUNT_DISTANCE, 60)->relation, LGM_RELATION_ABOUT);
    assert_int_equal(figure_of(LGM_ACCOUNT_DISTANCE, 200)->relation, LGM_RELATION_ABOUT);
    assert_non_null(figure_of(LGM_ACCOUNT_AGE, 41));
    read_text("She slipped and fell 1, 500ft to her death.", NULL, false, false);
    assert_non_null(figure_of(LGM_ACCOUNT_DISTANCE, 1500));
    assert_null(figure_of(LGM_ACCOUNT_DISTANCE, 500));
    read_text("The new mast is 60 metres high.", NULL, false, false);
    assert_null(figure_of(LGM_ACCOUNT_DISTANCE, 60));
}

static void test_roads(void **state)
{
    (void)state;
    read_text("A man was shot on 41st Street near Harbour Road and died on state Route 7.", NULL,
              false, false);
    assert_true(has_words(LGM_ACCOUNT_WHERE, "41st Street"));
    assert_true(has_words(LGM_ACCOUNT_WHERE, "Harbour Road"));
    assert_true(has_words(LGM_ACCOUNT_WHERE, "state Route 7"));
    read_text("A man who lived in Harbour Road was shot on the road.", NULL, false, false);
    assert_false(has_words(LGM_ACCOUNT_WHERE, "Harbour Road"));
    assert_false(has_words(LGM_ACCOUNT_WHERE, "the road"));
}

static void test_parts(void **state)
{
    (void)state;
    figure = (lgm_figure){.start = 14, .end = 16, .of = STR("arrested"), .value = 30};
    figure.event = LGM_NONE;
    read_text("They arrested 30 rebels: 17 Ostrelians and 13 Varnians, with 9 guns and 4 boats.",
              NULL, true, false);
    assert_non_null(figure_of(LGM_ACCOUNT_ARRESTED, 30));
    assert_non_null(figure_of(LGM_ACCOUNT_ARRESTED, 17));
    assert_non_null(figure_of(LGM_ACCOUNT_ARRESTED, 13));
    assert_null(figure_of(LGM_ACCOUNT_ARRESTED, 9));
}

static void test_whose_children(void **state)
{
    (void)state;
    figure = (lgm_figure){.start = 12, .end = 13, .of = STR("killed"), .value = 2};
    figure.event = LGM_NONE;
    read_text("A mother of 2 was killed.", NULL, true, false);
    assert_null(figure_of(LGM_ACCOUNT_KILLED, 2));
    read_text("Bomb kills, injures 2 in Ostrel.", NULL, false, false);
    figure = (lgm_figure){.start = 20, .end = 21, .of = STR("killed"), .value = 2};
    figure.event = LGM_NONE;
    read_text("Bomb kills, injures 2 in Ostrel.", NULL, true, false);
    assert_null(figure_of(LGM_ACCOUNT_KILLED, 2));
    assert_non_null(figure_of(LGM_ACCOUNT_WOUNDED, 2));
}

static void test_rounds(void **state)
{
    (void)state;
    figure = (lgm_figure){.start = 12, .end = 15, .of = STR("rounds"), .value = 300};
    figure.event = LGM_NONE;
    read_text("They seized 300 rounds of ammunition.", NULL, true, false);
    assert_non_null(figure_of(LGM_ACCOUNT_SEIZED, 300));
    read_text("They boxed, 300 rounds in their lives.", NULL, true, false);
    assert_null(figure_of(LGM_ACCOUNT_SEIZED, 300));
}

static void test_other_times(void **state)
{
    (void)state;
    read_text("A clerk, 41, who was dismissed last week, was shot.", NULL, false, false);
    assert_non_null(figure_of(LGM_ACCOUNT_AGE, 41));
    assert_int_equal(figure_of(LGM_ACCOUNT_AGE, 41)->aside, 0);
    read_text("Last week a clerk, 41, was shot.", NULL, false, false);
    assert_int_equal(figure_of(LGM_ACCOUNT_AGE, 41)->aside, 1);
}

static void day_is(const char *date, const char *value, const char *day)
{
    const char *const text = "A bridge near the town collapsed last Friday, and so did a roof.";
    event = (lgm_event){.trigger = {23, 32}};
    when = (lgm_time){.start = 38, .end = 44, .type = LGM_TIME_DATE};
    when.value = (lgm_str){value, strlen(value)};
    read_text(text, date, false, true);
    for (size_t i = 0; i < found.n; i++) {
        if (found.at[i].question != LGM_ACCOUNT_WHEN) continue;
        assert_int_equal(found.at[i].day.len, strlen(day));
        assert_memory_equal(found.at[i].day.ptr ? found.at[i].day.ptr : "", day, strlen(day));
        return;
    }
    fail_msg("no day of %s", value);
}

static void test_days(void **state)
{
    (void)state;
    day_is("2031-03-04", "2031-02-28", "2031-02-28");
    day_is("2031-03-04", "XXXX-WXX-5", "2031-02-28"); /* a Tuesday */
    day_is("2031-03-04", "XXXX-WXX-2", "2031-03-04");
    day_is("2031-03-04", "XXXX-12-30", "2030-12-30");
    day_is(NULL, "XXXX-WXX-5", "");
}

static bool has_day_in(const char *text, const char *words, lgm_time_type type)
{
    const char *const at = strstr(text, words), *const deed = strstr(text, "collapsed");
    assert_true(at && deed);
    const uint32_t start = (uint32_t)(at - text), trigger = (uint32_t)(deed - text);
    event = (lgm_event){.trigger = {trigger, trigger + 9}};
    when = (lgm_time){.start = start,
                      .end = start + (uint32_t)strlen(words),
                      .type = type,
                      .value = STR("2031-03-04T15:00"),
                      .anchor = LGM_PUBLISHED};
    read_text(text, "2031-03-04", false, true);
    for (size_t i = 0; i < found.n; i++)
        if (found.at[i].question == LGM_ACCOUNT_WHEN) return true;
    return false;
}

/* Hours of no day, and what stands on a page, are no days of what happened. */
static void test_no_days(void **state)
{
    (void)state;
    assert_false(
        has_day_in("The bridge over the wide river collapsed about 3pm, and so did a roof.",
                   "about 3pm", LGM_TIME_TIME));
    assert_true(has_day_in("The bridge over the wide river collapsed at 3pm today, as did a roof.",
                           "3pm today", LGM_TIME_TIME));
    assert_false(has_day_in("Roof of a hall in Ostrel collapsed March 4, 2031 11:41am Three died.",
                            "March 4, 2031 11:41am", LGM_TIME_TIME));
    assert_true(has_day_in("Roof of a hall in Ostrel collapsed on March 4, 2031 at 11:41 am, say",
                           "March 4, 2031", LGM_TIME_DATE));
    assert_false(has_day_in("Posted in Bridges on Tuesday, March 4, 2031. A bridge collapsed here.",
                            "Tuesday, March 4, 2031", LGM_TIME_DATE));
}

static void test_charges(void **state)
{
    (void)state;
    read_text("Berg was charged with arson, perjury and reckless driving.", NULL, false, false);
    assert_true(has_words(LGM_ACCOUNT_CHARGE, "arson"));
    assert_true(has_words(LGM_ACCOUNT_CHARGE, "perjury"));
    assert_true(has_words(LGM_ACCOUNT_CHARGE, "reckless driving"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_lengths, free_arena),
        cmocka_unit_test_teardown(test_roads, free_arena),
        cmocka_unit_test_teardown(test_parts, free_arena),
        cmocka_unit_test_teardown(test_days, free_arena),
        cmocka_unit_test_teardown(test_no_days, free_arena),
        cmocka_unit_test_teardown(test_whose_children, free_arena),
        cmocka_unit_test_teardown(test_rounds, free_arena),
        cmocka_unit_test_teardown(test_other_times, free_arena),
        cmocka_unit_test_teardown(test_charges, free_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
