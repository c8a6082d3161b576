/*
 * parser.h - libexpat over a window: from a place of a file on, and again from another place behind
 * what it did not understand.
 *
 * Bytes that no XML may have (malformed UTF-8, control characters) are mended on the way: the
 * former are read as Windows-1252, the latter are left out. Places are those of the file all the
 * same.
 *
 * Names that HTML has and XML has not ("&nbsp;") are handed over as skipped entities. Nothing is
 * ever fetched.
 *
 * Errors  LGM_WIRE_FAILED: `why` has the status and a sentence, lgm_wire_parser_at the place.
 * Window  lets go of what the parser is done with, but for what it is told to keep.
 * Limits  a tag, a comment or an instruction has LGM_WIRE_TOKEN bytes at most.
 */
#ifndef LGM_WIRE_PARSER_H
#define LGM_WIRE_PARSER_H

#include <expat.h>

#include "wire/xml_charset.h"
#include "wire/window.h"

enum { LGM_WIRE_TOKEN = 1 << 20 };

typedef enum lgm_wire_run { LGM_WIRE_STOPPED, LGM_WIRE_ENDED, LGM_WIRE_FAILED } lgm_wire_run;

typedef struct lgm_wire_parser {
    XML_Parser expat; /* NULL: not begun */
    lgm_wire_window *window;
    lgm_wire_charset charset;
    uint64_t origin;      /* where in the file it began */
    lgm_slice context;    /* what it was given before the bytes of the file */
    uint64_t fed;         /* up to where it has the bytes of the file */
    uint64_t given;       /* bytes that it was given in all */
    bool suspended, last; /* last: it knows that there are no more bytes */
    uint64_t n_mended;
    bool keeps; /* what stands from byte `keep` on stays in the window, max_kept bytes at most */
    uint64_t keep, max_kept;
    struct {
        struct lgm_wire_mend *at;
        size_t n, room;
    } mends;
    lgm_err why;
} lgm_wire_parser;

/* Sets handlers; called for each new beginning. */
typedef void lgm_wire_set_up(XML_Parser expat, void *ctx);

/* From this place of the file on, as if the markup `context` (borrowed) stood before it. */
LGM_NODISCARD lgm_status lgm_wire_parser_begin(lgm_wire_parser *p, uint64_t at, lgm_slice context,
                                               lgm_wire_set_up *set_up, void *ctx, lgm_err *err);
void lgm_wire_parser_done(lgm_wire_parser *p);

/* Until a handler stops it, the file ends, or something is wrong. */
lgm_wire_run lgm_wire_parser_run(lgm_wire_parser *p);
void lgm_wire_parser_stop(lgm_wire_parser *p); /* called by a handler; run again to go on */
/* The same, for good: run gives LGM_WIRE_FAILED with these words. */
void lgm_wire_parser_fail(lgm_wire_parser *p, lgm_status status, const char *why);
/* The same where the story is longer than max_kept. */
void lgm_wire_parser_fail_long(lgm_wire_parser *p);

uint64_t lgm_wire_parser_at(const lgm_wire_parser *p);      /* where in the file the event begins */
uint64_t lgm_wire_parser_behind(const lgm_wire_parser *p);  /* and where it ends */
lgm_slice lgm_wire_parser_markup(const lgm_wire_parser *p); /* its bytes, in the window */
#endif
