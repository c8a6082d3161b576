/*
 * help.h - the help of one command, and of all.
 */
#ifndef COMMON_HELP_H
#define COMMON_HELP_H

#include "args.h"
#include "strbuf.h"

/* To standard output; the exit code. */
int cli_help(const cli_command *command);
void cli_help_all(strbuf *to, const cli_command *const *commands, size_t n);

#endif
