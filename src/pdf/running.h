/*
 * running.h - what stands at the head or foot of page after page and is none of the text.
 *
 * Method  the first and last lines of a page, within a tenth of its height from its edges: those
 *         that stand on another page too, their digits aside, and those that are a page number
 *         alone.
 */
#ifndef LGM_PDF_RUNNING_H
#define LGM_PDF_RUNNING_H

#include "pdf/print_line.h"

/* Empties the text of those lines. */
LGM_NODISCARD lgm_status lgm_pdf_drop_running(lgm_arena *a, lgm_pdf_lines *lines, lgm_err *err);

#endif
