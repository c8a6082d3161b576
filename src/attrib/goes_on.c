/*
 * goes_on.c - what is said goes on in a clause that the network took for a claim beside it.
 *
 *     Veld spoke of his doubts and why he believes the dam will fail.     and why he ... fail
 *     Veld said he awaited the report, which he expects to see soon.      which he ... soon
 *     The port is full, Veld said, since most owners expect a strike.     since ... a strike
 *
 * The clause hangs on what is said, and stands right behind it or behind who says it. Then it is
 * said too, and the claim in it one within the other. Limits: a second clause has "that" or a
 * question word; a relative clause or a reason tells what the same source holds, by a pronoun; a
 * reason may be anybody's behind who says it. So all these stay apart: "Veld said the dam was safe,
 * but engineers fear it will fail", "Veld backed Orr, who denies it", "Veld blamed Orr, whom he
 * called a liar".
 */
#include "attrib/claim_words.h"
#include "attrib/claims.h"
#include "doc/why.h"
#include "tree/shape.h"

enum { JOINT = 4, UP = 8 }; /* words between; steps of the tree to what is said */

typedef struct joint { /* between a claim and what stands before it */
    uint32_t from;     /* the first word that joins them, or of the claim */
    uint32_t claim;    /* what stands before it, or LGM_NONE */
    bool behind_who;   /* behind who says it */
} joint;

static uint32_t first_of(const lgm_doc_claim *c)
{
    uint32_t first = c->cue.at[0].start;
    if (c->source.n > 0 && c->source.at[0].start < first) first = c->source.at[0].start;
    return c->content.at[0].start < first ? c->content.at[0].start : first;
}

static uint32_t end_of(const lgm_doc_claim *c)
{
    const uint32_t content = c->content.at[c->content.n - 1].end;
    const uint32_t cue = c->cue.at[c->cue.n - 1].end;
    return content > cue ? content : cue;
}

static bool asks(const lgm_doc *doc, uint32_t w)
{
    return LGM_SLICE_IN(lgm_doc_form(doc, w), "that", "why", "how", "what", "whether");
}

static joint joint_of(const lgm_attrib_draft *d, const lgm_doc_claim *c)
{
    const lgm_trees *const t = d->tree;
    const uint32_t first = first_of(c), start = lgm_tree_sentence(t, first).start;
    joint j = {.from = first, .claim = LGM_NONE};
    uint32_t w = first;
    for (; w > start && first - w < JOINT; w--) {
        const uint8_t upos = t->upos[w - 1];
        const bool joins = upos == LGM_UPOS_CCONJ || upos == LGM_UPOS_SCONJ ||
                           t->word[w - 1] == LGM_PRO_WHICH || asks(t->doc, w - 1);
        if ((!joins && upos != LGM_UPOS_PUNCT) || lgm_tree_quote(t, w - 1) != LGM_NONE) break;
        if (joins) j.from = w - 1;
    }
    if (w == start) return j;
    j.behind_who = d->content[w - 1] == LGM_NONE;
    j.claim = j.behind_who ? d->cue[w - 1] : d->content[w - 1];
    return j;
}

/* By which relation the claim hangs on what the other says; LGM_REL_OTHER for none. */
static uint8_t hangs_by(const lgm_attrib_draft *d, const lgm_doc_claim *c, uint32_t other)
{
    uint32_t w = lgm_doc_top_word(d->doc, c->cue.at[0]);
    for (int i = 0; i < UP && w != LGM_NONE; i++) {
        const uint32_t up = d->doc->head[w];
        if (up != LGM_NONE && d->content[up] == other) return d->tree->rel[w];
        w = up;
    }
    return LGM_REL_OTHER;
}

/* "Said", "told them". */
static bool is_said(const lgm_attrib_draft *d, uint32_t claim)
{
    const uint32_t verb = lgm_doc_top_word(d->doc, d->claims->at.at[claim].cue.at[0]);
    const uint32_t says = LGM_ATTRIB_SAYING | LGM_ATTRIB_TELL;
    return (lgm_attrib_lemma_kinds(d->doc, verb) & says) != 0;
}

/* "He expects it to rain", and not "he called him a liar". */
static bool is_held_by_same(const lgm_attrib_draft *d, const lgm_doc_claim *c)
{
    const lgm_tokspan who = lgm_doc_all_of(&c->source);
    const lgm_tokspan last = c->content.at[c->content.n - 1];
    const uint32_t verb = lgm_doc_top_word(d->doc, c->cue.at[0]);
    const uint32_t kinds = lgm_attrib_lemma_kinds(d->doc, verb);
    const bool held = (kinds & LGM_ATTRIB_NEST_HELD) ||
                      ((kinds & LGM_ATTRIB_LIKING) && !(kinds & LGM_ATTRIB_NEST_WHOM));
    return held && who.end == who.start + 1 && last.end > last.start + 1 &&
           (lgm_tree_form_is(d->doc, who.start, "he") ||
            lgm_tree_form_is(d->doc, who.start, "she") ||
            lgm_tree_form_is(d->doc, who.start, "they") ||
            lgm_tree_form_is(d->doc, who.start, "it"));
}

static bool goes_on(const lgm_attrib_draft *d, const lgm_doc_claim *c, const joint *j)
{
    const uint8_t rel = hangs_by(d, c, j->claim);
    const bool reason =
        rel == LGM_REL_advcl && (lgm_tree_form_is(d->doc, j->from, "because") ||
                                 lgm_tree_form_is(d->doc, j->from, "since"));
    if (j->behind_who) return reason;
    if (rel == LGM_REL_conj) return asks(d->doc, j->from) || asks(d->doc, j->from + 1);
    return (reason || rel == LGM_REL_acl) && is_said(d, j->claim) && is_held_by_same(d, c);
}

/* The tokens are said too. */
static void widen(lgm_attrib_draft *d, uint32_t claim, bool behind_who, lgm_tokspan more)
{
    lgm_parts *const p = &d->claims->at.at[claim].content;
    lgm_tokspan *const last = &p->at[p->n - 1];
    if (!behind_who)
        last->end = more.end;
    else if (p->n < LGM_MAX_PARTS)
        p->at[p->n++] = more;
    LGM_WHY(d->doc, DRAFT, claim, "content", more,
            "What is said goes on in a clause that is a claim too, and hangs on it");
}

void lgm_attrib_goes_on(lgm_attrib_draft *d)
{
    for (uint32_t k = 0; k < d->claims->at.n; k++) {
        const lgm_doc_claim *const c = &d->claims->at.at[k];
        if (c->content.n == 0 || c->cue.n == 0 || d->content[c->cue.at[0].start] != LGM_NONE)
            continue;
        const joint j = joint_of(d, c);
        if (j.claim == LGM_NONE || j.claim == k || d->claims->at.at[j.claim].content.n == 0 ||
            end_of(&d->claims->at.at[j.claim]) > j.from || !goes_on(d, c, &j))
            continue;
        widen(d, j.claim, j.behind_who, (lgm_tokspan){j.from, end_of(c)});
    }
}
