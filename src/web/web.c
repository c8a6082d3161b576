/* The main path: bytes, UTF-8, tree, blocks, the report among them. */
#include "web/web.h"

#include "web/block.h"
#include "web/page_bytes.h"
#include "web/choose.h"
#include "web/page_about.h"
#include "web/report_text.h"

struct lgm_web {
    lgm_web_parser *parser;
};

lgm_status lgm_web_new(lgm_web **out, lgm_err *err)
{
    lgm_web *w = lgm_calloc(1, sizeof *w);
    *out = NULL;
    if (!w) return lgm_fail(err, LGM_E_NOMEM, "out of memory for a reader of web pages");
    const lgm_status st = lgm_web_parser_new(&w->parser, err);
    if (st != LGM_OK) {
        lgm_free(w);
        return st;
    }
    *out = w;
    return LGM_OK;
}

void lgm_web_free(lgm_web *w)
{
    if (!w) return;
    lgm_web_parser_free(w->parser);
    lgm_free(w);
}

lgm_status lgm_web_read(lgm_web *w, lgm_slice html, const lgm_web_hints *hints, lgm_arena *a,
                        lgm_web_page *out, lgm_err *err)
{
    const size_t max = hints && hints->max_bytes ? hints->max_bytes : LGM_WEB_MAX_BYTES;
    lgm_web_utf8 utf8;
    lgm_web_tree tree;
    lgm_web_blocks blocks = {0};
    *out = (lgm_web_page){0};
    const bool too_long = html.len > max;
    if (too_long) html.len = max;
    lgm_status st = lgm_web_decode(html, hints, a, &utf8, err);
    if (st == LGM_OK) st = lgm_web_parse(w->parser, utf8.text, a, &tree, err);
    if (st == LGM_OK) st = lgm_web_blocks_of(&tree, a, &blocks, err);
    if (st == LGM_OK) st = lgm_web_choose(&tree, &blocks, hints, a, out, err);
    const bool whole = !hints || !hints->fragment; /* of a feed its own fields speak */
    if (st == LGM_OK && whole) st = lgm_web_about(&tree, &blocks, hints, a, out, err);
    if (st == LGM_OK) st = lgm_web_write(&tree, &blocks, &utf8, a, out, err);
    if (st == LGM_OK && (too_long || tree.cut))
        out->warning = "The page is over a limit of size and was read as far as that.";
    return st;
}
