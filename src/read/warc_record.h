/*
 * warc_record.h - the records of a web archive one after another: their heads, and the way on when
 * something is wrong with one.
 *
 * Owns    an archive is f->own of its intake. A head is borrowed until the next byte is taken.
 * Errors  messages name the file and the byte at which the record begins, as packed, which is what
 *         an index of the archive (CDX) has too. After LGM_E_CORRUPT the next call goes on with the
 *         next record that can be read: what begins behind a record that is not as long as it says,
 *         or with the next gzip member behind a damaged one.
 */
#ifndef LGM_WARC_RECORD_H
#define LGM_WARC_RECORD_H

#include "read/intake.h"
#include "warc/body.h"
#include "warc/warc_head.h"

typedef struct lgm_warc_archive {
    lgm_warc_body body;
    bool arc;
    size_t ahead;   /* bytes of the next head that are in the buffer, at its end */
    uint64_t place; /* of the record in hand */
    bool told;      /* that the data is damaged or ends early */
    bool lost;      /* looking for the next ARC record */
    bool find;      /* the last record ended elsewhere than it said: look for the next one */
} lgm_warc_archive;

/* To be called before each record. */
LGM_NODISCARD lgm_status lgm_read_warc_begin(lgm_intake *f, lgm_warc_archive **out, lgm_err *err);
/* The next head, or the line of an ARC record. LGM_E_EMPTY: behind the last one. */
LGM_NODISCARD lgm_status lgm_read_warc_next_head(lgm_intake *f, lgm_warc_archive *a,
                                                 lgm_warc_head *head, lgm_err *err);
/* LGM_OK: behind damage, another part of the file is sound. LGM_E_EMPTY: this is the end. */
LGM_NODISCARD lgm_status lgm_read_warc_at_end(lgm_intake *f, lgm_warc_archive *a, lgm_err *err);

/* The file ends within a record (what says where), or what it is packed in is damaged. */
lgm_status lgm_read_warc_broken_off(const lgm_intake *f, lgm_warc_archive *a, const char *what,
                                    lgm_err *err);
/* Says what is wrong with the record in hand and goes on at the next one, from place `from` on
 * where the file can be read again and that is not 0. */
lgm_status lgm_read_warc_resync(lgm_intake *f, lgm_warc_archive *a, uint64_t from, const char *what,
                                lgm_err *err);

#endif
