/* test_decode.c - bytes of unknown encoding to text, and an input to a report. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "read/decode.h"
#include "read/report.h"
#include "read/when.h"

#define UNUSED __attribute__((unused))

/* Decodes from a block of exactly that size, so that a read beyond it is caught. */
static lgm_decoded decode(lgm_arena *a, const char *bytes, size_t len)
{
    char *const exact = malloc(len ? len : 1);
    if (len) memcpy(exact, bytes, len);
    lgm_decoded d;
    assert_int_equal(lgm_read_decode(a, exact, len, &d, NULL), LGM_OK);
    free(exact);
    assert_int_equal(lgm_utf8_valid(d.text.ptr, d.text.len), d.text.len);
    assert_int_equal(strlen(d.text.ptr), d.text.len);
    assert_null(strchr(d.text.ptr, '\r'));
    return d;
}

typedef struct row {
    const char *bytes;
    size_t len;
    const char *text, *warning[3];
} row;
#define BYTES(s) (s), sizeof(s) - 1

static const row rows[] = {
    {BYTES("The mayor resigned.\n"), "The mayor resigned.\n", {0}},
    {BYTES(""), "", {0}},
    {BYTES("caf\xc3\xa9 \xe2\x80\x9cno\xe2\x80\x9d"),
     "caf\xc3\xa9 \xe2\x80\x9cno\xe2\x80\x9d",
     {0}},
    {BYTES("\xef\xbb\xbf"
           "ab"),
     "ab",
     {"a UTF-8 byte-order mark was dropped"}},
    {BYTES("a\r\nb\rc\r\r\n\r"),
     "a\nb\nc\n\n\n",
     {"line ends CR LF or CR read as LF: 5, the first at byte 1"}},
    {BYTES("a\0b\r\0\nc"),
     "ab\nc",
     {"line ends CR LF or CR read as LF: 1, the first at byte 3",
      "NUL characters dropped: 2, the first at byte 1; this looks binary"}},
    /* one stray byte in a text that is UTF-8 otherwise */
    {BYTES("\xc3\xa9\xc3\xa9\xc3\xa9 \x93no\xe2\x80\x9d"),
     "\xc3\xa9\xc3\xa9\xc3\xa9 \xe2\x80\x9cno\xe2\x80\x9d",
     {"bytes that are not UTF-8, read as Windows-1252: 1, the first at byte 7"}},
    /* Windows-1252 throughout: the two bytes that happen to be UTF-8 are not */
    {BYTES("\x93\x80 5\x94, \xe9\xe8\xfc\xc3\xa9"),
     "\xe2\x80\x9c\xe2\x82\xac 5\xe2\x80\x9d, \xc3\xa9\xc3\xa8\xc3\xbc\xc3\x83\xc2\xa9",
     {"not UTF-8, all of it read as Windows-1252; bytes above 127: 8, the first at byte 0"}},
    {BYTES("\xff\xfeh\0\xe9\0\r\0\n\0"),
     "h\xc3\xa9\n",
     {"decoded from UTF-16 (little-endian), as its byte-order mark says",
      "line ends CR LF or CR read as LF: 1, the first at byte 6"}},
    {BYTES("\xfe\xff\0h\xd8\x3d\xdc\xf0"),
     "h\xf0\x9f\x93\xb0",
     {"decoded from UTF-16 (big-endian), as its byte-order mark says"}},
    {BYTES("\xfe\xff\0h\xd8\x3d\0i\xdc\xf0\xd8"),
     "h\xef\xbf\xbdi\xef\xbf\xbd\xef\xbf\xbd",
     {"decoded from UTF-16 (big-endian), as its byte-order mark says",
      "unpaired UTF-16 units replaced by U+FFFD: 3, the first at byte 4"}},
    {BYTES("\xff\xfe"), "", {"decoded from UTF-16 (little-endian), as its byte-order mark says"}},
};

static void each_encoding_comes_out_as_text(UNUSED void **state)
{
    lgm_arena *a;
    assert_int_equal(lgm_arena_new(&a, 0, NULL), LGM_OK);
    for (size_t i = 0; i < LGM_COUNT(rows); i++) {
        const lgm_decoded d = decode(a, rows[i].bytes, rows[i].len);
        assert_string_equal(d.text.ptr, rows[i].text);
        size_t n = 0;
        for (; n < 3 && rows[i].warning[n]; n++) {
            assert_true(n < d.n_warnings);
            assert_string_equal(d.warning[n], rows[i].warning[n]);
        }
        assert_int_equal(d.n_warnings, n);
    }
    lgm_arena_free(a);
}

