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

/* "Jonas Weber thanked Nora Lind. She said ...": the only person of this sentence and the one
 * before who may be meant and stands in no quotation; LGM_NONE where there are several or none.
 * sure: only where the name tells a man or a woman. */
static uint32_t only_person(const lgm_coref_clusters *s, uint32_t i, bool sure)
{
    const lgm_coref_linker *const l = s->l;
    const uint32_t sent = lgm_tree_sent(l->t, l->at[i].head);
    uint32_t found = LGM_NONE;
    for (uint32_t j = i; j-- > 0 && sent - lgm_tree_sent(l->t, l->at[j].head) <= 1;) {
        if (!may_be(s, j, true) || !lgm_coref_may_join(s, i, j)) continue;
        if (lgm_tree_quote(l->t, l->at[j].head) != LGM_NONE) continue;
        if (found != LGM_NONE && l->cluster[found] != l->cluster[j]) return LGM_NONE;
        found = j;
    }
    const uint32_t named = found == LGM_NONE ? found : lgm_coref_cluster_of(s, found)->named;
    return named == LGM_NONE || (sure && l->t->doc->entities[named].gender == 0) ? LGM_NONE : found;
}

uint32_t lgm_coref_last_speaker(const lgm_coref_clusters *s, uint32_t i)
{
    const lgm_coref_linker *const l = s->l;
    const lgm_coref_mention *const m = &l->at[i];
    const bool official = is_official(l, m); /* who spoke right before */
    const bool person = official || m->make == LGM_MAKE_HE || m->make == LGM_MAKE_SHE;
    const bool it =
        m->make == LGM_MAKE_IT && l->t->rel[m->head] != LGM_REL_expl; /* not "it is feared" */
    if (!m->speaks || lgm_tree_quote(l->t, m->head) != LGM_NONE || !(person || it)) return LGM_NONE;
    uint32_t j = person && !official ? only_person(s, i, true) : LGM_NONE;
    if (j != LGM_NONE) return j;
    j = l->prev_topic[i];
    for (uint32_t turn = 0; j != LGM_NONE && turn < TURNS; turn++, j = l->prev_topic[j]) {
        const bool speaks = l->at[j].speaks;
        if (may_be(s, j, person) && (speaks || !official) && lgm_coref_may_join(s, i, j)) return j;
        if (official || (it && speaks))
            return LGM_NONE; /* with another between, "it" is anything */
    }
    return person && !official ? only_person(s, i, false) : LGM_NONE;
}
