/* test_record.c - a record read back is the same record, and nothing else is taken for one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_out.h"
#include "record/read.h"

/* tests/golden/record.json: every field of the tables, filled and empty. */
static char *golden(size_t *len)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/golden/record.json", getenv("LEGOMENA_TESTS"));
    FILE *const f = fopen(path, "rb");
    assert_non_null(f);
    char *const text = calloc(1, 1 << 16);
    *len = fread(text, 1, (1 << 16) - 1, f);
    fclose(f);
    return text;
}

static lgm_record *read_all(const char *json)
{
    lgm_record *r;
    lgm_err err = {0};
    if (lgm_record_read(&r, json, strlen(json), &err) != LGM_OK) fail_msg("%s", err.message);
    return r;
}

static char *written(const lgm_record *r, lgm_format format)
{
    char *out;
    assert_int_equal(lgm_record_write(r, format, &out, NULL, NULL), LGM_OK);
    return out;
}

static void what_is_read_is_written_again(void **state)
{
    (void)state;
    size_t len;
    char *const text = golden(&len);
    lgm_record *const r = read_all(text);
    char *const pretty = written(r, LGM_FORMAT_JSON), *const line = written(r, LGM_FORMAT_JSONL);
    assert_string_equal(pretty, text);
    assert_ptr_equal(strchr(line, '\n'), line + strlen(line) - 1);

    lgm_record *const again = read_all(line);
    char *const pretty_again = written(again, LGM_FORMAT_JSON);
    assert_string_equal(pretty_again, text);
    lgm_string_free(pretty);
    lgm_string_free(line);
    lgm_string_free(pretty_again);
    lgm_record_free(r);
    lgm_record_free(again);
    free(text);
}

static void assert_str(lgm_str s, const char *expected)
{
    assert_int_equal(s.len, strlen(expected));
    assert_memory_equal(s.ptr, expected, s.len);
}

static void ids_are_indices(void **state)
{
    (void)state;
    size_t len;
    char *const text = golden(&len);
    lgm_record *const r = read_all(text);
    memset(text, 'x', len); /* nothing is borrowed */
    const lgm_claim *const c = r->claims.at;
    assert_int_equal(c[0].act, LGM_ACT_DENY);
    assert_int_equal(c[0].certainty, LGM_CERTAINTY_NOT_CERTAIN);
    assert_int_equal(c[0].speaker, 0);
    assert_int_equal(c[0].parent, LGM_NONE);
    assert_int_equal(c[1].parent, 0);
    assert_int_equal(c[1].speaker, LGM_NONE);
    assert_int_equal(c[0].about.at[0].kind, 'v');
    assert_int_equal(r->times.at[0].anchor, LGM_PUBLISHED);
    assert_int_equal(r->times.at[1].anchor, 0);
    assert_int_equal(r->times.at[2].anchor, LGM_NONE);
    assert_true(r->entities.at[0].mentions.at[1].confidence < 0);
    assert_int_equal(r->sha256[0], 0x9f);
    assert_str(lgm_record_quote(r, c[0].quoted.at[0]), "denied");
    assert_str(lgm_record_quote(r, (lgm_cpspan){73, 86}), "more than 140");
    assert_str(lgm_record_quote(r, (lgm_cpspan){73, 960}), "");
    lgm_record_free(r);
    free(text);
}

