/*
 * instrument.c - with what an attack is done: a thing of data/event/instruments.txt that stands
 * behind "with", "by" or "using", before the noun of the attack, or as who or what does it.
 *
 *     "stabbed with a kitchen knife", "a drone strike", "the bomb killed nine", "fired rockets"
 *
 * A thing that does it is no agent, and what is fired is nobody to whom it is done. Where no thing
 * is named there is none: "was shot" names no gun.
 */
#include <string.h>

#include "doc/why.h"
#include "event/event_draft.h"
#include "tree/shape.h"

enum { WIDE = 16, LONG = 6 };

/* What instruments.txt says of a noun, alone or behind the word before it; 0 = it is none. */
uint32_t lgm_event_instrument(const lgm_trees *t, uint32_t noun)
{
    if (t->upos[noun] != LGM_UPOS_NOUN && t->upos[noun] != LGM_UPOS_PROPN) return 0;
    const uint32_t name = lgm_tree_name(t, noun); /* "the Royal Horse Artillery" */
    if (name != LGM_NONE && t->doc->names[name].type != LGM_ENTITY_OTH &&
        t->doc->names[name].tokens.end - t->doc->names[name].tokens.start > 1)
        return 0;
    const uint32_t kinds = lgm_event_word(t->doc, LGM_EVENT_INSTRUMENTS, noun);
    if ((kinds & LGM_EVENT_BEGINS) && noun > lgm_tree_sentence(t, noun).start) {
        const uint32_t two[] = {noun - 1, noun};
        const uint32_t both = lgm_event_kinds(t->doc, LGM_EVENT_INSTRUMENTS, two, 2);
        if (both) return both;
    }
    return kinds & LGM_EVENT_LISTED ? kinds : 0;
}

static bool is_using(const lgm_trees *t, uint32_t verb)
{
    const uint32_t words[] = {verb, lgm_tree_right_child(t, verb, LGM_REL_compound)};
    const uint32_t n = words[1] == LGM_NONE ? 1 : 2;
    const uint32_t kinds = lgm_event_kinds(t->doc, LGM_EVENT_USES, words, n);
    if (kinds & LGM_EVENT_LISTED) return true;
    uint32_t c = kinds & LGM_EVENT_AGAINST ? lgm_tree_right(t, verb) : LGM_NONE;
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        const uint32_t by = t->rel[c] == LGM_REL_obl ? lgm_event_case(t, c) : LGM_NONE;
        if (by != LGM_NONE && lgm_doc_lemma_is(t->doc, by, "against")) return true;
    }
    return false;
}

/* What a verb of uses.txt is said to use; LGM_NONE where it is no instrument. */
uint32_t lgm_event_used_by(const lgm_trees *t, uint32_t verb)
{
    const bool passive = lgm_event_is_passive(t, verb);
    const uint32_t thing = !passive ? lgm_tree_right_child(t, verb, LGM_REL_obj)
                           : t->rel[verb] == LGM_REL_acl ? t->doc->head[verb]
                                                         : lgm_event_subject(t, verb);
    const uint32_t kinds = thing == LGM_NONE ? 0 : lgm_event_instrument(t, thing);
    return kinds && !(kinds & LGM_EVENT_ONLY_WITH) && is_using(t, verb) ? thing : LGM_NONE;
}

/* ---- the words ------------------------------------------------------------------------------- */

/* "Kitchen knife" of "a large kitchen knife that he had": what stands before it in its phrase,
 * without articles and numbers. */
static lgm_tokspan words_of(const lgm_trees *t, uint32_t noun)
{
    const uint32_t first = lgm_tree_sentence(t, noun).start;
    uint32_t start = noun;
    while (start > first && noun - start < LONG) {
        const uint8_t rel = t->rel[start - 1];
        const bool hyphen = lgm_tree_form_is(t->doc, start - 1, "-") && start - 1 > first;
        const uint32_t above = t->doc->head[start - 1];
        if (!hyphen &&
            ((rel != LGM_REL_compound && rel != LGM_REL_amod) || above > noun || above < start - 1))
            break;
        start--;
    }
    while (start < noun && lgm_tree_form_is(t->doc, start, "-")) start++;
    uint32_t end = noun + 1; /* "AK-47" */
    if (end + 1 < t->doc->n_tokens && t->rel[end + 1] == LGM_REL_flat &&
        t->doc->head[end + 1] == noun)
        end += 2;
    return (lgm_tokspan){start, end};
}

