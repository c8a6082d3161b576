/* rows_html.c - rows as a web page with a table. */
#include <string.h>

#include "html.h"
#include "markup.h"
#include "result_rows.h"

static const char *class_of(const lgm_question_column *c)
{
    static const char *const longs[] = {"content", "words", "title"};
    static const char *const days[] = {"day", "date", "from", "to", "said", "first", "last"};
    if (c->type == LGM_COLUMN_NUMBER) return "num";
    if (c->type == LGM_COLUMN_ID) return "id";
    for (size_t i = 0; i < sizeof longs / sizeof *longs; i++)
        if (strcmp(c->name, longs[i]) == 0) return "long";
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        if (strcmp(c->name, days[i]) == 0) return "date";
    return "cell";
}

/* "said_by" as people write it. */
static void put_heading(strbuf *out, const lgm_question_column *c)
{
    strbuf_printf(out, "<th scope=\"col\" class=\"%s\">", class_of(c));
    for (const char *s = c->name; *s; s++) strbuf_put(out, *s == '_' ? " " : s, 1);
    strbuf_puts(out, "</th>");
}

void rows_html_begin(rows *r)
{
    strbuf title = {0};
    strbuf_puts(&title, r->kind->help);
    html_begin(r->out, &title, HTML_INDEX);
    strbuf_printf(r->out, "<h1>%c", r->kind->help[0] - 'a' + 'A');
    markup_puts(r->out, r->kind->help + 1);
    strbuf_puts(r->out, "</h1>\n<div class=\"wide\">\n<table>\n<thead><tr>");
    for (size_t i = 0; i < r->kind->n_columns; i++) put_heading(r->out, &r->kind->columns[i]);
    strbuf_puts(r->out, "</tr></thead>\n<tbody>\n");
    strbuf_done(&title);
}

/* A hit of a search is marked. */
static void put_cell(strbuf *out, lgm_str s)
{
    for (size_t i = 0; i < s.len;) {
        const char *const at = s.ptr + i;
        size_t n = 0;
        while (i + n < s.len && at[n] != 2 && at[n] != 3) n++;
        markup_text(out, (lgm_str){at, n});
        if (i + n < s.len) strbuf_puts(out, at[n] == 2 ? "<mark>" : "</mark>");
        i += n + 1;
    }
}

static void put_address(strbuf *out, lgm_str url)
{
    const bool web = (url.len > 8 && memcmp(url.ptr, "https://", 8) == 0) ||
                     (url.len > 7 && memcmp(url.ptr, "http://", 7) == 0);
    if (web) strbuf_puts(out, "<a rel=\"noreferrer\" href=\"");
    if (web) markup_text(out, url);
    if (web) strbuf_puts(out, "\">");
    markup_line(out, url, 40);
    if (web) strbuf_puts(out, "</a>");
}

void rows_html_put(rows *r, const lgm_question_row *row)
{
    strbuf_puts(r->out, "<tr>");
    for (size_t i = 0; i < row->n; i++) {
        const lgm_question_column *const c = &r->kind->columns[i];
        strbuf_printf(r->out, "<td class=\"%s\">", class_of(c));
        if (!row->at[i].is_null && strcmp(c->name, "url") == 0)
            put_address(r->out, row->at[i].text);
        else if (!row->at[i].is_null)
            put_cell(r->out, rows_shown(r, row, i));
        strbuf_puts(r->out, "</td>");
    }
    strbuf_puts(r->out, "</tr>\n");
}

void rows_html_end(rows *r)
{
    const html_closing closing = {0};
    strbuf_puts(r->out, "</tbody>\n</table>\n</div>\n");
    html_end(r->out, &closing);
}
