/* hyphens.c - see hyphens.h. */
#include "pdf/hyphens.h"

#include <stdlib.h>
#include <string.h>

static bool is_word(char c)
{
    return (c | 32) >= 'a' ? (c | 32) <= 'z' || (unsigned char)c >= 0x80 : (c >= '0' && c <= '9');
}

enum { LONGEST = 64 }; /* of a word, bytes: the rest does not count */

static uint64_t add_word(uint64_t h, lgm_slice word)
{
    char small[LONGEST];
    const size_t n = word.len < LONGEST ? word.len : LONGEST;
    for (size_t i = 0; i < n; i++) {
        const char c = word.ptr[i];
        small[i] = c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
    }
    return lgm_hash64(h, small, n);
}

/* Of "a-b", whatever its capitals. */
static uint64_t hash_of(lgm_slice a, lgm_slice b)
{
    return add_word(add_word(0, a), b);
}

static lgm_slice word_before(lgm_slice s)
{
    size_t n = 0;
    while (n < s.len && is_word(s.ptr[s.len - 1 - n])) n++;
    return (lgm_slice){s.ptr + s.len - n, n};
}

static lgm_slice word_after(lgm_slice s)
{
    size_t n = 0;
    while (n < s.len && is_word(s.ptr[n])) n++;
    return (lgm_slice){s.ptr, n};
}

static int by_value(const void *x, const void *y)
{
    const uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
    return a < b ? -1 : a > b;
}

lgm_status lgm_pdf_hyphens_of(lgm_arena *a, const lgm_pdf_lines *lines, lgm_pdf_hyphens *out,
                              lgm_err *err)
{
    LGM_VEC(uint64_t) v = {0};
    for (size_t i = 0; i < lines->line.n; i++) {
        const lgm_slice s = lines->line.at[i].text;
        for (size_t k = 1; k + 1 < s.len; k++) {
            if (s.ptr[k] != '-' || !is_word(s.ptr[k - 1]) || !is_word(s.ptr[k + 1])) continue;
            const lgm_slice before = word_before((lgm_slice){s.ptr, k});
            const lgm_slice after = word_after((lgm_slice){s.ptr + k + 1, s.len - k - 1});
            if (!lgm_vec_push(a, &v, hash_of(before, after))) return lgm_arena_fail(a, err);
        }
    }
    if (v.n) qsort(v.at, v.n, sizeof *v.at, by_value);
    *out = (lgm_pdf_hyphens){v.at, v.n};
    return LGM_OK;
}

bool lgm_pdf_hyphen_goes(const lgm_pdf_hyphens *h, lgm_slice before, lgm_slice next, size_t *n)
{
    static const char soft[] = "\u00ad", hyphen[] = "\u2010";
    *n = 0;
    if (before.len > 2 && memcmp(before.ptr + before.len - 2, soft, 2) == 0) {
        *n = 2;
        return true;
    }
    if (before.len > 1 && before.ptr[before.len - 1] == '-') *n = 1;
    if (before.len > 3 && memcmp(before.ptr + before.len - 3, hyphen, 3) == 0) *n = 3;
    if (!*n) return false;
    const lgm_slice first = word_before((lgm_slice){before.ptr, before.len - *n});
    const lgm_slice second = word_after(next);
    if (!first.len || !second.len) { /* "1990 -" */
        *n = 0;
        return false;
    }
    const bool small = second.ptr[0] >= 'a' && second.ptr[0] <= 'z';
    const uint64_t hash = hash_of(first, second);
    return small && !(h->n && bsearch(&hash, h->hashes, h->n, sizeof hash, by_value));
}
