/* test_json.c - the JSON reader takes what RFC 8259 allows, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#include "base/json_in.h"
#include "sample_arena.h"

static lgm_json_in reader(const char *text, lgm_err *err)
{
    return (lgm_json_in){
        .start = text, .at = text, .end = text + strlen(text), .arena = arena, .err = err};
}

static lgm_status skipped(const char *text, lgm_err *err)
{
    lgm_json_in r = reader(text, err);
    lgm_json_skip(&r);
    lgm_json_finish(&r);
    return r.status;
}

static void valid_json_is_taken(void **state)
{
    (void)state;
    static const char *const texts[] = {"0",
                                        "-0",
                                        "1.5",
                                        "-1.5e+10",
                                        "1E-2",
                                        "\"\"",
                                        "\"\\u00e9\\ud83d\\ude00\\/\\b\"",
                                        "null",
                                        "true",
                                        " false ",
                                        "[]",
                                        "{}",
                                        "[1,[2,{\"a\":[]}],\"x\"]",
                                        "{\"a\":1,\"b\":{\"c\":null}}",
                                        "\t\r\n[ 1 , 2 ]\n",
                                        "\"\x7f caf\xc3\xa9\"",
                                        "[[],[[]],{}]"};
    for (size_t i = 0; i < LGM_COUNT(texts); i++) {
        lgm_err err = {0};
        if (skipped(texts[i], &err) != LGM_OK) fail_msg("%s: %s", texts[i], err.message);
    }
}

static void anything_else_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        " ",
                                        "01",
                                        "-",
                                        "1.",
                                        ".5",
                                        "+1",
                                        "1e",
                                        "0x1",
                                        "NaN",
                                        "Infinity",
                                        "nul",
                                        "tru",
                                        "True",
                                        "'a'",
                                        "\"",
                                        "\"a",
                                        "\"\\\"",
                                        "\"\\x\"",
                                        "\"\\u12\"",
                                        "\"\\ud83d\"",
                                        "\"\\ude00\"",
                                        "\"\\ud83d\\u0041\"",
                                        "\"a\nb\"",
                                        "\"\x01\"",
                                        "\"\xff\"",
                                        "\"\xc3\"",
                                        "\"\xed\xa0\x80\"",
                                        "\"\\n\xff\"",
                                        "[",
                                        "]",
                                        "[1",
                                        "[1,",
                                        "[1,]",
                                        "[,1]",
                                        "[1 2]",
                                        "{",
                                        "{\"a\"",
                                        "{\"a\":",
                                        "{\"a\":1",
                                        "{\"a\":1,",
                                        "{\"a\":1,}",
                                        "{a:1}",
                                        "{\"a\" 1}",
                                        "{\"a\":1 \"b\":2}",
                                        "[1}",
                                        "{\"a\":1]",
                                        "1 2",
                                        "[] []",
                                        "/* no */ 1",
                                        "\xef\xbb\xbf[]"};
    for (size_t i = 0; i < LGM_COUNT(texts); i++)
        if (skipped(texts[i], NULL) != LGM_E_FORMAT) fail_msg("%s", texts[i]);
}

static void errors_have_a_place(void **state)
{
    (void)state;
    lgm_err err = {0};
    assert_int_equal(skipped("[1,\n 2,\n  x]", &err), LGM_E_FORMAT);
    assert_int_equal(err.line, 3);
    assert_int_equal(err.byte, 10);
    assert_string_equal(err.message, "a value was expected here");
}

static void depth_has_a_limit(void **state)
{
    (void)state;
    char text[2 * LGM_JSON_IN_DEPTH + 3] = "";
    memset(text, '[', LGM_JSON_IN_DEPTH);
    memset(text + LGM_JSON_IN_DEPTH, ']', LGM_JSON_IN_DEPTH);
    assert_int_equal(skipped(text, NULL), LGM_OK);
    memset(text, '[', LGM_JSON_IN_DEPTH + 1);
    memset(text + LGM_JSON_IN_DEPTH + 1, ']', LGM_JSON_IN_DEPTH + 1);
    assert_int_equal(skipped(text, NULL), LGM_E_BUDGET);
}

static void strings_are_read(void **state)
{
    (void)state;
    static const char text[] = "[\"plain\", \"a\\u0000\\n\\u20ac\\ud83d\\ude00\\\\\"]";
    lgm_json_in r = reader(text, NULL);
    lgm_slice s;
    assert_true(lgm_json_enter(&r, '[') && lgm_json_item(&r) && lgm_json_read_str(&r, &s));
    assert_ptr_equal(s.ptr, text + 2); /* not copied */
    assert_int_equal(s.len, 5);
    assert_true(lgm_json_item(&r) && lgm_json_read_str(&r, &s));
    static const char expected[] = "a\0\n\xe2\x82\xac\xf0\x9f\x98\x80\\";
    assert_int_equal(s.len, sizeof expected - 1);
    assert_memory_equal(s.ptr, expected, s.len);
    assert_false(lgm_json_item(&r));
    assert_true(lgm_json_finish(&r));
}

static void numbers_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned scale;
        int64_t value;
        lgm_status status;
    } cases[] = {
        {"0", 0, 0, LGM_OK},
        {"-17", 0, -17, LGM_OK},
        {"1e3", 0, 1000, LGM_OK},
        {"1500e-2", 0, 15, LGM_OK},
        {"0.0", 0, 0, LGM_OK},
        {"1.5", 0, 0, LGM_E_FORMAT},
        {"999999999999999999", 0, 999999999999999999, LGM_OK},
        {"9999999999999999999", 0, 0, LGM_E_FORMAT},
        {"1e30", 0, 0, LGM_E_FORMAT},
        {"1e999999999999", 0, 0, LGM_E_FORMAT},
        {"0e999999999999", 0, 0, LGM_OK},
        {"0.876", 2, 88, LGM_OK},
        {"0.8749999999999999999999", 2, 87, LGM_OK},
        {"0.005", 2, 1, LGM_OK},
        {"0.0049", 2, 0, LGM_OK},
        {"0.0009", 2, 0, LGM_OK},
        {"1e-400", 2, 0, LGM_OK},
        {"-122.45466", 5, -12245466, LGM_OK},
    };
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        lgm_json_in r = reader(cases[i].text, NULL);
        int64_t value;
        lgm_json_read_number(&r, cases[i].scale, &value);
        lgm_json_finish(&r);
        if (r.status != cases[i].status || (r.status == LGM_OK && value != cases[i].value))
            fail_msg("%s: %d %lld", cases[i].text, r.status, (long long)value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(valid_json_is_taken), cmocka_unit_test(anything_else_is_refused),
        cmocka_unit_test(errors_have_a_place), cmocka_unit_test(depth_has_a_limit),
        cmocka_unit_test(strings_are_read),    cmocka_unit_test(numbers_are_read),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
