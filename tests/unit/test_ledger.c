/* test_ledger.c - what is put into a ledger comes out again, once, whatever the file has gone
 * through. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "legomena/changes.h"
#include "sample_ledger.h"

#define MILL "https://mill.example/fire"
#define BURNED "Lind said that the mill burned."
#define STANDS "Lind said that the mill stands."

/* tests/golden/record.json: every field of the tables, filled and empty. */
static lgm_record *golden(void)
{
    char path[4096], text[1 << 16];
    lgm_err err = {0};
    lgm_record *r;
    snprintf(path, sizeof path, "%s/golden/record.json", getenv("LEGOMENA_TESTS"));
    FILE *const f = fopen(path, "rb");
    assert_non_null(f);
    const size_t len = fread(text, 1, sizeof text, f);
    fclose(f);
    if (lgm_record_read(&r, text, len, &err) != LGM_OK) fail_msg("%s", err.message);
    return r;
}

static char *written(const lgm_record *r)
{
    char *out;
    assert_int_equal(lgm_record_write(r, LGM_FORMAT_JSON, &out, NULL, NULL), LGM_OK);
    return out;
}

static void a_record_comes_back_as_it_was(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    lgm_record *const r = golden(), *back;
    const lgm_ledger_place place = sample_ledger_put_record(&s, r, NULL);
    assert_int_equal(place.news, LGM_LEDGER_NEW);
    sample_ledger_reopen(&s);
    assert_int_equal(lgm_ledger_get(s.ledger, place.report, &back, NULL), LGM_OK);
    char *const before = written(r), *const after = written(back);
    assert_string_equal(after, before);
    lgm_string_free(before);
    lgm_string_free(after);
    lgm_record_free(r);
    lgm_record_free(back);
    sample_ledger_close(&s);
}

static void the_tables_have_what_the_record_has(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    lgm_record *const r = golden();
    sample_ledger_put_record(&s, r, NULL);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM claims"), r->claims.n);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM names"), r->entities.n);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM times"), r->times.n);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM events"), r->events.n);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM incidents"), r->incidents.n);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(DISTINCT dispute) FROM disputes"),
                     r->disputes.n);
    assert_true(sample_ledger_number(&s, "SELECT count(*) FROM figures") > 0);
    assert_true(sample_ledger_number(&s, "SELECT count(*) FROM replies") > 0);
    assert_string_equal(sample_ledger_text(&s, "SELECT act FROM claims WHERE claim = 'c1'"),
                        "deny");
    lgm_record_free(r);
    sample_ledger_close(&s);
}

static void the_same_report_is_there_once(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    const lgm_ledger_place first = sample_ledger_put(&s, MILL, BURNED, "tiny");
    const lgm_ledger_place again = sample_ledger_put(&s, MILL, BURNED, "tiny");
    assert_int_equal(again.news, LGM_LEDGER_KNOWN);
    assert_int_equal(again.report, first.report);
    assert_int_equal(again.reading, first.reading);
    sample_ledger_put(&s, NULL, BURNED, "tiny");
    sample_ledger_put(&s, NULL, BURNED, "tiny");
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM reports"), 2);
    sample_ledger_close(&s);
}

static void another_text_at_an_address_is_a_version(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    const lgm_ledger_place first = sample_ledger_put(&s, MILL, BURNED, "tiny");
    const lgm_ledger_place second = sample_ledger_put(&s, MILL, STANDS, "tiny");
    assert_int_equal(second.news, LGM_LEDGER_VERSION);
    assert_int_not_equal(second.report, first.report);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM report"), 2);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM reports"), 1);
    assert_int_equal(sample_ledger_number(&s, "SELECT previous FROM reports"), first.report);
    assert_string_equal(sample_ledger_text(&s, "SELECT content FROM claims"),
                        "said that the mill stands.");
    /* nothing says that the first text is there again: the second one still counts */
    assert_int_equal(sample_ledger_put(&s, MILL, BURNED, "tiny").news, LGM_LEDGER_KNOWN);
    assert_int_equal(sample_ledger_number(&s, "SELECT report FROM reports"), second.report);
    sample_ledger_close(&s);
}

