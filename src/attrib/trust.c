/*
 * trust.c - how likely it is that a claim is right.
 *
 * Without `calib.claims` it is the posterior of the cue's tags, times that of the content's, times
 * the probability of each link. That is too low where it is low and too high where it is high, and
 * does not see what tells most: whether the source's tags are sure, and whether there is a source
 * at all. With `calib.claims` (f32 [7]: cue, content, source, link, no cue, no source, bias) it is
 * a logistic regression on these, learned by tools/train/heads/calibrate.py.
 */
#include "attrib/frags.h"
#include "nn/detmath.h"

enum { CUE, CONTENT, SOURCE, LINK, NO_CUE, NO_SOURCE, BIAS };

_Static_assert(BIAS + 1 == LGM_TRUST_WEIGHTS, "one weight for each");

lgm_status lgm_attrib_bind_trust(lgm_attrib_head *h, const lgm_model *model, lgm_err *err)
{
    const lgm_tensor *t;
    h->trust = NULL;
    if (!lgm_model_find(model, "calib.claims")) return LGM_OK;
    const lgm_status st =
        lgm_model_need(model, "calib.claims", LGM_DTYPE_F32, LGM_TRUST_WEIGHTS, 1, 1, &t, err);
    if (st != LGM_OK) return st;
    const float *const w = t->data;
    for (int i = 0; i < LGM_TRUST_WEIGHTS; i++) {
        const float least = i <= LINK ? 0.0f : -LGM_TRUST_MAX; /* evidence never takes trust */
        if (!(w[i] >= least && w[i] <= LGM_TRUST_MAX))
            return lgm_fail(err, LGM_E_CORRUPT, "calib.claims: %g at %d, should be %g to %g",
                            (double)w[i], i, (double)least, (double)LGM_TRUST_MAX);
    }
    h->trust = w;
    return LGM_OK;
}

float lgm_attrib_trust(const lgm_attrib_head *h, const lgm_claim_odds *e)
{
    const float *const w = h->trust;
    if (!w) return (float)((double)e->cue * (double)e->content * (double)e->link);
    double sum = (double)w[BIAS] + (double)w[CONTENT] * lgm_det_logit((double)e->content);
    if (e->no_cue) return (float)lgm_det_sigmoid(sum + (double)w[NO_CUE]);
    sum += (double)w[CUE] * lgm_det_logit((double)e->cue);
    sum += (double)w[LINK] * lgm_det_logit((double)e->link);
    sum += e->no_source ? (double)w[NO_SOURCE]
                        : (double)w[SOURCE] * lgm_det_logit((double)e->source);
    return (float)lgm_det_sigmoid(sum);
}
