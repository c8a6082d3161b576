/* rows_json.c - rows as JSON: an object a row, its keys those of the columns. */
#include "json_text.h"
#include "result_rows.h"

void rows_json_put(rows *r, const lgm_question_row *row)
{
    if (r->form == ROWS_JSON) strbuf_puts(r->out, r->n ? ",\n  " : "\n  ");
    strbuf_puts(r->out, "{");
    for (size_t i = 0; i < row->n; i++) {
        const lgm_question_value *const v = &row->at[i];
        strbuf_printf(r->out, "%s\"%s\": ", i ? ", " : "", r->kind->columns[i].name);
        if (!v->is_null && r->kind->columns[i].type == LGM_COLUMN_NUMBER)
            strbuf_printf(r->out, "%.15g", v->number);
        else
            json_text(r->out, v->is_null ? (lgm_str){0} : v->text);
    }
    strbuf_puts(r->out, r->form == ROWS_JSON ? "}" : "}\n");
}
