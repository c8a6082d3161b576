/* test_batch.c - many reports in order: what is handed on, and how a batch ends early. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/base.h"
#include "legomena/batch.h"
#include "read/source_bytes.h"

static lgm_engine *engine;

static int open_engine(void **state)
{
    const char *const root = getenv("LEGOMENA_TESTS");
    char path[4096];
    lgm_engine_options o = lgm_engine_default_options();
    (void)state;
    snprintf(path, sizeof path, "%s/golden/nn/tiny.lgm", root ? root : "tests");
    o.model = path;
    return lgm_engine_open(&engine, &o, NULL);
}

static int close_engine(void **state)
{
    (void)state;
    lgm_engine_close(engine);
    return 0;
}

/* ---- threads and workers that cannot be made (the linker sends the calls of batch here) ------ */

static atomic_int workers_allowed = 1000, threads_allowed = 1000;

lgm_status __real_lgm_worker_new(lgm_worker **out, const lgm_engine *e, lgm_err *err);
lgm_status __wrap_lgm_worker_new(lgm_worker **out, const lgm_engine *e, lgm_err *err);
int __real_pthread_create(pthread_t *t, const pthread_attr_t *a, void *(*f)(void *), void *arg);
int __wrap_pthread_create(pthread_t *t, const pthread_attr_t *a, void *(*f)(void *), void *arg);

lgm_status __wrap_lgm_worker_new(lgm_worker **out, const lgm_engine *e, lgm_err *err)
{
    *out = NULL;
    if (atomic_fetch_sub(&workers_allowed, 1) <= 0) return lgm_fail(err, LGM_E_NOMEM, "no worker");
    return __real_lgm_worker_new(out, e, err);
}

int __wrap_pthread_create(pthread_t *t, const pthread_attr_t *a, void *(*f)(void *), void *arg)
{
    return atomic_fetch_sub(&threads_allowed, 1) <= 0 ? EAGAIN
                                                      : __real_pthread_create(t, a, f, arg);
}

static int allow_all(void **state)
{
    (void)state;
    workers_allowed = threads_allowed = 1000;
    return 0;
}

/* ---- a batch that writes down what it hands on ----------------------------------------------- */

typedef struct diary {
    char seen[1 << 16];
    unsigned n_seen, n_failed;
    atomic_int results;          /* made and not freed */
    unsigned cancel_at, fail_at; /* numbers of items, 0 = none */
    bool keep;
    char *kept;
    bool skip_even;        /* reports with an even number in them */
    lgm_status make_fails; /* for reports with "bad" in them */
    bool worker_fails;     /* after the first report a worker's thread has no memory for the next */
    lgm_batch *batch;
} diary;

static lgm_status make(void *ctx, uint64_t number, const lgm_record *record, const lgm_input *in,
                       lgm_batch_result *result, lgm_err *err)
{
    diary *const d = ctx;
    const lgm_str text = record->text;
    result->at = malloc(64);
    assert_non_null(result->at);
    atomic_fetch_add(&d->results, 1);
    snprintf(result->at, 64, "%llu %.*s", (unsigned long long)number, (int)(text.len % 40),
             text.ptr);
    result->bytes = 64;
    assert_non_null(in->name);
    if (d->worker_fails && number == 1) lgm_alloc_fail_after(0);
    if (d->worker_fails && number == 2) lgm_alloc_fail_after(-1);
    if (!d->make_fails || !strstr(result->at, "bad")) return LGM_OK;
    return number % 2 ? d->make_fails : lgm_fail(err, d->make_fails, "a bad report");
}

static void free_result(void *ctx, void *result)
{
    diary *const d = ctx;
    atomic_fetch_sub(&d->results, 1);
    free(result);
}

