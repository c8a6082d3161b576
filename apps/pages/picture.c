/* picture.c - groups of dates onto the axis, labels beside it. */
#include "picture.h"

#include <stdlib.h>

#include "happened.h"
#include "longdate.h"
#include "markup.h"
#include "picture_groups.h"

#define DOT " \u00b7 "

enum { AXIS_X = 70, LANE = 9, LEFT = 60, SHIFT = 9 };
enum { PART_HEIGHT = 22, DATE_HEIGHT = 19, ENTRY_HEIGHT = 37, REST_HEIGHT = 18, BLOCK_GAP = 9 };
enum { MORE = 12 };      /* columns of "and 10 more" */
enum { PAGEFUL = 1200 }; /* a picture up to this height is printed on one page */
#define COLUMN 7.6       /* width of a column of markup.h in the widest of the usual fonts */

typedef struct picture {
    strbuf *out;
    const lgm_record *r;
    const char *prefix;
    const happened_as *as;
    picture_groups groups;
    axis axis;
} picture;

/* ---- axis ---- */

static void put_length(strbuf *out, double days)
{
    const double month = 30.44, year = 365.25;
    if (days >= 2 * year)
        strbuf_printf(out, "%.0f years", days / year);
    else if (days >= 2 * month)
        strbuf_printf(out, "%.0f months", days / month);
    else
        strbuf_printf(out, "%.0f days", days);
}

static void write_axis(const picture *p)
{
    for (size_t i = 0; i < p->axis.n_gaps; i++) {
        const axis_gap *const g = &p->axis.gaps[i];
        const bool broken = !g->true_scale && g->y1 - g->y0 > AXIS_LEAST;
        strbuf_printf(p->out, "<line class=\"%s\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"",
                      g->true_scale ? "ax" : "ax cut", AXIS_X, g->y0 + SHIFT, AXIS_X,
                      g->y1 + SHIFT);
        strbuf_puts(p->out, g->true_scale ? "/>\n" : " stroke-dasharray=\"2 3\"/>\n");
        if (!broken) continue;
        strbuf_printf(p->out, "<text class=\"gap\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">", LEFT,
                      (g->y0 + g->y1) / 2 + SHIFT + 4);
        put_length(p->out, g->to - g->from);
        strbuf_puts(p->out, "</text>\n");
    }
}

/* The year beside the first mark of each, where there is room. */
static void write_years(const picture *p)
{
    const double room = 15;
    double last_y = -room;
    int last = 0, y, m, d;
    for (size_t i = 0; i < p->groups.n; i++) {
        const double at = axis_y(&p->axis, p->groups.at[i].span.from);
        axis_civil(p->groups.at[i].span.from, &y, &m, &d);
        if ((i && y == last) || at - last_y < room) continue;
        strbuf_printf(p->out,
                      "<text class=\"yr\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d</text>\n",
                      LEFT, at + SHIFT + 4, y);
        last_y = at;
        last = y;
    }
}

static void write_mark(const picture *p, const picture_group *g)
{
    const double y = axis_y(&p->axis, g->span.from) + SHIFT;
    if (g->lane < 0) {
        strbuf_printf(p->out, "<circle class=\"%s\" cx=\"%d\" cy=\"%.1f\" r=\"4.5\"/>",
                      g->n ? "dot" : "dot pub", AXIS_X, y);
        return;
    }
    const double h = axis_y(&p->axis, g->span.to) + SHIFT - y;
    strbuf_printf(
        p->out, "<rect class=\"%s\" x=\"%d\" y=\"%.1f\" width=\"6\" height=\"%.1f\" rx=\"3\"/>",
        g->span.about ? "bar about" : "bar", AXIS_X + 8 + g->lane * LANE, y, h > 6 ? h : 6);
}

/* From the mark to its label. */
static void write_leader(const picture *p, const picture_group *g, double label)
{
    const double y = axis_y(&p->axis, g->span.from) + SHIFT + (g->lane < 0 ? 0 : 3);
    const int x = g->lane < 0 ? AXIS_X + 5 : AXIS_X + 14 + g->lane * LANE;
    strbuf_printf(p->out, "<path class=\"lead\" fill=\"none\" d=\"M%d %.1fH%dL%d %.1f\"/>", x, y,
                  x > 108 ? x : 108, PICTURE_LABELS - 4, label + SHIFT);
}

/* ---- labels ---- */

static double label_height(const picture_group *g)
{
    const size_t shown = g->n > PICTURE_MOST ? PICTURE_MOST : g->n;
    return (g->headed ? PART_HEIGHT : 0) + DATE_HEIGHT + (double)shown * ENTRY_HEIGHT +
           (g->n > shown ? REST_HEIGHT : 0) + BLOCK_GAP;
}

