/*
 * ties.c - mentions that the tree makes one event: a deed and the harm that it did.
 *
 *     "the blast killed nine", "nine were killed in the blast" or "when a bomb exploded",
 *     "opened fire, killing two and wounding nine", "was shot and killed"
 */
#include <string.h>

#include "event/event_draft.h"

enum { WIDE = 16 };

/* A verb that says that people died or were hurt. */
static bool is_harm(const lgm_event_draft *d)
{
    return d->word == d->verb && d->harm != 0;
}

static bool does_harm(const lgm_event_draft *d)
{
    const lgm_event_category what = lgm_event_category_of(d->kinds);
    return what == LGM_EVENT_ASSAULT || (what == LGM_EVENT_OTHER && (d->kinds & LGM_EVENT_HAPPENS));
}

uint32_t lgm_event_told_by_subject(const lgm_event_room *room, const lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    if (d->word != d->verb || !(d->kinds & LGM_EVENT_HAPPENS) ||
        lgm_event_category_of(d->kinds) != LGM_EVENT_OTHER || lgm_event_is_passive(t, d->verb))
        return LGM_NONE;
    const uint32_t subject = lgm_tree_left_child(t, d->verb, LGM_REL_nsubj);
    const uint32_t i = subject == LGM_NONE ? LGM_NONE : lgm_event_draft_at(&room->drafts, subject);
    return i != LGM_NONE && does_harm(&room->drafts.at[i]) ? i : LGM_NONE;
}

/* The draft of a word that does harm; LGM_NONE for none. */
static uint32_t harmful(const lgm_event_room *room, uint32_t word)
{
    const uint32_t own = word == LGM_NONE ? LGM_NONE : lgm_event_draft_at(&room->drafts, word);
    const uint32_t noun =
        own == LGM_NONE ? LGM_NONE : lgm_event_told_by_subject(room, &room->drafts.at[own]);
    const uint32_t i = noun != LGM_NONE ? noun : own;
    return i != LGM_NONE && does_harm(&room->drafts.at[i]) ? i : LGM_NONE;
}

static bool leads_to_cause(const lgm_trees *t, uint32_t branch)
{
    if (t->rel[branch] == LGM_REL_obl) {
        const uint32_t by = lgm_event_case(t, branch);
        return by != LGM_NONE &&
               LGM_SLICE_IN(lgm_doc_lemma(t->doc, by), "in", "during", "by", "from");
    }
    const uint32_t mark = lgm_tree_left_child(t, branch, LGM_REL_mark);
    const uint32_t when = lgm_tree_left_child(t, branch, LGM_REL_advmod);
    return t->rel[branch] == LGM_REL_advcl &&
           ((mark != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(t->doc, mark), "when", "as")) ||
            (when != LGM_NONE && lgm_doc_lemma_is(t->doc, when, "when")));
}

static uint32_t cause_below(const lgm_event_room *room, uint32_t verb)
{
    const lgm_trees *const t = room->trees;
    const uint32_t sides[] = {lgm_tree_right(t, verb), lgm_tree_left(t, verb)};
    for (size_t s = 0; s < LGM_COUNT(sides); s++) {
        uint32_t c = sides[s];
        for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
            const uint32_t found = leads_to_cause(t, c) ? harmful(room, c) : LGM_NONE;
            if (found != LGM_NONE) return found;
        }
    }
    return LGM_NONE;
}

/* "..., killing two". */
static bool is_result(const lgm_trees *t, uint32_t verb)
{
    return (t->rel[verb] == LGM_REL_advcl || t->rel[verb] == LGM_REL_acl) &&
           strcmp(lgm_doc_xpos(t->doc, verb), "VBG") == 0 &&
           lgm_tree_left_child(t, verb, LGM_REL_mark) == LGM_NONE;
}

/* The deed that a result hangs on: of "opened fire at a party, killing two" it may seem to hang on
 * the party. */
static uint32_t harmful_above(const lgm_event_room *room, uint32_t verb)
{
    const uint32_t above = room->doc->head[verb], found = harmful(room, above);
    if (found != LGM_NONE || room->trees->rel[verb] != LGM_REL_acl) return found;
    const uint32_t by = lgm_event_case(room->trees, above);
    const bool far = above != LGM_NONE && by != LGM_NONE && room->trees->rel[above] == LGM_REL_obl;
    return far ? harmful(room, room->doc->head[above]) : LGM_NONE;
}

