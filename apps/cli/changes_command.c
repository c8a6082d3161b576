/* changes_command.c - legomena changes: what changed in the ledger since a day. */
#include "commands.h"
#include "found_changes.h"
#include "help.h"
#include "opening.h"
#include "output.h"
#include "pager.h"

static const cli_option changes_table[] = {
    {OPTION_SINCE, "since", 0, CLI_ANY, "DAY", "yesterday today",
     "by what came in on that day or later; default yesterday",
     "By what came into the ledger on that day or later, whenever it was published: a day, a "
     "month, "
     "a year, *today* or *yesterday* (the default), in UTC."},
    {OPTION_FORMAT, "format", 'f', CLI_ONE_OF, "FORMAT", "text json csv",
     "text (the default), json, or csv: a row a change", NULL},
};
static const cli_group changes_group = {changes_table,
                                        sizeof changes_table / sizeof *changes_table};
static const cli_group *const changes_groups[] = {&changes_group, &redact_group, &writing_group,
                                                  &ledger_group, NULL};

enum form { TEXT, JSON, CSV };

typedef struct asking {
    ledger_options ledger;
    writing_options writing;
    const char *since;
    enum form form;
    bool redact;
} asking;

static int answer(const asking *a, lgm_ledger *ledger)
{
    found_changes f;
    strbuf out = {0};
    lgm_err err = {0};
    lgm_status st = found_changes_read(&f, ledger, a->since, a->redact, &err);
    if (st == LGM_OK && a->form == TEXT)
        st = changes_page_text(&f, ledger, a->writing.width, a->writing.color, &out, &err);
    if (st == LGM_OK && a->form == JSON) st = changes_page_json(&f, ledger, &out, &err);
    if (st == LGM_OK && a->form == CSV) changes_page_csv(&f, &out);
    found_changes_done(&f);
    if (st == LGM_OK && a->form == TEXT) return pager_print(&out, a->writing.output);
    if (st == LGM_OK) return cli_print_to(&out, a->writing.output);
    strbuf_done(&out);
    return opening_ledger_failed(st, &err);
}

static int run_changes(const cli_command *self, int argc, char **argv)
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
        if (id == OPTION_FORMAT) a.form = (enum form)args.choice;
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

const cli_command cli_changes_command = {
    .name = "changes",
    .operands = "[options]",
    .brief = "what changed in the ledger since a day",
    .summary = "Shows what reports that came in since a day changed: between the versions of a "
               "report, in\ntitles, claims, figures, events and notes; and in the answers of a "
               "story.",
    .groups = changes_groups,
    .examples = "  legomena changes --since 2024-05-20              what changed since that day\n",
    .run = run_changes,
};
