/* nest.c - looks at every word of every content, and adds the claims that are found there. */
#include "attrib/nest.h"

#include "attrib/claim_words.h"
#include "attrib/frags.h"
#include "doc/why.h"

static const float RIGHT = 0.7f, WITH_OUTER = 0.15f;

enum { LONGEST = 512 }; /* tokens of what is said; so the cost stays linear */

enum { NEST_NOUN = LGM_ATTRIB_NEST_WITH | LGM_ATTRIB_NEST_NOUN_THAT | LGM_ATTRIB_NEST_NOUN_TO };
enum {
    NEST_VERB = LGM_ATTRIB_NEST_THAT | LGM_ATTRIB_NEST_TO | LGM_ATTRIB_NEST_THING |
                LGM_ATTRIB_NEST_WHOM | LGM_ATTRIB_NEST_WITH
};

static bool is_mark(const lgm_attrib_draft *d, uint32_t t, lgm_tokspan s)
{
    const lgm_token *const token = &d->doc->tokens[t];
    if (token->flags & (LGM_TOK_OPEN | LGM_TOK_CLOSE)) { /* with its partner it stays */
        for (uint32_t i = s.start; i < s.end; i++)
            if (i != t && d->doc->tokens[i].flags & (LGM_TOK_OPEN | LGM_TOK_CLOSE)) return false;
        return true;
    }
    return d->tree->upos[t] == LGM_UPOS_PUNCT;
}

void lgm_attrib_nest_say(const lgm_attrib_inner *n, lgm_tokspan s, lgm_parts *to)
{
    const lgm_attrib_draft *const d = n->d;
    if (s.start >= s.end || s.end - s.start > LONGEST) return;
    for (uint32_t t = s.start, end; t < s.end && to->n < LGM_MAX_PARTS; t = end) {
        end = t + 1;
        if (d->content[t] != n->outer) continue;
        while (end < s.end && d->content[end] == n->outer) end++;
        lgm_tokspan run = {t, end};
        while (run.start < run.end && is_mark(d, run.start, run)) run.start++;
        while (run.end > run.start && is_mark(d, run.end - 1, run)) run.end--;
        if (lgm_attrib_count(d->doc, run).words > 0) to->at[to->n++] = run;
    }
}

/* "Said so": a pronoun alone is no content. */
static bool says_something(const lgm_attrib_inner *n)
{
    if (n->content.n == 0) return false;
    const lgm_tokspan s = n->content.at[0];
    if (n->content.n > 1 || s.end - s.start > 1) return true;
    const uint8_t upos = n->d->tree->upos[s.start];
    return upos != LGM_UPOS_PRON && upos != LGM_UPOS_DET && upos != LGM_UPOS_ADV &&
           upos != LGM_UPOS_SCONJ;
}

/* "Ruled out": the verb with the word behind it, where the list has both. */
static void join_particle(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t next = n->word + 1;
    if (!(n->kinds & LGM_ATTRIB_NEST_WITH) || next >= t->doc->n_tokens ||
        t->doc->head[next] != n->word ||
        (t->rel[next] != LGM_REL_compound && t->rel[next] != LGM_REL_advmod))
        return;
    const uint32_t both = lgm_attrib_lemma_prep_kinds(t->doc, n->word, next);
    n->kinds |= both;
    n->particle = both != 0;
}

bool lgm_attrib_nest_find(lgm_attrib_inner *n)
{
    const uint8_t upos = n->d->tree->upos[n->word];
    if (lgm_attrib_nest_according(n)) return true;
    n->kinds = lgm_attrib_lemma_kinds(n->d->doc, n->word);
    if (upos == LGM_UPOS_VERB && lgm_attrib_nest_as(n)) return true;
    if (upos == LGM_UPOS_VERB) join_particle(n);
    if ((n->kinds & NEST_VERB) && upos == LGM_UPOS_VERB && lgm_attrib_nest_verb(n)) {
        if (n->particle && n->cue.at[n->cue.n - 1].end == n->word + 1)
            n->cue.at[n->cue.n - 1].end++;
        lgm_attrib_nest_content(n);
        return says_something(n);
    }
    if ((n->kinds & LGM_ATTRIB_HEARSAY) && upos == LGM_UPOS_ADV) return lgm_attrib_nest_hearsay(n);
    if (n->kinds & LGM_ATTRIB_NEST_STATE) return lgm_attrib_nest_state(n) && says_something(n);
    return (n->kinds & NEST_NOUN) && upos == LGM_UPOS_NOUN && lgm_attrib_nest_noun(n) &&
           says_something(n);
}

