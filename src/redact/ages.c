/* ages.c - stated ages. */
#include "redact/described.h"

bool lgm_redact_is_any(const lgm_redact_words *w, size_t i, const char *const *words)
{
    for (; *words; words++)
        if (lgm_redact_word_is(w, i, *words)) return true;
    return false;
}

int lgm_redact_number(const lgm_redact_words *w, size_t i)
{
    static const char *const words[] = {"zero",    "one",     "two",      "three",    "four",
                                        "five",    "six",     "seven",    "eight",    "nine",
                                        "ten",     "eleven",  "twelve",   "thirteen", "fourteen",
                                        "fifteen", "sixteen", "seventeen"};
    const lgm_str s = lgm_redact_word_text(w, i);
    int n = 0;
    for (size_t k = 0; k < s.len; k++) {
        if (s.ptr[k] < '0' || s.ptr[k] > '9') n = -1000;
        n = n * 10 + (s.ptr[k] - '0');
        if (n < 0 || n > 199) break;
    }
    if (n >= 0 && n <= 199 && s.len) return n;
    for (int k = 1; k < (int)LGM_COUNT(words); k++)
        if (lgm_redact_word_is(w, i, words[k])) return k;
    return -1;
}

unsigned lgm_redact_of_age(int years)
{
    return years < 0 || years > 115 ? 0U
           : years < 18             ? LGM_REDACT_IS_CHILD_AGE | LGM_REDACT_IS_AGED
                                    : LGM_REDACT_IS_AGED;
}

unsigned lgm_redact_age_with_unit(const lgm_redact_words *w, size_t i, size_t end, size_t *used)
{
    const int n = lgm_redact_number(w, i);
    *used = 0;
    if (n < 0 || i + 1 >= end) return 0;
    const bool years = lgm_redact_word_is(w, i + 1, "year") ||
                       lgm_redact_word_is(w, i + 1, "years") || lgm_redact_word_is(w, i + 1, "yr");
    static const char *const less[] = {"month", "months", "week", "weeks", "day", "days", NULL};
    if (!years && !lgm_redact_is_any(w, i + 1, less)) return 0;
    if (i + 2 >= end || !lgm_redact_word_is(w, i + 2, "old")) return 0;
    *used = 3;
    return lgm_redact_of_age(years ? n : 0);
}
