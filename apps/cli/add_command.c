/* add_command.c - legomena add: reports into the ledger. */
#include <string.h>

#include "add_options.h"
#include "closing.h"
#include "commands.h"
#include "interrupt.h"
#include "legomena/batch.h"
#include "legomena/ledger.h"
#include "opening.h"
#include "progress.h"
#include "say.h"
#include "wrap.h"

/* A transaction has so many reports at most, and is open no longer. */
#define MOST_REPORTS 1000
#define LONGEST_NS UINT64_C(200000000)

typedef struct adding { /* of one command */
    const add_options *options;
    lgm_engine *engine;
    lgm_source *source;
    lgm_ledger *ledger;
    closing_failures failures;
    progress progress;
    progress_counts counts;
    uint64_t open, open_ns;                    /* reports in the transaction; since when */
    uint64_t added, versions, readings, known; /* put or skipped so far */
    int code;                                  /* why the ledger ended it; EXIT_DONE = it did not */
} adding;

/* ---- in the workers ---- */

static int skip(void *ctx, const lgm_input *in)
{
    const adding *const a = ctx;
    return lgm_ledger_knows(a->ledger, in, lgm_engine_model_name(a->engine),
                            lgm_engine_model_version(a->engine));
}

static lgm_status make(void *ctx, uint64_t number, const lgm_record *report, const lgm_input *in,
                       lgm_batch_result *result, lgm_err *err)
{
    const adding *const a = ctx;
    lgm_ledger_entry *entry;
    (void)number;
    const lgm_status st = lgm_ledger_prepare(&entry, report, in, !a->options->no_raw, err);
    if (st == LGM_OK)
        *result = (lgm_batch_result){.at = entry, .bytes = lgm_ledger_entry_size(entry)};
    return st;
}

static void free_entry(void *ctx, void *entry)
{
    (void)ctx;
    lgm_ledger_entry_free(entry);
}

/* ---- in the thread that writes ---- */

static lgm_status ledger_failed(adding *a, lgm_status st, const lgm_err *err)
{
    progress_wipe(&a->progress);
    cli_error("%s", err->message);
    a->code = EXIT_LEDGER;
    return st;
}

static lgm_status commit(adding *a, lgm_err *err)
{
    const lgm_status st = lgm_ledger_commit(a->ledger, err);
    a->open = 0;
    return st == LGM_OK ? st : ledger_failed(a, st, err);
}

/* One more is in the transaction that is open, or begins one. */
static lgm_status count_open(adding *a, lgm_err *err)
{
    const uint64_t now = progress_now();
    if (a->open++ == 0) a->open_ns = now;
    return a->open >= MOST_REPORTS || now - a->open_ns >= LONGEST_NS ? commit(a, err) : LGM_OK;
}

static lgm_status put(adding *a, const lgm_batch_item *item, lgm_err *err)
{
    lgm_ledger_place place;
    const lgm_status st = lgm_ledger_put(a->ledger, item->result, &place, err);
    if (st != LGM_OK) return ledger_failed(a, st, err);
    a->added += place.news == LGM_LEDGER_NEW;
    a->versions += place.news == LGM_LEDGER_VERSION;
    a->readings += place.news == LGM_LEDGER_READING;
    a->known += place.news == LGM_LEDGER_KNOWN;
    a->counts.words += item->n_words;
    return count_open(a, err);
}

static void say_why(const lgm_batch_item *item)
{
    strbuf b = {0};
    if (item->name) wrap_shown(&b, item->name);
    strbuf_printf(&b, "%s%s", item->name ? ": " : "", item->message);
    strbuf_put(&b, "", 1);
    cli_error("%s", b.failed ? item->message : b.at);
    strbuf_done(&b);
}

static lgm_status put_problem(adding *a, const lgm_batch_item *item, lgm_err *err)
{
    const lgm_ledger_problem problem = {.name = item->name,
                                        .line = item->line,
                                        .byte = item->byte,
                                        .status = item->status,
                                        .message = item->message};
    progress_wipe(&a->progress);
    say_why(item);
    closing_count(&a->failures, item->status);
    a->counts.failed++;
    const lgm_status st = lgm_ledger_put_problem(a->ledger, &problem, err);
    return st == LGM_OK ? count_open(a, err) : ledger_failed(a, st, err);
}

static lgm_status sink(void *ctx, lgm_batch_item *item, lgm_err *err)
{
    adding *const a = ctx;
    if (item->status != LGM_OK) return put_problem(a, item, err);
    a->counts.reports++;
    if (item->result) return put(a, item, err);
    a->known++;
    return LGM_OK;
}

