/*
 * read_options.h - what `legomena read` was asked for.
 */
#ifndef CLI_READ_OPTIONS_H
#define CLI_READ_OPTIONS_H

#include "legomena/engine.h"
#include "options.h"
#include "outline.h"
#include "page_part.h"

/* In the order of the words of --format. */
typedef enum read_format {
    READ_TEXT,
    READ_HTML,
    READ_JSON,
    READ_JSONL,
    READ_CSV,
    READ_CONLLU
} read_format;

typedef struct read_options {
    read_format format;
    lgm_only only;  /* how far reports are read: with redact to the end */
    lgm_only asked; /* how far they were to be read */
    page_part part; /* of which this is shown */
    bool map, redact;
    outline_order order; /* of pages */
    reading_options reading;
    writing_options writing;
    saying_options saying;
    const char *const *paths; /* of args */
    size_t n_paths;
    cli_args args;
} read_options;

extern const cli_group *const read_groups[];

/* EXIT_DONE to go on; *stop is set where help was asked for. Otherwise the exit code. */
int read_options_parse(read_options *o, const cli_command *command, int argc, char **argv,
                       bool *stop);

#endif
