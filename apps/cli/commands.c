/* commands.c - see commands.h. */
#include "commands.h"

const cli_command *const cli_commands[CLI_N_COMMANDS] = {
    &cli_read_command,     &cli_explain_command, &cli_add_command,     &cli_problems_command,
    &cli_versions_command, &cli_reread_command,  &cli_reindex_command, &cli_verify_command,
    &cli_seal_command,     &cli_forget_command,  &cli_model_command};
