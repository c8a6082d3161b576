/* test_unpack.c - packed texts by every method: members in a row, cut, damaged, grown too far. */
#include <bzlib.h>
#include <lzma.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

#include <cmocka.h>

#include "base/base.h"
#include "read/source_bytes.h"
#include "unpack/unpack.h"

#define UNUSED __attribute__((unused))

/* ---- methods: n bytes of `from` into `to`, how many ------------------------------------------ */

static size_t by_gzip(const char *from, size_t n, char *to, size_t room)
{
    z_stream z = {0};
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (Bytef *)(uintptr_t)from;
    z.avail_in = (unsigned)n;
    z.next_out = (Bytef *)to;
    z.avail_out = (unsigned)room;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    deflateEnd(&z);
    return z.total_out;
}

static size_t by_zstd(const char *from, size_t n, char *to, size_t room)
{
    const size_t m = ZSTD_compress(to, room, from, n, 3);
    assert_false(ZSTD_isError(m));
    return m;
}

static size_t by_xz(const char *from, size_t n, char *to, size_t room)
{
    size_t m = 0;
    assert_int_equal(lzma_easy_buffer_encode(0, LZMA_CHECK_CRC32, NULL, (const uint8_t *)from, n,
                                             (uint8_t *)to, &m, room),
                     LZMA_OK);
    return m;
}

static size_t by_bzip2(const char *from, size_t n, char *to, size_t room)
{
    unsigned m = (unsigned)room;
    assert_int_equal(
        BZ2_bzBuffToBuffCompress(to, &m, (char *)(uintptr_t)from, (unsigned)n, 1, 0, 0), BZ_OK);
    return m;
}

typedef size_t packer(const char *, size_t, char *, size_t);
static const struct {
    packer *pack;
    const char *name, *is;
} methods[] = {{by_gzip, "a.txt.gz", "gzip"},
               {by_zstd, "a.txt.zst", "zstd"},
               {by_xz, "a.txt.xz", "xz"},
               {by_bzip2, "a.txt.bz2", "bzip2"}};

/* ---- what is read: "text", "+warning", "!message" -------------------------------------------- */

static char seen[1 << 17];

static const char *read_packed(const char *name, const char *bytes, size_t n)
{
    lgm_source *s;
    lgm_input in;
    lgm_err err;
    char *const exact = malloc(n ? n : 1);
    size_t at = 0;
    memcpy(exact, bytes, n);
    seen[0] = 0;
    assert_int_equal(lgm_read_source_bytes(&s, name, exact, n, NULL, NULL), LGM_OK);
    for (lgm_status st; (st = lgm_source_next(s, &in, &err)) != LGM_E_EMPTY;) {
        if (st != LGM_OK) {
            at += (size_t)snprintf(seen + at, sizeof seen - at, "!%s", err.message);
            continue;
        }
        at += (size_t)snprintf(seen + at, sizeof seen - at, "%.*s", (int)in.len, in.text);
        if (in.warning) at += (size_t)snprintf(seen + at, sizeof seen - at, "+%s", in.warning);
    }
    lgm_source_close(s);
    free(exact);
    return seen;
}

/* ---- tests ----------------------------------------------------------------------------------- */

static void members_follow_one_another(UNUSED void **state)
{
    char packed[2000];
    for (size_t i = 0; i < LGM_COUNT(methods); i++) {
        size_t n = methods[i].pack("Fire at ", 8, packed, sizeof packed);
        n += methods[i].pack("", 0, packed + n, sizeof packed - n);
        n += methods[i].pack("the mill.", 9, packed + n, sizeof packed - n);
        assert_string_equal(read_packed(methods[i].name, packed, n), "Fire at the mill.");
        assert_string_equal(read_packed("a", packed, n), "Fire at the mill.");
        memset(packed + n, 0, 100); /* tapes and disks pad with zeros */
        assert_string_equal(read_packed("a", packed, n + 100), "Fire at the mill.");
        memset(packed + n, 'x', 5);
        read_packed("a", packed, n + 5);
        assert_non_null(strstr(seen, "Fire at the mill.+bytes after the end of the "));
        assert_non_null(strstr(seen, methods[i].is));
    }
}

