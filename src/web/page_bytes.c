#include "web/page_bytes.h"

#include <strings.h>

#include "about/letters.h"
#include "base/charset.h"

enum { PRESCAN = 4096 }; /* the standard says 1024 at least; some pages have comments first */

/* ---- which set ------------------------------------------------------------------------------- */

static bool starts(lgm_slice s, const char *with)
{
    const size_t n = strlen(with);
    return s.len >= n && strncasecmp(s.ptr, with, n) == 0;
}

static lgm_slice skip_space(lgm_slice s)
{
    while (s.len && strchr(" \t\n\r\f", s.ptr[0]) && s.ptr[0]) s = from(s, 1);
    return s;
}

/* What stands behind "charset" and "=": a word, or one in quotation marks. */
static lgm_slice charset_value(lgm_slice s)
{
    for (; s.len; s = from(s, 1)) {
        if (!starts(s, "charset")) continue;
        lgm_slice v = skip_space(from(s, 7));
        if (!v.len || v.ptr[0] != '=') continue;
        v = skip_space(from(v, 1));
        const bool quoted = v.len && (v.ptr[0] == '"' || v.ptr[0] == '\'');
        const char *const ends = !quoted ? " \t\n\r\f;\"'/>" : v.ptr[0] == '"' ? "\"" : "'";
        if (quoted) v = from(v, 1);
        size_t n = 0;
        while (n < v.len && v.ptr[n] && !strchr(ends, v.ptr[n])) n++;
        return (lgm_slice){v.ptr, n};
    }
    return (lgm_slice){0};
}

static lgm_slice past(lgm_slice s, const char *mark)
{
    const char *at = memmem(s.ptr, s.len, mark, strlen(mark));
    return at ? from(s, (size_t)(at - s.ptr) + strlen(mark)) : (lgm_slice){s.ptr + s.len, 0};
}

/* The set that a <meta> or the XML declaration names; NULL: none. */
static const char *prescan(lgm_slice s)
{
    if (s.len > PRESCAN) s.len = PRESCAN;
    while (s.len) {
        const char *at = memchr(s.ptr, '<', s.len);
        if (!at) break;
        s = from(s, (size_t)(at - s.ptr));
        if (starts(s, "<!--")) {
            s = past(s, "-->");
            continue;
        }
        if (starts(s, "<meta") || starts(s, "<?xml")) {
            const char *end = memchr(s.ptr, '>', s.len);
            lgm_slice tag = {s.ptr, end ? (size_t)(end - s.ptr) : s.len};
            lgm_slice name = charset_value(tag);
            if (starts(s, "<?xml")) {
                tag = past(tag, "encoding=");
                if (tag.len > 1) {
                    const char *q = memchr(tag.ptr + 1, tag.ptr[0], tag.len - 1);
                    if (q) name = (lgm_slice){tag.ptr + 1, (size_t)(q - tag.ptr) - 1};
                }
            }
            const char *set = lgm_charset_name(name);
            /* It was read as ASCII, so it cannot be what it says. */
            if (set) return strncmp(set, "utf-16", 6) ? set : "utf-8";
        }
        s = from(s, 1);
    }
    return NULL;
}

static const char *by_mark(lgm_slice s, size_t *mark)
{
    *mark = 3;
    if (s.len >= 3 && memcmp(s.ptr, "\xef\xbb\xbf", 3) == 0) return "utf-8";
    *mark = 2;
    if (s.len >= 2 && memcmp(s.ptr, "\xff\xfe", 2) == 0) return "utf-16le";
    if (s.len >= 2 && memcmp(s.ptr, "\xfe\xff", 2) == 0) return "utf-16be";
    *mark = 0;
    if (s.len >= 4 && memcmp(s.ptr, "<\0", 2) == 0 && !s.ptr[3]) return "utf-16le";
    if (s.len >= 4 && memcmp(s.ptr, "\0<", 2) == 0 && !s.ptr[2]) return "utf-16be";
    return NULL;
}

static const char *by_server(const lgm_web_hints *h)
{
    const char *set = NULL;
    if (h && h->charset) set = lgm_charset_name((lgm_slice){h->charset, strlen(h->charset)});
    if (!set && h && h->content_type)
        set =
            lgm_charset_name(charset_value((lgm_slice){h->content_type, strlen(h->content_type)}));
    return set;
}

static bool is_ascii(lgm_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80) return false;
    return true;
}

/* ---- to UTF-8 -------------------------------------------------------------------------------- */

typedef struct recoder {
    lgm_arena *a;
    LGM_VEC(lgm_web_place) place;
    char *to;
    size_t n, page; /* bytes of the text and of the page */
    bool ok;
} recoder;

/* A place is noted where text and page stop going side by side. */
static void note(recoder *r)
{
    const lgm_web_place here = {(uint32_t)r->n, (uint32_t)r->page};
    if (r->place.n) {
        const lgm_web_place *last = &r->place.at[r->place.n - 1];
        if (here.text - last->text == here.page - last->page) return;
    }
    if (!lgm_vec_push(r->a, &r->place, here)) r->ok = false;
}

static void put(recoder *r, const char *s, size_t n, size_t used)
{
    memcpy(r->to + r->n, s, n);
    r->n += n;
    r->page += used;
}

