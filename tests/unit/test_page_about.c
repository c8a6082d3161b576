/* test_page_about.c - what web pages say of themselves, what only looks as if they did, and JSON
 * that templates have broken. Pages are our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "web/about_ld.h"
#include "web/about_mend.h"
#include "web/web.h"

#define UNUSED __attribute__((unused))
#define BODY                                                                                       \
    "<p>A fire broke out at the mill of Port Ostrel on Monday evening, the mayor said, and "       \
    "spread "                                                                                      \
    "to two houses before it was out. Nobody was hurt, but forty people had to leave their "       \
    "homes, and the bridge over the Ostrel stayed closed until the morning.</p>"                   \
    "<p>Firemen from three towns came to help, and the council will meet in the week to talk "     \
    "about what is left of the mill, which is two hundred years old and stood empty since the "    \
    "spring, when its owners went to Merrow.</p>"                                                  \
    "<p>The mayor said that the cause was not known. The police asked all who had been near the "  \
    "mill in the evening to come forward, and to bring what pictures they had taken of it.</p>"
#define HEADLINE "Fire at the old mill of Port Ostrel"
#define PAGE(head, before, behind)                                                                 \
    "<html><head><title>" HEADLINE " - The Ostrel Courier</title>" head                            \
    "</head><body><nav><a href=/>Home</a> <a href=/w>World</a></nav><main><article>" before        \
    "<h1>" HEADLINE "</h1>" behind BODY "</article></main>"                                        \
    "<footer>Copyright 2024 The Ostrel Courier. All rights reserved.</footer></body></html>"
#define LD(json) "<script type=\"application/ld+json\">" json "</script>"

typedef struct state {
    lgm_web *web;
    lgm_arena *arena;
} state;

static int setup(void **to)
{
    static state s;
    assert_int_equal(lgm_web_new(&s.web, NULL), LGM_OK);
    assert_int_equal(lgm_arena_new(&s.arena, 0, NULL), LGM_OK);
    *to = &s;
    return 0;
}

static int teardown(void **to)
{
    state *const s = *to;
    lgm_web_free(s->web);
    lgm_arena_free(s->arena);
    return 0;
}

static lgm_web_page read_page(void **to, const char *html)
{
    state *const s = *to;
    lgm_web_page page;
    const lgm_web_hints hints = {.url = "https://www.ostrelcourier.example/news/mill"};
    const lgm_slice bytes = {html, strlen(html)};
    assert_int_equal(lgm_web_read(s->web, bytes, &hints, s->arena, &page, NULL), LGM_OK);
    return page;
}

static void is(lgm_slice found, const char *wanted)
{
    if (strlen(wanted) != found.len || (found.len && memcmp(found.ptr, wanted, found.len) != 0))
        fail_msg("\"%.*s\" should be \"%s\"", (int)found.len, found.ptr ? found.ptr : "", wanted);
}

/* ---- JSON-LD --------------------------------------------------------------------------------- */

static void json_ld_of_the_article_alone_counts(void **to)
{
    const lgm_web_page p = read_page(
        to, PAGE(LD("{\"@context\":\"https://schema.org\",\"@graph\":["
                    "{\"@type\":\"WebPage\",\"datePublished\":\"2023-01-01T00:00:00Z\"},"
                    "{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"NewsArticle\","
                    "\"headline\":"
                    "\"Another\",\"datePublished\":\"2022-02-02\",\"author\":\"Tomas Keld\"}]},"
                    "{\"@type\":[\"NewsArticle\"],\"headline\":\"" HEADLINE "\","
                    "\"datePublished\":\"2024-05-24T18:05:00-04:00\",\"dateModified\":"
                    "\"2024-05-25T09:00:00-04:00\",\"articleSection\":[\"Local\",\"Fires\"],"
                    "\"author\":[{\"@id\":\"#ada\"},{\"@type\":\"Person\",\"name\":\"Bo Karr\"}],"
                    "\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Ostrel Courier\"}},"
                    "{\"@type\":\"Person\",\"@id\":\"#ada\",\"name\":\"Ada Lind\"}]}"),
                 "", ""));
    is(p.title, HEADLINE);
    is(p.published, "2024-05-24T18:05:00-04:00");
    is(p.published_source, "metadata");
    is(p.modified, "2024-05-25T09:00:00-04:00");
    is(p.byline, "Ada Lind, Bo Karr");
    is(p.publisher, "The Ostrel Courier");
    is(p.section, "Local");
}

