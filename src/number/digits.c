/* digits.c - a form that begins with a digit, read as a number. */
#include "number/digits.h"

#include <string.h>

/* Digits of a whole number, of a number with commas or a point, and behind the point. */
enum { WHOLE = 9, WRITTEN = 12, AFTER_POINT = 3 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static lgm_number cardinal(int64_t thousandths)
{
    return (lgm_number){.value = thousandths, .kind = LGM_NUMBER_CARDINAL, .digits = true};
}

/* The whole number that s begins with, and how many bytes it has. */
static int64_t whole(lgm_slice s, size_t *n)
{
    int64_t v = 0;
    for (*n = 0; *n < s.len && *n < WHOLE && is_digit(s.ptr[*n]); ++*n)
        v = v * 10 + (s.ptr[*n] - '0');
    return v;
}

/* "2.5", "1,000": commas and a point among digits. */
static lgm_number written(lgm_slice form)
{
    int64_t v = 0;
    uint32_t n = 0, after = 0;
    bool point = false;
    for (size_t i = 0; i < form.len; i++) {
        const char c = form.ptr[i];
        if (is_digit(c)) {
            if (point && ++after > AFTER_POINT) continue;
            v = v * 10 + (c - '0');
            if (++n > WRITTEN) return (lgm_number){0};
        } else if (c == '.' && !point && n > 0 && i + 1 < form.len) {
            point = true;
        } else if (c != ',' || point || n == 0) {
            return (lgm_number){0};
        }
    }
    for (uint32_t i = after < AFTER_POINT ? after : AFTER_POINT; i < AFTER_POINT; i++) v *= 10;
    return cardinal(v);
}

static bool is_ordinal_ending(lgm_slice s)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < LGM_COUNT(endings); i++)
        if (s.len == 2 && (s.ptr[0] | 32) == endings[i][0] && (s.ptr[1] | 32) == endings[i][1])
            return true;
    return false;
}

lgm_number lgm_number_digits(lgm_slice form)
{
    size_t n, m;
    while (form.len > 1 && form.ptr[form.len - 1] == '.') form.len--;
    const int64_t v = whole(form, &n);
    const lgm_slice rest = {form.ptr + n, form.len - n};
    if (n == 0) return (lgm_number){0};
    if (rest.len == 0) return cardinal(v * 1000);
    if (is_ordinal_ending(rest) && v > 0)
        return (lgm_number){.value = v * 1000, .kind = LGM_NUMBER_ORDINAL, .digits = true};
    if (rest.ptr[0] == '/' && n <= 4) {
        const int64_t parts = whole((lgm_slice){rest.ptr + 1, rest.len - 1}, &m);
        const bool fraction = m >= 1 && m <= 2 && m + 1 == rest.len && v > 0 && parts > v;
        return fraction ? cardinal(v * 1000 / parts) : (lgm_number){0};
    }
    return written(form);
}
