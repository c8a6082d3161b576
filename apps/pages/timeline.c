/* timeline.c - date, source, cue, and as much of the content as two lines hold; of a speech its
 * first claim. */
#include "timeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "event_list.h"
#include "happened.h"
#include "longdate.h"
#include "news.h"
#include "shown.h"

#define DOT " \u00b7 "

enum { INDENT = 4, LEAST = 24 }; /* columns: before a date; least of the content */
enum { MOST = 1024 };            /* bytes: most of the content */
enum { WIDEST = 24 };            /* columns of a date beside which words begin */

typedef struct entry {
    const lgm_dated *dated;
    news_part part;
    char date[LONGDATE_ROOM];
} entry;

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

static void put_claim(wrapper *w, const lgm_record *r, const lgm_dated *d)
{
    const lgm_claim *const c = &r->claims.at[d->record.index];
    char more[32] = "";
    if (d->also.n) snprintf(more, sizeof more, " and %zu more", d->also.n);
    strbuf who = {0};
    shown_speaker(&who, r, c);
    const size_t speaker = who.len;
    shown_cue(&who, r, c);
    strbuf_puts(&who, ": ");
    wrap_text(w, STYLE_BOLD, who.at, speaker);
    wrap_text(w, STYLE_PLAIN, who.at + speaker, who.len - speaker);
    const int taken = wrap_columns(who.at, who.len);
    const int left = 2 * (w->width - w->hanging) - taken - 6 -
                     (int)strlen(more); /* lines seldom end at the margin */
    if (who.failed) w->out->failed = true;
    strbuf_done(&who);
    put_content(w, r, c, left > LEAST ? left : LEAST);
    if (d->also.n) wrap_words(w, STYLE_DIM, more);
}

static void put_event(wrapper *w, const lgm_record *r, const lgm_event *v)
{
    strbuf rest = {0};
    happened_details(&rest, r, v, false);
    if (rest.len && v->asserted_by.n) strbuf_puts(&rest, DOT);
    happened_sources(&rest, r, v->asserted_by, HAPPENED_BY, NULL);
    event_list_put(w, r, v);
    if (rest.len) wrap_words(w, STYLE_DIM, DOT);
    wrap_text(w, STYLE_DIM, rest.at, rest.len);
    if (rest.failed) w->out->failed = true;
    strbuf_done(&rest);
}

/* date: NULL = that of the entry before. */
static void put_entry(wrapper *w, const lgm_record *r, const entry *e, const char *date, int column)
{
    const lgm_link of = e->dated->record;
    if (date && (int)strlen(date) > column - INDENT - 2) {
        wrap_indent(w, INDENT, INDENT);
        wrap_words(w, STYLE_DIM, date);
        wrap_end(w);
        date = NULL;
    }
    if (date)
        wrap_item(w, INDENT, column, STYLE_DIM, date);
    else if (w->width < WRAP_NARROW)
        wrap_indent(w, INDENT + 2, INDENT + 2);
    else
        wrap_indent(w, column, column);
    if (of.kind == 'c')
        put_claim(w, r, e->dated);
    else
        put_event(w, r, &r->events.at[of.index]);
    wrap_end(w);
}

/* Every entry of the timeline; NULL: out of memory. */
static entry *make_entries(const lgm_record *r)
{
    entry *const all = calloc(r->timeline.n + 1, sizeof *all);
    for (size_t i = 0; all && i < r->timeline.n; i++) {
        const lgm_dated *const d = &r->timeline.at[i];
        const lgm_time *const t = shown_time_of(r, d);
        const char *const mod = t ? t->mod.ptr : NULL;
        all[i] = (entry){.dated = d, .part = news_part_of(r, d->value.ptr, mod)};
        longdate(all[i].date, d->value.ptr, mod);
    }
    return all;
}

/* The column behind the dates; those that are too long for it have a line of their own. */
static int column_of(const entry *all, size_t n)
{
    int most = 0;
    for (size_t i = 0; i < n; i++) {
        const int len = (int)strlen(all[i].date);
        if (len > most && len <= WIDEST) most = len;
    }
    return INDENT + most + 2;
}

/* The entries of a part, in order of time. */
static void write_part(wrapper *w, const lgm_record *r, const entry *all, news_part part,
                       bool headed)
{
    const int column = column_of(all, r->timeline.n);
    const char *last = NULL;
    for (size_t i = 0; i < r->timeline.n; i++) {
        const entry *const e = &all[i];
        if (e->part != part) continue;
        if (!last && headed) {
            wrap_indent(w, 2, 2);
            wrap_words(w, STYLE_DIM, news_heading(part));
            wrap_end(w);
        }
        put_entry(w, r, e, last && strcmp(last, e->date) == 0 ? NULL : e->date, column);
        last = e->date;
    }
}

void timeline_write(wrapper *w, const lgm_record *r)
{
    bool has[NEWS_AHEAD + 1] = {false};
    if (r->timeline.n == 0) return;
    entry *const all = make_entries(r);
    if (!all) {
        w->out->failed = true;
        return;
    }
    for (size_t i = 0; i < r->timeline.n; i++) has[all[i].part] = true;
    const int n = has[NEWS_BACKGROUND] + has[NEWS_NOW] + has[NEWS_AHEAD];
    strbuf_puts(w->out, "\n");
    wrap_indent(w, 0, 0);
    wrap_words(w, STYLE_HEAD, "Timeline");
    wrap_end(w);
    for (news_part part = NEWS_BACKGROUND; part <= NEWS_AHEAD; part++)
        write_part(w, r, all, part, n > 1);
    free(all);
}
