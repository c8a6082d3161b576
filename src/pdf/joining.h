/*
 * joining.h - lines become paragraphs.
 *
 * Reads   lines in reading order.     Writes  out->text, pages, headings.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET above max_bytes.
 */
#ifndef LGM_PDF_JOINING_H
#define LGM_PDF_JOINING_H

#include "pdf/print_line.h"
#include "pdf/pdf.h"

LGM_NODISCARD lgm_status lgm_pdf_paragraphs(lgm_arena *a, const lgm_pdf_lines *lines,
                                            size_t max_bytes, lgm_pdf *out, lgm_err *err);

#endif
