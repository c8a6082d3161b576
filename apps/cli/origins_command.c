/* origins_command.c - legomena origins: who is behind a story, or behind claims of its reports. */
#include <stdlib.h>
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
#include "same_words.h"
#include "story_facts.h"
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
    story_facts facts;
    lgm_told *told; /* the reports of the story, as they may be shown */
    voice_list voices;
    strbuf out;
} asking;

static int no_memory(void)
{
    cli_error("out of memory");
    return EXIT_SOME_FAILED;
}

/* ---- which voices ---- */

static int unknown(lgm_status st, const lgm_err *err)
{
    if (st != LGM_E_NOTFOUND) return opening_ledger_failed(st, err);
    cli_error("%s", err->message);
    return EXIT_SOME_FAILED;
}

static int open_story(asking *a, lgm_ledger *ledger, int64_t number)
{
    lgm_err err = {0};
    const lgm_status st = story_facts_read(&a->facts, ledger, number, a->redact, &err);
    if (st != LGM_OK) return unknown(st, &err);
    const size_t n = a->facts.story->n;
    a->told = calloc(n + 1, sizeof *a->told);
    if (!a->told) return no_memory();
    for (size_t i = 0; i < n; i++) {
        a->told[i] = a->facts.story->reports[i];
        a->told[i].record = story_facts_record(&a->facts, i);
    }
    return EXIT_DONE;
}

/* All that its reports say, and what others say in them. */
static int all_voices(asking *a)
{
    for (uint32_t i = 0; i < a->facts.story->n; i++) {
        voice_list_add(&a->voices, (lgm_voice){i, LGM_NONE});
        for (uint32_t c = 0; c < a->told[i].record->claims.n; c++)
            voice_list_add(&a->voices, (lgm_voice){i, c});
    }
    return EXIT_DONE;
}

static int story_of(asking *a, lgm_ledger *ledger, int64_t report)
{
    int64_t story;
    lgm_err err = {0};
    const lgm_status st = lgm_story_of(ledger, report, &story, &err);
    if (st != LGM_OK) return unknown(st, &err);
    if (!a->facts.story && story) return open_story(a, ledger, story);
    if (story && story == a->facts.story->number) return EXIT_DONE;
    if (story)
        cli_error("report %lld is of story %lld, and the others are of story %lld: claims of one "
                  "story are compared",
                  (long long)report, (long long)story, (long long)a->facts.story->number);
    else
        cli_error("report %lld is in no story yet: legomena add looks for it", (long long)report);
    return EXIT_SOME_FAILED;
}

/* "12:c3": it, and the same words in other reports of the story. */
static int take_claim(asking *a, lgm_ledger *ledger, const cli_command *self, char *what)
{
    record_id id;
    int code = record_id_find(&id, ledger, what);
    if (code == EXIT_DONE && id.of.kind != 'c')
        return cli_usage_error(self, "which claim? %s:c3 is the third of that report", what);
    if (code == EXIT_DONE) code = story_of(a, ledger, id.report);
    for (uint32_t i = 0; code == EXIT_DONE && i < a->facts.story->n; i++) {
        if (a->told[i].report != id.report) continue;
        if (id.of.index < a->told[i].record->claims.n)
            return same_words_add(&a->voices, a->told, a->facts.story->n,
                                  (lgm_voice){i, id.of.index})
                       ? EXIT_DONE
                       : no_memory();
        cli_error("report %lld has %zu claims", (long long)id.report, a->told[i].record->claims.n);
        return EXIT_SOME_FAILED;
    }
    if (code == EXIT_DONE)
        cli_error("report %lld does not count: it was withdrawn, or has a newer version",
                  (long long)id.report);
    return code == EXIT_DONE ? EXIT_SOME_FAILED : code;
}

/* ---- shown ---- */

static void put_html(asking *a, const origin_view *v)
{
    const html_closing closing = {0};
    strbuf title = {0}, list = {0};
    markup_line(&title, story_facts_headline(&a->facts), 90);
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

static void put_text(asking *a, const origin_view *v)
{
    origin_count_words(&a->out, v->origins->least, v->origins->most);
    strbuf_puts(&a->out, " in ");
    story_facts_put_coverage(&a->facts, &a->out);
    strbuf_puts(&a->out, "\n");
    origin_text(&a->out, v, a->why, a->writing.width, a->writing.color);
}

static int answer(asking *a)
{
    lgm_origins *origins;
    lgm_err err = {0};
    const size_t n = a->facts.story->n;
    const lgm_status st = lgm_origins_of(&origins, a->told, n, a->voices.at, a->voices.n, &err);
    if (st != LGM_OK) return opening_ledger_failed(st, &err);
    const origin_view v = {origins, a->told, n};
    if (a->form == TEXT) put_text(a, &v);
    if (a->form == JSON) origin_json(&a->out, &v);
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
        code = open_story(a, ledger, (int64_t)number);
        if (code == EXIT_DONE) code = all_voices(a);
    } else
        for (size_t i = 0; i < n && code == EXIT_DONE; i++)
            code = take_claim(a, ledger, self, operands[i]);
    if (code == EXIT_DONE && a->voices.failed) code = no_memory();
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
    story_facts_done(&a.facts);
    free(a.told);
    voice_list_done(&a.voices);
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
