/*
 * interview.c - who answers in an interview, where the lines do not name them.
 *
 *     Interview with the geologist Ada Lind
 *
 *     Who is at risk?
 *
 *     "Everybody below the road," she says. "I have told the mayor so."
 *
 * Who is interviewed stands before the first question: the only person there, or who follows
 * "with", "for" or "to" there ("Ten questions for Ada Lind"). "A:" is that person, and so is "she"
 * who speaks in the paragraph behind a question; a paragraph behind a question that is not quoted
 * is an answer too, without source and cue. Limits: two questions and more that are paragraphs of
 * their own; words of asking before the first (data/attrib/interview_words.txt), but for "Q:" and
 * "A:".
 */
#include "attrib/clause.h"
#include "attrib/claims.h"
#include "attrib/claim_words.h"
#include "attrib/frags.h"
#include "legomena/kinds.h"

static const float RIGHT = 0.8f;

enum {
    LEAST = 2,    /* questions */
    INTRO = 200,  /* tokens before the first question */
    QUESTION = 40 /* tokens of a question */
};

/* Is it a name of somebody who is asked: "with", "for", "to" before it and what it is called? */
static bool is_asked(const lgm_trees *t, uint32_t name)
{
    const lgm_tokspan s = t->doc->names[name].tokens;
    for (uint32_t w = s.start; w-- > 0 && w + 6 > s.start;) {
        if (LGM_SLICE_IN(lgm_doc_form(t->doc, w), "with", "for", "to")) return true;
        if (t->upos[w] != LGM_UPOS_NOUN && t->upos[w] != LGM_UPOS_DET &&
            t->upos[w] != LGM_UPOS_ADJ && t->upos[w] != LGM_UPOS_PROPN)
            return false;
    }
    return false;
}

/* Do the two share their last word? */
static bool share_surname(const lgm_doc *doc, uint32_t a, uint32_t b)
{
    return lgm_slice_eq(lgm_doc_form(doc, doc->names[a].tokens.end - 1),
                        lgm_doc_form(doc, doc->names[b].tokens.end - 1));
}

uint32_t lgm_attrib_interviewee(const lgm_attrib_draft *d, uint32_t before)
{
    uint32_t only = LGM_NONE, asked = LGM_NONE;
    bool several = false;
    for (uint32_t n = 0; n < d->doc->n_names && d->doc->names[n].tokens.end <= before; n++) {
        if (d->doc->names[n].type != LGM_ENTITY_PER || before - d->doc->names[n].tokens.end > INTRO)
            continue;
        several = several || (only != LGM_NONE && !share_surname(d->doc, only, n));
        if (only == LGM_NONE) only = n;
        if (asked == LGM_NONE && is_asked(d->tree, n)) asked = n;
    }
    return several ? asked : only;
}

static uint32_t paragraph_end(const lgm_doc *doc, uint32_t from)
{
    do from++;
    while (from < doc->n_tokens && !(doc->tokens[from].flags & LGM_TOK_PAR));
    return from;
}

static bool is_question(const lgm_doc *doc, lgm_tokspan par)
{
    return par.end - par.start <= QUESTION &&
           !(doc->tokens[par.start].flags & (LGM_TOK_OPEN | LGM_TOK_QUOTED)) &&
           lgm_slice_eq(lgm_doc_form(doc, par.end - 1), LGM_SLICE("?"));
}

/* The first token of the first question, if there are enough of them; LGM_NONE. */
static uint32_t first_question(const lgm_doc *doc)
{
    uint32_t first = LGM_NONE, n = 0;
    for (uint32_t from = 0, end; from < doc->n_tokens; from = end) {
        end = paragraph_end(doc, from);
        if (!is_question(doc, (lgm_tokspan){from, end})) continue;
        if (first == LGM_NONE) first = from;
        n++;
    }
    return n < LEAST ? LGM_NONE : first;
}

/* A word of asking before the first question. */
static bool speaks_of_asking(const lgm_doc *doc, uint32_t before)
{
    for (uint32_t t = before > INTRO ? before - INTRO : 0; t < before; t++)
        if (lgm_attrib_lemma_kinds(doc, t) & LGM_ATTRIB_INTERVIEW) return true;
    return false;
}

/* "She says": the claims of the paragraph with a pronoun as source are of who answers. */
static bool tell_pronouns(lgm_attrib_draft *d, lgm_tokspan par, uint32_t who)
{
    uint32_t last = LGM_NONE;
    for (uint32_t t = par.start; t < par.end; t++) {
        const uint32_t k = d->content[t];
        if (k == LGM_NONE || k == last) continue;
        last = k;
        const lgm_parts *const s = &d->claims->at.at[k].source;
        if (s->n != 1 || s->at[0].end - s->at[0].start != 1) continue;
        const uint8_t word = d->tree->word[s->at[0].start];
        if (word != LGM_PRO_HE && word != LGM_PRO_SHE && word != LGM_PRO_THEY) continue;
        if (!lgm_attrib_tell(d, k, who)) return false;
    }
    return true;
}

/* An answer without quotation marks, where nothing in it was learned as a claim of the report. */
static bool add_answer(lgm_attrib_draft *d, lgm_tokspan par, uint32_t who)
{
    if (lgm_slice_eq(lgm_doc_form(d->doc, par.end - 1), LGM_SLICE("."))) par.end--;
    const lgm_attrib_found found = {
        {0},
        {0},
        par,
        RIGHT,
        LGM_ATTRIB_RULE("The paragraph behind a question of an interview is the "
                        "answer")};
    if (!lgm_attrib_add(d, &found)) return false;
    const uint32_t made = (uint32_t)d->claims->at.n - 1;
    d->claims->at.at[made].form = LGM_ATTRIB_VERBATIM;
    return lgm_attrib_tell(d, made, who);
}

static bool is_unquoted(const lgm_doc *doc, lgm_tokspan par)
{
    const lgm_slice last = lgm_doc_form(doc, par.end - 1);
    if (!LGM_SLICE_IN(last, ".", "!", "…")) return false;
    return lgm_attrib_count(doc, par).quoted == 0;
}

bool lgm_attrib_interview(lgm_attrib_draft *d)
{
    const lgm_doc *const doc = d->doc;
    const uint32_t first = first_question(doc);
    if (first == LGM_NONE || !speaks_of_asking(doc, first)) return true;
    const uint32_t who = lgm_attrib_interviewee(d, first);
    if (who == LGM_NONE) return true;
    for (uint32_t from = first, end; from < doc->n_tokens; from = end) {
        end = paragraph_end(doc, from);
        if (end == doc->n_tokens || !is_question(doc, (lgm_tokspan){from, end})) continue;
        const lgm_tokspan answer = {end, paragraph_end(doc, end)};
        if (is_question(doc, answer)) continue;
        const bool ok =
            is_unquoted(doc, answer) ? add_answer(d, answer, who) : tell_pronouns(d, answer, who);
        if (!ok) return false;
    }
    return true;
}