/* Texts around the stride of the table, with characters of one to four bytes. */
static void quotes_count_code_points(void **state)
{
    (void)state;
    static const char *const points[] = {"a", "\xc3\xab", "\xe2\x80\x9c", "\xf0\x9f\x98\x80"};
    char text[4 * 200 + 1];
    uint32_t at[201], n = 0;
    size_t len = 0;
    lgm_record *r;
    assert_int_equal(lgm_record_new(&r, NULL), LGM_OK);
    for (; n < 200; n++) {
        const char *const point = points[n * 7 % 11 % 4];
        at[n] = (uint32_t)len;
        len += (size_t)sprintf(text + len, "%s", point);
    }
    at[n] = (uint32_t)len;
    r->text = (lgm_str){text, len};
    assert_int_equal(lgm_record_index_text(r, NULL), LGM_OK);
    assert_int_equal(r->length, n);
    for (uint32_t a = 0; a <= n; a++)
        for (uint32_t b = a; b <= n; b++) {
            const lgm_str s = lgm_record_quote(r, (lgm_cpspan){a, b});
            assert_ptr_equal(s.ptr, text + at[a]);
            assert_int_equal(s.len, at[b] - at[a]);
        }
    assert_str(lgm_record_quote(r, (lgm_cpspan){5, 2}), "");
    assert_str(lgm_record_quote(r, (lgm_cpspan){5, n + 1}), "");
    lgm_record_free(r);
}

/* The golden record with one piece of it replaced. */
static lgm_status read_with(const char *from, const char *to, lgm_err *err)
{
    size_t len;
    char *const text = golden(&len), *const at = strstr(text, from);
    if (!at) fail_msg("no %s", from);
    char *const changed = malloc(len + strlen(to) + 1);
    const size_t before = (size_t)(at - text);
    memcpy(changed, text, before);
    strcpy(changed + before, to);
    strcat(changed, at + strlen(from));
    lgm_record *r;
    const lgm_status st = lgm_record_read(&r, changed, strlen(changed), err);
    assert_true((st == LGM_OK) == (r != NULL));
    lgm_record_free(r);
    free(changed);
    free(text);
    return st;
}

static void what_is_no_record_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
        lgm_status status;
        const char *word;
    } cases[] = {
        {"\"legomena\": 1", "\"legomena\": 2", LGM_E_VERSION, "version 2"},
        {"\"id\": \"full\",", "", LGM_E_FORMAT, "a record without \"id\""},
        {"\"id\": \"full\"", "\"id\": null", LGM_E_FORMAT, "string"},
        {"\"lang\": \"en\"", "\"lang\": \"en\", \"lang\": null", LGM_E_FORMAT, "twice"},
        {"9f86", "9F86", LGM_E_FORMAT, "hash"},
        {"[0, 21]", "[0, 21, 3]", LGM_E_FORMAT, "two numbers"},
        {"[0, 21]", "[0]", LGM_E_FORMAT, "two numbers"},
        {"[0, 21]", "[-1, 21]", LGM_E_FORMAT, "from 0"},
        {"[0, 21]", "[0, 2.5]", LGM_E_FORMAT, "integer"},
        {"[0, 21]", "[21, 21]", LGM_E_CORRUPT, "outside"},
        {"[22, 94]", "[22, 95]", LGM_E_CORRUPT, "outside"},
        {"\"type\": \"PER\"", "\"type\": \"PERSON\"", LGM_E_FORMAT,
         "\"type\" cannot be \"PERSON\""},
        {"\"id\": \"e2\"", "\"id\": \"e3\"", LGM_E_FORMAT, "\"e2\""},
        {"\"anchor\": \"t1\"", "\"anchor\": \"t9\"", LGM_E_CORRUPT, "leads nowhere"},
        {"\"anchor\": \"t1\"", "\"anchor\": \"e1\"", LGM_E_FORMAT, "\"t1\""},
        {"\"anchor\": \"t1\"", "\"anchor\": \"t01\"", LGM_E_FORMAT, "\"t1\""},
        {"\"speaker\": \"e1\"", "\"speaker\": \"e4294967295\"", LGM_E_FORMAT, "id"},
        {"[\"v1\", \"e2\"]", "[\"v1\", \"e3\"]", LGM_E_CORRUPT, "claim 1: \"about\""},
        {"[[\"c1\"], [\"c2\"]]", "[[\"c1\"], [\"c3\"]]", LGM_E_CORRUPT, "dispute 1"},
        {"\"start\": 22, \"end\": 25", "\"start\": 25, \"end\": 22", LGM_E_CORRUPT, "mention 2"},
        {"\"content\": [[18, 20]]", "\"content\": []", LGM_E_FORMAT, "empty"},
        {"\"value\": 140,", "\"value\": 1e40,", LGM_E_FORMAT, "digits"},
        {"50.45466", "190.5", LGM_E_FORMAT, "degrees"},
        {"\"warnings\"", "\"warnings", LGM_E_FORMAT, ""},
    };
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        lgm_err err = {0};
        const lgm_status st = read_with(cases[i].from, cases[i].to, &err);
        if (st != cases[i].status || !strstr(err.message, cases[i].word))
            fail_msg("%s: %d %s", cases[i].to, st, err.message);
        assert_true(st == LGM_E_CORRUPT || err.line > 1);
    }
}

