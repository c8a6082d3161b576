/* incident_net.c - two layers over words in their order and in their trees. */
#include "incident/incident_net.h"

#include <string.h>

#include "incident/clues.h"
#include "nn/head.h"

enum { GROUP = 128, MARGIN = LGM_INCIDENT_NEAR / 2, ABOVE = LGM_INCIDENT_NEAR };

static float *row_of(const lgm_incident_net *net, uint32_t token)
{
    return net->h + (size_t)(token - net->tokens.start + MARGIN) * net->head->width;
}

static uint32_t above(const lgm_doc *doc, uint32_t token)
{
    return doc->head[token] == LGM_NONE ? token : doc->head[token];
}

static void add(float *to, const float *from, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) to[i] += from[i];
}

static void raise_to(float *to, const float *from, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) to[i] = from[i] > to[i] ? from[i] : to[i];
}

/* ---- first layer ----------------------------------------------------------------------------- */

/* Rows of the clues of `token`: the first half to the word itself, the second to those below. */
static void add_clues(const lgm_incident_net *net, uint32_t token, bool below, float *to)
{
    const uint32_t width = net->head->width;
    const float *const table = net->head->clue + (below ? width : 0);
    const uint32_t flags = net->clues[token];
    for (uint32_t i = 0; flags >> i; i++)
        if (flags >> i & 1) add(to, table + (size_t)i * 2 * width, width);
    const uint32_t rel = LGM_CLUE_REL + net->room->trees->rel[token];
    add(to, table + (size_t)rel * 2 * width, width);
}

/* near: the scores of tokens [s.start, s.end), whole sentences. Rows of words in other sentences
 * may lie in the section, on its margins, or beyond, where nobody reads them. */
static void add_near(const lgm_incident_net *net, lgm_tokspan s, const float *near)
{
    const lgm_doc *const doc = net->room->doc;
    const uint32_t width = net->head->width, stride = net->head->near.n_pad;
    for (uint32_t i = s.start; i < s.end; i++) {
        const float *const from = near + (size_t)(i - s.start) * stride;
        for (uint32_t k = 0; k < LGM_INCIDENT_NEAR; k++)
            add(row_of(net, i) + ((ptrdiff_t)MARGIN - (ptrdiff_t)k) * (ptrdiff_t)width,
                from + (size_t)k * width, width);
        const uint32_t g = above(doc, i), gg = above(doc, g);
        add(row_of(net, i), near + (size_t)(g - s.start) * stride + (size_t)ABOVE * width, width);
        add(row_of(net, i), near + (size_t)(gg - s.start) * stride + (size_t)(ABOVE + 1) * width,
            width);
        add_clues(net, i, false, row_of(net, i));
        add_clues(net, g, true, row_of(net, i));
    }
}

static bool first_layer(const lgm_incident_net *net)
{
    const lgm_doc *const doc = net->room->doc;
    const uint32_t width = net->head->width, n = net->tokens.end - net->tokens.start;
    const lgm_arena_mark mark = lgm_arena_save(net->room->scratch);
    const size_t most = lgm_nn_head_largest(doc, GROUP);
    float *const near =
        lgm_arena_aligned(net->room->scratch, 64, most * net->head->near.n_pad * sizeof *near);
    if (!near) return false;
    memset(net->h, 0, (size_t)(n + 2 * MARGIN) * width * sizeof *net->h);
    for (uint32_t i = net->sents.start; i < net->sents.end;) {
        uint32_t end = lgm_nn_head_group(doc, i, GROUP);
        if (end > net->sents.end) end = net->sents.end;
        const lgm_tokspan s = {doc->sents[i].start, doc->sents[end - 1].end};
        lgm_nn_head_scores(&net->head->near, net->kernels, doc, s.start, s.end - s.start, near);
        add_near(net, s, near);
        i = end;
    }
    lgm_arena_rewind(net->room->scratch, mark);
    memset(net->h, 0, (size_t)MARGIN * width * sizeof *net->h);
    float *const body = net->h + (size_t)MARGIN * width;
    for (size_t i = 0; i < (size_t)n * width; i++) /* also what is not a number becomes 0 */
        body[i] = body[i] > 0 ? body[i] : 0;
    memset(body + (size_t)n * width, 0, (size_t)MARGIN * width * sizeof *net->h);
    return true;
}

/* ---- sections -------------------------------------------------------------------------------- */

