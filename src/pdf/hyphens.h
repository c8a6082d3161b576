/*
 * hyphens.h - a hyphen at the end of a line: does it belong to the word?
 *
 * Method  it stays where the word stands elsewhere in the file with its hyphen ("long-term"), and
 *         goes where it does not. A soft hyphen (U+00AD) always goes.
 * Owns    words are borrowed from the lines; the table lives in the arena.
 */
#ifndef LGM_PDF_HYPHENS_H
#define LGM_PDF_HYPHENS_H

#include "pdf/print_line.h"

typedef struct lgm_pdf_hyphens {
    uint64_t *hashes; /* of words with a hyphen within a line, sorted */
    size_t n;
} lgm_pdf_hyphens;

LGM_NODISCARD lgm_status lgm_pdf_hyphens_of(lgm_arena *a, const lgm_pdf_lines *lines,
                                            lgm_pdf_hyphens *out, lgm_err *err);

/* before: the text up to the end of a line. *n: the bytes of its hyphen, 0 where none breaks a word
 * there. True: those bytes go. */
bool lgm_pdf_hyphen_goes(const lgm_pdf_hyphens *h, lgm_slice before, lgm_slice next, size_t *n);

#endif
