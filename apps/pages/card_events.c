/* card_events.c - events by who tells of them; what is long folds. */
#include "cards.h"

#include <stdlib.h>

#include "happened.h"
#include "markup.h"
#include "shown.h"

#define DOT " \u00b7 "

enum { SHOWN = 8 }; /* events of a group that are there without unfolding */

typedef struct writing {
    strbuf *out;
    const lgm_record *r;
    const char *prefix;
    const happened_as *as;
} writing;

static void put_names(const writing *w, lgm_indices entities)
{
    strbuf names = {0};
    happened_names(&names, w->r, entities);
    strbuf_puts(w->out, "<b>");
    markup_take(w->out, &names);
    strbuf_puts(w->out, "</b>");
}

/* The word of an event leads to where it stands in the text. */
static void put_trigger(const writing *w, uint32_t event)
{
    const lgm_event *const v = &w->r->events.at[event];
    strbuf_printf(w->out, "<a href=\"#%s-w%u\">", w->prefix, event + 1);
    markup_line(w->out, shown_trimmed(lgm_record_quote(w->r, v->trigger)), 0);
    strbuf_puts(w->out, "</a>");
}

static void write_event(const writing *w, uint32_t event)
{
    const lgm_event *const v = &w->r->events.at[event];
    strbuf how = {0}, sources = {0};
    strbuf_printf(w->out, "<li id=\"%s-v%u\" data-c=\"%s-v%u\"><p>", w->prefix, event + 1,
                  w->prefix, event + 1);
    if (v->agents.n) put_names(w, v->agents);
    if (v->agents.n) strbuf_puts(w->out, " \u2014 ");
    put_trigger(w, event);
    if (v->patients.n) strbuf_puts(w->out, ": ");
    if (v->patients.n) put_names(w, v->patients);
    strbuf_puts(w->out, "</p>");
    happened_details(&how, w->r, v, true);
    happened_sources(&sources, w->r, v->asserted_by, HAPPENED_BY, w->prefix);
    const bool both = how.len && sources.len;
    if (how.len || sources.len) strbuf_puts(w->out, "<p class=\"how\">");
    const bool any = how.len || sources.len;
    markup_take(w->out, &how);
    if (both) strbuf_puts(w->out, DOT);
    strbuf_put(w->out, sources.at, sources.len);
    strbuf_puts(w->out, any ? "</p></li>\n" : "</li>\n");
    if (sources.failed) w->out->failed = true;
    strbuf_done(&sources);
}

static bool is_of_group(const writing *w, size_t i, bool own)
{
    return w->as[i] == HAPPENED_SHOWN && (w->r->events.at[i].asserted_by.n == 0) == own;
}

static void write_group(const writing *w, bool own)
{
    size_t n = 0, written = 0;
    for (size_t i = 0; i < w->r->events.n; i++) n += is_of_group(w, i, own);
    if (n == 0) return;
    const bool folds = n > SHOWN + 1; /* one more is no longer than the line that hides it */
    strbuf_puts(w->out,
                own ? "<h3>The report itself says</h3>\n<ul>\n" : "<h3>Others say</h3>\n<ul>\n");
    for (uint32_t i = 0; i < w->r->events.n; i++) {
        if (!is_of_group(w, i, own)) continue;
        if (folds && written == SHOWN)
            strbuf_printf(w->out, "</ul>\n<details><summary>%zu more</summary>\n<ul>\n", n - SHOWN);
        written++;
        write_event(w, i);
    }
    strbuf_puts(w->out, folds ? "</ul></details>\n" : "</ul>\n");
}

static void write_bare(const writing *w)
{
    bool any = false;
    for (size_t i = 0; i < w->r->events.n; i++) {
        const lgm_event *const v = &w->r->events.at[i];
        if (w->as[i] != HAPPENED_BARE) continue;
        strbuf_puts(w->out, any ? ", " : "<p class=\"how\">Also named: ");
        any = true;
        markup_line(w->out, shown_trimmed(lgm_record_quote(w->r, v->trigger)), 0);
        if (happened_or_not(v)) strbuf_printf(w->out, " (%s)", happened_or_not(v));
    }
    if (any) strbuf_puts(w->out, "</p>\n");
}

void cards_write_events(strbuf *out, const lgm_record *r, const char *prefix)
{
    happened_as *const as = happened_sort(r);
    const writing w = {out, r, prefix, as};
    bool any = false;
    for (size_t i = 0; as && i < r->events.n; i++) any |= as[i] != HAPPENED_CLAIM;
    if (any) {
        strbuf_puts(out, "<section class=\"events\">\n<h2>Events</h2>\n");
        write_group(&w, true);
        write_group(&w, false);
        write_bare(&w);
        strbuf_puts(out, "</section>\n");
    }
    if (!as) out->failed = true;
    free(as);
}
