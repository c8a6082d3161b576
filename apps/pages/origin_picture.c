/* origin_picture.c - three columns of dots, and curves between them. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "markup.h"
#include "origin_view.h"

enum { MOST_SOURCES = 26, ROW = 21, TOP = 34, WIDTH = 820 };
enum { SOURCE_X = 236, HEARD_X = 330, HEARD_END = 474, REPORT_X = 590 };
enum { SOURCE_COLUMNS = 29, HEARD_COLUMNS = 17, REPORT_COLUMNS = 27 };

typedef struct dot {
    double y, sum; /* of what it is tied to, for the order */
    size_t n;
    uint32_t which;
    const lgm_hearing *heard;
} dot;

typedef struct tie { /* source to report, by way of `heard` or not */
    uint32_t source, heard, report;
} tie;

typedef struct picture {
    strbuf *out;
    const origin_view *v;
    dot *sources, *heard, *reports;
    size_t n_sources, n_heard, n_left;
    tie *ties;
    size_t n_ties;
    double height;
} picture;

static uint32_t root_of(const origin_view *v, uint32_t report)
{
    for (size_t i = 0; i < v->n_told && v->told[report].copy_of != LGM_NONE; i++)
        report = v->told[report].copy_of;
    return report;
}

/* ---- what is drawn ---- */

/* Who has no name tells nothing here; the publisher of one text, which it says in its own voice,
 * stands at the report anyway. */
static bool is_shown(const origin_view *v, const origin_rank *rank)
{
    const lgm_origin *const o = &v->origins->list.at[rank->origin];
    const bool itself = o->hearings.n == 1 && o->hearings.at[0].kind == LGM_HEARING_OWN;
    if (!o->name.ptr) return false;
    return !itself || rank->reports > 1 || o->kind != LGM_ORIGIN_PUBLISHER;
}

static bool is_on_the_way(const lgm_hearing *h)
{
    return h->kind == LGM_HEARING_RELAYED || h->kind == LGM_HEARING_WITNESSED ||
           h->kind == LGM_HEARING_PUBLIC;
}

/* "Lind" is "Ada Lind". */
static bool ends_with(lgm_str all, lgm_str part)
{
    return part.len && all.len >= part.len &&
           memcmp(all.ptr + all.len - part.len, part.ptr, part.len) == 0 &&
           (all.len == part.len || all.ptr[all.len - part.len - 1] == ' ');
}

static bool same(const lgm_hearing *a, const lgm_hearing *b)
{
    if (a->kind == LGM_HEARING_PUBLIC || b->kind == LGM_HEARING_PUBLIC) return a->kind == b->kind;
    return ends_with(a->by, b->by) || ends_with(b->by, a->by);
}

static uint32_t heard_dot(picture *p, const lgm_hearing *h)
{
    if (!is_on_the_way(h)) return LGM_NONE;
    for (size_t i = 0; i < p->n_heard; i++)
        if (same(p->heard[i].heard, h)) return (uint32_t)i;
    p->heard[p->n_heard] = (dot){.heard = h};
    return (uint32_t)p->n_heard++;
}

static void tie_source(picture *p, uint32_t source)
{
    const lgm_origin *const o = &p->v->origins->list.at[p->sources[source].which];
    for (size_t k = 0; k < o->hearings.n; k++) {
        const lgm_hearing *const h = &o->hearings.at[k];
        const uint32_t heard = heard_dot(p, h);
        uint32_t last = LGM_NONE;
        for (size_t i = 0; i < h->voices.n; i++) {
            const uint32_t report = h->voices.at[i].voice.report;
            if (report == last || p->v->told[report].copy_of != LGM_NONE) continue;
            p->ties[p->n_ties++] = (tie){source, heard, report};
            last = report;
        }
    }
}

/* ---- where it stands ---- */

/* Copies behind the report whose text they have. */
static void place_reports(picture *p)
{
    const size_t n = p->v->n_told;
    double y = TOP;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = i; k < n && root_of(p->v, i) == i; k++) {
            if (root_of(p->v, k) != i) continue;
            p->reports[k].y = y;
            y += ROW;
        }
    p->height = y;
}

