/* test_wordpiece.c - forms are cut as docs/notes/en-accurate.md says, whatever they are made of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model_builder.h"
#include "nn/wordpiece.h"

static const char *const pieces[] = {
    "[UNK]", "the",  "minister", "said",  "cafe", "##s",   "##ter", "mini", "a",   "##a",
    "##b",   "##ab", "’",        "-",     ".",    "北",    "京",    "#",    "и",   "##и",
    "$",     "1",    "##2",      "##234", "un",   "##aff", "##able", "i",   "ᄒ",   "##ᅡᆫ",
    "+",     "😀",   "[",        "]",     "unk",  "豈",    "ⅷ"};

typedef struct entry {
    uint64_t hash;
    uint16_t row;
} entry;

static int by_hash(const void *a, const void *b)
{
    const uint64_t x = ((const entry *)a)->hash, y = ((const entry *)b)->hash;
    return x < y ? -1 : x > y;
}

static uint64_t key(const char *piece)
{
    const bool goes_on = strncmp(piece, "##", 2) == 0;
    if (goes_on) piece += 2;
    return lgm_hash64(goes_on ? 9 : 8, piece, strlen(piece));
}

/* A model of vocabulary alone; its bytes are kept alive to the end. */
static lgm_model *build(void (*bend)(entry *), float unk, uint8_t **bytes)
{
    entry e[LGM_COUNT(pieces)];
    uint64_t hash[LGM_COUNT(pieces)];
    uint16_t row[LGM_COUNT(pieces)];
    for (size_t i = 1; i < LGM_COUNT(pieces); i++) e[i] = (entry){key(pieces[i]), (uint16_t)i};
    qsort(e + 1, LGM_COUNT(pieces) - 1, sizeof *e, by_hash);
    if (bend) bend(e);
    const size_t n = LGM_COUNT(pieces) - 1;
    for (size_t i = 0; i < n; i++) {
        hash[i] = e[i + 1].hash;
        row[i] = e[i + 1].row;
    }
    model_builder b = {0};
    mb_add(&b, "vocab.hash", LGM_DTYPE_U64, 1, (uint32_t)n, 1, 1, hash, n * sizeof *hash);
    mb_add(&b, "vocab.row", LGM_DTYPE_U16, 1, (uint32_t)n, 1, 1, row, n * sizeof *row);
    mb_number(&b, "unk", unk);
    size_t len;
    *bytes = mb_bytes(&b, &len);
    lgm_model *m;
    assert_int_equal(lgm_model_open_bytes(&m, *bytes, len, "test", NULL), LGM_OK);
    return m;
}

static lgm_model *model;
static uint8_t *model_bytes;
static lgm_pieces_vocab vocab;

static int open_vocab(void **state)
{
    (void)state;
    model = build(NULL, 0, &model_bytes);
    return lgm_nn_pieces_bind(&vocab, model, LGM_COUNT(pieces), NULL) != LGM_OK;
}

static int close_vocab(void **state)
{
    (void)state;
    lgm_model_close(model);
    free(model_bytes);
    return 0;
}

static void cut(const char *form, size_t len, char *out, size_t room)
{
    uint16_t ids[LGM_MAX_PIECES];
    const uint32_t n = lgm_nn_pieces_cut(&vocab, (lgm_slice){form, len}, ids);
    assert_true(n >= 1 && n <= LGM_MAX_PIECES);
    out[0] = 0;
    for (uint32_t i = 0; i < n; i++) {
        assert_true(ids[i] < LGM_COUNT(pieces));
        const size_t used = strlen(out);
        snprintf(out + used, room - used, "%s%s", i ? " " : "", pieces[ids[i]]);
    }
}

static void test_forms(void **state)
{
    (void)state;
    static const struct {
        const char *form, *wanted;
    } cases[] = {
        {"The", "the"},
        {"MINISTER", "minister"}, /* the longest, not "mini" and "##ter" */
        {"miniter", "mini ##ter"},
        {"CAFÉS", "cafe ##s"},
        {"cafe\u0301s", "cafe ##s"},
        {"unaffable", "un ##aff ##able"},
        {"aab", "a ##ab"}, /* greedily: not "##a" and "##b" */
        {"aabb", "a ##ab ##b"},
        {"aba", "a ##b ##a"},
        {"abc", "[UNK]"}, /* one piece that is missing, and nothing is known */
        {"abc-the", "[UNK] - the"},
        {"said’s.", "said ’ [UNK] ."},
        {"北京the", "北 京 the"},
        {"\uf900", "豈"}, /* U+F900 is U+8C48, an ideograph */
        {"и\u0306й", "и ##и"},
        {"한", "ᄒ ##ᅡᆫ"}, /* a syllable is taken apart */
        {"İ", "i"},
        {"Ⅷ", "ⅷ"},
        {"$1234", "$ 1 ##234"},
        {"12", "1 ##2"},
        {"a b", "a [UNK]"},
        {"a\u00a0\u3000a", "a a"},
        {"mi\u00adni\u200b", "mini"}, /* a soft hyphen, a zero-width space: controls */
        {"a\x01" "a\n", "a ##a"},
        {"\u0301", "[UNK]"},
        {"\u00ad", "[UNK]"},
        {"", "[UNK]"},
        {" ", "[UNK]"},
        {"##s", "# # [UNK]"}, /* the marks of a continuation are no part of it */
        {"[UNK]", "[ unk ]"},
        {"😀a", "😀 ##a"}, /* a symbol is no punctuation */
        {"😀", "😀"},
        {"+", "+"},
        {"a\xff" "a", "a ##a"}, /* never in a document; dropped all the same */
    };
    char got[512];
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        cut(cases[i].form, strlen(cases[i].form), got, sizeof got);
        if (strcmp(got, cases[i].wanted) != 0)
            fail_msg("%s: %s, should be %s", cases[i].form, got, cases[i].wanted);
    }
}

