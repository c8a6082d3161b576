/* extract_office.c - a word processor's file becomes a report. */
#include "office/word_file.h"
#include "read/container.h"

static const lgm_block_kind kinds[] = {
    [LGM_OFFICE_HEADING] = LGM_BLOCK_HEADING,     [LGM_OFFICE_LIST_ITEM] = LGM_BLOCK_LIST_ITEM,
    [LGM_OFFICE_QUOTATION] = LGM_BLOCK_QUOTATION, [LGM_OFFICE_CAPTION] = LGM_BLOCK_CAPTION,
    [LGM_OFFICE_TABLE_ROW] = LGM_BLOCK_TABLE_ROW,
};

static lgm_status lay_out(lgm_arena *a, const lgm_office *file, lgm_input *in, lgm_err *err)
{
    const size_t n = file->parts.n;
    lgm_input_block *const to = lgm_arena_calloc(a, n + 1, sizeof *to);
    if (!to) return lgm_arena_fail(a, err);
    for (size_t i = 0; i < n; i++) {
        const lgm_office_part *const p = &file->parts.at[i];
        to[i] = (lgm_input_block){p->start, p->end, kinds[p->kind], p->level};
    }
    in->blocks = to;
    in->n_blocks = n;
    return LGM_OK;
}

/* A heading that the file begins with is its title. */
static lgm_status take_title(lgm_arena *a, const lgm_office *file, lgm_input *in, lgm_err *err)
{
    const lgm_office_part *const p = file->parts.at;
    if (!file->parts.n || p->start || p->kind != LGM_OFFICE_HEADING) return LGM_OK;
    return lgm_read_set(a, &in->title, (lgm_slice){file->text.ptr, p->end}, err);
}

lgm_status lgm_read_extract_office(lgm_read_tools *tools, lgm_slice bytes, lgm_input *in,
                                   lgm_err *err)
{
    lgm_office file;
    lgm_status st = lgm_office_read(tools->call, bytes, tools->max_bytes, &file, err);
    if (st == LGM_OK) st = lay_out(tools->call, &file, in, err);
    if (st == LGM_OK) st = take_title(tools->call, &file, in, err);
    if (st != LGM_OK) return st;
    if (!file.text.len) return lgm_fail(err, LGM_E_FORMAT, "there is no text in this file");
    in->text = file.text.ptr;
    in->len = file.text.len;
    return LGM_OK;
}
