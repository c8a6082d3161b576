/* forget_command.c - legomena forget: reports are taken out of the ledger for good. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "commands.h"
#include "help.h"
#include "legomena/custody.h"
#include "opening.h"
#include "output.h"
#include "wrap.h"

static const cli_option forget_table[] = {
    {OPTION_YES, "yes", 'y', CLI_SWITCH, NULL, NULL, "do not ask",
     "Take them out without asking. Without it the command lists what is meant and asks, and where "
     "there is no terminal to ask at it does nothing."}};
static const cli_group forget_group = {forget_table, sizeof forget_table / sizeof *forget_table};
static const cli_group *const forget_groups[] = {&forget_group, &ledger_group, NULL};

typedef struct forgetting {
    ledger_options options;
    lgm_ledger *ledger;
    bool yes;
    int64_t *reports; /* which are meant */
    size_t n;
} forgetting;

/* ---- which ---- */

static bool is_meant(const forgetting *f, int64_t report)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->reports[i] == report) return true;
    return false;
}

static int find(forgetting *f, const char *what)
{
    int64_t *found;
    size_t n;
    lgm_err err = {0};
    const lgm_status st = lgm_custody_find(f->ledger, what, &found, &n, &err);
    if (st != LGM_OK) return opening_ledger_failed(st, &err);
    int64_t *const more = realloc(f->reports, (f->n + n) * sizeof *more);
    if (more) f->reports = more;
    for (size_t i = 0; more && i < n; i++)
        if (!is_meant(f, found[i])) f->reports[f->n++] = found[i];
    lgm_string_free((char *)found);
    if (more) return EXIT_DONE;
    cli_error("out of memory");
    return EXIT_LEDGER;
}

/* ---- sure? ---- */

static void put_report(const forgetting *f, int64_t report, strbuf *b)
{
    lgm_record *r;
    strbuf_printf(b, "  %lld", (long long)report);
    if (lgm_ledger_get(f->ledger, report, &r, NULL) == LGM_OK) {
        if (r->date.ptr) strbuf_printf(b, "  %.10s", r->date.ptr);
        strbuf_puts(b, "  ");
        wrap_shown(b, r->title.ptr ? r->title.ptr : r->id.ptr);
        if (r->url.ptr) strbuf_puts(b, "  ");
        if (r->url.ptr) wrap_shown(b, r->url.ptr);
        lgm_record_free(r);
    }
    strbuf_puts(b, "\n");
}

static bool sure(const forgetting *f)
{
    char answer[16] = "";
    strbuf b = {0};
    if (f->yes) return true;
    for (size_t i = 0; i < f->n; i++) put_report(f, f->reports[i], &b);
    if (b.failed || fwrite(b.at, 1, b.len, stderr) != b.len) return false;
    strbuf_done(&b);
    if (!isatty(STDIN_FILENO)) {
        cli_error("nothing was taken out: --yes takes these out without asking");
        return false;
    }
    fprintf(stderr, "Take %s out for good? [y/N] ", f->n == 1 ? "it" : "them");
    return fgets(answer, sizeof answer, stdin) && (answer[0] == 'y' || answer[0] == 'Y');
}

/* ---- out ---- */

static int forget(forgetting *f)
{
    lgm_err err = {0};
    lgm_status st = LGM_OK;
    strbuf b = {0};
    for (size_t i = 0; i < f->n && st == LGM_OK; i++)
        st = lgm_custody_forget(f->ledger, f->reports[i], &err);
    if (st == LGM_OK) st = lgm_custody_purge(f->ledger, &err);
    if (st != LGM_OK) return opening_ledger_failed(st, &err);
    strbuf_number(&b, f->n);
    strbuf_printf(&b, " %s taken out for good.\n", f->n == 1 ? "report was" : "reports were");
    return cli_print(&b);
}

static int run_forget(const cli_command *self, int argc, char **argv)
{
    forgetting f = {0};
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        if (id == OPTION_YES) f.yes = true;
        ledger_take(&f.options, &args, id, value);
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (!args.n_operands)
        return cli_usage_error(self, "nothing to forget: name a report by its number, id or "
                                     "address");
    int code = opening_ledger(&f.ledger, &f.options, (lgm_ledger_options){0});
    for (size_t i = 0; i < args.n_operands && code == EXIT_DONE; i++) code = find(&f, args.argv[i]);
    if (code == EXIT_DONE) code = sure(&f) ? forget(&f) : EXIT_SOME_FAILED;
    free(f.reports);
    lgm_ledger_close(f.ledger);
    return code;
}

static const char footer[] =
    "A report is named by its number in the ledger, by its id, or by its address: then all\n"
    "its versions are meant. The log keeps that something was taken out and when, and\n"
    "nothing by which it could be told what.\n";

const cli_command cli_forget_command = {
    .name = "forget",
    .operands = "[options] REPORT...",
    .brief = "take reports out of the ledger for good",
    .summary = "Takes reports out of the ledger for good, with all that was made of them.",
    .groups = forget_groups,
    .footer = footer,
    .run = run_forget,
};
