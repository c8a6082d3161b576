/*
 * output.h - standard output or a file, buffered, with every error seen.
 *
 * The first error is kept; later calls do nothing. A reader that has gone away (a closed pipe) is
 * an error too, but one without a message: `legomena read ... | head` is not a mishap.
 */
#ifndef COMMON_OUTPUT_H
#define COMMON_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct output {
    int fd;
    const char *path; /* NULL = standard output */
    char *buf;
    size_t len;
    int error; /* errno of the first failure */
} output;

/* Truncates or makes the file at path; NULL = standard output. False: said why. */
bool output_open(output *o, const char *path);
bool output_put(output *o, const char *s, size_t len);
bool output_flush(output *o);
/* Flushes and closes; false where anything was not written, and said why. */
bool output_close(output *o);

#endif
