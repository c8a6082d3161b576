/* show_command.c - legomena show: a report, or one record of it, with its words and its custody. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "event_list.h"
#include "explained.h"
#include "help.h"
#include "legomena/custody.h"
#include "opening.h"
#include "output.h"
#include "page.h"
#include "pager.h"
#include "shown.h"
#include "values.h"
#include "wrap.h"

static const cli_option show_table[] = {
    {OPTION_FORMAT, "format", 'f', CLI_ONE_OF, "FORMAT", "text json raw",
     "text (to read; the default), json (the record), raw (the bytes as they came in)",
     "*text*: a page to read at a terminal (the default). *json*: the whole record. *raw*: the "
     "bytes as they came in, where they were kept."}};
static const cli_group show_group = {show_table, sizeof show_table / sizeof *show_table};
static const cli_group *const show_groups[] = {&show_group, &writing_group, &ledger_group, NULL};

typedef enum show_form { SHOW_TEXT, SHOW_JSON, SHOW_RAW } show_form;

typedef struct showing {
    ledger_options options;
    writing_options writing;
    show_form form;
    lgm_ledger *ledger;
    lgm_record *record;
    int64_t report;
    lgm_link of; /* kind 0 = the report */
    strbuf out;
} showing;

static int failed(lgm_status st, const lgm_err *err)
{
    cli_error("%s", err->message[0] ? err->message : lgm_status_text(st));
    return st == LGM_E_NOTFOUND ? EXIT_SOME_FAILED : EXIT_LEDGER;
}

/* ---- which ---- */

static bool parse_part(lgm_link *of, const char *s)
{
    uint64_t number;
    if (!*s || !strchr("cevfti", *s) || !parse_count(s + 1, 1, UINT32_MAX - 2, &number))
        return false;
    *of = (lgm_link){*s, (uint32_t)(number - 1)};
    return true;
}

/* "12", an id, an address; "12:c7" of the same. The part stands behind the last colon. */
static int find(showing *s, char *what)
{
    char *const colon = strrchr(what, ':');
    int64_t *found;
    size_t n;
    lgm_err err = {0};
    if (colon && parse_part(&s->of, colon + 1)) *colon = '\0';
    const lgm_status st = lgm_custody_find(s->ledger, what, &found, &n, &err);
    if (st != LGM_OK) return failed(st, &err);
    s->report = found[n - 1]; /* of an address the newest version */
    lgm_string_free((char *)found);
    return EXIT_DONE;
}

static size_t how_many(const lgm_record *r, char kind)
{
    switch (kind) {
    case 'c': return r->claims.n;
    case 'e': return r->entities.n;
    case 'v': return r->events.n;
    case 'f': return r->figures.n;
    case 'i': return r->incidents.n;
    default: return r->times.n;
    }
}

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
    const lgm_str words = lgm_record_quote(r, words_of(r, s->of));
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

static void put_fact(wrapper *w, const char *name, lgm_str value)
{
    if (!value.len) return;
    wrap_item(w, 4, 20, STYLE_DIM, name);
    wrap_text(w, STYLE_PLAIN, value.ptr, value.len);
    wrap_end(w);
}

static void put_hash(wrapper *w, const char *name, const uint8_t *hash)
{
    char hex[65];
    for (size_t i = 0; i < 32; i++) snprintf(hex + 2 * i, 3, "%02x", hash[i]);
    put_fact(w, name, (lgm_str){hex, 64});
}

static lgm_status put_entry(void *ctx, const lgm_custody_entry *e)
{
    wrapper *const w = ctx;
    char line[256];
    const int n =
        snprintf(line, sizeof line, "%s %s%s%s%s, entry %llu %.16s…", e->at, e->what,
                 e->model ? " by " : "", e->model && *e->model ? e->model : "",
                 e->model && !*e->model ? "no model" : "", (unsigned long long)e->entry, e->hash);
    put_fact(w, "log", (lgm_str){line, n < (int)sizeof line ? (size_t)n : sizeof line - 1});
    return LGM_OK;
}

static lgm_status put_custody(showing *s, wrapper *w, lgm_err *err)
{
    const lgm_record *const r = s->record;
    char number[32];
    const int n = snprintf(number, sizeof number, "%lld", (long long)s->report);
    put_fact(w, "report", (lgm_str){number, (size_t)n});
    put_fact(w, "title", r->title);
    put_fact(w, "published", r->date);
    put_fact(w, "publisher", r->publisher);
    put_fact(w, "address", r->url);
    put_fact(w, "retrieved", r->retrieved);
    put_fact(w, "file", r->from ? r->from->file : (lgm_str){0});
    put_fact(w, "member", r->from ? r->from->member : (lgm_str){0});
    put_hash(w, "text SHA-256", r->sha256);
    put_hash(w, "bytes SHA-256", r->raw_sha256);
    return lgm_custody_history(s->ledger, s->report, put_entry, w, err);
}

static int put_text(showing *s)
{
    wrapper w;
    lgm_err err = {0};
    const page_options page = {.width = s->writing.width, .color = s->writing.color};
    wrap_start(&w, &s->out, s->writing.width, s->writing.color);
    if (s->of.kind == 'i') {
        event_list_write_incident(&w, s->record, &s->record->incidents.at[s->of.index]);
    } else if (s->of.kind) {
        explainer *const x =
            explained_start(&s->out, s->record, s->writing.width, s->writing.color);
        if (!x) s->out.failed = true;
        if (x) explained_write(x, s->of);
        explained_end(x);
    } else {
        page_write(&s->out, s->record, NULL, &page);
    }
    strbuf_puts(&s->out, "\n");
    if (s->of.kind) put_context(s, &w);
    const lgm_status st = put_custody(s, &w, &err);
    return st == LGM_OK ? EXIT_DONE : failed(st, &err);
}

/* ---- the other forms ---- */

static int put_json(showing *s)
{
    char *json;
    size_t len;
    lgm_err err = {0};
    const lgm_status st = lgm_record_write(s->record, LGM_FORMAT_JSON, &json, &len, &err);
    if (st != LGM_OK) return failed(st, &err);
    strbuf_put(&s->out, json, len);
    lgm_string_free(json);
    return EXIT_DONE;
}

static int put_raw(showing *s)
{
    char *raw;
    size_t len;
    lgm_err err = {0};
    const lgm_status st = lgm_ledger_get_raw(s->ledger, s->report, &raw, &len, &err);
    if (st != LGM_OK) return failed(st, &err);
    strbuf_put(&s->out, raw, len);
    lgm_string_free(raw);
    return EXIT_DONE;
}

static int put_out(showing *s)
{
    return s->form == SHOW_TEXT ? pager_print(&s->out, s->writing.output)
                                : cli_print_to(&s->out, s->writing.output);
}

static int show(showing *s, char *what)
{
    lgm_err err = {0};
    int code = find(s, what);
    if (code != EXIT_DONE) return code;
    const lgm_status st = lgm_ledger_get(s->ledger, s->report, &s->record, &err);
    if (st != LGM_OK) return failed(st, &err);
    if (s->of.kind && s->of.index >= how_many(s->record, s->of.kind)) {
        cli_error("report %lld has no %c%u", (long long)s->report, s->of.kind, s->of.index + 1);
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
    int code = opening_ledger(&s.ledger, &s.options, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = show(&s, args.argv[0]);
    strbuf_done(&s.out);
    lgm_record_free(s.record);
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
