/* test_about.c - what plain texts say of themselves, and what only looks as if they did. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "about/about.h"

#define UNUSED __attribute__((unused))
#define BODY                                                                                       \
    "A fire broke out at the mill of Port Ostrel on Monday evening, the mayor said, and spread "   \
    "to two houses before it was out."

static const char *show_day(lgm_ymd d, char *to)
{
    if (!d.year) return "-";
    snprintf(to, 40, "%04d-%02d-%02d", d.year, d.month, d.day);
    return to;
}

/* "title|byline|published|modified|dateline", "-" for what is not known. */
static const char *about(const char *text)
{
    static char out[600];
    char days[3][40];
    lgm_about a;
    const size_t len = strlen(text);
    char *const exact = malloc(len ? len : 1); /* so that a sanitizer sees what reads beyond */
    memcpy(exact, text, len);
    lgm_about_text((lgm_slice){exact, len}, &a);
    snprintf(out, sizeof out, "%.*s|%.*s|%s|%s|%s", a.title.ptr ? (int)a.title.len : 1,
             a.title.ptr ? a.title.ptr : "-", a.byline.ptr ? (int)a.byline.len : 1,
             a.byline.ptr ? a.byline.ptr : "-", show_day(a.published, days[0]),
             show_day(a.modified, days[1]), show_day(a.dateline, days[2]));
    free(exact);
    return out;
}

typedef struct sample {
    const char *text, *about;
} sample;

static void check(const sample *samples, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(about(samples[i].text), samples[i].about) != 0)
            fail_msg("%s\nshould be %s\nis        %s", samples[i].text, samples[i].about,
                     about(samples[i].text));
}

static void days_are_read_where_there_is_one_reading(UNUSED void **state)
{
    static const struct {
        const char *text, *day;
        size_t len;
    } samples[] = {
        {"2024-03-04", "2024-03-04", 10},
        {"2024-03-04T10:15:00Z", "2024-03-04", 10},
        {"2024/3/4 10:15", "2024-03-04", 8},
        {"4 March 2024.", "2024-03-04", 12},
        {"4th of March, 2024", "2024-03-04", 18},
        {"04-Mar-2024", "2024-03-04", 11},
        {"March 4, 2024", "2024-03-04", 13},
        {"Mar. 4th 2024", "2024-03-04", 13},
        {"MONDAY, MARCH 4, 2024", "2024-03-04", 21},
        {"Mon 4 Mar 2024", "2024-03-04", 14},
        {"24/05/2024", "2024-05-24", 10},
        {"05/24/2024", "2024-05-24", 10},
        {"4.4.2024", "2024-04-04", 8},
        {"04/05/2024", "-", 10}, /* a day, and which one cannot be told */
        {"4 March", "-", 0},
        {"March 2024", "-", 0},
        {"4 March 24", "-", 0},
        {"31 February 2024", "-", 0},
        {"4 Marching 2024", "-", 0},
        {"4 March 20245", "-", 0},
        {"4 March 1066", "-", 0},
        {"May 2024 was", "-", 0},
        {"12:30", "-", 0},
        {"", "-", 0},
    };
    char shown[40];
    for (size_t i = 0; i < LGM_COUNT(samples); i++) {
        lgm_ymd d = {0};
        const size_t n = lgm_about_day((lgm_slice){samples[i].text, strlen(samples[i].text)}, &d);
        if (n != samples[i].len || strcmp(show_day(d, shown), samples[i].day) != 0)
            fail_msg("%s: %zu %s", samples[i].text, n, show_day(d, shown));
    }
}

static void names_of_files_tell_days(UNUSED void **state)
{
    static const char *const samples[][2] = {
        {"report-2024-05-24.txt", "2024-05-24"},
        {"/home/ada/2023-01-01/20240524_x.txt.gz", "2024-05-24"},
        {"2024_05_24-fire-2024-05-24.txt", "2024-05-24"},
        {"fire.2024.05.24", "2024-05-24"},
        {"2024-05-24-and-2024-05-25.txt", "-"},
        {"download-2024-05-24.txt", "-"}, /* the day of the copy */
        {"archived_20240524.txt", "-"},
        {"report-2024-05.txt", "-"},
        {"id-1202405241.txt", "-"},
        {"04-05-2024.txt", "-"},
        {"20241324.txt", "-"},
        {"2024-05-24/report.txt", "-"},
        {"", "-"},
    };
    char shown[40];
    for (size_t i = 0; i < LGM_COUNT(samples); i++) {
        lgm_ymd d = {0};
        const bool found = lgm_about_day_of_name(samples[i][0], &d);
        if (!found) d = (lgm_ymd){0};
        if (strcmp(show_day(d, shown), samples[i][1]) != 0)
            fail_msg("%s: %s", samples[i][0], show_day(d, shown));
    }
}