static int by_middle(const void *a, const void *b)
{
    const dot *const x = *(dot *const *)a, *const y = *(dot *const *)b;
    const double m = x->n ? x->sum / (double)x->n : 0, k = y->n ? y->sum / (double)y->n : 0;
    return m < k ? -1 : m > k ? 1 : x < y ? -1 : x > y;
}

/* In the order of what they are tied to, over all of the height. */
static bool place(dot *dots, size_t n, double height)
{
    dot **const order = calloc(n + 1, sizeof *order);
    if (!order) return false;
    for (size_t i = 0; i < n; i++) order[i] = &dots[i];
    if (n) qsort(order, n, sizeof *order, by_middle);
    for (size_t i = 0; i < n; i++)
        order[i]->y = TOP + (height - TOP) * ((double)i + 0.5) / (double)n - ROW / 2.0;
    free(order);
    return true;
}

static bool arrange(picture *p)
{
    place_reports(p);
    const size_t most = p->n_sources > p->n_heard ? p->n_sources : p->n_heard;
    if (p->height < TOP + (double)most * ROW) p->height = TOP + (double)most * ROW;
    for (size_t i = 0; i < p->n_ties; i++) {
        const tie t = p->ties[i];
        dot *const ends[] = {&p->sources[t.source],
                             t.heard == LGM_NONE ? NULL : &p->heard[t.heard]};
        for (size_t k = 0; k < 2 && ends[k]; k++) {
            ends[k]->sum += p->reports[t.report].y;
            ends[k]->n++;
        }
    }
    return place(p->sources, p->n_sources, p->height) && place(p->heard, p->n_heard, p->height);
}

/* ---- drawn ---- */

static void put_curve(const picture *p, int x, double y, int to_x, double to_y)
{
    const int middle = (x + to_x) / 2;
    strbuf_printf(p->out, "<path d=\"M%d %.1fC%d %.1f %d %.1f %d %.1f\"/>\n", x, y, middle, y,
                  middle, to_y, to_x, to_y);
}

static bool is_drawn_before(const picture *p, size_t i, bool from_source)
{
    for (size_t k = 0; k < i; k++)
        if (p->ties[k].heard == p->ties[i].heard &&
            (from_source ? p->ties[k].source == p->ties[i].source
                         : p->ties[k].report == p->ties[i].report))
            return true;
    return false;
}

static void put_ties(const picture *p)
{
    strbuf_puts(p->out, "<g fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".3\">\n");
    for (size_t i = 0; i < p->n_ties; i++) {
        const tie t = p->ties[i];
        const double from = p->sources[t.source].y, to = p->reports[t.report].y;
        if (t.heard == LGM_NONE) {
            put_curve(p, SOURCE_X, from, REPORT_X, to);
            continue;
        }
        const double by = p->heard[t.heard].y;
        if (!is_drawn_before(p, i, true)) put_curve(p, SOURCE_X, from, HEARD_X, by);
        if (!is_drawn_before(p, i, false)) put_curve(p, HEARD_END, by, REPORT_X, to);
    }
    strbuf_puts(p->out, "</g>\n");
}

static void put_dot(const picture *p, int x, double y, bool filled)
{
    strbuf_printf(p->out,
                  "<circle cx=\"%d\" cy=\"%.1f\" r=\"4\" stroke=\"currentColor\" fill=\"%s\"/>", x,
                  y, filled ? "currentColor" : "none");
}

static void put_label(const picture *p, int x, double y, bool to_left, lgm_str words, int columns)
{
    strbuf_printf(p->out, "<text x=\"%d\" y=\"%.1f\"%s>", x, y + 4,
                  to_left ? " text-anchor=\"end\"" : "");
    markup_line(p->out, words, columns);
    strbuf_puts(p->out, "</text>\n");
}

static void put_source(const picture *p, const dot *d)
{
    const lgm_origin *const o = &p->v->origins->list.at[d->which];
    put_dot(p, SOURCE_X, d->y, o->known);
    put_label(p, SOURCE_X - 10, d->y, true, o->name, SOURCE_COLUMNS);
}

static void put_heard(const picture *p, const dot *d)
{
    static const char in_public[] = "in public";
    const bool to_all = d->heard->kind == LGM_HEARING_PUBLIC;
    put_dot(p, HEARD_X, d->y, true);
    put_label(p, HEARD_X + 10, d->y, false,
              to_all ? (lgm_str){in_public, sizeof in_public - 1} : d->heard->by, HEARD_COLUMNS);
}

