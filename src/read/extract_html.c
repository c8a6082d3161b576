/* extract_html.c - see extract_html.h. */
#include "read/extract_html.h"

static const lgm_block_kind kinds[] = {
    [LGM_WEB_HEADING] = LGM_BLOCK_HEADING,     [LGM_WEB_LIST_ITEM] = LGM_BLOCK_LIST_ITEM,
    [LGM_WEB_QUOTATION] = LGM_BLOCK_QUOTATION, [LGM_WEB_CAPTION] = LGM_BLOCK_CAPTION,
    [LGM_WEB_TABLE_ROW] = LGM_BLOCK_TABLE_ROW, [LGM_WEB_LIVE_ENTRY] = LGM_BLOCK_ENTRY,
    [LGM_WEB_CREDIT] = LGM_BLOCK_CREDIT,
};

static lgm_status lay_out(lgm_arena *a, const lgm_web_page *page, lgm_input *in, lgm_err *err)
{
    lgm_input_block *const blocks = lgm_arena_calloc(a, page->n_parts + 1, sizeof *blocks);
    lgm_input_place *const map = lgm_arena_calloc(a, page->n_map + 1, sizeof *map);
    if (!blocks || !map) return lgm_arena_fail(a, err);
    size_t n = 0;
    for (size_t i = 0; i < page->n_parts; i++) {
        const lgm_web_part *const p = &page->part[i];
        if (p->kind == LGM_WEB_PARAGRAPH) continue;
        blocks[n++] = (lgm_input_block){p->start, p->end, kinds[p->kind], p->level};
    }
    for (size_t i = 0; i < page->n_map; i++)
        map[i] = (lgm_input_place){page->map[i].text, page->map[i].page};
    in->blocks = blocks;
    in->n_blocks = n;
    in->map = map;
    in->n_map = page->n_map;
    return LGM_OK;
}

static lgm_status know(lgm_arena *a, const lgm_web_page *page, lgm_input *in, lgm_err *err)
{
    const struct {
        const char **to;
        lgm_slice value;
    } fields[] = {{&in->title, page->title},
                  {&in->byline, page->byline},
                  {&in->publisher, page->publisher},
                  {&in->agency, page->agency},
                  {&in->section, page->section},
                  {&in->modified, page->modified},
                  {&in->url, page->url}};
    lgm_status st = LGM_OK;
    if (page->url.len) in->url = NULL; /* where it belongs, and not where it was found */
    for (size_t i = 0; i < LGM_COUNT(fields) && st == LGM_OK; i++)
        st = lgm_read_set(a, fields[i].to, fields[i].value, err);
    if (st != LGM_OK || in->date || in->published || !page->published.len) return st;
    st = lgm_read_set(a, &in->published, page->published, err);
    return st == LGM_OK ? lgm_read_set(a, &in->date_source, page->published_source, err) : st;
}

lgm_status lgm_read_parse_page(lgm_read_tools *tools, lgm_slice html, const lgm_web_hints *hints,
                               lgm_web_page *out, lgm_err *err)
{
    const lgm_status st = tools->web ? LGM_OK : lgm_web_new(&tools->web, err);
    return st == LGM_OK ? lgm_web_read(tools->web, html, hints, tools->call, out, err) : st;
}

lgm_status lgm_read_page(lgm_read_tools *tools, lgm_slice html, const lgm_web_hints *hints,
                         lgm_input *in, lgm_err *err)
{
    lgm_web_page page;
    lgm_status st = lgm_read_parse_page(tools, html, hints, &page, err);
    if (st == LGM_OK) st = know(tools->call, &page, in, err);
    if (st == LGM_OK) st = lay_out(tools->call, &page, in, err);
    if (st == LGM_OK && page.warning) st = lgm_read_warn(tools->call, in, page.warning, err);
    if (st != LGM_OK) return st;
    if (!page.text.len)
        return lgm_fail(err, LGM_E_FORMAT, "%s",
                        page.warning ? page.warning : "there is no report in this page");
    in->text = page.text.ptr;
    in->len = page.text.len;
    in->extraction = (float)page.confidence;
    return LGM_OK;
}

lgm_status lgm_read_extract_html(lgm_read_tools *tools, lgm_slice bytes, lgm_input *in,
                                 lgm_err *err)
{
    const lgm_web_hints hints = {
        .url = in->url, .charset = tools->hint.charset, .content_type = tools->hint.content_type};
    return lgm_read_page(tools, bytes, &hints, in, err);
}
