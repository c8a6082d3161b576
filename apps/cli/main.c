/* main.c - the command: which word it is, and what it needs before anything else. */
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "ask_command.h"
#include "commands.h"
#include "help.h"
#include "legomena/engine.h"
#include "output.h"
#include "say.h"
#include "suggest.h"

static const cli_command *find(const char *name)
{
    for (size_t i = 0; i < CLI_N_COMMANDS; i++)
        if (strcmp(cli_commands[i]->name, name) == 0) return cli_commands[i];
    return NULL;
}

static bool is_help(const char *word)
{
    return strcmp(word, "help") == 0 || strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

/* A file, or an option, where the command should be, or a word that is nearly one. */
static int no_such_command(const char *word)
{
    suggestion s = suggest_start(word, strlen(word));
    if (strcmp(word, "-") == 0 || strpbrk(word, "./") || access(word, F_OK) == 0)
        return cli_usage_error(NULL, "no such command: %.60s (did you mean legomena read %.60s?)",
                               word, word);
    for (size_t i = 0; i < CLI_N_COMMANDS; i++)
        suggest_try(&s, cli_commands[i]->name, strlen(cli_commands[i]->name));
    suggest_list(&s, "help --version");
    if (s.best)
        return cli_usage_error(NULL, "no such command: %.60s (did you mean %.*s?)", word,
                               (int)s.best_len, s.best);
    if (word[0] == '-')
        return cli_usage_error(NULL,
                               "no such command: %.60s (options stand behind the command, "
                               "as in legomena read %.60s)",
                               word, word);
    return cli_usage_error(NULL, "no such command: %.60s", word);
}

static int help(int argc, char **argv)
{
    const cli_command *const command = argc > 2 ? find(argv[2]) : NULL;
    if (argc > 2 && !command && !is_help(argv[2])) return no_such_command(argv[2]);
    if (command) return cli_help(command);
    strbuf b = {0};
    cli_help_all(&b, cli_commands, CLI_N_COMMANDS);
    return cli_print(&b);
}

static int version(void)
{
    strbuf b = {0};
    strbuf_puts(&b, "legomena " LGM_VERSION "\n");
    return cli_print(&b);
}

static int say_usage(void)
{
    strbuf b = {0};
    cli_help_all(&b, cli_commands, CLI_N_COMMANDS);
    say(b.at, b.len);
    strbuf_done(&b);
    return EXIT_USAGE;
}

/* A descriptor that came closed would be given to the next file that is opened, and what is printed
 * would go into it: hold its place with something that can not be written. */
static void hold_standard_descriptors(void)
{
    for (int fd = 0; fd <= 2; fd++) {
        const bool closed = fcntl(fd, F_GETFD) == -1 && errno == EBADF;
        if (!closed || open("/dev/null", O_RDONLY) == fd) continue;
        cli_error("cannot open /dev/null: %s", strerror(errno));
        _exit(EXIT_OUTPUT);
    }
}

int main(int argc, char **argv)
{
    hold_standard_descriptors();
    /* What a long report took goes back to the system at once, and not when it suits the heap. */
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    /* Errors of write(), which end in exit status 4: a closed pipe, a file above the limit. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGCHLD, SIG_DFL); /* ignored by who started us, the end of pdftotext would be lost */
    cli_ask_start();
    if (argc < 2) return say_usage();
    const char *const word = argv[1];
    if (strcmp(word, "--version") == 0) return version();
    if (is_help(word)) return help(argc, argv);
    const cli_command *const command = find(word);
    if (!command) return no_such_command(word);
    return command->run(command, argc - 2, argv + 2);
}
