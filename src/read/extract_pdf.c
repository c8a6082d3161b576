/* extract_pdf.c - a PDF becomes a report. */
#include <stdio.h>
#include <string.h>

#include "pdf/pdf.h"
#include "read/container.h"

lgm_status lgm_read_extract_pdf(lgm_read_tools *tools, lgm_slice bytes, lgm_input *in, lgm_err *err)
{
    lgm_pdf pdf;
    lgm_status st = lgm_pdf_read(tools->call, bytes, tools->max_bytes, &pdf, err);
    if (st != LGM_OK) return st;
    in->text = pdf.text.ptr;
    in->len = pdf.text.len;
    in->raw = (const uint8_t *)bytes.ptr;
    in->raw_len = bytes.len;
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
