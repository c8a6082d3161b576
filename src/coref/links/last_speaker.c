/*
 * last_speaker.c - "he said" or "the official said", where nothing near tells who it is: whoever
 * spoke last.
 *
 * A long quotation puts the speaker out of reach of the links, which look at the nearest mentions.
 * Reports stay with a speaker until they turn to another.
 */
#include "coref/links/last_speaker.h"

#include "coref/links/rules.h"

enum { TURNS = 16 }; /* how many back */

/* One: for "he" a person, for "it" what spoke itself and is none. */
static bool may_be(const lgm_coref_clusters *s, uint32_t i, bool person)
{
    const lgm_coref_mention *const m = &s->l->at[i];
    const int8_t kind = s->at[s->l->cluster[i]].kind;
    return m->make != LGM_MAKE_GROUP && m->number != 2 &&
           (person ? kind > 0 : m->speaks && kind <= 0);
}

/* "The official", who says nothing of what office it is. */
static bool is_official(const lgm_coref_linker *l, const lgm_coref_mention *m)
{
    return m->make == LGM_MAKE_DEF && m->number == 1 &&
           lgm_slice_eq(lgm_doc_form(l->t->doc, m->head), LGM_SLICE("official"));
}

uint32_t lgm_coref_last_speaker(const lgm_coref_clusters *s, uint32_t i)
{
    const lgm_coref_linker *const l = s->l;
    const lgm_coref_mention *const m = &l->at[i];
    const bool official = is_official(l, m); /* who spoke right before */
    const bool person = official || m->make == LGM_MAKE_HE || m->make == LGM_MAKE_SHE;
    const bool it =
        m->make == LGM_MAKE_IT && l->t->rel[m->head] != LGM_REL_expl; /* not "it is feared" */
    if (!m->speaks || l->t->quote[m->head] != LGM_NONE || !(person || it)) return LGM_NONE;
    uint32_t j = l->prev_topic[i];
    for (uint32_t turn = 0; j != LGM_NONE && turn < TURNS; turn++, j = l->prev_topic[j]) {
        const bool speaks = l->at[j].speaks;
        if (may_be(s, j, person) && (speaks || !official) && lgm_coref_may_join(s, i, j)) return j;
        if (official || (it && speaks))
            return LGM_NONE; /* with another between, "it" is anything */
    }
    return LGM_NONE;
}
