/*
 * fitting.c - how a filler of the head hangs on the words that tell the act: "the mayor" of "killed
 * the mayor and his son", "of the murder of the mayor", "those killed were the mayor and ...".
 */
#include "incident/incident_draft.h"
#include "tree/shape.h"

enum { HIGH = 5 };

/* "Four people, including a guard", "one of his guards", "the mayor and his son": the word that
 * the whole hangs by. */
static uint32_t whole_of(const lgm_trees *t, uint32_t word)
{
    for (int i = 0; i < HIGH; i++) {
        const uint32_t above = t->doc->head[word];
        if (above == LGM_NONE || t->upos[above] == LGM_UPOS_VERB) return word;
        switch (t->rel[word]) {
        case LGM_REL_conj:
        case LGM_REL_appos:
        case LGM_REL_flat:
        case LGM_REL_compound: break;
        case LGM_REL_nmod:
            if (!LGM_INCIDENT_BY(t, word, "of", "including", "include", "among")) return word;
            break;
        default: return word;
        }
        if (lgm_incident_word(t, above) & LGM_INCIDENT_TELLS) return word;
        word = above;
    }
    return word;
}

static bool is_harm(const lgm_trees *t, uint32_t word)
{
    return (lgm_incident_word(t, word) & LGM_INCIDENT_TELLS) ||
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, word), "die", "victim", "dead");
}

/* "The murdered women", "the others killed in the attack". */
static bool is_described(const lgm_trees *t, uint32_t word)
{
    const uint32_t sides[] = {lgm_tree_left(t, word), lgm_tree_right(t, word)};
    for (size_t s = 0; s < LGM_COUNT(sides); s++) {
        uint32_t c = sides[s];
        for (int i = 0; i < LGM_INCIDENT_CHILDREN && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
            if ((t->rel[c] == LGM_REL_acl || t->rel[c] == LGM_REL_amod) && is_harm(t, c))
                return true;
    }
    return false;
}

static bool does(const lgm_trees *t, uint32_t word)
{
    const uint32_t above = t->doc->head[word];
    if (above == LGM_NONE) return false;
    if (t->rel[word] == LGM_REL_nsubj)
        return !lgm_incident_is_passive(t, above) &&
               !LGM_SLICE_IN(lgm_doc_lemma(t->doc, above), "die", "suffer");
    return LGM_INCIDENT_BY(t, word, "by");
}

static bool suffers(const lgm_trees *t, uint32_t word)
{
    const uint32_t above = t->doc->head[word];
    if (is_described(t, word)) return true;
    if (above == LGM_NONE || !is_harm(t, above)) {
        const uint32_t subject = lgm_tree_child(t, word, LGM_REL_nsubj);
        return subject != LGM_NONE && (is_described(t, subject) || is_harm(t, subject));
    }
    switch (t->rel[word]) {
    case LGM_REL_obj: return true;
    case LGM_REL_nsubj:
        return lgm_incident_is_passive(t, above) ||
               LGM_SLICE_IN(lgm_doc_lemma(t->doc, above), "die");
    case LGM_REL_nmod:
    case LGM_REL_obl: return !LGM_INCIDENT_BY(t, word, "by", "with", "from", "after");
    case LGM_REL_compound:
    case LGM_REL_amod: return true;
    default: return false;
    }
}

static bool has_arm(const lgm_incident_room *room, lgm_tokspan words)
{
    for (uint32_t i = words.start; i < words.end; i++)
        if (lgm_incident_is_arm(room, i)) return true;
    return false;
}

/* "Ostrel" of "the mayor of Ostrel". */
static bool is_place(const lgm_trees *t, uint32_t head)
{
    const uint32_t name = lgm_tree_name(t, head);
    if (name == LGM_NONE) return false;
    const uint8_t type = t->doc->names[name].type;
    return type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC;
}

bool lgm_incident_may_fill(const lgm_incident_room *room, uint8_t role, lgm_tokspan words,
                           uint32_t head)
{
    const lgm_trees *const t = room->trees;
    if (t->upos[head] == LGM_UPOS_NUM || t->upos[head] == LGM_UPOS_PRON) return false;
    const uint32_t whole = whole_of(t, head);
    switch (role) {
    case LGM_ROLE_INDIVIDUAL: return does(t, whole);
    case LGM_ROLE_BODY: return true;
    case LGM_ROLE_WEAPON: return has_arm(room, words);
    default: return !is_place(t, head) && (suffers(t, head) || suffers(t, whole));
    }
}
