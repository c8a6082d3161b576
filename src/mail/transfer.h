/*
 * transfer.h - what was encoded to survive mail: base64 and quoted-printable (RFC 2045), and "Q"
 * (RFC 2047).
 *
 * Method  forgiving: characters that are not of the encoding are passed over, a "=" without two
 *         hex digits stays as it is.
 * Owns    *out lives in the arena. False: no memory.
 */
#ifndef LGM_MAIL_TRANSFER_H
#define LGM_MAIL_TRANSFER_H

#include "base/base.h"

bool lgm_mail_base64(lgm_arena *a, lgm_slice in, lgm_slice *out);
/* header: "_" is a blank, as in encoded words. */
bool lgm_mail_quoted_printable(lgm_arena *a, lgm_slice in, bool header, lgm_slice *out);

#endif
