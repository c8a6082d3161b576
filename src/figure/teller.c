/* teller.c - the noun that has a number: "the death toll rose to nine", "the number of arrests". */
#include "figure/figure_draft.h"
#include "tree/shape.h"

/* "The number of people killed", "a total of 14 arrests": whom it counts. */
static bool by_number_of(const lgm_trees *t, uint32_t noun, lgm_figure_draft *d)
{
    if (!LGM_SLICE_IN(lgm_doc_lemma(t->doc, noun), "number", "total", "count", "figure", "tally"))
        return false;
    const uint32_t of = lgm_tree_right_child(t, noun, LGM_REL_nmod);
    const bool own = of != LGM_NONE && t->upos[of] == LGM_UPOS_NUM; /* "a count of 55" */
    const uint32_t by = of == LGM_NONE || own ? LGM_NONE : lgm_figure_case(t, of);
    if (own) return false;
    if (by == LGM_NONE || !lgm_tree_form_is(t->doc, by, "of")) {
        if (lgm_figure_by_branches(t, noun, d)) return true; /* "the number injured" */
        d->inherits = LGM_SLICE_IN(lgm_doc_lemma(t->doc, noun), "total", "tally") ? LGM_FIGURE_TOTAL
                                                                                  : LGM_FIGURE_SAME;
        return false;
    }
    if (lgm_figure_put_toll(d, lgm_figure_word(t->doc, LGM_FIGURE_NOUNS, of, NULL), LGM_FIGURE_NOUN,
                            of)) {
        d->f.noun = of;
    } else if (!lgm_figure_by_state(t, of, d)) {
        lgm_figure_by_branches(t, of, d);
        d->f.noun = of;
    }
    return true;
}

static bool tells(const lgm_trees *t, uint32_t noun, lgm_figure_draft *d)
{
    if (noun == LGM_NONE) return false;
    if (noun > 0 && t->rel[noun - 1] == LGM_REL_compound && /* "body count" */
        lgm_figure_put_toll(
            d, lgm_figure_phrase(t->doc, LGM_FIGURE_NOUNS, (lgm_tokspan){noun - 1, noun + 1}),
            LGM_FIGURE_TELLS, noun))
        return true;
    return lgm_figure_put_toll(d, lgm_figure_word(t->doc, LGM_FIGURE_NOUNS, noun, NULL),
                               LGM_FIGURE_TELLS, noun) ||
           (d->f.noun == LGM_NONE && by_number_of(t, noun, d));
}

/* "Brought the shares outstanding to 28.7 million": they are counted. Prices rise, too. */
static bool by_change(const lgm_trees *t, uint32_t verb, uint32_t word, lgm_figure_draft *d)
{
    if (t->upos[verb] == LGM_UPOS_ADJ && t->rel[verb] == LGM_REL_amod) { /* "shares outstanding" */
        verb = t->doc->head[t->doc->head[verb]];
        if (verb == LGM_NONE) return false;
    }
    const uint32_t by = lgm_figure_case(t, word),
                   object = lgm_tree_right_child(t, verb, LGM_REL_obj);
    const uint32_t noun = object != LGM_NONE ? object : lgm_tree_left_child(t, verb, LGM_REL_nsubj);
    if (by == LGM_NONE || noun == LGM_NONE || noun == word || d->f.noun != LGM_NONE ||
        !LGM_SLICE_IN(lgm_doc_form(t->doc, by), "to", "from", "at") ||
        !lgm_figure_word(t->doc, LGM_FIGURE_CHANGES, verb, NULL) ||
        t->upos[noun] != LGM_UPOS_NOUN || !lgm_figure_is_plural(t->doc, noun) ||
        lgm_figure_word(t->doc, LGM_FIGURE_UNCOUNTED, noun, NULL) ||
        (object == LGM_NONE &&
         LGM_SLICE_IN(lgm_doc_lemma(t->doc, noun), "share", "stock", "price", "rate", "cost",
                      "profit", "sale", "earning", "future", "bond", "yield", "temperature")))
        return false;
    d->f.noun = noun;
    lgm_figure_put_toll(d, lgm_figure_word(t->doc, LGM_FIGURE_NOUNS, noun, NULL), LGM_FIGURE_NOUN,
                        noun);
    return true;
}

bool lgm_figure_by_teller(const lgm_trees *t, uint32_t word, lgm_figure_draft *d)
{
    const uint32_t by = lgm_figure_case(t, word);
    uint32_t above = t->doc->head[word], rel = t->rel[word];
    if (rel == LGM_REL_nmod && t->upos[above] == LGM_UPOS_NUM) { /* "by 40 to 312" */
        rel = t->rel[above];
        above = t->doc->head[above];
    }
    if (lgm_tree_left_child(t, word, LGM_REL_cop) != LGM_NONE) /* "the toll is nine" */
        return tells(t, lgm_tree_left_child(t, word, LGM_REL_nsubj), d);
    if (above == LGM_NONE) return false;
    switch (rel) {
    case LGM_REL_nmod: return tells(t, above, d);
    case LGM_REL_obj:
    case LGM_REL_xcomp:
    case LGM_REL_obl:
        if (by != LGM_NONE && lgm_tree_form_is(t->doc, by, "by")) return false; /* "rose by 40" */
        return tells(t, lgm_tree_right_child(t, above, LGM_REL_obj), d) ||
               tells(t, lgm_tree_left_child(t, above, LGM_REL_nsubj), d) ||
               (t->rel[above] == LGM_REL_acl && tells(t, t->doc->head[above], d)) ||
               (word == d->head && by_change(t, above, word, d));
    default: return false;
    }
}
