/* amend.c - runs the rules over the claims that were learned. */
#include "attrib/claims.h"

static void mark(uint32_t *of, const lgm_parts *p, uint32_t claim)
{
    for (uint8_t i = 0; i < p->n; i++)
        for (uint32_t t = p->at[i].start; t < p->at[i].end; t++) of[t] = claim;
}

static bool start(lgm_attrib_draft *d)
{
    const size_t n = d->doc->n_tokens;
    d->cue = lgm_arena_alloc(d->scratch, n * sizeof *d->cue);
    d->content = lgm_arena_alloc(d->scratch, n * sizeof *d->content);
    if (!d->cue || !d->content) return false;
    for (size_t t = 0; t < n; t++) d->cue[t] = d->content[t] = LGM_NONE;
    for (uint32_t k = 0; k < d->claims->at.n; k++) {
        if (d->claims->at.at[k].content.n == 0) continue; /* left out */
        mark(d->cue, &d->claims->at.at[k].cue, k);
        mark(d->content, &d->claims->at.at[k].content, k);
    }
    return true;
}

lgm_status lgm_attrib_amend(const lgm_trees *trees, lgm_arena *scratch, const lgm_doc *doc,
                            lgm_attrib_claims *claims, lgm_err *err)
{
    if (!trees) return LGM_OK;
    lgm_attrib_draft d = {.doc = doc, .scratch = scratch, .tree = trees, .claims = claims};
    const bool ok = start(&d) && lgm_attrib_told(&d) && lgm_attrib_labels(&d) &&
                    lgm_attrib_signed(&d) && lgm_attrib_nouns(&d) && lgm_attrib_transcript(&d) &&
                    lgm_attrib_interview(&d) && lgm_attrib_relayed(&d) && lgm_attrib_trailing(&d) &&
                    lgm_attrib_voice(&d) && lgm_attrib_linking(&d) && lgm_attrib_overlooked(&d);
    if (ok) lgm_attrib_none(&d);
    if (ok) lgm_attrib_goes_on(&d);
    if (!ok || !lgm_attrib_nest(&d)) return lgm_arena_fail(scratch, err);
    lgm_attrib_subjects(&d);
    return LGM_OK;
}
