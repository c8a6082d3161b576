/*
 * format.h - the kinds of files, in one table (format.c): how each is known, what reads it, and
 * what to do with a file of a kind that is not read.
 */
#ifndef LGM_FORMAT_H
#define LGM_FORMAT_H

#include "read/container.h"

typedef struct lgm_read_look { /* what a file is known by */
    lgm_slice head; /* its first bytes, at most LGM_READ_HEAD; a UTF-8 byte-order mark left out */
    bool named;     /* its name ends as files of the format in question do */
    lgm_intake *f;
    lgm_jsonl *json;
} lgm_read_look;

typedef struct lgm_read_format {
    const char *is;      /* in a sentence about one file: "this is PDF", "this is an image" */
    const char *many;    /* in a count of files: "3 PDF", "2 images" */
    const char *endings; /* of names of files, between spaces; NULL: none */
    bool (*sniff)(const lgm_read_look *look); /* do the bytes say so? NULL: only the magic tells */
    const char *magic; /* the bytes from magic_at on; NULL: only sniff tells */
    uint8_t magic_len, magic_at;
    lgm_read_container *next; /* NULL: the format is known, and not read */
    lgm_read_extractor *extract;
    const char *advice; /* what to do with a file that is not read */
} lgm_read_format;

enum { LGM_READ_N_FORMATS = 34 };

/* What else is left out and counted, behind the formats. */
enum {
    LGM_READ_NO_ENDING = LGM_READ_N_FORMATS, /* files of folders and archives */
    LGM_READ_NO_NEWS,                        /* of a web archive, as all below */
    LGM_READ_OTHER_ANSWERS,
    LGM_READ_REVISITS,
    LGM_READ_EMPTY_PAGES,
    LGM_READ_N_LEFT_OUT
};
extern const lgm_read_format lgm_read_formats[LGM_READ_N_FORMATS];

/* By the ending of the name, .gz and the like taken off; NULL where no format has it. */
const lgm_read_format *lgm_read_format_by_name(const char *name);
/* Does the name end as files of the format do? */
bool lgm_read_format_is_named(const lgm_read_format *format, const char *name);
/* By the bytes of the file in hand, then by the type that the file around it states ("text/html";
 * NULL: none) or its ending; what is nothing else is a text. */
const lgm_read_format *lgm_read_format_of(lgm_intake *f, const char *type, lgm_jsonl *json);

#endif
