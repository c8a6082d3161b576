/*
 * quotes.c - pairs of quotation marks, paragraph by paragraph.
 *
 * The marks of a paragraph are read from left to right with a short stack of open ones. A straight
 * mark opens or closes by its spacing, and where that says nothing by whether one is open. An open
 * double mark meets its end at its partner, at another mark that can only open, or at the end of
 * the paragraph. An apostrophe that finds no partner is no quotation mark. The only thing that a
 * paragraph hands on to the next is whether its last quotation ran to the end.
 */
#include <string.h>

#include "text/marks.h"
#include "text/scan.h"

enum { MAX_DEPTH = 8, DROPPED = UINT8_MAX }; /* marks opened deeper than this are left alone */

typedef LGM_VEC(lgm_mark) mark_list;
typedef LGM_VEC(lgm_quote) quote_list;

typedef struct pairing {
    lgm_doc *doc;
    lgm_tokspan par;
    mark_list marks;   /* of this paragraph */
    quote_list quotes; /* of the document */
    size_t first;      /* first quote of this paragraph */
    uint32_t open[MAX_DEPTH]; /* open quotes, outermost first: index in quotes, and family */
    uint8_t family[MAX_DEPTH];
    unsigned depth;
    uint32_t running; /* the quote that ran to the end of the paragraph before, or LGM_NONE */
    uint8_t running_family;
    bool full;
} pairing;

/* Takes the quotes above level `to` off the stack: they end before token `at`, without a mark. */
static void unwind(pairing *w, unsigned to, uint32_t at)
{
    while (w->depth > to) {
        w->depth--;
        lgm_quote *const q = &w->quotes.at[w->open[w->depth]];
        q->tokens.end = at;
        if (w->family[w->depth] == LGM_MARK_SINGLE && q->open != w->par.start) q->depth = DROPPED;
    }
}

static void open_at(pairing *w, const lgm_mark *m)
{
    if (w->depth == MAX_DEPTH) return;
    const lgm_quote q = {.tokens = {m->token + 1, m->token + 1},
                         .open = m->token,
                         .close = LGM_NONE,
                         .next = LGM_NONE};
    if (!lgm_vec_push(w->doc->arena, &w->quotes, q)) {
        w->full = true;
        return;
    }
    w->open[w->depth] = (uint32_t)w->quotes.n - 1;
    w->family[w->depth++] = m->family;
}

static void close_at(pairing *w, const lgm_mark *m, unsigned level)
{
    unwind(w, level + 1, m->token);
    w->depth = level;
    lgm_quote *const q = &w->quotes.at[w->open[level]];
    q->tokens.end = m->token;
    q->close = m->token;
}

/* A closing mark whose opening one stood in the paragraph before: the quote starts with this
 * paragraph. */
static void close_running(pairing *w, const lgm_mark *m)
{
    const lgm_quote q = {.tokens = {w->par.start, m->token},
                         .open = LGM_NONE,
                         .close = m->token,
                         .next = LGM_NONE};
    if (!lgm_vec_push(w->doc->arena, &w->quotes, q)) {
        w->full = true;
        return;
    }
    w->quotes.at[w->running].next = (uint32_t)w->quotes.n - 1;
}

/* Level of the innermost open quote of this family, or -1. */
static int level_of(const pairing *w, uint8_t family)
{
    for (unsigned i = w->depth; i > 0; i--)
        if (w->family[i - 1] == family) return (int)i - 1;
    return -1;
}

static lgm_slice form_before(const pairing *w, const lgm_mark *m)
{
    if (m->token == w->par.start || m->after_gap) return (lgm_slice){NULL, 0};
    return lgm_doc_form(w->doc, m->token - 1);
}

static bool after_digit(const pairing *w, const lgm_mark *m)
{
    const lgm_slice f = form_before(w, m);
    return f.len > 0 && f.ptr[f.len - 1] >= '0' && f.ptr[f.len - 1] <= '9';
}

/* A word that ends in s, x or z may form its possessive with an apostrophe alone: the strikers'. */
static bool after_s(const pairing *w, const lgm_mark *m)
{
    const lgm_slice f = form_before(w, m);
    return f.len > 1 && strchr("sSxXzZ", f.ptr[f.len - 1]) != NULL;
}

