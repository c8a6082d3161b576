/* test_crf.c - Viterbi and marginals against all paths; exp and log against the C library. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "nn/crf.h"
#include "nn/detmath.h"

enum { MAX_N = 5, MAX_K = 6, LD = 8 };

static uint64_t seed = 1;

static uint32_t random_below(uint32_t n)
{
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (uint32_t)(seed >> 33) % n;
}

/* Quarters: sums are exact, so equal scores are equal and ties are met often. */
static float random_score(void)
{
    return (float)random_below(17) / 4.0f - 2.0f;
}

typedef struct problem {
    size_t n, k;
    float emit[MAX_N * LD], trans[(MAX_K + 2) * (MAX_K + 2)];
} problem;

static void fill(problem *p, size_t n, size_t k)
{
    p->n = n;
    p->k = k;
    for (size_t i = 0; i < n * LD; i++) p->emit[i] = random_score();
    for (size_t i = 0; i < (k + 2) * (k + 2); i++) p->trans[i] = random_score();
}

static double score(const problem *p, const uint8_t *path)
{
    const size_t k = p->k, s = k + 2;
    double sum = p->trans[k * s + path[0]] + p->trans[path[p->n - 1] * s + k + 1];
    for (size_t t = 0; t < p->n; t++) {
        sum += p->emit[t * LD + path[t]];
        if (t > 0) sum += p->trans[path[t - 1] * s + path[t]];
    }
    return sum;
}

/* Is a before b when both score the same? The last token decides first. */
static bool lower(const uint8_t *a, const uint8_t *b, size_t n)
{
    for (size_t t = n; t-- > 0;)
        if (a[t] != b[t]) return a[t] < b[t];
    return false;
}

static bool next_path(uint8_t *path, size_t n, size_t k)
{
    for (size_t t = 0; t < n; t++) {
        if (++path[t] < k) return true;
        path[t] = 0;
    }
    return false;
}

static void brute(const problem *p, uint8_t *best, double marginal[MAX_N][MAX_K])
{
    uint8_t path[MAX_N] = {0};
    double top = -INFINITY, all = 0;
    memset(marginal, 0, sizeof(double) * MAX_N * MAX_K);
    do {
        const double s = score(p, path);
        if (s > top || (s == top && lower(path, best, p->n))) {
            top = s;
            memcpy(best, path, p->n);
        }
        all += exp(s);
        for (size_t t = 0; t < p->n; t++) marginal[t][path[t]] += exp(s);
    } while (next_path(path, p->n, p->k));
    for (size_t t = 0; t < p->n; t++)
        for (size_t i = 0; i < p->k; i++) marginal[t][i] /= all;
}

/* Exactly as many bytes as promised, so that a sanitizer sees one too many. */
static void *scratch_of(size_t bytes)
{
    return lgm_aligned_alloc(64, bytes);
}

static void run(const problem *p, uint8_t *path, float *prob)
{
    void *s = scratch_of(lgm_nn_crf_scratch_bytes(p->n, p->k));
    lgm_nn_crf_viterbi(p->emit, LD, p->n, p->k, p->trans, path, s);
    lgm_free(s);
    s = scratch_of(lgm_nn_crf_posterior_bytes(p->n, p->k));
    void *const odds = scratch_of(lgm_nn_crf_odds_bytes(p->k));
    lgm_nn_crf_odds(p->trans, p->k, odds);
    lgm_nn_crf_posterior(p->emit, LD, p->n, p->k, odds, p->k, p->k, path, prob, s);
    lgm_free(odds);
    lgm_free(s);
}

static void same_as_all_paths(void **state)
{
    (void)state;
    for (int round = 0; round < 400; round++) {
        problem p;
        fill(&p, 1 + random_below(MAX_N), 1 + random_below(MAX_K));
        uint8_t want[MAX_N], got[MAX_N];
        double marginal[MAX_N][MAX_K];
        float prob[MAX_N];
        brute(&p, want, marginal);
        run(&p, got, prob);
        assert_memory_equal(got, want, p.n);
        for (size_t t = 0; t < p.n; t++) assert_true(fabs(prob[t] - marginal[t][got[t]]) < 1e-6);
    }
}

