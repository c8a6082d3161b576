/*
 * element.h - what an element of a word processor's file does, whatever the prefix of its
 * namespace: no two of them share a name that matters here.
 */
#ifndef LGM_OFFICE_ELEMENT_H
#define LGM_OFFICE_ELEMENT_H

#include "base/base.h"

typedef enum lgm_office_element {
    LGM_OFFICE_EL_NOTHING,
    LGM_OFFICE_EL_PARAGRAPH, /* a block of its own */
    LGM_OFFICE_EL_HEADING,   /* the same, with its level as an attribute */
    LGM_OFFICE_EL_TEXT,      /* its characters count: in Word only those of <t> do */
    LGM_OFFICE_EL_TAB,
    LGM_OFFICE_EL_BREAK,
    LGM_OFFICE_EL_BLANKS, /* <text:s c="3"/> */
    LGM_OFFICE_EL_ITEM,
    LGM_OFFICE_EL_ROW,
    LGM_OFFICE_EL_CELL,
    LGM_OFFICE_EL_STYLE, /* names the style of the paragraph */
    LGM_OFFICE_EL_LEFT_OUT
} lgm_office_element;

/* name: as the parser gives it, behind "|" where it has a namespace. word: of Word, else of
 * OpenDocument. */
lgm_office_element lgm_office_element_of(bool word, const char *name);

/* The value of one of the pairs of name and value; "" where there is none. */
const char *lgm_office_attribute(const char **attributes, const char *name);

#endif
