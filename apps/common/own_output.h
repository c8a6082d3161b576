/*
 * own_output.h - keeps a run from reading what it writes.
 *
 * A record is a line of JSON with a "text", and a page is a text: a run that found its own output
 * among the files to read would go on for ever.
 */
#ifndef COMMON_OWN_OUTPUT_H
#define COMMON_OWN_OUTPUT_H

#include <stddef.h>

/* *found: the path that is, or holds, the file to be written (output NULL = standard output), which
 * need not be there yet; NULL where none of the n does. Returns 0, or an errno: the system did not
 * let us see it. */
int own_output_among(const char *output, const char *const *paths, size_t n, const char **found);

#endif