/* As sample_ledger_put, of a text that was retrieved at a moment and stood at a line of a file. */
static lgm_ledger_place put_seen(sample_ledger *s, const char *text, const char *retrieved,
                                 uint32_t line)
{
    lgm_record *const r = sample_ledger_record(MILL, text, "tiny");
    lgm_from from = {.file = {"a.jsonl", 7}, .line = line};
    const lgm_input in = {.text = text,
                          .len = strlen(text),
                          .url = MILL,
                          .retrieved = retrieved,
                          .file = "a.jsonl",
                          .line = line};
    if (retrieved) r->retrieved = (lgm_str){retrieved, (uint32_t)strlen(retrieved)};
    if (line) r->from = &from;
    const bool known = lgm_ledger_knows(s->ledger, &in, "tiny", "1");
    const lgm_ledger_place place = sample_ledger_put_record(s, r, NULL);
    assert_int_equal(known, place.news == LGM_LEDGER_KNOWN);
    r->from = NULL;
    lgm_record_free(r);
    return place;
}

static void an_earlier_text_may_come_back(void **state)
{
    static const struct {
        const char *retrieved;
        uint32_t line;
    } seen[][3] = {{{"2024-05-01T09:00:00Z", 0},
                    {"2024-05-02T10:30:00+02:00", 0},
                    {"2024-05-02T09:00:00Z", 0}},
                   {{NULL, 4}, {NULL, 4}, {NULL, 4}}};
    (void)state;
    for (size_t i = 0; i < LGM_COUNT(seen); i++) {
        sample_ledger s = sample_ledger_open();
        int64_t *versions;
        size_t n;
        put_seen(&s, BURNED, seen[i][0].retrieved, seen[i][0].line);
        put_seen(&s, STANDS, seen[i][1].retrieved, seen[i][1].line);
        const lgm_ledger_place back = put_seen(&s, BURNED, seen[i][2].retrieved, seen[i][2].line);
        assert_int_equal(back.news, LGM_LEDGER_VERSION);
        assert_int_equal(lgm_ledger_versions(s.ledger, back.report, &versions, &n, NULL), LGM_OK);
        assert_int_equal(n, 3);
        lgm_string_free((char *)versions);
        assert_string_equal(sample_ledger_text(&s, "SELECT content FROM claims"),
                            "said that the mill burned.");
        assert_int_equal(sample_ledger_number(&s, "SELECT report FROM reports"), 3);
        assert_int_equal(sample_ledger_number(&s, "SELECT previous FROM reports"), 2);
        sample_ledger_close(&s);
    }
}

static void the_same_files_again_are_no_news(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    for (int again = 0; again < 2; again++) {
        put_seen(&s, BURNED, "2024-05-01T09:00:00Z", 1);
        put_seen(&s, STANDS, "2024-05-02T09:00:00Z", 2);
        put_seen(&s, BURNED, "2024-05-03T09:00:00Z", 3);
        put_seen(&s, BURNED, NULL, 4); /* a copy */
        assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM report"), 3);
        assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM reading"), 3);
    }
    sample_ledger_close(&s);
}

/* Of two versions with the same text each is read again by itself; one that was taken out is not
 * there again. */
static void a_reading_goes_to_its_report(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    lgm_record *const r = sample_ledger_record(MILL, BURNED, "larger");
    lgm_ledger_entry *entry;
    lgm_ledger_place place;
    lgm_err err = {0};
    put_seen(&s, BURNED, NULL, 4);
    put_seen(&s, STANDS, NULL, 4);
    put_seen(&s, BURNED, NULL, 4);
    assert_int_equal(lgm_ledger_prepare(&entry, r, NULL, 1, &err), LGM_OK);
    for (int64_t report = 1; report <= 3; report += 2) {
        assert_int_equal(lgm_ledger_put_reading(s.ledger, report, entry, &place, &err), LGM_OK);
        assert_int_equal(place.news, LGM_LEDGER_READING);
        assert_int_equal(place.report, report);
    }
    assert_int_equal(lgm_ledger_put_reading(s.ledger, 9, entry, &place, &err), LGM_OK);
    assert_int_equal(place.news, LGM_LEDGER_GONE);
    assert_int_equal(lgm_ledger_commit(s.ledger, &err), LGM_OK);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM report"), 3);
    assert_int_equal(lgm_ledger_put_reading(s.ledger, 2, entry, &place, &err), LGM_E_ARG);
    lgm_ledger_entry_free(entry);
    lgm_record_free(r);
    sample_ledger_close(&s);
}

