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
    strbuf who = {0};
    shown_speaker(&who, doc, c);
    const size_t speaker = who.len;
    shown_cue(&who, doc, c);
    strbuf_puts(&who, ": ");
    wrap_item(w, INDENT, column, STYLE_DIM, date);
    wrap_text(w, STYLE_BOLD, who.at, speaker);
    wrap_text(w, STYLE_PLAIN, who.at + speaker, who.len - speaker);
    const int taken = wrap_columns(who.at, who.len);
    const int left = 2 * (w->width - w->hanging) - taken - 6; /* lines seldom end at the margin */
    if (who.failed) w->out->failed = true;
    strbuf_done(&who);
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
