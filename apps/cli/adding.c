/* adding.c - see adding.h. */
#include "adding.h"

#include <string.h>

#include "args.h"
#include "interrupt.h"
#include "legomena/copy.h"
#include "legomena/story.h"
#include "wrap.h"

#define MOST_REPORTS 1000
#define LONGEST_NS UINT64_C(200000000)

/* ---- in the workers ---- */

static int skip(void *ctx, const lgm_input *report)
{
    const adding *const in = ctx;
    return lgm_ledger_knows(in->ledger, report, lgm_engine_model_name(in->engine),
                            lgm_engine_model_version(in->engine));
}

static lgm_status make(void *ctx, uint64_t number, const lgm_record *report, const lgm_input *input,
                       lgm_batch_result *result, lgm_err *err)
{
    const adding *const in = ctx;
    lgm_ledger_entry *entry;
    (void)number;
    const lgm_status st = lgm_ledger_prepare(&entry, report, input, in->keep_raw, err);
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

static lgm_status ledger_failed(adding *in, lgm_status st, const lgm_err *err)
{
    progress_wipe(&in->progress);
    cli_error("%s", err->message);
    in->code = EXIT_LEDGER;
    return st;
}

static lgm_status commit(adding *in, lgm_err *err)
{
    lgm_status st = lgm_ledger_commit(in->ledger, err);
    if (st == LGM_OK) st = lgm_copies_join(in->ledger, NULL, NULL, err);
    if (st == LGM_OK) st = lgm_story_join(in->ledger, err);
    in->open = 0;
    return st == LGM_OK ? st : ledger_failed(in, st, err);
}

/* Ends the transaction where it is large or old. Not whenever nothing waits: the writer is quicker
 * than those who read, and would commit each report by itself. */
static lgm_status commit_if_due(adding *in, lgm_err *err)
{
    const bool due =
        in->open >= MOST_REPORTS || (in->open && progress_now() - in->open_ns >= LONGEST_NS);
    return due ? commit(in, err) : LGM_OK;
}

/* One more is in the transaction that is open, or begins one. */
static lgm_status count_open(adding *in, lgm_err *err)
{
    if (in->open++ == 0) in->open_ns = progress_now();
    return commit_if_due(in, err);
}

static lgm_status put(adding *in, const lgm_batch_item *item, lgm_err *err)
{
    lgm_ledger_place place;
    const lgm_status st = in->report_of
                              ? lgm_ledger_put_reading(in->ledger, in->report_of(in, item->number),
                                                       item->result, &place, err)
                              : lgm_ledger_put(in->ledger, item->result, &place, err);
    if (st != LGM_OK) return ledger_failed(in, st, err);
    in->added += place.news == LGM_LEDGER_NEW;
    in->versions += place.news == LGM_LEDGER_VERSION;
    in->readings += place.news == LGM_LEDGER_READING;
    in->known += place.news == LGM_LEDGER_KNOWN;
    in->counts.words += item->n_words;
    return count_open(in, err);
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

static lgm_status put_problem(adding *in, const lgm_batch_item *item, lgm_err *err)
{
    const lgm_ledger_problem problem = {.name = item->name,
                                        .line = item->line,
                                        .byte = item->byte,
                                        .status = item->status,
                                        .message = item->message};
    uint64_t times;
    const lgm_status st = lgm_ledger_put_problem(in->ledger, &problem, &times, err);
    if (st != LGM_OK) return ledger_failed(in, st, err);
    if (times > 1 && in->new_only) return count_open(in, err);
    progress_wipe(&in->progress);
    say_why(item);
    closing_count(&in->failures, item->status);
    in->counts.failed++;
    return count_open(in, err);
}

static lgm_status sink(void *ctx, lgm_batch_item *item, lgm_err *err)
{
    adding *const in = ctx;
    if (item->status != LGM_OK) return put_problem(in, item, err);
    in->counts.reports++;
    if (item->result) return put(in, item, err);
    in->known++;
    return LGM_OK;
}

static lgm_status on_progress(void *ctx, const lgm_batch_progress *p, lgm_err *err)
{
    adding *const in = ctx;
    const lgm_status st = commit_if_due(in, err);
    if (st != LGM_OK) return st;
    in->counts.bytes_done = in->total ? in->counts.reports : p->bytes_done;
    in->counts.bytes_total = in->total ? in->total : p->bytes_total;
    progress_show(&in->progress, &in->counts);
    return LGM_OK;
}

lgm_batch_options adding_batch(adding *in, lgm_source *source, unsigned jobs)
{
    return (lgm_batch_options){.engine = in->engine,
                               .source = source,
                               .n_threads = jobs,
                               .make = make,
                               .free_result = free_entry,
                               .skip = skip,
                               .sink = sink,
                               .progress = on_progress,
                               .ctx = in};
}

/* ---- the run ---- */

static void cancel(void *batch)
{
    lgm_batch_cancel(batch);
}

static int run(adding *in, lgm_batch *batch)
{
    lgm_err err = {0};
    const lgm_status st = lgm_batch_run(batch, &err);
    progress_wipe(&in->progress);
    if (st != LGM_OK && st != LGM_E_CANCELLED && in->code == EXIT_DONE)
        cli_error("%s", err.message);
    /* Also where nothing is new: a run that was killed, or one of an older legomena, may have left
     * reports that nobody has looked at beside the others. */
    if (in->code == EXIT_DONE && commit(in, &err) != LGM_OK) return in->code;
    if (in->code != EXIT_DONE) return in->code;
    if (in->times) closing_times(in->engine, batch, &in->counts, in->progress.start_ns);
    return st != LGM_OK || in->counts.failed || interrupt_signal() ? EXIT_SOME_FAILED : EXIT_DONE;
}

int adding_run(adding *in, const lgm_batch_options *o, bool show_progress)
{
    lgm_batch *batch;
    lgm_err err = {0};
    if (lgm_batch_new(&batch, o, &err) != LGM_OK) {
        cli_error("%s", err.message);
        return EXIT_SOME_FAILED;
    }
    progress_start(&in->progress, show_progress);
    interrupt_call(cancel, batch);
    const int code = run(in, batch);
    interrupt_call(NULL, NULL);
    lgm_batch_free(batch);
    return code;
}

/* ---- the last word ---- */

static void put_count(strbuf *b, uint64_t n, const char *one, const char *many)
{
    if (!n) return;
    if (b->len) strbuf_puts(b, ", ");
    strbuf_count(b, n, one, many);
}

void adding_say(const adding *in, const lgm_source *source, const char *nothing)
{
    char left_out[400];
    strbuf b = {0};
    if (source && lgm_source_left_out(source, left_out, sizeof left_out)) cli_error("%s", left_out);
    put_count(&b, in->added, "report added", "reports added");
    put_count(&b, in->versions, "new version", "new versions");
    put_count(&b, in->readings, "read anew", "read anew");
    put_count(&b, in->known, "was there", "were there");
    if (in->counts.failed) {
        put_count(&b, in->counts.failed, "not read: ", "not read: ");
        closing_put_failures(&b, &in->failures);
    }
    if (!b.len) strbuf_puts(&b, nothing);
    if (interrupt_signal())
        strbuf_printf(&b, "; stopped by SIG%s", sigabbrev_np(interrupt_signal()));
    strbuf_put(&b, "", 1);
    if (!b.failed) cli_error("%s", b.at);
    strbuf_done(&b);
}