static lgm_status sink(void *ctx, lgm_batch_item *item, lgm_err *err)
{
    diary *const d = ctx;
    const size_t n = strlen(d->seen);
    d->n_seen++;
    d->n_failed += item->status != LGM_OK;
    assert_int_equal(item->number, d->n_seen);
    if (!d->skip_even) assert_int_equal(item->status == LGM_OK, item->result != NULL);
    assert_int_equal(item->status == LGM_OK, item->message[0] == '\0');
    snprintf(d->seen + n, sizeof d->seen - n, "%s%s%s\n", item->name ? item->name : "",
             item->name ? ": " : "", item->result ? (char *)item->result : item->message);
    if (d->keep && item->number == 1) {
        d->kept = item->result;
        item->result = NULL;
    }
    if (item->number == d->cancel_at) lgm_batch_cancel(d->batch);
    if (item->number == d->fail_at) return lgm_fail(err, LGM_E_IO, "the sink is full");
    return LGM_OK;
}

static int skip_some(void *ctx, const lgm_input *in)
{
    const diary *const d = ctx;
    return d->skip_even && strpbrk(in->text, "02468") != NULL;
}

static lgm_status run_source(diary *d, lgm_source *source, unsigned n_threads, lgm_err *err)
{
    const lgm_batch_options o = {.engine = engine,
                                 .source = source,
                                 .n_threads = n_threads,
                                 .make = make,
                                 .free_result = free_result,
                                 .skip = skip_some,
                                 .sink = sink,
                                 .ctx = d};
    lgm_status st = lgm_batch_new(&d->batch, &o, err);
    if (st == LGM_OK) st = lgm_batch_run(d->batch, err);
    lgm_batch_free(d->batch);
    assert_int_equal(d->results, d->kept ? 1 : 0);
    return st;
}

static lgm_status run(diary *d, const char *jsonl, unsigned n_threads, lgm_err *err)
{
    lgm_source *source;
    lgm_status st = lgm_read_source_bytes(&source, "a.jsonl", jsonl, strlen(jsonl), NULL, err);
    if (st != LGM_OK) return st;
    st = run_source(d, source, n_threads, err);
    lgm_source_close(source);
    return st;
}

/* n reports; every `bad`-th line is no JSON (0 = none). */
static char *lines(unsigned n, unsigned bad)
{
    char *const s = calloc(n, 64);
    assert_non_null(s);
    for (unsigned i = 1, at = 0; i <= n; i++)
        at += (unsigned)sprintf(
            s + at, bad && i % bad == 0 ? "no json %u\n" : "{\"text\": \"Report %u said so.\"}\n",
            i);
    return s;
}

/* ---- order ----------------------------------------------------------------------------------- */

static void any_number_of_threads_hands_on_the_same(void **state)
{
    (void)state;
    char *const s = lines(150, 7);
    diary one = {0};
    assert_int_equal(run(&one, s, 1, NULL), LGM_OK);
    assert_int_equal(one.n_seen, 150);
    assert_int_equal(one.n_failed, 21);
    assert_non_null(strstr(one.seen, "6 Report 6 said so.\na.jsonl:7: not JSON"));
    for (unsigned n = 0; n < 6; n++) {
        diary more = {0};
        assert_int_equal(run(&more, s, n, NULL), LGM_OK);
        assert_string_equal(more.seen, one.seen);
    }
    free(s);
}

/* More of them than there are slots, so that they are used anew before a worker has looked. */
static void a_long_row_of_unreadable_reports_is_passed(void **state)
{
    (void)state;
    char *const s = lines(400, 1), *const all = calloc(strlen(s) + 64, 1);
    assert_non_null(all);
    sprintf(all, "%s{\"text\": \"The last one.\"}\n", s);
    diary d = {0};
    assert_int_equal(run(&d, all, 2, NULL), LGM_OK);
    assert_int_equal(d.n_failed, 400);
    assert_non_null(strstr(d.seen, "401 The last one."));
    free(s);
    free(all);
}

static void a_result_may_be_kept(void **state)
{
    (void)state;
    char *const s = lines(3, 0);
    diary d = {.keep = true};
    assert_int_equal(run(&d, s, 2, NULL), LGM_OK);
    assert_string_equal(d.kept, "1 Report 1 said so.");
    free(d.kept);
    free(s);
}

