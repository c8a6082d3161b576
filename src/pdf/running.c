/* running.c - see running.h. */
#include "pdf/running.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct edge { /* a line near the edge of a page */
    uint64_t hash;    /* of its words, every digit as 0 */
    uint32_t line, page;
    bool number; /* no words beside one */
} edge;

static bool is_near_edge(const lgm_pdf_line *l)
{
    const float tenth = l->page_height / 10;
    return l->bottom < tenth || l->top > l->page_height - tenth;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Digits are as one: the page's number, or the day's. */
static uint64_t hash_of(lgm_slice s)
{
    uint64_t h = 0;
    for (size_t i = 0, end; i < s.len; i = end) {
        const bool digits = is_digit(s.ptr[i]);
        for (end = i + 1; end < s.len && is_digit(s.ptr[end]) == digits; end++) continue;
        h = digits ? lgm_hash64(h, "0", 1) : lgm_hash64(h, s.ptr + i, end - i);
    }
    return h;
}

/* "7", "- 7 -", "Page 7 of 9", "vii" is not looked for. */
static bool is_page_number(lgm_slice s)
{
    bool digits = false;
    for (size_t i = 0; i < s.len;) {
        const lgm_slice rest = {s.ptr + i, s.len - i};
        if (is_digit(*rest.ptr))
            digits = true, i++;
        else if (strchr(" -|/.", *rest.ptr))
            i++;
        else if (rest.len >= 4 && strncasecmp(rest.ptr, "page", 4) == 0)
            i += 4;
        else if (rest.len >= 2 && strncasecmp(rest.ptr, "of", 2) == 0)
            i += 2;
        else
            return false;
    }
    return digits;
}

static int by_hash(const void *x, const void *y)
{
    const edge *const a = x, *const b = y;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return a->line < b->line ? -1 : a->line > b->line;
}

lgm_status lgm_pdf_drop_running(lgm_arena *a, lgm_pdf_lines *lines, lgm_err *err)
{
    LGM_VEC(edge) v = {0};
    for (uint32_t i = 0; i < lines->line.n; i++) {
        const lgm_pdf_line *const l = &lines->line.at[i];
        if (!is_near_edge(l)) continue;
        const edge e = {hash_of(l->text), i, l->page, is_page_number(l->text)};
        if (!lgm_vec_push(a, &v, e)) return lgm_arena_fail(a, err);
    }
    if (v.n) qsort(v.at, v.n, sizeof *v.at, by_hash);
    for (size_t i = 0, end; i < v.n; i = end) {
        for (end = i + 1; end < v.n && v.at[end].hash == v.at[i].hash; end++) continue;
        const bool several = v.at[end - 1].page != v.at[i].page;
        for (size_t k = i; k < end; k++)
            if (several || v.at[k].number) lines->line.at[v.at[k].line].text.len = 0;
    }
    return LGM_OK;
}
