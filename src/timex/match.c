/* match.c - walk the graph of rules along the items. */
#include "timex/match.h"

#include <string.h>

#include "timex/time_words.h"

typedef struct walk {
    lgm_timex_items *items;
    size_t from;
    int32_t number[LGM_TIMEX_ITEMS]; /* of the edges taken so far, and where each goes */
    uint8_t field[LGM_TIMEX_ITEMS];
    uint32_t earliest; /* token before which the expression must not begin */
    uint32_t first;    /* first token of the expression, LGM_NONE = not reached */
    uint32_t last;     /* the token behind it */
    size_t first_item, next;
    /* best so far */
    lgm_timex_match best;
} walk;

static const char *tag_of(const lgm_doc *doc, uint32_t token)
{
    return doc->xpos.of && token < doc->n_tokens ? lgm_doc_xpos(doc, token) : "";
}

/* "2015": four digits, as years have and amounts may have. */
static bool is_four_digits(const lgm_doc *doc, uint32_t t)
{
    const lgm_slice f = t < doc->n_tokens ? lgm_doc_form(doc, t) : LGM_SLICE("");
    for (size_t i = 0; i < f.len; i++)
        if (f.ptr[i] < '0' || f.ptr[i] > '9') return false;
    return f.len == 4;
}

static bool is_capital(const lgm_doc *doc, uint32_t t)
{
    const lgm_slice f = t < doc->n_tokens ? lgm_doc_form(doc, t) : LGM_SLICE("");
    return f.len > 0 && f.ptr[0] >= 'A' && f.ptr[0] <= 'Z';
}

/* "2015 Park Road" */
static bool is_house_number(const lgm_doc *doc, uint32_t end)
{
    enum { WORDS = 4 };
    for (uint32_t t = end; t < end + WORDS && is_capital(doc, t); t++)
        if (t > end && lgm_timex_kinds(doc, t) & LGM_TIMEX_STREET) return true;
    return false;
}

static bool is_measure(const lgm_doc *doc, uint32_t t)
{
    const bool many = strncmp(tag_of(doc, t), "NNS", 3) == 0; /* "the 2002 vote" is a year's */
    return many && lgm_timex_kinds(doc, t) & LGM_TIMEX_MEASURE;
}

/* Four digits that count or number something, and are no year: "to 2015 points from 1998", "from
 * 2043 to 2019 points", "by 2012 people", "called to 2015 Park Road", "Resolution 1973". "In 1998
 * people left" and "since 2012 shares have risen" are left as years. */
static bool is_count(const lgm_doc *doc, lgm_tokspan s)
{
    const uint32_t t = s.start;
    const lgm_slice before = t > 0 ? lgm_doc_form(doc, t - 1) : LGM_SLICE("");
    const bool sure = LGM_SLICE_IN(before, "in", "In", "since", "Since", "during", "During");
    if (t > 0 && lgm_timex_kinds(doc, t - 1) & LGM_TIMEX_NUMBERED) return true;
    if (sure) return false;
    if (is_house_number(doc, s.end) || is_measure(doc, s.end)) return true;
    if (t > 2 && is_measure(doc, t - 2) && is_four_digits(doc, t - 3)) return true;
    return is_four_digits(doc, s.end + 1) && is_measure(doc, s.end + 2);
}

/* A year that nothing but its four digits speaks for: "(1987)", "the 1987 treaty". Not a count of
 * things, not an amount, not a part of a longer number. */
static bool bare_year_ok(const lgm_doc *doc, lgm_tokspan s, int32_t year)
{
    static const char before[] = "$#/-.,:\xC2"; /* first byte of pound and yen */
    const uint32_t t = s.start;
    if (year < 1800 || year > 2100 || !doc->xpos.of) return false;
    if (t > 0) {
        const lgm_slice f = lgm_doc_form(doc, t - 1);
        const bool tight = !(doc->tokens[t].flags & LGM_TOK_SPACE);
        if (f.ptr[0] == '$' || f.ptr[0] == '#' || f.ptr[0] == '\xC2') return false;
        if (tight && strchr(before, f.ptr[0])) return false;
    }
    if (s.end < doc->n_tokens && !(doc->tokens[s.end].flags & LGM_TOK_SPACE)) {
        const char c = lgm_doc_form(doc, s.end).ptr[0];
        if (c != '.' && c != ',' && c != ';' && c != ')' && c != '\'' && c != '"' && c != '\xE2' &&
            c != ':' && c != '-')
            return false;
    }
    const char *const next = s.end < doc->n_tokens ? tag_of(doc, s.end) : "";
    if (t > 0 && strcmp(tag_of(doc, t - 1), "NN") == 0) return false; /* "room 1906" */
    if (t > 0 && (strcmp(tag_of(doc, t - 1), "DT") == 0 || strcmp(tag_of(doc, t - 1), "POS") == 0))
        return strcmp(next, "CD") != 0;
    return strcmp(next, "NNS") != 0 && strcmp(next, "CD") != 0 && strcmp(next, "NNPS") != 0;
}

