/* test_standing.c - which answers of several reports exclude each other, and which are of two
 * things. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "account/name_words.h"
#include "account/same_answer.h"
#include "sample_arena.h"

#define STR(literal) ((lgm_str){literal, sizeof(literal) - 1})

static lgm_str str(const char *s)
{
    return (lgm_str){s, strlen(s)};
}

/* ---- two names ---- */

typedef struct pair {
    const char *a, *b;
    int wanted;
} pair;

static void check_pairs(const pair *pairs, size_t n, bool (*is)(lgm_str, lgm_str))
{
    for (size_t i = 0; i < n; i++) {
        const lgm_str a = str(pairs[i].a), b = str(pairs[i].b);
        if (is(a, b) != pairs[i].wanted || is(b, a) != pairs[i].wanted)
            fail_msg("%s, %s", pairs[i].a, pairs[i].b);
    }
}

static void one_word_is_spelled_otherwise(void **state)
{
    static const pair pairs[] = {{"Ada Lindt", "Ada Lind", true},
                                 {"Orlo Vastrengard", "Orlo Vastrengar", true},
                                 {"Orlo De Vastren", "Orlo Vastren", false},
                                 {"the Gulf of Ostral", "Gulf of Ostrel", true},
                                 {"Ada Lnid", "Ada Lind", true},
                                 {"Ostral", "Ostrel", false}, /* of one word too little is known */
                                 {"117th Street", "115th Street", false},
                                 {"Ada Lind", "Ada Lind", false},
                                 {"Ada Lind", "Ada Orr", false},
                                 {"", "Ada Lind", false}};
    (void)state;
    check_pairs(pairs, LGM_COUNT(pairs), lgm_account_one_spelling_off);
}

static void a_way_makes_another_place(void **state)
{
    static const pair pairs[] = {
        {"Ostrel Hill", "South Ostrel Hill", true}, {"North Ostrel", "South Ostrel", true},
        {"Upper Ostrel", "Ostrel", false}, /* a part of it */
        {"Southern Varn", "Varn", false},           {"Ostrel", "New Ostrel Harbour", false},
        {"North Ostrel", "South Varn", false},      {"South", "", false}};
    static const pair bearings[] = {
        {"150 miles west of Ostrel", "150 nautical miles east of Ostrel", true},
        {"150 miles off Ostrel", "150 miles east of Ostrel", false},
        {"150 miles west of Ostrel", "150 miles east of Varn", false},
        {"10 miles west of Ostrel", "150 miles east of Ostrel",
         false}}; /* of what else lies there */
    (void)state;
    check_pairs(pairs, LGM_COUNT(pairs), lgm_account_one_way_off);
    check_pairs(bearings, LGM_COUNT(bearings), lgm_account_other_bearing);
}

static void murder_has_degrees(void **state)
{
    static const pair pairs[] = {{"first-degree murder", "second-degree murder", true},
                                 {"felony assault", "misdemeanor assault", true},
                                 {"first-degree murder", "murder", false},
                                 {"first-degree murder", "second-degree assault", false},
                                 {"first", "second", false}};
    (void)state;
    check_pairs(pairs, LGM_COUNT(pairs), lgm_account_other_degree);
}

static void offences_go_on_otherwise(void **state)
{
    static const pair pairs[] = {
        {"leaving the scene of a crash after a death",
         "leaving the scene of a crash without a word", true},
        {"leaving the scene of a crash", "leaving the scene of a crash without a word", false},
        {"theft of a car", "theft of a van", false},
        {"", "", false}};
    (void)state;
    check_pairs(pairs, LGM_COUNT(pairs), lgm_account_other_end);
}

