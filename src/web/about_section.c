/*
 * about_section.c - the section of the publication: as it is stated, else the last step on the way
 * from the home page ("Home > News > Coast") that is not the report itself.
 */
#include "about/letters.h"
#include "web/about_choice.h"

enum { LONGEST_STEP = 40, MOST_NODES = 300 };

/* "Home", the site, the report. */
static bool is_section(lgm_web_facts *f, lgm_slice step)
{
    if (!step.len || step.len > LONGEST_STEP || LGM_SLICE_IN(step, "Home", "HOME", "home"))
        return false;
    if (lgm_web_same(f, step, f->host)) return false;
    for (size_t i = 0; i < LGM_N_SOURCES; i++)
        if (lgm_web_same(f, step, f->text[LGM_FACT_PUBLISHER][i])) return false;
    for (size_t i = 0; i < f->n_titles; i++)
        if (lgm_web_same(f, step, f->titles[i])) return false;
    return true;
}

void lgm_web_note_step(lgm_web_facts *f, lgm_slice step)
{
    step = lgm_web_plain(f, step);
    if (is_section(f, step)) f->text[LGM_FACT_SECTION][LGM_FROM_LINE] = step;
}

static bool is_way(const lgm_web_node *node)
{
    const lgm_slice class = lgm_web_class_of(node), type = lgm_web_attr(node, "itemtype");
    return lgm_web_holds(class, LGM_SLICE("readcrumb")) ||
           lgm_web_holds(type, LGM_SLICE("BreadcrumbList"));
}

/* The links of the first such list. */
void lgm_web_sections_of_markup(lgm_web_facts *f)
{
    const lgm_web_tree *const tree = f->tree;
    for (uint32_t i = 0; i < tree->n; i++) {
        if (!is_way(&tree->node[i]) || tree->node[i].end - i > MOST_NODES) continue;
        for (uint32_t k = i + 1; k < tree->node[i].end; k++)
            if (tree->node[k].tag == LGM_HTML_A)
                lgm_web_note_step(f, lgm_web_text_of(tree, k, f->arena));
        return;
    }
}

/* The first of several; nothing that every page has. */
static lgm_slice first_section(lgm_web_facts *f, lgm_slice s)
{
    const char *const comma = s.len ? memchr(s.ptr, ',', s.len) : NULL;
    if (comma) s.len = (size_t)(comma - s.ptr);
    if (LGM_SLICE_IN(s, "post", "posts", "article", "Article", "Homepage", "Home")) s.len = 0;
    return s.len && !lgm_web_same(f, s, f->host) ? s : (lgm_slice){0};
}

void lgm_web_choose_section(lgm_web_facts *f, lgm_web_page *out)
{
    static const lgm_web_source order[] = {LGM_FROM_META, LGM_FROM_LD, LGM_FROM_MARKUP,
                                           LGM_FROM_LINE};
    for (size_t i = 0; i < LGM_COUNT(order) && !out->section.len; i++)
        out->section = first_section(f, f->text[LGM_FACT_SECTION][order[i]]);
}
