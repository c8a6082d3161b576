/* export_rows.c - cells of tables. */
#include <string.h>

#include "export/exporting.h"

/* =, +, -, @ and what looks like them begin a formula; a number with its sign does not. */
static bool computes(lgm_slice s)
{
    if (!s.len || !strchr("=+-@\t\r", s.ptr[0])) return false;
    for (size_t i = 1; i < s.len; i++)
        if ((s.ptr[i] < '0' || s.ptr[i] > '9') && s.ptr[i] != '.') return true;
    return s.len == 1 || s.ptr[0] != '-';
}

void lgm_export_cell(lgm_buf *b, bool first, lgm_slice s)
{
    const bool guarded = computes(s);
    bool quoted = guarded;
    for (size_t i = 0; i < s.len && !quoted; i++) quoted = strchr(",\"\r\n", s.ptr[i]) != NULL;
    if (!first) lgm_buf_putc(b, ',');
    if (!quoted) {
        lgm_buf_put(b, s.ptr, s.len);
        return;
    }
    lgm_buf_puts(b, guarded ? "\"'" : "\"");
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"') lgm_buf_putc(b, '"');
        lgm_buf_putc(b, s.ptr[i]);
    }
    lgm_buf_putc(b, '"');
}

void lgm_export_cell_uint(lgm_buf *b, bool first, uint64_t value)
{
    if (!first) lgm_buf_putc(b, ',');
    lgm_buf_uint(b, value);
}

void lgm_export_tab(lgm_buf *b, bool first, lgm_slice s)
{
    if (!first) lgm_buf_putc(b, '\t');
    const size_t start = b->len;
    lgm_buf_words(b, s);
    if (b->failed) return;
    for (size_t i = start; i < b->len; i++)
        if (b->at[i] == '"') b->at[i] = '\'';
}

void lgm_export_put_degrees(lgm_buf *b, double value)
{
    lgm_json w = {.out = b};
    lgm_json_degrees(&w, value);
}
