/* embed.c - binds what the encoders share. */
#include "nn/embed.h"

#include <stdio.h>

lgm_status lgm_nn_table_bind(lgm_table *out, const lgm_model *m, const char *name, uint32_t rows,
                             uint32_t width, uint32_t max_width, lgm_err *err)
{
    char full[32];
    snprintf(full, sizeof full, "%s.scale", name);
    const lgm_tensor *table, *scale;
    *out = (lgm_table){0};
    lgm_status st = lgm_model_need(m, name, LGM_DTYPE_I8, rows, width, 1, &table, err);
    if (st == LGM_OK)
        st = lgm_model_need(m, full, LGM_DTYPE_F32, table->dims[0], 1, 1, &scale, err);
    if (st != LGM_OK) return st;
    if (table->dims[1] > max_width)
        return lgm_fail(err, LGM_E_CORRUPT, "%s has %u columns, at most %u can be", name,
                        table->dims[1], max_width);
    *out = (lgm_table){table->data, scale->data, table->dims[0], table->dims[1]};
    return LGM_OK;
}

lgm_status lgm_nn_clip_bind(float *out, const lgm_model *m, lgm_err *err)
{
    const lgm_status st = lgm_model_number(m, "clip", out, err);
    if (st == LGM_OK && !(*out >= 0.01f && *out <= 100.0f))
        return lgm_fail(err, LGM_E_CORRUPT, "config.clip of the model is %g, should be 0.01 to 100",
                        (double)*out);
    return st;
}
