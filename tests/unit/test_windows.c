/* test_windows.c - every token has its window, none is too long, and borders are where they should
 * be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "nn/windows.h"

enum { ROOM = 3000000 };
static lgm_token *tokens;
static uint8_t *counts;
static uint64_t *before; /* pieces before each token, [n + 1] */

static int take(void **state)
{
    (void)state;
    tokens = calloc(ROOM, sizeof *tokens);
    counts = malloc(ROOM);
    before = malloc((ROOM + 1) * sizeof *before);
    return !tokens || !counts || !before;
}

static int give_back(void **state)
{
    (void)state;
    free(tokens);
    free(counts);
    free(before);
    return 0;
}

static uint32_t seed = 7;
static uint32_t dice(uint32_t sides)
{
    seed = seed * 1664525u + 1013904223u;
    return (uint32_t)((uint64_t)seed * sides >> 32);
}

static uint64_t far(uint64_t a, uint64_t b) { return a > b ? a - b : b - a; }

/* The border at token `at`, where a share ends: no other should have been taken. */
static void check_border(uint32_t n, uint32_t at, uint64_t share)
{
    const uint64_t mine = far(before[at], share);
    const bool par = mine <= 24 && (tokens[at].flags & LGM_TOK_PAR);
    for (uint32_t d = 0; d <= 60; d++) {
        for (int side = -1; side <= 1; side += 2) {
            const uint32_t t = side < 0 ? at - (d < at ? d : at) : at + d;
            if (t == 0 || t >= n) continue;
            const uint64_t its = far(before[t], share);
            if ((tokens[t].flags & LGM_TOK_PAR) && its <= 24)
                assert_true(par && mine <= its);
            else
                assert_true(par || mine <= its);
        }
    }
}

/* All that windows.h promises; returns how many windows there are. */
static uint64_t check(uint32_t n)
{
    before[0] = 0;
    for (uint32_t i = 0; i < n; i++) before[i + 1] = before[i] + counts[i];
    const uint64_t all = before[n], most = all <= 382 ? 1 : (all - 96 + 285) / 286;

    const lgm_doc doc = {.tokens = tokens, .n_tokens = n};
    lgm_windows w = lgm_nn_windows_of(&doc, counts);
    uint32_t at = 0;
    uint64_t k = 0;
    for (lgm_window x; lgm_nn_windows_next(&w, &x); k++) {
        assert_true(x.own.start == at && x.own.end > at);
        assert_true(x.read.start <= x.own.start && x.own.end <= x.read.end && x.read.end <= n);
        assert_true(before[x.read.end] - before[x.read.start] <= LGM_WINDOW_PIECES);
        const uint64_t left = before[x.own.start] - before[x.read.start];
        const uint64_t right = before[x.read.end] - before[x.own.end];
        assert_true(left <= 48 && right <= 48);
        if (most > 1) assert_true(before[x.own.end] - before[x.own.start] >= all / most - 50);
        if (x.own.end < n) check_border(n, x.own.end, all * (k + 1) / most);
        at = x.own.end;
    }
    assert_int_equal(at, n);
    assert_true(n == 0 || k == most);
    return k;
}

static void test_any_counts(void **state)
{
    (void)state;
    static const uint32_t widest[] = {1, 2, 3, 8, 32};
    for (int round = 0; round < 4000; round++) {
        const uint32_t n = dice(round % 7 ? 900 : 20000), wide = widest[round % 5];
        const uint32_t par = round % 3 == 0 ? 1 : round % 3 == 1 ? 40 : 1000000;
        for (uint32_t i = 0; i < n; i++) {
            counts[i] =
                (uint8_t)(dice(4) || wide < 8 ? 1 + dice(wide < 3 ? wide : 3) : 1 + dice(wide));
            tokens[i].flags = dice(par) == 0 ? LGM_TOK_PAR : 0;
        }
        check(n);
    }
}

static void test_all_of_one_count(void **state)
{
    (void)state;
    memset(tokens, 0, ROOM * sizeof *tokens);
    for (uint32_t c = 1; c <= 32; c++) {
        memset(counts, (int)c, ROOM);
        for (uint32_t n = 0; n < 3000; n += 1 + n / 100) check(n);
    }
}

static void test_short_documents(void **state)
{
    (void)state;
    memset(tokens, 0, ROOM * sizeof *tokens);
    memset(counts, 1, ROOM);
    assert_int_equal(check(0), 0);
    assert_int_equal(check(1), 1);
    assert_int_equal(check(382), 1);
    assert_int_equal(check(383), 2);
    assert_int_equal(check(668), 2);
    assert_int_equal(check(669), 3);
    const lgm_doc doc = {.tokens = tokens, .n_tokens = 511};
    lgm_windows w = lgm_nn_windows_of(&doc, counts);
    lgm_window x;
    assert_true(lgm_nn_windows_next(&w, &x));
    assert_true(x.read.start == 0 && x.own.end == 255 && x.read.end == 303);
    assert_true(lgm_nn_windows_next(&w, &x));
    assert_true(x.read.start == 207 && x.own.start == 255 && x.read.end == 511);
    assert_false(lgm_nn_windows_next(&w, &x));
}

static void test_a_paragraph_is_kept_whole(void **state)
{
    (void)state;
    memset(tokens, 0, ROOM * sizeof *tokens);
    memset(counts, 1, ROOM);
    const lgm_doc doc = {.tokens = tokens, .n_tokens = 600};
    static const struct {
        uint32_t par[2], border;
    } cases[] = {{{0, 0}, 300},   {{276, 0}, 276},   {{275, 0}, 300},
                 {{324, 0}, 324}, {{325, 0}, 300},   {{290, 309}, 309},
                 {{290, 310}, 290} /* the first of two */};
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        for (int p = 0; p < 2; p++) tokens[cases[i].par[p]].flags = LGM_TOK_PAR;
        lgm_windows w = lgm_nn_windows_of(&doc, counts);
        lgm_window x;
        assert_true(lgm_nn_windows_next(&w, &x));
        assert_int_equal(x.own.end, cases[i].border);
        for (int p = 0; p < 2; p++) tokens[cases[i].par[p]].flags = 0;
    }
}

/* Millions of tokens in the time that reading them takes. */
static void test_a_long_document(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < ROOM; i++) {
        counts[i] = (uint8_t)(1 + dice(32));
        tokens[i].flags = dice(50) ? 0 : LGM_TOK_PAR;
    }
    assert_true(check(ROOM) > 100000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_counts),
        cmocka_unit_test(test_all_of_one_count),
        cmocka_unit_test(test_short_documents),
        cmocka_unit_test(test_a_paragraph_is_kept_whole),
        cmocka_unit_test(test_a_long_document),
    };
    return cmocka_run_group_tests(tests, take, give_back);
}
