/* sniff_text.c - formats of text, told from a report by how they begin. */
#include <string.h>
#include <strings.h>

#include "read/sniff.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static lgm_slice from(lgm_slice s, size_t at)
{
    return at < s.len ? (lgm_slice){s.ptr + at, s.len - at} : (lgm_slice){s.ptr + s.len, 0};
}

static lgm_slice trimmed(lgm_slice s)
{
    while (s.len && is_blank(*s.ptr)) s = from(s, 1);
    return s;
}

static bool begins(lgm_slice s, const char *word)
{
    const size_t n = strlen(word);
    return s.len >= n && strncasecmp(s.ptr, word, n) == 0;
}

static bool begins_one_of(lgm_slice s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (begins(s, words[i])) return true;
    return false;
}
#define BEGINS(s, ...)                                                                             \
    begins_one_of((s), (const char *const[]){__VA_ARGS__},                                         \
                  LGM_COUNT(((const char *const[]){__VA_ARGS__})))

/* Takes the next line off s; its end is left out. */
static lgm_slice take_line(lgm_slice *s)
{
    const char *const lf = s->len ? memchr(s->ptr, '\n', s->len) : NULL;
    lgm_slice line = {s->ptr, lf ? (size_t)(lf - s->ptr) : s->len};
    *s = from(*s, line.len + (lf != NULL));
    if (line.len && line.ptr[line.len - 1] == '\r') line.len--;
    return line;
}

/* ---- markup --------------------------------------------------------------------------------- */

/* Behind white space, comments, the declaration of XML and processing instructions. */
static lgm_slice first_element(lgm_slice s)
{
    for (;;) {
        s = trimmed(s);
        const char *const end = begins(s, "<!--") ? "-->" : begins(s, "<?") ? "?>" : NULL;
        const char *const at = end ? memmem(s.ptr, s.len, end, strlen(end)) : NULL;
        if (!at) return s;
        s = from(s, (size_t)(at - s.ptr) + strlen(end));
    }
}

/* The length of the tag of HTML at s, 0 where there is none. */
static size_t html_tag(lgm_slice s, bool *block)
{
    static const char *const blocks[] = {
        "p",     "div",  "br",      "li",      "ul",    "ol",     "td",     "tr",
        "table", "img",  "script",  "style",   "meta",  "link",   "h1",     "h2",
        "h3",    "h4",   "section", "article", "nav",   "header", "footer", "figure",
        "main",  "body", "head",    "html",    "title", "form"};
    static const char *const inlines[] = {"a", "b", "i", "em", "strong", "span", "u", "font"};
    size_t i = 1 + (s.len > 1 && s.ptr[1] == '/'), n = 0;
    if (s.len < 3 || s.ptr[0] != '<') return 0;
    char name[12] = {0};
    for (; i + n < s.len && n < sizeof name - 1; n++) {
        const char c = s.ptr[i + n];
        if (!is_letter(c) && !(n && c >= '0' && c <= '9')) break;
        name[n] = (char)(c | (is_letter(c) ? 32 : 0));
    }
    const lgm_slice word = {name, n};
    *block = lgm_slice_in(word, blocks, LGM_COUNT(blocks));
    if (!*block && !lgm_slice_in(word, inlines, LGM_COUNT(inlines))) return 0;
    const char *const end = memchr(s.ptr, '>', s.len);
    return end ? (size_t)(end - s.ptr) + 1 : 0;
}

typedef struct markup { /* tags of HTML in the head */
    size_t n_blocks, n_bytes;
    bool first; /* the head begins with the tag of a block */
} markup;

static markup markup_of(lgm_slice head)
{
    markup m = {0};
    for (size_t i = 0; i < head.len; i++) {
        bool block = false;
        const size_t n = html_tag(from(head, i), &block);
        if (!n) continue;
        m.n_blocks += block;
        m.first |= i == 0 && block;
        m.n_bytes += n;
        i += n - 1;
    }
    return m;
}

/* A page, or a piece of one: it begins with a block and has more of them, or a third of it is tags.
 * A text that has some words in <b> or begins with one <p> is a text. */
bool lgm_read_sniff_html(const lgm_read_look *look)
{
    const lgm_slice s = first_element(look->head);
    if (BEGINS(s, "<!doctype html", "<html", "<head>", "<body")) return true;
    if (look->named && s.len > 1 && s.ptr[0] == '<' && (is_letter(s.ptr[1]) || s.ptr[1] == '!'))
        return true;
    const markup m = markup_of(s);
    return (m.first && m.n_blocks >= 4) || (m.n_blocks >= 4 && m.n_bytes > s.len / 3) ||
           (look->named && m.n_blocks > 0);
}

