/* happening.c - the event that a figure is of: the one that its noun tells, or that governs it. */
#include <string.h>

#include "figure/figure_draft.h"

enum {
    REACH = 60, /* words to an event in which they take part */
    BACK = 6,   /* figures before one that may tell of the same deed */
    NEAR = 3    /* sentences back to what killed, of a toll that does not say it */
};

/* "200 girls, 57 of whom escaped": does a clause tell of others than the noun that it hangs on? */
static bool is_of_others(const lgm_trees *t, uint32_t clause)
{
    if (t->rel[clause] != LGM_REL_acl) return false;
    const uint32_t subject = lgm_tree_left_child(t, clause, LGM_REL_nsubj);
    return subject != LGM_NONE && t->word[subject] != LGM_PRO_WHO &&
           t->word[subject] != LGM_PRO_WHICH && t->word[subject] != LGM_PRO_THIS;
}

/* The event of the nearest branch of one of these relations. */
static uint32_t among_branches(const lgm_figure_room *room, uint32_t word, const uint8_t *rels,
                               size_t n)
{
    const lgm_trees *const t = room->trees;
    const uint32_t sides[] = {lgm_tree_left(t, word), lgm_tree_right(t, word)};
    for (size_t s = 0; s < LGM_COUNT(sides); s++) {
        uint32_t c = sides[s];
        for (int i = 0; i < LGM_FIGURE_WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
            for (size_t r = 0; r < n && room->event[c] != LGM_NONE; r++)
                if (t->rel[c] == rels[r] && !is_of_others(t, c)) return room->event[c];
    }
    return LGM_NONE;
}
#define AMONG(room, word, ...)                                                                     \
    among_branches((room), (word), (const uint8_t[]){__VA_ARGS__},                                 \
                   sizeof((const uint8_t[]){__VA_ARGS__}))

/* Whose object is what its subject does: "12 men staged an attack". */
static bool is_light(const lgm_doc *doc, uint32_t verb)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, verb), "stage", "hold", "launch", "make", "join",
                        "attend", "conduct", "commit", "suffer", "face", "mount", "lead",
                        "organise", "organize", "perform", "carry");
}

/* "The blast left 12 dead", "the vote was 52 to 35", "two states were the target of raids". */
static uint32_t beside(const lgm_figure_room *room, uint32_t word, uint32_t from)
{
    const lgm_trees *const t = room->trees;
    const uint32_t subject = lgm_tree_left_child(t, word, LGM_REL_nsubj);
    uint32_t e = AMONG(room, word, LGM_REL_nsubj, LGM_REL_xcomp);
    if (e == LGM_NONE && (subject != from || is_light(t->doc, word)))
        e = AMONG(room, word, LGM_REL_obj);
    if (e == LGM_NONE && subject != LGM_NONE) e = AMONG(room, subject, LGM_REL_compound);
    if (e == LGM_NONE && lgm_tree_left_child(t, word, LGM_REL_cop) != LGM_NONE)
        e = AMONG(room, word, LGM_REL_nmod);
    return e;
}

/* Does a clause end here: is the word a verb that is told of, describes a noun, or is joined to
 * another? */
static bool ends_clause(const lgm_trees *t, uint32_t word)
{
    switch (t->rel[word]) {
    case LGM_REL_ccomp:
    case LGM_REL_parataxis:
    case LGM_REL_acl: return true;
    case LGM_REL_conj: return t->upos[word] == LGM_UPOS_VERB || t->upos[word] == LGM_UPOS_ADJ;
    default: return false;
    }
}

/* Has a figure before this one another number of those who are taken for the same? */
static bool is_counted_else(const lgm_figure_room *room, const lgm_figure_draft *d, uint32_t who)
{
    for (size_t k = 1; k <= BACK && k <= room->drafts.n; k++) {
        const lgm_figure_draft *const before = &room->drafts.at[room->drafts.n - k];
        if (before->f.noun != LGM_NONE && room->entity[before->f.noun] == who &&
            before->f.value != d->f.value)
            return true;
    }
    return false;
}

