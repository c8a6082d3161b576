#include "web/choose.h"

#include <string.h>

lgm_status lgm_web_choose(const lgm_web_tree *tree, lgm_web_blocks *blocks,
                          const lgm_web_hints *hints, lgm_arena *a, lgm_web_page *out, lgm_err *err)
{
    uint32_t *score = lgm_arena_calloc(a, tree->n, sizeof *score);
    if (!score) return lgm_arena_fail(a, err);
    (void)out;
    if (hints && hints->fragment) {
        for (size_t i = 0; i < blocks->block.n; i++) blocks->block.at[i].kept = true;
        return LGM_OK;
    }
    uint32_t best = 0;
    for (size_t i = 0; i < blocks->block.n; i++) {
        const lgm_web_block *b = &blocks->block.at[i];
        const uint32_t n = (uint32_t)b->text.len;
        if (b->n_words < 10 || b->n_link * 3 > n) continue;
        const uint32_t parent = tree->node[b->node].parent;
        score[parent] += n;
        score[tree->node[parent].parent] += n / 2;
    }
    for (uint32_t i = 0; i < tree->n; i++)
        if (score[i] > score[best]) best = i;
    for (size_t i = 0; i < blocks->block.n; i++) {
        lgm_web_block *b = &blocks->block.at[i];
        b->kept = tree->node[b->node].tag != LGM_HTML_H1 && b->node >= best &&
                  b->node < tree->node[best].end && b->n_link * 2 < b->text.len;
    }
    return LGM_OK;
}
