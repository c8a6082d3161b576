/* who_html.c - a person's page as HTML. */
#include "who_html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "markup.h"
#include "who_facts.h"

#define DOT " \u00b7 "

enum { WIDTH = 720, LEFT = 260, RIGHT = 16, LINE = 24, TOP = 26, MOST_BARS = 24 };

void who_html_begin(strbuf *out, const char *words)
{
    strbuf title = {0};
    markup_puts(&title, words);
    html_begin(out, &title, HTML_INDEX);
    strbuf_done(&title);
}

void who_html_end(strbuf *out)
{
    const html_closing closing = {0};
    html_end(out, &closing);
}

static void put_str(strbuf *out, lgm_str s)
{
    markup_text(out, s);
}

/* ---- roles over time ---- */

/* Days since the year 0 of months of 31 days: good enough to draw. -1 = not known. */
static int day_number(const char *day)
{
    int year, month = 1, of_month = 1;
    if (sscanf(day, "%4d-%2d-%2d", &year, &month, &of_month) < 1) return -1;
    return year * 372 + (month - 1) * 31 + of_month - 1;
}

typedef struct span {
    int from, to;
} span;

static span span_of(const who_facts *roles)
{
    span s = {-1, -1};
    for (size_t i = 0; i < roles->n && i < MOST_BARS; i++) {
        const int a = day_number(roles->at[i].first), b = day_number(roles->at[i].last);
        if (a >= 0 && (s.from < 0 || a < s.from)) s.from = a;
        if (b > s.to) s.to = b;
    }
    s.from -= s.from % 372; /* whole years */
    s.to += 371 - s.to % 372;
    return s;
}

static double x_of(span s, int day)
{
    return LEFT + (double)(day - s.from) / (s.to - s.from + 1) * (WIDTH - LEFT - RIGHT);
}

static void put_years(strbuf *out, span s, int height)
{
    const int first = s.from / 372, n = s.to / 372 - first + 1;
    const int step = n <= 8 ? 1 : n <= 16 ? 2 : n <= 40 ? 5 : 10;
    for (int year = first; year < first + n; year++) {
        if (year % step) continue;
        const double x = x_of(s, year * 372);
        strbuf_printf(out,
                      "<line class=\"lead\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>"
                      "<text class=\"say\" x=\"%.1f\" y=\"14\">%d</text>\n",
                      x, 20, x, height, x, year);
    }
}

static void put_bar(strbuf *out, span s, const who_fact *f, int y)
{
    const int a = day_number(f->first), b = day_number(f->last);
    strbuf_printf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">", LEFT - 10, y + 4);
    markup_line(out, (lgm_str){f->words, strlen(f->words)}, 34);
    if (f->n > 1) strbuf_printf(out, " \u00d7%zu", f->n);
    strbuf_puts(out, "</text>");
    if (a < 0) return;
    const double x = x_of(s, a), end = x_of(s, b + 1);
    strbuf_printf(out,
                  "<rect class=\"bar\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"8\" rx=\"4\">"
                  "<title>%s%s%s</title></rect>\n",
                  x, y - 4, end - x < 8 ? 8 : end - x, f->first, a == b ? "" : " to ",
                  a == b ? "" : f->last);
}

static int by_first_day(const void *x, const void *y)
{
    const who_fact *const a = x, *const b = y;
    const int c = strcmp(a->first, b->first);
    return c ? c : strcmp(a->words, b->words);
}

/* The most frequent ones, the earliest first. */
static void put_roles(strbuf *out, who_facts *roles)
{
    const span s = span_of(roles);
    const size_t n = roles->n < MOST_BARS ? roles->n : MOST_BARS;
    const int height = TOP + LINE * (int)n + 6;
    if (!n || s.from < 0) return;
    qsort(roles->at, n, sizeof *roles->at, by_first_day);
    strbuf_printf(out,
                  "<h2>Roles</h2>\n<figure>\n<svg class=\"time roles\" viewBox=\"0 0 %d %d\" "
                  "role=\"img\" font-size=\"13\" aria-label=\"Roles over time\">\n",
                  WIDTH, height);
    put_years(out, s, height);
    for (size_t i = 0; i < n; i++) put_bar(out, s, &roles->at[i], TOP + LINE * (int)i + LINE / 2);
    strbuf_puts(out, "</svg>\n<figcaption>From the first day on which a report gives the role to "
                     "the last");
    if (n < roles->n) strbuf_printf(out, "; %zu more roles", roles->n - n);
    strbuf_puts(out, ".</figcaption>\n</figure>\n");
}

/* ---- lists ---- */

static bool is_web_address(const char *url)
{
    return strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0;
}

static void put_id(strbuf *out, const who_fact *f)
{
    strbuf_puts(out, " <small>");
    if (is_web_address(f->url)) {
        strbuf_puts(out, "<a rel=\"noreferrer\" href=\"");
        markup_puts(out, f->url);
        strbuf_puts(out, "\">");
    }
    markup_puts(out, f->id);
    strbuf_puts(out, is_web_address(f->url) ? "</a></small>" : "</small>");
}

