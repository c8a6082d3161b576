/* event_list.c - figures, and events by who tells of them. */
#include "event_list.h"

#include <stdio.h>
#include <stdlib.h>

#include "figure_box.h"
#include "happened.h"
#include "shown.h"

#define DOT " \u00b7 "

enum { INDENT = 4, HANGING = 8, WIDEST = 30 }; /* columns; the last of a figure */

static void put_names(wrapper *w, const lgm_record *r, lgm_indices entities)
{
    strbuf names = {0};
    happened_names(&names, r, entities);
    wrap_text(w, STYLE_BOLD, names.at, names.len);
    if (names.failed) w->out->failed = true;
    strbuf_done(&names);
}

void event_list_put(wrapper *w, const lgm_record *r, const lgm_event *v)
{
    const lgm_str trigger = shown_trimmed(lgm_record_quote(r, v->trigger));
    put_names(w, r, v->agents);
    if (v->agents.n) wrap_words(w, STYLE_DIM, " \u2014 ");
    wrap_text(w, STYLE_PLAIN, trigger.ptr, trigger.len);
    if (v->patients.n) wrap_words(w, STYLE_DIM, ": ");
    put_names(w, r, v->patients);
}

static void write_heading(wrapper *w, const char *words)
{
    strbuf_puts(w->out, "\n");
    wrap_indent(w, 0, 0);
    wrap_words(w, STYLE_HEAD, words);
    wrap_end(w);
}

/* ---- events ---- */

/* tail: who says so, or where it stands; in one line with the rest where there is room. */
static void write_event(wrapper *w, const lgm_record *r, const lgm_event *v, const strbuf *tail)
{
    strbuf details = {0};
    happened_details(&details, r, v, true);
    wrap_indent(w, INDENT + 2, HANGING);
    wrap_tail(w, tail->at);
    event_list_put(w, r, v);
    if (details.len) wrap_words(w, STYLE_DIM, DOT);
    wrap_text(w, STYLE_DIM, details.at, details.len);
    wrap_end(w);
    if (details.failed) w->out->failed = true;
    strbuf_done(&details);
}

static void put_sources(strbuf *out, const lgm_record *r, const lgm_event *v, size_t line)
{
    if (v->asserted_by.n == 0)
        strbuf_printf(out, "line %zu", line);
    else
        happened_sources(out, r, v->asserted_by, "", NULL);
    strbuf_put(out, "", 1);
}

static void begin_group(wrapper *w, const char *heading)
{
    wrap_indent(w, INDENT, INDENT);
    wrap_words(w, STYLE_DIM, heading);
    wrap_end(w);
}

/* Those that the report tells in its own voice, or the others. */
static void write_events(wrapper *w, const lgm_record *r, const happened_as *as, bool own)
{
    shown_lines lines = {0, 0};
    bool any = false;
    for (size_t i = 0; i < r->events.n; i++) {
        const lgm_event *const v = &r->events.at[i];
        strbuf tail = {0};
        if (as[i] != HAPPENED_SHOWN || (v->asserted_by.n == 0) != own) continue;
        if (!any) begin_group(w, own ? "The report itself says" : "Others say");
        any = true;
        put_sources(&tail, r, v, shown_line_of(&lines, r, v->trigger));
        if (!tail.failed) write_event(w, r, v, &tail);
        if (tail.failed) w->out->failed = true;
        strbuf_done(&tail);
    }
}

/* Those of which no more is known, in one paragraph. */
static void write_bare(wrapper *w, const lgm_record *r, const happened_as *as)
{
    bool any = false;
    for (size_t i = 0; i < r->events.n; i++) {
        const lgm_event *const v = &r->events.at[i];
        const lgm_str trigger = shown_trimmed(lgm_record_quote(r, v->trigger));
        if (as[i] != HAPPENED_BARE) continue;
        if (!any) wrap_indent(w, INDENT, INDENT + 2);
        wrap_words(w, STYLE_DIM, any ? ", " : "Also named: ");
        wrap_text(w, STYLE_PLAIN, trigger.ptr, trigger.len);
        if (happened_or_not(v)) {
            wrap_words(w, STYLE_DIM, " (");
            wrap_words(w, STYLE_DIM, happened_or_not(v));
            wrap_words(w, STYLE_DIM, ")");
        }
        any = true;
    }
    if (any) wrap_end(w);
}

void event_list_write(wrapper *w, const lgm_record *r)
{
    happened_as *const as = happened_sort(r);
    bool any = false;
    for (size_t i = 0; as && i < r->events.n; i++) any |= as[i] != HAPPENED_CLAIM;
    if (any) {
        write_heading(w, "Events");
        write_events(w, r, as, true);
        write_events(w, r, as, false);
        write_bare(w, r, as);
    }
    if (!as) w->out->failed = true;
    free(as);
}

/* ---- figures ---- */

static int value_columns(const lgm_record *r, const figure_box *f)
{
    int most = 0;
    for (size_t i = 0; i < f->n; i++) {
        strbuf words = {0};
        figure_box_words(&words, r, &f->at[i]);
        const int n = wrap_columns(words.at, words.len);
        if (n > most && n <= WIDEST) most = n;
        strbuf_done(&words);
    }
    return most;
}

static void write_figure(wrapper *w, const lgm_record *r, const figure *f, int column)
{
    strbuf words = {0}, rest = {0};
    figure_box_words(&words, r, f);
    strbuf_put(&words, "", 1);
    figure_box_setting(&rest, r, f);
    if (rest.len) strbuf_puts(&rest, DOT);
    figure_box_sources(&rest, r, f, NULL);
    if (words.failed || rest.failed) {
        w->out->failed = true;
    } else if (wrap_columns(words.at, words.len - 1) + INDENT + 2 > column) {
        wrap_indent(w, INDENT, HANGING);
        wrap_words(w, STYLE_BOLD, words.at);
        wrap_words(w, STYLE_PLAIN, "  ");
    } else {
        wrap_item(w, INDENT, column, STYLE_BOLD, words.at);
    }
    wrap_text(w, STYLE_DIM, rest.at, rest.len);
    wrap_end(w);
    strbuf_done(&words);
    strbuf_done(&rest);
}

void event_list_write_figures(wrapper *w, const lgm_record *r)
{
    figure_box f;
    if (!figure_box_make(&f, r)) {
        w->out->failed = true;
        return;
    }
    const int column = INDENT + value_columns(r, &f) + 2;
    if (f.n) write_heading(w, "Figures");
    for (size_t i = 0; i < f.n; i++) write_figure(w, r, &f.at[i], column);
    figure_box_done(&f);
}
