/*
 * warc_head.h - what the head of a record in a web archive says.
 *
 * Reads   WARC 0.17 to 1.1 (ISO 28500): a line "WARC/1.0", then fields. ARC, versions 1 and 2: one
 *         line of words (address, IP, time, type, ..., length).
 * Owns    slices of the head; nothing can fail but the form.
 * Source  WARC: iipc.github.io/warc-specifications, 1.0 and 1.1; ARC: Internet Archive, "Arc File
 *         Format", 1996.
 */
#ifndef LGM_WARC_HEAD_H
#define LGM_WARC_HEAD_H

#include "base/base.h"

typedef enum lgm_warc_kind {
    LGM_WARC_RESPONSE,   /* what a server answered */
    LGM_WARC_RESOURCE,   /* the same without HTTP */
    LGM_WARC_CONVERSION, /* made from another record: plain text of a page */
    LGM_WARC_REVISIT,    /* the same as before: no body */
    LGM_WARC_CONTINUATION,
    LGM_WARC_OTHER /* requests, metadata, descriptions of the file */
} lgm_warc_kind;

typedef struct lgm_warc_head {
    lgm_warc_kind kind;
    uint64_t length;  /* of the block, bytes */
    uint64_t segment; /* of a record in several parts, from 1; 0: it is whole */
    lgm_slice id;     /* "urn:uuid:...", without its brackets; len 0 where unknown, as all below */
    lgm_slice uri, date, type;              /* of the page; when it was retrieved; of the block */
    lgm_slice block_digest, payload_digest; /* "sha1:..." */
    lgm_slice truncated;                    /* why: "length", "time" ... */
} lgm_warc_head;

/* NULL, or what is wrong, as the end of a sentence. head: up to its blank line. */
const char *lgm_warc_head_read(lgm_slice head, lgm_warc_head *out);
/* The same of the line of an ARC record. */
const char *lgm_warc_arc_read(lgm_slice line, lgm_warc_head *out);
bool lgm_warc_is_arc(lgm_slice head); /* does a file begin as ARC files do? */

/* The moment of a head as "2024-05-24T09:30:00Z"; false where it is none. WARC has it so already,
 * perhaps with parts of a second; ARC as digits. */
enum { LGM_WARC_MOMENT = 40 };
bool lgm_warc_moment(lgm_slice date, char out[LGM_WARC_MOMENT]);

#endif
