/* read_command.c - legomena read: reports in, records or pages out. */
#include <stdlib.h>
#include <string.h>

#include "legomena/batch.h"
#include "commands.h"
#include "csv.h"
#include "html.h"
#include "output.h"
#include "own_output.h"
#include "page.h"
#include "progress.h"
#include "read_options.h"
#include "wrap.h"

static const char footer[] =
    "A FILE is plain text or JSON Lines (.jsonl, .ndjson), gzipped or not. Of a\n"
    "FOLDER all .txt, .text, .jsonl and .ndjson files are read, by name, and what is\n"
    "in its folders. - is standard input. Reports come out in the order in which\n"
    "they went in; the same bytes give the same records, whatever --jobs and\n"
    "--kernel say.\n";

typedef struct run { /* of one command */
    const read_options *options;
    lgm_engine *engine;
    lgm_source *source;
    output out;
    progress progress;
    progress_counts counts;
    strbuf contents; /* of a web page: a line a report */
    const lgm_room_time *times;
    size_t n_times;
    size_t n_guarded;
} run;

/* ---- one report, on any thread ---- */

typedef struct rendered { /* what a report has become */
    strbuf out;
    strbuf title, entry; /* for what goes around the reports, where the format has such */
    strbuf notes;        /* warnings, for standard error */
    size_t n_guarded;    /* of csv: cells with a ' before them */
} rendered;

static void free_rendered(void *ctx, void *result)
{
    rendered *const r = result;
    (void)ctx;
    strbuf_done(&r->out);
    strbuf_done(&r->title);
    strbuf_done(&r->entry);
    strbuf_done(&r->notes);
    free(r);
}

static void note_warnings(const lgm_doc *doc, const lgm_input *in, strbuf *notes)
{
    for (size_t i = 0; i < lgm_doc_n_warnings(doc); i++) {
        strbuf_puts(notes, "legomena: ");
        wrap_shown(notes, in->name ? in->name : "report");
        strbuf_puts(notes, ": warning: ");
        strbuf_puts(notes, lgm_doc_warning(doc, i));
        strbuf_puts(notes, "\n");
    }
}

static lgm_status render_record(const read_options *o, const lgm_doc *doc, const lgm_input *in,
                                rendered *r, lgm_err *err)
{
    static const lgm_format formats[] = {[READ_JSON] = LGM_FORMAT_JSON,
                                         [READ_JSONL] = LGM_FORMAT_JSONL,
                                         [READ_CONLLU] = LGM_FORMAT_CONLLU};
    char *text;
    size_t len;
    if (o->saying.warnings) note_warnings(doc, in, &r->notes);
    const lgm_status st = lgm_doc_write(doc, formats[o->format], &text, &len, err);
    if (st == LGM_OK) strbuf_put(&r->out, text, len);
    lgm_string_free(text);
    return st;
}

/* A page is shown to others: of an absolute path it has the name alone. */
static const char *shown_place(const char *name)
{
    const char *const slash = name && *name == '/' ? strrchr(name, '/') : NULL;
    return slash && slash[1] ? slash + 1 : name;
}

/* Both kinds of pages have the warnings themselves. */
static lgm_status render(const read_options *o, uint64_t number, const lgm_doc *doc,
                         const lgm_input *in, rendered *r, lgm_err *err)
{
    switch (o->format) {
    case READ_TEXT:
        page_write(&r->out, doc, shown_place(in->name),
                   &(page_options){.width = o->writing.width, .color = o->writing.color});
        return LGM_OK;
    case READ_HTML:
        html_report(&r->out, doc, shown_place(in->name), number);
        html_title(&r->title, doc);
        html_entry(&r->entry, doc, number);
        return LGM_OK;
    case READ_CSV:
        if (o->saying.warnings) note_warnings(doc, in, &r->notes);
        r->n_guarded = csv_report(&r->out, doc, in->name);
        return LGM_OK;
    default: return render_record(o, doc, in, r, err);
    }
}

static lgm_status make(void *ctx, uint64_t number, const lgm_doc *doc, const lgm_input *in,
                       lgm_batch_result *result, lgm_err *err)
{
    const run *const r = ctx;
    rendered *const made = calloc(1, sizeof *made);
    if (!made) return LGM_E_NOMEM;
    lgm_status st = render(r->options, number, doc, in, made, err);
    if (made->out.failed || made->title.failed || made->entry.failed || made->notes.failed)
        st = LGM_E_NOMEM;
    *result = (lgm_batch_result){made, made->out.len};
    return st;
}

