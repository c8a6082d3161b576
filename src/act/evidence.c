/*
 * evidence.c - whether evidence is offered for a claim, as the report tells it. The words are those
 * of data/act/evidence.txt.
 *
 *   withheld   without offering evidence; for which it has given no proof; failed to back up the
 *              claim; his unsubstantiated claim that; and, in the next sentence, "He gave no
 *              evidence", "No proof was offered"
 *   offered    citing satellite images; based on documents; as evidence he showed a letter; used
 *              the example of the north to prove that
 *
 * Details are no evidence ("did not elaborate"), and who is cited is one who relays: "citing
 * officials". What stands within a quotation is the source's own word. Within other content it
 * counts only behind a comma: "said the mayor was a spy, without offering proof".
 */
#include <string.h>

#include "act/act_words.h"
#include "act/beside.h"
#include "doc/why.h"
#include "phrase/speaks.h"
#include "tree/shape.h"

static bool is_in(const lgm_doc *doc, uint32_t w, uint32_t kind)
{
    return (lgm_act_word(doc, w) & kind) != 0;
}

/* Of a verb, with its particle: "back up", "put forward". */
static bool does(const lgm_trees *t, uint32_t verb, uint32_t kind)
{
    const uint32_t two[] = {verb, lgm_tree_child(t, verb, LGM_REL_compound)};
    if (t->upos[verb] != LGM_UPOS_VERB) return false;
    return is_in(t->doc, verb, kind) ||
           (two[1] != LGM_NONE && lgm_act_kinds(t->doc, NULL, two, 2, NULL) & kind);
}

/* Is the word the report's, and no part of what is said? Of a claim within another it is that
 * one's. */
static bool is_reports(const lgm_doc *doc, const lgm_doc_claim *c, uint32_t from)
{
    const uint32_t outer = lgm_doc_parent(doc, (uint32_t)(c - doc->claims));
    if (doc->tokens[from].flags & LGM_TOK_QUOTED) return false;
    if (outer != LGM_NONE && !lgm_parts_have(&doc->claims[outer].content, from)) return false;
    return !lgm_parts_have(&c->content, from) ||
           (from > 0 && LGM_SLICE_IN(lgm_doc_form(doc, from - 1), ",", "–", "—", "-"));
}

static bool has_no(const lgm_trees *t, uint32_t noun)
{
    const uint32_t det = lgm_tree_child(t, noun, LGM_REL_det);
    return det != LGM_NONE && lgm_tree_form_is(t->doc, det, "no");
}

static bool has_mark(const lgm_trees *t, uint32_t verb, const char *word)
{
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_form_is(t->doc, c, word)) return true;
    return false;
}

/* Where a clause begins whose verb is not done: "did not give", "without giving", "failed to give",
 * "has yet to give"; LGM_NONE where it is done. */
static uint32_t undone_from(const lgm_trees *t, uint32_t verb)
{
    const lgm_doc *const doc = t->doc;
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_is_not(doc, c) || lgm_tree_form_is(doc, c, "without"))
            return lgm_tree_first(t, verb);
    const uint32_t up = doc->head[verb];
    if (t->rel[verb] != LGM_REL_xcomp || up == LGM_NONE || up > verb) return LGM_NONE;
    if (LGM_SLICE_IN(lgm_doc_lemma(doc, up), "fail", "refuse", "decline", "unable"))
        return lgm_tree_first(t, up);
    const bool yet = has_mark(t, up, "yet") || (verb > 1 && lgm_tree_form_is(doc, verb - 2, "yet"));
    return yet ? lgm_tree_first(t, up) : LGM_NONE;
}

/* ---- withheld -------------------------------------------------------------------------------- */

static lgm_tokspan span(uint32_t from, uint32_t end)
{
    return (lgm_tokspan){from, end};
}

static bool is_of_claim(const lgm_trees *t, const lgm_doc_claim *c, uint32_t object)
{
    return object != LGM_NONE &&
           (lgm_parts_have(&c->cue, object) || t->word[object] == LGM_PRO_IT ||
            LGM_SLICE_IN(lgm_doc_lemma(t->doc, object), "claim", "allegation", "accusation",
                         "charge", "assertion", "statement", "point", "argument", "case"));
}

