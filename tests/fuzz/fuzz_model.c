/*
 * fuzz_model.c - a model file is refused or safe: what opens can be read to its last byte, and an
 * encoder that binds to it runs.
 *
 * The checksums and the size in the header are made good first, else nothing would get past them.
 */
#include "../unit/model_builder.h"
#include "../unit/sample_doc.h"
#include "fuzz.h"
#include "nn/encoder.h"

static volatile uint64_t sink;

static void touch(const void *p, size_t n)
{
    const uint8_t *const b = p;
    for (size_t i = 0; i < n; i++) sink += b[i];
}

static void use_tensor(const lgm_model *m, const lgm_tensor *t)
{
    CHECK(lgm_model_find(m, t->name) == t);
    touch(t->data, (size_t)t->size_bytes);

    lgm_linear lin;
    if (lgm_model_linear(m, t->name, 0, 0, &lin, NULL) == LGM_OK) {
        CHECK(lin.n_out > 0 && lin.n_out <= lin.n_pad && lin.n_in <= lin.k_pad);
        touch(lin.w, (size_t)lin.n_pad * lin.k_pad);
        touch(lin.scale, lin.n_pad * sizeof *lin.scale);
        touch(lin.bias, lin.n_pad * sizeof *lin.bias);
        touch(lin.sum, lin.n_pad * sizeof *lin.sum);
    }
    lgm_labels labels;
    if (strncmp(t->name, "labels.", 7) == 0) {
        CHECK(lgm_model_labels(m, t->name + 7, &labels, NULL) == LGM_OK && labels.n > 0);
        for (uint32_t j = 0; j < labels.n; j++) touch(labels.at[j], strlen(labels.at[j]));
    }
    float v;
    if (strncmp(t->name, "config.", 7) == 0 && lgm_model_number(m, t->name + 7, &v, NULL) == LGM_OK)
        CHECK(v <= LGM_MODEL_MAX_F32);
}

static void encode(const lgm_model *m)
{
    static lgm_encoder e;
    if (lgm_nn_encoder_bind(&e, m, NULL) != LGM_OK) return;
    lgm_form_cache *forms = NULL;
    lgm_arena *scratch = NULL;
    lgm_doc *const doc = sample_empty(3, 64);
    CHECK(lgm_nn_form_cache_new(&forms, &e, NULL) == LGM_OK);
    CHECK(lgm_arena_new(&scratch, 0, NULL) == LGM_OK);
    sample_word(doc, "The", 3, LGM_TOK_PAR);
    sample_word(doc, "3 Élan", 7, LGM_TOK_OPEN);
    sample_word(doc, ".", 1, LGM_TOK_CLOSE | LGM_TOK_SPACE);
    CHECK(lgm_nn_encoder_run(&e, lgm_nn_kernels_get(NULL), forms, scratch, doc, NULL) == LGM_OK);
    touch(doc->vec.rows, 5 * e.dim);
    lgm_doc_free(doc);
    lgm_arena_free(scratch);
    lgm_nn_form_cache_free(forms);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t *const copy = lgm_aligned_alloc(64, size);
    CHECK(copy);
    memcpy(copy, data, size);
    if (size >= MB_HEADER) mb_seal(copy, size);

    lgm_model *m;
    lgm_err err = {0};
    const lgm_status st = lgm_model_open_bytes(&m, copy, size, "fuzz", &err);
    CHECK((st == LGM_OK) == (m != NULL) && (st == LGM_OK || err.message[0]));
    if (m) {
        for (size_t i = 0; i < lgm_model_n_tensors(m); i++) use_tensor(m, lgm_model_tensor(m, i));
        touch(lgm_model_name(m), strlen(lgm_model_name(m)));
        touch(lgm_model_version(m), strlen(lgm_model_version(m)));
        encode(m);
    }
    lgm_model_close(m);
    lgm_free(copy);
    return 0;
}
