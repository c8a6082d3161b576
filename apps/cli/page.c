/*
 * page.c - the layout of the page.
 *
 *     Title of the report
 *     Publisher · 2024-05-24 · byline · file
 *     312 words · 2 claims · 5 names
 *     ────────────────────────────────────────────────────────────
 *
 *      1  the harbour master — said                 mixed · line 3
 *         the quay had been “closed for a week” before the fire
 *
 *      2  she (Ada Lind) — added                  indirect · line 5
 *         it would open again
 *
 *     Names
 *         People         Ada Lind ×3, Jo Marsh
 *
 *     Timeline
 *         2024-05-23  the harbour master — said: the quay had been “closed …
 */
#include "page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "known_as.h"
#include "timeline.h"
#include "wrap.h"

#define DOT " \u00b7 "
#define RULE "\u2500"
#define UNSURE 0.5f /* below this confidence a claim is marked, so that nobody takes it as read */
#define GAP " \u2026 " /* where something that is not part of the claim stands in between */

static void put(wrapper *w, text_style style, lgm_str s)
{
    if (s.ptr) wrap_text(w, style, s.ptr, s.len);
}

/* ---- head ---- */

static bool is_word(const lgm_word *word)
{
    for (size_t i = 0; i < word->form.len; i++) {
        const unsigned char c = (unsigned char)word->form.ptr[i];
        if ((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z')) return true;
        if (c >= 0xc3 && c != 0xe2) /* a letter of another script, not a dash or a quotation mark */
            return true;
    }
    return false;
}

/* Words as a person counts them: "don't" is one, a comma is none. */
static size_t count_words(const lgm_doc *doc)
{
    size_t n = 0;
    lgm_word word;
    for (size_t i = 0; lgm_doc_word(doc, i, &word) == LGM_OK; i++)
        n += !word.joined && is_word(&word);
    return n;
}

static size_t count_named(const lgm_doc *doc)
{
    size_t n = 0;
    lgm_entity e;
    for (size_t i = 0; lgm_doc_entity(doc, i, &e) == LGM_OK; i++) n += e.named != 0;
    return n;
}

static void put_count(wrapper *w, size_t n, const char *one, const char *many)
{
    strbuf b = {0};
    strbuf_number(&b, n);
    strbuf_puts(&b, " ");
    strbuf_puts(&b, n == 1 ? one : many);
    wrap_text(w, STYLE_DIM, b.at, b.len);
    strbuf_done(&b);
}

/* Plain text has no title of its own; a short first line that stands alone and is no sentence is
 * its headline to any reader. Shown, and not recorded. */
static lgm_str headline(const lgm_doc *doc)
{
    const lgm_str text = lgm_doc_text(doc);
    const lgm_str none = {NULL, 0};
    const char *const end = text.len ? memchr(text.ptr, '\n', text.len) : NULL;
    const size_t len = end ? (size_t)(end - text.ptr) : 0;
    if (len < 2 || len > 200 || len + 1 >= text.len || text.ptr[len + 1] != '\n') return none;
    return text.ptr[len - 1] == '.' ? none : (lgm_str){text.ptr, len};
}

/* One item of a list divided by dots. */
static void put_item(wrapper *w, bool *any, lgm_str s)
{
    if (!s.ptr) return;
    if (*any) wrap_words(w, STYLE_PLAIN, DOT);
    put(w, STYLE_PLAIN, s);
    *any = true;
}

static void write_head(wrapper *w, const lgm_doc *doc, const char *name)
{
    const lgm_str date = lgm_doc_date(doc), from = {name, name ? strlen(name) : 0};
    const lgm_str undated = {"no date", 7}, untitled = {"Untitled report", 15};
    const lgm_str title = lgm_doc_title(doc).ptr ? lgm_doc_title(doc) : headline(doc);
    bool any = false;
    wrap_indent(w, 0, 0);
    put(w, STYLE_HEAD, title.ptr ? title : untitled);
    wrap_end(w);

    wrap_indent(w, 0, 0);
    put_item(w, &any, lgm_doc_publisher(doc));
    put_item(w, &any, date.ptr ? date : undated);
    put_item(w, &any, lgm_doc_byline(doc));
    put_item(w, &any, from);
    wrap_end(w);

    wrap_indent(w, 0, 0);
    put_count(w, count_words(doc), "word", "words");
    wrap_words(w, STYLE_DIM, DOT);
    put_count(w, lgm_doc_n_claims(doc), "claim", "claims");
    wrap_words(w, STYLE_DIM, DOT);
    put_count(w, count_named(doc), "name", "names");
    wrap_end(w);
    strbuf_fill(w->out, RULE, (size_t)w->width);
    strbuf_puts(w->out, "\n");
}

/* ---- claims ---- */

/* Counts lines along the text; places are asked for in ascending order. */
typedef struct line_counter {
    size_t at, line;
} line_counter;

static size_t line_of(line_counter *c, const lgm_doc *doc, lgm_cpspan span)
{
    const lgm_str text = lgm_doc_text(doc), place = lgm_doc_quote(doc, span);
    const size_t end = place.ptr >= text.ptr && place.len ? (size_t)(place.ptr - text.ptr) : c->at;
    for (; c->at < end; c->at++) c->line += text.ptr[c->at] == '\n';
    return c->line + 1;
}

static lgm_cpspan first_span(const lgm_claim *c)
{
    lgm_cpspan first = c->n_content ? c->content[0] : (lgm_cpspan){0, 0};
    if (c->n_source && c->source[0].start < first.start) first = c->source[0];
    if (c->n_cue && c->cue[0].start < first.start) first = c->cue[0];
    return first;
}

/* The words without a comma at their end, which belongs to the sentence they come from. */
static lgm_str trimmed(lgm_str s)
{
    size_t len = s.len;
    while (len > 0 && strchr(",;: ", s.ptr[len - 1])) len--;
    return len ? (lgm_str){s.ptr, len} : s;
}

static void put_parts(wrapper *w, text_style style, const lgm_doc *doc, const lgm_cpspan *at,
                      size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i) wrap_words(w, STYLE_DIM, GAP);
        put(w, style, trimmed(lgm_doc_quote(doc, at[i])));
    }
}