/* One word for one thing: the longer stays. */
void lgm_event_add_instrument(const lgm_doc *doc, lgm_event_draft *d, lgm_tokspan words)
{
    for (uint8_t i = 0; i < d->n_instruments; i++) {
        lgm_tokspan *const old = &d->instruments[i];
        if (!lgm_slice_eq(lgm_doc_lemma(doc, old->end - 1), lgm_doc_lemma(doc, words.end - 1)))
            continue;
        if (words.end - words.start > old->end - old->start) *old = words;
        return;
    }
    if (d->n_instruments < LGM_EVENT_PARTNERS) d->instruments[d->n_instruments++] = words;
}

/* A thing with those that are joined to it: "with knives and axes". */
static void put(const lgm_event_room *room, lgm_event_draft *d, uint32_t noun, bool with,
                const char *rule)
{
    const lgm_trees *const t = room->trees;
    uint32_t c = lgm_tree_right(t, noun), word = noun;
    for (int i = 0; i < WIDE && word != LGM_NONE; i++) {
        const uint32_t kinds = lgm_event_instrument(t, word);
        if (kinds && (with || !(kinds & LGM_EVENT_ONLY_WITH))) {
            const lgm_tokspan words = words_of(t, word);
            lgm_event_add_instrument(t->doc, d, words);
            LGM_WHY_TREE(t->doc, EVENT, (uint32_t)(d - room->drafts.at), "instruments", d->word,
                         words, "%s (data/event/instruments.txt)", rule);
        }
        while (c != LGM_NONE && t->rel[c] != LGM_REL_conj) c = lgm_tree_next(t, c);
        word = c;
        if (c != LGM_NONE) c = lgm_tree_next(t, c);
    }
}

static const char WITH[] = "\"With\", \"by\" or \"using\" leads to a thing with which it is done";

/* ---- where it stands ------------------------------------------------------------------------- */

/* "Using a knife", "armed with a knife", "wielding a knife". */
static uint32_t thing_held(const lgm_trees *t, uint32_t verb)
{
    const lgm_slice lemma = lgm_doc_lemma(t->doc, verb);
    if (LGM_SLICE_IN(lemma, "use", "wield", "brandish", "fire", "throw", "hurl", "detonate"))
        return lgm_tree_right_child(t, verb, LGM_REL_obj);
    return LGM_SLICE_IN(lemma, "arm", "armed") ? lgm_tree_right_child(t, verb, LGM_REL_obl)
                                               : LGM_NONE;
}

/* "A knife-wielding man". */
static uint32_t thing_before(const lgm_trees *t, uint32_t who)
{
    uint32_t c = lgm_tree_left(t, who);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_amod &&
            LGM_SLICE_IN(lgm_doc_lemma(t->doc, c), "wield", "brandish"))
            return lgm_tree_left_child(t, c, LGM_REL_compound);
    return LGM_NONE;
}

static bool is_clause(uint8_t rel)
{
    return rel == LGM_REL_advcl || rel == LGM_REL_acl || rel == LGM_REL_xcomp ||
           rel == LGM_REL_amod;
}

/* "Stabbed with a knife", "an attack with knives", "a gunman armed with a rifle". */
static void look_below(const lgm_event_room *room, lgm_event_draft *d, uint32_t word)
{
    const lgm_trees *const t = room->trees;
    uint32_t c = lgm_tree_right(t, word);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        if (t->rel[c] == LGM_REL_obl || t->rel[c] == LGM_REL_nmod) {
            const uint32_t by = lgm_event_case(t, c);
            const lgm_slice lemma = by == LGM_NONE ? LGM_SLICE("") : lgm_doc_lemma(t->doc, by);
            if (LGM_SLICE_IN(lemma, "with", "use", "using", "via"))
                put(room, d, c, true, WITH);
            else if (LGM_SLICE_IN(lemma, "by", "from", "of"))
                put(room, d, c, false, WITH);
        } else if (is_clause(t->rel[c]) && t->upos[c] != LGM_UPOS_NOUN) {
            const uint32_t thing = thing_held(t, c);
            if (thing != LGM_NONE) put(room, d, thing, true, WITH);
        }
    }
}

/* "A drone strike", "a car bomb attack". */
static void look_before(const lgm_event_room *room, lgm_event_draft *d, uint32_t noun)
{
    const lgm_trees *const t = room->trees;
    for (uint32_t c = lgm_tree_left(t, noun); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_compound || t->rel[c] == LGM_REL_amod)
            put(room, d, c, true, "A thing with which it is done stands before its noun");
}

