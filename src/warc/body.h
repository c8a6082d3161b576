/*
 * body.h - the body of an answer without its chunks and codings.
 *
 * Owns    what comes out is borrowed until the next call, or is the bytes that came in where they
 *         have neither. The buffers are kept from body to body.
 * Errors  LGM_E_NOMEM. What is damaged or cut goes as far as it goes, and is told in `trouble`.
 */
#ifndef LGM_WARC_BODY_H
#define LGM_WARC_BODY_H

#include "base/base.h"
#include "warc/http.h"

typedef struct lgm_warc_buffer {
    uint8_t *at;
    size_t n, room;
} lgm_warc_buffer;

typedef struct lgm_warc_body {
    lgm_warc_buffer buffers[2];
    lgm_slice unchunked; /* the last body without its chunks, before its codings were undone */
    const char *trouble; /* a sentence of the last body; NULL: none */
    bool too_large;      /* it would be more than `most` bytes */
} lgm_warc_body;

void lgm_warc_body_done(lgm_warc_body *b);
/* most: the most bytes that may come out of a coding. */
LGM_NODISCARD lgm_status lgm_warc_body_decode(lgm_warc_body *b, const lgm_warc_http *http,
                                              lgm_slice bytes, size_t most, lgm_slice *out,
                                              lgm_err *err);
/* The chunks of bytes put together, into to (at least bytes.len): how many bytes; *whole: up to the
 * last chunk. 0 and *whole false where there is not even one. */
size_t lgm_warc_unchunk(lgm_slice bytes, uint8_t *to, bool *whole);

#endif