/* The words that tell that it is not offered; empty where w is none of them. */
static lgm_tokspan withheld(const lgm_trees *t, const lgm_doc_claim *c, uint32_t w)
{
    const lgm_doc *const doc = t->doc;
    const bool content_word =
        t->upos[w] == LGM_UPOS_NOUN || t->upos[w] == LGM_UPOS_VERB || t->upos[w] == LGM_UPOS_ADJ;
    const uint32_t kinds = content_word ? lgm_act_word(doc, w) : 0;
    uint32_t from = LGM_NONE, end = w + 1;
    if (kinds & LGM_ACT_PROOF) {
        const uint32_t with = lgm_tree_child(t, w, LGM_REL_case), verb = doc->head[w];
        if (with != LGM_NONE && (lgm_tree_form_is(doc, with, "without") ||
                                 (lgm_tree_form_is(doc, with, "with") && has_no(t, w))))
            from = with;
        else if (verb != LGM_NONE && does(t, verb, LGM_ACT_GIVE))
            from = has_no(t, w) ? lgm_tree_first(t, verb) : undone_from(t, verb);
        if (from != LGM_NONE && verb != LGM_NONE && verb > w && from <= w && has_no(t, w))
            end = verb + 1; /* "no evidence was offered" */
    } else if (kinds & LGM_ACT_BARE) {
        const uint32_t noun = doc->head[w];
        if (noun != LGM_NONE && t->rel[w] == LGM_REL_amod && lgm_parts_have(&c->cue, noun))
            from = w;
    } else if (t->upos[w] == LGM_UPOS_VERB && does(t, w, LGM_ACT_BACK)) {
        const uint32_t object = lgm_tree_right_child(t, w, LGM_REL_obj);
        if (is_of_claim(t, c, object)) from = undone_from(t, w), end = object + 1;
    }
    if (from == LGM_NONE || from >= end) return span(0, 0);
    if (t->upos[from] == LGM_UPOS_PUNCT) from++;
    if (t->upos[from] == LGM_UPOS_CCONJ) from++;
    return span(from, end);
}

/* ---- offered --------------------------------------------------------------------------------- */

/* Somebody, and nothing that proves. */
static bool speaks(const lgm_trees *t, uint32_t word)
{
    const uint32_t name = lgm_tree_name(t, word);
    if (name != LGM_NONE) {
        const uint8_t type = t->doc->names[name].type;
        if (type == LGM_ENTITY_PER || type == LGM_ENTITY_ORG || type == LGM_ENTITY_GPE) return true;
    }
    return LGM_SLICE_IN(lgm_doc_lemma(t->doc, word), "source", "people", "report", "concern") ||
           (lgm_phrase_speaks(t->doc, word, word + 1) &
            (LGM_SPEAKS_OUTLET | LGM_SPEAKS_OUTLET_WORD | LGM_SPEAKS_CROWD | LGM_SPEAKS_BODY |
             LGM_SPEAKS_PERSON | LGM_SPEAKS_ANONYMOUS));
}

static bool is_thing(const lgm_doc *doc, uint32_t noun)
{
    return is_in(doc, noun, LGM_ACT_THING | LGM_ACT_PROOF);
}

/* The object that a word governs behind it, itself or by a preposition: "citing images", "pointing
 * to images", "based on images". */
static uint32_t governed(const lgm_trees *t, uint32_t w, const char *by)
{
    const uint32_t found = lgm_tree_right_child(t, w, by ? LGM_REL_obl : LGM_REL_obj);
    if (found == LGM_NONE || !by) return found;
    const uint32_t mark = lgm_tree_child(t, found, LGM_REL_case);
    return mark != LGM_NONE && lgm_tree_form_is(t->doc, mark, by) ? found : LGM_NONE;
}

