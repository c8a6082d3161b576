/* test_account.c - what reports answer, and how their answers stand to one another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "account/account_answers.h"
#include "account/same_answer.h"
#include "sample_arena.h"

enum { MOST = 8 };

#define STR(literal) ((lgm_str){literal, sizeof(literal) - 1})

/* A report of ASCII text: one sentence a line, one figure and one claim over all of it. */
typedef struct sample {
    lgm_record record;
    lgm_cpspan sentences[MOST], content, source;
    lgm_figure figure;
    lgm_claim claim;
    lgm_entity speaker;
    lgm_entity_mention mention;
} sample;

static sample samples[MOST];
static lgm_told told[MOST];
static size_t n_told;

static lgm_cpspan span_of(const char *text, const char *words)
{
    const char *const at = strstr(text, words);
    assert_non_null(at);
    return (lgm_cpspan){(uint32_t)(at - text), (uint32_t)(at - text + (ptrdiff_t)strlen(words))};
}

static lgm_record *report(const char *day, const char *text)
{
    assert_true(n_told < MOST);
    sample *const s = &samples[n_told];
    *s = (sample){.record = {.text = {text, strlen(text)}, .date = {day, strlen(day)}}};
    size_t n = 0;
    for (const char *from = text; *from; n++) {
        const size_t len = strcspn(from, "\n");
        s->sentences[n] =
            (lgm_cpspan){(uint32_t)(from - text), (uint32_t)(from - text + (ptrdiff_t)len)};
        from += len + (from[len] == '\n');
    }
    s->record.length = (uint32_t)strlen(text);
    s->record.sentences.at = s->sentences;
    s->record.sentences.n = n;
    told[n_told] =
        (lgm_told){.report = (int64_t)n_told + 1, .record = &s->record, .copy_of = LGM_NONE};
    n_told++;
    return &s->record;
}

static void with_killed(const char *words, double value, lgm_relation relation)
{
    sample *const s = &samples[n_told - 1];
    const lgm_cpspan span = span_of(s->record.text.ptr, words);
    s->figure = (lgm_figure){.of = STR("killed"),
                             .value = value,
                             .relation = relation,
                             .start = span.start,
                             .end = span.end,
                             .event = LGM_NONE,
                             .revised_from = LGM_NONE};
    s->record.figures.at = &s->figure;
    s->record.figures.n = 1;
}

/* All of the text is what this speaker says. */
static void said_by(const char *source, const char *name)
{
    sample *const s = &samples[n_told - 1];
    s->source = span_of(s->record.text.ptr, source);
    s->content = (lgm_cpspan){0, s->source.start};
    s->mention = (lgm_entity_mention){s->source.start, s->source.end, LGM_MENTION_NAME, 1};
    s->speaker = (lgm_entity){.type = LGM_ENTITY_PER, .name = {name, strlen(name)}};
    s->speaker.mentions.at = &s->mention;
    s->speaker.mentions.n = 1;
    s->claim = (lgm_claim){.source = {&s->source, 1},
                           .content = {&s->content, 1},
                           .speaker = 0,
                           .speaker_kind = LGM_SPEAKER_NAMED,
                           .parent = LGM_NONE};
    s->record.entities.at = &s->speaker;
    s->record.entities.n = 1;
    s->record.claims.at = &s->claim;
    s->record.claims.n = 1;
}

static int start(void **state)
{
    (void)state;
    n_told = 0;
    return 0;
}

/* ---- of one report ---- */

/* "age 59, charge arson, charge theft": in the order in which they are found. */
static void check(const lgm_record *r, const char *wanted)
{
    char got[512] = "";
    size_t at = 0;
    lgm_account_list list;
    assert_int_equal(lgm_account_answers(&list, r, arena, NULL), LGM_OK);
    for (size_t i = 0; i < list.n; i++) {
        const lgm_account_answer *const a = &list.at[i];
        const char *const name = lgm_account_question_name(a->question);
        at += (size_t)snprintf(got + at, sizeof got - at, "%s%s%s ", i ? ", " : "",
                               a->aside ? "aside " : "", name);
        if (lgm_account_question_kind(a->question) == 'F')
            at += (size_t)snprintf(got + at, sizeof got - at, "%s%g",
                                   a->relation ? lgm_relation_name(a->relation) : "", a->value);
        else
            at += (size_t)snprintf(got + at, sizeof got - at, "%.*s", (int)a->words.len,
                                   a->words.ptr);
    }
    assert_string_equal(got, wanted);
}

static void ages_stand_in_the_text(void **state)
{
    (void)state;
    check(report("2024-05-12",
                 "The 59-year-old miner met Ada Lind, 32, of Ostrel, aged 8 and in his "
                 "early 40s."),
          "age 59, age 32, age 8, age ~40");
    check(report("2024-05-12", "On Monday, 12, people met on June, 14, at 7."), "age 12");
}

