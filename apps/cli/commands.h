/*
 * commands.h - the commands, in the order in which help lists them: the table from which usage, man
 * pages and completions are made.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "args.h"

extern const cli_command cli_read_command, cli_add_command, cli_reread_command,
    cli_versions_command, cli_reindex_command, cli_explain_command, cli_problems_command,
    cli_verify_command, cli_seal_command, cli_forget_command, cli_show_command, cli_who_command,
    cli_review_command, cli_export_command, cli_merge_command, cli_split_command, cli_model_command,
    cli_story_command, cli_copies_command, cli_serve_command, cli_open_command, cli_mcp_command,
    cli_origins_command, cli_accounts_command, cli_disputes_command, cli_digest_command,
    cli_changes_command;

enum { CLI_N_COMMANDS = 38 };
extern const cli_command *const cli_commands[CLI_N_COMMANDS];

#endif