static void what_is_skipped_is_not_read(void **state)
{
    (void)state;
    char *const s = lines(5, 0);
    diary d = {.skip_even = true};
    assert_int_equal(run(&d, s, 2, NULL), LGM_OK);
    assert_string_equal(d.seen, "1 Report 1 said so.\n\n"
                                "3 Report 3 said so.\n\n5 Report 5 said so.\n");
    assert_int_equal(d.n_failed, 0);
    free(s);
}

typedef struct counted { /* the diary is what the batch knows of it */
    diary d;
    int n;
} counted;

static lgm_status count_on(void *ctx, lgm_input *in, lgm_err *err)
{
    counted *const c = ctx;
    static const char *const texts[] = {"One.", "Two.", "Three."};
    if (c->n == 3) return LGM_E_EMPTY;
    if (c->n == 1 && c->d.fail_at == 0) {
        c->d.fail_at = 99;
        return lgm_fail(err, LGM_E_CORRUPT, "a hole");
    }
    *in = (lgm_input){.text = texts[c->n], .len = strlen(texts[c->n]), .name = "nowhere"};
    c->n++;
    return LGM_OK;
}

static void reports_may_come_from_a_function(void **state)
{
    (void)state;
    counted c = {0};
    const lgm_batch_options o = {.engine = engine,
                                 .next = count_on,
                                 .n_threads = 2,
                                 .make = make,
                                 .free_result = free_result,
                                 .sink = sink,
                                 .ctx = &c};
    assert_int_equal(lgm_batch_new(&c.d.batch, &o, NULL), LGM_OK);
    assert_int_equal(lgm_batch_run(c.d.batch, NULL), LGM_OK);
    lgm_batch_free(c.d.batch);
    assert_string_equal(c.d.seen, "1 One.\na hole\n3 Two.\n4 Three.\n");
}

/* ---- errors ---------------------------------------------------------------------------------- */

static void a_report_without_a_result_has_a_message(void **state)
{
    (void)state;
    diary d = {.make_fails = LGM_E_FORMAT};
    assert_int_equal(
        run(&d, "{\"text\": \"bad\"}\n{\"text\": \"so bad\"}\n{\"text\": \"good\"}\n", 2, NULL),
        LGM_OK);
    assert_string_equal(d.seen, "a.jsonl:1: input is not in the format expected\n"
                                "a.jsonl:2: a bad report\n3 good\n");
}

static void a_sink_that_fails_ends_the_batch(void **state)
{
    (void)state;
    char *const s = lines(200, 0);
    diary d = {.fail_at = 3};
    lgm_err err = {0};
    assert_int_equal(run(&d, s, 4, &err), LGM_E_IO);
    assert_string_equal(err.message, "the sink is full");
    assert_int_equal(d.n_seen, 3);
    free(s);
}

static void what_is_missing_is_said(void **state)
{
    (void)state;
    lgm_batch *b;
    lgm_err err = {0};
    assert_int_equal(lgm_batch_new(&b, &(lgm_batch_options){.engine = engine}, &err), LGM_E_ARG);
    assert_null(b);
    lgm_batch_free(b);
}

static void the_callers_allocations_may_fail(void **state)
{
    (void)state;
    char *const s = lines(5, 0);
    for (int n = 0;; n++) {
        diary d = {0};
        lgm_err err = {0};
        lgm_alloc_fail_after(n);
        const lgm_status st = run(&d, s, 2, &err);
        lgm_alloc_fail_after(-1);
        if (st == LGM_OK) break;
        assert_int_equal(st, LGM_E_NOMEM);
        assert_true(err.message[0]);
    }
    free(s);
}

static void a_workers_allocation_may_fail(void **state)
{
    (void)state;
    char *const s = lines(4, 0);
    diary d = {.worker_fails = true};
    assert_int_equal(run(&d, s, 1, NULL), LGM_OK);
    /* Report 2 cannot be read, nor any after it, since nothing gives the memory back. */
    assert_int_equal(d.n_failed, 3);
    assert_non_null(strstr(d.seen, "a.jsonl:2: out of memory\n"));
    free(s);
}

