/*
 * counted.c - what a number counts: the noun that it hangs on ("140 people"), the one behind "of"
 * ("dozens of people", "12 of the hostages"), or nothing ("killed 140").
 *
 * What stands in a date or a name, is joined by a hyphen ("a five-member team"), stands behind its
 * noun ("Article 50") or beside a noun in the singular ("2015 Park Road") counts nothing.
 */
#include "figure/figure_draft.h"
#include "number/number.h"
#include "tree/shape.h"

enum {
    FAR = 12, /* words between a number and its noun */
    ONE = 1000,
    TWO = 2 * ONE
};

bool lgm_figure_is_plural(const lgm_doc *doc, uint32_t word)
{
    const char *const tag = lgm_doc_xpos(doc, word);
    return (tag && (strcmp(tag, "NNS") == 0 || strcmp(tag, "NNPS") == 0)) ||
           lgm_figure_word(doc, LGM_FIGURE_PLURALS, word, NULL) != 0;
}

uint32_t lgm_figure_first_of(const lgm_trees *t, uint32_t word)
{
    for (int i = 0; i < LGM_FIGURE_HIGH && t->rel[word] == LGM_REL_conj; i++) {
        const uint32_t above = t->doc->head[word];
        if (above == LGM_NONE || t->upos[above] == LGM_UPOS_VERB) break;
        word = above;
    }
    const uint32_t above = t->doc->head[word];
    const uint32_t by = lgm_figure_case(t, word); /* "a total of 12 miners" */
    const bool group = above != LGM_NONE && t->rel[word] == LGM_REL_nmod && by != LGM_NONE &&
                       lgm_tree_form_is(t->doc, by, "of") &&
                       LGM_SLICE_IN(lgm_doc_lemma(t->doc, above), "total", "group", "crowd",
                                    "party", "band", "gang", "team", "crew");
    if (group) word = above;
    return word;
}

/* ---- what is no figure ----------------------------------------------------------------------- */

static bool is_glued(const lgm_doc *doc, uint32_t token)
{
    return token < doc->n_tokens && !(doc->tokens[token].flags & LGM_TOK_SPACE);
}

static bool is_mark(const lgm_doc *doc, uint32_t token)
{
    return token < doc->n_tokens &&
           LGM_SLICE_IN(lgm_doc_form(doc, token), "-", "\u2013", "/", ":", "#", "'", "\u2019", "(");
}

/* "F-16", "five-member", "3:16", "No. 5". */
static bool is_label(const lgm_doc *doc, lgm_tokspan n, uint32_t end)
{
    if (is_mark(doc, end) && is_glued(doc, end)) return true;
    if (n.start == 0) return false;
    if (is_mark(doc, n.start - 1) && is_glued(doc, n.start)) return true;
    if (n.start >= 3 && lgm_tree_form_is(doc, n.start - 1, "of") && /* "nine out of 10" */
        lgm_tree_form_is(doc, n.start - 2, "out"))
        return true;
    if (lgm_tree_form_is(doc, n.start - 1, "in") && n.start > 1 && /* "one in five" */
        lgm_number_at(doc, n.start - 2, 0).kind == LGM_NUMBER_CARDINAL)
        return true;
    return LGM_SLICE_IN(lgm_doc_form(doc, n.start - 1), "No.", "no.", "Nos.", "#", "No", "number",
                        "Number", "aged", "Aged", "age", "page", "Page", "chapter", "Chapter");
}

static bool is_in_time(const lgm_figure_room *room, lgm_tokspan n)
{
    for (uint32_t w = n.start; w < n.end; w++)
        if (room->in_time[w]) return true;
    return false;
}

/* A name that goes on beyond the number ("Group of 77", "7 Eleven"), or is one. */
static bool is_in_name(const lgm_figure_room *room, lgm_tokspan n)
{
    return lgm_tree_name(room->trees, n.start) != LGM_NONE ||
           lgm_tree_name(room->trees, n.end - 1) != LGM_NONE;
}

/* ---- the noun -------------------------------------------------------------------------------- */

/* The word of a number that the others hang on: the last one whose head is outside. */
static uint32_t top_of(const lgm_doc *doc, lgm_tokspan n)
{
    uint32_t top = n.end - 1;
    for (uint32_t w = n.start; w < n.end; w++)
        if (doc->head[w] == LGM_NONE || doc->head[w] < n.start || doc->head[w] >= n.end) top = w;
    return top;
}

static bool is_noun(const lgm_trees *t, uint32_t w)
{
    return t->upos[w] == LGM_UPOS_NOUN || t->upos[w] == LGM_UPOS_PROPN ||
           t->upos[w] == LGM_UPOS_ADJ || t->upos[w] == LGM_UPOS_PRON;
}

static bool is_within(lgm_tokspan s, uint32_t word)
{
    return word >= s.start && word < s.end;
}

