/* test_web.c - character sets, the way back to the page, and the limits of its tree. */
#include <uchar.h>

#include "web_reader.h"

#include "web/html_tree.h"
#include "web/page_bytes.h"

/* ---- character sets -------------------------------------------------------------------------- */

static void bytes_of_any_set_become_utf8(void **state)
{
    static const struct {
        const char *bytes, *charset, *text;
        size_t len;
    } samples[] = {
#define SAMPLE(bytes, charset, text) {bytes, charset, text, sizeof(bytes) - 1}
        SAMPLE("<p>caf\xc3\xa9", NULL, "caf\xc3\xa9"),
        SAMPLE("\xef\xbb\xbf<p>caf\xc3\xa9", "iso-8859-1", "caf\xc3\xa9"),
        SAMPLE("<p>caf\xe9", NULL, "caf\xc3\xa9"),
        SAMPLE("<p>\x93now\x94", "latin1", "\xe2\x80\x9cnow\xe2\x80\x9d"),
        SAMPLE("<meta charset=windows-1251><p>\xcc\xe8\xf0", NULL, "\xd0\x9c\xd0\xb8\xd1\x80"),
        SAMPLE("<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'><p>\x93\x8c",
               NULL, "\xe6\x9d\xb1"),
        SAMPLE("<?xml version='1.0' encoding='iso-8859-2'?><p>\xb3", NULL, "\xc5\x82"),
        SAMPLE("<!-- <meta charset=koi8-r> --><p>\xe9", NULL, "\xc3\xa9"),
        SAMPLE("<p>\xb0\xa1", " EUC-KR ", "\xea\xb0\x80"),
        SAMPLE("<p>\xb9\xe3", "gb2312", "\xe5\xb9\xbf"),
        SAMPLE("<p>\x1b$B@>\x1b(B!", "iso-2022-jp", "\xe8\xa5\xbf!"),
        SAMPLE("\xff\xfe<\0p\0>\0\xe9\0", NULL, "\xc3\xa9"),
        SAMPLE("\0<\0p\0>\0x", NULL, "x"),
        SAMPLE("<meta charset=utf-16><p>\xc3\xa9", NULL, "\xc3\xa9"),
        SAMPLE("<meta charset=no-such-set><p>\xe9", NULL, "\xc3\xa9"),
        /* called Latin 1 by a page that somebody saved in UTF-8 */
        SAMPLE("<meta charset=iso-8859-1><p>\xe2\x80\x9cno", NULL, "\xe2\x80\x9cno"),
        SAMPLE("<meta charset=utf-8><p>\xe9t\xc3\xa9", NULL, "\xc3\xa9t\xc3\xa9"),
#undef SAMPLE
    };
    for (size_t i = 0; i < LGM_COUNT(samples); i++) {
        const lgm_web_hints h = {.charset = samples[i].charset, .fragment = true};
        assert_string_equal(read_bytes(*state, samples[i].bytes, samples[i].len, &h),
                            samples[i].text);
    }
}

static void the_server_says_the_set_in_its_content_type(void **state)
{
    const lgm_web_hints h = {.content_type = "text/html;charset=\"koi8-r\"", .fragment = true};
    assert_string_equal(read_bytes(*state, "<p>\xcd", 4, &h), "\xd0\xbc");
}

/* ---- the way back ---------------------------------------------------------------------------- */

static void check_byte(const reader *r, const char *word, const char *in_page)
{
    const char *at = strstr(r->page.text.ptr, word), *page = strstr(r->html, in_page);
    assert_non_null(at);
    assert_non_null(page);
    assert_int_equal(
        lgm_web_place_of(r->page.map, r->page.n_map, (uint32_t)(at - r->page.text.ptr)),
        page - r->html);
}

