/*
 * decode.h - bytes of unknown encoding to valid UTF-8.
 *
 * A byte-order mark decides (UTF-8, UTF-16 in either order) and is dropped. Without one the bytes
 * are UTF-8; what is malformed is read as Windows-1252, byte by byte, or the whole of it where most
 * bytes above 127 are malformed. CR LF and CR become LF, NUL is dropped. Each of these changes
 * gives one warning with a count and the place of the first. Valid text without CR and NUL is
 * copied as it is.
 *
 * Owns    text and warnings live in the arena. text is followed by a NUL that its length leaves
 *         out.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET (also above LGM_DECODE_MAX bytes). Never LGM_E_FORMAT: any
 *         bytes decode to something.
 * Source  Windows-1252 with the five unassigned bytes as C1 controls: WHATWG Encoding, index
 *         windows-1252.
 */
#ifndef LGM_DECODE_H
#define LGM_DECODE_H

#include "base/base.h"

enum { LGM_DECODE_WARNINGS = 5 };
#define LGM_DECODE_MAX ((size_t)1 << 30) /* three times this still fits the spans */

typedef struct lgm_decoded {
    lgm_slice text;
    const char *warning[LGM_DECODE_WARNINGS]; /* NUL-terminated sentences */
    size_t n_warnings;
} lgm_decoded;

LGM_NODISCARD lgm_status lgm_read_decode(lgm_arena *a, const char *bytes, size_t len,
                                         lgm_decoded *out, lgm_err *err);

/* True where decoding would copy the bytes as they are: no copy is needed then. */
bool lgm_read_decode_plain(const char *bytes, size_t len);

/* True where the bytes hold nothing but white space, NULs and byte-order marks. */
bool lgm_read_decode_blank(const char *bytes, size_t len);

#endif
