/*
 * html_text.h - the text of pieces of HTML within other formats: bodies and titles of feeds.
 *
 * Owns    the text lives in the arena of the call.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET.
 */
#ifndef LGM_HTML_TEXT_H
#define LGM_HTML_TEXT_H

#include "read/container.h"

/* All of it: nothing is taken for a menu. html is UTF-8. */
LGM_NODISCARD lgm_status lgm_read_html_text(lgm_read_tools *tools, lgm_slice html, lgm_slice *text,
                                            lgm_err *err);

/* Are these plain words HTML after all, by a tag or an entity in them? */
bool lgm_read_has_markup(lgm_slice s);

#endif