static void put_claim(strbuf *out, const who_fact *f)
{
    strbuf_puts(out, "<li><p class=\"how\">");
    markup_puts(out, *f->first ? f->first : "no day");
    if (*f->act) strbuf_puts(out, DOT "<em>");
    for (const char *c = f->act; *c; c++) strbuf_put(out, *c == '_' ? " " : c, 1);
    if (*f->act) strbuf_puts(out, "</em>");
    if (*f->who) strbuf_puts(out, DOT "<b>");
    markup_puts(out, f->who);
    if (*f->who) strbuf_puts(out, "</b>");
    strbuf_puts(out, "</p><p class=\"what\">");
    markup_puts(out, f->words);
    put_id(out, f);
    strbuf_puts(out, "</p></li>\n");
}

static void put_claims(strbuf *out, const who_facts *list, const char *heading, uint64_t limit)
{
    if (!list->n) return;
    strbuf_printf(out, "<h2>%s <small>%zu</small></h2>\n<ul class=\"said\">\n", heading, list->n);
    for (size_t i = 0; i < list->n && (!limit || i < limit); i++) put_claim(out, &list->at[i]);
    strbuf_puts(out, "</ul>\n");
    if (limit && list->n > limit)
        strbuf_printf(out, "<p class=\"none\">and %zu more</p>\n", list->n - (size_t)limit);
}

static void put_names(strbuf *out, const who_facts *names)
{
    if (!names->n) return;
    strbuf_puts(out, "<p class=\"facts\">Also called ");
    for (size_t i = 0; i < names->n && i < MOST_BARS; i++) {
        if (i) strbuf_puts(out, ", ");
        markup_puts(out, names->at[i].words);
        if (names->at[i].n > 1) strbuf_printf(out, " \u00d7%zu", names->at[i].n);
    }
    strbuf_puts(out, "</p>\n");
}

/* Why reports' names are one: each reason once, with how many it joined. */
static void put_why(strbuf *out, const lgm_people *people, size_t i, bool hidden)
{
    const size_t n = lgm_people_person(people, i).n_members;
    strbuf_puts(out, "<details><summary>Why these are one</summary>\n<ul class=\"said\">\n");
    for (size_t k = 0; k < n; k++) {
        const lgm_person_member m = lgm_people_member(people, i, k);
        strbuf_puts(out, "<li><b>");
        put_str(out, m.name);
        strbuf_printf(out, "</b> <small>%lld:e%u</small>" DOT, (long long)m.report, m.entity);
        markup_puts(out, lgm_person_why_text(m.why));
        if (m.because.len && !hidden) strbuf_puts(out, ": ");
        if (!hidden) put_str(out, m.because);
        strbuf_puts(out, "</li>\n");
    }
    strbuf_puts(out, "</ul>\n</details>\n");
}

static void put_head(strbuf *out, const lgm_people *people, size_t i, size_t number)
{
    const lgm_person p = lgm_people_person(people, i);
    strbuf_printf(out, "<section id=\"p%zu\">\n<h1>", number);
    put_str(out, p.name);
    strbuf_puts(out, "</h1>\n<p class=\"facts\">");
    strbuf_puts(out, who_type_words(p.type));
    if (p.country.len) strbuf_puts(out, DOT);
    put_str(out, p.country);
    if (p.born) strbuf_printf(out, DOT "born about %d", p.born);
    strbuf_puts(out, DOT "in ");
    strbuf_count(out, p.n_reports, "report", "reports");
    if (p.apart) strbuf_puts(out, DOT);
    markup_puts(out, lgm_person_apart_text(p.apart));
    strbuf_puts(out, "</p>\n");
}

lgm_status who_html_person(strbuf *out, lgm_people *people, size_t i, size_t number, uint64_t limit,
                           bool why, lgm_redactions *redactions, lgm_err *err)
{
    static const lgm_person_part parts[] = {LGM_PERSON_ALIASES, LGM_PERSON_ROLES, LGM_PERSON_SAID,
                                            LGM_PERSON_DENIED, LGM_PERSON_ACCUSED};
    static const char *const headings[] = {"", "", "Said", "Denied", "Accused"};
    lgm_status st = LGM_OK;
    put_head(out, people, i, number);
    for (size_t k = 0; k < sizeof parts / sizeof *parts && st == LGM_OK; k++) {
        who_facts list;
        st = who_facts_read(&list, people, i, parts[k], redactions, err);
        if (st == LGM_OK && k == 0) put_names(out, &list);
        if (st == LGM_OK && k == 1) put_roles(out, &list);
        if (st == LGM_OK && k > 1) put_claims(out, &list, headings[k], limit);
        who_facts_done(&list);
    }
    if (why) put_why(out, people, i, redactions != NULL);
    strbuf_puts(out, "</section>\n");
    return st;
}
