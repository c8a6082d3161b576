/* layout.c - see layout.h. */
#include "read/layout.h"

static bool points_into(const lgm_doc *doc, size_t start, size_t end)
{
    return start < end && end <= doc->text.len;
}

lgm_status lgm_read_layout_fill(lgm_doc *doc, const lgm_input *in, lgm_err *err)
{
    doc->extraction = in->extraction;
    if (!in->n_blocks && !in->n_map) return LGM_OK;
    if (doc->text.len != in->len)
        return lgm_doc_warn(doc, err, "how the text is laid out was lost in decoding it");
    for (size_t i = 0; i < in->n_blocks; i++) {
        const lgm_input_block *const b = &in->blocks[i];
        if (points_into(doc, b->start, b->end) && !lgm_vec_push(doc->arena, &doc->blocks, *b))
            return lgm_arena_fail(doc->arena, err);
    }
    for (size_t i = 0; i < in->n_map; i++) {
        const lgm_input_place *const p = &in->map[i];
        if (p->text < doc->text.len && !lgm_vec_push(doc->arena, &doc->map, *p))
            return lgm_arena_fail(doc->arena, err);
    }
    return LGM_OK;
}
