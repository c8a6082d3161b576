/* test_bind.c - heads of models that lack a tensor or whose tensors do not fit each other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "entity/entity.h"
#include "model_builder.h"
#include "parse/parse.h"
#include "tag/tag.h"

static lgm_model *tiny;

static int open_model(void **state)
{
    (void)state;
    char path[512];
    const char *const root = getenv("LEGOMENA_TESTS");
    snprintf(path, sizeof path, "%s/golden/nn/tiny.lgm", root ? root : "tests");
    return lgm_model_open(&tiny, path, NULL) != LGM_OK;
}

static int close_model(void **state)
{
    (void)state;
    lgm_model_close(tiny);
    return 0;
}

/* Is it `name`, or one of the tensors that come with the linear layer of this name? */
static bool belongs(const char *tensor, const char *name)
{
    static const char *const with[] = {"", ".scale", ".bias", ".sum", ".shape"};
    const size_t len = strlen(name);
    if (strncmp(tensor, name, len) != 0) return false;
    for (size_t i = 0; i < LGM_COUNT(with); i++)
        if (strcmp(tensor + len, with[i]) == 0) return true;
    return false;
}

static bool is_ours(const char *tensor)
{
    static const char *const rooms[] = {"tag", "parse.", "ner", "labels.", "config."};
    for (size_t i = 0; i < LGM_COUNT(rooms); i++)
        if (strncmp(tensor, rooms[i], strlen(rooms[i])) == 0) return true;
    return false;
}

/* The tiny model's heads without `name`. */
static void copy_without(model_builder *b, const char *name)
{
    for (size_t i = 0; i < lgm_model_n_tensors(tiny); i++) {
        const lgm_tensor *const t = lgm_model_tensor(tiny, i);
        if (is_ours(t->name) && !belongs(t->name, name))
            mb_add(b, t->name, t->dtype, t->rank, t->dims[0], t->dims[1], t->dims[2], t->data,
                   t->size_bytes);
    }
}

/* Binds the three heads and expects these; gives the builder back empty. */
static void expect(model_builder *b, lgm_status tag, lgm_status parse, lgm_status entity)
{
    size_t len;
    uint8_t *const bytes = mb_bytes(b, &len);
    lgm_model *m;
    lgm_err err = {0};
    if (lgm_model_open_bytes(&m, bytes, len, "test", &err) != LGM_OK) fail_msg("%s", err.message);
    lgm_tag_head t;
    lgm_parse_head p;
    lgm_entity_head e;
    assert_int_equal(lgm_tag_bind(&t, m, &err), tag);
    assert_int_equal(lgm_parse_bind(&p, m, &err), parse);
    assert_int_equal(lgm_entity_bind(&e, m, &err), entity);
    lgm_tag_done(&t);
    lgm_entity_done(&e);
    lgm_model_close(m);
    free(bytes);
}

static void a_missing_tensor_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int head; /* 0 tag, 1 parse, 2 entity, 3 all, 4 none */
    } cases[] = {{"tag", 0},         {"labels.upos", 0}, {"labels.xpos", 0}, {"labels.lemma", 0},
                 {"parse.mlp", 1},   {"parse.key", 1},   {"parse.rel", 1},   {"parse.dist", 1},
                 {"parse.root", 1},  {"labels.rel", 1},  {"config.arc", 1},  {"config.rel", 1},
                 {"ner", 2},         {"ner.trans", 2},   {"labels.ner", 2},  {"config.dim", 3},
                 {"config.clip", 4}, {"nothing", 4}};
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        model_builder b = {0};
        copy_without(&b, cases[i].name);
        lgm_status want[3];
        for (int h = 0; h < 3; h++)
            want[h] = cases[i].head == h || cases[i].head == 3 ? LGM_E_NOTFOUND : LGM_OK;
        expect(&b, want[0], want[1], want[2]);
    }
}

static void numbers_out_of_range_are_refused(void **state)
{
    (void)state;
    static const float arcs[] = {0, -16, 15, 16.5f, 1e9f, 32};
    for (size_t i = 0; i < LGM_COUNT(arcs); i++) {
        model_builder b = {0};
        copy_without(&b, "config.arc");
        mb_number(&b, "arc", arcs[i]);
        expect(&b, LGM_OK, LGM_E_CORRUPT, LGM_OK);
    }
    model_builder b = {0};
    copy_without(&b, "config.dim");
    mb_number(&b, "dim", 48);
    expect(&b, LGM_E_CORRUPT, LGM_E_CORRUPT, LGM_E_CORRUPT);
}

static void relabel(const char *tensor, const char *labels, lgm_status tag, lgm_status parse,
                    lgm_status entity)
{
    model_builder b = {0};
    copy_without(&b, tensor);
    mb_text(&b, tensor, labels);
    expect(&b, tag, parse, entity);
}

