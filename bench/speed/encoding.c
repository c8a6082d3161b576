/*
 * encoding.c - how many tokens a second the encoder takes, for each set of kernels; best of many
 * runs.
 *
 *     bench_encoding MODEL TEXTFILE... [-k KERNEL]
 *
 * Each file is one document; forms are remembered from one to the next, as in a worker. Time is the
 * processor's, so that what else runs on the machine matters less.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "nn/encoder.h"
#include "text/text.h"

enum { MAX_DOCS = 1000, RUNS = 15 };

typedef struct corpus {
    lgm_doc *docs[MAX_DOCS];
    lgm_map maps[MAX_DOCS];
    size_t n;
    uint64_t n_tokens;
} corpus;

static lgm_status read_doc(corpus *c, const char *path, lgm_err *err)
{
    lgm_map *const map = &c->maps[c->n];
    lgm_doc **const doc = &c->docs[c->n];
    lgm_status st = lgm_map_file(map, path, err);
    if (st == LGM_OK) st = lgm_doc_new(doc, 0, err);
    if (st != LGM_OK) return st;
    (*doc)->text =
        (lgm_slice){(const char *)map->data, lgm_utf8_valid((const char *)map->data, map->len)};
    st = lgm_text_run(*doc, err);
    c->n++;
    c->n_tokens += (*doc)->n_tokens;
    return st;
}

static uint64_t cpu_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static lgm_status measure(const lgm_encoder *e, const lgm_kernels *k, corpus *c, lgm_err *err)
{
    lgm_form_cache *forms = NULL;
    lgm_arena *scratch = NULL;
    lgm_status st = lgm_nn_form_cache_new(&forms, e, err);
    if (st == LGM_OK) st = lgm_arena_new(&scratch, 0, err);
    uint64_t best = UINT64_MAX, first = 0;
    for (int run = 0; run < RUNS && st == LGM_OK; run++) {
        const uint64_t start = cpu_ns();
        for (size_t i = 0; i < c->n && st == LGM_OK; i++) {
            st = lgm_nn_encoder_run(e, k, forms, scratch, c->docs[i], err);
            lgm_arena_reset(scratch);
        }
        const uint64_t ns = cpu_ns() - start;
        if (run == 0) first = ns;
        best = ns < best ? ns : best;
        if (strcmp(k->name, "ref") == 0) break;
    }
    if (st == LGM_OK)
        printf("%-12s %8.0f tokens/s, the first time %8.0f\n", k->name,
               (double)c->n_tokens * 1e9 / (double)best, (double)c->n_tokens * 1e9 / (double)first);
    lgm_arena_free(scratch);
    lgm_nn_form_cache_free(forms);
    return st;
}

int main(int argc, char **argv)
{
    static corpus c;
    lgm_model *m = NULL;
    lgm_encoder e;
    lgm_err err = {0};
    const char *only = NULL;
    lgm_status st =
        argc < 3 ? lgm_fail(&err, LGM_E_ARG, "usage: bench_encoding MODEL TEXTFILE...") : LGM_OK;
    if (st == LGM_OK) st = lgm_model_open(&m, argv[1], &err);
    if (st == LGM_OK) st = lgm_nn_encoder_bind(&e, m, &err);
    for (int i = 2; i < argc && c.n < MAX_DOCS && st == LGM_OK; i++) {
        if (strcmp(argv[i], "-k") == 0 && i + 1 < argc)
            only = argv[++i];
        else
            st = read_doc(&c, argv[i], &err);
    }
    const lgm_kernels *all[8];
    const size_t n = lgm_nn_kernels_all(all, LGM_COUNT(all));
    for (size_t i = 0; i < n && st == LGM_OK; i++)
        if (!only || strcmp(only, all[i]->name) == 0) st = measure(&e, all[i], &c, &err);
    if (st == LGM_OK)
        printf("%zu documents, %llu tokens\n", c.n, (unsigned long long)c.n_tokens);
    else
        fprintf(stderr, "%s\n", err.message);
    for (size_t i = 0; i < c.n; i++) {
        lgm_doc_free(c.docs[i]);
        lgm_map_close(&c.maps[i]);
    }
    lgm_model_close(m);
    return st != LGM_OK;
}
