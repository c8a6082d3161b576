/*
 * measure.c - numbers that measure: money by its sign or name, weights and areas, shares, the
 * strength of a quake, years of prison.
 */
#include "figure/figure_draft.h"
#include "tree/shape.h"

static bool is(const lgm_doc *doc, uint32_t token, const char *word)
{
    return token < doc->n_tokens && lgm_tree_form_is(doc, token, word);
}

static void put(lgm_figure_draft *d, uint32_t kinds, const char *of, uint32_t head)
{
    d->unit_kinds = kinds;
    d->unit = (lgm_figure_unit)lgm_figure_nth(kinds);
    d->f.unit = lgm_figure_unit_name(d->unit);
    d->f.of = of;
    d->head = head;
}

static void widen(lgm_figure_draft *d, uint32_t first, uint32_t end)
{
    if (first < d->f.tokens.start) d->f.tokens.start = first;
    if (end > d->f.tokens.end) d->f.tokens.end = end;
}

/* "Dollars" of "9 million dollars four years ago" is of the number before it. */
static bool is_word(const lgm_doc *doc, uint32_t sign)
{
    const lgm_slice form = lgm_doc_form(doc, sign);
    return form.ptr[0] >= 'a' && form.ptr[0] <= 'z' && !LGM_SLICE_IN(form, "rs");
}

/* "$9 million" */
static bool by_sign(const lgm_figure_room *room, lgm_figure_draft *d)
{
    const lgm_doc *const doc = room->doc;
    if (d->number.start == 0) return false;
    const uint32_t sign = d->number.start - 1;
    const uint32_t kinds = lgm_figure_word(doc, LGM_FIGURE_SIGNS, sign, NULL);
    if (!(kinds & LGM_FIGURE_MONEY) || is_word(doc, sign)) return false;
    put(d, kinds, "money", sign);
    d->number.start = sign;
    d->f.tokens.start = d->f.tokens.start < sign ? d->f.tokens.start : sign;
    lgm_figure_find_bound(room, d);
    return true;
}

/* The words of which so much is: "of powder", "of voters". */
static void find_of(const lgm_trees *t, uint32_t unit, lgm_figure_draft *d)
{
    const uint32_t of = lgm_tree_right_child(t, unit, LGM_REL_nmod);
    const uint32_t by = of == LGM_NONE ? LGM_NONE : lgm_figure_case(t, of);
    if (by == LGM_NONE || by != d->f.tokens.end || !is(t->doc, by, "of")) return;
    uint32_t first = by + 1;
    while (first < of && t->upos[first] == LGM_UPOS_DET) first++;
    if (t->upos[of] == LGM_UPOS_PRON) return;
    d->f.what = (lgm_tokspan){first, of + 1};
}

/* "9 million US dollars", "billions of dollars": the word of the money stands further off. */
static uint32_t by_named_money(const lgm_figure_room *room, uint32_t *unit)
{
    const lgm_trees *const t = room->trees;
    const uint32_t of = is(t->doc, *unit, "of"), at = *unit + 1;
    if (at >= t->doc->n_tokens) return 0;
    const bool named = t->upos[*unit] == LGM_UPOS_PROPN || t->upos[*unit] == LGM_UPOS_ADJ;
    const uint32_t kinds = of || named ? lgm_figure_word(t->doc, LGM_FIGURE_SIGNS, at, NULL) : 0;
    if (!(kinds & LGM_FIGURE_MONEY)) return 0;
    const bool us = LGM_SLICE_IN(lgm_doc_form(t->doc, *unit), "US", "U.S.", "American");
    *unit = at;
    return us && lgm_figure_nth(kinds) == LGM_FIGURE_IN_DOLLAR
               ? LGM_FIGURE_NTH(LGM_FIGURE_IN_USD) | LGM_FIGURE_MONEY
               : kinds;
}

/* "The men's 100 metres", "a 100 metre dash": a race. */
static bool is_race(const lgm_trees *t, uint32_t first, uint32_t unit)
{
    enum { BEFORE = 4 };
    const uint32_t above = t->doc->head[unit];
    if (above != LGM_NONE && above > unit &&
        LGM_SLICE_IN(lgm_doc_lemma(t->doc, above), "dash", "hurdle", "race", "event", "relay",
                     "steeplechase", "sprint", "freestyle", "backstroke", "breaststroke",
                     "butterfly", "medley", "final", "heat", "run", "walk", "class", "category",
                     "division", "kumite", "champion", "title"))
        return true;
    const uint32_t from = first > BEFORE ? first - BEFORE : 0;
    for (uint32_t w = first; w > from; w--)
        if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, w - 1), "man", "woman", "boy", "girl") &&
            LGM_SLICE_IN(lgm_doc_form(t->doc, w), "'s", "\u2019s", "'", "\u2019"))
            return true;
    return false;
}