/* The middle of a sequence, its neighbours given: as if no other label were possible there. */
static void a_part_of_a_sequence(void **state)
{
    (void)state;
    for (int round = 0; round < 100; round++) {
        problem p;
        fill(&p, 5, 2 + random_below(MAX_K - 1));
        uint8_t path[MAX_N];
        float whole[MAX_N], part[MAX_N];
        run(&p, path, whole);
        void *const s = scratch_of(lgm_nn_crf_posterior_bytes(3, p.k));
        void *const odds = scratch_of(lgm_nn_crf_odds_bytes(p.k));
        lgm_nn_crf_odds(p.trans, p.k, odds);
        lgm_nn_crf_posterior(p.emit + LD, LD, 3, p.k, odds, path[0], path[4], path + 1, part + 1,
                             s);
        lgm_free(odds);
        lgm_free(s);
        for (size_t i = 0; i < p.k; i++) {
            if (i != path[0]) p.emit[i] = -500;
            if (i != path[4]) p.emit[4 * LD + i] = -500;
        }
        run(&p, path, whole);
        for (size_t t = 1; t < 4; t++) assert_true(fabs(part[t] - whole[t]) < 1e-6);
    }
}

static void wide_label_sets_keep_their_ties(void **state)
{
    (void)state; /* every width of the vector loop; all paths equal: label 0 throughout */
    for (size_t k = 1; k <= LGM_CRF_MAX_LABELS; k += k < 70 ? 1 : 37) {
        enum { N = 4 };
        float *emit = calloc(N * k, sizeof *emit);
        float *trans = calloc((k + 2) * (k + 2), sizeof *trans);
        uint8_t path[N];
        void *s = scratch_of(lgm_nn_crf_scratch_bytes(N, k));
        lgm_nn_crf_viterbi(emit, k, N, k, trans, path, s);
        for (size_t t = 0; t < N; t++) assert_int_equal(path[t], 0);
        emit[2 * k + k - 1] = 1; /* and the last label where it is best */
        lgm_nn_crf_viterbi(emit, k, N, k, trans, path, s);
        assert_int_equal(path[2], k - 1);
        lgm_free(s);
        free(emit);
        free(trans);
    }
}

static const char *const labels[] = {"O", "B-PER", "I-PER", "E-PER", "S-PER", "B-ORG", "E-ORG"};

static void constrained_paths_are_bioes(void **state)
{
    (void)state;
    enum { K = 7, N = 6 };
    for (int round = 0; round < 300; round++) {
        float emit[N * K], trans[(K + 2) * (K + 2)];
        for (size_t i = 0; i < N * K; i++) emit[i] = random_score();
        for (size_t i = 0; i < LGM_COUNT(trans); i++) trans[i] = random_score();
        assert_int_equal(lgm_nn_crf_constrain(labels, K, trans, NULL), LGM_OK);
        uint8_t path[N];
        void *s = scratch_of(lgm_nn_crf_scratch_bytes(N, K));
        lgm_nn_crf_viterbi(emit, K, N, K, trans, path, s);
        lgm_free(s);
        const char *open = NULL;
        for (size_t t = 0; t < N; t++) {
            const char *l = labels[path[t]];
            const bool inside = l[0] == 'I' || l[0] == 'E';
            assert_int_equal(inside, open != NULL);
            if (inside) assert_string_equal(l + 2, open);
            open = l[0] == 'B' || l[0] == 'I' ? l + 2 : NULL;
        }
        assert_null(open);
    }
}

