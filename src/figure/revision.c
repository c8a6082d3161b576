/*
 * revision.c - a figure that takes the place of another: "from 11 to 14", "to 14 from 11", "14, up
 * from 11", "14, not 11 as reported before".
 */
#include "figure/figure_draft.h"
#include "tree/shape.h"

enum {
    BETWEEN = 10, /* words before a figure that may tell a change */
    CLOSE = 2,    /* words between a change and its "from" */
    FAR = 18,     /* words between the two */
    BACK = 3      /* figures before one that it may have replaced */
};

static bool is(const lgm_doc *doc, uint32_t token, const char *word)
{
    return token < doc->n_tokens && lgm_tree_form_is(doc, token, word);
}

/* A word of change among words, or "up", "down". */
static bool has_change(const lgm_doc *doc, uint32_t from, uint32_t to)
{
    for (uint32_t w = from; w < to; w++)
        if (is(doc, w, "up") || is(doc, w, "down") ||
            lgm_figure_word(doc, LGM_FIGURE_CHANGES, w, NULL))
            return true;
    return false;
}

/* The word that leads to the figure, but for "a previous", "an earlier toll of"; LGM_NONE. */
static uint32_t leader(const lgm_doc *doc, uint32_t at, uint32_t first, const char *word)
{
    enum { BETWEEN_THEM = 5 };
    for (uint32_t k = 1; k <= BETWEEN_THEM && at >= first + k; k++) {
        if (is(doc, at - k, word)) return at - k;
        const lgm_slice form = lgm_doc_form(doc, at - k);
        if (!LGM_SLICE_IN(form, "of", "a", "an", "the", "its", "previous", "earlier", "initial",
                          "original", "toll", "count", "estimate", "figure", "total", "low",
                          "high"))
            break;
    }
    return LGM_NONE;
}

static bool is_led_by(const lgm_doc *doc, uint32_t at, uint32_t first, const char *word)
{
    return leader(doc, at, first, word) != LGM_NONE;
}

static bool is_alike(const lgm_figure_draft *a, const lgm_figure_draft *b)
{
    return (a->loose != b->loose && a->unit == LGM_FIGURE_IN_NONE &&
            b->unit == LGM_FIGURE_IN_NONE) ||
           (a->unit == b->unit &&
            (a->toll == b->toll || a->toll == LGM_FIGURE_NO_TOLL || b->toll == LGM_FIGURE_NO_TOLL));
}

/* The one takes of the other what it lacks. */
static void share(lgm_figure_draft *to, const lgm_figure_draft *from)
{
    if (!to->loose) return;
    to->loose = from->loose;
    to->toll = from->toll;
    to->toll_word = from->toll_word;
    to->unit = from->unit;
    to->unit_kinds = from->unit_kinds;
    to->f.of = from->f.of;
    to->f.unit = from->f.unit;
    to->f.noun = from->f.noun;
    to->f.what = from->f.what;
    to->f.event = from->f.event; /* its own was the change */
    to->event_by = from->event_by;
}

bool lgm_figure_revise(lgm_figure_draft *now, lgm_figure_draft *before, uint32_t number)
{
    if ((now->loose && before->loose) || !is_alike(now, before)) return false;
    share(now, before);
    share(before, now);
    now->f.revised_from = number;
    if (before->f.extent == LGM_EXTENT_TOTAL && now->f.extent == LGM_EXTENT_NONE)
        now->f.extent = LGM_EXTENT_TOTAL;
    if (now->f.extent == LGM_EXTENT_TOTAL && before->f.extent == LGM_EXTENT_NONE)
        before->f.extent = LGM_EXTENT_TOTAL;
    return true;
}

/* "To 14 from 11", "14, up from 11", "14, revised from 11". */
static bool comes_from(const lgm_figure_room *room, const lgm_figure_draft *now,
                       const lgm_figure_draft *before)
{
    const lgm_doc *const doc = room->doc;
    const uint32_t a = now->f.tokens.end, b = before->f.tokens.start;
    const lgm_tokspan s = lgm_tree_sentence(room->trees, a - 1);
    const uint32_t from = leader(doc, b, a, "from");
    if (from == LGM_NONE) return false;
    if (has_change(doc, from > a + CLOSE ? from - CLOSE : a, from)) return true;
    const uint32_t n = now->f.tokens.start;
    const uint32_t far = n > s.start + BETWEEN ? n - BETWEEN : s.start;
    const bool to = (n > s.start && is(doc, n - 1, "to")) || is(doc, n, "up");
    return to && has_change(doc, far, n);
}

