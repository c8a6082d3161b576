/*
 * layout.h - what is known of the parts of a text, and where it stood in the page it is from.
 *
 * Reads   in->blocks, map, extraction; doc->text.     Writes  the same of the document.
 * Errors  LGM_E_NOMEM. Where decoding changed the text, blocks and map would point beside what they
 *         mean: they are left out, with a warning of the document.
 */
#ifndef LGM_LAYOUT_H
#define LGM_LAYOUT_H

#include "doc/doc.h"
#include "legomena/input.h"

LGM_NODISCARD lgm_status lgm_read_layout_fill(lgm_doc *doc, const lgm_input *in, lgm_err *err);

#endif
