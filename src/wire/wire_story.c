/* wire_story.c - the better word for a field stays. */
#include "wire/wire_story.h"

#include <string.h>

/* What WordPress writes where nobody chose a category. */
static bool says_nothing(lgm_wire_field field, lgm_slice words)
{
    return !words.len ||
           (field == LGM_WIRE_SECTION && lgm_slice_eq(words, LGM_SLICE("Uncategorized")));
}

/* Is it one of the lines? */
static bool has_line(lgm_slice lines, lgm_slice line)
{
    while (lines.len) {
        const char *const lf = memchr(lines.ptr, '\n', lines.len);
        const size_t n = lf ? (size_t)(lf - lines.ptr) : lines.len;
        if (lgm_slice_eq((lgm_slice){lines.ptr, n}, line)) return true;
        lines.ptr += n + (lf != NULL);
        lines.len -= n + (lf != NULL);
    }
    return false;
}

static bool add_line(lgm_arena *a, lgm_wire_value *v, lgm_slice line)
{
    if (has_line(v->words, line)) return true;
    char *const both = lgm_arena_alloc(a, v->words.len + line.len + 2);
    if (!both) return false;
    memcpy(both, v->words.ptr, v->words.len);
    both[v->words.len] = '\n';
    memcpy(both + v->words.len + 1, line.ptr, line.len);
    v->words = (lgm_slice){both, v->words.len + line.len + 1};
    both[v->words.len] = 0;
    return true;
}

bool lgm_wire_story_put(lgm_arena *a, lgm_wire_value of[LGM_WIRE_N_FIELDS], lgm_wire_field field,
                        uint8_t rank, bool html, lgm_slice words)
{
    lgm_wire_value *const v = &of[field];
    words = lgm_slice_trimmed(words);
    if (says_nothing(field, words) || (v->words.ptr && rank < v->rank)) return true;
    if (v->words.ptr && rank == v->rank) return field != LGM_WIRE_AUTHOR || add_line(a, v, words);
    *v = (lgm_wire_value){{lgm_arena_strndup(a, words.ptr, words.len), words.len}, rank, html};
    return v->words.ptr != NULL;
}