/* "12 Ostrel Courier"; a copy has a line to the report above whose text it has. */
static void put_report(const picture *p, uint32_t report)
{
    const lgm_told *const told = &p->v->told[report];
    const dot *const d = &p->reports[report];
    const uint32_t root = root_of(p->v, report);
    strbuf words = {0};
    strbuf_printf(&words, "%" PRId64 " ", told->report);
    const lgm_str name = told->record->publisher.ptr ? told->record->publisher
                         : told->record->title.ptr   ? told->record->title
                                                     : told->record->date;
    strbuf_put(&words, name.ptr, name.len);
    if (root != report)
        strbuf_printf(p->out,
                      "<path fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"2 2\" "
                      "d=\"M%d %.1fV%.1fH%d\"/>",
                      REPORT_X, p->reports[root].y + 4, d->y, REPORT_X + 8);
    put_dot(p, REPORT_X + (root == report ? 0 : 12), d->y, root == report);
    put_label(p, REPORT_X + (root == report ? 10 : 22), d->y, false, (lgm_str){words.at, words.len},
              REPORT_COLUMNS - (root == report ? 0 : 2));
    if (words.failed) p->out->failed = true;
    strbuf_done(&words);
}

static void put_head(const picture *p, int x, bool to_left, const char *words)
{
    strbuf_printf(p->out, "<text x=\"%d\" y=\"13\" opacity=\".7\"%s>%s</text>\n", x,
                  to_left ? " text-anchor=\"end\"" : "", words);
}

static void draw(const picture *p)
{
    strbuf_printf(p->out,
                  "<svg viewBox=\"0 0 %d %.0f\" role=\"img\" width=\"100%%\" font-size=\"12.5\" "
                  "fill=\"currentColor\" aria-label=\"Sources, who heard them, and reports\">\n",
                  WIDTH, p->height);
    put_head(p, SOURCE_X + 4, true, "Sources");
    put_head(p, HEARD_X - 4, false, "Heard by");
    put_head(p, REPORT_X - 4, false, "Reports");
    put_ties(p);
    for (size_t i = 0; i < p->n_sources; i++) put_source(p, &p->sources[i]);
    for (size_t i = 0; i < p->n_heard; i++) put_heard(p, &p->heard[i]);
    for (size_t i = 0; i < p->v->n_told; i++) put_report(p, (uint32_t)i);
    strbuf_puts(p->out, "</svg>\n<figcaption>");
    if (p->n_left) {
        strbuf_count(p->out, p->n_left, "more source is", "more sources are");
        strbuf_puts(p->out, " in the list. ");
    }
    strbuf_puts(p->out,
                "A full dot is known by name; an open one may be another of these. A dotted line "
                "leads to copies of a text.</figcaption>\n");
}

static bool gather(picture *p)
{
    const size_t n = p->v->origins->list.n;
    size_t voices = 0, hearings = 0;
    for (size_t i = 0; i < n; i++) {
        const lgm_origin *const o = &p->v->origins->list.at[i];
        hearings += o->hearings.n;
        for (size_t k = 0; k < o->hearings.n; k++) voices += o->hearings.at[k].voices.n;
    }
    origin_rank *const order = origin_order(p->v);
    p->sources = calloc(n + 1, sizeof *p->sources);
    p->heard = calloc(hearings + 1, sizeof *p->heard);
    p->reports = calloc(p->v->n_told + 1, sizeof *p->reports);
    p->ties = calloc(voices + 1, sizeof *p->ties);
    const bool whole = order && p->sources && p->heard && p->reports && p->ties;
    for (size_t i = 0; i < n && whole; i++) {
        if (!order[i].reports) continue;
        if (p->n_sources == MOST_SOURCES || !is_shown(p->v, &order[i])) {
            p->n_left++;
            continue;
        }
        p->sources[p->n_sources] = (dot){.which = order[i].origin};
        tie_source(p, (uint32_t)p->n_sources++);
    }
    free(order);
    return whole && arrange(p);
}

void origin_picture(strbuf *out, const origin_view *v)
{
    picture p = {.out = out, .v = v};
    if (gather(&p))
        draw(&p);
    else
        out->failed = true;
    free(p.sources);
    free(p.heard);
    free(p.reports);
    free(p.ties);
}
