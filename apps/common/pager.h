/*
 * pager.h - long texts for a terminal go through the reader's pager.
 *
 * $PAGER, else less; none where it is "cat" or empty, where standard output is no terminal, or
 * where the pager cannot be started. Less gets -FRX from us unless LESS is set: a short text is
 * printed as it is.
 */
#ifndef COMMON_PAGER_H
#define COMMON_PAGER_H

#include "strbuf.h"

/* As cli_print_to: all of a text, which is freed; a file has no pager. */
int pager_print(strbuf *text, const char *path);

#endif
