/*
 * page_bytes.h - the bytes of a page, in whatever character set, become UTF-8.
 *
 * Order   a byte-order mark; what the server said; <meta charset> in the first bytes; UTF-8 where
 *         the bytes are valid UTF-8; Windows-1252. A page that is called something else and is
 *         valid UTF-8 with characters beyond ASCII is UTF-8: whoever saved it has recoded it.
 * Broken  a malformed byte of UTF-8 is read as Windows-1252, of other sets it becomes U+FFFD.
 * Owns    the text lives in the arena, or is the bytes themselves where they are UTF-8 already.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET.
 * Source  WHATWG HTML 13.2.3 (prescan); labels and tables: base/charset.h.
 */
#ifndef LGM_WEB_PAGE_BYTES_H
#define LGM_WEB_PAGE_BYTES_H

#include "web/web.h"

typedef struct lgm_web_utf8 {
    lgm_slice text;             /* valid UTF-8 */
    const lgm_web_place *place; /* bytes of text to bytes of the page; rising, [0] is the start */
    size_t n_places;
    size_t n_page; /* bytes of the page */
} lgm_web_utf8;

LGM_NODISCARD lgm_status lgm_web_decode(lgm_slice bytes, const lgm_web_hints *hints, lgm_arena *a,
                                        lgm_web_utf8 *out, lgm_err *err);

/* The byte of the page that a list of places leads to from byte `at`. */
uint32_t lgm_web_place_of(const lgm_web_place *place, size_t n, uint32_t at);

#endif
