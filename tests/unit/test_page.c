/* test_page.c - the page that a person reads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sample_record.h"

#include "page.h"
#include "wrap.h"

static void assert_page(const lgm_doc *doc, bool color, int width, const char *expected)
{
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    page_write(&b, r, "harbour.txt", &(page_options){.width = width, .color = color});
    lgm_record_free(r);
    strbuf_put(&b, "", 1);
    assert_false(b.failed);
    assert_string_equal(b.at, expected);
    strbuf_done(&b);
}

#define RULE60 "────────────────────────────────────────────────────────────\n"

static void a_page_has_claims_and_names(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc(
        "Fire at the quay\n\n“We are closed until Monday,” harbour master Ada Lind said, “and the "
        "pumps stay on.”\n\nThe firm Norvik called the delay “a matter of hours”.\n"
        "The fire was lit, it was reported.\n");
    sample_claim(doc, NULL, "harbour master Ada Lind", "said",
                 "“We are closed until Monday,”|“and the pumps stay on.”", LGM_FORM_DIRECT);
    sample_claim(doc, NULL, "The firm Norvik", "called", "the delay “a matter of hours”",
                 LGM_FORM_MIXED);
    sample_claim(doc, "The fire was", "", "it was reported", "The fire was lit", LGM_FORM_INDIRECT);
    doc->claims[2].confidence = 0.25f;
    sample_entity(doc, LGM_ENTITY_PER, "Ada Lind");
    sample_entity(doc, LGM_ENTITY_ORG, "Norvik");
    assert_page(doc, false, 60,
                "Fire at the quay\n"
                "no date · harbour.txt\n"
                "36 words · 3 claims · 2 names\n" RULE60
                "\n 1  harbour master Ada Lind — said           direct · line 3\n"
                "    “We are closed until Monday,” … “and the pumps stay on.”\n"
                "\n 2  The firm Norvik — called                  mixed · line 5\n"
                "    the delay “a matter of hours”\n"
                "\n 3  (no source named) — it was reported\n"
                "    unsure · indirect · line 6\n"
                "    The fire was lit\n"
                "\nNames\n"
                "    People         Ada Lind\n"
                "    Organisations  Norvik\n");
    lgm_doc_free(doc);
}

static void a_timeline_is_short(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc(
        "On Friday, said harbour master Ada Lind, the quay fell into the water and took with it "
        "all "
        "that stood on it, three cranes and the hut. Jo Marsh warned in 2019 that it would.");
    sample_claim(doc, NULL, "harbour master Ada Lind", "said",
                 "the quay fell into the water and took with it all that stood on it, three cranes "
                 "and the hut",
                 LGM_FORM_INDIRECT);
    sample_claim(doc, NULL, "Jo Marsh", "warned", "that it would", LGM_FORM_INDIRECT);
    sample_time(doc, "Friday", "2024-03-08TNI", 0);
    sample_time(doc, "2019", "2019", 0);
    sample_dated(doc, 1, 1);
    sample_dated(doc, 0, 0);
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    page_write(&b, r, NULL, &(page_options){.width = 60, .color = false});
    lgm_record_free(r);
    strbuf_put(&b, "", 1);
    assert_string_equal(strstr(b.at, "\nTimeline"),
                        "\nTimeline\n"
                        "    2019                 Jo Marsh — warned: that it would\n"
                        "    8 March 2024, night  harbour master Ada Lind — said: the\n"
                        "                         quay fell into the water and …\n");
    strbuf_done(&b);
    lgm_doc_free(doc);
}

static void a_timeline_has_a_speech_once(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("On Friday Ada Lind said no. She added that it was over.");
    sample_claim(doc, NULL, "Ada Lind", "said", "no", LGM_FORM_INDIRECT);
    sample_claim(doc, NULL, "She", "added", "that it was over", LGM_FORM_INDIRECT);
    sample_time(doc, "Friday", "2024-03-08", 0);
    sample_dated(doc, 0, 0);
    sample_also(doc, 1);
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    page_write(&b, r, NULL, &(page_options){.width = 60, .color = false});
    lgm_record_free(r);
    strbuf_put(&b, "", 1);
    assert_string_equal(strstr(b.at, "\nTimeline"),
                        "\nTimeline\n"
                        "    8 March 2024  Ada Lind \u2014 said: no and 1 more\n");
    strbuf_done(&b);
    lgm_doc_free(doc);
}

static void a_timeline_names_the_person(void **state)
{
    (void)state;
    lgm_doc *const doc =
        sample_doc("On Friday she said no. Ada Lind left. The mayor warned in 2019 of it.");
    sample_claim(doc, NULL, "she", "said", "no", LGM_FORM_INDIRECT);
    sample_claim(doc, NULL, "The mayor", "warned", "of it", LGM_FORM_INDIRECT);
    sample_entity(doc, LGM_ENTITY_PER, "Ada Lind");
    sample_mentions(doc, "~she|=Ada Lind|The mayor");
    sample_speaker(doc, 0, 0, LGM_SPEAKER_NAMED);
    sample_speaker(doc, 1, 0, LGM_SPEAKER_NAMED);
    sample_time(doc, "Friday", "2024-03-08", 0);
    sample_time(doc, "2019", "2019", 0);
    sample_dated(doc, 1, 1);
    sample_dated(doc, 0, 0);
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    page_write(&b, r, NULL, &(page_options){.width = 80, .color = false});
    lgm_record_free(r);
    strbuf_put(&b, "", 1);
    assert_string_equal(strstr(b.at, "\nTimeline"),
                        "\nTimeline\n"
                        "    2019          The mayor (Ada Lind) — warned: of it\n"
                        "    8 March 2024  Ada Lind — said: no\n");
    strbuf_done(&b);
    lgm_doc_free(doc);
}

static void places_show_their_country(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("Kyiv wrote to Merrow and Chile. Kyiv waits.");
    sample_entity(doc, LGM_ENTITY_GPE, "Kyiv|Kyiv");
    sample_entity(doc, LGM_ENTITY_GPE, "Merrow");
    sample_entity(doc, LGM_ENTITY_GPE, "Chile");
    lgm_doc_place places[3] = {
        {.geonames = 703448, .name = "Kyiv", .cc = "UA"},
        {0},
        {.geonames = 3895114, .name = "Chile", .cc = "CL", .is_country = true}};
    doc->places = places;
    assert_page(doc, false, 60,
                "Kyiv wrote to Merrow and Chile. Kyiv waits.\n"
                "no date · harbour.txt\n"
                "8 words · 0 claims · 3 names\n" RULE60 "\nNobody is reported as saying anything.\n"
                "\nNames\n"
                "    Places         Kyiv (Ukraine)\u00a0×2, Merrow, Chile\n");
    lgm_doc_free(doc);
}

/* "She" needs her name, the mayor hers, "Lind" none; a clerk without a name keeps what he is
 * called. */
