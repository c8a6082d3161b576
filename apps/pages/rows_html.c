/* rows_html.c - rows as a web page with a table. */
#include <string.h>

#include "html.h"
#include "markup.h"
#include "result_rows.h"

void rows_html_begin(rows *r)
{
    strbuf title = {0};
    strbuf_puts(&title, r->kind->help);
    html_begin(r->out, &title, HTML_INDEX);
    strbuf_puts(r->out, "<h1>");
    markup_puts(r->out, r->kind->help);
    strbuf_puts(r->out, "</h1>\n<table>\n<thead><tr>");
    for (size_t i = 0; i < r->kind->n_columns; i++) {
        strbuf_puts(r->out, "<th scope=\"col\">");
        markup_puts(r->out, r->kind->columns[i].name);
        strbuf_puts(r->out, "</th>");
    }
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

void rows_html_put(rows *r, const lgm_question_row *row)
{
    strbuf_puts(r->out, "<tr>");
    for (size_t i = 0; i < row->n; i++) {
        strbuf_puts(r->out, "<td>");
        if (!row->at[i].is_null) put_cell(r->out, row->at[i].text);
        strbuf_puts(r->out, "</td>");
    }
    strbuf_puts(r->out, "</tr>\n");
}

void rows_html_end(rows *r)
{
    const html_closing closing = {0};
    strbuf_puts(r->out, "</tbody>\n</table>\n");
    html_end(r->out, &closing);
}