static void the_newest_reading_counts(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    lgm_record *back;
    const lgm_ledger_place first = sample_ledger_put(&s, MILL, BURNED, "tiny");
    const lgm_ledger_place second = sample_ledger_put(&s, MILL, BURNED, "larger");
    assert_int_equal(second.news, LGM_LEDGER_READING);
    assert_int_equal(second.report, first.report);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM claims"), 1);
    assert_string_equal(sample_ledger_text(&s, "SELECT model FROM claims"), "larger");
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM claim"), 2);
    assert_int_equal(lgm_ledger_get(s.ledger, first.report, &back, NULL), LGM_OK);
    assert_string_equal(back->model->name.ptr, "larger");
    lgm_record_free(back);
    assert_int_equal(lgm_ledger_get_reading(s.ledger, first.reading, &back, NULL), LGM_OK);
    assert_string_equal(back->model->name.ptr, "tiny");
    lgm_record_free(back);
    sample_ledger_close(&s);
}

static void what_is_there_is_known(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    lgm_input in = {.text = BURNED, .len = strlen(BURNED), .url = MILL};
    assert_false(lgm_ledger_knows(s.ledger, &in, "tiny", "1"));
    sample_ledger_put(&s, MILL, BURNED, "tiny");
    assert_true(lgm_ledger_knows(s.ledger, &in, "tiny", "1"));
    assert_false(lgm_ledger_knows(s.ledger, &in, "tiny", "2"));
    assert_false(lgm_ledger_knows(s.ledger, &in, "larger", "1"));
    in.url = NULL;
    assert_false(lgm_ledger_knows(s.ledger, &in, "tiny", "1"));
    sample_ledger_close(&s);
}

static void what_is_not_committed_is_lost(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    lgm_record *const r = sample_ledger_record(MILL, BURNED, "tiny");
    lgm_ledger_entry *entry;
    assert_int_equal(lgm_ledger_prepare(&entry, r, NULL, 1, NULL), LGM_OK);
    assert_int_equal(lgm_ledger_put(s.ledger, entry, NULL, NULL), LGM_OK);
    lgm_ledger_entry_free(entry);
    sample_ledger_reopen(&s);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM report"), 0);
    assert_int_equal(sample_ledger_put(&s, MILL, BURNED, "tiny").news, LGM_LEDGER_NEW);
    lgm_record_free(r);
    sample_ledger_close(&s);
}

static void bytes_are_kept_beside_the_text(void **state)
{
    (void)state;
    static const char page[] = "<p>Lind said that the mill burned.";
    sample_ledger s = sample_ledger_open();
    lgm_record *const r = sample_ledger_record(MILL, BURNED, "tiny");
    const lgm_input in = {.text = BURNED,
                          .len = strlen(BURNED),
                          .raw = (const uint8_t *)page,
                          .raw_len = strlen(page)};
    char *bytes;
    size_t len;
    const lgm_ledger_place as_text = sample_ledger_put(&s, NULL, STANDS, "tiny");
    lgm_sha256(page, strlen(page), r->raw_sha256);
    const lgm_ledger_place as_page = sample_ledger_put_record(&s, r, &in);
    lgm_record_free(r);

    assert_int_equal(lgm_ledger_get_raw(s.ledger, as_page.report, &bytes, &len, NULL), LGM_OK);
    assert_string_equal(bytes, page);
    assert_int_equal(len, strlen(page));
    lgm_string_free(bytes);
    assert_int_equal(lgm_ledger_get_raw(s.ledger, as_text.report, &bytes, &len, NULL), LGM_OK);
    assert_string_equal(bytes, STANDS);
    lgm_string_free(bytes);
    assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM raw"), 1);
    sample_ledger_close(&s);
}

static void words_are_found(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    sample_ledger_put(&s, NULL, BURNED, "tiny");
    const lgm_ledger_place place = sample_ledger_put(&s, NULL, STANDS, "tiny");
    assert_int_equal(sample_ledger_number(
                         &s, "SELECT rowid FROM report_search WHERE report_search MATCH 'stands'"),
                     place.report);
    assert_string_equal(
        sample_ledger_text(&s, "SELECT claim.content FROM claim_search JOIN claim ON claim.claim = "
                               "claim_search.rowid WHERE claim_search MATCH '\"mill burned\"'"),
        "said that the mill burned.");
    sample_ledger_close(&s);
}

static const char *dump(const sample_ledger *s)
{
    return sample_ledger_text(
        s, "SELECT (SELECT group_concat(claim || content || said_from || said_to) FROM claim) || "
           "(SELECT group_concat(name || mentions) FROM entity) || "
           "(SELECT group_concat(rowid) FROM report_search WHERE report_search MATCH 'mill') || "
           "(SELECT group_concat(rowid) FROM claim_search WHERE claim_search MATCH 'mill') || "
           "(SELECT group_concat(hex(packed)) FROM sketch)");
}