static void dates_around_a_text_are_read(UNUSED void **state)
{
    static const sample samples[] = {
        {"Fire at the mill\nPublished 4 March 2024\n\n" BODY, "Fire at the mill|-|2024-03-04|-|-"},
        {"Fire at the mill\n\nPublished: 4 March 2024 at 10:15 GMT, updated 5 March 2024\n\n" BODY,
         "Fire at the mill|-|2024-03-04|2024-03-05|-"},
        {"Updated: 5 March 2024\nFire at the mill\n" BODY, "Fire at the mill|-|-|2024-03-05|-"},
        {"Fire at the mill\nPosted 10:15 a.m. EST, March 4, 2024\n\n" BODY,
         "Fire at the mill|-|2024-03-04|-|-"},
        {"16 March 2024 Last updated at 12:42 GMT\nFire at the mill\n" BODY,
         "Fire at the mill|-|-|2024-03-16|-"},
        {" date 2024-05-24 wire 17 english\n\nFire at the mill\n\n" BODY,
         "Fire at the mill|-|2024-05-24|-|-"},
        {"Fire at the mill\nMonday, March 4, 2024\n" BODY, "Fire at the mill|-|2024-03-04|-|-"},
        {"Fire at the mill | Ada Lind | 4 March 2024\n\n" BODY, "-|-|2024-03-04|-|-"},
        {"Fire at the mill\n\n" BODY "\n\nFirst published: 4 March 2024\n",
         "Fire at the mill|-|2024-03-04|-|-"},
        {"LONDON, 4 March 2024 - The mayor said so.\n", "-|-|-|-|2024-03-04"},
        {"PORT OSTREL, Caldora, March 4, 2024 (Caldpress) -- The mayor said so.\n",
         "-|-|-|-|2024-03-04"},
        {"Fire at the mill\n\nMERROW, Mar 4 2024 /Caldpress/. The mayor said so.\n",
         "Fire at the mill|-|-|-|2024-03-04"},
    };
    check(samples, LGM_COUNT(samples));
}

static void other_days_are_not_the_day_of_a_report(UNUSED void **state)
{
    static const sample samples[] = {
        {"GENEVA, March 3 (Caldpress) - The mayor said so.\n", "-|-|-|-|-"}, /* no year */
        {"SAN PAOLO, 4 FEB 90 (CALDPRESS) -- THE MAYOR SAID SO.\n", "-|-|-|-|-"},
        {"Fire at the mill\nPublished 04/05/2024\n\n" BODY, "Fire at the mill|-|-|-|-"},
        {"Fire at the mill\n\n" BODY "\n\n\xc2\xa9 2024-03-04 Caldpress. Published 4 March 2024\n",
         "Fire at the mill|-|-|-|-"},
        {"Copyright 4 March 2024\n\nFire at the mill\n\n" BODY, "Fire at the mill|-|-|-|-"},
        {"Published 4 March 2024, the book tells of a fire.\n\nIt is long, and Lind liked it.\n",
         "-|-|-|-|-"},
        {"On 4 March 2024 the mill burnt down, the mayor said.\n", "-|-|-|-|-"},
        {"Ten days of strike\n\n4 March 2024\n\nThe strike begins, with a march to the port.\n\n"
         "9 March 2024\n\nThe port is closed for a day, and the mayor calls for calm.\n",
         "Ten days of strike|-|-|-|-"}, /* a chronology */
        {BODY " " BODY "\n\nLIMA, 18 MAY 1988\n\nThe committee\n",
         "-|-|-|-|-"}, /* a letter quoted */
        {"Released prisoners return\n\n" BODY, "Released prisoners return|-|-|-|-"},
    };
    check(samples, LGM_COUNT(samples));
}

