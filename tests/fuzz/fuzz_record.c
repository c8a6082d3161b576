/*
 * fuzz_record.c - any bytes as a report: it is read, its record is read back with the same
 * bytes, which proves that spans lie inside the text and ids lead somewhere; heads form trees
 * within their sentences, values of times are TIMEX3, and a worker that has read other reports
 * says the same.
 */
#include <stdbool.h>
#include <string.h>

#include "fuzz_engine.h"

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

static bool digits(const char **s, unsigned least, unsigned most)
{
    unsigned n = 0;
    while (n < most && ((**s >= '0' && **s <= '9') || **s == 'X')) {
        ++*s;
        n++;
    }
    return n >= least;
}

/* "P3D", "PT2H30M", "PXY" behind the P. */
static bool is_length(const char *s)
{
    if (*s == 'T') s++;
    if (!digits(&s, 1, 12)) return false;
    if (*s == '.') {
        s++;
        if (!digits(&s, 1, 1)) return false;
    }
    s += strcspn(s, "T0123456789"); /* a letter or two */
    if (*s == 'T') s++;
    if (*s && digits(&s, 1, 4)) s++;
    return strlen(s) <= 2;
}

/* Does it begin as a TIMEX3 date and go on as one? */
static bool is_date(const char *s)
{
    static const char *const ends[] = {"",    "-Q1", "-Q2", "-Q3", "-Q4", "-H1",
                                       "-H2", "-SP", "-SU", "-FA", "-WI"};
    if (!digits(&s, 1, 4)) return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strcmp(s, ends[i]) == 0) return true;
    if (*s++ != '-') return false;
    if (*s == 'W') {
        s++;
        return digits(&s, 2, 2) && (*s == '\0' || *s == '-');
    }
    if (!digits(&s, 2, 2)) return false;
    if (*s == '\0') return true;
    if (*s++ != '-' || !digits(&s, 2, 2)) return false;
    return *s == '\0' || *s == 'T';
}

static void check_values(const lgm_record *r)
{
    for (size_t i = 0; i < r->times.n; i++) {
        const char *const value = r->times.at[i].value.ptr;
        CHECK(!value || strstr(value, "_REF") || (value[0] == 'P' && is_length(value + 1)) ||
              is_date(value));
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_open(1);
    lgm_worker *fresh;
    size_t len;
    CHECK(lgm_worker_new(&fresh, engine, NULL) == LGM_OK);
    lgm_record *const a = read_with(worker, data, size), *const b = read_with(fresh, data, size);
    lgm_worker_free(fresh);
    char *const once = written(a, LGM_FORMAT_JSON, &len);
    char *const again = written(b, LGM_FORMAT_JSON, NULL);
    CHECK(strcmp(once, again) == 0);
    check_round_trip(once, len);
    char *const trees = written(a, LGM_FORMAT_CONLLU, NULL);
    CHECK(strncmp(trees, "# newdoc id = ", 14) == 0);
    lgm_string_free(once);
    lgm_string_free(again);
    lgm_string_free(trees);
    lgm_record_free(a);
    lgm_record_free(b);
    return 0;
}
