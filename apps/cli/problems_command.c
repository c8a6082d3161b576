/* problems_command.c - legomena problems: what could not be read into the ledger. */
#include "commands.h"
#include "help.h"
#include "legomena/ledger.h"
#include "opening.h"
#include "output.h"
#include "wrap.h"

static const cli_group *const problems_groups[] = {&ledger_group, NULL};

/* "news.warc.gz:12: message (twice, last 2024-05-24)" */
static lgm_status list(void *ctx, const lgm_ledger_problem *p)
{
    strbuf *const b = ctx;
    strbuf_printf(b, "%.10s  ", p->last);
    if (p->name) wrap_shown(b, p->name);
    if (p->name) strbuf_puts(b, ": ");
    wrap_shown(b, p->message);
    if (p->byte) strbuf_printf(b, " (byte %llu)", (unsigned long long)p->byte);
    if (p->times > 1) strbuf_printf(b, " (%llu times)", (unsigned long long)p->times);
    strbuf_puts(b, "\n");
    return b->failed ? LGM_E_NOMEM : LGM_OK;
}

static int print_problems(lgm_ledger *ledger)
{
    lgm_err err = {0};
    strbuf b = {0};
    const lgm_status st = lgm_ledger_problems(ledger, list, &b, &err);
    if (st == LGM_OK) return cli_print(&b);
    strbuf_done(&b);
    cli_error("%s", err.message[0] ? err.message : lgm_status_text(st));
    return EXIT_LEDGER;
}

static int run_problems(const cli_command *self, int argc, char **argv)
{
    ledger_options options = {0};
    lgm_ledger *ledger = NULL;
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) ledger_take(&options, &args, id, value);
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (args.n_operands) return cli_usage_error(self, "it takes no operand");
    int code = opening_ledger(&ledger, &options, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = print_problems(ledger);
    lgm_ledger_close(ledger);
    return code;
}

const cli_command cli_problems_command = {
    .name = "problems",
    .operands = "[options]",
    .brief = "list what could not be read into the ledger",
    .summary = "Lists what legomena add could not read, with the day on which it was met last.",
    .groups = problems_groups,
    .run = run_problems,
};
