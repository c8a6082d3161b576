/* lemma.c - edit scripts, and the pool that keeps each lemma of a document once. */
#include "tag/lemma.h"

#include <string.h>

#include "base/fold.h"

enum { MAX_DROP = 1000 };

bool lgm_tag_lemma_parse(const char *text, lgm_lemma_script *out)
{
    *out = (lgm_lemma_script){0};
    if (text[0] == '\0' || strchr("klt", text[0]) == NULL || text[1] != '|') return false;
    const char *p = text + 2;
    uint32_t n = 0;
    if (*p < '0' || *p > '9') return false;
    for (; *p >= '0' && *p <= '9'; p++) {
        n = n * 10 + (uint32_t)(*p - '0');
        if (n > MAX_DROP) return false;
    }
    if (*p++ != '|') return false;
    *out = (lgm_lemma_script){text[0], n, {p, strlen(p)}};
    return true;
}

size_t lgm_tag_lemma_room(const lgm_lemma_script *s, lgm_slice form)
{
    return LGM_FOLD_ROOM(form.len) + s->add.len;
}

static size_t lower(lgm_slice form, bool keep_first, char *out)
{
    size_t first = 0;
    if (keep_first && form.len > 0) {
        (void)lgm_utf8_next(form.ptr, form.len, &first);
        memcpy(out, form.ptr, first);
    }
    return first + lgm_fold_lower(form.ptr + first, form.len - first, out + first);
}

/* Takes the last n code points off s[0..*len); false where there are not so many. */
static bool drop_last(const char *s, size_t *len, uint32_t n)
{
    size_t left = *len;
    while (n > 0 && left > 0) {
        left--;
        if (((uint8_t)s[left] & 0xc0) != 0x80) n--;
    }
    *len = left;
    return n == 0;
}

bool lgm_tag_lemma_apply(const lgm_lemma_script *s, lgm_slice form, char *buf, size_t *len)
{
    size_t n = form.len;
    if (s->how == 'k')
        memcpy(buf, form.ptr, n);
    else
        n = lower(form, s->how == 't', buf);
    if (!drop_last(buf, &n, s->drop)) return false;
    memcpy(buf + n, s->add.ptr, s->add.len);
    *len = n + s->add.len;
    return *len > 0;
}

/* ---- the pool -------------------------------------------------------------------------------- */

static uint32_t *slot_of(const lgm_lemma_pool *pool, lgm_slice s)
{
    size_t i = (size_t)lgm_hash64(0, s.ptr, s.len) & (pool->room - 1);
    while (pool->slots[i] && !lgm_slice_eq(pool->at.at[pool->slots[i] - 1], s))
        i = (i + 1) & (pool->room - 1);
    return &pool->slots[i];
}

static bool grow(lgm_lemma_pool *pool)
{
    const size_t room = pool->room ? pool->room * 2 : 256;
    uint32_t *const slots = lgm_arena_calloc(pool->scratch, room, sizeof *slots);
    if (!slots) return false;
    pool->slots = slots;
    pool->room = room;
    for (size_t i = 0; i < pool->at.n; i++) *slot_of(pool, pool->at.at[i]) = (uint32_t)i + 1;
    return true;
}

uint32_t lgm_tag_lemma_keep(lgm_lemma_pool *pool, lgm_slice s)
{
    if (2 * pool->at.n >= pool->room && !grow(pool)) return 0;
    uint32_t *const at = slot_of(pool, s);
    if (*at) return *at;
    const char *const copy = lgm_arena_strndup(pool->keep, s.ptr, s.len);
    if (!copy || !lgm_vec_push(pool->keep, &pool->at, (lgm_slice){copy, s.len})) return 0;
    return *at = (uint32_t)pool->at.n;
}
