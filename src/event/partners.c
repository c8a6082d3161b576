/*
 * partners.c - who does it, and to whom.
 *
 * Of a verb: subject and object, turned round in the passive; a participle or relative clause takes
 * the noun that it describes, a verb without a subject that of the verb which it hangs on. Of a
 * noun: "by", "of", "against", a possessive, a name before it.
 */
#include <string.h>

#include "doc/why.h"
#include "event/event_draft.h"
#include "tree/shape.h"

enum {
    HIGH = 4, /* verbs above each other that lend their subject */
    WIDE = 16
};

static void put(uint32_t *list, uint8_t *n, uint32_t word)
{
    for (uint8_t i = 0; i < *n; i++)
        if (list[i] == word) return;
    if (*n < LGM_EVENT_PARTNERS) list[(*n)++] = word;
}

/* "Which", "who", "that" stand for the noun that their clause describes. */
static uint32_t meant_by(const lgm_trees *t, uint32_t word)
{
    const uint32_t verb = t->doc->head[word];
    const bool relative = t->word[word] == LGM_PRO_WHO || t->word[word] == LGM_PRO_WHICH ||
                          t->word[word] == LGM_PRO_THIS;
    const bool describes = relative && verb != LGM_NONE && t->rel[verb] == LGM_REL_acl;
    return describes && t->doc->head[verb] != LGM_NONE ? t->doc->head[verb] : word;
}

/* A noun phrase with those that are joined to it. */
static void put_all(const lgm_event_room *room, uint32_t word, uint32_t *list, uint8_t *n)
{
    const lgm_trees *const t = room->trees;
    if (word == LGM_NONE || room->marks[word]) return;
    word = meant_by(t, word);
    put(list, n, word);
    uint32_t c = lgm_tree_right(t, word);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_conj) put(list, n, c);
}

static void put_aimed(const lgm_event_room *room, uint32_t word, lgm_event_draft *d)
{
    const uint8_t before = d->n_patients;
    put_all(room, word, d->patients, &d->n_patients);
    for (uint8_t i = before; i < d->n_patients; i++) d->aimed |= (uint8_t)(1U << i);
}

#define AGENTS(d) (d)->agents, &(d)->n_agents
#define PATIENTS(d) (d)->patients, &(d)->n_patients

/* ---- of a verb ------------------------------------------------------------------------------- */

/* "The cost of building", "a plan to build": who builds is not the noun. */
static bool has_mark(const lgm_trees *t, uint32_t verb)
{
    return lgm_tree_left_child(t, verb, LGM_REL_mark) != LGM_NONE;
}

/* The noun that is the subject of a verb, its own or one that it shares; LGM_NONE for none. */
static uint32_t subject_of(const lgm_trees *t, uint32_t verb)
{
    for (int i = 0; i < HIGH; i++) {
        const uint32_t own = lgm_tree_child(t, verb, LGM_REL_nsubj);
        uint32_t above = t->doc->head[verb];
        if (own != LGM_NONE) return own;
        if (above == LGM_NONE) return LGM_NONE;
        switch (t->rel[verb]) {
        case LGM_REL_acl: { /* "Merrow's plan to attack", "announced plans to attack" */
            if (!has_mark(t, verb)) return above;
            const uint32_t whose = lgm_tree_left_child(t, above, LGM_REL_nmod);
            if (whose != LGM_NONE) return whose;
            above = t->doc->head[above];
            if (above == LGM_NONE || t->upos[above] != LGM_UPOS_VERB) return LGM_NONE;
            break;
        }
        case LGM_REL_xcomp: { /* "forced the mayor to resign" */
            const uint32_t object = lgm_tree_child(t, above, LGM_REL_obj);
            if (object != LGM_NONE) return object;
            break;
        }
        case LGM_REL_conj:
        case LGM_REL_advcl: break;
        default: return LGM_NONE;
        }
        if (t->upos[above] != LGM_UPOS_VERB && t->rel[verb] != LGM_REL_xcomp) return LGM_NONE;
        verb = above;
    }
    return LGM_NONE;
}

static bool is_aimed(const lgm_doc *doc, uint32_t by)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, by), "against", "with", "at", "on", "upon", "to",
                        "between", "among");
}

static void take_obliques(const lgm_event_room *room, uint32_t verb, bool passive, bool aimed,
                          lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    uint32_t c = lgm_tree_right(t, verb);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        const uint32_t by = t->rel[c] == LGM_REL_obl ? lgm_event_case(t, c) : LGM_NONE;
        if (by == LGM_NONE) continue;
        if (passive && lgm_tree_form_is(t->doc, by, "by"))
            put_all(room, c, AGENTS(d));
        else if (aimed && is_aimed(t->doc, by))
            put_aimed(room, c, d);
    }
}

static void of_verb(const lgm_event_room *room, lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    const bool noun = d->word != d->verb;
    const bool bare = t->rel[d->verb] == LGM_REL_amod;
    const bool passive = lgm_event_is_passive(t, d->verb);
    const uint32_t object = lgm_tree_child(t, d->verb, LGM_REL_obj);
    const uint32_t subject = bare ? t->doc->head[d->verb] : subject_of(t, d->verb);
    if (noun) { /* the event itself is object or, in the passive, subject */
        const bool own = subject == LGM_NONE || meant_by(t, subject) == d->word ||
                         t->rel[d->verb] == LGM_REL_acl;
        if (!own && !passive) {
            if (d->suffered)
                put_all(room, subject, PATIENTS(d));
            else
                put_all(room, subject, AGENTS(d));
        }
        take_obliques(room, d->verb, passive, true, d);
        return;
    }
    const bool befell = (d->kinds & LGM_EVENT_HAPPENS) && object == LGM_NONE &&
                        lgm_event_category_of(d->kinds) == LGM_EVENT_OTHER;
    if (passive || d->suffered || befell)
        put_all(room, subject, PATIENTS(d));
    else
        put_all(room, subject, AGENTS(d));
    put_all(room, object, PATIENTS(d));
    take_obliques(room, d->verb, passive || d->suffered, d->n_patients == 0, d);
}

