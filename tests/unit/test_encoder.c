/*
 * test_encoder.c - the encoder against saved activations, and against itself: kernels, caches and
 * windows change nothing.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "encoding.h"

/* ---- saved activations ----------------------------------------------------------------------- */

typedef struct tally {
    size_t n, off;
    int worst;
} tally;

static unsigned hex_byte(const char *s)
{
    unsigned v;
    assert_int_equal(sscanf(s, "%2x", &v), 1);
    return v;
}

static void compare(const lgm_encoder *e, json_object *line, tally *t)
{
    json_object *forms, *flags, *vec;
    assert_true(json_object_object_get_ex(line, "forms", &forms));
    assert_true(json_object_object_get_ex(line, "flags", &flags));
    assert_true(json_object_object_get_ex(line, "vec", &vec));
    const size_t n = json_object_array_length(forms);
    lgm_doc *const doc = new_doc();
    for (size_t i = 0; i < n; i++)
        push(doc, json_object_get_string(json_object_array_get_idx(forms, i)),
             (uint8_t)json_object_get_int(json_object_array_get_idx(flags, i)));

    uint8_t *const rows = encode(e, all[0], NULL, doc);
    for (size_t i = 0; i < n; i++) {
        const char *const want = json_object_get_string(json_object_array_get_idx(vec, i));
        assert_int_equal(strlen(want), 2 * e->dim);
        for (size_t j = 0; j < e->dim; j++) {
            const int diff = abs((int)hex_byte(want + 2 * j) - rows[i * e->dim + j]);
            t->n++;
            t->off += diff > 0;
            t->worst = diff > t->worst ? diff : t->worst;
        }
    }
    for (size_t v = 1; v < n_all; v++) {
        uint8_t *const other = encode(e, all[v], NULL, doc);
        assert_memory_equal(rows, other, (n + 2) * e->dim);
        free(other);
    }
    free(rows);
    lgm_doc_free(doc);
}

static void compare_model(const char *folder, const char *name)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s.jsonl", folder, name);
    FILE *const f = fopen(path, "r");
    if (!f) return;
    lgm_model *const m = open_golden(name);
    lgm_encoder e;
    lgm_err err = {0};
    if (lgm_nn_encoder_bind(&e, m, &err) != LGM_OK) fail_msg("%s", err.message);
    tally t = {0};
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, f) > 0) {
        json_object *const o = json_tokener_parse(line);
        assert_non_null(o);
        compare(&e, o, &t);
        json_object_put(o);
    }
    print_message("%s: %zu of %zu bytes differ, by %d at most\n", name, t.off, t.n, t.worst);
    assert_true(t.n > 0 && t.worst <= 1 && t.off * 1000 <= t.n);
    free(line);
    fclose(f);
    lgm_model_close(m);
}

static void test_saved_activations(void **state)
{
    (void)state;
    char folder[400];
    const char *const root = getenv("LEGOMENA_TESTS");
    snprintf(folder, sizeof folder, "%s/golden/nn", root ? root : "tests");
    DIR *const d = opendir(folder);
    assert_non_null(d);
    size_t n = 0;
    for (const struct dirent *f = readdir(d); f; f = readdir(d)) {
        const char *const dot = strrchr(f->d_name, '.');
        char name[64];
        if (!dot || strcmp(dot, ".lgm") != 0 || strlen(f->d_name) >= sizeof name) continue;
        snprintf(name, sizeof name, "%.*s", (int)(dot - f->d_name), f->d_name);
        compare_model(folder, name);
        n++;
    }
    closedir(d);
    assert_true(n > 0);
}

/* ---- what must change nothing, whatever the kind (*state is the model) ----------------------- */

