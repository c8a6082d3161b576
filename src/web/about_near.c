/* about_near.c - where on the page its headline is, and what is beside the report. */
#include "about/about.h"
#include "about/letters.h"
#include "about/about_words.h"
#include "web/about_facts.h"
#include "web/web_words.h"

/* How far before the headline and behind it a byline may stand, in blocks. */
enum { BEFORE = 4, BEHIND = 40, LONGEST_TITLE = 300, PARAGRAPH = 240, LINE = 60 };

/* Up to what holds the headline too. The <footer> of the article that it stands in is of the
 * report. */
bool lgm_web_is_apart(const lgm_web_facts *f, uint32_t node)
{
    const lgm_web_tree *const tree = f->tree;
    bool in_footer = false;
    for (uint32_t i = node; i; i = tree->node[i].parent) {
        const lgm_web_node *const n = &tree->node[i];
        if (f->headline >= i && f->headline < n->end)
            return in_footer && n->tag != LGM_HTML_ARTICLE;
        /* Names of a page as a whole ("has-sidebar") say nothing. */
        if (n->tag == LGM_HTML_BODY || n->tag == LGM_HTML_MAIN || n->tag == LGM_HTML_ARTICLE)
            return in_footer;
        in_footer |= n->tag == LGM_HTML_FOOTER;
        if (n->tag == LGM_HTML_ASIDE || n->tag == LGM_HTML_NAV) return true;
        const uint32_t kinds =
            lgm_web_class_kinds(lgm_web_class_of(n)) | lgm_web_class_kinds(lgm_web_id_of(n));
        if (kinds & LGM_WEB_NEVER) return true;
    }
    return in_footer;
}

static bool is_in(const lgm_web_tree *tree, uint32_t node, lgm_web_tag tag)
{
    for (uint32_t i = node; i; i = tree->node[i].parent)
        if (tree->node[i].tag == tag) return true;
    return false;
}

/* Is the block one of the titles, as a whole or as its first part ("Headline | Site")? */
static bool is_title(lgm_slice key, const lgm_slice *titles, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (key.len >= 4 && titles[i].len >= key.len && 2 * key.len > titles[i].len &&
            lgm_web_holds(titles[i], key))
            return true;
    return false;
}

/* The first <h1> that is a title, else the first other block that is one, else the last <h1>
 * before the report. */
static uint32_t find_headline(lgm_web_facts *f, const lgm_web_blocks *blocks, uint32_t body)
{
    lgm_slice titles[LGM_WEB_MOST_TITLES];
    uint32_t other = LGM_NO_BLOCK, alone = LGM_NO_BLOCK;
    for (size_t i = 0; i < f->n_titles; i++) titles[i] = lgm_web_key(f, f->titles[i]);
    for (uint32_t i = 0; i < blocks->block.n; i++) {
        const lgm_web_block *const b = &blocks->block.at[i];
        if (b->text.len > LONGEST_TITLE) continue;
        const lgm_arena_mark mark = lgm_arena_save(f->arena);
        const bool found = is_title(lgm_web_key(f, b->text), titles, f->n_titles);
        lgm_arena_rewind(f->arena, mark);
        const bool h1 = is_in(f->tree, b->node, LGM_HTML_H1);
        if (found && h1) return i;
        if (found && other == LGM_NO_BLOCK && b->n_link < b->text.len) other = i;
        if (h1 && i <= body) alone = i;
    }
    return other != LGM_NO_BLOCK ? other : alone;
}

/* Behind a long standfirst stands who wrote the report, and when. */
static bool is_day_or_byline(lgm_slice line)
{
    lgm_moment m;
    uint32_t kind;
    if (line.len > LINE) return false;
    return lgm_about_label(line, LGM_ABOUT_BYLINE, &kind) ||
           lgm_about_moment(line, LGM_DAY_ORDER_UNKNOWN, &m, NULL);
}

lgm_web_near lgm_web_find_near(lgm_web_facts *f, const lgm_web_blocks *blocks)
{
    const uint32_t n = (uint32_t)blocks->block.n;
    lgm_web_near near = {.headline = LGM_NO_BLOCK, .body = n};
    for (uint32_t i = n; i > 0; i--) {
        if (!blocks->block.at[i - 1].kept) continue;
        if (!near.last) near.last = i;
        near.body = i - 1;
    }
    if (!near.last) near.body = 0;
    near.headline = find_headline(f, blocks, near.body);
    if (near.headline == LGM_NO_BLOCK) {
        near.first = near.body > BEHIND / 2 ? near.body - BEHIND / 2 : 0;
        return near;
    }
    near.first = near.headline > BEFORE ? near.headline - BEFORE : 0;
    /* Its lines are short; the first long one is the report, or another's teaser. */
    near.body = near.headline + 1;
    while (near.body < n && near.body < near.headline + BEHIND &&
           (blocks->block.at[near.body].text.len < PARAGRAPH ||
            (near.body + 1 < n && is_day_or_byline(blocks->block.at[near.body + 1].text))))
        near.body++;
    return near;
}