/* "From 11 to 14" */
static bool goes_to(const lgm_figure_room *room, const lgm_figure_draft *before,
                    const lgm_figure_draft *now)
{
    const lgm_doc *const doc = room->doc;
    const uint32_t a = before->f.tokens.start, b = now->f.tokens.start;
    const lgm_tokspan s = lgm_tree_sentence(room->trees, a);
    if (!is_led_by(doc, a, s.start, "from") || !is_led_by(doc, b, before->f.tokens.end, "to"))
        return false;
    return has_change(doc, a > s.start + BETWEEN ? a - BETWEEN : s.start, a);
}

/* "14, not 11", "14 rather than 11", "14 instead of the 11 reported before" */
static bool is_corrected(const lgm_figure_room *room, const lgm_figure_draft *now,
                         const lgm_figure_draft *before)
{
    const lgm_doc *const doc = room->doc;
    const uint32_t a = now->f.tokens.end, b = before->f.tokens.start;
    if (now->toll == LGM_FIGURE_NO_TOLL) return false;
    return is_led_by(doc, b, a, "not") || is_led_by(doc, b, a, "instead") ||
           (b >= a + 2 && is(doc, b - 1, "than") && is(doc, b - 2, "rather"));
}

/* "Previously given as 11", "11, as first reported": what was said before. */
static bool is_former(const lgm_figure_room *room, const lgm_figure_draft *d)
{
    enum { AROUND = 4 };
    const lgm_doc *const doc = room->doc;
    const lgm_tokspan s = lgm_tree_sentence(room->trees, d->number.start);
    const uint32_t a = d->f.tokens.start, b = d->f.tokens.end;
    for (uint32_t w = a > s.start + AROUND ? a - AROUND : s.start; w + 1 < s.end && w < b + AROUND;
         w++) {
        if (w >= a && w < b) continue;
        if (!is(doc, w, "previously") && !is(doc, w, "originally") && !is(doc, w, "initially") &&
            !is(doc, w, "earlier") && !is(doc, w, "first"))
            continue;
        if (LGM_SLICE_IN(lgm_doc_form(doc, w + 1), "reported", "given", "put", "thought", "feared",
                         "announced", "estimated", "stated", "believed", "said"))
            return true;
    }
    return false;
}

static bool is_one_matter(const lgm_figure_draft *a, const lgm_figure_draft *b)
{
    return a->toll != LGM_FIGURE_NO_TOLL && a->toll == b->toll && a->f.n_wholes == 0 &&
           b->f.n_wholes == 0;
}

/* "Up to 14" of "up to 14 from 11" bounds nothing. */
static void unbind(const lgm_doc *doc, lgm_figure_draft *now)
{
    if (!is(doc, now->f.tokens.start, "up")) return;
    now->f.tokens.start = now->number.start;
    now->f.relation = LGM_RELATION_EXACT;
}

/* "Pulled out 12, bringing the total to 40", "said 40; police put the figure at 60". */
static void inherit(lgm_figure_room *room, uint32_t i)
{
    lgm_figure_draft *const at = room->drafts.at;
    if (!at[i].inherits || !at[i].loose || i == 0 || at[i - 1].loose || at[i - 1].unit ||
        lgm_tree_sent(room->trees, at[i].number.start) -
                lgm_tree_sent(room->trees, at[i - 1].number.start) >
            1)
        return;
    share(&at[i], &at[i - 1]);
    if (at[i].inherits == LGM_FIGURE_TOTAL) at[i].f.extent = LGM_EXTENT_TOTAL;
}

/* Ties two figures of one sentence, of which `a` stands first. */
static bool tie(lgm_figure_room *room, uint32_t a, uint32_t b)
{
    lgm_figure_draft *const x = &room->drafts.at[a], *const y = &room->drafts.at[b];
    if (lgm_tree_sent(room->trees, x->number.start) !=
            lgm_tree_sent(room->trees, y->number.start) ||
        y->f.tokens.start < x->f.tokens.end || y->f.tokens.start - x->f.tokens.end > FAR ||
        !is_alike(x, y))
        return false;
    if (comes_from(room, x, y) || is_corrected(room, x, y)) {
        if (x->f.revised_from != LGM_NONE || !lgm_figure_revise(x, y, b)) return false;
        unbind(room->doc, x);
        return true;
    }
    if (b != a + 1) return false;
    if (goes_to(room, x, y)) return lgm_figure_revise(y, x, a);
    if (!is_one_matter(x, y)) return false;
    const bool first = is_former(room, x), second = is_former(room, y);
    if (first == second) return false;
    return first ? lgm_figure_revise(y, x, a) : lgm_figure_revise(x, y, b);
}

void lgm_figure_find_revisions(lgm_figure_room *room)
{
    for (uint32_t i = 0; i < room->drafts.n; i++) inherit(room, i);
    for (uint32_t i = 1; i < room->drafts.n; i++)
        for (uint32_t k = 1; k <= BACK && k <= i && !tie(room, i - k, i); k++)
            ;
}
