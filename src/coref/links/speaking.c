/* speaking.c - the source of each claim among the mentions, and the last topic before each. */
#include "coref/links/speaking.h"

#include "coref/mentions/source_mention.h"

/* Outside of quotations, and it speaks or is the subject of a sentence that is no claim of
 * others. */
static bool is_topic(const lgm_coref_linker *l, const lgm_coref_mention *m)
{
    const lgm_trees *const t = l->t;
    const uint32_t verb = t->doc->head[m->head];
    const bool subject = t->rel[m->head] == LGM_REL_nsubj && verb != LGM_NONE &&
                         t->rel[verb] == LGM_REL_root && l->content[m->head] == LGM_NONE;
    return lgm_tree_quote(t, m->head) == LGM_NONE && (m->speaks || subject);
}

bool lgm_coref_find_speakers(lgm_coref_linker *l, lgm_arena *scratch)
{
    const lgm_doc *const doc = l->t->doc;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    uint32_t *const by_head = lgm_arena_alloc(scratch, doc->n_tokens * sizeof *by_head);
    if (!by_head) return false;
    for (uint32_t i = 0; i < doc->n_tokens; i++) by_head[i] = LGM_NONE;
    for (uint32_t i = 0; i < l->n; i++)
        if (!l->at[i].is_group) by_head[l->at[i].head] = i;
    const lgm_coref_heads heads = {l->t, l->person, by_head};
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        l->by[c] = lgm_coref_source(&heads, &doc->claims[c].source);
        if (l->by[c] != LGM_NONE && lgm_doc_parent(doc, c) == LGM_NONE)
            l->at[l->by[c]].speaks = true;
    }
    for (uint32_t i = 0, last = LGM_NONE; i < l->n; i++) {
        l->prev_topic[i] = last;
        if (is_topic(l, &l->at[i])) last = i;
    }
    lgm_arena_rewind(scratch, mark);
    return true;
}