/* "30 kilometres (19 miles) south of Ostrel", "90 miles an hour": where something is, how fast. */
static bool is_way(const lgm_trees *t, uint32_t unit)
{
    enum { FAR = 9 };
    const uint32_t end = lgm_tree_sentence(t, unit).end;
    if (!LGM_SLICE_IN(lgm_doc_lemma(t->doc, unit), "kilometre", "kilometer", "km", "mile", "metre",
                      "meter", "foot", "feet"))
        return false;
    if (unit + 1 < end && LGM_SLICE_IN(lgm_doc_form(t->doc, unit + 1), "long", "wide", "deep",
                                       "tall", "high", "thick", "across"))
        return true;
    for (uint32_t w = unit + 1; w < end && w <= unit + FAR; w++) {
        if (LGM_SLICE_IN(lgm_doc_form(t->doc, w), "away", "from", "north", "south", "east", "west",
                         "northeast", "northwest", "southeast", "southwest", "off", "inside",
                         "outside", "ahead", "behind", "into", "up", "down", "apart", "beyond",
                         "underground", "offshore", "inland", "above", "below", "hour", "h",
                         "second"))
            return true;
        const bool within = t->upos[w] == LGM_UPOS_NUM || t->upos[w] == LGM_UPOS_PUNCT ||
                            t->upos[w] == LGM_UPOS_DET ||
                            LGM_SLICE_IN(lgm_doc_form(t->doc, w), "to", "per") ||
                            lgm_figure_word(t->doc, LGM_FIGURE_SIGNS, w, NULL);
        if (!within) return false;
    }
    return false;
}

/* Are pounds money: "9 pounds sterling", "9 pounds (14 dollars)", "cost 9 pounds"? */
static bool is_paid(const lgm_figure_room *room, const lgm_figure_draft *d, uint32_t unit)
{
    enum { NEAR = 6 };
    const lgm_trees *const t = room->trees;
    const lgm_tokspan s = lgm_tree_sentence(t, unit);
    if (is(t->doc, unit + 1, "of")) return false;
    for (uint32_t w = unit + 1; w < s.end && w <= unit + NEAR && !is(t->doc, w, ")"); w++)
        if (is(t->doc, w, "sterling") ||
            (is(t->doc, unit + 1, "(") &&
             (lgm_figure_word(t->doc, LGM_FIGURE_SIGNS, w, NULL) & LGM_FIGURE_MONEY)))
            return true;
    const uint32_t before = d->f.tokens.start;
    if (before > s.start + 1 && is(t->doc, before - 1, "(") &&
        (lgm_figure_word(t->doc, LGM_FIGURE_SIGNS, before - 2, NULL) & LGM_FIGURE_MONEY))
        return true;
    const uint32_t above = t->doc->head[unit];
    return above != LGM_NONE &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, above), "pay", "cost", "spend", "earn", "sell", "buy",
                        "fine", "invest", "raise", "borrow", "lend", "owe", "worth", "steal",
                        "charge", "save", "donate", "bid", "price", "fund", "loan", "salary");
}