static void keys_of_later_engines_are_skipped(void **state)
{
    (void)state;
    lgm_err err = {0};
    assert_int_equal(read_with("\"lang\": \"en\"",
                               "\"new\": {\"a\": [1, {\"b\": null}]}, \"lang\": \"en\"", &err),
                     LGM_OK);
    assert_int_equal(
        read_with("\"form\": \"pronoun\"", "\"form\": \"pronoun\", \"x\": -1.5e3", &err), LGM_OK);
}

static void a_failed_allocation_is_a_status(void **state)
{
    (void)state;
    size_t len;
    char *const text = golden(&len);
    lgm_status st = LGM_E_NOMEM;
    for (int64_t n = 0; st != LGM_OK; n++) {
        lgm_record *r;
        char *out = NULL;
        lgm_alloc_fail_after(n);
        st = lgm_record_read(&r, text, len, NULL);
        if (st == LGM_OK) st = lgm_record_write(r, LGM_FORMAT_JSON, &out, NULL, NULL);
        lgm_alloc_fail_after(-1);
        assert_true(st == LGM_OK || st == LGM_E_NOMEM);
        assert_true(n < 1000);
        lgm_string_free(out);
        lgm_record_free(r);
    }
    free(text);
}

/* ---- names and numbers ----------------------------------------------------------------------- */

static void kinds_have_names(void **state)
{
    (void)state;
    assert_string_equal(lgm_claim_form_name(LGM_FORM_MIXED), "mixed");
    assert_string_equal(lgm_entity_type_name(LGM_ENTITY_FAC), "FAC");
    assert_string_equal(lgm_blame_name(LGM_BLAME_POSSIBLE), "possible");
    assert_null(lgm_act_name(LGM_ACT_NONE));
}

