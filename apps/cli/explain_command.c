/* explain_command.c - legomena explain: why what is in a record is so. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "explain_options.h"
#include "explained.h"
#include "field_values.h"
#include "interrupt.h"
#include "legomena/redact.h"
#include "opening.h"
#include "output.h"
#include "wrap.h"

static const char footer[] =
    "Each field of the record is printed with its value and with what decided it: the\n"
    "words of the report and their line, the way through the tree of the sentence from\n"
    "the cue to them, and the rule, with its word list (data/...) and the file of the\n"
    "source in which it stands. Nothing is read otherwise than legomena read reads it.\n";

typedef struct reader { /* one report, with its reasons */
    const explain_options *options;
    lgm_engine *engine;
    lgm_worker *worker;
    lgm_source *source;
    lgm_record *record;
} reader;

/* ---- the report ------------------------------------------------------------------------------ */

static void cancel(void *ctx)
{
    reader *const r = ctx;
    lgm_source_cancel(r->source);
    lgm_worker_cancel(r->worker);
}

static void say_failed(const lgm_input *in, const char *message)
{
    strbuf b = {0};
    if (in && in->name) wrap_shown(&b, in->name);
    strbuf_printf(&b, "%s%s", in && in->name ? ": " : "", message);
    strbuf_put(&b, "", 1);
    cli_error("%s", b.failed ? message : b.at);
    strbuf_done(&b);
}

/* The next report of the source; EXIT_SOME_FAILED at its end. *missed: one could not be read. */
static int next_report(reader *r, lgm_input *in, bool *missed)
{
    lgm_err err = {0};
    lgm_status st;
    while ((st = lgm_source_next(r->source, in, &err)) != LGM_OK) {
        if (st == LGM_E_CANCELLED || (st == LGM_E_EMPTY && !err.message[0]))
            return EXIT_SOME_FAILED;
        cli_error("%s", err.message);
        *missed = true;
    }
    return EXIT_DONE;
}

static int no_such_report(const reader *r, uint64_t found, bool missed)
{
    if (interrupt_signal()) return EXIT_SOME_FAILED;
    if (found == 0 && !missed) cli_error("%s: no report to explain", r->options->path);
    if (found > 0)
        cli_error("%s has %llu report%s; there is no --report %llu", r->options->path,
                  (unsigned long long)found, found == 1 ? "" : "s",
                  (unsigned long long)r->options->report);
    return found ? EXIT_USAGE : EXIT_SOME_FAILED;
}

/* The one that was asked for, read; where none was, the only one. */
static int read_report(reader *r, const cli_command *self)
{
    const uint64_t wanted = r->options->report ? r->options->report : 1;
    lgm_input in;
    lgm_err err = {0};
    bool missed = false;
    for (uint64_t n = 0; n < wanted; n++)
        if (next_report(r, &in, &missed) != EXIT_DONE) return no_such_report(r, n, missed);
    if (lgm_read(r->worker, &in, &r->record, &err) != LGM_OK) {
        if (!interrupt_signal()) say_failed(&in, err.message);
        return EXIT_SOME_FAILED;
    }
    if (r->options->report || next_report(r, &in, &missed) != EXIT_DONE)
        return interrupt_signal() ? EXIT_SOME_FAILED : EXIT_DONE;
    return cli_usage_error(self, "%s has more than one report; say which with --report N",
                           r->options->path);
}

/* ---- what is explained ----------------------------------------------------------------------- */

/* Is there one of this kind and number? */
static bool has(const lgm_record *r, lgm_link of, const char *path)
{
    const size_t n = lgm_record_count(r, of.kind);
    const char k = of.kind, *const kind = field_values_kind(k, n != 1);
    if (of.index < n) return true;
    if (n == 0)
        cli_error("%s has no %s", path, kind);
    else if (n == 1)
        cli_error("%s has one %s, %c1; there is no %c%u", path, kind, k, k, of.index + 1);
    else
        cli_error("%s has %zu %s, %c1 to %c%zu; there is no %c%u", path, n, kind, k, k, n, k,
                  of.index + 1);
    return false;
}

static bool is_wanted(const explain_options *o, lgm_link of)
{
    for (size_t i = 0; i < o->n_wanted; i++)
        if (o->wanted[i].kind == of.kind && o->wanted[i].index == of.index) return true;
    return o->n_wanted == 0 && of.kind == 'c';
}

