/*
 * overlooked.c - claims in the report's own sentences that the network did not see.
 *
 *     A clerk reportedly took bribes.                       a clerk, took bribes
 *     The union suspected fraud.                            fraud
 *     Eight men accused of planning a raid were freed.      eight men, planning a raid
 *     The rebels claimed responsibility for the blast.      the blast
 *
 * The network leaves out words of hearsay, since PolNeAR has half of them, and now and then a verb
 * in a long or odd sentence. The tables and trees that find claims within claims find these too:
 * nest.c. Limits: no words of another claim, and none in quotation marks; a whole sentence, so no
 * heading; no verb that only says ("said", "added"), where the network is surer than the tree; a
 * source that is somebody, and what is said behind the verb, in one piece.
 */
#include "attrib/claim_words.h"
#include "attrib/frags.h"
#include "attrib/nest.h"
#include "doc/why.h"
#include "phrase/speaks.h"
#include "tree/shape.h"

static const float RIGHT = 0.7f;

enum {
    HOLDS = LGM_ATTRIB_NEST_TO | LGM_ATTRIB_NEST_THING | LGM_ATTRIB_NEST_WHOM | LGM_ATTRIB_NEST_HELD
};

/* Nobody's words, of a sentence that has an end. */
static bool may_hold(const lgm_attrib_draft *d, uint32_t word)
{
    if (d->cue[word] != LGM_NONE || d->content[word] != LGM_NONE ||
        lgm_tree_quote(d->tree, word) != LGM_NONE || lgm_attrib_is_unnamed(d->doc, word))
        return false;
    const uint32_t last = lgm_tree_sentence(d->tree, word).end - 1;
    return d->tree->upos[last] == LGM_UPOS_PUNCT;
}

/* All from the first part to the last, and what follows, is no other claim's. */
static bool is_free(const lgm_attrib_draft *d, const lgm_parts *p)
{
    const lgm_tokspan all = lgm_doc_all_of(p);
    const uint32_t end = all.end < d->doc->n_tokens ? all.end + 1 : all.end;
    for (uint32_t t = all.start; t < end; t++)
        if (d->content[t] != LGM_NONE || (t < all.end && d->cue[t] != LGM_NONE)) return false;
    return true;
}

/* A name, a pronoun for people, a word for who may speak; not "the disease", "which", "you". */
static bool is_somebody(const lgm_trees *t, uint32_t word)
{
    static const uint8_t PEOPLE[] = {LGM_PRO_HE, LGM_PRO_SHE, LGM_PRO_THEY, LGM_PRO_WE};
    for (size_t i = 0; i < LGM_COUNT(PEOPLE); i++)
        if (t->word[word] == PEOPLE[i]) return true;
    return lgm_tree_name(t, word) != LGM_NONE || lgm_phrase_speaks(t->doc, word, word + 1) != 0 ||
           (lgm_attrib_lemma_kinds(t->doc, word) & LGM_ATTRIB_PEOPLE) != 0;
}

/* "The union condemned the plan", and not "a march backing him", "was rejected". */
static bool is_active(const lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    return n->content.n == 1 && t->rel[n->word] != LGM_REL_acl && is_somebody(t, n->subject);
}

/* "Were asked to leave", and not "was asked about it", "was asked to comment". */
static bool is_asked(const lgm_trees *t, uint32_t what)
{
    return lgm_tree_form_is(t->doc, what, "to") && !lgm_doc_lemma_is(t->doc, what + 1, "comment");
}

/* "Was accused of fraud", "men accused of fraud", "is expected to win"; and not "candidates
 * described as rich", "are expected over the year". */
static bool is_passive(const lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const lgm_slice verb = lgm_doc_lemma(t->doc, n->word);
    if (t->rel[n->word] == LGM_REL_acl && !LGM_SLICE_IN(verb, "accuse", "suspect", "charge"))
        return false;
    if (n->content.n < 2) return n->source.n > 0 && n->content.n == 1;
    if (LGM_SLICE_IN(verb, "ask") && !is_asked(t, n->content.at[1].start)) return false;
    return n->content.n == 2 && !lgm_tree_form_is(t->doc, n->content.at[1].start, "over") &&
           t->word[n->subject] != LGM_PRO_WHO && t->word[n->subject] != LGM_PRO_WHICH &&
           t->word[n->subject] != LGM_PRO_THIS;
}

/* A verb that holds or judges something, with what stands behind it: not "said". */
static bool is_of_a_verb(const lgm_attrib_inner *n)
{
    if (!(n->kinds & HOLDS) || n->subject == LGM_NONE) return false;
    if (LGM_SLICE_IN(lgm_doc_lemma(n->d->doc, n->word), "say", "tell", "report", "announce"))
        return false;
    if (n->content.at[n->content.n - 1].start < n->word) return false;
    return n->passive ? is_passive(n) : is_active(n);
}

/* "A clerk reportedly took bribes", with who did it. */
static bool is_hearsay(const lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t verb = t->doc->head[n->word];
    const uint32_t who = verb == LGM_NONE ? LGM_NONE : lgm_tree_left_child(t, verb, LGM_REL_nsubj);
    return (n->kinds & LGM_ATTRIB_HEARSAY) && t->upos[n->word] == LGM_UPOS_ADV &&
           who != LGM_NONE && t->word[who] != LGM_PRO_WHO && t->word[who] != LGM_PRO_WHICH;
}

static bool is_claim(const lgm_attrib_inner *n)
{
    const uint8_t upos = n->d->tree->upos[n->word];
    if (!is_free(n->d, &n->content) || !is_free(n->d, &n->source)) return false;
    return upos == LGM_UPOS_VERB ? is_of_a_verb(n) : is_hearsay(n);
}

static void occupy(uint32_t *of, const lgm_parts *p, uint32_t claim)
{
    for (uint8_t i = 0; i < p->n; i++)
        for (uint32_t t = p->at[i].start; t < p->at[i].end; t++) of[t] = claim;
}

bool lgm_attrib_overlooked(lgm_attrib_draft *d)
{
    for (uint32_t w = 0; w < d->doc->n_tokens; w++) {
        lgm_attrib_inner n = {.d = d, .outer = LGM_NONE, .word = w, .subject = LGM_NONE};
        if (!may_hold(d, w) || !lgm_attrib_nest_find(&n) || !is_claim(&n)) continue;
        const uint32_t made = (uint32_t)d->claims->at.n;
        if (!lgm_attrib_nest_put(d, &n, RIGHT)) return false;
        occupy(d->cue, &n.cue, made);
        occupy(d->content, &n.content, made);
    }
    return true;
}
