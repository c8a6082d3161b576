/* export_command.c - legomena export: what the ledger gives to other programs. */
#include "commands.h"
#include "help.h"
#include "legomena/review.h"
#include "opening.h"
#include "output.h"

static const cli_option export_table[] = {
    {OPTION_REVIEW, "review", 0, CLI_SWITCH, NULL, NULL,
     "records that people marked, with their words: data to train and to measure with",
     "Records that people marked, a JSON object a line: the record, its words and those around it, "
     "who found what of it right or wrong, and the model that read it."}};
static const cli_group export_group = {export_table, sizeof export_table / sizeof *export_table};
static const cli_group *const export_groups[] = {&export_group, &redact_group, &writing_group,
                                                 &ledger_group, NULL};

static lgm_status put_line(void *ctx, const char *line, size_t len)
{
    strbuf *const b = ctx;
    strbuf_put(b, line, len);
    return b->failed ? LGM_E_NOMEM : LGM_OK;
}

static int export_reviews(lgm_ledger *ledger, bool redact, const char *path)
{
    strbuf b = {0};
    lgm_err err = {0};
    const lgm_status st = lgm_review_export(ledger, redact, put_line, &b, &err);
    if (st == LGM_OK && b.len) return cli_print_to(&b, path);
    strbuf_done(&b);
    cli_error("%s", st == LGM_OK     ? "nobody has marked anything in this ledger"
                    : err.message[0] ? err.message
                                     : lgm_status_text(st));
    return st == LGM_OK ? EXIT_SOME_FAILED : EXIT_LEDGER;
}

static int run_export(const cli_command *self, int argc, char **argv)
{
    ledger_options options = {0};
    writing_options writing = {0};
    lgm_ledger *ledger = NULL;
    const char *value;
    bool review = false, redact = false;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        if (id == OPTION_REVIEW) review = true;
        redact |= id == OPTION_REDACT;
        if (!ledger_take(&options, &args, id, value) || !writing_take(&writing, &args, id, value))
            return EXIT_USAGE;
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (args.n_operands) return cli_usage_error(self, "it takes no operand");
    if (!review) return cli_usage_error(self, "what is to be exported? --review");
    int code = opening_ledger(&ledger, &options, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = export_reviews(ledger, redact, writing.output);
    lgm_ledger_close(ledger);
    return code;
}

const cli_command cli_export_command = {
    .name = "export",
    .operands = "--review [options]",
    .brief = "marked records of the ledger, to train and to measure with",
    .summary = "Writes out the records of the ledger that people marked, a JSON object a line.",
    .groups = export_groups,
    .run = run_export,
};
