/* test_parse.c - the best tree against all trees. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "parse/mst.h"

enum { MAX_N = 6 };

static uint64_t seed = 7;

static uint32_t random_below(uint32_t n)
{
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (uint32_t)(seed >> 33) % n;
}

/* Quarters: their sums are exact, so the totals of the two trees can be compared as they are. */
static float random_score(void)
{
    return (float)random_below(41) / 4.0f - 5.0f;
}

static bool single_root_tree(const uint32_t *head, uint32_t n)
{
    uint32_t roots = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t at = i, steps = 0;
        while (at != LGM_NONE && steps++ <= n) {
            if (head[at] != LGM_NONE && head[at] >= n) return false;
            at = head[at];
        }
        if (at != LGM_NONE) return false;
        roots += head[i] == LGM_NONE;
    }
    return roots == 1;
}

static double total(const float *score, size_t ld, const float *root, uint32_t n,
                    const uint32_t *head)
{
    double sum = 0;
    for (uint32_t i = 0; i < n; i++) sum += head[i] == LGM_NONE ? root[i] : score[i * ld + head[i]];
    return sum;
}

static double best_of_all(const float *score, size_t ld, const float *root, uint32_t n)
{
    uint32_t pick[MAX_N] = {0}, head[MAX_N];
    double best = -INFINITY;
    for (;;) {
        for (uint32_t i = 0; i < n; i++) head[i] = pick[i] == i ? LGM_NONE : pick[i];
        if (single_root_tree(head, n)) {
            const double t = total(score, ld, root, n, head);
            best = t > best ? t : best;
        }
        uint32_t i = 0;
        while (i < n && ++pick[i] == n) pick[i++] = 0;
        if (i == n) return best;
    }
}

static lgm_arena *scratch;

static void compare(uint32_t n, float root_bonus)
{
    enum { LD = 8 };
    float score[MAX_N * LD], root[MAX_N];
    for (size_t i = 0; i < LGM_COUNT(score); i++) score[i] = random_score();
    for (uint32_t i = 0; i < n; i++) root[i] = random_score() + root_bonus;
    const double want = best_of_all(score, LD, root, n);
    uint32_t head[MAX_N];
    assert_true(lgm_parse_mst(score, LD, root, n, head, scratch));
    assert_true(single_root_tree(head, n));
    assert_true(total(score, LD, root, n, head) == want);
}

static void same_score_as_the_best_of_all_trees(void **state)
{
    (void)state;
    for (uint32_t n = 1; n <= MAX_N; n++)
        for (int round = 0; round < (n < 6 ? 400 : 60); round++) {
            compare(n, 0);
            compare(n, 10);  /* every token wants the root */
            compare(n, -10); /* none does: cycles */
        }
}

static void large_sentences_end_in_one_tree(void **state)
{
    (void)state;
    for (uint32_t n = 7; n <= 300; n = n * 2 + 1) {
        float *const score = malloc(n * n * sizeof *score), *const root = malloc(n * sizeof *root);
        uint32_t *const head = malloc(n * sizeof *head);
        for (int kind = 0; kind < 5; kind++) {
            for (uint32_t i = 0; i < n; i++) {
                for (uint32_t j = 0; j < n; j++)
                    score[i * n + j] = kind == 0   ? random_score()
                                       : kind == 1 ? 0
                                       : kind == 2 ? -fabsf((float)i - (float)j) /* pairs, nested */
                                       : kind == 3 ? (j % 2 ? NAN : INFINITY)
                                                   : -3e38f;
                root[i] = kind == 3 ? NAN : random_score() - 100;
            }
            assert_true(lgm_parse_mst(score, n, root, n, head, scratch));
            assert_true(single_root_tree(head, n));
        }
        free(score);
        free(root);
        free(head);
    }
}

static void any_allocation_may_fail(void **state)
{
    (void)state;
    for (int64_t fail = 0;; fail++) {
        enum { N = 60 };
        float score[N * N] = {0}, root[N] = {0};
        uint32_t head[N];
        lgm_arena *a;
        assert_int_equal(lgm_arena_new(&a, 0, NULL), LGM_OK);
        lgm_alloc_fail_after(fail);
        const bool ok = lgm_parse_mst(score, N, root, N, head, a);
        lgm_alloc_fail_after(-1);
        assert_true(ok || lgm_arena_status(a) == LGM_E_NOMEM);
        lgm_arena_free(a);
        if (ok) break;
        assert_true(fail < 50);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_score_as_the_best_of_all_trees),
        cmocka_unit_test(large_sentences_end_in_one_tree),
        cmocka_unit_test(any_allocation_may_fail),
    };
    if (lgm_arena_new(&scratch, 0, NULL) != LGM_OK) return 1;
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    lgm_arena_free(scratch);
    return failed;
}