static void every_byte_of_the_text_leads_back(void **state)
{
    reader *r = *state;
    const lgm_web_hints h = {.fragment = true};
    static const char HTML[] = "<meta charset=windows-1252><div>\r\n<p>Vale &amp; Sons  said\r\n"
                               "<b>caf\xe9</b> AT&T&#8217;s n&eacute;w <i>&lt;b&gt;</i> end</p>";
    read_bytes(r, HTML, sizeof HTML, &h); /* its NUL is one of the bytes */
    assert_string_equal(r->page.text.ptr, "Vale & Sons said caf\xc3\xa9 AT&T\xe2\x80\x99s "
                                          "n\xc3\xa9w <b> end");
    check_byte(r, "Vale", "Vale");
    check_byte(r, "& Sons", "&amp;");
    check_byte(r, "Sons", "Sons");
    check_byte(r, "said", "said");
    check_byte(r, "caf", "caf\xe9");
    check_byte(r, "AT&", "AT&");
    check_byte(r, "T\xe2", "T&#8217;");
    check_byte(r, "s n", "s n&e");
    check_byte(r, "w <", "w <i>");
    check_byte(r, "<b>", "&lt;");
    check_byte(r, "b> ", "b&gt;");
    check_byte(r, "end", "end");
}

/* "\u00d8" has a byte that begins a surrogate where it is read the wrong way round. */
static void characters_of_utf_16_lead_back(void **state)
{
    reader *r = *state;
    static const char16_t HTML[] = u"\ufeff<p>\u00d8re \U0001f6a2 Vale</p>";
    enum { N = sizeof HTML / sizeof *HTML - 1 };
    for (int big = 0; big < 2; big++) {
        char bytes[2 * N];
        size_t vale = 0;
        for (size_t i = 0; i < N; i++) {
            bytes[2 * i + !big] = (char)(HTML[i] >> 8);
            bytes[2 * i + big] = (char)(HTML[i] & 0xff);
            if (HTML[i] == 'V') vale = 2 * i;
        }
        const lgm_web_hints h = {.fragment = true};
        const char *const text = read_bytes(r, bytes, sizeof bytes, &h);
        const char *const at = strstr(text, "Vale");
        assert_non_null(at);
        assert_int_equal(lgm_web_place_of(r->page.map, r->page.n_map, (uint32_t)(at - text)), vale);
    }
}

static void a_shift_cut_by_the_end_leads_nowhere_else(void **state)
{
    reader *const r = *state;
    static const char HTML[] = "<p>a\x1b(BVale Vale\x1b$(";
    const lgm_web_hints h = {.fragment = true, .charset = "iso-2022-jp"};
    read_bytes(r, HTML, sizeof HTML - 1, &h);
    assert_true(r->page.n_map > 0);
    for (size_t i = 0; i < r->page.n_map; i++) assert_true(r->page.map[i].page <= sizeof HTML - 1);
}

/* ---- limits ---------------------------------------------------------------------------------- */

static char *repeated(const char *s, size_t n, const char *end)
{
    const size_t len = strlen(s);
    char *all = malloc(len * n + strlen(end) + 1), *to = all;
    for (size_t i = 0; i < n; i++, to += len) memcpy(to, s, len);
    strcpy(to, end);
    return all;
}

static void deep_pages_end_in_their_text(void **state)
{
    static const char *const tags[] = {"<div>",           "<b>",         "<a><p>",
                                       "<table><tr><td>", "<ul><li>",    "<font size=1><p>",
                                       "<svg><g>",        "<span></div>"};
    for (size_t i = 0; i < LGM_COUNT(tags); i++) {
        char *html = repeated(tags[i], 30000, "<p>" P1 "</p><p>" P2 "</p>");
        const lgm_web_hints h = {.fragment = true};
        const char *text = read_bytes(*state, html, strlen(html), &h);
        if (strcmp(tags[i], "<svg><g>") != 0 && !strstr(text, P1)) fail_msg("%s", tags[i]);
        free(html);
    }
}

static void a_long_page_is_read_as_far_as_the_limit(void **state)
{
    reader *r = *state;
    const lgm_web_hints h = {.max_bytes = sizeof("<p>" P1) - 1, .fragment = true};
    static const char HTML[] = "<p>" P1 "</p><p>" P2 "</p>";
    assert_string_equal(read_bytes(r, HTML, sizeof HTML - 1, &h), P1);
    assert_non_null(strstr(r->page.warning, "limit"));
}

static void a_page_of_too_many_elements_is_cut(void **state)
{
    reader *r = *state;
    char *html = repeated("<i>x</i>", LGM_WEB_MAX_NODES, "");
    text_of(r, html);
    assert_non_null(strstr(r->page.warning, "limit"));
    free(html);
    assert_string_equal(text_of(r, "<div>" STORY "</div>"), P1 "\n\n" P2 "\n\n" P3);
}

