/* copies_command.c - legomena copies: which reports have the text of others, and where. */
#include <stdlib.h>

#include "commands.h"
#include "copy_text.h"
#include "coverage_note.h"
#include "help.h"
#include "legomena/custody.h"
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
    rows_form form;
    uint64_t limit;
    bool limited, redact;
    lgm_ledger *ledger;
    lgm_redactions *redactions; /* NULL = all is shown */
    strbuf out;
    rows rows;
    wrapper w;
} asking;

/* ---- without names ---- */

/* Words of a report as they may be shown. *kept is to be freed. */
static lgm_status hide(asking *a, int64_t report, lgm_str *words, char **kept, lgm_err *err)
{
    lgm_redaction *r;
    size_t len;
    *kept = NULL;
    if (!a->redactions || !words->ptr) return LGM_OK;
    lgm_status st = lgm_redactions_of(a->redactions, report, &r, err);
    if (st == LGM_OK) st = lgm_redaction_words(r, *words, kept, &len, err);
    if (st == LGM_OK) *words = (lgm_str){*kept, len};
    return st;
}

/* ---- one pair ---- */

typedef struct pair {
    copy_shown shown;
    char *titles[2]; /* that were changed */
} pair;

static lgm_status pair_of(pair *p, asking *a, const lgm_copies *c, lgm_copy copy, lgm_err *err)
{
    *p = (pair){.shown = {.copy = copy,
                          .group = lgm_copies_report(c),
                          .report = lgm_copies_about(c, copy.report),
                          .of = lgm_copies_about(c, copy.of)}};
    lgm_status st = hide(a, copy.report, &p->shown.report.title, &p->titles[0], err);
    return st == LGM_OK ? hide(a, copy.of, &p->shown.of.title, &p->titles[1], err) : st;
}

static void pair_done(pair *p)
{
    lgm_string_free(p->titles[0]);
    lgm_string_free(p->titles[1]);
}

static lgm_status put_passage(asking *a, const pair *p, const lgm_record *report,
                              const lgm_copy_passage *passage, lgm_err *err)
{
    char *kept;
    lgm_str words = lgm_record_quote(report, passage->in);
    const lgm_status st = hide(a, p->shown.copy.report, &words, &kept, err);
    if (st == LGM_OK && a->form == ROWS_TEXT) copy_text_passage(&a->w, &p->shown, passage, words);
    if (st == LGM_OK && a->form != ROWS_TEXT)
        copy_rows_put_passage(&a->rows, &p->shown, passage, words);
    lgm_string_free(kept);
    return st;
}

static lgm_status put_passages(asking *a, const pair *p, lgm_err *err)
{
    lgm_record *report = NULL, *of = NULL;
    lgm_copy_passage *passages = NULL;
    size_t n = 0;
    lgm_status st = lgm_ledger_get(a->ledger, p->shown.copy.report, &report, err);
    if (st == LGM_OK) st = lgm_ledger_get(a->ledger, p->shown.copy.of, &of, err);
    if (st == LGM_OK) st = lgm_copy_passages(report, of, &passages, &n, err);
    for (size_t i = 0; i < n && st == LGM_OK; i++)
        st = put_passage(a, p, report, &passages[i], err);
    lgm_string_free((char *)passages);
    lgm_record_free(report);
    lgm_record_free(of);
    return st;
}

/* ---- a report ---- */

static lgm_status put_head(asking *a, const lgm_copies *c, int64_t report, lgm_err *err)
{
    char *kept;
    lgm_copy_report r = lgm_copies_about(c, report);
    if (a->form != ROWS_TEXT) return LGM_OK;
    const lgm_status st = hide(a, report, &r.title, &kept, err);
    if (st == LGM_OK) copy_text_head(&a->w, r);
    lgm_string_free(kept);
    return st;
}

static void put_others(asking *a, const lgm_copies *c)
{
    const size_t n = lgm_copies_count(c);
    size_t earlier = 0;
    if (a->form != ROWS_TEXT) return;
    for (size_t i = 0; i < n; i++) earlier += lgm_copies_copy(c, i).report == lgm_copies_report(c);
    strbuf_puts(&a->out, n ? "  " : "  no other report has text of it");
    if (earlier) strbuf_puts(&a->out, "has text of ");
    if (earlier) strbuf_count(&a->out, earlier, "earlier report", "earlier reports");
    if (earlier && n > earlier) strbuf_puts(&a->out, "; ");
    if (n > earlier)
        strbuf_count(&a->out, n - earlier, "later report has text of it",
                     "later reports have text of it");
    strbuf_puts(&a->out, "\n");
}

static lgm_status put_beside(asking *a, const lgm_copies *c, size_t i, lgm_err *err)
{
    const lgm_copy copy = lgm_copies_copy(c, i);
    pair p;
    lgm_status st = pair_of(&p, a, c, copy, err);
    if (st == LGM_OK && a->form == ROWS_TEXT) {
        strbuf_puts(&a->out, "\n");
        copy_text_head(&a->w, lgm_copies_other(c, i) == copy.of ? p.shown.of : p.shown.report);
        copy_text_pair(&a->w, &p.shown);
    }
    if (st == LGM_OK) st = put_passages(a, &p, err);
    pair_done(&p);
    return st;
}

