/* timeline.c - date, source, cue, and as much of the content as two lines hold; of a speech its
 * first claim. */
#include "timeline.h"

#include <stdio.h>
#include <string.h>

#include "shown.h"

enum { INDENT = 4, LEAST = 24 }; /* columns: before a date; least of the content */
enum { MOST = 1024 };            /* bytes: most of the content */

/* Columns that the longest date needs. */
static int date_columns(const lgm_record *r)
{
    char date[SHOWN_DATE_ROOM];
    int most = 0;
    for (size_t i = 0; i < r->timeline.n; i++) {
        shown_date(date, r->timeline.at[i].value.ptr);
        if ((int)strlen(date) > most) most = (int)strlen(date);
    }
    return most;
}

/* The first words of the content that fit; "…" stands for the rest. */
static void put_content(wrapper *w, const lgm_record *r, const lgm_claim *c, int columns)
{
    const lgm_str s = lgm_record_quote(r, c->content.at[0]);
    size_t end = s.len;
    bool cut = c->content.n > 1;
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

static void put_entry(wrapper *w, const lgm_record *r, const lgm_dated *d, const char *date,
                      int column)
{
    const lgm_claim *const c = &r->claims.at[d->record.index];
    char more[32] = "";
    if (d->also.n) snprintf(more, sizeof more, " and %zu more", d->also.n);
    strbuf who = {0};
    shown_speaker(&who, r, c);
    const size_t speaker = who.len;
    shown_cue(&who, r, c);
    strbuf_puts(&who, ": ");
    wrap_item(w, INDENT, column, STYLE_DIM, date);
    wrap_text(w, STYLE_BOLD, who.at, speaker);
    wrap_text(w, STYLE_PLAIN, who.at + speaker, who.len - speaker);
    const int taken = wrap_columns(who.at, who.len);
    const int left = 2 * (w->width - w->hanging) - taken - 6 -
                     (int)strlen(more); /* lines seldom end at the margin */
    if (who.failed) w->out->failed = true;
    strbuf_done(&who);
    put_content(w, r, c, left > LEAST ? left : LEAST);
    if (d->also.n) wrap_words(w, STYLE_DIM, more);
    wrap_end(w);
}

void timeline_write(wrapper *w, const lgm_record *r)
{
    char date[SHOWN_DATE_ROOM];
    const int column = INDENT + date_columns(r) + 2;
    bool any = false;
    for (size_t i = 0; i < r->timeline.n; i++) {
        const lgm_dated *const d = &r->timeline.at[i];
        if (d->record.kind != 'c') continue;
        if (!any) {
            strbuf_puts(w->out, "\n");
            wrap_indent(w, 0, 0);
            wrap_words(w, STYLE_HEAD, "Timeline");
            wrap_end(w);
        }
        any = true;
        shown_date(date, d->value.ptr);
        put_entry(w, r, d, date, column);
    }
}
