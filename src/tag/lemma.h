/*
 * lemma.h - lemmas by edit script. Internal to the room tag.
 *
 * A script is the text "c|n|s": c = k keep the case, l lower it, t keep the first code point and
 * lower the rest; then drop the last n code points; then add s. A script that would leave nothing
 * does not apply.
 */
#ifndef LGM_TAG_LEMMA_H
#define LGM_TAG_LEMMA_H

#include "base/base.h"

typedef struct lgm_lemma_script {
    char how; /* 'k', 'l' or 't' */
    uint32_t drop;
    lgm_slice add; /* borrowed from the label */
} lgm_lemma_script;

/* False for text that is not a script. */
bool lgm_tag_lemma_parse(const char *text, lgm_lemma_script *out);

/* Bytes that lgm_tag_lemma_apply may write. */
size_t lgm_tag_lemma_room(const lgm_lemma_script *s, lgm_slice form);

/* The lemma in buf, its length in *len; false where the script does not apply. */
bool lgm_tag_lemma_apply(const lgm_lemma_script *s, lgm_slice form, char *buf, size_t *len);

/* Strings kept once: they live in `keep`, the table in `scratch`. Begins as {keep, scratch}. */
typedef struct lgm_lemma_pool {
    lgm_arena *keep, *scratch;
    LGM_VEC(lgm_slice) at;
    uint32_t *slots; /* 1 + place in at; 0 = free */
    size_t room;     /* a power of two, or 0 */
} lgm_lemma_pool;

/* 1 + the place of s in pool->at; 0 when memory is spent (the arena that failed knows why). */
uint32_t lgm_tag_lemma_keep(lgm_lemma_pool *pool, lgm_slice s);

#endif