static void bylines_are_names(UNUSED void **state)
{
    static const sample samples[] = {
        {"Fire at the mill\n\nBy Ada Lind\n\n" BODY, "Fire at the mill|Ada Lind|-|-|-"},
        {"Fire at the mill\nBy ADA LIND and J. K. van der Vale\n" BODY,
         "Fire at the mill|ADA LIND and J. K. van der Vale|-|-|-"},
        {"Fire at the mill\nBy Ada Lind, Joren Vale and Tomas Keld in Merrow\n\n" BODY,
         "Fire at the mill|Ada Lind, Joren Vale and Tomas Keld|-|-|-"},
        {"Fire at the mill\nBy Staff Writer Ada Lind, Caldpress\n\n" BODY,
         "Fire at the mill|Ada Lind|-|-|-"},
        {"Fire at the mill\nBy Ada Lind, Political Editor | 4 March 2024\n\n" BODY,
         "Fire at the mill|Ada Lind|2024-03-04|-|-"},
        {"Fire at the mill\nAuthor: Zo\xc3\xab O'Dell-Vale\n\n" BODY,
         "Fire at the mill|Zo\xc3\xab O'Dell-Vale|-|-|-"},
        {"By Ada Lind\n\nMERROW, March 4 (Caldpress) -- The mayor said so.\n", "-|Ada Lind|-|-|-"},
    };
    check(samples, LGM_COUNT(samples));
    static const char *const none[] = {
        "By nine the fire was out.\n\n" BODY,
        "By Monday Evening\n\n" BODY,
        "By George, They Did It\n\n" BODY,
        "By Caldpress\n\n" BODY,
        "By the sea\n\n" BODY,
        "By Ada Lind's account the fire was out by nine, and nobody was hurt.\n\n" BODY,
        "By Port Ostrel standards that was a small fire.\n\n" BODY,
        "By\n\n" BODY,
    };
    for (size_t i = 0; i < LGM_COUNT(none); i++)
        if (!strstr(about(none[i]), "|-|-|-|-")) fail_msg("%s\n%s", none[i], about(none[i]));
}

#define WRAPPED                                                                                    \
    "A fire broke out at the mill of Port Ostrel on Monday evening, the\n"                         \
    "mayor said, and spread to two houses before it was out. Nobody was\n"                         \
    "hurt, and the cause is not known. The mill has stood empty since\n"                           \
    "January.\n"

static void headlines_are_seen_in_any_layout(UNUSED void **state)
{
    static const sample samples[] = {
        {"Fire at the mill\n\n" BODY, "Fire at the mill|-|-|-|-"},
        {"Fire at the mill\n" BODY, "Fire at the mill|-|-|-|-"},
        {"Fire at the mill\n" WRAPPED, "Fire at the mill|-|-|-|-"},
        {"Fire at the mill\n\n" WRAPPED, "Fire at the mill|-|-|-|-"},
        {"\n\n  Fire at the mill  \n \n" BODY, "Fire at the mill|-|-|-|-"},
        {"BREAKING NEWS\n\nFire at the mill\n\n" BODY, "Fire at the mill|-|-|-|-"},
        {"Is the mill to blame?\n\n" BODY, "Is the mill to blame?|-|-|-|-"},
        {"Blast at Port Ostrel grain terminal kills at least 11, and many\nmore are "
         "missing\n\n" BODY,
         "Blast at Port Ostrel grain terminal kills at least 11, and many\nmore are "
         "missing|-|-|-|-"},
        {"Blast at Port Ostrel Grain Terminal Kills at Least 11, and Many\nMore Are "
         "Missing\n\n" WRAPPED,
         "Blast at Port Ostrel Grain Terminal Kills at Least 11, and Many\nMore Are "
         "Missing|-|-|-|-"},
        {"Fire at the mill\nTwo houses are burnt, and a street is closed\nBy Ada Lind\n\n" BODY,
         "Fire at the mill|Ada Lind|-|-|-"},
        {"Fire at the mill\nPORT OSTREL, Caldora \xe2\x80\x94 The mayor said so.\n",
         "Fire at the mill|-|-|-|-"},
    };
    check(samples, LGM_COUNT(samples));
    static const char *const none[] = {
        "",
        "\n",
        "Fire",
        "Fire at the mill",
        "Fire at the mill\n\n",
        BODY,
        BODY "\n\n" BODY,
        WRAPPED,
        WRAPPED "\n" WRAPPED,
        "Dear editor\n\n" BODY,
        "PORT OSTREL (Caldpress) --\n\n" BODY,
        "MERROW \xe2\x80\x94 The mayor said that the mill was out\n\n" BODY,
        "The mayor said he would close the port \xe2\x80\x9cwithout delay.\xe2\x80\x9d\n\n" BODY,
        "The mayor of Port Ostrel said on Monday that the harbour would stay closed for a "
        "day\n\n" BODY,
        "Ada Lind\n\n" BODY,
        "ADA LIND\n\n" BODY,
        "The Free Coast Front (FCF)\n\nsaid on Monday that it had nothing to do with the fire.\n",
        "- Fire at the mill\n- Flood in Merrow\n\n" BODY,
        "https://mill.example/fire at the mill\n\nshort\n",
        "Host: Why did you leave?\n\nAda Lind: Because I was told to go, and went.\n\nHost: By "
        "whom?\n",
        "\"Hello,\" said Ada Lind, \"how are the roads up there?\n\n" BODY,
        "Ostrel 3\nMerrow 2\nCaldora 1\n",
        "Port Ostrel\n\nMerrow\n\nCaldora\n",
        "The mill burnt down. Nobody was hurt\n\n" BODY,
        "Harbour blast kills 11 Posted on March 4, 2024\n\n" BODY,
    };
    for (size_t i = 0; i < LGM_COUNT(none); i++)
        if (about(none[i])[0] != '-') fail_msg("%s\n%s", none[i], about(none[i]));
}

