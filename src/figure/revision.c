/*
 * revision.c - a figure that takes the place of another: "from 11 to 14", "to 14 from 11", "14, up
 * from 11", "14, not 11 as reported before".
 */
#include "figure/figure_draft.h"
#include "tree/shape.h"

enum { BETWEEN = 10 /* words between the two */ };

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

/* Does one word lead to the figure, but for "a previous", "an earlier toll of"? */
static bool is_led_by(const lgm_doc *doc, uint32_t at, uint32_t first, const char *word)
{
    enum { BETWEEN_THEM = 5 };
    for (uint32_t k = 1; k <= BETWEEN_THEM && at >= first + k; k++) {
        if (is(doc, at - k, word)) return true;
        const lgm_slice form = lgm_doc_form(doc, at - k);
        if (!LGM_SLICE_IN(form, "of", "a", "an", "the", "its", "previous", "earlier", "initial",
                          "original", "toll", "count", "estimate", "figure", "total", "low",
                          "high"))
            return false;
    }
    return false;
}

static bool is_alike(const lgm_figure_draft *a, const lgm_figure_draft *b)
{
    return a->loose || b->loose ||
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
    if (to->f.event == LGM_NONE) to->f.event = from->f.event;
}

static bool revise(lgm_figure_draft *now, lgm_figure_draft *before, uint32_t number)
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
    if (!is_led_by(doc, b, a, "from")) return false;
    if (has_change(doc, a, b)) return true;
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
    return is_led_by(doc, b, a, "not") || is_led_by(doc, b, a, "instead") ||
           (b >= a + 2 && is(doc, b - 1, "than") && is(doc, b - 2, "rather"));
}

/* "Up to 14" of "up to 14 from 11" bounds nothing. */
static void unbind(const lgm_doc *doc, lgm_figure_draft *now)
{
    if (!is(doc, now->f.tokens.start, "up")) return;
    now->f.tokens.start = now->number.start;
    now->f.relation = LGM_RELATION_EXACT;
}

/* "Pulled out 12, bringing the total to 40". */
static void inherit(lgm_figure_room *room, uint32_t i)
{
    lgm_figure_draft *const at = room->drafts.at;
    if (!at[i].inherits || !at[i].loose || i == 0 || at[i - 1].loose || at[i - 1].unit ||
        lgm_tree_sent(room->trees, at[i].number.start) !=
            lgm_tree_sent(room->trees, at[i - 1].number.start))
        return;
    share(&at[i], &at[i - 1]);
    at[i].f.what = (lgm_tokspan){0, 0};
    at[i].f.extent = LGM_EXTENT_TOTAL;
}

void lgm_figure_find_revisions(lgm_figure_room *room)
{
    lgm_figure_draft *const at = room->drafts.at;
    for (uint32_t i = 0; i < room->drafts.n; i++) inherit(room, i);
    for (uint32_t i = 0; i + 1 < room->drafts.n; i++) {
        lgm_figure_draft *const a = &at[i], *const b = &at[i + 1];
        if (lgm_tree_sent(room->trees, a->number.start) !=
                lgm_tree_sent(room->trees, b->number.start) ||
            b->f.tokens.start < a->f.tokens.end || b->f.tokens.start - a->f.tokens.end > BETWEEN)
            continue;
        if (comes_from(room, a, b) || is_corrected(room, a, b)) {
            if (revise(a, b, i + 1)) unbind(room->doc, a);
        } else if (goes_to(room, a, b)) {
            revise(b, a, i);
        }
    }
}
