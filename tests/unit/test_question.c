/* test_question.c - questions to a ledger: conditions, days, names, words, pages, as of a day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "ask/asked_words.h"
#include "legomena/question.h"
#include "sample_ledger.h"

/* The first column of all rows, one behind the other: "1:c1 2:c1". */
static const char *ask(const sample_ledger *s, const char *kind, const char *const *where)
{
    static char ids[256];
    lgm_question *q;
    lgm_question_row row;
    lgm_err err = {0};
    uint64_t n, counted;
    size_t len = 0;
    if (lgm_question_new(&q, s->ledger, kind, &err) != LGM_OK) fail_msg("%s", err.message);
    for (; *where; where += 2)
        if (lgm_question_where(q, where[0], where[1], &err) != LGM_OK) fail_msg("%s", err.message);
    ids[0] = '\0';
    lgm_status st;
    for (n = 0; (st = lgm_question_next(q, &row, &err)) == LGM_OK; n++)
        len += (size_t)snprintf(ids + len, sizeof ids - len, "%s%.*s", n ? " " : "",
                                (int)row.at[0].text.len, row.at[0].text.ptr);
    if (st != LGM_E_EMPTY) fail_msg("%s", err.message);
    if (lgm_question_count(q, &counted, &err) != LGM_OK) fail_msg("%s", err.message);
    assert_int_equal(n, counted);
    lgm_question_free(q);
    return ids;
}
#define ASK(s, kind, ...) ask(s, kind, (const char *const[]){__VA_ARGS__ __VA_OPT__(, ) NULL})

static sample_ledger three(void)
{
    sample_ledger s = sample_ledger_open();
    sample_ledger_put(&s, "https://mill.example/fire", "Lind said that the mill burned.", "tiny");
    sample_ledger_put(&s, NULL, "Vale said that the port of Ostrel is shut.", "tiny");
    sample_ledger_put(&s, NULL, "Marrow said that Lind burned the port down.", "tiny");
    return s;
}

static void claims_are_found_by_who_makes_them(void **state)
{
    (void)state;
    sample_ledger s = three();
    assert_string_equal(ASK(&s, "claims"), "3:c1 2:c1 1:c1");
    assert_string_equal(ASK(&s, "claims", "by", "lind"), "1:c1");
    assert_string_equal(ASK(&s, "claims", "by", "Lind", "by", "Vale"), "");
    assert_string_equal(ASK(&s, "claims", "by", "Lin"), "");
    assert_string_equal(ASK(&s, "claims", "by", "lin*"), "1:c1");
    assert_string_equal(ASK(&s, "claims", "about", "Lind"), "3:c1");
    sample_ledger_close(&s);
}

static void claims_are_found_by_their_words(void **state)
{
    (void)state;
    sample_ledger s = three();
    assert_string_equal(ASK(&s, "claims", "text", "burned"), "3:c1 1:c1");
    assert_string_equal(ASK(&s, "claims", "text", "burned -port"), "1:c1");
    assert_string_equal(ASK(&s, "claims", "text", "port shut"), "2:c1");
    assert_string_equal(ASK(&s, "claims", "text", "\"the port\" OR mill"), "3:c1 2:c1 1:c1");
    assert_string_equal(ASK(&s, "claims", "text", "\"port the\""), "");
    assert_string_equal(ASK(&s, "claims", "act", "state", "act", "deny"), "3:c1 2:c1 1:c1");
    assert_string_equal(ASK(&s, "claims", "act", "deny"), "");
    assert_string_equal(ASK(&s, "claims", "in", "2"), "2:c1");
    assert_string_equal(ASK(&s, "claims", "in", "https://mill.example/fire"), "1:c1");
    sample_ledger_close(&s);
}

/* The sample's claims were said in March 2024; its report is of the 14th. */
static void days_are_ranges(void **state)
{
    (void)state;
    sample_ledger s = three();
    assert_string_equal(ASK(&s, "claims", "said-on", "2024-03-20", "in", "1"), "1:c1");
    assert_string_equal(ASK(&s, "claims", "said-on", "2024", "in", "1"), "1:c1");
    assert_string_equal(ASK(&s, "claims", "said-on", "2024-04", "in", "1"), "");
    assert_string_equal(ASK(&s, "claims", "since", "2024-03", "until", "2024-03-01", "in", "1"),
                        "1:c1");
    assert_string_equal(ASK(&s, "claims", "since", "2024-03-02"), "");
    assert_string_equal(ASK(&s, "timeline", "about", "Vale"), "2:c1");
    sample_ledger_close(&s);
}

