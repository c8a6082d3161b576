/* scope.c - what a figure covers: where, since when or in which time, or all up to now. */
#include "figure/figure_draft.h"
#include "tree/shape.h"

enum { AROUND = 4 };

static bool is(const lgm_doc *doc, uint32_t token, const char *word)
{
    return token < doc->n_tokens && lgm_tree_form_is(doc, token, word);
}

/* "A total of 14", "14 in all", "14 so far". */
static bool is_total(const lgm_figure_room *room, const lgm_figure_draft *d)
{
    const lgm_doc *const doc = room->doc;
    const lgm_tokspan s = lgm_tree_sentence(room->trees, d->number.start);
    const uint32_t first = d->f.tokens.start,
                   end = d->f.noun != LGM_NONE && d->f.noun >= d->f.tokens.end ? d->f.noun + 1
                                                                               : d->f.tokens.end;
    if (first >= s.start + 2 && is(doc, first - 1, "of") && is(doc, first - 2, "total"))
        return true;
    if (d->toll_word != LGM_NONE &&
        (lgm_figure_word(doc, LGM_FIGURE_NOUNS, d->toll_word, NULL) & LGM_FIGURE_TELLS))
        return true;
    for (uint32_t w = end; w + 1 < s.end && w < end + AROUND; w++) {
        if ((is(doc, w, "in") && (is(doc, w + 1, "all") || is(doc, w + 1, "total"))) ||
            (is(doc, w, "so") && is(doc, w + 1, "far")) ||
            (is(doc, w, "to") && is(doc, w + 1, "date")) || is(doc, w, "altogether"))
            return true;
    }
    return false;
}

/* "14 a day", "14 every year": a time behind it that comes again and again. */
static uint32_t find_each(const lgm_figure_room *room, const lgm_figure_draft *d)
{
    const lgm_doc *const doc = room->doc;
    const uint32_t end =
        d->f.noun != LGM_NONE && d->f.noun >= d->f.tokens.end ? d->f.noun + 1 : d->f.tokens.end;
    const uint32_t i = lgm_doc_first_time(doc, end);
    if (i == doc->n_times || doc->times[i].tokens.start > end + 1) return LGM_NONE;
    const bool set = doc->times[i].type == LGM_TIME_SET;
    return set ? i : LGM_NONE;
}

/* The time that covers a word; LGM_NONE for none. */
static uint32_t time_at(const lgm_figure_room *room, uint32_t word)
{
    if (!room->in_time[word]) return LGM_NONE;
    uint32_t i = lgm_doc_first_time(room->doc, word);
    if (i < room->doc->n_times && room->doc->times[i].tokens.start == word) return i;
    return i > 0 && room->doc->times[i - 1].tokens.end > word ? i - 1 : LGM_NONE;
}

static bool is_place(const lgm_doc *doc, uint32_t entity)
{
    const uint8_t type = doc->entities[entity].type;
    return type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC || type == LGM_ENTITY_FAC;
}

/* "On Friday", "last year", "over three days", but not "from a year before", "by Friday". */
static bool can_lead(const lgm_trees *t, uint32_t first, bool length)
{
    const bool preposition =
        first > 0 && (t->upos[first - 1] == LGM_UPOS_ADP || t->upos[first - 1] == LGM_UPOS_SCONJ);
    if (!preposition) return !length;
    return LGM_SLICE_IN(lgm_doc_lemma(t->doc, first - 1), "in", "on", "during", "over", "within",
                        "throughout", "at", "In", "On", "During", "Over", "Within", "Throughout",
                        "At");
}

static void take_branch(const lgm_figure_room *room, uint32_t c, lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    const uint32_t by = lgm_figure_case(t, c), time = time_at(room, c);
    if (time != LGM_NONE && d->f.time == LGM_NONE) {
        const uint8_t type = room->doc->times[time].type;
        const bool since = by != LGM_NONE && is(t->doc, by, "since");
        if (type == LGM_TIME_SET) return;
        const uint32_t first = room->doc->times[time].tokens.start;
        if (!since && !can_lead(t, first, type == LGM_TIME_DURATION)) return;
        d->f.time = time;
        d->f.extent = since ? LGM_EXTENT_SINCE : LGM_EXTENT_DURING;
    } else if (d->f.place == LGM_NONE && by != LGM_NONE && room->entity[c] != LGM_NONE &&
               is_place(room->doc, room->entity[c]) &&
               LGM_SLICE_IN(lgm_doc_lemma(t->doc, by), "in", "at", "across", "near", "throughout",
                            "around", "outside", "inside")) {
        d->f.place = room->entity[c];
    }
}

static void take_branches(const lgm_figure_room *room, uint32_t word, lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    const uint32_t sides[] = {lgm_tree_right(t, word), lgm_tree_left(t, word)};
    for (size_t s = 0; s < LGM_COUNT(sides); s++) {
        uint32_t c = sides[s];
        for (int i = 0; i < LGM_FIGURE_WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
            if (c != d->head && (t->rel[c] == LGM_REL_nmod || t->rel[c] == LGM_REL_obl ||
                                 t->rel[c] == LGM_REL_advmod))
                take_branch(room, c, d);
    }
}

void lgm_figure_find_scope(const lgm_figure_room *room, lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    const uint32_t each = find_each(room, d), word = lgm_figure_first_of(t, d->head);
    if (each != LGM_NONE) {
        d->f.time = each;
        d->f.extent = LGM_EXTENT_EACH;
        return;
    }
    take_branches(room, d->head, d);
    const uint32_t above = t->doc->head[word];
    if (above != LGM_NONE && t->upos[above] == LGM_UPOS_VERB) take_branches(room, above, d);
    if (is_total(room, d) && d->f.extent != LGM_EXTENT_SINCE) d->f.extent = LGM_EXTENT_TOTAL;
}
