/* digest_command.c - legomena digest: what is new in the ledger since a day. */
#include "commands.h"
#include "digest_page.h"
#include "help.h"
#include "opening.h"
#include "output.h"
#include "pager.h"

static const cli_option digest_table[] = {
    {OPTION_SINCE, "since", 0, CLI_ANY, "DAY", "yesterday today",
     "what came in on that day or later; default yesterday",
     "What came into the ledger on that day or later, whenever it was published: a day, a month, a "
     "year, *today* or *yesterday* (the default), in UTC."},
    {OPTION_FORMAT, "format", 'f', CLI_ONE_OF, "FORMAT", "text json",
     "text (the default) or json, which has all", NULL},
};
static const cli_group digest_group = {digest_table, sizeof digest_table / sizeof *digest_table};
static const cli_group *const digest_groups[] = {&digest_group, &redact_group, &writing_group,
                                                 &ledger_group, NULL};

typedef struct asking {
    ledger_options ledger;
    writing_options writing;
    const char *since;
    bool json, redact;
} asking;

static int answer(const asking *a, lgm_ledger *ledger)
{
    digest d;
    strbuf out = {0};
    lgm_err err = {0};
    lgm_status st = digest_read(&d, ledger, a->since, a->redact, &err);
    if (st == LGM_OK)
        st = a->json ? digest_page_json(&d, &out, &err)
                     : digest_page_text(&d, a->writing.width, a->writing.color, &out, &err);
    digest_done(&d);
    if (st == LGM_OK && !a->json) return pager_print(&out, a->writing.output);
    if (st == LGM_OK) return cli_print_to(&out, a->writing.output);
    strbuf_done(&out);
    return opening_ledger_failed(st, &err);
}

static int run_digest(const cli_command *self, int argc, char **argv)
{
    asking a = {.since = "yesterday"};
    lgm_ledger *ledger = NULL;
    lgm_err err = {0};
    char day[11];
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        if (id == OPTION_SINCE) a.since = value;
        if (id == OPTION_REDACT) a.redact = true;
        if (id == OPTION_FORMAT) a.json = args.choice == 1;
        if (!ledger_take(&a.ledger, &args, id, value) ||
            !writing_take(&a.writing, &args, id, value))
            return EXIT_USAGE;
        if (id == OPTION_SINCE && lgm_question_day(day, value, &err) != LGM_OK)
            return cli_bad_value(&args, id, value, "a day (2024-05-24), a month, or yesterday");
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (args.n_operands) return cli_usage_error(self, "it takes no operands: --since takes a day");
    writing_settle(&a.writing);
    int code = opening_ledger(&ledger, &a.ledger, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = answer(&a, ledger);
    lgm_ledger_close(ledger);
    return code;
}

const cli_command cli_digest_command = {
    .name = "digest",
    .operands = "[options]",
    .brief = "what is new in the ledger since a day",
    .summary = "Shows what the ledger learned since a day: stories that are new, stories that grew "
               "and the\nfigures that moved in them, denials, and speakers never heard before.",
    .groups = digest_groups,
    .examples = "  legomena digest --since 2024-05-20               what is new since that day\n",
    .run = run_digest,
};
