/* accounts_command.c - legomena accounts, legomena disputes: what the reports of a story answer,
 * question by question; where they differ. */
#include <string.h>

#include "accounts_page.h"
#include "commands.h"
#include "disputes_since.h"
#include "legomena/question.h"
#include "help.h"
#include "opening.h"
#include "output.h"
#include "pager.h"
#include "story_html.h"
#include "values.h"

#define QUESTION_WORDS                                                                             \
    "killed wounded casualties missing arrested captured hostages rescued displaced protesters "   \
    "seized amount magnitude distance age sentenced who victim where when cause charge"

static const cli_option accounts_table[] = {
    {OPTION_FORMAT, "format", 'f', CLI_ONE_OF, "FORMAT", "text json csv html",
     "text (the default), json, csv: a row an answer, or html: the page of the story",
     "*text* (the default), *json*, *csv*: a row an answer, or *html*: the story as one web page, "
     "with the answers source by source, figures over time, what differs, who stands behind it, "
     "and the reports."},
};
static const cli_option disputes_table[] = {
    {OPTION_FORMAT, "format", 'f', CLI_ONE_OF, "FORMAT", "text json csv html",
     "text (the default), json, csv: a row a pair, or html: a page of them", NULL},
    {OPTION_SINCE, "since", 0, CLI_ANY, "DAY", "yesterday today",
     "in all stories that reports came into since that day",
     "In all stories that reports came into on that day or later, whenever these were published: a "
     "day, a month, a year, *today* or *yesterday*, in UTC. There is no page of it."},
};
static const cli_option asked_table[] = {
    {OPTION_QUESTION, "question", 'q', CLI_ONE_OF, "QUESTION", QUESTION_WORDS,
     "this question alone: killed, who, where ...",
     "This question alone: *killed wounded casualties missing arrested captured hostages rescued "
     "displaced protesters seized amount magnitude distance age sentenced who victim where when "
     "cause charge*."},
    {OPTION_WHY, "why", 0, CLI_SWITCH, NULL, NULL, "list each report that says it, with its words",
     NULL},
};
static const cli_group accounts_group = {accounts_table,
                                         sizeof accounts_table / sizeof *accounts_table};
static const cli_group disputes_group = {disputes_table,
                                         sizeof disputes_table / sizeof *disputes_table};
static const cli_group asked_group = {asked_table, sizeof asked_table / sizeof *asked_table};
static const cli_group *const accounts_groups[] = {&accounts_group, &asked_group,  &redact_group,
                                                   &writing_group,  &ledger_group, NULL};
static const cli_group *const disputes_groups[] = {&disputes_group, &asked_group,  &redact_group,
                                                   &writing_group,  &ledger_group, NULL};

enum form { TEXT, JSON, CSV, HTML };

typedef struct asking {
    ledger_options ledger;
    writing_options writing;
    enum form form;
    lgm_account_question question;
    const char *since;
    bool why, redact, disputes;
    uint64_t number;
} asking;

static int put_out(const asking *a, const accounts_view *v)
{
    strbuf out = {0};
    const bool has = accounts_page_has(v);
    if (!has)
        cli_error(a->disputes ? "nothing differs" : "the reports answer nothing that is asked for");
    if (!has && (a->form == TEXT || a->form == HTML)) return EXIT_SOME_FAILED;
    if (a->form == JSON) accounts_page_json(v, &out);
    if (a->form == CSV)
        a->disputes ? accounts_page_links_csv(v, true, &out) : accounts_page_csv(v, &out);
    if (a->form == HTML) {
        lgm_err err = {0};
        const lgm_status st = story_html(v, &out, &err);
        if (st != LGM_OK) {
            strbuf_done(&out);
            return opening_ledger_failed(st, &err);
        }
    }
    if (a->form == TEXT) accounts_page_text(v, a->writing.width, a->writing.color, &out);
    const int code = a->form == TEXT ? pager_print(&out, a->writing.output)
                                     : cli_print_to(&out, a->writing.output);
    return code == EXIT_DONE && !has ? EXIT_SOME_FAILED : code;
}

/* Reports without the names of private persons are what is asked then. */
static int show(const asking *a, const story_facts *f)
{
    accounts_view v;
    lgm_err err = {0};
    const lgm_status st = accounts_view_open(&v, f, &err);
    v.question = a->question;
    v.only_links = a->disputes;
    v.why = a->why;
    const int code = st == LGM_OK ? put_out(a, &v) : opening_ledger_failed(st, &err);
    accounts_view_close(&v);
    return code;
}