static void open_text(const picture *p, const char *cls, double y)
{
    strbuf_printf(p->out, "<text class=\"%s\" x=\"%d\" y=\"%.1f\">", cls, PICTURE_LABELS, y);
}

/* Number, who and how on one line, the first words of what is said on the next. */
static void write_claim(const picture *p, const lgm_dated *d, double y)
{
    const size_t claim = d->record.index;
    const double room = (PICTURE_WIDTH - PICTURE_LABELS) / COLUMN;
    const lgm_claim *const c = &p->r->claims.at[claim];
    strbuf who = {0}, number = {0};
    strbuf_printf(&number, "%zu\u2002", claim + 1);
    shown_speaker(&who, p->r, c);
    shown_cue(&who, p->r, c);
    strbuf_printf(p->out, "<a href=\"#%s-c%zu\" data-c=\"%s-c%zu\">", p->prefix, claim + 1,
                  p->prefix, claim + 1);
    open_text(p, "who", y + 13);
    strbuf_puts(p->out, "<tspan class=\"no\">");
    strbuf_put(p->out, number.at, number.len);
    strbuf_puts(p->out, "</tspan>");
    markup_line(p->out, (lgm_str){who.at, who.len},
                room - (d->also.n ? MORE : 0) - (double)number.len * 1.2);
    if (d->also.n) strbuf_printf(p->out, "<tspan class=\"no\"> and %zu more</tspan>", d->also.n);
    strbuf_puts(p->out, "</text>\n");
    open_text(p, "say", y + 29);
    markup_line(p->out, lgm_record_quote(p->r, c->content.at[0]), room);
    strbuf_puts(p->out, "</text></a>\n");
    if (who.failed || number.failed) p->out->failed = true;
    strbuf_done(&who);
    strbuf_done(&number);
}

/* Who does what to whom, and below it where, whether, and who says so. */
static void write_event(const picture *p, size_t event, double y)
{
    const double room = (PICTURE_WIDTH - PICTURE_LABELS) / COLUMN;
    const lgm_event *const v = &p->r->events.at[event];
    const bool linked = p->as[event] == HAPPENED_SHOWN;
    strbuf what = {0}, how = {0};
    happened_line(&what, p->r, v);
    happened_details(&how, p->r, v, false);
    if (how.len) strbuf_puts(&how, DOT);
    if (v->asserted_by.n)
        happened_sources(&how, p->r, v->asserted_by, HAPPENED_BY, NULL);
    else
        strbuf_puts(&how, "the report says so");
    if (linked)
        strbuf_printf(p->out, "<a href=\"#%s-v%zu\" data-c=\"%s-v%zu\">", p->prefix, event + 1,
                      p->prefix, event + 1);
    open_text(p, "who", y + 13);
    markup_line(p->out, (lgm_str){what.at, what.len}, room);
    strbuf_puts(p->out, "</text>\n");
    open_text(p, "say", y + 29);
    markup_line(p->out, (lgm_str){how.at, how.len}, room);
    strbuf_puts(p->out, linked ? "</text></a>\n" : "</text>\n");
    if (what.failed || how.failed) p->out->failed = true;
    strbuf_done(&what);
    strbuf_done(&how);
}

/* Returns the y after. */
static double write_entry(const picture *p, const lgm_dated *d, double y)
{
    if (d->record.kind == 'c')
        write_claim(p, d, y);
    else
        write_event(p, d->record.index, y);
    return y + ENTRY_HEIGHT;
}

/* "Background", over the whole width. */
static double write_part(const picture *p, news_part part, double y)
{
    open_text(p, "part", y + 13);
    strbuf_printf(p->out, "%s</text>\n", news_heading(part));
    return y + PART_HEIGHT;
}

/* All that its entries hold. */
static size_t entries_of(const picture *p, const picture_group *g)
{
    size_t n = g->n;
    for (size_t i = 0; i < g->n; i++) n += p->r->timeline.at[g->first + i].also.n;
    return n;
}

static void write_group(const picture *p, const picture_group *g, double top)
{
    char date[LONGDATE_ROOM];
    longdate(date, g->value, g->mod);
    if (g->headed) top = write_part(p, g->part, top);
    strbuf_printf(p->out, "<g><title>%s: %zu</title>", date, entries_of(p, g));
    write_leader(p, g, top);
    write_mark(p, g);
    strbuf_puts(p->out, "\n");
    open_text(p, "day", top + SHIFT + 4.5);
    strbuf_printf(p->out, "%s%s</text>\n", date,
                  g->published ? "<tspan class=\"no\"> \u00b7 report published</tspan>" : "");
    double y = top + DATE_HEIGHT;
    size_t i = 0;
    for (; i < g->n && i < PICTURE_MOST; i++)
        y = write_entry(p, &p->r->timeline.at[g->first + i], y);
    if (i < g->n) {
        open_text(p, "say", y + 12);
        strbuf_printf(p->out, "and %zu more</text>", g->n - i);
    }
    strbuf_puts(p->out, "</g>\n");
}