static void every_byte_decodes(UNUSED void **state)
{
    lgm_arena *a;
    assert_int_equal(lgm_arena_new(&a, 0, NULL), LGM_OK);
    char all[256];
    for (int i = 0; i < 256; i++) all[i] = (char)i;
    decode(a, all, sizeof all);
    for (int x = 0; x < 256; x++)
        for (int y = 0; y < 256; y++) {
            const char two[3] = {(char)x, (char)y, 'z'};
            decode(a, two, 3);
            decode(a, two, 2);
            lgm_arena_reset(a);
        }
    lgm_arena_free(a);
}

static void blank_is_white_space_in_any_encoding(UNUSED void **state)
{
    assert_true(lgm_read_decode_blank("", 0));
    assert_true(
        lgm_read_decode_blank(BYTES(" \t\r\n\f\xc2\xa0\xe2\x80\x83\xe3\x80\x80\xef\xbb\xbf")));
    assert_true(lgm_read_decode_blank(BYTES("\xff\xfe \0\n\0\x03\x20")));
    assert_false(lgm_read_decode_blank(BYTES("\xff\xfe \0\n"))); /* half a unit is something */
    assert_false(lgm_read_decode_blank(BYTES("\n\n.\n")));
    assert_false(lgm_read_decode_blank(BYTES("\xa0")));
    assert_false(lgm_read_decode_blank(BYTES("\xfe\xff\0x")));
}

static void days_are_real_days(UNUSED void **state)
{
    static const char *const good[] = {"2024-02-29", "2000-02-29", "0001-01-01", "1999-12-31"};
    static const char *const bad[] = {"2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01",
                                      "2024-00-10", "2024-01-00", "0000-01-01", "2024-1-01",
                                      "24-01-01",   "2024/01/01", "",           "2024-01-01x",
                                      "+024-01-01", "2024-01-0a"};
    for (size_t i = 0; i < LGM_COUNT(good); i++)
        assert_true(lgm_read_is_day(good[i], strlen(good[i])));
    for (size_t i = 0; i < LGM_COUNT(bad); i++)
        if (lgm_read_is_day(bad[i], strlen(bad[i]))) fail_msg("%s", bad[i]);
}

static void moments_have_a_time_and_perhaps_a_zone(UNUSED void **state)
{
    static const char *const good[] = {"2024-05-24T09:30",         "2024-05-24 09:30:00Z",
                                       "2024-05-24T09:30:00.125Z", "2024-05-24T09:30:00+02:00",
                                       "2024-05-24T09:30-0500",    "2024-05-24T24:00:00",
                                       "2024-05-24T23:59:60Z",     "2024-05-24T09:30+02"};
    static const char *const bad[] = {"2024-05-24",           "2024-05-24T",
                                      "2024-05-24T9:30",      "2024-05-24T25:00",
                                      "2024-05-24T09:60",     "2024-05-24T09:30:61",
                                      "2024-02-30T09:30",     "2024-05-24T09:30:00+2",
                                      "2024-05-24T09:30 CET", "2024-05-24T09:30:00+15:00"};
    for (size_t i = 0; i < LGM_COUNT(good); i++)
        if (!lgm_read_is_moment(good[i], strlen(good[i]))) fail_msg("%s", good[i]);
    for (size_t i = 0; i < LGM_COUNT(bad); i++)
        if (lgm_read_is_moment(bad[i], strlen(bad[i]))) fail_msg("%s", bad[i]);
}

static lgm_doc *fill(const lgm_input *in)
{
    lgm_doc *doc;
    assert_int_equal(lgm_doc_new(&doc, 0, NULL), LGM_OK);
    assert_int_equal(lgm_read_report_fill(doc, in, NULL), LGM_OK);
    return doc;
}

static void assert_str(lgm_slice s, const char *expected)
{
    if (!expected) {
        assert_null(s.ptr);
        return;
    }
    assert_non_null(s.ptr);
    assert_int_equal(s.len, strlen(expected));
    assert_memory_equal(s.ptr, expected, s.len);
}

