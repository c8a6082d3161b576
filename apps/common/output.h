/*
 * output.h - standard output or a file, buffered, with every error seen.
 *
 * A file gets its name when it is whole (draft.h). To a pipe, a terminal or a device goes what is
 * put, piece by piece: a piece is written to its end even where a signal asks us to end.
 *
 * The first error is kept; later calls do nothing. A reader that has gone away (a closed pipe) is
 * an error too, but one without a message: `legomena read ... | head` is not a mishap.
 */
#ifndef COMMON_OUTPUT_H
#define COMMON_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "draft.h"
#include "strbuf.h"

typedef struct output {
    draft to;
    const char *path; /* as given; NULL = standard output */
    char *buf;
    size_t len;
    int error;    /* errno of the first failure */
    bool emptied; /* of a file that is written in place: what was in it is gone */
} output;

/* NULL = standard output. False: said why. */
bool output_open(output *o, const char *path);
bool output_put(output *o, const char *s, size_t len);
bool output_flush(output *o);
/* Closes. With `whole` the file gets its name, without it what was there stays; a stream gets what
 * was put, either way. False where anything could not be written, and said why. */
bool output_end(output *o, bool whole);

/* All of a text, which is freed, to standard output or a file (NULL = standard output): EXIT_DONE,
 * or EXIT_OUTPUT and said why. */
int cli_print(strbuf *text);
int cli_print_to(strbuf *text, const char *path);

#endif
