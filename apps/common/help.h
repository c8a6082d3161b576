/*
 * help.h - the help of one command, and of all.
 */
#ifndef COMMON_HELP_H
#define COMMON_HELP_H

#include "args.h"

void cli_help(const cli_command *command, FILE *to);
void cli_help_all(const cli_command *const *commands, size_t n, FILE *to);

#endif
