/* test_pipeline.c - engines, workers and the main path, with a model of random weights. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/base.h"
#include "legomena/engine.h"
#include "legomena/model_info.h"
#include "model_builder.h"

static char tiny[4096];

/* The golden model that *state names. */
static int choose_model(void **state)
{
    const char *const root = getenv("LEGOMENA_TESTS");
    snprintf(tiny, sizeof tiny, "%s/golden/nn/%s.lgm", root ? root : "tests", (const char *)*state);
    return 0;
}

static const char text[] =
    "Fire at the quay\n\n“We are closed until Monday,” harbour master Ada Lind said, “and the "
    "pumps "
    "stay on.”\n\nThe firm Norvik denied any part in it. It didn't say more.\n";

static lgm_engine *open_tiny(const char *kernel)
{
    lgm_engine *e;
    lgm_err err = {0};
    lgm_engine_options o = lgm_engine_default_options();
    o.model = tiny;
    o.kernel = kernel;
    if (lgm_engine_open(&e, &o, &err) != LGM_OK) fail_msg("%s", err.message);
    return e;
}

static lgm_worker *new_worker(const lgm_engine *e)
{
    lgm_worker *w;
    assert_int_equal(lgm_worker_new(&w, e, NULL), LGM_OK);
    return w;
}

static char *record(lgm_worker *w, const char *s, size_t len)
{
    lgm_record *r;
    lgm_err err = {0};
    char *out;
    const lgm_input in = {.text = s, .len = len};
    if (lgm_read(w, &in, &r, &err) != LGM_OK) fail_msg("%s", err.message);
    assert_int_equal(lgm_record_write(r, LGM_FORMAT_JSONL, &out, NULL, NULL), LGM_OK);
    lgm_record_free(r);
    return out;
}

static void a_model_is_found_by_path_and_by_name(void **state)
{
    (void)state;
    char dir[4096];
    snprintf(dir, sizeof dir, "%s", tiny);
    *strrchr(dir, '/') = '\0';
    lgm_engine *e;
    lgm_err err;
    lgm_engine_options o = lgm_engine_default_options();
    o.model = "tiny";
    o.model_dir = dir;
    assert_int_equal(lgm_engine_open(&e, &o, NULL), LGM_OK);
    assert_string_equal(lgm_engine_model_name(e), "tiny");
    assert_non_null(lgm_engine_model_version(e));
    assert_non_null(lgm_engine_kernel(e));
    lgm_engine_close(e);

    o.model = "nothing";
    assert_int_equal(lgm_engine_open(&e, &o, &err), LGM_E_NOTFOUND);
    assert_null(e);
    assert_non_null(strstr(err.message, "nothing.lgm"));
    o.model = "";
    assert_int_equal(lgm_engine_open(&e, &o, &err), LGM_E_NOTFOUND);
    o.model = "tiny";
    o.kernel = "abacus";
    assert_int_equal(lgm_engine_open(&e, &o, &err), LGM_E_UNSUPPORTED);
    lgm_engine_close(NULL);
    lgm_worker_free(NULL);
}

static void a_model_that_does_not_fit_is_named(void **state)
{
    (void)state;
    static const float dim = 33, rows = 1, clip = 1;
    model_builder b = {0};
    mb_f32(&b, "config.clip", 1, 1, &clip);
    mb_f32(&b, "config.dim", 1, 1, &dim);
    mb_f32(&b, "config.oov_rows", 1, 1, &rows);
    mb_f32(&b, "config.vocab_rows", 1, 1, &rows);
    size_t len;
    uint8_t *const bytes = mb_bytes(&b, &len);
    char path[] = "/tmp/legomena-odd-XXXXXX";
    const int fd = mkstemp(path);
    assert_int_equal(write(fd, bytes, len), len);
    close(fd);
    free(bytes);

    lgm_engine *e;
    lgm_err err;
    const lgm_engine_options o = {.model = path};
    assert_int_equal(lgm_engine_open(&e, &o, &err), LGM_E_CORRUPT);
    char expected[128];
    snprintf(expected, sizeof expected, "%s: config.dim of the model is 33, no multiple of 32",
             path);
    assert_string_equal(err.message, expected);
    unlink(path);
}

static void a_folder_in_the_environment_is_looked_in(void **state)
{
    (void)state;
    char dir[4096];
    lgm_model_info *info;
    snprintf(dir, sizeof dir, "%s", tiny);
    *strrchr(dir, '/') = '\0';
    const char *const before = getenv("LEGOMENA_MODELS");
    char *const kept = before ? strdup(before) : NULL;
    setenv("LEGOMENA_MODELS", dir, 1);
    assert_int_equal(lgm_model_info_open(&info, "tiny", NULL, NULL), LGM_OK);
    assert_string_equal(lgm_model_info_name(info), "tiny");
    assert_int_equal(strlen(lgm_model_info_sha256(info)), 64);
    assert_true(lgm_model_info_n_tensors(info) > 20);
    lgm_tensor_info t;
    assert_int_equal(lgm_model_info_tensor(info, 0, &t), LGM_OK);
    assert_int_equal(lgm_model_info_tensor(info, lgm_model_info_n_tensors(info), &t), LGM_E_ARG);
    assert_non_null(lgm_model_info_card(info).ptr);
    lgm_model_info_close(info);
    lgm_model_info_close(NULL);
    if (kept)
        setenv("LEGOMENA_MODELS", kept, 1);
    else
        unsetenv("LEGOMENA_MODELS");
    free(kept);
}

