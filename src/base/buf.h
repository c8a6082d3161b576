/*
 * buf.h - a growing buffer for what is written out.
 *
 * A failed allocation is remembered: all later calls do nothing, and the writer asks once, at the
 * end, whether the buffer is whole.
 *
 * Owns    `at` is from lgm_malloc; lgm_buf_take hands it over (NUL-terminated), lgm_buf_done frees.
 */
#ifndef LGM_BASE_BUF_H
#define LGM_BASE_BUF_H

#include "base/base.h"

typedef struct lgm_buf {
    char *at;
    size_t len, room;
    bool failed;
} lgm_buf;

void lgm_buf_put(lgm_buf *b, const char *s, size_t len);
void lgm_buf_puts(lgm_buf *b, const char *s);
void lgm_buf_putc(lgm_buf *b, char c);
void lgm_buf_fill(lgm_buf *b, char c, size_t n);
void lgm_buf_uint(lgm_buf *b, uint64_t value);
/* The same words with each run of whitespace as one space, none at the ends. */
void lgm_buf_words(lgm_buf *b, lgm_slice s);

/* The bytes, NUL-terminated, to be freed with lgm_free; the buffer is empty afterwards. */
LGM_NODISCARD lgm_status lgm_buf_take(lgm_buf *b, char **out, size_t *len, lgm_err *err);
void lgm_buf_done(lgm_buf *b);

#endif