static void what_came_in_since_a_day_is_found(void **state)
{
    char day[11];
    (void)state;
    sample_ledger s = three();
    sample_ledger_run(&s, "UPDATE report SET learned = '2024-05-21T23:59:59Z' WHERE report < 3");
    sample_ledger_run(&s, "UPDATE report SET learned = '2024-05-22T00:00:00Z' WHERE report = 3");
    assert_string_equal(ASK(&s, "claims", "learned-since", "2024-05-22"), "3:c1");
    assert_string_equal(ASK(&s, "claims", "learned-since", "2024-05"), "3:c1 2:c1 1:c1");
    assert_string_equal(ASK(&s, "sources", "new-since", "2024-05-21"), "Lind Marrow Vale");
    sample_ledger_put(&s, NULL, "Quell said that the mill would open.", "tiny");
    sample_ledger_put(&s, NULL, "Lind said that nobody slept.", "tiny");
    assert_string_equal(ASK(&s, "sources", "new-since", "2024-05-23"), "Quell");
    assert_string_equal(ASK(&s, "sources", "new-since", "2024-05-23", "text", "open"), "Quell");
    assert_string_equal(ASK(&s, "sources", "new-since", "2024-05-23", "text", "slept"), "");
    assert_int_equal(lgm_question_day(day, "2024-05", NULL), LGM_OK);
    assert_string_equal(day, "2024-05-01");
    assert_int_equal(lgm_question_day(day, "May", NULL), LGM_E_ARG);
    sample_ledger_close(&s);
}

/* ---- places ---- */

/* A report of an event in a place; country and division may be NULL: nobody knows where it lies. */
static void put_event(sample_ledger *s, const char *place, const char *country, const char *admin1)
{
    char json[4096], where[200] = "null", sum[65], text[128];
    uint8_t bytes[32];
    lgm_err err = {0};
    lgm_record *r;
    snprintf(text, sizeof text, "%s burned.", place);
    lgm_sha256(text, strlen(text), bytes);
    lgm_hex(bytes, sizeof bytes, sum);
    if (country)
        snprintf(where, sizeof where,
                 "{\"geonames\":7,\"name\":\"%s\",\"country\":\"%s\",\"admin1\":%s%s%s,"
                 "\"lat\":1.0,\"lon\":1.0,\"confidence\":0.5,\"is_country\":false}",
                 place, country, admin1 ? "\"" : "", admin1 ? admin1 : "null", admin1 ? "\"" : "");
    snprintf(json, sizeof json,
             "{\"legomena\":1,\"id\":\"%.16s\",\"url\":null,\"title\":null,\"byline\":null,"
             "\"publisher\":null,\"date\":\"2024-03-14\",\"retrieved\":null,\"lang\":\"en\","
             "\"sha256\":\"%s\",\"raw_sha256\":\"%s\",\"model\":{\"name\":\"tiny\","
             "\"version\":\"1\"},\"engine\":\"0\",\"text\":\"%s\",\"sentences\":[],"
             "\"entities\":[{\"id\":\"e1\",\"type\":\"GPE\",\"name\":\"%s\",\"aliases\":[],"
             "\"roles\":[],\"place\":%s,\"actor\":null,\"mentions\":[{\"start\":0,\"end\":1,"
             "\"form\":\"name\"}]}],\"times\":[],\"claims\":[],\"events\":[{\"id\":\"v1\","
             "\"trigger\":[0,1],\"mentions\":[[0,1]],\"plover\":\"ASSAULT\",\"mode\":null,"
             "\"cameo\":null,\"agents\":[],\"patients\":[],\"instruments\":[],\"place\":\"e1\","
             "\"time\":{\"value\":\"2024-03-13\",\"time\":null},\"counts\":[],"
             "\"polarity\":\"+\",\"modality\":\"actual\",\"asserted_by\":[],"
             "\"confidence\":0.5}],\"incidents\":[],\"timeline\":[],\"disputes\":[],"
             "\"warnings\":[]}",
             sum, sum, sum, text, place, where);
    if (lgm_record_read(&r, json, strlen(json), &err) != LGM_OK) fail_msg("%s", err.message);
    sample_ledger_put_record(s, r, NULL);
    lgm_record_free(r);
}

