/* test_custody.c - what was changed in a ledger is named; what was taken out of it is gone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "ledger/ledger_file.h"
#include "legomena/custody.h"
#include "sample_ledger.h"

#define MILL "https://mill.example/fire"
#define BURNED "Lind said that the mill zqburned."
#define STANDS "Lind said that the mill stands."
#define PORT "Vale said that the port is shut."

static sample_ledger three_reports(void)
{
    sample_ledger s = sample_ledger_open();
    sample_ledger_put(&s, MILL, BURNED, "tiny");
    sample_ledger_put(&s, MILL, STANDS, "tiny");
    sample_ledger_put(&s, NULL, PORT, "tiny");
    sample_ledger_put(&s, NULL, PORT, "other");
    return s;
}

static lgm_custody_found holds(const sample_ledger *s, const lgm_custody_head *seal)
{
    const lgm_custody_check check = {.seal = seal};
    lgm_custody_found found;
    lgm_err err = {0};
    if (lgm_custody_verify(s->ledger, &check, &found, &err) != LGM_OK) fail_msg("%s", err.message);
    return found;
}

/* Verifies, and the message has the words. */
static void names(const sample_ledger *s, const lgm_custody_head *seal, const char *words)
{
    const lgm_custody_check check = {.seal = seal};
    lgm_custody_found found;
    lgm_err err = {0};
    assert_int_equal(lgm_custody_verify(s->ledger, &check, &found, &err), LGM_E_CORRUPT);
    if (!strstr(err.message, words)) fail_msg("'%s' does not say '%s'", err.message, words);
}

/* The statements, with the log unguarded. */
static void change(const sample_ledger *s, const char *sql)
{
    sample_ledger_run(s, "DROP TRIGGER IF EXISTS log_is_not_changed;"
                         "DROP TRIGGER IF EXISTS log_is_not_shortened;");
    sample_ledger_run(s, sql);
}

static lgm_custody_head sealed(const sample_ledger *s)
{
    lgm_custody_head head;
    assert_int_equal(lgm_custody_seal(&head, s->ledger, NULL), LGM_OK);
    return head;
}

static void what_came_in_holds(void **state)
{
    (void)state;
    sample_ledger s = three_reports();
    const lgm_custody_found found = holds(&s, NULL);
    const lgm_custody_head head = sealed(&s);
    assert_int_equal(found.entries, 7); /* three came in, four were read */
    assert_int_equal(found.reports, 3);
    assert_int_equal(found.readings, 4);
    assert_int_equal(found.removed, 0);
    assert_true(found.searched);
    assert_int_equal(head.entries, 7);
    assert_string_equal(found.head.hash, head.hash);
    sample_ledger_put(&s, NULL, BURNED, "tiny");
    holds(&s, &head);
    sample_ledger_close(&s);
}

static void an_empty_ledger_holds(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    assert_int_equal(holds(&s, NULL).entries, 0);
    assert_int_equal(sealed(&s).entries, 0);
    sample_ledger_close(&s);
}

/* docs/custody.md, with another program's eyes: the hash of the first entry. */
static void an_entry_has_the_hash_that_the_manual_says(void **state)
{
    (void)state;
    char bytes[256], hex[65];
    uint8_t hash[32];
    sample_ledger s = three_reports();
    char at[32], detail[80];
    snprintf(at, sizeof at, "%.31s", sample_ledger_text(&s, "SELECT at FROM log WHERE entry=1"));
    snprintf(detail, sizeof detail, "%.79s",
             sample_ledger_text(&s, "SELECT detail FROM log WHERE entry=1"));
    const int n = snprintf(bytes, sizeof bytes, "0:,1:1,%zu:%s,5:added,1:1,1:0,64:%s,", strlen(at),
                           at, detail);
    lgm_sha256(bytes, (size_t)n, hash);
    lgm_hex(hash, sizeof hash, hex);
    assert_string_equal(hex, sample_ledger_text(&s, "SELECT hash FROM log WHERE entry=1"));
    sample_ledger_close(&s);
}

