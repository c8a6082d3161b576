/* fold.c - lower case, shape and digits of a form; beyond ASCII by utf8proc. */
#include "base/fold.h"

#include <utf8proc.h>

uint32_t lgm_lower_cp(uint32_t cp)
{
    if (cp < 0x80) return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
    if (cp == 0x130) return cp;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

static bool is_letter(uint32_t cp)
{
    if (cp < 0x80) return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
    const utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

static bool is_digit(uint32_t cp)
{
    if (cp < 0x80) return cp >= '0' && cp <= '9';
    return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_ND;
}

bool lgm_is_word_cp(int32_t cp)
{
    if (cp < 0x80) return cp >= 0 && (is_digit((uint32_t)cp) || is_letter((uint32_t)cp));
    const utf8proc_category_t c = utf8proc_category(cp);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_NO;
}

/* Copies the code point at s, or what stands for it. */
static size_t put(char *out, const char *s, size_t used, uint32_t old, uint32_t cp)
{
    if (cp != old) return lgm_utf8_put(out, cp);
    for (size_t i = 0; i < used; i++) out[i] = s[i];
    return used;
}

size_t lgm_fold_lower(const char *form, size_t len, char *out)
{
    size_t n = 0;
    for (size_t i = 0, used; i < len; i += used) {
        const unsigned char c = (unsigned char)form[i];
        if (c < 0x80) { /* nearly all of a text */
            out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
            used = 1;
            continue;
        }
        const int32_t cp = lgm_utf8_next(form + i, len - i, &used);
        const uint32_t low = cp < 0 ? (uint32_t)cp : lgm_lower_cp((uint32_t)cp);
        n += put(out + n, form + i, used, (uint32_t)cp, low);
    }
    return n;
}

size_t lgm_fold_digits(const char *lower, size_t len, char *out)
{
    size_t n = 0;
    for (size_t i = 0, used; i < len; i += used) {
        const int32_t cp = lgm_utf8_next(lower + i, len - i, &used);
        const bool digit = cp >= 0 && is_digit((uint32_t)cp);
        n += put(out + n, lower + i, used, (uint32_t)cp, digit ? '0' : (uint32_t)cp);
    }
    return n;
}

size_t lgm_fold_shape(const char *form, size_t len, char *out)
{
    size_t n = 0;
    uint32_t last = UINT32_MAX, run = 0;
    for (size_t i = 0, used; i < len; i += used) {
        const int32_t next = lgm_utf8_next(form + i, len - i, &used);
        const uint32_t cp = (uint32_t)next;
        uint32_t as = cp;
        if (next >= 0 && lgm_lower_cp(cp) != cp)
            as = 'X';
        else if (next >= 0 && is_letter(cp))
            as = 'x';
        else if (next >= 0 && is_digit(cp))
            as = 'd';
        run = as == last ? run + 1 : 1;
        last = as;
        if (run <= 3) n += put(out + n, form + i, used, cp, as);
    }
    return n;
}

size_t lgm_fold_quotes(const char *form, size_t len, char *out)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++) {
        const unsigned char *const p = (const unsigned char *)form + i;
        if (len - i >= 3 && p[0] == 0xe2 && p[1] == 0x80 && p[2] >= 0x98 && p[2] <= 0x9f) {
            out[n++] = p[2] < 0x9c ? '\'' : '"';
            i += 2;
        } else {
            out[n++] = form[i];
        }
    }
    return n;
}