/* 5' 10": the sign before is one of feet. */
static bool after_feet(const pairing *w, uint32_t i, const lgm_mark *m)
{
    return i > 0 && w->marks.at[i - 1].family == LGM_MARK_SINGLE &&
           w->marks.at[i - 1].token + 2 == m->token && after_digit(w, &w->marks.at[i - 1]);
}

/* Double marks, angles, corners: always quotation marks, unless " stands for inches. */
static void take_plain(pairing *w, uint32_t i)
{
    const lgm_mark *const m = &w->marks.at[i];
    const int level = level_of(w, m->family);
    const bool opens = m->after_gap && !m->before_gap, closes = m->before_gap && !m->after_gap;
    const bool straight = m->side == LGM_SIDE_EITHER;
    if (straight && level < 0 && after_digit(w, m)) return;
    if (m->side != LGM_SIDE_OPEN && after_digit(w, m) && after_feet(w, i, m)) return;

    bool open = m->side == LGM_SIDE_OPEN;
    if (straight) open = level < 0 ? !closes : opens;
    if (m->side == LGM_SIDE_OPEN && level >= 0 && closes) open = false; /* “so“ */
    if (m->side == LGM_SIDE_CLOSE && level < 0 && opens) open = true;   /* ”so” */

    if (open) {
        if (level >= 0) unwind(w, (unsigned)level, m->token); /* its closing mark is missing */
        open_at(w, m);
    } else if (level >= 0) {
        close_at(w, m, (unsigned)level);
    } else if (w->quotes.n == w->first && w->running != LGM_NONE &&
               w->running_family == m->family) {
        close_running(w, m);
    }
}

/* "in'" as in "talkin'" */
static bool after_in(const pairing *w, const lgm_mark *m)
{
    const lgm_slice f = form_before(w, m);
    return f.len > 3 && memcmp(f.ptr + f.len - 2, "in", 2) == 0;
}

/* Is the single mark a possessive (or "-in'"), since the next one closes the quotation after a
 * comma or the like? 'The strikers' demands are fair,' she said. */
static bool possessive(const pairing *w, uint32_t i)
{
    enum { AHEAD = 4 }; /* marks of other kinds that may stand between */
    const lgm_mark *const m = &w->marks.at[i];
    const uint32_t next = m->token + 1;
    if (next >= w->par.end || !(after_s(w, m) || after_in(w, m))) return false;
    const char first = lgm_doc_form(w->doc, next).ptr[0];
    if (!(w->doc->tokens[next].flags & LGM_TOK_SPACE) || first < 'a' || first > 'z') return false;
    for (size_t k = i + 1; k < w->marks.n && k <= i + AHEAD; k++) {
        const lgm_mark *const n = &w->marks.at[k];
        if (n->family != LGM_MARK_SINGLE) continue;
        const lgm_slice before = form_before(w, n);
        return n->before_gap && before.len > 0 && strchr(",.!?", before.ptr[0]) != NULL;
    }
    return false;
}

/* Single marks: an apostrophe unless it pairs up. */
static void take_single(pairing *w, uint32_t i)
{
    const lgm_mark *const m = &w->marks.at[i];
    const bool top = w->depth > 0 && w->family[w->depth - 1] == LGM_MARK_SINGLE;
    const bool opens = m->after_gap && !m->before_gap;
    if (m->side != LGM_SIDE_OPEN && top && m->before_gap && !opens) {
        if (!possessive(w, i)) close_at(w, m, w->depth - 1);
        return;
    }
    if (m->side == LGM_SIDE_OPEN && top && m->before_gap && !m->after_gap) {
        close_at(w, m, w->depth - 1); /* ‘so‘ */
        return;
    }
    const bool tight = m->token + 1 < w->par.end &&
                       w->doc->tokens[m->token + 1].start == w->doc->tokens[m->token].end;
    if (m->side == LGM_SIDE_OPEN || (m->after_gap && tight)) {
        if (top) unwind(w, w->depth - 1, m->token);
        open_at(w, m);
    }
}

static bool find_marks(pairing *w)
{
    w->marks.n = 0;
    for (uint32_t i = w->par.start; i < w->par.end; i++) {
        lgm_mark m;
        const lgm_mark *const before = w->marks.n > 0 ? &w->marks.at[w->marks.n - 1] : NULL;
        if (!lgm_text_mark(w->doc, w->par, i, before, &m)) continue;
        if (!lgm_vec_push(w->doc->arena, &w->marks, m)) return false;
    }
    return true;
}

