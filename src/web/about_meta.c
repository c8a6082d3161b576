/* about_meta.c - what stands in <meta>, <link> and <title>. */
#include <string.h>

#include "about/letters.h"
#include "web/about_facts.h"

enum { MOST = 2000 }; /* elements that are looked at; pages have a hundred */

/* What a name of <meta> says. Of several the first in this order counts: names of one line are as
 * good as one another. */
typedef enum meta_fact {
    PUBLISHED,
    MODIFIED,
    AUTHOR,
    SITE,
    HEADLINE,
    SECTION,
    ADDRESS,
    N_META
} meta_fact;

static const struct {
    const char *name; /* in small letters */
    meta_fact fact;
    int rank;
} names[] = {
    {"article:published_time", PUBLISHED, 0},
    {"og:article:published_time", PUBLISHED, 0},
    {"article:published", PUBLISHED, 0},
    {"datepublished", PUBLISHED, 1},
    {"rnews:datepublished", PUBLISHED, 1},
    {"dc.date.issued", PUBLISHED, 2},
    {"dcterms.issued", PUBLISHED, 2},
    {"dcterms.created", PUBLISHED, 3},
    {"dc.date.created", PUBLISHED, 3},
    {"citation_publication_date", PUBLISHED, 3},
    {"parsely-pub-date", PUBLISHED, 3},
    {"publish-date", PUBLISHED, 3},
    {"publish_date", PUBLISHED, 3},
    {"publishdate", PUBLISHED, 3},
    {"publication_date", PUBLISHED, 3},
    {"published_time", PUBLISHED, 3},
    {"published_at", PUBLISHED, 3},
    {"published", PUBLISHED, 3},
    {"pubdate", PUBLISHED, 3},
    {"pub_date", PUBLISHED, 3},
    {"og:pubdate", PUBLISHED, 3},
    {"bt:pubdate", PUBLISHED, 3},
    {"article_date_original", PUBLISHED, 3},
    {"cxenseparse:recs:publishtime", PUBLISHED, 3},
    {"sailthru.date", PUBLISHED, 4},
    {"dc.date", PUBLISHED, 4},
    {"dcterms.date", PUBLISHED, 4},
    {"citation_date", PUBLISHED, 4},
    {"datecreated", PUBLISHED, 5},
    {"date", PUBLISHED, 5},
    {"pdate", PUBLISHED, 5},
    {"article:modified_time", MODIFIED, 0},
    {"og:article:modified_time", MODIFIED, 0},
    {"article:modified", MODIFIED, 0},
    {"datemodified", MODIFIED, 1},
    {"rnews:datemodified", MODIFIED, 1},
    {"dcterms.modified", MODIFIED, 1},
    {"dc.date.modified", MODIFIED, 1},
    {"article_date_updated", MODIFIED, 2},
    {"updated-date", MODIFIED, 2},
    {"revision_date", MODIFIED, 2},
    {"lastmod", MODIFIED, 2},
    {"last-modified", MODIFIED, 3},
    {"og:updated_time", MODIFIED, 3},
    {"byl", AUTHOR, 0},
    {"citation_author", AUTHOR, 0},
    {"author", AUTHOR, 1},
    {"parsely-author", AUTHOR, 1},
    {"sailthru.author", AUTHOR, 2},
    {"dc.creator", AUTHOR, 2},
    {"dcterms.creator", AUTHOR, 2},
    {"article:author", AUTHOR, 3},
    {"og:article:author", AUTHOR, 3},
    {"article_author", AUTHOR, 3},
    {"og:site_name", SITE, 0},
    {"dc.publisher", SITE, 1},
    {"dcterms.publisher", SITE, 1},
    {"publisher", SITE, 1},
    {"citation_journal_title", SITE, 1},
    {"sourceorganization", SITE, 1},
    {"application-name", SITE, 2},
    {"apple-mobile-web-app-title", SITE, 3},
    {"og:title", HEADLINE, 0},
    {"headline", HEADLINE, 1},
    {"sailthru.title", HEADLINE, 1},
    {"dc.title", HEADLINE, 1},
    {"dcterms.title", HEADLINE, 1},
    {"parsely-title", HEADLINE, 1},
    {"twitter:title", HEADLINE, 2},
    {"title", HEADLINE, 2},
    {"article:section", SECTION, 0},
    {"og:article:section", SECTION, 0},
    {"articlesection", SECTION, 1},
    {"og:section", SECTION, 1},
    {"parsely-section", SECTION, 1},
    {"prism.section", SECTION, 1},
    {"sailthru_section", SECTION, 2},
    {"section", SECTION, 2},
    {"og:url", ADDRESS, 1},
    {"parsely-link", ADDRESS, 2},
    {"twitter:url", ADDRESS, 2},
};

static bool is_named(lgm_slice s, const char *name)
{
    size_t i = 0;
    for (; i < s.len && name[i]; i++) {
        if (lowered(s.ptr[i]) != name[i]) return false;
    }
    return i == s.len && !name[i];
}

typedef struct best { /* of each fact, the rank of what was noted */
    int rank[N_META];
} best;