/* ---- all reports, in order ---- */

static bool put_and_free(run *r, strbuf *b)
{
    const bool ok = !b->failed && output_put(&r->out, b->at, b->len);
    if (b->failed) cli_error("out of memory");
    strbuf_done(b);
    return ok;
}

/* What stands before a report. */
static bool begin_report(run *r, const rendered *made)
{
    static const char between_pages[] = "\n\n";
    strbuf b = {0};
    if (r->options->format == READ_HTML && r->counts.reports == 0) html_begin(&b, &made->title);
    if (r->options->format == READ_TEXT && r->counts.reports) strbuf_puts(&b, between_pages);
    if (r->options->format == READ_CSV && r->counts.reports == 0) csv_header(&b);
    strbuf_put(&r->contents, made->entry.at, made->entry.len);
    return put_and_free(r, &b);
}

/* What stands behind the last report: a page or a table is whole also where nothing could be
 * read. */
static bool end_reports(run *r)
{
    strbuf b = {0};
    if (r->options->format == READ_CSV && r->counts.reports == 0) csv_header(&b);
    if (r->options->format != READ_HTML) return put_and_free(r, &b);
    if (r->counts.reports == 0) html_begin(&b, &(strbuf){0});
    html_end(&b, &(html_closing){.contents = &r->contents,
                                 .n_reports = r->counts.reports,
                                 .n_failed = r->counts.failed,
                                 .model = lgm_engine_model_name(r->engine),
                                 .version = lgm_engine_model_version(r->engine)});
    if (r->contents.failed) b.failed = true;
    return put_and_free(r, &b);
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
    const rendered *const made = item->result;
    (void)err;
    if (!made) {
        progress_wipe(&r->progress);
        say_why(item);
        r->counts.failed++;
        return LGM_OK;
    }
    if (made->notes.len) {
        progress_wipe(&r->progress);
        fwrite(made->notes.at, 1, made->notes.len, stderr);
    }
    if (!begin_report(r, made) || !output_put(&r->out, made->out.at, made->out.len))
        return LGM_E_IO;
    r->n_guarded += made->n_guarded;
    r->counts.reports++;
    r->counts.words += item->n_words;
    return LGM_OK;
}

/* Whoever reads a pipe gets what there is before we wait. */
static lgm_status on_progress(void *ctx, const lgm_batch_progress *p, lgm_err *err)
{
    run *const r = ctx;
    (void)err;
    if (p->waiting && !output_flush(&r->out)) return LGM_E_IO;
    r->counts.bytes_done = p->bytes_done;
    r->counts.bytes_total = p->bytes_total;
    progress_show(&r->progress, &r->counts);
    return LGM_OK;
}

/* ---- after the last report ---- */

/* Most memory held so far in megabytes, as the system has it; 0 where it does not say. */
static double peak_memory(void)
{
    FILE *const f = fopen("/proc/self/status", "r");
    char line[128];
    unsigned long kb = 0;
    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, "VmHWM: %lu kB", &kb) == 1) break;
    if (f) fclose(f);
    return (double)kb / 1024;
}

static void print_times(const run *r)
{
    const lgm_room_time *const times = r->times;
    const size_t n = r->n_times;
    const double second = 1e9, wall = (double)(progress_now() - r->progress.start_ns) / second;
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += (double)times[i].ns / second;
    for (size_t i = 0; i < n; i++)
        fprintf(stderr, "%-8s %9.3f s %5.1f %%\n", times[i].room, (double)times[i].ns / second,
                sum > 0 ? 100 * (double)times[i].ns / second / sum : 0.0);
    fprintf(stderr, "rooms    %9.3f s, %.0f words/s a thread (%s, %s)\n", sum,
            sum > 0 ? (double)r->counts.words / sum : 0.0, lgm_engine_model_name(r->engine),
            lgm_engine_kernel(r->engine));
    fprintf(stderr, "elapsed  %9.3f s, %llu reports, %llu words, %.0f words/s\n", wall,
            (unsigned long long)r->counts.reports, (unsigned long long)r->counts.words,
            (double)r->counts.words / wall);
    fprintf(stderr, "memory   %9.1f MB at most\n", peak_memory());
}