static void an_input_becomes_a_report(UNUSED void **state)
{
    const lgm_input in = {.text = "abc",
                          .len = 3,
                          .title = "Caf\xe9",
                          .date = "2024-05-24",
                          .url = "https://news.example/1",
                          .byline = "",
                          .publisher = "Daily Example",
                          .raw = (const uint8_t *)"{}",
                          .raw_len = 2,
                          .warning = "first thing\nsecond thing"};
    lgm_doc *const doc = fill(&in);
    assert_str(doc->text, "abc");
    assert_str(doc->id, "ba7816bf8f01cfea"); /* of sha256("abc") */
    assert_str(doc->title, "Caf\xc3\xa9");
    assert_str(doc->date, "2024-05-24");
    assert_str(doc->url, "https://news.example/1");
    assert_str(doc->publisher, "Daily Example");
    assert_str(doc->byline, NULL);
    assert_int_equal(doc->raw_sha256[0], 0x44); /* sha256("{}") */
    assert_int_equal(doc->warnings.n, 3);
    assert_string_equal(doc->warnings.at[0].text, "first thing");
    assert_string_equal(doc->warnings.at[1].text, "second thing");
    assert_string_equal(doc->warnings.at[2].text,
                        "title: not UTF-8, all of it read as Windows-1252; bytes above 127: 1, the "
                        "first at byte 3");
    lgm_doc_free(doc);
}

static void a_date_that_is_no_day_is_left_out(UNUSED void **state)
{
    lgm_doc *doc = fill(&(lgm_input){.text = "abc", .len = 3, .date = "24 May 2024"});
    assert_str(doc->date, NULL);
    assert_string_equal(doc->warnings.at[0].text, "the date \"24 May 2024\" is not a day written "
                                                 "YYYY-MM-DD and was left out");
    lgm_doc_free(doc);
    doc = fill(&(lgm_input){.text = "abc", .len = 3, .date = "2024-05-24T09:30:00 CET"});
    assert_str(doc->date, "2024-05-24");
    assert_string_equal(doc->warnings.at[0].text,
                        "of the date \"2024-05-24T09:30:00 CET\" only the day was kept");
    lgm_doc_free(doc);
}

static void day_and_moment_of_publication_come_of_each_other(UNUSED void **state)
{
    lgm_doc *doc = fill(&(lgm_input){.text = "abc", .len = 3, .date = "2024-05-24 09:30:00Z"});
    assert_str(doc->date, "2024-05-24");
    assert_str(doc->published, "2024-05-24T09:30:00Z");
    assert_int_equal(doc->warnings.n, 0);
    lgm_doc_free(doc);
    doc = fill(&(lgm_input){.text = "abc", .len = 3, .published = "2024-05-24T23:30:00-05:00"});
    assert_str(doc->date, "2024-05-24");
    assert_str(doc->published, "2024-05-24T23:30:00-05:00");
    lgm_doc_free(doc);
    doc = fill(&(lgm_input){.text = "abc", .len = 3, .published = "2024-05-24"});
    assert_str(doc->date, "2024-05-24");
    assert_str(doc->published, NULL);
    lgm_doc_free(doc);
}

static void a_report_says_where_it_and_its_date_are_from(UNUSED void **state)
{
    lgm_doc *doc = fill(&(lgm_input){.text = "abc",
                                     .len = 3,
                                     .date = "2024-05-24",
                                     .date_source = "metadata",
                                     .modified = "2024-05-25T10:00",
                                     .file = "f/b.jsonl",
                                     .line = 7});
    assert_true(lgm_slice_eq(doc->date_source, LGM_SLICE("metadata")));
    assert_true(lgm_slice_eq(doc->modified, LGM_SLICE("2024-05-25T10:00")));
    assert_true(lgm_slice_eq(doc->file, LGM_SLICE("f/b.jsonl")));
    assert_int_equal(doc->line, 7);
    lgm_doc_free(doc);
    doc = fill(&(lgm_input){.text = "abc", .len = 3, .date = "2024-05-24"});
    assert_true(lgm_slice_eq(doc->date_source, LGM_SLICE("given")));
    assert_null(doc->file.ptr);
    lgm_doc_free(doc);
    doc = fill(&(lgm_input){.text = "abc", .len = 3, .date = "soon", .date_source = "metadata"});
    assert_null(doc->date.ptr);
    assert_null(doc->date_source.ptr);
    lgm_doc_free(doc);
}

static void hashes_are_of_text_and_of_bytes(UNUSED void **state)
{
    lgm_doc *const doc = fill(&(lgm_input){.text = "a\r\n", .len = 3});
    uint8_t text[32], raw[32];
    lgm_sha256("a\n", 2, text);
    lgm_sha256("a\r\n", 3, raw);
    assert_memory_equal(doc->sha256, text, 32);
    assert_memory_equal(doc->raw_sha256, raw, 32);
    lgm_doc_free(doc);
}

