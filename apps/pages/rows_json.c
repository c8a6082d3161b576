/* rows_json.c - rows as JSON: an object a row, its keys those of the columns. */
#include <string.h>
#include <utf8proc.h>

#include "result_rows.h"

/* The marks around a hit of a search are for those who draw them. */
static bool is_mark(utf8proc_int32_t cp)
{
    return cp == 2 || cp == 3;
}

static void put_string(strbuf *out, lgm_str s)
{
    strbuf_puts(out, "\"");
    for (size_t i = 0; i < s.len;) {
        utf8proc_int32_t cp;
        const utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + i,
                                                    (utf8proc_ssize_t)(s.len - i), &cp);
        if (n <= 0)
            strbuf_puts(out, "\\ufffd");
        else if (cp == '"' || cp == '\\')
            strbuf_printf(out, "\\%c", (int)cp);
        else if (cp < 0x20 || (cp >= 0x7f && cp < 0xa0))
            is_mark(cp) ? (void)0 : strbuf_printf(out, "\\u%04x", (unsigned)cp);
        else
            strbuf_put(out, s.ptr + i, (size_t)n);
        i += n > 0 ? (size_t)n : 1;
    }
    strbuf_puts(out, "\"");
}

void rows_json_put(rows *r, const lgm_question_row *row)
{
    if (r->form == ROWS_JSON) strbuf_puts(r->out, r->n ? ",\n  " : "\n  ");
    strbuf_puts(r->out, "{");
    for (size_t i = 0; i < row->n; i++) {
        const lgm_question_value *const v = &row->at[i];
        strbuf_printf(r->out, "%s\"%s\": ", i ? ", " : "", r->kind->columns[i].name);
        if (v->is_null)
            strbuf_puts(r->out, "null");
        else if (r->kind->columns[i].type == LGM_COLUMN_NUMBER)
            strbuf_printf(r->out, "%.15g", v->number);
        else
            put_string(r->out, v->text);
    }
    strbuf_puts(r->out, r->form == ROWS_JSON ? "}" : "}\n");
}
