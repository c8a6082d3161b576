/*
 * pdf.h - the text of a PDF: columns in order, lines joined to paragraphs, hyphens at their ends
 * mended, running heads and page numbers left out.
 *
 * Method  the program pdftotext of Poppler, in a process of its own with limits of time and memory,
 *         gives words with their places (-tsv); what belongs together is told by distance, indent
 *         and how lines end (print_line.c, joining.c). A hyphen at a line's end goes where the word
 *         stands whole elsewhere in the text, or nowhere with its hyphen.
 * Units   bytes of the text.
 * Owns    everything lives in the arena.
 * Errors  LGM_E_UNSUPPORTED no pdftotext on this machine, a PDF that is locked, or one without text
 *         (pictures of pages); LGM_E_FORMAT what it cannot read; LGM_E_BUDGET more than max_bytes
 *         of text, or too long at work; LGM_E_IO, LGM_E_NOMEM.
 */
#ifndef LGM_PDF_H
#define LGM_PDF_H

#include "base/base.h"

typedef struct lgm_pdf_page { /* where its text begins; the first words of a page may end a
                                 paragraph of the page before */
    uint32_t start, number;
} lgm_pdf_page;

typedef struct lgm_pdf_heading {
    uint32_t start, end;
} lgm_pdf_heading;

typedef struct lgm_pdf {
    lgm_slice text;                    /* UTF-8; a blank line between paragraphs */
    LGM_VEC(lgm_pdf_page) pages;       /* those with text */
    LGM_VEC(lgm_pdf_heading) headings; /* lines in larger letters */
    uint32_t n_without_text;           /* pages */
} lgm_pdf;

LGM_NODISCARD lgm_status lgm_pdf_read(lgm_arena *a, lgm_slice bytes, size_t max_bytes, lgm_pdf *out,
                                      lgm_err *err);

#endif
