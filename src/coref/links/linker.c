/* linker.c - chains of like mentions, and candidates for an antecedent. */
#include "coref/links/linker.h"

#include <string.h>

#include "coref/links/holder.h"
#include "coref/links/speaking.h"
#include "coref/mentions/mention_span.h"

/* Chains of mentions with the same key: an open-addressed table of the last of each. */
typedef uint64_t key_of(const lgm_coref_linker *l, uint32_t i);

static uint64_t by_lemma(const lgm_coref_linker *l, uint32_t i)
{
    return l->at[i].lemma;
}

static uint64_t by_words(const lgm_coref_linker *l, uint32_t i)
{
    return l->wording[i].words;
}

static uint64_t by_group(const lgm_coref_linker *l, uint32_t i)
{
    return lgm_hash64(7, (const char *)&l->at[i].group, sizeof l->at[i].group);
}

static size_t table_size(size_t n)
{
    size_t room = 16;
    while (room < 2 * n) room *= 2;
    return room;
}

static bool chain(const lgm_coref_linker *l, lgm_arena *scratch, key_of *key, uint32_t *prev)
{
    const size_t room = table_size(l->n);
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    uint32_t *const last = lgm_arena_calloc(scratch, room, sizeof *last); /* plus one; 0 = free */
    if (!last) return false;
    for (uint32_t i = 0; i < l->n; i++) {
        prev[i] = LGM_NONE;
        if (key == by_group && l->at[i].group == LGM_NONE) continue;
        const uint64_t k = key(l, i);
        size_t at = (size_t)k & (room - 1);
        while (last[at] != 0 && key(l, last[at] - 1) != k) at = (at + 1) & (room - 1);
        if (last[at] != 0) prev[i] = last[at] - 1;
        last[at] = i + 1;
    }
    lgm_arena_rewind(scratch, mark);
    return true;
}

static void mark_content(const lgm_coref_linker *l)
{
    const lgm_doc *const doc = l->t->doc;
    for (uint32_t i = 0; i < doc->n_tokens; i++) l->content[i] = LGM_NONE;
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        if (lgm_doc_parent(doc, c) != LGM_NONE) continue; /* "I" is who says the outer one */
        const lgm_parts *const p = &doc->claims[c].content;
        for (uint32_t k = 0; k < p->n; k++)
            for (uint32_t i = p->at[k].start; i < p->at[k].end; i++) l->content[i] = c;
    }
}

/* Those that are kept move together. */
static uint32_t keep(lgm_coref_mentions *all)
{
    uint32_t n = 0;
    for (size_t i = 0; i < all->n; i++) {
        if (!all->at[i].kept) continue;
        lgm_coref_mention *const m = &all->at[n++];
        *m = all->at[i];
        m->speaks = false;
    }
    all->n = n;
    return n;
}

bool lgm_coref_linker_make(lgm_coref_linker *l, lgm_arena *scratch, const lgm_trees *t,
                           lgm_coref_mentions *all)
{
    const uint32_t n = keep(all);
    const size_t words = n * sizeof(uint32_t);
    *l = (lgm_coref_linker){.t = t,
                            .n = n,
                            .at = all->at,
                            .person = all->person,
                            .cluster = lgm_arena_alloc(scratch, words)};
    if (t->doc->why && !(l->why = lgm_arena_calloc(scratch, n + 1, sizeof *l->why))) return false;
    l->end = lgm_arena_save(scratch);
    l->wording = lgm_arena_alloc(scratch, n * sizeof *l->wording);
    l->prev_lemma = lgm_arena_alloc(scratch, words);
    l->prev_words = lgm_arena_alloc(scratch, words);
    l->prev_group = lgm_arena_alloc(scratch, words);
    l->prev_topic = lgm_arena_alloc(scratch, words);
    l->by = lgm_arena_alloc(scratch, t->doc->n_claims * sizeof *l->by);
    l->content = lgm_arena_alloc(scratch, t->doc->n_tokens * sizeof *l->content);
    l->holder = lgm_arena_alloc(scratch, words);
    l->only = lgm_arena_alloc(scratch, words);
    if (!l->cluster || !l->wording || !l->prev_lemma || !l->prev_words || !l->prev_group ||
        !l->prev_topic || !l->by || !l->content || !l->holder || !l->only)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        l->cluster[i] = i;
        l->wording[i] = lgm_coref_wording_of(t, &l->at[i]);
    }
    mark_content(l);
    return lgm_coref_find_speakers(l, scratch) && lgm_coref_find_holders(l, scratch) &&
           chain(l, scratch, by_lemma, l->prev_lemma) &&
           chain(l, scratch, by_words, l->prev_words) && chain(l, scratch, by_group, l->prev_group);
}

void lgm_coref_linker_end(lgm_coref_linker *l, lgm_arena *scratch)
{
    lgm_arena_rewind(scratch, l->end);
    lgm_arena_trim(scratch);
    l->wording = NULL;
    l->prev_lemma = l->prev_words = l->prev_group = l->prev_topic = NULL;
    l->by = l->content = l->holder = l->only = NULL;
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
