/* commands.c - see commands.h. */
#include "ask_command.h"
#include "commands.h"

const cli_command *const cli_commands[CLI_N_COMMANDS] = {
    &cli_read_command,     &cli_explain_command,  &cli_add_command,     &cli_ask_commands[0],
    &cli_ask_commands[1],  &cli_ask_commands[2],  &cli_ask_commands[3], &cli_ask_commands[4],
    &cli_ask_commands[5],  &cli_ask_commands[6],  &cli_ask_commands[8], &cli_who_command,
    &cli_ask_commands[9],  &cli_ask_commands[10], &cli_story_command,   &cli_accounts_command,
    &cli_disputes_command, &cli_origins_command,  &cli_digest_command,  &cli_changes_command,
    &cli_show_command,     &cli_review_command,   &cli_ask_commands[7], &cli_export_command,
    &cli_merge_command,    &cli_split_command,    &cli_copies_command,  &cli_versions_command,
    &cli_problems_command, &cli_reread_command,   &cli_reindex_command, &cli_verify_command,
    &cli_seal_command,     &cli_forget_command,   &cli_serve_command,   &cli_open_command,
    &cli_mcp_command,      &cli_model_command,
};
