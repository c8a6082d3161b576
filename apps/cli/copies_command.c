/* copies_command.c - legomena copies: which reports have the text of others, and where. */
#include "commands.h"
#include "copies_answer.h"
#include "help.h"
#include "opening.h"
#include "output.h"
#include "pager.h"
#include "values.h"

enum { USUAL_LIMIT = 20 };

static const cli_option copies_table[] = {
    {OPTION_FORMAT, "format", 'f', CLI_ONE_OF, "FORMAT", "text json jsonl csv html",
     "text (the default), json, jsonl, csv or html",
     "*text* (the default); *json*: a list of objects, *jsonl*: an object a line, *csv*: a table "
     "for spreadsheets, *html*: a web page with a table. Of a report these have a row a passage, "
     "else a row a report."},
    {OPTION_LIMIT, "limit", 'n', CLI_ANY, "N", NULL,
     "so many groups or reports at most; 0 = all; default: 20 of a text",
     "So many groups, or reports beside the one, at most; 0 is all. Default: 20 of a text, and all "
     "of the other formats."},
};
static const cli_group copies_group = {copies_table, sizeof copies_table / sizeof *copies_table};
static const cli_group *const copies_groups[] = {&copies_group, &redact_group, &writing_group,
                                                 &ledger_group, NULL};

typedef struct asking {
    ledger_options options;
    writing_options writing;
    bool limited;
    copies_asked of;
} asking;

static int print(asking *a, const char *what)
{
    lgm_err err = {0};
    size_t n = 0;
    a->of.width = a->writing.width;
    a->of.color = a->writing.color;
    const lgm_status st = copies_answer(&a->of, what, &n, &err);
    if (st != LGM_OK) return opening_ledger_failed(st, &err);
    const int code = a->of.form == ROWS_TEXT ? pager_print(&a->of.out, a->writing.output)
                                             : cli_print_to(&a->of.out, a->writing.output);
    return code == EXIT_DONE && !n ? EXIT_SOME_FAILED : code;
}

static bool take(asking *a, const cli_args *args, int id, const char *value)
{
    if (id == OPTION_FORMAT) a->of.form = (rows_form)args->choice;
    if (id == OPTION_REDACT) a->of.redact = true;
    if (id == OPTION_LIMIT) {
        a->limited = true;
        if (!parse_count(value, 0, UINT32_MAX, &a->of.limit))
            return cli_bad_value(args, id, value, "a number from 0 on");
    }
    return ledger_take(&a->options, args, id, value) && writing_take(&a->writing, args, id, value);
}

static int run_copies(const cli_command *self, int argc, char **argv)
{
    asking a = {0};
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0)
        if (!take(&a, &args, id, value)) return EXIT_USAGE;
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (args.n_operands > 1)
        return cli_usage_error(self, "name one report by its address, number or id");
    writing_settle(&a.writing);
    if (!a.limited) a.of.limit = a.of.form == ROWS_TEXT ? USUAL_LIMIT : 0;
    int code = opening_ledger(&a.of.ledger, &a.options, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = print(&a, args.n_operands ? args.argv[0] : NULL);
    copies_done(&a.of);
    lgm_ledger_close(a.of.ledger);
    return code;
}

static const char footer[] =
    "Without a report: all groups of reports that have most of one text. Of two reports the\n"
    "later one has the text of the earlier one. Where nothing is found the command ends with 1.\n";

const cli_command cli_copies_command = {
    .name = "copies",
    .operands = "[options] [REPORT|ADDRESS]",
    .brief = "show which reports have the text of others, and where",
    .summary =
        "Shows which reports of the ledger have the text of others, how much of it, and where.",
    .groups = copies_groups,
    .footer = footer,
    .examples =
        "  legomena copies 12                                who has the text of report 12?\n",
    .run = run_copies,
};
