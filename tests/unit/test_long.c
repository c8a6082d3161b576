/* test_long.c - reports that are too long for memory: the file that vectors wait in, the same
 * records with it and without, and what is said where there is no room. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/spill.h"
#include "nn/head.h"
#include "pipeline/budget.h"
#include "pipeline/pipeline.h"
#include "read/report.h"

/* ---- the file -------------------------------------------------------------------------------- */

static uint8_t byte_at(uint64_t at)
{
    return (uint8_t)(at * 2654435761u >> 13);
}

static void bytes_come_back_from_anywhere(void **state)
{
    (void)state;
    enum { SIZE = 3 * LGM_SPILL_WINDOW + 777, PIECE = 1000 };
    lgm_spill *s;
    uint8_t piece[PIECE];
    assert_int_equal(lgm_spill_new(&s, SIZE, NULL), LGM_OK);
    for (uint64_t at = 0; at < SIZE;) {
        const size_t n = SIZE - at < PIECE ? (size_t)(SIZE - at) : PIECE;
        for (size_t i = 0; i < n; i++) piece[i] = byte_at(at + i);
        assert_int_equal(lgm_spill_put(s, piece, n, NULL), LGM_OK);
        at += n;
    }
    for (int walk = 0; walk < 2; walk++)
        for (uint64_t at = 0; at + 64 <= SIZE; at += 6151) {
            const uint64_t far = (at * 7919) % (SIZE - 64);
            assert_int_equal(lgm_spill_pick(s, far, 64)[63], byte_at(far + 63));
            const uint8_t *const b = lgm_spill_scan(s, at, 64);
            for (size_t i = 0; i < 64; i++) assert_int_equal(b[i], byte_at(at + i));
        }
    assert_int_equal(lgm_spill_scan(s, SIZE - 1, 1)[0], byte_at(SIZE - 1));
    assert_int_equal(lgm_spill_status(s, NULL), LGM_OK);
    lgm_spill_free(s);
}

/* The widest vectors that an encoder makes. */
static void rows_of_any_width_come_back(void **state)
{
    (void)state;
    enum { DIM = LGM_TR_MAX_DIM, ROWS = LGM_ROWS_MOST + 9 };
    lgm_doc doc = {.n_tokens = ROWS, .vec = {.dim = DIM}};
    uint8_t row[DIM];
    assert_int_equal(lgm_spill_new(&doc.vec.spill, (uint64_t)ROWS * DIM, NULL), LGM_OK);
    for (uint64_t i = 0; i < ROWS; i++) {
        for (size_t k = 0; k < DIM; k++) row[k] = byte_at(i * DIM + k);
        assert_int_equal(lgm_spill_put(doc.vec.spill, row, DIM, NULL), LGM_OK);
    }
    for (uint32_t first = 0; first < 10; first += 3) {
        const uint8_t *const rows = lgm_nn_head_rows(&doc, first, LGM_ROWS_MOST);
        for (uint64_t i = 0; i < (uint64_t)LGM_ROWS_MOST * DIM; i++)
            assert_int_equal(rows[i], byte_at((uint64_t)first * DIM + i));
    }
    lgm_spill_free(doc.vec.spill);
}

static void no_room_is_said_at_once(void **state)
{
    (void)state;
    lgm_spill *s;
    lgm_err err = {0};
    setenv("TMPDIR", "/no/such/folder", 1);
    assert_int_equal(lgm_spill_new(&s, 5 << 20, &err), LGM_E_IO);
    unsetenv("TMPDIR");
    assert_null(s);
    assert_non_null(strstr(err.message, "6 MiB in /no/such/folder"));
    assert_non_null(strstr(err.message, "split the text, or set TMPDIR"));
}

/* ---- reports --------------------------------------------------------------------------------- */

/* Far more than one window of either encoder: names that come again after thousands of words, two
 * who share a surname, quotations over paragraphs, "he" and "she". */
static char *long_text(size_t *len)
{
    static const char *const given[] = {"Ada", "Tomas", "Ilsa", "Joren", "Mara", "Piet", "Nora"};
    static const char *const last[] = {"Lind",  "Keld",   "Renmark", "Vale", "Osk",  "Brandt",
                                       "Stoll", "Harrow", "Weber",   "Tamm", "Quist"};
    static const char *const towns[] = {"Ostrel", "Merrow", "Caldora", "Port Vessen", "Harl"};
    lgm_buf b = {0};
    char par[600];
    for (unsigned i = 0; i < 210; i++) {
        const char *const a = given[i % 7], *const n = last[(i * 5) % 11], *const t = towns[i % 5];
        snprintf(par, sizeof par,
                 "The mayor of %s, %s %s, said on Tuesday that the quay would stay closed until "
                 "May %u. “We lost %u boats,” %s told reporters, “and nobody has paid.\n\n“I will "
                 "not sign it,” %s added.\n\n%s denied the charge. A spokesman for %s Mining said "
                 "the company had warned the council in %u, and that its staff were safe.\n\n",
                 t, a, n, i % 30 + 1, i + 2, i % 2 ? "he" : "she", n, last[(i * 3) % 11],
                 last[(i * 7 + 1) % 11], 1980 + i % 40);
        lgm_buf_puts(&b, par);
    }
    char *text;
    assert_int_equal(lgm_buf_take(&b, &text, len, NULL), LGM_OK);
    return text;
}