static void a_place_has_what_lies_in_it(void **state)
{
    (void)state;
    static const struct {
        const char *where, *found;
    } cases[] = {
        {"Sinaloa", "3:v1 2:v1 1:v1"}, /* the city, itself, and what only has its name */
        {"Mexico", "2:v1 1:v1"},
        {"Culiacan", "1:v1"},
        {"Latin America", "2:v1 1:v1"},
        {"Middle East", "5:v1"},
        {"Gaza Strip", "5:v1"},
        {"Punjab", "7:v1 6:v1"},
        {"Punjab, Pakistan", "7:v1"},
        {"Kashmir", "8:v1"},
        {"Asia", "8:v1 7:v1 6:v1 5:v1"},
        {"European Union", ""},
        {"Mexican", ""}, /* an adjective is no place */
        {"Ostrel", "4:v1"},
        {"Nowhere", ""},
    };
    sample_ledger s = sample_ledger_open();
    put_event(&s, "Culiacan", "MX", "25");
    put_event(&s, "Mazatlan", "MX", "25");
    put_event(&s, "southern Sinaloa", NULL, NULL);
    put_event(&s, "Port Ostrel", NULL, NULL);
    put_event(&s, "Rafah", "PS", "GZ");
    put_event(&s, "Amritsar", "IN", "23");
    put_event(&s, "Lahore", "PK", "04");
    put_event(&s, "Srinagar", "IN", "12");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const got = ASK(&s, "events", "where", cases[i].where);
        if (strcmp(got, cases[i].found) != 0) fail_msg("%s: %s", cases[i].where, got);
        const char *const turned = ASK(&s, "timeline", "where", cases[i].where);
        if (strlen(turned) != strlen(cases[i].found)) fail_msg("%s: %s", cases[i].where, turned);
    }
    sample_ledger_close(&s);
}

static void who_speaks_is_counted(void **state)
{
    (void)state;
    sample_ledger s = three();
    sample_ledger_put(&s, NULL, "Vale said that it is open again.", "tiny");
    assert_string_equal(ASK(&s, "sources"), "Vale Lind Marrow");
    assert_string_equal(ASK(&s, "sources", "text", "port"), "Marrow Vale");
    sample_ledger_close(&s);
}

/* Two claims by Lind, the second of April, through somebody, denied by a group. */
static void put_denied(sample_ledger *s, const char *date)
{
    static const char text[] = "Lind said it burned. Lind said it fell. Fans said it stands.";
    static const char claim[] =
        "{\"id\":\"c%d\",\"source\":[[0,4]],\"cue\":[],\"content\":[[10,12]],\"form\":\"indirect\","
        "\"quoted\":[],\"act\":\"state\",\"speaker\":%s,\"speaker_kind\":\"%s\",\"via\":[%s],"
        "\"venue\":null,\"said\":%s,\"parent\":null,\"certainty\":\"CT+\",\"evidence\":null,"
        "\"repetition\":null,\"about\":[],\"replies\":[%s],\"confidence\":0.5}%s";
    static const char april[] = "{\"value\":\"2024-04-02\",\"time\":null}";
    char json[4096], sum[65];
    uint8_t bytes[32];
    lgm_err err = {0};
    lgm_record *r;
    size_t n;
    lgm_sha256(text, strlen(text), bytes);
    lgm_hex(bytes, sizeof bytes, sum);
    n = (size_t)snprintf(
        json, sizeof json,
        "{\"legomena\":1,\"id\":\"%.16s\",\"url\":null,\"title\":null,\"byline\":null,"
        "\"publisher\":\"The Gazette\",\"date\":\"%s\",\"retrieved\":null,\"lang\":\"en\","
        "\"sha256\":\"%s\",\"raw_sha256\":\"%s\",\"model\":{\"name\":\"tiny\",\"version\":\"1\"},"
        "\"engine\":\"0\",\"text\":\"%s\",\"sentences\":[],\"entities\":[{\"id\":\"e1\","
        "\"type\":\"PER\",\"name\":\"Lind\",\"aliases\":[],\"roles\":[],\"place\":null,"
        "\"actor\":null,\"mentions\":[{\"start\":0,\"end\":4,\"form\":\"name\"}]}],\"times\":[],"
        "\"claims\":[",
        sum, date, sum, sum, text);
    n += (size_t)snprintf(json + n, sizeof json - n, claim, 1, "\"e1\"", "named", "", "null", "",
                          ",");
    n += (size_t)snprintf(json + n, sizeof json - n, claim, 2, "\"e1\"", "named", "\"e1\"", april,
                          "", ",");
    n += (size_t)snprintf(json + n, sizeof json - n, claim, 3, "null", "group", "", april,
                          "{\"to\":\"c2\",\"how\":\"denies\"},{\"to\":\"c1\",\"how\":\"answers\"}",
                          "");
    snprintf(json + n, sizeof json - n,
             "],\"events\":[],\"incidents\":[],\"timeline\":[],\"disputes\":[],\"warnings\":[]}");
    if (lgm_record_read(&r, json, strlen(json), &err) != LGM_OK) fail_msg("%s", err.message);
    sample_ledger_put_record(s, r, NULL);
    lgm_record_free(r);
}

