/* pieces.c - paragraphs, and parts of those that are too long for one piece. */
#include "attrib/frags.h"

/* Where to cut the paragraph that starts at `start` and goes on past `limit`: at the last sentence
 * start of the second half, else at limit. *sent moves on to the first sentence after the cut. */
static uint32_t cut(const lgm_doc *doc, uint32_t start, uint32_t limit, uint32_t *sent)
{
    uint32_t at = limit;
    while (*sent < doc->n_sents && doc->sents[*sent].start <= limit) {
        if (doc->sents[*sent].start > start + LGM_PIECE_TOKENS / 2) at = doc->sents[*sent].start;
        ++*sent;
    }
    return at;
}

lgm_status lgm_attrib_pieces(const lgm_doc *doc, lgm_arena *scratch, lgm_frags *set, lgm_err *err)
{
    uint32_t sent = 0;
    for (uint32_t start = 0, end; start < doc->n_tokens; start = end) {
        const uint32_t left = doc->n_tokens - start;
        const uint32_t limit = left > LGM_PIECE_TOKENS ? start + LGM_PIECE_TOKENS : doc->n_tokens;
        end = start + 1;
        while (end < limit && !(doc->tokens[end].flags & LGM_TOK_PAR)) end++;
        if (end < doc->n_tokens && !(doc->tokens[end].flags & LGM_TOK_PAR))
            end = cut(doc, start, end, &sent);
        if (!lgm_vec_push(scratch, &set->pieces, (lgm_piece){.at = {start, end}}))
            return lgm_arena_fail(scratch, err);
    }
    return LGM_OK;
}