static void put_text(strbuf *b, const reader *r)
{
    const explain_options *const o = r->options;
    explainer *const x = explained_start(b, r->record, o->writing.width, o->writing.color);
    if (!x) b->failed = true;
    for (size_t i = 0; x && i < o->n_wanted; i++) explained_write(x, o->wanted[i]);
    for (uint32_t c = 0; x && o->n_wanted == 0 && c < r->record->claims.n; c++)
        explained_write(x, (lgm_link){'c', c});
    if (o->n_wanted == 0 && r->record->claims.n == 0) strbuf_puts(b, "The report has no claims.\n");
    explained_end(x);
}

/* The record, with the reasons of what was asked for alone. */
static lgm_status put_json(strbuf *b, const reader *r, lgm_err *err)
{
    lgm_record part = *r->record;
    lgm_why *const at = calloc(part.why.n + 1, sizeof *at);
    size_t n = 0, len;
    char *text = NULL;
    if (!at) return LGM_E_NOMEM;
    for (size_t i = 0; i < part.why.n; i++)
        if (is_wanted(r->options, part.why.at[i].of)) at[n++] = part.why.at[i];
    part.why.at = at;
    part.why.n = n;
    const lgm_status st = lgm_record_write(&part, LGM_FORMAT_JSON, &text, &len, err);
    if (st == LGM_OK) strbuf_put(b, text, len);
    lgm_string_free(text);
    free(at);
    return st;
}

static int deliver(const reader *r)
{
    const explain_options *const o = r->options;
    strbuf b = {0};
    lgm_err err = {.message = "out of memory"};
    bool ok = true;
    for (size_t i = 0; i < o->n_wanted; i++)
        if (!has(r->record, o->wanted[i], o->path)) return EXIT_USAGE;
    if (o->json)
        ok = put_json(&b, r, &err) == LGM_OK;
    else
        put_text(&b, r);
    if (!ok || b.failed) {
        cli_error("%s", b.failed ? "out of memory" : err.message);
        strbuf_done(&b);
        return EXIT_SOME_FAILED;
    }
    return cli_print_to(&b, o->writing.output);
}

/* ---- the command ----------------------------------------------------------------------------- */

static int open_all(reader *r, const cli_command *self)
{
    const explain_options *const o = r->options;
    lgm_engine_options more = lgm_engine_default_options();
    lgm_err err = {0};
    more.why = 1;
    int code = opening_output(self, o->writing.output, o->writing.output, &o->path, 1);
    if (code == EXIT_DONE) code = opening_source(&r->source, self, &o->reading, &o->path, 1);
    if (code == EXIT_DONE) code = opening_engine(&r->engine, &o->reading, more);
    if (code != EXIT_DONE) return code;
    if (lgm_worker_new(&r->worker, r->engine, &err) == LGM_OK) return EXIT_DONE;
    cli_error("%s", err.message);
    return EXIT_SOME_FAILED;
}

/* From here on the names of private persons are gone. */
static int redact(reader *r)
{
    lgm_record *shown;
    lgm_err err = {0};
    if (!r->options->redact) return EXIT_DONE;
    if (lgm_redact(&shown, r->record, &err) != LGM_OK) {
        cli_error("%s", err.message);
        return EXIT_SOME_FAILED;
    }
    lgm_record_free(r->record);
    r->record = shown;
    return EXIT_DONE;
}

static int run_explain(const cli_command *self, int argc, char **argv)
{
    explain_options options;
    reader r = {.options = &options};
    bool stop;
    int code = explain_options_parse(&options, self, argc, argv, &stop);
    if (stop || code != EXIT_DONE) goto done;
    code = open_all(&r, self);
    if (code != EXIT_DONE) goto done;
    interrupt_init();
    interrupt_call(cancel, &r);
    code = read_report(&r, self);
    interrupt_call(NULL, NULL);
    if (code == EXIT_DONE) code = redact(&r);
    if (code == EXIT_DONE) code = deliver(&r);
done:
    lgm_record_free(r.record);
    lgm_worker_free(r.worker);
    lgm_source_close(r.source);
    lgm_engine_close(r.engine);
    explain_options_done(&options);
    interrupt_die();
    return code;
}

const cli_command cli_explain_command = {
    .name = "explain",
    .operands = "[options] FILE|ADDRESS|-",
    .brief = "say why a part of a record is what it is",
    .summary = "Says from which words, by which way through the sentence and by which rule each\n"
               "field of a claim, an entity, a time, an event, a figure, an incident, a dispute,\n"
               "a line of the timeline or an editor's note came.",
    .operand = CLI_FILE,
    .groups = explain_groups,
    .footer = footer,
    .examples = "  legomena explain --claim c7 report.txt            why claim 7 is what it is\n",
    .run = run_explain,
};