/* The columns of the first row, with what the question is asked of; "-" is null. */
static const char *first_row(const sample_ledger *s, const char *const *where)
{
    static char text[2][256];
    static int turn;
    char *const out = text[turn ^= 1];
    lgm_question *q;
    lgm_question_row row;
    size_t len = 0;
    assert_int_equal(lgm_question_new(&q, s->ledger, "sources", NULL), LGM_OK);
    for (; *where; where += 2)
        assert_int_equal(lgm_question_where(q, where[0], where[1], NULL), LGM_OK);
    assert_int_equal(lgm_question_next(q, &row, NULL), LGM_OK);
    for (size_t i = 0; i < row.n; i++)
        len += (size_t)snprintf(out + len, sizeof text[0] - len, "%s%.*s", i ? " " : "",
                                row.at[i].is_null ? 1 : (int)row.at[i].text.len,
                                row.at[i].is_null ? "-" : row.at[i].text.ptr);
    lgm_question_free(q);
    return out;
}
#define FIRST(s, ...) first_row(s, (const char *const[]){__VA_ARGS__ __VA_OPT__(, ) NULL})

/* Summed up or claim by claim (which a condition on claims asks for): the same. */
static void sums_are_those_of_the_claims(void **state)
{
    (void)state;
    sample_ledger s = three();
    put_denied(&s, "2024-03-14");
    for (int again = 0; again < 2; again++) {
        assert_string_equal(FIRST(&s), "Lind yes 3 2 1 1 2 1 2024-03-01 2024-04-02");
        assert_string_equal(FIRST(&s, "not-wrong", NULL), FIRST(&s));
        assert_string_equal(FIRST(&s, "since", "2024-04"),
                            "Lind yes 1 1 1 1 1 1 2024-04-02 2024-04-02");
        assert_string_equal(FIRST(&s, "since", "2024-04", "not-wrong", NULL),
                            FIRST(&s, "since", "2024-04"));
        assert_string_equal(FIRST(&s, "kind", "group"),
                            "group no 1 1 1 0 0 0 2024-04-02 2024-04-02");
        assert_string_equal(FIRST(&s, "publisher", "gazette", "until", "2024-03-20"),
                            "Lind yes 1 1 1 0 1 0 2024-03-14 2024-03-14");
        assert_string_equal(ASK(&s, "sources", "in", "4"), "Lind group");
        assert_int_equal(lgm_ledger_reindex(s.ledger, NULL, NULL, NULL), LGM_OK);
    }
    sample_ledger_close(&s);
}

/* A ledger without the sums gets them when it is opened. */
static void an_older_ledger_is_summed_up(void **state)
{
    (void)state;
    sample_ledger s = three();
    put_denied(&s, "2024-03-14");
    sample_ledger_run(&s,
                      "CREATE TABLE kept AS SELECT * FROM source_day; DROP TABLE source_day; "
                      "DROP INDEX report_by_replacement; DROP INDEX reading_by_succession; "
                      "DROP VIEW copies; DROP TABLE copy; DROP TABLE copy_state; DROP TABLE print; "
                      "DROP TABLE sketch; DROP VIEW stories; DROP TABLE story_member; "
                      "DROP TABLE story; DROP TABLE story_key; DROP TABLE story_change; "
                      "DROP TABLE story_state; DROP TABLE profile; PRAGMA user_version=6");
    sample_ledger_reopen(&s);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM source_day"), 6);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM (SELECT * FROM kept EXCEPT "
                                              "SELECT * FROM source_day)"),
                     0);
    sample_ledger_close(&s);
}