/* Drops marks that turned out to be no quotation, numbers depths, and sets the flags of tokens. */
static void settle(pairing *w)
{
    lgm_token *const t = w->doc->tokens;
    size_t n = w->first;
    uint32_t ends[MAX_DEPTH + 1];
    unsigned depth = 0;
    for (size_t i = w->first; i < w->quotes.n; i++) {
        lgm_quote q = w->quotes.at[i];
        if (q.depth == DROPPED) continue;
        while (depth > 0 && ends[depth - 1] <= q.tokens.start) depth--;
        q.depth = (uint8_t)depth;
        ends[depth++] = q.tokens.end + 1;
        if (q.open != LGM_NONE) t[q.open].flags |= LGM_TOK_OPEN;
        if (q.close != LGM_NONE) t[q.close].flags |= LGM_TOK_CLOSE;
        for (uint32_t k = q.tokens.start; k < q.tokens.end; k++) t[k].flags |= LGM_TOK_QUOTED;
        w->quotes.at[n++] = q;
    }
    w->quotes.n = n;
}

/* What is left of the apostrophes after an "s" is a possessive: a word of the token before. */
static void join_possessives(pairing *w)
{
    lgm_token *const t = w->doc->tokens;
    for (size_t i = 0; i < w->marks.n; i++) {
        const lgm_mark *const m = &w->marks.at[i];
        if (m->family != LGM_MARK_SINGLE || m->side != LGM_SIDE_EITHER || !after_s(w, m)) continue;
        if ((t[m->token].flags & (LGM_TOK_OPEN | LGM_TOK_CLOSE)) == 0)
            t[m->token].flags |= LGM_TOK_JOINED;
    }
}

/* The quote that is open at the end of the paragraph goes on where the next one opens anew. */
static void link_paragraphs(pairing *w, uint32_t last, uint8_t family)
{
    if (w->running != LGM_NONE && w->quotes.n > w->first) {
        const lgm_quote *const q = &w->quotes.at[w->first];
        const lgm_mark *const m = w->marks.n > 0 ? &w->marks.at[0] : NULL;
        if (q->open == w->par.start && m != NULL && m->family == w->running_family)
            w->quotes.at[w->running].next = (uint32_t)w->first;
    }
    w->running = last;
    w->running_family = family;
}

static bool pair_paragraph(pairing *w)
{
    if (!find_marks(w)) return false;
    w->first = w->quotes.n;
    for (uint32_t i = 0; i < w->marks.n && !w->full; i++) {
        if (w->marks.at[i].family == LGM_MARK_SINGLE)
            take_single(w, i);
        else
            take_plain(w, i);
    }
    const uint32_t open = w->depth > 0 ? w->quotes.at[w->open[0]].open : LGM_NONE;
    const uint8_t family = w->depth > 0 ? w->family[0] : LGM_MARK_NONE;
    unwind(w, 0, w->par.end);
    settle(w);
    join_possessives(w);
    uint32_t last = LGM_NONE;
    for (size_t i = w->quotes.n; i > w->first && open != LGM_NONE; i--)
        if (w->quotes.at[i - 1].open == open) last = (uint32_t)i - 1;
    link_paragraphs(w, last, family);
    return !w->full;
}

/* Longest line in bytes. Where lines are longer, they were not wrapped: each is a paragraph. */
enum { WRAP_MAX = 160 };
static bool lines_are_paragraphs(const lgm_doc *doc)
{
    uint32_t from = 0;
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        if (doc->tokens[i].flags & LGM_TOK_LINE) from = doc->tokens[i].start;
        if (doc->tokens[i].end - from > WRAP_MAX) return true;
    }
    return false;
}

lgm_status lgm_text_quotes(lgm_doc *doc, lgm_err *err)
{
    pairing w = {.doc = doc, .running = LGM_NONE};
    const unsigned ends = LGM_TOK_PAR | (lines_are_paragraphs(doc) ? LGM_TOK_LINE : 0);
    uint32_t p = 0;
    while (p < doc->n_tokens) {
        uint32_t end = p + 1;
        while (end < doc->n_tokens && !(doc->tokens[end].flags & ends)) end++;
        w.par = (lgm_tokspan){p, end};
        if (!pair_paragraph(&w)) return lgm_arena_fail(doc->arena, err);
        p = end;
    }
    doc->quotes = w.quotes.at;
    doc->n_quotes = (uint32_t)w.quotes.n;
    return LGM_OK;
}
