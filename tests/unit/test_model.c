/* test_model.c - a model file is read as it was written, or refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>
#include <unistd.h>

#include "model_builder.h"

static int8_t weight(size_t i) { return (int8_t)((int)(i * 37 % 255) - 127); }

static uint8_t *sample(size_t *len)
{
    model_builder b = {0};
    int8_t w[20 * 30];
    for (size_t i = 0; i < sizeof w; i++) w[i] = weight(i);
    const float table[6] = {1, 2, 3, 4, 5, 6};
    mb_linear(&b, "enc.0", 20, 30, w, 0.5f, 0.25f);
    mb_f32(&b, "emb", 2, 3, table);
    mb_text(&b, "labels.upos", "NOUN\nVERB\nÆ\n");
    mb_text(&b, "labels.a", "O\n");
    mb_text(&b, "card.name", "tiny");
    mb_text(&b, "card.version", "7");
    mb_number(&b, "dim", 32);
    return mb_bytes(&b, len);
}

/* Opens a copy of exactly len bytes, so that the sanitizer sees a read past the end. */
static lgm_status open_copy(const uint8_t *bytes, size_t len, lgm_err *err)
{
    uint8_t *const copy = lgm_aligned_alloc(64, len);
    assert_non_null(copy);
    memcpy(copy, bytes, len);
    lgm_model *m;
    const lgm_status st = lgm_model_open_bytes(&m, copy, len, "test", err);
    assert_true((st == LGM_OK) == (m != NULL));
    lgm_model_close(m);
    lgm_free(copy);
    return st;
}

static void test_reads_what_was_written(void **state)
{
    (void)state;
    size_t len;
    uint8_t *const bytes = sample(&len);
    lgm_model *m;
    lgm_err err = {0};
    assert_int_equal(lgm_model_open_bytes(&m, bytes, len, "test", &err), LGM_OK);
    assert_string_equal(lgm_model_name(m), "tiny");
    assert_string_equal(lgm_model_version(m), "7");
    assert_int_equal(lgm_model_n_tensors(m), 11);
    assert_string_equal(lgm_model_tensor(m, 0)->name, "card.name");
    assert_null(lgm_model_tensor(m, 11));
    assert_null(lgm_model_find(m, "nothing"));
    assert_null(lgm_model_find(m, ""));

    const lgm_tensor *t;
    assert_int_equal(lgm_model_need(m, "emb", LGM_DTYPE_F32, 2, 3, 0, &t, &err), LGM_OK);
    assert_float_equal(((const float *)t->data)[5], 6, 0);
    assert_int_equal(lgm_model_need(m, "emb", LGM_DTYPE_F32, 3, 3, 0, &t, &err), LGM_E_CORRUPT);
    assert_int_equal(lgm_model_need(m, "emb", LGM_DTYPE_I8, 0, 0, 0, &t, &err), LGM_E_CORRUPT);
    assert_int_equal(lgm_model_need(m, "e", LGM_DTYPE_I8, 0, 0, 0, &t, &err), LGM_E_NOTFOUND);
    assert_non_null(strstr(err.message, "test: no tensor e "));

    lgm_linear lin;
    assert_int_equal(lgm_model_linear(m, "enc.0", 20, 30, &lin, &err), LGM_OK);
    assert_int_equal(lin.n_pad, 32);
    assert_int_equal(lin.k_pad, 32);
    assert_int_equal(lin.w[(1 * 8 + 2) * 64 + 3 * 4 + 1], weight((16 + 3) * 30 + 9));
    assert_float_equal(lin.scale[19], 0.5f, 0);
    assert_float_equal(lin.bias[20], 0, 0);
    assert_int_equal(lgm_model_linear(m, "enc.0", 21, 30, &lin, &err), LGM_E_CORRUPT);
    assert_int_equal(lgm_model_linear(m, "enc.0", 20, 32, &lin, &err), LGM_E_CORRUPT);
    assert_int_equal(lgm_model_linear(m, "emb", 0, 0, &lin, &err), LGM_E_CORRUPT);
    assert_int_equal(lgm_model_linear(m, "enc.1", 0, 0, &lin, &err), LGM_E_NOTFOUND);

    lgm_labels labels;
    assert_int_equal(lgm_model_labels(m, "upos", &labels, &err), LGM_OK);
    assert_int_equal(labels.n, 3);
    assert_string_equal(labels.at[1], "VERB");
    assert_string_equal(labels.at[2], "Æ");
    assert_int_equal(lgm_model_labels(m, "xpos", &labels, &err), LGM_E_NOTFOUND);
    float dim;
    assert_int_equal(lgm_model_number(m, "dim", &dim, &err), LGM_OK);
    assert_float_equal(dim, 32, 0);
    assert_int_equal(lgm_model_number(m, "dom", &dim, &err), LGM_E_NOTFOUND);
    lgm_model_close(m);
    free(bytes);
}

