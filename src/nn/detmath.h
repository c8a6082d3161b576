/*
 * detmath.h - exp in double that gives the same bits on every machine.
 *
 * The C library's may differ in the last bit from one version or machine to the next; this one uses
 * additions, multiplications and the bits of the number only. Relative error below 4e-16, measured
 * in tests/unit/test_crf.c against the C library.
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

#endif
