#include "web/html_tree.h"

static size_t add_words(char *to, size_t n, lgm_slice s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (!lgm_web_is_space(s.ptr[i]))
            to[n++] = s.ptr[i];
        else if (n && to[n - 1] != ' ')
            to[n++] = ' ';
    }
    return n;
}

lgm_slice lgm_web_text_of(const lgm_web_tree *tree, uint32_t i, lgm_arena *a)
{
    size_t room = 1, n = 0;
    const uint32_t end = tree->node[i].end;
    for (uint32_t k = i; k < end; k++) room += tree->node[k].text.len + 1;
    char *to = lgm_arena_alloc(a, room);
    if (!to) return (lgm_slice){0};
    while (i < end) {
        const lgm_web_node *node = &tree->node[i];
        const bool hidden = node->tag == LGM_HTML_SCRIPT || node->tag == LGM_HTML_STYLE;
        if (node->tag == LGM_HTML_BR) n = add_words(to, n, LGM_SLICE(" "));
        n = add_words(to, n, node->text);
        i = hidden ? node->end : i + 1;
    }
    if (n && to[n - 1] == ' ') n--;
    return (lgm_slice){to, n};
}