static int answer(const asking *a, lgm_ledger *ledger)
{
    story_facts f;
    lgm_err err = {0};
    const lgm_status st = story_facts_read(&f, ledger, (int64_t)a->number, a->redact, &err);
    int code = EXIT_SOME_FAILED;
    if (st == LGM_OK)
        code = show(a, &f);
    else if (st == LGM_E_NOTFOUND)
        cli_error("%s", err.message);
    else
        code = opening_ledger_failed(st, &err);
    story_facts_done(&f);
    return code;
}

static int answer_since(const asking *a, lgm_ledger *ledger)
{
    strbuf out = {0};
    lgm_err err = {0};
    size_t n = 0;
    const disputes_asked asked = {.since = a->since,
                                  .form = (disputes_form)a->form,
                                  .question = a->question,
                                  .why = a->why,
                                  .redact = a->redact,
                                  .color = a->writing.color,
                                  .width = a->writing.width};
    const lgm_status st = disputes_since(&asked, ledger, &out, &n, &err);
    if (st != LGM_OK) {
        strbuf_done(&out);
        return opening_ledger_failed(st, &err);
    }
    if (!n) cli_error("nothing differs in the stories that reports came into since %s", a->since);
    if (!n && a->form == TEXT) {
        strbuf_done(&out);
        return EXIT_SOME_FAILED;
    }
    const int code = a->form == TEXT ? pager_print(&out, a->writing.output)
                                     : cli_print_to(&out, a->writing.output);
    return code == EXIT_DONE && !n ? EXIT_SOME_FAILED : code;
}

/* A story, or a day. */
static bool take_operands(asking *a, const cli_args *args)
{
    if (a->since) return args->n_operands == 0 && a->form != HTML;
    return args->n_operands == 1 && parse_count(args->argv[0], 1, INT64_MAX, &a->number);
}

static int run_accounts(const cli_command *self, int argc, char **argv)
{
    asking a = {.question = LGM_ACCOUNT_N, .disputes = strcmp(self->name, "disputes") == 0};
    lgm_ledger *ledger = NULL;
    lgm_err err = {0};
    char day[11];
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        if (id == OPTION_WHY) a.why = true;
        if (id == OPTION_SINCE) a.since = value;
        if (id == OPTION_SINCE && lgm_question_day(day, value, &err) != LGM_OK)
            return cli_bad_value(&args, id, value, "a day (2024-05-24), a month, or yesterday"),
                   EXIT_USAGE;
        if (id == OPTION_REDACT) a.redact = true;
        if (id == OPTION_FORMAT) a.form = (enum form)args.choice;
        if (id == OPTION_QUESTION) a.question = (lgm_account_question)args.choice;
        if (!ledger_take(&a.ledger, &args, id, value) ||
            !writing_take(&a.writing, &args, id, value))
            return EXIT_USAGE;
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    writing_settle(&a.writing);
    if (!take_operands(&a, &args))
        return cli_usage_error(self, a.since
                                         ? "--since is of all stories, and has no page"
                                         : "which story? its number, as legomena stories lists it");
    int code = opening_ledger(&ledger, &a.ledger, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = a.since ? answer_since(&a, ledger) : answer(&a, ledger);
    lgm_ledger_close(ledger);
    return code;
}

static const char footer[] =
    "STORY is a number that legomena stories lists. Copies of another report are listed and\n"
    "not counted; origins are sources that are independent, as far as reports tell.\n";

const cli_command cli_accounts_command = {
    .name = "accounts",
    .operands = "[options] STORY",
    .brief = "what the reports of a story answer, and who says so",
    .summary = "Shows the answers that the reports of a story give, question by question: how many "
               "were\nkilled and by whose account, who did it, where, when; and how they differ.",
    .groups = accounts_groups,
    .footer = footer,
    .examples = "  legomena accounts -q killed --why 12              each toll, and who gives it\n",
    .run = run_accounts,
};

const cli_command cli_disputes_command = {
    .name = "disputes",
    .operands = "[options] STORY | --since DAY",
    .brief = "where the reports of a story differ, and what changed",
    .summary = "Lists where the answers of a story differ: what one source changed, what is no "
               "longer\nsaid, where two sources are at odds, and where nothing tells why.",
    .groups = disputes_groups,
    .footer = footer,
    .run = run_accounts,
};
