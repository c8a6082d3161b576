/* casualties.c - how many were killed and how many were wounded: "killed 12 people", "12 dead". */
#include "doc/why.h"
#include "incident/incident_draft.h"
#include "number/number.h"
#include "tree/shape.h"

enum { THOUSAND = 1000 };

static lgm_doc_bound *figure_of(const lgm_doc *doc, lgm_doc_incident *to, uint32_t word)
{
    const lgm_slice lemma = lgm_doc_lemma(doc, word);
    if (LGM_SLICE_IN(lemma, "kill", "die", "dead", "death", "murder", "massacre", "slay"))
        return &to->killed;
    if (LGM_SLICE_IN(lemma, "wound", "injure", "wounded", "injured", "hurt")) return &to->wounded;
    return NULL;
}

/* "At least 12", "more than 12". */
static uint8_t relation_before(const lgm_doc *doc, uint32_t number)
{
    if (number < 2) return LGM_RELATION_EXACT;
    const uint32_t a = number - 2, b = number - 1;
    if (lgm_tree_form_is(doc, a, "at") && lgm_tree_form_is(doc, b, "least"))
        return LGM_RELATION_LEAST;
    if (lgm_tree_form_is(doc, a, "more") && lgm_tree_form_is(doc, b, "than"))
        return LGM_RELATION_MORE;
    if (lgm_tree_form_is(doc, a, "up") && lgm_tree_form_is(doc, b, "to")) return LGM_RELATION_MOST;
    if (lgm_tree_form_is(doc, b, "about") || lgm_tree_form_is(doc, b, "some"))
        return LGM_RELATION_ABOUT;
    return LGM_RELATION_EXACT;
}

/* The number of a noun phrase, or that it is. */
static bool count_of(const lgm_trees *t, uint32_t head, lgm_doc_bound *to)
{
    const uint32_t child = lgm_tree_left_child(t, head, LGM_REL_nummod);
    const uint32_t at = child == LGM_NONE ? head : child;
    const lgm_number n = lgm_number_at(t->doc, at, 0);
    if (n.kind != LGM_NUMBER_CARDINAL || n.value % THOUSAND != 0) return false;
    *to = (lgm_doc_bound){n.value / THOUSAND, relation_before(t->doc, at), true};
    return true;
}

static void take(const lgm_trees *t, uint32_t word, lgm_doc_bound *to)
{
    static const uint8_t RELS[] = {LGM_REL_obj, LGM_REL_nsubj, LGM_REL_nmod};
    for (size_t i = 0; i < LGM_COUNT(RELS) && !to->known; i++) {
        const uint32_t c = lgm_tree_child(t, word, RELS[i]);
        if (c != LGM_NONE) (void)count_of(t, c, to);
    }
}

void lgm_incident_find_figures(lgm_incident_room *room)
{
    for (size_t x = 0; x < room->triggers.n; x++) {
        const lgm_incident_trigger *const t = &room->triggers.at[x];
        if (t->incident == LGM_NONE) continue;
        lgm_doc_bound *const to = figure_of(room->doc, &room->incidents.at[t->incident], t->word);
        if (!to || to->known) continue;
        take(room->trees, t->word, to);
        if (to->known)
            LGM_WHY(room->doc, INCIDENT, t->incident,
                    to == &room->incidents.at[t->incident].killed ? "killed" : "wounded",
                    LGM_ONE_WORD(t->word), "A number stands with this word");
    }
}
