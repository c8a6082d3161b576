/* occasion.c - what sentences state, and what is carried on. */
#include "occasion/occasion.h"

#include "occasion/turn.h"
#include "occasion/said.h"
#include "occasion/venue.h"

static bool run(const lgm_trees *t, lgm_arena *scratch, lgm_doc *doc)
{
    const int32_t published = lgm_doc_day_of(doc->date);
    lgm_occasion_turns turns = {0};
    doc->claim_when = lgm_arena_calloc(doc->arena, doc->n_claims + 1, sizeof *doc->claim_when);
    doc->claim_venue = lgm_arena_calloc(doc->arena, doc->n_claims + 1, sizeof *doc->claim_venue);
    doc->claim_speech = lgm_arena_calloc(doc->arena, doc->n_claims + 1, sizeof *doc->claim_speech);
    if (!doc->claim_when || !doc->claim_venue || !doc->claim_speech) return false;
    for (uint32_t i = 0; i < doc->n_claims; i++) {
        doc->claim_speech[i] = LGM_NONE;
        const uint32_t parent = lgm_doc_parent(doc, i);
        const lgm_parts *const within = parent == LGM_NONE ? NULL : &doc->claims[parent].content;
        doc->claim_when[i] = lgm_occasion_said(t, &doc->claims[i], within, published);
        doc->claim_venue[i] = lgm_occasion_venue(t, &doc->claims[i], within);
    }
    return !doc->claim_who || (lgm_occasion_claim_turns(t, scratch, &turns) &&
                               lgm_occasion_settings(t, scratch, published, &turns) &&
                               lgm_occasion_carry(t, scratch, doc, published, &turns));
}

lgm_status lgm_occasion_run(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    if (doc->n_tokens == 0 || doc->n_claims == 0) return LGM_OK;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    lgm_status st = LGM_OK;
    if (!run(trees, scratch, doc))
        st = lgm_arena_status(doc->arena) != LGM_OK ? lgm_arena_fail(doc->arena, err)
                                                    : lgm_arena_fail(scratch, err);
    lgm_arena_rewind(scratch, mark);
    return st;
}