/* Behind "<!DOCTYPE ...>" too; past "<", and past the prefix of a namespace. */
static lgm_slice root_name(lgm_slice head)
{
    lgm_slice s = first_element(head);
    while (begins(s, "<!doctype")) {
        const char *const end = memchr(s.ptr, '>', s.len), *const open = memchr(s.ptr, '[', s.len);
        const char *const close = open && end > open ? memmem(s.ptr, s.len, "]>", 2) : end;
        if (!close) return LGM_SLICE("");
        s = first_element(from(s, (size_t)(close - s.ptr) + (close == end ? 1 : 2)));
    }
    if (!s.len || *s.ptr != '<') return LGM_SLICE("");
    size_t n = 1;
    while (n < s.len && (is_letter(s.ptr[n]) || strchr("0123456789-_.", s.ptr[n]))) n++;
    return from(s, n < s.len && s.ptr[n] == ':' ? n + 1 : 1);
}

static bool has(lgm_slice head, const char *words)
{
    return memmem(head.ptr, head.len, words, strlen(words)) != NULL;
}

/* RDF is more than feeds, and "feed" is a word of many formats. */
bool lgm_read_sniff_feed(const lgm_read_look *look)
{
    const lgm_slice h = look->head, root = root_name(h);
    const bool atom = has(h, "w3.org/2005/Atom") || has(h, "purl.org/atom/ns");
    if (BEGINS(root, "rss ", "rss>", "rss\n", "rss\r", "rss\t")) return true;
    if (BEGINS(root, "feed", "entry")) return atom;
    if (BEGINS(root, "rdf")) return has(h, "purl.org/rss/") || has(h, "/rdf/simple/0.9");
    return BEGINS(root, "channel>", "channel ") && has(h, "<title");
}

bool lgm_read_sniff_newsml(const lgm_read_look *look)
{
    return BEGINS(root_name(look->head), "newsml", "newsitem", "newsmessage", "nitf",
                  "packageitem") ||
           BEGINS(first_element(look->head), "<!doctype nitf", "<!doctype newsml");
}

/* Also SGML, as corpora have it: the first line is a tag, and tags are closed. */
bool lgm_read_sniff_xml(const lgm_read_look *look)
{
    lgm_slice s = trimmed(look->head);
    if (begins(s, "<?xml") || begins(s, "<!doctype")) return true;
    if (s.len < 2 || s.ptr[0] != '<' || !is_letter(s.ptr[1])) return false;
    if (look->named) return true;
    const lgm_slice all = s, line = take_line(&s);
    bool block = false;
    const size_t tag = html_tag(line, &block);
    const bool alone =
        line.ptr[line.len - 1] == '>' && memchr(line.ptr, '>', line.len) == line.ptr + line.len - 1;
    return alone && !(tag && !block) && memmem(all.ptr, all.len, "</", 2);
}

/* ---- mail ----------------------------------------------------------------------------------- */

static bool is_header(lgm_slice line)
{
    size_t n = 0;
    while (n < line.len && (is_letter(line.ptr[n]) || line.ptr[n] == '-')) n++;
    return n > 0 && n + 1 < line.len && line.ptr[n] == ':' && is_blank(line.ptr[n + 1]);
}

/* A letter with From, Date and Subject on top may be a report; what only a mail program writes is
 * not. */
/* How many fields the header that s begins with has, and whether programs write one of them. */
static size_t count_fields(lgm_slice s, bool *technical)
{
    size_t n = 0;
    while (s.len) {
        const lgm_slice line = take_line(&s);
        if (line.len && is_blank(line.ptr[0]) && n) continue; /* goes on with its field */
        if (!is_header(line)) break;
        n++;
        *technical |= BEGINS(line, "Message-ID:", "Received:", "MIME-Version:", "Return-Path:",
                             "Delivered-To:", "Content-Type:", "Content-Transfer-Encoding:",
                             "DKIM-Signature:", "Snapshot-Content-Location:");
    }
    return n;
}

bool lgm_read_sniff_mbox(const lgm_read_look *look)
{
    lgm_slice rest = look->head;
    bool technical = false;
    return BEGINS(take_line(&rest), "From ") && count_fields(rest, &technical) >= 2 &&
           (technical || look->named);
}

bool lgm_read_sniff_mail(const lgm_read_look *look)
{
    bool technical = false;
    return count_fields(look->head, &technical) >= 2 && (technical || look->named);
}

/* ---- JSON ----------------------------------------------------------------------------------- */

