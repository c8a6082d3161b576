/*
 * cue.c - the entry of data/act/cues.txt that fits a cue.
 *
 * The longest entry wins, and of two the later: "sought to play down" plays down, "refused to
 * confirm" refuses. Entries match lemmas; articles, auxiliaries and adverbs do not count. An entry
 * may reach into the content ("claimed | responsibility for the fire") and end in the "to" that the
 * content begins with ("told the crew | to leave").
 *
 * Of a negated cue an entry with "not" comes first. Without one, who does not believe believes the
 * contrary, who does not want does not want, and who does not confirm keeps it open.
 */
#include "act/cue.h"

#include "act/act_words.h"
#include "doc/why.h"
#include "tree/shape.h"

enum { MOST = 16, INTO_CONTENT = 3 };

typedef struct words {
    const lgm_trees *t;
    uint32_t at[MOST + INTO_CONTENT];
    uint32_t n, all; /* of the cue; with what follows of the content */
    bool negated, infinitive;
    bool begins_not; /* "pleaded | not guilty" */
} words;

static bool counts(const lgm_trees *t, uint32_t w)
{
    switch (t->upos[w]) {
    case LGM_UPOS_ADV: return t->rel[w] == LGM_REL_compound;
    case LGM_UPOS_PART: return lgm_tree_form_is(t->doc, w, "to");
    case LGM_UPOS_DET:
    case LGM_UPOS_AUX:
    case LGM_UPOS_PUNCT:
    case LGM_UPOS_PRON: return false;
    default: return true;
    }
}

/* "Could not resist saying", "did not fail to mention", "not only denied": it was said. */
static bool undoes(const lgm_doc *doc, uint32_t w)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, w), "resist", "fail", "hesitate", "help", "forget",
                        "stop", "shy", "only", "just");
}

static void gather(words *s, const lgm_doc_claim *c)
{
    const lgm_doc *const doc = s->t->doc;
    bool undone = false;
    for (uint8_t i = 0; i < c->cue.n; i++)
        for (uint32_t w = c->cue.at[i].start; w < c->cue.at[i].end; w++) {
            if (lgm_tree_is_not(doc, w)) s->negated = true;
            undone |= undoes(doc, w);
            if (counts(s->t, w) && s->n < MOST) s->at[s->n++] = w;
        }
    s->negated &= !undone;
    s->all = s->n;
    const uint32_t end = c->cue.n ? c->cue.at[c->cue.n - 1].end : 0;
    for (uint32_t w = end; w < end + INTO_CONTENT && lgm_parts_have(&c->content, w); w++) {
        s->begins_not |= w == end && lgm_tree_is_not(doc, w);
        if (counts(s->t, w)) s->at[s->all++] = w;
    }
}

static uint32_t last_verb(const words *s)
{
    for (uint32_t i = s->n; i > 0; i--)
        if (s->t->upos[s->at[i - 1]] == LGM_UPOS_VERB) return s->at[i - 1];
    return s->n ? s->at[s->n - 1] : LGM_NONE;
}

/* "To leave", or "the crew to leave" where the verb of the cue governs it. */
static bool is_infinitive(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb)
{
    const uint32_t first = c->content.at[0].start;
    if (t->upos[first] == LGM_UPOS_PART && lgm_tree_form_is(t->doc, first, "to")) return true;
    for (uint32_t x = lgm_tree_right(t, verb); x != LGM_NONE; x = lgm_tree_next(t, x)) {
        if (t->rel[x] != LGM_REL_xcomp || !lgm_parts_have(&c->content, x)) continue;
        const uint32_t mark = lgm_tree_child(t, x, LGM_REL_mark);
        if (mark != LGM_NONE && lgm_tree_form_is(t->doc, mark, "to")) return true;
    }
    return false;
}

/* Kinds of n words from the i-th on, those of a negated entry first. */
static uint32_t look_up(const words *s, uint32_t i, uint32_t n, const char *after, bool *with_not)
{
    const lgm_doc *const doc = s->t->doc;
    const bool within = s->begins_not && i + n > s->n; /* the entry reaches beyond the "not" */
    uint32_t kinds = s->negated || within ? lgm_act_kinds(doc, "not", s->at + i, n, after) : 0;
    *with_not = (kinds & LGM_ACT_CUE) != 0;
    if (!*with_not) kinds = lgm_act_kinds(doc, NULL, s->at + i, n, after);
    return kinds & LGM_ACT_CUE ? kinds : 0;
}