static void bad_labels_are_refused(void **state)
{
    (void)state;
    float trans[16] = {0};
    static const char *const bad[] = {"X-PER", "B", "B-", "", "BPER", "o"};
    for (size_t i = 0; i < LGM_COUNT(bad); i++) {
        const char *const two[] = {"O", bad[i]};
        assert_int_equal(lgm_nn_crf_constrain(two, 2, trans, NULL), LGM_E_CORRUPT);
    }
    const char *const no_outside[] = {"S-PER"};
    assert_int_equal(lgm_nn_crf_constrain(no_outside, 1, trans, NULL), LGM_E_CORRUPT);
    assert_int_equal(lgm_nn_crf_constrain(no_outside, 0, trans, NULL), LGM_E_CORRUPT);
    const char *const good[] = {"O", "S-PER"};
    trans[0] = NAN;
    assert_int_equal(lgm_nn_crf_constrain(good, 2, trans, NULL), LGM_E_CORRUPT);
}

static void numbers_that_are_none_stay_in_range(void **state)
{
    (void)state;
    problem p;
    fill(&p, 5, 3);
    const float odd[] = {NAN, INFINITY, -INFINITY, 3e38f, -3e38f};
    for (size_t i = 0; i < 5 * LD; i++) p.emit[i] = odd[i % LGM_COUNT(odd)];
    uint8_t path[MAX_N];
    float prob[MAX_N];
    run(&p, path, prob);
    for (size_t t = 0; t < p.n; t++) {
        assert_true(path[t] < 3);
        assert_true(prob[t] >= 0 && prob[t] <= 1);
    }
    lgm_nn_crf_viterbi(NULL, 0, 0, 3, p.trans, NULL, NULL);
}

static void exp_is_close(void **state)
{
    (void)state;
    for (int i = -699000; i <= 699000; i += 37) {
        const double x = i / 1000.0;
        assert_true(fabs(lgm_det_exp(x) / exp(x) - 1) < 4e-16);
    }
    assert_true(lgm_det_exp(0) == 1);
    assert_true(lgm_det_exp(-1e30) == 0 && lgm_det_exp(NAN) == 0);
}

static void log_is_close(void **state)
{
    (void)state;
    double x = 1e-300;
    for (; x < 1e300; x *= 1.0137) {
        const double want = log(x), size = fabs(want) > 1 ? fabs(want) : 1;
        assert_true(fabs(lgm_det_log(x) - want) < 4e-16 * size);
    }
    for (x = 0.5; x < 2; x += 1e-4) assert_true(fabs(lgm_det_log(x) - log(x)) < 4e-16);
    assert_true(lgm_det_log(1) == 0);
    const double odd[] = {0, -1, NAN, -INFINITY, 1e-310};
    for (size_t i = 0; i < LGM_COUNT(odd); i++) assert_true(lgm_det_log(odd[i]) < -708);
    assert_true(lgm_det_log(INFINITY) > 709);
}

static void logit_and_sigmoid_undo_each_other(void **state)
{
    (void)state;
    for (double p = 0.0002; p < 0.9998; p += 0.0001)
        assert_true(fabs(lgm_det_sigmoid(lgm_det_logit(p)) - p) < 1e-14);
    assert_true(lgm_det_logit(0.5) == 0);
    assert_true(lgm_det_logit(0) == lgm_det_logit(1e-4) && lgm_det_logit(NAN) == lgm_det_logit(0));
    assert_true(lgm_det_logit(1) == lgm_det_logit(2) && lgm_det_logit(1) > 9.2);
    assert_true(lgm_det_sigmoid(-1e9) < 1e-300);
    assert_true(lgm_det_sigmoid(1e9) == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_as_all_paths),
        cmocka_unit_test(a_part_of_a_sequence),
        cmocka_unit_test(wide_label_sets_keep_their_ties),
        cmocka_unit_test(constrained_paths_are_bioes),
        cmocka_unit_test(bad_labels_are_refused),
        cmocka_unit_test(numbers_that_are_none_stay_in_range),
        cmocka_unit_test(exp_is_close),
        cmocka_unit_test(log_is_close),
        cmocka_unit_test(logit_and_sigmoid_undo_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
