/* test_story.c - reports find their stories; people part and unite them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "legomena/custody.h"
#include "legomena/review.h"
#include "legomena/story.h"
#include "sample_arena.h"
#include "sample_ledger.h"
#include "base/linkage.h"

/* ---- groups ---- */

/* Groups of a few, by likenesses of pairs below the diagonal: "0,0,1". */
static const char *linked(const double *like, size_t n, int known)
{
    static char out[64];
    lgm_linkage k;
    size_t len = 0;
    assert_true(lgm_linkage_new(&k, n, arena));
    for (size_t i = 0; i < n; i++)
        for (size_t m = 0; m < i; m++) lgm_linkage_put(&k, i, m, *like++);
    if (known) lgm_linkage_know(&k, 0, n - 1, known);
    lgm_linkage_run(&k);
    for (size_t i = 0; i < n; i++)
        len += (size_t)snprintf(out + len, sizeof out - len, "%s%u", i ? "," : "", k.group[i]);
    return out;
}

static void the_most_alike_are_one_group_first(void **state)
{
    static const double chain[] = {3, -4, 1}; /* b-a, c-a, c-b */
    static const double apart[] = {-3, -4, 1};
    static const double three[] = {2, 2, 2};
    (void)state;
    assert_string_equal(linked(chain, 3, 0), "0,0,1"); /* on average c is not like both */
    assert_string_equal(linked(apart, 3, LGM_LINKAGE_TOGETHER), "0,1,0");
    assert_string_equal(linked(apart, 3, LGM_LINKAGE_ONE), "0,0,0"); /* b is like one of them */
    assert_string_equal(linked(three, 3, 0), "0,0,0");
    assert_string_equal(linked(three, 3, LGM_LINKAGE_TWO), "0,0,1");
    assert_string_equal(linked(NULL, 1, 0), "0");
}

/* ---- stories ---- */

#define QUAKE                                                                                      \
    "An earthquake of magnitude 6.1 shook the Ostrel valley early on Tuesday, killing 22 people "  \
    "and burying the village of Tarn under mud, the rescue service of Ostrel said."
#define QUAKE_DUG                                                                                  \
    "Rescuers dug in the mud of Tarn for survivors of the Ostrel earthquake, which had a "         \
    "magnitude of 6.1 and buried the village on Tuesday; the rescue service counts 22 dead."
#define QUAKE_MUD                                                                                  \
    "Mud buried the village of Tarn when an earthquake shook the Ostrel valley on Tuesday. The "   \
    "magnitude was 6.1, and rescuers found 22 people killed, the rescue service said."
#define STRIKE                                                                                     \
    "Nurses at the four clinics of Port Selm walked out on Monday over pay, and their union said " \
    "that more strikes would follow unless the clinics raised wages."
#define STRIKE_ON                                                                                  \
    "A strike of nurses over pay went on at the clinics of Port Selm; the union of nurses wants "  \
    "higher wages from all four clinics and threatened more strikes."

static int64_t put(sample_ledger *s, const char *text)
{
    return sample_ledger_put(s, NULL, text, "tiny").report;
}

static void join(sample_ledger *s)
{
    lgm_err err = {0};
    if (lgm_story_join(s->ledger, &err) != LGM_OK) fail_msg("%s", err.message);
}

static int64_t story_of(sample_ledger *s, int64_t report)
{
    int64_t story = -1;
    assert_int_equal(lgm_story_of(s->ledger, report, &story, NULL), LGM_OK);
    return story;
}

static size_t reports_of(sample_ledger *s, int64_t story)
{
    lgm_story *x;
    lgm_err err = {0};
    const lgm_status st = lgm_story_open(&x, s->ledger, story, &err);
    if (st == LGM_E_NOTFOUND) return 0;
    assert_int_equal(st, LGM_OK);
    const size_t n = x->n;
    for (size_t i = 0; i < n; i++) assert_non_null(x->reports[i].record);
    lgm_story_close(x);
    return n;
}

static void wordings_of_one_happening_are_one_story(void **state)
{
    static const char *const texts[] = {QUAKE, STRIKE, QUAKE_DUG, STRIKE_ON, QUAKE_MUD};
    (void)state;
    for (size_t first = 0; first < LGM_COUNT(texts); first++) { /* in several orders */
        sample_ledger s = sample_ledger_open();
        int64_t report[LGM_COUNT(texts)];
        for (size_t i = 0; i < LGM_COUNT(texts); i++) {
            const size_t which = (first + i) % LGM_COUNT(texts);
            report[which] = put(&s, texts[which]);
            if (i % 2) join(&s); /* now and then, as commits go */
        }
        join(&s);
        assert_int_equal(story_of(&s, report[0]), story_of(&s, report[2]));
        assert_int_equal(story_of(&s, report[0]), story_of(&s, report[4]));
        assert_int_equal(story_of(&s, report[1]), story_of(&s, report[3]));
        assert_int_not_equal(story_of(&s, report[0]), story_of(&s, report[1]));
        assert_int_equal(reports_of(&s, story_of(&s, report[0])), 3);
        sample_ledger_close(&s);
    }
}

