/*
 * numeral.c - a number as text has it: "140", "two dozen", "1.2 million", "a quarter of a million",
 * "dozens", "between 20 and 30", "20-30", "two or three".
 *
 * A range keeps both ends; what is no more than a size ("hundreds") the least that it can be.
 */
#include <string.h>

#include "figure/figure_draft.h"
#include "number/number.h"
#include "tree/shape.h"

enum { ONE = 1000, TWO = 2 * ONE, FEW = TWO };

/* A number without ends: where it stops, its value in thousandths. */
typedef struct plain {
    uint32_t end; /* 0: none */
    int64_t value;
    int64_t scale; /* of "2.5 million" a million */
    bool vague, about;
    bool share; /* "a third of" */
    bool known; /* "both", "twin": of what has been told of */
} plain;

static bool is(const lgm_doc *doc, uint32_t token, const char *word)
{
    return token < doc->n_tokens && lgm_tree_form_is(doc, token, word);
}

typedef struct size_word {
    const char *one, *many;
    int64_t size;
} size_word;
static const size_word SIZES[] = {{"dozen", "dozens", 12},
                                  {"score", "scores", 20},
                                  {"hundred", "hundreds", 100},
                                  {"thousand", "thousands", 1000},
                                  {"million", "millions", 1000000},
                                  {"billion", "billions", 1000000000},
                                  {"trillion", "trillions", 1000000000000}};

/* "Million", "bn" beside a number; 0 for none. */
static int64_t scale_at(const lgm_doc *doc, uint32_t token)
{
    if (token >= doc->n_tokens) return 0;
    for (size_t i = 0; i < LGM_COUNT(SIZES); i++)
        if (i != 1 &&
            (is(doc, token, SIZES[i].one) || (i > 3 && lgm_doc_lemma_is(doc, token, SIZES[i].one))))
            return SIZES[i].size;
    return 0;
}

/* "Dozens", "hundreds"; 0 for none. */
static int64_t many_at(const lgm_doc *doc, uint32_t token)
{
    if (is(doc, token, "tens")) return 10;
    for (size_t i = 0; i < LGM_COUNT(SIZES); i++)
        if (is(doc, token, SIZES[i].many)) return SIZES[i].size;
    return 0;
}

static bool times(int64_t *value, int64_t scale)
{
    if (*value > INT64_MAX / scale / ONE) return false; /* still to be counted in code points */
    *value *= scale;
    return true;
}

static bool is_a(const lgm_doc *doc, uint32_t token)
{
    return is(doc, token, "a") || is(doc, token, "an");
}

/* "A dozen", "a hundred", "half a million", "a quarter of a million". */
static plain article_at(const lgm_doc *doc, uint32_t token)
{
    const bool half = is(doc, token, "half"), quarter = is_a(doc, token) &&
                                                        is(doc, token + 1, "quarter") &&
                                                        is(doc, token + 2, "of");
    const uint32_t a = token + (half ? 1 : quarter ? 3 : 0);
    const int64_t scale = a < doc->n_tokens && is_a(doc, a) ? scale_at(doc, a + 1) : 0;
    const uint32_t part = half ? 2 : quarter ? 4 : 1;
    if (!scale) return (plain){0};
    return (plain){.end = a + 2, .value = scale * ONE / part, .scale = scale};
}

/* "A couple of", "a pair of", "a third of", "two thirds of", "half of", "half the"; "both",
 * "twin". */
static plain words_at(const lgm_figure_room *room, uint32_t token)
{
    static const struct {
        const char *one, *many;
        int64_t parts;
    } PARTS[] = {{"half", "halves", 2},
                 {"third", "thirds", 3},
                 {"quarter", "quarters", 4},
                 {"fifth", "fifths", 5},
                 {"tenth", "tenths", 10}};
    const lgm_doc *const doc = room->doc;
    const bool a = is_a(doc, token);
    const lgm_number n = a ? (lgm_number){0} : lgm_number_at(doc, token, 0);
    const uint32_t at = token + (a || n.kind == LGM_NUMBER_CARDINAL);
    if (is(doc, token, "both") || is(doc, token, "twin"))
        return (plain){.end = token + 1, .value = TWO, .scale = 1, .known = true};
    if (a && is(doc, at + 1, "of") && (is(doc, at, "couple") || is(doc, at, "pair")))
        return (plain){.end = at + 1, .value = TWO, .scale = 1, .about = is(doc, at, "couple")};
    const uint32_t join = at + (at > token && is(doc, at, "-")); /* "two-thirds" */
    /* "the eastern half of", "the second half of" */
    const bool which = token > 0 && (room->trees->upos[token - 1] == LGM_UPOS_ADJ ||
                                     room->trees->upos[token - 1] == LGM_UPOS_DET);
    if (which && is(doc, token, "half")) return (plain){0};
    for (size_t i = 0; i < LGM_COUNT(PARTS); i++) {
        const bool one = is(doc, join, PARTS[i].one) && (a || i == 0),
                   many = is(doc, join, PARTS[i].many) && n.kind == LGM_NUMBER_CARDINAL;
        const bool of = is(doc, join + 1, "of") || (one && is(doc, join + 1, "the"));
        if ((one || many) && of)
            return (plain){.end = join + 1,
                           .value = (many ? n.value : ONE) / PARTS[i].parts,
                           .scale = 1,
                           .share = true};
    }
    return (plain){0};
}

