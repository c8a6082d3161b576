/*
 * args.h - options of a command, defined once in tables: the parser, the help, the man pages and
 * the completions all read them (help.h, apps/docs).
 *
 *     cli_args a = cli_args_start(&command, argc, argv);
 *     while ((id = cli_args_next(&a, &value)) >= 0) switch (id) { ... }
 *     if (id == CLI_BAD) ...
 *
 * "--name value", "--name=value", "-n value", "-nvalue"; "--" ends the options; they may stand
 * behind the operands. Messages go to standard error, with the word that was probably meant.
 */
#ifndef COMMON_ARGS_H
#define COMMON_ARGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "exits.h"

/* What a value is: for completions, and CLI_ONE_OF for the parser too. */
typedef enum cli_kind {
    CLI_SWITCH, /* there is none */
    CLI_ONE_OF, /* one of `words`, and nothing else */
    CLI_ANY,    /* `words` are examples; may be NULL */
    CLI_FILE,
    CLI_MODEL
} cli_kind;

typedef struct cli_option {
    int id;           /* of options.h */
    const char *name; /* without the dashes */
    char letter;      /* 0 = none */
    cli_kind kind;
    const char *arg;   /* stands for the value; NULL = a switch */
    const char *words; /* divided by spaces */
    const char *help;  /* a line */
    const char *more;  /* sentences for the man page, in scdoc's markup; NULL = help is all */
} cli_option;

typedef struct cli_group { /* options that stand together, and that commands may share */
    const cli_option *options;
    size_t n;
} cli_group;

typedef struct cli_command {
    const char *name, *operands;
    const char *brief;   /* a few words, for lists of commands */
    const char *summary; /* sentences above the options */
    const char *words;   /* what its first operand may be, divided by spaces; NULL = anything */
    cli_kind operand;    /* what its other operands are */
    const cli_group *const *groups; /* NULL behind the last one; NULL = no options */
    const char *footer;             /* printed below the options; may be NULL */
    const char *examples;           /* lines for the help of all; may be NULL */
    int (*run)(const struct cli_command *self, int argc, char **argv);
} cli_command;

enum { CLI_END = -1, CLI_BAD = -2, CLI_HELP = -3 };

typedef struct cli_args {
    const cli_command *command;
    int argc, at;
    char **argv;       /* operands come to its front as they are found */
    size_t n_operands; /* argv[0..n_operands) */
    const char *letters; /* rest of a group of single letters */
    int choice;          /* of a CLI_ONE_OF: the place of the value among the words */
} cli_args;

/* Borrows all of them; argv is put in another order. */
cli_args cli_args_start(const cli_command *command, int argc, char **argv);
/* The id of the next option, or CLI_END, CLI_BAD (said why), CLI_HELP (it was asked for). */
int cli_args_next(cli_args *a, const char **value);
/* The i-th option of a command; NULL behind the last. */
const cli_option *cli_option_at(const cli_command *command, size_t i);

/* "--width 3: should be a number"; false. */
bool cli_bad_value(const cli_args *a, int id, const char *value, const char *wanted);
/* "legomena: message", and where to find help. command NULL: the help of all. */
int cli_usage_error(const cli_command *command, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* "legomena: message" */
void cli_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif
