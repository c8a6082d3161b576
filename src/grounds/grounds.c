/* grounds.c - of each claim what its source says of itself, else what is said of its speaker. */
#include "grounds/grounds.h"

#include "doc/why.h"
#include "grounds/description.h"
#include "grounds/secrecy.h"
#include "legomena/kinds.h"

enum { MOST = 32 }; /* mentions of a speaker that are looked at */

typedef struct reader {
    const lgm_trees *t;
    lgm_doc_ground *of; /* [n_entities]: the first that is said of it */
    bool *known;        /* [n_entities]: it was looked for */
} reader;

/* The word of the source that the rest of it hangs on. */
static uint32_t top_of(const lgm_doc *doc, const lgm_parts *p)
{
    for (uint32_t i = 0; i < p->n; i++)
        for (uint32_t k = p->at[i].start; k < p->at[i].end; k++)
            if (lgm_tree_is_loose(doc, p, k)) return k;
    return LGM_NONE;
}

static lgm_doc_ground first_of(reader *r, uint32_t entity)
{
    const lgm_doc *const doc = r->t->doc;
    const lgm_doc_entity *const e = &doc->entities[entity];
    lgm_doc_ground *const g = &r->of[entity];
    if (r->known[entity]) return *g;
    r->known[entity] = true;
    for (uint32_t i = 0; i < e->n_mentions && i < MOST && g->kind == LGM_GROUND_NONE; i++) {
        const lgm_doc_mention *const m = &doc->mentions[doc->mention_order[e->mention + i]];
        const bool quoted = (doc->tokens[m->head].flags & LGM_TOK_QUOTED) != 0;
        if (m->form != LGM_MENTION_PRONOUN && !quoted) *g = lgm_grounds_describe(r->t, m->head, e);
    }
    return *g;
}

/* By the words of the source itself. */
static lgm_doc_ground own_of(const lgm_trees *t, uint32_t claim, const lgm_doc_entity *e)
{
    const lgm_doc_ground nothing = {{0, 0}, LGM_GROUND_NONE};
    const lgm_parts *const source = &t->doc->claims[claim].source;
    const uint32_t top = top_of(t->doc, source);
    if (top == LGM_NONE || t->upos[top] == LGM_UPOS_PRON) return nothing;
    return lgm_grounds_describe(t, top, e);
}

/* Does the source say more of itself here than who it is: that it saw it, why it is not named? */
static bool is_special(const lgm_doc_ground *g)
{
    return g->kind != LGM_GROUND_NONE && g->kind != LGM_GROUND_ROLE;
}

/* What the claim states, else what is known of its speaker by then. */
static lgm_doc_ground stated(reader *r, uint32_t claim)
{
    const lgm_doc *const doc = r->t->doc;
    const uint32_t speaker = lgm_doc_who(doc, claim).speaker;
    const lgm_doc_entity *const e = speaker == LGM_NONE ? NULL : &doc->entities[speaker];
    lgm_doc_ground g = {{0, 0}, LGM_GROUND_NONE};
    if (doc->claims[claim].source.n == 0) return g;
    if (!e || e->name == LGM_NONE) g = lgm_grounds_secrecy(r->t, claim);
    if (g.kind == LGM_GROUND_NONE) g = own_of(r->t, claim, e);
    if (!e || is_special(&g)) return g;
    const lgm_doc_ground first = first_of(r, speaker);
    const bool earlier = g.kind != LGM_GROUND_NONE && g.tokens.start < first.tokens.start;
    if (first.kind == LGM_GROUND_NONE || earlier) r->of[speaker] = g;
    return r->of[speaker];
}

static void explain(const lgm_doc *doc, uint32_t claim, const lgm_doc_ground *g)
{
    static const char *const WHAT[] = {
        [LGM_GROUND_ROLE] = "say what office or part the source has (data/states/roles.txt)",
        [LGM_GROUND_EXPERTISE] =
            "say what the source knows by profession (data/grounds/experts.txt)",
        [LGM_GROUND_EYEWITNESS] = "say that the source saw it (data/grounds/witnesses.txt)",
        [LGM_GROUND_RELATION] = "say how the source is related (data/grounds/kin.txt, near.txt)",
        [LGM_GROUND_DOCUMENT] = "say that a document was seen (data/grounds/clauses.txt)",
        [LGM_GROUND_ANONYMITY] = "say why the source is not named (data/grounds/harm.txt)"};
    if (g->kind == LGM_GROUND_NONE) return;
    const lgm_parts *const source = &doc->claims[claim].source;
    const lgm_tokspan near = lgm_doc_sentence_of(doc, source->at[0].start);
    const bool own = g->tokens.start >= near.start && g->tokens.start < near.end;
    LGM_WHY(doc, CLAIM, claim, "justification", g->tokens, "These words%s %s",
            own ? "" : ", which the report has of the same speaker elsewhere,",
            g->kind < LGM_COUNT(WHAT) && WHAT[g->kind] ? WHAT[g->kind] : "justify the source");
}

lgm_status lgm_grounds_run(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    if (doc->n_claims == 0 || !doc->claim_who) return LGM_OK;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    reader r = {.t = trees};
    r.of = lgm_arena_calloc(scratch, doc->n_entities + 1, sizeof *r.of);
    r.known = lgm_arena_calloc(scratch, doc->n_entities + 1, sizeof *r.known);
    if (!r.of || !r.known) return lgm_arena_fail(scratch, err);
    lgm_doc_ground *const out = lgm_arena_calloc(doc->arena, doc->n_claims, sizeof *out);
    if (!out) return lgm_arena_fail(doc->arena, err);
    for (uint32_t c = 0; c < doc->n_claims; c++) out[c] = stated(&r, c);
    for (uint32_t c = 0; c < doc->n_claims; c++) { /* what a later claim told of the speaker */
        const uint32_t speaker = lgm_doc_who(doc, c).speaker;
        if (out[c].kind == LGM_GROUND_NONE && speaker != LGM_NONE && doc->claims[c].source.n > 0)
            out[c] = r.of[speaker];
    }
    for (uint32_t c = 0; doc->why && c < doc->n_claims; c++) explain(doc, c, &out[c]);
    doc->claim_ground = out;
    lgm_arena_rewind(scratch, mark);
    return LGM_OK;
}
