/*
 * explain_options.h - what `legomena explain` was asked for.
 */
#ifndef CLI_EXPLAIN_OPTIONS_H
#define CLI_EXPLAIN_OPTIONS_H

#include "legomena/record.h"
#include "options.h"

typedef struct explain_options {
    bool json, redact;
    uint64_t report;  /* which of the file, from 1; 0 = the only one */
    lgm_link *wanted; /* in the order in which they were asked for; freed by explain_options_done */
    size_t n_wanted;  /* 0 = all claims */
    reading_options reading;
    writing_options writing;
    const char *path; /* of args */
    cli_args args;
} explain_options;

extern const cli_group *const explain_groups[];

/* EXIT_DONE to go on; *stop is set where help was asked for. Otherwise the exit code. */
int explain_options_parse(explain_options *o, const cli_command *command, int argc, char **argv,
                          bool *stop);
void explain_options_done(explain_options *o);

#endif
