/* show_command.c - legomena show: a report, or one record of it, with its words and its custody. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "event_list.h"
#include "explained.h"
#include "help.h"
#include "legomena/custody.h"
#include "legomena/redact.h"
#include "opening.h"
#include "output.h"
#include "page.h"
#include "pager.h"
#include "record_ids.h"
#include "review_facts.h"
#include "shown.h"
#include "wrap.h"

static const cli_option show_table[] = {
    {OPTION_FORMAT, "format", 'f', CLI_ONE_OF, "FORMAT", "text json raw",
     "text (to read; the default), json (the record), raw (the bytes as they came in)",
     "*text*: a page to read at a terminal (the default). *json*: the whole record. *raw*: the "
     "bytes as they came in, where they were kept."}};
static const cli_group show_group = {show_table, sizeof show_table / sizeof *show_table};
static const cli_group *const show_groups[] = {&show_group, &redact_group, &writing_group,
                                               &ledger_group, NULL};

typedef enum show_form { SHOW_TEXT, SHOW_JSON, SHOW_RAW } show_form;

typedef struct showing {
    ledger_options options;
    writing_options writing;
    show_form form;
    bool redact;
    lgm_redaction *redaction; /* NULL = all is shown */
    lgm_ledger *ledger;
    lgm_record *record;
    lgm_record *whole; /* before names were taken out; borrowed by redaction */
    record_id id;
    strbuf out;
} showing;

/* ---- its words in context ---- */

static lgm_cpspan words_of(const lgm_record *r, lgm_link of)
{
    switch (of.kind) {
    case 'c': return shown_first_span(&r->claims.at[of.index]);
    case 'e':
        return (lgm_cpspan){r->entities.at[of.index].mentions.at[0].start,
                            r->entities.at[of.index].mentions.at[0].end};
    case 'v': return r->events.at[of.index].trigger;
    case 'i': /* of its first event */
        return r->incidents.at[of.index].events.n
                   ? r->events.at[r->incidents.at[of.index].events.at[0]].trigger
                   : (lgm_cpspan){0, 0};
    case 'f': return (lgm_cpspan){r->figures.at[of.index].start, r->figures.at[of.index].end};
    default: return (lgm_cpspan){r->times.at[of.index].start, r->times.at[of.index].end};
    }
}

/* The paragraph that has the words, with these in bold. */
static void put_context(showing *s, wrapper *w)
{
    const lgm_record *const r = s->record;
    const lgm_str words = lgm_record_quote(r, words_of(r, s->id.of));
    const char *from = words.ptr, *to = words.ptr + words.len;
    while (from > r->text.ptr && from[-1] != '\n') from--;
    while (to < r->text.ptr + r->text.len && *to != '\n') to++;
    wrap_indent(w, 4, 4);
    wrap_text(w, STYLE_PLAIN, from, (size_t)(words.ptr - from));
    wrap_text(w, STYLE_BOLD, words.ptr, words.len);
    wrap_text(w, STYLE_PLAIN, words.ptr + words.len,
              (size_t)(to - words.ptr - (ptrdiff_t)words.len));
    wrap_end(w);
    strbuf_puts(w->out, "\n");
}

/* ---- where it is from, and what happened to it ---- */

static void put_hash(wrapper *w, const char *name, const uint8_t *hash)
{
    char hex[65];
    for (size_t i = 0; i < 32; i++) snprintf(hex + 2 * i, 3, "%02x", hash[i]);
    review_facts_line(w, name, (lgm_str){hex, 64});
}

static lgm_status put_entry(void *ctx, const lgm_custody_entry *e)
{
    wrapper *const w = ctx;
    char line[256];
    if (strcmp(e->what, "reviewed") == 0) return LGM_OK; /* stands above, with what was said */
    const int n =
        snprintf(line, sizeof line, "%s %s%s%s%s, entry %llu %.16s…", e->at, e->what,
                 e->model ? " by " : "", e->model && *e->model ? e->model : "",
                 e->model && !*e->model ? "no model" : "", (unsigned long long)e->entry, e->hash);
    review_facts_line(w, "log",
                      (lgm_str){line, n < (int)sizeof line ? (size_t)n : sizeof line - 1});
    return LGM_OK;
}

static lgm_status put_custody(showing *s, wrapper *w, lgm_err *err)
{
    const lgm_record *const r = s->record;
    char number[32];
    const int n = snprintf(number, sizeof number, "%lld", (long long)s->id.report);
    review_facts_line(w, "report", (lgm_str){number, (size_t)n});
    review_facts_line(w, "title", r->title);
    review_facts_line(w, "published", r->date);
    review_facts_line(w, "publisher", r->publisher);
    review_facts_line(w, "address", r->url);
    review_facts_line(w, "retrieved", r->retrieved);
    review_facts_line(w, "file", r->from ? r->from->file : (lgm_str){0});
    review_facts_line(w, "member", r->from ? r->from->member : (lgm_str){0});
    put_hash(w, "text SHA-256", r->sha256);
    put_hash(w, "bytes SHA-256", r->raw_sha256);
    return lgm_custody_history(s->ledger, s->id.report, put_entry, w, err);
}