static void what_was_changed_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *sql, *words;
    } changes[] = {
        {"UPDATE log SET at='2020-01-01T00:00:00Z' WHERE entry=3", "entry 3 of the log"},
        {"UPDATE log SET hash=(SELECT hash FROM log WHERE entry=4) WHERE entry=5",
         "entry 5 of the log"},
        {"DELETE FROM log WHERE entry=2", "entry 2 of the log is not there"},
        {"UPDATE report SET title='Another mill' WHERE report=2", "report 2 is not what came in"},
        {"UPDATE report SET learned='2020-01-01T00:00:00Z' WHERE report=1",
         "report 1 is not what came in"},
        {"UPDATE report SET byline='' WHERE report=1", "report 1 is not what came in"},
        {"UPDATE reading SET model_version='2' WHERE reading=3", "reading 3 of report 3"},
        {"UPDATE record SET json=(SELECT json FROM record WHERE reading=1) WHERE reading=2",
         "reading 2 of report 2"},
        {"DELETE FROM record WHERE reading=4", "reading 4 of report 3 is gone"},
        {"DELETE FROM report WHERE report=2", "report 2 is gone"},
        {"INSERT INTO report SELECT 9, id, 'x', sha256, raw_sha256, title, byline, publisher, "
         "agency, section, date, published, modified, retrieved, lang, file, member, line, byte, "
         "learned, previous, replaced, salt FROM report WHERE report=1",
         "report 9: no entry"},
        {"INSERT INTO reading SELECT 9, report, model, 'x', engine, learned, superseded FROM "
         "reading WHERE reading=1",
         "reading 9: no entry"},
        {"UPDATE claim SET act='deny' WHERE reading=1", "table claim"},
        {"DELETE FROM entity WHERE reading=1", "table entity"},
        {"INSERT INTO time(reading, n, start, \"end\", words, type) VALUES(1, 1, 0, 1, 'L', "
         "'DATE')",
         "table time"},
        {"INSERT INTO raw VALUES('00', x'00')", "came in with the hash 00"},
        {"INSERT INTO claim_search(rowid, source, content) VALUES(77, 'x', 'y')", "the search"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        sample_ledger s = three_reports();
        change(&s, changes[i].sql);
        names(&s, NULL, changes[i].words);
        sample_ledger_close(&s);
    }
}

static void a_seal_holds_what_was_before_it(void **state)
{
    (void)state;
    sample_ledger s = three_reports();
    const lgm_custody_head head = sealed(&s);
    change(&s, "DELETE FROM log WHERE entry=7; DELETE FROM record WHERE reading=4;"
               "DELETE FROM claim_party WHERE reading=4; DELETE FROM claim_about WHERE reading=4;"
               "INSERT INTO entity_search(entity_search, rowid, name, aliases) "
               "SELECT 'delete', entity, name, aliases FROM searched_names WHERE reading=4;"
               "DELETE FROM entity WHERE reading=4;"
               "INSERT INTO claim_search(claim_search, rowid, source, content) "
               "SELECT 'delete', claim, source, content FROM claim WHERE reading=4;"
               "DELETE FROM claim WHERE reading=4; DELETE FROM reading WHERE reading=4;");
    holds(&s, NULL); /* cut off cleanly: the chain alone cannot tell */
    names(&s, &head, "the log ends at entry 6, and 7 were sealed");
    sample_ledger_put(&s, NULL, PORT, "newer");
    names(&s, &head, "entry 7 of the log is not the one that was sealed");
    sample_ledger_close(&s);
}

/* ---- taken out ---- */

static void forget(sample_ledger *s, const char *what)
{
    int64_t *reports;
    size_t n;
    lgm_err err = {0};
    if (lgm_custody_find(s->ledger, what, &reports, &n, &err) != LGM_OK)
        fail_msg("%s", err.message);
    for (size_t i = 0; i < n; i++)
        if (lgm_custody_forget(s->ledger, reports[i], &err) != LGM_OK) fail_msg("%s", err.message);
    lgm_string_free((char *)reports);
    if (lgm_custody_purge(s->ledger, &err) != LGM_OK) fail_msg("%s", err.message);
}

/* Are the bytes in the file, or in the one beside it? */
static bool in_files(const sample_ledger *s, const char *word)
{
    char command[256];
    snprintf(command, sizeof command, "grep -qa %s %s*", word, s->path);
    return system(command) == 0;
}

static void a_report_that_was_taken_out_is_gone(void **state)
{
    (void)state;
    sample_ledger s = three_reports();
    assert_true(in_files(&s, "zqburned"));
    forget(&s, "1");
    assert_false(in_files(&s, "zqburned"));
    const lgm_custody_found found = holds(&s, NULL);
    assert_int_equal(found.removed, 1);
    assert_int_equal(found.reports, 2);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM report"), 2);
    assert_int_equal(
        sample_ledger_number(
            &s, "SELECT count(*) FROM report_search WHERE report_search MATCH 'zqburned'"),
        0);
    assert_int_equal(
        sample_ledger_number(
            &s, "SELECT count(*) FROM report_search WHERE report_search MATCH 'stands'"),
        1);
    forget(&s, "3");
    assert_int_equal(
        sample_ledger_number(
            &s, "SELECT count(*) FROM entity_search WHERE entity_search MATCH 'vale'"),
        0);
    assert_string_equal(
        sample_ledger_text(&s, "SELECT what || report FROM log ORDER BY entry DESC LIMIT 1"),
        "removed3");
    sample_ledger_close(&s);
}

