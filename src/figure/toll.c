/*
 * toll.c - what a number tells of those whom it counts: by the verb that they are object or subject
 * of, the state that they are in, the noun that they are, or the noun that has the number.
 */
#include <stdio.h>

#include "figure/figure_draft.h"
#include "tree/shape.h"

enum { PHRASE = 32 };

static bool is_tagged(const lgm_doc *doc, uint32_t word, const char *tag)
{
    const char *const xpos = lgm_doc_xpos(doc, word);
    return xpos && strcmp(xpos, tag) == 0;
}

bool lgm_figure_is_passive(const lgm_trees *t, uint32_t verb)
{
    bool any = false;
    if (!is_tagged(t->doc, verb, "VBN") && !is_tagged(t->doc, verb, "VBD")) return false;
    uint32_t c = lgm_tree_left(t, verb);
    for (int i = 0; i < LGM_FIGURE_WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        if (t->rel[c] != LGM_REL_aux) continue;
        if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, c), "be", "get")) return true;
        any = true;
    }
    /* "three killed", "another 30 wounded" */
    return !any && lgm_tree_right_child(t, verb, LGM_REL_obj) == LGM_NONE &&
           (is_tagged(t->doc, verb, "VBN") || t->rel[verb] == LGM_REL_conj);
}

bool lgm_figure_put_toll(lgm_figure_draft *d, uint32_t kinds, uint32_t how, uint32_t word)
{
    if (!(kinds & how)) return false;
    d->toll = lgm_figure_toll_of(kinds);
    d->toll_word = word;
    return true;
}

/* "Took nine miners into custody", "took nine nuns hostage", "rounded up". */
static uint32_t kinds_of_phrase(const lgm_trees *t, uint32_t verb)
{
    uint32_t c = lgm_tree_right(t, verb);
    for (int i = 0; i < LGM_FIGURE_WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        char more[PHRASE];
        const lgm_slice form = lgm_doc_form(t->doc, c);
        const uint32_t by = lgm_figure_case(t, c);
        const lgm_slice word = by == LGM_NONE ? LGM_SLICE("") : lgm_doc_form(t->doc, by);
        if (form.len + word.len + 2 > sizeof more) continue;
        snprintf(more, sizeof more, "%.*s%s%.*s", (int)word.len, word.ptr, word.len ? " " : "",
                 (int)form.len, form.ptr);
        const uint32_t kinds = lgm_figure_word(t->doc, LGM_FIGURE_VERBS, verb, more);
        if (kinds & (LGM_FIGURE_OBJECT | LGM_FIGURE_SUBJECT)) return kinds;
    }
    return 0;
}

/* "Nine hundred people demonstrated", and not what they demonstrated. */
static bool is_alone(const lgm_trees *t, uint32_t verb)
{
    return lgm_tree_right_child(t, verb, LGM_REL_obj) == LGM_NONE &&
           lgm_tree_right_child(t, verb, LGM_REL_ccomp) == LGM_NONE;
}

/* "Released nine letters". */
static bool is_published(const lgm_doc *doc, uint32_t noun)
{
    return noun != LGM_NONE &&
           LGM_SLICE_IN(lgm_doc_lemma(doc, noun), "report", "document", "paper", "tape",
                        "audiotape", "videotape", "video", "audio", "recording", "footage", "film",
                        "album", "song", "single", "book", "game", "statement", "letter", "memo",
                        "email", "e-mail", "message", "note", "list", "file", "page", "record",
                        "transcript", "photo", "photograph", "picture", "image", "poll", "survey",
                        "study", "figure", "detail", "version", "product", "share", "balloon");
}

static bool by_verb(const lgm_trees *t, uint32_t verb, uint32_t how, lgm_figure_draft *d)
{
    const uint32_t kinds = lgm_figure_word(t->doc, LGM_FIGURE_VERBS, verb, NULL);
    if ((kinds & LGM_FIGURE_BEGINS) && lgm_figure_put_toll(d, kinds_of_phrase(t, verb), how, verb))
        return true;
    if (how == LGM_FIGURE_SUBJECT && !is_alone(t, verb)) return false;
    if (lgm_figure_toll_of(kinds) == LGM_FIGURE_OF_released && is_published(t->doc, d->f.noun))
        return false;
    return lgm_figure_put_toll(d, kinds, how, verb);
}

