/* test_copies.c - reports of a ledger that have the text of others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "copies/credit.h"
#include "legomena/copy.h"
#include "legomena/custody.h"
#include "legomena/review.h"
#include "sample_ledger.h"

/* Paragraphs of an invented report. */
#define LEAD                                                                                       \
    "A ferry with 140 people on board sank off Ostrel late on Monday, and divers had brought "     \
    "nine bodies ashore by dawn, the harbour office said. "
#define SECOND                                                                                     \
    "The Keld Star had left the port of Merrow two hours before, in calm weather, and sent no "    \
    "distress call; fishermen saw her list to one side near the Grey Rocks and go down within "    \
    "minutes. "
#define THIRD                                                                                      \
    "The line that owns the ship has lost two others in six years. Its office in Caldora was "     \
    "closed on Tuesday and nobody answered the telephone. "
#define LAST                                                                                       \
    "Ada Lind, who leads the inquiry of the province, wants to raise the wreck before the "        \
    "autumn storms, and has asked two salvage companies what it would cost. "
/* The same in other words. */
#define RETOLD                                                                                     \
    "Nine people are dead after a boat carrying 140 passengers went down near Ostrel on Monday "   \
    "night, officials at the port said. She had sailed from Merrow two hours earlier in good "     \
    "weather and nobody heard her call for help. "

typedef struct about {
    const char *url, *publisher, *agency, *published, *date;
} about;

static lgm_str known(const char *s)
{
    return (lgm_str){s, s ? strlen(s) : 0};
}

static int64_t put_with(sample_ledger *s, const char *text, about a)
{
    lgm_record *const r = sample_ledger_record(a.url, text, "tiny");
    r->publisher = known(a.publisher);
    r->agency = known(a.agency);
    r->published = known(a.published);
    if (a.date) r->date = known(a.date);
    const int64_t report = sample_ledger_put_record(s, r, NULL).report;
    lgm_record_free(r);
    return report;
}

static int64_t put(sample_ledger *s, const char *text)
{
    return put_with(s, text, (about){0});
}

static void join(sample_ledger *s)
{
    lgm_err err = {0};
    if (lgm_copies_join(s->ledger, NULL, NULL, &err) != LGM_OK) fail_msg("%s", err.message);
}

/* "2:1 cut; 3:1 identical" */
static const char *copies(const sample_ledger *s)
{
    return sample_ledger_text(s, "SELECT group_concat(report || ':' || of || ' ' || kind, '; ') "
                                 "FROM (SELECT * FROM copy ORDER BY report, of)");
}

/* The same, of one report, as a program gets it. */
static const char *around(sample_ledger *s, int64_t report)
{
    static char out[256];
    lgm_copies *c;
    lgm_err err = {0};
    size_t len = 0;
    out[0] = '\0';
    if (lgm_copies_of(&c, s->ledger, report, &err) != LGM_OK) fail_msg("%s", err.message);
    assert_true(lgm_copies_report(c) == report);
    for (size_t i = 0; i < lgm_copies_count(c); i++) {
        const lgm_copy x = lgm_copies_copy(c, i);
        len += (size_t)snprintf(out + len, sizeof out - len, "%s%d:%d %s", i ? "; " : "",
                                (int)x.report, (int)x.of, lgm_copy_kind_name(x.kind));
    }
    lgm_copies_free(c);
    return out;
}

static void kinds_of_copies(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    put(&s, LEAD SECOND THIRD);
    put_with(&s, LEAD SECOND THIRD, (about){.url = "https://post.example/a"});
    put(&s, LEAD SECOND);
    put(&s, LEAD SECOND THIRD LAST "He said so. " RETOLD);
    put(&s, RETOLD);
    put(&s, THIRD LEAD SECOND);
    put(&s, "Weather: rain in the north, and wind from the west by the evening.");
    join(&s);
    assert_string_equal(copies(&s), "2:1 identical; 3:1 cut; 3:2 cut; 4:1 extended; 4:2 extended; "
                                    "4:3 extended; 5:4 cut; 6:1 edited; 6:2 edited; 6:3 extended; "
                                    "6:4 cut");
    sample_ledger_close(&s);
}

/* Three who tell the same in their own words have nothing of each other. */
static void another_wording_is_no_copy(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    put(&s, LEAD SECOND);
    put(&s, RETOLD);
    put(&s, "Divers recovered nine bodies on Tuesday from a ferry that had sunk the night before "
            "near Ostrel with 140 aboard, two hours out of Merrow. It was not known why.");
    join(&s);
    assert_string_equal(copies(&s), "");
    assert_string_equal(around(&s, 1), "");
    sample_ledger_close(&s);
}