static void what_was_not_committed_is_joined_by_the_next(void **state)
{
    sample_ledger s = sample_ledger_open();
    uint64_t left;
    (void)state;
    put(&s, QUAKE);
    put(&s, QUAKE_DUG);
    assert_int_equal(lgm_story_left(s.ledger, &left, NULL), LGM_OK);
    assert_int_equal(left, 2);
    sample_ledger_reopen(&s); /* it ended before it joined */
    join(&s);
    assert_int_equal(lgm_story_left(s.ledger, &left, NULL), LGM_OK);
    assert_int_equal(left, 0);
    assert_int_equal(reports_of(&s, story_of(&s, 1)), 2);
    join(&s); /* nothing new */
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM story_member"), 2);
    sample_ledger_close(&s);
}

/* ---- what people say ---- */

static void decide(sample_ledger *s, int64_t a, int64_t b, lgm_decision_verdict verdict)
{
    const lgm_decision d = {.of = LGM_DECISION_STORY,
                            .verdict = verdict,
                            .which = {{.report = a}, {.report = b}},
                            .reviewer = "Mira Quell"};
    lgm_err err = {0};
    if (lgm_review_decide(s->ledger, &d, NULL, &err) != LGM_OK) fail_msg("%s", err.message);
    assert_int_equal(lgm_ledger_commit(s->ledger, &err), LGM_OK);
    join(s);
}

static void people_unite_two_stories(void **state)
{
    sample_ledger s = sample_ledger_open();
    (void)state;
    const int64_t quake = put(&s, QUAKE), strike = put(&s, STRIKE);
    join(&s);
    const int64_t gone = story_of(&s, strike);
    decide(&s, quake, strike, LGM_DECISION_ONE);
    assert_int_equal(story_of(&s, strike), story_of(&s, quake));
    assert_int_equal(reports_of(&s, gone), 2); /* its number leads to the other */
    const int64_t later = put(&s, STRIKE_ON), more = put(&s, QUAKE_DUG); /* it holds */
    join(&s);
    assert_int_equal(story_of(&s, strike), story_of(&s, quake));
    assert_int_equal(story_of(&s, more), story_of(&s, quake));
    decide(&s, quake, strike, LGM_DECISION_NONE);
    assert_int_not_equal(story_of(&s, strike), story_of(&s, quake));
    assert_int_equal(story_of(&s, more), story_of(&s, quake));
    if (later) assert_int_equal(story_of(&s, later), story_of(&s, strike));
    sample_ledger_close(&s);
}

static void people_part_a_story(void **state)
{
    sample_ledger s = sample_ledger_open();
    lgm_story *x;
    (void)state;
    const int64_t a = put(&s, QUAKE), b = put(&s, QUAKE_DUG);
    join(&s);
    assert_int_equal(story_of(&s, a), story_of(&s, b));
    decide(&s, a, b, LGM_DECISION_TWO);
    assert_int_not_equal(story_of(&s, a), story_of(&s, b));
    put(&s, QUAKE_MUD); /* like both, and does not tie them */
    join(&s);
    assert_int_not_equal(story_of(&s, a), story_of(&s, b));
    assert_int_equal(lgm_story_open(&x, s.ledger, story_of(&s, a), NULL), LGM_OK);
    assert_int_equal(x->n_changes, 1);
    assert_true(x->changes[0].decided && !x->changes[0].merged);
    assert_int_equal(x->changes[0].report, b);
    lgm_story_close(x);
    sample_ledger_close(&s);
}

static void what_is_withdrawn_or_replaced_is_left_out(void **state)
{
    const lgm_review withdrawn = {.verdict = LGM_VERDICT_WITHDRAWN, .reviewer = "Mira Quell"};
    sample_ledger s = sample_ledger_open();
    lgm_story *x;
    (void)state;
    put(&s, QUAKE);
    sample_ledger_put(&s, "https://tarn.example/1", QUAKE_DUG, "tiny");
    sample_ledger_put(&s, "https://tarn.example/1", QUAKE_MUD, "tiny");
    join(&s);
    assert_int_equal(lgm_story_open(&x, s.ledger, story_of(&s, 1), NULL), LGM_OK);
    assert_int_equal(x->n, 2);
    assert_int_equal(x->reports[0].report, 1);
    assert_int_equal(x->reports[1].report, 3);
    assert_string_equal(lgm_story_how_name(x->members[1].how), "version");
    assert_int_equal(x->members[1].like, 2);
    lgm_story_close(x);
    assert_int_equal(lgm_review_put(s.ledger, 3, (lgm_link){0}, &withdrawn, NULL, NULL), LGM_OK);
    assert_int_equal(reports_of(&s, story_of(&s, 1)), 1);
    assert_int_equal(lgm_review_put(s.ledger, 1, (lgm_link){0}, &withdrawn, NULL, NULL), LGM_OK);
    assert_int_equal(reports_of(&s, story_of(&s, 1)), 0);
    sample_ledger_close(&s);
}