static void put_cp(recoder *r, uint32_t cp, size_t used)
{
    char c[4];
    put(r, c, lgm_utf8_put(c, cp), used);
}

/* Bytes of the next character of s, by the first ones; *two is the state of ISO-2022-JP. */
static size_t bytes_of_char(const char *set, lgm_slice s, bool *two)
{
    const unsigned char c = (unsigned char)s.ptr[0], d = s.len > 1 ? (unsigned char)s.ptr[1] : 0;
    if (strncmp(set, "utf-16", 6) == 0) return (set[6] == 'l' ? d : c) >> 2 == 0xd8 >> 2 ? 4 : 2;
    if (strcmp(set, "iso-2022-jp") == 0) return *two ? 2 : 1;
    if (c < 0x80) return 1;
    if (strcmp(set, "gb18030") == 0 || strcmp(set, "gbk") == 0)
        return c == 0x80 ? 1 : d >= '0' && d <= '9' ? 4 : 2;
    if (strcmp(set, "euc-jp") == 0) return c == 0x8f ? 3 : 2;
    if (strcmp(set, "shift_jis") == 0)
        return c == 0x80 || c == 0xa0 || (c > 0xa0 && c < 0xe0) ? 1 : 2;
    return strcmp(set, "big5") == 0 || strcmp(set, "euc-kr") == 0 ? 2 : 1;
}

static void pass_shifts(recoder *r, lgm_slice s, const char *set, bool *two)
{
    if (strcmp(set, "iso-2022-jp") != 0) return;
    while (r->page + 2 < s.len && s.ptr[r->page] == 0x1b) {
        *two = s.ptr[r->page + 1] == '$';
        r->page += *two && s.ptr[r->page + 2] == '(' ? 4 : 3;
    }
    if (r->page > s.len) r->page = s.len;
}

/* Walks text and page, character by character. Of a malformed one each byte is a U+FFFD. */
static void trace(recoder *r, lgm_slice text, lgm_slice page, const char *set)
{
    bool two = false;
    const size_t mark = r->page;
    r->page = 0;
    while (r->n < text.len && r->page < page.len && r->ok) {
        size_t used;
        pass_shifts(r, page, set, &two);
        const size_t n = r->page;
        r->page += mark;
        note(r);
        r->page = n;
        const int32_t cp = lgm_utf8_next(text.ptr + r->n, text.len - r->n, &used);
        r->n += used;
        r->page += cp == 0xfffd || n == page.len ? 1 : bytes_of_char(set, from(page, n), &two);
    }
}

/* Valid stretches as they are, a malformed byte as Windows-1252. */
static lgm_status mend_utf8(recoder *r, lgm_slice s, lgm_slice *text, lgm_err *err)
{
    r->to = lgm_arena_alloc(r->a, s.len * 3 + 1);
    if (!r->to) return lgm_arena_fail(r->a, err);
    for (size_t i = 0; i < s.len && r->ok; i++) {
        const size_t good = lgm_utf8_valid(s.ptr + i, s.len - i);
        note(r);
        put(r, s.ptr + i, good, good);
        i += good;
        if (i == s.len) break;
        note(r);
        put_cp(r, lgm_cp1252((unsigned char)s.ptr[i]), 1);
    }
    *text = (lgm_slice){r->to, r->n};
    return r->ok ? LGM_OK : lgm_arena_fail(r->a, err);
}

lgm_status lgm_web_decode(lgm_slice bytes, const lgm_web_hints *hints, lgm_arena *a,
                          lgm_web_utf8 *out, lgm_err *err)
{
    size_t mark;
    const char *set = by_mark(bytes, &mark);
    const lgm_slice s = from(bytes, mark);
    const bool valid = lgm_utf8_valid(s.ptr, s.len) == s.len;
    recoder r = {.a = a, .page = mark, .ok = true};
    if (!set) set = by_server(hints);
    if (!set) set = prescan(s);
    if (!set) set = valid ? "utf-8" : "windows-1252";
    if (valid && mark == 0 && strncmp(set, "utf-16", 6) && strncmp(set, "iso-2022", 8) &&
        !is_ascii(s))
        set = "utf-8";
    lgm_status st = LGM_OK;
    note(&r);
    if (strcmp(set, "utf-8") == 0) {
        out->text = s;
        if (!valid) st = mend_utf8(&r, s, &out->text, err);
    } else {
        st = lgm_charset_decode(a, (lgm_slice){set, strlen(set)}, s, &out->text, NULL, err);
        if (st == LGM_OK) trace(&r, out->text, s, set);
    }
    if (st != LGM_OK) return st;
    if (!r.ok) return lgm_arena_fail(a, err);
    out->place = r.place.at;
    out->n_places = r.place.n;
    out->n_page = bytes.len;
    return LGM_OK;
}

uint32_t lgm_web_place_of(const lgm_web_place *place, size_t n, uint32_t at)
{
    size_t lo = 0, hi = n;
    while (hi - lo > 1) {
        const size_t mid = (lo + hi) / 2;
        if (place[mid].text <= at)
            lo = mid;
        else
            hi = mid;
    }
    return n ? place[lo].page + (at - place[lo].text) : at;
}
