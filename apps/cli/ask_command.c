/*
 * ask_command.c - legomena claims, events, figures, incidents, timeline, sources, search, stats,
 * stories, reports: questions to the ledger, a command for each kind that there is.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ask_command.h"
#include "commands.h"
#include "help.h"
#include "legomena/question.h"
#include "opening.h"
#include "output.h"
#include "pager.h"
#include "result_rows.h"
#include "values.h"

/* ---- the options of a kind are its conditions ---- */

enum { MOST_CONDITIONS = 24, USUAL_LIMIT = 50 };

static cli_option conditions[CLI_N_QUESTIONS][MOST_CONDITIONS];
static cli_group condition_groups[CLI_N_QUESTIONS];

static const cli_option listing_table[] = {
    {OPTION_FORMAT, "format", 'f', CLI_ONE_OF, "FORMAT", "text json jsonl csv html",
     "text (a table; the default), json, jsonl, csv or html",
     "*text*: a table that fits the window (the default). *json*: a list of objects, *jsonl*: an "
     "object a line, *csv*: a table for spreadsheets, *html*: a web page with a table; these have "
     "all columns."},
    {OPTION_LIMIT, "limit", 'n', CLI_ANY, "N", NULL,
     "so many rows at most; 0 = all; default: 50 of a text, else all",
     "So many rows at most; 0 is all. Default: 50 of a text, and all of the other formats."},
    {OPTION_OFFSET, "offset", 0, CLI_ANY, "N", NULL, "leave out the first N rows", NULL},
    {OPTION_REVERSE, "reverse", 'r', CLI_SWITCH, NULL, NULL, "the other way round", NULL},
    {OPTION_COUNT, "count", 0, CLI_SWITCH, NULL, NULL, "print how many rows there are", NULL},
};
static const cli_group listing_group = {listing_table,
                                        sizeof listing_table / sizeof *listing_table};
static const cli_group *groups[CLI_N_QUESTIONS][6];

typedef struct asking {
    const lgm_question_kind *kind;
    ledger_options ledger;
    writing_options writing;
    rows_form form;
    uint64_t limit, offset;
    bool limited, reverse, count, redact;
    struct {
        int condition;
        const char *value;
    } * where;
    size_t n_where;
    strbuf words; /* operands of a search */
} asking;

/* ---- asked for ---- */

static bool take(asking *a, const cli_args *args, int id, const char *value)
{
    if (id >= OPTION_CONDITION) {
        a->where[a->n_where].condition = id - OPTION_CONDITION;
        a->where[a->n_where++].value = value;
        return true;
    }
    switch (id) {
    case OPTION_FORMAT: a->form = (rows_form)args->choice; return true;
    case OPTION_REVERSE: return a->reverse = true;
    case OPTION_COUNT: return a->count = true;
    case OPTION_REDACT: return a->redact = true;
    case OPTION_LIMIT:
        a->limited = true;
        return parse_count(value, 0, UINT32_MAX, &a->limit) ||
               cli_bad_value(args, id, value, "a number from 0 on");
    case OPTION_OFFSET:
        return parse_count(value, 0, UINT32_MAX, &a->offset) ||
               cli_bad_value(args, id, value, "a number from 0 on");
    default:
        return ledger_take(&a->ledger, args, id, value) &&
               writing_take(&a->writing, args, id, value);
    }
}

/* Words with spaces in them are a phrase. */
static void put_operand(strbuf *words, const char *operand)
{
    const bool phrase = strchr(operand, ' ') && !strchr(operand, '"');
    if (words->len) strbuf_puts(words, " ");
    if (phrase) strbuf_puts(words, "\"");
    strbuf_puts(words, operand);
    if (phrase) strbuf_puts(words, "\"");
}

static int parse(asking *a, const cli_command *self, int argc, char **argv, bool *stop)
{
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0)
        if (!take(a, &args, id, value)) return EXIT_USAGE;
    *stop = id == CLI_HELP;
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    writing_settle(&a->writing);
    if (args.n_operands && strcmp(a->kind->name, "search") != 0)
        return cli_usage_error(self, "it takes no operand: conditions are options");
    for (size_t i = 0; i < args.n_operands; i++) put_operand(&a->words, args.argv[i]);
    strbuf_put(&a->words, "", 1);
    return EXIT_DONE;
}

