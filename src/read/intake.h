/*
 * intake.h - the bytes of one file as they come, in a buffer as a whole, by lines or by pieces.
 * Functions are in intake.c and intake_pieces.c; the containers (container.h) stand on them.
 *
 * A stream that breaks off (damaged gzip, a failing disk, no memory) counts as ended, and the
 * reason is kept in `broken`: what came before it is handed out first, then the reason.
 *
 * Owns    the intake owns the stream, the name and the buffer, which it reuses from file to file.
 */
#ifndef LGM_INTAKE_H
#define LGM_INTAKE_H

#include "base/base.h"
#include "read/stream.h"

/* How many times the limit a line is passed over before the rest of the file is given up: a file
 * that never ends, or is not of lines, is not read for ever. */
enum { LGM_INTAKE_ENDLESS = 16 };

typedef struct lgm_intake {
    uint64_t max_bytes; /* of a report */
    size_t max_line;
    struct {
        char *at;
        size_t n, room;
    } buf; /* the text, or the line from line_at on */

    /* the file in hand; stream NULL: none */
    lgm_arena *arena; /* name */
    lgm_stream *stream;
    const char *name; /* for messages */
    lgm_slice chunk;  /* of the stream, not yet used */
    lgm_err broken;   /* code LGM_OK: whole so far */
    size_t line_at;
    uint64_t line_began;                    /* as n_used */
    uint64_t n_lines, n_items, n_used;      /* n_used: bytes taken from the stream */
    uint64_t consumed;                      /* of the file that has ended */
    bool have_line, too_long, line_by_line; /* have_line: the next line is in buf already */
    bool endless;                           /* that line is longer than LGM_INTAKE_ENDLESS allows */
    void *own;                              /* what its container keeps; NULL at first */
    void (*own_done)(void *);               /* frees it; NULL: nothing to free */
} lgm_intake;

LGM_NODISCARD lgm_status lgm_read_intake_init(lgm_intake *f, uint64_t max_bytes, lgm_err *err);
void lgm_read_intake_done(lgm_intake *f);

/* Begins a file: the stream moves to f, also on an error. name is copied. */
LGM_NODISCARD lgm_status lgm_read_intake_take(lgm_intake *f, lgm_stream *stream, const char *name,
                                              lgm_err *err);
void lgm_read_intake_end(lgm_intake *f);
uint64_t lgm_read_intake_consumed(const lgm_intake *f); /* bytes of this file, or of the last */

/* True where there are bytes in the chunk. */
bool lgm_read_intake_more(lgm_intake *f);
/* Moves n bytes of the chunk to the buffer. Without memory the file counts as broken off here. */
void lgm_read_intake_keep(lgm_intake *f, size_t n);
/* Passes over n bytes of the chunk. */
void lgm_read_intake_skip(lgm_intake *f, size_t n);
/* Where in the file, as packed, the next byte is; of a packed file, where its member begins. */
uint64_t lgm_read_intake_place(lgm_intake *f);
/* Passes over n bytes, by going elsewhere in the file where that can be; how many there were. */
uint64_t lgm_read_intake_pass(lgm_intake *f, uint64_t n);
/* The next n bytes in one piece, or as many as there are: in the chunk, or behind what is in the
 * buffer already. */
lgm_slice lgm_read_intake_take_bytes(lgm_intake *f, size_t n);
/* The bytes up to a blank line, that included, in one piece; what is in the buffer is their first
 * part. len 0 where there is none within `most` bytes, or up to the end: all of these bytes are
 * taken then. */
lgm_slice lgm_read_intake_take_head(lgm_intake *f, size_t most);
/* Adds a line with its LF to the buffer, from line_at on; of a line that is too long only a part.
 * With line_by_line, when another report may follow, the rest of such a line is passed over, unless
 * it is endless. False at the end of the file. */
bool lgm_read_intake_line(lgm_intake *f);
/* The line in the buffer without its line end; whether its LF was there. */
lgm_slice lgm_read_intake_line_of(const lgm_intake *f);
bool lgm_read_intake_line_is_whole(const lgm_intake *f);

#endif
