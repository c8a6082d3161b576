/*
 * none.c - claims where nobody states anything, and words that are no part of what is said.
 *
 * Left out, unless the content is quoted:
 *   - a passive without a source, by data/attrib/verdicts.txt, or with only its subject as content:
 *       Feld was convicted of fraud. He is known as the Baron. The boy was reported missing.
 *   - a thing that is liked, wanted or called, by data/attrib/liking_verbs.txt:
 *       The boy wanted an ice cream. His aunt loves dogs. Ann called a taxi.
 *     "She called him a liar", "they called a strike", "they want to leave" and "the union wants
 *     peace" stay.
 *   - what is done, known or felt of a thing, by data/attrib/deed_verbs.txt:
 *       They voted for the bill. The law requires a permit.
 *   - what an animal wants: The dog wanted to go out.
 *   - content that is only a pronoun: Feld said so. Of other verbs than those of saying where it is
 *     doubtful too: PolNeAR has half of these ("most oppose it").
 *   - content that is only a clause of time or reason of a verb of saying: He answered
 *     when he was asked.
 *   - what was not said (unsaid.c): She never claimed that she had won. He declined to comment.
 * Taken from content: "However," and "But," before what is said, where they are not quoted.
 */
#include "attrib/clause.h"
#include "attrib/claims.h"
#include "attrib/claim_words.h"
#include "attrib/frags.h"
#include "attrib/unsaid.h"
#include "tree/shape.h"

enum { PLAIN_WORDS = 4 }; /* "an old ice cream" */

static const float DOUBTFUL = 0.5f;

/* ---- what a claim is made of ----------------------------------------------------------------- */

/* The verb of a cue: its last verb, that all other words of it hang on or lead up to. */
static uint32_t verb_of(const lgm_trees *t, const lgm_parts *cue)
{
    uint32_t verb = LGM_NONE;
    for (uint8_t i = 0; i < cue->n; i++)
        for (uint32_t w = cue->at[i].start; w < cue->at[i].end; w++)
            if (t->upos[w] == LGM_UPOS_VERB) verb = w;
    return verb;
}

static bool has_quotation(const lgm_doc *doc, const lgm_parts *content)
{
    return lgm_attrib_form(doc, content) != LGM_FORM_INDIRECT;
}

static bool has_verb(const lgm_trees *t, const lgm_parts *p)
{
    for (uint8_t i = 0; i < p->n; i++)
        if (lgm_attrib_has_verb(t, p->at[i])) return true;
    return false;
}

/* ---- kinds of none --------------------------------------------------------------------------- */

static bool is_passive_without_source(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb)
{
    if (c->source.n > 0 || verb == LGM_NONE || !lgm_attrib_is_passive(t, verb)) return false;
    const bool verdict = (lgm_attrib_lemma_kinds(t->doc, verb) & LGM_ATTRIB_VERDICT) != 0;
    const bool subject = c->content.n == 1 && c->content.at[0].end <= c->cue.at[0].start;
    return !has_verb(t, &c->content) && (verdict || subject);
}

/* "-ion", "-ment": what is done, and no thing. */
static bool is_deed(const lgm_doc *doc, uint32_t word)
{
    static const char *const ENDINGS[] = {"ion", "ment", "ance", "ence", "ity", "ness", "ing"};
    if (lgm_attrib_lemma_kinds(doc, word) & LGM_ATTRIB_WANTED) return true;
    const lgm_slice lemma = lgm_doc_lemma(doc, word);
    for (size_t i = 0; i < LGM_COUNT(ENDINGS); i++) {
        const size_t n = strlen(ENDINGS[i]);
        if (lemma.len > n + 2 && memcmp(lemma.ptr + lemma.len - n, ENDINGS[i], n) == 0) return true;
    }
    return false;
}

/* "Lower taxes", "more jobs": a stance again. */
static bool compares(const lgm_doc *doc, lgm_tokspan s)
{
    for (uint32_t w = s.start; w < s.end; w++)
        if (doc->xpos.of && lgm_doc_xpos(doc, w) && strcmp(lgm_doc_xpos(doc, w), "JJR") == 0)
            return true;
    return false;
}

/* The word that all others of the span hang on; LGM_NONE where there are two: "him a liar". */
static uint32_t only_top(const lgm_trees *t, lgm_tokspan s)
{
    uint32_t top = LGM_NONE;
    for (uint32_t w = s.start; w < s.end; w++) {
        const uint32_t head = t->doc->head[w];
        if (head != LGM_NONE && head >= s.start && head < s.end) continue;
        if (top != LGM_NONE) return LGM_NONE;
        top = w;
    }
    return top;
}

static bool has_preposition(const lgm_trees *t, lgm_tokspan s)
{
    for (uint32_t w = s.start + 1; w < s.end; w++)
        if (t->upos[w] == LGM_UPOS_ADP) return true;
    return false;
}

/* The object of the verb, alone, or with where it was: no infinitive, and nothing that it is
 * called. */
static bool is_liked(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb)
{
    if (verb == LGM_NONE || c->content.n != 1) return false;
    const uint32_t kinds = lgm_attrib_lemma_kinds(t->doc, verb);
    lgm_tokspan s = c->content.at[0];
    while (!(kinds & LGM_ATTRIB_WANTING) && has_preposition(t, s)) s.end--;
    if (!(kinds & LGM_ATTRIB_LIKING) || s.start != verb + 1 || c->cue.at[0].end != s.start)
        return false;
    if (s.end - s.start > PLAIN_WORDS || lgm_attrib_has_verb(t, s)) return false;
    if (lgm_tree_child(t, verb, LGM_REL_xcomp) != LGM_NONE) return false;
    const uint32_t object = only_top(t, s);
    if (object == LGM_NONE || t->rel[object] != LGM_REL_obj) return false;
    if (lgm_doc_lemma_is(t->doc, verb, "call"))
        return t->upos[object] != LGM_UPOS_PRON && !is_deed(t->doc, object);
    return !(kinds & LGM_ATTRIB_WANTING) || !(is_deed(t->doc, object) || compares(t->doc, s));
}

