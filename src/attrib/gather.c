/*
 * gather.c - linked fragments become claims.
 *
 * A cue with content is a claim; content that no cue took is one where it is a quotation, and is
 * left out otherwise, as is a cue without content. Of the contents of a cue the surest makes the
 * claim; more of them have to be sure themselves, or quotations. Contents of one claim that only
 * whitespace separates are one part. With calibrated confidence a claim that is too unlikely is
 * left out, unless it is direct speech: its words are right even where nobody knows the speaker. A
 * claim with more than LGM_MAX_PARTS parts goes on in a second one of the same source and cue.
 */
#include <string.h>

#include "attrib/frags.h"
#include "doc/why.h"

/* Of the quotations in PolNeAR (training part), 90 % of those with four words are content, and more
 * of the longer ones; of those with fewer it is 57 to 80 %: the rest are titles and nicknames. */
enum { CUELESS_WORDS = 4 };

/* On the held-out part of PolNeAR's training documents F1 of whole attributions is as good from
 * 0.30 to 0.45, and the lower end loses fewer true words. A model without calib.claims keeps
 * everything: its numbers are no frequencies. */
static const float LEAST_TRUST = 0.30f;

/* What further contents of a cue must have: probability of their tags times that of their link. On
 * the held-out part of PolNeAR's training documents exact claims rise up to 0.7 and stay there. */
static const float SURE = 0.7f;

typedef struct plan { /* a claim to be made */
    uint32_t cue;     /* fragment, or LGM_NONE */
    uint32_t end;     /* of its last part so far */
    uint32_t n_parts;
    uint32_t n_tokens; /* of content */
    double tag_sum;    /* posterior of content, summed over tokens */
    double link_prob;  /* product over its links */
} plan;

typedef struct work {
    const lgm_frags *set;
    LGM_VEC(plan) plans;
    uint32_t *plan_of; /* per fragment: of a content its plan, of a cue its latest; LGM_NONE */
    float *surest;     /* per fragment: of a cue, the surest of its contents */
} work;

static uint32_t source_of(const lgm_frags *set, uint32_t cue)
{
    return cue == LGM_NONE ? LGM_NONE : set->frags.at[cue].link;
}

static plan new_plan(const lgm_frags *set, uint32_t cue)
{
    plan p = {.cue = cue, .end = LGM_NONE, .link_prob = 1.0};
    if (source_of(set, cue) != LGM_NONE) p.link_prob = (double)set->frags.at[cue].link_prob;
    return p;
}

static void add_content(plan *p, const lgm_frag *f)
{
    const uint32_t n = f->at.end - f->at.start;
    if (f->at.start != p->end) p->n_parts++;
    p->end = f->at.end;
    p->n_tokens += n;
    p->tag_sum += (double)f->prob * n;
    p->link_prob *= (double)f->link_prob;
}

static bool is_quotation(const lgm_doc *doc, const lgm_frag *f, uint32_t least_words)
{
    const lgm_word_count n = lgm_attrib_count(doc, f->at);
    return n.words >= least_words && n.quoted == n.words;
}

static float sure(const lgm_frag *content)
{
    return content->prob * content->link_prob;
}

static void find_surest(const work *w)
{
    for (uint32_t i = 0; i < w->set->frags.n; i++) {
        const lgm_frag *const f = &w->set->frags.at[i];
        if (f->role != LGM_ROLE_CONTENT || f->link == LGM_NONE) continue;
        if (sure(f) > w->surest[f->link]) w->surest[f->link] = sure(f);
    }
}

/* Is this content part of a claim? */
static bool has_part(const work *w, const lgm_doc *doc, const lgm_frag *f, bool keep_cueless)
{
    if (f->link == LGM_NONE) return keep_cueless && is_quotation(doc, f, CUELESS_WORDS);
    return sure(f) >= SURE || sure(f) >= w->surest[f->link] || is_quotation(doc, f, 1);
}