static void groups_come_from_countries(void **state)
{
    static const pair pairs[] = {
        {"Somali gunmen", "Somalian gunmen", LGM_ACCOUNT_SAME_ORIGINS},
        {"Somali gunmen", "armed Somali and Polish gunmen", LGM_ACCOUNT_OTHER_ORIGINS},
        {"Somali gunmen", "Polish gunmen", LGM_ACCOUNT_OTHER_ORIGINS},
        {"gunmen", "Polish gunmen", LGM_ACCOUNT_NO_ORIGINS},
        {"Naval commandos", "Polish commandos", LGM_ACCOUNT_NO_ORIGINS},
        {"Polish gunmen", "Somali rebels", LGM_ACCOUNT_NO_ORIGINS}};
    (void)state;
    for (size_t i = 0; i < LGM_COUNT(pairs); i++)
        if ((int)lgm_account_origins_of(str(pairs[i].a), str(pairs[i].b)) != pairs[i].wanted)
            fail_msg("%s, %s", pairs[i].a, pairs[i].b);
}

static void arms_have_marks(void **state)
{
    static const pair pairs[] = {{"AK-47 assault rifles", "AK 47s", LGM_ACCOUNT_SAME_MARKS},
                                 {"AK-47 rifles", "M16 rifles", LGM_ACCOUNT_OTHER_MARKS},
                                 {"AK-47 rifles", "rifles", LGM_ACCOUNT_ONE_MARK},
                                 {"EU rifles", "rifles of 1944", LGM_ACCOUNT_NO_MARKS}};
    (void)state;
    for (size_t i = 0; i < LGM_COUNT(pairs); i++)
        if ((int)lgm_account_marks_of(str(pairs[i].a), str(pairs[i].b)) != pairs[i].wanted)
            fail_msg("%s, %s", pairs[i].a, pairs[i].b);
}

/* ---- figures of several reports ---- */

enum { MOST = 6, MOST_FIGURES = 4 };

typedef struct sample { /* a report of one sentence, its figures, and who says each */
    lgm_record record;
    lgm_cpspan sentence, contents[MOST_FIGURES], sources[MOST_FIGURES];
    lgm_figure figures[MOST_FIGURES];
    lgm_claim claims[MOST_FIGURES];
    lgm_event event;
    lgm_entity agent;
    lgm_entity_mention mention;
    uint32_t agents[1];
} sample;

static sample samples[MOST];
static lgm_told told[MOST];
static size_t n_told;

static sample *report(const char *text)
{
    assert_true(n_told < MOST);
    sample *const s = &samples[n_told];
    const uint32_t length = (uint32_t)strlen(text);
    *s = (sample){.record = {.text = str(text),
                             .length = length,
                             .date = STR("2024-05-12"),
                             .publisher = {0}},
                  .sentence = {0, length}};
    s->record.sentences.at = &s->sentence;
    s->record.sentences.n = 1;
    s->record.figures.at = s->figures;
    s->record.claims.at = s->claims;
    told[n_told] =
        (lgm_told){.report = (int64_t)n_told + 1, .record = &s->record, .copy_of = LGM_NONE};
    n_told++;
    return s;
}

static lgm_cpspan span_of(const sample *s, const char *words)
{
    const char *const at = strstr(s->record.text.ptr, words);
    assert_non_null(at);
    const uint32_t from = (uint32_t)(at - s->record.text.ptr);
    return (lgm_cpspan){from, from + (uint32_t)strlen(words)};
}

static void figure(sample *s, const char *words, const char *of, const char *what, double value)
{
    const lgm_cpspan span = span_of(s, words);
    assert_true(s->record.figures.n < MOST_FIGURES);
    s->figures[s->record.figures.n++] = (lgm_figure){.of = str(of),
                                                     .what = str(what),
                                                     .value = value,
                                                     .start = span.start,
                                                     .end = span.end,
                                                     .event = LGM_NONE,
                                                     .revised_from = LGM_NONE};
}

/* The words are what this source says. */
static void said_by(sample *s, const char *words, const char *source)
{
    const size_t n = s->record.claims.n++;
    s->contents[n] = span_of(s, words);
    s->sources[n] = span_of(s, source);
    s->claims[n] = (lgm_claim){.source = {&s->sources[n], 1},
                               .content = {&s->contents[n], 1},
                               .speaker = LGM_NONE,
                               .parent = LGM_NONE};
}

