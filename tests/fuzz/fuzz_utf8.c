/*
 * fuzz_utf8.c - any bytes as UTF-8: our decoder and utf8proc's find the same code points and the
 * same malformed bytes; what is written is what was read; lower case and shape keep to their room
 * and stay valid; what is made printable is, and so are messages.
 */
#include <string.h>
#include <utf8proc.h>

#include "base/base.h"
#include "base/fold.h"
#include "fuzz.h"

#define WORDS                                                                                      \
    "which is more than a message has room for in most cases, but for the start and the end"

static void compare(const uint8_t *s, size_t len)
{
    size_t bad = len; /* the first malformed byte */
    for (size_t at = 0, used; at < len; at += used) {
        utf8proc_int32_t theirs = -1;
        const int32_t ours = lgm_utf8_next((const char *)s + at, len - at, &used);
        const utf8proc_ssize_t n = utf8proc_iterate(s + at, (utf8proc_ssize_t)(len - at), &theirs);
        CHECK(used >= 1 && used <= 4 && used <= len - at);
        CHECK(ours == theirs && (n < 0 ? used == 1 : used == (size_t)n));
        if (ours < 0 && at < bad) bad = at;
        char back[4];
        if (ours >= 0)
            CHECK(lgm_utf8_put(back, (uint32_t)ours) == used && !memcmp(back, s + at, used));
        if (ours >= 0) CHECK(lgm_lower_cp((uint32_t)ours) <= 0x10ffff);
    }
    CHECK(lgm_utf8_valid((const char *)s, len) == bad);
}

static void fold(const char *s, size_t len)
{
    char *const lower = malloc(LGM_FOLD_ROOM(len)), *const out = malloc(len + 1);
    CHECK(lower && out);
    const size_t n = lgm_fold_lower(s, len, lower);
    CHECK(n <= LGM_FOLD_ROOM(len));
    CHECK(lgm_fold_shape(s, len, out) <= len);
    CHECK(lgm_fold_digits(s, len, out) <= len);
    const size_t quotes = lgm_fold_quotes(s, len, out);
    CHECK(quotes <= len);
    if (lgm_utf8_valid(s, len) == len)
        CHECK(lgm_utf8_valid(lower, n) == n && lgm_utf8_valid(out, quotes) == quotes);
    free(lower);
    free(out);
}

static void print(const uint8_t *s, size_t len)
{
    char *const out = malloc(len ? len : 1);
    CHECK(out);
    if (len) memcpy(out, s, len);
    lgm_printable(out, len);
    CHECK(lgm_utf8_valid(out, len) == len);
    for (size_t at = 0, used; at < len; at += used) {
        const int32_t c = lgm_utf8_next(out + at, len - at, &used);
        CHECK(utf8proc_category(c) != UTF8PROC_CATEGORY_CC);
        CHECK(c < 0x202a || c > 0x202e); /* turn the direction of writing */
        CHECK(c < 0x2066 || c > 0x2069);
    }
    free(out);
}

/* A message keeps to its room, cut between code points. */
static void report(const char *s, size_t len)
{
    lgm_err err;
    memset(&err, 1, sizeof err);
    CHECK(lgm_fail_at(&err, LGM_E_FORMAT, 3, 4, "%.*s: %.*s, %s", (int)len, s, (int)len, s,
                      WORDS) == LGM_E_FORMAT);
    CHECK(err.code == LGM_E_FORMAT && err.line == 3 && err.byte == 4);
    CHECK(memchr(err.message, 0, sizeof err.message));
    CHECK(lgm_utf8_valid(err.message, strlen(err.message)) == strlen(err.message));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    compare(data, size);
    fold((const char *)data, size);
    print(data, size);
    if (size % 8 == 0) report((const char *)data, size);
    return 0;
}