static void json_ld_of_templates_is_mended(void **to)
{
    const lgm_web_page p =
        read_page(to, PAGE(LD("\n//<![CDATA[\n{\"@type\": \"NewsArticle\", // the report\n"
                              "\"headline\": \"The \"old\" mill\nburns &#8220;again&#8221;\",\n"
                              "\"description\": 'It's gone', \"keywords\": [\"a\", \"b\", ],\n"
                              "\"author\": {\"@type\": \"Person\", \"name\": \"Ada Lind\",},\n"
                              "\"width\": , \"datePublished\": \"2024-05-24\"}}, more\n//]]>\n"),
                           "", ""));
    is(p.byline, "Ada Lind");
    is(p.published, "2024-05-24");
}

static void organisations_and_sites_are_no_people(void **to)
{
#define AUTHOR(json) PAGE(LD("{\"@type\":\"NewsArticle\",\"author\":" json "}"), "", "")
    static const struct {
        const char *page, *byline, *agency;
    } samples[] = {
        {AUTHOR("{\"@type\":\"Organization\",\"name\":\"Harbour Lights\"}"), "", ""},
        {AUTHOR("{\"@type\":\"Person\",\"name\":\"The Ostrel Courier\"}"), "", ""},
        {AUTHOR("\"Courier Staff\""), "", ""},
        {AUTHOR("\"admin\""), "", ""},
        {AUTHOR("\"PTI\""), "", "PTI"},
        {AUTHOR("{\"@type\":\"Person\",\"name\":\"Renmark\"}"), "Renmark", ""},
        {AUTHOR("{\"@type\":\"Person\",\"name\":\"Ostrel\"}"), "", ""},
        {AUTHOR("\"By ADA LIND and BO KARR, Associated Press\""), "ADA LIND, BO KARR",
         "Associated Press"},
        {AUTHOR("[\"Ada Lind\",\"Ada  Lind\",\"bo@ostrelcourier.example\"]"), "Ada Lind", ""},
        {AUTHOR("\"By Ada Lind, AP National Writer\""), "Ada Lind", "AP"},
        {AUTHOR("\"Ada Lind. Port Ostrel News\""), "Ada Lind", ""},
    };
    for (size_t i = 0; i < LGM_COUNT(samples); i++) {
        const lgm_web_page p = read_page(to, samples[i].page);
        is(p.byline, samples[i].byline);
        is(p.agency, samples[i].agency);
    }
}

/* ---- <meta>, microdata ----------------------------------------------------------------------- */

static void metadata_counts_by_its_names(void **to)
{
    const lgm_web_page p = read_page(
        to, PAGE("<meta name=date content=2024-01-01>"
                 "<meta property='article:published_time' content='2024-05-24T18:05:00+02:00'>"
                 "<meta property=og:updated_time content='2024-05-25T10:00:00+02:00'>"
                 "<meta name=author content='https://social.example/ada'>"
                 "<meta name=author content='Ada Lind'><meta name=author content='Bo Karr'>"
                 "<meta property=og:site_name content='The Ostrel Courier | All of the coast'>"
                 "<meta property=og:title content='" HEADLINE " | The Ostrel Courier'>"
                 "<meta property=article:section content=Local>"
                 "<link rel=canonical href='https://www.ostrelcourier.example/2024/05/24/mill'>",
                 "", ""));
    is(p.title, HEADLINE);
    is(p.published, "2024-05-24T18:05:00+02:00");
    is(p.modified, "2024-05-25T10:00:00+02:00");
    is(p.byline, "Ada Lind, Bo Karr");
    is(p.publisher, "The Ostrel Courier");
    is(p.url, "https://www.ostrelcourier.example/2024/05/24/mill");
    is(p.section, "Local");
}

