/*
 * ask_command.h - the commands that ask the ledger. Their options are the conditions of the
 * library's table of questions, so they are filled in when the program starts.
 */
#ifndef CLI_ASK_COMMAND_H
#define CLI_ASK_COMMAND_H

#include "args.h"

enum { CLI_N_QUESTIONS = 11 };
extern cli_command cli_ask_commands[CLI_N_QUESTIONS];

/* Before any of them is looked at. */
void cli_ask_start(void);

#endif