/* The later one has the text of the earlier one, whichever was there first. */
static void time_says_who_was_first(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    put_with(&s, LEAD SECOND, (about){.published = "2024-03-14T12:00:00Z"});
    put_with(&s, LEAD SECOND, (about){.url = "u", .published = "2024-03-14T11:30:00+02:00"});
    put_with(&s, LEAD SECOND, (about){.url = "v", .date = "2024-03-14"}); /* at some time of it */
    put_with(&s, LEAD SECOND, (about){.url = "w", .date = "2024-03-13"});
    join(&s);
    assert_string_equal(copies(&s), "1:2 identical; 1:4 identical; 2:4 identical; 3:1 identical; "
                                    "3:2 identical; 3:4 identical");
    assert_string_equal(around(&s, 2), "2:4 identical; 1:2 identical; 3:2 identical");
    sample_ledger_close(&s);
}

static void one_house_has_versions(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    put_with(&s, LEAD SECOND, (about){.url = "https://www.post.example/a"});
    put_with(&s, LEAD SECOND THIRD LAST, (about){.url = "https://www.post.example/a"});
    put_with(&s, LEAD SECOND LAST, (about){.url = "https://post.example/b"});
    put_with(&s, LEAD SECOND LAST, (about){.url = "https://tribune.example/b"});
    join(&s);
    assert_string_equal(copies(&s), "2:1 version; 3:1 version; 3:2 version; 4:1 extended; "
                                    "4:2 cut; 4:3 identical");
    sample_ledger_close(&s);
}

static void a_shared_credit_makes_it_syndicated(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    put_with(&s, LEAD SECOND THIRD, (about){.publisher = "The Ostrel Press Agency"});
    put_with(&s, LEAD SECOND LAST, (about){.publisher = "Post", .agency = "Ostrel Press"});
    put_with(&s, THIRD LEAD SECOND LAST, (about){.publisher = "Tribune", .agency = "OP"});
    put_with(&s, THIRD SECOND LEAD LAST, (about){.publisher = "Daily"});
    join(&s);
    assert_string_equal(copies(&s), "2:1 syndicated; 3:1 extended; 3:2 extended; 4:1 extended; "
                                    "4:2 edited; 4:3 edited");
    assert_string_equal(sample_ledger_text(&s, "SELECT credit FROM copy WHERE report=3"), "OP");
    sample_ledger_close(&s);
}

static bool same_body(const char *a, const char *b)
{
    return lgm_copies_same_body((lgm_slice){a, strlen(a)}, (lgm_slice){b, strlen(b)});
}

static void names_of_one_body(void **state)
{
    (void)state;
    assert_true(same_body("OP", "The Ostrel Press"));
    assert_true(same_body("Ostrel-Press", "ostrel press agency"));
    assert_true(same_body("Thomson Keld", "Keld News"));
    assert_false(same_body("OP", "Ostrel Post Agency Group"));
    assert_false(same_body("Ostrel Press", "Ostrel Post"));
    assert_false(same_body("News Agency", "The News"));
    assert_false(same_body("", ""));
    assert_false(same_body("OP", ""));
}

/* ---- in whatever order it is done ---- */

static void what_was_not_looked_at_is_looked_at_later(void **state)
{
    (void)state;
    uint64_t left = 0;
    sample_ledger s = sample_ledger_open();
    put(&s, LEAD SECOND);
    join(&s);
    put(&s, LEAD SECOND THIRD LAST);
    sample_ledger_reopen(&s); /* as after a kill: it is committed, and nobody has looked at it */
    assert_int_equal(lgm_copies_left(s.ledger, &left, NULL), LGM_OK);
    assert_int_equal(left, 1);
    assert_string_equal(copies(&s), "");
    join(&s);
    assert_string_equal(copies(&s), "2:1 extended");
    join(&s);
    assert_string_equal(copies(&s), "2:1 extended");
    assert_int_equal(lgm_copies_left(s.ledger, &left, NULL), LGM_OK);
    assert_int_equal(left, 0);
    sample_ledger_close(&s);
}

static lgm_status stop(void *ctx, uint64_t done, uint64_t total)
{
    (void)ctx;
    assert_true(done == total);
    return LGM_E_CANCELLED;
}

static void it_can_be_stopped(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    put(&s, LEAD);
    assert_int_equal(lgm_copies_join(s.ledger, stop, NULL, NULL), LGM_E_CANCELLED);
    sample_ledger_close(&s);
}

