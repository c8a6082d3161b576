/*
 * bonus.c - habits of newspapers that the texts from which links are learned do not have.
 *
 * They call a person that they have just named by what else the person is, and no word tells that
 * it is the same: "Lind left at noon. The former baker said ..." So they do with bodies: "the
 * company". And of two men "he" is rather the one of whom there was more talk. All are added to the
 * score of a pair; bench/RESULTS.md has how often they are right.
 */
#include "coref/links/bonus.h"

#include "coref/links/coref_words.h"
#include "coref/links/office.h"
#include "legomena/kinds.h"
#include "phrase/speaks.h"

/* For each doubling of the mentions. By 0.5 it is him too often: "Lind did not mention Okke until
 * ..., he said". */
#define SALIENCE 0.25f
#define VARIATION 2.5f
enum { MOST_DOUBLINGS = 32 }; /* of a number of 32 bits */

static bool is_he_or_she(const lgm_coref_mention *m)
{
    return m->make == LGM_MAKE_HE || m->make == LGM_MAKE_SHE;
}

static float salience(const lgm_coref_clusters *s, uint32_t i, uint32_t cluster)
{
    float sum = 0;
    if (!is_he_or_she(&s->l->at[i])) return 0;
    for (uint32_t size = s->at[cluster].size; size > 1; size /= 2) sum += SALIENCE;
    return sum;
}

/* "the Lind aide" is somebody else. */
static bool has_person_before(const lgm_trees *t, const lgm_coref_mention *m)
{
    for (uint32_t i = m->span.start; i < m->head; i++)
        if (lgm_tree_name(t, i) != LGM_NONE &&
            t->doc->names[lgm_tree_name(t, i)].type == LGM_ENTITY_PER)
            return true;
    return false;
}

/* "The company": no more words than that. */
static bool may_be_body(const lgm_coref_clusters *s, uint32_t i)
{
    const lgm_coref_mention *const m = &s->l->at[i];
    return s->facts[i].kind < 0 && m->span.end == m->head + 1 && m->head - m->span.start == 1 &&
           (lgm_coref_word(s->l->t->doc, m->head) & LGM_COREF_COMPANY) != 0;
}

static bool may_vary(const lgm_coref_mention *m)
{
    return m->make == LGM_MAKE_DEF && m->number == 1;
}

bool lgm_coref_is_variation(const lgm_coref_clusters *s, uint32_t i)
{
    const lgm_trees *const t = s->l->t;
    const lgm_coref_mention *const m = &s->l->at[i];
    if (!may_vary(m)) return false;
    if (s->l->prev_lemma[i] != LGM_NONE || t->rel[m->head] != LGM_REL_nsubj) return false;
    if (s->facts[i].kind <= 0) return may_be_body(s, i);
    if (m->span.end != m->head + 1 || m->head - m->span.start < 2)
        return false;                                       /* with an adjective, and no more */
    if (lgm_coref_is_office(t->doc, m->head)) return false; /* "the new mayor": holder.c */
    if (lgm_phrase_speaks(t->doc, m->head, m->head + 1) & ~(unsigned)LGM_SPEAKS_PERSON)
        return false; /* "the Norwegian government" */
    return !has_person_before(t, m);
}

/* For the subject of the same sentence or the one before. */
static float variation(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const lgm_trees *const t = s->l->t;
    const lgm_coref_cluster *const to = &s->at[s->l->cluster[ante]];
    const uint32_t head = s->l->at[ante].head;
    if (to->named == LGM_NONE || lgm_tree_sent(t, s->l->at[i].head) - lgm_tree_sent(t, head) > 1)
        return 0;
    if (s->facts[i].kind <= 0 ? t->doc->entities[to->named].type != LGM_ENTITY_ORG : to->kind <= 0)
        return 0;
    return t->rel[head] == LGM_REL_nsubj && lgm_tree_quote(t, head) == LGM_NONE ? VARIATION : 0;
}

float lgm_coref_bonus(const lgm_coref_clusters *s, uint32_t i, uint32_t ante, bool varies)
{
    return varies ? variation(s, i, ante) : salience(s, i, s->l->cluster[ante]);
}

float lgm_coref_most_bonus(const lgm_coref_mention *m)
{
    return is_he_or_she(m) ? MOST_DOUBLINGS * SALIENCE : may_vary(m) ? VARIATION : 0;
}