/* The event nearest to a figure in which those take part whom it counts. */
static uint32_t of_participants(const lgm_figure_room *room, const lgm_figure_draft *d)
{
    const uint32_t who = d->f.noun == LGM_NONE ? LGM_NONE : room->entity[d->f.noun];
    if (who != LGM_NONE && is_counted_else(room, d, who)) return LGM_NONE;
    uint32_t best = LGM_NONE, nearest = UINT32_MAX;
    if (who == LGM_NONE) return LGM_NONE;
    for (uint32_t i = 0; i < LGM_FIGURE_EVENTS; i++) {
        const uint32_t e = room->part[who].events[i];
        if (e == LGM_NONE) break;
        const uint32_t at = room->doc->event_spans[room->doc->events[e].mention].start;
        const uint32_t far = at > d->head ? at - d->head : d->head - at;
        if (far < nearest) best = e;
        if (far < nearest) nearest = far;
    }
    return nearest <= REACH ? best : LGM_NONE;
}

/* The last attack before a word, within NEAR sentences. */
static uint32_t last_attack(const lgm_figure_room *room, uint32_t word)
{
    const uint32_t sent = lgm_tree_sent(room->trees, word);
    const uint32_t first = room->doc->sents[sent > NEAR ? sent - NEAR : 0].start;
    for (uint32_t w = word; w > first; w--) {
        const uint32_t e = room->event[w - 1];
        if (e != LGM_NONE && strcmp(room->doc->events[e].category, "ASSAULT") == 0) return e;
    }
    return LGM_NONE;
}

/* What killed those of "the toll rose to 12": what the toll is from, what a figure before it tells
 * of the same kind is of, or the last attack. */
static uint32_t of_deed(const lgm_figure_room *room, const lgm_figure_draft *d)
{
    const lgm_doc *const doc = room->doc;
    if (d->f.noun != LGM_NONE && lgm_doc_lemma_is(doc, d->f.noun, "victim") &&
        d->toll == LGM_FIGURE_NO_TOLL)
        return last_attack(room, d->number.start);
    if (d->toll_word == LGM_NONE ||
        !(lgm_figure_word(doc, LGM_FIGURE_NOUNS, d->toll_word, NULL) & LGM_FIGURE_TELLS))
        return LGM_NONE;
    const uint32_t from = AMONG(room, d->toll_word, LGM_REL_nmod, LGM_REL_compound);
    if (from != LGM_NONE) return from;
    for (size_t k = 1; k <= BACK && k <= room->drafts.n; k++) {
        const lgm_figure_draft *const before = &room->drafts.at[room->drafts.n - k];
        if (before->toll == d->toll && before->f.event != LGM_NONE) return before->f.event;
    }
    return last_attack(room, d->number.start);
}

/* "Rose", "brought": of the figure, not of those whom it counts. */
static bool is_change(const lgm_figure_room *room, const lgm_figure_draft *d, uint32_t verb)
{
    return d->toll != LGM_FIGURE_NO_TOLL && d->toll_word != verb &&
           lgm_figure_word(room->doc, LGM_FIGURE_CHANGES, verb, NULL) != 0;
}

void lgm_figure_find_event(const lgm_figure_room *room, lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    uint32_t w = d->head, e = room->event[d->head];
    if (d->toll_word != LGM_NONE && room->event[d->toll_word] != LGM_NONE)
        e = room->event[d->toll_word];
    if (e == LGM_NONE) e = AMONG(room, d->head, LGM_REL_acl, LGM_REL_compound);
    if (e == LGM_NONE && lgm_tree_left_child(t, w, LGM_REL_cop) != LGM_NONE)
        e = beside(room, w, LGM_NONE);
    for (int i = 0; i < LGM_FIGURE_HIGH && e == LGM_NONE; i++) {
        const uint32_t above = t->doc->head[w];
        if (above == LGM_NONE || ends_clause(t, w)) break;
        const uint32_t from = w;
        const bool joined = t->rel[w] == LGM_REL_conj; /* the deaths of "nine deaths and 40 hurt" */
        w = above;
        e = joined || is_change(room, d, w) ? LGM_NONE : room->event[w];
        if (e == LGM_NONE &&
            (t->upos[w] == LGM_UPOS_VERB || lgm_tree_left_child(t, w, LGM_REL_cop) != LGM_NONE)) {
            e = beside(room, w, from);
            break;
        }
    }
    if (e == LGM_NONE) {
        e = of_deed(room, d);
        d->event_by = LGM_FIGURE_BY_DEED;
    }
    if (e == LGM_NONE && !d->members && d->unit == LGM_FIGURE_IN_NONE) {
        e = of_participants(room, d);
        d->event_by = LGM_FIGURE_BY_PARTICIPANTS;
    }
    d->f.event = e;
}
