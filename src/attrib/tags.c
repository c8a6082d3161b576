/*
 * tags.c - fragments of each piece: BIOES tags by exact Viterbi, and quotations that got no tag.
 *
 * Tags are generous: a fragment that is a little less likely than none is taken all the same. What
 * no claim has a use for is dropped later, when links and confidence are known (link.c, gather.c).
 *
 * A quotation that reads as speech (cueless.c) and that the tags leave out becomes a content
 * fragment before the links are scored: where a cue stands by it, the network finds it as it would
 * for any other. Its probability is what the posterior leaves for other tags than the chosen ones.
 */
#include "attrib/frags.h"
#include "nn/crf.h"
#include "nn/head.h"

/* In the training part of PolNeAR 5,182 of 5,206 quotations of five words and more hold no boundary
 * of a fragment; the logarithm of what is left. */
static const float BOUNDARY_INSIDE = 5.0f;

/* What a label that starts a fragment scores on top: chosen on the held-out part of PolNeAR's
 * training documents, where 0.3 to 0.7 do equally well once claims are chosen by confidence. */
static const float GENEROUS = 0.5f;

typedef struct work { /* for the longest piece */
    float *emit, *prob;
    uint8_t *path;
    void *crf, *odds;
} work;

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static lgm_status make_work(const lgm_attrib_head *h, const lgm_frags *set, lgm_arena *scratch,
                            work *w, lgm_err *err)
{
    size_t n = 0;
    for (size_t i = 0; i < set->pieces.n; i++)
        n = larger(n, set->pieces.at[i].at.end - set->pieces.at[i].at.start);
    const size_t crf = larger(lgm_nn_crf_scratch_bytes(n, h->n_labels),
                              lgm_nn_crf_posterior_bytes(n, h->n_labels));
    w->emit = lgm_arena_aligned(scratch, 64, n * h->tag.n_pad * sizeof(float));
    w->prob = lgm_arena_alloc(scratch, n * sizeof(float));
    w->path = lgm_arena_alloc(scratch, n);
    w->crf = lgm_arena_aligned(scratch, 64, crf);
    w->odds = lgm_arena_aligned(scratch, 64, lgm_nn_crf_odds_bytes(h->n_labels));
    if (!w->emit || !w->prob || !w->path || !w->crf || !w->odds)
        return lgm_arena_fail(scratch, err);
    lgm_nn_crf_odds(h->trans, h->n_labels, w->odds);
    return LGM_OK;
}

/* Makes labels that start or end a fragment at this token less likely. */
static void discourage(const lgm_attrib_head *h, float *emit, bool starts, bool ends)
{
    for (uint32_t l = 0; l < h->n_labels; l++) {
        const char kind = h->label[l].kind;
        if (kind == 'S' ? starts || ends : (kind == 'B' && starts) || (kind == 'E' && ends))
            emit[l] -= BOUNDARY_INSIDE;
    }
}

/* A quotation with both marks is of one role from mark to mark, or of none; *quote is a cursor. */
static void keep_quotations_whole(const lgm_attrib_head *h, const lgm_doc *doc, lgm_tokspan at,
                                  uint32_t *quote, float *emit)
{
    for (; *quote < doc->n_quotes && doc->quotes[*quote].tokens.start < at.end; ++*quote) {
        const lgm_quote *const q = &doc->quotes[*quote];
        if (q->depth > 0 || q->open == LGM_NONE || q->close == LGM_NONE) continue;
        if (q->open < at.start || q->close >= at.end) continue;
        for (uint32_t t = q->open; t <= q->close; t++)
            discourage(h, emit + (size_t)(t - at.start) * h->tag.n_pad, t > q->open, t < q->close);
    }
}

static void be_generous(const lgm_attrib_head *h, float *emit, size_t n)
{
    for (uint32_t l = 0; l < h->n_labels; l++) {
        if (h->label[l].kind != 'B' && h->label[l].kind != 'S') continue;
        for (size_t t = 0; t < n; t++) emit[t * h->tag.n_pad + l] += GENEROUS;
    }
}

