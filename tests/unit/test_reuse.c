/* test_reuse.c - sketches of texts, passages that two share, and what one is of the other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "reuse/align.h"
#include "sample_arena.h"

/* Four paragraphs of an invented report. */
#define LEAD                                                                                       \
    "A ferry with 140 people on board sank off Ostrel late on Monday, and divers had brought "     \
    "nine bodies ashore by dawn, the harbour office said."
#define SECOND                                                                                     \
    "The Keld Star had left the port of Merrow two hours before, in calm weather, and sent no "    \
    "distress call; fishermen saw her list to one side near the Grey Rocks and go down within "    \
    "minutes."
#define SPEECH                                                                                     \
    "\"We will not rest until every family knows what happened on that deck and who let the "      \
    "ship sail with a broken pump,\" said the mayor, Ada Lind."
#define LAST                                                                                       \
    "The line that owns the ship has lost two others in six years. Its office in Caldora was "     \
    "closed on Tuesday and nobody answered the telephone."

static lgm_reuse_sketch sketch(const char *text)
{
    lgm_reuse_sketch s;
    assert_int_equal(lgm_reuse_sketch_of(&s, (lgm_slice){text, strlen(text)}, arena, NULL), LGM_OK);
    return s;
}

static lgm_reuse_shared shared(const char *a, const char *b)
{
    const lgm_reuse_sketch x = sketch(a), y = sketch(b);
    lgm_reuse_shared s;
    assert_int_equal(lgm_reuse_align(&s, &x, &y, arena, NULL), LGM_OK);
    return s;
}

static lgm_reuse_kind kind(const char *a, const char *b)
{
    const lgm_reuse_sketch x = sketch(a), y = sketch(b);
    const lgm_reuse_shared s = shared(a, b);
    return lgm_reuse_kind_of(&s, &x, &y);
}

static void what_is_between_words_does_not_count(void **state)
{
    (void)state;
    const lgm_reuse_sketch
        a = sketch("The ship's pump broke; nobody knew -- nobody asked, then."),
        b = sketch("the SHIP\xe2\x80\x99s pump broke.\nNobody knew... nobody asked then");
    assert_int_equal(a.n_words, 9);
    assert_int_equal(a.n, b.n);
    assert_true(a.all == b.all);
    for (uint32_t i = 0; i < a.n; i++) {
        assert_int_equal(a.at[i].hash, b.at[i].hash);
        assert_int_equal(a.at[i].word, b.at[i].word);
    }
}

static void short_texts_have_few_prints(void **state)
{
    (void)state;
    assert_int_equal(sketch("").n_words, 0);
    assert_int_equal(sketch("...").n, 0);
    assert_int_equal(sketch("one two three four").n, 0);
    assert_int_equal(sketch("one two three four five").n, 1);
    assert_int_equal(kind("one two three four", "one two three four"), LGM_REUSE_NONE);
}

/* Ten words in a row share a print, whatever stands around them. */
static void ten_words_in_a_row_are_seen(void **state)
{
    (void)state;
    static const char *const words[] = {"mast", "keel", "rope", "sail", "tide", "gull", "oar",
                                        "net",  "buoy", "reef", "cove", "dune", "kelp", "brig"};
    for (unsigned seed = 0; seed < 200; seed++) {
        char a[256] = "", b[256] = "";
        for (unsigned i = 0; i < 10; i++) {
            strcat(strcat(a, words[(seed * 7 + i * 5) % 14]), i % 3 ? " " : ", ");
        }
        snprintf(b, sizeof b, "so%u it was%u %s at%u last", seed, seed, a, seed);
        const lgm_reuse_sketch x = sketch(a), y = sketch(b);
        bool same = false;
        for (uint32_t i = 0; i < x.n; i++)
            for (uint32_t k = 0; k < y.n; k++) same = same || x.at[i].hash == y.at[k].hash;
        assert_true(same);
    }
}