static void what_is_taken_out_leaves_its_story(void **state)
{
    sample_ledger s = sample_ledger_open();
    (void)state;
    put(&s, QUAKE);
    put(&s, QUAKE_DUG);
    join(&s);
    const int64_t story = story_of(&s, 2);
    assert_int_equal(lgm_custody_forget(s.ledger, 1, NULL), LGM_OK);
    assert_int_equal(lgm_ledger_commit(s.ledger, NULL), LGM_OK);
    assert_int_equal(story_of(&s, 1), 0);
    assert_int_equal(reports_of(&s, story), 1);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM story_key WHERE report = 1"),
                     0);
    assert_int_equal(sample_ledger_number(&s, "SELECT central FROM story"), 2);
    put(&s, QUAKE_MUD);
    join(&s);
    assert_int_equal(reports_of(&s, story), 2);
    sample_ledger_close(&s);
}

static void a_ledger_without_profiles_gets_them(void **state)
{
    sample_ledger s = sample_ledger_open();
    (void)state;
    put(&s, QUAKE);
    put(&s, QUAKE_DUG);
    sample_ledger_run(&s, "DELETE FROM profile");
    join(&s);
    assert_int_equal(reports_of(&s, story_of(&s, 1)), 2);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM profile"), 2);
    sample_ledger_close(&s);
}

/* ---- what is new ---- */

static lgm_status write_down(void *ctx, const lgm_story_news *news)
{
    char *const out = ctx;
    const size_t len = strlen(out);
    snprintf(out + len, 64, "%lld: %zu new, %zu before, %lld; ", (long long)news->story, news->n,
             news->before, (long long)news->reports[news->n - 1]);
    return LGM_OK;
}

static const char *touched(sample_ledger *s, const char *since)
{
    static char out[512];
    lgm_err err = {0};
    *out = '\0';
    if (lgm_story_touched(s->ledger, since, write_down, out, &err) != LGM_OK)
        fail_msg("%s", err.message);
    return out;
}

static lgm_status stop(void *ctx, const lgm_story_news *news)
{
    (void)ctx;
    (void)news;
    return LGM_E_NOMEM;
}

static void stories_are_new_or_grew_by_when_reports_came_in(void **state)
{
    sample_ledger s = sample_ledger_open();
    const lgm_review withdrawn = {.verdict = LGM_VERDICT_WITHDRAWN, .reviewer = "Mira Quell"};
    (void)state;
    put(&s, QUAKE);
    put(&s, STRIKE);
    join(&s);
    sample_ledger_run(&s, "UPDATE report SET learned = '2024-05-21T23:59:59Z'");
    put(&s, QUAKE_DUG);
    put(&s, QUAKE_MUD);
    join(&s);
    sample_ledger_run(&s, "UPDATE report SET learned = '2024-05-23T00:00:00Z' WHERE report > 2");
    assert_string_equal(touched(&s, "2024-05-21"),
                        "1: 3 new, 0 before, 4; 2: 1 new, 0 before, 2; ");
    assert_string_equal(touched(&s, "2024-05-22"), "1: 2 new, 1 before, 4; ");
    assert_string_equal(touched(&s, "2024-05-23"), "1: 2 new, 1 before, 4; ");
    assert_string_equal(touched(&s, "2024-05-24"), "");
    assert_int_equal(lgm_story_touched(s.ledger, "2024-05-22", stop, NULL, NULL), LGM_E_NOMEM);
    assert_int_equal(lgm_review_put(s.ledger, 4, (lgm_link){0}, &withdrawn, NULL, NULL), LGM_OK);
    assert_string_equal(touched(&s, "2024-05-22"), "1: 1 new, 1 before, 3; ");
    assert_int_equal(lgm_review_put(s.ledger, 3, (lgm_link){0}, &withdrawn, NULL, NULL), LGM_OK);
    assert_string_equal(touched(&s, "2024-05-22"), "");
    sample_ledger_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_most_alike_are_one_group_first),
        cmocka_unit_test(wordings_of_one_happening_are_one_story),
        cmocka_unit_test(what_was_not_committed_is_joined_by_the_next),
        cmocka_unit_test(people_unite_two_stories),
        cmocka_unit_test(people_part_a_story),
        cmocka_unit_test(what_is_withdrawn_or_replaced_is_left_out),
        cmocka_unit_test(what_is_taken_out_leaves_its_story),
        cmocka_unit_test(a_ledger_without_profiles_gets_them),
        cmocka_unit_test(stories_are_new_or_grew_by_when_reports_came_in),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
