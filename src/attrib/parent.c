/*
 * parent.c - the innermost claim whose content holds the cue and the content of a claim.
 *
 * Claims are looked at from the widest content to the narrowest, and each then covers its words;
 * what covers a cue is the narrowest content that holds it, and the parents of that claim are the
 * next ones out. Cost: the words of all contents.
 */
#include "attrib/claims.h"
#include "doc/why.h"

static uint32_t width(const lgm_parts *p)
{
    uint32_t n = 0;
    for (uint8_t i = 0; i < p->n; i++) n += p->at[i].end - p->at[i].start;
    return n;
}

static bool holds(const lgm_parts *outer, const lgm_parts *inner)
{
    for (uint8_t i = 0; i < inner->n; i++)
        if (!lgm_parts_have(outer, inner->at[i].start) ||
            !lgm_parts_have(outer, inner->at[i].end - 1))
            return false;
    return true;
}

lgm_status lgm_attrib_parents(lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    const uint32_t n = doc->n_claims;
    uint64_t *const keys = lgm_arena_alloc(scratch, n * sizeof *keys);
    uint64_t *const room = lgm_arena_alloc(scratch, n * sizeof *room);
    uint32_t *const inner = lgm_arena_alloc(scratch, doc->n_tokens * sizeof *inner);
    uint32_t *const parent = lgm_arena_alloc(doc->arena, n * sizeof *parent);
    if (!keys || !room || !inner) return lgm_arena_fail(scratch, err);
    if (!parent) return lgm_arena_fail(doc->arena, err);
    for (uint32_t t = 0; t < doc->n_tokens; t++) inner[t] = LGM_NONE;
    for (uint32_t c = 0; c < n; c++)
        keys[c] = (uint64_t)(UINT32_MAX - width(&doc->claims[c].content)) << 32 | c;
    const uint64_t *const order = lgm_attrib_sort(keys, room, n);
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t c = (uint32_t)order[i];
        const lgm_doc_claim *const claim = &doc->claims[c];
        uint32_t p = claim->cue.n > 0 ? inner[claim->cue.at[0].start] : LGM_NONE;
        while (p != LGM_NONE && !(holds(&doc->claims[p].content, &claim->content) &&
                                  holds(&doc->claims[p].content, &claim->cue)))
            p = parent[p];
        parent[c] = p;
        if (p != LGM_NONE)
            LGM_WHY(doc, CLAIM, c, "parent", lgm_doc_all_of(&doc->claims[p].cue),
                    "Its cue and its content stand within what that claim says, and within nothing "
                    "narrower");
        for (uint8_t k = 0; k < claim->content.n; k++)
            for (uint32_t t = claim->content.at[k].start; t < claim->content.at[k].end; t++)
                inner[t] = c;
    }
    doc->claim_parent = parent;
    lgm_status st = LGM_OK;
    for (uint32_t c = 0; st == LGM_OK && c < n; c++)
        if (parent[c] != LGM_NONE) st = lgm_attrib_own_form(doc, &doc->claims[c], err);
    return st;
}
