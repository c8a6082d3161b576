/* story_command.c - legomena story: one story out of the ledger. */
#include <stdlib.h>

#include "commands.h"
#include "help.h"
#include "opening.h"
#include "output.h"
#include "pager.h"
#include "story_html.h"
#include "story_page.h"
#include "values.h"

static const cli_option story_table[] = {
    {OPTION_FORMAT, "format", 'f', CLI_ONE_OF, "FORMAT", "text json csv html",
     "text (the default), json, csv: a row a report, or html: the page of legomena accounts", NULL},
    {OPTION_WHY, "why", 0, CLI_SWITCH, NULL, NULL, "say of each report why it is in the story",
     "Say of each report why it is in the story: the report that is most like it and what both "
     "have in common; and why it is not in the story that came next."},
};
static const cli_group story_group = {story_table, sizeof story_table / sizeof *story_table};
static const cli_group *const story_groups[] = {&story_group, &redact_group, &writing_group,
                                                &ledger_group, NULL};

enum form { TEXT, JSON, CSV, HTML };

typedef struct asking {
    ledger_options ledger;
    writing_options writing;
    enum form form;
    bool why, redact;
    uint64_t number;
} asking;

static lgm_status put_html(const story_facts *f, strbuf *out, lgm_err *err)
{
    accounts_view v;
    lgm_status st = accounts_view_open(&v, f, err);
    if (st == LGM_OK) st = story_html(&v, out, err);
    accounts_view_close(&v);
    return st;
}

static lgm_status put(const asking *a, const story_facts *f, strbuf *out, lgm_err *err)
{
    if (a->form == HTML) return put_html(f, out, err);
    if (a->form == JSON) return story_page_json(f, a->why, out, err);
    if (a->form == TEXT)
        return story_page_text(f, a->why, a->writing.width, a->writing.color, out, err);
    story_page_csv(f, out);
    return LGM_OK;
}

static int failed(lgm_status st, const lgm_err *err)
{
    if (st != LGM_E_NOTFOUND) return opening_ledger_failed(st, err);
    cli_error("%s", err->message);
    return EXIT_SOME_FAILED;
}

static int answer(const asking *a, lgm_ledger *ledger)
{
    story_facts f;
    strbuf out = {0};
    lgm_err err = {0};
    lgm_status st = story_facts_read(&f, ledger, (int64_t)a->number, a->redact, &err);
    if (st == LGM_OK) st = put(a, &f, &out, &err);
    story_facts_done(&f);
    if (st == LGM_OK && a->form == TEXT) return pager_print(&out, a->writing.output);
    if (st == LGM_OK) return cli_print_to(&out, a->writing.output);
    strbuf_done(&out);
    return failed(st, &err);
}

static int run_story(const cli_command *self, int argc, char **argv)
{
    asking a = {0};
    lgm_ledger *ledger = NULL;
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        if (id == OPTION_WHY) a.why = true;
        if (id == OPTION_REDACT) a.redact = true;
        if (id == OPTION_FORMAT) a.form = (enum form)args.choice;
        if (!ledger_take(&a.ledger, &args, id, value) ||
            !writing_take(&a.writing, &args, id, value))
            return EXIT_USAGE;
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    writing_settle(&a.writing);
    if (args.n_operands != 1 || !parse_count(args.argv[0], 1, INT64_MAX, &a.number))
        return cli_usage_error(self, "which story? its number, as legomena stories lists it");
    int code = opening_ledger(&ledger, &a.ledger, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = answer(&a, ledger);
    lgm_ledger_close(ledger);
    return code;
}

static const char footer[] =
    "STORY is a number that legomena stories lists; that of a story which went into another\n"
    "one leads there. legomena merge and split, of two reports, say what belongs together.\n";

const cli_command cli_story_command = {
    .name = "story",
    .operands = "[options] STORY",
    .brief = "one story: its reports, and why they are in it",
    .summary = "Shows a story of the ledger: the reports that tell of one happening, and why each "
               "is among them.",
    .groups = story_groups,
    .footer = footer,
    .examples = "  legomena story --why 12                           its reports, with reasons\n",
    .run = run_story,
};
