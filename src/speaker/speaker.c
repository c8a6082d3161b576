/* speaker.c - the entity that the source of each claim is. */
#include "speaker/speaker.h"

#include "speaker/speaker_kind.h"

/* By the form of the text where it tells ("A: ..."); else by the mention that the source is, and
 * without mentions by the name in it. */
static uint32_t speaker_of(const lgm_trees *t, const uint32_t *owner, uint32_t claim)
{
    const lgm_doc *const doc = t->doc;
    if (doc->claim_teller && doc->claim_teller[claim] != LGM_NONE)
        return owner[doc->claim_teller[claim]];
    if (doc->claim_source) {
        const uint32_t m = doc->claim_source[claim];
        return m == LGM_NONE ? LGM_NONE : doc->mentions[m].entity;
    }
    const uint32_t name = lgm_tree_name_of(t, &doc->claims[claim].source);
    return name == LGM_NONE ? LGM_NONE : owner[name];
}

lgm_status lgm_speaker_run(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    if (doc->n_tokens == 0) return LGM_OK;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    const uint32_t *const owner = lgm_doc_name_owners(doc, scratch);
    if (!owner) return lgm_arena_fail(scratch, err);
    lgm_claim_who *const who = lgm_doc_nobody(doc);
    if (!who) return lgm_arena_fail(doc->arena, err);
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        who[c].speaker = speaker_of(trees, owner, c);
        who[c].kind = (uint8_t)lgm_speaker_kind_of(trees, c, who[c].speaker);
    }
    doc->claim_who = who;
    lgm_arena_rewind(scratch, mark);
    return LGM_OK;
}