/* Behind the string that s begins with; empty where it begins with none. */
static lgm_slice after_string(lgm_slice s)
{
    for (size_t i = 1; s.len && s.ptr[0] == '"' && i < s.len && s.ptr[i] != '\n'; i++) {
        if (s.ptr[i] == '"') return trimmed(from(s, i + 1));
        i += s.ptr[i] == '\\';
    }
    return (lgm_slice){s.ptr, 0};
}

static lgm_slice after_number(lgm_slice s)
{
    size_t n = 0;
    while (n < s.len && s.ptr[n] && strchr("0123456789+-.eE", s.ptr[n])) n++;
    return n ? trimmed(from(s, n)) : (lgm_slice){s.ptr, 0};
}

/* {"key": ...; [{ or [[ or ["one", or [1, ...: "[Updated]" and "{note}" begin a text. */
static bool begins_list(lgm_slice head)
{
    const lgm_slice s = trimmed(head), in = trimmed(from(s, 1));
    if (!s.len || s.ptr[0] != '[' || !in.len) return false;
    if (in.ptr[0] == '{' || (in.ptr[0] == '[' && begins_list(in))) return true;
    const lgm_slice after = in.ptr[0] == '"' ? after_string(in) : after_number(in);
    const bool ends = after.len && after.ptr[0] == ']' && trimmed(from(after, 1)).len == 0;
    return ends || (after.len && after.ptr[0] == ',');
}

static bool begins_object(lgm_slice head)
{
    const lgm_slice s = trimmed(head), after = after_string(trimmed(from(s, 1)));
    return s.len && s.ptr[0] == '{' && after.len && after.ptr[0] == ':';
}

static bool opens_alone(lgm_slice head)
{
    lgm_slice s = trimmed(head);
    const lgm_slice line = take_line(&s);
    return line.len && line.ptr[0] == '{' && trimmed(from(line, 1)).len == 0;
}

bool lgm_read_sniff_json(const lgm_read_look *look)
{
    return begins_list(look->head) || begins_object(look->head);
}

/* "key" and a colon. */
static bool has_key(lgm_slice s, const char *key)
{
    for (const char *p; (p = memmem(s.ptr, s.len, key, strlen(key))); s = from(s, 1)) {
        s = from(s, (size_t)(p - s.ptr) + strlen(key));
        const lgm_slice after = trimmed(s);
        if (after.len && *after.ptr == ':') return true;
    }
    return false;
}

/* One object, or more of them. What has a "text" is JSON Lines. */
bool lgm_read_sniff_newsjson(const lgm_read_look *look)
{
    const lgm_slice h = look->head;
    if ((!begins_object(h) && !begins_list(h)) || has_key(h, "\"text\"")) return false;
    if (has(h, "jsonfeed.org/version")) return true;
    const bool body =
        has(h, "\"body_") || has(h, "\"bodies\"") || has(h, "\"headline") || has(h, "\"byline\"");
    return (has(h, "ninjs") || has(h, "\"versioncreated\"") || has(h, "\"versionCreated\"") ||
            has(h, "\"pubstatus\"") || has(h, "\"pubStatus\"") || has(h, "\"uri\"") ||
            has(h, "\"guid\"")) &&
           (body || has(h, "ninjs"));
}

bool lgm_read_sniff_jsonl(const lgm_read_look *look)
{
    if (look->named) return !begins_list(look->head) && !opens_alone(look->head);
    return lgm_read_lines_sniff(look->f, look->json);
}

/* ---- tables --------------------------------------------------------------------------------- */

/* How often the separator stands in the line outside of quotation marks; in prose, blanks follow
 * commas. */
static size_t count_cells(lgm_slice line, char separator, bool *prose)
{
    size_t n = 0;
    bool quoted = false;
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == '"') quoted = !quoted;
        if (line.ptr[i] != separator || quoted) continue;
        n++;
        if (separator != '\t' && i + 1 < line.len && line.ptr[i + 1] == ' ') *prose = true;
    }
    return n;
}

/* The first line names the columns, and the next has as many. */
static bool is_table(lgm_slice head, char separator, bool named)
{
    bool prose = false;
    const size_t n = count_cells(take_line(&head), separator, &prose);
    if (n < (named ? 1 : 2) || prose) return false;
    if (named) return true;
    const lgm_slice second = take_line(&head), third = take_line(&head);
    return second.len && count_cells(second, separator, &prose) == n &&
           (!third.len || count_cells(third, separator, &prose) == n);
}

bool lgm_read_sniff_csv(const lgm_read_look *look)
{
    const lgm_slice head = trimmed(look->head);
    return is_table(head, ',', look->named) || is_table(head, ';', look->named) ||
           is_table(head, '\t', look->named);
}

bool lgm_read_sniff_text(const lgm_read_look *look)
{
    (void)look;
    return true;
}
