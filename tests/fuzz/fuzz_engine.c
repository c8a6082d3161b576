/*
 * fuzz_engine.c - any bytes as a report, through every stage: its record is read back with the same
 * bytes, which proves that spans lie inside the text and ids lead somewhere; heads form trees
 * within their sentences, values of times are TIMEX3. A worker that has read other reports says the
 * same as a fresh one: of one report in eight, since a worker is dear to make.
 *
 * One report in four is read with random weights, which find what no trained model would; the
 * others with en-fast, since who knows nothing finds no claims.
 */
#include <stdbool.h>
#include <string.h>

#include "fuzz.h"
#include "fuzz_timex3.h"
#include "legomena/engine.h"

typedef struct reader {
    lgm_engine *engine;
    lgm_worker *worker; /* reads report after report */
} reader;

static reader open_reader(const char *model)
{
    reader r;
    lgm_err err = {0};
    lgm_engine_options o = lgm_engine_default_options();
    o.model = model;
    o.words = 1;
    if (lgm_engine_open(&r.engine, &o, &err) != LGM_OK) fprintf(stderr, "%s\n", err.message);
    CHECK(r.engine && lgm_worker_new(&r.worker, r.engine, NULL) == LGM_OK);
    return r;
}

/* Each opened once a process. */
static const reader *reader_for(size_t size)
{
    static reader fast, tiny;
    if (!fast.engine) {
        const char *const tests = getenv("LEGOMENA_TESTS");
        char path[4096];
        snprintf(path, sizeof path, "%s/golden/nn/tiny.lgm", tests ? tests : "tests");
        tiny = open_reader(path);
        fast = open_reader("en-fast");
    }
    return size % 4 == 0 ? &tiny : &fast;
}

static void check_words(const lgm_record *r)
{
    uint32_t last = 0;
    CHECK(r->words.n == r->n_words);
    for (size_t i = 0; i < r->words.n; i++) {
        const lgm_word *const w = &r->words.at[i];
        CHECK(w->upos.ptr && w->xpos.ptr && w->rel.ptr);
        CHECK(w->span.start >= last && w->span.start < w->span.end && w->span.end <= r->length);
        last = w->span.end;
    }
}

/* Heads lie within the sentence of the word and lead to its root. */
static void check_trees(const lgm_record *r)
{
    size_t first, end = 0;
    for (size_t s = 0; s < r->sentences.n; s++) {
        first = end;
        while (end < r->words.n && r->words.at[end].span.start < r->sentences.at[s].end) end++;
        CHECK(end > first);
        for (size_t i = first; i < end; i++) {
            size_t steps = 0;
            for (uint32_t h = r->words.at[i].head; h != LGM_NONE; h = r->words.at[h].head)
                CHECK(h >= first && h < end && steps++ < end - first);
        }
    }
    CHECK(end == r->words.n);
}

static void check_order(const lgm_record *r)
{
    uint32_t last = 0;
    for (size_t i = 0; i < r->entities.n; i++) {
        CHECK(r->entities.at[i].name.len > 0 && r->entities.at[i].mentions.at[0].start >= last);
        last = r->entities.at[i].mentions.at[0].start;
    }
    last = 0;
    for (size_t i = 0; i < r->times.n; i++) {
        CHECK(r->times.at[i].start >= last);
        last = r->times.at[i].end;
    }
}

static void check_values(const lgm_record *r)
{
    for (size_t i = 0; i < r->times.n; i++) {
        const char *const value = r->times.at[i].value.ptr;
        CHECK(!value || fuzz_is_timex3(value));
    }
}

/* Reading it back proves every span and every id, and gives the same bytes. */
static void check_round_trip(const char *text, size_t len)
{
    lgm_record *r;
    char *again;
    CHECK(lgm_record_read(&r, text, len, NULL) == LGM_OK);
    CHECK(lgm_record_write(r, LGM_FORMAT_JSON, &again, NULL, NULL) == LGM_OK);
    CHECK(strcmp(text, again) == 0);
    lgm_string_free(again);
    lgm_record_free(r);
}

/* The record of the bytes, checked on the way. */
static lgm_record *read_with(lgm_worker *w, const uint8_t *data, size_t size)
{
    lgm_record *r;
    const lgm_input in = {.text = (const char *)data, .len = size, .date = "2024-02-29"};
    CHECK(lgm_read(w, &in, &r, NULL) == LGM_OK);
    check_words(r);
    check_trees(r);
    check_order(r);
    check_values(r);
    return r;
}

static char *written(const lgm_record *r, lgm_format format, size_t *len)
{
    char *out;
    CHECK(lgm_record_write(r, format, &out, len, NULL) == LGM_OK);
    return out;
}

static void check_fresh_worker(const lgm_engine *engine, const uint8_t *data, size_t size,
                               const char *once)
{
    lgm_worker *fresh;
    CHECK(lgm_worker_new(&fresh, engine, NULL) == LGM_OK);
    lgm_record *const r = read_with(fresh, data, size);
    lgm_worker_free(fresh);
    char *const again = written(r, LGM_FORMAT_JSON, NULL);
    CHECK(strcmp(once, again) == 0);
    lgm_string_free(again);
    lgm_record_free(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const reader *const by = reader_for(size);
    size_t len;
    lgm_record *const r = read_with(by->worker, data, size);
    char *const once = written(r, LGM_FORMAT_JSON, &len);
    check_round_trip(once, len);
    char *const trees = written(r, LGM_FORMAT_CONLLU, NULL);
    CHECK(strncmp(trees, "# newdoc id = ", 14) == 0);
    if (size % 8 == 0) check_fresh_worker(by->engine, data, size, once);
    lgm_string_free(once);
    lgm_string_free(trees);
    lgm_record_free(r);
    return 0;
}