/* The noun phrase behind "of". */
static uint32_t behind_of(const lgm_trees *t, uint32_t top, uint32_t end)
{
    if (end >= t->doc->n_tokens || !lgm_tree_form_is(t->doc, end, "of")) return LGM_NONE;
    const uint32_t noun = t->doc->head[end];
    const bool near = noun != LGM_NONE && noun > end && noun - end <= FAR;
    return near && (t->doc->head[noun] == top || t->rel[noun] == LGM_REL_nmod ||
                    t->rel[noun] == LGM_REL_obl)
               ? noun
               : LGM_NONE;
}

/* The plural that stands behind a number, whatever the tree: of "six in 10 miners" the miners. */
static uint32_t right_behind(const lgm_trees *t, uint32_t end)
{
    uint32_t noun = LGM_NONE;
    for (uint32_t w = end; w < t->doc->n_tokens && w < end + FAR; w++) {
        if (t->upos[w] != LGM_UPOS_NOUN && t->upos[w] != LGM_UPOS_PROPN &&
            t->upos[w] != LGM_UPOS_ADJ)
            break;
        if (lgm_figure_is_plural(t->doc, w)) noun = w;
    }
    return noun;
}

static bool is_anything(const lgm_doc *doc, uint32_t noun)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, noun), "other", "more", "one", "other's", "such",
                        "else");
}

static uint32_t noun_of(const lgm_trees *t, uint32_t top, uint32_t end)
{
    const uint32_t head = t->doc->head[top];
    if (head == LGM_NONE || head < end || head - end > FAR || !is_noun(t, head)) return LGM_NONE;
    if (is_anything(t->doc, head)) return head; /* "30 more" */
    switch (t->rel[top]) {
    case LGM_REL_nummod:
    case LGM_REL_amod:
    case LGM_REL_advmod:
    case LGM_REL_compound:
    case LGM_REL_det:
    case LGM_REL_nmod: return head;
    default: return LGM_NONE;
    }
}

/* The words of what is counted, without what leads to it. */
static lgm_tokspan what_of(const lgm_trees *t, uint32_t noun, uint32_t from)
{
    uint32_t first = lgm_tree_first(t, noun) > from ? lgm_tree_first(t, noun) : from;
    while (first < noun && !(is_mark(t->doc, first + 1) && is_glued(t->doc, first + 1)) &&
           (t->upos[first] == LGM_UPOS_ADP || t->upos[first] == LGM_UPOS_DET ||
            t->upos[first] == LGM_UPOS_NUM || t->upos[first] == LGM_UPOS_PUNCT ||
            t->upos[first] == LGM_UPOS_PRON || t->upos[first] == LGM_UPOS_CCONJ ||
            lgm_tree_form_is(t->doc, first, "more") || lgm_tree_form_is(t->doc, first, "other")))
        first++;
    return (lgm_tokspan){first, noun + 1};
}

static bool is_them(const lgm_trees *t, uint32_t noun)
{
    return t->word[noun] == LGM_PRO_THEY || t->word[noun] == LGM_PRO_WHO ||
           t->word[noun] == LGM_PRO_WHICH || t->word[noun] == LGM_PRO_THESE;
}

/* "The two", "both sides": those that have been told of. */
static bool points_back(const lgm_trees *t, uint32_t noun)
{
    const uint32_t det = lgm_tree_left_child(t, noun, LGM_REL_det);
    const uint32_t whose = lgm_tree_left_child(t, noun, LGM_REL_nmod);
    return (det != LGM_NONE && !lgm_tree_form_is(t->doc, det, "a") &&
            !lgm_tree_form_is(t->doc, det, "some")) ||
           whose != LGM_NONE;
}

/* "The 1998 winners": a year, if nothing bounds it. */
static bool is_year(const lgm_doc *doc, const lgm_figure_draft *d)
{
    const int64_t years = d->f.value / ONE;
    return years > 1900 && years < 2100 && years % 100 != 0 && d->f.value % ONE == 0 &&
           d->f.relation == LGM_RELATION_EXACT && d->number.end == d->number.start + 1 &&
           lgm_doc_form(doc, d->number.start).len == 4;
}

/* "Nine fewer miners than before": a difference. */
static bool is_difference(const lgm_doc *doc, uint32_t from, uint32_t noun)
{
    for (uint32_t w = from; w < noun; w++)
        if (LGM_SLICE_IN(lgm_doc_form(doc, w), "fewer", "less") &&
            !lgm_tree_form_is(doc, w - 1, "or"))
            return true;
    return false;
}

