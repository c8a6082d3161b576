/* forms.c - a cache from a form to what was computed for it: open addressing, emptied all at
 * once. */
#include "nn/forms.h"

#include <string.h>

/* Texts repeat themselves: 16,384 forms are 19 in 20 of the tokens of newswire. Longer forms (web
 * addresses) hardly come twice. */
enum { MAX_FORMS = 16384, SLOTS = 2 * MAX_FORMS, MAX_BYTES = 47, ALIGN = 64, STEP = 16, SEED = 1 };

typedef struct known_form {
    uint64_t hash;
    uint8_t len;
    char bytes[MAX_BYTES];
} known_form;

struct lgm_form_cache {
    uint32_t slots[SLOTS]; /* 1 + index of the form, 0 = free; linear probing */
    known_form forms[MAX_FORMS];
    uint32_t n, limit;
    size_t item_bytes;
    char *items; /* [MAX_FORMS][item_bytes] */
};

lgm_status lgm_nn_form_cache_sized(lgm_form_cache **out, size_t item_bytes, lgm_err *err)
{
    *out = NULL;
    item_bytes = (item_bytes + STEP - 1) / STEP * STEP;
    lgm_form_cache *const c = lgm_calloc(1, sizeof *c);
    char *const items = lgm_aligned_alloc(ALIGN, MAX_FORMS * item_bytes);
    if (!c || !items) {
        lgm_free(c);
        lgm_free(items);
        return lgm_fail(err, LGM_E_NOMEM, "out of memory for the cache of forms");
    }
    c->items = items;
    c->item_bytes = item_bytes;
    c->limit = MAX_FORMS;
    *out = c;
    return LGM_OK;
}

void lgm_nn_form_cache_free(lgm_form_cache *c)
{
    if (!c) return;
    lgm_free(c->items);
    lgm_free(c);
}

static void forget(lgm_form_cache *c)
{
    memset(c->slots, 0, sizeof c->slots);
    c->n = 0;
}

void lgm_nn_form_cache_limit(lgm_form_cache *c, uint32_t n)
{
    c->limit = n < 1 ? 1 : n < MAX_FORMS ? n : MAX_FORMS;
    forget(c);
}

static bool is_form(const known_form *k, uint64_t hash, lgm_slice form)
{
    return k->hash == hash && k->len == form.len && memcmp(k->bytes, form.ptr, form.len) == 0;
}

/* The slot of the form, or the free slot where it belongs. There is always a free one. */
static uint32_t *find_slot(lgm_form_cache *c, uint64_t hash, lgm_slice form)
{
    size_t i = hash % SLOTS;
    while (c->slots[i] && !is_form(&c->forms[c->slots[i] - 1], hash, form)) i = (i + 1) % SLOTS;
    return &c->slots[i];
}

void *lgm_nn_form_cache_at(lgm_form_cache *c, lgm_slice form, bool *known)
{
    *known = false;
    if (form.len > MAX_BYTES) return NULL;
    const uint64_t hash = lgm_hash64(SEED, form.ptr, form.len);
    uint32_t *slot = find_slot(c, hash, form);
    if (*slot) {
        *known = true;
        return c->items + (*slot - 1) * c->item_bytes;
    }
    if (c->n >= c->limit) {
        forget(c);
        slot = find_slot(c, hash, form);
    }
    known_form *const k = &c->forms[c->n];
    k->hash = hash;
    k->len = (uint8_t)form.len;
    memcpy(k->bytes, form.ptr, form.len);
    *slot = ++c->n;
    return c->items + (c->n - 1) * c->item_bytes;
}