/* "Several hundred", "a few thousand", "several dozen". */
static plain few_at(const lgm_doc *doc, uint32_t token)
{
    const uint32_t at = token + (is_a(doc, token) && is(doc, token + 1, "few"));
    const bool few = is(doc, at, "several") || is(doc, at, "few") || is(doc, at, "many");
    const int64_t scale = few ? scale_at(doc, at + 1) : 0;
    if (!scale) return (plain){0};
    return (plain){.end = at + 2, .value = scale * FEW, .scale = scale, .vague = true};
}

/* "Dozens", "tens of thousands", "hundreds of thousands". */
static plain many_from(const lgm_figure_room *room, uint32_t token)
{
    const lgm_doc *const doc = room->doc;
    const int64_t size = many_at(doc, token);
    const bool noun =
        room->trees->upos[token] == LGM_UPOS_NOUN || room->trees->upos[token] == LGM_UPOS_NUM;
    if (!size || !noun) return (plain){0};
    const bool of = is(doc, token + 1, "of");
    const int64_t more = of ? many_at(doc, token + 2) : 0;
    plain p = {.end = token + 1 + (more ? 2 : 0), .value = size * FEW, .scale = 1, .vague = true};
    if (size == 10 && !more) return (plain){0}; /* "tens" says nothing alone */
    if (is(doc, token, "scores") && !of && room->trees->rel[token] != LGM_REL_nsubj &&
        room->trees->rel[token] != LGM_REL_obj)
        return (plain){0}; /* of a match */
    return !more || times(&p.value, more) ? p : (plain){0};
}

static plain cardinal_at(const lgm_doc *doc, uint32_t token)
{
    const lgm_number n = lgm_number_at(doc, token, 0);
    if (n.kind != LGM_NUMBER_CARDINAL || n.value < 0) return (plain){0};
    plain p = {.end = n.tokens.end, .value = n.value, .scale = 1};
    for (int64_t s; (s = scale_at(doc, p.end)) != 0 && p.scale < 1000000000; p.end++) {
        if (!times(&p.value, s)) return (plain){0};
        p.scale *= s;
    }
    return p;
}

static plain plain_at(const lgm_figure_room *room, uint32_t token)
{
    plain p = {0};
    if (token >= room->doc->n_tokens) return p;
    p = article_at(room->doc, token);
    if (!p.end) p = few_at(room->doc, token);
    if (!p.end) p = words_at(room, token);
    if (!p.end) p = many_from(room, token);
    return p.end ? p : cardinal_at(room->doc, token);
}

/* ---- two ends -------------------------------------------------------------------------------- */

static bool is_dash(const lgm_doc *doc, uint32_t token)
{
    return token < doc->n_tokens &&
           LGM_SLICE_IN(lgm_doc_form(doc, token), "-", "\u2013", "\u2014", "--");
}

/* Does a word between two numbers make them the ends of one? */
static bool joins(const lgm_doc *doc, uint32_t first, uint32_t token)
{
    if (is_dash(doc, token) || is(doc, token, "to") || is(doc, token, "or")) return true;
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
    *high = plain_at(room, low->end + 1);
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

uint32_t lgm_figure_read(lgm_figure_room *room, uint32_t token, lgm_figure_draft *d)
{
    plain low = plain_at(room, token), high = {0};
    if (!low.end) return token;
    if (has_two_ends(room, token, &low, &high)) {
        /* "2 to 3 million" */
        if (low.scale == 1 && high.scale > 1 && low.value < high.scale * ONE &&
            low.value < high.value / high.scale)
            if (!times(&low.value, high.scale)) return low.end;
        const bool dash = is_dash(room->doc, low.end);
        const bool falls = low.value >= high.value;
        if (falls && is_vote(room, token, high.end))
            room->votes_end = high.end;
        else if (falls && dash)
            return high.end; /* the score of a game */
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