static void made_again_it_is_the_same(void **state)
{
    (void)state;
    char before[256];
    sample_ledger s = sample_ledger_open();
    put(&s, LEAD SECOND);
    put(&s, LEAD SECOND THIRD LAST);
    put(&s, LEAD SECOND THIRD);
    join(&s);
    snprintf(before, sizeof before, "%s", copies(&s));
    assert_int_equal(lgm_ledger_reindex(s.ledger, NULL, NULL, NULL), LGM_OK);
    assert_string_equal(copies(&s), "");
    join(&s);
    assert_string_equal(copies(&s), before);
    sample_ledger_run(&s, "DELETE FROM sketch; DELETE FROM copy; DELETE FROM print; "
                          "UPDATE copy_state SET report = 0"); /* of an older legomena */
    join(&s);
    assert_string_equal(copies(&s), before);
    sample_ledger_close(&s);
}

static void what_is_forgotten_is_gone(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    put(&s, LEAD SECOND);
    put(&s, LEAD SECOND THIRD LAST);
    put(&s, LEAD SECOND THIRD);
    join(&s);
    assert_int_equal(lgm_custody_forget(s.ledger, 2, NULL), LGM_OK);
    assert_int_equal(lgm_ledger_commit(s.ledger, NULL), LGM_OK);
    assert_string_equal(copies(&s), "3:1 extended");
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM print WHERE report=2"), 0);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM sketch"), 2);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) > 3 FROM print"), 1);
    sample_ledger_run(&s, "UPDATE sketch SET packed = x'01' WHERE reading = 1");
    assert_int_equal(lgm_custody_forget(s.ledger, 1, NULL), LGM_OK);
    assert_int_equal(lgm_ledger_commit(s.ledger, NULL), LGM_OK);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM print WHERE report=1"), 0);
    sample_ledger_close(&s);
}

static void withdrawn_reports_are_left_out(void **state)
{
    (void)state;
    const lgm_review withdrawn = {.verdict = LGM_VERDICT_WITHDRAWN, .reviewer = "Ada"};
    int64_t of = 0;
    sample_ledger s = sample_ledger_open();
    put(&s, LEAD SECOND);
    put(&s, LEAD SECOND "It is not over.");
    put(&s, LEAD SECOND "It is over.");
    join(&s);
    assert_string_equal(around(&s, 3), "3:1 edited; 3:2 edited");
    assert_int_equal(lgm_copies_original(s.ledger, 3, &of, NULL), LGM_OK);
    assert_int_equal(of, 1);
    assert_int_equal(lgm_review_put(s.ledger, 1, (lgm_link){0}, &withdrawn, NULL, NULL), LGM_OK);
    assert_int_equal(lgm_ledger_commit(s.ledger, NULL), LGM_OK);
    assert_string_equal(around(&s, 3), "3:2 edited");
    assert_int_equal(lgm_copies_original(s.ledger, 3, &of, NULL), LGM_OK);
    assert_int_equal(of, 2);
    assert_int_equal(lgm_copies_original(s.ledger, 2, &of, NULL), LGM_OK);
    assert_int_equal(of, 2);
    sample_ledger_close(&s);
}

/* ---- groups ---- */

static void groups_are_given_one_after_another(void **state)
{
    (void)state;
    int64_t place = 0;
    lgm_copies *c;
    sample_ledger s = sample_ledger_open();
    put(&s, LEAD SECOND);
    put(&s, THIRD LAST);
    put(&s, "Nothing else.");
    put(&s, THIRD LAST "It was said.");
    put(&s, LEAD SECOND "It was said.");
    put(&s, LEAD SECOND "It was said by many.");
    join(&s);
    assert_int_equal(lgm_copies_next(&c, s.ledger, &place, NULL), LGM_OK);
    assert_int_equal(lgm_copies_report(c), 1);
    assert_int_equal(lgm_copies_count(c), 2);
    assert_int_equal(lgm_copies_copy(c, 1).report, 6);
    assert_int_equal(lgm_copies_copy(c, 1).of, 1);
    lgm_copies_free(c);
    assert_int_equal(lgm_copies_next(&c, s.ledger, &place, NULL), LGM_OK);
    assert_int_equal(lgm_copies_report(c), 2);
    assert_int_equal(lgm_copies_count(c), 1);
    lgm_copies_free(c);
    assert_int_equal(lgm_copies_next(&c, s.ledger, &place, NULL), LGM_E_EMPTY);
    assert_null(c);
    sample_ledger_close(&s);
}

/* What stands under all reports of a publisher costs no more than under a few. */
static void prints_are_kept_of_the_first_reports(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    for (int i = 0; i < 40; i++) {
        char text[512];
        snprintf(text, sizeof text, "Item%d by%d " THIRD LAST, i, i);
        put(&s, text);
    }
    join(&s);
    assert_int_equal(sample_ledger_number(
                         &s, "SELECT max(n) FROM (SELECT count(*) AS n FROM print GROUP BY hash)"),
                     32);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM copy WHERE report=40"), 32);
    sample_ledger_close(&s);
}

