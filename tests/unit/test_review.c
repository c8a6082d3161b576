/* test_review.c - what people say of records: what counts, also after another reading. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/buf.h"
#include "legomena/custody.h"
#include "legomena/person.h"
#include "legomena/question.h"
#include "legomena/review.h"
#include "sample_ledger.h"

#define MILL "https://mill.example/fire"
#define BURNED "Lind said that the mill zqburned."

static const lgm_link c1 = {'c', 0}, e1 = {'e', 0}, report_itself = {0, 0};

static lgm_status try_review(sample_ledger *s, int64_t report, lgm_link of, lgm_review r,
                             lgm_err *err)
{
    const lgm_status st = lgm_review_put(s->ledger, report, of, &r, NULL, err);
    return st == LGM_OK ? lgm_ledger_commit(s->ledger, err) : st;
}

static void review(sample_ledger *s, lgm_link of, lgm_verdict verdict, const char *field,
                   const char *reviewer)
{
    lgm_err err = {0};
    const lgm_review r = {.verdict = verdict, .field = field, .reviewer = reviewer};
    if (try_review(s, 1, of, r, &err) != LGM_OK) fail_msg("%s", err.message);
}

static void refused(sample_ledger *s, lgm_link of, lgm_review r, lgm_status status,
                    const char *words)
{
    lgm_err err = {0};
    assert_int_equal(try_review(s, 1, of, r, &err), status);
    if (!strstr(err.message, words)) fail_msg("'%s' does not say '%s'", err.message, words);
}

static const char *state_of(sample_ledger *s, lgm_link of)
{
    const char *state;
    assert_int_equal(lgm_review_state(s->ledger, 1, of, &state, NULL), LGM_OK);
    return state;
}

/* "Ann:wrong:speaker:same Bo:right::same" */
static lgm_status put_found(void *ctx, const lgm_review_found *f)
{
    static const char *const fits[] = {"same", "changed", "gone"};
    char *const all = ctx;
    snprintf(all + strlen(all), 512 - strlen(all), "%s%s:%s:%s:%s", *all ? " " : "",
             f->review.reviewer, lgm_verdict_name(f->review.verdict),
             f->review.field ? f->review.field : "", fits[f->fit]);
    return LGM_OK;
}

static const char *all(sample_ledger *s)
{
    static char found[512];
    found[0] = '\0';
    assert_int_equal(lgm_review_each(s->ledger, 1, put_found, found, NULL), LGM_OK);
    return found;
}

static sample_ledger one_report(void)
{
    sample_ledger s = sample_ledger_open();
    sample_ledger_put(&s, MILL, BURNED, "tiny");
    return s;
}

/* The report read by another model, with `from` of the record changed. */
static void read_again(sample_ledger *s, const char *from, const char *to)
{
    lgm_record *r = sample_ledger_record(MILL, BURNED, "other"), *changed;
    char *json, *at;
    char made[8192];
    lgm_err err = {0};
    assert_int_equal(lgm_record_write(r, LGM_FORMAT_JSONL, &json, NULL, &err), LGM_OK);
    assert_non_null(at = strstr(json, from));
    snprintf(made, sizeof made, "%.*s%s%s", (int)(at - json), json, to, at + strlen(from));
    if (lgm_record_read(&changed, made, strlen(made), &err) != LGM_OK) fail_msg("%s", err.message);
    sample_ledger_put_record(s, changed, NULL);
    lgm_string_free(json);
    lgm_record_free(r);
    lgm_record_free(changed);
}

static void holds(sample_ledger *s, uint64_t reviews)
{
    lgm_custody_found found;
    lgm_err err = {0};
    if (lgm_custody_verify(s->ledger, NULL, &found, &err) != LGM_OK) fail_msg("%s", err.message);
    assert_int_equal(found.reviews, reviews);
}

static void a_review_has_who_when_and_what_was_seen(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    const lgm_review r = {.verdict = LGM_VERDICT_WRONG,
                          .field = "speaker",
                          .correction = "Vale",
                          .note = "see line 1",
                          .reviewer = "Ann"};
    int64_t number;
    assert_int_equal(lgm_review_put(s.ledger, 1, c1, &r, &number, NULL), LGM_OK);
    assert_int_equal(lgm_ledger_commit(s.ledger, NULL), LGM_OK);
    assert_int_equal(number,
                     sample_ledger_number(&s, "SELECT entry FROM log WHERE what='reviewed'"));
    assert_string_equal(sample_ledger_text(&s, "SELECT seen || '/' || correction || '/' || note || "
                                               "'/' || reviewer || '/' || words FROM reviews"),
                        "Lind/Vale/see line 1/Ann/Lind (state): said that the mill zqburned.");
    assert_int_equal(sample_ledger_number(&s, "SELECT at = learned FROM review, report"), 1);
    assert_string_equal(sample_ledger_text(&s, "SELECT record FROM reviews"), "c1");
    assert_string_equal(sample_ledger_text(&s, "SELECT speaker FROM claims"), "Lind");
    holds(&s, 1);
    sample_ledger_close(&s);
}

