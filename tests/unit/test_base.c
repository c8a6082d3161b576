/* test_base.c - errors, allocation hook, arena, UTF-8, hashes, file map. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/base.h"
#include "base/sorted.h"
#include "base/lexicon.h"

#define UNUSED __attribute__((unused))

static void statuses_have_words(UNUSED void **state)
{
    assert_string_equal(lgm_status_text(LGM_OK), "no error");
    assert_string_equal(lgm_status_text(LGM_E_UNSUPPORTED),
                        "not supported by this build or machine");
    assert_string_equal(lgm_status_text((lgm_status)77), "unknown status");
}

static void messages_are_safe_to_print(UNUSED void **state)
{
    lgm_err err;
    assert_int_equal(lgm_fail(&err, LGM_E_IO, "%s", "a\x1b[31m\xff\xc2\x9b\xc3\xa9"), LGM_E_IO);
    assert_string_equal(err.message, "a?[31m???\xc3\xa9");
    lgm_fail(&err, LGM_E_IO, "%s", "a\u202ex\u2069\u061c\u200d");
    assert_string_equal(err.message, "a???x?????\u200d");
    assert_int_equal(lgm_fail(NULL, LGM_E_IO, "x"), LGM_E_IO);
    lgm_fail_at(&err, LGM_E_FORMAT, 3, 17, "here");
    assert_int_equal(err.line, 3);
    assert_int_equal(err.byte, 17);
}

static void long_messages_end_at_a_character(UNUSED void **state)
{
    char text[400];
    for (size_t shift = 0; shift < 4; shift++) { /* cut the four-byte character at each place */
        memset(text, 'x', sizeof text);
        for (size_t i = shift; i + 4 < sizeof text; i += 4) memcpy(text + i, "\xf0\x9f\x93\xb0", 4);
        text[sizeof text - 1] = 0;
        lgm_err err;
        lgm_fail(&err, LGM_E_IO, "%s", text);
        const size_t len = strlen(err.message);
        assert_true(len < sizeof err.message && len > sizeof err.message - 6);
        assert_int_equal(lgm_utf8_valid(err.message, len), len);
        assert_null(strchr(err.message, '?'));
    }
}

static void long_paths_leave_room_for_what_happened(UNUSED void **state)
{
    char path[5000];
    memset(path, 'd', sizeof path);
    memcpy(path, "start/", 6);
    const size_t lengths[] = {200, 240, 300, 4000};
    for (size_t i = 0; i < LGM_COUNT(lengths); i++) {
        lgm_err err;
        lgm_fail(&err, LGM_E_IO, "%.*s/end.txt: it is empty", (int)lengths[i], path);
        assert_memory_equal(err.message, "start/d", 7);
        assert_non_null(strstr(err.message, "d/end.txt: it is empty"));
        assert_int_equal(strstr(err.message, "d...d") != NULL, lengths[i] > 232);
    }
    lgm_err err;
    path[sizeof path - 1] = 0; /* longer than any path: it is cut */
    lgm_fail(&err, LGM_E_IO, "%s: it is empty", path);
    assert_int_equal(strlen(err.message), sizeof err.message - 1);
}

static void errno_becomes_a_status(UNUSED void **state)
{
    lgm_err err;
    lgm_map map;
    assert_int_equal(lgm_map_file(&map, "no/such/file", &err), LGM_E_NOTFOUND);
    assert_string_equal(err.message, "no/such/file: No such file or directory");
    assert_int_equal(lgm_map_file(&map, ".", &err), LGM_E_IO);
    lgm_map_close(&map);
}

static void the_nth_allocation_fails(UNUSED void **state)
{
    lgm_alloc_fail_after(1);
    void *const first = lgm_malloc(10), *const second = lgm_calloc(1, 1),
                *const third = lgm_malloc(1);
    assert_int_equal(lgm_alloc_fail_after(-1), 3);
    assert_non_null(first);
    assert_null(second);
    assert_null(third);
    lgm_free(first);
    void *const p = lgm_aligned_alloc(64, 100);
    assert_int_equal((uintptr_t)p % 64, 0);
    lgm_free(p);
    assert_null(lgm_calloc(SIZE_MAX / 2, 4));
}