static lgm_engine *open_engine(const char *model)
{
    lgm_engine *e;
    lgm_err err = {0};
    char path[4096];
    lgm_engine_options o = lgm_engine_default_options();
    const char *const root = getenv("LEGOMENA_TESTS");
    snprintf(path, sizeof path, "%s/golden/nn/%s.lgm", root ? root : "tests", model);
    o.model = strncmp(model, "tiny", 4) == 0 ? path : model;
    if (lgm_engine_open(&e, &o, &err) != LGM_OK) fail_msg("%s", err.message);
    return e;
}

static char *record(const lgm_engine *e, const char *text, size_t len)
{
    lgm_worker *w;
    lgm_record *r;
    lgm_err err = {0};
    char *out;
    const lgm_input in = {.text = text, .len = len};
    assert_int_equal(lgm_worker_new(&w, e, NULL), LGM_OK);
    if (lgm_read(w, &in, &r, &err) != LGM_OK) fail_msg("%s", err.message);
    assert_int_equal(lgm_record_write(r, LGM_FORMAT_JSONL, &out, NULL, NULL), LGM_OK);
    lgm_record_free(r);
    lgm_worker_free(w);
    return out;
}

/* *state: the model. */
static void a_file_changes_no_record(void **state)
{
    size_t len;
    char *const text = long_text(&len);
    lgm_engine *const e = open_engine(*state);
    assert_int_equal(lgm_nn_encoder_spills(&e->encoder, 1000), 0);
    char *const in_memory = record(e, text, len);
    e->encoder.most_in_memory = 0;
    assert_true(lgm_nn_encoder_spills(&e->encoder, 1000) > 0);
    char *const in_file = record(e, text, len);
    assert_string_equal(in_memory, in_file);
    assert_non_null(strstr(in_file, "\"claims\""));
    lgm_string_free(in_memory);
    lgm_string_free(in_file);
    lgm_engine_close(e);
    lgm_free(text);
}

/* ---- memory ---------------------------------------------------------------------------------- */

/* Words that stand alone: as many as a text of this length can have. */
static void what_does_not_fit_is_refused_before_the_work(void **state)
{
    enum { MOST = 4 << 20 };
    lgm_engine *const e = open_engine(*state);
    e->max_bytes = MOST;
    lgm_worker *w;
    lgm_record *r;
    lgm_err err = {0};
    char *const text = lgm_malloc(MOST);
    for (size_t i = 0; i < MOST; i++) text[i] = i % 2 ? ' ' : 'a';
    assert_int_equal(lgm_worker_new(&w, e, NULL), LGM_OK);
    const lgm_input in = {.text = text, .len = MOST};
    assert_int_equal(lgm_read(w, &in, &r, &err), LGM_E_BUDGET);
    assert_null(r);
    assert_string_equal(err.message, "2097152 words and marks would need 352 MiB of memory, the "
                                     "limit is 240 MiB; split the text into 2 parts");
    const lgm_room_time *times;
    const size_t n = lgm_worker_times(w, &times);
    for (size_t i = 0; i < n; i++)
        if (strcmp(times[i].room, "nn") == 0) assert_int_equal(times[i].ns, 0);
    lgm_worker_free(w);
    lgm_engine_close(e);
    lgm_free(text);
}

/* A long report takes no more than it is counted as, and its arenas would give it that. */
static void a_report_stays_within_its_count(void **state)
{
    lgm_engine *const e = open_engine(*state);
    e->encoder.most_in_memory = 0;
    lgm_worker *w;
    lgm_doc *doc;
    size_t len;
    char *const part = long_text(&len);
    enum { TIMES = 8 };
    char *const text = lgm_malloc(len * TIMES);
    for (size_t i = 0; i < TIMES; i++) memcpy(text + i * len, part, len);
    const lgm_input in = {.text = text, .len = len * TIMES};
    assert_int_equal(lgm_worker_new(&w, e, NULL), LGM_OK);
    assert_int_equal(lgm_doc_new(&doc, 0, NULL), LGM_OK);
    assert_int_equal(lgm_read_report_fill(doc, &in, NULL), LGM_OK);
    assert_int_equal(lgm_pipeline_run(w, doc, NULL), LGM_OK);
    const uint64_t took = lgm_arena_peak(doc->arena) + lgm_arena_peak(w->scratch);
    assert_true(doc->n_claims > 1000 && doc->n_mentions > 10000);
    assert_true(took < lgm_pipeline_need(doc->n_tokens));
    assert_true((took - lgm_pipeline_need(0) / 2) / doc->n_tokens <
                lgm_pipeline_need(1000000) / 1000000);
    lgm_doc_free(doc);
    lgm_worker_free(w);
    lgm_engine_close(e);
    lgm_free(text);
    lgm_free(part);
}

#define WITH(model)                                                                                \
    {                                                                                              \
        "a_file_changes_no_record(" model ")", a_file_changes_no_record, NULL, NULL, model         \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_come_back_from_anywhere),
        cmocka_unit_test(rows_of_any_width_come_back),
        cmocka_unit_test(no_room_is_said_at_once),
        WITH("tiny"),
        WITH("tiny-pieces"),
        WITH("en-fast"),
        {"what_does_not_fit_is_refused_before_the_work",
         what_does_not_fit_is_refused_before_the_work, NULL, NULL, "tiny"},
        {"a_report_stays_within_its_count", a_report_stays_within_its_count, NULL, NULL, "en-fast"},
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