static void a_search_shows_where_the_words_stand(void **state)
{
    (void)state;
    sample_ledger s = three();
    lgm_question *q;
    lgm_question_row row;
    assert_string_equal(ASK(&s, "search", "text", "port"), "3 2");
    assert_int_equal(lgm_question_new(&q, s.ledger, "search", NULL), LGM_OK);
    assert_int_equal(lgm_question_where(q, "text", "ÖSTREL shut", NULL), LGM_OK);
    assert_int_equal(lgm_question_next(q, &row, NULL), LGM_OK);
    assert_string_equal(row.at[4].text.ptr,
                        "Vale said that the port of \x02Ostrel\x03 is \x02shut\x03.");
    lgm_question_free(q);
    sample_ledger_close(&s);
}

static void older_versions_are_asked_as_of_a_day(void **state)
{
    (void)state;
    sample_ledger s = three();
    sample_ledger_put(&s, "https://mill.example/fire", "Lind said that it stands.", "tiny");
    assert_string_equal(ASK(&s, "claims", "by", "Lind"), "4:c1");
    sample_ledger_run(&s, "UPDATE report SET learned='2024-05-01T08:00:00Z', "
                          "replaced='2024-05-03T08:00:00Z' WHERE report=1;"
                          "UPDATE reading SET learned='2024-05-01T08:00:00Z' WHERE report=1");
    assert_string_equal(ASK(&s, "claims", "by", "Lind", "as-of", "2024-05-02"), "1:c1");
    assert_string_equal(ASK(&s, "claims", "by", "Lind", "as-of", "2024-05-03"), "");
    assert_string_equal(ASK(&s, "claims", "as-of", "2024-04"), "");
    sample_ledger_close(&s);
}

/* What no longer counts is not counted. */
static void there_is_as_much_as_counts(void **state)
{
    (void)state;
    sample_ledger s = three();
    lgm_question *q;
    lgm_question_row row;
    double claims = 0, older = 0;
    sample_ledger_put(&s, "https://mill.example/fire", "Lind said that it stands.", "tiny");
    sample_ledger_put(&s, "https://mill.example/fire", "Lind said that it stands.", "other");
    assert_int_equal(lgm_question_new(&q, s.ledger, "stats", NULL), LGM_OK);
    while (lgm_question_next(q, &row, NULL) == LGM_OK) {
        if (strcmp(row.at[0].text.ptr, "claims") == 0) claims = row.at[1].number;
        if (strcmp(row.at[0].text.ptr, "older versions") == 0) older = row.at[1].number;
    }
    assert_true(claims == 3);
    assert_true(older == 1);
    lgm_question_free(q);
    sample_ledger_close(&s);
}

static void pages_follow_one_another(void **state)
{
    (void)state;
    sample_ledger s = three();
    lgm_question *q;
    lgm_question_row row;
    uint64_t n;
    assert_int_equal(lgm_question_new(&q, s.ledger, "claims", NULL), LGM_OK);
    lgm_question_page(q, 1, 1);
    lgm_question_reverse(q);
    assert_int_equal(lgm_question_next(q, &row, NULL), LGM_OK);
    assert_string_equal(row.at[0].text.ptr, "2:c1");
    assert_true(row.at[7].is_null);
    assert_true(row.at[14].number == 0.5);
    assert_int_equal(lgm_question_next(q, &row, NULL), LGM_E_EMPTY);
    assert_int_equal(lgm_question_count(q, &n, NULL), LGM_OK);
    assert_int_equal(n, 3);
    lgm_question_free(q);
    sample_ledger_close(&s);
}