static void offences_are_taken_apart(void **state)
{
    (void)state;
    check(report("2024-05-12", "Orr was charged with arson, two counts of theft and driving drunk, "
                               "police said."),
          "charge arson, charge theft, charge driving drunk");
    check(report("2024-05-12", "She faces misdemeanor drunken-driving charges."),
          "charge misdemeanor drunken-driving");
    check(report("2024-05-12", "He was accused of the worst."), "");
}

static void falls_have_a_height(void **state)
{
    (void)state;
    check(report("2024-05-12", "The climber fell about 60m from a ridge."), "distance ~60");
    check(report("2024-05-12", "He slipped and plunged 2,000ft to the ice."), "distance 2000");
    check(report("2024-05-12", "The new road is 60m wide."), "");
}

static void another_time_stands_apart(void **state)
{
    (void)state;
    report("2024-05-12", "Twelve people were killed.\nLast year 30 miners, one 41-year-old, died.");
    with_killed("Twelve", 12, LGM_RELATION_EXACT);
    check(told[0].record, "killed 12, aside age 41");
}

/* ---- of several ---- */

static lgm_account_link_kind only_link(lgm_account_question q)
{
    lgm_accounts *a;
    assert_int_equal(lgm_accounts_of(&a, told, n_told, NULL), LGM_OK);
    assert_int_equal(a->n_links, 1);
    assert_int_equal(a->at[a->links[0].a].answer->question, q);
    const lgm_account_link_kind kind = a->links[0].kind;
    lgm_accounts_free(a);
    return kind;
}

static void killed(const char *day, const char *source, const char *name, double value,
                   lgm_relation relation)
{
    static char texts[MOST][96];
    char *const text = texts[n_told];
    snprintf(text, sizeof texts[0], "In Ostrel %g people were killed, said %s.", value, source);
    char words[16];
    report(day, text);
    snprintf(words, sizeof words, "%g", value);
    with_killed(words, value, relation);
    said_by(source, name);
}

static void one_figure_of_two_reports_is_one(void **state)
{
    lgm_accounts *a;
    (void)state;
    killed("2024-05-12", "the mayor", "Ada Lind", 12, LGM_RELATION_EXACT);
    killed("2024-05-13", "Lind", "Ada Lind", 12, LGM_RELATION_EXACT);
    told[1].copy_of = 0;
    assert_int_equal(lgm_accounts_of(&a, told, n_told, NULL), LGM_OK);
    assert_int_equal(a->n, 1);
    assert_int_equal(a->at[0].said.n, 2);
    assert_int_equal(a->at[0].n_reports, 1); /* a copy is listed and not counted */
    assert_int_equal(a->at[0].least_origins, 1);
    assert_memory_equal(a->at[0].first.ptr, "2024-05-12", 10);
    assert_memory_equal(a->at[0].last.ptr, "2024-05-13", 10);
    lgm_accounts_free(a);
}

static void who_says_more_later_revises(void **state)
{
    (void)state;
    killed("2024-05-12", "the mayor", "Ada Lind", 12, LGM_RELATION_EXACT);
    killed("2024-05-13", "the mayor", "Ada Lind", 14, LGM_RELATION_EXACT);
    assert_int_equal(only_link(LGM_ACCOUNT_KILLED), LGM_ACCOUNT_LINK_REVISED);
}

static void an_old_toll_is_superseded(void **state)
{
    (void)state;
    killed("2024-05-12", "the mayor", "Ada Lind", 12, LGM_RELATION_EXACT);
    killed("2024-05-14", "police", "Ostrel police", 14, LGM_RELATION_EXACT);
    assert_int_equal(only_link(LGM_ACCOUNT_KILLED), LGM_ACCOUNT_LINK_SUPERSEDED);
}

static void two_at_odds_in_one_day_contradict(void **state)
{
    (void)state;
    killed("2024-05-12", "the mayor", "Ada Lind", 12, LGM_RELATION_EXACT);
    killed("2024-05-12", "police", "Ostrel police", 9, LGM_RELATION_EXACT);
    assert_int_equal(only_link(LGM_ACCOUNT_KILLED), LGM_ACCOUNT_LINK_CONTRADICTED);
}

static void bounds_hold_a_figure(void **state)
{
    (void)state;
    killed("2024-05-12", "the mayor", "Ada Lind", 12, LGM_RELATION_LEAST);
    killed("2024-05-12", "police", "Ostrel police", 14, LGM_RELATION_EXACT);
    assert_int_equal(only_link(LGM_ACCOUNT_KILLED), LGM_ACCOUNT_LINK_HOLDS);
}