static void cut_anywhere_the_first_part_is_read(UNUSED void **state)
{
    static char text[20000], packed[30000];
    for (size_t i = 0; i < sizeof text; i++) text[i] = "abcde fghij.\n"[(i * i / 7 + i / 13) % 13];
    for (size_t i = 0; i < LGM_COUNT(methods); i++) {
        const size_t half = methods[i].pack(text, 10000, packed, sizeof packed);
        const size_t n =
            half + methods[i].pack(text + 10000, 10000, packed + half, sizeof packed - half);
        for (size_t cut = 12; cut < n; cut += 1 + n / 200) {
            read_packed("a", packed, cut);
            const char *const told = strpbrk(seen, "+!");
            const size_t got = told ? (size_t)(told - seen) : strlen(seen);
            assert_memory_equal(seen, text, got);
            assert_true(told != NULL || cut == half);
            if (cut >= half) assert_true(got >= 10000);
        }
    }
}

static void what_is_damaged_is_told(UNUSED void **state)
{
    static char text[5000], packed[9000];
    for (size_t i = 0; i < sizeof text; i++) text[i] = "abcde fghij.\n"[(i * i / 7 + i / 13) % 13];
    for (size_t i = 0; i < LGM_COUNT(methods); i++) {
        const size_t n = methods[i].pack(text, sizeof text, packed, sizeof packed);
        size_t silent = 0;
        for (size_t at = 0; at < n; at++) {
            packed[at] ^= 0x10;
            read_packed("a", packed, n);
            silent += strlen(seen) == sizeof text && memcmp(seen, text, sizeof text) == 0 ? 0
                      : strpbrk(seen, "+!")                                               ? 0
                                                                                          : 1;
            packed[at] ^= 0x10;
        }
        /* zstd writes no sum of its contents unless it is asked to. */
        if (methods[i].pack != by_zstd) assert_int_equal(silent, 0);
    }
}

static void what_grows_too_far_is_given_up(UNUSED void **state)
{
    static char zeros[60 << 20], packed[1 << 20];
    memset(zeros, 'a', sizeof zeros);
    for (size_t i = 0; i < LGM_COUNT(methods); i++) {
        const size_t n = methods[i].pack(zeros, sizeof zeros, packed, sizeof packed);
        read_packed("a", packed, n);
        assert_true(strstr(seen, "grows more than 250 times") ||
                    strstr(seen, "larger than the limit"));
    }
}

/* Whatever bytes come in, every method comes to an end within its room. */
static void any_bytes_end(UNUSED void **state)
{
    uint32_t random = 7;
    for (int round = 0; round < 2000; round++) {
        uint8_t in[64], out[256];
        const lgm_unpack_kind kind = (lgm_unpack_kind)(1 + round % (LGM_UNPACK_N_KINDS - 1));
        for (size_t i = 0; i < sizeof in; i++)
            in[i] = (uint8_t)((random = random * 1103515245u + 12345u) >> 16);
        lgm_unpack *u;
        assert_int_equal(lgm_unpack_new(&u, kind, NULL), LGM_OK);
        lgm_unpack_io io = {in, sizeof in, out, sizeof out};
        lgm_unpack_run(u, &io);
        assert_true(io.n_in <= sizeof in && io.n_out <= sizeof out);
        assert_true(lgm_unpack_again(u));
        lgm_unpack_free(u);
    }
}

static void names_are_known(UNUSED void **state)
{
    lgm_unpack_kind kind;
    assert_int_equal(lgm_unpack_bare_length("a.warc.gz", &kind), 6);
    assert_int_equal(kind, LGM_UNPACK_GZIP);
    assert_int_equal(lgm_unpack_bare_length("a.TXT.XZ", &kind), 5);
    assert_int_equal(kind, LGM_UNPACK_XZ);
    assert_int_equal(lgm_unpack_bare_length(".gz", &kind), 3);
    assert_int_equal(lgm_unpack_bare_length("a.txt", &kind), 5);
    assert_int_equal(kind, LGM_UNPACK_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_follow_one_another),
        cmocka_unit_test(cut_anywhere_the_first_part_is_read),
        cmocka_unit_test(what_is_damaged_is_told),
        cmocka_unit_test(what_grows_too_far_is_given_up),
        cmocka_unit_test(any_bytes_end),
        cmocka_unit_test(names_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
