/*
 * voice.c - what an outlet tells in its own voice: its people saw it, or it has learned it.
 *
 *     A Reuters witness saw three bodies in the street.              three bodies in the street
 *     Correspondents of the Harbour Gazette heard gunfire.           gunfire
 *     The Harbour Gazette has learned that the mayor knew.           that the mayor knew
 *
 * The network mostly sees no claim there, since PolNeAR has few. Reporters are nouns of work with
 * the outlet's name, or with "this newspaper's", beside them; whether they saw it themselves is
 * told by speaker/observed.c. Limits: the verb is finite and active, not negated, and in nobody's
 * words.
 */
#include <string.h>

#include "attrib/claim_words.h"
#include "attrib/claims.h"
#include "attrib/clause.h"
#include "phrase/reporter.h"
#include "tree/shape.h"

static const float RIGHT = 0.9f;

static bool is_perception(const lgm_doc *doc, uint32_t verb)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, verb), "see", "hear", "witness", "watch", "count",
                        "observe");
}

static bool is_discovery(const lgm_doc *doc, uint32_t verb)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, verb), "learn", "understand", "establish", "verify",
                        "find", "reveal", "determine", "confirm");
}

/* "Saw", "has learned", and not "had seen", "did not see", "to see". */
static bool is_finite(const lgm_trees *t, uint32_t verb)
{
    const char *const tag = t->doc->xpos.of ? lgm_doc_xpos(t->doc, verb) : "";
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_is_not(t->doc, c) ||
            (t->rel[c] == LGM_REL_aux && !LGM_SLICE_IN(lgm_doc_form(t->doc, c), "has", "have")))
            return false;
    return strcmp(tag, "VBD") == 0 || strcmp(tag, "VBN") == 0 || strcmp(tag, "VBZ") == 0 ||
           strcmp(tag, "VBP") == 0;
}

/* The thing seen, or the clause learned; LGM_NONE for none. */
static uint32_t what_of(const lgm_trees *t, uint32_t verb, bool thing)
{
    const uint32_t clause = lgm_tree_right_child(t, verb, LGM_REL_ccomp);
    return clause != LGM_NONE || !thing ? clause : lgm_tree_right_child(t, verb, LGM_REL_obj);
}

/* Where what is seen ends: before a further clause of the sentence. */
static uint32_t end_of(const lgm_trees *t, uint32_t verb, uint32_t what)
{
    uint32_t end = lgm_tree_last(t, what);
    for (uint32_t c = lgm_tree_right(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        const bool goes_on = t->rel[c] == LGM_REL_obl || t->rel[c] == LGM_REL_xcomp;
        if (c > what && lgm_tree_first(t, c) == end && goes_on) end = lgm_tree_last(t, c);
    }
    return end;
}

static bool settle(lgm_attrib_draft *d, uint32_t verb)
{
    const lgm_trees *const t = d->tree;
    const uint32_t who = lgm_tree_left_child(t, verb, LGM_REL_nsubj);
    if (who == LGM_NONE || !is_finite(t, verb)) return true;
    const bool reporter = lgm_phrase_reporter_of(t, who) != LGM_NONE,
               seen = is_perception(d->doc, verb);
    if (!reporter && !lgm_phrase_is_outlet(t, who)) return true;
    const uint32_t what = what_of(t, verb, seen && reporter);
    if (what == LGM_NONE) return true;
    const lgm_tokspan sentence = lgm_tree_sentence(t, verb);
    const lgm_tokspan cue = lgm_attrib_verb_group(t, verb);
    lgm_tokspan said = lgm_attrib_yield(t, what, sentence);
    said.end = end_of(t, verb, what);
    while (said.end > said.start && t->upos[said.end - 1] == LGM_UPOS_PUNCT) said.end--;
    const lgm_attrib_found found = {
        lgm_attrib_yield(t, who, (lgm_tokspan){sentence.start, cue.start}), cue, said, RIGHT,
        LGM_ATTRIB_RULE(
            "An outlet or its reporter is the subject of a verb of seeing or learning")};
    if (found.source.start >= found.source.end || said.start >= said.end) return true;
    return lgm_attrib_put(d, &found);
}

bool lgm_attrib_voice(lgm_attrib_draft *d)
{
    for (uint32_t w = 0; w < d->doc->n_tokens; w++) {
        if (d->tree->upos[w] != LGM_UPOS_VERB || d->cue[w] != LGM_NONE ||
            d->content[w] != LGM_NONE || lgm_tree_quote(d->tree, w) != LGM_NONE)
            continue;
        if (!is_perception(d->doc, w) && !is_discovery(d->doc, w)) continue;
        if (!settle(d, w)) return false;
    }
    return true;
}