static void a_speaker_is_told_by_name(void **state)
{
    (void)state;
    lgm_doc *const doc =
        sample_doc("The mayor said no. She said why. Lind said when. Ada Lind left. "
                   "A clerk, who nodded, said so. He said more.");
    sample_claim(doc, NULL, "The mayor", "said", "no", LGM_FORM_INDIRECT);
    sample_claim(doc, NULL, "She", "said", "why", LGM_FORM_INDIRECT);
    sample_claim(doc, "Lind said", "Lind", "said", "when", LGM_FORM_INDIRECT);
    sample_claim(doc, "A clerk", "A clerk", "said", "so", LGM_FORM_INDIRECT);
    sample_claim(doc, "He said", "He", "said", "more", LGM_FORM_INDIRECT);
    sample_entity(doc, LGM_ENTITY_PER, "Lind|Ada Lind");
    doc->entities[0].name = 1;
    sample_mentions(doc, "The mayor|~She|=Lind|=Ada Lind");
    sample_unnamed(doc, LGM_ENTITY_PER, "A clerk, who nodded,|~He");
    doc->mentions[4].head = doc->mentions[4].tokens.start + 1;
    for (uint32_t i = 0; i < 5; i++) sample_speaker(doc, i, i < 3 ? 0 : 1, LGM_SPEAKER_ROLE);
    assert_page(doc, false, 60,
                "The mayor said no. She said why. Lind said when …\n"
                "no date · harbour.txt\n"
                "22 words · 5 claims · 1 name\n" RULE60
                "\n 1  The mayor (Ada Lind) — said            indirect · line 1\n"
                "    no\n"
                "\n 2  She (Ada Lind) — said                  indirect · line 1\n"
                "    why\n"
                "\n 3  Lind — said                            indirect · line 1\n"
                "    when\n"
                "\n 4  A clerk — said                         indirect · line 1\n"
                "    so\n"
                "\n 5  He (A clerk) — said                    indirect · line 1\n"
                "    more\n"
                "\nNames\n"
                "    People         Ada Lind\u00a0×4\n");
    lgm_doc_free(doc);
}