static void quotation_marks_are_seen(void **state)
{
    (void)state;
    const lgm_reuse_sketch s = sketch(SPEECH);
    assert_true(s.n > 4);
    assert_true(s.at[0].quoted);
    assert_false(sketch(LAST).at[0].quoted);
    /* a line ends what nobody closed */
    assert_false(sketch("\"Open\none two three four five").at[0].quoted &&
                 sketch("\"Open\none two three four five").at[0].word > 0);
}

static lgm_span words(const char *text, uint32_t first, uint32_t end)
{
    lgm_reuse_word *at;
    uint32_t n;
    assert_int_equal(lgm_reuse_words_of(&at, &n, (lgm_slice){text, strlen(text)}, arena, NULL),
                     LGM_OK);
    assert_true(first < end && end <= n);
    return (lgm_span){at[first].bytes.start, at[end - 1].bytes.end};
}

static void code_points_are_counted(void **state)
{
    (void)state;
    lgm_reuse_word *at;
    uint32_t n;
    assert_int_equal(
        lgm_reuse_words_of(&at, &n, LGM_SLICE("\xe2\x80\x9c\xc3\x89t\xc3\xa9, ra"), arena, NULL),
        LGM_OK);
    assert_int_equal(n, 2);
    assert_int_equal(at[0].bytes.start, 3);
    assert_int_equal(at[0].cps.start, 1);
    assert_int_equal(at[0].cps.end, 4);
    assert_int_equal(at[1].cps.end, 8);
}

static void passages_say_where(void **state)
{
    (void)state;
    const char *const a = LEAD "\n" SECOND, *const b = LAST "\n" SECOND;
    const lgm_reuse_shared s = shared(a, b);
    assert_int_equal(s.n, 1);
    const lgm_span in_a = words(a, s.at[0].a_first, s.at[0].a_end),
                   in_b = words(b, s.at[0].b_first, s.at[0].b_end);
    assert_int_equal(in_a.end - in_a.start, in_b.end - in_b.start);
    assert_memory_equal(a + in_a.start, b + in_b.start, in_a.end - in_a.start);
    assert_true(s.share_a > 0.4 && s.share_a < 0.6);
    assert_int_equal(s.quoted, 0);
}

static void numbers_are_seen(void **state)
{
    (void)state;
    assert_true(sketch("she paid him 1,400 for it").at[0].number);
    assert_false(sketch("she paid him nothing for it").at[0].number);
}

/* Words changed, put in and left out; a passage that goes on behind them is one. */
static void edits_do_not_end_a_passage(void **state)
{
    (void)state;
    const lgm_reuse_shared s = shared(
        SECOND,
        "The Keld Star had left the port of Merrow some two hours before, in calm weather, and "
        "sent "
        "no distress call; several fishermen saw her list to one side near the Grey Rocks and go "
        "down within a few minutes.");
    assert_int_equal(s.n, 1);
    assert_true(s.share_a > 0.7);
}

static void kinds_of_copies(void **state)
{
    (void)state;
    const char *const whole = LEAD "\n" SECOND "\n" SPEECH "\n" LAST;
    assert_int_equal(kind(whole, whole), LGM_REUSE_IDENTICAL);
    assert_int_equal(kind(LEAD "\n" SECOND, whole), LGM_REUSE_CUT);
    assert_int_equal(kind(whole, LEAD "\n" SECOND), LGM_REUSE_EXTENDED);
    assert_int_equal(
        kind(LEAD "\n" SECOND "\n" LAST "\nThe council meets on Friday to hear what the "
                  "families have to say, and the schools of the town stay closed all day.",
             LEAD "\n" SECOND "\nThe second ship of the line was kept in port at Merrow "
                  "for a search, and her crew of eleven was heard until late.\n" LAST),
        LGM_REUSE_EDITED);
    assert_int_equal(kind(LEAD "\n" SECOND "\n" SPEECH, LAST "\n" SECOND "\n" LEAD "\n" SPEECH),
                     LGM_REUSE_CUT);
    assert_int_equal(
        kind(whole, "Weather: rain in the north, and wind from the west by the evening."),
        LGM_REUSE_NONE);
    assert_int_equal(
        kind("The mayor of Ostrel met the families on Tuesday for the first time since the "
             "ferry went down. " SPEECH,
             "Ferry line to face inquiry, council decides. " SPEECH
             " The council voted with nine voices against two."),
        LGM_REUSE_QUOTED);
}

