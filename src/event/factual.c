/*
 * factual.c - whether an event is told of as having happened.
 *
 * From the word of the event the tree is climbed: auxiliaries, negations and "if" on the way, and
 * what governs it ("plan to attack", "the threat of an attack", "failed to", data/event/governors)
 * tell it. The innermost that says more than "it happened" holds.
 */
#include <string.h>

#include "event/event_draft.h"
#include "tree/shape.h"

enum {
    HIGH = 4, /* words above each other that are climbed */
    WIDE = 16 /* children of one that are looked at, on a side */
};

static void put(lgm_event_draft *d, lgm_modality m)
{
    if (d->modality == LGM_MODALITY_ACTUAL) d->modality = (uint8_t)m;
}

/* ---- a verb ---------------------------------------------------------------------------------- */

static bool is_condition(const lgm_doc *doc, uint32_t mark)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, mark), "if", "unless", "lest", "whether");
}

/* Has the clause a condition ("if they came, they would fight")? */
static bool is_conditional(const lgm_trees *t, uint32_t verb)
{
    const uint32_t clause = lgm_tree_child(t, verb, LGM_REL_advcl);
    const uint32_t mark =
        clause == LGM_NONE ? LGM_NONE : lgm_tree_left_child(t, clause, LGM_REL_mark);
    return mark != LGM_NONE && is_condition(t->doc, mark);
}

static void take_auxiliary(const lgm_trees *t, uint32_t verb, uint32_t aux, lgm_event_draft *d)
{
    const lgm_slice word = lgm_doc_lemma(t->doc, aux), form = lgm_doc_form(t->doc, aux);
    const bool happens = (d->kinds & LGM_EVENT_HAPPENS) != 0;
    if (LGM_SLICE_IN(word, "will", "shall") || LGM_SLICE_IN(form, "wo", "'ll", "’ll"))
        put(d, happens ? LGM_MODALITY_POSSIBLE : LGM_MODALITY_PLANNED);
    else if (LGM_SLICE_IN(word, "would") || LGM_SLICE_IN(form, "would", "Would"))
        put(d, is_conditional(t, verb) ? LGM_MODALITY_HYPOTHETICAL
               : happens               ? LGM_MODALITY_POSSIBLE
                                       : LGM_MODALITY_PLANNED);
    else if (LGM_SLICE_IN(word, "may", "might", "can", "could") ||
             LGM_SLICE_IN(form, "ca", "could"))
        put(d, LGM_MODALITY_POSSIBLE);
    else if (LGM_SLICE_IN(word, "should", "must", "ought"))
        put(d, LGM_MODALITY_HYPOTHETICAL);
}

static bool is_no(const lgm_trees *t, uint32_t word)
{
    const uint32_t det = lgm_tree_left_child(t, word, LGM_REL_det);
    return (det != LGM_NONE && lgm_tree_form_is(t->doc, det, "no")) ||
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, word), "nobody", "nothing", "none", "no-one");
}

/* "To attack", whatever it hangs on. */
static bool is_infinitive(const lgm_trees *t, uint32_t verb)
{
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if ((t->rel[c] == LGM_REL_mark) && lgm_tree_form_is(t->doc, c, "to")) return true;
    return false;
}

/* "Used a rope to kill". */
static bool is_used_for(const lgm_trees *t, uint32_t verb)
{
    const uint32_t above = t->doc->head[verb];
    return t->rel[verb] == LGM_REL_advcl && above != LGM_NONE && is_infinitive(t, verb) &&
           lgm_doc_lemma_is(t->doc, above, "use");
}

static void take_verb(const lgm_trees *t, uint32_t verb, lgm_event_draft *d)
{
    uint32_t c = lgm_tree_left(t, verb);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        if (t->rel[c] == LGM_REL_aux) take_auxiliary(t, verb, c, d);
        if (t->rel[c] == LGM_REL_advmod && lgm_tree_is_not(t->doc, c)) d->negative = !d->negative;
        if (t->rel[c] == LGM_REL_nsubj && is_no(t, c)) d->negative = !d->negative;
        if (t->rel[c] == LGM_REL_mark && is_condition(t->doc, c)) put(d, LGM_MODALITY_HYPOTHETICAL);
        if (t->rel[c] == LGM_REL_mark && lgm_tree_form_is(t->doc, c, "until") &&
            strcmp(lgm_doc_xpos(t->doc, verb), "VBD") != 0)
            put(d, LGM_MODALITY_POSSIBLE); /* "until the court approves" */
        if (t->rel[c] == LGM_REL_mark && lgm_tree_form_is(t->doc, c, "without"))
            d->negative = !d->negative;
    }
    const uint32_t object = lgm_tree_right_child(t, verb, LGM_REL_obj);
    if (object != LGM_NONE && object != d->word && is_no(t, object)) d->negative = !d->negative;
    /* "came to rebuild", "a plan to rebuild": not yet; "used a rope to kill": done */
    if (!is_used_for(t, verb) && (t->rel[verb] == LGM_REL_advcl || t->rel[verb] == LGM_REL_acl) &&
        is_infinitive(t, verb))
        put(d, LGM_MODALITY_PLANNED);
}

/* ---- a noun ---------------------------------------------------------------------------------- */

