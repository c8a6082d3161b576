/* linker.c - chains of like mentions, and candidates for an antecedent. */
#include "coref/links/linker.h"

#include <string.h>

#include "coref/links/holder.h"
#include "coref/links/speaking.h"
#include "coref/mentions/mention_span.h"

typedef struct slot {
    uint64_t key;
    uint32_t last; /* plus one; 0 = free */
} slot;

static size_t table_size(size_t n)
{
    size_t room = 16;
    while (room < 2 * n) room *= 2;
    return room;
}

static uint32_t put(slot *table, size_t room, uint64_t key, uint32_t i)
{
    size_t at = (size_t)key & (room - 1);
    while (table[at].last != 0 && table[at].key != key) at = (at + 1) & (room - 1);
    const uint32_t before = table[at].last;
    table[at] = (slot){key, i + 1};
    return before == 0 ? LGM_NONE : before - 1;
}

static bool chain(lgm_coref_linker *l, lgm_arena *scratch)
{
    const size_t room = table_size(l->n);
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    slot *const lemmas = lgm_arena_calloc(scratch, room, sizeof *lemmas);
    slot *const words = lgm_arena_calloc(scratch, room, sizeof *words);
    slot *const names = lgm_arena_calloc(scratch, room, sizeof *names);
    if (!lemmas || !words || !names) return false;
    for (uint32_t i = 0; i < l->n; i++) {
        const lgm_coref_mention *const m = &l->at[i];
        const uint64_t group = lgm_hash64(7, (const char *)&m->group, sizeof m->group);
        l->prev_lemma[i] = put(lemmas, room, m->lemma, i);
        l->prev_words[i] = put(words, room, m->words, i);
        l->prev_group[i] = m->group == LGM_NONE ? LGM_NONE : put(names, room, group, i);
    }
    lgm_arena_rewind(scratch, mark);
    return true;
}

static void mark_content(const lgm_coref_linker *l)
{
    const lgm_doc *const doc = l->t->doc;
    for (uint32_t i = 0; i < doc->n_tokens; i++) l->content[i] = LGM_NONE;
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        const lgm_parts *const p = &doc->claims[c].content;
        for (uint32_t k = 0; k < p->n; k++)
            for (uint32_t i = p->at[k].start; i < p->at[k].end; i++) l->content[i] = c;
    }
}

bool lgm_coref_linker_make(lgm_coref_linker *l, lgm_arena *scratch, const lgm_trees *t,
                           const lgm_coref_mentions *all)
{
    uint32_t n = 0;
    for (size_t i = 0; i < all->n; i++) n += all->at[i].kept;
    const size_t words = n * sizeof(uint32_t);
    *l =
        (lgm_coref_linker){.t = t,
                           .n = n,
                           .at = lgm_arena_alloc(scratch, n * sizeof *l->at),
                           .prev_lemma = lgm_arena_alloc(scratch, words),
                           .prev_words = lgm_arena_alloc(scratch, words),
                           .prev_group = lgm_arena_alloc(scratch, words),
                           .prev_topic = lgm_arena_alloc(scratch, words),
                           .by = lgm_arena_alloc(scratch, t->doc->n_claims * sizeof(uint32_t)),
                           .content = lgm_arena_alloc(scratch, t->doc->n_tokens * sizeof(uint32_t)),
                           .holder = lgm_arena_alloc(scratch, words),
                           .only = lgm_arena_alloc(scratch, words),
                           .cluster = lgm_arena_alloc(scratch, words),
                           .person = all->person};
    if (!l->at || !l->prev_lemma || !l->prev_words || !l->prev_group || !l->prev_topic || !l->by ||
        !l->content || !l->holder || !l->only || !l->cluster)
        return false;
    n = 0;
    for (size_t i = 0; i < all->n; i++) {
        if (!all->at[i].kept) continue;
        l->at[n] = all->at[i];
        lgm_coref_hash_words(t, &l->at[n]);
        l->at[n].speaks = false;
        l->cluster[n] = n;
        n++;
    }
    mark_content(l);
    return lgm_coref_find_speakers(l, scratch) && lgm_coref_find_holders(l, scratch) &&
           chain(l, scratch);
}

static uint32_t add(uint32_t *at, uint32_t n, uint32_t from, uint32_t j)
{
    for (uint32_t k = from; k < n; k++)
        if (at[k] == j) return n;
    at[n] = j;
    return n + 1;
}

/* "He" is not told by an earlier "he", however far, that somebody else may have been. */
static bool stays_near(const lgm_coref_mention *m)
{
    return m->make == LGM_MAKE_HE || m->make == LGM_MAKE_SHE || m->make == LGM_MAKE_IT ||
           m->make == LGM_MAKE_THEY;
}

uint32_t lgm_coref_candidates(const lgm_coref_linker *l, uint32_t i, uint32_t at[LGM_LINK_MOST])
{
    const uint32_t from = i > LGM_LINK_WINDOW ? i - LGM_LINK_WINDOW : 0;
    uint32_t n = 0, like = 0;
    for (uint32_t j = i; j-- > from;) at[n++] = j;
    if (stays_near(&l->at[i])) return n;
    const uint32_t near = n;
    for (uint32_t j = l->prev_lemma[i]; j != LGM_NONE && like < LGM_LINK_LIKE;
         j = l->prev_lemma[j]) {
        like++;
        if (j < from) n = add(at, n, near, j);
    }
    if (l->prev_words[i] < from) n = add(at, n, near, l->prev_words[i]);
    if (l->prev_group[i] < from) n = add(at, n, near, l->prev_group[i]);
    return n;
}
