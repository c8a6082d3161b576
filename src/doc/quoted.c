/* quoted.c - which words of a content stand inside quotation marks. */
#include "doc/doc.h"

static bool is_quoted(const lgm_doc *doc, uint32_t token)
{
    return (doc->tokens[token].flags & LGM_TOK_QUOTED) != 0;
}

/* The runs within the parts; written to out where that is not NULL. */
static uint32_t runs(const lgm_doc *doc, const lgm_parts *content, lgm_tokspan *out)
{
    uint32_t n = 0;
    for (uint8_t i = 0; i < content->n; i++) {
        const lgm_tokspan part = content->at[i];
        for (uint32_t t = part.start, end; t < part.end; t = end) {
            end = t + 1;
            if (!is_quoted(doc, t)) continue;
            while (end < part.end && is_quoted(doc, end)) end++;
            if (out) out[n] = (lgm_tokspan){t, end};
            n++;
        }
    }
    return n;
}

lgm_status lgm_doc_find_quoted(const lgm_doc *doc, lgm_doc_claim *claim, lgm_err *err)
{
    const uint32_t n = runs(doc, &claim->content, NULL);
    claim->quoted = NULL;
    claim->n_quoted = 0;
    if (n == 0) return LGM_OK;
    claim->quoted = lgm_arena_alloc(doc->arena, n * sizeof *claim->quoted);
    if (!claim->quoted) return lgm_arena_fail(doc->arena, err);
    claim->n_quoted = runs(doc, &claim->content, claim->quoted);
    return LGM_OK;
}