static lgm_status make_plans(work *w, bool keep_cueless, lgm_arena *scratch, const lgm_doc *doc,
                             lgm_err *err)
{
    for (uint32_t i = 0; i < w->set->frags.n; i++) {
        const lgm_frag *const f = &w->set->frags.at[i];
        if (f->role != LGM_ROLE_CONTENT || !has_part(w, doc, f, keep_cueless)) continue;
        uint32_t at = f->link == LGM_NONE ? LGM_NONE : w->plan_of[f->link];
        const plan *const have = at == LGM_NONE ? NULL : &w->plans.at[at];
        if (!have || (have->n_parts == LGM_MAX_PARTS && have->end != f->at.start)) {
            at = (uint32_t)w->plans.n;
            if (!lgm_vec_push(scratch, &w->plans, new_plan(w->set, f->link)))
                return lgm_arena_fail(scratch, err);
            if (f->link != LGM_NONE) w->plan_of[f->link] = at;
        }
        add_content(&w->plans.at[at], f);
        w->plan_of[i] = at;
    }
    return LGM_OK;
}

/* Source, cue and confidence; contents follow. */
static lgm_doc_claim begin(const lgm_attrib_head *head, const lgm_frags *set, const plan *p)
{
    lgm_doc_claim c = {0};
    const uint32_t source = source_of(set, p->cue);
    c.odds = (lgm_claim_odds){.cue = 1,
                              .content = (float)(p->tag_sum / p->n_tokens),
                              .source = 1,
                              .link = (float)p->link_prob,
                              .no_cue = p->cue == LGM_NONE,
                              .no_source = p->cue != LGM_NONE && source == LGM_NONE};
    if (p->cue != LGM_NONE) {
        c.cue.at[c.cue.n++] = set->frags.at[p->cue].at;
        c.odds.cue = set->frags.at[p->cue].prob;
    }
    if (source != LGM_NONE) {
        c.source.at[c.source.n++] = set->frags.at[source].at;
        c.odds.source = set->frags.at[source].prob;
    }
    c.confidence = lgm_attrib_trust(head, &c.odds);
    return c;
}

static void add_part(lgm_parts *parts, lgm_tokspan at)
{
    if (parts->n > 0 && parts->at[parts->n - 1].end == at.start)
        parts->at[parts->n - 1].end = at.end;
    else
        parts->at[parts->n++] = at;
}

/* Without content, and so left out: what is not likely enough. */
static void drop_unlikely(const lgm_attrib_head *head, const lgm_doc *doc, lgm_doc_claim *c)
{
    const bool likely = !head->trust || c->confidence >= LEAST_TRUST;
    if (!likely && lgm_attrib_form(doc, &c->content) != LGM_FORM_DIRECT) c->content.n = 0;
}

/* ---- why ------------------------------------------------------------------------------------- */

static void explain_content(const lgm_doc *doc, const lgm_frag *f, uint32_t claim, uint32_t cue)
{
    const unsigned sure = lgm_doc_percent(f->prob), link = lgm_doc_percent(f->link_prob);
    if (f->link == LGM_NONE)
        LGM_WHY(doc, DRAFT, claim, "content", f->at,
                "It is a quotation of %d words or more that no cue took", CUELESS_WORDS);
    else if (f->rule)
        LGM_WHY(doc, DRAFT, claim, "content", f->at, "%s", f->rule);
    else
        LGM_WHY_TREE(
            doc, DRAFT, claim, "content", cue, f->at,
            "The model marks these words as what is said, %u\u00a0%% sure, and links them to "
            "the cue, %u\u00a0%% sure",
            sure, link);
}

static void explain_confidence(const lgm_attrib_head *head, const lgm_doc *doc,
                               const lgm_claim_odds *o, uint32_t claim)
{
    const unsigned said = lgm_doc_percent(o->content), link = lgm_doc_percent(o->link);
    const char *const how = head->trust ? ", weighed as texts that were held out have shown" : "";
    if (o->no_cue)
        LGM_WHY(doc, DRAFT, claim, "confidence", LGM_NO_WORDS,
                "The model is %u\u00a0%% sure of what is said, and nobody is known to say it%s",
                said, how);
    else if (o->no_source)
        LGM_WHY(doc, DRAFT, claim, "confidence", LGM_NO_WORDS,
                "The model is %u\u00a0%% sure of the cue, %u\u00a0%% of what is said and "
                "%u\u00a0%% of the link "
                "between them; nobody is named%s",
                lgm_doc_percent(o->cue), said, link, how);
    else
        LGM_WHY(doc, DRAFT, claim, "confidence", LGM_NO_WORDS,
                "The model is %u\u00a0%% sure of the cue, %u\u00a0%% of what is said, %u\u00a0%% "
                "of the source and "
                "%u\u00a0%% of the links between them%s",
                lgm_doc_percent(o->cue), said, lgm_doc_percent(o->source), link, how);
}