static bool is_of_an_animal(const lgm_trees *t, const lgm_doc_claim *c)
{
    return c->source.n == 1 && t->upos[c->source.at[0].end - 1] == LGM_UPOS_NOUN &&
           (lgm_attrib_lemma_kinds(t->doc, c->source.at[0].end - 1) & LGM_ATTRIB_ANIMAL) != 0;
}

static bool is_pronoun_only(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb)
{
    if (c->content.n != 1 || c->content.at[0].end - c->content.at[0].start != 1) return false;
    const uint32_t w = c->content.at[0].start;
    const bool thing = t->word[w] == LGM_PRO_IT || t->word[w] == LGM_PRO_THIS ||
                       t->word[w] == LGM_PRO_THESE || lgm_tree_form_is(t->doc, w, "so");
    const bool relative = t->word[w] == LGM_PRO_WHO || t->word[w] == LGM_PRO_WHICH;
    const bool says = verb != LGM_NONE && (lgm_attrib_lemma_kinds(t->doc, verb) &
                                           (LGM_ATTRIB_SAYING | LGM_ATTRIB_TELL));
    return (thing && says) || ((thing || relative) && c->confidence < DOUBTFUL);
}

/* "When he was asked": not "if" and "whether", which are what is asked. */
static bool is_adverbial(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb)
{
    const uint32_t says = LGM_ATTRIB_SAYING | LGM_ATTRIB_TELL;
    if (verb == LGM_NONE || c->content.n != 1 || lgm_attrib_is_denied_saying(t, c, verb))
        return false;
    if (!(lgm_attrib_lemma_kinds(t->doc, verb) & says)) return false;
    const lgm_tokspan s = c->content.at[0];
    if (!LGM_SLICE_IN(lgm_doc_form(t->doc, s.start), "when", "while", "after", "before", "because",
                      "since", "until", "although", "though", "unless"))
        return false;
    for (uint32_t w = s.start; w < s.end; w++)
        if (t->doc->head[w] == verb) return t->rel[w] == LGM_REL_advcl;
    return false;
}

/* "Claimed the lives of eleven people", "claimed the title". */
static bool is_won(const lgm_trees *t, uint32_t verb)
{
    const uint32_t what = lgm_tree_right_child(t, verb, LGM_REL_obj);
    return what != LGM_NONE &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, what), "life", "victim", "title", "medal", "gold",
                        "silver", "bronze", "prize", "crown", "trophy");
}

/* "The law requires a permit", "voted for the bill", "found out about it": what is done, known or
 * felt, of a thing. */
static bool is_no_saying(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb)
{
    if (verb == LGM_NONE) return false;
    const lgm_slice lemma = lgm_doc_lemma(t->doc, verb);
    if (LGM_SLICE_IN(lemma, "require")) return true;
    if (LGM_SLICE_IN(lemma, "claim") && is_won(t, verb)) return true;
    if (has_verb(t, &c->content)) return false;
    if (LGM_SLICE_IN(lemma, "find")) /* "found out about" */
        return verb + 1 < t->doc->n_tokens && lgm_tree_form_is(t->doc, verb + 1, "out");
    return (lgm_attrib_lemma_kinds(t->doc, verb) & LGM_ATTRIB_DEED) != 0;
}

static bool is_none(const lgm_trees *t, const lgm_doc_claim *c)
{
    if (c->cue.n == 0 || has_quotation(t->doc, &c->content)) return false;
    const uint32_t verb = verb_of(t, &c->cue);
    return is_passive_without_source(t, c, verb) || is_liked(t, c, verb) || is_of_an_animal(t, c) ||
           is_pronoun_only(t, c, verb) || is_no_saying(t, c, verb) || is_adverbial(t, c, verb) ||
           lgm_attrib_is_unsaid(t, c, verb);
}

/* ---- what opens a content -------------------------------------------------------------------- */

/* "However," and "But," of the report, before content that goes on behind them. */
static bool opens_idly(const lgm_doc *doc, lgm_tokspan part)
{
    const bool word = lgm_tree_form_is(doc, part.start, "however") ||
                      lgm_tree_form_is(doc, part.start, "but") ||
                      lgm_tree_form_is(doc, part.start, "meanwhile");
    if (!word || (doc->tokens[part.start].flags & LGM_TOK_QUOTED)) return false;
    return part.end == part.start + 1 ||
           lgm_slice_eq(lgm_doc_form(doc, part.start + 1), LGM_SLICE(","));
}

static void trim_opening(lgm_attrib_draft *d, uint32_t claim)
{
    const lgm_doc_claim *const c = &d->claims->at.at[claim];
    const lgm_tokspan part = c->content.at[0];
    if (!opens_idly(d->doc, part)) return;
    const uint32_t end = part.end > part.start + 1 ? part.start + 2 : part.end;
    if (c->content.n > 1 || end < part.end)
        lgm_attrib_take(d, claim, (lgm_tokspan){part.start, end});
}

void lgm_attrib_none(lgm_attrib_draft *d)
{
    for (uint32_t k = 0; k < d->claims->at.n; k++) {
        if (d->claims->at.at[k].content.n == 0) continue;
        trim_opening(d, k);
        if (is_none(d->tree, &d->claims->at.at[k])) lgm_attrib_drop(d, k);
    }
}