/* "Caldpress" is no agency that a list knows: these names are real ones. */
static void agencies_are_credited(UNUSED void **state)
{
    static const struct {
        const char *text, *agency;
    } samples[] = {
        {"PORT OSTREL (Reuters) - " BODY, "Reuters"},
        {"(AFP) \xe2\x80\x93 " BODY, "AFP"},
        {"MERROW, Caldora, Nov. 5 (Xinhua)-- " BODY, "Xinhua"},
        {"Fire at the mill\n\nPort Ostrel, March 4 /Kyodo/ \xe2\x80\x94 " BODY, "Kyodo"},
        {"Fire at the mill\nBy ADA LIND, Associated Press Writer\n\n" BODY, "Associated Press"},
        {"Fire at the mill\nBy Ada Lind | Reuters\n\n" BODY, "Reuters"},
        {"Fire at the mill\nAda Lind, AP\n\n" BODY, "AP"},
        {"Fire at the mill\nThe Canadian Press\n\n" BODY, "The Canadian Press"},
        {"By Reuters staff\n\n" BODY, "Reuters"},
        {BODY " (AP)", "AP"},
        {BODY " - Reuters", "Reuters"},
        {BODY "\n\n\xe2\x80\x94 Press Trust of India\n", "Press Trust of India"},
        {BODY " \"It is out.\" PTI\n", "PTI"},
        {BODY "\nSource: Xinhua\n", "Xinhua"},
        /* what the first lines say goes before the last ones */
        {"MERROW (AFP) - " BODY " (AP)", "AFP"},
        {BODY "\n\nThe Associated Press contributed to this report.", NULL},
        {BODY " The mayor told Reuters.", NULL},
        {BODY " It was first said by one agency (AP)", NULL},
        {"A spokesman told the Associated Press (AP) - his own agency - so.\n\n" BODY, NULL},
        {"By Ada Lind, Philadelphia, PA\n\n" BODY, NULL},
        {"Reuters to close its office in Merrow\n\n" BODY, NULL},
        {"Merrow (Caldora) - " BODY, NULL},
        {"The mayor, Reuters\n\n" BODY, NULL},
        {"PORT OSTREL (Reuters", NULL},
        {"(AP)", "AP"},
        {"()", NULL},
    };
    for (size_t i = 0; i < LGM_COUNT(samples); i++) {
        lgm_about a;
        const char *const want = samples[i].agency ? samples[i].agency : "";
        lgm_about_text((lgm_slice){samples[i].text, strlen(samples[i].text)}, &a);
        if (a.agency.len != strlen(want) ||
            (a.agency.len && memcmp(a.agency.ptr, want, a.agency.len)))
            fail_msg("%s\nshould be \"%s\" and is \"%.*s\"", samples[i].text, want,
                     (int)a.agency.len, a.agency.ptr ? a.agency.ptr : "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_read_where_there_is_one_reading),
        cmocka_unit_test(names_of_files_tell_days),
        cmocka_unit_test(dates_around_a_text_are_read),
        cmocka_unit_test(other_days_are_not_the_day_of_a_report),
        cmocka_unit_test(bylines_are_names),
        cmocka_unit_test(agencies_are_credited),
        cmocka_unit_test(headlines_are_seen_in_any_layout),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
