/*
 * test_heads.c - tag, parse and entity over saved token vectors, against what numpy computed
 * (tools/train/reference/heads.py), with every set of kernels.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <json.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "entity/entity.h"
#include "entity/words.h"
#include "nn/head.h"
#include "parse/parse.h"
#include "sample_doc.h"
#include "tag/tag.h"

static const char *stem; /* of the golden files */
static lgm_model *model;
static lgm_tag_head tag;
static lgm_parse_head parse;
static lgm_entity_head entity;
static float clip;

static FILE *golden(const char *ending)
{
    char path[512];
    const char *const root = getenv("LEGOMENA_TESTS");
    snprintf(path, sizeof path, "%s/golden/nn/%s%s", root ? root : "tests", stem, ending);
    FILE *const f = fopen(path, "r");
    if (!f) fail_msg("%s is not there", path);
    return f;
}

static int open_model(void **state)
{
    stem = *state;
    char path[512];
    const char *const root = getenv("LEGOMENA_TESTS");
    snprintf(path, sizeof path, "%s/golden/nn/%s.lgm", root ? root : "tests", stem);
    return lgm_model_open(&model, path, NULL) != LGM_OK ||
           lgm_tag_bind(&tag, model, NULL) != LGM_OK ||
           lgm_parse_bind(&parse, model, NULL) != LGM_OK ||
           lgm_entity_bind(&entity, model, NULL) != LGM_OK ||
           lgm_model_number(model, "clip", &clip, NULL) != LGM_OK;
}

static int close_model(void **state)
{
    (void)state;
    lgm_tag_done(&tag);
    lgm_entity_done(&entity);
    lgm_model_close(model);
    return 0;
}

/* ---- documents ------------------------------------------------------------------------------- */

static struct json_object *field(struct json_object *o, const char *name, size_t i)
{
    struct json_object *list = NULL;
    if (!json_object_object_get_ex(o, name, &list)) fail_msg("no %s", name);
    return json_object_array_get_idx(list, i);
}

static size_t length(struct json_object *o, const char *name)
{
    struct json_object *list = NULL;
    if (!json_object_object_get_ex(o, name, &list)) fail_msg("no %s", name);
    return json_object_array_length(list);
}

static void read_rows(struct json_object *in, uint8_t *rows, size_t n, uint32_t dim)
{
    for (size_t i = 0; i < n; i++) {
        const char *const hex = json_object_get_string(field(in, "vec", i));
        assert_int_equal(strlen(hex), 2 * dim);
        for (uint32_t k = 0; k < dim; k++) {
            unsigned byte;
            assert_int_equal(sscanf(hex + 2 * k, "%2x", &byte), 1);
            rows[i * dim + k] = (uint8_t)byte;
        }
    }
}

/* Its words, flags and vectors; the text has one space between the words. */
static lgm_doc *doc_of(struct json_object *in)
{
    const size_t n = length(in, "forms");
    size_t bytes = 0;
    for (size_t i = 0; i < n; i++)
        bytes += strlen(json_object_get_string(field(in, "forms", i))) + 1;
    lgm_doc *const doc = sample_empty(n, bytes);
    for (size_t i = 0; i < n; i++) {
        const char *const form = json_object_get_string(field(in, "forms", i));
        sample_word(doc, form, strlen(form), (uint8_t)json_object_get_int(field(in, "flags", i)));
    }
    uint8_t *const rows = lgm_arena_aligned(doc->arena, 64, n * tag.layer.n_in);
    read_rows(in, rows, n, tag.layer.n_in);
    doc->vec = (lgm_vectors){.rows = rows, .dim = tag.layer.n_in, .scale = clip / 127.0f};
    return doc;
}

static void paragraphs_as_sentences(lgm_doc *doc)
{
    doc->sents = lgm_arena_calloc(doc->arena, doc->n_tokens, sizeof *doc->sents);
    doc->n_sents = 0;
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        if (doc->tokens[t].flags & LGM_TOK_PAR) doc->sents[doc->n_sents++].start = t;
        doc->sents[doc->n_sents - 1].end = t + 1;
    }
}

