/*
 * encoding.h - for tests of encoders: the golden models, documents of given tokens, their vectors,
 * and models that are bent.
 *
 * Owns    what encode() returns is freed by the caller.
 */
#ifndef ENCODING_H
#define ENCODING_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model_builder.h"
#include "nn/encoder.h"
#include "sample_doc.h"

static const lgm_kernels *all[8];
static size_t n_all;

static inline lgm_model *open_golden(const char *name)
{
    char path[512];
    const char *const root = getenv("LEGOMENA_TESTS");
    snprintf(path, sizeof path, "%s/golden/nn/%s.lgm", root ? root : "tests", name);
    lgm_model *m;
    lgm_err err = {0};
    if (lgm_model_open(&m, path, &err) != LGM_OK) fail_msg("%s", err.message);
    return m;
}

/* ---- documents of given tokens --------------------------------------------------------------- */

static inline void push(lgm_doc *doc, const char *form, uint8_t flags)
{
    sample_word(doc, form, strlen(form), flags);
}

static inline lgm_doc *new_doc(void) { return sample_empty(40000, 1 << 20); }

/* The rows, to be freed; scratch and cache of its own unless given one. */
static inline uint8_t *encode(const lgm_encoder *e, const lgm_kernels *k, lgm_form_cache *forms,
                              lgm_doc *doc)
{
    lgm_arena *scratch;
    lgm_form_cache *own = NULL;
    lgm_err err = {0};
    assert_int_equal(lgm_arena_new(&scratch, 0, NULL), LGM_OK);
    if (!forms) assert_int_equal(lgm_nn_form_cache_new(&own, e, &err), LGM_OK);
    if (lgm_nn_encoder_run(e, k, forms ? forms : own, scratch, doc, &err) != LGM_OK)
        fail_msg("%s", err.message);
    const size_t size = ((size_t)doc->n_tokens + 2) * e->dim;
    uint8_t *const rows = malloc(size);
    assert_non_null(rows);
    if (doc->n_tokens > 0) memcpy(rows, doc->vec.rows, size);
    lgm_nn_form_cache_free(own);
    lgm_arena_free(scratch);
    doc->vec = (lgm_vectors){0};
    return rows;
}

/* Words that come again and again, and paragraphs. */
static inline void push_story(lgm_doc *doc, uint32_t n)
{
    static const char *const words[] = {"The", "minister", "said", ",", "Norway", "pays", "“", "”"};
    uint32_t seed = 5;
    for (uint32_t i = 0; i < n; i++) {
        char form[32];
        seed = seed * 1664525u + 1013904223u;
        const uint32_t r = seed >> 16;
        if (r % 3)
            snprintf(form, sizeof form, "%s", words[r / 3 % LGM_COUNT(words)]);
        else
            snprintf(form, sizeof form, "Wörd%u", r / 3 % 200);
        push(doc, form, i == 0 || r % 97 == 0 ? LGM_TOK_PAR | LGM_TOK_LINE : LGM_TOK_SPACE);
    }
}

/* ---- models that do not fit ------------------------------------------------------------------ */

/* The golden model `name` without `drop`, with `bend` of another size or value, with other letters
 * in config.layers (NULL: its own), does not bind and says why; says NULL: it binds. */
static inline void refuse(const char *name, const char *drop, const char *bend, const char *letters,
                          const char *says)
{
    lgm_model *const m = open_golden(name);
    model_builder b = {0};
    for (size_t i = 0; i < lgm_model_n_tensors(m); i++) {
        const lgm_tensor *const t = lgm_model_tensor(m, i);
        if (strcmp(t->name, drop) == 0) continue;
        if (letters && strcmp(t->name, "config.layers") == 0) continue;
        mb_add(&b, t->name, t->dtype, t->rank, t->dims[0], t->dims[1], t->dims[2], t->data,
               (size_t)t->size_bytes);
        mb_tensor *const copy = &b.at[b.n - 1];
        if (strcmp(t->name, bend) != 0) continue;
        if (t->dtype == LGM_DTYPE_F32 && t->dims[0] == 1) {
            const float bent = 33;
            memcpy(copy->data, &bent, sizeof bent);
        } else if (strncmp(t->name, "vocab.", 6) == 0) {
            memset(copy->data, 0xff, 8);
        } else { /* a row less */
            copy->dims[0]--;
            copy->size = copy->size / (copy->dims[0] + 1) * copy->dims[0];
        }
    }
    if (letters) mb_text(&b, "config.layers", letters);
    size_t len;
    uint8_t *const bytes = mb_bytes(&b, &len);
    lgm_model *bad;
    lgm_encoder e;
    lgm_err err = {0};
    if (lgm_model_open_bytes(&bad, bytes, len, "test", &err) != LGM_OK) fail_msg("%s", err.message);
    const lgm_status st = lgm_nn_encoder_bind(&e, bad, &err);
    const bool wanted = says ? st != LGM_OK && strstr(err.message, says) : st == LGM_OK;
    if (!wanted) fail_msg("drop %s, bend %s: %d \"%s\"", drop, bend, (int)st, err.message);
    lgm_model_close(bad);
    free(bytes);
    lgm_model_close(m);
}

#endif