/* "9 kg of powder", "9 square miles", "9 percent of voters", "9 million dollars" */
static bool by_noun(const lgm_figure_room *room, lgm_figure_draft *d)
{
    const lgm_doc *const doc = room->doc;
    uint32_t unit = d->number.end;
    if (unit >= doc->n_tokens) return false;
    uint32_t kinds = 0;
    if (is(doc, unit, "square") && unit + 1 < doc->n_tokens) {
        static const char *const AREAS[] = {"foot", "metre",     "meter",
                                            "mile", "kilometre", "kilometer"};
        unit++;
        for (size_t i = 0; i < LGM_COUNT(AREAS) && !kinds; i++)
            if (lgm_doc_lemma_is(doc, unit, AREAS[i]) || (i == 0 && is(doc, unit, "feet")))
                kinds = lgm_figure_word(doc, LGM_FIGURE_SIGNS, unit - 1, AREAS[i]);
    } else if (is(doc, unit, "per") && is(doc, unit + 1, "cent")) {
        kinds = lgm_figure_word(doc, LGM_FIGURE_SIGNS, ++unit, NULL);
    } else if (!is(doc, unit, "cent") && !is(doc, unit, "cents")) {
        kinds = lgm_figure_word(doc, LGM_FIGURE_SIGNS, unit, NULL);
        if (!kinds) kinds = by_named_money(room, &unit);
    }
    if ((kinds & LGM_FIGURE_MEASURE) &&
        (is_way(room->trees, unit) || is_race(room->trees, d->number.start, unit)))
        return false;
    const bool year = room->in_time[d->number.start] && d->number.end == d->number.start + 1;
    if (kinds && (year || room->trees->upos[unit] == LGM_UPOS_VERB))
        return false; /* "in 2003 marked a turn" */
    if (kinds && lgm_figure_nth(kinds) == LGM_FIGURE_IN_POUNDS && is_paid(room, d, unit))
        kinds = LGM_FIGURE_NTH(LGM_FIGURE_IN_POUND) | LGM_FIGURE_MONEY;
    if (!kinds || is(doc, unit + 1, "point") || is(doc, unit + 1, "points")) return false;
    put(d, kinds,
        kinds & LGM_FIGURE_MONEY   ? "money"
        : kinds & LGM_FIGURE_SHARE ? "share"
                                   : lgm_figure_unit_name((lgm_figure_unit)lgm_figure_nth(kinds)),
        unit);
    widen(d, d->f.tokens.start, unit + 1);
    find_of(room->trees, unit, d);
    return true;
}

/* "Magnitude 6.4", "6.4-magnitude", "measuring 6.4 on the Richter scale" */
static bool by_magnitude(const lgm_figure_room *room, lgm_figure_draft *d)
{
    const lgm_doc *const doc = room->doc;
    const uint32_t n = d->number.start, end = d->number.end;
    const bool after =
        is(doc, end, "magnitude") || (is(doc, end, "-") && is(doc, end + 1, "magnitude"));
    const bool before =
        (n > 0 && is(doc, n - 1, "magnitude")) ||
        (n > 1 && is(doc, n - 2, "magnitude") && (is(doc, n - 1, "-") || is(doc, n - 1, "of")));
    const bool scale = is(doc, end, "on") && is(doc, end + 2, "Richter");
    if (!after && !before && !scale && !(is(doc, end, "on") && is(doc, end + 2, "richter")))
        return false;
    put(d, 0, "magnitude", n);
    d->f.unit = NULL;
    return d->f.value < 11000;
}

/* "Sentenced to 12 years", "jailed for six years", "a 12-year sentence", "12 years in prison" */
static bool by_years(const lgm_figure_room *room, lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    const lgm_doc *const doc = room->doc;
    const uint32_t end = d->number.end;
    const bool hyphen = is(doc, end, "-") && is(doc, end + 1, "year");
    const uint32_t year = hyphen ? end + 1 : end;
    if (!hyphen && !is(doc, end, "years") && !is(doc, end, "year")) return false;
    const uint32_t above = doc->head[year];
    bool found = false;
    if (above != LGM_NONE && hyphen)
        found = LGM_SLICE_IN(lgm_doc_lemma(doc, above), "sentence", "term");
    else if (above != LGM_NONE)
        found = lgm_figure_word(doc, LGM_FIGURE_VERBS, above, NULL) &&
                (lgm_figure_toll_of(lgm_figure_word(doc, LGM_FIGURE_VERBS, above, NULL)) ==
                     LGM_FIGURE_OF_sentenced ||
                 lgm_figure_toll_of(lgm_figure_word(doc, LGM_FIGURE_VERBS, above, NULL)) ==
                     LGM_FIGURE_OF_jailed);
    if (!found && !hyphen)
        found =
            (is(doc, year + 1, "in") || is(doc, year + 1, "behind") || is(doc, year + 1, "of")) &&
            year + 2 < doc->n_tokens &&
            LGM_SLICE_IN(lgm_doc_form(doc, year + 2), "prison", "jail", "bars", "imprisonment");
    if (!found) return false;
    put(d, 0, "sentenced", hyphen ? above : year);
    d->f.unit = lgm_figure_unit_name(LGM_FIGURE_IN_YEAR);
    widen(d, d->f.tokens.start, year + 1);
    (void)t;
    return true;
}

bool lgm_figure_measure(const lgm_figure_room *room, lgm_figure_draft *d)
{
    if (d->f.value == 0 || lgm_tree_name(room->trees, d->number.start) != LGM_NONE) return false;
    return by_sign(room, d) || by_noun(room, d) || by_magnitude(room, d) || by_years(room, d);
}
