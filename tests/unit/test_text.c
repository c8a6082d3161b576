/*
 * test_text.c - properties of tokens and quotes, failing memory, budget, and the forms of a word.
 * What is cut where stands in tests/golden/text.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "base/fold.h"
#include "text/text.h"
#include "text_properties.h"

/* Pieces that meet in all orders: letters, digits, signs, marks, gaps. */
static const char *const pieces[] = {
    "a", "S", "don't", "s'", "Mr", "U", "n", "t", "1", "90", ".", "..", ",", ":", "-", "/", "'",
    "’", "‘", "“", "”", "\"", "`", "''", "``", "«", "»", "(", ")", "$", "@", "&", "!", "?", "…",
    "—", " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "é", "\u0301", "\u200d", "\u200b", "\u00ad",
    "👍", "🏽", "www.", "com", "non", "#", "_", "%", "*", "王", "\u2029"};

static uint32_t seed = 7;

static uint32_t random_below(uint32_t n)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % n;
}

static lgm_doc *cut(const char *text, size_t len)
{
    lgm_doc *doc;
    assert_int_equal(lgm_doc_new(&doc, 0, NULL), LGM_OK);
    doc->text = (lgm_slice){text, len};
    assert_int_equal(lgm_text_run(doc, NULL), LGM_OK);
    const char *const wrong = text_wrong(doc);
    if (wrong) fail_msg("%s in: %.*s", wrong, (int)(len > 400 ? 400 : len), text);
    return doc;
}

static void test_random_texts(void **state)
{
    (void)state;
    char text[1024];
    for (int round = 0; round < 20000; round++) {
        size_t len = 0;
        const uint32_t n = random_below(40);
        for (uint32_t i = 0; i < n; i++) {
            const char *const piece = pieces[random_below(LGM_COUNT(pieces))];
            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        lgm_doc_free(cut(text, len));
    }
}

/* One piece, or two, over and over: a scan that looks back or ahead too far would take for ever. */
static void test_repeated_pieces(void **state)
{
    (void)state;
    enum { SIZE = 200000 };
    char *const text = malloc(SIZE + 16);
    assert_non_null(text);
    for (size_t p = 0; p < LGM_COUNT(pieces); p++) {
        const char *const second = pieces[random_below(LGM_COUNT(pieces))];
        size_t len = 0;
        while (len < SIZE) {
            const char *const piece = len % 2 ? second : pieces[p];
            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        lgm_doc_free(cut(text, len));
    }
    free(text);
}

static void test_empty(void **state)
{
    (void)state;
    lgm_doc *doc = cut("", 0);
    assert_int_equal(doc->n_tokens, 0);
    assert_int_equal(doc->n_quotes, 0);
    lgm_doc_free(doc);
    doc = cut(NULL, 0);
    assert_int_equal(doc->n_tokens, 0);
    lgm_doc_free(doc);
}

static void test_code_points(void **state)
{
    (void)state;
    const char text[] = "Zoë’s “já”";
    lgm_doc *const doc = cut(text, sizeof text - 1);
    assert_int_equal(doc->n_tokens, 5);
    assert_int_equal(doc->tokens[1].start, 4);
    assert_int_equal(lgm_doc_points(doc, (lgm_tokspan){1, 5}).start, 3);
    assert_int_equal(lgm_doc_points(doc, (lgm_tokspan){1, 5}).end, 10);
    assert_int_equal(doc->tokens[3].flags, LGM_TOK_QUOTED);
    lgm_doc_free(doc);
}

static const char report[] =
    "\"We won't,\" he said.\n\n'The strikers' demands,' she said, 'are fair.'";

static void test_memory_fails(void **state)
{
    (void)state;
    for (int64_t n = 0;; n++) {
        lgm_doc *doc;
        lgm_err err = {0};
        assert_int_equal(lgm_doc_new(&doc, 0, NULL), LGM_OK);
        doc->text = LGM_SLICE(report);
        lgm_alloc_fail_after(n);
        const lgm_status st = lgm_text_run(doc, &err);
        lgm_alloc_fail_after(-1);
        lgm_doc_free(doc);
        if (st == LGM_OK) break;
        assert_int_equal(st, LGM_E_NOMEM);
        assert_true(err.message[0] != 0);
    }
}

static void test_budget(void **state)
{
    (void)state;
    const size_t len = 1 << 20;
    char *const text = malloc(len);
    assert_non_null(text);
    memset(text, '(', len);
    lgm_doc *doc;
    lgm_err err = {0};
    assert_int_equal(lgm_doc_new(&doc, 1 << 20, NULL), LGM_OK);
    doc->text = (lgm_slice){text, len};
    assert_int_equal(lgm_text_run(doc, &err), LGM_E_BUDGET);
    lgm_doc_free(doc);
    free(text);
}

static void check_form(const char *form, const char *lower, const char *zero, const char *shape)
{
    char out[64], more[64];
    size_t n = lgm_fold_lower(form, strlen(form), out);
    assert_true(n <= LGM_FOLD_ROOM(strlen(form)));
    assert_int_equal(n, strlen(lower));
    assert_memory_equal(out, lower, n);
    n = lgm_fold_digits(out, n, more);
    assert_int_equal(n, strlen(zero));
    assert_memory_equal(more, zero, n);
    n = lgm_fold_shape(form, strlen(form), out);
    assert_int_equal(n, strlen(shape));
    assert_memory_equal(out, shape, n);
}

static void test_forms(void **state)
{
    (void)state;
    check_form("McDonalds", "mcdonalds", "mcdonalds", "XxXxxx");
    check_form("U.S.", "u.s.", "u.s.", "X.X.");
    check_form("1,234,567", "1,234,567", "0,000,000", "d,ddd,ddd");
    check_form("2024", "2024", "0000", "ddd");
    check_form("ÉCOLE", "école", "école", "XXX");
    check_form("Ⱥİ", "ⱥİ", "ⱥİ", "Xx");
    check_form("١٢", "١٢", "00", "dd");
    check_form("......", "......", "......", "...");
    check_form("王伟’s", "王伟’s", "王伟’s", "xx’x");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts), cmocka_unit_test(test_repeated_pieces),
        cmocka_unit_test(test_empty),        cmocka_unit_test(test_code_points),
        cmocka_unit_test(test_memory_fails), cmocka_unit_test(test_budget),
        cmocka_unit_test(test_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
