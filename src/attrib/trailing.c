/*
 * trailing.c - a sentence that ends in who says so.
 *
 *     The ferry had sunk, Veld said, Echo reported.          Echo, of what Veld said
 *     The firm could close the mill, but only if it must, the mayor (Ind.) told Echo on Friday.
 *
 * The network at times takes the words before for another claim, or sees none. The tree has the
 * verb with its subject, and the clause before them as what is said. A claim that stands there
 * whole is then one within it; any other goes. Limits: a verb of saying in a simple past or
 * present, in nobody's words, with nothing behind it that is said.
 */
#include <string.h>

#include "attrib/claim_words.h"
#include "attrib/claims.h"
#include "attrib/clause.h"
#include "attrib/frags.h"
#include "tree/shape.h"

static const float RIGHT = 0.9f;

enum { LONGEST = 256, FEWEST = 4 }; /* tokens, words of what is said */

/* The verb says something, nobody's claim has it, and it is the last to do so. */
static bool may_trail(const lgm_attrib_draft *d, uint32_t verb)
{
    const lgm_trees *const t = d->tree;
    if (t->upos[verb] != LGM_UPOS_VERB || d->cue[verb] != LGM_NONE ||
        d->content[verb] != LGM_NONE || lgm_tree_quote(t, verb) != LGM_NONE)
        return false;
    const uint32_t says = LGM_ATTRIB_SAYING | LGM_ATTRIB_TELL | LGM_ATTRIB_NEST_THAT;
    if (!(lgm_attrib_lemma_kinds(t->doc, verb) & says)) return false;
    const char *const tag = t->doc->xpos.of ? lgm_doc_xpos(t->doc, verb) : "";
    if (strcmp(tag, "VBD") != 0 && strcmp(tag, "VBZ") != 0 && strcmp(tag, "VBP") != 0) return false;
    const uint32_t what = lgm_tree_right_child(t, verb, LGM_REL_ccomp);
    return what == LGM_NONE && lgm_tree_left_child(t, verb, LGM_REL_mark) == LGM_NONE;
}

/* What is said: from the start of the sentence to the comma before who says it. */
static lgm_tokspan said_before(const lgm_attrib_draft *d, uint32_t verb, uint32_t who)
{
    const lgm_trees *const t = d->tree;
    const lgm_tokspan sentence = lgm_tree_sentence(t, verb);
    lgm_tokspan s = {sentence.start, lgm_tree_first(t, who)};
    const uint32_t clause = lgm_tree_left_child(t, verb, LGM_REL_ccomp);
    const bool led = clause != LGM_NONE || t->rel[verb] == LGM_REL_parataxis ||
                     (t->rel[verb] == LGM_REL_ccomp && t->doc->head[verb] < s.end);
    if (!led || s.end <= s.start || s.end - s.start > LONGEST) return (lgm_tokspan){0, 0};
    s.end--;
    if (!lgm_slice_eq(lgm_doc_form(t->doc, s.end), LGM_SLICE(","))) return (lgm_tokspan){0, 0};
    return s;
}

/* Does the claim stand within these tokens as a whole? */
static bool is_whole_within(const lgm_doc_claim *c, lgm_tokspan s)
{
    const lgm_parts *const roles[] = {&c->source, &c->cue, &c->content};
    for (size_t r = 0; r < LGM_COUNT(roles); r++)
        for (uint8_t i = 0; i < roles[r]->n; i++)
            if (roles[r]->at[i].start < s.start || roles[r]->at[i].end > s.end) return false;
    return c->source.n > 0 && c->cue.n > 0 && c->content.n > 0;
}

/* The claim of these tokens; LGM_NONE for none, and `several` where there are two. */
static uint32_t claim_within(const lgm_attrib_draft *d, lgm_tokspan s, bool *several)
{
    uint32_t found = LGM_NONE;
    for (uint32_t w = s.start; w < s.end; w++) {
        const uint32_t at[] = {d->cue[w], d->content[w]};
        for (size_t k = 0; k < LGM_COUNT(at); k++) {
            if (at[k] == LGM_NONE || at[k] == found) continue;
            *several = *several || found != LGM_NONE;
            found = at[k];
        }
    }
    return found;
}

static bool settle(lgm_attrib_draft *d, uint32_t verb)
{
    const lgm_trees *const t = d->tree;
    const uint32_t who = lgm_tree_child(t, verb, LGM_REL_nsubj);
    if (who == LGM_NONE) return true;
    const lgm_tokspan cue = lgm_attrib_verb_group(t, verb);
    const lgm_tokspan said = said_before(d, verb, who < verb ? who : cue.start);
    const lgm_tokspan sentence = lgm_tree_sentence(t, verb);
    const lgm_tokspan source = lgm_attrib_yield(t, who,
                                                who < verb ? (lgm_tokspan){said.end + 1, cue.start}
                                                           : (lgm_tokspan){cue.end, sentence.end});
    if (source.start >= source.end || lgm_attrib_count(d->doc, said).words < FEWEST) return true;
    const lgm_attrib_found found = {
        source, cue, said, RIGHT,
        LGM_ATTRIB_RULE("A verb of saying with its subject ends the sentence; what it says is "
                        "all before it")};
    bool several = false;
    const uint32_t inner = claim_within(d, said, &several);
    if (several) return true;
    if (inner == LGM_NONE) return lgm_attrib_put(d, &found);
    if (is_whole_within(&d->claims->at.at[inner], said)) return lgm_attrib_add(d, &found);
    return true;
}

bool lgm_attrib_trailing(lgm_attrib_draft *d)
{
    for (uint32_t w = 0; w < d->doc->n_tokens; w++)
        if (may_trail(d, w) && !settle(d, w)) return false;
    return true;
}
