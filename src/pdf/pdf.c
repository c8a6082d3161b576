/* pdf.c - see pdf.h. */
#include "pdf/pdf.h"

#include "pdf/print_line.h"
#include "pdf/joining.h"
#include "pdf/running.h"
#include "pdf/tool.h"

enum { TABLE = 40 }; /* bytes of the table for one of text, at most */

/* What a person can do about it. */
static lgm_status explain(lgm_status st, const lgm_err *why, lgm_err *err)
{
    if (st == LGM_E_NOTFOUND)
        return lgm_fail(err, LGM_E_UNSUPPORTED,
                        "PDF is read by the program pdftotext, which is not on this machine; "
                        "install poppler-utils");
    if (st == LGM_E_FORMAT)
        return lgm_fail(err, st, "this PDF is damaged or locked (%s)", why->message);
    return lgm_fail(err, st, "%s", why->message);
}

lgm_status lgm_pdf_read(lgm_arena *a, lgm_slice bytes, size_t max_bytes, lgm_pdf *out, lgm_err *err)
{
    static const char *const argv[] = {"pdftotext", "-tsv", "-enc", "UTF-8", "-", "-", NULL};
    lgm_slice table;
    lgm_pdf_lines lines;
    lgm_err why = {0};
    *out = (lgm_pdf){0};
    lgm_status st = lgm_pdf_tool_run(a, argv, bytes, max_bytes * TABLE, &table, &why);
    if (st == LGM_OK) st = lgm_pdf_lines_of(a, table, &lines, &why);
    if (st == LGM_OK) st = lgm_pdf_drop_running(a, &lines, &why);
    if (st == LGM_OK) st = lgm_pdf_paragraphs(a, &lines, max_bytes, out, &why);
    if (st != LGM_OK) return explain(st, &why, err);
    if (out->text.len) return LGM_OK;
    return lgm_fail(err, LGM_E_UNSUPPORTED,
                    "there is no text in this PDF, only pictures of its %u page%s; recognise its "
                    "text first, for example with ocrmypdf",
                    lines.n_pages, lines.n_pages == 1 ? "" : "s");
}