/* ---- passages ---- */

static void passages_are_to_the_word(void **state)
{
    (void)state;
    lgm_copy_passage *p;
    size_t n;
    lgm_err err = {0};
    lgm_record *const a = sample_ledger_record(NULL, "Sorby wrote: " SECOND LAST, "tiny"),
                      *const b = sample_ledger_record(NULL, LEAD SECOND THIRD, "tiny");
    assert_int_equal(lgm_copy_passages(a, b, &p, &n, &err), LGM_OK);
    assert_int_equal(n, 1);
    const lgm_str in = lgm_record_quote(a, p[0].in), of = lgm_record_quote(b, p[0].of);
    assert_int_equal(in.len, of.len);
    assert_memory_equal(in.ptr, of.ptr, in.len);
    assert_int_equal(in.len, strlen(SECOND) - 2); /* without the full stop, and what follows */
    lgm_string_free((char *)p);
    assert_int_equal(lgm_copy_passages(a, a, &p, &n, &err), LGM_OK);
    assert_int_equal(n, 1);
    assert_int_equal(p[0].in.start, 0);
    lgm_string_free((char *)p);
    lgm_record *const c = sample_ledger_record(NULL, "Rain is expected.", "tiny");
    assert_int_equal(lgm_copy_passages(a, c, &p, &n, &err), LGM_OK);
    assert_int_equal(n, 0);
    assert_null(p);
    lgm_record_free(a);
    lgm_record_free(b);
    lgm_record_free(c);
}

/* "The" begins the next sentence of both; "Mr." ends none. */
static void passages_end_with_sentences(void **state)
{
    (void)state;
    lgm_copy_passage *p;
    size_t n;
    lgm_record *const a = sample_ledger_record(NULL, LEAD SECOND "The town mourns.", "tiny"),
                      *const b = sample_ledger_record(NULL, "It ended. " SECOND "The end.", "tiny"),
                      *const c = sample_ledger_record(NULL, SECOND "So said Mr. Bo of it.", "tiny"),
                      *const d = sample_ledger_record(NULL, SECOND "So said Mr. Bo again.", "tiny");
    assert_int_equal(lgm_copy_passages(a, b, &p, &n, NULL), LGM_OK);
    assert_int_equal(n, 1);
    assert_int_equal(lgm_record_quote(a, p[0].in).len, strlen(SECOND) - 2);
    lgm_string_free((char *)p);
    assert_int_equal(lgm_copy_passages(c, d, &p, &n, NULL), LGM_OK);
    assert_int_equal(n, 1);
    assert_int_equal(p[0].in.end, strlen(SECOND "So said Mr. Bo"));
    lgm_string_free((char *)p);
    lgm_record_free(a);
    lgm_record_free(b);
    lgm_record_free(c);
    lgm_record_free(d);
}

/* ---- errors ---- */

static void what_is_wrong_is_said(void **state)
{
    (void)state;
    lgm_copies *c;
    lgm_err err = {0};
    sample_ledger s = sample_ledger_open();
    assert_int_equal(lgm_copies_of(&c, s.ledger, 7, &err), LGM_E_NOTFOUND);
    assert_null(c);
    assert_non_null(strstr(err.message, "there is no report 7"));
    put(&s, LEAD SECOND);
    sample_ledger_run(&s, "UPDATE sketch SET packed = x'0102'");
    assert_int_equal(lgm_copies_join(s.ledger, NULL, NULL, &err), LGM_E_CORRUPT);
    assert_non_null(strstr(err.message, "the sketch of report 1 is damaged: legomena reindex"));
    assert_int_equal(lgm_ledger_reindex(s.ledger, NULL, NULL, NULL), LGM_OK);
    join(&s);
    sample_ledger_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_of_copies),
        cmocka_unit_test(another_wording_is_no_copy),
        cmocka_unit_test(time_says_who_was_first),
        cmocka_unit_test(one_house_has_versions),
        cmocka_unit_test(a_shared_credit_makes_it_syndicated),
        cmocka_unit_test(names_of_one_body),
        cmocka_unit_test(what_was_not_looked_at_is_looked_at_later),
        cmocka_unit_test(it_can_be_stopped),
        cmocka_unit_test(made_again_it_is_the_same),
        cmocka_unit_test(what_is_forgotten_is_gone),
        cmocka_unit_test(withdrawn_reports_are_left_out),
        cmocka_unit_test(groups_are_given_one_after_another),
        cmocka_unit_test(prints_are_kept_of_the_first_reports),
        cmocka_unit_test(passages_are_to_the_word),
        cmocka_unit_test(passages_end_with_sentences),
        cmocka_unit_test(what_is_wrong_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
