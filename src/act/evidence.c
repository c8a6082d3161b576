/*
 * evidence.c - whether evidence is offered for a claim, as the report tells it.
 *
 *   withheld   without offering evidence; for which it has given no proof; offered no evidence;
 *              and, in the next sentence, "He gave no evidence."
 *   offered    citing satellite images; as evidence he showed a letter
 *
 * Details are no evidence ("did not elaborate"), and who is cited is one who relays: "citing
 * officials". What stands within a quotation is the source's own word. Within other content it
 * counts only behind a comma: "said the mayor was a spy, without offering proof".
 */
#include "act/act_words.h"
#include "act/beside.h"
#include "phrase/speaks.h"
#include "tree/shape.h"

static bool is_evidence(const lgm_doc *doc, uint32_t w)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, w), "evidence", "proof");
}

static bool is_giving(const lgm_doc *doc, uint32_t verb)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, verb), "provide", "offer", "give", "present", "show",
                        "produce", "cite", "supply", "publish", "bring", "furnish", "submit");
}

/* Is the word the report's, and no part of what is said? */
static bool is_reports(const lgm_doc *doc, const lgm_doc_claim *c, uint32_t from)
{
    if (doc->tokens[from].flags & LGM_TOK_QUOTED) return false;
    return !lgm_parts_have(&c->content, from) ||
           (from > 0 && LGM_SLICE_IN(lgm_doc_form(doc, from - 1), ",", "–", "—", "-"));
}

/* "No evidence", "without evidence"; "did not give", "without giving". Where it begins; LGM_NONE
 * where it is not withheld. */
static uint32_t withheld_from(const lgm_trees *t, uint32_t noun)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t det = lgm_tree_child(t, noun, LGM_REL_det);
    const uint32_t with = lgm_tree_child(t, noun, LGM_REL_case);
    const uint32_t verb = doc->head[noun];
    if (with != LGM_NONE && lgm_tree_form_is(doc, with, "without")) return with;
    if (verb == LGM_NONE || !is_giving(doc, verb)) return LGM_NONE;
    const uint32_t first = lgm_tree_first(t, verb);
    if (det != LGM_NONE && lgm_tree_form_is(doc, det, "no")) return first;
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_is_not(doc, c) || lgm_tree_form_is(doc, c, "without")) return first;
    return LGM_NONE;
}

static bool find_withheld(const lgm_trees *t, const lgm_doc_claim *c, lgm_tokspan in,
                          lgm_claim_act *to)
{
    for (uint32_t w = in.start; w < in.end; w++) {
        if (!is_evidence(t->doc, w)) continue;
        uint32_t from = withheld_from(t, w);
        if (from == LGM_NONE) continue;
        if (t->upos[from] == LGM_UPOS_PUNCT) from++;
        if (!is_reports(t->doc, c, from)) continue;
        to->evidence = LGM_EVIDENCE_WITHHELD;
        to->evidence_span = (lgm_tokspan){from, w + 1};
        return true;
    }
    return false;
}

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

/* "Citing satellite images". */
static bool find_offered(const lgm_trees *t, const lgm_doc_claim *c, lgm_tokspan in,
                         lgm_claim_act *to)
{
    for (uint32_t w = in.start; w < in.end; w++) {
        if (!lgm_tree_form_is(t->doc, w, "citing") || lgm_parts_have(&c->cue, w)) continue;
        const uint32_t object = lgm_tree_child(t, w, LGM_REL_obj);
        if (object == LGM_NONE || object < w || speaks(t, object)) continue;
        if (!is_reports(t->doc, c, w)) continue;
        to->evidence = LGM_EVIDENCE_OFFERED;
        to->evidence_span = (lgm_tokspan){w, lgm_tree_last(t, object)};
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
    if (find_withheld(t, c, around, to) || find_offered(t, c, around, to)) return;
    if (sent + 1 == doc->n_sents) return;
    const lgm_tokspan next = lgm_tree_around(t, doc->sents[sent + 1].start, LGM_ACT_REACH);
    const uint8_t word = t->word[next.start];
    if (word == LGM_PRO_HE || word == LGM_PRO_SHE || word == LGM_PRO_IT || word == LGM_PRO_THEY)
        find_withheld(t, c, next, to);
}