static void test_every_truncation_is_refused(void **state)
{
    (void)state;
    size_t len;
    uint8_t *const bytes = sample(&len);
    assert_int_equal(open_copy(bytes, len, NULL), LGM_OK);
    for (size_t n = 0; n < len; n++) {
        lgm_err err = {0};
        const lgm_status st = open_copy(bytes, n, &err);
        assert_int_equal(st, n < 8 ? LGM_E_FORMAT : LGM_E_CORRUPT);
        assert_true(err.message[0] != 0);
    }
    free(bytes);
}

static void test_every_flipped_bit_is_refused(void **state)
{
    (void)state;
    size_t len;
    uint8_t *const bytes = sample(&len);
    for (size_t i = 0; i < len; i++) {
        const int n_bits = i < MB_HEADER + 11 * MB_ENTRY ? 8 : 1; /* of the data, one bit a byte */
        for (int bit = 0; bit < n_bits; bit++) {
            bytes[i] ^= (uint8_t)(1u << bit);
            assert_int_equal(open_copy(bytes, len, NULL), i < 8 ? LGM_E_FORMAT : LGM_E_CORRUPT);
            bytes[i] ^= (uint8_t)(1u << bit);
        }
    }
    free(bytes);
}

/* The same with the checksums made good: most are refused, none may crash or read outside. */
static void test_sealed_flips_are_refused_or_safe(void **state)
{
    (void)state;
    size_t len;
    uint8_t *const bytes = sample(&len);
    size_t n_refused = 0;
    for (size_t i = 8; i < MB_HEADER + 11 * MB_ENTRY; i++) {
        for (int bit = 0; bit < 8; bit++) {
            bytes[i] ^= (uint8_t)(1u << bit);
            mb_seal(bytes, len);
            n_refused += open_copy(bytes, len, NULL) != LGM_OK;
            bytes[i] ^= (uint8_t)(1u << bit);
        }
    }
    assert_true(n_refused > 1000);
    free(bytes);
}

/* ---- hostile files with good checksums ------------------------------------------------------- */

enum { F_DTYPE = 64, F_RANK = 68, F_D0 = 72, F_D1 = 76, F_D2 = 80, F_ZERO = 84, F_AT = 88 };

static uint8_t *entry(uint8_t *bytes, size_t i) { return bytes + MB_HEADER + MB_ENTRY * i; }

/* One field changed; the file must be refused with a message that has `says` in it. */
static void refuse(size_t at, uint64_t value, size_t n, const char *says)
{
    size_t len;
    uint8_t *const bytes = sample(&len);
    mb_put(bytes + at, value, n);
    const uint64_t size_as_set = *(const uint64_t *)(const void *)(bytes + 16);
    mb_seal(bytes, len);
    if (at == 16) {
        mb_put(bytes + 16, size_as_set, 8);
        mb_put(bytes + 56, XXH3_64bits(bytes, 56), 8);
    }
    lgm_err err = {0};
    const lgm_status st = open_copy(bytes, len, &err);
    if (st == LGM_OK || !strstr(err.message, says))
        fail_msg("byte %zu = %llx: %d \"%s\", wanted \"%s\"", at, (unsigned long long)value,
                 (int)st, err.message, says);
    free(bytes);
}

