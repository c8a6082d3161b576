/*
 * Each block is worth its words: for the report where it is prose, against it where it is a menu,
 * a box, links. The report is the element whose blocks are worth most together: a larger one has
 * what is beside the report too, and a smaller one has not all of it. Within it, what is not of
 * the report is left out, and so is what stands before the title and behind the last sentence.
 */
#include "web/choose.h"

#include "web/describe.h"
#include "web/page_title.h"
#include "web/verdict.h"
#include "web/web_words.h"

typedef struct tally {         /* of an element */
    float worth;               /* of all blocks in it */
    uint16_t n_items, n_links; /* of a list: its items, and how many are links mostly */
    bool has_prose;            /* as a child */
} tally;

typedef struct chooser {
    const lgm_web_tree *tree;
    lgm_web_block *block;
    size_t n, title; /* title: n where there is none */
    tally *tally;
    uint32_t report; /* the element */
    size_t begin;    /* no block before it is of the report */
} chooser;

static uint8_t tag_of(const chooser *c, const lgm_web_block *b)
{
    return c->tree->node[b->node].tag;
}

static float share_of_links(const lgm_web_block *b)
{
    return (float)b->n_link / (float)b->text.len;
}

/* In words, more or less: negative where it speaks against the report. */
static float worth(const chooser *c, const lgm_web_block *b)
{
    const float words = (float)b->n_words;
    const uint8_t tag = tag_of(c, b);
    if (b->around & (LGM_WEB_NEVER | LGM_WEB_BESIDE)) return -words - 1;
    if (share_of_links(b) > 0.5f) return -words - 1;
    if (b->leads_away && b->n_words < 20) return -1;
    if (b->prose) return words < 200 ? words : 200;
    if (b->around & LGM_WEB_OF_CLASS) return -2;
    if (lgm_web_is_heading(tag)) return -1;
    if (b->ends) return words / 2;
    return tag == LGM_HTML_TD || tag == LGM_HTML_TH || tag == LGM_HTML_P ||
                   tag == LGM_HTML_BLOCKQUOTE
               ? 0
               : -2;
}

static void weigh(chooser *c)
{
    for (size_t i = 0; i < c->n; i++) {
        const lgm_web_block *b = &c->block[i];
        const float of_block = worth(c, b);
        const bool before = c->title < c->n && i < c->title;
        c->tally[b->node].worth += of_block > 0 && before ? of_block / 10 : of_block;
        if (b->prose && !(b->around & LGM_WEB_OF_CLASS))
            c->tally[c->tree->node[b->node].parent].has_prose = true;
    }
    for (uint32_t i = c->tree->n; i-- > 1;)
        c->tally[c->tree->node[i].parent].worth += c->tally[i].worth;
    for (uint32_t i = 0; i < c->tree->n; i++) /* of two that are worth the same, the inner one */
        if (c->tally[i].worth >= c->tally[c->report].worth) c->report = i;
}

/* Where several articles are on a page, it is that of the title, if most is in there. */
static void prefer_article_of_title(chooser *c)
{
    if (c->title == c->n) return;
    uint32_t at = c->block[c->title].node;
    while (at > c->report && c->tree->node[at].tag != LGM_HTML_ARTICLE)
        at = c->tree->node[at].parent;
    if (at > c->report && c->tally[at].worth * 2 >= c->tally[c->report].worth) c->report = at;
}

static bool inside(const chooser *c, const lgm_web_block *b)
{
    return b->node >= c->report && b->node < c->tree->node[c->report].end;
}

/* The list that a block of an item is in; 0: none. */
static uint32_t list_of(const chooser *c, const lgm_web_block *b)
{
    const lgm_web_node *node = &c->tree->node[b->node];
    return node->tag == LGM_HTML_LI ? node->parent : 0;
}

static void count_items(chooser *c)
{
    for (size_t i = 0; i < c->n; i++) {
        const lgm_web_block *b = &c->block[i];
        tally *list = &c->tally[list_of(c, b)];
        if (list == c->tally || list->n_items == UINT16_MAX) continue;
        list->n_items++;
        list->n_links += share_of_links(b) > 0.3f;
    }
}

static bool is_list_of_links(const chooser *c, const lgm_web_block *b)
{
    const tally *list = &c->tally[list_of(c, b)];
    return list != c->tally && list->n_links * 2 > list->n_items;
}

/* Does the report's prose stand behind the title, so that what is before it is not of it? */
static bool begins_at_title(const chooser *c)
{
    uint64_t before = 0, behind = 0;
    for (size_t i = 0; i < c->n; i++) {
        const lgm_web_block *b = &c->block[i];
        if (b->prose && !(b->around & LGM_WEB_OF_CLASS) && inside(c, b))
            *(i < c->title ? &before : &behind) += b->n_words;
    }
    return c->title < c->n && behind > before;
}

static bool is_time_of_entry(const lgm_web_block *b)
{
    return b->timed && b->around & LGM_WEB_ENTRIES;
}

