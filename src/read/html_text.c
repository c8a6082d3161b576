/* html_text.c - the text of pieces of HTML within other formats. */
#include "read/html_text.h"

lgm_status lgm_read_html_text(lgm_read_tools *tools, lgm_slice html, lgm_slice *text, lgm_err *err)
{
    static const lgm_web_hints hints = {.charset = "utf-8", .fragment = true};
    lgm_web_page page;
    lgm_status st = tools->web ? LGM_OK : lgm_web_new(&tools->web, err);
    if (st == LGM_OK) st = lgm_web_read(tools->web, html, &hints, tools->call, &page, err);
    if (st == LGM_OK) *text = page.text;
    return st;
}
