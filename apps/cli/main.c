/* main.c - the command: which word it is, and what it needs before anything else. */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "args.h"
#include "legomena/engine.h"

static const cli_command *const commands[] = {&cli_read_command, &cli_model_command};

static void print_usage(FILE *to)
{
    fputs("Usage: legomena read [options] FILE|FOLDER|-...\n"
          "       legomena model show [NAME|FILE]\n"
          "       legomena help [COMMAND]\n"
          "       legomena --version\n"
          "\n"
          "Reads news reports and writes down who said what, with the exact words. What is\n"
          "true, it does not judge.\n"
          "\n"
          "  legomena read report.txt                          a page to read\n"
          "  legomena read -f jsonl reports/ > records.jsonl   a record a line\n",
          to);
}

static const cli_command *find(const char *name)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(commands[i]->name, name) == 0) return commands[i];
    return NULL;
}

/* What went to stdout through stdio has arrived. */
static int finish(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout)) return EXIT_ALL_READ;
    cli_error("cannot write to standard output");
    return EXIT_OUTPUT;
}

static int help(int argc, char **argv)
{
    const cli_command *const command = argc > 2 ? find(argv[2]) : NULL;
    if (argc > 2 && !command) return cli_usage_error(NULL, "no such command: %.60s", argv[2]);
    if (command)
        cli_help(command, stdout);
    else
        print_usage(stdout);
    return finish();
}

/* A descriptor that came closed would be given to the next file that is opened, and what is printed
 * would go into it: hold its place with something that can not be written. */
static void hold_standard_descriptors(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) == -1 && open("/dev/null", O_RDONLY) != fd) _exit(EXIT_OUTPUT);
}

int main(int argc, char **argv)
{
    hold_standard_descriptors();
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of write(), and ends in exit status 4 */
    if (argc < 2) {
        print_usage(stderr);
        return EXIT_USAGE;
    }
    const char *const word = argv[1];
    if (strcmp(word, "--version") == 0) {
        puts("legomena " LGM_VERSION);
        return finish();
    }
    if (strcmp(word, "help") == 0 || strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        return help(argc, argv);
    const cli_command *const command = find(word);
    if (!command) return cli_usage_error(NULL, "no such command: %.60s", word);
    const int code = command->run(command, argc - 2, argv + 2);
    return code == EXIT_ALL_READ ? finish() : code;
}
