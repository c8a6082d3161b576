/*
 * read_options.h - the options of `legomena read`, once: table, enumerators and help come from this
 * list. X(ID, name, letter, value, help)
 */
#ifndef CLI_READ_OPTIONS_H
#define CLI_READ_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "args.h"

#define READ_OPTIONS(X)                                                                            \
    X(FORMAT, "format", 'f', "FORMAT",                                                             \
      "text (a page to read; the default), html (a web page), json, jsonl or conllu")              \
    X(DATE, "date", 'd', "YYYY-MM-DD", "publication day of reports that state none")               \
    X(MODEL, "model", 'm', "NAME|FILE", "the model to read with; default en-accurate")                 \
    X(OUTPUT, "output", 'o', "FILE", "write there instead of to standard output")                  \
    X(JOBS, "jobs", 'j', "N", "reports read at a time, at most; default one a processor")          \
    X(MAX_SIZE, "max-size", 0, "SIZE", "largest report, as in 500K, 16M or 1G; default 16M")       \
    X(KERNEL, "kernel", 0, "NAME", "numeric kernels: ref, avx2, avx512vnni...; default the best")  \
    X(COLOR, "color", 0, "WHEN", "auto (the default), always or never")                            \
    X(WIDTH, "width", 0, "N", "columns of the page, 40 to 200; default the terminal's")            \
    X(TIME, "time", 0, NULL, "say on standard error where the time went")                          \
    X(NO_PROGRESS, "no-progress", 0, NULL, "no line that says how far it is")                      \
    X(QUIET, "quiet", 'q', NULL, "no warnings and no progress; errors are still said")

typedef enum read_format { READ_TEXT, READ_HTML, READ_JSON, READ_JSONL, READ_CONLLU } read_format;

typedef struct read_options {
    read_format format;
    const char *date, *model, *kernel, *output;
    unsigned jobs; /* 0 = one a processor */
    uint64_t max_size;
    bool color, time, progress, warnings;
    int width;
    const char **paths; /* freed by read_options_done */
    size_t n_paths;
    cli_args args;
} read_options;

/* EXIT_ALL_READ to go on; *stop is set where help was printed. Otherwise the exit code. */
int read_options_parse(read_options *o, const cli_command *command, int argc, char **argv,
                       bool *stop);
void read_options_done(read_options *o);

enum {
#define READ_OPTION_ID(id, name, letter, arg, help) OPTION_##id,
    READ_OPTIONS(READ_OPTION_ID)
#undef READ_OPTION_ID
        READ_N_OPTIONS
};

extern const cli_option read_option_table[READ_N_OPTIONS];

#endif