/* Who and how: "the mayor (Ada Lind) — told reporters". */
static void write_speaker(wrapper *w, const lgm_doc *doc, const lgm_claim *c)
{
    lgm_str name;
    if (c->n_source)
        put_parts(w, STYLE_BOLD, doc, c->source, c->n_source);
    else
        wrap_words(w, STYLE_DIM, "(no source named)");
    if (known_as(doc, c, &name)) {
        wrap_words(w, STYLE_DIM, " (");
        put(w, STYLE_BOLD, trimmed(name));
        wrap_words(w, STYLE_DIM, ")");
    }
    if (c->n_cue) {
        wrap_words(w, STYLE_DIM, " \u2014 ");
        put_parts(w, STYLE_PLAIN, doc, c->cue, c->n_cue);
    }
}

static bool is_mark(lgm_str s)
{
    static const char *const marks[] = {"\"",     "'",      "`",      "\u201c", "\u201d",
                                        "\u201e", "\u201f", "\u2018", "\u2019", "\u201a",
                                        "\u00ab", "\u00bb", "\u2039", "\u203a"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (s.len == strlen(marks[i]) && memcmp(s.ptr, marks[i], s.len) == 0) return true;
    return false;
}

/* The mark at this code point of the text, or the one given where none stands there. */
static void put_mark(wrapper *w, const lgm_doc *doc, uint32_t at, const char *otherwise)
{
    const lgm_str there = lgm_doc_quote(doc, (lgm_cpspan){at, at + 1});
    if (is_mark(there))
        put(w, STYLE_QUOTE, there);
    else
        wrap_words(w, STYLE_QUOTE, otherwise);
}

/* One quoted run of a part. Where its mark is not in the part, it is put there all the same:
 * without it a reader would take the words for paraphrase. Returns where the part goes on. */
static uint32_t put_quoted(wrapper *w, const lgm_doc *doc, lgm_cpspan part, lgm_cpspan run)
{
    if (run.start == part.start)
        put_mark(w, doc, run.start ? run.start - 1 : UINT32_MAX - 1, "\u201c");
    put(w, STYLE_QUOTE, lgm_doc_quote(doc, run));
    if (run.end == part.end) {
        put_mark(w, doc, run.end, "\u201d");
        return run.end;
    }
    const lgm_cpspan after = {run.end, run.end + 1};
    if (!is_mark(lgm_doc_quote(doc, after))) return run.end;
    put(w, STYLE_QUOTE, lgm_doc_quote(doc, after));
    return run.end + 1;
}

/* Paraphrase up to `end`; a mark at its end opens the quoted run behind it, and looks like it. */
static void put_paraphrase(wrapper *w, const lgm_doc *doc, uint32_t start, uint32_t end)
{
    const lgm_cpspan last = {end - 1, end};
    const bool mark = end > start && is_mark(lgm_doc_quote(doc, last));
    if (end > start)
        put(w, STYLE_PLAIN, lgm_doc_quote(doc, (lgm_cpspan){start, mark ? end - 1 : end}));
    if (mark) put(w, STYLE_QUOTE, lgm_doc_quote(doc, last));
}

static void write_content(wrapper *w, const lgm_doc *doc, const lgm_claim *c, size_t claim)
{
    lgm_cpspan run;
    size_t q = 0;
    for (size_t i = 0; i < c->n_content; i++) {
        const lgm_cpspan part = c->content[i];
        uint32_t at = part.start;
        if (i) wrap_words(w, STYLE_DIM, GAP);
        for (; lgm_doc_claim_quoted(doc, claim, q, &run) == LGM_OK && run.start < part.end; q++) {
            if (run.start < at) continue;
            put_paraphrase(w, doc, at, run.start);
            at = put_quoted(w, doc, part, run);
        }
        if (at < part.end) put(w, STYLE_PLAIN, lgm_doc_quote(doc, (lgm_cpspan){at, part.end}));
    }
}

static int digits(size_t n)
{
    int d = 1;
    while (n >= 10) {
        n /= 10;
        d++;
    }
    return d;
}

static void write_claims(wrapper *w, const lgm_doc *doc)
{
    const size_t n = lgm_doc_n_claims(doc);
    const int column = digits(n) < 2 ? 2 : digits(n);
    line_counter lines = {0, 0};
    lgm_claim c;
    if (n == 0) strbuf_puts(w->out, "\nNobody is reported as saying anything.\n");
    for (size_t i = 0; lgm_doc_claim(doc, i, &c) == LGM_OK; i++) {
        char tail[64], number[24];
        snprintf(tail, sizeof tail, "%s%s" DOT "line %zu",
                 c.confidence < UNSURE ? "unsure" DOT : "", lgm_claim_form_name(c.form),
                 line_of(&lines, doc, first_span(&c)));
        snprintf(number, sizeof number, "%*zu", column, i + 1);
        strbuf_puts(w->out, "\n");
        strbuf_puts(w->out, number);
        strbuf_puts(w->out, "  ");
        wrap_indent(w, 0, column + 2);
        w->col = column + 2;
        wrap_tail(w, tail);
        write_speaker(w, doc, &c);
        wrap_end(w);
        wrap_indent(w, column + 2, column + 2);
        write_content(w, doc, &c, i);
        wrap_end(w);
    }
}

/* ---- names and warnings ---- */

static void write_heading(wrapper *w, const char *heading)
{
    strbuf_puts(w->out, "\n");
    wrap_indent(w, 0, 0);
    wrap_words(w, STYLE_HEAD, heading);
    wrap_end(w);
}

typedef struct name_count {
    lgm_str name;
    size_t n, order;
    const char *country; /* of a place that is not a country; NULL = not known */
} name_count;

static int most_first(const void *x, const void *y)
{
    const name_count *const a = x, *const b = y;
    if (a->n != b->n) return a->n > b->n ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* Which heading a name goes under. */
static unsigned group_of(lgm_entity_type type)
{
    switch (type) {
    case LGM_ENTITY_PER: return 0;
    case LGM_ENTITY_ORG: return 1;
    case LGM_ENTITY_GPE:
    case LGM_ENTITY_LOC: return 2;
    case LGM_ENTITY_FAC: return 3;
    case LGM_ENTITY_EVT: return 4;
    default: return 5;
    }
}

static void write_group(wrapper *w, const char *heading, const name_count *at, size_t n)
{
    wrap_indent(w, 4, 19);
    wrap_words(w, STYLE_DIM, heading);
    wrap_text(w, STYLE_PLAIN, " ", 1);
    strbuf_fill(w->out, " ", (size_t)(18 - w->col));
    w->col = 18;
    for (size_t i = 0; i < n; i++) {
        char times[32];
        if (i) wrap_words(w, STYLE_PLAIN, ", ");
        put(w, STYLE_PLAIN, at[i].name);
        if (at[i].country) {
            snprintf(times, sizeof times, "\u00a0(%s)", at[i].country);
            wrap_words(w, STYLE_DIM, times);
        }
        snprintf(times, sizeof times, "\u00a0\u00d7%zu", at[i].n);
        if (at[i].n > 1) wrap_words(w, STYLE_DIM, times);
    }
    wrap_end(w);
}

static const char *country_of(const lgm_doc *doc, size_t entity)
{
    lgm_entity_place p;
    return lgm_doc_place(doc, entity, &p) == LGM_OK && !p.is_country ? p.country : NULL;
}

static void write_names(wrapper *w, const lgm_doc *doc)
{
    static const char *const headings[] = {"People",    "Organisations", "Places",
                                           "Buildings", "Events",        "Other"};
    const size_t n = count_named(doc);
    name_count *const at = n ? calloc(n, sizeof *at) : NULL;
    if (n && !at) w->out->failed = true;
    if (!at) return;
    write_heading(w, "Names");
    for (unsigned g = 0; g < sizeof headings / sizeof *headings; g++) {
        size_t k = 0;
        lgm_entity e;
        for (size_t i = 0; lgm_doc_entity(doc, i, &e) == LGM_OK; i++)
            if (e.named && group_of(e.type) == g)
                at[k++] = (name_count){e.name, e.n_mentions, i, country_of(doc, i)};
        qsort(at, k, sizeof *at, most_first);
        if (k) write_group(w, headings[g], at, k);
    }
    free(at);
}

static void write_warnings(wrapper *w, const lgm_doc *doc)
{
    const size_t n = lgm_doc_n_warnings(doc);
    if (n) write_heading(w, "Warnings");
    for (size_t i = 0; i < n; i++) {
        wrap_indent(w, 4, 4);
        wrap_words(w, STYLE_PLAIN, lgm_doc_warning(doc, i));
        wrap_end(w);
    }
}

void page_write(strbuf *out, const lgm_doc *doc, const char *name, const page_options *o)
{
    wrapper w;
    wrap_start(&w, out, o->width, o->color);
    write_head(&w, doc, name);
    write_claims(&w, doc);
    write_names(&w, doc);
    timeline_write(&w, doc);
    write_warnings(&w, doc);
}
