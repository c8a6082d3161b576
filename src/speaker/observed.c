/* observed.c - a reporter of an outlet is the source, and the cue is a verb of seeing, or he is
 * called a witness. */
#include "speaker/observed.h"

#include "phrase/reporter.h"
#include "speaker/speaker_kind.h"
#include "tree/shape.h"

static bool perceives(const lgm_doc *doc, const lgm_parts *cue)
{
    for (uint8_t i = 0; i < cue->n; i++)
        for (uint32_t w = cue->at[i].start; w < cue->at[i].end; w++)
            if (LGM_SLICE_IN(lgm_doc_lemma(doc, w), "see", "hear", "witness", "watch", "count",
                             "observe"))
                return true;
    return false;
}

static bool is_denied(const lgm_doc *doc, const lgm_parts *cue)
{
    for (uint8_t i = 0; i < cue->n; i++)
        for (uint32_t w = cue->at[i].start; w < cue->at[i].end; w++)
            if (lgm_tree_is_not(doc, w)) return true;
    return false;
}

uint32_t lgm_speaker_observer(const lgm_trees *t, uint32_t claim)
{
    const lgm_doc_claim *const c = &t->doc->claims[claim];
    if (c->source.n == 0 || is_denied(t->doc, &c->cue)) return LGM_NONE;
    const uint32_t top = lgm_speaker_top(t->doc, &c->source);
    const uint32_t outlet = lgm_phrase_reporter_of(t, top);
    if (outlet == LGM_NONE) return LGM_NONE;
    const bool saw = lgm_doc_lemma_is(t->doc, top, "witness") || perceives(t->doc, &c->cue);
    return saw ? outlet : LGM_NONE;
}
