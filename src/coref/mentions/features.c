/* features.c - the sum that every small network of the room ends with. */
#include "coref/mentions/features.h"

enum { LANES = 16 };

float lgm_coref_sum(const float *a, const float *b, const float *feat, const uint32_t *row,
                    uint32_t n_rows, const float *out, uint32_t n)
{
    float sum[LANES] = {0};
    for (uint32_t k = 0; k < n; k += LANES) {
        float v[LANES];
        for (uint32_t i = 0; i < LANES; i++) v[i] = b ? a[k + i] + b[k + i] : a[k + i];
        for (uint32_t r = 0; r < n_rows; r++) {
            const float *const f = feat + (size_t)row[r] * n + k;
            for (uint32_t i = 0; i < LANES; i++) v[i] += f[i];
        }
        for (uint32_t i = 0; i < LANES; i++) sum[i] += (v[i] > 0 ? v[i] : 0) * out[k + i];
    }
    for (uint32_t half = LANES / 2; half > 0; half /= 2)
        for (uint32_t i = 0; i < half; i++) sum[i] += sum[i + half];
    return sum[0];
}
