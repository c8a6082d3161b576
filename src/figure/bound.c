/* bound.c - the words beside a number that bound it: "at least 140", "nine or more". */
#include "figure/figure_draft.h"
#include "tree/shape.h"

enum {
    BEFORE = 4, /* words of a bound */
    BEHIND = 3
};

static bool is(const lgm_doc *doc, uint32_t token, const char *word)
{
    return lgm_tree_form_is(doc, token, word);
}

/* "About" of "about 90 miners", not of "talks about two mines". */
static bool stands_beside(const lgm_trees *t, const lgm_figure_draft *d, uint32_t word)
{
    const uint32_t head = t->doc->head[word];
    return (head >= d->number.start && head < d->number.end) || t->rel[word] == LGM_REL_advmod ||
           t->rel[word] == LGM_REL_det;
}

static bool take(const lgm_trees *t, lgm_figure_table table, lgm_tokspan words, lgm_figure_draft *d)
{
    const uint32_t kinds = lgm_figure_phrase(t->doc, table, words);
    if (!(kinds & LGM_FIGURE_LISTED)) return false;
    if ((kinds & LGM_FIGURE_BESIDE) && !stands_beside(t, d, words.start)) return false;
    if (d->f.relation == LGM_RELATION_EXACT) d->f.relation = (uint8_t)lgm_figure_nth(kinds);
    if (words.start < d->f.tokens.start) d->f.tokens.start = words.start;
    if (words.end > d->f.tokens.end) d->f.tokens.end = words.end;
    return true;
}

static bool take_before(const lgm_trees *t, uint32_t at, uint32_t first, lgm_figure_draft *d)
{
    for (uint32_t k = BEFORE; k > 0; k--)
        if (at >= first + k && take(t, LGM_FIGURE_BEFORE, (lgm_tokspan){at - k, at}, d))
            return true;
    return false;
}

static bool take_behind(const lgm_trees *t, uint32_t at, uint32_t last, lgm_figure_draft *d)
{
    for (uint32_t k = BEHIND; k > 0; k--)
        if (at + k <= last && take(t, LGM_FIGURE_BEHIND, (lgm_tokspan){at, at + k}, d)) return true;
    return false;
}

/* "At least the 30", but "more than the 30 who voted" bounds nothing. */
static bool is_the(const lgm_doc *doc, uint32_t at, uint32_t first)
{
    return is(doc, at - 1, "the") && !(at >= first + 2 && is(doc, at - 2, "than"));
}

/* "At least another 30", "more than a total of 30", "at least the 30": between bound and number. */
static uint32_t skip_between(const lgm_doc *doc, uint32_t at, uint32_t first)
{
    if (at >= first + 1 && (is(doc, at - 1, "another") || is(doc, at - 1, "additional") ||
                            is(doc, at - 1, "further") || is_the(doc, at, first)))
        at -= 1 + (at >= first + 2 && (is(doc, at - 2, "an") || is(doc, at - 2, "a")));
    else if (at >= first + 3 && is(doc, at - 1, "of") && is(doc, at - 2, "total"))
        at -= 3;
    return at;
}

void lgm_figure_find_bound(const lgm_figure_room *room, lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    const lgm_tokspan s = lgm_tree_sentence(t, d->number.start);
    const uint32_t at = d->f.tokens.start, further = skip_between(t->doc, at, s.start);
    if (!take_before(t, at, s.start, d) && further != at) take_before(t, further, s.start, d);
    take_behind(t, d->number.end, s.end, d);
}

void lgm_figure_bound_behind(const lgm_figure_room *room, uint32_t noun, lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    const lgm_tokspan own = d->f.tokens, s = lgm_tree_sentence(t, noun);
    take_behind(t, noun + 1, s.end, d);
    d->f.tokens = own;
}