static uint32_t best_entry(const words *s, bool *with_not, lgm_tokspan *where)
{
    uint32_t best = 0, length = 0;
    for (uint32_t i = 0; i < s->n; i++)
        for (uint32_t n = 1; n <= LGM_ACT_WORDS && i + n <= s->all; n++)
            for (int to = 0; to <= (s->infinitive && i + n <= s->n); to++) {
                bool not ;
                const uint32_t kinds = look_up(s, i, n, to ? "to" : NULL, &not );
                if (!kinds || n + (uint32_t)to < length) continue;
                best = kinds;
                length = n + (uint32_t)to;
                *with_not = not ;
                *where = (lgm_tokspan){s->at[i], s->at[i + n - 1] + 1};
            }
    return best;
}

/* "Voiced her | doubt that", "announced its | plan to": the noun says it. */
static uint32_t entry_of_object(const words *s, uint32_t verb)
{
    if (s->n == s->all) return 0;
    const uint32_t noun = s->at[s->n];
    if (s->t->rel[noun] != LGM_REL_obj || s->t->doc->head[noun] != verb) return 0;
    const uint32_t kinds = lgm_act_word(s->t->doc, noun);
    return kinds & LGM_ACT_CUE ? kinds : 0;
}

static void negate(lgm_act_cue *cue)
{
    if (cue->sure == LGM_CERTAINTY_PROBABLE)
        cue->sure = LGM_CERTAINTY_NOT_PROBABLE;
    else if (cue->sure != LGM_CERTAINTY_OPEN) {
        cue->act = LGM_ACT_OTHER;
        cue->sure = LGM_CERTAINTY_OPEN;
    }
}

static void explain(const lgm_doc *doc, uint32_t claim, const lgm_act_cue *cue, lgm_tokspan where,
                    bool negated, bool with_not)
{
    if (cue->act != LGM_ACT_NONE)
        LGM_WHY(doc, CLAIM, claim, "act", where,
                "These words of the cue%s stand in data/act/cues.txt",
                with_not ? ", with \"not\"," : "");
    if (cue->sure != LGM_CERTAINTY_NONE)
        LGM_WHY(
            doc, CLAIM, claim, "certainty", where,
            "These words of the cue%s stand in data/act/cues.txt, and say how sure the source is",
            with_not ? ", with \"not\"," : "");
    if (!negated || with_not || cue->sure == LGM_CERTAINTY_OPEN) return;
    LGM_WHY(doc, CLAIM, claim, "certainty", where,
            cue->sure == LGM_CERTAINTY_PROBABLE
                ? "The cue is negated: who does not believe it believes the contrary"
                : "The cue is negated: who does not say it leaves it open");
    if (cue->sure != LGM_CERTAINTY_PROBABLE)
        LGM_WHY(doc, CLAIM, claim, "act", where,
                "The cue is negated: what is not said is no act of the kinds that we know");
}

lgm_act_cue lgm_act_read_cue(const lgm_trees *t, const lgm_doc_claim *claim)
{
    words s = {.t = t};
    lgm_act_cue cue = {.act = LGM_ACT_NONE, .verb = LGM_NONE};
    gather(&s, claim);
    if (s.n == 0) return cue;
    cue.verb = last_verb(&s);
    cue.topic = lgm_act_is_topical(t->doc, s.at[s.n - 1]);
    s.infinitive = is_infinitive(t, claim, cue.verb);
    bool with_not = false;
    lgm_tokspan where = LGM_NO_WORDS;
    uint32_t kinds = best_entry(&s, &with_not, &where);
    if (!kinds && (kinds = entry_of_object(&s, cue.verb)) != 0) where = LGM_ONE_WORD(s.at[s.n]);
    cue.act = kinds ? lgm_act_of(kinds) : LGM_ACT_NONE;
    cue.sure = lgm_act_sure(kinds);
    explain(t->doc, lgm_doc_number_of(t->doc, claim), &cue, where, s.negated, with_not);
    if (s.negated && !with_not) negate(&cue);
    return cue;
}
