/*
 * digest.h - the digest that a record states, against its bytes.
 *
 * Reads   "sha1:" and "sha-1:" in base32 or hex, "sha256:" and "sha-256:" in the same, "md5:" in
 *         hex or base32.
 * Cost    half a nanosecond a byte where the processor has SHA-1, else up to three.
 */
#ifndef LGM_WARC_DIGEST_H
#define LGM_WARC_DIGEST_H

#include "base/base.h"

typedef enum lgm_warc_match {
    LGM_WARC_UNKNOWN, /* there is none, or of another kind */
    LGM_WARC_MATCHES,
    LGM_WARC_DIFFERS
} lgm_warc_match;

/* Of a and then b. */
lgm_warc_match lgm_warc_digest_check(lgm_slice stated, lgm_slice a, lgm_slice b);

#endif
