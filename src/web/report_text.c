#include "web/report_text.h"

#include "web/origin.h"

#include <string.h>

typedef struct writer {
    const lgm_web_tree *tree;
    const lgm_web_utf8 *utf8;
    lgm_arena *a;
    char *to;
    size_t n;
    LGM_VEC(lgm_web_place) map;
    LGM_VEC(lgm_web_part) part;
    bool ok;
} writer;

/* From this byte of the text on, text and page go side by side. */
static void lead_to(writer *w, size_t text, size_t in_utf8)
{
    const uint32_t page = lgm_web_place_of(w->utf8->place, w->utf8->n_places, (uint32_t)in_utf8);
    const lgm_web_place here = {(uint32_t)text,
                                page < w->utf8->n_page ? page : (uint32_t)w->utf8->n_page};
    if (w->map.n) {
        const lgm_web_place *last = &w->map.at[w->map.n - 1];
        if (here.text - last->text == here.page - last->page) return;
    }
    if (!lgm_vec_push(w->a, &w->map, here)) w->ok = false;
}

/* The words of one text node: from byte `at` of the block on, which end at `end`. */
static void trace_run(writer *w, const lgm_web_block *b, const lgm_web_run *run, uint32_t end)
{
    lgm_web_cursor c = lgm_web_cursor_at(w->tree, run->node);
    const lgm_slice text = w->tree->node[run->node].text;
    size_t from = run->skip;
    for (uint32_t at = run->at; at < end && w->ok;) {
        lead_to(w, w->n + at, lgm_web_cursor_to(&c, from));
        /* as far as text and node have the same characters */
        while (at < end && from < text.len && !lgm_web_is_space(text.ptr[from])) {
            if (!c.same) lead_to(w, w->n + at, lgm_web_cursor_to(&c, from));
            at++;
            from++;
        }
        if (at < end && lgm_web_is_space(b->text.ptr[at])) at++;
        while (from < text.len && lgm_web_is_space(text.ptr[from])) from++;
        if (from >= text.len) break;
    }
}

static void trace(writer *w, const lgm_web_blocks *blocks, const lgm_web_block *b)
{
    for (uint32_t i = 0; i < b->n_runs; i++) {
        const lgm_web_run *run = &blocks->run.at[b->runs + i];
        trace_run(w, b, run, i + 1 < b->n_runs ? run[1].at : (uint32_t)b->text.len);
    }
}

static void put(writer *w, lgm_slice s)
{
    memcpy(w->to + w->n, s.ptr, s.len);
    w->n += s.len;
}

static void write_block(writer *w, const lgm_web_blocks *blocks, const lgm_web_block *b)
{
    if (w->n) put(w, LGM_SLICE("\n\n"));
    trace(w, blocks, b);
    const lgm_web_part part = {(uint32_t)w->n, (uint32_t)(w->n + b->text.len), b->kind, b->level};
    if (!lgm_vec_push(w->a, &w->part, part)) w->ok = false;
    put(w, b->text);
}

lgm_status lgm_web_write(const lgm_web_tree *tree, const lgm_web_blocks *blocks,
                         const lgm_web_utf8 *utf8, lgm_arena *a, lgm_web_page *out, lgm_err *err)
{
    size_t room = 1;
    for (size_t i = 0; i < blocks->block.n; i++)
        if (blocks->block.at[i].kept) room += blocks->block.at[i].text.len + 2;
    writer w = {.tree = tree, .utf8 = utf8, .a = a, .to = lgm_arena_alloc(a, room), .ok = true};
    if (!w.to) return lgm_arena_fail(a, err);
    for (size_t i = 0; i < blocks->block.n && w.ok; i++)
        if (blocks->block.at[i].kept) write_block(&w, blocks, &blocks->block.at[i]);
    if (!w.ok) return lgm_arena_fail(a, err);
    w.to[w.n] = 0;
    out->text = (lgm_slice){w.to, w.n};
    out->part = w.part.at;
    out->n_parts = w.part.n;
    out->map = w.map.at;
    out->n_map = w.map.n;
    return LGM_OK;
}
