/*
 * exits.h - the exit codes of all commands, once: help and man pages print this list.
 */
#ifndef COMMON_EXITS_H
#define COMMON_EXITS_H

/* name, number, in words */
#define EXIT_MAP(X)                                                                                \
    X(EXIT_DONE, 0, "all was done")                                                                \
    X(EXIT_SOME_FAILED, 1,                                                                         \
      "some could not be read, was not found or does not hold: standard error says what")          \
    X(EXIT_USAGE, 2, "wrong usage")                                                                \
    X(EXIT_MODEL, 3, "the model cannot be opened")                                                 \
    X(EXIT_OUTPUT, 4, "the output could not be written")                                           \
    X(EXIT_LEDGER, 5, "the ledger cannot be opened, read or written")

enum {
#define EXIT_ENUM(name, number, text) name = number,
    EXIT_MAP(EXIT_ENUM)
#undef EXIT_ENUM
};

#endif