static int put_text(showing *s)
{
    wrapper w;
    lgm_err err = {0};
    const page_options page = {.width = s->writing.width, .color = s->writing.color};
    wrap_start(&w, &s->out, s->writing.width, s->writing.color);
    if (s->id.of.kind == 'i') {
        event_list_write_incident(&w, s->record, &s->record->incidents.at[s->id.of.index]);
    } else if (s->id.of.kind) {
        explainer *const x =
            explained_start(&s->out, s->record, s->writing.width, s->writing.color);
        if (!x) s->out.failed = true;
        if (x) explained_write(x, s->id.of);
        explained_end(x);
    } else {
        page_write(&s->out, s->record, NULL, &page);
    }
    strbuf_puts(&s->out, "\n");
    if (s->id.of.kind) put_context(s, &w);
    lgm_status st = review_facts_put(&w, s->ledger, s->id, s->redaction, &err);
    if (st == LGM_OK) st = put_custody(s, &w, &err);
    return st == LGM_OK ? EXIT_DONE : opening_ledger_failed(st, &err);
}

/* ---- the other forms ---- */

static int put_json(showing *s)
{
    char *json;
    size_t len;
    lgm_err err = {0};
    const lgm_status st = lgm_record_write(s->record, LGM_FORMAT_JSON, &json, &len, &err);
    if (st != LGM_OK) return opening_ledger_failed(st, &err);
    strbuf_put(&s->out, json, len);
    lgm_string_free(json);
    return EXIT_DONE;
}

static int put_raw(showing *s)
{
    char *raw;
    size_t len;
    lgm_err err = {0};
    const lgm_status st = lgm_ledger_get_raw(s->ledger, s->id.report, &raw, &len, &err);
    if (st != LGM_OK) return opening_ledger_failed(st, &err);
    strbuf_put(&s->out, raw, len);
    lgm_string_free(raw);
    return EXIT_DONE;
}

static int put_out(showing *s)
{
    return s->form == SHOW_TEXT ? pager_print(&s->out, s->writing.output)
                                : cli_print_to(&s->out, s->writing.output);
}

static lgm_status redact(showing *s, lgm_err *err)
{
    s->whole = s->record;
    s->record = NULL;
    const lgm_status st = lgm_redaction_new(&s->redaction, s->whole, err);
    return st == LGM_OK ? lgm_redaction_record(s->redaction, &s->record, err) : st;
}

static int show(showing *s, char *what)
{
    lgm_err err = {0};
    int code = record_id_find(&s->id, s->ledger, what);
    if (code != EXIT_DONE) return code;
    lgm_status st = lgm_ledger_get(s->ledger, s->id.report, &s->record, &err);
    if (st == LGM_OK && s->redact) st = redact(s, &err);
    if (st != LGM_OK) return opening_ledger_failed(st, &err);
    if (s->id.of.kind && s->id.of.index >= lgm_record_count(s->record, s->id.of.kind)) {
        cli_error("report %lld has no %c%u", (long long)s->id.report, s->id.of.kind,
                  s->id.of.index + 1);
        return EXIT_SOME_FAILED;
    }
    code = s->form == SHOW_TEXT ? put_text(s) : s->form == SHOW_JSON ? put_json(s) : put_raw(s);
    return code == EXIT_DONE ? put_out(s) : code;
}

static int run_show(const cli_command *self, int argc, char **argv)
{
    showing s = {0};
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        if (id == OPTION_REDACT) s.redact = true;
        if (id == OPTION_FORMAT) s.form = (show_form)args.choice;
        if (!ledger_take(&s.options, &args, id, value) ||
            !writing_take(&s.writing, &args, id, value))
            return EXIT_USAGE;
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    writing_settle(&s.writing);
    if (args.n_operands != 1)
        return cli_usage_error(self, args.n_operands ? "one at a time"
                                                     : "nothing to show: name a report, as 12, or "
                                                       "a record of one, as 12:c7");
    if (s.redact && s.form == SHOW_RAW)
        return cli_usage_error(self, "the bytes as they came in have all names");
    int code = opening_ledger(&s.ledger, &s.options, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = show(&s, args.argv[0]);
    strbuf_done(&s.out);
    lgm_redaction_free(s.redaction);
    lgm_record_free(s.record);
    lgm_record_free(s.whole);
    lgm_ledger_close(s.ledger);
    return code;
}

static const char footer[] =
    "ID is the number, the id or the address of a report, as the other commands print it;\n"
    "behind a colon a record of it: 12:c7 a claim, 12:v2 an event, 12:f1 a figure, 12:e3 a\n"
    "name, 12:t1 a time, 12:i1 an incident.\n";

const cli_command cli_show_command = {
    .name = "show",
    .operands = "[options] ID",
    .brief = "show a report of the ledger, or one record of it",
    .summary = "Shows a report of the ledger, or one record of it with its words in context, and "
               "what happened to it.",
    .groups = show_groups,
    .footer = footer,
    .examples =
        "  legomena show 12:c7                               a claim, its words, its custody\n",
    .run = run_show,
};