static void the_last_of_each_reviewer_counts(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    assert_string_equal(state_of(&s, c1), "");
    review(&s, c1, LGM_VERDICT_RIGHT, NULL, "Ann");
    assert_string_equal(state_of(&s, c1), "right");
    review(&s, c1, LGM_VERDICT_WRONG, "speaker", "Ann"); /* so not all is right */
    assert_string_equal(all(&s), "Ann:wrong:speaker:same");
    assert_string_equal(state_of(&s, c1), "wrong");
    review(&s, c1, LGM_VERDICT_WRONG, "act", "Ann");
    review(&s, c1, LGM_VERDICT_RIGHT, "act", "Ann");
    assert_string_equal(all(&s), "Ann:wrong:speaker:same Ann:right:act:same");
    assert_string_equal(state_of(&s, c1), "wrong");
    review(&s, c1, LGM_VERDICT_RIGHT, NULL, "Ann");
    assert_string_equal(all(&s), "Ann:right::same");
    assert_string_equal(state_of(&s, e1), "");
    holds(&s, 5); /* none is overwritten */
    sample_ledger_close(&s);
}

static void who_differs_makes_it_disputed(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    review(&s, c1, LGM_VERDICT_WRONG, "speaker", "Ann");
    review(&s, c1, LGM_VERDICT_RIGHT, "act", "Bo");
    assert_string_equal(state_of(&s, c1), "wrong"); /* these are of different things */
    review(&s, c1, LGM_VERDICT_RIGHT, "speaker", "Bo");
    assert_string_equal(state_of(&s, c1), "disputed");
    review(&s, c1, LGM_VERDICT_NONE, NULL, "Ann");
    assert_string_equal(state_of(&s, c1), "part"); /* no more than fields were found right */
    review(&s, c1, LGM_VERDICT_RIGHT, NULL, "Bo");
    review(&s, c1, LGM_VERDICT_WRONG, NULL, "Ann");
    assert_string_equal(state_of(&s, c1), "disputed");
    sample_ledger_close(&s);
}

static void what_was_said_is_taken_back(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    const lgm_review note = {.note = "call Vale", .reviewer = "Ann"};
    review(&s, c1, LGM_VERDICT_WRONG, "speaker", "Ann");
    review(&s, c1, LGM_VERDICT_WRONG, "act", "Ann");
    assert_int_equal(try_review(&s, 1, c1, note, NULL), LGM_OK);
    assert_string_equal(all(&s), "Ann:wrong:speaker:same Ann:wrong:act:same Ann:note::same");
    review(&s, c1, LGM_VERDICT_NONE, "act", "Ann");
    assert_string_equal(all(&s), "Ann:wrong:speaker:same Ann:note::same");
    refused(&s, c1, (lgm_review){.verdict = LGM_VERDICT_NONE, .reviewer = "Bo"}, LGM_E_NOTFOUND,
            "no mark of Bo");
    review(&s, c1, LGM_VERDICT_NONE, NULL, "Ann");
    assert_string_equal(all(&s), "");
    assert_string_equal(state_of(&s, c1), "");
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM review"), 5);
    holds(&s, 5);
    sample_ledger_close(&s);
}

static void another_reading_keeps_what_still_fits(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    review(&s, c1, LGM_VERDICT_RIGHT, NULL, "Ann");
    review(&s, c1, LGM_VERDICT_WRONG, "certainty", "Bo");
    review(&s, e1, LGM_VERDICT_RIGHT, NULL, "Ann");
    sample_ledger_put(&s, MILL, BURNED, "other");
    assert_string_equal(all(&s), "Ann:right::same Bo:wrong:certainty:same Ann:right::same");
    assert_string_equal(state_of(&s, c1), "disputed");
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM reviews WHERE reading=2"), 3);
    review(&s, c1, LGM_VERDICT_NONE, NULL, "Bo"); /* also what was said of the reading before */
    assert_string_equal(all(&s), "Ann:right::same Ann:right::same");
    assert_int_equal(lgm_ledger_reindex(s.ledger, NULL, NULL, NULL), LGM_OK);
    assert_string_equal(all(&s), "Ann:right::same Ann:right::same");
    holds(&s, 4);
    sample_ledger_close(&s);
}