static bool is_kept(const chooser *c, const lgm_web_block *b)
{
    if (b->around & (LGM_WEB_NEVER | LGM_WEB_BESIDE)) return false;
    if (is_time_of_entry(b)) return true;
    if (b->around & LGM_WEB_PICTURE) return false;
    if (b->around & LGM_WEB_ABOUT && !(b->prose && b->n_words > 25)) return false;
    if (share_of_links(b) > 0.5f || is_list_of_links(c, b)) return false;
    if (b->leads_away && b->n_words < 20) return false;
    if (b->n_words < 30 && lgm_web_ends_in_credit(b->text)) return false;
    return tag_of(c, b) != LGM_HTML_H1;
}

static bool may_begin(const chooser *c, const lgm_web_block *b)
{
    return b->prose || (b->ends && b->n_words >= 5) || is_time_of_entry(b) ||
           tag_of(c, b) == LGM_HTML_TD;
}

static bool may_end(const chooser *c, const lgm_web_block *b)
{
    if (b->prose || (b->ends && b->n_words >= 3)) return true;
    switch (tag_of(c, b)) {
    case LGM_HTML_TD:
    case LGM_HTML_LI:
    case LGM_HTML_BLOCKQUOTE: return true;
    case LGM_HTML_P: /* a line of results beside paragraphs */
        return b->n_words >= 4 && share_of_links(b) < 0.2f &&
               c->tally[c->tree->node[b->node].parent].has_prose;
    default: return false;
    }
}

static void keep(chooser *c)
{
    c->begin = begins_at_title(c) ? c->title + 1 : 0;
    size_t first = c->n, last = 0;
    for (size_t i = c->begin; i < c->n; i++) {
        lgm_web_block *b = &c->block[i];
        b->kept = inside(c, b) && i != c->title && is_kept(c, b);
        if (!b->kept) continue;
        if (first == c->n && may_begin(c, b)) first = i;
        if (may_end(c, b)) last = i;
    }
    for (size_t i = c->begin; i < c->n; i++)
        if (i < first || i > last) c->block[i].kept = false;
}

/* A page of a few words has nothing that looks like a report, but what it has may be one. */
static void keep_what_there_is(chooser *c)
{
    for (size_t i = 0; i < c->n; i++)
        if (c->block[i].kept) return;
    for (size_t i = 0; i < c->n; i++) c->block[i].kept = i != c->title && is_kept(c, &c->block[i]);
}

static lgm_web_kind kind_in(uint8_t tag, const lgm_web_block *b)
{
    switch (tag) {
    case LGM_HTML_LI:
    case LGM_HTML_DD:
    case LGM_HTML_DT: return LGM_WEB_LIST_ITEM;
    case LGM_HTML_BLOCKQUOTE: return LGM_WEB_QUOTATION;
    case LGM_HTML_TD:
    case LGM_HTML_TH: return b->n_words < 20 ? LGM_WEB_TABLE_ROW : LGM_WEB_PARAGRAPH;
    case LGM_HTML_FIGCAPTION:
    case LGM_HTML_CAPTION: return LGM_WEB_CAPTION;
    default: return LGM_WEB_PARAGRAPH;
    }
}

static void name_kind(const chooser *c, lgm_web_block *b)
{
    const uint8_t tag = tag_of(c, b);
    b->kind = LGM_WEB_PARAGRAPH;
    if (is_time_of_entry(b))
        b->kind = LGM_WEB_LIVE_ENTRY;
    else if (b->around & LGM_WEB_PICTURE)
        b->kind = LGM_WEB_CAPTION;
    else if (b->around & LGM_WEB_ABOUT && !b->prose)
        b->kind = LGM_WEB_CREDIT;
    else if (lgm_web_is_heading(tag))
        b->kind = LGM_WEB_HEADING;
    b->level = b->kind == LGM_WEB_HEADING ? (uint8_t)(tag - LGM_HTML_H1 + 1) : 0;
    uint32_t at = b->node;
    for (int up = 0; up < 4 && at && b->kind == LGM_WEB_PARAGRAPH; up++) {
        b->kind = kind_in(c->tree->node[at].tag, b);
        at = c->tree->node[at].parent;
    }
}

lgm_status lgm_web_choose(const lgm_web_tree *tree, lgm_web_blocks *blocks,
                          const lgm_web_hints *hints, lgm_arena *a, lgm_web_page *out, lgm_err *err)
{
    chooser c = {.tree = tree, .block = blocks->block.at, .n = blocks->block.n};
    const lgm_status st = lgm_web_describe(tree, blocks, a, err);
    if (st != LGM_OK) return st;
    c.tally = lgm_arena_calloc(a, tree->n, sizeof *c.tally);
    c.title = lgm_web_title_block(tree, blocks, a);
    if (!c.tally || c.title == SIZE_MAX) return lgm_arena_fail(a, err);
    if (hints && hints->fragment) {
        for (size_t i = 0; i < c.n; i++) c.block[i].kept = true;
    } else {
        weigh(&c);
        prefer_article_of_title(&c);
        count_items(&c);
        keep(&c);
        keep_what_there_is(&c);
    }
    for (size_t i = 0; i < c.n; i++)
        if (c.block[i].kept) name_kind(&c, &c.block[i]);
    lgm_web_judge(tree, blocks, hints, c.title < c.n, c.begin, out);
    return LGM_OK;
}