/* Every kind with every condition is a statement that SQLite takes. */
static void all_conditions_are_statements(void **state)
{
    (void)state;
    sample_ledger s = three();
    for (const lgm_question_kind *k = lgm_question_kinds(); k->name; k++) {
        lgm_question *all;
        lgm_question_row row;
        lgm_err err = {0};
        assert_int_equal(lgm_question_new(&all, s.ledger, k->name, NULL), LGM_OK);
        for (size_t i = 0; i < k->n_conditions; i++) {
            const lgm_question_condition *const c = &k->conditions[i];
            char word[32];
            snprintf(word, sizeof word, "%.*s", c->words ? (int)strcspn(c->words, " ") : 4,
                     c->words ? c->words : "2024");
            if (lgm_question_where(all, c->name, c->value ? word : NULL, &err) != LGM_OK)
                fail_msg("%s %s: %s", k->name, c->name, err.message);
        }
        const lgm_status st = lgm_question_next(all, &row, &err);
        if (st != LGM_E_EMPTY && st != LGM_OK) fail_msg("%s: %s", k->name, err.message);
        lgm_question_free(all);
    }
    sample_ledger_close(&s);
}

static void what_is_no_question_is_said(void **state)
{
    (void)state;
    sample_ledger s = three();
    lgm_question *q;
    lgm_question_row row;
    lgm_err err;
    assert_int_equal(lgm_question_new(&q, s.ledger, "rumours", &err), LGM_E_ARG);
    assert_int_equal(lgm_question_new(&q, s.ledger, "claims", NULL), LGM_OK);
    assert_int_equal(lgm_question_where(q, "colour", "red", &err), LGM_E_ARG);
    assert_non_null(strstr(err.message, "by, about, act"));
    assert_int_equal(lgm_question_where(q, "act", "sing", &err), LGM_E_ARG);
    assert_int_equal(lgm_question_where(q, "since", "2024-13", &err), LGM_E_ARG);
    assert_int_equal(lgm_question_where(q, "text", "-port", &err), LGM_E_ARG);
    assert_int_equal(lgm_question_where(q, "text", "\"", &err), LGM_E_ARG);
    assert_int_equal(lgm_question_where(q, "by", NULL, &err), LGM_E_ARG);
    lgm_question_free(q);
    assert_int_equal(lgm_question_new(&q, s.ledger, "search", NULL), LGM_OK);
    assert_int_equal(lgm_question_next(q, &row, &err), LGM_E_ARG);
    lgm_question_free(q);
    sample_ledger_close(&s);
}

static void words_are_expressions(void **state)
{
    (void)state;
    static const struct {
        const char *words, *expression;
    } cases[] = {
        {"port", "(\"port\")"},
        {"port fire", "(\"port\" AND \"fire\")"},
        {"port OR fire", "((\"port\" OR \"fire\"))"},
        {"a b OR c d", "(\"a\" AND (\"b\" OR \"c\") AND \"d\")"},
        {"a OR b OR c", "((\"a\" OR \"b\" OR \"c\"))"},
        {"OR", "(\"OR\")"},
        {"a OR", "((\"a\"))"},
        {"-b a", "(\"a\") NOT \"b\""},
        {"\"a b\" -\"c d\"", "(\"a b\") NOT \"c d\""},
        {"har* — ! x", "(\"har\"* AND \"x\")"},
        {"NEAR(a b)", "(\"NEAR(a\" AND \"b)\")"},
        {"co-operate", "(\"co-operate\")"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        lgm_buf b = {0};
        assert_int_equal(lgm_ask_expression(cases[i].words, &b, NULL), LGM_OK);
        lgm_buf_putc(&b, '\0');
        assert_string_equal(b.at, cases[i].expression);
        lgm_buf_done(&b);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_are_found_by_who_makes_them),
        cmocka_unit_test(claims_are_found_by_their_words),
        cmocka_unit_test(days_are_ranges),
        cmocka_unit_test(what_came_in_since_a_day_is_found),
        cmocka_unit_test(a_place_has_what_lies_in_it),
        cmocka_unit_test(who_speaks_is_counted),
        cmocka_unit_test(sums_are_those_of_the_claims),
        cmocka_unit_test(an_older_ledger_is_summed_up),
        cmocka_unit_test(a_search_shows_where_the_words_stand),
        cmocka_unit_test(older_versions_are_asked_as_of_a_day),
        cmocka_unit_test(there_is_as_much_as_counts),
        cmocka_unit_test(pages_follow_one_another),
        cmocka_unit_test(all_conditions_are_statements),
        cmocka_unit_test(what_is_no_question_is_said),
        cmocka_unit_test(words_are_expressions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