static lgm_status put_report(asking *a, int64_t report, size_t *n, lgm_err *err)
{
    lgm_copies *c;
    lgm_status st = lgm_copies_of(&c, a->ledger, report, err);
    if (st != LGM_OK) return st;
    st = put_head(a, c, report, err);
    if (st == LGM_OK) put_others(a, c);
    for (size_t i = 0; i < lgm_copies_count(c) && st == LGM_OK && (!a->limit || i < a->limit); i++)
        st = put_beside(a, c, i, err);
    if (a->form == ROWS_TEXT && a->limit && lgm_copies_count(c) > a->limit)
        strbuf_printf(&a->out, "\n%zu more; --limit 0 shows all\n",
                      lgm_copies_count(c) - (size_t)a->limit);
    *n += lgm_copies_count(c);
    lgm_copies_free(c);
    return st;
}

/* ---- groups ---- */

static lgm_status put_group(asking *a, const lgm_copies *c, lgm_err *err)
{
    lgm_status st = put_head(a, c, lgm_copies_report(c), err);
    for (size_t i = 0; i < lgm_copies_count(c) && st == LGM_OK; i++) {
        pair p;
        st = pair_of(&p, a, c, lgm_copies_copy(c, i), err);
        if (st == LGM_OK && a->form != ROWS_TEXT) copy_rows_put_pair(&a->rows, &p.shown);
        if (st == LGM_OK && a->form == ROWS_TEXT)
            copy_text_member(&a->w, &p.shown, lgm_copies_other(c, i));
        pair_done(&p);
    }
    if (a->form == ROWS_TEXT) strbuf_puts(&a->out, "\n");
    return st;
}

static lgm_status put_groups(asking *a, size_t *n, lgm_err *err)
{
    lgm_copies *c;
    int64_t place = 0;
    lgm_status st;
    while ((st = lgm_copies_next(&c, a->ledger, &place, err)) == LGM_OK) {
        if (a->limit && *n == a->limit) {
            lgm_copies_free(c);
            if (a->form == ROWS_TEXT) strbuf_puts(&a->out, "There are more; --limit 0 shows all\n");
            return LGM_OK;
        }
        st = put_group(a, c, err);
        lgm_copies_free(c);
        if (st != LGM_OK) return st;
        ++*n;
    }
    return st == LGM_E_EMPTY ? LGM_OK : st;
}

/* ---- the command ---- */

static lgm_status answer(asking *a, const char *what, size_t *n, lgm_err *err)
{
    int64_t *reports = NULL;
    size_t n_reports = 0;
    lgm_status st = LGM_OK;
    if (a->redact) st = lgm_redactions_new(&a->redactions, a->ledger, err);
    if (st == LGM_OK && what) st = lgm_custody_find(a->ledger, what, &reports, &n_reports, err);
    if (st == LGM_OK && a->form != ROWS_TEXT)
        rows_begin(&a->rows, &a->out, a->form, what ? &copy_rows_passages : &copy_rows_pairs,
                   a->writing.width, a->writing.color);
    wrap_start(&a->w, &a->out, a->writing.width, a->writing.color);
    if (st == LGM_OK && !what) st = put_groups(a, n, err);
    for (size_t i = 0; i < n_reports && st == LGM_OK; i++) {
        if (i && a->form == ROWS_TEXT) strbuf_puts(&a->out, "\n");
        st = put_report(a, reports[i], n, err);
    }
    lgm_string_free((char *)reports);
    if (st == LGM_OK && a->form != ROWS_TEXT) rows_end(&a->rows);
    if (st == LGM_OK && a->form == ROWS_TEXT && what) strbuf_puts(&a->out, "\n");
    return st == LGM_OK && a->form == ROWS_TEXT ? coverage_note_put(&a->w, a->ledger, err) : st;
}

static int print(asking *a, const char *what)
{
    lgm_err err = {0};
    size_t n = 0;
    const lgm_status st = answer(a, what, &n, &err);
    if (st != LGM_OK) {
        strbuf_done(&a->out);
        return opening_ledger_failed(st, &err);
    }
    const int code = a->form == ROWS_TEXT ? pager_print(&a->out, a->writing.output)
                                          : cli_print_to(&a->out, a->writing.output);
    return code == EXIT_DONE && !n ? EXIT_SOME_FAILED : code;
}

static bool take(asking *a, const cli_args *args, int id, const char *value)
{
    if (id == OPTION_FORMAT) a->form = (rows_form)args->choice;
    if (id == OPTION_REDACT) a->redact = true;
    if (id == OPTION_LIMIT) {
        a->limited = true;
        if (!parse_count(value, 0, UINT32_MAX, &a->limit))
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
    if (!a.limited) a.limit = a.form == ROWS_TEXT ? USUAL_LIMIT : 0;
    int code = opening_ledger(&a.ledger, &a.options, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = print(&a, args.n_operands ? args.argv[0] : NULL);
    lgm_redactions_free(a.redactions);
    lgm_ledger_close(a.ledger);
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
