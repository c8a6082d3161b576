/*
 * word_file.h - the text of a word processor's file: Word (.docx, ECMA-376) and OpenDocument (.odt,
 * ISO/IEC 26300).
 *
 * Reads   the main part of the package: paragraphs, headings, items of lists, quotations, captions
 *         and rows of tables, in their order. What was deleted in a tracked change, footnotes and
 *         comments are left out.
 * Units   bytes of the text: UTF-8, a blank line between blocks.
 * Owns    everything lives in the arena.
 * Errors  LGM_E_FORMAT not such a package, or damaged; LGM_E_UNSUPPORTED one that is locked;
 *         LGM_E_BUDGET more than max_bytes of text, or a package that grows without end;
 *         LGM_E_NOMEM.
 */
#ifndef LGM_OFFICE_WORD_FILE_H
#define LGM_OFFICE_WORD_FILE_H

#include "base/base.h"

typedef enum lgm_office_kind {
    LGM_OFFICE_PARAGRAPH,
    LGM_OFFICE_HEADING,
    LGM_OFFICE_LIST_ITEM,
    LGM_OFFICE_QUOTATION,
    LGM_OFFICE_CAPTION,
    LGM_OFFICE_TABLE_ROW
} lgm_office_kind;

typedef struct lgm_office_part {
    uint32_t start, end;
    lgm_office_kind kind;
    uint32_t level; /* of a heading, from 1; of a title 1; else 0 */
} lgm_office_part;

typedef struct lgm_office {
    lgm_slice text;
    LGM_VEC(lgm_office_part) parts; /* all but plain paragraphs, in order */
} lgm_office;

LGM_NODISCARD lgm_status lgm_office_read(lgm_arena *a, lgm_slice package, size_t max_bytes,
                                         lgm_office *out, lgm_err *err);

#endif
