/* test_html.c - the web page: escaping, elements that nest, time on an axis. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sample_record.h"

#include <math.h>
#include <stdio.h>

#include "axis.h"
#include "html.h"
#include "lit.h"
#include "longdate.h"
#include "markup.h"
#include "picture.h"

static const char *text_of(strbuf *b)
{
    strbuf_put(b, "", 1);
    assert_false(b->failed);
    return b->at;
}

static void assert_markup(const char *s, size_t len, const char *expected)
{
    strbuf b = {0};
    markup_text(&b, (lgm_str){s, len});
    assert_string_equal(text_of(&b), expected);
    strbuf_done(&b);
}

static void nothing_of_a_report_is_markup(void **state)
{
    (void)state;
    assert_markup("<b a='1' c=\"2\">&amp;", 20, "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;");
    assert_markup("a\r\nb\rc\x85\n", 8, "a\nb\nc\uFFFD\n");
    assert_markup("\0\x1b\x7f", 3, "\uFFFD\uFFFD\uFFFD");
    assert_markup("\u202e\u2066\xc2\x85"
                  "x\u2028",
                  strlen("\u202e\u2066\xc2\x85"
                         "x\u2028"),
                  "\uFFFD\uFFFD\nx\n");
    assert_markup("\xef\xbf\xbe\xff", 4, "\uFFFD\uFFFD");
    assert_markup("é漢😀", strlen("é漢😀"), "é漢😀");
}

static void a_line_is_cut_at_its_columns(void **state)
{
    (void)state;
    strbuf b = {0};
    markup_line(&b, (lgm_str){"  one\n\ttwo  three ", 18}, 0);
    markup_line(&b, (lgm_str){"<<<<<<<<<<<<", 12}, 5);
    assert_string_equal(text_of(&b), "one two three&lt;&lt;&lt;&lt;\u2026");
    strbuf_done(&b);
}

/* ---- lit ------------------------------------------------------------------------------------- */

static void assert_lit(const lgm_doc *doc, const char *expected)
{
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    lit *const l = lit_start(r, "r1");
    assert_non_null(l);
    while (!lit_at_end(l)) {
        if (lit_paragraph(l, &b)) strbuf_puts(&b, "|");
    }
    lit_done(l);
    lgm_record_free(r);
    assert_string_equal(text_of(&b), expected);
    strbuf_done(&b);
}

#define NUMBER(n) "href=\"#r1-c" n "\" aria-label=\"claim " n "\">" n "</a>"
#define FIRST(n) "<a class=\"n\" id=\"r1-t" n "\" " NUMBER(n)
#define MARK(n) "<mark data-c=\"r1-c" n "\">"
#define SOURCE(n) "<b class=\"s\" data-c=\"r1-c" n "\">"
#define CUE(n) "<i class=\"u\" data-c=\"r1-c" n "\">"

static void a_claim_is_lit(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("Jo Marsh called it “odd”, not <b>.");
    sample_claim(doc, NULL, "Jo Marsh", "called", "it “odd”", LGM_FORM_MIXED);
    sample_entity(doc, LGM_ENTITY_PER, "Marsh");
    assert_lit(doc, SOURCE("1") "Jo <span class=\"e\"><a id=\"r1-e1\"></a>Marsh</span></b> " CUE(
                        "1") "called</i> " MARK("1") FIRST("1") "it “<u data-c=\"r1-c1\">odd</u>”"
                                                                "</mark>, not &lt;b&gt;.|");
    lgm_doc_free(doc);
}

static void a_claim_within_a_claim_is_inside(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("Ada said Jo denied it all.");
    sample_claim(doc, NULL, "Ada", "said", "Jo denied it all", LGM_FORM_INDIRECT);
    sample_claim(doc, NULL, "Jo", "denied", "it all", LGM_FORM_INDIRECT);
    assert_lit(doc,
               SOURCE("1") "Ada</b> " CUE("1") "said</i> " MARK("1") FIRST("1")
                   SOURCE("2") "Jo</b> " CUE("2") "denied</i> " MARK("2") FIRST("2") "it all</mark>"
                                                                                     "</mark>.|");
    lgm_doc_free(doc);
}

