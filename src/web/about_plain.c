/* about_plain.c - texts of attributes and of JSON as a reader would see them, and their keys. */
#include <string.h>

#include "base/fold.h"
#include "about/letters.h"
#include "web/about_facts.h"

/* ---- references ------------------------------------------------------------------------------ */

/* JSON-LD of templates holds references of HTML; these are the ones that headlines have. */
static const struct {
    const char *name;
    uint32_t cp;
} references[] = {
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},        {"quot", '"'},     {"apos", '\''},
    {"nbsp", ' '},     {"lsquo", 0x2018}, {"rsquo", 0x2019},  {"ldquo", 0x201c}, {"rdquo", 0x201d},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"hellip", 0x2026}, {"eacute", 0xe9},  {"pound", 0xa3},
};

static uint32_t by_number(lgm_slice s)
{
    const bool hex = s.len > 1 && (s.ptr[0] | 32) == 'x';
    uint32_t cp = 0;
    for (size_t i = hex; i < s.len; i++) {
        const char c = s.ptr[i] >= '0' && s.ptr[i] <= '9' ? s.ptr[i] : (char)(s.ptr[i] | 32);
        const uint32_t digit = c <= '9' ? (uint32_t)(c - '0') : (uint32_t)(c - 'a') + 10;
        if (digit >= (hex ? 16u : 10u)) return 0;
        cp = cp * (hex ? 16 : 10) + digit;
        if (cp > 0x10ffff) return 0;
    }
    return cp >= 0xd800 && cp < 0xe000 ? 0 : cp;
}

/* What the reference at the start of s stands for; 0 for none. *len gets its bytes. */
static uint32_t reference(lgm_slice s, size_t *len)
{
    size_t n = 1;
    while (n < s.len && n < 12 && s.ptr[n] != ';') n++;
    if (n < 3 || n == s.len || s.ptr[n] != ';') return 0;
    const lgm_slice name = {s.ptr + 1, n - 1};
    *len = n + 1;
    if (name.ptr[0] == '#') return by_number(from(name, 1));
    for (size_t i = 0; i < LGM_COUNT(references); i++)
        if (lgm_slice_eq(name, (lgm_slice){references[i].name, strlen(references[i].name)}))
            return references[i].cp;
    return 0;
}

static bool is_white(uint32_t cp)
{
    return cp <= ' ' || cp == 0x7f || cp == 0xa0 || (cp >= 0x2000 && cp <= 0x200b) ||
           cp == 0x202f || cp == 0x3000 || cp == 0xfeff;
}

static size_t write_plain(lgm_slice s, char *out)
{
    size_t n = 0;
    while (s.len) {
        size_t used = 1, len = 0;
        const int32_t next = lgm_utf8_next(s.ptr, s.len, &used);
        uint32_t cp = next < 0 ? 0xfffd : (uint32_t)next;
        const uint32_t meant = cp == '&' ? reference(s, &len) : 0;
        if (meant) cp = meant, used = len;
        s = from(s, used);
        if (is_white(cp)) {
            if (n && out[n - 1] != ' ') out[n++] = ' ';
        } else
            n += lgm_utf8_put(out + n, cp);
    }
    return n && out[n - 1] == ' ' ? n - 1 : n;
}

lgm_slice lgm_web_plain(lgm_web_facts *f, lgm_slice s)
{
    if (!s.len || f->failed) return (lgm_slice){0};
    char *const out = lgm_arena_alloc(f->arena, 3 * s.len + 1);
    f->failed = !out;
    if (!out) return (lgm_slice){0};
    const size_t n = write_plain(s, out);
    out[n] = 0;
    return n ? (lgm_slice){out, n} : (lgm_slice){0};
}

/* ---- keys ------------------------------------------------------------------------------------ */

/* Punctuation of the blocks that titles have; letters of any script are more than this. */
static bool is_in_key(uint32_t cp)
{
    if (cp < 0x80) return (cp >= '0' && cp <= '9') || ((cp | 32) >= 'a' && (cp | 32) <= 'z');
    return cp >= 0xc0 && cp != 0xd7 && cp != 0xf7 && !(cp >= 0x2000 && cp < 0x2c00) &&
           !(cp >= 0x3000 && cp < 0x3040) && cp != 0xfeff && cp != 0xfffd;
}

lgm_slice lgm_web_key(lgm_web_facts *f, lgm_slice s)
{
    size_t n = 0;
    if (!s.len || f->failed) return (lgm_slice){0};
    char *const out = lgm_arena_alloc(f->arena, 2 * s.len + 4);
    f->failed = !out;
    while (out && s.len) {
        size_t used = 1;
        const int32_t cp = lgm_utf8_next(s.ptr, s.len, &used);
        if (cp >= 0 && is_in_key((uint32_t)cp))
            n += lgm_utf8_put(out + n, lgm_lower_cp((uint32_t)cp));
        s = from(s, used);
    }
    return n ? (lgm_slice){out, n} : (lgm_slice){0};
}

bool lgm_web_same(lgm_web_facts *f, lgm_slice a, lgm_slice b)
{
    const lgm_slice x = lgm_web_key(f, a), y = lgm_web_key(f, b);
    return x.len && lgm_slice_eq(x, y);
}

bool lgm_web_holds(lgm_slice s, lgm_slice part)
{
    while (part.len && s.len >= part.len) {
        const char *const at = memchr(s.ptr, part.ptr[0], s.len - part.len + 1);
        if (!at) return false;
        if (memcmp(at, part.ptr, part.len) == 0) return true;
        s = from(s, (size_t)(at - s.ptr) + 1);
    }
    return false;
}

bool lgm_web_is_address(lgm_slice s)
{
    return begins(s, "http:") || begins(s, "https:") || begins(s, "//") || begins(s, "www.");
}

/* ---- notes ----------------------------------------------------------------------------------- */

void lgm_web_note(lgm_web_facts *f, lgm_web_fact fact, lgm_web_source source, lgm_slice value)
{
    lgm_slice *const to = &f->text[fact][source];
    if (!to->len) *to = lgm_web_plain(f, value);
}

void lgm_web_note_title(lgm_web_facts *f, lgm_web_source source, lgm_slice value)
{
    const lgm_slice title =
        value.len <= 2 * LGM_WEB_LONGEST_TITLE ? lgm_web_plain(f, value) : (lgm_slice){0};
    if (!title.len || title.len > LGM_WEB_LONGEST_TITLE) return;
    if (!f->text[LGM_FACT_TITLE][source].len) f->text[LGM_FACT_TITLE][source] = title;
    if (f->n_titles < LGM_WEB_MOST_TITLES) f->titles[f->n_titles++] = title;
}

void lgm_web_note_moment(lgm_moment *to, lgm_slice value, lgm_day_order order)
{
    lgm_moment m;
    if (to->day.year || !lgm_about_moment(value, order, &m, NULL)) return;
    const bool unset = m.day.year == 1970 && m.day.month == 1 && m.day.day == 1;
    if (!unset) *to = m;
}
