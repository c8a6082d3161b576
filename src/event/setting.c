/*
 * setting.c - the words that may be the place of an event: what hangs on its words and its clause
 * behind "in", "at" or the like, and where a movement leads.
 */
#include "event/event_draft.h"
#include "tree/shape.h"

enum { WIDE = 16, HIGH = 3 };

static bool is_where(const lgm_trees *t, uint32_t word)
{
    const uint32_t by = lgm_event_case(t, word);
    return by != LGM_NONE &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, by), "in", "at", "near", "outside", "inside",
                        "across", "around", "throughout", "within", "off", "through", "along");
}

static void put(const lgm_event_room *room, lgm_event_draft *d, uint32_t word)
{
    if (!(room->marks[word] & LGM_EVENT_IN_TIME) && d->n_where < LGM_EVENT_WHERE)
        d->where[d->n_where++] = word;
}

static bool is_branch(const lgm_trees *t, uint32_t word)
{
    return t->rel[word] == LGM_REL_obl || t->rel[word] == LGM_REL_nmod;
}

/* "Charged in the Ostrel bombing": where the bombing was. "Hurt in the crash in Ostrel": there. */
static bool is_of_other(const lgm_event_room *room, const lgm_event_draft *d, uint32_t branch)
{
    if (branch == d->word || lgm_event_draft_at(&room->drafts, branch) == LGM_NONE) return false;
    const lgm_event_category what = lgm_event_category_of(d->kinds);
    return (what != LGM_EVENT_ASSAULT && what != LGM_EVENT_COERCE && !d->harm) ||
           !is_where(room->trees, branch);
}

/* Where a branch of it is: "in the town of Ostrel", "of two embassies in Merrow". */
static void look_into(const lgm_event_room *room, lgm_event_draft *d, uint32_t branch)
{
    const lgm_trees *const t = room->trees;
    const bool where = is_where(t, branch);
    if (is_of_other(room, d, branch)) return;
    if (where) put(room, d, branch);
    uint32_t c = lgm_tree_right(t, branch);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_nmod ? where || is_where(t, c)
                                      : where && t->rel[c] == LGM_REL_appos)
            put(room, d, c);
}

static void look_below(const lgm_event_room *room, lgm_event_draft *d, uint32_t word)
{
    const lgm_trees *const t = room->trees;
    const uint32_t sides[] = {lgm_tree_right(t, word), lgm_tree_left(t, word)};
    for (size_t s = 0; s < LGM_COUNT(sides); s++) {
        uint32_t c = sides[s];
        for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
            if (is_branch(t, c)) look_into(room, d, c);
    }
}

uint32_t lgm_event_clause_above(const lgm_trees *t, uint32_t verb)
{
    const uint32_t above = t->doc->head[verb];
    const bool shares = t->rel[verb] == LGM_REL_conj || t->rel[verb] == LGM_REL_advcl ||
                        t->rel[verb] == LGM_REL_xcomp;
    return above != LGM_NONE && shares && t->upos[above] == LGM_UPOS_VERB ? above : LGM_NONE;
}

/* The verb that a noun hangs on: "was killed in the attack". */
static uint32_t verb_of(const lgm_trees *t, const lgm_event_draft *d)
{
    if (d->verb != LGM_NONE) return d->verb;
    const uint32_t above = t->doc->head[d->word];
    return above != LGM_NONE && t->upos[above] == LGM_UPOS_VERB ? above : LGM_NONE;
}

/* ---- where it leads to ----------------------------------------------------------------------- */

static bool moves(const lgm_doc *doc, uint32_t verb)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, verb), "send", "dispatch", "deploy", "fly", "travel",
                        "go", "come", "return", "head", "march", "arrive", "flee", "escape", "rush",
                        "bring", "transfer", "move", "deport", "extradite", "expel", "evacuate",
                        "withdraw", "retreat", "pull", "migrate", "depart", "ship", "deliver");
}

/* "Sent to Ostrel", "fled from Ostrel". */
static void look_along(const lgm_event_room *room, lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    if (d->word != d->verb || !moves(t->doc, d->verb)) return;
    uint32_t c = lgm_tree_right(t, d->verb);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        const uint32_t by = t->rel[c] == LGM_REL_obl ? lgm_event_case(t, c) : LGM_NONE;
        if (by != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(t->doc, by), "to", "into", "from"))
            put(room, d, c);
    }
}

/* "The farm where nine were hurt": the place that a clause describes. */
static void look_above(const lgm_event_room *room, lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    uint32_t verb = d->verb;
    for (int i = 0; i < HIGH && verb != LGM_NONE && t->rel[verb] == LGM_REL_conj; i++)
        verb = t->doc->head[verb];
    if (verb == LGM_NONE || t->rel[verb] != LGM_REL_acl) return;
    uint32_t c = lgm_tree_left(t, verb);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
        if (lgm_tree_form_is(t->doc, c, "where")) {
            put(room, d, t->doc->head[verb]);
            return;
        }
}

void lgm_event_find_where(const lgm_event_room *room, lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    look_below(room, d, d->word);
    uint32_t verb = verb_of(t, d);
    for (int i = 0; i < HIGH && verb != LGM_NONE; i++, verb = lgm_event_clause_above(t, verb)) {
        if (verb != d->word) look_below(room, d, verb);
        const uint32_t object = lgm_tree_child(t, verb, LGM_REL_obj);
        const uint32_t subject = lgm_tree_child(t, verb, LGM_REL_nsubj);
        if (object != LGM_NONE && object != d->word) look_below(room, d, object);
        if (subject != LGM_NONE && subject != d->word) look_below(room, d, subject);
    }
    if (d->verb != LGM_NONE && t->rel[d->verb] == LGM_REL_amod)
        look_below(room, d, t->doc->head[d->verb]); /* "the bombed building in Ostrel" */
    look_above(room, d);
    look_along(room, d);
}
