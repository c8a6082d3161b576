/* timeline.c - date, source, cue, and as much of the content as two lines hold. */
#include "timeline.h"

#include <string.h>

#include "shown.h"

enum { INDENT = 4, LEAST = 24 }; /* columns: before a date; least of the content */
enum { MOST = 1024 };            /* bytes: most of the content */

static bool entry_at(const lgm_doc *doc, size_t i, lgm_claim *claim, char date[SHOWN_DATE_ROOM])
{
    lgm_timeline_entry e;
    lgm_time time;
    if (lgm_doc_timeline(doc, i, &e) != LGM_OK || lgm_doc_claim(doc, e.claim, claim) != LGM_OK ||
        lgm_doc_time(doc, e.time, &time) != LGM_OK || !time.value)
        return false;
    shown_date(date, time.value);
    return true;
}

/* Columns that the longest date needs. */
static int date_columns(const lgm_doc *doc)
{
    lgm_claim claim;
    char date[SHOWN_DATE_ROOM];
    int most = 0;
    for (size_t i = 0; entry_at(doc, i, &claim, date); i++)
        if ((int)strlen(date) > most) most = (int)strlen(date);
    return most;
}

/* The words of the spans on one line; returns the columns they take. */
static int put_spans(wrapper *w, text_style style, const lgm_doc *doc, const lgm_cpspan *at,
                     size_t n)
{
    int columns = 0;
    for (size_t i = 0; i < n; i++) {
        const lgm_str s = shown_trimmed(lgm_doc_quote(doc, at[i]));
        if (i) wrap_words(w, STYLE_DIM, SHOWN_GAP);
        if (s.len) wrap_text(w, style, s.ptr, s.len);
        columns += wrap_columns(s.ptr ? s.ptr : "", s.len) + (i ? 3 : 0);
    }
    return columns;
}

/* The first words of the content that fit; "…" stands for the rest. */
static void put_content(wrapper *w, const lgm_doc *doc, const lgm_claim *c, int columns)
{
    const lgm_str s = lgm_doc_quote(doc, c->content[0]);
    size_t end = s.len;
    bool cut = c->n_content > 1;
    if (end > MOST) { /* so that what is cut costs no more than what is shown */
        end = MOST;
        cut = true;
        while (end > 0 && (s.ptr[end] & 0xc0) == 0x80) end--;
    }
    while (end > 0 && wrap_columns(s.ptr, end) > columns) { /* back to the space before */
        cut = true;
        do end--;
        while (end > 0 && s.ptr[end] != ' ' && s.ptr[end] != '\n');
    }
    while (cut && end > 0 && strchr(",;: \n", s.ptr[end - 1])) end--;
    if (end) wrap_text(w, STYLE_PLAIN, s.ptr, end);
    if (cut) wrap_words(w, STYLE_DIM, " \u2026");
}

static void put_entry(wrapper *w, const lgm_doc *doc, const lgm_claim *c, const char *date,
                      int column)
{
    wrap_indent(w, INDENT, column);
    wrap_words(w, STYLE_DIM, date);
    wrap_text(w, STYLE_PLAIN, " ", 1);
    strbuf_fill(w->out, " ", (size_t)(column - 1 - w->col));
    w->col = column - 1;
    int taken = 3;
    if (c->n_source)
        taken += put_spans(w, STYLE_BOLD, doc, c->source, c->n_source);
    else
        wrap_words(w, STYLE_DIM, SHOWN_NO_SOURCE);
    wrap_words(w, STYLE_DIM, " \u2014 ");
    taken += put_spans(w, STYLE_PLAIN, doc, c->cue, c->n_cue) + 2;
    wrap_words(w, STYLE_DIM, ": ");
    const int left = 2 * (w->width - column) - taken - 6; /* lines seldom end at the margin */
    put_content(w, doc, c, left > LEAST ? left : LEAST);
    wrap_end(w);
}

void timeline_write(wrapper *w, const lgm_doc *doc)
{
    lgm_claim claim;
    char date[SHOWN_DATE_ROOM];
    const int column = INDENT + date_columns(doc) + 2;
    for (size_t i = 0; entry_at(doc, i, &claim, date); i++) {
        if (i == 0) {
            strbuf_puts(w->out, "\n");
            wrap_indent(w, 0, 0);
            wrap_words(w, STYLE_HEAD, "Timeline");
            wrap_end(w);
        }
        put_entry(w, doc, &claim, date, column);
    }
}
