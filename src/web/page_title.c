#include "web/page_title.h"

#include "about/letters.h"
#include "web/describe.h"

/* " the old bridge is shut ": words in small letters, a space around each; how many there are. */
static size_t fold(lgm_slice s, char *to, size_t *len)
{
    size_t n_words = 0, n = 0;
    to[n++] = ' ';
    for (size_t i = 0; i < s.len; i++) {
        if (is_letter(s.ptr[i]) || is_digit(s.ptr[i])) {
            n_words += to[n - 1] == ' ';
            to[n++] = lowered(s.ptr[i]);
        } else if (to[n - 1] != ' ') {
            to[n++] = ' ';
        }
    }
    if (to[n - 1] != ' ') to[n++] = ' ';
    *len = n;
    return n_words;
}

static lgm_slice title_of(const lgm_web_tree *tree, lgm_arena *a)
{
    for (uint32_t i = 0; i < tree->n; i++)
        if (tree->node[i].tag == LGM_HTML_TITLE) return lgm_web_text_of(tree, i, a);
    return LGM_SLICE("");
}

size_t lgm_web_title_block(const lgm_web_tree *tree, const lgm_web_blocks *blocks, lgm_arena *a)
{
    const lgm_slice title = title_of(tree, a);
    char *const folded = lgm_arena_alloc(a, title.len + 2);
    char *const heading = lgm_arena_alloc(a, title.len * 2 + 16);
    if (!title.ptr || !folded || !heading) return SIZE_MAX;
    size_t len, best = blocks->block.n, best_words = 0, n_h1 = 0, h1 = blocks->block.n;
    fold(title, folded, &len);
    for (size_t i = 0; i < blocks->block.n; i++) {
        const lgm_web_block *b = &blocks->block.at[i];
        const uint8_t tag = tree->node[b->node].tag;
        if (!lgm_web_is_heading(tag) || b->n_link * 2 >= b->text.len + 1 || b->n_words < 3)
            continue;
        if (tag == LGM_HTML_H1) h1 = i, n_h1++;
        size_t n;
        if (b->text.len > title.len * 2) continue; /* cannot stand in it */
        size_t words = fold(b->text, heading, &n);
        if (words < 3 || !memmem(folded, len, heading, n)) continue;
        if (tag == LGM_HTML_H1) words += 3;
        if (words > best_words) best_words = words, best = i;
    }
    return best == blocks->block.n && n_h1 == 1 ? h1 : best;
}
