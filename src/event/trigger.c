/*
 * trigger.c - the words that tell of an event.
 *
 * A verb is looked up alone or, where the table says that a phrase begins with it, with its
 * children: "open fire", "come under attack", "set the bus on fire". A noun is looked up alone or
 * behind the word before it ("air strike"). A light verb ("carry out", "suffer") tells no more than
 * that its noun happens, and lends it its clause.
 */
#include <stdlib.h>
#include <string.h>

#include "event/event_draft.h"

enum {
    CHILDREN = 12, /* of a verb that are looked at, on a side */
    FAR = 3
}; /* tokens that a trigger of several words reaches beyond its verb */

/* ---- phrases of a verb ----------------------------------------------------------------------- */

typedef struct phrase {
    uint32_t kinds;
    uint32_t noun, last; /* its noun, and its last word; LGM_NONE for none */
    uint32_t own;        /* what the verb alone tells */
} phrase;

static bool try_words(const lgm_doc *doc, lgm_event_table table, phrase *p, const uint32_t *words,
                      uint32_t n)
{
    const uint32_t kinds = lgm_event_kinds(doc, table, words, n);
    if (!(kinds & (LGM_EVENT_LISTED | LGM_EVENT_LIGHT))) return false;
    *p = (phrase){kinds, words[n - 1], words[n - 1], p->own};
    return true;
}

/* May this child be a word of a phrase of its verb? */
static bool is_of_phrase(const lgm_trees *t, uint32_t verb, uint32_t child)
{
    switch (t->rel[child]) {
    case LGM_REL_nsubj: return lgm_event_is_passive(t, verb);
    case LGM_REL_obj:
    case LGM_REL_compound:
    case LGM_REL_advmod:
    case LGM_REL_xcomp:
    case LGM_REL_obl: return true;
    default: return false;
    }
}

/* "Out" of "out of the talks", which trees hang on the noun. */
static uint32_t out_of(const lgm_trees *t, uint32_t child, uint32_t by)
{
    return by != LGM_NONE && by > 0 && t->doc->head[by - 1] == child &&
                   lgm_doc_lemma_is(t->doc, by, "of") && lgm_doc_lemma_is(t->doc, by - 1, "out")
               ? by - 1
               : LGM_NONE;
}

/* A verb with one of its children, its particle or its preposition: three words, or two. */
static bool try_child(const lgm_trees *t, lgm_event_table table, uint32_t verb, uint32_t child,
                      bool three, phrase *p)
{
    const uint32_t by = lgm_event_case(t, child), out = out_of(t, child, by);
    const uint32_t particle =
        out != LGM_NONE ? out : lgm_tree_right_child(t, verb, LGM_REL_compound);
    if (!three) { /* "running out for", not "running for" */
        if (by != LGM_NONE && out == LGM_NONE && particle != LGM_NONE) return false;
        const uint32_t two[] = {verb, out != LGM_NONE ? out : by != LGM_NONE ? by : child};
        return try_words(t->doc, table, p, two, 2);
    }
    if (by != LGM_NONE && out == LGM_NONE) {
        const uint32_t words[] = {verb, by, child};
        if (try_words(t->doc, table, p, words, 3)) return true;
    }
    if (particle == LGM_NONE || particle == child) return false;
    const uint32_t words[] = {verb, particle, child}, down_with[] = {verb, particle, by};
    return try_words(t->doc, table, p, words, 3) ||
           (by != LGM_NONE && try_words(t->doc, table, p, down_with, 3));
}

