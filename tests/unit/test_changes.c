/* test_changes.c - figures, events and notes of two versions of a report. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "legomena/changes.h"

#define STR(literal) ((lgm_str){literal, sizeof(literal) - 1})

static const char text[] = "12 10 blast, a note";

static lgm_figure killed(double value)
{
    return (lgm_figure){.of = STR("killed"),
                        .value = value,
                        .start = value == 12 ? 0 : 3,
                        .end = value == 12 ? 2 : 5,
                        .event = LGM_NONE,
                        .revised_from = LGM_NONE};
}

static lgm_event blast(lgm_modality modality)
{
    return (lgm_event){
        .trigger = {6, 11}, .plover = STR("ASSAULT"), .place = LGM_NONE, .modality = modality};
}

static lgm_record record_of(const lgm_figure *figures, size_t n, const lgm_event *event)
{
    lgm_record r = {.text = {text, sizeof text - 1}, .length = sizeof text - 1};
    r.figures.at = figures;
    r.figures.n = n;
    r.events.at = event;
    r.events.n = event ? 1 : 0;
    return r;
}

/* "f 0 0; v - 0;": what changed, the place before, the place after. */
static void check(const lgm_record *before, const lgm_record *after, const char *wanted)
{
    char got[256] = "";
    lgm_change *c;
    size_t n, at = 0;
    assert_int_equal(lgm_changes_between(before, after, &c, &n, NULL), LGM_OK);
    for (size_t i = 0; i < n; i++)
        at += (size_t)snprintf(got + at, sizeof got - at, "%c %d %d;", c[i].kind,
                               c[i].before == LGM_NONE ? -1 : (int)c[i].before,
                               c[i].after == LGM_NONE ? -1 : (int)c[i].after);
    assert_string_equal(got, wanted);
    lgm_string_free((char *)c);
}

static void a_figure_is_the_same_however_often(void **state)
{
    (void)state;
    const lgm_figure once[] = {killed(12)}, thrice[] = {killed(12), killed(12), killed(12)};
    const lgm_record a = record_of(once, 1, NULL), b = record_of(thrice, 3, NULL);
    check(&a, &b, "");
}

static void another_number_of_the_same_is_a_change(void **state)
{
    (void)state;
    const lgm_figure before[] = {killed(12)}, after[] = {killed(10)};
    const lgm_figure both[] = {killed(12), killed(10)};
    const lgm_record a = record_of(before, 1, NULL), b = record_of(after, 1, NULL);
    const lgm_record c = record_of(both, 2, NULL);
    check(&a, &b, "f 0 0;");
    check(&a, &c, "f -1 1;");
    check(&c, &b, "f 0 -1;");
}

static void an_event_that_is_denied_is_changed(void **state)
{
    (void)state;
    const lgm_event before = blast(LGM_MODALITY_ACTUAL), after = blast(LGM_MODALITY_DENIED);
    const lgm_record a = record_of(NULL, 0, &before), b = record_of(NULL, 0, &after);
    const lgm_record none = record_of(NULL, 0, NULL);
    check(&a, &a, "");
    check(&a, &b, "v 0 0;");
    check(&none, &a, "v -1 0;");
    check(&a, &none, "v 0 -1;");
}

static void what_a_correction_calls_wrong_is_no_figure(void **state)
{
    (void)state;
    const lgm_figure before[] = {killed(12)}, after[] = {killed(12), killed(10)};
    const lgm_cpspan was = {0, 2};
    const lgm_note note = {.span = {13, 19}, .was = {&was, 1}, .time = LGM_NONE};
    const lgm_record a = record_of(before, 1, NULL);
    lgm_record b = record_of(after, 2, NULL);
    b.notes.at = &note;
    b.notes.n = 1;
    check(&a, &b, "f 0 1;n -1 0;");
    check(&b, &b, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_figure_is_the_same_however_often),
        cmocka_unit_test(another_number_of_the_same_is_a_change),
        cmocka_unit_test(an_event_that_is_denied_is_changed),
        cmocka_unit_test(what_a_correction_calls_wrong_is_no_figure)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
