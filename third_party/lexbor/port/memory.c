/* The port that lexbor asks for: its memory is legomena's, by way of a pool. */
#include "lexbor_pool.h"

#include "lexbor/core/base.h"

void *lgm_malloc(size_t size);
void *lgm_realloc(void *p, size_t size);
void lgm_free(void *p);

static _Thread_local lexbor_pool *in_use;

void lexbor_pool_use(lexbor_pool *pool)
{
    in_use = pool;
}

void lexbor_pool_drop(lexbor_pool *pool)
{
    while (pool->first) {
        lexbor_piece *piece = pool->first;
        pool->first = piece->next;
        lgm_free(piece);
    }
}

static void *keep(lexbor_piece *piece)
{
    piece->prev = NULL;
    piece->next = in_use->first;
    if (piece->next) piece->next->prev = piece;
    in_use->first = piece;
    return piece + 1;
}

static void forget(lexbor_piece *piece)
{
    if (piece->prev) piece->prev->next = piece->next;
    else in_use->first = piece->next;
    if (piece->next) piece->next->prev = piece->prev;
}

void *lexbor_malloc(size_t size)
{
    lexbor_piece *piece =
        size > SIZE_MAX - sizeof *piece ? NULL : lgm_malloc(sizeof *piece + size);
    if (!piece) longjmp(in_use->out, LEXBOR_NO_MEMORY);
    return keep(piece);
}

void *lexbor_calloc(size_t num, size_t size)
{
    if (size && num > SIZE_MAX / size) longjmp(in_use->out, LEXBOR_NO_MEMORY);
    return memset(lexbor_malloc(num * size), 0, num * size);
}

void *lexbor_realloc(void *dst, size_t size)
{
    if (!dst) return lexbor_malloc(size);
    lexbor_piece *piece = (lexbor_piece *)dst - 1;
    forget(piece);
    lexbor_piece *moved =
        size > SIZE_MAX - sizeof *piece ? NULL : lgm_realloc(piece, sizeof *piece + size);
    if (moved) return keep(moved);
    keep(piece);
    longjmp(in_use->out, LEXBOR_NO_MEMORY);
}

void *lexbor_free(void *dst)
{
    if (!dst) return NULL;
    lexbor_piece *piece = (lexbor_piece *)dst - 1;
    forget(piece);
    lgm_free(piece);
    return NULL;
}
