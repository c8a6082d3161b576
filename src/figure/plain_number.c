/*
 * plain_number.c - a number without ends: "140", "two dozen", "1.2 million", "a quarter of a
 * million", "dozens", "one in five".
 *
 * What is no more than a size ("hundreds") is the least that it can be.
 */
#include <string.h>

#include "figure/figure_draft.h"
#include "number/number.h"
#include "tree/shape.h"

enum { ONE = 1000, TWO = 2 * ONE, FEW = TWO };

typedef lgm_figure_plain plain;

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

bool lgm_figure_times(int64_t *value, int64_t scale)
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
static plain words_at(const lgm_figure_room *room, uint32_t token, lgm_number own)
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
    const lgm_number n = a ? (lgm_number){0} : own;
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
    return !more || lgm_figure_times(&p.value, more) ? p : (plain){0};
}

bool lgm_figure_is_dash(const lgm_doc *doc, uint32_t token)
{
    return token < doc->n_tokens &&
           LGM_SLICE_IN(lgm_doc_form(doc, token), "-", "\u2013", "\u2014", "--");
}

/* "One in five voters", "six in 10 of them", "nine out of 10 people"; "killed two in three attacks"
 * has none. */
static plain ratio_at(const lgm_figure_room *room, lgm_number n)
{
    const lgm_doc *const doc = room->doc;
    if (n.kind != LGM_NUMBER_CARDINAL || n.value <= 0 || n.value % ONE != 0) return (plain){0};
    const uint32_t by = n.tokens.end;
    const bool out = is(doc, by, "out") && is(doc, by + 1, "of");
    if (!out && !is(doc, by, "in")) return (plain){0};
    const uint32_t every = is(doc, by + 1 + out, "every");
    const lgm_number m = lgm_number_at(doc, by + 1 + out + every, 0);
    const int64_t most = m.kind == LGM_NUMBER_CARDINAL ? m.value / ONE : 0;
    const bool round = most == 10 || most == 100 || most == 1000;
    if (most <= 2 || n.value >= m.value || most > 1000) return (plain){0};
    if (!out && !every && !round && !(n.value == ONE && most <= 20)) return (plain){0};
    const uint32_t next = m.tokens.end;
    if (next >= doc->n_tokens || room->in_time[m.tokens.start] || room->in_time[next] ||
        lgm_figure_word(doc, LGM_FIGURE_UNCOUNTED, next, NULL))
        return (plain){0};
    return (plain){.end = next, .value = n.value / most, .scale = 1, .share = true};
}

static plain cardinal_at(const lgm_doc *doc, lgm_number n)
{
    if (n.kind != LGM_NUMBER_CARDINAL || n.value < 0) return (plain){0};
    plain p = {.end = n.tokens.end, .value = n.value, .scale = 1};
    if (lgm_figure_is_dash(doc, p.end) && scale_at(doc, p.end + 1)) p.end++; /* "one-hundred" */
    for (int64_t s; (s = scale_at(doc, p.end)) != 0 && p.scale < 1000000000; p.end++) {
        if (!lgm_figure_times(&p.value, s)) return (plain){0};
        p.scale *= s;
    }
    return p;
}

/* Can a number begin with a word of this kind, if it is not written in digits? */
static bool may_begin(uint8_t upos)
{
    return upos != LGM_UPOS_PUNCT && upos != LGM_UPOS_VERB && upos != LGM_UPOS_AUX &&
           upos != LGM_UPOS_ADP && upos != LGM_UPOS_PART && upos != LGM_UPOS_SCONJ;
}

lgm_figure_plain lgm_figure_plain_at(const lgm_figure_room *room, uint32_t token)
{
    const lgm_doc *const doc = room->doc;
    if (token >= doc->n_tokens) return (plain){0};
    const char first = lgm_doc_form(doc, token).ptr[0];
    if (!(first >= '0' && first <= '9') && !may_begin(room->trees->upos[token])) return (plain){0};
    const lgm_number n = lgm_number_at(doc, token, 0);
    plain p = article_at(doc, token);
    if (!p.end) p = few_at(doc, token);
    if (!p.end) p = words_at(room, token, n);
    if (!p.end) p = many_from(room, token);
    if (!p.end) p = ratio_at(room, n);
    return p.end ? p : cardinal_at(doc, n);
}