/* ---- comparison ------------------------------------------------------------------------------ */

static void same_string(struct json_object *want, const char *s, size_t len)
{
    const char *const w = json_object_get_string(want);
    if (strlen(w) != len || memcmp(w, s, len) != 0) fail_msg("%.*s, not %s", (int)len, s, w);
}

static void same_tags(const lgm_doc *doc, struct json_object *want)
{
    assert_int_equal(doc->n_sents, length(want, "sents"));
    for (uint32_t i = 0; i < doc->n_sents; i++)
        assert_int_equal(doc->sents[i].start, json_object_get_int(field(want, "sents", i)));
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        same_string(field(want, "upos", t), lgm_doc_upos(doc, t), strlen(lgm_doc_upos(doc, t)));
        same_string(field(want, "xpos", t), lgm_doc_xpos(doc, t), strlen(lgm_doc_xpos(doc, t)));
        same_string(field(want, "lemma", t), lgm_doc_lemma(doc, t).ptr, lgm_doc_lemma(doc, t).len);
    }
}

static void same_trees(const lgm_doc *doc, struct json_object *want)
{
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        const int head = json_object_get_int(field(want, "head", t));
        assert_int_equal(doc->head[t], head < 0 ? LGM_NONE : (uint32_t)head);
        same_string(field(want, "rel", t), lgm_doc_rel(doc, t), strlen(lgm_doc_rel(doc, t)));
    }
}

/* What the network finds, but for nouns in lower case. */
static void same_names(const lgm_doc *doc, const lgm_names *names, struct json_object *want)
{
    static const char *const types[] = {"PER", "ORG", "GPE", "LOC", "FAC", "EVT", "OTH"};
    uint32_t n = 0;
    for (size_t i = 0; i < length(want, "names"); i++) {
        struct json_object *const w = field(want, "names", i);
        const lgm_tokspan whole = {(uint32_t)json_object_get_int(json_object_array_get_idx(w, 0)),
                                   (uint32_t)json_object_get_int(json_object_array_get_idx(w, 1))};
        const char *const called = json_object_get_string(json_object_array_get_idx(w, 2));
        const double sure = json_object_get_double(json_object_array_get_idx(w, 3));
        uint8_t type = 0;
        while (type + 1u < LGM_COUNT(types) && strcmp(types[type], called) != 0) type++;
        if (lgm_entity_is_noun(doc, whole, type)) continue;
        assert_true(n < names->n);
        const lgm_name *const name = &names->at[n++];
        const lgm_tokspan span = lgm_entity_trim(doc, whole, type);
        assert_int_equal(name->tokens.start, span.start);
        assert_int_equal(name->tokens.end, span.end);
        assert_string_equal(types[name->type], called);
        assert_true(fabs(sure - (double)name->confidence) < 1e-4);
    }
    assert_int_equal(names->n, n);
}

static void run_all(lgm_doc *doc, struct json_object *want, const lgm_kernels *k)
{
    lgm_arena *scratch;
    assert_int_equal(lgm_arena_new(&scratch, 0, NULL), LGM_OK);
    assert_int_equal(lgm_tag_run(&tag, k, scratch, doc, NULL), LGM_OK);
    same_tags(doc, want);
    paragraphs_as_sentences(doc);
    assert_int_equal(lgm_parse_run(&parse, k, scratch, doc, NULL), LGM_OK);
    same_trees(doc, want);
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    assert_int_equal(mark.total, 0); /* scratch is given back */
    lgm_names names = {0};
    assert_int_equal(lgm_entity_find(&entity, k, scratch, doc, &names, NULL), LGM_OK);
    same_names(doc, &names, want);
    lgm_arena_rewind(scratch, mark);
    assert_int_equal(lgm_entity_run(&entity, k, NULL, scratch, doc, NULL), LGM_OK);
    assert_int_equal(lgm_arena_save(scratch).total, 0);
    lgm_arena_free(scratch);
}

