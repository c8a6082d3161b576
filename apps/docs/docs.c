/* docs.c - which of them, and where the prose is. */
#include <stdlib.h>
#include <string.h>

#include "ask_command.h"
#include "docs.h"

static int usage(void)
{
    fputs("usage: legomena-docs bash|zsh|fish|man PROSE.scd [COMMAND]\n", stderr);
    return EXIT_USAGE;
}

static int man(int argc, char **argv)
{
    const cli_command *command = NULL;
    for (size_t i = 0; i < CLI_N_COMMANDS && argc > 3; i++)
        if (strcmp(cli_commands[i]->name, argv[3]) == 0) command = cli_commands[i];
    if (argc < 3 || (argc > 3 && !command)) return usage();
    FILE *const prose = fopen(argv[2], "r");
    if (!prose) {
        perror(argv[2]);
        return EXIT_SOME_FAILED;
    }
    bool ok = docs_man(stdout, prose, command);
    if (ferror(prose)) {
        perror(argv[2]);
        ok = false;
    }
    fclose(prose);
    return ok ? EXIT_DONE : EXIT_SOME_FAILED;
}

int main(int argc, char **argv)
{
    const char *const what = argc > 1 ? argv[1] : "";
    cli_ask_start();
    int code = EXIT_DONE;
    if (strcmp(what, "bash") == 0)
        docs_bash(stdout);
    else if (strcmp(what, "zsh") == 0)
        docs_zsh(stdout);
    else if (strcmp(what, "fish") == 0)
        docs_fish(stdout);
    else
        code = strcmp(what, "man") == 0 ? man(argc, argv) : usage();
    if (fflush(stdout) == 0 && !ferror(stdout)) return code;
    fputs("legomena-docs: cannot write to standard output\n", stderr);
    return EXIT_OUTPUT;
}