static lgm_arena *new_arena(uint64_t budget)
{
    lgm_arena *a;
    assert_int_equal(lgm_arena_new(&a, budget, NULL), LGM_OK);
    return a;
}

static void arena_gives_aligned_memory_that_stays(UNUSED void **state)
{
    lgm_arena *const a = new_arena(0);
    uint8_t *at[400];
    for (size_t i = 0; i < LGM_COUNT(at); i++) {
        at[i] = i % 7 ? lgm_arena_alloc(a, i * 13) : lgm_arena_aligned(a, 64, i * 13);
        assert_int_equal((uintptr_t)at[i] % (i % 7 ? 16 : 64), 0);
        memset(at[i], (int)i, i * 13);
    }
    for (size_t i = 0; i < LGM_COUNT(at); i++)
        for (size_t k = 0; k < i * 13; k++) assert_int_equal(at[i][k], (uint8_t)i);
    lgm_arena_free(a);
}

static void arena_rewinds_to_a_mark(UNUSED void **state)
{
    lgm_arena *const a = new_arena(0);
    const lgm_arena_mark empty = lgm_arena_save(a);
    char *const kept = lgm_arena_strndup(a, "kept", 4);
    const lgm_arena_mark m = lgm_arena_save(a);
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 100; i++) memset(lgm_arena_alloc(a, 5000), 1, 5000);
        lgm_arena_rewind(a, m);
        assert_string_equal(kept, "kept");
    }
    const uint64_t peak = lgm_arena_peak(a);
    assert_true(peak >= 500000 && peak < 520000);
    lgm_arena_rewind(a, empty);
    memset(lgm_arena_alloc(a, 3 << 20), 2, 3 << 20); /* larger than any block kept */
    lgm_arena_reset(a);
    memset(lgm_arena_alloc(a, 10), 3, 10);
    lgm_arena_free(a);
    lgm_arena_free(NULL);
}

/* A budget must bite at the same allocation in a fresh arena and in one that was used before. */
static void arena_budget_does_not_depend_on_the_past(UNUSED void **state)
{
    lgm_arena *const a = new_arena(100000);
    int first_round = 0;
    for (int round = 0; round < 4; round++) {
        int n = 0;
        while (lgm_arena_alloc(a, 100 + (size_t)n)) n++;
        assert_int_equal(lgm_arena_status(a), LGM_E_BUDGET);
        if (round == 0) first_round = n;
        assert_int_equal(n, first_round);
        lgm_arena_reset(a);
        assert_int_equal(lgm_arena_status(a), LGM_OK);
        if (round == 1) assert_non_null(lgm_arena_alloc(a, 90000));
        lgm_arena_reset(a);
    }
    lgm_err err;
    assert_null(lgm_arena_calloc(a, SIZE_MAX, 2));
    assert_int_equal(lgm_arena_fail(a, &err), LGM_E_BUDGET);
    assert_null(lgm_arena_alloc(a, SIZE_MAX));
    assert_null(lgm_arena_strndup(a, "", SIZE_MAX));
    lgm_arena_free(a);
}

static void arena_reports_lack_of_memory(UNUSED void **state)
{
    lgm_arena *a;
    lgm_alloc_fail_after(0);
    assert_int_equal(lgm_arena_new(&a, 0, NULL), LGM_E_NOMEM);
    assert_null(a);
    lgm_alloc_fail_after(1);
    assert_int_equal(lgm_arena_new(&a, 0, NULL), LGM_OK);
    assert_null(lgm_arena_alloc(a, 1));
    assert_int_equal(lgm_arena_fail(a, NULL), LGM_E_NOMEM);
    lgm_alloc_fail_after(-1);
    assert_non_null(lgm_arena_alloc(a, 1));
    lgm_arena_free(a);
}

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>

