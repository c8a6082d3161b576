/*
 * implied.c - one that no number says: "among them a child", "a woman was killed".
 *
 * An article before a noun in the singular is a figure where it is told as a part of another, or
 * where the noun is a person of whom something is told that figures are counted by.
 */
#include "figure/figure_draft.h"
#include "tree/shape.h"

enum { NEAR = 6, ONE = 1000 };

/* The noun of an article; LGM_NONE for one that stands for several ("a number of miners"). */
static uint32_t noun_of(const lgm_figure_room *room, uint32_t token)
{
    const lgm_trees *const t = room->trees;
    const uint32_t noun = t->doc->head[token];
    if (t->rel[token] != LGM_REL_det || noun == LGM_NONE || noun <= token || noun - token > NEAR ||
        t->upos[noun] != LGM_UPOS_NOUN || room->in_time[noun] ||
        lgm_figure_is_plural(t->doc, noun))
        return LGM_NONE;
    const uint32_t of = lgm_tree_right_child(t, noun, LGM_REL_nmod);
    const uint32_t by = of == LGM_NONE ? LGM_NONE : lgm_figure_case(t, of);
    return by != LGM_NONE && by == noun + 1 && lgm_tree_form_is(t->doc, by, "of") ? LGM_NONE : noun;
}

static bool is_person(const lgm_figure_room *room, uint32_t noun)
{
    const uint32_t e = room->entity[noun];
    return e != LGM_NONE && room->doc->entities[e].type == LGM_ENTITY_PER;
}

/* Joined to a part: "including a child and a nurse". */
static bool goes_on(const lgm_figure_room *room, uint32_t noun)
{
    const size_t n = room->drafts.n;
    const uint32_t before = n > 0 ? room->drafts.at[n - 1].head : LGM_NONE;
    return before != LGM_NONE && room->trees->rel[noun] == LGM_REL_conj &&
           lgm_figure_first_of(room->trees, noun) ==
               lgm_figure_first_of(room->trees, before);
}

bool lgm_figure_find_implied(const lgm_figure_room *room, uint32_t token, lgm_figure_draft *d)
{
    const lgm_doc *const doc = room->doc;
    if (!lgm_tree_form_is(doc, token, "a") && !lgm_tree_form_is(doc, token, "an")) return false;
    const uint32_t noun = noun_of(room, token);
    if (noun == LGM_NONE) return false;
    const lgm_tokspan s = lgm_tree_sentence(room->trees, token);
    d->number = d->f.tokens = (lgm_tokspan){token, token + 1};
    d->head = d->f.noun = noun;
    d->f.value = ONE;
    d->f.implied = true;
    d->f.relation = LGM_RELATION_EXACT;
    d->f.what = (lgm_tokspan){token + 1, noun + 1};
    d->loose = lgm_figure_is_led(doc, s.start, token); /* until its whole is found */
    if (d->loose) return true;
    if (is_person(room, noun)) lgm_figure_find_toll(room, d);
    if (d->toll != LGM_FIGURE_NO_TOLL && d->toll != LGM_FIGURE_OF_perpetrators)
        return d->toll_word != noun;
    d->loose = goes_on(room, noun);
    return d->loose;
}