static void stretches_that_cross_are_cut(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("one two three four");
    sample_claim(doc, NULL, NULL, NULL, "one two three", LGM_FORM_INDIRECT);
    sample_claim(doc, NULL, NULL, NULL, "two three four", LGM_FORM_INDIRECT);
    assert_lit(doc, MARK("1") FIRST("1") "one " MARK("2")
                        FIRST("2") "two three</mark></mark>" MARK("2") " four</mark>|");
    lgm_doc_free(doc);
}

static void a_stretch_goes_on_in_the_next_paragraph(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("\n one\ntwo \n \n\nthree. four\n\n");
    sample_claim(doc, NULL, NULL, NULL, "two \n \n\nthree", LGM_FORM_INDIRECT);
    assert_lit(doc, "one\n" MARK("1") FIRST("1") "two </mark>|" MARK("1") "three</mark>. four|");
    lgm_doc_free(doc);
}

static void parts_have_their_number_and_one_id(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("one, said Jo, two");
    sample_claim(doc, NULL, "Jo", "said", "one|two", LGM_FORM_INDIRECT);
    assert_lit(doc, MARK("1") FIRST("1") "one</mark>, " CUE("1") "said</i> " SOURCE(
                        "1") "Jo</b>, " MARK("1") "<a class=\"n\" " NUMBER("1") "two</mark>|");
    lgm_doc_free(doc);
}

static size_t count_of(const char *s, const char *what)
{
    size_t n = 0;
    for (; (s = strstr(s, what)); s++) n++;
    return n;
}

static void depth_has_a_limit_and_numbers_have_none(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("one two");
    for (int i = 0; i < 40; i++) sample_claim(doc, NULL, NULL, NULL, "one two", LGM_FORM_INDIRECT);
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    lit *const l = lit_start(r, "r1");
    lit_paragraph(l, &b);
    lit_done(l);
    lgm_record_free(r);
    assert_int_equal(count_of(text_of(&b), "<mark"), LIT_DEEPEST);
    assert_int_equal(count_of(b.at, "</mark>"), LIT_DEEPEST);
    assert_int_equal(count_of(b.at, " id=\"r1-t"), 40);
    strbuf_done(&b);
    lgm_doc_free(doc);
}

/* ---- time ------------------------------------------------------------------------------------ */

static void assert_span(const char *value, const char *mod, double from, double to)
{
    axis_span s;
    if (!axis_span_of(&s, value, mod)) fail_msg("%s has no place in time", value);
    if (fabs(s.from - from) > 1e-6 || fabs(s.to - to) > 1e-6)
        fail_msg("%s: %f to %f", value, s.from, s.to);
}

