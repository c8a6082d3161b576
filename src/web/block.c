/*
 * One pass over the tree. An open block takes words until an element that parts texts begins or
 * ends.
 */
#include "web/block.h"

#include <string.h>

enum { HIDDEN = 1, PARTS = 2 };

static const uint8_t KIND[LGM_HTML_N_TAGS] = {
    [LGM_HTML_SCRIPT] = HIDDEN,    [LGM_HTML_STYLE] = HIDDEN,    [LGM_HTML_TEMPLATE] = HIDDEN,
    [LGM_HTML_SVG] = HIDDEN,       [LGM_HTML_HEAD] = HIDDEN,     [LGM_HTML_SELECT] = HIDDEN,
    [LGM_HTML_BUTTON] = HIDDEN,    [LGM_HTML_TEXTAREA] = HIDDEN, [LGM_HTML_NOSCRIPT] = HIDDEN,
    [LGM_HTML_IFRAME] = HIDDEN,    [LGM_HTML_OBJECT] = HIDDEN,   [LGM_HTML_AUDIO] = HIDDEN,
    [LGM_HTML_VIDEO] = HIDDEN,     [LGM_HTML_DATALIST] = HIDDEN, [LGM_HTML_NOFRAMES] = HIDDEN,
    [LGM_HTML_RP] = HIDDEN,        [LGM_HTML_RT] = HIDDEN,       [LGM_HTML_TITLE] = HIDDEN,
    [LGM_HTML_EMBED] = HIDDEN,     [LGM_HTML_OPTION] = HIDDEN,   [LGM_HTML_MAP] = HIDDEN,
    [LGM_HTML_ADDRESS] = PARTS,    [LGM_HTML_ARTICLE] = PARTS,   [LGM_HTML_ASIDE] = PARTS,
    [LGM_HTML_BLOCKQUOTE] = PARTS, [LGM_HTML_BODY] = PARTS,      [LGM_HTML_CAPTION] = PARTS,
    [LGM_HTML_CENTER] = PARTS,     [LGM_HTML_DD] = PARTS,        [LGM_HTML_DETAILS] = PARTS,
    [LGM_HTML_DIALOG] = PARTS,     [LGM_HTML_DIR] = PARTS,       [LGM_HTML_DIV] = PARTS,
    [LGM_HTML_DL] = PARTS,         [LGM_HTML_DT] = PARTS,        [LGM_HTML_FIELDSET] = PARTS,
    [LGM_HTML_FIGCAPTION] = PARTS, [LGM_HTML_FIGURE] = PARTS,    [LGM_HTML_FOOTER] = PARTS,
    [LGM_HTML_FORM] = PARTS,       [LGM_HTML_H1] = PARTS,        [LGM_HTML_H2] = PARTS,
    [LGM_HTML_H3] = PARTS,         [LGM_HTML_H4] = PARTS,        [LGM_HTML_H5] = PARTS,
    [LGM_HTML_H6] = PARTS,         [LGM_HTML_HEADER] = PARTS,    [LGM_HTML_HGROUP] = PARTS,
    [LGM_HTML_HR] = PARTS,         [LGM_HTML_HTML] = PARTS,      [LGM_HTML_LEGEND] = PARTS,
    [LGM_HTML_LI] = PARTS,         [LGM_HTML_MAIN] = PARTS,      [LGM_HTML_MENU] = PARTS,
    [LGM_HTML_NAV] = PARTS,        [LGM_HTML_OL] = PARTS,        [LGM_HTML_P] = PARTS,
    [LGM_HTML_PLAINTEXT] = PARTS,  [LGM_HTML_PRE] = PARTS,       [LGM_HTML_SECTION] = PARTS,
    [LGM_HTML_SUMMARY] = PARTS,    [LGM_HTML_TABLE] = PARTS,     [LGM_HTML_TBODY] = PARTS,
    [LGM_HTML_TD] = PARTS,         [LGM_HTML_TFOOT] = PARTS,     [LGM_HTML_TH] = PARTS,
    [LGM_HTML_THEAD] = PARTS,      [LGM_HTML_TR] = PARTS,        [LGM_HTML_UL] = PARTS,
    [LGM_HTML_XMP] = PARTS,
};

typedef struct maker {
    const lgm_web_tree *tree;
    lgm_arena *a;
    lgm_web_blocks *out;
    char *to; /* texts of all blocks, one behind the other */
    size_t n, begin;
    lgm_web_block open;
    uint32_t holder;   /* the element that the next block belongs to */
    uint32_t link_end; /* where the link in hand ends */
    uint32_t n_br;
    bool space;
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
        if (lgm_web_is_space(s.ptr[i])) {
            m->space = true;
            i++;
            continue;
        }
        if (m->n == m->begin) begin_block(m, node);
        put_gap(m);
        if (fresh) {
            const lgm_web_run run = {node, (uint32_t)i, (uint32_t)(m->n - m->begin)};
            if (!lgm_vec_push(m->a, &m->out->run, run)) return false;
            fresh = false;
        }
        const size_t start = i;
        while (i < s.len && !lgm_web_is_space(s.ptr[i])) i++;
        memcpy(m->to + m->n, s.ptr + start, i - start);
        m->n += i - start;
        if (node < m->link_end) m->open.n_link += (uint32_t)(i - start);
    }
    return true;
}

static bool is_hidden(const lgm_web_node *node)
{
    return KIND[node->tag] == HIDDEN || lgm_web_is_hidden(node);
}

static bool line_break(maker *m)
{
    return m->n == m->begin || ++m->n_br < 2 || end_block(m);
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
        else if (lgm_web_parts(node->tag)) {
            ok = end_block(&m);
            m.holder = i;
        }
        i++;
    }
    if (!ok || !end_block(&m)) return lgm_arena_fail(a, err);
    return LGM_OK;
}
