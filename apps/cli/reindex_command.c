/* reindex_command.c - legomena reindex: the tables of a ledger are made again from its records. */
#include "commands.h"
#include "help.h"
#include "interrupt.h"
#include "legomena/copy.h"
#include "opening.h"
#include "progress.h"

static const cli_group *const reindex_groups[] = {&ledger_group, &saying_group, NULL};

typedef struct reindexing {
    ledger_options ledger;
    saying_options saying;
    progress progress;
    progress_counts counts;
} reindexing;

static lgm_status on_progress(void *ctx, uint64_t done, uint64_t total)
{
    reindexing *const r = ctx;
    r->counts.reports = r->counts.bytes_done = done;
    r->counts.bytes_total = total;
    progress_show(&r->progress, &r->counts);
    return interrupt_signal() ? LGM_E_CANCELLED : LGM_OK;
}

static int reindex(reindexing *r, lgm_ledger *ledger)
{
    lgm_err err = {0};
    interrupt_init();
    progress_start(&r->progress, r->saying.progress);
    lgm_status st = lgm_ledger_reindex(ledger, on_progress, r, &err);
    if (st == LGM_OK) st = lgm_copies_join(ledger, NULL, NULL, &err);
    progress_wipe(&r->progress);
    if (st == LGM_E_CANCELLED)
        cli_error("stopped; the tables are left as they were");
    else if (st != LGM_OK)
        cli_error("%s", err.message);
    else if (r->saying.warnings)
        cli_error("%llu reading%s indexed", (unsigned long long)r->counts.reports,
                  r->counts.reports == 1 ? "" : "s");
    return st == LGM_OK ? EXIT_DONE : EXIT_LEDGER;
}

static int run_reindex(const cli_command *self, int argc, char **argv)
{
    reindexing r = {0};
    lgm_ledger *ledger = NULL;
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        ledger_take(&r.ledger, &args, id, value);
        saying_take(&r.saying, &args, id, value);
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (args.n_operands) return cli_usage_error(self, "it takes no operand");
    saying_settle(&r.saying, NULL);
    int code = opening_ledger(&ledger, &r.ledger, (lgm_ledger_options){0});
    if (code == EXIT_DONE) code = reindex(&r, ledger);
    lgm_ledger_close(ledger);
    interrupt_die();
    return code;
}

const cli_command cli_reindex_command = {
    .name = "reindex",
    .operands = "[options]",
    .brief = "make the tables of the ledger again from its records",
    .summary = "Makes the tables and the search of the ledger again from the records in it.",
    .groups = reindex_groups,
    .run = run_reindex,
};