/* "60 Minutes", "This Week": its last word has a capital, where none is due. */
static bool is_title(const lgm_doc *doc, lgm_tokspan s)
{
    const lgm_slice f = lgm_doc_form(doc, s.end - 1);
    return s.end - s.start > 1 && f.len > 1 && f.ptr[0] >= 'A' && f.ptr[0] <= 'Z' &&
           f.ptr[1] >= 'a' && f.ptr[1] <= 'z';
}

/* "2024-11" is a month; "2010-11" and "1939-45" are years, from one to the other. */
static bool is_iso_month(int32_t year, int32_t month)
{
    return month >= 1 && month <= 12 && month != (year + 1) % 100;
}

/* The years of "1914-1918" and "2010-11", and no telephone number's. */
static bool is_range(const lgm_timex_parts *p)
{
    enum { FIRST = 1500, LAST = 2100, LONGEST = 150 };
    const int32_t from = p->v[LGM_TF_year];
    const int32_t to = lgm_timex_year_end(from, p->v[LGM_TF_other]);
    if (p->v[LGM_TF_other] < 100 && is_iso_month(from, p->v[LGM_TF_other])) return false;
    return from >= FIRST && to <= LAST && to > from && to - from <= LONGEST;
}

/* What a rule says beyond its pattern. */
static bool fits(const walk *w, const lgm_timex_rule *rule, const lgm_timex_parts *p)
{
    const lgm_doc *const doc = w->items->doc;
    const lgm_tokspan s = {w->first, w->last};
    const char *const tag = tag_of(doc, s.end - 1);
    if (rule->way == LGM_WAY_year && s.end - s.start == 1 && is_count(doc, s)) return false;
    if (p->v[LGM_TF_bare] == 1 && !bare_year_ok(doc, s, p->v[LGM_TF_year])) return false;
    if (p->v[LGM_TF_bare] == 2 && !is_iso_month(p->v[LGM_TF_year], p->v[LGM_TF_month]))
        return false;
    if (rule->way == LGM_WAY_year && p->v[LGM_TF_other] != LGM_UNSET && !is_range(p)) return false;
    if (rule->way == LGM_WAY_month && s.end - s.start == 1 && tag[0] == 'M') return false;
    if ((rule->way == LGM_WAY_length || rule->way == LGM_WAY_unitref) && is_title(doc, s))
        return false;
    if (rule->way == LGM_WAY_length && p->v[LGM_TF_n] >= 1900000 && p->v[LGM_TF_n] < 2100000 &&
        strcmp(tag, "NNS") != 0)
        return false; /* "the 1988 quarter" */
    if (rule->way == LGM_WAY_length && p->v[LGM_TF_other] != LGM_UNSET && p->v[LGM_TF_n] >= 1900000)
        return false; /* "the term was raised in 1995 to 15 years" */
    /* "the past three summers" is more than the past */
    if (rule->way == LGM_WAY_ref && s.end - s.start > 1 && (tag[0] == 'J' || tag[0] == 'C'))
        return false;
    /* "a second term" is no second */
    if (rule->way == LGM_WAY_length && p->v[LGM_TF_unit] == LGM_UNIT_SECOND && tag[0] != 'N' &&
        tag[0] != '\0')
        return false;
    return true;
}

