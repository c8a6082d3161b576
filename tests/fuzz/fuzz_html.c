/*
 * fuzz_html.c - any bytes as a report, its title and its name: the web page of it has tags that
 * nest, elements that are ours, and no character that acts; the same bytes give the same page.
 */
#include <stdbool.h>
#include <string.h>

#include "fuzz_engine.h"
#include "html.h"

static bool is_ours(const char *name, size_t len)
{
    static const char *const elements[] = {
        "article", "header", "h1",   "h2",      "h3",     "p",          "b",    "i",     "u",
        "mark",    "span",   "a",    "em",      "small",  "time",       "code", "ol",    "ul",
        "li",      "div",    "br",   "section", "figure", "figcaption", "svg",  "title", "desc",
        "g",       "line",   "text", "tspan",   "circle", "rect",       "path"};
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strlen(elements[i]) == len && memcmp(elements[i], name, len) == 0) return true;
    return false;
}

typedef struct name {
    const char *at;
    size_t len;
} name;

/* Every "<" begins one of our tags, and they nest. */
static void check_tags(const char *s, const char *end)
{
    enum { DEEP = 64 };
    name open[DEEP];
    size_t n = 0;
    while ((s = memchr(s, '<', (size_t)(end - s)))) {
        const char *const close = memchr(s, '>', (size_t)(end - s));
        const bool ends = s[1] == '/';
        CHECK(close && !memchr(s + 1, '<', (size_t)(close - s - 1)));
        const name tag = {s + 1 + ends, strcspn(s + 1 + ends, " />")};
        CHECK(is_ours(tag.at, tag.len));
        if (ends) {
            CHECK(n > 0 && open[n - 1].len == tag.len && !memcmp(open[n - 1].at, tag.at, tag.len));
            n--;
        } else if (close[-1] != '/' && !(tag.len == 2 && memcmp(tag.at, "br", 2) == 0)) {
            CHECK(n < DEEP);
            open[n++] = tag;
        }
        s = close;
    }
    CHECK(n == 0);
}

static strbuf page_of(const lgm_input *in)
{
    lgm_record *r;
    strbuf b = {0};
    CHECK(lgm_read(worker, in, &r, NULL) == LGM_OK);
    html_report(&b, r, in->name, 1);
    html_entry(&b, r, 1, false);
    lgm_record_free(r);
    strbuf_put(&b, "", 1);
    CHECK(!b.failed);
    return b;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_open(0);
    char title[48] = {0};
    memcpy(title, data, size < sizeof title - 1 ? size : sizeof title - 1);
    const lgm_input in = {.text = (const char *)data,
                          .len = size,
                          .date = "2024-02-29",
                          .title = size % 2 ? title : NULL,
                          .byline = title,
                          .url = title,
                          .name = title};
    strbuf once = page_of(&in), again = page_of(&in);
    CHECK(once.len == again.len && memcmp(once.at, again.at, once.len) == 0);
    for (size_t i = 0; i + 1 < once.len; i++) {
        const unsigned char c = (unsigned char)once.at[i];
        CHECK((c >= 0x20 && c != 0x7f) || c == '\n' || c == '\t');
        CHECK(c != 0xc2 || (unsigned char)once.at[i + 1] >= 0xa0);
    }
    check_tags(once.at, once.at + once.len - 1);
    strbuf_done(&once);
    strbuf_done(&again);
    return 0;
}
