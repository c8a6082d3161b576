/*
 * partners.c - who does it, and to whom.
 *
 * Of a verb: subject and object, turned round in the passive; a participle or relative clause takes
 * the noun that it describes, a verb without a subject that of the verb which it hangs on. Of a
 * noun: "by", "of", "against", a possessive, a name before it.
 */
#include <string.h>

#include "event/event_draft.h"
#include "phrase/phrase.h"
#include "tree/shape.h"

enum { WIDE = 16 };

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
        else if (by > d->trigger.start && by < d->trigger.end) /* "called on the mayor" */
            put_aimed(room, c, d);
        else if (aimed && is_aimed(t->doc, by))
            put_aimed(room, c, d);
    }
}

/* The object of a verb: its own, or the one that it shares with the next ("shot and killed a
 * man"), or whom it makes do something ("urged them to leave"). */
static uint32_t object_of(const lgm_trees *t, uint32_t verb)
{
    enum { NEXT = 4 }; /* words */
    const uint32_t own = lgm_tree_child(t, verb, LGM_REL_obj);
    const uint32_t told = lgm_tree_right_child(t, verb, LGM_REL_iobj);
    const uint32_t next = lgm_tree_right_child(t, verb, LGM_REL_conj);
    if (own != LGM_NONE) return own;
    if (told != LGM_NONE) return told;
    return next != LGM_NONE && next - verb <= NEXT && t->upos[next] == LGM_UPOS_VERB &&
                   lgm_tree_right_child(t, verb, LGM_REL_obl) == LGM_NONE
               ? lgm_tree_right_child(t, next, LGM_REL_obj)
               : LGM_NONE;
}

/* "The bombings of two hotels, which killed nine": the deed, not the hotels. */
static uint32_t doer_of(const lgm_event_room *room, const lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    const uint32_t subject = lgm_event_subject(t, d->verb);
    if (subject == LGM_NONE || t->word[subject] != LGM_PRO_WHICH ||
        t->rel[d->verb] != LGM_REL_acl || lgm_event_category_of(d->kinds) != LGM_EVENT_ASSAULT ||
        lgm_event_is_passive(t, d->verb))
        return subject;
    const uint32_t noun = t->doc->head[d->verb], above = t->doc->head[noun];
    return t->rel[noun] == LGM_REL_nmod && lgm_event_draft_at(&room->drafts, above) != LGM_NONE
               ? above
               : subject;
}

/* "Sent a letter to the king", "gave the king a letter": the king too. */
static void take_recipients(const lgm_event_room *room, lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    if (!LGM_SLICE_IN(lgm_doc_lemma(t->doc, d->verb), "send", "offer", "give", "grant", "award",
                      "lend", "deliver", "donate", "pay", "sell", "supply", "provide", "hand",
                      "ship", "promise", "pledge", "present"))
        return;
    put_all(room, lgm_tree_right_child(t, d->verb, LGM_REL_iobj), PATIENTS(d));
    uint32_t c = lgm_tree_right(t, d->verb);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        const uint32_t by = t->rel[c] == LGM_REL_obl ? lgm_event_case(t, c) : LGM_NONE;
        if (by != LGM_NONE && lgm_doc_lemma_is(t->doc, by, "to")) put_aimed(room, c, d);
    }
}

/* "Rose 25 cents", "paid $9 million to the clerk", "gave himself up": nobody else. */
static bool is_no_partner(const lgm_trees *t, uint32_t word)
{
    const lgm_slice lemma = lgm_doc_lemma(t->doc, word);
    if (t->upos[word] == LGM_UPOS_SYM ||
        LGM_SLICE_IN(lemma, "percent", "%", "million", "billion", "himself", "herself", "itself",
                     "themselves", "themself", "myself", "ourselves", "yourself", "ground"))
        return true;
    return lgm_tree_left_child(t, word, LGM_REL_nummod) != LGM_NONE &&
           LGM_SLICE_IN(lemma, "point", "cent", "dollar", "euro", "pound", "yen", "crown", "ruble",
                        "rouble", "rupee", "yuan", "franc", "mark");
}

