/* extract_pdf.c - a PDF becomes a report. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf.h"
#include "read/container.h"

static int by_start(const void *x, const void *y)
{
    const lgm_input_block *const a = x, *const b = y;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    return a->end > b->end ? -1 : a->end < b->end; /* what holds another goes before it */
}

/* Pages, each up to the next, and headings. */
static lgm_status lay_out(lgm_arena *a, const lgm_pdf *pdf, lgm_input *in, lgm_err *err)
{
    size_t n = 0;
    lgm_input_block *const to = lgm_arena_calloc(a, pdf->pages.n + pdf->headings.n + 1, sizeof *to);
    if (!to) return lgm_arena_fail(a, err);
    for (size_t i = 0; i < pdf->pages.n; i++) {
        const size_t end = i + 1 < pdf->pages.n ? pdf->pages.at[i + 1].start : pdf->text.len;
        to[n++] =
            (lgm_input_block){pdf->pages.at[i].start, end, LGM_BLOCK_PAGE, pdf->pages.at[i].number};
    }
    for (size_t i = 0; i < pdf->headings.n; i++)
        to[n++] = (lgm_input_block){pdf->headings.at[i].start, pdf->headings.at[i].end,
                                    LGM_BLOCK_HEADING, 0};
    qsort(to, n, sizeof *to, by_start);
    in->blocks = to;
    in->n_blocks = n;
    return LGM_OK;
}

lgm_status lgm_read_extract_pdf(lgm_read_tools *tools, lgm_slice bytes, lgm_input *in, lgm_err *err)
{
    lgm_pdf pdf;
    lgm_status st = lgm_pdf_read(tools->call, bytes, tools->max_bytes, &pdf, err);
    if (st != LGM_OK) return st;
    in->text = pdf.text.ptr;
    in->len = pdf.text.len;
    st = lay_out(tools->call, &pdf, in, err);
    if (st != LGM_OK) return st;
    char text[120];
    if (!pdf.n_without_text) return LGM_OK;
    if (pdf.n_without_text == 1)
        strcpy(text, "1 page of this PDF has no text: it is a picture, or empty");
    else
        snprintf(text, sizeof text,
                 "%u pages of this PDF have no text: they are pictures, or empty",
                 pdf.n_without_text);
    return lgm_read_warn(tools->call, in, text, err);
}