/* The rule that found it, of a claim within another and of one of the report's own sentences. */
static const char *rule_of(const lgm_attrib_inner *n)
{
    const uint8_t upos = n->d->tree->upos[n->word];
    const bool own = n->outer == LGM_NONE;
    if (n->kinds == 0) return "\"According to\" stands within what another claim says";
    if ((n->kinds & NEST_VERB) && upos == LGM_UPOS_VERB)
        return own ? "The model saw no claim here; a verb tells of one, with its subject and with "
                     "what it says (data/attrib/nest_verbs.txt)"
                   : "A verb within what another claim says, with its subject and with what it "
                     "says (data/attrib/nest_verbs.txt)";
    if ((n->kinds & LGM_ATTRIB_HEARSAY) && upos == LGM_UPOS_ADV)
        return own ? "An adverb tells that it is hearsay (data/attrib/hearsay.txt)"
                   : "An adverb within what another claim says tells that it is hearsay "
                     "(data/attrib/hearsay.txt)";
    if (n->kinds & LGM_ATTRIB_NEST_STATE)
        return "Somebody is in a state of mind within what another claim says "
               "(data/attrib/nest_states.txt)";
    return "A noun of saying within what another claim says, with its clause "
           "(data/attrib/nest_nouns.txt)";
}

static void explain_confidence(const lgm_attrib_inner *n, float confidence)
{
    const uint32_t made = (uint32_t)n->d->claims->at.n - 1;
    if (n->outer == LGM_NONE)
        LGM_WHY(n->d->doc, DRAFT, made, "confidence", LGM_NO_WORDS,
                "Claims by the rule that found it were right in %u\u00a0%% where they were read",
                lgm_doc_percent(confidence));
    else
        LGM_WHY(n->d->doc, DRAFT, made, "confidence", LGM_NO_WORDS,
                "Claims within others were right in %u to %u\u00a0%% where they were read, the "
                "more the surer the claim around them is",
                lgm_doc_percent(RIGHT), lgm_doc_percent(RIGHT + WITH_OUTER));
}

static void explain(const lgm_attrib_inner *n, const lgm_doc_claim *c)
{
    const lgm_doc *const doc = n->d->doc;
    const uint32_t made = (uint32_t)n->d->claims->at.n - 1;
    const char *const rule = rule_of(n);
    if (c->source.n)
        LGM_WHY_TREE(doc, DRAFT, made, "source", n->word, lgm_doc_all_of(&c->source), "%s", rule);
    LGM_WHY(doc, DRAFT, made, "cue", lgm_doc_all_of(&c->cue), "%s", rule);
    LGM_WHY_TREE(doc, DRAFT, made, "content", n->word, lgm_doc_all_of(&c->content), "%s", rule);
    explain_confidence(n, c->confidence);
}

bool lgm_attrib_nest_put(lgm_attrib_draft *d, const lgm_attrib_inner *n, float confidence)
{
    const lgm_doc_claim c = {.source = n->source,
                             .cue = n->cue,
                             .content = n->content,
                             .odds = {.cue = 1, .content = 1, .source = 1, .link = 1},
                             .confidence = confidence};
    if (!lgm_vec_push(d->scratch, &d->claims->at, c)) return false;
    if (d->doc->why) explain(n, &c);
    return true;
}

bool lgm_attrib_nest(lgm_attrib_draft *d)
{
    for (uint32_t t = 0; t < d->doc->n_tokens; t++) {
        lgm_attrib_inner n = {.d = d, .outer = d->content[t], .word = t, .subject = LGM_NONE};
        if (n.outer == LGM_NONE || d->cue[t] != LGM_NONE || !lgm_attrib_nest_find(&n)) continue;
        const float outer = d->claims->at.at[n.outer].confidence;
        if (!lgm_attrib_nest_put(d, &n, RIGHT + WITH_OUTER * outer)) return false;
    }
    return true;
}
