/* left_out.c - see left_out.h. */
#include "read/left_out.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Adds to a sentence what there is room for. */
LGM_PRINTF(4, 5)
static size_t add(char *to, size_t room, size_t at, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    const int n = vsnprintf(at < room ? to + at : NULL, at < room ? room - at : 0, fmt, args);
    va_end(args);
    return at + (n > 0 ? (size_t)n : 0);
}

static size_t add_count(char *to, size_t room, size_t at, size_t kind, size_t n)
{
    static const char *const others[LGM_READ_N_LEFT_OUT][2] = {
        [LGM_READ_NO_ENDING] = {"1 without a known ending", "without a known ending"},
        [LGM_READ_NO_NEWS] = {"an image, script or the like of the web",
                              "images, scripts and the like of the web"},
        [LGM_READ_OTHER_ANSWERS] = {"an answer other than 200", "answers other than 200"},
        [LGM_READ_REVISITS] = {"a page that had not changed", "pages that had not changed"},
        [LGM_READ_EMPTY_PAGES] = {"an empty page", "empty pages"}};
    if (kind >= LGM_READ_N_FORMATS)
        return n == 1 ? add(to, room, at, "%s", others[kind][0])
                      : add(to, room, at, "%zu %s", n, others[kind][1]);
    const lgm_read_format *const format = &lgm_read_formats[kind];
    if (n == 1 && strcmp(format->is, format->many) != 0) return add(to, room, at, "%s", format->is);
    return add(to, room, at, "%zu %s", n, format->many);
}

size_t lgm_read_left_out_say(size_t left[LGM_READ_N_LEFT_OUT], char *sentence, size_t room)
{
    size_t all = 0;
    if (room) *sentence = 0;
    for (size_t i = 0; i < LGM_READ_N_LEFT_OUT; i++) all += left[i];
    if (!all) return 0;
    size_t at = add(sentence, room, 0, "left out %zu file%s", all, all == 1 ? "" : "s");
    for (const char *before = ": ";; before = ", ") { /* the most frequent first */
        size_t most = 0;
        for (size_t i = 1; i < LGM_READ_N_LEFT_OUT; i++)
            if (left[i] > left[most]) most = i;
        if (!left[most]) return all;
        at = add(sentence, room, at, "%s", before);
        at = add_count(sentence, room, at, most, left[most]);
        left[most] = 0;
    }
}