/* ---- answered ---- */

static int failed(lgm_status st, const lgm_err *err)
{
    cli_error("%s", err->message[0] ? err->message : lgm_status_text(st));
    return st == LGM_E_ARG ? EXIT_USAGE : EXIT_LEDGER;
}

static lgm_status set(const asking *a, lgm_question *q, lgm_err *err)
{
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < a->n_where && st == LGM_OK; i++)
        st = lgm_question_where(q, a->kind->conditions[a->where[i].condition].name,
                                a->where[i].value, err);
    if (st == LGM_OK && a->words.len > 1) st = lgm_question_where(q, "text", a->words.at, err);
    if (a->reverse) lgm_question_reverse(q);
    if (st == LGM_OK && a->redact) st = lgm_question_redact(q, err);
    return st;
}

/* How many rows; 0 = all. */
static uint64_t limit_of(const asking *a)
{
    return a->limited ? a->limit : a->form == ROWS_TEXT ? USUAL_LIMIT : 0;
}

/* One row more than is shown tells whether there are more: to count them all may take long. */
static lgm_status put_rows(asking *a, lgm_question *q, strbuf *b, size_t *n, lgm_err *err)
{
    rows r;
    lgm_question_row row;
    lgm_status st;
    const uint64_t limit = limit_of(a);
    lgm_question_page(q, limit ? limit + 1 : 0, a->offset);
    rows_begin(&r, b, a->form, a->kind, a->writing.width, a->writing.color);
    while ((st = lgm_question_next(q, &row, err)) == LGM_OK && (!limit || r.n < limit))
        rows_put(&r, &row);
    *n = r.n;
    rows_end(&r);
    if (st == LGM_OK && a->form == ROWS_TEXT)
        strbuf_printf(b,
                      "\nMore: --offset %llu shows the next, --limit 0 all, --count says "
                      "how many\n",
                      (unsigned long long)(a->offset + r.n));
    return st == LGM_E_EMPTY ? LGM_OK : st;
}

static int put_out(const asking *a, strbuf *b)
{
    return a->form == ROWS_TEXT ? pager_print(b, a->writing.output)
                                : cli_print_to(b, a->writing.output);
}

static int print_count(lgm_question *q)
{
    uint64_t n;
    lgm_err err = {0};
    strbuf b = {0};
    const lgm_status st = lgm_question_count(q, &n, &err);
    if (st != LGM_OK) return failed(st, &err);
    strbuf_printf(&b, "%llu\n", (unsigned long long)n);
    const int code = cli_print(&b);
    return code == EXIT_DONE && !n ? EXIT_SOME_FAILED : code;
}

static int answer(asking *a, lgm_ledger *ledger)
{
    lgm_question *q;
    lgm_err err = {0};
    strbuf b = {0};
    size_t n = 0;
    int code = EXIT_DONE;
    lgm_status st = lgm_question_new(&q, ledger, a->kind->name, &err);
    if (st == LGM_OK) st = set(a, q, &err);
    if (st == LGM_OK && a->count) {
        code = print_count(q);
        lgm_question_free(q);
        return code;
    }
    if (st == LGM_OK) st = put_rows(a, q, &b, &n, &err);
    lgm_question_free(q);
    if (st != LGM_OK) {
        strbuf_done(&b);
        return failed(st, &err);
    }
    code = put_out(a, &b);
    if (code == EXIT_DONE && !n) {
        if (a->form == ROWS_TEXT) cli_error("nothing is found");
        return EXIT_SOME_FAILED;
    }
    return code;
}

static int run_ask(const cli_command *self, int argc, char **argv)
{
    asking a = {.where = calloc((size_t)argc + 1, sizeof *a.where)};
    lgm_ledger *ledger = NULL;
    bool stop = false;
    for (a.kind = lgm_question_kinds(); strcmp(a.kind->name, self->name) != 0;) a.kind++;
    int code = EXIT_SOME_FAILED;
    if (!a.where)
        cli_error("out of memory");
    else
        code = parse(&a, self, argc, argv, &stop);
    if (code == EXIT_DONE && !stop)
        code = opening_ledger(&ledger, &a.ledger, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE && !stop) code = answer(&a, ledger);
    lgm_ledger_close(ledger);
    strbuf_done(&a.words);
    free(a.where);
    return code;
}

