/*
 * stream.h - the bytes of a file, of standard input or of memory, decompressed on the way.
 *
 * gzip, zstd, xz and bzip2 are known by their first bytes, whatever the name. Members may follow
 * one another.
 *
 * Owns    a chunk is borrowed until the next call of lgm_read_stream_more or lgm_read_stream_close.
 * Errors  LGM_E_NOTFOUND, LGM_E_IO, LGM_E_CORRUPT (packed data that is damaged or ends early: what
 *         came before was handed out), LGM_E_BUDGET (more than LGM_STREAM_RATIO bytes from one: no
 *         text is like that), LGM_E_NOMEM, LGM_E_CANCELLED. Messages start with the name. After an
 *         error only close, or resume.
 */
#ifndef LGM_STREAM_H
#define LGM_STREAM_H

#include "base/base.h"
#include "read/wake.h"
#include "unpack/unpack.h"

enum { LGM_READ_HEAD = 4096 };
enum { LGM_STREAM_RATIO = 250 }; /* news as JSONL packs 3 to 10 times; gzip's own limit is 1030 */
/* Bytes of packed data in a row that hold nothing (headers, empty members), and bytes behind it,
 * after which nothing more is looked for. */
enum { LGM_STREAM_SILENT = 1 << 20, LGM_STREAM_TRAILING = 16 << 20 };

typedef struct lgm_stream lgm_stream;

/* "-" is standard input. any_kind: a pipe or device will do too, as when the user named it. Once
 * wake (borrowed; may be NULL) is set, reading ends with LGM_E_CANCELLED, also where it waits for a
 * pipe. */
LGM_NODISCARD lgm_status lgm_read_stream_open(lgm_stream **out, const char *path, bool any_kind,
                                              const lgm_wake *wake, lgm_err *err);
/* The same over bytes that the caller keeps alive until it is closed: chunks point into them, where
 * they are not packed. name is for messages. */
LGM_NODISCARD lgm_status lgm_read_stream_open_bytes(lgm_stream **out, const char *name,
                                                    const void *bytes, size_t len, lgm_err *err);

typedef struct lgm_stream_over { /* bytes that somebody else has */
    /* At most room bytes; *n 0 is the end. */
    lgm_status (*read)(void *ctx, void *to, size_t room, size_t *n, lgm_err *err);
    void (*close)(void *ctx); /* NULL: nothing to do */
    void *ctx;
} lgm_stream_over;
/* The same over those; closed with the stream, also on an error. */
LGM_NODISCARD lgm_status lgm_read_stream_open_over(lgm_stream **out, const char *name,
                                                   const lgm_stream_over *over, lgm_err *err);
void lgm_read_stream_close(lgm_stream *s); /* NULL is fine */

/* The next bytes; an empty chunk is the end. The first chunk is long enough to see what the file
 * is: at least LGM_READ_HEAD bytes, or a line that begins with a brace (whoever writes JSON Lines
 * into a pipe is answered line by line), or all there is. */
LGM_NODISCARD lgm_status lgm_read_stream_more(lgm_stream *s, lgm_slice *chunk, lgm_err *err);

/* Passes over the rest of the gzip member that the last chunk is of without unpacking it, where
 * that is `rest` bytes long. False: it was not found to be so, or the data is not gzip; the stream
 * is where it was. */
bool lgm_read_stream_skip_member(lgm_stream *s, uint64_t rest);
/* After damage: goes on with the next gzip member. False where there is none; true may mislead, as
 * the first bytes of one may stand anywhere. */
bool lgm_read_stream_resume(lgm_stream *s);
/* Goes on at a place of the file as it is; false where it is packed, or comes as it comes. The last
 * chunk is lost. */
bool lgm_read_stream_seek(lgm_stream *s, uint64_t place);

uint64_t lgm_read_stream_consumed(const lgm_stream *s); /* of the file, as packed */
/* Where in the file the last `unused` bytes of the last chunk begin; of a packed file, where their
 * member does. */
uint64_t lgm_read_stream_place(const lgm_stream *s, size_t unused);
/* Does the last chunk begin with the first byte of a member, does it end with the last one? */
bool lgm_read_stream_begins_member(const lgm_stream *s);
bool lgm_read_stream_ends_member(const lgm_stream *s);
bool lgm_read_stream_size(const lgm_stream *s, uint64_t *size); /* of the file; false: unknown */
lgm_unpack_kind lgm_read_stream_packed(const lgm_stream *s);    /* known after the first chunk */
/* Bytes behind packed data, left unread; above LGM_STREAM_TRAILING they are not counted on. */
uint64_t lgm_read_stream_trailing(const lgm_stream *s);

#endif
