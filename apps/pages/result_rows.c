/* result_rows.c - see result_rows.h. */
#include "result_rows.h"

#include <stdint.h>
#include <string.h>

void rows_begin(rows *r, strbuf *out, rows_form form, const lgm_question_kind *kind, int width,
                bool color)
{
    *r = (rows){.out = out, .form = form, .kind = kind, .width = width, .color = color};
    if (form == ROWS_JSON) strbuf_puts(out, "[");
    if (form == ROWS_CSV) rows_csv_begin(r);
    if (form == ROWS_HTML) rows_html_begin(r);
}

/* The second column of sources says whether the first is a name. */
static bool is_kind_of_source(const rows *r, const lgm_question_row *row, size_t i)
{
    return i == 0 && strcmp(r->kind->name, "sources") == 0 && row->at[1].text.len == 2;
}

lgm_str rows_shown(const rows *r, const lgm_question_row *row, size_t i)
{
    static const struct {
        const char *kind, *shown;
    } kinds[] = {
        {"unknown", "(not named)"},   {"named", "(not named)"},  {"role", "(somebody by role)"},
        {"group", "(a group)"},       {"outlet", "(an outlet)"}, {"document", "(a document)"},
        {"anonymous", "(anonymous)"},
    };
    const lgm_str text = row->at[i].text;
    if (!is_kind_of_source(r, row, i)) return text;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (strlen(kinds[k].kind) == text.len && memcmp(kinds[k].kind, text.ptr, text.len) == 0)
            return (lgm_str){kinds[k].shown, strlen(kinds[k].shown)};
    return text;
}

static void keep(rows *r, const lgm_question_row *row)
{
    for (size_t i = 0; i < row->n; i++) {
        const lgm_str text = rows_shown(r, row, i);
        const uint64_t len = row->at[i].is_null ? UINT64_MAX : text.len;
        strbuf_put(&r->cells, (const char *)&len, sizeof len);
        if (!row->at[i].is_null) strbuf_put(&r->cells, text.ptr, text.len);
    }
}

bool rows_next_cell(const rows *r, size_t *at, lgm_str *cell)
{
    uint64_t len;
    if (r->cells.failed || *at + sizeof len > r->cells.len) return false;
    memcpy(&len, r->cells.at + *at, sizeof len);
    *at += sizeof len;
    *cell = (lgm_str){0};
    if (len == UINT64_MAX) return true;
    *cell = (lgm_str){r->cells.at + *at, (size_t)len};
    *at += (size_t)len;
    return true;
}

void rows_put(rows *r, const lgm_question_row *row)
{
    if (r->form == ROWS_TEXT) keep(r, row);
    if (r->form == ROWS_JSON || r->form == ROWS_JSONL) rows_json_put(r, row);
    if (r->form == ROWS_CSV) rows_csv_put(r, row);
    if (r->form == ROWS_HTML) rows_html_put(r, row);
    r->n++;
}

void rows_end(rows *r)
{
    if (r->form == ROWS_TEXT && strcmp(r->kind->name, "search") == 0)
        rows_hits(r);
    else if (r->form == ROWS_TEXT)
        rows_table(r);
    if (r->form == ROWS_JSON) strbuf_puts(r->out, r->n ? "\n]\n" : "]\n");
    if (r->form == ROWS_HTML) rows_html_end(r);
    if (r->cells.failed) r->out->failed = true;
    strbuf_done(&r->cells);
}
