/*
 * fuzz_web.c - any bytes are a page: its text is valid UTF-8, its parts are the text but for the
 * blank lines between them, what is ASCII leads back to itself in the page, and a reader that has
 * read other pages says the same.
 *
 * The first byte chooses the hints.
 */
#include <string.h>

#include "fuzz.h"
#include "web/page_bytes.h"
#include "web/web.h"

static void check_parts(const lgm_web_page *page)
{
    uint32_t end = 0;
    for (size_t i = 0; i < page->n_parts; i++) {
        const lgm_web_part *part = &page->part[i];
        CHECK(part->start == end && part->start < part->end && part->end <= page->text.len);
        end = part->end;
        if (i + 1 < page->n_parts) {
            CHECK(memcmp(page->text.ptr + end, "\n\n", 2) == 0);
            end += 2;
        }
    }
    CHECK(end == page->text.len);
}

static void check_map(const lgm_web_page *page, lgm_slice html, bool plain)
{
    for (size_t i = 0; i < page->n_map; i++) {
        CHECK(page->map[i].text < page->text.len && page->map[i].page <= html.len);
        CHECK(i == 0 || page->map[i].text > page->map[i - 1].text);
    }
    for (size_t i = 0; plain && i < page->text.len; i++) {
        const char c = page->text.ptr[i];
        const uint32_t at = lgm_web_place_of(page->map, page->n_map, (uint32_t)i);
        if (c <= ' ' || c > '~' || at >= html.len) continue;
        CHECK(html.ptr[at] == c || html.ptr[at] == '&' || page->text.ptr[i] == '&');
    }
}

/* ASCII, and no references that lack their semicolon: where those end is a guess. */
static bool is_plain(lgm_slice s)
{
    bool open = false;
    for (size_t i = 0; i < s.len; i++) {
        const char c = s.ptr[i];
        if ((unsigned char)c >= 0x80 || c == 0 || c == 0x1b) return false;
        if (c == '&')
            open = true;
        else if (c == ';')
            open = false;
        if (open && (c == '<' || c == ' ' || i + 1 == s.len || s.ptr[i + 1] == '&')) return false;
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const sets[] = {NULL, "utf-8", "windows-1252", "gb18030"};
    if (size == 0) return 0;
    const lgm_web_hints hints = {.fragment = data[0] & 1,
                                 .charset = sets[data[0] >> 1 & 3],
                                 .url = "https://ostrel.example"};
    const lgm_slice html = {(const char *)data + 1, size - 1};
    lgm_web *w;
    lgm_arena *a, *b;
    lgm_web_page page, again;
    CHECK(lgm_web_new(&w, NULL) == LGM_OK);
    CHECK(lgm_arena_new(&a, 0, NULL) == LGM_OK && lgm_arena_new(&b, 0, NULL) == LGM_OK);
    CHECK(lgm_web_read(w, html, &hints, a, &page, NULL) == LGM_OK);
    CHECK(lgm_utf8_valid(page.text.ptr, page.text.len) == page.text.len);
    CHECK(page.confidence >= 0 && page.confidence <= 1);
    check_parts(&page);
    check_map(&page, html, is_plain(html));
    CHECK(lgm_web_read(w, html, &hints, b, &again, NULL) == LGM_OK);
    CHECK(lgm_slice_eq(page.text, again.text) && page.n_map == again.n_map);
    lgm_arena_free(a);
    lgm_arena_free(b);
    lgm_web_free(w);
    return 0;
}
