/* c2pa.c - looks for the mark, then takes the bytes that the selectors behind it stand for. */
#include "read/c2pa.h"

#include <string.h>

static const char mark[] = "\xef\xbb\xbf";
enum { MARK = sizeof mark - 1 };

/* The byte that the selector at the start of s stands for; -1 for anything else. */
static int32_t take_byte(lgm_slice s, size_t *used)
{
    const int32_t cp = s.len ? lgm_utf8_next(s.ptr, s.len, used) : -1;
    if (cp >= 0xfe00 && cp <= 0xfe0f) return cp - 0xfe00;
    return cp >= 0xe0100 && cp <= 0xe01ef ? cp - 0xe0100 + 16 : -1;
}

/* The bytes of the run behind the mark; 0 where it is no manifest. */
static size_t length_of(lgm_slice s)
{
    static const char magic[8] = "C2PATXT";
    size_t n = 0, i = 0, used = 0;
    for (int32_t byte; (byte = take_byte((lgm_slice){s.ptr + n, s.len - n}, &used)) >= 0; i++) {
        if (i < sizeof magic && byte != magic[i]) return 0;
        n += used;
    }
    return i > sizeof magic ? n : 0;
}

lgm_status lgm_read_manifests(lgm_arena *arena, lgm_slice text, lgm_manifest_list *to, lgm_err *err)
{
    const char *p = text.ptr, *const end = text.ptr + text.len;
    while (p < end && (p = memchr(p, mark[0], (size_t)(end - p))) != NULL) {
        const bool is_mark = end - p > MARK && memcmp(p, mark, MARK) == 0;
        const size_t n = is_mark ? length_of((lgm_slice){p + MARK, (size_t)(end - p) - MARK}) : 0;
        const lgm_span span = {(uint32_t)(p - text.ptr), (uint32_t)(p - text.ptr + MARK + n)};
        if (n && !lgm_vec_push(arena, to, span)) return lgm_arena_fail(arena, err);
        p += n ? MARK + n : 1;
    }
    return LGM_OK;
}
