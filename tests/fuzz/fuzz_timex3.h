/* fuzz_timex3.h - is it a value of TIMEX3, of those that the engine may write? */
#ifndef LGM_FUZZ_TIMEX3_H
#define LGM_FUZZ_TIMEX3_H

#include <stdbool.h>
#include <string.h>

static inline bool timex3_digits(const char **s, unsigned least, unsigned most)
{
    unsigned n = 0;
    while (n < most && ((**s >= '0' && **s <= '9') || **s == 'X')) {
        ++*s;
        n++;
    }
    return n >= least;
}

/* "P3D", "PT2H30M", "PXY" behind the P. */
static inline bool timex3_is_length(const char *s)
{
    if (*s == 'T') s++;
    if (!timex3_digits(&s, 1, 12)) return false;
    if (*s == '.') {
        s++;
        if (!timex3_digits(&s, 1, 1)) return false;
    }
    s += strcspn(s, "T0123456789"); /* a letter or two */
    if (*s == 'T') s++;
    if (*s && timex3_digits(&s, 1, 4)) s++;
    return strlen(s) <= 2;
}

/* Does it begin as a TIMEX3 date and go on as one? */
static inline bool timex3_is_date(const char *s)
{
    static const char *const ends[] = {"",    "-Q1", "-Q2", "-Q3", "-Q4", "-H1",
                                       "-H2", "-SP", "-SU", "-FA", "-WI"};
    if (!timex3_digits(&s, 1, 4)) return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strcmp(s, ends[i]) == 0) return true;
    if (*s++ != '-') return false;
    if (*s == 'W') {
        s++;
        return timex3_digits(&s, 2, 2) && (*s == '\0' || *s == '-');
    }
    if (!timex3_digits(&s, 2, 2)) return false;
    if (*s == '\0') return true;
    if (*s++ != '-' || !timex3_digits(&s, 2, 2)) return false;
    return *s == '\0' || *s == 'T';
}

static inline bool fuzz_is_timex3(const char *value)
{
    return strstr(value, "_REF") || (value[0] == 'P' && timex3_is_length(value + 1)) ||
           timex3_is_date(value);
}

#endif