static void what_is_known_about_a_report_is_copied(void **state)
{
    (void)state;
    lgm_engine *const e = open_tiny(NULL);
    lgm_worker *const w = new_worker(e);
    char title[] = "Fire";
    lgm_record *r;
    const lgm_input in = {.text = text,
                          .len = sizeof text - 1,
                          .id = "r1",
                          .title = title,
                          .date = "2024-05-24T10:00:00Z",
                          .byline = ""};
    assert_int_equal(lgm_read(w, &in, &r, NULL), LGM_OK);
    title[0] = 'x';
    assert_memory_equal(r->title.ptr, "Fire", 4);
    assert_int_equal(r->date.len, 10);
    assert_null(r->byline.ptr);
    assert_memory_equal(r->id.ptr, "r1", 2);
    assert_true(r->n_words > 30);
    assert_true(r->sentences.n > 0);
    lgm_record_free(r);
    lgm_worker_free(w);
    lgm_engine_close(e);
}

static void empty_and_large_reports(void **state)
{
    (void)state;
    lgm_engine *e;
    lgm_engine_options o = lgm_engine_default_options();
    o.model = tiny;
    o.max_bytes = 100;
    assert_int_equal(lgm_engine_open(&e, &o, NULL), LGM_OK);
    lgm_worker *const w = new_worker(e);
    lgm_record *r;
    lgm_err err;
    lgm_input in = {.text = text, .len = sizeof text - 1};
    assert_int_equal(lgm_read(w, &in, &r, &err), LGM_E_BUDGET);
    assert_null(r);
    assert_non_null(strstr(err.message, "100"));
    in.len = 0;
    in.text = NULL;
    assert_int_equal(lgm_read(w, &in, &r, &err), LGM_OK);
    assert_int_equal(r->n_words, 0);
    lgm_record_free(r);
    in.text = " \n\n ";
    in.len = 4;
    assert_int_equal(lgm_read(w, &in, &r, &err), LGM_OK);
    char *out;
    for (lgm_format f = LGM_FORMAT_JSON; f <= LGM_FORMAT_CONLLU; f++) {
        assert_int_equal(lgm_record_write(r, f, &out, NULL, NULL), LGM_OK);
        lgm_string_free(out);
    }
    lgm_record_free(r);
    in = (lgm_input){.text = NULL, .len = 3};
    assert_int_equal(lgm_read(w, &in, &r, &err), LGM_E_ARG);
    lgm_worker_free(w);
    lgm_engine_close(e);
}

static void only_trees_stops_after_the_trees(void **state)
{
    (void)state;
    lgm_engine *e;
    lgm_engine_options o = lgm_engine_default_options();
    o.model = tiny;
    o.only = LGM_ONLY_TREES;
    o.words = 1;
    assert_int_equal(lgm_engine_open(&e, &o, NULL), LGM_OK);
    lgm_worker *const w = new_worker(e);
    lgm_record *r;
    const lgm_input in = {.text = text, .len = sizeof text - 1};
    assert_int_equal(lgm_read(w, &in, &r, NULL), LGM_OK);
    assert_int_equal(r->claims.n, 0);
    assert_int_equal(r->entities.n, 0);
    assert_int_equal(r->words.n, r->n_words);
    assert_non_null(r->words.at[0].rel.ptr);
    lgm_record_free(r);
    lgm_worker_free(w);
    lgm_engine_close(e);
}

static void only_read_wants_no_model(void **state)
{
    (void)state;
    lgm_engine *e;
    lgm_engine_options o = lgm_engine_default_options();
    o.model_dir = "/nowhere";
    o.only = LGM_ONLY_READ;
    assert_int_equal(lgm_engine_open(&e, &o, NULL), LGM_OK);
    assert_string_equal(lgm_engine_model_name(e), "");
    lgm_worker *const w = new_worker(e);
    lgm_record *r;
    const lgm_input in = {.text = text, .len = sizeof text - 1, .published = "2024-03-04T08:00Z"};
    assert_int_equal(lgm_read(w, &in, &r, NULL), LGM_OK);
    assert_int_equal(r->sentences.n, 0);
    assert_null(r->model);
    assert_string_equal(r->date.ptr, "2024-03-04");
    assert_int_equal(r->text.len, sizeof text - 1);
    lgm_record_free(r);
    lgm_worker_free(w);
    lgm_engine_close(e);
}

