/* snippet.c - the part of a text that has most of the words asked for. */
#include <string.h>

#include "ask/asked_words.h"
#include "world/names.h"

enum { WINDOW = 30, MOST_WANTED = 32, A_WORD = 96 }; /* words; terms that are looked for; bytes */

typedef struct wanted {
    char folded[LGM_WORLD_FOLDED];
    size_t len;
    bool beginning;
} wanted;

typedef struct token {
    uint32_t start, end;
    int which; /* of the words asked for; -1 = none */
} token;

static bool is_of_word(char c)
{
    const unsigned char u = (unsigned char)c;
    return u >= 0x80 || (u >= '0' && u <= '9') || ((u | 0x20) >= 'a' && (u | 0x20) <= 'z');
}

/* The next run of letters and digits from *at on; false at the end. */
static bool next_token(const char *s, size_t len, size_t *at, token *t)
{
    while (*at < len && !is_of_word(s[*at])) ++*at;
    t->start = (uint32_t)*at;
    while (*at < len && is_of_word(s[*at])) ++*at;
    t->end = (uint32_t)*at;
    return t->start < t->end;
}

static size_t fold(const char *s, size_t len, char out[LGM_WORLD_FOLDED])
{
    return len > A_WORD ? 0 : lgm_world_fold((lgm_slice){s, len}, out);
}

static size_t find_wanted(const char *words, wanted list[MOST_WANTED])
{
    const size_t len = strlen(words);
    size_t n = 0, at = 0;
    for (token t; n < MOST_WANTED && next_token(words, len, &at, &t);) {
        if (t.start && words[t.start - 1] == '-' && (t.start == 1 || words[t.start - 2] == ' '))
            continue;
        list[n].len = fold(words + t.start, t.end - t.start, list[n].folded);
        list[n].beginning = words[t.end] == '*';
        n += list[n].len > 0;
    }
    return n;
}

static int which(const char *s, const token *t, const wanted *list, size_t n)
{
    char folded[LGM_WORLD_FOLDED];
    const size_t len = fold(s + t->start, t->end - t->start, folded);
    for (size_t i = 0; len && i < n; i++)
        if (memcmp(folded, list[i].folded, list[i].len < len ? list[i].len : len) == 0 &&
            (len == list[i].len || (list[i].beginning && len > list[i].len)))
            return (int)i;
    return -1;
}

/* How many of the words asked for stand in the window that ends with token i. */
static int count_distinct(const token *window, size_t n)
{
    uint32_t seen = 0;
    for (size_t i = 0; i < n; i++)
        if (window[i].which >= 0) seen |= UINT32_C(1) << window[i].which;
    return __builtin_popcount(seen);
}

/* From which byte to which. Where no word stands, the beginning. */
static void find_window(lgm_str text, const wanted *list, size_t n, size_t *from, size_t *to)
{
    token ring[WINDOW], t;
    size_t at = 0, i = 0;
    int best = -1;
    *from = *to = 0;
    for (; next_token(text.ptr, text.len, &at, &t); i++) {
        t.which = which(text.ptr, &t, list, n);
        ring[i % WINDOW] = t;
        const size_t filled = i + 1 < WINDOW ? i + 1 : WINDOW;
        const bool hit = t.which >= 0 || (best < 0 && filled == WINDOW);
        if (!hit && i >= WINDOW) continue;
        const int found = count_distinct(ring, filled);
        if (found <= best && i + 1 > WINDOW) continue;
        if (found < best) continue;
        best = found;
        *from = filled < WINDOW ? 0 : ring[(i + 1) % WINDOW].start;
        *to = t.end;
    }
    /* A window that begins with the first hit has room behind it. */
    for (size_t k = 0; k < 8 && next_token(text.ptr, text.len, &*to, &t); k++) *to = t.end;
}

void lgm_ask_snippet(lgm_str text, const char *words, lgm_buf *out)
{
    wanted list[MOST_WANTED];
    const size_t n = find_wanted(words, list);
    size_t from, to;
    token t;
    find_window(text, list, n, &from, &to);
    if (from) lgm_buf_puts(out, "…");
    size_t at = from, done = from;
    while (at < to && next_token(text.ptr, to, &at, &t)) {
        if (which(text.ptr, &t, list, n) < 0) continue;

        for (; done < t.start; done++)
            lgm_buf_putc(out, (unsigned char)text.ptr[done] < 0x20 ? ' ' : text.ptr[done]);
        lgm_buf_puts(out, LGM_ASK_HIT);
        lgm_buf_put(out, text.ptr + t.start, t.end - t.start);
        lgm_buf_puts(out, LGM_ASK_HIT_END);
        done = t.end;
    }
    for (; done < to; done++)
        lgm_buf_putc(out, (unsigned char)text.ptr[done] < 0x20 ? ' ' : text.ptr[done]);
    if (to < text.len) lgm_buf_puts(out, "…");
}
