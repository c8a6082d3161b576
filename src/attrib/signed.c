/*
 * signed.c - a quotation with its speaker's signature behind it.
 *
 *     “We were never asked what we wanted.” — Ada Lind, mayor
 *
 * A dash or a colon and then words that run to the end of the line name who speaks: a name, or a
 * person by data/attrib/people.txt ("a reader"). The dash is the cue, as a colon is. Limits: the
 * quotation opens its line and reads as speech, since `"The Last Boat" - Ada Lind` is a book; the
 * signature holds no verb, but for "who ...".
 */
#include <string.h>

#include "attrib/clause.h"
#include "attrib/claims.h"
#include "attrib/frags.h"
#include "attrib/claim_words.h"

static const float RIGHT = 0.85f;

enum { LONGEST = 14, NAME_WITHIN = 5 }; /* tokens of a signature; where its name begins at last */

static bool is_dash_or_colon(const lgm_doc *doc, uint32_t token)
{
    static const char *const MARKS[] = {"-", "--", "–", "—", "―", ":"};
    const lgm_slice form = lgm_doc_form(doc, token);
    for (size_t i = 0; i < LGM_COUNT(MARKS); i++)
        if (lgm_slice_eq(form, (lgm_slice){MARKS[i], strlen(MARKS[i])})) return true;
    return false;
}

static bool starts_line(const lgm_doc *doc, uint32_t token)
{
    return (doc->tokens[token].flags & (LGM_TOK_PAR | LGM_TOK_LINE)) != 0;
}

/* From the token to the end of its line, without a stop; empty where that is too long. */
static lgm_tokspan rest_of_line(const lgm_doc *doc, uint32_t from)
{
    uint32_t end = from;
    while (end < doc->n_tokens && !(end > from && starts_line(doc, end)))
        if (++end - from > LONGEST) return (lgm_tokspan){from, from};
    if (end > from && lgm_slice_eq(lgm_doc_form(doc, end - 1), LGM_SLICE("."))) end--;
    return (lgm_tokspan){from, end};
}

/* Does it begin with a name, a word or two of office apart, or with a person: "a reader"? */
static bool names_somebody(const lgm_attrib_draft *d, lgm_tokspan s)
{
    for (uint32_t t = s.start; t < s.end && t < s.start + NAME_WITHIN; t++) {
        if (lgm_tree_name(d->tree, t) != LGM_NONE) return true;
        if (lgm_attrib_lemma_kinds(d->doc, t) & LGM_ATTRIB_PEOPLE) return true;
        if (d->tree->upos[t] == LGM_UPOS_PUNCT) return false;
    }
    return false;
}

static bool reads_as_speech(const lgm_attrib_draft *d, const lgm_quote *q)
{
    const lgm_slice last = lgm_doc_form(d->doc, q->tokens.end - 1);
    const bool ends = LGM_SLICE_IN(last, ".", "!", "?", "…", "...");
    return starts_line(d->doc, q->open) && lgm_attrib_count(d->doc, q->tokens).words > 1 &&
           (ends || lgm_attrib_has_verb(d->tree, q->tokens));
}

/* Until "who": a signature has no verb there. */
static bool has_own_verb(const lgm_attrib_draft *d, lgm_tokspan s)
{
    uint32_t end = s.start;
    while (end < s.end && d->tree->word[end] != LGM_PRO_WHO) end++;
    return lgm_attrib_has_verb(d->tree, (lgm_tokspan){s.start, end});
}

bool lgm_attrib_signed(lgm_attrib_draft *d)
{
    const lgm_doc *const doc = d->doc;
    for (uint32_t i = 0; i < doc->n_quotes; i++) {
        const lgm_quote *const q = &doc->quotes[i];
        if (q->depth > 0 || q->open == LGM_NONE || q->close == LGM_NONE) continue;
        if (q->tokens.start >= q->tokens.end) continue;
        uint32_t mark = q->close + 1;
        if (mark < doc->n_tokens && lgm_slice_eq(lgm_doc_form(doc, mark), LGM_SLICE(","))) mark++;
        if (mark + 1 >= doc->n_tokens || !is_dash_or_colon(doc, mark)) continue;
        const lgm_tokspan who = rest_of_line(doc, mark + 1);
        const uint32_t k = d->content[q->open];
        const bool has_source = k != LGM_NONE && d->claims->at.at[k].source.n > 0;
        if (who.start >= who.end || has_source || !reads_as_speech(d, q)) continue;
        if (!names_somebody(d, who) || has_own_verb(d, who)) continue;
        const lgm_attrib_found found = {
            who,
            {mark, mark + 1},
            lgm_attrib_with_marks(q),
            RIGHT,
            LGM_ATTRIB_RULE("The quotation is signed: a dash or colon and a name to the "
                            "end of the line")};
        if (!lgm_attrib_put(d, &found)) return false;
    }
    return true;
}
