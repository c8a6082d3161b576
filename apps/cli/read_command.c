/* read_command.c - legomena read: reports in, records or pages out. */
#include <stdlib.h>
#include <string.h>

#include "closing.h"
#include "commands.h"
#include "delivery.h"
#include "interrupt.h"
#include "legomena/batch.h"
#include "opening.h"
#include "progress.h"
#include "say.h"
#include "wrap.h"

static const char footer[] =
    "A FILE is a text, a web page, JSON Lines, a feed, a news message, mail, PDF,\n"
    ".docx, .odt or a web archive (.warc), packed (.gz, .zst, .xz, .bz2) or not, or\n"
    "an archive of such files (.zip, .tar, .7z, .rar). Of a FOLDER all files of these\n"
    "kinds are read, by name, and what is in its folders. - is standard input, and an\n"
    "address with http:// or https:// is fetched. Reports come out in the order in\n"
    "which they went in; the same bytes give the same records, whatever --jobs and\n"
    "--kernel say.\n";

typedef struct run { /* of one command */
    const read_options *options;
    lgm_engine *engine;
    lgm_source *source;
    renderer renderer;
    delivery delivery;
    closing_failures failures;
    progress progress;
    progress_counts counts;
} run;

/* ---- the batch ---- */

static lgm_status make(void *ctx, uint64_t number, const lgm_record *report, const lgm_input *in,
                       lgm_batch_result *result, lgm_err *err)
{
    const run *const r = ctx;
    return render_report(&r->renderer, number, report, in, result, err);
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

/* LGM_E_IO where the output could not be written: the rest is not worth reading. */
static lgm_status sink(void *ctx, lgm_batch_item *item, lgm_err *err)
{
    run *const r = ctx;
    const rendered *const report = item->result;
    (void)err;
    if (!report || report->notes.len) progress_wipe(&r->progress);
    if (!report) {
        say_why(item);
        closing_count(&r->failures, item->status);
        r->counts.failed = ++r->delivery.n_failed;
        return LGM_OK;
    }
    if (report->notes.len) say(report->notes.at, report->notes.len);
    if (!delivery_put(&r->delivery, item->number, report)) return LGM_E_IO;
    r->counts.reports++;
    r->counts.words += item->n_words;
    return LGM_OK;
}

/* Whoever reads a pipe gets what there is before we wait. */
static lgm_status on_progress(void *ctx, const lgm_batch_progress *p, lgm_err *err)
{
    run *const r = ctx;
    (void)err;
    if (p->waiting && !delivery_flush(&r->delivery)) return LGM_E_IO;
    r->counts.bytes_done = p->bytes_done;
    r->counts.bytes_total = p->bytes_total;
    progress_show(&r->progress, &r->counts);
    return LGM_OK;
}

/* ---- the command ---- */

static int open_engine(run *r)
{
    lgm_engine_options o = lgm_engine_default_options();
    o.words = r->options->format == READ_CONLLU;
    o.only = r->options->only;
    o.map = r->options->map;
    return opening_engine(&r->engine, &r->options->reading, o);
}

/* What is written would be read, by this run or the next. */
static int check_output(const read_options *o, const cli_command *self)
{
    char *path;
    const int error = delivery_path(o, &path);
    const int code =
        error ? EXIT_OUTPUT : opening_output(self, path, o->writing.output, o->paths, o->n_paths);
    if (error) cli_error("%s", strerror(error));
    free(path);
    return code;
}

/* Said with --quiet too: there is less than was asked for. */
static void say_stopped(const run *r)
{
    const char *const path = r->options->writing.output;
    strbuf b = {0};
    strbuf_printf(&b, "stopped by SIG%s after ", sigabbrev_np(interrupt_signal()));
    strbuf_number(&b, r->delivery.n_reports);
    strbuf_puts(&b, r->delivery.n_reports == 1 ? " report" : " reports");
    if (r->delivery.out.to.name) strbuf_printf(&b, "; %s is left as it was", path);
    strbuf_put(&b, "", 1);
    if (!b.failed) cli_error("%s", b.at);
    strbuf_done(&b);
}

static void say_done(const run *r, const lgm_batch *batch)
{
    const read_options *const o = r->options;
    if (o->saying.time) closing_times(r->engine, batch, &r->counts, r->progress.start_ns);
    if (!o->saying.warnings) return;
    closing_summary(&r->delivery, &r->failures, r->source);
    if (o->writing.output && r->delivery.n_reports == 0)
        cli_error("no report was read: nothing is written to %s", o->writing.output);
}

static void cancel(void *batch)
{
    lgm_batch_cancel(batch);
}

static int read_reports(run *r, lgm_batch *batch)
{
    lgm_err err = {0};
    progress_start(&r->progress, r->options->saying.progress);
    interrupt_call(cancel, batch);
    const lgm_status st = lgm_batch_run(batch, &err);
    progress_wipe(&r->progress);
    if (st != LGM_OK && st != LGM_E_IO && st != LGM_E_CANCELLED) cli_error("%s", err.message);
    bool written = st != LGM_E_IO;
    if (st == LGM_OK) written = delivery_end(&r->delivery);
    const bool stopped = interrupt_signal() != 0;
    if (stopped) say_stopped(r);
    if (!delivery_close(&r->delivery, st == LGM_OK && written && !stopped) || !written)
        return EXIT_OUTPUT;
    if (st != LGM_OK || stopped) return EXIT_SOME_FAILED;
    say_done(r, batch);
    return r->counts.failed ? EXIT_SOME_FAILED : EXIT_DONE;
}

static int open_and_read(run *r)
{
    lgm_batch *batch;
    lgm_err err = {0};
    const lgm_batch_options o = {.engine = r->engine,
                                 .source = r->source,
                                 .n_threads = r->options->reading.jobs,
                                 .make = make,
                                 .free_result = render_free,
                                 .sink = sink,
                                 .progress = on_progress,
                                 .ctx = r};
    r->renderer = (renderer){.options = r->options,
                             .own_pages = delivery_is_folder(r->options),
                             .model = lgm_engine_model_name(r->engine),
                             .version = lgm_engine_model_version(r->engine)};
    interrupt_init();
    if (!delivery_open(&r->delivery, &r->renderer)) return EXIT_OUTPUT;
    if (lgm_batch_new(&batch, &o, &err) != LGM_OK) {
        cli_error("%s", err.message);
        delivery_close(&r->delivery, false);
        return EXIT_SOME_FAILED;
    }
    const int code = read_reports(r, batch);
    interrupt_call(NULL, NULL);
    lgm_batch_free(batch);
    return code;
}

static int run_read(const cli_command *self, int argc, char **argv)
{
    read_options options;
    run r = {.options = &options};
    bool stop;
    int code = read_options_parse(&options, self, argc, argv, &stop);
    if (stop) goto done;
    if (code == EXIT_DONE) code = check_output(&options, self);
    if (code == EXIT_DONE)
        code = opening_source(&r.source, self, &options.reading, options.paths, options.n_paths);
    if (code == EXIT_DONE) code = open_engine(&r);
    if (code == EXIT_DONE) code = open_and_read(&r);
done:
    lgm_source_close(r.source);
    lgm_engine_close(r.engine);
    interrupt_die();
    return code;
}

const cli_command cli_read_command = {
    .name = "read",
    .operands = "[options] FILE|FOLDER|ADDRESS|-...",
    .brief = "read reports and write down who said what",
    .summary = "Reads news reports and writes down who said what.",
    .operand = CLI_FILE,
    .groups = read_groups,
    .footer = footer,
    .examples = "  legomena read report.txt                          a page to read\n"
                "  legomena read -f html report.txt -o report.html   a web page\n"
                "  legomena read -f jsonl reports/ > records.jsonl   a record a line\n",
    .run = run_read,
};