static void decode(const lgm_attrib_head *h, const lgm_kernels *kernels, const lgm_doc *doc,
                   lgm_tokspan at, uint32_t *quote, work *w)
{
    const size_t n = at.end - at.start;
    const lgm_linear *const l = &h->tag;
    lgm_nn_head_scores(l, kernels, doc, at.start, (uint32_t)n, w->emit);
    be_generous(h, w->emit, n);
    keep_quotations_whole(h, doc, at, quote, w->emit);
    lgm_attrib_quoted(h, doc, at, w->emit);
    lgm_attrib_unnamed(h, doc, at, w->emit);
    lgm_nn_crf_viterbi(w->emit, l->n_pad, n, h->n_labels, h->trans, w->path, w->crf);
}

/* The end of the fragment that starts at path[at]; holds for any path, well-formed or not. */
static size_t end_of(const lgm_attrib_head *h, const uint8_t *path, size_t n, size_t at)
{
    const uint8_t role = h->label[path[at]].role;
    char kind = h->label[path[at]].kind;
    while (++at < n && (kind == 'B' || kind == 'I')) {
        const lgm_attrib_label next = h->label[path[at]];
        if (next.role != role || (next.kind != 'I' && next.kind != 'E')) break;
        kind = next.kind;
    }
    return at;
}

static bool push(lgm_arena *scratch, lgm_frags *set, lgm_tokspan at, uint8_t role, float prob)
{
    return lgm_vec_push(scratch, &set->frags, (lgm_frag){at, LGM_NONE, prob, 1.0f, role, NULL});
}

/* Is [from, to) of the path without a tag? */
static bool untagged(const lgm_attrib_head *h, const uint8_t *path, size_t from, size_t to)
{
    while (from < to && h->label[path[from]].kind == 'O') from++;
    return from == to;
}

typedef struct quote_cursor {
    uint32_t quote;   /* the outermost one at or after the token in hand */
    uint32_t awaited; /* the one that goes on with an earlier one, or LGM_NONE */
} quote_cursor;

static const lgm_quote *quote_at(const lgm_doc *doc, uint32_t token, quote_cursor *at)
{
    for (; at->quote < doc->n_quotes; at->quote++) {
        const lgm_quote *const q = &doc->quotes[at->quote];
        if (q->depth > 0) continue;
        if (lgm_attrib_with_marks(q).start >= token) return q;
        if (q->next != LGM_NONE) at->awaited = q->next;
    }
    return NULL;
}

/* The quotation at token `t` of the piece, if it is speech that no tag touches. One that runs over
 * paragraphs is speech. */
static bool speech_at(const lgm_attrib_head *h, const lgm_doc *doc, const lgm_piece *p,
                      const uint8_t *path, uint32_t t, quote_cursor *cursor, lgm_tokspan *out)
{
    const lgm_quote *const q = quote_at(doc, t, cursor);
    if (q == NULL) return false;
    const lgm_tokspan at = lgm_attrib_with_marks(q);
    if (at.start != t || at.end > p->at.end) return false;
    if (!untagged(h, path, t - p->at.start, at.end - p->at.start)) return false;
    const bool runs_on = (q->next != LGM_NONE || cursor->quote == cursor->awaited) &&
                         lgm_attrib_count(doc, q->tokens).words > 0;
    if (!runs_on && !lgm_attrib_is_speech(doc, q)) return false;
    *out = at;
    return true;
}