static void what_is_read_otherwise_does_not_count(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    review(&s, c1, LGM_VERDICT_RIGHT, NULL, "Ann");
    review(&s, c1, LGM_VERDICT_WRONG, "act", "Bo");
    review(&s, c1, LGM_VERDICT_WRONG, "form", "Cy");
    read_again(&s, "\"act\":\"state\"", "\"act\":\"deny\"");
    assert_string_equal(all(&s), "Ann:right::changed Bo:wrong:act:changed Cy:wrong:form:same");
    assert_string_equal(state_of(&s, c1), "wrong"); /* by Cy */
    sample_ledger_close(&s);
}

static void what_no_record_has_is_kept(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    review(&s, c1, LGM_VERDICT_WRONG, NULL, "Ann");
    read_again(&s, "\"content\":[[5,33]]", "\"content\":[[10,33]]");
    assert_string_equal(all(&s), "Ann:wrong::gone");
    assert_string_equal(state_of(&s, c1), "");
    assert_string_equal(sample_ledger_text(&s, "SELECT words FROM reviews WHERE fit='gone'"),
                        "Lind (state): said that the mill zqburned.");
    sample_ledger_close(&s);
}

static void a_withdrawn_report_is_no_longer_counted(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM claims"), 1);
    review(&s, report_itself, LGM_VERDICT_WITHDRAWN, NULL, "Ann");
    assert_string_equal(state_of(&s, report_itself), "withdrawn");
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM claims"), 0);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM log WHERE what='withdrawn'"),
                     1);
    review(&s, report_itself, LGM_VERDICT_RIGHT, NULL, "Ann"); /* is another matter */
    assert_string_equal(state_of(&s, report_itself), "withdrawn");
    review(&s, report_itself, LGM_VERDICT_NONE, NULL, "Ann");
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM claims"), 1);
    holds(&s, 3);
    sample_ledger_close(&s);
}

/* The ids of all rows: "1:c1 2:c1". */
static const char *ask(sample_ledger *s, const char *kind, const char *condition, const char *value)
{
    static char ids[256];
    lgm_question *q;
    lgm_question_row row;
    size_t len = 0;
    ids[0] = '\0';
    assert_int_equal(lgm_question_new(&q, s->ledger, kind, NULL), LGM_OK);
    if (condition) assert_int_equal(lgm_question_where(q, condition, value, NULL), LGM_OK);
    while (lgm_question_next(q, &row, NULL) == LGM_OK)
        len += (size_t)snprintf(ids + len, sizeof ids - len, "%s%.*s", len ? " " : "",
                                (int)row.at[0].text.len, row.at[0].text.ptr);
    lgm_question_free(q);
    return ids;
}

static void questions_know_what_was_said(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    sample_ledger_put(&s, NULL, "Vale said that the port is shut.", "tiny");
    assert_string_equal(ask(&s, "claims", "reviewed", NULL), "");
    assert_string_equal(ask(&s, "claims", "unreviewed", NULL), "2:c1 1:c1");
    assert_string_equal(ask(&s, "claims", "not-wrong", NULL), "2:c1 1:c1");
    review(&s, c1, LGM_VERDICT_WRONG, "speaker", "Ann");
    assert_string_equal(ask(&s, "claims", "reviewed", NULL), "1:c1");
    assert_string_equal(ask(&s, "claims", "unreviewed", NULL), "2:c1");
    assert_string_equal(ask(&s, "claims", "not-wrong", NULL), "2:c1");
    assert_string_equal(ask(&s, "timeline", "reviewed", NULL), "1:c1");
    assert_string_equal(ask(&s, "claims", "right", NULL), "");
    review(&s, c1, LGM_VERDICT_RIGHT, NULL, "Bo");
    assert_string_equal(ask(&s, "claims", "disputed", NULL), "1:c1");
    assert_string_equal(ask(&s, "claims", "right", NULL), "");
    review(&s, c1, LGM_VERDICT_NONE, NULL, "Ann");
    assert_string_equal(ask(&s, "claims", "disputed", NULL), "");
    assert_string_equal(ask(&s, "claims", "right", NULL), "1:c1");
    sample_ledger_put(&s, MILL, BURNED, "other"); /* read again */
    assert_string_equal(ask(&s, "claims", "right", NULL), "1:c1");
    read_again(&s, "\"act\":\"state\"", "\"act\":\"deny\"");
    assert_string_equal(ask(&s, "claims", "right", NULL), "1:c1");
    sample_ledger_close(&s);
}