bool lgm_figure_by_state(const lgm_trees *t, uint32_t word, lgm_figure_draft *d)
{
    return lgm_figure_put_toll(d, lgm_figure_word(t->doc, LGM_FIGURE_STATES, word, NULL),
                               LGM_FIGURE_STATE, word);
}

/* ---- words beside the noun ------------------------------------------------------------------- */

/* "12 dead miners", "12 people killed in the blast", "12 who were killed". */
static bool by_branch(const lgm_trees *t, uint32_t c, lgm_figure_draft *d)
{
    if (t->rel[c] == LGM_REL_amod)
        return lgm_figure_by_state(t, c, d) ||
               (is_tagged(t->doc, c, "VBN") && by_verb(t, c, LGM_FIGURE_OBJECT, d));
    if (t->rel[c] != LGM_REL_acl) return false;
    const uint32_t subject = lgm_tree_left_child(t, c, LGM_REL_nsubj);
    const bool who = subject != LGM_NONE &&
                     (t->word[subject] == LGM_PRO_WHO || t->word[subject] == LGM_PRO_THIS ||
                      t->word[subject] == LGM_PRO_WHICH);
    if (subject != LGM_NONE && !who) return false;
    if (lgm_figure_by_state(t, c, d)) return true;
    const bool passive = lgm_figure_is_passive(t, c);
    if (passive) return by_verb(t, c, LGM_FIGURE_OBJECT, d);
    return who && by_verb(t, c, LGM_FIGURE_SUBJECT, d);
}

bool lgm_figure_by_branches(const lgm_trees *t, uint32_t word, lgm_figure_draft *d)
{
    const uint32_t sides[] = {lgm_tree_left(t, word), lgm_tree_right(t, word)};
    for (size_t s = 0; s < LGM_COUNT(sides); s++) {
        uint32_t c = sides[s];
        for (int i = 0; i < LGM_FIGURE_WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
            if (by_branch(t, c, d)) return true;
    }
    return false;
}

/* ---- what governs it ------------------------------------------------------------------------- */

/* "The storm claimed nine lives". */
static bool by_lives(const lgm_trees *t, uint32_t verb, uint32_t lives, lgm_figure_draft *d)
{
    if (verb == LGM_NONE || lives == LGM_NONE || !lgm_doc_lemma_is(t->doc, lives, "life") ||
        !LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "claim", "cost", "take", "lose"))
        return false;
    d->toll = LGM_FIGURE_OF_killed;
    d->toll_word = verb;
    return true;
}

/* "Left nine miners dead", "nine miners were shot dead", "remain missing". */
static bool by_outcome(const lgm_trees *t, uint32_t verb, uint32_t word, lgm_figure_draft *d)
{
    if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "fear", "believe", "presume", "think", "assume",
                     "suspect", "look", "play"))
        return false;
    uint32_t c = lgm_tree_right(t, verb);
    for (int i = 0; i < LGM_FIGURE_WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
        if (c > word && (t->rel[c] == LGM_REL_xcomp || t->upos[c] == LGM_UPOS_ADJ) &&
            lgm_figure_by_state(t, c, d))
            return true;
    return false;
}

/* "The dead include three nurses", "among those killed were three nurses": who they are part of. */
static bool by_members_of(const lgm_trees *t, uint32_t group, lgm_figure_draft *d)
{
    return group != LGM_NONE &&
           (lgm_figure_by_state(t, group, d) || lgm_figure_by_branches(t, group, d));
}

static bool is_assault(const lgm_figure_room *room, uint32_t verb)
{
    const uint32_t e = room->event[verb];
    return e != LGM_NONE && strcmp(room->doc->events[e].category, "ASSAULT") == 0;
}