/* Whose navy it was, by its code. */
static void done_by(sample *s, const char *trigger, const char *code)
{
    s->agent = (lgm_entity){.type = LGM_ENTITY_ORG, .name = STR("Navy"), .actor = str(code)};
    s->mention = (lgm_entity_mention){0, 2, LGM_MENTION_NAME, 1};
    s->agent.mentions.at = &s->mention;
    s->agent.mentions.n = 1;
    s->event = (lgm_event){.trigger = span_of(s, trigger), .place = LGM_NONE};
    s->event.agents.at = s->agents;
    s->event.agents.n = 1;
    s->record.events.at = &s->event;
    s->record.events.n = 1;
    s->record.entities.at = &s->agent;
    s->record.entities.n = 1;
    s->figures[0].event = 0;
}

static int start(void **state)
{
    (void)state;
    n_told = 0;
    return 0;
}

/* Links of that kind between these two values, in either order. */
static void check(double a, double b, lgm_account_link_kind kind)
{
    lgm_accounts *accounts;
    bool found = false;
    assert_int_equal(lgm_accounts_of(&accounts, told, n_told, NULL), LGM_OK);
    for (size_t i = 0; i < accounts->n_links; i++) {
        const lgm_account_link *const l = &accounts->links[i];
        const double x = l->by_a->answer->value, y = l->by_b->answer->value;
        if (!((x == a && y == b) || (x == b && y == a))) continue;
        if (l->kind != kind)
            fail_msg("%g, %g: %s", a, b, lgm_account_link_name(accounts->links[i].kind));
        found = true;
    }
    lgm_accounts_free(accounts);
    assert_true(found);
}

static void boats_are_no_pirates(void **state)
{
    (void)state;
    figure(report("They captured 3 boats."), "3", "captured", "boats", 3);
    figure(report("They captured 26 pirates."), "26", "captured", "pirates", 26);
    figure(report("They captured 24 brigands."), "24", "captured", "brigands", 24);
    check(3, 26, LGM_ACCOUNT_LINK_SCOPE);
    check(26, 24, LGM_ACCOUNT_LINK_DIFFERS);
}

static void a_few_children_may_be_part_of_many(void **state)
{
    (void)state;
    figure(report("Of the dead 12 were children."), "12", "killed", "children", 12);
    figure(report("It killed 30 people."), "30", "killed", "people", 30);
    figure(report("It killed 9 people."), "9", "killed", "people", 9);
    check(12, 30, LGM_ACCOUNT_LINK_SCOPE);
    check(12, 9, LGM_ACCOUNT_LINK_DIFFERS);
}

static void a_man_may_be_one_of_many(void **state)
{
    (void)state;
    sample *const a = report("A man was hurt.");
    figure(a, "A man", "wounded", "man", 1);
    figure(report("It hurt 80."), "80", "wounded", "", 80);
    a->figures[0].implied = 1;
    check(1, 80, LGM_ACCOUNT_LINK_SCOPE);
    figure(report("It hurt 1."), "1", "wounded", "", 1);
    figure(report("It hurt 2."), "2", "wounded", "", 2);
    check(1, 2, LGM_ACCOUNT_LINK_DIFFERS);
}

static void another_order_of_size_is_another_disaster(void **state)
{
    (void)state;
    figure(report("It killed 30."), "30", "killed", "", 30);
    figure(report("It killed 31000."), "31000", "killed", "", 31000);
    figure(report("It killed 300."), "300", "killed", "", 300);
    check(30, 31000, LGM_ACCOUNT_LINK_SCOPE);
    check(30, 300, LGM_ACCOUNT_LINK_DIFFERS);
}

static void figures_of_one_size_are_compared(void **state)
{
    (void)state;
    sample *const a = report("One fell, 60 were hurt there and 600 here.");
    figure(a, "60", "wounded", "", 60);
    figure(a, "600", "wounded", "", 600);
    sample *const b = report("In one place 150 were hurt, in the other 700.");
    figure(b, "150", "wounded", "", 150);
    figure(b, "700", "wounded", "", 700);
    check(60, 150, LGM_ACCOUNT_LINK_DIFFERS);
    check(600, 700, LGM_ACCOUNT_LINK_DIFFERS);
    check(60, 700, LGM_ACCOUNT_LINK_SCOPE);
    check(600, 150, LGM_ACCOUNT_LINK_SCOPE);
    check(60, 600, LGM_ACCOUNT_LINK_SCOPE);
}

