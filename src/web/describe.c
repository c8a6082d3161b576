#include "web/describe.h"

#include "about/letters.h"
#include "web/web_words.h"

/* Shares of a page's prose above which the name of an element says nothing of what is in it. All
 * values between 0.6 and 0.8, and above 0.3, choose alike on our development pages. */
static const float MOST = 0.7f, MUCH = 0.4f;

/* "." "!" "?" ":" and what closes behind them; also the ellipsis, and the full stop of Chinese and
 * Japanese. */
static bool ends_sentence(lgm_slice s)
{
    static const char *const marks[] = {"\xe2\x80\xa6", "\xe2\x80\x9d", "\xe2\x80\x99",
                                        "\xc2\xbb",     "\xe3\x80\x82", "\xe3\x80\x8d"};
    if (!s.len) return false;
    if (s.ptr[s.len - 1] > 0) return strchr(".!?:;\"')", s.ptr[s.len - 1]) != NULL;
    for (size_t i = 0; i < LGM_COUNT(marks); i++)
        if (ends_in(s, marks[i])) return true;
    return false;
}

static bool is_prose(const lgm_web_block *b, uint8_t tag)
{
    if (b->n_words < 10 || b->n_link * 100 >= b->text.len * 35 || lgm_web_is_heading(tag))
        return false;
    if (b->leads_away && b->n_words < 20) return false;
    return b->ends || tag == LGM_HTML_P || tag == LGM_HTML_BLOCKQUOTE || b->n_words >= 20;
}

static bool is_timed(const lgm_web_tree *tree, const lgm_web_block *b)
{
    uint32_t i = b->first;
    while (i > b->node && tree->node[i].tag != LGM_HTML_TIME) i = tree->node[i].parent;
    return tree->node[i].tag == LGM_HTML_TIME && b->n_words <= 12;
}

typedef struct around {
    uint32_t prose;            /* words of prose below the element */
    uint32_t n_prose, n_links; /* blocks of prose, and blocks that are links */
    uint32_t n_times;
    uint32_t n_teasers, n_entries, n_more; /* its children: teasers, entries of a live page, others
                                              with text */
    bool holds;                            /* a block is in it */
    uint8_t kinds; /* bits of LGM_WEB_OF_CLASS, its own and those of what is around it */
} around;

/* A link and what it leads to in one paragraph. A report has such boxes, but not one behind the
 * other. */
static bool is_teaser(const around *here)
{
    return here->n_prose == 1 && here->n_links > 0;
}

static bool is_row_of_teasers(const around *here)
{
    return here->n_teasers >= 3 && here->n_teasers > here->n_more;
}

/* A time and what happened then. */
static bool is_entry(const around *here)
{
    return here->n_prose > 0 && here->n_times > 0;
}

static bool is_row_of_entries(const around *here)
{
    return here->n_entries >= 3 && here->n_entries > here->n_more;
}

static uint32_t named(const lgm_web_node *node)
{
    uint32_t kinds =
        lgm_web_class_kinds(lgm_web_class_of(node)) | lgm_web_class_kinds(lgm_web_id_of(node));
    switch (node->tag) {
    case LGM_HTML_NAV:
    case LGM_HTML_FOOTER:
    case LGM_HTML_ASIDE:
    case LGM_HTML_FORM: return kinds | LGM_WEB_BESIDE;
    case LGM_HTML_FIGCAPTION: return kinds | LGM_WEB_PICTURE;
    default: return kinds;
    }
}

/* Names of <html> and <body> are of the page. */
static uint8_t kinds_of(const lgm_web_node *node, const around *here, uint32_t all)
{
    if (node->tag == LGM_HTML_BODY || node->tag == LGM_HTML_HTML) return 0;
    uint32_t kinds = named(node) | (is_row_of_teasers(here) ? LGM_WEB_NEVER : 0);
    const float share = all ? (float)here->prose / (float)all : 0;
    if (share >= MOST) return 0;
    if (share >= MUCH) kinds &= LGM_WEB_NEVER;
    return (uint8_t)kinds;
}

static void count(around *here, const lgm_web_block *b)
{
    here->holds = true;
    here->n_links += b->n_link * 2 > b->text.len && b->n_words >= 3;
    here->n_prose += b->prose;
    here->n_times += b->timed;
    if (b->prose) here->prose += b->n_words;
}

/* From the leaves to the root, which is the order of the nodes backwards. */
static void add_up(const lgm_web_tree *tree, around *at)
{
    for (uint32_t i = tree->n; i-- > 1;) {
        around *parent = &at[tree->node[i].parent];
        parent->prose += at[i].prose;
        parent->n_prose += at[i].n_prose;
        parent->n_links += at[i].n_links;
        parent->holds |= at[i].holds;
        parent->n_times += at[i].n_times;
        parent->n_teasers += is_teaser(&at[i]);
        parent->n_entries += is_entry(&at[i]);
        parent->n_more += at[i].holds && !is_teaser(&at[i]) && !is_entry(&at[i]);
    }
}

lgm_status lgm_web_describe(const lgm_web_tree *tree, lgm_web_blocks *blocks, lgm_arena *a,
                            lgm_err *err)
{
    around *at = lgm_arena_calloc(a, tree->n, sizeof *at);
    if (!at) return lgm_arena_fail(a, err);
    for (size_t i = 0; i < blocks->block.n; i++) {
        lgm_web_block *b = &blocks->block.at[i];
        b->ends = ends_sentence(b->text);
        b->timed = is_timed(tree, b);
        b->leads_away = lgm_web_leads_away(b->text);
        b->prose = is_prose(b, tree->node[b->node].tag);
        count(&at[b->node], b);
    }
    add_up(tree, at);
    for (uint32_t i = 1; i < tree->n; i++) {
        if (!at[i].holds) continue;
        at[i].kinds = at[tree->node[i].parent].kinds;
        at[i].kinds |= kinds_of(&tree->node[i], &at[i], at[0].prose);
        if (is_row_of_entries(&at[i])) at[i].kinds |= LGM_WEB_ENTRIES;
    }
    for (size_t i = 0; i < blocks->block.n; i++)
        blocks->block.at[i].around = at[blocks->block.at[i].node].kinds;
    return LGM_OK;
}