/* ---- of a noun ------------------------------------------------------------------------------- */

static void take_owner(const lgm_event_room *room, uint32_t owner, lgm_event_draft *d)
{
    if (d->kinds & LGM_EVENT_OF)
        put_all(room, owner, PATIENTS(d));
    else
        put_all(room, owner, AGENTS(d));
}

static void take_branch(const lgm_event_room *room, uint32_t c, lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    const uint32_t by = lgm_event_case(t, c);
    if (t->rel[c] == LGM_REL_nmod && by == LGM_NONE) {
        take_owner(room, c, d); /* "the mayor's", whose mark hangs behind it */
    } else if (by != LGM_NONE && (t->rel[c] == LGM_REL_nmod || t->rel[c] == LGM_REL_obl)) {
        const lgm_slice word = lgm_doc_lemma(t->doc, by);
        if (LGM_SLICE_IN(word, "by"))
            put_all(room, c, AGENTS(d));
        else if (LGM_SLICE_IN(word, "of"))
            take_owner(room, c, d);
        else if (LGM_SLICE_IN(word, "between", "among"))
            put_all(room, c, AGENTS(d));
        else if (is_aimed(t->doc, by) || LGM_SLICE_IN(word, "into", "for"))
            put_aimed(room, c, d);
    } else if (c < d->word && (t->rel[c] == LGM_REL_compound ||
                               (t->rel[c] == LGM_REL_amod && lgm_tree_name(t, c) != LGM_NONE))) {
        put_all(room, c, AGENTS(d)); /* "Merrow attacks", "the Merrovian attack" */
    }
}

static void of_noun(const lgm_event_room *room, lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    const uint32_t sides[] = {lgm_tree_left(t, d->word), lgm_tree_right(t, d->word)};
    for (size_t s = 0; s < LGM_COUNT(sides); s++) {
        uint32_t c = sides[s];
        for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
            take_branch(room, c, d);
    }
}

void lgm_event_find_partners(const lgm_event_room *room, lgm_event_draft *d)
{
    if (d->word != d->verb) of_noun(room, d);
    if (d->verb != LGM_NONE) of_verb(room, d);
}

/* ---- words become entities ------------------------------------------------------------------- */

/* The entity that a noun phrase is, by its head or by the name that is its title's ("mayor Ada
 * Lind"). */
static uint32_t entity_of(const lgm_event_room *room, uint32_t word)
{
    const lgm_trees *const t = room->trees;
    if (room->entity[word] != LGM_NONE) return room->entity[word];
    for (uint32_t c = lgm_tree_right(t, word); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_is_titled(t, c) && room->entity[c] != LGM_NONE) return room->entity[c];
    return LGM_NONE;
}

/* A fort may be attacked, and nobody is met on a plain. */
static bool can_suffer(const lgm_event_room *room, const lgm_event_draft *d, uint32_t entity)
{
    const lgm_event_category what = lgm_event_category_of(d->kinds);
    return room->doc->entities[entity].type != LGM_ENTITY_LOC || what == LGM_EVENT_ASSAULT ||
           what == LGM_EVENT_COERCE;
}

/* What is asked for or agreed on is no partner. */
static bool takes_events(const lgm_event_draft *d)
{
    const lgm_event_category what = lgm_event_category_of(d->kinds);
    return what == LGM_EVENT_OTHER || what == LGM_EVENT_COERCE || what == LGM_EVENT_ACCUSE ||
           what == LGM_EVENT_REJECT || what == LGM_EVENT_SUPPORT;
}

static uint8_t name_all(const lgm_event_room *room, const lgm_event_draft *d, uint32_t *list,
                        uint8_t n, uint8_t aimed, bool events)
{
    uint8_t kept = 0;
    for (uint8_t i = 0; i < n; i++) {
        const uint32_t entity = entity_of(room, list[i]);
        if (entity == LGM_NONE || ((aimed >> i & 1) && !can_suffer(room, d, entity))) continue;
        if (!events && room->doc->entities[entity].type == LGM_ENTITY_EVT) continue;
        LGM_WHY_TREE(room->doc, EVENT, (uint32_t)(d - room->drafts.at),
                     list == d->agents ? "agents" : "patients",
                     d->verb == LGM_NONE ? d->word : d->verb, LGM_ONE_WORD(list[i]), "%s",
                     list == d->agents ? "The tree has it as who does it"
                                       : "The tree has it as whom it is done to");
        put(list, &kept, entity);
    }
    return kept;
}

/* "The two met": each is whom the other meets. */
static bool is_mutual(const lgm_event_draft *d)
{
    const lgm_event_category what = lgm_event_category_of(d->kinds);
    return what == LGM_EVENT_CONSULT || what == LGM_EVENT_AGREE || what == LGM_EVENT_COOPERATE;
}

void lgm_event_name_partners(const lgm_event_room *room, lgm_event_draft *d)
{
    d->n_agents = name_all(room, d, d->agents, d->n_agents, 0, false);
    d->n_patients = name_all(room, d, d->patients, d->n_patients, d->aimed, takes_events(d));
    if (d->n_patients > 0 || d->n_agents < 2 || !is_mutual(d)) return;
    memcpy(d->patients, d->agents, sizeof d->patients);
    d->n_patients = d->n_agents;
}