/* A worse rank is passed over, a better one forgets what was there. Names of one rank add up. */
static bool is_better(best *b, meta_fact fact, int rank)
{
    if (rank > b->rank[fact] || (rank == b->rank[fact] && fact != AUTHOR)) return false;
    const bool first = rank < b->rank[fact];
    b->rank[fact] = rank;
    return first || fact == AUTHOR;
}

static void replace(lgm_web_facts *f, lgm_web_fact fact, lgm_slice value)
{
    f->text[fact][LGM_FROM_META] = (lgm_slice){0};
    lgm_web_note(f, fact, LGM_FROM_META, value);
}

static void replace_moment(lgm_web_facts *f, lgm_moment *to, lgm_slice value, best *b, size_t i)
{
    lgm_moment m = {0};
    lgm_web_note_moment(&m, value, f->order);
    if (m.day.year && is_better(b, names[i].fact, names[i].rank)) *to = m;
}

static void note(lgm_web_facts *f, size_t i, lgm_slice value, best *b)
{
    const meta_fact fact = names[i].fact;
    if (fact == PUBLISHED) replace_moment(f, &f->published[LGM_FROM_META], value, b, i);
    if (fact == MODIFIED) replace_moment(f, &f->modified[LGM_FROM_META], value, b, i);
    if (fact == HEADLINE) {
        const bool better = is_better(b, fact, names[i].rank);
        if (better) f->text[LGM_FACT_TITLE][LGM_FROM_META] = (lgm_slice){0};
        lgm_web_note_title(f, LGM_FROM_META, value);
    }
    if (fact <= MODIFIED || fact == HEADLINE) return;
    if (fact != ADDRESS && lgm_web_is_address(value)) return;
    const int before = b->rank[fact];
    if (!is_better(b, fact, names[i].rank)) return;
    if (fact == AUTHOR) {
        if (names[i].rank < before) f->people[LGM_FROM_META].n = 0;
        lgm_web_add_people(f, &f->people[LGM_FROM_META], lgm_web_plain(f, value));
        if (!f->people[LGM_FROM_META].n) b->rank[fact] = before;
    }
    if (fact == SITE) replace(f, LGM_FACT_PUBLISHER, value);
    if (fact == SECTION) replace(f, LGM_FACT_SECTION, value);
    if (fact == ADDRESS) replace(f, LGM_FACT_URL, value);
}

static void read_meta(lgm_web_facts *f, const lgm_web_node *node, best *b)
{
    static const char *const attributes[] = {"property", "name", "itemprop", "http-equiv"};
    const lgm_slice value = trimmed(lgm_web_attr(node, "content"));
    if (!value.len) return;
    for (size_t a = 0; a < LGM_COUNT(attributes); a++) {
        const lgm_slice name = trimmed(lgm_web_attr(node, attributes[a]));
        for (size_t i = 0; name.len && i < LGM_COUNT(names); i++)
            if (is_named(name, names[i].name)) {
                note(f, i, value, b);
                return;
            }
    }
}

static void read_link(lgm_web_facts *f, const lgm_web_node *node, best *b)
{
    const lgm_slice href = trimmed(lgm_web_attr(node, "href"));
    if (!href.len || !is_named(trimmed(lgm_web_attr(node, "rel")), "canonical")) return;
    if (is_better(b, ADDRESS, 0)) replace(f, LGM_FACT_URL, href);
}

/* Things of a page's microdata that are not the report: a film, a comment, another report. */
static bool is_of_other_thing(const lgm_web_facts *f, uint32_t node)
{
    const lgm_web_tree *const tree = f->tree;
    for (uint32_t i = tree->node[node].parent; i; i = tree->node[i].parent) {
        /* The page as a whole may be a blog. */
        if (tree->node[i].tag == LGM_HTML_BODY || tree->node[i].tag == LGM_HTML_HEAD) break;
        const lgm_slice type = lgm_web_attr(&tree->node[i], "itemtype");
        if (type.ptr)
            return !lgm_web_holds(type, LGM_SLICE("Article")) &&
                   !lgm_web_holds(type, LGM_SLICE("Posting")) &&
                   !lgm_web_holds(type, LGM_SLICE("Page"));
    }
    return lgm_web_is_apart(f, node);
}

static void read_title(lgm_web_facts *f, uint32_t node)
{
    const lgm_slice title = lgm_web_text_of(f->tree, node, f->arena);
    if (f->tree->node[f->tree->node[node].parent].tag != LGM_HTML_HEAD) return; /* of a drawing */
    if (title.len && title.len <= LGM_WEB_LONGEST_TITLE && f->n_titles < LGM_WEB_MOST_TITLES)
        f->titles[f->n_titles++] = title;
}

void lgm_web_facts_of_meta(lgm_web_facts *f)
{
    const lgm_web_tree *const tree = f->tree;
    best b;
    size_t n = 0;
    for (size_t i = 0; i < N_META; i++) b.rank[i] = 99;
    for (uint32_t i = 0; i < tree->n && n < MOST; i++) {
        const lgm_web_node *const node = &tree->node[i];
        n += node->tag == LGM_HTML_LINK || node->tag == LGM_HTML_META;
        if (node->tag == LGM_HTML_LINK) read_link(f, node, &b);
        if (node->tag == LGM_HTML_META && !is_of_other_thing(f, i)) read_meta(f, node, &b);
        if (node->tag == LGM_HTML_TITLE) read_title(f, i);
    }
}
