/* print_line.c - see print_line.h. */
#include "pdf/print_line.h"

#include <stdlib.h>
#include <string.h>

enum { N_COLUMNS = 12 };
enum { LEVEL, PAGE, PAR, BLOCK, LINE, WORD, LEFT, TOP, WIDTH, HEIGHT, CONF, TEXT };

typedef struct table_row {
    lgm_slice column[N_COLUMNS];
} table_row;

/* The next row of the table; the last column runs to the end of the line. */
static bool next_row(lgm_slice *rest, table_row *r)
{
    if (!rest->len) return false;
    const char *const lf = memchr(rest->ptr, '\n', rest->len);
    const char *at = rest->ptr, *const end = lf ? lf : rest->ptr + rest->len;
    for (int i = 0; i < N_COLUMNS; i++) {
        const char *tab = i + 1 < N_COLUMNS ? memchr(at, '\t', (size_t)(end - at)) : NULL;
        if (!tab) tab = end;
        r->column[i] = (lgm_slice){at, (size_t)(tab - at)};
        at = tab < end ? tab + 1 : end;
    }
    const size_t n = (size_t)(end - rest->ptr) + (lf != NULL);
    *rest = (lgm_slice){rest->ptr + n, rest->len - n};
    return true;
}

/* A decimal number without an exponent, whatever the locale. */
static float number(lgm_slice s)
{
    double value = 0, scale = 1;
    size_t i = s.len && s.ptr[0] == '-';
    for (; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++)
        value = value * 10 + (s.ptr[i] - '0');
    if (i < s.len && s.ptr[i] == '.')
        for (i++; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++)
            value += (s.ptr[i] - '0') * (scale /= 10);
    return (float)(s.len && s.ptr[0] == '-' ? -value : value);
}

/* What is no number of a page, or beyond all of them, is 0. */
static uint32_t page_number(lgm_slice s)
{
    const float n = number(s);
    return n >= 0 && n < 1e9f ? (uint32_t)n : 0;
}

typedef struct reader {
    lgm_arena *arena;
    lgm_pdf_lines *out;
    uint32_t page, block;
    float page_height;
    lgm_slice last_block[2]; /* the numbers of the block in hand */
    char *text;              /* room for the words, all of the table's */
    size_t n;
    bool in_line;
} reader;

static bool begin_line(reader *r, const table_row *row)
{
    const bool same = lgm_slice_eq(row->column[PAR], r->last_block[0]) &&
                      lgm_slice_eq(row->column[BLOCK], r->last_block[1]);
    if (!same) r->block++;
    r->last_block[0] = row->column[PAR];
    r->last_block[1] = row->column[BLOCK];
    const float left = number(row->column[LEFT]), top = number(row->column[TOP]);
    const lgm_pdf_line line = {.text = {r->text + r->n, 0},
                               .page = r->page,
                               .block = r->block,
                               .left = left,
                               .top = top,
                               .right = left + number(row->column[WIDTH]),
                               .bottom = top + number(row->column[HEIGHT]),
                               .page_height = r->page_height};
    r->in_line = true;
    return lgm_vec_push(r->arena, &r->out->line, line);
}

static void add_word(reader *r, lgm_slice word)
{
    lgm_pdf_line *const line = &r->out->line.at[r->out->line.n - 1];
    if (line->text.len) r->text[r->n++] = ' ', line->text.len++;
    memcpy(r->text + r->n, word.ptr, word.len);
    r->n += word.len;
    line->text.len += word.len;
}

static bool take(reader *r, const table_row *row)
{
    const char level = row->column[LEVEL].len == 1 ? row->column[LEVEL].ptr[0] : 0;
    if (level == '1') {
        r->page = r->out->n_pages = page_number(row->column[PAGE]);
        r->page_height = number(row->column[HEIGHT]);
        r->last_block[0] = r->last_block[1] = (lgm_slice){0};
        r->in_line = false;
    } else if (level == '4') {
        return begin_line(r, row);
    } else if (level == '5' && r->in_line) {
        add_word(r, row->column[TEXT]);
    }
    return true;
}

lgm_status lgm_pdf_lines_of(lgm_arena *a, lgm_slice table, lgm_pdf_lines *out, lgm_err *err)
{
    table_row row;
    *out = (lgm_pdf_lines){0};
    reader r = {.arena = a, .out = out, .text = lgm_arena_alloc(a, table.len + 1)};
    if (!r.text) return lgm_arena_fail(a, err);
    if (!next_row(&table, &row) || !lgm_slice_eq(row.column[LEVEL], LGM_SLICE("level")) ||
        !lgm_slice_eq(row.column[TEXT], LGM_SLICE("text")))
        return lgm_fail(err, LGM_E_FORMAT, "pdftotext did not write a table of words");
    while (next_row(&table, &row))
        if (!take(&r, &row)) return lgm_arena_fail(a, err);
    return LGM_OK;
}
