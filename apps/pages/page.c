/*
 * page.c - the layout of the page.
 *
 *     Title of the report
 *     Publisher · 2024-05-24 · byline · file
 *     312 words · 2 claims · 5 names
 *     ────────────────────────────────────────────────────────────
 *
 *      1  the harbour master — said                 mixed · line 3
 *         the quay had been “closed for a week” before the fire
 *
 *      2  she (Ada Lind) — added                  indirect · line 5
 *         it would open again
 *
 *     Disputes
 *         over “how long the quay was closed”
 *          1  the harbour master — said │   4  Jo Marsh — said
 *             the quay had been “closed │      it had never been
 *             for a week” before the    │      closed
 *             fire                      │
 *
 *     Names
 *         People         Ada Lind ×3, Jo Marsh
 *
 *     Timeline
 *         2024-05-23  the harbour master — said: the quay had been “closed …
 */
#include "page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claim_list.h"
#include "disputes.h"
#include "event_list.h"
#include "legomena/codes.h"
#include "note_list.h"
#include "reading.h"
#include "shown.h"
#include "timeline.h"
#include "wrap.h"

#define DOT " \u00b7 "
#define RULE "\u2500"

static void put(wrapper *w, text_style style, lgm_str s)
{
    if (s.ptr) wrap_text(w, style, s.ptr, s.len);
}

/* ---- head ---- */

static void put_count(wrapper *w, size_t n, const char *one, const char *many)
{
    strbuf b = {0};
    strbuf_count(&b, n, one, many);
    wrap_text(w, STYLE_DIM, b.at, b.len);
    if (b.failed) w->out->failed = true;
    strbuf_done(&b);
}

/* One item of a list divided by dots. */
static void put_item(wrapper *w, bool *any, lgm_str s)
{
    if (!s.ptr) return;
    if (*any) wrap_words(w, STYLE_PLAIN, DOT);
    put(w, STYLE_PLAIN, s);
    *any = true;
}

static void write_head(wrapper *w, const lgm_record *r, const char *name)
{
    const lgm_str date = r->date, from = {name, name ? strlen(name) : 0};
    const lgm_str undated = {"no date", 7};
    strbuf title = {0};
    bool any = false;
    shown_title(&title, r);
    wrap_indent(w, 0, 0);
    wrap_text(w, STYLE_HEAD, title.at, title.len);
    wrap_end(w);
    if (title.failed) w->out->failed = true;
    strbuf_done(&title);

    wrap_indent(w, 0, 0);
    put_item(w, &any, r->publisher);
    put_item(w, &any, date.ptr ? date : undated);
    if (shown_date_source(r)) {
        wrap_words(w, STYLE_DIM, ", ");
        wrap_words(w, STYLE_DIM, shown_date_source(r));
    }
    put_item(w, &any, r->byline);
    put_item(w, &any, r->agency);
    put_item(w, &any, r->section);
    put_item(w, &any, from);
    wrap_end(w);
}

static void write_counts(wrapper *w, const lgm_record *r)
{
    wrap_indent(w, 0, 0);
    put_count(w, shown_word_count(r), "word", "words");
    wrap_words(w, STYLE_DIM, DOT);
    put_count(w, r->claims.n, "claim", "claims");
    wrap_words(w, STYLE_DIM, DOT);
    put_count(w, shown_name_count(r), "name", "names");
    wrap_end(w);
}

/* Where else it is, when it was changed, its language: of a report whose text alone is shown. */
static void write_more(wrapper *w, const lgm_record *r)
{
    bool any = false;
    wrap_indent(w, 0, 0);
    put_item(w, &any, r->url);
    if (r->modified.ptr) {
        put_item(w, &any, (lgm_str){"changed ", 8});
        put(w, STYLE_PLAIN, r->modified);
    }
    if (r->lang.ptr) {
        put_item(w, &any, (lgm_str){"language ", 9});
        put(w, STYLE_PLAIN, r->lang);
    }
    put_item(w, &any, (lgm_str){"", 0});
    put_count(w, shown_word_count(r), "word", "words");
    if (r->extraction >= 0) {
        char sure[40];
        snprintf(sure, sizeof sure, DOT "%.0f %% sure of this text", (double)r->extraction * 100);
        wrap_words(w, STYLE_DIM, sure);
    }
    wrap_end(w);
}

