/*
 * fuzz_pdf.c - any bytes as the table of words that pdftotext writes: pages and headings lie within
 * the text, in order, and the same table says the same twice.
 */
#include <string.h>

#include "fuzz.h"
#include "pdf/joining.h"
#include "pdf/print_line.h"
#include "pdf/running.h"

enum { MOST = 4000 };

static void check(const lgm_pdf *pdf)
{
    CHECK(pdf->text.len <= MOST);
    for (size_t i = 0; i < pdf->pages.n; i++)
        CHECK(pdf->pages.at[i].start <= pdf->text.len &&
              (!i || pdf->pages.at[i].start >= pdf->pages.at[i - 1].start));
    for (size_t i = 0; i < pdf->headings.n; i++)
        CHECK(pdf->headings.at[i].start <= pdf->headings.at[i].end &&
              pdf->headings.at[i].end <= pdf->text.len);
}

static uint64_t read_table(lgm_slice table)
{
    lgm_arena *a;
    lgm_pdf_lines lines;
    lgm_pdf pdf = {0};
    lgm_err err = {0};
    CHECK(lgm_arena_new(&a, 0, NULL) == LGM_OK);
    lgm_status st = lgm_pdf_lines_of(a, table, &lines, &err);
    if (st == LGM_OK) st = lgm_pdf_drop_running(a, &lines, &err);
    if (st == LGM_OK) st = lgm_pdf_paragraphs(a, &lines, MOST, &pdf, &err);
    CHECK(st == LGM_OK || err.message[0]);
    if (st == LGM_OK) check(&pdf);
    const uint64_t h = st == LGM_OK ? lgm_hash64(0, pdf.text.ptr, pdf.text.len) : 0;
    lgm_arena_free(a);
    return h;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const lgm_slice table = {(const char *)data, size};
    CHECK(read_table(table) == read_table(table));
    return 0;
}