static void a_worker_that_cannot_be_made_leaves(void **state)
{
    (void)state;
    char *const s = lines(60, 0);
    for (int n = 1; n < 4; n++) {
        diary d = {0};
        workers_allowed = n;
        assert_int_equal(run(&d, s, 8, NULL), LGM_OK);
        assert_int_equal(d.n_seen, 60);
        assert_int_equal(d.n_failed, 0);
    }
    diary d = {0};
    lgm_err err = {0};
    workers_allowed = 0;
    assert_int_equal(run(&d, s, 8, &err), LGM_E_NOMEM);
    assert_string_equal(err.message, "no worker");
    assert_int_equal(d.n_seen, 0);
    free(s);
}

static void a_thread_that_cannot_be_made_is_missed_only_at_the_start(void **state)
{
    (void)state;
    char *const s = lines(60, 0);
    for (int n = 0; n < 5; n++) {
        diary d = {0};
        lgm_err err = {0};
        threads_allowed = n;
        assert_int_equal(run(&d, s, 8, &err), n < 2 ? LGM_E_NOMEM : LGM_OK);
        assert_string_equal(err.message,
                            n < 2 ? "cannot start a thread: Resource temporarily unavailable" : "");
        assert_int_equal(d.n_seen, n < 2 ? 0 : 60);
    }
    free(s);
}

/* ---- cancel ---------------------------------------------------------------------------------- */

static void a_sink_may_cancel(void **state)
{
    (void)state;
    char *const s = lines(200, 9);
    for (unsigned n = 1; n < 4; n++) {
        diary d = {.cancel_at = 5};
        lgm_err err = {0};
        assert_int_equal(run(&d, s, n, &err), LGM_E_CANCELLED);
        assert_int_equal(d.n_seen, 5);
        assert_true(err.message[0]);
    }
    free(s);
}

static lgm_batch *_Atomic on_signal;

static void cancel_on_signal(int number)
{
    (void)number;
    lgm_batch_cancel(on_signal);
}

static void *cancel_soon(void *arg)
{
    usleep(50000);
    lgm_batch_cancel(arg);
    return NULL;
}

static lgm_status count_waits(void *ctx, const lgm_batch_progress *p, lgm_err *err)
{
    (void)err;
    *(unsigned *)ctx += p->waiting != 0;
    return LGM_OK;
}

static lgm_status make_nothing(void *ctx, uint64_t number, const lgm_record *record,
                               const lgm_input *in, lgm_batch_result *result, lgm_err *err)
{
    (void)ctx, (void)number, (void)record, (void)in, (void)result, (void)err;
    return LGM_OK;
}

static lgm_status see_nothing(void *ctx, lgm_batch_item *item, lgm_err *err)
{
    (void)ctx, (void)item, (void)err;
    return LGM_OK;
}

