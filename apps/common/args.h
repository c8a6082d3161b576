/*
 * args.h - options of a command, defined once in a table: the parser and the help both read it, and
 * tests/cli/words.py holds the man page and the completions against it.
 *
 *     cli_args a;
 *     if (!cli_args_start(&a, &command, argc, argv)) return EXIT_USAGE;
 *     while ((id = cli_args_next(&a, &value)) >= 0) switch (id) { ... }
 *     if (id == CLI_BAD) ...
 *
 * "--name value", "--name=value", "-n value", "-nvalue"; "--" ends the options; they may stand
 * behind the operands. Messages go to standard error.
 */
#ifndef COMMON_ARGS_H
#define COMMON_ARGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { EXIT_ALL_READ = 0, EXIT_SOME_UNREAD = 1, EXIT_USAGE = 2, EXIT_MODEL = 3, EXIT_OUTPUT = 4 };

typedef struct cli_option {
    const char *name; /* without the dashes */
    char letter;      /* 0 = none */
    const char *arg;  /* stands for the value; NULL = a switch */
    const char *help;
} cli_option;

typedef struct cli_command {
    const char *name, *operands, *summary;
    const cli_option *options;
    size_t n_options;
    const char *footer; /* printed below the options; may be NULL */
    int (*run)(const struct cli_command *self, int argc, char **argv);
} cli_command;

enum { CLI_END = -1, CLI_BAD = -2, CLI_HELP = -3 };

typedef struct cli_args {
    const cli_command *command;
    int argc, at;
    char **argv;
    const char **operands; /* argc of them at most; freed by cli_args_done */
    size_t n_operands;
    const char *letters; /* rest of a group of single letters */
} cli_args;

bool cli_args_start(cli_args *a, const cli_command *command, int argc, char **argv);
/* Index of the next option in the table, or CLI_END, CLI_BAD (said why), CLI_HELP (printed it). */
int cli_args_next(cli_args *a, const char **value);
void cli_args_done(cli_args *a);

void cli_help(const cli_command *command, FILE *to);
/* "legomena: message", and where to find help. */
int cli_usage_error(const cli_command *command, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* "legomena: message" */
void cli_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

extern const cli_command cli_read_command, cli_model_command;

#endif