static void attributes_over_the_limit_are_left_out(UNUSED void **state)
{
    lgm_web_parser *p;
    lgm_arena *a;
    lgm_web_tree tree;
    char html[LGM_WEB_MAX_ATTRS * 12 + 40] = "<body";
    for (int i = 0; i < LGM_WEB_MAX_ATTRS + 1; i++) sprintf(html + strlen(html), " a%d=%d", i, i);
    strcat(html, "><p class='x  y' id=z>&amp;");
    assert_int_equal(lgm_web_parser_new(&p, NULL), LGM_OK);
    assert_int_equal(lgm_arena_new(&a, 0, NULL), LGM_OK);
    assert_int_equal(lgm_web_parse(p, (lgm_slice){html, strlen(html)}, a, &tree, NULL), LGM_OK);
    assert_true(tree.cut);
    assert_int_equal(tree.n, 5); /* html head body p and its text */
    assert_int_equal(tree.node[2].tag, LGM_HTML_BODY);
    assert_true(lgm_slice_eq(lgm_web_attr(&tree.node[2], "a255"), LGM_SLICE("255")));
    assert_null(lgm_web_attr(&tree.node[2], "a256").ptr);
    assert_true(lgm_slice_eq(lgm_web_class_of(&tree.node[3]), LGM_SLICE("x  y")));
    assert_true(lgm_slice_eq(lgm_web_id_of(&tree.node[3]), LGM_SLICE("z")));
    assert_true(lgm_slice_eq(tree.node[4].text, LGM_SLICE("&")));
    assert_int_equal(tree.node[2].end, 5);
    assert_int_equal(tree.node[4].parent, 3);
    lgm_arena_free(a);
    lgm_web_parser_free(p);
}

static void no_page_is_too_little(void **state)
{
    reader *r = *state;
    static const char *const pages[] = {"",
                                        " ",
                                        "<",
                                        "</",
                                        "<!--",
                                        "<!doctype",
                                        "<plaintext>",
                                        "<frameset><frame>",
                                        "<table>",
                                        "&",
                                        "&#",
                                        "&#x110000;",
                                        "<a href=",
                                        "<svg><![CDATA[",
                                        "\xff",
                                        "<p></p>"};
    for (size_t i = 0; i < LGM_COUNT(pages); i++) text_of(r, pages[i]);
    assert_int_equal(r->page.text.len, 0);
    read_bytes(r, "", 0, NULL);
    assert_int_equal(r->page.text.len, 0);
}

static void without_memory_there_is_an_error_and_no_leak(UNUSED void **state)
{
    static const char HTML[] = "<meta charset=koi8-r><div><p class=a>\xcd &amp; " P1 "</p></div>";
    for (int64_t n = 0;; n++) {
        lgm_web *w = NULL;
        lgm_arena *a = NULL;
        lgm_web_page page;
        lgm_err err;
        lgm_alloc_fail_after(n);
        lgm_status st = lgm_arena_new(&a, 0, &err);
        if (st == LGM_OK) st = lgm_web_new(&w, &err);
        if (st == LGM_OK)
            st = lgm_web_read(w, (lgm_slice){HTML, sizeof HTML - 1}, NULL, a, &page, &err);
        lgm_alloc_fail_after(-1);
        lgm_web_free(w);
        lgm_arena_free(a);
        if (st == LGM_OK) break;
        assert_int_equal(st, LGM_E_NOMEM);
        assert_true(err.message[0]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE(bytes_of_any_set_become_utf8),
        PAGE(the_server_says_the_set_in_its_content_type),
        PAGE(every_byte_of_the_text_leads_back),
        PAGE(characters_of_utf_16_lead_back),
        PAGE(a_shift_cut_by_the_end_leads_nowhere_else),
        PAGE(deep_pages_end_in_their_text),
        PAGE(a_long_page_is_read_as_far_as_the_limit),
        PAGE(a_page_of_too_many_elements_is_cut),
        cmocka_unit_test(attributes_over_the_limit_are_left_out),
        PAGE(no_page_is_too_little),
        cmocka_unit_test(without_memory_there_is_an_error_and_no_leak),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