static lgm_status on_progress(void *ctx, const lgm_batch_progress *p, lgm_err *err)
{
    adding *const a = ctx;
    if (p->waiting && a->open) {
        const lgm_status st = commit(a, err);
        if (st != LGM_OK) return st;
    }
    a->counts.bytes_done = p->bytes_done;
    a->counts.bytes_total = p->bytes_total;
    progress_show(&a->progress, &a->counts);
    return LGM_OK;
}

/* ---- the command ---- */

static void put_count(strbuf *b, uint64_t n, const char *one, const char *many)
{
    if (!n) return;
    if (b->len) strbuf_puts(b, ", ");
    strbuf_number(b, n);
    strbuf_printf(b, " %s", n == 1 ? one : many);
}

/* Said with --quiet too where it was stopped: there is less than was asked for. */
static void say_done(const adding *a)
{
    char left_out[400];
    strbuf b = {0};
    if (lgm_source_left_out(a->source, left_out, sizeof left_out)) cli_error("%s", left_out);
    put_count(&b, a->added, "report added", "reports added");
    put_count(&b, a->versions, "new version", "new versions");
    put_count(&b, a->readings, "read anew", "read anew");
    put_count(&b, a->known, "was there", "were there");
    if (a->counts.failed) {
        put_count(&b, a->counts.failed, "not read: ", "not read: ");
        closing_put_failures(&b, &a->failures);
    }
    if (!b.len) strbuf_puts(&b, "there was no report");
    if (interrupt_signal())
        strbuf_printf(&b, "; stopped by SIG%s", sigabbrev_np(interrupt_signal()));
    strbuf_put(&b, "", 1);
    if (!b.failed) cli_error("%s", b.at);
    strbuf_done(&b);
}

static void cancel(void *batch)
{
    lgm_batch_cancel(batch);
}

static int add_reports(adding *a, lgm_batch *batch)
{
    lgm_err err = {0};
    progress_start(&a->progress, a->options->saying.progress);
    interrupt_call(cancel, batch);
    const lgm_status st = lgm_batch_run(batch, &err);
    progress_wipe(&a->progress);
    if (st != LGM_OK && st != LGM_E_CANCELLED && a->code == EXIT_DONE) cli_error("%s", err.message);
    if (a->code == EXIT_DONE && a->open && commit(a, &err) != LGM_OK) return a->code;
    if (a->code != EXIT_DONE) return a->code;
    if (a->options->saying.time) closing_times(a->engine, batch, &a->counts, a->progress.start_ns);
    if (a->options->saying.warnings || interrupt_signal()) say_done(a);
    return st != LGM_OK || a->counts.failed || interrupt_signal() ? EXIT_SOME_FAILED : EXIT_DONE;
}

static int open_and_add(adding *a)
{
    lgm_batch *batch;
    lgm_err err = {0};
    const lgm_batch_options o = {.engine = a->engine,
                                 .source = a->source,
                                 .n_threads = a->options->reading.jobs,
                                 .make = make,
                                 .free_result = free_entry,
                                 .skip = skip,
                                 .sink = sink,
                                 .progress = on_progress,
                                 .ctx = a};
    interrupt_init();
    if (lgm_batch_new(&batch, &o, &err) != LGM_OK) {
        cli_error("%s", err.message);
        return EXIT_SOME_FAILED;
    }
    const int code = add_reports(a, batch);
    interrupt_call(NULL, NULL);
    lgm_batch_free(batch);
    return code;
}

static int run_add(const cli_command *self, int argc, char **argv)
{
    add_options options;
    adding a = {.options = &options};
    bool stop;
    int code = add_options_parse(&options, self, argc, argv, &stop);
    if (stop) goto done;
    if (code == EXIT_DONE)
        code = opening_source(&a.source, self, &options.reading, options.paths, options.n_paths);
    if (code == EXIT_DONE)
        code = opening_engine(&a.engine, &options.reading, lgm_engine_default_options());
    if (code == EXIT_DONE)
        code = opening_ledger(&a.ledger, &options.ledger, (lgm_ledger_options){.create = 1});
    if (code == EXIT_DONE) code = open_and_add(&a);
done:
    lgm_ledger_close(a.ledger);
    lgm_source_close(a.source);
    lgm_engine_close(a.engine);
    interrupt_die();
    return code;
}

static const char footer[] =
    "Takes what legomena read takes. What is in the ledger, read by the same model, is\n"
    "passed over: the command may be stopped and started again, and given a folder that\n"
    "grows. legomena problems lists what could not be read.\n";

const cli_command cli_add_command = {
    .name = "add",
    .operands = "[options] FILE|FOLDER|ADDRESS|-...",
    .brief = "read reports into the ledger",
    .summary = "Reads news reports and keeps what was read in the ledger.",
    .operand = CLI_FILE,
    .groups = add_groups,
    .footer = footer,
    .examples = "  legomena add reports/                             reports into the ledger\n",
    .run = run_add,
};