static bool find_phrase(const lgm_trees *t, lgm_event_table table, uint32_t verb, phrase *p)
{
    const uint32_t sides[] = {lgm_tree_right(t, verb), lgm_tree_left(t, verb)};
    for (int words = 3; words >= 2; words--)
        for (size_t s = 0; s < LGM_COUNT(sides); s++) {
            uint32_t c = sides[s];
            for (int i = 0; i < CHILDREN && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
                if (is_of_phrase(t, verb, c) && try_child(t, table, verb, c, words == 3, p))
                    return true;
        }
    /* "the statement released on Monday" */
    const uint32_t two[] = {verb, t->doc->head[verb]};
    return t->rel[verb] == LGM_REL_acl && lgm_event_is_passive(t, verb) && two[1] < verb &&
           try_words(t->doc, table, p, two, 2);
}

/* What a verb tells, with its phrase if it has one. */
static phrase look_up(const lgm_trees *t, uint32_t verb)
{
    const uint32_t own = lgm_event_word(t->doc, LGM_EVENT_VERBS, verb);
    phrase p = {own & ~LGM_EVENT_LIGHTENS, LGM_NONE, verb, own};
    if (p.kinds & LGM_EVENT_BEGINS) find_phrase(t, LGM_EVENT_VERBS, verb, &p);
    return p;
}

/* The same of light.txt, where `own` is what the verb alone tells. */
static uint32_t look_up_light(const lgm_trees *t, uint32_t verb, uint32_t own)
{
    if (!(own & LGM_EVENT_LIGHTENS)) return 0;
    phrase p = {lgm_event_word(t->doc, LGM_EVENT_LIGHTS, verb), LGM_NONE, verb, 0};
    if (p.kinds & LGM_EVENT_BEGINS) find_phrase(t, LGM_EVENT_LIGHTS, verb, &p);
    return p.kinds;
}

static uint32_t light_kinds(const lgm_trees *t, uint32_t verb)
{
    return look_up_light(t, verb, lgm_event_word(t->doc, LGM_EVENT_VERBS, verb));
}

/* ---- verbs ----------------------------------------------------------------------------------- */

static uint32_t noun_kinds(const lgm_trees *t, uint32_t noun, uint32_t *from)
{
    const uint32_t kinds = lgm_event_word(t->doc, LGM_EVENT_NOUNS, noun);
    *from = noun;
    if ((kinds & LGM_EVENT_BEGINS) && noun > lgm_tree_sentence(t, noun).start &&
        t->doc->head[noun - 1] == noun) {
        const uint32_t two[] = {noun - 1, noun};
        const uint32_t both = lgm_event_kinds(t->doc, LGM_EVENT_NOUNS, two, 2);
        if (both) *from = noun - 1;
        if (both) return both;
    }
    return kinds;
}

/* The noun that a light verb tells of: its object, of "take place" its subject. */
static uint32_t lit_noun(const lgm_trees *t, uint32_t verb, uint32_t light)
{
    const bool subject = (light & LGM_EVENT_HAPPENS) || lgm_event_is_passive(t, verb);
    const uint32_t noun = lgm_tree_child(t, verb, subject ? LGM_REL_nsubj : LGM_REL_obj);
    uint32_t from;
    if (noun == LGM_NONE || t->upos[noun] != LGM_UPOS_NOUN) return LGM_NONE;
    return noun_kinds(t, noun, &from) & LGM_EVENT_LISTED ? noun : LGM_NONE;
}

static bool is_event_verb(const lgm_trees *t, uint32_t w, uint32_t kinds)
{
    const lgm_event_category what = lgm_event_category_of(kinds);
    if (!(kinds & LGM_EVENT_LISTED) || lgm_tree_name(t, w) != LGM_NONE) return false;
    if (t->rel[w] == LGM_REL_amod || t->rel[w] == LGM_REL_compound)
        return what == LGM_EVENT_ASSAULT || what == LGM_EVENT_COERCE;
    return true;
}

static bool add(lgm_event_room *room, const lgm_event_draft *d)
{
    return lgm_vec_push(room->scratch, &room->drafts, *d);
}

static lgm_event_draft fresh(lgm_tokspan trigger, uint32_t word, uint32_t verb, uint32_t kinds)
{
    return (lgm_event_draft){.trigger = trigger,
                             .word = word,
                             .verb = verb,
                             .kinds = kinds,
                             .suffered = (kinds & LGM_EVENT_SUFFERED) != 0,
                             .place = LGM_NONE,
                             .time = LGM_NONE,
                             .tied = LGM_NONE};
}

/* "Fired mortars at the fort", "bombs were dropped": an attack with what is used. */
static void use(const lgm_trees *t, uint32_t verb, phrase *p)
{
    const lgm_event_category what = lgm_event_category_of(p->kinds);
    if (!(p->own & LGM_EVENT_USING) || ((p->kinds & LGM_EVENT_LISTED) && what != LGM_EVENT_OTHER))
        return;
    const uint32_t thing = lgm_event_used_by(t, verb);
    if (thing != LGM_NONE)
        *p = (phrase){lgm_event_instrument(t, thing) & ~(uint32_t)LGM_EVENT_BEGINS, thing, thing,
                      p->own};
}

/* "Imposed a curfew", not "opened fire": the noun tells as much as the phrase. */
static bool tells_like(const lgm_trees *t, uint32_t noun, uint32_t kinds)
{
    uint32_t from;
    return lgm_event_category_of(noun_kinds(t, noun, &from)) == lgm_event_category_of(kinds);
}

static bool take_verb(lgm_event_room *room, uint32_t w)
{
    const lgm_trees *const t = room->trees;
    phrase p = look_up(t, w);
    const uint32_t light = look_up_light(t, w, p.own);
    const uint32_t lit = light & LGM_EVENT_LIGHT ? lit_noun(t, w, light) : LGM_NONE;
    if (lit != LGM_NONE && (lit != p.noun || tells_like(t, lit, p.kinds))) return true;
    use(t, w, &p);
    if (!(p.kinds & (LGM_EVENT_LISTED | LGM_EVENT_NO_EVENT)) && !(light & LGM_EVENT_LIGHT))
        p.kinds = lgm_event_counted_kinds(room, w);
    if ((p.kinds & LGM_EVENT_NO_EVENT) && p.noun != LGM_NONE)
        room->marks[p.noun] |= LGM_EVENT_TAKEN; /* "met the demand" */
    if (!is_event_verb(t, w, p.kinds) || lgm_event_is_no_deed(t, w, p.kinds, p.noun)) return true;
    if (p.noun != LGM_NONE) room->marks[p.noun] |= LGM_EVENT_TAKEN;
    const bool near = p.last > w && p.last - w <= FAR;
    const lgm_event_draft d = fresh((lgm_tokspan){w, near ? p.last + 1 : w + 1}, w, w, p.kinds);
    return add(room, &d);
}

/* ---- nouns ----------------------------------------------------------------------------------- */

/* The light verb that tells of the noun, or LGM_NONE. */
static uint32_t light_verb(const lgm_trees *t, uint32_t noun, uint32_t *kinds)
{
    const uint32_t verb = t->doc->head[noun];
    if (verb == LGM_NONE || t->upos[verb] != LGM_UPOS_VERB) return LGM_NONE;
    *kinds = light_kinds(t, verb);
    return (*kinds & LGM_EVENT_LIGHT) && lit_noun(t, verb, *kinds) == noun ? verb : LGM_NONE;
}

/* "The attack, which took place on Monday", "the search led by the army". Of "the murder of Vale,
 * which took place" trees may say that Vale took place. */
static uint32_t light_clause(const lgm_trees *t, uint32_t noun, bool below)
{
    uint32_t c = lgm_tree_right(t, noun);
    for (int i = 0; i < CHILDREN && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        if (!below && t->rel[c] == LGM_REL_nmod) {
            const uint32_t clause = light_clause(t, c, true);
            if (clause != LGM_NONE) return clause;
        }
        if (t->rel[c] != LGM_REL_acl) continue;
        const uint32_t kinds = light_kinds(t, c);
        if ((kinds & LGM_EVENT_LIGHT) &&
            ((kinds & LGM_EVENT_HAPPENS) || (!below && lgm_event_is_passive(t, c))))
            return c;
    }
    return LGM_NONE;
}

static bool take_noun(lgm_event_room *room, uint32_t w)
{
    const lgm_trees *const t = room->trees;
    uint32_t from, light = 0;
    if ((t->rel[w] == LGM_REL_compound && !lgm_event_is_counted_by(room, w)) ||
        lgm_tree_name(t, w) != LGM_NONE || (room->marks[w] & LGM_EVENT_TAKEN))
        return true;
    const uint32_t kinds = noun_kinds(t, w, &from);
    if (!(kinds & LGM_EVENT_LISTED) || lgm_event_is_no_noun(t, w)) return true;
    lgm_event_draft d = fresh((lgm_tokspan){from, w + 1}, w, light_verb(t, w, &light), kinds);
    if (d.verb != LGM_NONE)
        d.suffered = (light & LGM_EVENT_SUFFERED) != 0;
    else
        d.verb = light_clause(t, w, false);
    return add(room, &d);
}

static int by_trigger(const void *x, const void *y)
{
    const lgm_event_draft *const a = x, *const b = y;
    return a->word < b->word ? -1 : a->word > b->word;
}

bool lgm_event_find_triggers(lgm_event_room *room)
{
    const lgm_trees *const t = room->trees;
    for (uint32_t w = 0; w < room->doc->n_tokens; w++)
        if (t->upos[w] == LGM_UPOS_VERB && !take_verb(room, w)) return false;
    for (uint32_t w = 0; w < room->doc->n_tokens; w++)
        if (t->upos[w] == LGM_UPOS_NOUN && !take_noun(room, w)) return false;
    if (room->drafts.n > 1)
        qsort(room->drafts.at, room->drafts.n, sizeof *room->drafts.at, by_trigger);
    return true;
}