static void arena_tells_the_sanitizer_what_is_free(UNUSED void **state)
{
    lgm_arena *const a = new_arena(0);
    char *const p = lgm_arena_alloc(a, 20);
    const lgm_arena_mark m = lgm_arena_save(a);
    char *const q = lgm_arena_alloc(a, 20);
    assert_null(__asan_region_is_poisoned(p, 20));
    assert_ptr_equal(__asan_region_is_poisoned(p, 21), p + 20);
    lgm_arena_rewind(a, m);
#ifndef LGM_ARENA_MALLOC
    assert_ptr_equal(__asan_region_is_poisoned(q, 1), q);
#else
    (void)q;
#endif
    assert_null(__asan_region_is_poisoned(p, 20));
    lgm_arena_free(a);
}
#endif

static void vectors_grow(UNUSED void **state)
{
    lgm_arena *const a = new_arena(0);
    LGM_VEC(int) v = {0};
    for (int i = 0; i < 1000; i++) assert_true(lgm_vec_push(a, &v, i * i));
    assert_int_equal(v.n, 1000);
    for (int i = 0; i < 1000; i++) assert_int_equal(v.at[i], i * i);
    size_t room = SIZE_MAX / 8;
    assert_null(lgm_vec_grow(a, NULL, 0, &room, 64));
    lgm_arena_free(a);
}

static void utf8_takes_all_scalar_values_and_no_others(UNUSED void **state)
{
    for (uint32_t cp = 0; cp < 0x110000; cp++) {
        char s[4];
        size_t used = 0;
        if (cp == 0xd800) cp = 0xe000;
        const size_t n = lgm_utf8_put(s, cp);
        if (lgm_utf8_next(s, n, &used) != (int32_t)cp || used != n) fail_msg("U+%04X", cp);
        if (n > 1 && lgm_utf8_next(s, n - 1, &used) != -1) fail_msg("U+%04X, cut", cp);
    }
    static const char *const bad[] = {"\x80",
                                      "\xbf",
                                      "\xc0\x80",
                                      "\xc1\xbf",
                                      "\xe0\x9f\xbf",
                                      "\xed\xa0\x80",
                                      "\xed\xbf\xbf",
                                      "\xf0\x8f\xbf\xbf",
                                      "\xf4\x90\x80\x80",
                                      "\xf5\x80\x80\x80",
                                      "\xff",
                                      "\xfe",
                                      "\xc3(",
                                      "\xe2\x82(",
                                      "\xf0\x9f\x93("};
    for (size_t i = 0; i < LGM_COUNT(bad); i++) {
        size_t used = 0;
        assert_int_equal(lgm_utf8_next(bad[i], strlen(bad[i]), &used), -1);
        assert_int_equal(used, 1);
    }
}

static void utf8_finds_the_first_malformed_byte(UNUSED void **state)
{
    char text[64];
    for (size_t at = 0; at < sizeof text; at++) {
        memset(text, 'a', sizeof text);
        assert_int_equal(lgm_utf8_valid(text, sizeof text), sizeof text);
        text[at] = (char)0xe9;
        assert_int_equal(lgm_utf8_valid(text, sizeof text), at);
    }
    assert_int_equal(lgm_utf8_valid("", 0), 0);
}

/* The values are shared with tools/train: these lines must never change. */
static void hash64_is_what_the_models_were_trained_with(UNUSED void **state)
{
    assert_true(lgm_hash64(0, "", 0) == UINT64_C(0xefd01f60ba992926));
    assert_true(lgm_hash64(1, "said", 4) == UINT64_C(0x7b88ae3c6e63eea3));
    assert_true(lgm_hash64(7, "Xx-d\xc3\xa9", 6) == UINT64_C(0x97abd380b6b8f58a));
}

static void check_sha(const char *s, size_t len, const char *expected)
{
    uint8_t sum[32];
    char hex[65];
    lgm_sha256(s, len, sum);
    lgm_hex(sum, sizeof sum, hex);
    assert_string_equal(hex, expected);
}

