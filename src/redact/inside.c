/* inside.c - names within addresses, handles and tags. */
#include <string.h>

#include "redact/masks.h"

enum { LEAST_INSIDE = 4 }; /* bytes of a name to be looked for there */

static bool is_space(lgm_str s, size_t i)
{
    return lgm_is_space(s.ptr[i]) ||
           (i + 1 < s.len && (uint8_t)s.ptr[i] == 0xC2 && (uint8_t)s.ptr[i + 1] == 0xA0);
}

/* "@mireladanko", "mirela.danko@ostrel.example", "news/mirela-danko". */
static bool may_hide(lgm_str chunk, bool address)
{
    if (address) return true;
    for (size_t i = 0; i < chunk.len; i++)
        if (memchr("@#_/", chunk.ptr[i], 4) || (chunk.ptr[i] == '.' && i + 2 < chunk.len && i))
            return true;
    return false;
}

static bool fold(lgm_arena *a, lgm_str s, lgm_str *out)
{
    char *const to = lgm_arena_alloc(a, s.len * 4 + LGM_REDACT_KEY);
    size_t n = 0, used;
    if (!to) return false;
    for (size_t i = 0; i < s.len; i += used) {
        lgm_utf8_next(s.ptr + i, s.len - i, &used);
        n += lgm_redact_key((lgm_str){s.ptr + i, used}, to + n);
        if (n > s.len * 4) break;
    }
    *out = (lgm_str){to, n};
    return true;
}

static bool find_inside(lgm_redact_masker *m, lgm_str chunk, uint32_t *person)
{
    lgm_str key;
    const lgm_arena_mark mark = lgm_arena_save(m->arena);
    *person = LGM_NONE;
    if (!fold(m->arena, chunk, &key)) return false;
    for (size_t i = 0; i < m->n->people->names.n && *person == LGM_NONE; i++) {
        const lgm_redact_part *const part = &m->n->people->names.at[i].part;
        if (!part->strong || part->ordinary || part->key.len < LEAST_INSIDE) continue;
        if (memmem(key.ptr, key.len, part->key.ptr, part->key.len))
            *person = m->n->people->names.at[i].person;
    }
    lgm_arena_rewind(m->arena, mark);
    return true;
}

static uint32_t points(lgm_str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.len; i++) n += ((unsigned char)s.ptr[i] & 0xc0) != 0x80;
    return n;
}

bool lgm_redact_mask_insides(lgm_redact_masker *m, bool address)
{
    const lgm_str text = m->w.text;
    uint32_t point = 0;
    size_t end;
    for (size_t i = 0; i < text.len; i = end) {
        const char *const stops = address ? "/?&=" : "";
        const bool skips = is_space(text, i) || (text.ptr[i] && strchr(stops, text.ptr[i]));
        for (end = i; end < text.len && !is_space(text, end) && !strchr(stops, text.ptr[end]);)
            end++;
        if (skips || end == i) end = i + 1;
        lgm_str chunk = {text.ptr + i, end - i};
        uint32_t person = LGM_NONE;
        const uint32_t length = points(chunk);
        while (chunk.len && strchr(".,;:!?)\"'", chunk.ptr[chunk.len - 1])) chunk.len--;
        while (chunk.len && strchr("(\"'", chunk.ptr[0])) chunk.ptr++, chunk.len--;
        if (!skips && may_hide(chunk, address) && !find_inside(m, chunk, &person)) return false;
        if (person != LGM_NONE) {
            const uint32_t at = (uint32_t)(chunk.ptr - text.ptr);
            const uint32_t start = point + (uint32_t)(at - i);
            const lgm_redact_mask mask = {at, (uint32_t)chunk.len, start, start + points(chunk),
                                          person};
            if (!lgm_vec_push(m->arena, m->out, mask)) return false;
        }
        point += length;
    }
    return true;
}
