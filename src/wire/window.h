/*
 * window.h - the part of a file that is in hand: from the story being read to the last byte that
 * came.
 *
 * Units   places are bytes of the file.
 * Errors  without memory the bytes count as ended, and `failed` is set.
 */
#ifndef LGM_WIRE_WINDOW_H
#define LGM_WIRE_WINDOW_H

#include "base/buf.h"
#include "wire/wire.h"

typedef struct lgm_wire_window {
    lgm_wire_bytes from;
    lgm_buf buf;
    size_t head;          /* what of buf was let go of */
    uint64_t start, line; /* place and line of the first byte in hand */
    bool ended, failed;
} lgm_wire_window;

uint64_t lgm_wire_window_end(const lgm_wire_window *w);
bool lgm_wire_window_more(lgm_wire_window *w); /* adds a chunk; false at the end */
/* What is in hand of the bytes between two places. */
lgm_slice lgm_wire_window_part(const lgm_wire_window *w, uint64_t from, uint64_t to);
uint64_t lgm_wire_window_line_at(const lgm_wire_window *w, uint64_t at);
/* Lets go of what stands before `at`. */
void lgm_wire_window_drop(lgm_wire_window *w, uint64_t at);
void lgm_wire_window_done(lgm_wire_window *w);

#endif
