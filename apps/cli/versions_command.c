/* versions_command.c - legomena versions: what changed between the versions of a report. */
#include <stdlib.h>
#include <string.h>

#include "change_words.h"
#include "commands.h"
#include "help.h"
#include "legomena/custody.h"
#include "legomena/redact.h"
#include "opening.h"
#include "output.h"
#include "version_list.h"
#include "wrap.h"

static const cli_group *const versions_groups[] = {&redact_group, &ledger_group, &writing_group,
                                                   NULL};

typedef struct page {
    strbuf out;
    int width;
    bool color, redact;
} page;

/* A paragraph behind a mark: "+", "-", or "~" and what it was before. */
static void put_words(page *p, text_style style, const char *mark, const strbuf *words)
{
    wrapper w;
    wrap_start(&w, &p->out, p->width, p->color);
    wrap_indent(&w, 4, 6);
    wrap_text(&w, style, mark, strlen(mark));
    wrap_text(&w, STYLE_PLAIN, " ", 1);
    if (words->at) wrap_text(&w, style, words->at, words->len);
    wrap_end(&w);
}

static void put_thing(page *p, text_style style, const char *mark, const lgm_record *r, char kind,
                      uint32_t i)
{
    strbuf b = {0};
    change_words_put(&b, r, kind, i);
    p->out.failed |= b.failed;
    put_words(p, style, mark, &b);
    strbuf_done(&b);
}

static void put_change(page *p, const lgm_change *c, const lgm_record *before,
                       const lgm_record *after)
{
    if (c->after == LGM_NONE) {
        put_thing(p, STYLE_DIM, "-", before, c->kind, c->before);
        return;
    }
    if (c->before != LGM_NONE) put_thing(p, STYLE_DIM, "~", before, c->kind, c->before);
    put_thing(p, STYLE_PLAIN, c->before != LGM_NONE ? "→" : "+", after, c->kind, c->after);
}

static void put_field(page *p, const char *name, lgm_str before, lgm_str after)
{
    strbuf b = {0};
    if (before.len == after.len && (!after.len || memcmp(before.ptr, after.ptr, after.len) == 0))
        return;
    strbuf_printf(&b, "%s: %s → %s", name, before.ptr ? before.ptr : "none",
                  after.ptr ? after.ptr : "none");
    put_words(p, STYLE_PLAIN, "~", &b);
    strbuf_done(&b);
}

static void put_changes(page *p, const lgm_record *before, const lgm_record *after,
                        const lgm_change *changes, size_t n)
{
    put_field(p, "title", before->title, after->title);
    put_field(p, "byline", before->byline, after->byline);
    put_field(p, "date", before->date, after->date);
    put_field(p, "address", before->url, after->url);
    for (size_t i = 0; i < n; i++) {
        const bool first = i == 0 || changes[i].kind != changes[i - 1].kind;
        if (first) strbuf_printf(&p->out, "    %s\n", change_words_heading(changes[i].kind));
        put_change(p, &changes[i], before, after);
    }
}

/* "report 9 · 2024-03-14 · Blast at ..." */
static void put_version(page *p, int64_t report, const lgm_record *r)
{
    strbuf_printf(&p->out, "report %lld", (long long)report);
    if (r->date.ptr) strbuf_printf(&p->out, " · %s", r->date.ptr);
    strbuf_printf(&p->out, " · %zu claim%s", r->claims.n, r->claims.n == 1 ? "" : "s");
    if (r->title.ptr) strbuf_puts(&p->out, " · ");
    if (r->title.ptr) wrap_shown(&p->out, r->title.ptr);
    strbuf_puts(&p->out, "\n");
}

/* What is printed of a version: it, or it without names. Places in its lists are the same. */
static lgm_status shown_of(const page *p, const lgm_record *r, lgm_record **shown, lgm_err *err)
{
    *shown = NULL;
    return r && p->redact ? lgm_redact(shown, r, err) : LGM_OK;
}

static lgm_status put_version_and_changes(page *p, int64_t report, const lgm_record *before,
                                          const lgm_record *after, lgm_err *err)
{
    lgm_change *changes = NULL;
    lgm_record *old = NULL, *now = NULL;
    size_t n = 0;
    lgm_status st = shown_of(p, before, &old, err);
    if (st == LGM_OK) st = shown_of(p, after, &now, err);
    if (st == LGM_OK) put_version(p, report, now ? now : after);
    if (st == LGM_OK && before) st = lgm_changes_between(before, after, &changes, &n, err);
    if (st == LGM_OK && before) put_changes(p, old ? old : before, now ? now : after, changes, n);
    lgm_string_free((char *)changes);
    lgm_record_free(old);
    lgm_record_free(now);
    return st;
}

static lgm_status put_all(page *p, lgm_ledger *ledger, const int64_t *reports, size_t n,
                          lgm_err *err)
{
    lgm_record *before = NULL, *after = NULL;
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < n && st == LGM_OK; i++) {
        st = lgm_ledger_get(ledger, reports[i], &after, err);
        if (st != LGM_OK) break;
        st = put_version_and_changes(p, reports[i], before, after, err);
        lgm_record_free(before);
        before = after;
        after = NULL;
    }
    lgm_record_free(before);
    return st;
}

static lgm_status find(lgm_ledger *ledger, const char *what, int64_t **out, size_t *n, lgm_err *err)
{
    int64_t *found;
    size_t n_found;
    lgm_status st = lgm_custody_find(ledger, what, &found, &n_found, err);
    if (st != LGM_OK) return st;
    st = version_list(ledger, found[0], out, n, err);
    lgm_string_free((char *)found);
    return st;
}

static int print_versions(lgm_ledger *ledger, const char *what, const writing_options *w,
                          bool redact)
{
    page p = {.width = w->width, .color = w->color, .redact = redact};
    lgm_err err = {0};
    int64_t *reports = NULL;
    size_t n = 0;
    lgm_status st = find(ledger, what, &reports, &n, &err);
    if (st == LGM_OK) st = put_all(&p, ledger, reports, n, &err);
    free(reports);
    if (st == LGM_OK) return cli_print_to(&p.out, w->output);
    strbuf_done(&p.out);
    return opening_ledger_failed(st, &err);
}

static int run_versions(const cli_command *self, int argc, char **argv)
{
    ledger_options options = {0};
    writing_options writing = {0};
    lgm_ledger *ledger = NULL;
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    bool redact = false;
    while ((id = cli_args_next(&args, &value)) >= 0) {
        redact |= id == OPTION_REDACT;
        if (!ledger_take(&options, &args, id, value) || !writing_take(&writing, &args, id, value))
            return EXIT_USAGE;
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (args.n_operands != 1)
        return cli_usage_error(self, "name one report by its address, number or id");
    writing_settle(&writing);
    int code = opening_ledger(&ledger, &options, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = print_versions(ledger, args.argv[0], &writing, redact);
    lgm_ledger_close(ledger);
    return code;
}

const cli_command cli_versions_command = {
    .name = "versions",
    .operands = "[options] ADDRESS|REPORT",
    .brief = "show what changed between the versions of a report",
    .summary =
        "Shows the versions of a report in the ledger, and what changed from one to the next.",
    .groups = versions_groups,
    .run = run_versions,
};