/* "Used a knife to kill", "rifles were used in the attack". */
static void look_above(const lgm_event_room *room, lgm_event_draft *d, uint32_t word)
{
    const lgm_trees *const t = room->trees;
    const uint32_t above = t->doc->head[word];
    if (above == LGM_NONE || !lgm_doc_lemma_is(t->doc, above, "use")) return;
    if (t->rel[word] != LGM_REL_advcl && t->rel[word] != LGM_REL_xcomp &&
        t->rel[word] != LGM_REL_obl)
        return;
    const uint32_t thing = t->rel[above] == LGM_REL_acl ? t->doc->head[above]
                           : lgm_event_is_passive(t, above)
                               ? lgm_tree_child(t, above, LGM_REL_nsubj)
                               : lgm_tree_child(t, above, LGM_REL_obj);
    if (thing != LGM_NONE) put(room, d, thing, true, "It is said to be used for it");
}

/* Those of a list that are things, and may be so without "with". */
static uint8_t take_things(const lgm_event_room *room, lgm_event_draft *d, uint32_t *list,
                           uint8_t n)
{
    uint8_t kept = 0;
    for (uint8_t i = 0; i < n; i++) {
        const uint32_t kinds = lgm_event_instrument(room->trees, list[i]);
        if (kinds && !(kinds & LGM_EVENT_ONLY_WITH))
            put(room, d, list[i], false, "What does it is a thing with which it is done");
        else
            list[kept++] = list[i];
    }
    return kept;
}

/* "The bank was robbed by men with pistols". */
static bool does_violence(const lgm_doc *doc, const lgm_event_draft *d)
{
    return lgm_event_category_of(d->kinds) == LGM_EVENT_ASSAULT ||
           lgm_doc_lemma_is(doc, d->word, "rob");
}

static bool has_instruments(const lgm_doc *doc, const lgm_event_draft *d)
{
    switch (lgm_event_category_of(d->kinds)) {
    case LGM_EVENT_ASSAULT:
    case LGM_EVENT_THREATEN:
    case LGM_EVENT_PROTEST: return true;
    case LGM_EVENT_COERCE: /* "arrested with two rifles" */
        return lgm_event_mode_of(d->kinds) == LGM_EVENT_BY_NONE ||
               lgm_event_mode_of(d->kinds) == LGM_EVENT_BY_CYBER;
    case LGM_EVENT_OTHER: return d->harm != 0 || does_violence(doc, d);
    default: return false;
    }
}

/* "Fired rockets at the fort": they are not whom it is done to. */
static void take_used(const lgm_event_room *room, lgm_event_draft *d)
{
    const uint32_t thing = d->word == d->verb ? lgm_event_used_by(room->trees, d->verb) : LGM_NONE;
    if (thing != LGM_NONE) put(room, d, thing, true, "The verb uses it");
}

static bool is_with(const lgm_event_draft *d, uint32_t word)
{
    for (uint8_t i = 0; i < d->n_instruments; i++)
        if (d->instruments[i].end == word + 1) return true;
    return false;
}

/* Those to whom it is done are not what it is done with. */
static void leave_patients(lgm_event_draft *d)
{
    uint8_t kept = 0, aimed = 0;
    for (uint8_t i = 0; i < d->n_patients; i++) {
        if (is_with(d, d->patients[i])) continue;
        aimed |= (uint8_t)((d->aimed >> i & 1) << kept);
        d->patients[kept++] = d->patients[i];
    }
    d->n_patients = kept;
    d->aimed = aimed;
}

void lgm_event_find_instruments(const lgm_event_room *room, lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    if (!has_instruments(t->doc, d)) return;
    take_used(room, d);
    for (uint8_t i = 0; does_violence(t->doc, d) && i < d->n_agents; i++) {
        const uint32_t held = thing_before(t, d->agents[i]);
        if (held != LGM_NONE) put(room, d, held, true, WITH);
        look_below(room, d, d->agents[i]);
    }
    d->n_agents = take_things(room, d, d->agents, d->n_agents);
    look_below(room, d, d->word);
    look_above(room, d, d->word);
    if (d->word != d->verb) look_before(room, d, d->word);
    if (d->verb != LGM_NONE && d->verb != d->word) look_below(room, d, d->verb);
    leave_patients(d);
}
