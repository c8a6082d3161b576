/*
 * perpetrators.c - who did it, where other words than those of the act tell it: an armed party that
 * acts in the sentences after it ("three masked men dragged him out"), and whoever claims the act
 * or is blamed for it ("the Red Hand claimed responsibility").
 */
#include "incident/incident_draft.h"
#include "tree/shape.h"

enum { NEAR_SENTENCES = 2, HIGH = 3 };

/* The last trigger before a word, or in its sentence, that is near; LGM_NONE for none. */
static uint32_t trigger_near(const lgm_incident_room *room, uint32_t word, uint32_t reach)
{
    const lgm_trees *const t = room->trees;
    const uint32_t sent = lgm_tree_sent(t, word);
    const lgm_tokspan s = lgm_tree_sentence(t, word);
    uint32_t low = 0, high = (uint32_t)room->triggers.n;
    while (low < high) {
        const uint32_t mid = (low + high) / 2;
        if (room->triggers.at[mid].word < s.end)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == 0) return LGM_NONE;
    return sent - lgm_tree_sent(t, room->triggers.at[low - 1].word) <= reach ? low - 1 : LGM_NONE;
}

static void take_armed(lgm_incident_room *room, uint32_t i)
{
    const lgm_trees *const t = room->trees;
    if (t->rel[i] != LGM_REL_nsubj || !lgm_incident_is_armed(room, i)) return;
    const uint32_t verb = t->doc->head[i];
    const bool acts = verb != LGM_NONE && t->upos[verb] == LGM_UPOS_VERB &&
                      !lgm_incident_is_passive(t, verb) &&
                      !LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "say", "deny", "announce", "add",
                                    "claim", "state", "report", "be", "have", "die", "surrender");
    const uint32_t x = acts ? trigger_near(room, i, NEAR_SENTENCES) : LGM_NONE;
    if (x != LGM_NONE) lgm_incident_fill(room, x, LGM_ROLE_INDIVIDUAL, i);
}

static void take(lgm_incident_room *room, uint32_t x, uint32_t who)
{
    if (who == LGM_NONE) return;
    if (lgm_incident_is_body(room, who))
        lgm_incident_fill(room, x, LGM_ROLE_BODY, who);
    else if (lgm_incident_is_person(room, who) || lgm_incident_is_armed(room, who))
        lgm_incident_fill(room, x, LGM_ROLE_INDIVIDUAL, who);
}

static uint32_t oblique(const lgm_trees *t, uint32_t verb, const char *by)
{
    uint32_t c = lgm_tree_right(t, verb);
    for (int i = 0; i < LGM_INCIDENT_CHILDREN && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_obl && lgm_incident_is_by(t, c, &by, 1)) return c;
    return LGM_NONE;
}

/* "Claimed responsibility", "was attributed to", "blamed the front for". */
static void take_blamed(lgm_incident_room *room, uint32_t i)
{
    const lgm_trees *const t = room->trees;
    const lgm_slice lemma = lgm_doc_lemma(t->doc, i);
    uint32_t who = LGM_NONE;
    if (LGM_SLICE_IN(lemma, "claim", "admit", "assume", "accept", "take")) {
        const uint32_t what = lgm_tree_child(t, i, LGM_REL_obj);
        if (what != LGM_NONE &&
            LGM_SLICE_IN(lgm_doc_lemma(t->doc, what), "responsibility", "credit"))
            who = lgm_tree_child(t, i, LGM_REL_nsubj);
    } else if (LGM_SLICE_IN(lemma, "attribute", "ascribe")) {
        who = oblique(t, i, "to");
    } else if (LGM_SLICE_IN(lemma, "blame", "accuse")) {
        who = lgm_incident_is_passive(t, i) ? lgm_tree_child(t, i, LGM_REL_nsubj)
                                            : lgm_tree_child(t, i, LGM_REL_obj);
    } else if (LGM_SLICE_IN(lemma, "responsible") && t->upos[i] == LGM_UPOS_ADJ) {
        who = lgm_tree_child(t, i, LGM_REL_nsubj);
    }
    const uint32_t x = who == LGM_NONE ? LGM_NONE : trigger_near(room, i, NEAR_SENTENCES + 2);
    if (x != LGM_NONE) take(room, x, who);
}

void lgm_incident_find_perpetrators(lgm_incident_room *room)
{
    for (uint32_t i = 0; i < room->doc->n_tokens && !room->failed; i++) {
        const uint8_t upos = room->trees->upos[i];
        if (upos == LGM_UPOS_VERB || upos == LGM_UPOS_ADJ) take_blamed(room, i);
        if (upos == LGM_UPOS_NOUN || upos == LGM_UPOS_PROPN) take_armed(room, i);
    }
}
