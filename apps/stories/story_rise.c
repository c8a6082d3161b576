/* story_rise.c - a dot where somebody gives a figure, the higher the more. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "markup.h"
#include "story_html.h"

enum {
    WIDTH = 720,
    HEIGHT = 180,
    LEFT = 60,
    RIGHT = 20,
    TOP = 16,
    BOTTOM = 28,
    MONTH = 31,
    YEAR = 372
};

/* Days of months of 31 days: good enough to draw. -1 = not known. */
static int day_number(lgm_str day)
{
    int year, month, of_month;
    char text[16];
    if (day.len < 10) return -1;
    snprintf(text, sizeof text, "%.10s", day.ptr);
    if (sscanf(text, "%4d-%2d-%2d", &year, &month, &of_month) != 3) return -1;
    return year * YEAR + (month - 1) * MONTH + of_month - 1;
}

typedef struct frame {
    int from, to;
    double most;
    lgm_str first, last;
    size_t days; /* 2 = on more than one */
} frame;

static frame frame_of(const accounts_view *v, lgm_account_question q)
{
    frame f = {.from = -1};
    for (size_t i = 0; i < v->accounts->n; i++) {
        const lgm_account *const a = &v->accounts->at[i];
        if (a->answer->question != q || a->aside) continue;
        const int first = day_number(a->first), last = day_number(a->last);
        if (first < 0) continue;
        if (f.from < 0 || first < f.from) f.first = a->first;
        if (f.from < 0 || first < f.from) f.from = first;
        if (last >= f.to) f.last = a->last;
        if (last > f.to) f.to = last;
        f.most = fmax(f.most, fmax(a->answer->value, a->answer->upper));
    }
    f.days = f.from >= 0 && f.to > f.from ? 2 : 1;
    return f;
}

static double x_of(const frame *f, int day)
{
    return LEFT + (double)(day - f->from) / (f->to - f->from) * (WIDTH - LEFT - RIGHT);
}

static double y_of(const frame *f, double value)
{
    return HEIGHT - BOTTOM - value / f->most * (HEIGHT - TOP - BOTTOM);
}

static void put_dot(const accounts_view *v, const frame *f, const lgm_account_said *s, strbuf *out)
{
    const lgm_record *const r = v->told[s->report].record;
    const int day = day_number(r->date);
    strbuf value = {0};
    if (day < f->from || day > f->to) return;
    accounts_page_value(&value, s->answer);
    strbuf_printf(out, "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"><title>",
                  x_of(f, day), y_of(f, s->answer->value));
    if (value.at) markup_line(out, (lgm_str){value.at, value.len}, 0);
    strbuf_puts(out, ", ");
    markup_line(out, s->answer->speaker.len ? s->answer->speaker : r->publisher, 0);
    strbuf_puts(out, ", ");
    markup_text(out, r->date);
    strbuf_puts(out, "</title></circle>\n");
    out->failed |= value.failed;
    strbuf_done(&value);
}

static void put_picture(const accounts_view *v, lgm_account_question q, const frame *f, strbuf *out)
{
    strbuf_printf(out,
                  "<h3>%s</h3>\n<figure><svg class=\"time\" viewBox=\"0 0 %d %d\" role=\"img\" "
                  "font-size=\"13\" fill=\"currentColor\" aria-label=\"%s, by day\">\n",
                  lgm_account_question_words(q), WIDTH, HEIGHT, lgm_account_question_words(q));
    strbuf_printf(out,
                  "<line class=\"ax\" stroke=\"currentColor\" x1=\"%d\" y1=\"%d\" x2=\"%d\" "
                  "y2=\"%d\"/><text x=\"%d\" y=\"%d\" text-anchor=\"end\">0</text>"
                  "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.15g</text>\n",
                  LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, LEFT - 8, HEIGHT - BOTTOM,
                  LEFT - 8, y_of(f, f->most) + 4, f->most);
    strbuf_printf(out, "<text x=\"%d\" y=\"%d\">", LEFT, HEIGHT - 8);
    markup_text(out, f->first);
    strbuf_printf(out, "</text><text x=\"%d\" y=\"%d\" text-anchor=\"end\">", WIDTH - RIGHT,
                  HEIGHT - 8);
    markup_text(out, f->last);
    strbuf_puts(out, "</text>\n");
    for (size_t i = 0; i < v->accounts->n; i++) {
        const lgm_account *const a = &v->accounts->at[i];
        if (a->answer->question != q || a->aside) continue;
        for (size_t k = 0; k < a->said.n; k++) put_dot(v, f, &a->said.at[k], out);
    }
    strbuf_puts(out, "</svg><figcaption>By the day of the report; each dot is one that gives it"
                     "</figcaption></figure>\n");
}

/* Of what grows or falls: ages and distances do neither. */
static bool is_drawn(lgm_account_question q)
{
    return lgm_account_question_kind(q) == 'F' && q != LGM_ACCOUNT_AGE &&
           q != LGM_ACCOUNT_DISTANCE && q != LGM_ACCOUNT_SEIZED && q != LGM_ACCOUNT_AMOUNT &&
           q != LGM_ACCOUNT_SENTENCED;
}

void story_rise(const accounts_view *v, strbuf *out)
{
    bool headed = false;
    for (int q = 0; q < LGM_ACCOUNT_N; q++) {
        const frame f = frame_of(v, (lgm_account_question)q);
        if (!is_drawn((lgm_account_question)q) || f.days < 2 || f.most <= 0) continue;
        if (!headed) strbuf_puts(out, "<section><h2>Figures over time</h2>\n");
        headed = true;
        put_picture(v, (lgm_account_question)q, &f, out);
    }
    if (headed) strbuf_puts(out, "</section>\n");
}
