/*
 * One pass over the tree. An open block takes words until an element that parts texts begins or
 * ends.
 */
#include "web/block.h"

#include <string.h>

static const uint8_t HIDDEN = 1, PARTS = 2;

static const uint8_t KIND[LGM_HTML_N_TAGS] = {
    [LGM_HTML_SCRIPT] = 1,     [LGM_HTML_STYLE] = 1,    [LGM_HTML_TEMPLATE] = 1,
    [LGM_HTML_SVG] = 1,        [LGM_HTML_HEAD] = 1,     [LGM_HTML_SELECT] = 1,
    [LGM_HTML_BUTTON] = 1,     [LGM_HTML_TEXTAREA] = 1, [LGM_HTML_NOSCRIPT] = 1,
    [LGM_HTML_IFRAME] = 1,     [LGM_HTML_OBJECT] = 1,   [LGM_HTML_AUDIO] = 1,
    [LGM_HTML_VIDEO] = 1,      [LGM_HTML_DATALIST] = 1, [LGM_HTML_NOFRAMES] = 1,
    [LGM_HTML_RP] = 1,         [LGM_HTML_RT] = 1,       [LGM_HTML_TITLE] = 1,
    [LGM_HTML_EMBED] = 1,      [LGM_HTML_OPTION] = 1,   [LGM_HTML_MAP] = 1,
    [LGM_HTML_ADDRESS] = 2,    [LGM_HTML_ARTICLE] = 2,  [LGM_HTML_ASIDE] = 2,
    [LGM_HTML_BLOCKQUOTE] = 2, [LGM_HTML_BODY] = 2,     [LGM_HTML_CAPTION] = 2,
    [LGM_HTML_CENTER] = 2,     [LGM_HTML_DD] = 2,       [LGM_HTML_DETAILS] = 2,
    [LGM_HTML_DIALOG] = 2,     [LGM_HTML_DIR] = 2,      [LGM_HTML_DIV] = 2,
    [LGM_HTML_DL] = 2,         [LGM_HTML_DT] = 2,       [LGM_HTML_FIELDSET] = 2,
    [LGM_HTML_FIGCAPTION] = 2, [LGM_HTML_FIGURE] = 2,   [LGM_HTML_FOOTER] = 2,
    [LGM_HTML_FORM] = 2,       [LGM_HTML_H1] = 2,       [LGM_HTML_H2] = 2,
    [LGM_HTML_H3] = 2,         [LGM_HTML_H4] = 2,       [LGM_HTML_H5] = 2,
    [LGM_HTML_H6] = 2,         [LGM_HTML_HEADER] = 2,   [LGM_HTML_HGROUP] = 2,
    [LGM_HTML_HR] = 2,         [LGM_HTML_HTML] = 2,     [LGM_HTML_LEGEND] = 2,
    [LGM_HTML_LI] = 2,         [LGM_HTML_MAIN] = 2,     [LGM_HTML_MENU] = 2,
    [LGM_HTML_NAV] = 2,        [LGM_HTML_OL] = 2,       [LGM_HTML_P] = 2,
    [LGM_HTML_PLAINTEXT] = 2,  [LGM_HTML_PRE] = 2,      [LGM_HTML_SECTION] = 2,
    [LGM_HTML_SUMMARY] = 2,    [LGM_HTML_TABLE] = 2,    [LGM_HTML_TBODY] = 2,
    [LGM_HTML_TD] = 2,         [LGM_HTML_TFOOT] = 2,    [LGM_HTML_TH] = 2,
    [LGM_HTML_THEAD] = 2,      [LGM_HTML_TR] = 2,       [LGM_HTML_UL] = 2,
    [LGM_HTML_XMP] = 2,
};

typedef struct maker {
    const lgm_web_tree *tree;
    lgm_arena *a;
    lgm_web_blocks *out;
    char *to; /* texts of all blocks, one behind the other */
    size_t n, begin;
    lgm_web_block open;            /* node 0: none */
    uint32_t holder;               /* the element that the next block belongs to */
    uint32_t link_end, strong_end; /* where the link and the bold words in hand end */
    uint32_t n_br;
    bool space, after_br;
} maker;

bool lgm_web_parts(uint8_t tag)
{
    return KIND[tag] == PARTS;
}

