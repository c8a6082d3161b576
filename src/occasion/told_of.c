/*
 * told_of.c - sentences that tell that somebody spoke, and claim nothing.
 *
 *     Lind spoke at a rally in Ostrel on Monday.
 *     The minister held a news conference.
 *     Veld's comments came in an interview with the Harbour Gazette.
 *     The remarks were made in court on Friday.                        of who spoke last
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

/* "Spoke", "was interviewed"; not "was met by". */
static bool is_speaking(const lgm_trees *t, uint32_t verb)
{
    if (strcmp(lgm_doc_xpos(t->doc, verb), "VBN") == 0)
        return lgm_doc_lemma_is(t->doc, verb, "interview");
    return lgm_occasion_kinds(t->doc, verb) & (LGM_OCCASION_SPEAKING | LGM_OCCASION_ATTENDING) ||
           is_saying(t->doc, verb);
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
    const lgm_occasion_turn turn = {.stated = {lgm_occasion_said(t, &c, NULL, published),
                                               {{0}, 0},
                                               lgm_occasion_venue(t, &c, NULL)},
                                    .token = verb,
                                    .claim = LGM_NONE,
                                    .speaker = speaker,
                                    .another = lgm_occasion_is_beside(t, verb)};
    const bool tells = lgm_occasion_has_venue(&turn.stated) ||
                       (turn.stated.when != LGM_NONE && is_saying(t->doc, verb));
    return !tells || lgm_vec_push(scratch, turns, turn);
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
        if (t->upos[w] != LGM_UPOS_VERB || r.claimed[w] || doc->tokens[w].flags & LGM_TOK_QUOTED)
            continue;
        const uint32_t subject = lgm_tree_left_child(t, w, LGM_REL_nsubj);
        if (subject == LGM_NONE || !(is_past(doc, w) || has_was(t, w))) continue;
        const uint32_t speaker = is_speaking(t, w) && r.entity[subject] != LGM_NONE
                                     ? r.entity[subject]
                                     : whose_remarks(&r, w, subject, last);
        if (speaker != LGM_NONE && !put(&r, scratch, published, w, speaker, turns)) return false;
    }
    return true;
}
