/*
 * add_options.h - what `legomena add` was asked for.
 */
#ifndef CLI_ADD_OPTIONS_H
#define CLI_ADD_OPTIONS_H

#include "options.h"

typedef struct add_options {
    bool no_raw;
    unsigned watch; /* seconds between two looks; 0 = one look */
    ledger_options ledger;
    reading_options reading;
    saying_options saying;
    const char *const *paths; /* of args */
    size_t n_paths;
    cli_args args;
} add_options;

extern const cli_group *const add_groups[];

/* EXIT_DONE to go on; *stop is set where help was asked for. Otherwise the exit code. */
int add_options_parse(add_options *o, const cli_command *command, int argc, char **argv,
                      bool *stop);

#endif
