/* html_markup.h - elements of XML written as HTML. */
#ifndef LGM_WIRE_HTML_MARKUP_H
#define LGM_WIRE_HTML_MARKUP_H

#include "base/buf.h"

/* in_full: with its namespace, as xml_names.h has it; attributes: names and values by turns, NULL
 * at the end. */
void lgm_wire_markup_open(lgm_buf *out, const char *in_full, const char **attributes);
void lgm_wire_markup_close(lgm_buf *out, const char *in_full);
void lgm_wire_markup_words(lgm_buf *out, lgm_slice words);

#endif