/* Who reads the file keeps its old pages: what is taken out is still there, and that is said. */
static void a_reader_keeps_what_was_taken_out(void **state)
{
    (void)state;
    sample_ledger s = three_reports();
    sqlite3 *reader;
    lgm_err err = {0};
    assert_int_equal(sqlite3_open(s.path, &reader), SQLITE_OK);
    assert_int_equal(sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM report", NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_equal(lgm_ledger_store_run(s.ledger->store, "PRAGMA busy_timeout=1", &err), LGM_OK);
    assert_int_equal(lgm_custody_forget(s.ledger, 1, &err), LGM_OK);
    assert_int_equal(lgm_custody_purge(s.ledger, &err), LGM_E_IO);
    assert_non_null(strstr(err.message, "another program reads the file"));
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM report"), 2);
    assert_true(in_files(&s, "zqburned"));
    sqlite3_close(reader);
    assert_int_equal(lgm_ledger_reindex(s.ledger, NULL, NULL, &err), LGM_OK);
    sample_ledger_reopen(&s);
    assert_false(in_files(&s, "zqburned"));
    holds(&s, NULL);
    sample_ledger_close(&s);
}

static void the_version_before_counts_again(void **state)
{
    (void)state;
    sample_ledger s = three_reports();
    forget(&s, "2");
    assert_int_equal(sample_ledger_number(&s, "SELECT report FROM reports WHERE url<>''"), 1);
    forget(&s, MILL);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM reports"), 1);
    holds(&s, NULL);
    sample_ledger_close(&s);
}

static void a_number_is_never_given_twice(void **state)
{
    (void)state;
    sample_ledger s = three_reports();
    forget(&s, "3");
    assert_int_equal(sample_ledger_put(&s, NULL, PORT, "tiny").report, 4);
    assert_int_equal(sample_ledger_number(&s, "SELECT max(reading) FROM reading"), 5);
    holds(&s, NULL);
    sample_ledger_close(&s);
}

static void bytes_of_another_report_stay(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    static const char raw[] = "<p>A mill</p>";
    uint8_t hash[32];
    char hex[65];
    const lgm_input in = {
        .text = "x", .len = 1, .raw = (const uint8_t *)raw, .raw_len = sizeof raw - 1};
    lgm_sha256(raw, sizeof raw - 1, hash);
    lgm_hex(hash, sizeof hash, hex);
    for (int i = 0; i < 2; i++) {
        lgm_record *const r =
            sample_ledger_record(i ? "https://mill.example/b" : MILL, BURNED, "tiny");
        memcpy(r->raw_sha256, hash, sizeof hash);
        sample_ledger_put_record(&s, r, &in);
        lgm_record_free(r);
    }
    assert_int_equal(holds(&s, NULL).kept, 1);
    forget(&s, "1");
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM raw"), 1);
    forget(&s, "2");
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM raw"), 0);
    sample_ledger_close(&s);
}

/* Ids may be numbers: of the two that 2 may be, the number is meant, and the other one stays. */
static void a_number_goes_before_an_id(void **state)
{
    (void)state;
    sample_ledger s = three_reports();
    sample_ledger_run(&s, "UPDATE report SET id='2' WHERE report=3");
    int64_t *reports;
    size_t n;
    assert_int_equal(lgm_custody_find(s.ledger, "2", &reports, &n, NULL), LGM_OK);
    assert_int_equal(n, 1);
    assert_int_equal(reports[0], 2);
    lgm_string_free((char *)reports);
    forget(&s, "2");
    assert_int_equal(lgm_custody_find(s.ledger, "2", &reports, &n, NULL), LGM_E_NOTFOUND);
    sample_ledger_close(&s);
}

static void who_is_not_there_is_not_found(void **state)
{
    (void)state;
    sample_ledger s = three_reports();
    int64_t *reports;
    size_t n;
    assert_int_equal(lgm_custody_find(s.ledger, "77", &reports, &n, NULL), LGM_E_NOTFOUND);
    assert_int_equal(lgm_custody_find(s.ledger, "", &reports, &n, NULL), LGM_E_NOTFOUND);
    assert_int_equal(lgm_custody_find(s.ledger, MILL, &reports, &n, NULL), LGM_OK);
    assert_int_equal(n, 2);
    lgm_string_free((char *)reports);
    sample_ledger_close(&s);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_came_in_holds),
        cmocka_unit_test(an_empty_ledger_holds),
        cmocka_unit_test(an_entry_has_the_hash_that_the_manual_says),
        cmocka_unit_test(what_was_changed_is_named),
        cmocka_unit_test(a_seal_holds_what_was_before_it),
        cmocka_unit_test(a_report_that_was_taken_out_is_gone),
        cmocka_unit_test(a_reader_keeps_what_was_taken_out),
        cmocka_unit_test(the_version_before_counts_again),
        cmocka_unit_test(a_number_is_never_given_twice),
        cmocka_unit_test(bytes_of_another_report_stay),
        cmocka_unit_test(a_number_goes_before_an_id),
        cmocka_unit_test(who_is_not_there_is_not_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
