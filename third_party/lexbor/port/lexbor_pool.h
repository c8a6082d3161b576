/*
 * lexbor_pool.h - the memory of lexbor, of one user at a time: what it takes is in a list, so that
 *                 all of it can be given back at once, and when there is none left lexbor is left
 *                 by a jump. Its own ways out of a failed allocation are not to be trusted.
 *
 *     lexbor_pool_use(&pool);         every call of lexbor that may allocate stands between
 *     if (setjmp(pool.out) == 0) ...calls of lexbor...
 *     else lexbor_pool_drop(&pool);   nothing that lexbor made is valid any more
 *     lexbor_pool_use(NULL);
 */
#ifndef LEXBOR_POOL_H
#define LEXBOR_POOL_H

#include <setjmp.h>

enum { LEXBOR_NO_MEMORY = 1 }; /* what setjmp returns */

typedef struct lexbor_piece { /* before each allocation */
    struct lexbor_piece *next, *prev;
} lexbor_piece;

typedef struct lexbor_pool {
    lexbor_piece *first;
    jmp_buf out;
} lexbor_pool;

void lexbor_pool_use(lexbor_pool *pool); /* of this thread; NULL: none */
void lexbor_pool_drop(lexbor_pool *pool);

#endif