/* The noun of evidence that a word leads to, or LGM_NONE. */
static uint32_t led_to(const lgm_trees *t, uint32_t w)
{
    const lgm_doc *const doc = t->doc;
    uint32_t noun = LGM_NONE;
    if (lgm_tree_form_is(doc, w, "citing")) {
        noun = governed(t, w, NULL);
        return noun != LGM_NONE && speaks(t, noun) ? LGM_NONE : noun;
    }
    if (lgm_tree_form_is(doc, w, "pointing") || lgm_tree_form_is(doc, w, "referring"))
        noun = governed(t, w, "to");
    else if (lgm_tree_form_is(doc, w, "based") || lgm_tree_form_is(doc, w, "relying"))
        noun = governed(t, w, "on");
    else if (t->doc->xpos.of && strcmp(lgm_doc_xpos(doc, w), "VBG") == 0 &&
             t->rel[w] == LGM_REL_advcl && does(t, w, LGM_ACT_GIVE) &&
             undone_from(t, w) == LGM_NONE)
        noun = governed(t, w, NULL); /* "showing a video of the gate" */
    return noun != LGM_NONE && is_thing(doc, noun) && !has_no(t, noun) ? noun : LGM_NONE;
}

/* "As evidence", "as proof". */
static bool is_as_proof(const lgm_trees *t, uint32_t w)
{
    const uint32_t as = lgm_tree_child(t, w, LGM_REL_case);
    return as != LGM_NONE && is_in(t->doc, w, LGM_ACT_PROOF) && lgm_tree_form_is(t->doc, as, "as");
}

/* "Pointed to the price of bread to support his claim", "used it to prove that": what a verb of the
 * cue is done for. */
static bool is_proving(const lgm_trees *t, const lgm_doc_claim *c, uint32_t w)
{
    const uint32_t up = t->doc->head[w];
    if (!does(t, w, LGM_ACT_BACK) || up == LGM_NONE || up > w || !has_mark(t, w, "to"))
        return false;
    return lgm_parts_have(&c->cue, up) &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, up), "use", "cite", "show", "point", "present",
                        "quote", "offer", "give");
}

static lgm_tokspan offered(const lgm_trees *t, const lgm_doc_claim *c, uint32_t w)
{
    if (is_proving(t, c, w)) return span(t->doc->head[w], w + 1);
    if (lgm_parts_have(&c->cue, w)) return span(0, 0);
    if (is_as_proof(t, w)) {
        const uint32_t from = lgm_tree_child(t, w, LGM_REL_case);
        return from < w ? span(from, w + 1) : span(0, 0);
    }
    const uint32_t noun = led_to(t, w);
    return noun != LGM_NONE && noun > w ? span(w, lgm_tree_last(t, noun)) : span(0, 0);
}

/* ---- both ------------------------------------------------------------------------------------ */

typedef lgm_tokspan rule(const lgm_trees *t, const lgm_doc_claim *c, uint32_t w);

static bool find(const lgm_trees *t, const lgm_doc_claim *c, lgm_tokspan in, rule *tells,
                 lgm_evidence what, lgm_claim_act *to)
{
    for (uint32_t w = in.start; w < in.end; w++) {
        const lgm_tokspan s = tells(t, c, w);
        if (s.end <= s.start || !is_reports(t->doc, c, s.start)) continue;
        to->evidence = (uint8_t)what;
        to->evidence_span = s;
        LGM_WHY(
            t->doc, CLAIM, lgm_doc_number_of(t->doc, c), "evidence", s,
            what == LGM_EVIDENCE_WITHHELD
                ? "The report says beside the claim that no proof is given (data/act/evidence.txt)"
                : "The report says beside the claim what is shown for it (data/act/evidence.txt)");
        return true;
    }
    return false;
}

void lgm_act_find_evidence(const lgm_trees *t, const lgm_doc_claim *c, lgm_claim_act *to)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t at = c->cue.n ? c->cue.at[0].start : c->content.at[0].start;
    const uint32_t sent = lgm_tree_sent(t, at);
    const lgm_tokspan around = lgm_tree_around(t, at, LGM_ACT_REACH);
    if (find(t, c, around, withheld, LGM_EVIDENCE_WITHHELD, to) ||
        find(t, c, around, offered, LGM_EVIDENCE_OFFERED, to) || sent + 1 == doc->n_sents)
        return;
    const lgm_tokspan next = lgm_tree_around(t, doc->sents[sent + 1].start, LGM_ACT_REACH);
    const uint8_t word = t->word[next.start];
    if (word == LGM_PRO_HE || word == LGM_PRO_SHE || word == LGM_PRO_IT || word == LGM_PRO_THEY ||
        lgm_tree_form_is(doc, next.start, "no"))
        find(t, c, next, withheld, LGM_EVIDENCE_WITHHELD, to);
}