static void print_summary(const run *r)
{
    if (r->n_guarded && r->options->saying.warnings)
        cli_error("a ' was put before %zu cell%s that a spreadsheet would take for a formula",
                  r->n_guarded, r->n_guarded == 1 ? "" : "s");
    const uint64_t all = r->counts.reports + r->counts.failed;
    char left_out[400];
    if (r->options->saying.warnings && lgm_source_left_out(r->source, left_out, sizeof left_out))
        cli_error("%s", left_out);
    if (r->counts.failed && all > 1 && r->options->saying.warnings)
        cli_error("%llu of %llu reports could not be read", (unsigned long long)r->counts.failed,
                  (unsigned long long)all);
}

/* ---- the command ---- */

static int open_engine(run *r)
{
    lgm_engine_options o = lgm_engine_default_options();
    lgm_err err = {0};
    o.model = r->options->reading.model;
    o.kernel = r->options->reading.kernel;
    o.max_bytes = r->options->reading.max_size;
    const lgm_status st = lgm_engine_open(&r->engine, &o, &err);
    if (st == LGM_OK) return EXIT_DONE;
    cli_error("%s", err.message);
    return st == LGM_E_UNSUPPORTED ? EXIT_USAGE : EXIT_MODEL;
}

static int open_source(run *r, const cli_command *self)
{
    const lgm_source_options o = {.max_bytes = r->options->reading.max_size,
                                  .date = r->options->reading.date};
    lgm_err err = {0};
    const lgm_status st =
        lgm_source_open(&r->source, r->options->paths, r->options->n_paths, &o, &err);
    if (st == LGM_OK) return EXIT_DONE;
    if (st == LGM_E_ARG)
        return cli_usage_error(self, "--date %.60s: should be a day written YYYY-MM-DD", o.date);
    cli_error("%s", err.message);
    return EXIT_SOME_FAILED;
}

/* Opening the output empties it, and what is written would be read: not if it is among the
 * input. */
static int check_output(const read_options *o, const cli_command *self)
{
    const char *const in = own_output_among(o->writing.output, o->paths, o->n_paths);
    if (!in) return EXIT_DONE;
    return cli_usage_error(self, "%s%s would itself be read with %s; write it elsewhere",
                           o->writing.output ? "--output " : "",
                           o->writing.output ? o->writing.output : "standard output", in);
}

static int read_reports(run *r, lgm_batch *batch)
{
    const read_options *const o = r->options;
    lgm_err err = {0};
    progress_start(&r->progress, o->saying.progress);
    const lgm_status st = lgm_batch_run(batch, &err);
    progress_wipe(&r->progress);
    const bool ended = st == LGM_OK && end_reports(r);
    if (st != LGM_OK && st != LGM_E_IO) cli_error("%s", err.message);
    if (!output_close(&r->out) || st == LGM_E_IO || (st == LGM_OK && !ended)) return EXIT_OUTPUT;
    if (st != LGM_OK) return EXIT_SOME_FAILED;
    r->n_times = lgm_batch_times(batch, &r->times);
    if (o->saying.time) print_times(r);
    print_summary(r);
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
                                 .free_result = free_rendered,
                                 .sink = sink,
                                 .progress = on_progress,
                                 .ctx = r};
    if (!output_open(&r->out, r->options->writing.output)) return EXIT_OUTPUT;
    if (lgm_batch_new(&batch, &o, &err) != LGM_OK) {
        cli_error("%s", err.message);
        output_close(&r->out);
        return EXIT_SOME_FAILED;
    }
    const int code = read_reports(r, batch);
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
    if (code == EXIT_DONE) code = open_source(&r, self);
    if (code == EXIT_DONE) code = open_engine(&r);
    if (code == EXIT_DONE) code = open_and_read(&r);
done:
    strbuf_done(&r.contents);
    lgm_source_close(r.source);
    lgm_engine_close(r.engine);
    read_options_done(&options);
    return code;
}

const cli_command cli_read_command = {
    .name = "read",
    .operands = "[options] FILE|FOLDER|-...",
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
