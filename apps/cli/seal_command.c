/* seal_command.c - legomena seal: the head of the ledger's log, to be kept elsewhere. */
#include <errno.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>

#include "commands.h"
#include "help.h"
#include "legomena/custody.h"
#include "opening.h"
#include "output.h"

static const cli_option seal_table[] = {
    {OPTION_QUERY, "query", 0, CLI_FILE, "FILE", NULL,
     "also write a query for a time-stamping authority",
     "Also write a query of RFC 3161 for the hash, by *openssl*(1), to be sent to a time-stamping "
     "authority: its answer proves that the ledger was as it is before the time that it states."}};
static const cli_group seal_group = {seal_table, sizeof seal_table / sizeof *seal_table};
static const cli_group *const seal_groups[] = {&seal_group, &ledger_group, NULL};

extern char **environ;

static int query_failed(const char *why)
{
    cli_error("no query was written: openssl %s", why);
    return EXIT_OUTPUT;
}

static int write_query(const char *hash, const char *path)
{
    char *const argv[] = {"openssl",    "ts",    "-query", "-sha256",    "-digest",
                          (char *)hash, "-cert", "-out",   (char *)path, NULL};
    posix_spawn_file_actions_t quiet; /* it says which configuration it uses */
    pid_t child;
    int status;
    if (posix_spawn_file_actions_init(&quiet) != 0) return query_failed("could not be started");
    int failed = posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", 1, 0);
    if (!failed) failed = posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", 1, 0);
    if (!failed) failed = posix_spawnp(&child, "openssl", &quiet, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&quiet);
    if (failed == ENOENT) return query_failed("is not installed");
    if (failed) return query_failed(strerror(failed));
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return query_failed(strerror(errno));
    return status == 0 ? EXIT_DONE : query_failed("could not write it");
}

static int print_seal(lgm_ledger *ledger, const char *query)
{
    lgm_custody_head head;
    lgm_err err = {0};
    strbuf b = {0};
    if (lgm_custody_seal(&head, ledger, &err) != LGM_OK) {
        cli_error("%s", err.message);
        return EXIT_LEDGER;
    }
    if (head.entries == 0) {
        cli_error("nothing is in the ledger yet: there is nothing to seal");
        return EXIT_SOME_FAILED;
    }
    strbuf_printf(&b, "%llu:%s %s\n", (unsigned long long)head.entries, head.hash, head.at);
    const int code = cli_print(&b);
    return code == EXIT_DONE && query ? write_query(head.hash, query) : code;
}

static int run_seal(const cli_command *self, int argc, char **argv)
{
    ledger_options options = {0};
    lgm_ledger *ledger = NULL;
    const char *value, *query = NULL;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        if (id == OPTION_QUERY) query = value;
        ledger_take(&options, &args, id, value);
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (args.n_operands) return cli_usage_error(self, "it takes no operand");
    int code = opening_ledger(&ledger, &options, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = print_seal(ledger, query);
    lgm_ledger_close(ledger);
    return code;
}

static const char footer[] =
    "Prints the number of entries in the log, the hash of the newest, and its time. Who\n"
    "keeps the line elsewhere can show later, with legomena verify --seal, that nothing\n"
    "which was in the ledger then was changed since.\n";

const cli_command cli_seal_command = {
    .name = "seal",
    .operands = "[options]",
    .brief = "print the hash that vouches for all of the ledger",
    .summary = "Prints the head of the ledger's log, to be kept elsewhere.",
    .groups = seal_groups,
    .footer = footer,
    .run = run_seal,
};
