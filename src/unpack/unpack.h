/*
 * unpack.h - compressed data, a member after another, whatever the method.
 *
 * A member is what a tool writes in one go: a gzip member, a frame of zstd, a stream of xz or
 * bzip2. Files are members one after another, with nothing or zeros between them.
 *
 * Reads   gzip, zlib and raw deflate (RFC 1950 to 1952), zstd (RFC 8878), xz, bzip2, brotli
 *         (RFC 7932); each file NAME.c stands over the library of its method. Functions:
 *         unpack.c, whole_member.c (a gzip member at once).
 * Limits  a method that wants more memory than LGM_UNPACK_MEMORY for its window ends with
 *         LGM_UNPACK_TOO_LARGE. How far data may grow is for the caller to watch.
 * Owns    the caller owns all bytes. Libraries take memory through base where they let us: zstd
 *         and libdeflate have their own.
 */
#ifndef LGM_UNPACK_H
#define LGM_UNPACK_H

#include "base/base.h"

typedef enum lgm_unpack_kind {
    LGM_UNPACK_NONE, /* not packed, or not known by its first bytes */
    LGM_UNPACK_GZIP,
    LGM_UNPACK_ZSTD,
    LGM_UNPACK_XZ,
    LGM_UNPACK_BZIP2,
    LGM_UNPACK_DEFLATE, /* with the head of zlib or without, as web servers send it */
    LGM_UNPACK_BROTLI,  /* no first bytes tell the last two */
    LGM_UNPACK_N_KINDS
} lgm_unpack_kind;

enum { LGM_UNPACK_HEAD = 10 }; /* so many bytes tell the kind, where so many are there */
enum { LGM_UNPACK_MEMORY = 256 << 20 };

typedef struct lgm_unpack lgm_unpack;

typedef struct lgm_unpack_io { /* what is used and made moves the pointers on */
    const uint8_t *in;
    size_t n_in;
    uint8_t *out;
    size_t n_out; /* room */
} lgm_unpack_io;

typedef enum lgm_unpack_state {
    LGM_UNPACK_ON,  /* more bytes in, or more room */
    LGM_UNPACK_END, /* the member is whole */
    LGM_UNPACK_DAMAGED,
    LGM_UNPACK_TOO_LARGE,
    LGM_UNPACK_NOMEM
} lgm_unpack_state;

lgm_unpack_kind lgm_unpack_kind_of(const uint8_t *head, size_t n);
const char *lgm_unpack_name(lgm_unpack_kind kind);   /* "gzip" */
const char *lgm_unpack_ending(lgm_unpack_kind kind); /* of names of files: ".gz"; NULL: none */
/* The length of name without the ending of a packed file; *kind (may be NULL) says which. */
size_t lgm_unpack_bare_length(const char *name, lgm_unpack_kind *kind);

/* LGM_E_NOMEM. */
LGM_NODISCARD lgm_status lgm_unpack_new(lgm_unpack **out, lgm_unpack_kind kind, lgm_err *err);
void lgm_unpack_free(lgm_unpack *u); /* NULL is fine */
/* What was made before an error is in io, too. */
lgm_unpack_state lgm_unpack_run(lgm_unpack *u, lgm_unpack_io *io);
bool lgm_unpack_again(lgm_unpack *u); /* begins another member; false: no memory */
/* A dictionary for all members to come (zstd): copied. */
bool lgm_unpack_dictionary(lgm_unpack *u, const uint8_t *bytes, size_t n);

/* A gzip member that is there as a whole, quicker than by steps: true, and *used and *made. False
 * where it is not whole, damaged or does not fit into out: the steps can tell which. */
typedef struct lgm_unpack_whole lgm_unpack_whole;
LGM_NODISCARD lgm_status lgm_unpack_whole_new(lgm_unpack_whole **out, lgm_err *err);
void lgm_unpack_whole_free(lgm_unpack_whole *w);
bool lgm_unpack_whole_run(lgm_unpack_whole *w, lgm_slice in, uint8_t *out, size_t room,
                          size_t *used, size_t *made, bool *full);

#endif