/* ---- the commands ---- */

static const struct {
    const char *name, *summary, *examples;
} texts[CLI_N_QUESTIONS] = {
    {"claims", "Lists claims of the ledger: who said what, the newest first.",
     "  legomena claims --by Renmark --act deny           what did she deny?\n"},
    {"events", "Lists events of the ledger: what is said to have happened, the newest first.",
     NULL},
    {"figures", "Lists figures of the ledger: numbers, their bounds, and who gives them.", NULL},
    {"incidents", "Lists violent incidents of the ledger.", NULL},
    {"timeline", "Lists dated claims and events of the ledger, the oldest first.", NULL},
    {"sources", "Lists who speaks in the ledger: how often, named or not, how often answered.",
     NULL},
    {"search", "Searches the reports of the ledger for words.",
     "  legomena search -- 'grain terminal' -strike       reports with these words\n"},
    {"reviews", "Lists what people said of records of the ledger, the newest first.",
     "  legomena reviews --disputed                       on what do reviewers differ?\n"},
    {"stats", "Says how much there is in the ledger.", NULL},
    {"stories",
     "Lists stories of the ledger: reports that tell of one happening and what followed.",
     "  legomena stories --since 2024-05 --least 3        what do several reports tell of?\n"},
    {"reports", "Lists the reports of the ledger, those that came last first.", NULL},
};

static const char conditions_footer[] =
    "Conditions may be put together; all hold. A NAME is words of somebody's name, also of\n"
    "one that a report calls so elsewhere; a PLACE that is a country has all that is in it;\n"
    "a DAY may be a month or a year. Where nothing is found the command ends with 1.\n";
static const char search_footer[] =
    "All words have to be there: \"some words\" one behind the other, -word not (behind --),\n"
    "word* a beginning, OR between two. Where nothing is found the command ends with 1.\n";

cli_command cli_ask_commands[CLI_N_QUESTIONS];

static void make_options(size_t i, const lgm_question_kind *kind)
{
    size_t n = 0;
    for (size_t k = 0; k < kind->n_conditions && n < MOST_CONDITIONS; k++) {
        const lgm_question_condition *const c = &kind->conditions[k];
        const bool closed = c->words && strcmp(c->value, "WHAT") != 0;
        if (strcmp(kind->name, "search") == 0 && strcmp(c->name, "text") == 0) continue;
        conditions[i][n++] = (cli_option){.id = OPTION_CONDITION + (int)k,
                                          .name = c->name,
                                          .kind = !c->value ? CLI_SWITCH
                                                  : closed  ? CLI_ONE_OF
                                                            : CLI_ANY,
                                          .arg = c->value,
                                          .words = c->words,
                                          .help = c->help};
    }
    condition_groups[i] = (cli_group){conditions[i], n};
}

void cli_ask_start(void)
{
    const lgm_question_kind *const kinds = lgm_question_kinds();
    for (size_t i = 0; i < CLI_N_QUESTIONS; i++) {
        const lgm_question_kind *kind = kinds;
        while (strcmp(kind->name, texts[i].name) != 0) kind++;
        const bool search = strcmp(kind->name, "search") == 0;
        size_t n = 0;
        make_options(i, kind);
        if (condition_groups[i].n) groups[i][n++] = &condition_groups[i];
        groups[i][n++] = &listing_group;
        groups[i][n++] = &redact_group;
        groups[i][n++] = &writing_group;
        groups[i][n++] = &ledger_group;
        cli_ask_commands[i] = (cli_command){.name = kind->name,
                                            .operands = search ? "[options] WORD..." : "[options]",
                                            .brief = kind->help,
                                            .summary = texts[i].summary,
                                            .operand = CLI_ANY,
                                            .groups = groups[i],
                                            .footer = search                  ? search_footer
                                                      : condition_groups[i].n ? conditions_footer
                                                                              : NULL,
                                            .examples = texts[i].examples,
                                            .run = run_ask};
    }
}