static void questions_leave_out_what_was_withdrawn(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    sample_ledger_put(&s, NULL, "Vale said that the port is shut.", "tiny");
    review(&s, report_itself, LGM_VERDICT_WITHDRAWN, NULL, "Ann");
    assert_string_equal(ask(&s, "claims", NULL, NULL), "2:c1");
    assert_string_equal(ask(&s, "claims", "withdrawn", NULL), "2:c1 1:c1");
    assert_string_equal(ask(&s, "claims", "as-of", "today"), "2:c1");
    assert_string_equal(ask(&s, "search", "text", "said"), "2");
    assert_string_equal(ask(&s, "sources", NULL, NULL), "Vale");
    sample_ledger_run(&s, "UPDATE report SET learned='2024-01-01T00:00:00Z';"
                          "UPDATE reading SET learned='2024-01-01T00:00:00Z'");
    assert_string_equal(ask(&s, "claims", "as-of", "2024-02"), "2:c1 1:c1"); /* not then */
    review(&s, report_itself, LGM_VERDICT_NONE, NULL, "Ann");
    assert_string_equal(ask(&s, "claims", NULL, NULL), "2:c1 1:c1");
    sample_ledger_close(&s);
}

static void reviews_are_listed(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    review(&s, c1, LGM_VERDICT_WRONG, "speaker", "Ann Marrow");
    review(&s, e1, LGM_VERDICT_RIGHT, NULL, "Bo");
    review(&s, report_itself, LGM_VERDICT_WITHDRAWN, NULL, "Bo");
    assert_string_equal(ask(&s, "reviews", NULL, NULL), "1 1:e1 1:c1");
    assert_string_equal(ask(&s, "reviews", "by", "marrow"), "1:c1");
    assert_string_equal(ask(&s, "reviews", "of", "entity"), "1:e1");
    assert_string_equal(ask(&s, "reviews", "verdict", "withdrawn"), "1");
    assert_string_equal(ask(&s, "reviews", "field", "speaker"), "1:c1");
    assert_string_equal(ask(&s, "reviews", "since", "today"), "1 1:e1 1:c1");
    assert_string_equal(ask(&s, "reviews", "until", "yesterday"), "");
    read_again(&s, "\"content\":[[5,33]]", "\"content\":[[10,33]]");
    assert_string_equal(ask(&s, "reviews", "fit", "gone"), "1");
    assert_string_equal(ask(&s, "reviews", "fit", "same"), "1 1:e1");
    sample_ledger_close(&s);
}

static lgm_status keep_line(void *ctx, const char *line, size_t len)
{
    lgm_buf *const b = ctx;
    lgm_buf_put(b, line, len);
    return LGM_OK;
}

static char *exported(sample_ledger *s)
{
    lgm_buf b = {0};
    char *all;
    lgm_err err = {0};
    if (lgm_review_export(s->ledger, 0, keep_line, &b, &err) != LGM_OK) fail_msg("%s", err.message);
    assert_int_equal(lgm_buf_take(&b, &all, NULL, NULL), LGM_OK);
    return all;
}

static void has(const char *line, const char *words)
{
    if (!strstr(line, words)) fail_msg("no %s in %s", words, line);
}

static void marks_are_given_with_their_words(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    char *all = exported(&s);
    assert_string_equal(all, "");
    lgm_free(all);
    review(&s, c1, LGM_VERDICT_WRONG, "speaker", "Ann");
    review(&s, c1, LGM_VERDICT_RIGHT, NULL, "Bo");
    review(&s, report_itself, LGM_VERDICT_WITHDRAWN, NULL, "Bo");
    all = exported(&s);
    const char *const claim = all; /* the report stands behind it */
    has(claim, "\"id\":\"1:c1\",\"kind\":\"claim\"");
    has(claim, "\"model\":{\"name\":\"tiny\",\"version\":\"1\"},\"engine\":\"0\"");
    has(claim, "\"context\":{\"start\":0,\"end\":33,\"text\":\"Lind said");
    has(claim, "\"record\":{\"id\":\"c1\"");
    has(claim, "\"refs\":{\"e1\":{\"words\":\"Lind");
    has(claim, "\"state\":\"disputed\",\"marks\":[{\"verdict\":\"wrong\",\"field\":\"speaker\","
               "\"value\":\"Lind");
    has(claim, "{\"verdict\":\"right\",\"field\":null,\"correction\":null,\"note\":null,"
               "\"reviewer\":\"Bo\"");
    has(strchr(all, '\n') + 1, "\"kind\":\"report\""); /* two marks, one line */
    lgm_free(all);
    sample_ledger_close(&s);
}