/* ---- the picture ---- */

static void write_head(const picture *p, double height)
{
    char first[LONGDATE_ROOM], last[LONGDATE_ROOM];
    const picture_group *const end = &p->groups.at[p->groups.n - 1];
    size_t n = 0;
    for (size_t i = 0; i < p->groups.n; i++) n += entries_of(p, &p->groups.at[i]);
    longdate(first, p->groups.at[0].value, p->groups.at[0].mod);
    longdate(last, end->value, end->mod);
    strbuf_printf(p->out,
                  "<svg class=\"%s\" viewBox=\"0 0 %d %.0f\" preserveAspectRatio=\"xMinYMin\" "
                  "role=\"group\" aria-labelledby=\"%s-lt %s-ld\" "
                  "font-family=\"system-ui, sans-serif\" font-size=\"13\">\n",
                  height > PAGEFUL ? "time tall" : "time", PICTURE_WIDTH, height, p->prefix,
                  p->prefix);
    strbuf_printf(p->out, "<title id=\"%s-lt\">Timeline</title>\n", p->prefix);
    strbuf_printf(p->out,
                  "<desc id=\"%s-ld\">%zu dated %s, earliest first, from %s to %s. A dot is a day, "
                  "a bar a longer time within which it was.</desc>\n",
                  p->prefix, n, n == 1 ? "entry" : "entries", first, last);
}

/* What the signs mean, as far as they occur. */
static void write_note(const picture *p)
{
    bool bar = false, cut = false;
    for (size_t i = 0; i < p->groups.n; i++) bar = bar || !p->groups.at[i].span.exact;
    for (size_t i = 0; i < p->axis.n_gaps; i++) cut = cut || !p->axis.gaps[i].true_scale;
    strbuf_puts(p->out, "<figcaption>When it happened, and when the claims were made.");
    if (bar) strbuf_puts(p->out, " A bar is a time within which it was.");
    if (cut) strbuf_puts(p->out, " Where the line is dashed the axis is not to scale.");
    if (p->groups.left_out)
        strbuf_printf(p->out, " Left out, without a place in time: %zu.", p->groups.left_out);
    strbuf_puts(p->out, "</figcaption>\n");
}

static bool draw(picture *p)
{
    axis_span *const spans = calloc(p->groups.n, sizeof *spans);
    axis_label *const labels = calloc(p->groups.n, sizeof *labels);
    double wanted =
        -label_height(&p->groups.at[p->groups.n - 1]); /* the last mark is at its label's top */
    for (size_t i = 0; i < p->groups.n; i++) wanted += label_height(&p->groups.at[i]);
    for (size_t i = 0; spans && i < p->groups.n; i++) spans[i] = p->groups.at[i].span;
    const bool ok = spans && labels && axis_make(&p->axis, spans, p->groups.n, wanted);
    if (ok) {
        for (size_t i = 0; i < p->groups.n; i++)
            labels[i] = (axis_label){.want = axis_y(&p->axis, spans[i].from) -
                                             (p->groups.at[i].headed ? PART_HEIGHT : 0),
                                     .height = label_height(&p->groups.at[i])};
        const double bottom = axis_place_labels(labels, p->groups.n),
                     least = p->axis.height + 2 * SHIFT;
        strbuf_puts(p->out, "<figure>\n");
        write_head(p, bottom > least ? bottom : least);
        write_axis(p);
        write_years(p);
        for (size_t i = 0; i < p->groups.n; i++) write_group(p, &p->groups.at[i], labels[i].top);
        strbuf_puts(p->out, "</svg>\n");
        write_note(p);
        strbuf_puts(p->out, "</figure>\n");
    }
    free(spans);
    free(labels);
    axis_done(&p->axis);
    return ok;
}

void picture_write(strbuf *out, const lgm_record *r, const char *prefix)
{
    happened_as *const as = happened_sort(r);
    picture p = {.out = out, .r = r, .prefix = prefix, .as = as};
    if (!picture_groups_make(&p.groups, r) || !as || (p.groups.n && !draw(&p))) out->failed = true;
    picture_groups_done(&p.groups);
    free(as);
}
