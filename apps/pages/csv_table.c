/* csv_table.c - see csv_table.h. */
#include "csv_table.h"

#include <stdio.h>
#include <string.h>

#include "shown.h"
#include "wrap.h"

/* ---- cells ---- */

static bool is_formula(const strbuf *b)
{
    size_t i = 0;
    while (i < b->len && b->at[i] == '\'') i++;
    return i < b->len && strchr("=+-@", b->at[i]);
}

static void put_cell(csv_table *t, const strbuf *b)
{
    const bool guarded = is_formula(b);
    const bool quoted = b->len && (memchr(b->at, ',', b->len) || memchr(b->at, '"', b->len));
    if (t->any) strbuf_puts(t->out, ",");
    if (quoted) strbuf_puts(t->out, "\"");
    if (guarded) strbuf_puts(t->out, "'");
    for (size_t i = 0; i < b->len; i++) {
        if (b->at[i] == '"') strbuf_puts(t->out, "\"");
        strbuf_put(t->out, &b->at[i], 1);
    }
    if (quoted) strbuf_puts(t->out, "\"");
    if (b->failed) t->out->failed = true;
    t->n_guarded += guarded;
    t->any = true;
}

/* On one line, with what would act on a screen made harmless. */
static void add_words(strbuf *b, lgm_str s)
{
    strbuf shown = {0};
    bool space = false;
    wrap_shown_text(&shown, s.ptr, s.len);
    for (size_t i = 0; i < shown.len; i++) {
        const bool blank = shown.at[i] == ' ';
        if (!blank && space && b->len) strbuf_puts(b, " ");
        if (!blank) strbuf_put(b, &shown.at[i], 1);
        space = blank;
    }
    if (shown.failed) b->failed = true;
    strbuf_done(&shown);
}

void csv_str(csv_table *t, lgm_str s)
{
    strbuf b = {0};
    if (s.ptr) add_words(&b, s);
    put_cell(t, &b);
    strbuf_done(&b);
}

void csv_text(csv_table *t, const char *s)
{
    csv_str(t, (lgm_str){s, s ? strlen(s) : 0});
}

void csv_spans(csv_table *t, const lgm_record *r, lgm_spans parts)
{
    strbuf b = {0}, part = {0};
    for (size_t i = 0; i < parts.n; i++) {
        if (i) strbuf_puts(&b, SHOWN_GAP);
        part.len = 0;
        add_words(&part, lgm_record_quote(r, parts.at[i]));
        strbuf_put(&b, part.at, part.len);
    }
    if (part.failed) b.failed = true;
    put_cell(t, &b);
    strbuf_done(&b);
    strbuf_done(&part);
}

void csv_number(csv_table *t, unsigned long long n)
{
    char s[24];
    snprintf(s, sizeof s, "%llu", n);
    csv_text(t, s);
}

/* One after another, with "; " between them; several are one cell. */
void csv_add(strbuf *b, bool first, lgm_str words)
{
    strbuf item = {0};
    if (!first) strbuf_puts(b, "; ");
    add_words(&item, words);
    strbuf_put(b, item.at, item.len);
    if (item.failed) b->failed = true;
    strbuf_done(&item);
}

void csv_items(csv_table *t, strbuf *b)
{
    put_cell(t, b);
    strbuf_done(b);
}

void csv_begin(csv_table *t, const lgm_record *r, size_t text_line)
{
    const lgm_str none = {NULL, 0};
    t->any = false;
    csv_str(t, r->from ? r->from->file : none);
    csv_number(t, r->from && r->from->line ? r->from->line : text_line);
    csv_str(t, r->id);
    csv_str(t, r->date);
}

void csv_share(csv_table *t, float share)
{
    char words[16];
    snprintf(words, sizeof words, "%.2f", (double)share);
    csv_text(t, words);
}

void csv_id(csv_table *t, char kind, size_t index)
{
    char id[24];
    snprintf(id, sizeof id, "%c%zu", kind, index + 1);
    csv_text(t, id);
}

void csv_end(csv_table *t)
{
    strbuf_puts(t->out, "\r\n");
}
