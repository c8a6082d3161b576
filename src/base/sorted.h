/*
 * sorted.h - look-up in what is in order of a number: tokens, bytes, hashes.
 *
 * Files   sorted.c.
 */
#ifndef LGM_BASE_SORTED_H
#define LGM_BASE_SORTED_H

#include "base/base.h"

/* The first of n items whose number (a uint32_t, `offset` bytes into each of `size` bytes) is not
 * below key; n where all are. */
size_t lgm_sorted_first(const void *items, size_t n, size_t size, size_t offset, uint32_t key);

/* LGM_SORTED_FIRST(lgm_name, doc->names, doc->n_names, tokens.start, token) */
#define LGM_SORTED_FIRST(type, items, n, member, key)                                              \
    lgm_sorted_first((items), (n), sizeof(type), offsetof(type, member), (key))

#endif
