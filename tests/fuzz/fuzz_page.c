/*
 * fuzz_page.c - any bytes as a record: its page for a terminal, of any width, with colours or
 * without, in either order of claims, is UTF-8 of lines and holds no character that acts on the
 * terminal but our own colours, which all end; the same record gives the same page.
 */
#include <utf8proc.h>

#include "fuzz_maker.h"
#include "page.h"

/* Past our own "\033[1;2m"; notes whether a colour is on. */
static size_t past_colour(const char *s, size_t left, bool *on)
{
    CHECK(left > 3 && s[1] == '[');
    size_t n = 2;
    while (n < left && ((s[n] >= '0' && s[n] <= '9') || s[n] == ';')) n++;
    CHECK(n < left && s[n] == 'm');
    *on = !(n == 2 || (n == 3 && s[2] == '0'));
    return n + 1;
}

static void check_page(const strbuf *b, bool colour)
{
    bool on = false;
    CHECK(lgm_utf8_valid(b->at, b->len) == b->len);
    for (size_t i = 0, used; i < b->len; i += used) {
        if (colour && b->at[i] == '\033') {
            used = past_colour(b->at + i, b->len - i, &on);
            continue;
        }
        const int32_t c = lgm_utf8_next(b->at + i, b->len - i, &used);
        CHECK(c == '\n' || utf8proc_category(c) != UTF8PROC_CATEGORY_CC);
        CHECK((c < 0x202a || c > 0x202e) && (c < 0x2066 || c > 0x2069));
    }
    CHECK(!on);
    CHECK(b->len > 0 && b->at[b->len - 1] == '\n');
}

static strbuf page_of(const lgm_record *r, const char *name, const page_options *o)
{
    strbuf b = {0};
    page_write(&b, r, name, o);
    CHECK(!b.failed);
    return b;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_bytes bytes = {data, data + size};
    page_options o = {.width = 20 + (int)fuzz_below(&bytes, 180), .color = fuzz_below(&bytes, 2)};
    size_t taken;
    const uint8_t *const raw = fuzz_take(&bytes, fuzz_below(&bytes, 24), &taken);
    char name[25] = {0};
    if (taken) memcpy(name, raw, taken);
    lgm_record *const r = maker_record(bytes);
    for (int order = OUTLINE_TEXT; order <= OUTLINE_SPEAKER; order++) {
        o.order = (outline_order)order;
        strbuf once = page_of(r, taken ? name : NULL, &o);
        strbuf again = page_of(r, taken ? name : NULL, &o);
        CHECK(once.len == again.len && memcmp(once.at, again.at, once.len) == 0);
        check_page(&once, o.color);
        strbuf_done(&once);
        strbuf_done(&again);
    }
    lgm_record_free(r);
    return 0;
}