static void parts_come_to_the_whole(void **state)
{
    (void)state;
    sample *const a = report("Here 7 were hurt, there 2.");
    figure(a, "7", "wounded", "", 7);
    figure(a, "2", "wounded", "", 2);
    figure(report("In all 9 were hurt."), "9", "wounded", "", 9);
    check(7, 9, LGM_ACCOUNT_LINK_SCOPE);
}

static void two_speakers_of_one_report_are_at_odds(void **state)
{
    (void)state;
    sample *const s = report("The mayor said 3 died, the guard said 5 died.");
    figure(s, "3", "killed", "", 3);
    figure(s, "5", "killed", "", 5);
    said_by(s, "3 died", "The mayor");
    said_by(s, "5 died", "the guard");
    check(3, 5, LGM_ACCOUNT_LINK_CONTRADICTED);
}

static void one_speaker_tells_of_two_things(void **state)
{
    (void)state;
    sample *const s = report("The mayor said 3 died there and 5 died here.");
    figure(s, "3", "killed", "", 3);
    figure(s, "5", "killed", "", 5);
    said_by(s, "3 died there and 5 died here", "The mayor");
    check(3, 5, LGM_ACCOUNT_LINK_SCOPE);
}

static void navies_of_two_countries_did_two_things(void **state)
{
    (void)state;
    sample *const a = report("It captured 8 men."), *const b = report("It captured 23 men.");
    figure(a, "8", "captured", "men", 8);
    figure(b, "23", "captured", "men", 23);
    done_by(a, "captured", "GBRMIL");
    done_by(b, "captured", "INDMIL");
    check(8, 23, LGM_ACCOUNT_LINK_SCOPE);
    b->agent.actor = STR("GBRGOV");
    check(8, 23, LGM_ACCOUNT_LINK_DIFFERS);
}

static void an_age_is_of_one_person(void **state)
{
    const lgm_account_answer lind = {.question = LGM_ACCOUNT_AGE,
                                     .value = 31,
                                     .words = STR("Lind")},
                             orr = {.question = LGM_ACCOUNT_AGE, .value = 31, .words = STR("Orr")},
                             ada = {.question = LGM_ACCOUNT_AGE,
                                    .value = 31,
                                    .words = STR("Ada Lind")},
                             unnamed = {.question = LGM_ACCOUNT_AGE, .value = 31};
    (void)state;
    assert_true(lgm_account_same(&lind, &ada));
    assert_true(lgm_account_same(&lind, &unnamed));
    assert_false(lgm_account_same(&lind, &orr));
    assert_true(lgm_account_other_scope(&lind, &orr));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_word_is_spelled_otherwise),
        cmocka_unit_test(a_way_makes_another_place),
        cmocka_unit_test(murder_has_degrees),
        cmocka_unit_test(offences_go_on_otherwise),
        cmocka_unit_test(groups_come_from_countries),
        cmocka_unit_test(arms_have_marks),
        cmocka_unit_test_setup(boats_are_no_pirates, start),
        cmocka_unit_test_setup(a_few_children_may_be_part_of_many, start),
        cmocka_unit_test_setup(a_man_may_be_one_of_many, start),
        cmocka_unit_test_setup(another_order_of_size_is_another_disaster, start),
        cmocka_unit_test_setup(figures_of_one_size_are_compared, start),
        cmocka_unit_test_setup(parts_come_to_the_whole, start),
        cmocka_unit_test_setup(two_speakers_of_one_report_are_at_odds, start),
        cmocka_unit_test_setup(one_speaker_tells_of_two_things, start),
        cmocka_unit_test_setup(navies_of_two_countries_did_two_things, start),
        cmocka_unit_test(an_age_is_of_one_person)};
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
