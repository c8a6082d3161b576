/*
 * fuzz_model.c - a model file is refused or safe: what opens can be read to its last byte.
 *
 * The checksums and the size in the header are made good first, else nothing would get past them.
 */
#include "../unit/model_builder.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static volatile uint64_t sink;

static void touch(const void *p, size_t n)
{
    const uint8_t *const b = p;
    for (size_t i = 0; i < n; i++) sink += b[i];
}

static void use(const lgm_model *m)
{
    for (size_t i = 0; i < lgm_model_n_tensors(m); i++) {
        const lgm_tensor *const t = lgm_model_tensor(m, i);
        if (lgm_model_find(m, t->name) != t) abort();
        touch(t->data, (size_t)t->size_bytes);

        lgm_linear lin;
        if (lgm_model_linear(m, t->name, 0, 0, &lin, NULL) == LGM_OK) {
            touch(lin.w, (size_t)lin.n_pad * lin.k_pad);
            touch(lin.scale, lin.n_pad * sizeof *lin.scale);
            touch(lin.bias, lin.n_pad * sizeof *lin.bias);
            touch(lin.sum, lin.n_pad * sizeof *lin.sum);
            if (lin.n_out == 0 || lin.n_out > lin.n_pad || lin.n_in > lin.k_pad) abort();
        }
        lgm_labels labels;
        if (strncmp(t->name, "labels.", 7) == 0) {
            if (lgm_model_labels(m, t->name + 7, &labels, NULL) != LGM_OK) abort();
            for (uint32_t j = 0; j < labels.n; j++) touch(labels.at[j], strlen(labels.at[j]));
        }
        float v;
        if (strncmp(t->name, "config.", 7) == 0 &&
            lgm_model_number(m, t->name + 7, &v, NULL) == LGM_OK)
            touch(&v, sizeof v);
    }
    touch(lgm_model_name(m), strlen(lgm_model_name(m)));
    touch(lgm_model_version(m), strlen(lgm_model_version(m)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t *const copy = lgm_aligned_alloc(64, size);
    if (!copy) return 0;
    memcpy(copy, data, size);
    if (size >= MB_HEADER) mb_seal(copy, size);

    lgm_model *m;
    lgm_err err = {0};
    const lgm_status st = lgm_model_open_bytes(&m, copy, size, "fuzz", &err);
    if ((st == LGM_OK) != (m != NULL) || (st != LGM_OK && !err.message[0])) abort();
    if (m) use(m);
    lgm_model_close(m);
    lgm_free(copy);
    return 0;
}