static void take_governor(uint32_t kinds, lgm_event_draft *d)
{
    if (kinds & LGM_EVENT_NOT) d->negative = !d->negative;
    if (kinds & LGM_EVENT_PLANNED)
        put(d, d->kinds & LGM_EVENT_HAPPENS ? LGM_MODALITY_POSSIBLE : LGM_MODALITY_PLANNED);
    /* "feared that they would attack" */
    if ((kinds & LGM_EVENT_POSSIBLE) && d->modality == LGM_MODALITY_PLANNED)
        d->modality = LGM_MODALITY_POSSIBLE;
    if (kinds & LGM_EVENT_POSSIBLE) put(d, LGM_MODALITY_POSSIBLE);
    if (kinds & LGM_EVENT_HYPOTHETICAL) put(d, LGM_MODALITY_HYPOTHETICAL);
    if (kinds & LGM_EVENT_DENIED) put(d, LGM_MODALITY_DENIED);
}

static void take_noun(const lgm_trees *t, uint32_t noun, lgm_event_draft *d)
{
    if (is_no(t, noun)) d->negative = !d->negative;
    uint32_t c = lgm_tree_left(t, noun);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        if (t->rel[c] == LGM_REL_amod) {
            const uint32_t kinds = lgm_event_word(t->doc, LGM_EVENT_GOVERNORS, c);
            if (!(kinds & LGM_EVENT_NOT)) take_governor(kinds, d);
        }
        if (t->rel[c] == LGM_REL_case && lgm_tree_form_is(t->doc, c, "ahead"))
            put(d, LGM_MODALITY_PLANNED); /* "ahead of the vote" */
        if (t->rel[c] == LGM_REL_case && lgm_tree_form_is(t->doc, c, "without"))
            d->negative = !d->negative;
    }
}

/* ---- what governs it ------------------------------------------------------------------------- */

static bool is_of(const lgm_trees *t, uint32_t verb)
{
    const uint32_t mark = lgm_tree_left_child(t, verb, LGM_REL_mark);
    return mark != LGM_NONE && lgm_doc_lemma_is(t->doc, mark, "of");
}

/* Does `above` govern a word that hangs on it so? */
static bool governs(const lgm_trees *t, uint32_t above, uint32_t word)
{
    switch (t->rel[word]) {
    case LGM_REL_xcomp:
    case LGM_REL_csubj: return true;
    case LGM_REL_ccomp: /* "told them to go", not "told them that he went" */
        return !LGM_SLICE_IN(lgm_doc_lemma(t->doc, above), "tell", "have", "agree", "decide",
                             "advise");
    case LGM_REL_acl:
        return is_infinitive(t, word) || is_of(t, word); /* "the prospect of losing" */
    case LGM_REL_obj:
    case LGM_REL_nmod: return t->upos[word] == LGM_UPOS_NOUN;
    case LGM_REL_obl: {
        const uint32_t by = lgm_event_case(t, word);
        if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, above), "go", "come"))
            return false; /* "went to war" */
        return t->upos[word] == LGM_UPOS_NOUN && by != LGM_NONE &&
               LGM_SLICE_IN(lgm_doc_lemma(t->doc, by), "for", "of", "on", "against", "out", "to");
    }
    case LGM_REL_advcl: { /* "from attacking" */
        const uint32_t mark = lgm_tree_left_child(t, word, LGM_REL_mark);
        return is_used_for(t, word) ||
               (mark != LGM_NONE &&
                LGM_SLICE_IN(lgm_doc_lemma(t->doc, mark), "from", "against", "of"));
    }
    case LGM_REL_nsubj: return lgm_event_is_passive(t, above);
    default: return false;
    }
}

/* Does a word that shares its clause with the word before it ("may attack and burn") have one of
 * its own? */
static bool stands_alone(const lgm_trees *t, uint32_t word)
{
    return lgm_tree_child(t, word, LGM_REL_nsubj) != LGM_NONE ||
           lgm_tree_left_child(t, word, LGM_REL_aux) != LGM_NONE;
}

static void negate_by(const lgm_trees *t, uint32_t word, lgm_event_draft *d)
{
    for (uint32_t c = lgm_tree_left(t, word); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_advmod && lgm_tree_is_not(t->doc, c)) d->negative = !d->negative;
}

void lgm_event_judge(const lgm_trees *t, lgm_event_draft *d)
{
    uint32_t word = d->word;
    d->modality = LGM_MODALITY_ACTUAL;
    if (d->verb != d->word) take_noun(t, d->word, d);
    if (d->verb == LGM_NONE && lgm_tree_left_child(t, word, LGM_REL_cop) != LGM_NONE)
        take_verb(t, word, d); /* "if it is an attack" */
    if (d->verb != LGM_NONE) {
        take_verb(t, d->verb, d);
        if (t->rel[d->verb] != LGM_REL_acl || d->verb == d->word) word = d->verb;
    }
    for (int i = 0; i < HIGH; i++) {
        const uint32_t above = t->doc->head[word];
        if (above == LGM_NONE) return;
        if (t->rel[word] == LGM_REL_conj) {
            if (stands_alone(t, word)) return;
            if (t->upos[above] == LGM_UPOS_VERB && t->upos[word] == LGM_UPOS_VERB)
                take_verb(t, above, d);
            word = above;
            continue;
        }
        uint32_t kinds =
            governs(t, above, word) ? lgm_event_word(t->doc, LGM_EVENT_GOVERNORS, above) : 0;
        if (!kinds) return;
        if (lgm_tree_form_is(t->doc, above, "had")) kinds = LGM_EVENT_THROUGH; /* "had to pay" */
        if (!(kinds & LGM_EVENT_THROUGH)) {
            take_governor(kinds, d);
            negate_by(t, above, d);
            return;
        }
        take_verb(t, above, d);
        word = above;
    }
}