static void the_index_can_be_made_again(void **state)
{
    (void)state;
    char before[256];
    sample_ledger s = sample_ledger_open();
    sample_ledger_put(&s, MILL, BURNED, "tiny");
    sample_ledger_put(&s, MILL, STANDS, "tiny");
    sample_ledger_put(&s, MILL, STANDS, "larger");
    snprintf(before, sizeof before, "%s", dump(&s));
    sample_ledger_run(&s, "DELETE FROM claim; DELETE FROM entity; DELETE FROM sketch");
    assert_string_not_equal(dump(&s), before);
    assert_int_equal(lgm_ledger_reindex(s.ledger, NULL, NULL, NULL), LGM_OK);
    assert_string_equal(dump(&s), before);
    sample_ledger_close(&s);
}

/* ---- versions, and reading again ---- */

static void versions_are_in_order(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    const int64_t one = sample_ledger_put(&s, MILL, BURNED, "tiny").report;
    const int64_t alone = sample_ledger_put(&s, NULL, BURNED, "tiny").report;
    const int64_t two = sample_ledger_put(&s, MILL, STANDS, "tiny").report;
    int64_t *found;
    size_t n;
    assert_int_equal(lgm_ledger_versions(s.ledger, two, &found, &n, NULL), LGM_OK);
    assert_int_equal(n, 2);
    assert_true(found[0] == one && found[1] == two);
    lgm_string_free((char *)found);
    assert_int_equal(lgm_ledger_versions(s.ledger, alone, &found, &n, NULL), LGM_OK);
    assert_int_equal(n, 1);
    assert_true(found[0] == alone);
    lgm_string_free((char *)found);
    assert_int_equal(lgm_ledger_versions(s.ledger, 77, &found, &n, NULL), LGM_E_NOTFOUND);
    sample_ledger_close(&s);
}

static void changes(const char *before, const char *after, const char *wanted)
{
    char text[256] = "";
    lgm_change *c;
    size_t n;
    lgm_record *const a = sample_ledger_record(MILL, before, "tiny");
    lgm_record *const b = sample_ledger_record(MILL, after, "tiny");
    assert_int_equal(lgm_changes_between(a, b, &c, &n, NULL), LGM_OK);
    for (size_t i = 0; i < n; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s %d %d;",
                 c[i].kind == 'c' ? "claim" : "sentence",
                 c[i].before == LGM_NONE ? -1 : (int)c[i].before,
                 c[i].after == LGM_NONE ? -1 : (int)c[i].after);
    assert_string_equal(text, wanted);
    lgm_string_free((char *)c);
    lgm_record_free(a);
    lgm_record_free(b);
}

static void claims_are_told_new_from_changed(void **state)
{
    (void)state;
    changes(BURNED, BURNED, "");
    changes(BURNED, "Lind  said that the mill burned.", ""); /* white space is no change */
    changes(BURNED, STANDS, "claim 0 0;");
    changes(BURNED, "Berg said that the mill burned.", "claim 0 0;"); /* said by another */
    changes(BURNED, "Lind went home early on Monday.", "claim 0 -1;claim -1 0;");
}

static void what_came_in_can_be_read_again(void **state)
{
    (void)state;
    static const char page[] = "<p>Lind said that the mill burned.";
    sample_ledger s = sample_ledger_open();
    static const lgm_block blocks[] = {{0, 3, LGM_BLOCK_HEADING, 1}, {5, 9, LGM_BLOCK_CAPTION, 0}};
    static const lgm_from from = {.file = {"page.html", 9}, .line = 7};
    lgm_record *const r = golden();
    r->layout.at = blocks;
    r->layout.n = LGM_COUNT(blocks);
    r->from = &from;
    const lgm_input in = {.text = r->text.ptr,
                          .len = r->text.len,
                          .raw = (const uint8_t *)page,
                          .raw_len = strlen(page)};
    lgm_input *back;
    const lgm_ledger_place kept = sample_ledger_put_record(&s, r, &in);
    assert_int_equal(lgm_ledger_get_input(s.ledger, kept.report, &back, NULL), LGM_OK);
    assert_int_equal(back->len, r->text.len);
    assert_memory_equal(back->text, r->text.ptr, r->text.len);
    assert_int_equal(back->raw_len, strlen(page));
    assert_memory_equal(back->raw, page, strlen(page));
    assert_memory_equal(back->raw_sha256, r->raw_sha256, sizeof r->raw_sha256);
    assert_string_equal(back->url, r->url.ptr);
    assert_string_equal(back->title, r->title.ptr);
    assert_string_equal(back->file, "page.html");
    assert_int_equal(back->line, 7);
    assert_int_equal(back->n_blocks, r->layout.n);
    for (size_t i = 0; i < r->layout.n; i++) {
        const lgm_str words =
            lgm_record_quote(r, (lgm_cpspan){r->layout.at[i].start, r->layout.at[i].end});
        assert_int_equal(back->blocks[i].kind, r->layout.at[i].kind);
        assert_int_equal(back->blocks[i].end - back->blocks[i].start, words.len);
        assert_memory_equal(back->text + back->blocks[i].start, words.ptr, words.len);
    }
    lgm_input_free(back);
    lgm_record_free(r);
    sample_ledger_close(&s);
}