static void values_are_stretches_of_days(void **state)
{
    (void)state;
    const double day = 19796; /* 2024-03-14, a Thursday */
    axis_span s;
    assert_span("1970-01-01", NULL, 0, 1);
    assert_span("2024-03-14", NULL, day, day + 1);
    assert_span("2024-03-14TNI", NULL, day + 0.875, day + 1.25);
    assert_span("2024-03-14T06:00", NULL, day + 0.25, day + 0.25);
    assert_span("2024-W11", NULL, day - 3, day + 4);
    assert_span("2024-W11-4", NULL, day, day + 1);
    assert_span("2024-W11-WE", NULL, day + 2, day + 4);
    assert_span("2024-03", NULL, day - 13, day + 18);
    assert_span("2024-03", "START", day - 13, day - 13 + 31 / 3.0);
    assert_span("2024-Q1", NULL, day - 73, day + 18);
    assert_span("2024-H1", NULL, day - 73, day + 109);
    assert_span("2023-WI", NULL, day - 104, day - 13);
    assert_span("1970", NULL, 0, 365);
    assert_span("197", NULL, 0, 3652);
    static const char *const none[] = {"XXXX-03", "2024-XX-01", "P3D",   "PAST_REF",  "",
                                       "2024-13", "2024-W99",   "2024-", "2024-03-4", "2024-Q7"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        if (axis_span_of(&s, none[i], NULL)) fail_msg("%s has no place in time", none[i]);
    assert_true(axis_span_of(&s, "2024-03-14", NULL) && s.exact && !s.about);
    assert_true(axis_span_of(&s, "2024-03-14", "APPROX") && !s.exact && s.about);
    assert_true(axis_span_of(&s, "2024-03", "END") && !s.exact && !s.about);
}

static void days_and_dates_are_each_others_inverse(void **state)
{
    (void)state;
    for (int day = -400000; day < 400000; day += 13) {
        int y, m, d;
        char value[32];
        axis_civil(day, &y, &m, &d);
        if (y < 1000) continue;
        snprintf(value, sizeof value, "%04d-%02d-%02d", y, m, d);
        assert_span(value, NULL, day, day + 1);
    }
}

static void the_axis_is_true_where_it_can_be(void **state)
{
    (void)state;
    const axis_span spans[] = {{0, 1, true, false},
                               {9000, 9001, true, false},
                               {9002, 9003, true, false},
                               {9012, 9020, false, false}};
    axis a;
    assert_true(axis_make(&a, spans, 4, 100));
    assert_int_equal(a.n_gaps, 4); /* 9000, 2, 10, 8 days */
    assert_false(a.gaps[0].true_scale);
    assert_true(fabs(a.gaps[0].y1 - AXIS_BROKEN) < 1e-9);
    const double scale = (a.gaps[1].y1 - a.gaps[1].y0) / 2;
    assert_true(scale * 2 >= AXIS_LEAST - 1e-6);
    for (size_t i = 1; i < 4; i++) {
        assert_true(a.gaps[i].true_scale);
        assert_true(fabs((a.gaps[i].y1 - a.gaps[i].y0) / (a.gaps[i].to - a.gaps[i].from) - scale) <
                    1e-6);
        assert_true(a.gaps[i].y0 == a.gaps[i - 1].y1);
    }
    assert_true(fabs(axis_y(&a, 9001) - (a.gaps[1].y0 + scale)) < 1e-6);
    assert_true(axis_y(&a, -5) == 0 && axis_y(&a, 1e6) == a.height);
    axis_done(&a);
    assert_true(axis_make(&a, spans, 4, 300));
    assert_true(fabs(a.height - 300) < 1e-6); /* as high as is wanted, where that is still true */
    axis_done(&a);
    assert_true(axis_make(&a, spans, 1, 100) && a.n_gaps == 0 && axis_y(&a, 0) == 0);
    axis_done(&a);
}

static void labels_do_not_overlap(void **state)
{
    (void)state;
    axis_label l[] = {{5, 20, 0},   {10, 20, 0},  {200, 30, 0},
                      {210, 30, 0}, {215, 30, 0}, {400, 10, 0}};
    const double bottom = axis_place_labels(l, 6);
    assert_true(l[0].top == 0 && l[1].top == 20); /* none above the top */
    for (size_t i = 1; i < 6; i++) assert_true(l[i].top >= l[i - 1].top + l[i - 1].height - 1e-9);
    assert_true(fabs(l[3].top - (200 + 210 + 215) / 3.0) < 1e-9); /* the middle one of three */
    assert_true(l[5].top == 400 && bottom == 410);
    assert_true(axis_place_labels(NULL, 0) == 0);
}

static void dates_are_written_out(void **state)
{
    (void)state;
    static const char *const cases[][3] = {{"2024-03-14", NULL, "14 March 2024"},
                                           {"2024-03-14TNI", NULL, "14 March 2024, night"},
                                           {"2024-03-14T14:30", NULL, "14 March 2024, 14:30"},
                                           {"2024-03", "START", "early March 2024"},
                                           {"2024-03", "MID", "mid-March 2024"},
                                           {"2024", "APPROX", "about 2024"},
                                           {"2024-W11", NULL, "week of 11 March 2024"},
                                           {"2024-W11-WE", NULL, "weekend of 16 March 2024"},
                                           {"2024-W11-4", NULL, "14 March 2024"},
                                           {"2023-Q3", NULL, "third quarter of 2023"},
                                           {"2023-H2", NULL, "second half of 2023"},
                                           {"2023-FA", NULL, "autumn 2023"},
                                           {"199", NULL, "1990s"},
                                           {"XXXX-03", NULL, "XXXX-03"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[LONGDATE_ROOM];
        longdate(out, cases[i][0], cases[i][1]);
        assert_string_equal(out, cases[i][2]);
    }
}

static void the_picture_has_dots_bars_and_words(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("On Friday, said Ada <Lind>, the quay fell. Jo Marsh warned in "
                                    "early May that it would.");
    sample_claim(doc, NULL, "Ada <Lind>", "said", "the quay fell", LGM_FORM_INDIRECT);
    sample_claim(doc, NULL, "Jo Marsh", "warned", "that it would", LGM_FORM_INDIRECT);
    sample_time(doc, "Friday", "2024-05-24", 0);
    sample_time(doc, "early May", "2024-05", 1);
    sample_dated(doc, 1, 1);
    sample_dated(doc, 0, 0);
    doc->date = LGM_SLICE("2024-05-27");
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    picture_write(&b, r, "r7");
    lgm_record_free(r);
    const char *const s = text_of(&b);
    assert_int_equal(count_of(s, "<rect class=\"bar\""), 1);
    assert_int_equal(count_of(s, "class=\"dot\""), 1);
    assert_int_equal(count_of(s, "class=\"dot pub\""), 1);
    assert_non_null(strstr(s, "<title>early May 2024: 1</title>"));
    assert_non_null(
        strstr(s, "2 dated entries, earliest first, from early May 2024 to 27 May 2024."));
    assert_non_null(strstr(s, "Ada &lt;Lind&gt; \u2014 said</text>"));
    assert_non_null(strstr(s, "<a href=\"#r7-c2\""));
    assert_true(strstr(s, "#r7-c2") < strstr(s, "#r7-c1"));
    strbuf_done(&b);
    lgm_doc_free(doc);
}

static void the_picture_has_a_speech_once(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("On Friday Ada Lind said no. She added that it was over.");
    sample_claim(doc, NULL, "Ada Lind", "said", "no", LGM_FORM_INDIRECT);
    sample_claim(doc, NULL, "She", "added", "that it was over", LGM_FORM_INDIRECT);
    sample_time(doc, "Friday", "2024-05-24", 0);
    sample_dated(doc, 0, 0);
    sample_also(doc, 1);
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    picture_write(&b, r, "r7");
    lgm_record_free(r);
    const char *const s = text_of(&b);
    assert_non_null(strstr(s, "<title>24 May 2024: 2</title>"));
    assert_non_null(strstr(s, "Ada Lind \u2014 said<tspan class=\"no\"> and 1 more</tspan>"));
    assert_null(strstr(s, "#r7-c2"));
    strbuf_done(&b);
    lgm_doc_free(doc);
}

static void a_headline_is_the_heading_and_not_said_twice(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("Fire\n& water\n\nThe fire was out, Ada Lind said.\n");
    doc->title = LGM_SLICE("Fire & water");
    sample_claim(doc, NULL, "Ada Lind", "said", "The fire was out", LGM_FORM_INDIRECT);
    doc->claims[0].confidence = 0.25f;
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    html_report(&b, r, "a&b.txt", 3, (html_options){0});
    lgm_record_free(r);
    const char *const s = text_of(&b);
    assert_int_equal(count_of(s, "Fire\n&amp; water"), 1);
    assert_non_null(strstr(s, "<article id=\"r3\">"));
    assert_non_null(strstr(s, "no date \u00b7 a&amp;b.txt"));
    assert_non_null(strstr(s, "<em>unsure</em> \u00b7 indirect \u00b7 line\u00a04"));
    assert_null(strstr(s, "Timeline"));
    strbuf_done(&b);
    lgm_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_of_a_report_is_markup),
        cmocka_unit_test(a_line_is_cut_at_its_columns),
        cmocka_unit_test(a_claim_is_lit),
        cmocka_unit_test(a_claim_within_a_claim_is_inside),
        cmocka_unit_test(stretches_that_cross_are_cut),
        cmocka_unit_test(a_stretch_goes_on_in_the_next_paragraph),
        cmocka_unit_test(parts_have_their_number_and_one_id),
        cmocka_unit_test(depth_has_a_limit_and_numbers_have_none),
        cmocka_unit_test(values_are_stretches_of_days),
        cmocka_unit_test(days_and_dates_are_each_others_inverse),
        cmocka_unit_test(the_axis_is_true_where_it_can_be),
        cmocka_unit_test(labels_do_not_overlap),
        cmocka_unit_test(dates_are_written_out),
        cmocka_unit_test(the_picture_has_dots_bars_and_words),
        cmocka_unit_test(the_picture_has_a_speech_once),
        cmocka_unit_test(a_headline_is_the_heading_and_not_said_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
