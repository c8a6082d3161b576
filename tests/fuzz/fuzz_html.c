/*
 * fuzz_html.c - any bytes as a record and the name of its file: the web page of it has tags that
 * nest, elements that are ours, ids that are there once, links that lead to them, and no character
 * that acts, in either order of claims; the same record gives the same page.
 */
#include "fuzz_maker.h"
#include "html.h"

static bool is_ours(const char *name, size_t len)
{
    static const char *const elements[] = {
        "article", "header", "h1",   "h2",  "h3",   "p",       "b",      "i",
        "u",       "mark",   "span", "a",   "em",   "small",   "time",   "code",
        "ol",      "ul",     "li",   "div", "br",   "section", "figure", "figcaption",
        "svg",     "title",  "desc", "g",   "line", "text",    "tspan",  "circle",
        "rect",    "path",   "dl",   "dt",  "dd",   "details", "summary"};
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strlen(elements[i]) == len && memcmp(elements[i], name, len) == 0) return true;
    return false;
}

typedef struct element {
    const char *at;
    size_t len;
} element;

/* Every "<" begins one of our tags, and they nest. */
static void check_tags(const char *s, const char *end)
{
    enum { DEEP = 64 };
    element open[DEEP];
    size_t n = 0;
    while ((s = memchr(s, '<', (size_t)(end - s)))) {
        const char *const close = memchr(s, '>', (size_t)(end - s));
        const bool ends = s[1] == '/';
        CHECK(close && !memchr(s + 1, '<', (size_t)(close - s - 1)));
        const element tag = {s + 1 + ends, strcspn(s + 1 + ends, " />")};
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

enum { MOST_IDS = 4096 };

/* The values of all attributes `name="` ... in order; returns how many. */
static size_t values_of(const strbuf *b, const char *name, lgm_slice values[MOST_IDS])
{
    size_t n = 0;
    for (const char *s = b->at; n < MOST_IDS && (s = strstr(s, name)); n++) {
        s += strlen(name);
        values[n] = (lgm_slice){s, strcspn(s, "\"")};
    }
    return n;
}

static int by_bytes(const void *a, const void *b)
{
    const lgm_slice *const x = a, *const y = b;
    const int order = memcmp(x->ptr, y->ptr, x->len < y->len ? x->len : y->len);
    return order ? order : (x->len > y->len) - (x->len < y->len);
}

static void check_links(const strbuf *b)
{
    static lgm_slice ids[MOST_IDS], links[MOST_IDS];
    const size_t n = values_of(b, " id=\"", ids), n_links = values_of(b, " href=\"#", links);
    qsort(ids, n, sizeof *ids, by_bytes);
    for (size_t i = 1; i < n; i++) CHECK(by_bytes(&ids[i - 1], &ids[i]) != 0);
    for (size_t i = 0; n < MOST_IDS && i < n_links; i++)
        CHECK(bsearch(&links[i], ids, n, sizeof *ids, by_bytes));
}

static strbuf page_of(const lgm_record *r, const char *name, outline_order order)
{
    strbuf b = {0};
    html_report(&b, r, name, 1, (html_options){.order = order});
    html_entry(&b, r, 1, false);
    html_entry(&b, r, 1, true);
    strbuf_put(&b, "", 1);
    CHECK(!b.failed);
    return b;
}

static void check_page(const lgm_record *r, const char *name, outline_order order)
{
    strbuf once = page_of(r, name, order), again = page_of(r, name, order);
    CHECK(once.len == again.len && memcmp(once.at, again.at, once.len) == 0);
    CHECK(lgm_utf8_valid(once.at, once.len) == once.len);
    for (size_t i = 0; i + 1 < once.len; i++) {
        const unsigned char c = (unsigned char)once.at[i];
        CHECK((c >= 0x20 && c != 0x7f) || c == '\n' || c == '\t');
        CHECK(c != 0xc2 || (unsigned char)once.at[i + 1] >= 0xa0);
    }
    check_tags(once.at, once.at + once.len - 1);
    check_links(&once);
    strbuf_done(&once);
    strbuf_done(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_bytes bytes = {data, data + size};
    size_t taken;
    const uint8_t *const raw = fuzz_take(&bytes, fuzz_below(&bytes, 24), &taken);
    char name[25] = {0};
    if (taken) memcpy(name, raw, taken);
    lgm_record *const r = maker_record(bytes);
    check_page(r, taken ? name : NULL, OUTLINE_TEXT);
    check_page(r, taken ? name : NULL, OUTLINE_SPEAKER);
    lgm_record_free(r);
    return 0;
}