static bool by_doing(const lgm_figure_room *room, uint32_t verb, lgm_figure_draft *d)
{
    const bool happens = d->f.noun != LGM_NONE && room->event[d->f.noun] != LGM_NONE;
    if (happens || !is_assault(room, verb)) return false;
    d->toll = LGM_FIGURE_OF_perpetrators;
    d->toll_word = verb;
    return true;
}

static bool by_subject(const lgm_figure_room *room, uint32_t verb, lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    if (t->upos[verb] == LGM_UPOS_ADJ || t->upos[verb] == LGM_UPOS_ADV ||
        t->upos[verb] == LGM_UPOS_NOUN || is_tagged(t->doc, verb, "JJ"))
        return lgm_figure_by_state(t, verb, d);
    if (lgm_figure_is_passive(t, verb))
        return by_outcome(t, verb, verb, d) || by_verb(t, verb, LGM_FIGURE_OBJECT, d) ||
               by_lives(t, verb, d->f.noun, d) || lgm_figure_by_state(t, verb, d);
    if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "remain", "stay", "lie") &&
        by_outcome(t, verb, verb, d))
        return true;
    return by_verb(t, verb, LGM_FIGURE_SUBJECT, d) || by_doing(room, verb, d);
}

static bool by_governor(const lgm_figure_room *room, uint32_t word, lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    const uint32_t above = t->doc->head[word];
    if (above == LGM_NONE) return false;
    const uint32_t by = lgm_figure_case(t, word);
    switch (t->rel[word]) {
    case LGM_REL_nsubj: return by_subject(room, above, d);
    case LGM_REL_obj:
        if (lgm_doc_lemma_is(t->doc, above, "include") &&
            by_members_of(t, lgm_tree_left_child(t, above, LGM_REL_nsubj), d))
            return true;
        return by_outcome(t, above, word, d) || by_verb(t, above, LGM_FIGURE_OBJECT, d) ||
               by_lives(t, above, d->f.noun, d);
    case LGM_REL_appos: {
        const uint32_t among = lgm_figure_case(t, above);
        return among != LGM_NONE && lgm_tree_form_is(t->doc, among, "among") &&
               by_members_of(t, above, d);
    }
    case LGM_REL_obl:
        if (by == LGM_NONE || !lgm_figure_is_passive(t, above)) return false;
        /* "were killed, along with five guards" */
        if (LGM_SLICE_IN(lgm_doc_form(t->doc, by), "along", "together", "alongside") ||
            (by > 0 && LGM_SLICE_IN(lgm_doc_form(t->doc, by - 1), "along", "together")))
            return by_verb(t, above, LGM_FIGURE_OBJECT, d);
        return lgm_tree_form_is(t->doc, by, "by") && by_doing(room, above, d);
    case LGM_REL_nmod:
        if (by == LGM_NONE || !lgm_tree_form_is(t->doc, by, "of")) return false;
        return by_lives(t, t->doc->head[above], above, d) || /* "the lives of nine miners" */
               lgm_figure_put_toll(d, lgm_figure_word(t->doc, LGM_FIGURE_NOUNS, above, NULL),
                                   LGM_FIGURE_NOUN, above);
    case LGM_REL_advmod: /* "30 more injured" */
        return lgm_figure_by_state(t, above, d) ||
               (lgm_figure_is_passive(t, above) && by_verb(t, above, LGM_FIGURE_OBJECT, d));
    default: return false;
    }
}

void lgm_figure_find_toll(const lgm_figure_room *room, lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    const uint32_t word = lgm_figure_first_of(t, d->head), noun = d->f.noun;
    const uint32_t next = d->f.tokens.end; /* "12 dead and 30 wounded" */
    if (next < t->doc->n_tokens && next != noun && lgm_figure_by_state(t, next, d)) return;
    if (lgm_figure_by_state(t, d->head, d) || lgm_figure_by_branches(t, d->head, d)) return;
    if (by_governor(room, word, d)) return;
    if (noun == LGM_NONE)
        lgm_figure_by_teller(t, word, d);
    else
        lgm_figure_put_toll(d, lgm_figure_word(t->doc, LGM_FIGURE_NOUNS, noun, NULL),
                            LGM_FIGURE_NOUN, noun);
}
