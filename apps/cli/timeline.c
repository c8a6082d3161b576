/* timeline.c - date, source, cue, and as much of the content as two lines hold. */
#include "timeline.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 4, LEAST = 24 };      /* columns: before a date; least of the content */
enum { DATE_ROOM = 32, MOST = 1024 }; /* bytes: of a date; most of the content */

/* A TIMEX3 value as a reader would write it: "2024-03-13TNI" is "2024-03-13 night". */
static void shown_date(char out[DATE_ROOM], const char *value)
{
    static const char *const parts[][2] = {
        {"TMO", "morning"}, {"TAF", "afternoon"}, {"TEV", "evening"}, {"TNI", "night"}};
    static const char *const seasons[][2] = {
        {"-SP", "spring"}, {"-SU", "summer"}, {"-FA", "autumn"}, {"-WI", "winter"}};
    const char *const t = strchr(value, 'T'), *const year = strchr(value, '-');
    const size_t len = strlen(value);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (t && strcmp(t, parts[i][0]) == 0) {
            snprintf(out, DATE_ROOM, "%.*s %s", (int)(t - value), value, parts[i][1]);
            return;
        }
        if (year && strcmp(year, seasons[i][0]) == 0) {
            snprintf(out, DATE_ROOM, "%s %.*s", seasons[i][1], (int)(year - value), value);
            return;
        }
    }
    if (len == 3)
        snprintf(out, DATE_ROOM, "%s0s", value);
    else if (t)
        snprintf(out, DATE_ROOM, "%.*s %s", (int)(t - value), value, t + 1);
    else
        snprintf(out, DATE_ROOM, "%s", value);
}

static bool entry_at(const lgm_doc *doc, size_t i, lgm_claim *claim, char date[DATE_ROOM])
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
    char date[DATE_ROOM];
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
        lgm_str s = lgm_doc_quote(doc, at[i]);
        while (s.len > 0 && strchr(",;: ", s.ptr[s.len - 1])) s.len--;
        if (i) wrap_words(w, STYLE_DIM, " \u2026 ");
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
        wrap_words(w, STYLE_DIM, "(no source named)");
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
    char date[DATE_ROOM];
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