static void a_mark_that_fits_no_more_is_given_with_what_was_seen(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    review(&s, c1, LGM_VERDICT_RIGHT, NULL, "Ann");
    read_again(&s, "\"act\":\"state\"", "\"act\":\"deny\"");
    char *all = exported(&s);
    has(all, "\"model\":{\"name\":\"tiny\"");
    has(all, "\"act\":\"state\"");
    has(all, "\"state\":\"right\"");
    lgm_free(all);
    review(&s, c1, LGM_VERDICT_RIGHT, NULL, "Bo"); /* of the newer reading */
    all = exported(&s);
    has(strchr(all, '\n') + 1, "\"act\":\"deny\"");
    lgm_free(all);
    sample_ledger_close(&s);
}

/* ---- decisions ---- */

static lgm_status decide(sample_ledger *s, lgm_decision_verdict verdict, int64_t a, int64_t b,
                         const char *reviewer)
{
    const lgm_decision d = {.verdict = verdict, .which = {{a, e1}, {b, e1}}, .reviewer = reviewer};
    const lgm_status st = lgm_review_decide(s->ledger, &d, NULL, NULL);
    return st == LGM_OK ? lgm_ledger_commit(s->ledger, NULL) : st;
}

/* "1:0 one 2:0 Ann" */
static lgm_status put_decision(void *ctx, const lgm_decision_found *f)
{
    char *const all = ctx;
    snprintf(all + strlen(all), 256 - strlen(all), "%s%lld:%d %s %lld:%d %s", *all ? ", " : "",
             (long long)f->decision.which[0].report, (int)f->decision.which[0].of.index,
             f->decision.verdict == LGM_DECISION_ONE ? "one" : "two",
             (long long)f->decision.which[1].report, (int)f->decision.which[1].of.index,
             f->decision.reviewer);
    return LGM_OK;
}

static const char *decisions(sample_ledger *s, int64_t report)
{
    static char found[256];
    found[0] = '\0';
    assert_int_equal(lgm_review_decisions(s->ledger, report, put_decision, found, NULL), LGM_OK);
    return found;
}

static void holds_decisions(sample_ledger *s, uint64_t n)
{
    lgm_custody_found found;
    lgm_err err = {0};
    if (lgm_custody_verify(s->ledger, NULL, &found, &err) != LGM_OK) fail_msg("%s", err.message);
    assert_int_equal(found.decisions, n);
}

static sample_ledger three_reports(void)
{
    sample_ledger s = one_report();
    sample_ledger_put(&s, NULL, "Vale said that the port is shut.", "tiny");
    sample_ledger_put(&s, NULL, "Lind said that the dam holds.", "tiny");
    return s;
}

static void of_two_the_newest_decision_counts(void **state)
{
    (void)state;
    sample_ledger s = three_reports();
    assert_int_equal(decide(&s, LGM_DECISION_ONE, 1, 2, "Ann"), LGM_OK);
    assert_int_equal(decide(&s, LGM_DECISION_ONE, 1, 3, "Ann"), LGM_OK);
    assert_int_equal(decide(&s, LGM_DECISION_TWO, 2, 1, "Bo"), LGM_OK); /* the same two */
    assert_string_equal(decisions(&s, 0), "1:0 one 3:0 Ann, 2:0 two 1:0 Bo");
    assert_string_equal(decisions(&s, 3), "1:0 one 3:0 Ann");
    assert_int_equal(decide(&s, LGM_DECISION_NONE, 1, 2, "Ann"), LGM_OK);
    assert_int_equal(decide(&s, LGM_DECISION_NONE, 1, 2, "Ann"), LGM_E_NOTFOUND);
    assert_string_equal(decisions(&s, 0), "1:0 one 3:0 Ann");
    holds_decisions(&s, 4);
    assert_string_equal(
        sample_ledger_text(&s, "SELECT a || ' ' || b || ' ' || a_words FROM decisions"),
        "1:e1 3:e1 Lind (PER)");
    sample_ledger_close(&s);
}