static void labels_that_do_not_fit_are_refused(void **state)
{
    (void)state;
    relabel("labels.upos", "NOUN\n", LGM_E_CORRUPT, LGM_OK, LGM_OK);
    relabel("labels.lemma", "a\nb\nc\nd\ne\nf\ng\n", LGM_E_CORRUPT, LGM_OK, LGM_OK);
    relabel("labels.rel", "nsubj\n", LGM_OK, LGM_E_CORRUPT, LGM_OK);
    relabel("labels.ner", "O\n", LGM_OK, LGM_OK, LGM_E_CORRUPT);

    char many[LGM_CRF_MAX_LABELS * 8 + 32], *p = many;
    for (int i = 0; i <= LGM_CRF_MAX_LABELS; i++) p += sprintf(p, "S-%d\n", i);
    relabel("labels.ner", many, LGM_OK, LGM_OK, LGM_E_CORRUPT);
    const lgm_tensor *const ner = lgm_model_find(tiny, "labels.ner");
    char *const bad = calloc(ner->size_bytes + 1, 1);
    memcpy(bad, ner->data, ner->size_bytes);
    bad[2] = 'X'; /* the first letter of the second label */
    relabel("labels.ner", bad, LGM_OK, LGM_OK, LGM_E_CORRUPT);
    free(bad);
}

static void a_parser_without_the_label_root_still_names_it(void **state)
{
    (void)state;
    const lgm_tensor *const rel = lgm_model_find(tiny, "labels.rel");
    char *const text = calloc(rel->size_bytes + 1, 1);
    memcpy(text, rel->data, rel->size_bytes);
    assert_memory_equal(text, "root\n", 5);
    text[0] = 'b';
    relabel("labels.rel", text, LGM_OK, LGM_OK, LGM_OK);
    free(text);
}

/* Binds the names' head with these numbers of calibration; NULL: left out. */
static void expect_calibration(const float *a, const float *b, lgm_status want)
{
    model_builder m = {0};
    copy_without(&m, "nothing");
    if (a) mb_number(&m, "calib.names.a", *a);
    if (b) mb_number(&m, "calib.names.b", *b);
    expect(&m, LGM_OK, LGM_OK, want);
}

static void calibration_is_bounded(void **state)
{
    (void)state;
    const float a[] = {0.7f, 100, 0, -1, 101}, b[] = {-0.2f, 100, -100, 101, -101};
    expect_calibration(NULL, NULL, LGM_OK);
    expect_calibration(&a[0], NULL, LGM_OK);
    expect_calibration(NULL, &b[0], LGM_OK);
    for (size_t i = 0; i < LGM_COUNT(a); i++)
        expect_calibration(&a[i], &b[0], i < 2 ? LGM_OK : LGM_E_CORRUPT);
    for (size_t i = 0; i < LGM_COUNT(b); i++)
        expect_calibration(&a[0], &b[i], i < 3 ? LGM_OK : LGM_E_CORRUPT);
    model_builder m = {0};
    const float two[] = {1, 1};
    copy_without(&m, "nothing");
    mb_f32(&m, "config.calib.names.a", 2, 1, two);
    expect(&m, LGM_OK, LGM_OK, LGM_E_CORRUPT);
}

/* Binds the tagger with a dictionary of three words. */
static void expect_lexicon(const uint32_t key[3], const uint16_t *script, uint32_t n,
                           lgm_status want)
{
    model_builder m = {0};
    copy_without(&m, "nothing");
    mb_add(&m, "lemma.key", LGM_DTYPE_U32, 1, 3, 1, 1, key, 3 * sizeof *key);
    if (script) mb_add(&m, "lemma.script", LGM_DTYPE_U16, 1, n, 1, 1, script, n * sizeof *script);
    expect(&m, want, LGM_OK, LGM_OK);
}

static void a_dictionary_is_in_order_and_of_known_scripts(void **state)
{
    (void)state;
    const uint32_t rising[] = {0, 7, UINT32_MAX}, twice[] = {0, 7, 7}, falling[] = {0, 7, 5};
    const uint16_t good[] = {1, 0, 1}, far[] = {0, 0, 60000};
    expect_lexicon(rising, good, 3, LGM_OK);
    expect_lexicon(twice, good, 3, LGM_E_CORRUPT);
    expect_lexicon(falling, good, 3, LGM_E_CORRUPT);
    expect_lexicon(rising, far, 3, LGM_E_CORRUPT);
    expect_lexicon(rising, good, 2, LGM_E_CORRUPT);
    expect_lexicon(rising, NULL, 0, LGM_E_NOTFOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calibration_is_bounded),
        cmocka_unit_test(a_missing_tensor_is_named),
        cmocka_unit_test(numbers_out_of_range_are_refused),
        cmocka_unit_test(labels_that_do_not_fit_are_refused),
        cmocka_unit_test(a_parser_without_the_label_root_still_names_it),
        cmocka_unit_test(a_dictionary_is_in_order_and_of_known_scripts),
    };
    return cmocka_run_group_tests(tests, open_model, close_model);
}