static void test_the_cache_changes_nothing(void **state)
{
    lgm_model *const m = open_golden(*state);
    lgm_encoder e;
    assert_int_equal(lgm_nn_encoder_bind(&e, m, NULL), LGM_OK);
    lgm_doc *const doc = new_doc();
    push_story(doc, 700);
    const size_t size = 702 * e.dim;
    uint8_t *const cold = encode(&e, all[n_all - 1], NULL, doc);
    for (size_t i = 700 * e.dim; i < size; i++) assert_int_equal(cold[i], 128);

    lgm_form_cache *c;
    assert_int_equal(lgm_nn_form_cache_new(&c, &e, NULL), LGM_OK);
    static const uint32_t limits[] = {16384, 16384, 1, 2, 50, 0};
    for (size_t i = 0; i < LGM_COUNT(limits); i++) {
        if (i != 1)
            lgm_nn_form_cache_limit(c, limits[i]); /* the second run finds all in the cache */
        uint8_t *const warm = encode(&e, all[n_all - 1], c, doc);
        assert_memory_equal(cold, warm, size);
        free(warm);
    }
    lgm_nn_form_cache_free(c);
    lgm_nn_form_cache_free(NULL);
    free(cold);
    lgm_doc_free(doc);
    lgm_model_close(m);
}

static void test_any_number_of_tokens(void **state)
{
    lgm_model *const m = open_golden(*state);
    lgm_encoder e;
    assert_int_equal(lgm_nn_encoder_bind(&e, m, NULL), LGM_OK);
    static const uint32_t sizes[] = {0, 1, 2, 63, 64, 65, 128, 129};
    for (size_t i = 0; i < LGM_COUNT(sizes); i++) {
        lgm_doc *const doc = new_doc();
        push_story(doc, sizes[i]);
        uint8_t *const ref = encode(&e, all[0], NULL, doc);
        for (size_t v = 1; v < n_all; v++) {
            uint8_t *const rows = encode(&e, all[v], NULL, doc);
            if (sizes[i] > 0) assert_memory_equal(ref, rows, (sizes[i] + 2) * e.dim);
            free(rows);
        }
        free(ref);
        lgm_doc_free(doc);
    }
    lgm_model_close(m);
}

/* A long document equals the windows of en-fast, each encoded as a document of its own. */
static void test_windows(void **state)
{
    (void)state;
    lgm_model *const m = open_golden("tiny");
    lgm_encoder e;
    assert_int_equal(lgm_nn_encoder_bind(&e, m, NULL), LGM_OK);
    lgm_doc *const doc = new_doc();
    push_story(doc, 30000);
    for (uint32_t i = 9000; i < 18000; i++) doc->tokens[i].flags &= (uint8_t)~LGM_TOK_PAR;
    doc->tokens[8192].flags |= LGM_TOK_PAR;
    uint8_t *const whole = encode(&e, all[n_all - 1], NULL, doc);

    /* 8192 starts a paragraph; 16384 is a hard cut; from there the last paragraph within 8192 */
    uint32_t cut = 16384 + 8192;
    while (!(doc->tokens[cut].flags & LGM_TOK_PAR)) cut--;
    const uint32_t ends[] = {8192, 16384, cut, 30000};
    const lgm_token *const tokens = doc->tokens;
    for (uint32_t i = 0, first = 0; i < LGM_COUNT(ends); first = ends[i++]) {
        lgm_doc part = *doc;
        part.tokens = (lgm_token *)(uintptr_t)(tokens + first);
        part.n_tokens = ends[i] - first;
        uint8_t *const rows = encode(&e, all[n_all - 1], NULL, &part);
        assert_memory_equal(whole + (size_t)first * e.dim, rows, (size_t)part.n_tokens * e.dim);
        free(rows);
    }
    free(whole);
    lgm_doc_free(doc);
    lgm_model_close(m);
}

static void test_long_and_strange_forms(void **state)
{
    lgm_model *const m = open_golden(*state);
    lgm_encoder e;
    assert_int_equal(lgm_nn_encoder_bind(&e, m, NULL), LGM_OK);
    lgm_doc *const doc = new_doc();
    char *const form = malloc(100001);
    for (int i = 0; i < 100000; i += 2) memcpy(form + i, "Ⱥ", 2); /* grows when lowered */
    form[100000] = 0;
    push(doc, form, LGM_TOK_PAR);
    form[48] = 0; /* one byte too long for the cache, then one that fits */
    push(doc, form, LGM_TOK_SPACE);
    form[46] = 0;
    push(doc, form, LGM_TOK_SPACE);
    push(doc, "𝟙𝟚𝟛", 255);
    push(doc, "\u0301", 0);
    uint8_t *const ref = encode(&e, all[0], NULL, doc);
    uint8_t *const rows = encode(&e, all[n_all - 1], NULL, doc);
    assert_memory_equal(ref, rows, 7 * e.dim);
    free(ref);
    free(rows);
    free(form);
    lgm_doc_free(doc);
    lgm_model_close(m);
}

