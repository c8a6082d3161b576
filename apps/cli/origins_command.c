/* origins_command.c - legomena origins: who is behind a story, or behind claims of its reports. */
#include <string.h>

#include "commands.h"
#include "help.h"
#include "html.h"
#include "markup.h"
#include "opening.h"
#include "origin_view.h"
#include "output.h"
#include "pager.h"
#include "record_ids.h"
#include "story_voices.h"
#include "values.h"

static const cli_option origins_table[] = {
    {OPTION_FORMAT, "format", 'f', CLI_ONE_OF, "FORMAT", "text json csv html",
     "text (the default), json, csv or html",
     "*text* (the default), *json*, *csv*: a row a claim, or *html*: a page with a picture."},
    {OPTION_WHY, "why", 0, CLI_SWITCH, NULL, NULL, "say why each stands where it does",
     "Say of each claim why it stands where it does, and of each origin with which other it may be "
     "one."},
};
static const cli_group origins_group = {origins_table,
                                        sizeof origins_table / sizeof *origins_table};
static const cli_group *const origins_groups[] = {&origins_group, &redact_group, &writing_group,
                                                  &ledger_group, NULL};

enum form { TEXT, JSON, CSV, HTML };

typedef struct asking {
    ledger_options ledger;
    writing_options writing;
    enum form form;
    bool why, redact;
    story_voices of;
    strbuf out;
} asking;

static int unknown(lgm_status st, const lgm_err *err)
{
    if (st != LGM_E_NOTFOUND) return opening_ledger_failed(st, err);
    cli_error("%s", err->message);
    return EXIT_SOME_FAILED;
}

/* "12:c3": it, and the same words in other reports of the story. */
static int take_claim(asking *a, lgm_ledger *ledger, const cli_command *self, char *what)
{
    record_id id;
    lgm_err err = {0};
    const int code = record_id_find(&id, ledger, what);
    if (code != EXIT_DONE) return code;
    if (id.of.kind != 'c')
        return cli_usage_error(self, "which claim? %s:c3 is the third of that report", what);
    const lgm_status st =
        story_voices_claim(&a->of, ledger, id.report, id.of.index, a->redact, &err);
    return st == LGM_OK ? EXIT_DONE : unknown(st, &err);
}

/* ---- shown ---- */

static void put_html(asking *a, const origin_view *v)
{
    const html_closing closing = {0};
    strbuf title = {0}, list = {0};
    markup_line(&title, story_facts_headline(&a->of.facts), 90);
    html_begin(&a->out, &title, HTML_INDEX);
    strbuf_puts(&a->out, "<header>\n<h1>");
    strbuf_put(&a->out, title.at, title.len);
    strbuf_puts(&a->out, "</h1>\n<p class=\"facts\">");
    origin_count_words(&a->out, v->origins->least, v->origins->most);
    strbuf_puts(&a->out, "</p>\n</header>\n<figure>\n");
    origin_picture(&a->out, v);
    strbuf_puts(&a->out, "</figure>\n<details open><summary>All sources</summary>\n<pre>");
    origin_text(&list, v, a->why, 100, false);
    markup_text(&a->out, (lgm_str){list.at, list.len});
    strbuf_puts(&a->out, "</pre>\n</details>\n");
    html_end(&a->out, &closing);
    if (title.failed || list.failed) a->out.failed = true;
    strbuf_done(&title);
    strbuf_done(&list);
}

static void put_json(asking *a, const origin_view *v)
{
    strbuf coverage = {0};
    story_facts_put_coverage_json(&a->of.facts, &coverage);
    origin_json(&a->out, v, &coverage);
    strbuf_done(&coverage);
}

static void put_text(asking *a, const origin_view *v)
{
    origin_count_words(&a->out, v->origins->least, v->origins->most);
    strbuf_puts(&a->out, " in ");
    story_facts_put_coverage(&a->of.facts, &a->out);
    strbuf_puts(&a->out, "\n");
    origin_text(&a->out, v, a->why, a->writing.width, a->writing.color);
}

static int answer(asking *a)
{
    lgm_origins *origins;
    lgm_err err = {0};
    const size_t n = a->of.facts.story->n;
    const lgm_status st =
        lgm_origins_of(&origins, a->of.told, n, a->of.voices.at, a->of.voices.n, &err);
    if (st != LGM_OK) return opening_ledger_failed(st, &err);
    const origin_view v = {origins, a->of.told, n};
    if (a->form == TEXT) put_text(a, &v);
    if (a->form == JSON) put_json(a, &v);
    if (a->form == CSV) origin_csv(&a->out, &v);
    if (a->form == HTML) put_html(a, &v);
    lgm_origins_free(origins);
    return a->form == TEXT ? pager_print(&a->out, a->writing.output)
                           : cli_print_to(&a->out, a->writing.output);
}

static int ask(asking *a, lgm_ledger *ledger, const cli_command *self, char **operands, size_t n)
{
    uint64_t number;
    int code = EXIT_DONE;
    if (n == 1 && parse_count(operands[0], 1, INT64_MAX, &number)) {
        lgm_err err = {0};
        const lgm_status st = story_voices_all(&a->of, ledger, (int64_t)number, a->redact, &err);
        if (st != LGM_OK) return unknown(st, &err);
    } else
        for (size_t i = 0; i < n && code == EXIT_DONE; i++)
            code = take_claim(a, ledger, self, operands[i]);
    return code == EXIT_DONE ? answer(a) : code;
}

static int run_origins(const cli_command *self, int argc, char **argv)
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
    if (!args.n_operands)
        return cli_usage_error(self, "of what? a story by its number, or claims: 12:c3");
    int code = opening_ledger(&ledger, &a.ledger, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = ask(&a, ledger, self, args.argv, args.n_operands);
    story_voices_done(&a.of);
    strbuf_done(&a.out);
    lgm_ledger_close(ledger);
    return code;
}

static const char footer[] = "STORY is a number that legomena stories lists. 12:c3 is the third "
                             "claim of report 12; with it\n"
                             "are counted those of the story's other reports that have its words. "
                             "Several may be named: are\n"
                             "they independent? Publishers of one owner count as one.\n";

const cli_command cli_origins_command = {
    .name = "origins",
    .operands = "[options] STORY | REPORT:cN...",
    .brief = "who is behind a claim or a story: independent origins, and who heard them",
    .summary = "Shows who is behind a claim, or behind a story: how many independent origins there "
               "are at least and at most, and who heard each first.",
    .groups = origins_groups,
    .footer = footer,
    .examples = "  legomena origins 12                 who is behind story 12\n"
                "  legomena origins --why 40:c2 41:c7  are these two independent?\n"
                "  legomena origins -f html 12 > origins.html\n",
    .run = run_origins,
};
