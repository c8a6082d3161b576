/* csv.c - see csv.h. */
#include "csv.h"

#include <stdio.h>
#include <string.h>

#include "shown.h"
#include "wrap.h"

typedef struct table {
    strbuf *out;
    bool any; /* a cell stands in this row */
    size_t n_guarded;
} table;

void csv_header(strbuf *out)
{
    strbuf_puts(out, "file,line,report_id,date,speaker,speaker_kind,source,cue,content,said,form,"
                     "act,certainty,confidence,claim,replies,to,justification,"
                     "justification_kind\r\n");
}

/* ---- cells ---- */

static bool is_formula(const strbuf *b)
{
    size_t i = 0;
    while (i < b->len && b->at[i] == '\'') i++;
    return i < b->len && strchr("=+-@", b->at[i]);
}

static void put_cell(table *t, const strbuf *b)
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

static void put_str(table *t, lgm_str s)
{
    strbuf b = {0};
    if (s.ptr) add_words(&b, s);
    put_cell(t, &b);
    strbuf_done(&b);
}

static void put_text(table *t, const char *s)
{
    put_str(t, (lgm_str){s, s ? strlen(s) : 0});
}

static void put_spans(table *t, const lgm_record *r, lgm_spans parts)
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

static void put_number(table *t, unsigned long long n)
{
    char s[24];
    snprintf(s, sizeof s, "%llu", n);
    put_text(t, s);
}

/* ---- rows ---- */

/* One after another, with "; " between them; several are one cell. */
static void add_item(strbuf *b, bool first, lgm_str words)
{
    strbuf item = {0};
    if (!first) strbuf_puts(b, "; ");
    add_words(&item, words);
    strbuf_put(b, item.at, item.len);
    if (item.failed) b->failed = true;
    strbuf_done(&item);
}

static void put_items(table *t, strbuf *b)
{
    put_cell(t, b);
    strbuf_done(b);
}

/* The speaker, or all who speak together. */
static void put_speakers(table *t, const lgm_record *r, const lgm_claim *c)
{
    strbuf b = {0};
    const lgm_indices one = {&c->speaker, c->speaker != LGM_NONE};
    const lgm_indices all = c->speakers.n ? c->speakers : one;
    for (size_t i = 0; i < all.n; i++) add_item(&b, i == 0, r->entities.at[all.at[i]].name);
    put_items(t, &b);
}

static void put_replies(table *t, const lgm_claim *c)
{
    strbuf b = {0};
    for (size_t i = 0; i < c->replies.n; i++)
        strbuf_printf(&b, "%s%s c%u", i ? "; " : "", lgm_answer_name(c->replies.at[i].how),
                      c->replies.at[i].to + 1);
    put_items(t, &b);
}

/* By name; by the words of the report who has none. */
static void put_told(table *t, const lgm_record *r, const lgm_claim *c)
{
    strbuf b = {0};
    for (size_t i = 0; i < c->to.n; i++) {
        const lgm_addressee *const a = &c->to.at[i];
        const bool known = a->entity != LGM_NONE && r->entities.at[a->entity].name.ptr;
        add_item(&b, i == 0,
                 known ? r->entities.at[a->entity].name
                       : lgm_record_quote(r, (lgm_cpspan){a->start, a->end}));
    }
    put_items(t, &b);
}

static void put_justification(table *t, const lgm_record *r, const lgm_justification *j)
{
    put_str(t, j ? lgm_record_quote(r, j->span) : (lgm_str){NULL, 0});
    put_text(t, j ? lgm_ground_name(j->kind) : NULL);
}

static void put_claim_id(table *t, const lgm_record *r, const lgm_claim *c)
{
    char id[24];
    snprintf(id, sizeof id, "c%zu", (size_t)(c - r->claims.at) + 1);
    put_text(t, id);
}

static void put_row(table *t, const lgm_record *r, const lgm_claim *c, size_t text_line)
{
    const lgm_str none = {NULL, 0};
    char confidence[16];
    snprintf(confidence, sizeof confidence, "%.2f", (double)c->confidence);
    t->any = false;
    put_str(t, r->from ? r->from->file : none);
    put_number(t, r->from && r->from->line ? r->from->line : text_line);
    put_str(t, r->id);
    put_str(t, r->date);
    put_speakers(t, r, c);
    put_text(t, lgm_speaker_kind_name(c->speaker_kind));
    put_spans(t, r, c->source);
    put_spans(t, r, c->cue);
    put_spans(t, r, c->content);
    put_str(t, c->said ? c->said->value : none);
    put_text(t, lgm_claim_form_name(c->form));
    put_text(t, lgm_act_name(c->act));
    put_text(t, lgm_certainty_name(c->certainty));
    put_text(t, confidence);
    put_claim_id(t, r, c);
    put_replies(t, c);
    put_told(t, r, c);
    put_justification(t, r, c->justification);
    strbuf_puts(t->out, "\r\n");
}

size_t csv_report(strbuf *out, const lgm_record *r)
{
    table t = {.out = out};
    shown_lines lines = {0, 0};
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        put_row(&t, r, c, shown_line_of(&lines, r, shown_first_span(c)));
    }
    return t.n_guarded;
}
