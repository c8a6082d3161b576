/*
 * numeral.c - a number as text has it, with its ends: "140", "between 20 and 30", "20-30", "two or
 * three". A range keeps both.
 */
#include "figure/figure_draft.h"
#include "tree/shape.h"

enum { ONE = 1000 };
typedef lgm_figure_plain plain;

static bool is(const lgm_doc *doc, uint32_t token, const char *word)
{
    return token < doc->n_tokens && lgm_tree_form_is(doc, token, word);
}

/* ---- two ends -------------------------------------------------------------------------------- */

/* Does a word between two numbers make them the ends of one? */
static bool joins(const lgm_doc *doc, uint32_t first, uint32_t token)
{
    if (lgm_figure_is_dash(doc, token) || is(doc, token, "to") || is(doc, token, "or")) return true;
    return is(doc, token, "and") && first > 0 && is(doc, first - 1, "between");
}

static bool is_change(const lgm_figure_room *room, uint32_t token)
{
    const lgm_trees *const t = room->trees;
    uint32_t w = token;
    for (int i = 0; i < LGM_FIGURE_HIGH && w != LGM_NONE; i++, w = t->doc->head[w])
        if (t->upos[w] != LGM_UPOS_NUM && lgm_figure_word(t->doc, LGM_FIGURE_CHANGES, w, NULL))
            return true;
    return false;
}

static bool has_two_ends(const lgm_figure_room *room, uint32_t token, const plain *low, plain *high)
{
    const lgm_doc *const doc = room->doc;
    if (low->end + 1 >= doc->n_tokens || !joins(doc, token, low->end)) return false;
    *high = lgm_figure_plain_at(room, low->end + 1);
    if (!high->end) return false;
    /* "rose from 9 to 12", "rose by 3 to 12" */
    const bool from = token > 0 && (is(doc, token - 1, "from") || is(doc, token - 1, "by"));
    return !(from && is(doc, low->end, "to") && is_change(room, token));
}

/* "Voted 52 to 35", "a 52-35 vote". */
static bool is_vote(const lgm_figure_room *room, uint32_t first, uint32_t end)
{
    enum { BEFORE = 8, BEHIND = 2, CLOSE = 2 };
    const lgm_tokspan s = lgm_tree_sentence(room->trees, first);
    const uint32_t from = first > s.start + BEFORE ? first - BEFORE : s.start;
    for (uint32_t w = from; w < s.end && w < end + BEHIND; w++) {
        if (lgm_doc_lemma_is(room->doc, w, "vote")) return true;
        if (w < first && first - w <= CLOSE &&
            LGM_SLICE_IN(lgm_doc_lemma(room->doc, w), "pass", "approve", "adopt", "reject",
                         "ratify"))
            return true;
    }
    return false;
}

/* Of "1.1728-1730" the second is but the end of the first. */
static bool is_quote(const plain *low, const plain *high)
{
    return low->scale == 1 && low->value % ONE != 0 && high->value % ONE == 0 &&
           high->value / ONE > 10 * (low->value / ONE + 1);
}

uint32_t lgm_figure_read(lgm_figure_room *room, uint32_t token, lgm_figure_draft *d)
{
    plain low = lgm_figure_plain_at(room, token), high = {0};
    if (!low.end) return token;
    if (has_two_ends(room, token, &low, &high)) {
        /* "2 to 3 million" */
        if (low.scale == 1 && high.scale > 1 && low.value < high.scale * ONE &&
            low.value < high.value / high.scale)
            if (!lgm_figure_times(&low.value, high.scale)) return low.end;
        const bool dash = lgm_figure_is_dash(room->doc, low.end);
        const bool falls = low.value >= high.value;
        if (falls && is_vote(room, token, high.end))
            room->votes_end = high.end;
        else if (dash && (falls || is_quote(&low, &high)))
            return high.end; /* the score of a game; "1.1728-1730" */
        if (falls) high = (plain){0};
    } else {
        high = (plain){0};
    }
    d->number = (lgm_tokspan){token, high.end ? high.end : low.end};
    if (high.end && d->number.start > 0 &&
        (is(room->doc, token - 1, "between") || is(room->doc, token - 1, "from")))
        d->f.tokens.start = token - 1;
    else
        d->f.tokens.start = token;
    d->f.tokens.end = d->number.end;
    d->f.value = low.value;
    d->f.upper = high.end ? high.value : 0;
    d->f.vague = low.vague || high.vague;
    d->f.relation = high.end || d->f.vague ? LGM_RELATION_LEAST
                    : low.about            ? LGM_RELATION_ABOUT
                                           : LGM_RELATION_EXACT;
    d->known = low.known;
    if (low.share) {
        d->unit = LGM_FIGURE_IN_SHARE;
        d->unit_kinds = LGM_FIGURE_SHARE;
        d->f.unit = lgm_figure_unit_name(d->unit);
    }
    return d->number.end;
}
