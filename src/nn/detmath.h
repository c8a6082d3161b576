/*
 * detmath.h - exp and log in double that give the same bits on every machine.
 *
 * The C library's may differ in the last bit from one version or machine to the next; these use
 * additions, multiplications, one division and the bits of the number only. Errors below 4e-16
 * (relative for exp; for log relative where |log x| > 1, absolute below), measured in
 * tests/unit/test_crf.c against the C library.
 */
#ifndef LGM_NN_DETMATH_H
#define LGM_NN_DETMATH_H

#include <stdint.h>
#include <string.h>

#define LGM_LN2_HI 6.93147180369123816490e-01 /* the upper 33 bits: n * HI is exact */
#define LGM_LN2_LO 1.90821492927058770002e-10

/* e^x. 0 below -700, e^700 above 700; not a number gives 0. */
static inline double lgm_det_exp(double x)
{
    if (!(x >= -700.0)) return 0.0;
    if (x > 700.0) x = 700.0;
    const double scaled = x * 1.44269504088896338700;
    const int64_t n = (int64_t)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    const double r = (x - (double)n * LGM_LN2_HI) - (double)n * LGM_LN2_LO; /* |r| <= ln 2 / 2 */

    /* Taylor to r^13 / 13!, even and odd powers apart: two short chains instead of a long one. */
    static const double even[] = {1.0 / 479001600, 1.0 / 3628800, 1.0 / 40320, 1.0 / 720,
                                  1.0 / 24,        1.0 / 2,       1.0};
    static const double odd[] = {1.0 / 6227020800, 1.0 / 39916800, 1.0 / 362880, 1.0 / 5040,
                                 1.0 / 120,        1.0 / 6,        1.0};
    const double r2 = r * r;
    double a = even[0], b = odd[0];
    for (int i = 1; i < 7; i++) {
        a = a * r2 + even[i];
        b = b * r2 + odd[i];
    }
    const double sum = a + b * r;

    const uint64_t bits = (uint64_t)(n + 1023) << 52;
    double power;
    memcpy(&power, &bits, sizeof power);
    return sum * power;
}

/* ln x of a normal number above 0; anything else gives that of the smallest one. */
static inline double lgm_det_log(double x)
{
    const double smallest = 2.2250738585072014e-308, largest = 1.7976931348623157e308;
    if (!(x >= smallest)) x = smallest;
    if (x > largest) x = largest;
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    int64_t n = (int64_t)(bits >> 52) - 1023;
    bits = (bits & 0xfffffffffffffULL) | 0x3ff0000000000000ULL;
    double m; /* x = m * 2^n, and m between the roots of 1/2 and 2 */
    memcpy(&m, &bits, sizeof m);
    if (m > 1.41421356237309504880) {
        m *= 0.5;
        n++;
    }
    const double s = (m - 1) / (m + 1), s2 = s * s; /* ln m = 2 (s + s^3/3 + s^5/5 ...), s < 0.18 */
    double sum = 1.0 / 21;
    for (int i = 19; i >= 3; i -= 2) sum = sum * s2 + 1.0 / i;
    return (double)n * LGM_LN2_HI + ((double)n * LGM_LN2_LO + (2 * s + 2 * s * (s2 * sum)));
}

/* 1 / (1 + e^-x) */
static inline double lgm_det_sigmoid(double x)
{
    return 1.0 / (1.0 + lgm_det_exp(-x));
}

/* ln(p / (1 - p)), p kept 1e-4 away from 0 and 1, since more certainty means nothing. */
static inline double lgm_det_logit(double p)
{
    const double edge = 1e-4;
    if (!(p > edge)) p = edge;
    if (p > 1 - edge) p = 1 - edge;
    return lgm_det_log(p / (1 - p));
}

#endif