/* pool: the highest and the mean of each column. */
static void pool_section(const lgm_incident_net *net, float *pool)
{
    const uint32_t width = net->head->width, n = net->tokens.end - net->tokens.start;
    memset(pool, 0, 2 * (size_t)width * sizeof *pool);
    for (uint32_t i = net->tokens.start; i < net->tokens.end; i++) {
        raise_to(pool, row_of(net, i), width);
        add(pool + width, row_of(net, i), width);
    }
    for (uint32_t j = 0; j < width; j++) pool[width + j] /= (float)n;
}

static void cut(lgm_incident_net *net, uint32_t sent)
{
    const lgm_doc *const doc = net->room->doc;
    const uint32_t start = doc->sents[sent].start;
    net->sents = (lgm_tokspan){sent, sent + 1};
    while (net->sents.end < doc->n_sents &&
           doc->sents[net->sents.end].end - start <= LGM_INCIDENT_SECTION)
        net->sents.end++;
    net->tokens = (lgm_tokspan){start, doc->sents[net->sents.end - 1].end};
}

bool lgm_incident_net_make(lgm_incident_net *net)
{
    const uint32_t n = net->room->doc->n_tokens;
    const size_t rows = (n < LGM_INCIDENT_SECTION ? n : LGM_INCIDENT_SECTION) + 2 * MARGIN;
    net->clues = lgm_incident_clues(net->room);
    net->h = lgm_arena_aligned(net->room->scratch, 64, rows * net->head->width * sizeof *net->h);
    return net->clues && net->h;
}

bool lgm_incident_net_read(lgm_incident_net *net, uint32_t sent)
{
    const lgm_incident_head *const head = net->head;
    float pool[2 * LGM_INCIDENT_WIDTH];
    cut(net, sent);
    if (!first_layer(net)) return false;
    pool_section(net, pool);
    net->kernels->mix(pool, 2 * (size_t)head->width, head->section, head->wide_bias, head->width,
                      net->base);
    net->kernels->mix(pool, 2 * (size_t)head->width, head->types, head->types_bias,
                      LGM_INCIDENT_OUT, net->types);
    return true;
}

/* ---- second layer ---------------------------------------------------------------------------- */

/* The highest of each column of the words right below it; the root is below itself. */
static void below(const lgm_incident_net *net, uint32_t token, float *to)
{
    const lgm_trees *const t = net->room->trees;
    const uint32_t width = net->head->width;
    memset(to, 0, width * sizeof *to);
    if (net->room->doc->head[token] == LGM_NONE) raise_to(to, row_of(net, token), width);
    for (uint32_t c = lgm_tree_left(t, token); c != LGM_NONE; c = lgm_tree_next(t, c))
        raise_to(to, row_of(net, c), width);
    for (uint32_t c = lgm_tree_right(t, token); c != LGM_NONE; c = lgm_tree_next(t, c))
        raise_to(to, row_of(net, c), width);
}

void lgm_incident_net_score(const lgm_incident_net *net, uint32_t sent, float *out)
{
    const lgm_incident_head *const head = net->head;
    const lgm_tokspan s = net->room->doc->sents[sent];
    const size_t width = head->width, row = width * sizeof(float);
    float own[LGM_INCIDENT_WIDTH], top[LGM_INCIDENT_WIDTH] = {0}, t[LGM_INCIDENT_WIDTH];
    float seen[(LGM_INCIDENT_WIDE + 2) * LGM_INCIDENT_WIDTH];
    for (uint32_t i = s.start; i < s.end; i++) raise_to(top, row_of(net, i), head->width);
    net->kernels->mix(top, width, head->sentence, net->base, width, own);
    for (uint32_t i = s.start; i < s.end; i++) {
        memcpy(seen, row_of(net, i) - width, LGM_INCIDENT_WIDE * row);
        memcpy(seen + LGM_INCIDENT_WIDE * width, row_of(net, above(net->room->doc, i)), row);
        below(net, i, seen + (LGM_INCIDENT_WIDE + 1) * width);
        net->kernels->mix(seen, (LGM_INCIDENT_WIDE + 2) * width, head->wide, own, width, t);
        for (size_t j = 0; j < width; j++) t[j] = t[j] > 0 ? t[j] : 0;
        net->kernels->mix(t, width, head->out, head->out_bias, LGM_INCIDENT_OUT,
                          out + (size_t)(i - s.start) * LGM_INCIDENT_OUT);
    }
}
