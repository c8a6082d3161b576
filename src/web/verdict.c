#include "web/verdict.h"

#include <string.h>

#include "web/web_words.h"

typedef struct counts {
    uint64_t kept, prose, all; /* words: of what was kept, of prose that could have been, of all */
    size_t n_links, n_prose;
} counts;

static counts count(const lgm_web_blocks *blocks, size_t begin)
{
    counts c = {0};
    for (size_t i = begin; i < blocks->block.n; i++) {
        const lgm_web_block *b = &blocks->block.at[i];
        const bool beside = b->around & (LGM_WEB_NEVER | LGM_WEB_BESIDE);
        c.all += b->n_words;
        if (b->kept) c.kept += b->n_words;
        if (b->prose && (b->kept || !beside)) c.prose += b->n_words;
        c.n_prose += b->prose && !beside;
        c.n_links += b->n_words >= 4 && b->n_link * 2 > b->text.len && !beside;
    }
    return c;
}

/* "isAccessibleForFree": false, or "False", as schema.org has it. */
static bool is_for_subscribers(lgm_slice html)
{
    static const char KEY[] = "isAccessibleForFree";
    const char *at = html.ptr, *const end = html.ptr + html.len;
    while (at && (at = memmem(at, (size_t)(end - at), KEY, sizeof KEY - 1)) != NULL) {
        at += sizeof KEY - 1;
        while (at < end && strchr("\"' :\\", *at) && *at) at++;
        if (end - at >= 5 && (memcmp(at, "false", 5) == 0 || memcmp(at, "False", 5) == 0))
            return true;
    }
    return false;
}

static const char *warning_of(const lgm_web_tree *tree, const counts *c, double confidence)
{
    if (c->kept == 0) return NULL; /* an empty text says enough */
    if (c->kept < 200 && is_for_subscribers(tree->html))
        return "The page shows a beginning only: the report is for subscribers.";
    if (c->n_links > 30 && c->n_links > 8 * c->n_prose)
        return "The page looks like a list of reports, not like one report.";
    if (confidence < 0.5) return "It is not sure that this text is the report of the page.";
    return NULL;
}

void lgm_web_judge(const lgm_web_tree *tree, const lgm_web_blocks *blocks,
                   const lgm_web_hints *hints, bool title, size_t begin, lgm_web_page *out)
{
    const counts c = count(blocks, begin);
    if (hints && hints->fragment) {
        out->confidence = c.kept ? 1 : 0;
        return;
    }
    const uint64_t of = c.prose ? c.prose : c.all;
    const double share = c.kept < of ? (double)c.kept / (double)of : 1;
    const double length = c.kept < 100 ? (double)c.kept / 100 : 1;
    out->confidence = c.kept ? 0.97 * share * (0.6 + 0.3 * length + (title ? 0.1 : 0)) : 0;
    out->warning = warning_of(tree, &c, out->confidence);
}
