/* whole_words.c - words and trees of a redacted record: of each name one word is left, the one that
 * the others hang on, with the placeholder as its form. */
#include <string.h>

#include "redact/rewrite.h"

/* The word of this mask that hangs on one outside of it; words from `from` to `end` are its. */
static size_t head_of(const lgm_record *r, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++)
        if (r->words.at[i].head < from || r->words.at[i].head >= end) return i;
    return from;
}

/* kept[i]: the word that stands for i. */
static void choose(const lgm_record *r, const lgm_redact_masks *masks, uint32_t *kept)
{
    for (size_t i = 0, end; i < r->words.n; i = end) {
        const lgm_redact_mask *const m = lgm_redact_mask_at(masks, r->words.at[i].span.start);
        end = i + 1;
        while (m && end < r->words.n && r->words.at[end].span.start < m->stop) end++;
        const size_t head = m ? head_of(r, i, end) : i;
        for (size_t k = i; k < end; k++) kept[k] = (uint32_t)head;
    }
}

static bool copy(lgm_arena *a, lgm_str *s)
{
    if (!s->ptr) return true;
    s->ptr = lgm_arena_strndup(a, s->ptr, s->len);
    return s->ptr != NULL;
}

static bool put_word(lgm_record *r, lgm_word *to, const lgm_word *from, const lgm_word *first,
                     const char *placeholder, const lgm_redact_move *m)
{
    *to = *from;
    to->span = lgm_redact_moved(m, from->span);
    to->space_before = first->space_before;
    to->joined = first->joined;
    to->paragraph = first->paragraph;
    if (placeholder) to->lemma = (lgm_str){placeholder, strlen(placeholder)};
    return copy(r->arena, &to->lemma) && copy(r->arena, &to->upos) && copy(r->arena, &to->xpos) &&
           copy(r->arena, &to->rel);
}

bool lgm_redact_words_anew(lgm_record *r, const lgm_record *from, const lgm_redact_names *names,
                           const lgm_redact_move *m)
{
    const size_t n = from->words.n;
    if (n == 0) return true;
    uint32_t *const kept = lgm_arena_calloc(r->arena, n, sizeof *kept);
    uint32_t *const at = lgm_arena_calloc(r->arena, n, sizeof *at); /* in the new list */
    lgm_word *const words = lgm_arena_calloc(r->arena, n, sizeof *words);
    if (!kept || !at || !words) return false;
    choose(from, m->masks, kept);
    size_t k = 0;
    for (size_t i = 0; i < n; k++) {
        const size_t first = i, head = kept[i];
        const lgm_redact_mask *const mask =
            lgm_redact_mask_at(m->masks, from->words.at[i].span.start);
        for (; i < n && kept[i] == head; i++) at[i] = (uint32_t)k;
        const char *const as = mask ? names->people->list.at[mask->person].placeholder : NULL;
        if (!put_word(r, &words[k], &from->words.at[head], &from->words.at[first], as, m))
            return false;
    }
    for (size_t i = 0; i < k; i++)
        if (words[i].head < n) words[i].head = at[words[i].head];
    r->words.at = words;
    r->words.n = k;
    return true;
}