static lgm_timex_parts gather(const walk *w, uint32_t depth, const lgm_timex_rule *rule)
{
    lgm_timex_parts p;
    for (size_t k = 0; k < LGM_TF_COUNT; k++) p.v[k] = LGM_UNSET;
    for (uint32_t k = 0; k < depth; k++)
        if (w->field[k] != LGM_TF_none) p.v[w->field[k]] = w->number[k];
    for (uint32_t k = 0; k < rule->n_sets; k++) p.v[rule->sets[k].field] = rule->sets[k].number;
    return p;
}

static void accept(walk *w, uint32_t depth, uint16_t number)
{
    const lgm_timex_rule *const rule = &lgm_timex_rules[number];
    const lgm_timex_match *const b = &w->best;
    if (w->first < w->earliest) return;
    if (b->rule) {
        if (w->first != b->tokens.start) {
            if (w->first > b->tokens.start) return;
        } else if (w->last != b->tokens.end) {
            if (w->last < b->tokens.end) return;
        } else if (depth != b->depth) {
            if (depth < b->depth) return;
        } else if (rule >= b->rule) {
            return;
        }
    }
    const lgm_timex_parts p = gather(w, depth, rule);
    if (!fits(w, rule, &p)) return;
    w->best = (lgm_timex_match){rule, {w->first, w->last}, depth, w->first_item, w->next, p};
}

static void step(walk *w, uint32_t node, uint32_t depth);

static void follow(walk *w, const lgm_timex_edge *e, const lgm_timex_item *it, int32_t number,
                   uint32_t depth)
{
    const uint32_t first = w->first, last = w->last;
    const size_t next = w->next;
    w->field[depth] = e->field;
    w->number[depth] = e->number == LGM_OF_WORD ? number : e->number;
    if (!e->outside) {
        if (w->first == LGM_NONE) {
            w->first = it->tokens.start;
            w->first_item = w->from + depth;
        }
        w->last = it->tokens.end;
        w->next = w->from + depth + 1;
    }
    step(w, e->to, depth + 1);
    w->first = first;
    w->last = last;
    w->next = next;
}

static void step(walk *w, uint32_t node, uint32_t depth)
{
    const lgm_timex_node *const n = &lgm_timex_nodes[node];
    const lgm_timex_edge *const edges = lgm_timex_edges + n->first;
    if (n->rule != LGM_NO_RULE) accept(w, depth, n->rule);
    if (n->n == 0 || depth == LGM_TIMEX_ITEMS) return;
    const size_t i = w->from + depth;
    if (depth > 0 && lgm_timex_items_at(w->items, i - 1)->ends) return;
    const lgm_timex_item *const it = lgm_timex_items_at(w->items, i);
    if (!it) return;
    for (uint32_t k = 0; k < it->n; k++) {
        const lgm_timex_sense s = it->sense[k];
        uint32_t lo = 0, hi = n->n;
        while (lo < hi) {
            const uint32_t mid = (lo + hi) / 2;
            if (edges[mid].symbol < s.symbol)
                lo = mid + 1;
            else
                hi = mid;
        }
        for (; lo < n->n && edges[lo].symbol == s.symbol; lo++)
            follow(w, &edges[lo], it, s.number, depth);
    }
}

static lgm_timex_match match_from(lgm_timex_items *items, size_t i, uint32_t earliest)
{
    walk w = {.items = items, .from = i, .earliest = earliest, .first = LGM_NONE};
    step(&w, 0, 0);
    return w.best;
}

lgm_timex_match lgm_timex_match_after(lgm_timex_items *items, size_t i, uint32_t from)
{
    return match_from(items, i, from);
}

lgm_timex_match lgm_timex_match_at(lgm_timex_items *items, size_t i)
{
    lgm_timex_match best = match_from(items, i, 0);
    if (!best.rule) return best;
    /* It may begin with words of context: a rule without them may say more of the same words. */
    for (size_t k = i + 1; k < i + LGM_TIMEX_ITEMS; k++) {
        const lgm_timex_item *const it = lgm_timex_items_at(items, k);
        if (!it || it->tokens.start > best.tokens.start) break;
        const lgm_timex_match other = match_from(items, k, 0);
        if (!other.rule || other.tokens.start > best.tokens.start) continue;
        if (other.tokens.start < best.tokens.start || other.tokens.end > best.tokens.end ||
            (other.tokens.end == best.tokens.end && other.depth > best.depth))
            best = other;
    }
    return best;
}