static void decisions_hold_in_another_reading(void **state)
{
    (void)state;
    sample_ledger s = three_reports();
    assert_int_equal(decide(&s, LGM_DECISION_ONE, 1, 3, "Ann"), LGM_OK);
    sample_ledger_put(&s, MILL, BURNED, "other");
    assert_string_equal(decisions(&s, 1), "1:0 one 3:0 Ann");
    assert_int_equal(decide(&s, LGM_DECISION_NONE, 3, 1, "Ann"), LGM_OK);
    read_again(&s, "\"mentions\":[{\"start\":0,\"end\":4", "\"mentions\":[{\"start\":1,\"end\":4");
    holds_decisions(&s, 2);
    sample_ledger_close(&s);
}

/* The members of all who are meant by a name: "1:1 3:1 | 2:1 by Ann". */
static const char *who(sample_ledger *s, const char *name)
{
    static char found[512];
    lgm_people *people;
    lgm_err err = {0};
    size_t len = 0;
    found[0] = '\0';
    if (lgm_people_find(&people, s->ledger, name, NULL, &err) != LGM_OK)
        fail_msg("%s", err.message);
    for (size_t i = 0; i < lgm_people_count(people); i++)
        for (size_t k = 0; k < lgm_people_person(people, i).n_members; k++) {
            const lgm_person_member m = lgm_people_member(people, i, k);
            const bool by = m.why == LGM_PERSON_MERGED || m.why == LGM_PERSON_SPLIT;
            len += (size_t)snprintf(found + len, sizeof found - len, "%s%lld%s%.*s",
                                    k        ? " "
                                    : i == 0 ? ""
                                             : " | ",
                                    (long long)m.report, by ? " by " : "",
                                    by ? (int)m.because.len - 12 : 0, m.because.ptr);
        }
    lgm_people_free(people);
    return found;
}

static void people_obey(void **state)
{
    (void)state;
    sample_ledger s = three_reports();
    sample_ledger_put(&s, NULL, "Vale said that the dam burst.", "tiny");
    assert_string_equal(who(&s, "Lind"), "1 3");
    assert_int_equal(decide(&s, LGM_DECISION_ONE, 3, 2, "Ann"), LGM_OK);
    assert_string_equal(who(&s, "Lind"), "1 2 by 3:e1 \xc2\xb7 Ann 3 4"); /* all of that name */
    assert_string_equal(who(&s, "Vale"), "1 2 by 3:e1 \xc2\xb7 Ann 3 4");
    assert_int_equal(decide(&s, LGM_DECISION_TWO, 1, 3, "Bo"), LGM_OK); /* takes 2 with it */
    assert_string_equal(who(&s, "Lind"), "1 4 | 2 by 3:e1 \xc2\xb7 Ann 3 by 1:e1 \xc2\xb7 Bo");
    assert_int_equal(decide(&s, LGM_DECISION_NONE, 2, 3, "Bo"), LGM_OK);
    assert_string_equal(who(&s, "Lind"), "1 | 3 by 1:e1 \xc2\xb7 Bo");
    sample_ledger_put(&s, MILL, BURNED, "other"); /* read again */
    assert_string_equal(who(&s, "Lind"), "1 | 3 by 1:e1 \xc2\xb7 Bo");
    assert_int_equal(decide(&s, LGM_DECISION_NONE, 1, 3, "Ann"), LGM_OK);
    assert_string_equal(who(&s, "Lind"), "1 3");
    sample_ledger_close(&s);
}

static void names_that_are_split_leave_together(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    sample_ledger_put(&s, NULL, "Lind said that the port is shut.", "tiny");
    sample_ledger_put(&s, NULL, "Lind said that the dam holds.", "tiny");
    sample_ledger_put(&s, NULL, "Lind said that the road is open.", "tiny");
    assert_int_equal(decide(&s, LGM_DECISION_TWO, 2, 3, "Ann"), LGM_OK);
    assert_int_equal(decide(&s, LGM_DECISION_TWO, 2, 4, "Ann"), LGM_OK);
    assert_string_equal(who(&s, "Lind"), "1 2 | 3 by 2:e1 \xc2\xb7 Ann 4 by 2:e1 \xc2\xb7 Ann");
    assert_int_equal(decide(&s, LGM_DECISION_TWO, 3, 4, "Ann"), LGM_OK);
    assert_int_equal(decide(&s, LGM_DECISION_TWO, 4, 2, "Ann"),
                     LGM_OK); /* a ring comes to an end */
    assert_non_null(strstr(who(&s, "Lind"), " | "));
    sample_ledger_close(&s);
}

