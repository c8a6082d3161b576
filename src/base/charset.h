/*
 * charset.h - bytes in a named encoding to UTF-8: pages and mail say which one they have.
 *
 * Names   the labels of the WHATWG Encoding Standard (encoding.spec.whatwg.org, "names and
 *         labels"), in any case and with white space around them; "iso-8859-1" and "us-ascii" are
 *         windows-1252 there, as browsers read them.
 * Method  glibc's iconv. What is malformed becomes U+FFFD, byte by byte; a byte that windows-1252
 *         leaves open is the C1 control of its number.
 * Owns    *out lives in the arena; UTF-8 that is valid already is borrowed from the input.
 * Errors  LGM_E_UNSUPPORTED for a label that is none, or where this system has no such encoding;
 *         LGM_E_NOMEM, LGM_E_BUDGET.
 */
#ifndef LGM_CHARSET_H
#define LGM_CHARSET_H

#include "base/base.h"

/* The name of the encoding that a label stands for ("windows-1252"); NULL for no label. */
const char *lgm_charset_name(lgm_slice label);
/* What iconv calls it ("CP1252"): under some of those names it has other tables. NULL likewise. */
const char *lgm_charset_iconv_name(lgm_slice label);

/* *n_bad (may be NULL): how many bytes were malformed. */
LGM_NODISCARD lgm_status lgm_charset_decode(lgm_arena *a, lgm_slice label, lgm_slice bytes,
                                            lgm_slice *out, size_t *n_bad, lgm_err *err);

#endif
