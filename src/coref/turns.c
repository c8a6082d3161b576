/*
 * turns.c - "he said", where nothing near tells who he is: the one who spoke last.
 *
 * A long quotation puts the speaker out of reach of the linker, which looks at the nearest mentions. Reports stay
 * with a speaker until they turn to another.
 */
#include "coref/clusters.h"

#include "legomena/records.h"

enum { TURNS = 16 }; /* how many back */

/* One: for "he" a person, for "it" what spoke itself and is none. */
static bool may_be(const lgm_clusters *s, uint32_t i, bool person)
{
    const lgm_mention *const m = &s->l->at[i];
    const int8_t kind = s->at[s->l->cluster[i]].kind;
    return m->make != LGM_MAKE_GROUP && m->number != 2 &&
           (person ? kind > 0 : m->speaks && kind <= 0);
}

uint32_t lgm_spoke_last(const lgm_clusters *s, uint32_t i)
{
    const lgm_linker *const l = s->l;
    const lgm_mention *const m = &l->at[i];
    const bool person = m->make == LGM_MAKE_HE || m->make == LGM_MAKE_SHE;
    const bool it =
        m->make == LGM_MAKE_IT && l->t->rel[m->head] != LGM_REL_expl; /* not "it is feared" */
    if (!m->speaks || l->t->quote[m->head] != LGM_NONE || !(person || it)) return LGM_NONE;
    uint32_t j = l->prev_actor[i];
    for (uint32_t turn = 0; j != LGM_NONE && turn < TURNS; turn++, j = l->prev_actor[j]) {
        if (may_be(s, j, person) && lgm_may_join(s, i, j)) return j;
        if (it && l->at[j].speaks) return LGM_NONE; /* with another between, "it" is anything */
    }
    return LGM_NONE;
}
