/* fuzz_decode.c - any bytes become valid UTF-8 without CR and NUL, and stay what they became. */
#include <string.h>

#include "fuzz.h"
#include "read/decode.h"

static bool has_mark(lgm_slice s)
{
    return s.len >= 3 && memcmp(s.ptr, "\xef\xbb\xbf", 3) == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    lgm_arena *a;
    lgm_decoded d, again;
    CHECK(lgm_arena_new(&a, 0, NULL) == LGM_OK);
    CHECK(lgm_read_decode(a, (const char *)data, size, &d, NULL) == LGM_OK);
    CHECK(lgm_utf8_valid(d.text.ptr, d.text.len) == d.text.len);
    CHECK(!memchr(d.text.ptr, '\r', d.text.len));
    CHECK(strlen(d.text.ptr) == d.text.len);
    CHECK(d.text.len <= 3 * size);
    CHECK(d.n_warnings > 0 || (d.text.len == size && memcmp(d.text.ptr, data, size) == 0));
    for (size_t i = 0; i < d.n_warnings; i++) CHECK(d.warning[i][0]);

    CHECK(lgm_read_decode(a, d.text.ptr, d.text.len, &again, NULL) == LGM_OK);
    /* a second byte-order mark is text the first time and a mark the second */
    CHECK(has_mark(d.text) || (again.n_warnings == 0 && lgm_slice_eq(d.text, again.text)));
    CHECK(!lgm_read_decode_blank((const char *)data, size) ||
          lgm_read_decode_blank(d.text.ptr, d.text.len));
    lgm_arena_free(a);
    return 0;
}
