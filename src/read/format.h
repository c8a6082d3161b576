/*
 * format.h - the kinds of files, in one table. Functions: format.c.
 */
#ifndef LGM_FORMAT_H
#define LGM_FORMAT_H

#include "read/container.h"

typedef struct lgm_read_format {
    const char *name;
    const char *endings; /* of names of files, between spaces; NULL: none */
    bool (*sniff)(lgm_intake *f, lgm_jsonl *json); /* by the bytes; NULL: never */
    lgm_read_container *next;
    lgm_read_extractor *extract;
} lgm_read_format;

/* By the ending of the name, .gz taken off; NULL where no format has it. */
const lgm_read_format *lgm_read_format_by_name(const char *name);
/* By the ending, else by the bytes of the file in hand; what is nothing else is a text. */
const lgm_read_format *lgm_read_format_of(lgm_intake *f, lgm_jsonl *json);

#endif