static void of_verb(const lgm_event_room *room, lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    const bool noun = d->word != d->verb;
    const bool bare = t->rel[d->verb] == LGM_REL_amod;
    const bool passive = lgm_event_is_passive(t, d->verb);
    const uint32_t any = passive ? lgm_tree_child(t, d->verb, LGM_REL_obj) : object_of(t, d->verb);
    const uint32_t object = any == LGM_NONE || is_no_partner(t, any) ? LGM_NONE : any;
    const uint32_t who = bare ? t->doc->head[d->verb] : doer_of(room, d);
    const uint32_t subject = who == LGM_NONE || is_no_partner(t, who) ? LGM_NONE : who;
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
    const bool told = lgm_event_told_by_subject(room, d) != LGM_NONE; /* "a fire broke out" */
    if (!told && (passive || d->suffered || befell))
        put_all(room, subject, PATIENTS(d));
    else if (!told)
        put_all(room, subject, AGENTS(d));
    put_all(room, object, PATIENTS(d));
    take_obliques(room, d->verb, passive || d->suffered, d->n_patients == 0, d);
    take_recipients(room, d);
}

/* ---- of a noun ------------------------------------------------------------------------------- */

static void take_owner(const lgm_event_room *room, uint32_t owner, lgm_event_draft *d)
{
    if (d->kinds & LGM_EVENT_OF)
        put_all(room, owner, PATIENTS(d));
    else
        put_all(room, owner, AGENTS(d));
}

/* What a word before the noun makes its people: "a police raid", "the rebel attack" do it, "the
 * journalist killings" and "civilian deaths" befall them. */
typedef enum people { NO_PEOPLE, WHO_DO, WHO_SUFFER } people;

static people people_before(const lgm_trees *t, uint32_t c, const lgm_event_draft *d)
{
    static const char *const ARMED[] = {"COP", "MIL", "REB", "GOV", "SPY", "CRM"};
    const char *sector = NULL;
    if (t->rel[c] != LGM_REL_compound || c > d->word || lgm_doc_lemma_is(t->doc, c, "terrorist"))
        return NO_PEOPLE; /* "the terrorist attack": of which kind */
    const uint32_t first = lgm_tree_first(t, c);
    if (!lgm_phrase_before(t->doc, LGM_WORLD_BODY_WORD, first, c + 1, &sector) &&
        !lgm_phrase_before(t->doc, LGM_WORLD_ROLE_WORD, first, c + 1, &sector))
        return NO_PEOPLE;
    bool armed = false;
    for (size_t i = 0; i < LGM_COUNT(ARMED); i++) armed |= strcmp(sector, ARMED[i]) == 0;
    if (d->kinds & LGM_EVENT_OF) return armed ? NO_PEOPLE : WHO_SUFFER;
    return armed || lgm_event_category_of(d->kinds) == LGM_EVENT_PROTEST ? WHO_DO : NO_PEOPLE;
}

/* "Threats from the rebels", "an offer from the bank"; not "the withdrawal from the town". */
static bool comes_from(const lgm_event_draft *d)
{
    if (d->kinds & LGM_EVENT_HAPPENS) return false;
    switch (lgm_event_category_of(d->kinds)) {
    case LGM_EVENT_THREATEN:
    case LGM_EVENT_REQUEST:
    case LGM_EVENT_AGREE:
    case LGM_EVENT_SUPPORT:
    case LGM_EVENT_REJECT: return true;
    case LGM_EVENT_ACCUSE: return lgm_event_mode_of(d->kinds) != LGM_EVENT_BY_INVESTIGATE;
    case LGM_EVENT_AID:
    case LGM_EVENT_ASSAULT:
    case LGM_EVENT_COERCE: return !(d->kinds & LGM_EVENT_OF);
    default: return false;
    }
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
        else if (LGM_SLICE_IN(word, "between", "among") ||
                 (LGM_SLICE_IN(word, "from") && comes_from(d)))
            put_all(room, c, AGENTS(d));
        else if (!(d->kinds & LGM_EVENT_HAPPENS) &&
                 (is_aimed(t->doc, by) || LGM_SLICE_IN(word, "into", "for")))
            put_aimed(room, c, d);
    } else if (c < d->word && lgm_tree_name(t, c) != LGM_NONE &&
               (t->rel[c] == LGM_REL_compound || t->rel[c] == LGM_REL_amod)) {
        put_all(room, c, AGENTS(d)); /* "Merrow attacks", "the Merrovian attack" */
    } else {
        const people p = people_before(t, c, d);
        if (p == WHO_DO) put_all(room, c, AGENTS(d));
        if (p == WHO_SUFFER) put_all(room, c, PATIENTS(d));
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
    if (d->word == d->verb || d->n_agents > 0 || d->suffered) return;
    put_all(room, lgm_event_carried_by(room->trees, d->word), AGENTS(d));
    d->carried = d->n_agents > 0;
}