static void marks_outside_the_span_are_shown(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("\"Nobody was there,\" said Jo Marsh.");
    sample_claim(doc, NULL, "Jo Marsh", "said", "Nobody was there,", LGM_FORM_DIRECT);
    doc->title = LGM_SLICE("A title that is longer than the sixty columns which this page has");
    doc->publisher = LGM_SLICE("The Gull");
    doc->byline = LGM_SLICE("by N. N.");
    doc->date = LGM_SLICE("2024-02-29");
    assert_page(doc, false, 60,
                "A title that is longer than the sixty columns which this\npage has\n"
                "The Gull · 2024-02-29 · by N. N. · harbour.txt\n"
                "6 words · 1 claim · 0 names\n" RULE60
                "\n 1  Jo Marsh — said                          direct · line 1\n"
                "    \"Nobody was there,\"\n");
    lgm_doc_free(doc);
}

static void colour_sets_quoted_words_apart(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("Jo Marsh called it “odd”.");
    sample_claim(doc, NULL, "Jo Marsh", "called", "it “odd”", LGM_FORM_MIXED);
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    page_write(&b, r, NULL, &(page_options){.width = 60, .color = true});
    lgm_record_free(r);
    strbuf_put(&b, "", 1);
    assert_non_null(strstr(b.at, "    it \033[0;32m“odd”\033[0m\n"));
    assert_non_null(strstr(b.at, "\033[0;1mJo Marsh\033[0m"));
    strbuf_done(&b);
    lgm_doc_free(doc);
}

static void every_quoted_word_is_set_apart(void **state)
{
    (void)state;
    static const char TEXT[] = "Jo said a “b” c “b” c “b” c “b” c “b” c “b” c “b” c “b” c "
                               "“b” c “b” c “b” c “b” c “b” c “z”";
    lgm_doc *const doc = sample_doc(TEXT);
    sample_claim(doc, NULL, "Jo", "said", TEXT + strlen("Jo said "), LGM_FORM_MIXED);
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    page_write(&b, r, NULL, &(page_options){.width = 200, .color = true});
    lgm_record_free(r);
    strbuf_put(&b, "", 1);
    assert_non_null(strstr(b.at, "\033[0;32m“z”"));
    strbuf_done(&b);
    lgm_doc_free(doc);
}

static void a_report_cannot_steer_the_terminal(void **state)
{
    (void)state;
    lgm_doc *const doc =
        sample_doc("Jo Marsh said the \033]0;x\007 file\xc2\x9b was\xe2\x80\xae gone.");
    sample_claim(doc, NULL, "Jo Marsh", "said", "the|gone", LGM_FORM_INDIRECT);
    doc->claims[0].content.n = 1;
    doc->claims[0].content.at[0].end = doc->n_tokens - 1;
    doc->title = LGM_SLICE("\033[2Jwiped");
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    page_write(&b, r, NULL, &(page_options){.width = 60, .color = false});
    lgm_record_free(r);
    for (size_t i = 0; i < b.len; i++) {
        const unsigned char c = (unsigned char)b.at[i];
        assert_true(c == '\n' || (c >= 0x20 && c != 0x7f));
        assert_false(c == 0xc2 && (unsigned char)b.at[i + 1] < 0xa0);
    }
    strbuf_put(&b, "", 1);
    assert_null(strstr(b.at, "\xe2\x80\xae"));
    strbuf_done(&b);
    lgm_doc_free(doc);
}

static void assert_wrapped(const char *text, int width, const char *expected)
{
    strbuf b = {0};
    wrapper w;
    wrap_start(&w, &b, width, false);
    wrap_indent(&w, 0, 2);
    wrap_words(&w, STYLE_PLAIN, text);
    wrap_end(&w);
    strbuf_put(&b, "", 1);
    assert_string_equal(b.at, expected);
    strbuf_done(&b);
}

