/*
 * http.h - the head of an answer, as a response record has it before the page.
 *
 * Owns    slices of the head.
 * Source  RFC 9110 and 9112; what is odd is read as browsers do, where that is plain.
 */
#ifndef LGM_WARC_HTTP_H
#define LGM_WARC_HTTP_H

#include "base/base.h"
#include "unpack/unpack.h"

enum { LGM_WARC_CODINGS = 4 };

typedef struct lgm_warc_http {
    uint64_t status; /* 200 */
    lgm_slice type;  /* "text/html; charset=utf-8" */
    bool chunked;
    lgm_unpack_kind codings[LGM_WARC_CODINGS]; /* in the order in which they were applied */
    size_t n_codings;
    bool unknown_coding;
} lgm_warc_http;

/* False where the first line is not that of an answer ("HTTP/1.1 200 OK"). */
bool lgm_warc_http_read(lgm_slice head, lgm_warc_http *out);

/* False for what is no news by its type or address: images, sound, fonts, style sheets, scripts,
 * robots.txt. A type that is not known may be anything. */
bool lgm_warc_may_be_text(lgm_slice type, lgm_slice uri);

#endif