static void lack_of_memory_is_survived(UNUSED void **state)
{
    const lgm_input in = {
        .text = "a\0\r\n\xe9", .len = 5, .title = "t\xe9", .date = "x", .warning = "one\ntwo"};
    bool done = false;
    for (int n = 0; !done; n++) {
        assert_true(n < 100);
        lgm_err err = {0};
        lgm_doc *doc = NULL;
        lgm_alloc_fail_after(n);
        lgm_status st = lgm_doc_new(&doc, 0, &err);
        if (st == LGM_OK) st = lgm_read_report_fill(doc, &in, &err);
        lgm_alloc_fail_after(-1);
        done = st == LGM_OK;
        if (!done) assert_int_equal(st, LGM_E_NOMEM);
        if (!done) assert_string_not_equal(err.message, "");
        if (doc)
            for (size_t i = 0; i < doc->warnings.n; i++)
                assert_non_null(doc->warnings.at[i].text);
        lgm_doc_free(doc);
    }
    lgm_doc_free(NULL);
}

/* The same through the budget, which falls at every allocation and not only at new blocks. */
static void a_small_budget_is_survived(UNUSED void **state)
{
    const lgm_input in = {
        .text = "a\0\r\n\xe9", .len = 5, .title = "t\xe9", .date = "x", .warning = "one\ntwo"};
    bool done = false;
    for (uint64_t budget = 16; !done; budget += 16) {
        assert_true(budget < 10000);
        lgm_doc *doc;
        assert_int_equal(lgm_doc_new(&doc, budget, NULL), LGM_OK);
        const lgm_status st = lgm_read_report_fill(doc, &in, NULL);
        done = st == LGM_OK;
        if (!done) assert_int_equal(st, LGM_E_BUDGET);
        for (size_t i = 0; i < doc->warnings.n; i++)
            assert_non_null(doc->warnings.at[i].text);
        lgm_doc_free(doc);
    }
}

static bool is_copy(const char *a, const char *b)
{
    return a ? b && a != b && strcmp(a, b) == 0 : !b;
}

static void a_copy_of_an_input_stands_alone(UNUSED void **state)
{
    const lgm_input in = {.text = "a\0b",
                          .len = 3,
                          .title = "T",
                          .date = "",
                          .warning = "one\ntwo",
                          .raw = (const uint8_t *)"{}",
                          .raw_len = 2};
    lgm_input *copy;
    size_t size = 0;
    assert_int_equal(lgm_input_copy(&copy, &in, &size, NULL), LGM_OK);
    assert_int_equal(copy->len, 3);
    assert_memory_equal(copy->text, "a\0b", 3);
    assert_memory_equal(copy->raw, "{}", 2);
    assert_int_equal(size, sizeof in + 3 + 2 + 2 + 1 + 8);
#define SAME(field) assert_true(is_copy(in.field, copy->field));
    LGM_INPUT_STRINGS(SAME)
#undef SAME
    lgm_input_free(copy);

    const lgm_input same = {.text = "abc", .len = 3, .raw = (const uint8_t *)in.text, .raw_len = 0};
    assert_int_equal(lgm_input_copy(&copy, &same, NULL, NULL), LGM_OK);
    assert_non_null(copy->raw); /* no bytes at all are not those of the text */
    lgm_input_free(copy);
    lgm_input_free(NULL);

    lgm_alloc_fail_after(0);
    assert_int_equal(lgm_input_copy(&copy, &in, NULL, NULL), LGM_E_NOMEM);
    lgm_alloc_fail_after(-1);
    assert_null(copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_encoding_comes_out_as_text),
        cmocka_unit_test(every_byte_decodes),
        cmocka_unit_test(blank_is_white_space_in_any_encoding),
        cmocka_unit_test(days_are_real_days),
        cmocka_unit_test(an_input_becomes_a_report),
        cmocka_unit_test(a_date_that_is_no_day_is_left_out),
        cmocka_unit_test(moments_have_a_time_and_perhaps_a_zone),
        cmocka_unit_test(day_and_moment_of_publication_come_of_each_other),
        cmocka_unit_test(a_copy_of_an_input_stands_alone),
        cmocka_unit_test(a_report_says_where_it_and_its_date_are_from),
        cmocka_unit_test(hashes_are_of_text_and_of_bytes),
        cmocka_unit_test(lack_of_memory_is_survived),
        cmocka_unit_test(a_small_budget_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