/* At any width: long words, counts, dates, names, and what stands at the right. */
static void nothing_runs_over(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc(
        "The harbourmaster's-deputy-of-Port-Ostrel-and-Merrow said on Friday that it fell. She "
        "warned \"in 2019 that\" it would. Kyiv and "
        "www.a-very-long-address.example/that/does/not/end "
        "wait.");
    sample_claim(doc, NULL, "The harbourmaster's-deputy-of-Port-Ostrel-and-Merrow", "said",
                 "it fell", LGM_FORM_INDIRECT);
    sample_claim(doc, NULL, "She", "warned", "\"in 2019 that\" it would", LGM_FORM_INDIRECT);
    doc->claims[0].confidence = 0.25f;
    sample_entity(doc, LGM_ENTITY_PER, "harbourmaster's-deputy-of-Port-Ostrel-and-Merrow");
    sample_mentions(doc, "=harbourmaster's-deputy-of-Port-Ostrel-and-Merrow|~She");
    sample_entity(doc, LGM_ENTITY_OTH, "Kyiv");
    sample_entity(doc, LGM_ENTITY_ORG, "www.a-very-long-address.example/that/does/not/end");
    sample_speaker(doc, 1, 0, LGM_SPEAKER_NAMED);
    sample_time(doc, "Friday", "2024-03-08TNI", 0);
    sample_time(doc, "2019", "2019", 0);
    sample_dated(doc, 1, 1);
    sample_dated(doc, 0, 0);
    for (int width = 20; width <= 120; width++) {
        strbuf b = {0};
        lgm_record *const r = sample_record(doc);
        page_write(&b, r, "a/rather/long/path/of/a/report.txt",
                   &(page_options){.width = width, .color = false});
        lgm_record_free(r);
        assert_false(b.failed);
        for (size_t i = 0; i < b.len;) {
            const char *const line = b.at + i, *const end = memchr(line, '\n', b.len - i);
            assert_non_null(end);
            if (wrap_columns(line, (size_t)(end - line)) > width)
                fail_msg("%d columns: %.*s", width, (int)(end - line), line);
            i += (size_t)(end - line) + 1;
        }
        strbuf_done(&b);
    }
    lgm_doc_free(doc);
}

/* The second paragraph of a quotation opens with a mark and may end without one. */
/* A colon is no word, and a date that was found says where. */
static void marks_are_no_cues_and_dates_say_where_they_are_from(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("Jo Marsh: It fell.");
    sample_claim(doc, NULL, "Jo Marsh", ":", "It fell", LGM_FORM_INDIRECT);
    doc->date = LGM_SLICE("2024-05-27");
    doc->date_source = LGM_SLICE("file name");
    assert_page(doc, false, 60,
                "Jo Marsh: It fell.\n"
                "2024-05-27, from the file's name · harbour.txt\n"
                "4 words · 1 claim · 0 names\n" RULE60
                "\n 1  Jo Marsh                               indirect · line 1\n"
                "    It fell\n");
    lgm_doc_free(doc);
}

static void no_mark_is_added(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("\"It fell, and it fell again,\" said Jo Marsh.");
    sample_claim(doc, NULL, "Jo Marsh", "said", "It fell", LGM_FORM_DIRECT);
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    page_write(&b, r, NULL, &(page_options){.width = 60, .color = false});
    lgm_record_free(r);
    strbuf_put(&b, "", 1);
    assert_non_null(strstr(b.at, "    \"It fell\n"));
    strbuf_done(&b);
    lgm_doc_free(doc);
}

static void a_report_without_a_title_has_its_first_words(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"One two three four five six seven eight nine ten, eleven twelve.",
         "One two three four five six seven eight nine ten \u2026\n"},
        {"Two words.", "Two words.\n"},
        {"A headline of its own\n\nAnd a text.", "A headline of its own\n"},
        {"...", "...\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        lgm_doc *const doc = sample_doc(cases[i][0]);
        strbuf b = {0};
        lgm_record *const r = sample_record(doc);
        page_write(&b, r, NULL, &(page_options){.width = 80, .color = false});
        lgm_record_free(r);
        assert_memory_equal(b.at, cases[i][1], strlen(cases[i][1]));
        strbuf_done(&b);
        lgm_doc_free(doc);
    }
}

static void lines_are_broken_by_columns(void **state)
{
    (void)state;
    assert_wrapped("one two  three\nfour", 9, "one two\n  three\n  four\n");
    assert_wrapped("漢字漢字 漢字 a", 9, "漢字漢字\n  漢字 a\n");
    assert_wrapped("cafe\xcc\x81 noir", 9, "cafe\xcc\x81 noir\n");
    assert_wrapped("abcdefghijklmnop q", 9, "abcdefg\n  hijklmn\n  op q\n");
    assert_wrapped("", 9, "\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_has_claims_and_names),
        cmocka_unit_test(a_timeline_is_short),
        cmocka_unit_test(a_timeline_has_a_speech_once),
        cmocka_unit_test(a_timeline_names_the_person),
        cmocka_unit_test(places_show_their_country),
        cmocka_unit_test(a_speaker_is_told_by_name),
        cmocka_unit_test(marks_outside_the_span_are_shown),
        cmocka_unit_test(colour_sets_quoted_words_apart),
        cmocka_unit_test(every_quoted_word_is_set_apart),
        cmocka_unit_test(a_report_cannot_steer_the_terminal),
        cmocka_unit_test(nothing_runs_over),
        cmocka_unit_test(marks_are_no_cues_and_dates_say_where_they_are_from),
        cmocka_unit_test(no_mark_is_added),
        cmocka_unit_test(a_report_without_a_title_has_its_first_words),
        cmocka_unit_test(lines_are_broken_by_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