static void write_rule(wrapper *w)
{
    strbuf_fill(w->out, RULE, (size_t)w->width);
    strbuf_puts(w->out, "\n");
}

/* ---- names and warnings ---- */

static void write_heading(wrapper *w, const char *heading)
{
    strbuf_puts(w->out, "\n");
    wrap_indent(w, 0, 0);
    wrap_words(w, STYLE_HEAD, heading);
    wrap_end(w);
}

typedef struct name_count {
    lgm_str name;
    size_t n, order;
    const char *country; /* of a place that is not a country; NULL = not known */
} name_count;

static int most_first(const void *x, const void *y)
{
    const name_count *const a = x, *const b = y;
    if (a->n != b->n) return a->n > b->n ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static void write_group(wrapper *w, const char *heading, const name_count *at, size_t n)
{
    wrap_item(w, 4, 19, STYLE_DIM, heading);
    for (size_t i = 0; i < n; i++) {
        char times[96];
        if (i) wrap_words(w, STYLE_PLAIN, ", ");
        put(w, STYLE_PLAIN, at[i].name);
        if (at[i].country) {
            snprintf(times, sizeof times, " (%s)", at[i].country);
            wrap_words(w, STYLE_DIM, times);
        }
        snprintf(times, sizeof times, "\u00a0\u00d7%zu", at[i].n);
        if (at[i].n > 1) wrap_words(w, STYLE_DIM, times);
    }
    wrap_end(w);
}

static const char *country_of(const lgm_entity *e)
{
    const lgm_entity_place *const p = e->place;
    if (!p || p->is_country || !p->country.ptr) return NULL;
    const char *const words = lgm_code_words(p->country.ptr, p->country.len);
    return words ? words : p->country.ptr;
}

static void write_names(wrapper *w, const lgm_record *r)
{
    const size_t n = shown_name_count(r);
    name_count *const at = n ? calloc(n, sizeof *at) : NULL;
    if (n && !at) w->out->failed = true;
    if (!at) return;
    write_heading(w, "Names");
    for (unsigned g = 0; g < SHOWN_N_GROUPS; g++) {
        size_t k = 0;
        for (size_t i = 0; i < r->entities.n; i++) {
            const lgm_entity *const e = &r->entities.at[i];
            if (shown_group(e->type) == g && shown_is_named(e))
                at[k++] = (name_count){e->name, e->mentions.n, i, country_of(e)};
        }
        qsort(at, k, sizeof *at, most_first);
        if (k) write_group(w, shown_group_names[g], at, k);
    }
    free(at);
}

static void write_warnings(wrapper *w, const lgm_record *r)
{
    const size_t n = r->warnings.n;
    if (n) write_heading(w, "Warnings");
    for (size_t i = 0; i < n; i++) {
        wrap_indent(w, 4, 4);
        wrap_words(w, STYLE_PLAIN, r->warnings.at[i].ptr);
        wrap_end(w);
    }
}

static void write_parts(wrapper *w, const lgm_record *r, page_part only)
{
    static const struct {
        page_part which;
        void (*write)(wrapper *, const lgm_record *);
    } parts[] = {{PART_CLAIMS, note_list_write},
                 {PART_DISPUTES, disputes_write},
                 {PART_INCIDENTS, event_list_write_incidents},
                 {PART_FIGURES, event_list_write_figures},
                 {PART_EVENTS, event_list_write},
                 {PART_NAMES, write_names},
                 {PART_TIMELINE, timeline_write}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (part_is_shown(only, parts[i].which)) parts[i].write(w, r);
}

void page_write(strbuf *out, const lgm_record *r, const char *name, const page_options *o)
{
    wrapper w;
    wrap_start(&w, out, o->width, o->color);
    write_head(&w, r, name);
    if (o->only == PART_TEXT) {
        write_more(&w, r);
        write_rule(&w);
        reading_write(&w, r);
    } else {
        write_counts(&w, r);
        write_rule(&w);
        if (part_is_shown(o->only, PART_CLAIMS)) claim_list_write(&w, r, o->order);
        write_parts(&w, r, o->only);
    }
    write_warnings(&w, r);
}
