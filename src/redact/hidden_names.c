/* hidden_names.c - the words of hidden names, and names of others that have such a word. */
#include <stdlib.h>
#include <string.h>

#include "redact/masks.h"

int lgm_redact_compare(lgm_str a, lgm_str b)
{
    const size_t len = a.len < b.len ? a.len : b.len;
    const int c = len ? memcmp(a.ptr, b.ptr, len) : 0;
    return c ? c : a.len < b.len ? -1 : a.len > b.len;
}

static int by_key(const void *x, const void *y)
{
    const lgm_redact_entry *const a = x, *const b = y;
    const int c = lgm_redact_compare(a->part.key, b->part.key);
    return c ? c : a->person < b->person ? -1 : a->person > b->person;
}

const lgm_redact_entry *lgm_redact_find(const lgm_redact_names *n, lgm_str key)
{
    size_t low = 0, high = n->entries.n;
    while (low < high) {
        const size_t mid = low + (high - low) / 2;
        if (lgm_redact_compare(n->entries.at[mid].part.key, key) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low < n->entries.n && lgm_redact_compare(n->entries.at[low].part.key, key) == 0
               ? &n->entries.at[low]
               : NULL;
}

static bool add_kept(lgm_redact_names *n, lgm_str name)
{
    lgm_redact_people *const p = (lgm_redact_people *)n->people;
    lgm_redact_words w;
    lgm_redact_kept kept = {0};
    bool shared = false;
    if (!lgm_redact_words_of(&w, p->arena, name)) return false;
    for (size_t i = 0; i < w.n; i++) {
        char key[LGM_REDACT_KEY];
        const size_t len = lgm_redact_key(lgm_redact_word_text(&w, i), key);
        lgm_redact_part part = {.key = {lgm_arena_strndup(p->arena, key, len), len}};
        if (!part.key.ptr || !lgm_vec_push(p->arena, &kept.parts, part)) return false;
        shared |= lgm_redact_find(n, part.key) != NULL;
    }
    if (!shared || w.n < 2) return true;
    return lgm_vec_push(p->arena, &n->kept, kept);
}

/* Names of others which have such a word. */
static bool keep_names(lgm_redact_names *n)
{
    const lgm_record *const r = n->people->record;
    for (uint32_t i = 0; i < r->entities.n; i++) {
        const lgm_entity *const e = &r->entities.at[i];
        if (!lgm_redact_stays(n->people, i)) continue;
        if (!add_kept(n, e->name)) return false;
        for (size_t a = 0; a < e->aliases.n; a++)
            if (!add_kept(n, e->aliases.at[a])) return false;
    }
    return true;
}

bool lgm_redact_names_of(lgm_redact_names *out, const lgm_redact_people *people)
{
    *out = (lgm_redact_names){.people = people};
    for (uint32_t i = 0; i < people->list.n; i++) {
        const lgm_redact_person *const person = &people->list.at[i];
        for (size_t k = 0; person->hidden && k < person->parts.n; k++)
            if (!lgm_vec_push(people->arena, &out->entries,
                              (lgm_redact_entry){person->parts.at[k], i}))
                return false;
    }
    if (out->entries.n) qsort(out->entries.at, out->entries.n, sizeof *out->entries.at, by_key);
    out->counts = lgm_arena_calloc(people->arena, people->list.n + 1, sizeof *out->counts);
    return out->counts && (!out->entries.n || keep_names(out));
}
