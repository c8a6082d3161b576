/* test_moment.c - days with their time of day and zone, in the forms of metadata and of print. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "about/moment.h"

#define UNUSED __attribute__((unused))

static const char *moment(const char *text, lgm_day_order order)
{
    static char out[LGM_MOMENT_ROOM];
    lgm_moment m;
    const size_t len = strlen(text);
    char *const exact = malloc(len ? len : 1); /* so that a sanitizer sees what reads beyond */
    memcpy(exact, text, len);
    const bool found = lgm_about_moment((lgm_slice){exact, len}, order, &m, NULL);
    free(exact);
    if (!found) return "-";
    const size_t n = lgm_about_moment_write(&m, out);
    assert_int_equal(n, strlen(out));
    return out;
}

typedef struct sample {
    const char *text, *moment;
} sample;

static void check(const sample *samples, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(moment(samples[i].text, LGM_DAY_ORDER_UNKNOWN), samples[i].moment) != 0)
            fail_msg("%s\nshould be %s\nis        %s", samples[i].text, samples[i].moment,
                     moment(samples[i].text, LGM_DAY_ORDER_UNKNOWN));
}

static void forms_of_machines_are_read(UNUSED void **state)
{
    static const sample samples[] = {
        {"2024-05-24", "2024-05-24"},
        {"20240524", "2024-05-24"},
        {"2024-05-24T18:05Z", "2024-05-24T18:05Z"},
        {"2024-05-24T18:05:09.123Z", "2024-05-24T18:05:09Z"},
        {"2024-05-24T18:05:09.544113", "2024-05-24T18:05:09"},
        {"2024-05-24T18:05:09+0000", "2024-05-24T18:05:09Z"},
        {"2024-05-24T18:05:09+05:30", "2024-05-24T18:05:09+05:30"},
        {"2024-05-24T18:05-04:00", "2024-05-24T18:05-04:00"},
        {"2024-05-24 3:15:00 -0800", "2024-05-24T03:15:00-08:00"},
        {"2024-05-24 18:05:09+08:00", "2024-05-24T18:05:09+08:00"},
        {"Fri, 24 May 2024 18:05:09 -0600", "2024-05-24T18:05:09-06:00"},
        {"Fri, 24 May 2024 18:05:09 GMT", "2024-05-24T18:05:09Z"},
        {"Fri May 24 2024 05:44:06 GMT+0100", "2024-05-24T05:44:06+01:00"},
        {"Fri May 24 21:57:01 UTC 2024", "2024-05-24T21:57:01Z"},
        {"0001-01-01T00:00:00Z", "-"},
        {"2024-02-30", "-"},
        {"1556", "-"},
        {"", "-"},
    };
    check(samples, LGM_COUNT(samples));
}

static void forms_of_print_are_read(UNUSED void **state)
{
    static const sample samples[] = {
        {"May 24, 2024 6:05 p.m. EDT", "2024-05-24T18:05-04:00"},
        {"Published 7:07 PM EST Nov 19, 2024", "2024-11-19T19:07-05:00"},
        {"12:24 am EST, Friday, May 24, 2024", "2024-05-24T00:24-05:00"},
        {"00:01, Fri, May 24, 2024 | UPDATED: 10:43, Fri, May 24, 2024", "2024-05-24T00:01"},
        {"May 24 2024, 10:18am ist updated: May 25 2024, 13:42pm ist", "2024-05-24T10:18"},
        {"01:38:07 PM IST May 24, 2024", "2024-05-24T13:38:07"},
        {"5/24/24 6:38 AM", "2024-05-24T06:38"},
        {"5/6/24 6:38 AM", "-"},
        {"24/05/2024", "2024-05-24"},
        {"publiziert am 24. Mai 2024", "2024-05-24"},
        {"24 de maio de 2024 às 20:13", "2024-05-24"},
        {"24 мая 2024, 10:05", "2024-05-24T10:05"},
        {"04/05/2024", "-"},
        {"09.14.2024 09:00 AM", "2024-09-14T09:00"},
        {"21:17 18.11.2024", "2024-11-18T21:17"},
        {"May 24th, 2024 - 07:29 GMT", "2024-05-24T07:29Z"},
        {"May 24 15:23 2024", "2024-05-24T15:23"},
        {"Posted: Fri 6:45 PM, May 24, 2024", "2024-05-24T18:45"},
        {"24 May 2024 | 6.05pm", "2024-05-24T18:05"},
        {"24 MAY 2024", "2024-05-24"},
        {"By Ada Lind \xc2\xb7 24 May 2024 \xe2\x80\x93 6pm", "2024-05-24T18:00"},
        {"Friday, May 24, 2024, 04:05 pm PT (07:05 pm ET)", "2024-05-24T16:05-07:00"},
        {"Friday, January 5, 2024, 04:05 pm PT", "2024-01-05T16:05-08:00"},
        {"May 24, 2024 9:30-10:45 am", "2024-05-24T09:30"},
        {"25 guests came on 5 May", "-"},
        {"1 day ago", "-"},
    };
    check(samples, LGM_COUNT(samples));
}

static void a_known_order_decides(UNUSED void **state)
{
    assert_string_equal(moment("04/05/2024 10:00", LGM_DAY_ORDER_DAY_FIRST), "2024-05-04T10:00");
    assert_string_equal(moment("2024-05-04", LGM_DAY_ORDER_DAY_FIRST), "2024-05-04");
}

static void a_moment_knows_its_bytes(UNUSED void **state)
{
    const char *const text = "By Ada Lind on Friday, May 24, 2024 at 11:04 a.m. in Merrow";
    lgm_moment m;
    lgm_span span;
    assert_true(lgm_about_moment((lgm_slice){text, strlen(text)}, 0, &m, &span));
    assert_memory_equal(text + span.start, "Friday, May 24, 2024 at 11:04 a.m.", 34);
    assert_int_equal(span.end - span.start, 34);
}

static void the_same_moment_in_another_zone(UNUSED void **state)
{
    char out[LGM_MOMENT_ROOM];
    lgm_moment m;
    assert_true(lgm_about_moment(LGM_SLICE("2024-03-01T02:15:49Z"), 0, &m, NULL));
    m = lgm_about_moment_in_zone(m, -360);
    lgm_about_moment_write(&m, out);
    assert_string_equal(out, "2024-02-29T20:15:49-06:00");
    assert_true(lgm_about_moment(LGM_SLICE("2024-03-01"), 0, &m, NULL));
    m = lgm_about_moment_in_zone(m, -360);
    lgm_about_moment_write(&m, out);
    assert_string_equal(out, "2024-03-01");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_of_machines_are_read),
        cmocka_unit_test(forms_of_print_are_read),
        cmocka_unit_test(a_known_order_decides),
        cmocka_unit_test(a_moment_knows_its_bytes),
        cmocka_unit_test(the_same_moment_in_another_zone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
