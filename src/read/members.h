/*
 * members.h - a packed stream, member by member: gzip members, frames of zstd ... (unpack.h).
 *
 * A chunk ends where a member ends, so that whoever reads an archive of one record a member (WARC)
 * knows where each begins in the file. Only a first chunk that is too short to see what the file
 * is goes over more of them.
 *
 * A gzip member that is in the window as a whole is unpacked at once, which is twice as quick as by
 * steps. For some time after one was passed over, the first bytes of a member come alone, before
 * the rest is unpacked, or is passed over in its turn: lgm_read_members_skip does that for a gzip
 * member without unpacking it: the next one begins where four bytes state the length that
 * was told and the first bytes of gzip follow.
 *
 * Functions are in members.c, members_ahead.c and members_dictionary.c.
 */
#ifndef LGM_MEMBERS_H
#define LGM_MEMBERS_H

#include "read/file_bytes.h"
#include "unpack/unpack.h"

typedef struct lgm_members {
    lgm_unpack_kind kind; /* NONE: not packed */
    lgm_unpack *unpack;   /* NULL: behind the last member */
    lgm_unpack_whole *whole;
    lgm_unpack_state bad; /* not ON: what is wrong with the member in hand */
    bool ended;           /* the member in hand */
    bool chunk_begins;    /* the last chunk begins with the first byte of a member */
    int n_missed;         /* skips that found no end */
    unsigned looks;       /* of how many members to come the first bytes come alone */
    uint8_t *out;
    size_t room;
    uint64_t place; /* of the member in hand, in the file; or of what is behind the last one */
    uint64_t n;     /* members that have ended */
    uint64_t n_of_member, n_out, trailing;
    uint64_t silent; /* bytes in since the last that gave any out */
} lgm_members;

LGM_NODISCARD lgm_status lgm_read_members_start(lgm_members *m, lgm_file_bytes *in, lgm_err *err);
void lgm_read_members_done(lgm_members *m);
/* Of zstd: takes the dictionary that all frames of a file were packed with, where it begins with
 * one, as archives of the Archive Team do (WARC-zstd: a skippable frame 0x184d2a5d, whose content
 * may be packed itself). LGM_E_CORRUPT, LGM_E_BUDGET. */
LGM_NODISCARD lgm_status lgm_read_members_dictionary(lgm_members *m, lgm_file_bytes *in,
                                                     lgm_err *err);
/* As lgm_read_stream_more. */
LGM_NODISCARD lgm_status lgm_read_members_more(lgm_members *m, lgm_file_bytes *in, lgm_slice *chunk,
                                               lgm_err *err);
/* As lgm_read_stream_skip_member and lgm_read_stream_resume. */
bool lgm_read_members_skip(lgm_members *m, lgm_file_bytes *in, uint64_t rest);
bool lgm_read_members_resume(lgm_members *m, lgm_file_bytes *in);

#endif
