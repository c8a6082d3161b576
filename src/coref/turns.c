/*
 * turns.c - who speaks, and "he said" or "the official said", where nothing near tells who it is: the one who spoke
 * last.
 *
 * A long quotation puts the speaker out of reach of the linker, which looks at the nearest mentions. Reports stay
 * with a speaker until they turn to another.
 */
#include "coref/clusters.h"

#include "legomena/kinds.h"

/* Outside of quotations, and it says something or is what a sentence is about that nobody else said. */
static bool is_on_stage(const lgm_linker *l, const lgm_mention *m)
{
    const lgm_trees *const t = l->t;
    const uint32_t verb = t->doc->head[m->head];
    const bool subject = t->rel[m->head] == LGM_REL_nsubj && verb != LGM_NONE &&
                         t->rel[verb] == LGM_REL_root && l->content[m->head] == LGM_NONE;
    return t->quote[m->head] == LGM_NONE && (m->speaks || subject);
}

bool lgm_find_actors(lgm_linker *l, lgm_arena *scratch)
{
    const lgm_doc *const doc = l->t->doc;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    uint32_t *const by_head = lgm_arena_alloc(scratch, doc->n_tokens * sizeof *by_head);
    if (!by_head) return false;
    for (uint32_t i = 0; i < doc->n_tokens; i++) by_head[i] = LGM_NONE;
    for (uint32_t i = 0; i < l->n; i++)
        if (!l->at[i].is_group) by_head[l->at[i].head] = i;
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        l->by[c] = lgm_source_head(l->t, by_head, &doc->claims[c].source);
        if (l->by[c] != LGM_NONE) l->at[l->by[c]].speaks = true;
    }
    for (uint32_t i = 0, last = LGM_NONE; i < l->n; i++) {
        l->prev_actor[i] = last;
        if (is_on_stage(l, &l->at[i])) last = i;
    }
    lgm_arena_rewind(scratch, mark);
    return true;
}

enum { TURNS = 16 }; /* how many back */

/* One: for "he" a person, for "it" what spoke itself and is none. */
static bool may_be(const lgm_clusters *s, uint32_t i, bool person)
{
    const lgm_mention *const m = &s->l->at[i];
    const int8_t kind = s->at[s->l->cluster[i]].kind;
    return m->make != LGM_MAKE_GROUP && m->number != 2 &&
           (person ? kind > 0 : m->speaks && kind <= 0);
}

/* "The official", who says nothing of what office it is. */
static bool is_official(const lgm_linker *l, const lgm_mention *m)
{
    return m->make == LGM_MAKE_DEF && m->number == 1 &&
           lgm_slice_eq(lgm_doc_form(l->t->doc, m->head), LGM_SLICE("official"));
}

uint32_t lgm_spoke_last(const lgm_clusters *s, uint32_t i)
{
    const lgm_linker *const l = s->l;
    const lgm_mention *const m = &l->at[i];
    const bool official = is_official(l, m); /* who spoke right before */
    const bool person = official || m->make == LGM_MAKE_HE || m->make == LGM_MAKE_SHE;
    const bool it =
        m->make == LGM_MAKE_IT && l->t->rel[m->head] != LGM_REL_expl; /* not "it is feared" */
    if (!m->speaks || l->t->quote[m->head] != LGM_NONE || !(person || it)) return LGM_NONE;
    uint32_t j = l->prev_actor[i];
    for (uint32_t turn = 0; j != LGM_NONE && turn < TURNS; turn++, j = l->prev_actor[j]) {
        const bool speaks = l->at[j].speaks;
        if (may_be(s, j, person) && (speaks || !official) && lgm_may_join(s, i, j)) return j;
        if (official || (it && speaks))
            return LGM_NONE; /* with another between, "it" is anything */
    }
    return LGM_NONE;
}