static void decisions_go_with_either_report(void **state)
{
    (void)state;
    for (int64_t out = 1; out <= 2; out++) {
        sample_ledger s = three_reports();
        assert_int_equal(decide(&s, LGM_DECISION_ONE, 1, 2, "Ann"), LGM_OK);
        assert_int_equal(decide(&s, LGM_DECISION_ONE, 1, 3, "Ann"), LGM_OK);
        assert_int_equal(lgm_custody_forget(s.ledger, out, NULL), LGM_OK);
        assert_int_equal(lgm_custody_purge(s.ledger, NULL), LGM_OK);
        assert_string_equal(decisions(&s, 0), out == 1 ? "" : "1:0 one 3:0 Ann");
        holds_decisions(&s, out == 1 ? 0 : 1);
        sample_ledger_close(&s);
    }
}

static void a_changed_decision_is_named(void **state)
{
    static const char *const changes[][2] = {
        {"UPDATE decision SET one=0 WHERE decision=7", "decision 7 is not what"},
        {"UPDATE decision SET replaced_by=9 WHERE decision=7", "decision 9 is not what"},
        {"DELETE FROM decision WHERE decision=7", "decision 7 is gone"}};
    (void)state;
    for (size_t i = 0; i < LGM_COUNT(changes); i++) {
        sample_ledger s = three_reports();
        lgm_custody_found found;
        lgm_err err = {0};
        assert_int_equal(decide(&s, LGM_DECISION_ONE, 1, 2, "Ann"), LGM_OK);
        assert_int_equal(decide(&s, LGM_DECISION_ONE, 1, 3, "Ann"), LGM_OK);
        sample_ledger_run(&s, changes[i][0]);
        assert_int_equal(lgm_custody_verify(s.ledger, NULL, &found, &err), LGM_E_CORRUPT);
        if (!strstr(err.message, changes[i][1])) fail_msg("%zu: %s", i, err.message);
        sample_ledger_close(&s);
    }
}

static void stories_are_decided_too(void **state)
{
    (void)state;
    sample_ledger s = three_reports();
    lgm_decision d = {.of = LGM_DECISION_STORY,
                      .which = {{1, report_itself}, {2, report_itself}},
                      .reviewer = "Ann"};
    lgm_err err = {0};
    assert_int_equal(lgm_review_decide(s.ledger, &d, NULL, &err), LGM_OK);
    assert_int_equal(lgm_ledger_commit(s.ledger, NULL), LGM_OK);
    assert_string_equal(sample_ledger_text(&s,
                                           "SELECT of || ' ' || verdict || ' ' || a || ' ' || b "
                                           "FROM decisions"),
                        "story one 1 2");
    d.of = LGM_DECISION_PERSON;
    assert_int_equal(lgm_review_decide(s.ledger, &d, NULL, &err), LGM_E_ARG);
    d.of = LGM_DECISION_STORY;
    d.which[1].report = 9;
    assert_int_equal(lgm_review_decide(s.ledger, &d, NULL, &err), LGM_E_NOTFOUND);
    d.which[1].report = 1;
    assert_int_equal(lgm_review_decide(s.ledger, &d, NULL, &err), LGM_E_ARG);
    holds_decisions(&s, 1);
    sample_ledger_close(&s);
}

static void what_says_nothing_is_refused(void **state)
{
    (void)state;
    sample_ledger s = one_report();
    const lgm_review right = {.verdict = LGM_VERDICT_RIGHT, .reviewer = "Ann"};
    refused(&s, (lgm_link){'c', 1}, right, LGM_E_NOTFOUND, "report 1 has no claim 2");
    refused(&s, (lgm_link){'i', 0}, right, LGM_E_NOTFOUND, "no incident 1");
    refused(&s, (lgm_link){'x', 0}, right, LGM_E_ARG, "such a record");
    refused(&s, c1, (lgm_review){.verdict = LGM_VERDICT_RIGHT}, LGM_E_ARG, "who");
    refused(&s, c1, (lgm_review){.reviewer = "Ann"}, LGM_E_ARG, "a note needs words");
    refused(&s, c1, (lgm_review){.note = " ", .reviewer = "Ann"}, LGM_E_ARG, "empty");
    refused(&s, c1, (lgm_review){.note = "\xff", .reviewer = "Ann"}, LGM_E_ARG, "UTF-8");
    refused(&s, c1, (lgm_review){.verdict = LGM_VERDICT_WITHDRAWN, .reviewer = "Ann"}, LGM_E_ARG,
            "only a report");
    refused(&s, c1,
            (lgm_review){.verdict = LGM_VERDICT_WRONG, .field = "n\"; x", .reviewer = "Ann"},
            LGM_E_ARG, "is one of: source cue content");
    refused(&s, c1,
            (lgm_review){.verdict = LGM_VERDICT_RIGHT, .correction = "x", .reviewer = "Ann"},
            LGM_E_ARG, "a field that is wrong");
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM review"), 0);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM log"), 2);
    sample_ledger_close(&s);
}