static void any_worker_and_any_kernel_give_the_same_bytes(void **state)
{
    (void)state;
    lgm_engine *const one = open_tiny(NULL), *const ref = open_tiny("ref");
    lgm_worker *const a = new_worker(one), *const b = new_worker(one), *const c = new_worker(ref);
    for (size_t len = 1; len < sizeof text; len += 7) {
        char *const x = record(a, text, len), *const y = record(b, text, sizeof text - len);
        char *const z = record(c, text, len), *const again = record(a, text, len);
        assert_string_equal(x, z);
        assert_string_equal(x, again);
        lgm_string_free(x);
        lgm_string_free(y);
        lgm_string_free(z);
        lgm_string_free(again);
    }
    lgm_worker_free(a);
    lgm_worker_free(b);
    lgm_worker_free(c);
    lgm_engine_close(one);
    lgm_engine_close(ref);
}

static void *read_often(void *engine)
{
    lgm_worker *const w = new_worker(engine);
    char *first = record(w, text, sizeof text - 1);
    for (int i = 0; i < 50; i++) {
        char *const next = record(w, text, sizeof text - 1);
        assert_string_equal(first, next);
        lgm_string_free(first);
        first = next;
    }
    lgm_worker_free(w);
    return first;
}

static void threads_share_an_engine(void **state)
{
    (void)state;
    lgm_engine *const e = open_tiny(NULL);
    pthread_t threads[4];
    void *out[4];
    for (size_t i = 0; i < LGM_COUNT(threads); i++)
        assert_int_equal(pthread_create(&threads[i], NULL, read_often, e), 0);
    for (size_t i = 0; i < LGM_COUNT(threads); i++) pthread_join(threads[i], &out[i]);
    for (size_t i = 0; i < LGM_COUNT(threads); i++) {
        assert_string_equal(out[i], out[0]);
        if (i) lgm_string_free(out[i]);
    }
    lgm_string_free(out[0]);
    lgm_engine_close(e);
}

static void times_are_kept_by_room(void **state)
{
    (void)state;
    lgm_engine *const e = open_tiny(NULL);
    lgm_worker *const w = new_worker(e);
    lgm_string_free(record(w, text, sizeof text - 1));
    const lgm_room_time *times;
    const size_t n = lgm_worker_times(w, &times);
    assert_int_equal(n, 21);
    assert_string_equal(times[0].room, "read");
    assert_string_equal(times[n - 1].room, "record");
    for (size_t i = 0; i < n; i++) assert_true(times[i].ns > 0);
    lgm_worker_free(w);
    lgm_engine_close(e);
}

/* The n-th allocation fails, for every n: a status each time, nothing lost, and then it works. */
static void a_failed_allocation_is_a_status(void **state)
{
    (void)state;
    lgm_status st = LGM_E_NOMEM;
    for (int64_t n = 0; st != LGM_OK; n++) {
        lgm_engine *e = NULL;
        lgm_worker *w = NULL;
        lgm_record *r = NULL;
        lgm_engine_options o = lgm_engine_default_options();
        const lgm_input in = {.text = text, .len = sizeof text - 1, .title = "Fire"};
        o.model = tiny;
        lgm_alloc_fail_after(n);
        st = lgm_engine_open(&e, &o, NULL);
        if (st == LGM_OK) st = lgm_worker_new(&w, e, NULL);
        if (st == LGM_OK) st = lgm_read(w, &in, &r, NULL);
        lgm_alloc_fail_after(-1);
        assert_true(st == LGM_OK || st == LGM_E_NOMEM);
        assert_true((st == LGM_OK) == (r != NULL));
        assert_true(n < 10000);
        lgm_record_free(r);
        lgm_worker_free(w);
        lgm_engine_close(e);
    }
}

#define WITH_TINY(test) {#test, test, choose_model, NULL, "tiny"}
#define WITH_EACH_MODEL(test)                                                                      \
    WITH_TINY(test),                                                                               \
    {                                                                                              \
        #test "(pieces)", test, choose_model, NULL, "tiny-pieces"                                  \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TINY(a_model_is_found_by_path_and_by_name),
        WITH_TINY(a_model_that_does_not_fit_is_named),
        WITH_TINY(a_folder_in_the_environment_is_looked_in),
        WITH_TINY(what_is_known_about_a_report_is_copied),
        WITH_EACH_MODEL(empty_and_large_reports),
        WITH_EACH_MODEL(only_trees_stops_after_the_trees),
        cmocka_unit_test(only_read_wants_no_model),
        WITH_EACH_MODEL(any_worker_and_any_kernel_give_the_same_bytes),
        WITH_EACH_MODEL(threads_share_an_engine),
        WITH_TINY(times_are_kept_by_room),
        WITH_EACH_MODEL(a_failed_allocation_is_a_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
