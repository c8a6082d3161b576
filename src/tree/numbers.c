/* numbers.c - the base of 64 tokens is such that the first of their numbers has the code MIDDLE. */
#include "tree/numbers.h"

#include <assert.h>
#include <string.h>

enum { MIDDLE = 128, UNSET = 0x80 }; /* UNSET: each byte of a base that no number has */

bool lgm_tree_numbers_make(lgm_tree_numbers *s, uint32_t n, lgm_arena *scratch)
{
    *s = (lgm_tree_numbers){.base = lgm_arena_calloc(scratch, n / 64 + 1, sizeof *s->base),
                            .code = lgm_arena_calloc(scratch, n, 1)};
    if (!s->base || !s->code) return false;
    memset(s->base, UNSET, (n / 64 + 1) * sizeof *s->base);
    return true;
}

void lgm_tree_numbers_set(lgm_tree_numbers *s, uint32_t token, uint32_t number)
{
    uint32_t *const base = &s->base[token / 64];
    assert(number <= INT32_MAX);
    if (*base == UNSET * 0x01010101u) *base = number - MIDDLE;
    const uint32_t code = number - *base;
    assert(code > 0 && code <= UINT8_MAX);
    s->code[token] = (uint8_t)code;
}
