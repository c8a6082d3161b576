/* sentence.c - from scores of sentence starts to sentences that cover the text. */
#include "nn/head.h"
#include "tag/tag.h"

/* A sentence that is too long is cut where the score of a start is best, but not close to its first
 * token: else the search over a hostile text would be quadratic. */
enum { SHORTEST_CUT = LGM_SENT_MAX / 4 };

static bool starts(const float *start, const lgm_doc *doc, uint32_t t)
{
    const uint8_t flags = doc->tokens[t].flags;
    if (t == 0 || (flags & LGM_TOK_PAR)) return true;
    return start[t] > 0 && !(flags & LGM_TOK_JOINED);
}

/* Where to cut a sentence from `from` that goes on for more than LGM_SENT_MAX tokens. */
static uint32_t best_cut(const float *start, const lgm_doc *doc, uint32_t from)
{
    uint32_t best = from + LGM_SENT_MAX;
    bool found = false;
    for (uint32_t t = from + SHORTEST_CUT; t <= from + LGM_SENT_MAX; t++) {
        if (doc->tokens[t].flags & LGM_TOK_JOINED) continue;
        if (found && !(start[t] > start[best])) continue;
        best = t;
        found = true;
    }
    return best;
}

/* The end of the sentence that begins at `from`. */
static uint32_t sentence_end(const float *start, const lgm_doc *doc, uint32_t from)
{
    uint32_t t = from + 1;
    while (t < doc->n_tokens && t - from <= LGM_SENT_MAX && !starts(start, doc, t)) t++;
    return t - from <= LGM_SENT_MAX ? t : best_cut(start, doc, from);
}

lgm_status lgm_tag_sentences(const float *start, lgm_doc *doc, lgm_err *err)
{
    uint32_t n = 0;
    for (uint32_t t = 0; t < doc->n_tokens; t = sentence_end(start, doc, t)) n++;
    lgm_tokspan *const sents = lgm_arena_calloc(doc->arena, n, sizeof *sents);
    if (!sents) return lgm_arena_fail(doc->arena, err);

    uint32_t i = 0;
    for (uint32_t t = 0; t < doc->n_tokens; i++) {
        const uint32_t end = sentence_end(start, doc, t);
        sents[i] = (lgm_tokspan){t, end};
        t = end;
    }
    doc->sents = sents;
    doc->n_sents = n;
    return LGM_OK;
}