static void reports_of_other_models_are_outdated(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    int64_t report;
    uint64_t left;
    const int64_t one = sample_ledger_put(&s, MILL, BURNED, "tiny").report;
    const int64_t two = sample_ledger_put(&s, MILL, STANDS, "tiny").report;
    assert_int_equal(lgm_ledger_next_outdated(s.ledger, "large", "1", 0, &report, &left, NULL),
                     LGM_OK);
    assert_int_equal(report, one);
    assert_int_equal(left, 2);
    assert_int_equal(lgm_ledger_next_outdated(s.ledger, "large", "1", one, &report, &left, NULL),
                     LGM_OK);
    assert_int_equal(report, two);
    assert_int_equal(lgm_ledger_next_outdated(s.ledger, "large", "1", two, &report, &left, NULL),
                     LGM_OK);
    assert_int_equal(report, 0);
    sample_ledger_close(&s);
}

/* ---- the file is input ---- */

static void refused(sample_ledger *s, lgm_status wanted, const char *words)
{
    lgm_err err = {0};
    lgm_ledger *l;
    lgm_ledger_close(s->ledger);
    s->ledger = NULL;
    assert_int_equal(lgm_ledger_open(&l, s->path, NULL, &err), wanted);
    assert_null(l);
    if (!strstr(err.message, words)) fail_msg("\"%s\" is not in: %s", words, err.message);
}

static void a_newer_ledger_is_refused(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    sample_ledger_run(&s, "PRAGMA user_version = 9999");
    refused(&s, LGM_E_VERSION, "update legomena");
    sample_ledger_close(&s);
}

static void another_database_is_refused(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    sample_ledger_run(&s, "PRAGMA application_id = 1");
    refused(&s, LGM_E_FORMAT, "not a ledger");
    sample_ledger_close(&s);
}

static void a_file_that_is_no_database_is_refused(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    lgm_ledger_close(s.ledger);
    s.ledger = NULL;
    FILE *const f = fopen(s.path, "wb");
    assert_non_null(f);
    for (int i = 0; i < 500; i++) fputs("Ada Lind left. ", f);
    fclose(f);
    refused(&s, LGM_E_FORMAT, "not a ledger");
    sample_ledger_close(&s);
}

static void a_ledger_that_is_not_there_is_not_made(void **state)
{
    (void)state;
    lgm_err err = {0};
    lgm_ledger *l;
    assert_int_equal(lgm_ledger_open(&l, "/tmp/no-such-folder/ledger.db", NULL, &err),
                     LGM_E_NOTFOUND);
    assert_null(l);
}

static void a_record_that_is_damaged_is_an_error(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    const lgm_ledger_place place = sample_ledger_put(&s, MILL, BURNED, "tiny");
    static const char *const blobs[] = {"x'00'", "x'28b52ffd2003190000' || 'abc'", "''", "NULL",
                                        "zeroblob(100)"};
    for (size_t i = 0; i < LGM_COUNT(blobs); i++) {
        char sql[128];
        lgm_err err = {0};
        lgm_record *r;
        snprintf(sql, sizeof sql, "UPDATE OR IGNORE record SET json = %s", blobs[i]);
        sample_ledger_run(&s, sql);
        const lgm_status st = lgm_ledger_get(s.ledger, place.report, &r, &err);
        assert_true(st == LGM_E_CORRUPT || st == LGM_E_FORMAT);
        assert_non_null(strstr(err.message, "the record of reading 1"));
        assert_null(r);
        assert_int_equal(lgm_ledger_reindex(s.ledger, NULL, NULL, &err), st);
        /* and nothing of the index is lost */
        assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM claim"), 1);
    }
    sample_ledger_close(&s);
}

