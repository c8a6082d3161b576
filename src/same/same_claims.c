/* same_claims.c - claims of several reports that are one: see legomena/same.h. */
#include "origin/whose_text.h"
#include "same/same_group.h"
#include "same/same_reasons.h"
#include "same/told_claim.h"

static lgm_status read_all(lgm_same_claim_list *out, const lgm_told *told, size_t n,
                           lgm_arena *arena, lgm_err *err)
{
    lgm_origin_text *const texts = lgm_arena_calloc(arena, n + 1, sizeof *texts);
    if (!texts || !lgm_origin_texts(texts, arena, told, n)) return lgm_arena_fail(arena, err);
    for (uint32_t i = 0; i < n; i++)
        if (!lgm_same_claims_of(out, arena, told[i].record, i, &texts[i]))
            return lgm_arena_fail(arena, err);
    return LGM_OK;
}

static lgm_status group(lgm_same **out, const lgm_same_claim_list *claims, const lgm_told *told,
                        lgm_arena *arena, lgm_err *err)
{
    lgm_same_grouping g = {.n = claims->n, .unlike = LGM_SAME_CLAIMS_TWO, .arena = arena};
    lgm_same_one *const of = lgm_arena_calloc(arena, claims->n + 1, sizeof *of);
    if (!of) return lgm_arena_fail(arena, err);
    for (uint32_t i = 0; i < claims->n; i++) {
        of[i] = claims->at[i].of;
        for (uint32_t k = 0; k < i; k++) {
            const double like = lgm_same_claim_alike(&claims->at[k], &claims->at[i]);
            if (like > LGM_SAME_CLAIMS_TWO &&
                !lgm_vec_push(arena, &g.pairs, (lgm_same_pair){k, i, like}))
                return lgm_arena_fail(arena, err);
        }
    }
    const lgm_status st = lgm_same_group_all(&g, err);
    return st == LGM_OK ? lgm_same_make(out, of, g.group, g.n, told, err) : st;
}

lgm_status lgm_same_claims(lgm_same **out, const lgm_told *told, size_t n, lgm_err *err)
{
    lgm_arena *arena;
    lgm_same_claim_list claims = {0};
    *out = NULL;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    st = read_all(&claims, told, n, arena, err);
    if (st == LGM_OK && claims.n > LGM_SAME_MOST_CLAIMS)
        st = lgm_fail(err, LGM_E_BUDGET, "%zu claims are more than can be compared: %d", claims.n,
                      LGM_SAME_MOST_CLAIMS);
    if (st == LGM_OK) st = group(out, &claims, told, arena, err);
    lgm_arena_free(arena);
    return st;
}

/* ---- why ---- */

static void put_why(lgm_buf *out, const lgm_record *of_a, const lgm_same_claim *a,
                    const lgm_same_claim *b)
{
    const double share = lgm_profile_cosine(&a->content.words, &b->content.words);
    if (lgm_origin_is_same(&a->speaker, &b->speaker) && a->speaker.name.len) {
        lgm_same_reason(out, "both are by ");
        lgm_buf_words(out, (lgm_slice){a->speaker.name.ptr, a->speaker.name.len});
    }
    if (lgm_same_quoted(a, b)) lgm_same_reason(out, "both have one quotation");
    if (share > 0.995)
        lgm_same_reason(out, "all words are the same");
    else if (share >= 0.5)
        lgm_same_reason(out, "most words are the same");
    else if (share > 0.2)
        lgm_same_reason(out, "some words are the same");
    for (size_t i = 0; i < of_a->claims.at[a->of.index].content.n; i++)
        lgm_same_reason_number(out,
                               lgm_record_quote(of_a, of_a->claims.at[a->of.index].content.at[i]),
                               &a->content.numbers, &b->content.numbers);
}

static bool is_claim(const lgm_told *told, size_t n, lgm_same_one one)
{
    return one.report < n && one.index < told[one.report].record->claims.n;
}

static const lgm_same_claim *find(const lgm_same_claim_list *claims, lgm_same_one one)
{
    size_t i = 0;
    while (claims->at[i].of.report != one.report || claims->at[i].of.index != one.index) i++;
    return &claims->at[i];
}

lgm_status lgm_same_claims_why(char **out, const lgm_told *told, size_t n, lgm_same_one a,
                               lgm_same_one b, lgm_err *err)
{
    lgm_arena *arena;
    lgm_same_claim_list claims = {0};
    lgm_buf words = {0};
    *out = NULL;
    if (!is_claim(told, n, a) || !is_claim(told, n, b))
        return lgm_fail(err, LGM_E_ARG, "there is no such claim");
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st == LGM_OK) st = read_all(&claims, told, n, arena, err);
    if (st == LGM_OK) put_why(&words, told[a.report].record, find(&claims, a), find(&claims, b));
    if (st == LGM_OK) st = lgm_buf_take(&words, out, NULL, err);
    lgm_buf_done(&words);
    lgm_arena_free(arena);
    return st;
}