/* One word changed in a long text is not the same text. */
static void one_word_is_a_difference(void **state)
{
    (void)state;
    assert_int_equal(
        kind(LEAD "\n" SECOND "\n" LAST,
             "A ferry with 141 people on board sank off Ostrel late on Monday, and divers "
             "had brought nine bodies ashore by dawn, the harbour office said.\n" SECOND "\n" LAST),
        LGM_REUSE_EDITED);
}

static void a_passage_that_stands_twice_counts_once(void **state)
{
    (void)state;
    const lgm_reuse_shared s = shared(SECOND "\n" SECOND, SECOND "\n" LAST);
    assert_true(s.share_b < 0.75);
    assert_true(s.share_a > 0.8);
}

static void packed_and_unpacked(void **state)
{
    (void)state;
    const lgm_reuse_sketch a = sketch(LEAD "\n" SPEECH "\n" LAST);
    lgm_reuse_sketch b;
    lgm_buf out = {0};
    lgm_reuse_pack(&a, &out);
    assert_false(out.failed);
    assert_int_equal(lgm_reuse_unpack(&b, (lgm_slice){out.at, out.len}, arena, NULL), LGM_OK);
    assert_true(a.all == b.all);
    assert_int_equal(a.n_words, b.n_words);
    assert_int_equal(a.n, b.n);
    for (uint32_t i = 0; i < a.n; i++) {
        assert_int_equal(a.at[i].hash, b.at[i].hash);
        assert_int_equal(a.at[i].word, b.at[i].word);
        assert_int_equal(a.at[i].quoted, b.at[i].quoted);
        assert_int_equal(a.at[i].number, b.at[i].number);
    }
    for (size_t cut = 0; cut < out.len; cut++)
        assert_int_equal(lgm_reuse_unpack(&b, (lgm_slice){out.at, cut}, arena, NULL),
                         LGM_E_CORRUPT);
    lgm_buf_putc(&out, 0);
    assert_int_equal(lgm_reuse_unpack(&b, (lgm_slice){out.at, out.len}, arena, NULL),
                     LGM_E_CORRUPT);
    lgm_buf_done(&out);
}

static void no_memory_is_a_status(void **state)
{
    (void)state;
    lgm_arena *small;
    lgm_reuse_sketch a = sketch(SECOND), s;
    lgm_reuse_shared found;
    lgm_err err;
    assert_int_equal(lgm_arena_new(&small, 16, &err), LGM_OK);
    assert_int_equal(lgm_reuse_sketch_of(&s, LGM_SLICE(SECOND), small, &err), LGM_E_BUDGET);
    assert_int_equal(lgm_reuse_align(&found, &a, &a, small, &err), LGM_E_BUDGET);
    lgm_arena_free(small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_between_words_does_not_count),
        cmocka_unit_test(short_texts_have_few_prints),
        cmocka_unit_test(ten_words_in_a_row_are_seen),
        cmocka_unit_test(quotation_marks_are_seen),
        cmocka_unit_test(numbers_are_seen),
        cmocka_unit_test(code_points_are_counted),
        cmocka_unit_test(passages_say_where),
        cmocka_unit_test(edits_do_not_end_a_passage),
        cmocka_unit_test(kinds_of_copies),
        cmocka_unit_test(one_word_is_a_difference),
        cmocka_unit_test(a_passage_that_stands_twice_counts_once),
        cmocka_unit_test(packed_and_unpacked),
        cmocka_unit_test(no_memory_is_a_status),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