static void the_log_is_only_added_to(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    sqlite3 *db;
    sample_ledger_put(&s, MILL, BURNED, "tiny");
    sample_ledger_put(&s, MILL, STANDS, "tiny");
    assert_string_equal(sample_ledger_text(&s, "SELECT group_concat(what) FROM log"),
                        "added,read,version,read");
    assert_int_equal(sqlite3_open(s.path, &db), SQLITE_OK);
    assert_int_not_equal(sqlite3_exec(db, "DELETE FROM log", NULL, NULL, NULL), SQLITE_OK);
    assert_int_not_equal(sqlite3_exec(db, "UPDATE log SET what = ''", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    sample_ledger_close(&s);
}

/* ---- problems ---- */

static lgm_status count(void *ctx, const lgm_ledger_problem *p)
{
    char *const text = ctx;
    const size_t n = strlen(text);
    snprintf(text + n, 256 - n, "%s|%llu|%llu|%s|%llu;", p->name ? p->name : "-",
             (unsigned long long)p->line, (unsigned long long)p->byte, p->message,
             (unsigned long long)p->times);
    return LGM_OK;
}

static void problems_are_counted(void **state)
{
    (void)state;
    char text[256] = "";
    sample_ledger s = sample_ledger_open();
    const lgm_ledger_problem damaged = {
        .name = "a.warc", .byte = 7, .status = LGM_E_CORRUPT, .message = "damaged"};
    const lgm_ledger_problem empty = {.status = LGM_E_FORMAT, .message = "b.txt: empty"};
    assert_int_equal(lgm_ledger_put_problem(s.ledger, &damaged, NULL, NULL), LGM_OK);
    assert_int_equal(lgm_ledger_put_problem(s.ledger, &empty, NULL, NULL), LGM_OK);
    uint64_t times;
    assert_int_equal(lgm_ledger_put_problem(s.ledger, &damaged, &times, NULL), LGM_OK);
    assert_int_equal(times, 2);
    assert_int_equal(lgm_ledger_commit(s.ledger, NULL), LGM_OK);
    assert_int_equal(lgm_ledger_problems(s.ledger, count, text, NULL), LGM_OK);
    assert_string_equal(text, "a.warc|0|7|damaged|2;-|0|0|b.txt: empty|1;");
    sample_ledger_close(&s);
}

static void a_reader_cannot_write(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    sample_ledger_put(&s, MILL, BURNED, "tiny");
    const lgm_ledger_options o = {.read_only = 1};
    lgm_ledger *l;
    lgm_record *r;
    assert_int_equal(lgm_ledger_open(&l, s.path, &o, NULL), LGM_OK);
    assert_int_equal(lgm_ledger_get(l, 1, &r, NULL), LGM_OK);
    assert_int_equal(lgm_ledger_reindex(l, NULL, NULL, NULL), LGM_E_ARG);
    lgm_record_free(r);
    lgm_ledger_close(l);
    sample_ledger_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_comes_back_as_it_was),
        cmocka_unit_test(the_tables_have_what_the_record_has),
        cmocka_unit_test(the_same_report_is_there_once),
        cmocka_unit_test(another_text_at_an_address_is_a_version),
        cmocka_unit_test(an_earlier_text_may_come_back),
        cmocka_unit_test(the_same_files_again_are_no_news),
        cmocka_unit_test(a_reading_goes_to_its_report),
        cmocka_unit_test(the_newest_reading_counts),
        cmocka_unit_test(what_is_there_is_known),
        cmocka_unit_test(what_is_not_committed_is_lost),
        cmocka_unit_test(bytes_are_kept_beside_the_text),
        cmocka_unit_test(words_are_found),
        cmocka_unit_test(the_index_can_be_made_again),
        cmocka_unit_test(versions_are_in_order),
        cmocka_unit_test(claims_are_told_new_from_changed),
        cmocka_unit_test(what_came_in_can_be_read_again),
        cmocka_unit_test(reports_of_other_models_are_outdated),
        cmocka_unit_test(a_newer_ledger_is_refused),
        cmocka_unit_test(another_database_is_refused),
        cmocka_unit_test(a_file_that_is_no_database_is_refused),
        cmocka_unit_test(a_ledger_that_is_not_there_is_not_made),
        cmocka_unit_test(a_record_that_is_damaged_is_an_error),
        cmocka_unit_test(the_log_is_only_added_to),
        cmocka_unit_test(problems_are_counted),
        cmocka_unit_test(a_reader_cannot_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