static void what_was_changed_is_named(void **state)
{
    static const char *const changes[][2] = {
        {"UPDATE review SET verdict='right' WHERE review=3", "review 3 is not what"},
        {"UPDATE review SET reviewer='Bo' WHERE review=3", "review 3 is not what"},
        {"UPDATE review SET replaced_by=NULL WHERE review=3", "review 4 is not what"},
        {"DELETE FROM review WHERE review=3", "review 3 is gone"},
        {"INSERT INTO review SELECT 99, report, reading, kind, n, start, \"end\", words, field, "
         "seen, verdict, correction, note, reviewer, at, NULL FROM review WHERE review=4",
         "review 99: no entry"}};
    (void)state;
    for (size_t i = 0; i < LGM_COUNT(changes); i++) {
        sample_ledger s = one_report();
        lgm_custody_found found;
        lgm_err err = {0};
        review(&s, c1, LGM_VERDICT_WRONG, "speaker", "Ann");
        review(&s, c1, LGM_VERDICT_RIGHT, "speaker", "Ann");
        holds(&s, 2);
        sample_ledger_run(&s, changes[i][0]);
        assert_int_equal(lgm_custody_verify(s.ledger, NULL, &found, &err), LGM_E_CORRUPT);
        if (!strstr(err.message, changes[i][1])) fail_msg("%zu: %s", i, err.message);
        sample_ledger_close(&s);
    }
}

static void a_forgotten_report_leaves_no_words(void **state)
{
    (void)state;
    char command[256];
    sample_ledger s = one_report();
    const lgm_review r = {.verdict = LGM_VERDICT_WRONG,
                          .field = "content",
                          .correction = "zqstands",
                          .note = "zqnote",
                          .reviewer = "Ann"};
    assert_int_equal(try_review(&s, 1, c1, r, NULL), LGM_OK);
    assert_int_equal(lgm_custody_forget(s.ledger, 1, NULL), LGM_OK);
    assert_int_equal(lgm_custody_purge(s.ledger, NULL), LGM_OK);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM review"), 0);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM log WHERE what='reviewed'"), 1);
    holds(&s, 0);
    snprintf(command, sizeof command, "! grep -q zq %s/in/ledger.db*", s.folder);
    assert_int_equal(system(command), 0);
    sample_ledger_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_review_has_who_when_and_what_was_seen),
        cmocka_unit_test(the_last_of_each_reviewer_counts),
        cmocka_unit_test(who_differs_makes_it_disputed),
        cmocka_unit_test(what_was_said_is_taken_back),
        cmocka_unit_test(another_reading_keeps_what_still_fits),
        cmocka_unit_test(what_is_read_otherwise_does_not_count),
        cmocka_unit_test(what_no_record_has_is_kept),
        cmocka_unit_test(a_withdrawn_report_is_no_longer_counted),
        cmocka_unit_test(questions_know_what_was_said),
        cmocka_unit_test(questions_leave_out_what_was_withdrawn),
        cmocka_unit_test(reviews_are_listed),
        cmocka_unit_test(marks_are_given_with_their_words),
        cmocka_unit_test(a_mark_that_fits_no_more_is_given_with_what_was_seen),
        cmocka_unit_test(of_two_the_newest_decision_counts),
        cmocka_unit_test(decisions_hold_in_another_reading),
        cmocka_unit_test(people_obey),
        cmocka_unit_test(names_that_are_split_leave_together),
        cmocka_unit_test(decisions_go_with_either_report),
        cmocka_unit_test(a_changed_decision_is_named),
        cmocka_unit_test(stories_are_decided_too),
        cmocka_unit_test(what_says_nothing_is_refused),
        cmocka_unit_test(what_was_changed_is_named),
        cmocka_unit_test(a_forgotten_report_leaves_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
