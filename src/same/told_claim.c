/*
 * told_claim.c - see told_claim.h. The bounds are by hand: no corpus has claims that are one.
 */
#include "same/told_claim.h"

#include <math.h>

#define BY_ONE_SOURCE 0.45 /* of the cosine: what one source says in nearly the same words */
#define BY_SOMEBODY 0.7    /* where it is not told who one of them is */
#define MOST_OF_IT 0.85    /* of the shorter quotation, within the longer */
enum { LEAST_TERMS = 3, LEAST_QUOTED = 4 };

static bool add(lgm_same_claim_list *out, lgm_arena *arena, const lgm_record *r, lgm_same_one of,
                const lgm_origin_text *text)
{
    static const lgm_cpspan none = {0, 0};
    const lgm_claim *const c = &r->claims.at[of.index];
    lgm_same_claim m = {.of = of, .denies = c->act == LGM_ACT_DENY};
    return lgm_origin_said_by(&m.speaker, arena, r, of.index, text) &&
           lgm_same_terms_of(&m.content, arena, r, c->content.at, c->content.n, none) &&
           lgm_same_terms_of(&m.quoted, arena, r, c->quoted.at, c->quoted.n, none) &&
           lgm_vec_push(arena, out, m);
}

bool lgm_same_claims_of(lgm_same_claim_list *out, lgm_arena *arena, const lgm_record *r,
                        uint32_t report, const lgm_origin_text *text)
{
    for (uint32_t i = 0; i < r->claims.n; i++)
        if (!add(out, arena, r, (lgm_same_one){report, i}, text)) return false;
    return true;
}

/* How much of the smaller is within the other, by weight. */
static double within(const lgm_profile_terms *a, const lgm_profile_terms *b)
{
    double shared = 0, x = 0, y = 0;
    for (size_t i = 0; i < a->n; i++) x += a->at[i].weight;
    for (size_t i = 0; i < b->n; i++) y += b->at[i].weight;
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (a->at[i].hash == b->at[k].hash) shared += a->at[i].weight;
        a->at[i].hash < b->at[k].hash ? i++ : k++;
    }
    return fmin(x, y) > 0 ? shared / fmin(x, y) : 0;
}

bool lgm_same_quoted(const lgm_same_claim *a, const lgm_same_claim *b)
{
    return a->quoted.words.n >= LEAST_QUOTED && b->quoted.words.n >= LEAST_QUOTED &&
           within(&a->quoted.words, &b->quoted.words) >= MOST_OF_IT;
}

double lgm_same_claim_alike(const lgm_same_claim *a, const lgm_same_claim *b)
{
    const lgm_profile_terms *const x = &a->content.words, *const y = &b->content.words;
    const bool one = lgm_origin_is_same(&a->speaker, &b->speaker);
    const bool few = x->n < LEAST_TERMS || y->n < LEAST_TERMS;
    if (!one && a->speaker.known && b->speaker.known) return LGM_SAME_CLAIMS_TWO;
    if (lgm_same_apart(&a->content.numbers, &b->content.numbers)) return LGM_SAME_CLAIMS_TWO;
    if (a->denies != b->denies) return LGM_SAME_CLAIMS_TWO;
    const double cosine = lgm_profile_cosine(x, y);
    if (few && cosine < 0.99) return LGM_SAME_CLAIMS_TWO;
    if (lgm_same_quoted(a, b)) return fmax(cosine, MOST_OF_IT) - BY_ONE_SOURCE;
    return cosine - (one ? BY_ONE_SOURCE : BY_SOMEBODY);
}