/* Fragments of one piece with prob 1 for tagged ones and 0 for quotations. */
static lgm_status collect(const lgm_attrib_head *h, lgm_arena *scratch, const lgm_doc *doc,
                          lgm_piece *p, const uint8_t *path, quote_cursor *quote, lgm_frags *set,
                          lgm_err *err)
{
    const uint32_t n = p->at.end - p->at.start;
    p->first = (uint32_t)set->frags.n;
    for (uint32_t i = 0; i < n;) {
        lgm_tokspan at = {p->at.start + i, p->at.start + i + 1};
        bool ok = true;
        if (h->label[path[i]].kind != 'O') {
            at.end = p->at.start + (uint32_t)end_of(h, path, n, i);
            ok = push(scratch, set, at, h->label[path[i]].role, 1.0f);
        } else if (h->keep_cueless &&
                   (doc->tokens[at.start].flags & (LGM_TOK_OPEN | LGM_TOK_QUOTED)) &&
                   speech_at(h, doc, p, path, at.start, quote, &at)) {
            ok = push(scratch, set, at, LGM_ROLE_CONTENT, 0.0f);
        }
        if (!ok) return lgm_arena_fail(scratch, err);
        i = at.end - p->at.start;
    }
    p->end = (uint32_t)set->frags.n;
    return LGM_OK;
}

/* Replaces the marks of collect by probabilities. */
static void judge(const lgm_attrib_head *h, const lgm_piece *p, work *w, lgm_frags *set)
{
    if (p->first == p->end) return;
    const size_t n = p->at.end - p->at.start, edge = h->n_labels;
    lgm_nn_crf_posterior(w->emit, h->tag.n_pad, n, h->n_labels, w->odds, edge, edge, w->path,
                         w->prob, w->crf);
    for (uint32_t i = p->first; i < p->end; i++) {
        lgm_frag *const f = &set->frags.at[i];
        double sum = 0;
        for (uint32_t t = f->at.start; t < f->at.end; t++) sum += (double)w->prob[t - p->at.start];
        const float mean = (float)(sum / (f->at.end - f->at.start));
        f->prob = f->prob > 0 ? mean : 1.0f - mean;
    }
}

/* Does a bracket that opens in the fragment close right behind it? */
static bool lacks_bracket(const lgm_doc *doc, const lgm_frag *f)
{
    int32_t open = 0;
    if (!lgm_slice_eq(lgm_doc_form(doc, f->at.end), LGM_SLICE(")"))) return false;
    for (uint32_t t = f->at.start; t < f->at.end; t++) {
        const lgm_slice w = lgm_doc_form(doc, t);
        open += lgm_slice_eq(w, LGM_SLICE("(")) - lgm_slice_eq(w, LGM_SLICE(")"));
    }
    return open > 0;
}

/* "a trade agreement (FTA)": the last bracket looks like what comes behind a content. And none
 * opens at its end. */
static void close_brackets(const lgm_doc *doc, const lgm_piece *p, lgm_frags *set)
{
    for (uint32_t i = p->first; i < p->end; i++) {
        lgm_frag *const f = &set->frags.at[i];
        const uint32_t until = i + 1 < p->end ? f[1].at.start : p->at.end;
        if (f->at.end < until && lacks_bracket(doc, f)) f->at.end++;
        const bool opens = lgm_slice_eq(lgm_doc_form(doc, f->at.end - 1), LGM_SLICE("("));
        if (opens && f->at.end - f->at.start > 1) f->at.end--;
    }
}

lgm_status lgm_attrib_tags(const lgm_attrib_head *head, const lgm_kernels *kernels,
                           lgm_arena *scratch, const lgm_doc *doc, lgm_frags *set, lgm_err *err)
{
    work w;
    quote_cursor quote = {0, LGM_NONE};
    uint32_t to_mark = 0;
    lgm_status st = make_work(head, set, scratch, &w, err);
    for (size_t i = 0; st == LGM_OK && i < set->pieces.n; i++) {
        lgm_piece *const p = &set->pieces.at[i];
        decode(head, kernels, doc, p->at, &to_mark, &w);
        st = collect(head, scratch, doc, p, w.path, &quote, set, err);
        if (st == LGM_OK) judge(head, p, &w, set);
        if (st == LGM_OK) close_brackets(doc, p, set);
    }
    return st;
}