#define COUNT(...) +1
#define ASSERT_NO_NAME(type, LIST)                                                                 \
    do {                                                                                           \
        assert_non_null(type##_name((type)((0 LIST(COUNT)) - 1)));                                 \
        assert_null(type##_name((type)(0 LIST(COUNT))));                                           \
        assert_null(type##_name((type)-1));                                                        \
        assert_null(type##_name((type)INT_MAX));                                                   \
        assert_null(type##_name((type)INT_MIN));                                                   \
    } while (0)

static void what_is_no_kind_has_no_name(void **state)
{
    (void)state;
    ASSERT_NO_NAME(lgm_entity_type, LGM_ENTITY_TYPES);
    ASSERT_NO_NAME(lgm_mention_form, LGM_MENTION_FORMS);
    ASSERT_NO_NAME(lgm_time_type, LGM_TIME_TYPES);
    ASSERT_NO_NAME(lgm_claim_form, LGM_CLAIM_FORMS);
    ASSERT_NO_NAME(lgm_speaker_kind, LGM_SPEAKER_KINDS);
    ASSERT_NO_NAME(lgm_ground, LGM_GROUNDS);
    ASSERT_NO_NAME(lgm_act, LGM_ACTS);
    ASSERT_NO_NAME(lgm_certainty, LGM_CERTAINTIES);
    ASSERT_NO_NAME(lgm_evidence, LGM_EVIDENCES);
    ASSERT_NO_NAME(lgm_repetition, LGM_REPETITIONS);
    ASSERT_NO_NAME(lgm_answer, LGM_ANSWERS);
    ASSERT_NO_NAME(lgm_relation, LGM_RELATIONS);
    ASSERT_NO_NAME(lgm_polarity, LGM_POLARITIES);
    ASSERT_NO_NAME(lgm_modality, LGM_MODALITIES);
    ASSERT_NO_NAME(lgm_incident_type, LGM_INCIDENT_TYPES);
    ASSERT_NO_NAME(lgm_blame, LGM_BLAMES);
    assert_string_equal(lgm_status_text((lgm_status)INT_MAX), "unknown status");
}

static void assert_written(void (*write)(lgm_json *, const void *), const void *value,
                           const char *expected)
{
    lgm_buf b = {0};
    lgm_json w = {.out = &b};
    char *out;
    write(&w, value);
    assert_int_equal(lgm_buf_take(&b, &out, NULL, NULL), LGM_OK);
    assert_string_equal(out, expected);
    lgm_string_free(out);
}

static void put_text(lgm_json *w, const void *value)
{
    lgm_json_text(w, value);
}

static void put_share(lgm_json *w, const void *value)
{
    lgm_json_share(w, *(const float *)value);
}

static void put_degrees(lgm_json *w, const void *value)
{
    lgm_json_degrees(w, *(const double *)value);
}

static void put_int(lgm_json *w, const void *value)
{
    lgm_json_int(w, *(const int64_t *)value);
}

static void strings_are_escaped(void **state)
{
    (void)state;
    assert_written(put_text, "a\"\\\n\x01\x7f\xc2\x9b\xc2\xa0\xe2\x80\x9c",
                   "\"a\\\"\\\\\\n\\u0001\\u007f\\u009b\xc2\xa0\xe2\x80\x9c\"");
}

static void numbers_are_the_same_everywhere(void **state)
{
    (void)state;
    static const struct {
        float value;
        const char *text;
    } shares[] = {
        {0, "0.0"},      {1, "1.0"},  {0.5f, "0.5"}, {0.994f, "0.99"}, {0.996f, "1.0"},
        {0.05f, "0.05"}, {-3, "0.0"}, {7, "1.0"},    {0.125f, "0.13"}, {__builtin_nanf(""), "0.0"}};
    for (size_t i = 0; i < LGM_COUNT(shares); i++)
        assert_written(put_share, &shares[i].value, shares[i].text);
    for (uint32_t h = 0; h <= 100; h++) /* what was read is written again */
        assert_int_equal(lgm_json_hundredths((float)h / 100.0f), h);

    static const struct {
        double value;
        const char *text;
    } degrees[] = {
        {0, "0.0"}, {-5e-5, "-0.00005"}, {-123.456, "-123.456"}, {180, "180.0"}, {-1e-9, "0.0"}};
    for (size_t i = 0; i < LGM_COUNT(degrees); i++)
        assert_written(put_degrees, &degrees[i].value, degrees[i].text);
    const int64_t least = INT64_MIN;
    assert_written(put_int, &least, "-9223372036854775808");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_read_is_written_again),
        cmocka_unit_test(ids_are_indices),
        cmocka_unit_test(quotes_count_code_points),
        cmocka_unit_test(what_is_no_record_is_refused),
        cmocka_unit_test(keys_of_later_engines_are_skipped),
        cmocka_unit_test(a_failed_allocation_is_a_status),
        cmocka_unit_test(kinds_have_names),
        cmocka_unit_test(what_is_no_kind_has_no_name),
        cmocka_unit_test(strings_are_escaped),
        cmocka_unit_test(numbers_are_the_same_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
