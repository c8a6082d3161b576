/* act.c - one claim after another. */
#include "act/act.h"

#include "act/beside.h"
#include "act/content.h"
#include "act/cue.h"

static lgm_claim_act read_claim(const lgm_trees *t, uint32_t claim)
{
    const lgm_doc_claim *const c = &t->doc->claims[claim];
    lgm_claim_act to = {.act = LGM_ACT_STATE};
    if (c->content.n == 0) return to;
    const lgm_act_cue cue = lgm_act_read_cue(t, c);
    to.act = (uint8_t)(cue.act == LGM_ACT_NONE ? lgm_act_by_content(t, claim) : cue.act);
    to.certainty = (uint8_t)lgm_act_certainty(t, c, &cue);
    lgm_act_find_evidence(t, c, &to);
    lgm_act_find_repetition(t, c, cue.verb, &to);
    return to;
}

lgm_status lgm_act_run(const lgm_trees *trees, lgm_doc *doc, lgm_err *err)
{
    if (doc->n_claims == 0) return LGM_OK;
    lgm_claim_act *const act = lgm_arena_calloc(doc->arena, doc->n_claims, sizeof *act);
    if (!act) return lgm_arena_fail(doc->arena, err);
    for (uint32_t c = 0; c < doc->n_claims; c++) act[c] = read_claim(trees, c);
    doc->claim_act = act;
    return LGM_OK;
}
