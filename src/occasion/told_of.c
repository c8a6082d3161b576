/*
 * told_of.c - sentences that tell that somebody spoke, and claim nothing.
 *
 *     Lind spoke at a rally in Ostrel on Monday.
 *     The minister held a news conference.
 *     Veld's comments came in an interview with the Harbour Gazette.
 *     The remarks were made in court on Friday.                        of who spoke last
 *
 *     The spokesman was asked on Friday about the dam.
 *     Lind visited the dam on Friday.                                  of what she says next
 *
 * They are read as a claim would be whose cue is the verb, and say where and when the claims
 * beside them are made.
 */
#include <string.h>

#include "occasion/occasion_words.h"
#include "occasion/path.h"
#include "occasion/turn.h"
#include "occasion/said.h"
#include "occasion/venue.h"
#include "legomena/kinds.h"
#include "tree/shape.h"

typedef struct reader {
    const lgm_trees *t;
    const uint32_t *entity; /* [n_tokens]: of the mention whose head it is, or LGM_NONE */
    const bool *claimed;    /* [n_tokens]: within a claim */
} reader;

static uint32_t *entities_by_head(const lgm_doc *doc, lgm_arena *scratch)
{
    uint32_t *const of = lgm_arena_alloc(scratch, doc->n_tokens * sizeof *of);
    for (uint32_t i = 0; of && i < doc->n_tokens; i++) of[i] = LGM_NONE;
    for (uint32_t m = 0; of && m < doc->n_mentions; m++)
        of[doc->mentions[m].head] = doc->mentions[m].entity;
    return of;
}

static void mark(bool *claimed, const lgm_parts *p)
{
    for (uint32_t i = 0; i < p->n; i++)
        for (uint32_t w = p->at[i].start; w < p->at[i].end; w++) claimed[w] = true;
}

static bool *claimed_words(const lgm_doc *doc, lgm_arena *scratch)
{
    bool *const claimed = lgm_arena_calloc(scratch, doc->n_tokens, sizeof *claimed);
    for (uint32_t i = 0; claimed && i < doc->n_claims; i++) {
        if (lgm_doc_parent(doc, i) != LGM_NONE) continue; /* its words are its parent's */
        mark(claimed, &doc->claims[i].cue);
        mark(claimed, &doc->claims[i].content);
    }
    return claimed;
}

static bool is_past(const lgm_doc *doc, uint32_t verb)
{
    return strcmp(lgm_doc_xpos(doc, verb), "VBD") == 0;
}

/* "Was speaking", "were made". */
static bool has_was(const lgm_trees *t, uint32_t verb)
{
    const uint32_t aux = lgm_tree_left_child(t, verb, LGM_REL_aux);
    return aux != LGM_NONE && LGM_SLICE_IN(lgm_doc_form(t->doc, aux), "was", "were");
}

/* Whose "comments came", or LGM_NONE; those of nobody are `last`'s. */
static uint32_t whose_remarks(const reader *r, uint32_t verb, uint32_t subject, uint32_t last)
{
    const lgm_trees *const t = r->t;
    if (!LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "come", "make", "appear", "air", "publish",
                      "post", "issue", "broadcast", "release", "deliver"))
        return LGM_NONE;
    if (!(lgm_occasion_kinds(t->doc, subject) & LGM_OCCASION_REMARK)) return LGM_NONE;
    for (uint32_t w = lgm_tree_left(t, subject); w != LGM_NONE; w = lgm_tree_next(t, w)) {
        if (t->rel[w] == LGM_REL_nmod) return r->entity[w];
        if (t->rel[w] == LGM_REL_det && t->word[w] == LGM_PRO_NONE &&
            !LGM_SLICE_IN(lgm_doc_form(t->doc, w), "The", "the", "Those", "These"))
            return LGM_NONE;
    }
    return last;
}

static bool is_saying(const lgm_doc *doc, uint32_t verb)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, verb), "speak", "testify", "tweet", "say", "tell",
                        "add");
}

/* "Made this statement". */
static bool is_making(const lgm_trees *t, uint32_t verb)
{
    const uint32_t what = lgm_tree_right_child(t, verb, LGM_REL_obj);
    return what != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "make", "repeat") &&
           lgm_occasion_kinds(t->doc, what) & LGM_OCCASION_REMARK;
}

/* "Was asked on Friday". */
static bool is_asked(const lgm_trees *t, uint32_t verb)
{
    return lgm_occasion_kinds(t->doc, verb) & LGM_OCCASION_ASKED &&
           strcmp(lgm_doc_xpos(t->doc, verb), "VBN") == 0 && has_was(t, verb);
}

/* "Spoke", "was interviewed"; not "was met by". */
static bool is_speaking(const lgm_trees *t, uint32_t verb)
{
    if (strcmp(lgm_doc_xpos(t->doc, verb), "VBN") == 0) return is_asked(t, verb);
    return lgm_occasion_kinds(t->doc, verb) &
               (LGM_OCCASION_SPEAKING | LGM_OCCASION_ATTENDING | LGM_OCCASION_ACTING) ||
           is_saying(t->doc, verb) || is_making(t, verb);
}