static void test_hostile_headers(void **state)
{
    (void)state;
    refuse(8, 2, 4, "format version 2");
    refuse(12, 0, 4, "out of range");
    refuse(12, UINT32_MAX, 4, "out of range");
    refuse(16, 64, 8, "should be 64");
    refuse(16, UINT64_MAX, 8, "should be");
    refuse(24, 0, 8, "out of range");
    refuse(24, 128, 8, "out of range");
    refuse(32, 0, 8, "out of range");
    refuse(32, 64, 8, "out of range");
    refuse(32, UINT64_MAX - 63, 8, "out of range");
    refuse(32, 1152 + 1, 8, "out of range");
    refuse(48, 1, 8, "out of range");
}

static void test_hostile_directory(void **state)
{
    (void)state;
    const size_t e = MB_HEADER + MB_ENTRY; /* the second entry, card.version u8 [1] */
    refuse(e, 0, 1, "no proper name");
    refuse(e + 5, ' ', 1, "no proper name");
    refuse(e + 5, 0xc3, 1, "no proper name");
    refuse(e + 5, 0, 1, "no proper name"); /* bytes after the NUL */
    refuse(e, 'Z', 1, "names are not in order");
    refuse(e, 'a', 1, "names are not in order");
    refuse(e + F_DTYPE, 0, 4, "a type");
    refuse(e + F_DTYPE, 9, 4, "a type");
    refuse(e + F_RANK, 0, 4, "rank");
    refuse(e + F_RANK, 4, 4, "rank");
    refuse(e + F_D0, 0, 4, "dimension");
    refuse(e + F_D1, 2, 4, "dimension");
    refuse(e + F_D2, 0, 4, "dimension");
    refuse(e + F_D0, UINT32_MAX, 4, "larger than the file");
    refuse(e + F_ZERO, 1, 4, "reserved");
    refuse(e + F_AT, 0, 8, "not where it can be");
    refuse(e + F_AT, 64, 8, "not where it can be");
    refuse(e + F_AT, 1, 8, "not where it can be");
    refuse(e + F_AT, UINT64_MAX - 63, 8, "not where it can be");
    refuse(e + F_AT, 1 << 20, 8, "not where it can be");
}

static void test_overflowing_size_and_same_name(void **state)
{
    (void)state;
    size_t len;
    uint8_t *bytes = sample(&len);
    mb_put(entry(bytes, 1) + F_RANK, 3, 4);
    for (size_t d = 0; d < 3; d++) mb_put(entry(bytes, 1) + F_D0 + 4 * d, 1u << 31, 4);
    mb_put(entry(bytes, 1) + F_DTYPE, LGM_DTYPE_U64, 4);
    mb_seal(bytes, len);
    lgm_err err = {0};
    assert_int_equal(open_copy(bytes, len, &err), LGM_E_CORRUPT);
    assert_non_null(strstr(err.message, "larger than the file"));
    free(bytes);

    bytes = sample(&len);
    memcpy(entry(bytes, 1), entry(bytes, 0), 64);
    mb_seal(bytes, len);
    assert_int_equal(open_copy(bytes, len, &err), LGM_E_CORRUPT);
    assert_non_null(strstr(err.message, "not in order"));
    free(bytes);

    bytes = sample(&len); /* two tensors over the same bytes */
    memcpy(entry(bytes, 1) + F_AT, entry(bytes, 0) + F_AT, 8);
    mb_seal(bytes, len);
    assert_int_equal(open_copy(bytes, len, &err), LGM_E_CORRUPT);
    assert_non_null(strstr(err.message, "card.version: not where it can be"));
    free(bytes);
}

/* ---- values ---------------------------------------------------------------------------------- */

static void expect(model_builder *b, lgm_status wanted, const char *says)
{
    size_t len;
    uint8_t *const bytes = mb_bytes(b, &len);
    lgm_err err = {0};
    const lgm_status st = open_copy(bytes, len, &err);
    if (st != wanted || !strstr(err.message, says))
        fail_msg("%d \"%s\", wanted %d \"%s\"", (int)st, err.message, (int)wanted, says);
    free(bytes);
}