static void sha256_agrees_with_published_vectors(UNUSED void **state)
{
    check_sha("", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check_sha("abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    check_sha("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56,
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    char *const a = malloc(1000000);
    memset(a, 'a', 1000000);
    check_sha(a, 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    /* one byte to either side of where the padding needs a second block */
    check_sha(a, 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    check_sha(a, 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
    free(a);
}

static void words_are_looked_up_in_lists(UNUSED void **state)
{
    /* The hashes of "ab", "bk" and "en" all lead to slot 10. */
    static const lgm_lexicon_slot slots[64] = {[10] = {0, 2, 5}, [11] = {2, 2, 2}};
    static uint32_t lengths[LGM_LEXICON_ENDS];
    for (size_t i = 0; i < LGM_LEXICON_ENDS; i++) lengths[i] = 1U << 2;
    const lgm_lexicon lexicon = {"abbk", slots, 64, lengths};
    assert_int_equal(lgm_lexicon_kinds(&lexicon, "ab", 2), 5);
    assert_int_equal(lgm_lexicon_kinds(&lexicon, "bk", 2), 2);
    assert_int_equal(lgm_lexicon_kinds(&lexicon, "en", 2), 0);
    assert_int_equal(lgm_lexicon_kinds(&lexicon, "a", 1), 0);
    assert_int_equal(lgm_lexicon_kinds(&lexicon, "", 0), 0);
}

static void files_are_mapped(UNUSED void **state)
{
    char path[] = "/tmp/lgm-test-base-XXXXXX";
    const int fd = mkstemp(path);
    lgm_map map;
    assert_int_equal(lgm_map_file(&map, path, NULL), LGM_OK);
    assert_int_equal(map.len, 0);
    assert_int_equal(write(fd, "bytes", 5), 5);
    assert_int_equal(lgm_map_file(&map, path, NULL), LGM_OK);
    assert_int_equal(map.len, 5);
    assert_memory_equal(map.data, "bytes", 5);
    lgm_map_close(&map);
    lgm_map_close(&map);
    close(fd);
    unlink(path);
}

static void what_is_sorted_is_found(void **state)
{
    typedef struct item {
        char kind;
        struct {
            uint32_t start, end;
        } at;
    } item;
    static const item items[] = {{'a', {2, 3}}, {'b', {4, 5}}, {'c', {4, 9}}, {'d', {7, 9}}};
    static const size_t first[] = {0, 0, 0, 1, 1, 3, 3, 3, 4};
    (void)state;
    for (uint32_t key = 0; key < LGM_COUNT(first); key++)
        assert_int_equal(LGM_SORTED_FIRST(item, items, LGM_COUNT(items), at.start, key),
                         first[key]);
    assert_int_equal(LGM_SORTED_FIRST(item, NULL, 0, at.start, 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statuses_have_words),
        cmocka_unit_test(messages_are_safe_to_print),
        cmocka_unit_test(long_messages_end_at_a_character),
        cmocka_unit_test(long_paths_leave_room_for_what_happened),
        cmocka_unit_test(errno_becomes_a_status),
        cmocka_unit_test(the_nth_allocation_fails),
        cmocka_unit_test(arena_gives_aligned_memory_that_stays),
        cmocka_unit_test(arena_rewinds_to_a_mark),
        cmocka_unit_test(arena_budget_does_not_depend_on_the_past),
        cmocka_unit_test(arena_reports_lack_of_memory),
#ifdef __SANITIZE_ADDRESS__
        cmocka_unit_test(arena_tells_the_sanitizer_what_is_free),
#endif
        cmocka_unit_test(vectors_grow),
        cmocka_unit_test(utf8_takes_all_scalar_values_and_no_others),
        cmocka_unit_test(utf8_finds_the_first_malformed_byte),
        cmocka_unit_test(hash64_is_what_the_models_were_trained_with),
        cmocka_unit_test(sha256_agrees_with_published_vectors),
        cmocka_unit_test(words_are_looked_up_in_lists),
        cmocka_unit_test(files_are_mapped),
        cmocka_unit_test(what_is_sorted_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
