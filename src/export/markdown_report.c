/*
 * markdown_report.c - a report to read and to go on writing: who said what, with a footnote for
 * each claim that has the sentence and where it stands. Footnotes as Pandoc, GitHub and others
 * have them.
 */
#include "export/exporting.h"

static void put_number(lgm_export *x, size_t claim)
{
    lgm_buf_puts(&x->out, "[^");
    lgm_buf_uint(&x->out, x->n + 1);
    lgm_buf_putc(&x->out, '-');
    lgm_buf_uint(&x->out, claim + 1);
    lgm_buf_putc(&x->out, ']');
}

static void put_words(lgm_buf *b, lgm_str s, const char *before)
{
    if (!s.len) return;
    lgm_buf_puts(b, before);
    lgm_export_markdown(b, lgm_export_slice(s));
}

static void put_claim(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_claim *const c = &r->claims.at[i];
    const lgm_str who = lgm_export_speaker(r, c);
    lgm_buf *const b = &x->out;
    lgm_buf words = {0};
    lgm_export_pieces(&words, r, c->content);
    lgm_buf_puts(b, "- **");
    lgm_export_markdown(b, who.len ? lgm_export_slice(who) : LGM_SLICE("unnamed"));
    lgm_buf_puts(b, "**");
    if (c->act)
        lgm_buf_puts(b, " ("),
            put_words(b, (lgm_str){lgm_act_name(c->act), __builtin_strlen(lgm_act_name(c->act))},
                      "");
    lgm_buf_puts(b, c->act ? "): " : ": ");
    lgm_export_markdown(b, (lgm_slice){words.at, words.len});
    lgm_buf_putc(b, ' ');
    put_number(x, i);
    lgm_buf_putc(b, '\n');
    if (words.failed) b->failed = true;
    lgm_buf_done(&words);
}

/* The sentence in which the claim begins, the report, and the characters of the claim. */
static void put_note(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_claim *const c = &r->claims.at[i];
    lgm_buf *const b = &x->out;
    if (!c->content.n) return;
    const lgm_cpspan first = c->content.at[0];
    put_number(x, i);
    lgm_buf_puts(b, ": ");
    lgm_export_markdown(b, lgm_export_quote(r, lgm_export_sentence(r, first.start)));
    lgm_buf_puts(b, " —");
    put_words(b, r->title, " ");
    put_words(b, r->publisher, ", ");
    put_words(b, r->date, ", ");
    put_words(b, r->url, ", ");
    lgm_buf_puts(b, ", characters ");
    lgm_buf_uint(b, first.start);
    lgm_buf_puts(b, "–");
    lgm_buf_uint(b, c->content.at[c->content.n - 1].end);
    lgm_buf_putc(b, '\n');
}

static void record(lgm_export *x, const lgm_record *r)
{
    lgm_buf *const b = &x->out;
    if (x->n) lgm_buf_putc(b, '\n');
    lgm_buf_puts(b, "# ");
    lgm_export_markdown(b, lgm_export_slice(r->title.len ? r->title : r->id));
    lgm_buf_puts(b, "\n");
    if (r->publisher.len || r->date.len) {
        lgm_buf_putc(b, '\n');
        put_words(b, r->publisher, "");
        put_words(b, r->date, r->publisher.len ? ", " : "");
        lgm_buf_putc(b, '\n');
    }
    lgm_buf_putc(b, '\n');
    for (size_t i = 0; i < r->claims.n; i++) put_claim(x, r, i);
    if (r->claims.n) lgm_buf_putc(b, '\n');
    for (size_t i = 0; i < r->claims.n; i++) put_note(x, r, i);
}

const lgm_export_writer lgm_export_markdown_report = {NULL, record, NULL};
