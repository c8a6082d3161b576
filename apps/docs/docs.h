/*
 * docs.h - man pages and completions, made from the tables of the commands. Functions of manual.c
 * and complete.c.
 *
 *     legomena-docs bash|zsh|fish
 *     legomena-docs man PROSE.scd [COMMAND]
 */
#ifndef DOCS_DOCS_H
#define DOCS_DOCS_H

#include "commands.h"

void docs_bash(FILE *to);
void docs_zsh(FILE *to);
void docs_fish(FILE *to);
/* The prose (scdoc), in which a line that is @COMMANDS@, @SYNOPSIS@, @OPTIONS@ or @EXITS@ stands
 * for what the tables have. command NULL: the page of all. False: such a line that is none of
 * these. */
bool docs_man(FILE *to, FILE *prose, const cli_command *command);

#endif