/* A pipe to which nobody writes, by its descriptor or as a file without a writer. */
static void a_batch_that_waits_for_a_pipe_is_woken(void **state)
{
    (void)state;
    char folder[] = "/tmp/legomena-batch-XXXXXX", fifo[64], path[64];
    int ends[2];
    assert_non_null(mkdtemp(folder));
    snprintf(fifo, sizeof fifo, "%s/fifo", folder);
    assert_int_equal(mkfifo(fifo, 0600), 0);
    assert_int_equal(pipe(ends), 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", ends[0]);
    signal(SIGALRM, cancel_on_signal);
    for (int i = 0; i < 4; i++) {
        const char *const paths[] = {i < 2 ? path : fifo};
        unsigned waits = 0;
        lgm_source *source;
        lgm_batch *b;
        pthread_t thread;
        assert_int_equal(lgm_source_open(&source, paths, 1, NULL, NULL), LGM_OK);
        const lgm_batch_options o = {.engine = engine,
                                     .source = source,
                                     .make = make_nothing,
                                     .sink = see_nothing,
                                     .progress = count_waits,
                                     .ctx = &waits};
        assert_int_equal(lgm_batch_new(&b, &o, NULL), LGM_OK);
        on_signal = b;
        if (i % 2)
            setitimer(ITIMER_REAL, &(struct itimerval){.it_value.tv_usec = 50000}, NULL);
        else
            assert_int_equal(pthread_create(&thread, NULL, cancel_soon, b), 0);
        assert_int_equal(lgm_batch_run(b, NULL), LGM_E_CANCELLED);
        assert_true(waits > 0);
        if (i % 2 == 0) pthread_join(thread, NULL);
        lgm_batch_free(b);
        lgm_source_close(source);
    }
    signal(SIGALRM, SIG_DFL);
    close(ends[0]);
    close(ends[1]);
    unlink(fifo);
    rmdir(folder);
}

/* A report that takes long is dropped in the midst of it. */
static void a_report_is_not_read_to_its_end(void **state)
{
    (void)state;
    enum { WORDS = 400000 };
    static const char word[] = "Ada said so. ";
    char *const text = malloc(WORDS * sizeof word);
    assert_non_null(text);
    size_t len = 0;
    for (int i = 0; i < WORDS; i++, len += sizeof word - 1) memcpy(text + len, word, sizeof word);
    lgm_source *source;
    lgm_batch *b;
    pthread_t thread;
    assert_int_equal(lgm_read_source_bytes(&source, "a.txt", text, len, NULL, NULL), LGM_OK);
    const lgm_batch_options o = {
        .engine = engine, .source = source, .make = make_nothing, .sink = see_nothing};
    assert_int_equal(lgm_batch_new(&b, &o, NULL), LGM_OK);
    assert_int_equal(pthread_create(&thread, NULL, cancel_soon, b), 0);
    assert_int_equal(lgm_batch_run(b, NULL), LGM_E_CANCELLED);
    pthread_join(thread, NULL);
    lgm_batch_free(b);
    lgm_source_close(source);
    free(text);
}

static void a_batch_has_the_times_of_all_workers(void **state)
{
    (void)state;
    lgm_source *source;
    lgm_batch *b;
    const lgm_room_time *times;
    char *const s = lines(20, 0);
    assert_int_equal(lgm_read_source_bytes(&source, "a.jsonl", s, strlen(s), NULL, NULL), LGM_OK);
    const lgm_batch_options o = {
        .engine = engine, .source = source, .make = make_nothing, .sink = see_nothing};
    assert_int_equal(lgm_batch_new(&b, &o, NULL), LGM_OK);
    assert_int_equal(lgm_batch_times(b, &times), 0);
    assert_int_equal(lgm_batch_run(b, NULL), LGM_OK);
    assert_true(lgm_batch_times(b, &times) > 5);
    assert_string_equal(times[0].room, "read");
    assert_true(times[0].ns > 0);
    assert_int_equal(lgm_batch_run(b, NULL), LGM_E_ARG);
    lgm_batch_free(b);
    lgm_source_close(source);
    free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_number_of_threads_hands_on_the_same),
        cmocka_unit_test(a_long_row_of_unreadable_reports_is_passed),
        cmocka_unit_test(what_is_skipped_is_not_read),
        cmocka_unit_test(reports_may_come_from_a_function),
        cmocka_unit_test(a_result_may_be_kept),
        cmocka_unit_test(a_report_without_a_result_has_a_message),
        cmocka_unit_test(a_sink_that_fails_ends_the_batch),
        cmocka_unit_test(what_is_missing_is_said),
        cmocka_unit_test(the_callers_allocations_may_fail),
        cmocka_unit_test(a_workers_allocation_may_fail),
        cmocka_unit_test_setup_teardown(a_worker_that_cannot_be_made_leaves, NULL, allow_all),
        cmocka_unit_test_setup_teardown(a_thread_that_cannot_be_made_is_missed_only_at_the_start,
                                        NULL, allow_all),
        cmocka_unit_test(a_sink_may_cancel),
        cmocka_unit_test(a_batch_that_waits_for_a_pipe_is_woken),
        cmocka_unit_test(a_report_is_not_read_to_its_end),
        cmocka_unit_test(a_batch_has_the_times_of_all_workers),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