/* ---- failures -------------------------------------------------------------------------------- */

static void test_memory_and_budget(void **state)
{
    lgm_model *const m = open_golden(*state);
    lgm_encoder e;
    assert_int_equal(lgm_nn_encoder_bind(&e, m, NULL), LGM_OK);
    lgm_doc *const doc = new_doc();
    push_story(doc, 5000);
    lgm_status st = LGM_E_NOMEM;
    for (int64_t n = 0; st != LGM_OK; n++) {
        lgm_arena *scratch = NULL;
        lgm_form_cache *c = NULL;
        lgm_err err = {0};
        lgm_alloc_fail_after(n);
        st = lgm_arena_new(&scratch, 0, &err);
        if (st == LGM_OK) st = lgm_nn_form_cache_new(&c, &e, &err);
        if (st == LGM_OK) st = lgm_nn_encoder_run(&e, all[0], c, scratch, doc, &err);
        lgm_alloc_fail_after(-1);
        assert_true(st == LGM_OK || st == LGM_E_NOMEM);
        assert_true((st == LGM_OK) == (doc->vec.rows != NULL));
        lgm_nn_form_cache_free(c);
        lgm_arena_free(scratch);
        doc->vec = (lgm_vectors){0};
        assert_true(n < 100);
    }
    lgm_arena *small;
    lgm_form_cache *c;
    lgm_err err = {0};
    assert_int_equal(lgm_arena_new(&small, 300000, NULL), LGM_OK);
    assert_int_equal(lgm_nn_form_cache_new(&c, &e, NULL), LGM_OK);
    assert_int_equal(lgm_nn_encoder_run(&e, all[0], c, small, doc, &err), LGM_E_BUDGET);
    assert_null(doc->vec.rows);
    lgm_nn_form_cache_free(c);
    lgm_arena_free(small);
    lgm_doc_free(doc);
    lgm_model_close(m);
}

static void test_models_that_do_not_fit(void **state)
{
    (void)state;
    refuse("tiny", "", "", NULL, NULL); /* untouched it binds */
    static const char *const needed[] = {
        "config.dim",     "config.clip", "config.vocab_rows", "config.oov_rows", "config.layers",
        "vocab.hash",     "vocab.row",   "emb.word",          "emb.word.scale",  "emb.sub",
        "emb.sub.scale",  "emb.mix",     "emb.mix.bias",      "emb.ctx"};
    for (size_t i = 0; i < LGM_COUNT(needed); i++) refuse("tiny", needed[i], "", NULL, needed[i]);
    static const char *const bent[] = {"vocab.hash", "vocab.row", "emb.word", "emb.word.scale",
                                       "emb.sub.scale", "emb.mix", "emb.mix.bias", "emb.ctx"};
    for (size_t i = 0; i < LGM_COUNT(bent); i++) refuse("tiny", "", bent[i], NULL, bent[i]);
    refuse("tiny", "", "config.dim", NULL, "multiple of 32");
    refuse("tiny", "", "config.vocab_rows", NULL, "emb.word");
    refuse("tiny", "", "", "CRX", "unknown kind");
    refuse("tiny", "", "", "RRC", "enc.0.f");
    refuse("tiny", "", "", "CCC", "enc.1 ");
    refuse("tiny", "", "", "CRCC", "enc.3");
    refuse("tiny", "", "", "CRCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC", "at most");
}

#define WITH_EACH_KIND(test)                                                                       \
    {#test "(hashed)", test, NULL, NULL, "tiny"},                                                  \
    {                                                                                              \
        #test "(pieces)", test, NULL, NULL, "tiny-pieces"                                          \
    }

int main(void)
{
    n_all = lgm_nn_kernels_all(all, LGM_COUNT(all));
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_saved_activations),
        WITH_EACH_KIND(test_the_cache_changes_nothing),
        WITH_EACH_KIND(test_any_number_of_tokens),
        WITH_EACH_KIND(test_long_and_strange_forms),
        WITH_EACH_KIND(test_memory_and_budget),
        cmocka_unit_test(test_windows),
        cmocka_unit_test(test_models_that_do_not_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
