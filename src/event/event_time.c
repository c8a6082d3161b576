/*
 * event_time.c - when an event took place: the time that hangs on its words, on its clause, or on
 * the clause that it is part of.
 */
#include <string.h>

#include "doc/why.h"
#include "event/event_draft.h"
#include "tree/shape.h"

enum { HIGH = 3 };

/* The vote of "five days after the vote"; LGM_NONE where nothing is counted from. */
static uint32_t counted_from(const lgm_doc *doc, const lgm_doc_time *t)
{
    const uint32_t next = t->tokens.end, last = next - 1;
    return next < doc->n_tokens &&
                   LGM_SLICE_IN(lgm_doc_lemma(doc, last), "second", "minute", "hour", "day",
                                "night", "week", "month", "year", "decade") &&
                   (lgm_tree_form_is(doc, next, "after") || lgm_tree_form_is(doc, next, "before") ||
                    lgm_tree_form_is(doc, next, "prior"))
               ? doc->head[next]
               : LGM_NONE;
}

/* Of the clause that says it, and not of the vote. A vote whose day is not known, or "the murder of
 * Ada Lind", which may be another than that whose day is, dates nothing. */
static bool is_counted_on(const lgm_trees *t, const lgm_doc_time *time, uint32_t from,
                          uint32_t word)
{
    return time->anchor < t->doc->n_times && t->doc->head[from] == word &&
           lgm_tree_right_child(t, from, LGM_REL_nmod) == LGM_NONE;
}

static bool is_when(const lgm_doc_time *t)
{
    return (t->type == LGM_TIME_DATE || t->type == LGM_TIME_TIME) && t->value &&
           !strstr(t->value, "_REF");
}

/* "The election of 19 March", "Tuesday's debate": the noun's day and no other's. */
static bool is_of_noun(const lgm_trees *t, uint32_t top, uint32_t noun)
{
    if (t->upos[noun] != LGM_UPOS_NOUN && t->upos[noun] != LGM_UPOS_PROPN) return false;
    const uint32_t by = lgm_event_case(t, top);
    return top < noun || (by != LGM_NONE && lgm_doc_lemma_is(t->doc, by, "of"));
}

/* "Fled after the raid on Monday": the raid was on that day. */
static bool is_before_or_after(const lgm_trees *t, uint32_t noun)
{
    const uint32_t by = lgm_event_case(t, noun);
    return t->upos[noun] == LGM_UPOS_NOUN && by != LGM_NONE &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, by), "after", "before", "since", "until", "follow",
                        "following", "despite");
}

/* Does the time hang on the word, no further below than a few words? */
static bool hangs_on(const lgm_trees *t, const lgm_doc_time *time, uint32_t word)
{
    for (uint32_t w = time->tokens.start; w < time->tokens.end; w++) {
        uint32_t above = t->doc->head[w];
        if (above == LGM_NONE || (above >= time->tokens.start && above < time->tokens.end))
            continue;
        if (above != word && is_of_noun(t, w, above)) continue;
        for (int i = 0; i < HIGH && above != LGM_NONE; i++, above = t->doc->head[above]) {
            if (above == word) return true;
            if (t->upos[above] == LGM_UPOS_VERB || is_before_or_after(t, above)) break;
        }
    }
    return false;
}

enum { LOOK = 16 }; /* times of a sentence that are looked at */

static uint32_t time_on(const lgm_event_room *room, uint32_t word)
{
    const lgm_doc *const doc = room->doc;
    const lgm_tokspan s = lgm_tree_sentence(room->trees, word);
    uint32_t first = lgm_doc_first_time(doc, s.start);
    const uint32_t here = lgm_doc_first_time(doc, word);
    if (here > first + LOOK / 2) first = here - LOOK / 2;
    for (uint32_t i = first; i < doc->n_times && i < first + LOOK; i++) {
        if (doc->times[i].tokens.start >= s.end) break;
        const uint32_t from = counted_from(doc, &doc->times[i]);
        if (is_when(&doc->times[i]) &&
            (from == LGM_NONE ? hangs_on(room->trees, &doc->times[i], word)
                              : is_counted_on(room->trees, &doc->times[i], from, word)))
            return i;
    }
    return LGM_NONE;
}

/* "On Monday, when the school was damaged": the clause describes the day. */
static uint32_t time_above(const lgm_event_room *room, uint32_t verb)
{
    const uint32_t above = room->doc->head[verb];
    if (room->trees->rel[verb] != LGM_REL_acl || above == LGM_NONE) return LGM_NONE;
    const uint32_t i = lgm_doc_first_time(room->doc, above + 1);
    return i > 0 && above < room->doc->times[i - 1].tokens.end && is_when(&room->doc->times[i - 1])
               ? i - 1
               : LGM_NONE;
}

/* The verb that a noun takes part in, where both were at one time: "was hurt in the crash", "spoke
 * at a rally"; of what somebody says about it the time is another. */
static uint32_t clause_of(const lgm_event_room *room, uint32_t noun)
{
    const lgm_trees *const t = room->trees;
    const uint32_t above = t->doc->head[noun];
    const uint32_t done = lgm_event_done_in(t, noun);
    if (done != LGM_NONE) return done;
    if (above == LGM_NONE || t->upos[above] != LGM_UPOS_VERB ||
        (room->marks[above] & LGM_EVENT_IN_CUE))
        return LGM_NONE;
    if (t->rel[noun] == LGM_REL_nsubj) return above;
    const uint32_t by = t->rel[noun] == LGM_REL_obl ? lgm_event_case(t, noun) : LGM_NONE;
    return by != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(t->doc, by), "in", "at", "during", "to",
                                          "into", "amid")
               ? above
               : LGM_NONE;
}

/* "After the mayor had fled": at another time than the clause above. */
static bool is_another_time(const lgm_event_room *room, uint32_t verb)
{
    const lgm_trees *const t = room->trees;
    const uint32_t mark =
        t->rel[verb] == LGM_REL_advcl ? lgm_tree_left_child(t, verb, LGM_REL_mark) : LGM_NONE;
    if (mark != LGM_NONE && !LGM_SLICE_IN(lgm_doc_lemma(t->doc, mark), "when", "as", "while", "to"))
        return true;
    if (t->rel[verb] != LGM_REL_conj) return false;
    /* "was elected in 1980 and became governor a decade later" */
    const uint32_t last = lgm_tree_last(t, verb);
    uint32_t i = lgm_doc_first_time(t->doc, lgm_tree_first(t, verb));
    for (int n = 0; n < LOOK && i < t->doc->n_times && t->doc->times[i].tokens.start < last; n++)
        if (hangs_on(t, &t->doc->times[i++], verb)) return true;
    return false;
}

void lgm_event_find_when(const lgm_event_room *room, lgm_event_draft *d)
{
    d->time = time_on(room, d->word);
    uint32_t verb = d->verb == LGM_NONE ? clause_of(room, d->word) : d->verb;
    for (int i = 0; i < HIGH && verb != LGM_NONE && d->time == LGM_NONE; i++) {
        d->time = time_on(room, verb);
        if (d->time == LGM_NONE) d->time = time_above(room, verb);
        /* on Monday he promised to go: not then */
        if (d->modality != LGM_MODALITY_ACTUAL || is_another_time(room, verb)) break;
        verb = lgm_event_clause_above(room->trees, verb);
    }
    if (d->time != LGM_NONE)
        LGM_WHY_TREE(room->doc, EVENT, (uint32_t)(d - room->drafts.at), "time",
                     d->verb == LGM_NONE ? d->word : d->verb, room->doc->times[d->time].tokens,
                     "The time hangs on its words in the tree");
}
