/* act.c - one claim after another. */
#include "act/act.h"

#include "act/beside.h"
#include "act/content.h"
#include "act/cue.h"
#include "act/target.h"

typedef LGM_VEC(uint32_t) entities;

/* False where the document's arena is spent. */
static bool find_about(const lgm_trees *t, uint32_t claim, uint32_t verb, lgm_claim_act *act,
                       entities *about)
{
    uint32_t to[LGM_ACT_MOST_TARGETS];
    const uint32_t n = lgm_act_targets(t, claim, (lgm_act)act->act, verb, to);
    act->first_about = (uint32_t)about->n;
    act->n_about = n;
    for (uint32_t i = 0; i < n; i++)
        if (!lgm_vec_push(t->doc->arena, about, to[i])) return false;
    return true;
}

static bool read_claim(const lgm_trees *t, uint32_t claim, lgm_claim_act *to, entities *about)
{
    const lgm_doc_claim *const c = &t->doc->claims[claim];
    *to = (lgm_claim_act){.act = LGM_ACT_STATE};
    if (c->content.n == 0) return true;
    const lgm_act_cue cue = lgm_act_read_cue(t, c);
    to->act = (uint8_t)(cue.act == LGM_ACT_NONE ? lgm_act_by_content(t, claim) : cue.act);
    to->certainty = (uint8_t)lgm_act_certainty(t, c, &cue);
    lgm_act_find_evidence(t, c, to);
    lgm_act_find_repetition(t, c, cue.verb, to);
    return find_about(t, claim, cue.verb, to, about);
}

lgm_status lgm_act_run(const lgm_trees *trees, lgm_doc *doc, lgm_err *err)
{
    if (doc->n_claims == 0) return LGM_OK;
    lgm_claim_act *const act = lgm_arena_calloc(doc->arena, doc->n_claims, sizeof *act);
    entities about = {0};
    if (!act) return lgm_arena_fail(doc->arena, err);
    for (uint32_t c = 0; c < doc->n_claims; c++)
        if (!read_claim(trees, c, &act[c], &about)) return lgm_arena_fail(doc->arena, err);
    doc->claim_act = act;
    doc->about = about.at;
    doc->n_about = (uint32_t)about.n;
    return LGM_OK;
}
