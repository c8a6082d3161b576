/* test_web_report.c - the report in pages of many builds, all of them written for these tests. */
#include "web_reader.h"

#define MENU                                                                                       \
    "<header><nav><ul><li><a href=/>Home</a><li><a href=/w>World</a><li><a href=/s>Sport</a></ul>" \
    "</nav></header>"
#define TITLE "<title>Old bridge shut in Port Ostrel - Ostrel Courier</title>"
#define HEADLINE "<h1>Old bridge shut in Port Ostrel</h1>"
#define WANTED P1 "\n\n" P2 "\n\n" P3
#define OTHER                                                                                      \
    "A trawler ran aground off Merrow on Sunday night, and its crew of five was brought ashore "   \
    "by "                                                                                          \
    "helicopter, the coast guard said."

typedef struct sample {
    const char *build, *html, *text;
} sample;

static void the_report_is_found_in_pages_of_any_build(void **state)
{
    static const sample samples[] = {
        {"article with menus, teasers and a footer",
         TITLE MENU "<article>" HEADLINE STORY "</article><section class=more><h2>More</h2><ul>"
                    "<li><a href=/1>Ferry runs aground off Merrow</a><p>" OTHER
                    "<li><a href=/2>Mayor of Merrow resigns at last</a><p>" OTHER
                    "<li><a href=/3>Harvest fails in the north again</a><p>" OTHER
                    "</ul></section><footer><p>All rights reserved by the Ostrel Courier, which "
                    "is a daily of the coast.</footer>",
         WANTED},
        {"nothing is closed", TITLE "<body>" HEADLINE "<p>" P1 "<p>" P2 "<p>" P3, WANTED},
        {"a table for layout, line breaks for paragraphs",
         "<table><tr><td width=100><a href=/>Home</a><br><a href=/w>World</a></td><td>" P1
         "<br><br>" P2 "<br>\n<br>" P3 "</td></tr></table>",
         WANTED},
        {"text in divs only",
         TITLE "<div id=top><div><a href=/>Home</a></div></div><div><div>" HEADLINE "</div><div>" P1
               "</div><div>" P2 "</div><div>" P3 "</div></div>",
         WANTED},
        {"AMP",
         "<html amp><body><amp-sidebar layout=nodisplay><ul><li><a href=/>Home</a></ul>"
         "</amp-sidebar><main>" HEADLINE "<amp-img src=x></amp-img>" STORY "</main>",
         WANTED},
        {"print version", "<body onload=print()>" HEADLINE "<hr>" STORY "<hr>", WANTED},
        {"what is no text",
         "<div><p>" P1 "<script>var said = '<p>no</p>'</script></p><style>p { color: red }</style>"
         "<template><p>" OTHER "</p></template><svg><text>chart</text></svg><noscript><p>Turn on "
         "JavaScript.</noscript><p>" P2 "</p><p hidden>" OTHER
         "</p><p style='display : none'>" OTHER "</p><p>" P3 "</p>",
         WANTED},
        {"a cookie wall in front",
         TITLE "<div id=cookie-consent class=modal><p>We and our partners store cookies on your "
               "device, and read them, to show you advertisements that you may like.</p><p>You can "
               "change your mind at any time in the settings of this site, and see all of our "
               "partners there.</p><p>Our partners also use where you are, to a few metres, and "
               "what your device is like, to know you again on other pages.</p></div>"
               "<main>" HEADLINE STORY "</main>",
         WANTED},
        {"comments longer than the report",
         TITLE "<article>" HEADLINE STORY "</article><div id=comments><div class=comment><b>Tam"
               "</b><p>" OTHER " " OTHER " " OTHER "</div><div class=comment><b>Lind</b><p>" OTHER
               " " OTHER " " OTHER "</div></div>",
         WANTED},
        {"two articles, one of them the page's",
         TITLE "<article>" HEADLINE STORY "</article><article><h2>Trawler aground</h2><p>" OTHER
               "</article>",
         WANTED},
        {"a byline, a date, buttons and an author's life",
         TITLE "<article>" HEADLINE "<div class=byline>By Ada Lind</div><time class=published>4 "
               "March 2024</time><div class=share-buttons><a href=/f>Share</a></div>" STORY
               "<div class=author-bio><p>Ada Lind has written about harbours for the Courier since "
               "2011, and lives in Merrow.</div></article>",
         WANTED},
        {"links that lead away, between paragraphs",
         "<article><p>" P1 "<p><b>Read more: <a href=/1>Mayor of Merrow resigns</a></b><p>" P2
         "<p>Related: Ferries of the coast</p><p>" P3 "<p>Sign up for our letter of the day</p>",
         WANTED},
        {"plain text to the end of the page", "<p>" P1 "<p>" P2 "<plaintext>" P3, WANTED},
        {"a few words", "<!DOCTYPE html><p>One.<p>Two", "One.\n\nTwo"},
        {"frames", "<frameset cols=20%,*><frame src=menu.html><frame src=news.html></frameset>",
         ""},
    };
    for (size_t i = 0; i < LGM_COUNT(samples); i++)
        if (strcmp(text_of(*state, samples[i].html), samples[i].text) != 0)
            fail_msg("%s\nshould be %s\nis        %s", samples[i].build, samples[i].text,
                     ((reader *)*state)->page.text.ptr);
}

static void check_parts(const reader *r, const char *want)
{
    static const char *const names[] = {"p", "h", "li", "q", "caption", "row", "entry", "credit"};
    char all[400] = "";
    for (size_t i = 0; i < r->page.n_parts; i++)
        sprintf(all + strlen(all), "%s%s", i ? " " : "", names[r->page.part[i].kind]);
    assert_string_equal(all, want);
}