static bool end_block(maker *m)
{
    const bool is_open = m->n > m->begin;
    lgm_web_block b = m->open;
    m->open = (lgm_web_block){0};
    m->space = false;
    m->n_br = 0;
    if (!is_open) return true;
    b.text = (lgm_slice){m->to + m->begin, m->n - m->begin};
    b.n_runs = (uint32_t)m->out->run.n - b.runs;
    m->begin = m->n;
    return lgm_vec_push(m->a, &m->out->block, b);
}

static void begin_block(maker *m, uint32_t node)
{
    m->open.node = m->holder;
    m->open.first = node;
    m->open.runs = (uint32_t)m->out->run.n;
    m->open.n_words = 1;
    m->open.after_br = m->after_br;
    m->after_br = false;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* White space before what comes next: one space, or LF where a <br> was. */
static void put_gap(maker *m)
{
    if (m->n > m->begin) {
        if (m->n_br)
            m->to[m->n++] = '\n';
        else if (m->space)
            m->to[m->n++] = ' ';
        else
            return;
        m->open.n_words++;
    }
    m->space = false;
    m->n_br = 0;
}

static bool add_text(maker *m, uint32_t node)
{
    const lgm_slice s = m->tree->node[node].text;
    bool fresh = true; /* a run of this node is not yet noted */
    for (size_t i = 0; i < s.len;) {
        if (is_space(s.ptr[i])) {
            m->space = true;
            i++;
            continue;
        }
        if (m->n == m->begin) begin_block(m, node);
        put_gap(m);
        if (fresh || is_space(s.ptr[i - 1])) {
            const lgm_web_run run = {node, (uint32_t)i, (uint32_t)(m->n - m->begin)};
            if (fresh && !lgm_vec_push(m->a, &m->out->run, run)) return false;
            fresh = false;
        }
        const size_t start = i;
        while (i < s.len && !is_space(s.ptr[i])) i++;
        memcpy(m->to + m->n, s.ptr + start, i - start);
        m->n += i - start;
        if (node < m->link_end) m->open.n_link += (uint32_t)(i - start);
        if (node < m->strong_end) m->open.n_strong += (uint32_t)(i - start);
    }
    return true;
}

static bool is_hidden(const lgm_web_node *node)
{
    return KIND[node->tag] == HIDDEN || lgm_web_is_hidden(node);
}

static bool line_break(maker *m)
{
    if (m->n == m->begin) {
        m->after_br = true;
        return true;
    }
    if (++m->n_br < 2) return true;
    const bool ok = end_block(m);
    m->after_br = true;
    return ok;
}

lgm_status lgm_web_blocks_of(const lgm_web_tree *tree, lgm_arena *a, lgm_web_blocks *out,
                             lgm_err *err)
{
    size_t room = 1;
    for (uint32_t i = 0; i < tree->n; i++) room += tree->node[i].text.len + 1;
    maker m = {.tree = tree, .a = a, .out = out, .to = lgm_arena_alloc(a, room)};
    if (!m.to) return lgm_arena_fail(a, err);
    bool ok = true;
    for (uint32_t i = 0; ok && i < tree->n;) {
        const lgm_web_node *node = &tree->node[i];
        while (ok && i >= tree->node[m.holder].end) { /* the holder has ended */
            ok = end_block(&m);
            do m.holder = tree->node[m.holder].parent;
            while (!lgm_web_parts(tree->node[m.holder].tag) && m.holder);
        }
        if (!ok) break;
        if (is_hidden(node)) {
            i = node->end;
            continue;
        }
        if (node->tag == LGM_HTML_TEXT)
            ok = add_text(&m, i);
        else if (node->tag == LGM_HTML_BR)
            ok = line_break(&m);
        else if (node->tag == LGM_HTML_A)
            m.link_end = node->end;
        else if (node->tag == LGM_HTML_B || node->tag == LGM_HTML_STRONG)
            m.strong_end = node->end;
        else if (lgm_web_parts(node->tag)) {
            ok = end_block(&m);
            m.holder = i;
            m.after_br = false;
        }
        i++;
    }
    if (!ok || !end_block(&m)) return lgm_arena_fail(a, err);
    return LGM_OK;
}