/* What did the harm that this verb tells of. */
static uint32_t cause_of(const lgm_event_room *room, const lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    if (!lgm_event_is_passive(t, d->verb)) {
        const uint32_t word = lgm_event_subject(t, d->verb);
        const uint32_t subject = harmful(room, word);
        if (subject != LGM_NONE) return subject;
        /* "the bombings of two hotels, which killed nine" */
        const uint32_t noun = t->rel[d->verb] == LGM_REL_acl ? t->doc->head[d->verb] : LGM_NONE;
        const uint32_t above = noun != LGM_NONE && t->rel[noun] == LGM_REL_nmod
                                   ? harmful(room, t->doc->head[noun])
                                   : LGM_NONE;
        if (above != LGM_NONE && word != LGM_NONE && t->word[word] == LGM_PRO_WHICH) return above;
    }
    const uint32_t above = is_result(t, d->verb) ? harmful_above(room, d->verb) : LGM_NONE;
    return above != LGM_NONE ? above : cause_below(room, d->verb);
}

/* "Shot and killed a man", "was shot and killed", "killing two and wounding nine". */
static uint32_t joined_to(const lgm_event_room *room, const lgm_event_draft *d, bool harm)
{
    const lgm_trees *const t = room->trees;
    if (t->rel[d->verb] != LGM_REL_conj || lgm_tree_child(t, d->verb, LGM_REL_nsubj) != LGM_NONE)
        return LGM_NONE;
    const uint32_t above = t->doc->head[d->verb], i = harmful(room, above);
    if (i == LGM_NONE || room->drafts.at[i].word != above) return LGM_NONE;
    const lgm_event_draft *const first = &room->drafts.at[i];
    if (harm && first->tied != LGM_NONE && is_harm(first)) return first->tied;
    if (!harm && !is_harm(first)) return LGM_NONE;
    const bool two = lgm_tree_right_child(t, above, LGM_REL_obj) != LGM_NONE &&
                     lgm_tree_right_child(t, d->verb, LGM_REL_obj) != LGM_NONE;
    return two ? LGM_NONE : i;
}

static bool is_person(const lgm_doc *doc, uint32_t entity)
{
    return doc->entities[entity].type == LGM_ENTITY_PER;
}

/* A guard who was killed in the attack on the mayor: it is told of him by itself. */
static bool harm_others(const lgm_doc *doc, const lgm_event_draft *a, const lgm_event_draft *b)
{
    for (uint8_t i = 0; i < a->n_patients; i++)
        for (uint8_t k = 0; k < b->n_patients; k++)
            if (a->patients[i] != b->patients[k] && is_person(doc, a->patients[i]) &&
                is_person(doc, b->patients[k]))
                return true;
    return false;
}

/* "A bomb exploded. Nine people were killed." */
static uint32_t told_before(const lgm_event_room *room, uint32_t i)
{
    const lgm_event_draft *const d = &room->drafts.at[i];
    if (i == 0 || d->n_agents > 0 || !lgm_event_is_passive(room->trees, d->verb)) return LGM_NONE;
    const lgm_event_draft *const deed = &room->drafts.at[i - 1];
    if (!does_harm(deed) || lgm_event_category_of(deed->kinds) != LGM_EVENT_ASSAULT ||
        is_harm(deed))
        return LGM_NONE;
    for (uint8_t k = 0; k < deed->n_patients; k++)
        if (is_person(room->doc, deed->patients[k])) return LGM_NONE;
    for (uint8_t k = 0; k < d->n_patients; k++)
        if (room->doc->entities[d->patients[k]].name != LGM_NONE) return LGM_NONE;
    const uint32_t here = lgm_tree_sent(room->trees, d->word);
    return here - lgm_tree_sent(room->trees, deed->word) <= 1 ? i - 1 : LGM_NONE;
}

void lgm_event_tie(lgm_event_room *room)
{
    lgm_event_draft *const at = room->drafts.at;
    for (uint32_t i = 0; i < room->drafts.n; i++) {
        if (at[i].word != at[i].verb || !does_harm(&at[i])) continue;
        const uint32_t noun = lgm_event_told_by_subject(room, &at[i]);
        if (noun != LGM_NONE) at[i].tied = noun;
        if (noun != LGM_NONE) continue;
        const bool harm = is_harm(&at[i]);
        uint32_t with = joined_to(room, &at[i], harm);
        if (with == LGM_NONE && harm) with = cause_of(room, &at[i]);
        if (with == LGM_NONE && harm) with = told_before(room, i);
        if (with == LGM_NONE || with == i || harm_others(room->doc, &at[i], &at[with])) continue;
        if (with < i)
            at[i].tied = with;
        else
            at[with].tied = i;
    }
}