static void microdata_of_comments_and_teasers_is_not_the_pages(void **to)
{
    const lgm_web_page p = read_page(
        to, PAGE("", "",
                 "<div class=byline>By <span itemprop=author>Ada Lind</span> "
                 "<time itemprop=datePublished datetime='2024-05-24T18:05Z'>Friday</time></div>"
                 "<div class=related-stories><time datetime=2021-01-01>1 Jan 2021</time> "
                 "By Tomas Keld</div>") "<div class=comments><p itemprop=author>Joren "
                                        "Vale</p><time itemprop=datePublished "
                                        "datetime='2024-06-01'>June 1, 2024</time></div>");
    is(p.byline, "Ada Lind");
    is(p.published, "2024-05-24T18:05Z");
    is(p.modified, "");
}

/* ---- lines ----------------------------------------------------------------------------------- */

static void lines_beside_the_headline_are_read(void **to)
{
    static const struct {
        const char *page, *byline, *published, *modified;
    } samples[] = {
        {PAGE("", "",
              "<p>By Ada Lind and Bo Karr | Published 6:05 PM EDT May 24, 2024 | Updated May 25, "
              "2024</p>"),
         "Ada Lind, Bo Karr", "2024-05-24T18:05-04:00", "2024-05-25"},
        {PAGE("", "", "<p>Posted by Ada Lind on May 24, 2024, 6:21 AM</p>"), "Ada Lind",
         "2024-05-24T06:21", ""},
        {PAGE("", "<p>24 May 2024 9:22 am</p>", "<div class=author>Ada Lind</div>"), "Ada Lind",
         "2024-05-24T09:22", ""},
        {PAGE("", "", "<div>May 24</div><div>15:23 2024</div>"), "", "2024-05-24T15:23", ""},
        {PAGE("", "", "<p>Last updated: May 25, 2024 01:41 PM</p>"), "", "", "2024-05-25T13:41"},
        {PAGE("", "",
              "<p><i>Ada Lind on the pier of Port Ostrel on May 20, 2024, a week before "
              "the boats came in and the mill was opened to all for the first time.</i></p>"),
         "", "", ""},
    };
    for (size_t i = 0; i < LGM_COUNT(samples); i++) {
        const lgm_web_page p = read_page(to, samples[i].page);
        is(p.byline, samples[i].byline);
        is(p.published, samples[i].published);
        is(p.modified, samples[i].modified);
    }
}

static void the_day_that_readers_saw_goes_before_utc(void **to)
{
#define STATED(moment, line)                                                                       \
    PAGE("<meta property=article:published_time content='" moment "'>", "", line)
    static const char *const samples[][2] = {
        {STATED("2024-05-25T02:59:46+00:00", "<p>May 24, 2024 at 8:59 pm</p>"),
         "2024-05-24T20:59:46-06:00"},
        {STATED("2024-05-25T02:59:46Z", "<p>May 24, 2024 at 10:59 pm EDT</p>"),
         "2024-05-24T22:59:46-04:00"},
        {STATED("2024-05-25T02:59:46Z' ><meta property=article:modified_time "
                "content='2024-05-25T02:59:46Z",
                "<p>May 24, 2024 at 8:59 pm</p>"),
         "2024-05-24T20:59:46-06:00"},
        {STATED("2024-05-25T02:59:46Z", "<p>May 24, 2024</p>"), "2024-05-24"},
        {STATED("2024-05-25T12:59:46Z", "<p>May 25, 2024</p>"), "2024-05-25T12:59:46Z"},
        {STATED("2024-05-25T12:59:46Z", "<p>May 2, 2019</p>"), "2024-05-25T12:59:46Z"},
    };
    for (size_t i = 0; i < LGM_COUNT(samples); i++) {
        const lgm_web_page p = read_page(to, samples[i][0]);
        is(p.published, samples[i][1]);
        is(p.published_source, "metadata");
    }
}

/* ---- what is not stated ---------------------------------------------------------------------- */

static void the_order_of_a_day_is_that_of_the_language(void **to)
{
#define IN(lang)                                                                                   \
    "<html lang=" lang "><title>" HEADLINE "</title><h1>" HEADLINE "</h1>"                         \
    "<p>04/05/2024 10:15</p>" BODY
    is(read_page(to, IN("en-GB")).published, "2024-05-04T10:15");
    is(read_page(to, IN("pt-BR")).published, "2024-05-04T10:15");
    is(read_page(to, IN("en-US")).published, "");
    is(read_page(to, IN("''")).published, "");
}

