/* changes_page.c - what changed since a day: a page, JSON, a table. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "coverage_note.h"
#include "csv_table.h"
#include "found_changes.h"
#include "json_text.h"

enum { COLUMN = 14 };

typedef struct page {
    const found_changes *f;
    wrapper w;
    strbuf *out;
} page;

static const char *how_words(const char *how)
{
    static const struct {
        const char *how, *words;
    } words[] = {{"revised", "changed by the same source"},
                 {"superseded", "an older state beside a newer one"},
                 {"contradicted", "two sources are at odds"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(how, words[i].how) == 0) return words[i].words;
    return how;
}

static void put_report(page *p, int64_t report, const char *day)
{
    char words[64];
    snprintf(words, sizeof words, "report %" PRId64 "%s%s", report, *day ? ", " : "", day);
    wrap_words(&p->w, STYLE_DIM, words);
}

static void put_words(page *p, const char *words)
{
    wrap_text(&p->w, STYLE_PLAIN, words, strlen(words));
}

static void put_reports(page *p, const found_change *c)
{
    put_report(p, c->before_report, c->before_day);
    wrap_words(&p->w, STYLE_DIM, " → ");
    put_report(p, c->report, c->day);
}

static bool is_version(const found_change *c)
{
    return strcmp(c->how, "version") == 0;
}

/* Above what the next version of a report changed. */
static void put_pair(page *p, const found_change *c)
{
    wrap_indent(&p->w, 2, 4);
    put_reports(p, c);
    wrap_words(&p->w, STYLE_DIM, ", a later version");
    wrap_end(&p->w);
}

static void put_change(page *p, const found_change *c)
{
    wrap_item(&p->w, 2, COLUMN, STYLE_DIM, c->what);
    if (!c->before) wrap_words(&p->w, STYLE_DIM, "new: ");
    if (!c->after) wrap_words(&p->w, STYLE_DIM, "gone: ");
    if (c->before) put_words(p, c->before);
    if (c->before && c->after)
        wrap_words(&p->w, STYLE_DIM, strcmp(c->how, "contradicted") == 0 ? " against " : " → ");
    if (c->after) put_words(p, c->after);
    if (!is_version(c)) {
        wrap_words(&p->w, STYLE_DIM, " (");
        if (c->speaker) put_words(p, c->speaker);
        if (c->speaker) wrap_words(&p->w, STYLE_DIM, "; ");
        put_reports(p, c);
        wrap_words(&p->w, STYLE_DIM, ") · ");
        wrap_words(&p->w, STYLE_DIM, how_words(c->how));
    }
    wrap_end(&p->w);
}

static void put_story(page *p, size_t i)
{
    const found_story *const s = &p->f->stories[i];
    const size_t end = i + 1 < p->f->n_stories ? p->f->stories[i + 1].first : p->f->n;
    char head[48];
    strbuf_puts(p->out, "\n");
    wrap_indent(&p->w, 0, 2);
    snprintf(head, sizeof head, "Story %" PRId64, s->number);
    wrap_words(&p->w, STYLE_HEAD, head);
    if (s->headline) wrap_words(&p->w, STYLE_DIM, " · ");
    if (s->headline) put_words(p, s->headline);
    wrap_end(&p->w);
    for (size_t k = s->first; k < end; k++) {
        const found_change *const c = &p->f->at[k];
        if (is_version(c) && (k == s->first || c->report != c[-1].report)) put_pair(p, c);
        put_change(p, c);
    }
}

lgm_status changes_page_text(const found_changes *f, lgm_ledger *ledger, int width, bool color,
                             strbuf *out, lgm_err *err)
{
    page p = {.f = f, .out = out};
    char head[48];
    wrap_start(&p.w, out, width, color);
    wrap_indent(&p.w, 0, 2);
    snprintf(head, sizeof head, "Changed since %s", f->since);
    wrap_words(&p.w, STYLE_HEAD, f->n ? head : "Nothing changed since ");
    if (!f->n) wrap_words(&p.w, STYLE_HEAD, f->since);
    wrap_end(&p.w);
    for (size_t i = 0; i < f->n_stories; i++) put_story(&p, i);
    strbuf_puts(out, "\n");
    return coverage_note_put(&p.w, ledger, err);
}

static void put_day(strbuf *out, const char *day)
{
    json_textz(out, *day ? day : NULL);
}

static void put_object(strbuf *out, const found_change *c)
{
    strbuf_printf(out,
                  "{\"how\": \"%s\", \"what\": \"%s\", \"story\": %" PRId64 ", \"report\": %" PRId64
                  ", \"date\": ",
                  c->how, c->what, c->story, c->report);
    put_day(out, c->day);
    strbuf_printf(out, ", \"before_report\": %" PRId64 ", \"before_date\": ", c->before_report);
    put_day(out, c->before_day);
    strbuf_puts(out, ", \"speaker\": ");
    json_textz(out, c->speaker);
    strbuf_puts(out, ", \"before\": ");
    json_textz(out, c->before);
    strbuf_puts(out, ", \"after\": ");
    json_textz(out, c->after);
    strbuf_puts(out, "}");
}

lgm_status changes_page_json(const found_changes *f, lgm_ledger *ledger, strbuf *out, lgm_err *err)
{
    strbuf_printf(out, "{\"since\": \"%s\", \"changes\": [", f->since);
    for (size_t i = 0; i < f->n; i++) {
        strbuf_puts(out, i ? ",\n  " : "\n  ");
        put_object(out, &f->at[i]);
    }
    strbuf_puts(out, "],\n \"coverage\": ");
    const lgm_status st = coverage_note_json(out, ledger, err);
    strbuf_puts(out, "}\n");
    return st;
}

void changes_page_csv(const found_changes *f, strbuf *out)
{
    strbuf_puts(out,
                "how,what,story,report,date,before_report,before_date,speaker,before,after\r\n");
    for (size_t i = 0; i < f->n; i++) {
        const found_change *const c = &f->at[i];
        csv_table t = {.out = out};
        csv_text(&t, c->how);
        csv_text(&t, c->what);
        csv_number(&t, (unsigned long long)c->story);
        csv_number(&t, (unsigned long long)c->report);
        csv_text(&t, c->day);
        csv_number(&t, (unsigned long long)c->before_report);
        csv_text(&t, c->before_day);
        csv_text(&t, c->speaker);
        csv_text(&t, c->before);
        csv_text(&t, c->after);
        csv_end(&t);
    }
}
