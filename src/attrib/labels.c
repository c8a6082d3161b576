/*
 * labels.c - one of several people, a colon, and what they say in quotation marks.
 *
 *     "They are all thieves," said one. Another: "I stay at home." Mayor Ada Lind urged people to
 *     vote.
 *
 * Without a verb the quotation goes on with the claim before, or with the next speaker. Names
 * before a colon are learned; this is for words of data/attrib: "another", "others", "the second",
 * "a third fan", "one voter". Limits: they open the sentence or stand right behind a quotation,
 * "and" or "but" apart; they hold no verb, but for "who ..." in commas; what they count is people,
 * so that "Another sign: ..." and "There is one rule: ..." stay as they are.
 */
#include "attrib/clause.h"
#include "attrib/claims.h"
#include "attrib/frags.h"
#include "attrib/claim_words.h"
#include "tree/shape.h"

static const float RIGHT = 0.9f;

enum { LONGEST = 12 }; /* tokens of a label */

/* The words between the last sentence or quotation and the colon. Empty where they are too many. */
static lgm_tokspan words_before(const lgm_attrib_draft *d, uint32_t colon)
{
    const uint32_t from = lgm_tree_sentence(d->tree, colon).start;
    uint32_t at = colon;
    while (at > from && !(d->doc->tokens[at].flags & LGM_TOK_PAR) &&
           !(d->doc->tokens[at - 1].flags & (LGM_TOK_CLOSE | LGM_TOK_QUOTED)))
        if (colon - --at > LONGEST) return (lgm_tokspan){colon, colon};
    while (at < colon &&
           (d->tree->upos[at] == LGM_UPOS_CCONJ || d->tree->upos[at] == LGM_UPOS_PUNCT))
        at++;
    return (lgm_tokspan){at, colon};
}

/* Where the first part of a label ends: at a comma, or at "of", "who", "in". */
static uint32_t core_end(const lgm_attrib_draft *d, lgm_tokspan label)
{
    uint32_t t = label.start;
    while (t < label.end && d->tree->upos[t] != LGM_UPOS_PUNCT &&
           d->tree->upos[t] != LGM_UPOS_ADP && d->tree->word[t] != LGM_PRO_WHO)
        t++;
    return t;
}

/* "Another", "a second fan", "the last": words for one or several people. */
static bool are_people(const lgm_attrib_draft *d, uint32_t from, uint32_t end)
{
    if (from >= end) return false;
    const uint32_t first = lgm_attrib_phrase_kinds(d->doc, from, from + 1);
    const bool person = (lgm_attrib_lemma_kinds(d->doc, end - 1) & LGM_ATTRIB_PEOPLE) != 0;
    const bool article = lgm_tree_form_is(d->doc, from, "a") ||
                         lgm_tree_form_is(d->doc, from, "an") ||
                         lgm_tree_form_is(d->doc, from, "the");
    if (first & LGM_ATTRIB_INDEFINITE) return end == from + 1 || person;
    if (!article || from + 1 == end) return false;
    const bool last_counts =
        (lgm_attrib_phrase_kinds(d->doc, end - 1, end) & LGM_ATTRIB_ORDINAL) != 0;
    return person || (end == from + 2 && last_counts);
}

static bool is_label(const lgm_attrib_draft *d, lgm_tokspan label)
{
    const uint32_t end = core_end(d, label);
    return are_people(d, label.start, end) &&
           !lgm_attrib_has_verb(d->tree, (lgm_tokspan){label.start, end});
}

static bool is_known(const lgm_attrib_draft *d, lgm_tokspan label, uint32_t token)
{
    const uint32_t k = d->content[token];
    return k != LGM_NONE && lgm_parts_have(&d->claims->at.at[k].source, label.start) &&
           d->claims->at.at[k].content.at[0].start >= token;
}

bool lgm_attrib_labels(lgm_attrib_draft *d)
{
    for (uint32_t i = 0; i < d->doc->n_quotes; i++) {
        const lgm_quote *const q = &d->doc->quotes[i];
        if (q->depth > 0 || q->open == LGM_NONE || q->open == 0) continue;
        const uint32_t colon = q->open - 1;
        if (!lgm_slice_eq(lgm_doc_form(d->doc, colon), LGM_SLICE(":"))) continue;
        const lgm_tokspan label = words_before(d, colon);
        const lgm_attrib_found found = {
            label,
            {colon, colon + 1},
            lgm_attrib_with_marks(q),
            RIGHT,
            LGM_ATTRIB_RULE("Words for one of several people, a colon and a quotation: "
                            "\"Another: ...\" (data/attrib)")};
        if (!is_label(d, label) || is_known(d, label, q->open)) continue;
        if (!lgm_attrib_put(d, &found)) return false;
    }
    return true;
}
