/*
 * about_markup.c - microdata, links and classes of the elements beside the headline: what is
 * marked as an author, a day, a section.
 */
#include <string.h>

#include "about/letters.h"
#include "about/about_words.h"
#include "web/about_facts.h"

enum { LONGEST_MARKED = 120, MOST_NODES = 300 };

/* ---- what an element is marked as ------------------------------------------------------------ */

/* Is the word one of those that blanks part? */
static bool has_word(lgm_slice list, const char *word)
{
    const size_t n = strlen(word);
    while (list.len) {
        size_t end = 0;
        while (end < list.len && !is_blank(list.ptr[end])) end++;
        if (end == n && memcmp(list.ptr, word, n) == 0) return true;
        list = from(list, end < list.len ? end + 1 : end);
    }
    return false;
}

static bool class_has(const lgm_web_node *node, const char *const *parts, size_t n)
{
    const lgm_slice class = lgm_web_class_of(node);
    for (size_t i = 0; i < n; i++)
        if (lgm_web_holds(class, (lgm_slice){parts[i], strlen(parts[i])})) return true;
    return false;
}

static bool is_author(const lgm_web_node *node)
{
    static const char *const parts[] = {"byline", "Byline", "author", "Author", "contributor"};
    static const char *const others[] = {"avatar", "bio", "about", "role", "title", "image", "img"};
    if (has_word(lgm_web_attr(node, "itemprop"), "author") ||
        has_word(lgm_web_attr(node, "rel"), "author"))
        return true;
    return class_has(node, parts, LGM_COUNT(parts)) && !class_has(node, others, LGM_COUNT(others));
}

typedef enum day_kind { NO_DAY, PUBLISHED, MODIFIED, UNKNOWN } day_kind;

static day_kind day_of(const lgm_web_node *node)
{
    static const char *const published[] = {"published", "publish-date", "publishDate",
                                            "pubdate",   "entry-date",   "post-date"};
    static const char *const modified[] = {"modified", "updated", "Updated"};
    const lgm_slice prop = lgm_web_attr(node, "itemprop");
    if (has_word(prop, "datePublished")) return PUBLISHED;
    if (has_word(prop, "dateModified")) return MODIFIED;
    if (has_word(prop, "dateCreated")) return PUBLISHED;
    if (lgm_web_attr(node, "pubdate").ptr) return PUBLISHED;
    if (node->tag != LGM_HTML_TIME) return NO_DAY;
    if (class_has(node, published, LGM_COUNT(published))) return PUBLISHED;
    return class_has(node, modified, LGM_COUNT(modified)) ? MODIFIED : UNKNOWN;
}

/* ---- what it says ---------------------------------------------------------------------------- */

static lgm_slice marked_text(lgm_web_facts *f, uint32_t node)
{
    static const char *const attributes[] = {"datetime", "content"};
    for (size_t i = 0; i < LGM_COUNT(attributes); i++) {
        const lgm_slice value = trimmed(lgm_web_attr(&f->tree->node[node], attributes[i]));
        if (value.len) return value;
    }
    return lgm_web_text_of(f->tree, node, f->arena);
}

/* The words within and before an element say what its day is: "Updated <time ...>1 hour ago". */
static uint32_t label_beside(lgm_web_facts *f, uint32_t node)
{
    const uint32_t own = lgm_web_label_of(lgm_web_text_of(f->tree, node, f->arena));
    for (uint32_t i = node; !own && i > 0 && node - i < 6; i--) {
        const lgm_slice text = trimmed(f->tree->node[i - 1].text);
        if (f->tree->node[i - 1].tag != LGM_HTML_TEXT || !text.len) continue;
        return text.len <= LONGEST_MARKED ? lgm_web_label_of(text) : 0;
    }
    return own;
}

static void note_day(lgm_web_facts *f, uint32_t node, day_kind kind, bool behind_headline)
{
    lgm_moment *to =
        kind == MODIFIED ? &f->modified[LGM_FROM_MARKUP] : &f->published[LGM_FROM_MARKUP];
    const uint32_t label = label_beside(f, node);
    if (label & LGM_ABOUT_MODIFIED)
        to = &f->modified[LGM_FROM_MARKUP];
    else if (kind == UNKNOWN && !label) {
        if (!behind_headline || !lgm_web_attr(&f->tree->node[node], "datetime").len) return;
        to = &f->published[LGM_FROM_BARE];
    }
    lgm_web_note_moment(to, marked_text(f, node), f->order);
}

static void add_author(lgm_web_facts *f, lgm_web_people *to, uint32_t node)
{
    const lgm_slice text = lgm_web_text_of(f->tree, node, f->arena);
    if (text.len && text.len <= LONGEST_MARKED) lgm_web_add_people(f, to, text);
}

/* The people within: "by Ada Lind". Of elements within one another the inner ones have names
 * alone, where they have any. */
static void note_author(lgm_web_facts *f, uint32_t node)
{
    const uint32_t end = f->tree->node[node].end;
    lgm_web_people within = {.n = 0};
    for (uint32_t i = node + 1; i < end && !within.n; i++)
        if (is_author(&f->tree->node[i])) add_author(f, &within, i);
    if (!within.n) add_author(f, &f->people[LGM_FROM_MARKUP], node);
}

void lgm_web_facts_of_markup(lgm_web_facts *f, const lgm_web_blocks *blocks, lgm_web_near near)
{
    const lgm_web_tree *const tree = f->tree;
    if (near.first >= blocks->block.n) return;
    /* An element may begin before its first block. */
    const uint32_t before = near.first ? blocks->block.at[near.first - 1].first + 1 : 0;
    const uint32_t end = near.body < blocks->block.n ? blocks->block.at[near.body].first : tree->n;
    const uint32_t headline =
        near.headline < blocks->block.n ? blocks->block.at[near.headline].first : end;
    for (uint32_t i = before; i < end; i++) {
        const lgm_web_node *const node = &tree->node[i];
        if (node->tag == LGM_HTML_TEXT || node->tag == LGM_HTML_META) continue;
        if (node->end - i > MOST_NODES) continue;
        const day_kind kind = day_of(node);
        const bool author = is_author(node);
        const bool section = has_word(lgm_web_attr(node, "itemprop"), "articleSection");
        if ((!kind && !author && !section) || lgm_web_is_apart(f, i)) continue;
        if (kind) note_day(f, i, kind, i > headline);
        if (author) note_author(f, i);
        if (section)
            lgm_web_note(f, LGM_FACT_SECTION, LGM_FROM_MARKUP, lgm_web_text_of(tree, i, f->arena));
    }
}
