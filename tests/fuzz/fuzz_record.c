/*
 * fuzz_record.c - any bytes as a report: it is read, every span of its records lies inside the
 * text, heads form trees within their sentences, values of times are TIMEX3, all formats can be
 * written, and the same bytes with a worker that has read other reports say the same.
 */
#include <stdbool.h>
#include <string.h>

#include <json-c/json.h>

#include "fuzz.h"
#include "legomena/engine.h"
#include "legomena/records.h"

static lgm_engine *engine;
static lgm_worker *worker;

static void open_once(void)
{
    if (engine) return;
    const char *const tests = getenv("LEGOMENA_TESTS");
    char path[4096];
    snprintf(path, sizeof path, "%s/golden/nn/tiny.lgm", tests ? tests : "tests");
    lgm_engine_options o = lgm_engine_default_options();
    o.model = path;
    CHECK(lgm_engine_open(&engine, &o, NULL) == LGM_OK);
    CHECK(lgm_worker_new(&worker, engine, NULL) == LGM_OK);
}

static void check_span(lgm_cpspan s, uint32_t len)
{
    CHECK(s.start < s.end && s.end <= len);
}

static uint32_t length(const lgm_doc *doc)
{
    const lgm_str text = lgm_doc_text(doc);
    uint32_t n = 0;
    for (size_t i = 0; i < text.len; i++) n += ((unsigned char)text.ptr[i] & 0xc0) != 0x80;
    return n;
}

static void check_sentences(const lgm_doc *doc, uint32_t len)
{
    lgm_sentence s;
    size_t next = 0;
    for (size_t i = 0; lgm_doc_sentence(doc, i, &s) == LGM_OK; i++) {
        check_span(s.span, len);
        CHECK(s.first_word == next && s.n_words > 0);
        next += s.n_words;
        for (size_t k = s.first_word; k < next; k++) {
            lgm_word w;
            CHECK(lgm_doc_word(doc, k, &w) == LGM_OK && w.upos && w.xpos && w.rel);
            size_t steps = 0;
            while (w.head >= 0) {
                CHECK((size_t)w.head >= s.first_word && (size_t)w.head < next &&
                      steps++ < s.n_words);
                CHECK(lgm_doc_word(doc, (size_t)w.head, &w) == LGM_OK);
            }
        }
    }
    CHECK(next == lgm_doc_n_words(doc));
}

static void check_entities(const lgm_doc *doc, uint32_t len)
{
    lgm_entity e;
    lgm_cpspan span;
    uint32_t last = 0;
    for (size_t i = 0; lgm_doc_entity(doc, i, &e) == LGM_OK; i++) {
        CHECK(e.n_mentions > 0 && e.name.len > 0);
        for (size_t k = 0; lgm_doc_mention(doc, i, k, &span) == LGM_OK; k++) {
            check_span(span, len);
            CHECK(k > 0 || span.start >= last);
            if (k == 0) last = span.start;
        }
    }
}

static void check_claims(const lgm_doc *doc, uint32_t len)
{
    lgm_claim c;
    lgm_cpspan quoted;
    for (size_t i = 0; lgm_doc_claim(doc, i, &c) == LGM_OK; i++) {
        CHECK(c.n_content > 0 && c.confidence >= 0 && c.confidence <= 1);
        for (size_t k = 0; k < c.n_source; k++) check_span(c.source[k], len);
        for (size_t k = 0; k < c.n_cue; k++) check_span(c.cue[k], len);
        for (size_t k = 0; k < c.n_content; k++) check_span(c.content[k], len);
        for (size_t k = 0; k < c.n_quoted; k++) {
            CHECK(lgm_doc_claim_quoted(doc, i, k, &quoted) == LGM_OK);
            check_span(quoted, len);
        }
        CHECK(lgm_doc_claim_quoted(doc, i, c.n_quoted, &quoted) == LGM_E_ARG);
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

static void check_times(const lgm_doc *doc, uint32_t len)
{
    lgm_time t;
    uint32_t last = 0;
    const size_t n = lgm_doc_n_times(doc);
    for (size_t i = 0; lgm_doc_time(doc, i, &t) == LGM_OK; i++) {
        check_span(t.span, len);
        CHECK(t.span.start >= last);
        last = t.span.end;
        CHECK(t.anchor < (int64_t)n && t.anchor >= LGM_TIME_PUBLISHED);
        if (t.value)
            CHECK(strstr(t.value, "_REF") || (t.value[0] == 'P' && is_length(t.value + 1)) ||
                  is_date(t.value));
    }
    lgm_timeline_entry e;
    for (size_t i = 0; lgm_doc_timeline(doc, i, &e) == LGM_OK; i++)
        CHECK(e.time < n && e.claim < lgm_doc_n_claims(doc));
}

/* The record of the bytes in one format; checked on the way. */
static char *read_with(lgm_worker *w, const uint8_t *data, size_t size, lgm_format format)
{
    lgm_doc *doc;
    char *out;
    const lgm_input in = {.text = (const char *)data, .len = size, .date = "2024-02-29"};
    CHECK(lgm_read(w, &in, &doc, NULL) == LGM_OK);
    const uint32_t len = length(doc);
    check_sentences(doc, len);
    check_entities(doc, len);
    check_claims(doc, len);
    check_times(doc, len);
    CHECK(lgm_doc_write(doc, format, &out, NULL, NULL) == LGM_OK);
    lgm_doc_free(doc);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    open_once();
    lgm_worker *fresh;
    CHECK(lgm_worker_new(&fresh, engine, NULL) == LGM_OK);
    char *const once = read_with(worker, data, size, LGM_FORMAT_JSON);
    char *const again = read_with(fresh, data, size, LGM_FORMAT_JSON);
    CHECK(strcmp(once, again) == 0);
    struct json_object *const o = json_tokener_parse(once);
    CHECK(o);
    json_object_put(o);
    char *const trees = read_with(worker, data, size, LGM_FORMAT_CONLLU);
    CHECK(strncmp(trees, "# newdoc id = ", 14) == 0);
    lgm_string_free(once);
    lgm_string_free(again);
    lgm_string_free(trees);
    lgm_worker_free(fresh);
    return 0;
}
