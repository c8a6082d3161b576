/*
 * wire.h - feeds and messages of news agencies, story by story.
 *
 * XML     RSS 0.90 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0 (feed_rules.c says which element is
 *         which field); NewsML-G2, NewsML 1 and NITF (news_rules.c).
 * JSON    JSON Feed and ninjs (json_story.c).
 * Reads   the bytes of a file as they come; never more of it than a story and a chunk.
 * Units   bytes and lines of the file, lines from 1.
 * Owns    a story is borrowed until the next call.
 * Errors  LGM_E_FORMAT, LGM_E_BUDGET for one story that cannot be read, with its line and byte: the
 *         next call goes on behind it. LGM_E_EMPTY is the end. A message names no file: the caller
 *         knows it.
 * Limits  a story's markup has max_story bytes at most, and so has what it expands to; elements are
 *         LGM_WIRE_DEPTH deep. External entities are never read; internal ones grow as far as
 *         libexpat lets them.
 */
#ifndef LGM_WIRE_H
#define LGM_WIRE_H

#include "base/base.h"

enum { LGM_WIRE_DEPTH = 200 };

typedef enum lgm_wire_field {
    LGM_WIRE_ID,
    LGM_WIRE_TITLE,
    LGM_WIRE_URL,
    LGM_WIRE_PUBLISHED,
    LGM_WIRE_MODIFIED,
    LGM_WIRE_CREATED, /* for want of the two */
    LGM_WIRE_AUTHOR,  /* several are joined by LF */
    LGM_WIRE_PUBLISHER,
    LGM_WIRE_AGENCY,
    LGM_WIRE_SECTION,
    LGM_WIRE_BODY,
    LGM_WIRE_SUMMARY,
    LGM_WIRE_KIND,   /* "picture" */
    LGM_WIRE_STATUS, /* "canceled" */
    LGM_WIRE_EMBARGO,
    LGM_WIRE_BASE, /* what an address that is not whole starts from */
    LGM_WIRE_N_FIELDS
} lgm_wire_field;

typedef struct lgm_wire_value {
    lgm_slice words; /* ptr NULL: not there; else followed by a NUL, and not blank */
    uint8_t rank;    /* of the rule that found it: a higher one goes before a lower one */
    bool html;       /* words are a piece of HTML, else plain text */
} lgm_wire_value;

typedef struct lgm_wire_story {
    lgm_wire_value of[LGM_WIRE_N_FIELDS]; /* what the feed says of all stories included */
    lgm_wire_value feed_author;           /* of the whole feed */
    uint64_t number, at, line;            /* which one of the file, from 1; where it begins */
    lgm_slice raw;                        /* its bytes in the file */
    const char *mended;                   /* what was put right, a sentence, or NULL */
} lgm_wire_story;

typedef struct lgm_wire_bytes {                /* where the bytes of the file come from */
    bool (*more)(void *ctx, lgm_slice *chunk); /* false: there are no more */
    void *ctx;
} lgm_wire_bytes;

typedef struct lgm_wire lgm_wire;

LGM_NODISCARD lgm_status lgm_wire_new(lgm_wire **out, lgm_wire_bytes from, uint64_t max_story,
                                      lgm_err *err);
void lgm_wire_free(lgm_wire *w); /* NULL is fine */
LGM_NODISCARD lgm_status lgm_wire_next(lgm_wire *w, lgm_wire_story *story, lgm_err *err);

#endif
