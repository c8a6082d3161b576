/* teaser.c - by the end of a text and its length. */
#include "read/teaser.h"

#include <string.h>
#include <strings.h>

#include "about/letters.h"

static bool ends_with(lgm_slice s, const char *words)
{
    const size_t n = strlen(words);
    return s.len >= n && strncasecmp(s.ptr + s.len - n, words, n) == 0;
}

static bool ends_as_teaser(lgm_slice s)
{
    static const char *const ends[] = {"...",
                                       "\xe2\x80\xa6",
                                       "[...]",
                                       "[\xe2\x80\xa6]",
                                       "read more",
                                       "read more.",
                                       "continue reading",
                                       "full story",
                                       "read more \xc2\xbb",
                                       "more \xc2\xbb",
                                       "\xe2\x86\x92",
                                       "(more)",
                                       "read the full story",
                                       "read full article"};
    for (size_t i = 0; i < LGM_COUNT(ends); i++)
        if (ends_with(s, ends[i])) return true;
    return false;
}

bool lgm_read_is_teaser(lgm_slice text)
{
    enum { SHORT = 500 };
    const lgm_slice s = trimmed(text);
    return ends_as_teaser(s) || (s.len < SHORT && !memmem(s.ptr, s.len, "\n\n", 2));
}