static void figures_lie_within_bounds(void **state)
{
    static const struct {
        double a;
        lgm_relation how_a;
        double b;
        lgm_relation how_b;
        bool holds;
    } WANT[] = {{22, LGM_RELATION_LEAST, 24, LGM_RELATION_EXACT, true},
                {22, LGM_RELATION_LEAST, 20, LGM_RELATION_EXACT, false},
                {22, LGM_RELATION_LEAST, 24, LGM_RELATION_LEAST, true},
                {24, LGM_RELATION_LEAST, 22, LGM_RELATION_LEAST, false},
                {30, LGM_RELATION_MOST, 12, LGM_RELATION_EXACT, true},
                {30, LGM_RELATION_ABOUT, 32, LGM_RELATION_EXACT, true},
                {30, LGM_RELATION_ABOUT, 40, LGM_RELATION_EXACT, false},
                {12, LGM_RELATION_EXACT, 12, LGM_RELATION_EXACT, false}};
    (void)state;
    for (size_t i = 0; i < LGM_COUNT(WANT); i++) {
        const lgm_account_answer a = {.value = WANT[i].a, .relation = WANT[i].how_a},
                                 b = {.value = WANT[i].b, .relation = WANT[i].how_b};
        if (lgm_account_holds(&a, &b) != WANT[i].holds) fail_msg("pair %zu", i);
    }
}

static void feet_are_metres(void **state)
{
    (void)state;
    const lgm_account_answer a = {.question = LGM_ACCOUNT_DISTANCE,
                                  .value = 2000,
                                  .unit = STR("ft")},
                             b = {.question = LGM_ACCOUNT_DISTANCE, .value = 609, .unit = STR("m")},
                             c = {.question = LGM_ACCOUNT_DISTANCE,
                                  .value = 700,
                                  .unit = STR("metres")};
    assert_true(lgm_account_same(&a, &b));
    assert_false(lgm_account_same(&a, &c));
    assert_false(lgm_account_other_scope(&a, &c));
}

static void names_are_one_within_another(void **state)
{
    static const struct {
        lgm_account_question question;
        const char *a, *b;
        bool same;
    } WANT[] = {{LGM_ACCOUNT_VICTIM, "Ada Lind", "Lind", true},
                {LGM_ACCOUNT_VICTIM, "Ada Lind", "Mr Orr", false},
                {LGM_ACCOUNT_WHO, "the pirates", "Pirates", true},
                {LGM_ACCOUNT_WHERE, "Ostrel", "Ostrel Harbour", false},
                {LGM_ACCOUNT_WHERE, "the Gulf of Ostrel", "Gulf of Ostrel", true},
                {LGM_ACCOUNT_CHARGE, "murder", "attempted murder", false}};
    (void)state;
    for (size_t i = 0; i < LGM_COUNT(WANT); i++) {
        const lgm_account_answer a = {.question = WANT[i].question,
                                      .words = {WANT[i].a, strlen(WANT[i].a)}},
                                 b = {.question = WANT[i].question,
                                      .words = {WANT[i].b, strlen(WANT[i].b)}};
        if (lgm_account_same(&a, &b) != WANT[i].same) fail_msg("%s, %s", WANT[i].a, WANT[i].b);
    }
}

static void a_correction_takes_back_what_was_said(void **state)
{
    (void)state;
    static lgm_figure figures[2];
    static lgm_cpspan was;
    static lgm_note note;
    report("2024-05-12", "Twelve were killed.");
    with_killed("Twelve", 12, LGM_RELATION_EXACT);
    lgm_record *const r =
        report("2024-05-12", "Ten were killed.\nAn earlier version said twelve died.");
    with_killed("Ten", 10, LGM_RELATION_EXACT);
    figures[0] = r->figures.at[0];
    with_killed("twelve", 12, LGM_RELATION_EXACT);
    figures[1] = r->figures.at[0];
    figures[0].revised_from = 1;
    r->figures.at = figures;
    r->figures.n = 2;
    was = span_of(r->text.ptr, "twelve died");
    note = (lgm_note){.span = was, .was = {&was, 1}, .time = LGM_NONE};
    r->notes.at = &note;
    r->notes.n = 1;
    check(r, "killed 10");
    assert_int_equal(only_link(LGM_ACCOUNT_KILLED), LGM_ACCOUNT_LINK_SUPERSEDED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(ages_stand_in_the_text, start),
        cmocka_unit_test_setup(offences_are_taken_apart, start),
        cmocka_unit_test_setup(falls_have_a_height, start),
        cmocka_unit_test_setup(another_time_stands_apart, start),
        cmocka_unit_test_setup(one_figure_of_two_reports_is_one, start),
        cmocka_unit_test_setup(who_says_more_later_revises, start),
        cmocka_unit_test_setup(an_old_toll_is_superseded, start),
        cmocka_unit_test_setup(a_correction_takes_back_what_was_said, start),
        cmocka_unit_test_setup(two_at_odds_in_one_day_contradict, start),
        cmocka_unit_test_setup(bounds_hold_a_figure, start),
        cmocka_unit_test(figures_lie_within_bounds),
        cmocka_unit_test(feet_are_metres),
        cmocka_unit_test(names_are_one_within_another)};
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