static void parts_are_of_their_kinds(void **state)
{
    reader *r = *state;
    text_of(r, TITLE "<article>" HEADLINE "<p>" P1 "<h2>Ferries</h2><p>" P2
                     "<ul><li>The first leaves at six.<li>The last one leaves at nine.</ul>"
                     "<blockquote><p>“We will not wait for spring,” the engineer wrote.</p>"
                     "</blockquote><figure><img src=x><figcaption>The bridge in winter, seen from "
                     "the quay (Image: Courier)</figcaption></figure><p>" P3);
    check_parts(r, "p h p li li q p");
    assert_int_equal(r->page.part[1].level, 2);
}

static void captions_of_tables_stay_and_of_pictures_do_not(void **state)
{
    reader *r = *state;
    text_of(r, "<article><p>" P1 "<figure><img src=x><figcaption>The bridge in winter"
               "</figcaption></figure><table><caption>Ferries a day</caption><tr><td>Monday"
               "<td>12</table><p>" P2);
    assert_string_equal(r->page.text.ptr, P1 "\n\nFerries a day\n\nMonday\n\n12\n\n" P2);
    check_parts(r, "p caption row row p");
}

static void a_live_page_is_read_in_entries(void **state)
{
    reader *r = *state;
    text_of(r, TITLE HEADLINE "<div class=feed>"
                              "<article><time>10:42</time><p>" P1 "</article>"
                              "<article><time>10:15</time><p>" P2 "</article>"
                              "<article><time>9:58</time><p>" P3 "</article></div>");
    assert_string_equal(r->page.text.ptr, "10:42\n\n" P1 "\n\n10:15\n\n" P2 "\n\n9:58\n\n" P3);
    check_parts(r, "entry p entry p entry p");
}

static void text_from_right_to_left_is_text(void **state)
{
    static const char HEBREW[] = "המועצה סגרה את הגשר הישן ביום שני, אמר ראש העיר, אחרי "
                                 "שצוללנים מצאו סדקים בשניים מעמודיו.";
    char html[1000];
    snprintf(html, sizeof html,
             "<html dir=rtl><nav><a href=/>בית</a></nav><article><p>%s</article>", HEBREW);
    assert_string_equal(text_of(*state, html), HEBREW);
}

static void invisible_characters_stay(void **state)
{
    assert_string_equal(
        text_of(*state, "<p>\xef\xbb\xbf" P1 "\xf3\xa0\x84\x80\xf3\xa0\x84\x81</p>"),
        "\xef\xbb\xbf" P1 "\xf3\xa0\x84\x80\xf3\xa0\x84\x81");
}

static void a_picture_in_the_page_itself_costs_nothing(void **state)
{
    const size_t room = (1 << 20) + 2000;
    char *html = malloc(room), *at = html;
    at += sprintf(at, "<article><p>" P1 "</p><img src='data:image/png;base64,");
    memset(at, 'A', 1 << 20);
    at += 1 << 20;
    sprintf(at, "'><p>" P2 "</p>");
    assert_string_equal(text_of(*state, html), P1 "\n\n" P2);
    free(html);
}

/* ---- what a reader is told ------------------------------------------------------------------- */

static void what_is_wrong_with_a_page_is_said(void **state)
{
    static const struct {
        const char *html, *says;
    } samples[] = {
        {"", NULL},
        {MENU "<footer>Contact</footer>", NULL},
        {MENU MENU MENU "<div>Now</div>", "not sure"},
        {TITLE "<script type=application/ld+json>{\"isAccessibleForFree\": \"False\"}</script>"
               "<article>" HEADLINE "<p>" P1 "</article><div class=paywall><p>Subscribe to read on",
         "subscribers"},
        {TITLE "<article>" HEADLINE STORY, NULL},
    };
    reader *r = *state;
    for (size_t i = 0; i < LGM_COUNT(samples); i++) {
        text_of(r, samples[i].html);
        if (!samples[i].says)
            assert_null(r->page.warning);
        else if (!r->page.warning || !strstr(r->page.warning, samples[i].says))
            fail_msg("%s: %s", samples[i].says, r->page.warning);
    }
}

static void a_list_of_reports_is_called_one(void **state)
{
    reader *r = *state;
    char html[20000] = TITLE MENU "<main>";
    for (int i = 0; i < 40; i++)
        sprintf(html + strlen(html),
                "<div><a href=/%d>Mayor %d of Merrow resigns at last</a></div>", i, i);
    strcat(html, "<p>" P1);
    text_of(r, html);
    assert_non_null(strstr(r->page.warning, "list"));
}

static void confidence_falls_with_what_is_left_out(void **state)
{
    reader *r = *state;
    text_of(r, TITLE "<article>" HEADLINE STORY "</article>");
    const double sure = r->page.confidence;
    assert_true(sure > 0.7);
    text_of(r, "<div><div>" STORY "</div><a href=/1>A link of some words that is here to part them "
               "and yet another one of so many words that it weighs as much</a><div><p>" OTHER
               "</div></div>");
    assert_true(r->page.confidence < sure);
    text_of(r, "");
    assert_true(r->page.confidence == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE(the_report_is_found_in_pages_of_any_build),
        PAGE(parts_are_of_their_kinds),
        PAGE(captions_of_tables_stay_and_of_pictures_do_not),
        PAGE(a_live_page_is_read_in_entries),
        PAGE(text_from_right_to_left_is_text),
        PAGE(invisible_characters_stay),
        PAGE(a_picture_in_the_page_itself_costs_nothing),
        PAGE(what_is_wrong_with_a_page_is_said),
        PAGE(a_list_of_reports_is_called_one),
        PAGE(confidence_falls_with_what_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