static void nothing_is_made_up(void **to)
{
    const lgm_web_page p = read_page(
        to, PAGE(LD("{\"@type\":\"NewsArticle\",\"datePublished\":\"0001-01-01T00:00:00Z\","
                    "\"dateModified\":\"1970-01-01T00:00:00Z\",\"author\":{}}"),
                 "", "<p>Last week</p>"));
    is(p.published, "");
    is(p.modified, "");
    is(p.byline, "");
    is(p.agency, "");
    is(p.title, HEADLINE);
    is(p.publisher, "The Ostrel Courier");
}

static void the_address_tells_a_day_where_nothing_else_does(void **to)
{
    const lgm_web_page p = read_page(
        to, PAGE("<link rel=canonical href='https://x.example/2024/05/24/mill'>", "", ""));
    is(p.published, "2024-05-24");
    is(p.published_source, "address");
}

static void an_agency_stands_in_the_dateline(void **to)
{
    const lgm_web_page p = read_page(
        to, PAGE("", "",
                 "<p>PORT OSTREL (Reuters) - The fire at the mill was out on Tuesday, the "
                 "mayor told reporters who had come from all over the coast.</p>"));
    is(p.agency, "Reuters");
    is(p.byline, "");
}

/* ---- mending --------------------------------------------------------------------------------- */

static void json_is_mended_and_good_json_stays(void **to)
{
    state *const s = *to;
    static const char *const samples[][2] = {
        {"{\"a\": [1, 2.5e3, \"x\\n\\u00e9\"], \"b\": {} }\n", NULL},
        {"[\"a // b\", \"/* c */\", \"it's\", \"<!-- d -->\"]", NULL},
        {"<!-- {\"a\":1} -->", " {\"a\":1} "},
        {"/* x */{\"a\":1,}", "{\"a\":1}"},
        {"[1,,2,]", "[1,2]"},
        {"{\"a\":,\"b\":}", "{\"a\":null,\"b\":null}"},
        {"{'a':'it's \"so\"'}", "{\"a\":\"it's \\\"so\\\"\"}"},
        {"{\"a\":\"say \"no\" now\"}", "{\"a\":\"say \\\"no\\\" now\"}"},
        {"{\"a\":\"x\ny\tz\\'\"}", "{\"a\":\"x y z'\"}"},
        {"", ""},
    };
    for (size_t i = 0; i < LGM_COUNT(samples); i++) {
        const char *const in = samples[i][0];
        is(lgm_web_mend_json(s->arena, (lgm_slice){in, strlen(in)}),
           samples[i][1] ? samples[i][1] : in);
    }
}

static void what_stands_before_a_break_counts(void **to)
{
    state *const s = *to;
    lgm_web_things things = {0};
    const lgm_slice json = LGM_SLICE("{\"@type\":\"NewsArticle\",\"headline\":\"A\"} }}} [{\"");
    assert_int_equal(lgm_web_read_ld(s->arena, json, &things, NULL), LGM_OK);
    assert_int_equal(lgm_web_find_article(&things, (lgm_slice){0}, (lgm_slice){0}), 0);
    is(things.at[0].text[LGM_LD_HEADLINE], "A");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_ld_of_the_article_alone_counts),
        cmocka_unit_test(json_ld_of_templates_is_mended),
        cmocka_unit_test(organisations_and_sites_are_no_people),
        cmocka_unit_test(metadata_counts_by_its_names),
        cmocka_unit_test(microdata_of_comments_and_teasers_is_not_the_pages),
        cmocka_unit_test(lines_beside_the_headline_are_read),
        cmocka_unit_test(the_day_that_readers_saw_goes_before_utc),
        cmocka_unit_test(the_order_of_a_day_is_that_of_the_language),
        cmocka_unit_test(nothing_is_made_up),
        cmocka_unit_test(the_address_tells_a_day_where_nothing_else_does),
        cmocka_unit_test(an_agency_stands_in_the_dateline),
        cmocka_unit_test(json_is_mended_and_good_json_stays),
        cmocka_unit_test(what_stands_before_a_break_counts),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
