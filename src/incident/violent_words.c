/* violent_words.c - words that tell a violent act that took place, was tried or is threatened. */
#include "incident/incident_draft.h"
#include "incident/other_senses.h"
#include "tree/shape.h"

enum { HIGH = 4 }; /* words above each other that are climbed */

/* "If", "may", "will", "not": nothing that has happened. */
static bool is_unreal(const lgm_trees *t, uint32_t verb)
{
    uint32_t c = lgm_tree_left(t, verb);
    for (int i = 0; i < LGM_INCIDENT_CHILDREN && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        const lgm_slice word = lgm_doc_lemma(t->doc, c);
        if (t->rel[c] == LGM_REL_aux && LGM_SLICE_IN(word, "will", "would", "may", "might", "can",
                                                     "could", "should", "must", "shall"))
            return true;
        if (t->rel[c] == LGM_REL_advmod && lgm_tree_is_not(t->doc, c)) return true;
        if (t->rel[c] == LGM_REL_mark && LGM_SLICE_IN(word, "if", "unless", "lest", "whether"))
            return true;
    }
    return false;
}

static uint8_t stage_by(const lgm_doc *doc, uint32_t word)
{
    const lgm_slice lemma = lgm_doc_lemma(doc, word);
    if (LGM_SLICE_IN(lemma, "threaten", "threat", "plot", "plan", "conspire", "conspiracy", "vow",
                     "order", "urge", "authorize", "scheme", "target", "intention", "intend",
                     "discuss", "option"))
        return LGM_STAGE_THREATENED;
    if (LGM_SLICE_IN(lemma, "attempt", "try", "foil", "thwart", "attempted", "fail", "effort",
                     "bid", "seek"))
        return LGM_STAGE_ATTEMPTED;
    return LGM_STAGE_ACCOMPLISHED;
}

/* What governs the word: "threatened to kill", "an attempt to kill". */
static uint8_t stage_of(const lgm_trees *t, uint32_t word)
{
    for (uint32_t c = lgm_tree_left(t, word); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_amod && stage_by(t->doc, c)) return stage_by(t->doc, c);
    for (int i = 0; i < HIGH; i++) {
        const uint32_t above = t->doc->head[word];
        if (above == LGM_NONE) break;
        switch (t->rel[word]) {
        case LGM_REL_xcomp:
        case LGM_REL_acl:
        case LGM_REL_obj:
        case LGM_REL_nmod:
        case LGM_REL_obl: /* "targeted for assassination" */
            if (stage_by(t->doc, above)) return stage_by(t->doc, above);
            break;
        default: return LGM_STAGE_ACCOMPLISHED;
        }
        word = above;
    }
    return LGM_STAGE_ACCOMPLISHED;
}

bool lgm_incident_is_state(const lgm_trees *t, uint32_t word)
{
    if (!LGM_SLICE_IN(lgm_doc_lemma(t->doc, word), "hostage")) return false;
    const uint32_t above = t->doc->head[word];
    return above != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(t->doc, above), "take", "hold", "keep");
}

/* The verb that a noun is done by: "carried out an attack". */
static uint32_t light_verb(const lgm_trees *t, uint32_t noun)
{
    const uint32_t above = t->doc->head[noun];
    if (above == LGM_NONE || t->upos[above] != LGM_UPOS_VERB) return LGM_NONE;
    if (lgm_incident_is_state(t, noun)) return above;
    const bool part = t->rel[noun] == LGM_REL_obj || t->rel[noun] == LGM_REL_nsubj;
    return part && LGM_SLICE_IN(lgm_doc_lemma(t->doc, above), "carry", "commit", "launch", "stage",
                                "perpetrate", "conduct", "mount", "set", "take", "make", "suffer",
                                "cause", "execute")
               ? above
               : LGM_NONE;
}

/* The time that its sentence names: the one nearest to the word. */
static uint32_t time_near(const lgm_trees *t, uint32_t word)
{
    const lgm_doc *const doc = t->doc;
    const lgm_tokspan s = lgm_tree_around(t, word, 64);
    uint32_t low = lgm_doc_first_time(doc, s.start), best = LGM_NONE, least = UINT32_MAX;
    for (; low < doc->n_times && doc->times[low].tokens.start < s.end; low++) {
        const lgm_doc_time *const x = &doc->times[low];
        const uint32_t far =
            x->tokens.start > word ? x->tokens.start - word : word - x->tokens.start;
        if (x->first_day == LGM_NO_DAY || far >= least) continue;
        least = far;
        best = low;
    }
    return best;
}

/* "A bomb" tells nothing yet, "to bomb" does. */
static bool fits(const lgm_trees *t, uint32_t token, uint32_t kinds)
{
    if (!(kinds & LGM_INCIDENT_TELLS)) return false;
    if (t->upos[token] == LGM_UPOS_VERB) return true;
    return !(kinds & (LGM_INCIDENT_ANY_ARM | LGM_INCIDENT_VERB)) &&
           (t->upos[token] == LGM_UPOS_NOUN || t->upos[token] == LGM_UPOS_PROPN ||
            lgm_incident_is_state(t, token));
}

void lgm_incident_find_triggers(lgm_incident_room *room)
{
    const lgm_trees *const t = room->trees;
    for (uint32_t i = 0; i < room->doc->n_tokens && !room->failed; i++) {
        const uint32_t kinds = lgm_incident_word(t, i);
        if (!fits(t, i, kinds)) continue;
        const bool verb = t->upos[i] == LGM_UPOS_VERB;
        lgm_incident_trigger x = {.word = i,
                                  .verb = verb ? i : light_verb(t, i),
                                  .type = lgm_incident_type_of(kinds),
                                  .stage = stage_of(t, i),
                                  .alone = (kinds & LGM_INCIDENT_ALONE) != 0,
                                  .time = time_near(t, i),
                                  .incident = LGM_NONE};
        if (lgm_incident_is_other_sense(t, i, x.verb)) continue;
        if (x.verb != LGM_NONE && is_unreal(t, x.verb)) continue;
        if (x.stage == LGM_STAGE_ACCOMPLISHED && x.verb != LGM_NONE) x.stage = stage_of(t, x.verb);
        room->failed = !lgm_vec_push(room->scratch, &room->triggers, x);
    }
}