/* Calls `with` for each document of the golden files. */
static void each_document(void (*with)(struct json_object *in, struct json_object *want))
{
    static char line[1 << 18], expected[1 << 18];
    FILE *const in = golden(".jsonl"), *const want = golden(".heads.jsonl");
    size_t n = 0;
    for (; fgets(line, sizeof line, in) && fgets(expected, sizeof expected, want); n++) {
        struct json_object *const a = json_tokener_parse(line), *const b =
                                                                    json_tokener_parse(expected);
        assert_true(a && b);
        with(a, b);
        json_object_put(a);
        json_object_put(b);
    }
    assert_true(n >= 5);
    fclose(in);
    fclose(want);
}

static void with_all_kernels(struct json_object *in, struct json_object *want)
{
    const lgm_kernels *all[8];
    const size_t n = lgm_nn_kernels_all(all, LGM_COUNT(all));
    for (size_t i = 0; i < n; i++) {
        lgm_doc *const doc = doc_of(in);
        run_all(doc, want, all[i]);
        lgm_doc_free(doc);
    }
}

static void the_engine_and_numpy_agree(void **state)
{
    (void)state;
    each_document(with_all_kernels);
}

/* ---- failures -------------------------------------------------------------------------------- */

static lgm_status try_all(lgm_doc *doc, lgm_arena *scratch)
{
    const lgm_kernels *const k = lgm_nn_kernels_get("ref");
    lgm_status st = lgm_tag_run(&tag, k, scratch, doc, NULL);
    if (st == LGM_OK) st = lgm_parse_run(&parse, k, scratch, doc, NULL);
    if (st == LGM_OK) st = lgm_entity_run(&entity, k, NULL, scratch, doc, NULL);
    return st;
}

static void with_each_allocation_failing(struct json_object *in, struct json_object *want)
{
    (void)want;
    for (int64_t fail = 0;; fail++) {
        lgm_doc *const doc = doc_of(in);
        lgm_arena *scratch;
        assert_int_equal(lgm_arena_new(&scratch, 0, NULL), LGM_OK);
        lgm_alloc_fail_after(fail);
        const lgm_status st = try_all(doc, scratch);
        lgm_alloc_fail_after(-1);
        assert_true(st == LGM_OK || st == LGM_E_NOMEM);
        lgm_arena_free(scratch);
        lgm_doc_free(doc);
        if (st == LGM_OK) break;
        assert_true(fail < 200);
    }
}

static void with_little_memory(struct json_object *in, struct json_object *want)
{
    (void)want;
    bool done = false;
    for (uint64_t budget = 64; !done; budget *= 2) {
        lgm_doc *const doc = doc_of(in);
        lgm_arena *scratch;
        assert_int_equal(lgm_arena_new(&scratch, budget, NULL), LGM_OK);
        const lgm_status st = try_all(doc, scratch);
        assert_true(st == LGM_OK || st == LGM_E_BUDGET);
        done = st == LGM_OK;
        lgm_arena_free(scratch);
        lgm_doc_free(doc);
    }
}

static void want_of_memory_is_reported(void **state)
{
    (void)state;
    each_document(with_each_allocation_failing);
    each_document(with_little_memory);
}

static void binding_survives_want_of_memory(void **state)
{
    (void)state;
    lgm_tag_head t;
    lgm_entity_head e;
    lgm_alloc_fail_after(0);
    const lgm_status a = lgm_tag_bind(&t, model, NULL), b = lgm_entity_bind(&e, model, NULL);
    lgm_alloc_fail_after(-1);
    assert_true(a == LGM_E_NOMEM && b == LGM_E_NOMEM && t.scripts == NULL && e.trans == NULL);
    lgm_tag_done(&t);
    lgm_entity_done(&e);
}

#define WITH_EACH_MODEL(test)                                                                      \
    {#test "(tiny)", test, open_model, close_model, "tiny"},                                       \
    {                                                                                              \
        #test "(tiny-pieces)", test, open_model, close_model, "tiny-pieces"                        \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_EACH_MODEL(the_engine_and_numpy_agree),
        WITH_EACH_MODEL(want_of_memory_is_reported),
        WITH_EACH_MODEL(binding_survives_want_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
