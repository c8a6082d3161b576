/*
 * print_line.h - words with their places become lines.
 *
 * Reads   what pdftotext -tsv writes.
 * Units   points (1/72 inch) from the upper left corner of the page.
 * Owns    lines and their texts live in the arena.
 * Errors  LGM_E_FORMAT where it is no such table, LGM_E_NOMEM.
 */
#ifndef LGM_PDF_PRINT_LINE_H
#define LGM_PDF_PRINT_LINE_H

#include "base/base.h"

typedef struct lgm_pdf_line {
    lgm_slice text;       /* words with a blank between them */
    uint32_t page, block; /* blocks are numbered through the file */
    float left, top, right, bottom;
    float page_height;
} lgm_pdf_line;

typedef struct lgm_pdf_lines {
    LGM_VEC(lgm_pdf_line) line;
    uint32_t n_pages;
} lgm_pdf_lines;

LGM_NODISCARD lgm_status lgm_pdf_lines_of(lgm_arena *a, lgm_slice table, lgm_pdf_lines *out,
                                          lgm_err *err);

#endif