static bool put(const reader *r, lgm_arena *scratch, int32_t published, uint32_t verb,
                uint32_t speaker, lgm_occasion_turns *turns)
{
    const lgm_trees *const t = r->t;
    const uint32_t subject = lgm_tree_left_child(t, verb, LGM_REL_nsubj);
    lgm_doc_claim c = {0};
    c.cue.at[c.cue.n++] = (lgm_tokspan){verb, verb + 1};
    c.source.at[c.source.n++] =
        (lgm_tokspan){lgm_tree_first(t, subject), lgm_tree_last(t, subject)};
    lgm_occasion_turn turn = {
        .stated = {lgm_occasion_said(t, &c, NULL, published), {{0}, 0}, {0, 0}},
        .token = verb,
        .claim = LGM_NONE,
        .speaker = speaker,
        .another = lgm_occasion_is_beside(t, verb),
        .soon = lgm_occasion_is_soon(t, verb),
        .deed = LGM_NONE};
    const bool speaks = is_saying(t->doc, verb) || is_asked(t, verb);
    turn.stated.venue = lgm_occasion_venue(t, &c, NULL);
    turn.the_venue =
        lgm_occasion_has_venue(&turn.stated) && lgm_occasion_is_the(t->doc, turn.stated.venue);
    turn.next_only = !lgm_occasion_has_venue(&turn.stated) && !speaks;
    return (!lgm_occasion_has_venue(&turn.stated) && turn.stated.when == LGM_NONE) ||
           lgm_vec_push(scratch, turns, turn);
}

/* "Lind was in Ostrel on Friday". */
static bool put_place(const reader *r, lgm_arena *scratch, int32_t published, uint32_t top,
                      lgm_occasion_turns *turns)
{
    const lgm_trees *const t = r->t;
    const uint32_t name = lgm_tree_name(t, top);
    const uint32_t subject = lgm_tree_left_child(t, top, LGM_REL_nsubj);
    const uint32_t was = lgm_tree_left_child(t, top, LGM_REL_cop);
    const uint32_t in = lgm_tree_left_child(t, top, LGM_REL_case);
    if (name == LGM_NONE || subject == LGM_NONE || was == LGM_NONE || in == LGM_NONE) return true;
    const uint8_t type = t->doc->names[name].type;
    if (type != LGM_ENTITY_GPE && type != LGM_ENTITY_LOC && type != LGM_ENTITY_FAC) return true;
    if (!is_past(t->doc, was) || r->entity[subject] == LGM_NONE) return true;
    if (t->doc->entities[r->entity[subject]].type != LGM_ENTITY_PER) return true;
    if (!lgm_tree_form_is(t->doc, in, "in") && !lgm_tree_form_is(t->doc, in, "at")) return true;
    lgm_doc_claim c = {0};
    c.cue.at[c.cue.n++] = (lgm_tokspan){top, top + 1};
    c.source.at[c.source.n++] =
        (lgm_tokspan){lgm_tree_first(t, subject), lgm_tree_last(t, subject)};
    const lgm_occasion_turn turn = {
        .stated = {lgm_occasion_said(t, &c, NULL, published), {{0}, 0}, t->doc->names[name].tokens},
        .token = top,
        .claim = LGM_NONE,
        .speaker = r->entity[subject],
        .next_only = true,
        .deed = LGM_NONE};
    return lgm_vec_push(scratch, turns, turn);
}

/* Who speaks there, or LGM_NONE. "Lind's comments came after the senator spoke" is Lind. */
static uint32_t speaker_of(const reader *r, uint32_t verb, uint32_t subject, uint32_t last)
{
    const lgm_trees *const t = r->t;
    if (!is_speaking(t, verb)) return whose_remarks(r, verb, subject, last);
    if (r->entity[subject] != LGM_NONE) return r->entity[subject];
    const uint32_t up = t->doc->head[verb];
    if (up == LGM_NONE || !lgm_occasion_is_beside(t, verb) || lgm_tree_name(t, subject) != LGM_NONE)
        return whose_remarks(r, verb, subject, last);
    const uint32_t remarks = lgm_tree_left_child(t, up, LGM_REL_nsubj);
    return remarks == LGM_NONE ? LGM_NONE : whose_remarks(r, up, remarks, LGM_NONE);
}

bool lgm_occasion_settings(const lgm_trees *t, lgm_arena *scratch, int32_t published,
                           lgm_occasion_turns *turns)
{
    const lgm_doc *const doc = t->doc;
    const reader r = {t, entities_by_head(doc, scratch), claimed_words(doc, scratch)};
    const size_t n_claims = turns->n;
    uint32_t last = LGM_NONE;
    size_t next = 0;
    if (!r.entity || !r.claimed) return false;
    for (uint32_t w = 0; w < doc->n_tokens; w++) {
        for (; next < n_claims && turns->at[next].token <= w; next++)
            last = turns->at[next].speaker;
        if (doc->tokens[w].flags & LGM_TOK_QUOTED || (r.claimed[w] && !is_asked(t, w))) continue;
        if (t->upos[w] == LGM_UPOS_PROPN && !put_place(&r, scratch, published, w, turns))
            return false;
        if (t->upos[w] != LGM_UPOS_VERB) continue;
        const uint32_t subject = lgm_tree_left_child(t, w, LGM_REL_nsubj);
        if (subject == LGM_NONE || !(is_past(doc, w) || has_was(t, w))) continue;
        const uint32_t speaker = speaker_of(&r, w, subject, last);
        if (speaker != LGM_NONE && !put(&r, scratch, published, w, speaker, turns)) return false;
    }
    return true;
}