/* Is a noun behind a number counted by it? */
static bool is_counted(const lgm_figure_room *room, const lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    const uint32_t noun = d->f.noun;
    const bool toll = d->toll != LGM_FIGURE_NO_TOLL;
    if (room->in_time[noun] || lgm_figure_word(t->doc, LGM_FIGURE_UNCOUNTED, noun, NULL))
        return false;
    if (is_difference(t->doc, d->number.end, noun)) return false;
    if (d->known && lgm_tree_right_child(t, noun, LGM_REL_conj) != LGM_NONE)
        return false; /* "both talks and war" */
    if (d->known) return toll ? lgm_figure_is_plural(t->doc, noun) : room->event[noun] != LGM_NONE;
    if (d->unit == LGM_FIGURE_IN_SHARE)
        return t->upos[noun] == LGM_UPOS_NOUN || lgm_figure_is_plural(t->doc, noun);
    if (d->f.value % ONE != 0 || d->f.value == 0) return false;
    if (toll)
        return d->f.value == ONE || t->upos[noun] != LGM_UPOS_PROPN ||
               lgm_figure_is_plural(t->doc, noun);
    if (d->f.value == ONE || is_anything(t->doc, noun) || is_year(t->doc, d)) return false;
    return lgm_figure_is_plural(t->doc, noun) && !(d->f.value <= TWO && points_back(t, noun));
}

/* "12 of them were children", "12 of them children": the children. */
static lgm_tokspan those_of(const lgm_trees *t, uint32_t head, uint32_t end)
{
    const uint32_t noun = t->doc->head[head], next = end + 2;
    if (next < t->doc->n_tokens && lgm_tree_form_is(t->doc, end, "of") &&
        t->upos[next] == LGM_UPOS_NOUN && lgm_figure_is_plural(t->doc, next))
        return (lgm_tokspan){next, next + 1};
    if (t->rel[head] != LGM_REL_nsubj || noun == LGM_NONE || t->upos[noun] != LGM_UPOS_NOUN ||
        lgm_tree_left_child(t, noun, LGM_REL_cop) == LGM_NONE ||
        !lgm_figure_is_plural(t->doc, noun))
        return (lgm_tokspan){0, 0};
    return what_of(t, noun, lgm_tree_left_child(t, noun, LGM_REL_cop) + 1);
}

/* "A 62-member team", "a 300-strong crowd" */
static bool take_members(const lgm_figure_room *room, lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    const uint32_t end = d->number.end, word = end + 1;
    if (word >= t->doc->n_tokens || !lgm_tree_form_is(t->doc, end, "-") ||
        !(lgm_tree_form_is(t->doc, word, "member") || lgm_tree_form_is(t->doc, word, "strong")))
        return false;
    const uint32_t above = t->doc->head[word], own = t->doc->head[d->number.start];
    const uint32_t group = above != LGM_NONE && above > word ? above : own;
    if (group == LGM_NONE || group <= word) return false;
    d->f.of = "members";
    d->head = d->f.noun = group;
    d->f.what = what_of(t, group, word + 1);
    d->members = true;
    return true;
}

bool lgm_figure_find_counted(const lgm_figure_room *room, lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    const lgm_tokspan n = d->number;
    const bool voted = n.start < room->votes_end;
    if (d->f.value == 0 || is_in_time(room, n) || is_in_name(room, n)) return false;
    if (take_members(room, d)) return true;
    if (!voted && is_label(t->doc, n, d->f.tokens.end)) return false;
    uint32_t top = top_of(t->doc, n), noun = noun_of(t, top, d->f.tokens.end);
    const uint32_t bound = top_of(t->doc, d->f.tokens);
    if (noun == LGM_NONE && t->doc->head[top] == bound && t->upos[bound] != LGM_UPOS_VERB) {
        top = bound; /* "as many as 12 people": by "many" */
        noun = noun_of(t, top, d->f.tokens.end);
    }
    d->head = noun != LGM_NONE && is_within(n, t->doc->head[noun]) ? top : noun;
    if (noun == LGM_NONE) {
        noun = behind_of(t, top, n.end);
        if (noun == LGM_NONE && d->unit == LGM_FIGURE_IN_SHARE) noun = right_behind(t, n.end);
        d->head = top;
    }
    if (noun != LGM_NONE && is_them(t, noun)) {
        d->of_them = true;
        noun = LGM_NONE;
    }
    d->f.noun = noun;
    if (voted) {
        d->toll = LGM_FIGURE_OF_votes;
        d->f.noun = LGM_NONE;
        return true;
    }
    lgm_figure_find_toll(room, d);
    if (noun == LGM_NONE) { /* the noun that has the number counts, if any does */
        d->loose = d->toll == LGM_FIGURE_NO_TOLL && d->f.noun == LGM_NONE;
        d->f.what = d->f.noun != LGM_NONE ? what_of(t, d->f.noun, 0) : those_of(t, top, n.end);
        return !d->known || !d->loose;
    }
    if (!is_counted(room, d)) return false;
    lgm_figure_bound_behind(room, noun, d);
    if (t->upos[noun] == LGM_UPOS_ADJ || is_anything(t->doc, noun))
        d->f.noun = LGM_NONE; /* "12 dead", "30 others" */
    else
        d->f.what = what_of(t, noun, d->f.tokens.end);
    return d->f.noun != LGM_NONE || d->toll != LGM_FIGURE_NO_TOLL;
}
