/* compare.c - what the later one of two reports is of the earlier one. */
#include "copies/credit.h"

static lgm_copy_kind kind_of(lgm_reuse_kind words, const lgm_copies_text *a,
                             const lgm_copies_text *b, bool credit)
{
    const bool one_address = a->url.len && lgm_slice_eq(a->url, b->url);
    if (words == LGM_REUSE_PASSAGES) return LGM_COPY_PASSAGES;
    if (one_address) return LGM_COPY_VERSION;
    if (words == LGM_REUSE_IDENTICAL) return LGM_COPY_IDENTICAL;
    if (lgm_copies_one_house(a, b)) return LGM_COPY_VERSION;
    if (words == LGM_REUSE_CUT) return LGM_COPY_CUT;
    if (words == LGM_REUSE_EXTENDED) return LGM_COPY_EXTENDED;
    return credit ? LGM_COPY_SYNDICATED : LGM_COPY_EDITED;
}

lgm_status lgm_copies_compare(lgm_copy *out, bool *is, const lgm_copies_text *a,
                              const lgm_copies_text *b, lgm_arena *arena, lgm_err *err)
{
    if (lgm_copies_is_earlier(a, b)) {
        const lgm_copies_text *const later = b;
        b = a;
        a = later;
    }
    lgm_reuse_shared s;
    const lgm_status st = lgm_reuse_align(&s, &a->sketch, &b->sketch, arena, err);
    *is = false;
    if (st != LGM_OK) return st;
    const lgm_reuse_kind words = lgm_reuse_kind_of(&s, &a->sketch, &b->sketch);
    const lgm_slice credit = lgm_copies_credit(a, b);
    if (words == LGM_REUSE_NONE || words == LGM_REUSE_QUOTED) return LGM_OK;
    *is = true;
    *out = (lgm_copy){.report = a->report,
                      .of = b->report,
                      .kind = kind_of(words, a, b, credit.ptr != NULL),
                      .share = s.share_a,
                      .share_of = s.share_b,
                      .words = s.words,
                      .quoted = s.quoted,
                      .passages = (uint32_t)s.n,
                      .credit = credit.ptr};
    if (words == LGM_REUSE_IDENTICAL) {
        out->share = out->share_of = 1;
        out->words = a->sketch.n_words;
    }
    return LGM_OK;
}
