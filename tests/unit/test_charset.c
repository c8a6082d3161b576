/* test_charset.c - bytes in a named encoding to UTF-8. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/charset.h"

#define UNUSED __attribute__((unused))
#define IN(label, bytes) decoded((label), (bytes), sizeof(bytes) - 1)

static lgm_arena *arena;
static size_t n_bad;

static const char *decoded(const char *label, const char *bytes, size_t len)
{
    lgm_slice out;
    assert_int_equal(lgm_charset_decode(arena, (lgm_slice){label, strlen(label)},
                                        (lgm_slice){bytes, len}, &out, &n_bad, NULL),
                     LGM_OK);
    return lgm_arena_strndup(arena, out.ptr, out.len);
}

static void encodings_become_utf8(UNUSED void **state)
{
    assert_string_equal(IN("windows-1252", "\x93Ma\xf1"
                                           "ana\x94 \x80"),
                        "“Mañana” €");
    assert_string_equal(IN("iso-8859-1", "\x93"), "“"); /* as browsers read it */
    assert_string_equal(IN("windows-1251", "\xcc\xe8\xf0"), "Мир");
    assert_string_equal(IN("koi8-r", "\xed\xc9\xd2"), "Мир");
    assert_string_equal(IN("Shift_JIS", "\x93\xfa\x96\x7b"), "日本");
    assert_string_equal(IN("EUC-JP", "\xc6\xfc\xcb\xdc"), "日本");
    assert_string_equal(IN("iso-2022-jp", "\x1b$BF|K\\\x1b(B!"), "日本!");
    assert_string_equal(IN("gb2312", "\xd6\xd0"), "中");
    assert_string_equal(IN("big5", "\xa4\xa4"), "中");
    assert_string_equal(IN("euc-kr", "\xb0\xa1"), "가");
    assert_string_equal(IN("utf-16", "A\0\xe9\0"), "Aé");
    assert_string_equal(IN(" \"UTF8\" ", "é"), "é");
    assert_int_equal(n_bad, 0);
}

static void malformed_bytes_are_marked_and_counted(UNUSED void **state)
{
    assert_string_equal(IN("utf-8", "a\xff\xc3z"), "a\xef\xbf\xbd\xef\xbf\xbdz");
    assert_int_equal(n_bad, 2);
    assert_string_equal(IN("euc-jp", "a\xc6"), "a\xef\xbf\xbd");
    assert_int_equal(n_bad, 1);
    assert_string_equal(IN("windows-1252", "\x81"), "\xc2\x81"); /* a control, and not bad */
    assert_int_equal(n_bad, 0);
    assert_string_equal(IN("utf-16le", "A\0\0"), "A\xef\xbf\xbd");
}

static void unknown_labels_are_refused(UNUSED void **state)
{
    static const char *const bad[] = {"", " ", "utf-99", "latin", "UTF-8 latin1", "none"};
    for (size_t i = 0; i < LGM_COUNT(bad); i++) {
        lgm_slice out;
        const lgm_slice label = {bad[i], strlen(bad[i])};
        assert_null(lgm_charset_name(label));
        assert_int_equal(lgm_charset_decode(arena, label, LGM_SLICE("abc"), &out, NULL, NULL),
                         LGM_E_UNSUPPORTED);
    }
    assert_string_equal(lgm_charset_name(LGM_SLICE("Latin1")), "windows-1252");
}

/* Every byte, and every pair of bytes with a high one first: no encoding writes more than its
 * room. */
static void any_bytes_decode_in_every_encoding(UNUSED void **state)
{
    static const char *const names[] = {
        "utf-8",        "windows-1250", "windows-1251", "windows-1252",   "windows-1253",
        "windows-1254", "windows-1255", "windows-1256", "windows-1257",   "windows-1258",
        "windows-874",  "iso-8859-2",   "iso-8859-3",   "iso-8859-4",     "iso-8859-5",
        "iso-8859-6",   "iso-8859-7",   "iso-8859-8",   "iso-8859-10",    "iso-8859-13",
        "iso-8859-14",  "iso-8859-15",  "iso-8859-16",  "koi8-r",         "koi8-u",
        "ibm866",       "macintosh",    "gbk",          "x-mac-cyrillic", "gb18030",
        "big5",         "euc-jp",       "iso-2022-jp",  "shift_jis",      "euc-kr",
        "utf-16le",     "utf-16be"};
    static char bytes[256 + 128 * 256 * 2];
    size_t n = 0;
    for (unsigned i = 0; i < 256; i++) bytes[n++] = (char)i;
    for (unsigned i = 128; i < 256; i++)
        for (unsigned k = 0; k < 256; k++) bytes[n++] = (char)i, bytes[n++] = (char)k;
    for (size_t i = 0; i < LGM_COUNT(names); i++) {
        const char *const text = decoded(names[i], bytes, n);
        assert_int_equal(lgm_utf8_valid(text, strlen(text)), strlen(text));
        for (size_t k = 0; k < 256; k++) decoded(names[i], bytes + k, 1);
    }
}

static int make_arena(UNUSED void **state)
{
    return lgm_arena_new(&arena, 0, NULL);
}

static int free_arena(UNUSED void **state)
{
    lgm_arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(encodings_become_utf8),
                                       cmocka_unit_test(malformed_bytes_are_marked_and_counted),
                                       cmocka_unit_test(unknown_labels_are_refused),
                                       cmocka_unit_test(any_bytes_decode_in_every_encoding)};
    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