static mb_tensor *find(model_builder *b, const char *name)
{
    for (size_t i = 0; i < b->n; i++)
        if (strcmp(b->at[i].name, name) == 0) return &b->at[i];
    abort();
}

static void layer(model_builder *b)
{
    int8_t w[20 * 30];
    for (size_t i = 0; i < sizeof w; i++) w[i] = weight(i);
    mb_linear(b, "w", 20, 30, w, 0.5f, 0.25f);
}

static void test_packed_weights_need_all_that_belongs_to_them(void **state)
{
    (void)state;
    static const char *const parts[] = {"w.scale", "w.bias", "w.sum", "w.shape"};
    for (size_t i = 0; i < LGM_COUNT(parts); i++) {
        model_builder b = {0};
        layer(&b);
        find(&b, parts[i])->name[0] = 'x';
        expect(&b, LGM_E_CORRUPT, parts[i]);
        layer(&b);
        find(&b, parts[i])->dtype = LGM_DTYPE_U8;
        expect(&b, LGM_E_CORRUPT, parts[i]);
        layer(&b);
        find(&b, parts[i])->dims[0]--;
        expect(&b, LGM_E_CORRUPT, parts[i]);
    }
}

static void put_float(model_builder *b, const char *name, size_t i, float v)
{
    memcpy(find(b, name)->data + i * sizeof v, &v, sizeof v);
}

static void put_u32(model_builder *b, const char *name, size_t i, uint32_t v)
{
    memcpy(find(b, name)->data + i * sizeof v, &v, sizeof v);
}

static void test_packed_weights_hold_together(void **state)
{
    (void)state;
    static const struct {
        const char *tensor;
        size_t i;
        uint32_t value;
        const char *says;
    } cases[] = {
        {"w.shape", 0, 0, ".shape"},         {"w.shape", 0, 33, ".shape"},
        {"w.shape", 0, 16, ".shape"},        {"w.shape", 0, UINT32_MAX, ".shape"},
        {"w.shape", 1, 0, ".shape"},         {"w.shape", 1, 33, ".shape"},
        {"w.shape", 1, 28, ".shape"},        {"w.shape", 0, 19, "scale or bias"},
        {"w.shape", 1, 29, "sums differ"},   {"w.sum", 3, 12345, "sums differ"},
        {"w.sum", 31, 1, "sums differ"},     {"w.sum", 31, 0x80000000u, "sums differ"},
    };
    model_builder b = {0};
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        layer(&b);
        put_u32(&b, cases[i].tensor, cases[i].i, cases[i].value);
        expect(&b, LGM_E_CORRUPT, cases[i].says);
    }
    static const float bad[] = {NAN, INFINITY, -INFINITY, 1e10f, -2000};
    for (size_t i = 0; i < LGM_COUNT(bad); i++) {
        layer(&b);
        put_float(&b, "w.scale", 2, bad[i]);
        expect(&b, LGM_E_CORRUPT, "out of range");
        layer(&b);
        put_float(&b, "w.bias", 2, bad[i]);
        expect(&b, LGM_E_CORRUPT, "out of range");
    }
    layer(&b);
    put_float(&b, "w.bias", 20, 1);
    expect(&b, LGM_E_CORRUPT, "out of range");
    layer(&b);
    find(&b, "w")->data[0] ^= 1;
    expect(&b, LGM_E_CORRUPT, "sums differ");
    layer(&b);
    find(&b, "w")->dims[0] = 40;
    find(&b, "w")->dims[1] = 24;
    expect(&b, LGM_E_CORRUPT, "not a shape for the kernels");
    layer(&b);
    find(&b, "w")->dims[0] = 16;
    find(&b, "w")->dims[1] = 62;
    expect(&b, LGM_E_CORRUPT, "not a shape for the kernels");
}