static void explain(const lgm_doc *doc, const work *w, uint32_t claim)
{
    const plan *const p = &w->plans.at[claim];
    const uint32_t source = source_of(w->set, p->cue);
    const lgm_frag *const frags = w->set->frags.at;
    const uint32_t cue = p->cue == LGM_NONE ? LGM_NONE : lgm_doc_top_word(doc, frags[p->cue].at);
    if (source != LGM_NONE)
        LGM_WHY_TREE(
            doc, DRAFT, claim, "source", cue, frags[source].at,
            "The model marks these words as a source, %u\u00a0%% sure, and links them to the "
            "cue, %u\u00a0%% sure",
            lgm_doc_percent(frags[source].prob), lgm_doc_percent(frags[p->cue].link_prob));
    if (p->cue != LGM_NONE)
        LGM_WHY(doc, DRAFT, claim, "cue", frags[p->cue].at,
                "The model marks these words as what says that it is said, %u\u00a0%% sure",
                lgm_doc_percent(frags[p->cue].prob));
}

static void explain_all(const lgm_attrib_head *head, const lgm_doc *doc, const work *w,
                        const lgm_attrib_claims *claims)
{
    for (uint32_t i = 0; i < w->plans.n; i++) explain(doc, w, i);
    for (uint32_t i = 0; i < w->set->frags.n; i++) {
        const lgm_frag *const f = &w->set->frags.at[i];
        if (f->role != LGM_ROLE_CONTENT || w->plan_of[i] == LGM_NONE) continue;
        const uint32_t cue =
            f->link == LGM_NONE ? LGM_NONE : lgm_doc_top_word(doc, w->set->frags.at[f->link].at);
        explain_content(doc, f, w->plan_of[i], cue);
    }
    for (uint32_t i = 0; i < claims->at.n; i++)
        explain_confidence(head, doc, &claims->at.at[i].odds, i);
}

lgm_status lgm_attrib_gather(const lgm_attrib_head *head, lgm_arena *scratch, const lgm_doc *doc,
                             const lgm_frags *set, lgm_attrib_claims *out, lgm_err *err)
{
    const size_t n = set->frags.n;
    work w = {.set = set,
              .plan_of = lgm_arena_alloc(scratch, n * sizeof(uint32_t)),
              .surest = lgm_arena_calloc(scratch, n, sizeof(float))};
    if (!w.plan_of || !w.surest) return lgm_arena_fail(scratch, err);
    for (size_t i = 0; i < n; i++) w.plan_of[i] = LGM_NONE;
    find_surest(&w);

    const lgm_status st = make_plans(&w, head->keep_cueless, scratch, doc, err);
    if (st != LGM_OK) return st;
    out->at.room = w.plans.n + w.plans.n / 4 + 8; /* rules add some */
    out->at.at = lgm_arena_alloc(scratch, out->at.room * sizeof *out->at.at);
    if (!out->at.at) return lgm_arena_fail(scratch, err);
    for (size_t i = 0; i < w.plans.n; i++)
        if (!lgm_vec_push(scratch, &out->at, begin(head, set, &w.plans.at[i])))
            return lgm_arena_fail(scratch, err);
    for (size_t i = 0; i < n; i++)
        if (set->frags.at[i].role == LGM_ROLE_CONTENT && w.plan_of[i] != LGM_NONE)
            add_part(&out->at.at[w.plan_of[i]].content, set->frags.at[i].at);
    if (doc->why) explain_all(head, doc, &w, out);
    for (size_t i = 0; i < w.plans.n; i++) drop_unlikely(head, doc, &out->at.at[i]);
    return LGM_OK;
}
