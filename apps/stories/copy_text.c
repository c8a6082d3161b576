/* copy_text.c - see copy_text.h. */
#include "copy_text.h"

#include <stdio.h>
#include <string.h>

static void put_part(wrapper *w, text_style style, lgm_str s)
{
    if (!s.ptr) return;
    wrap_words(w, STYLE_DIM, " · ");
    wrap_text(w, style, s.ptr, s.len);
}

static void put_about(wrapper *w, text_style style, lgm_copy_report r)
{
    char report[40];
    snprintf(report, sizeof report, "Report %lld", (long long)r.report);
    wrap_words(w, style, report);
    put_part(w, STYLE_PLAIN, r.date);
    put_part(w, STYLE_PLAIN, r.publisher);
    put_part(w, style, r.title);
}

void copy_text_head(wrapper *w, lgm_copy_report r)
{
    wrap_indent(w, 0, 2);
    put_about(w, STYLE_BOLD, r);
    wrap_end(w);
}

static void put_credit(wrapper *w, const lgm_copy *c)
{
    if (!c->credit) return;
    wrap_words(w, STYLE_PLAIN, " (");
    wrap_words(w, STYLE_PLAIN, c->credit);
    wrap_words(w, STYLE_PLAIN, ")");
}

static void put_shares(wrapper *w, const lgm_copy *c)
{
    char text[160];
    snprintf(text, sizeof text,
             "; %.0f %% of report %lld is in report %lld (%u word%s), and %.0f %% of that in it",
             c->share * 100, (long long)c->report, (long long)c->of, c->words,
             c->words == 1 ? "" : "s", c->share_of * 100);
    wrap_words(w, STYLE_DIM, text);
    if (!c->quoted) return;
    snprintf(text, sizeof text, "; %u of the words are between quotation marks", c->quoted);
    wrap_words(w, STYLE_DIM, text);
}

void copy_text_pair(wrapper *w, const copy_shown *c)
{
    wrap_indent(w, 2, 4);
    wrap_words(w, STYLE_BOLD, lgm_copy_kind_name(c->copy.kind));
    wrap_words(w, STYLE_PLAIN, ": ");
    wrap_words(w, STYLE_PLAIN, lgm_copy_kind_text(c->copy.kind));
    put_credit(w, &c->copy);
    put_shares(w, &c->copy);
    wrap_end(w);
}

void copy_text_member(wrapper *w, const copy_shown *c, int64_t report)
{
    const bool later = report == c->copy.report;
    const int64_t other = later ? c->copy.of : c->copy.report;
    char text[96];
    wrap_indent(w, 2, 4);
    put_about(w, STYLE_PLAIN, later ? c->report : c->of);
    wrap_words(w, STYLE_DIM, " · ");
    wrap_words(w, STYLE_BOLD, later ? lgm_copy_kind_name(c->copy.kind) : "earlier");
    put_credit(w, &c->copy);
    snprintf(text, sizeof text, ", %.0f %% of it",
             (later ? c->copy.share : c->copy.share_of) * 100);
    wrap_words(w, STYLE_DIM, text);
    if (other != c->group) {
        snprintf(text, sizeof text, " in report %lld", (long long)other);
        wrap_words(w, STYLE_DIM, text);
    }
    wrap_end(w);
}

/* So many bytes from the start, or before the end, to the end of a word. */
static size_t head_of(lgm_str s, size_t len)
{
    while (len > 0 && s.ptr[len] != ' ') len--;
    return len;
}

static size_t tail_of(lgm_str s, size_t len)
{
    size_t at = s.len - len;
    while (at < s.len && s.ptr[at] != ' ') at++;
    return at;
}

void copy_text_passage(wrapper *w, const copy_shown *c, const lgm_copy_passage *p, lgm_str words)
{
    enum { LONG = 240, HEAD = 120, TAIL = 80 };
    char where[96];
    snprintf(where, sizeof where, "%lld:%u-%u = %lld:%u-%u  ", (long long)c->copy.report,
             p->in.start, p->in.end, (long long)c->copy.of, p->of.start, p->of.end);
    wrap_indent(w, 4, 6);
    wrap_words(w, STYLE_DIM, where);
    const size_t head = words.len > LONG ? head_of(words, HEAD) : words.len;
    wrap_text(w, STYLE_QUOTE, words.ptr, head);
    if (head < words.len) {
        const size_t tail = tail_of(words, TAIL);
        wrap_words(w, STYLE_DIM, " … ");
        wrap_text(w, STYLE_QUOTE, words.ptr + tail, words.len - tail);
    }
    wrap_end(w);
}
