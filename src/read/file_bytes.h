/*
 * file_bytes.h - the bytes of a file, of standard input, of memory or of a callback as they are: a
 * window that moves over them.
 *
 * Units   places are bytes from where reading began.
 * Owns    the name, the descriptor and the callback's context (closed in done). The bytes in memory
 *         are the caller's and are never copied.
 * Errors  as in stream.h.
 */
#ifndef LGM_FILE_BYTES_H
#define LGM_FILE_BYTES_H

#include "base/base.h"
#include "read/stream.h"
#include "read/wake.h"

typedef struct lgm_file_bytes {
    char *name;
    int fd;       /* -1: none */
    bool is_file; /* a regular one: it can be asked for any part */
    bool in_memory;
    const lgm_wake *wake;
    lgm_stream_over over; /* read NULL: there is none */
    uint64_t first;       /* where fd stood at the start */

    uint8_t *room; /* NULL: in memory */
    size_t size;
    const uint8_t *at; /* the window: at[begin..end) is not yet used */
    size_t begin, end;
    bool holding;
    size_t hold; /* at[hold..begin) was used, and stays in the window while holding */
    uint64_t n_read;
    bool at_end;
} lgm_file_bytes;

LGM_NODISCARD lgm_status lgm_read_bytes_init(lgm_file_bytes *b, const char *name, lgm_err *err);
void lgm_read_bytes_done(lgm_file_bytes *b);

/* Makes the window hold `wanted` bytes not yet used, or all there are. */
LGM_NODISCARD lgm_status lgm_read_bytes_fill(lgm_file_bytes *b, size_t wanted, lgm_err *err);
/* Fills the window as far as it goes, where no one waits for a pipe meanwhile. */
LGM_NODISCARD lgm_status lgm_read_bytes_fill_up(lgm_file_bytes *b, lgm_err *err);
void lgm_read_bytes_use(lgm_file_bytes *b, size_t n);
/* What is used from here on stays, as long as there is room: b->holding tells. */
void lgm_read_bytes_hold(lgm_file_bytes *b, bool hold);
uint64_t lgm_read_bytes_place(const lgm_file_bytes *b); /* of the next byte */
/* Goes on at another place; false where the bytes come as they come, or there are none. */
bool lgm_read_bytes_seek(lgm_file_bytes *b, uint64_t place);
bool lgm_read_bytes_size(const lgm_file_bytes *b, uint64_t *size);

#endif