static void test_long_words_and_many_pieces(void **state)
{
    (void)state;
    char form[512], got[512];
    uint16_t ids[LGM_MAX_PIECES];
    memset(form, 'a', sizeof form);
    assert_int_equal(lgm_nn_pieces_cut(&vocab, (lgm_slice){form, 32}, ids), 32);
    assert_int_equal(lgm_nn_pieces_cut(&vocab, (lgm_slice){form, 100}, ids), 32);
    cut(form, 101, got, sizeof got);
    assert_string_equal(got, "[UNK]");
    form[99] = 'x'; /* nothing fits, however far it is */
    cut(form, 100, got, sizeof got);
    assert_string_equal(got, "[UNK]");
    memset(form, '.', sizeof form);
    form[31] = 'x'; /* the last that there is room for */
    assert_int_equal(lgm_nn_pieces_cut(&vocab, (lgm_slice){form, 200}, ids), 32);
    assert_int_equal(ids[31], 0);
    for (int i = 0; i < 200; i += 2) memcpy(form + i, "и", 2); /* 100 code points, 200 bytes */
    assert_int_equal(lgm_nn_pieces_cut(&vocab, (lgm_slice){form, 200}, ids), 32);
    assert_int_equal(ids[31], 19);
}

/* Megabytes in one token: read once. */
static void test_hostile_forms(void **state)
{
    (void)state;
    enum { LEN = 8 << 20 };
    static const char *const fillers[] = {"a", " ", "\u0301", "\u00ad", "xy ", "ﷺ", "\xff"};
    char *const form = malloc(LEN);
    uint16_t ids[LGM_MAX_PIECES];
    for (size_t f = 0; f < LGM_COUNT(fillers); f++) {
        const size_t n = strlen(fillers[f]);
        size_t len = 0;
        for (; len + n <= LEN; len += n) memcpy(form + len, fillers[f], n);
        const uint32_t k = lgm_nn_pieces_cut(&vocab, (lgm_slice){form, len}, ids);
        assert_true(k >= 1 && k <= LGM_MAX_PIECES && ids[0] == vocab.unknown);
    }
    free(form);
}

/* Any bytes, and any code point: ids of the vocabulary, the same again. */
static void test_any_form(void **state)
{
    (void)state;
    uint32_t seed = 3;
    uint16_t ids[LGM_MAX_PIECES], again[LGM_MAX_PIECES];
    for (uint32_t cp = 1; cp < 0x110000; cp++) {
        char form[16];
        size_t len = lgm_utf8_put(form, cp >= 0xd800 && cp < 0xe000 ? 0xfffd : cp);
        for (; len < 12 && cp % 3 == 0; len++) {
            seed = seed * 1664525u + 1013904223u;
            form[len] = (char)(seed >> 24);
        }
        memset(ids, 0xff, sizeof ids);
        const uint32_t n = lgm_nn_pieces_cut(&vocab, (lgm_slice){form, len}, ids);
        assert_true(n >= 1 && n <= 4 * len);
        for (uint32_t i = 0; i < n; i++) assert_true(ids[i] < LGM_COUNT(pieces));
        assert_int_equal(lgm_nn_pieces_cut(&vocab, (lgm_slice){form, len}, again), n);
        assert_memory_equal(ids, again, n * sizeof *ids);
    }
}

static void swap(entry *e)
{
    const entry kept = e[3];
    e[3] = e[4];
    e[4] = kept;
}
static void twice(entry *e) { e[3].hash = e[4].hash; }
static void beyond(entry *e) { e[5].row = LGM_COUNT(pieces); }

static void refuse(void (*bend)(entry *), float unk, const char *says)
{
    static lgm_pieces_vocab v;
    uint8_t *bytes;
    lgm_model *const m = build(bend, unk, &bytes);
    lgm_err err = {0};
    assert_int_equal(lgm_nn_pieces_bind(&v, m, LGM_COUNT(pieces), &err), LGM_E_CORRUPT);
    if (!strstr(err.message, says)) fail_msg("%s", err.message);
    lgm_model_close(m);
    free(bytes);
}

static void test_vocabularies_that_do_not_fit(void **state)
{
    (void)state;
    refuse(swap, 0, "not in order");
    refuse(twice, 0, "not in order");
    refuse(beyond, 0, "out of range");
    refuse(NULL, LGM_COUNT(pieces), "config.unk");
    refuse(NULL, -1, "config.unk");
    refuse(NULL, 1.5f, "config.unk");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_long_words_and_many_pieces),
        cmocka_unit_test(test_hostile_forms),
        cmocka_unit_test(test_any_form),
        cmocka_unit_test(test_vocabularies_that_do_not_fit),
    };
    return cmocka_run_group_tests(tests, open_vocab, close_vocab);
}