static void test_floats_are_numbers(void **state)
{
    (void)state;
    static const float bad[] = {NAN, INFINITY, -INFINITY, 1.1e9f};
    for (size_t i = 0; i < LGM_COUNT(bad); i++) {
        model_builder b = {0};
        const float v[3] = {0, -1e9f, bad[i]};
        mb_f32(&b, "v", 3, 1, v);
        expect(&b, LGM_E_CORRUPT, "tensor v: a value is out of range");
    }
}

static void test_text(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *says;
    } cases[] = {
        {"labels.x", "A\nB", "last label is cut"}, {"labels.x", "A\n\nB\n", "empty label"},
        {"labels.x", "A\rB\n", "control"},         {"labels.x", "\xff\n", "not text"},
        {"labels.x", "A", "last label is cut"},    {"labels.x", "\n", "empty label"},
        {"card.name", "a\nb", "control"},          {"card.version", "\xc3", "not text"},
    };
    model_builder b = {0};
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        mb_text(&b, cases[i].name, cases[i].text);
        expect(&b, LGM_E_CORRUPT, cases[i].says);
    }
    char long_name[300];
    memset(long_name, 'n', sizeof long_name);
    long_name[299] = 0;
    mb_text(&b, "card.name", long_name);
    expect(&b, LGM_E_CORRUPT, "longer than");
    mb_number(&b, "x", 1);
    find(&b, "config.x")->dtype = LGM_DTYPE_I32;
    strcpy(find(&b, "config.x")->name, "labels.n");
    expect(&b, LGM_E_CORRUPT, "not text");
}

/* ---- failures of the system ------------------------------------------------------------------ */

static void test_allocation_failures(void **state)
{
    (void)state;
    size_t len;
    uint8_t *const bytes = sample(&len);
    lgm_status st = LGM_E_NOMEM;
    int64_t n = 0;
    for (; st != LGM_OK; n++) {
        lgm_model *m;
        lgm_err err = {0};
        lgm_alloc_fail_after(n);
        st = lgm_model_open_bytes(&m, bytes, len, "test", &err);
        lgm_alloc_fail_after(-1);
        if (st == LGM_OK) {
            lgm_model_close(m);
        } else {
            assert_int_equal(st, LGM_E_NOMEM);
            assert_null(m);
        }
        assert_true(n < 1000);
    }
    assert_true(n > 1);
    free(bytes);
}

static void test_files(void **state)
{
    (void)state;
    char path[] = "/tmp/lgm-model-XXXXXX";
    const int fd = mkstemp(path);
    assert_true(fd >= 0);
    lgm_model *m;
    lgm_err err = {0};
    assert_int_equal(lgm_model_open(&m, path, &err), LGM_E_FORMAT); /* empty */
    assert_non_null(strstr(err.message, path));

    size_t len;
    uint8_t *const bytes = sample(&len);
    assert_int_equal(write(fd, bytes, len), len);
    assert_int_equal(lgm_model_open(&m, path, &err), LGM_OK);
    assert_string_equal(lgm_model_name(m), "tiny");
    lgm_model_close(m);
    assert_int_equal(write(fd, "x", 1), 1);
    assert_int_equal(lgm_model_open(&m, path, &err), LGM_E_CORRUPT);
    assert_null(m);
    close(fd);
    unlink(path);
    assert_int_equal(lgm_model_open(&m, path, &err), LGM_E_NOTFOUND);
    lgm_model_close(NULL);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_what_was_written),
        cmocka_unit_test(test_every_truncation_is_refused),
        cmocka_unit_test(test_every_flipped_bit_is_refused),
        cmocka_unit_test(test_sealed_flips_are_refused_or_safe),
        cmocka_unit_test(test_hostile_headers),
        cmocka_unit_test(test_hostile_directory),
        cmocka_unit_test(test_overflowing_size_and_same_name),
        cmocka_unit_test(test_packed_weights_need_all_that_belongs_to_them),
        cmocka_unit_test(test_packed_weights_hold_together),
        cmocka_unit_test(test_floats_are_numbers),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_allocation_failures),
        cmocka_unit_test(test_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
