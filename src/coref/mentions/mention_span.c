/*
 * mention_span.c - from the head of a mention to its words.
 *
 * Most of a mention is what hangs on its head, but not all: a preposition before it, the verb of a
 * predicate, a second conjunct stay outside, and a wrong tree hangs on it what is another's. So
 * each branch has a score, and on each side the mention takes the nearest branches up to the point
 * where the sum of scores is highest.
 */
#include "coref/mentions/mention_span.h"

#include <string.h>

#include "base/fold.h"
#include "coref/mentions/features.h"
#include "coref/mentions/source_span.h"
#include "nn/head.h"
#include "tree/shape.h"

enum { GROUP = 64, LONG = 24 };

static const char *const OPENERS[] = {"(", ",", "-", "\"", ":"}; /* how a branch begins */
enum { COMMA = 2 };

static uint32_t opener(const lgm_trees *t, uint32_t child)
{
    const lgm_slice form = lgm_doc_form(t->doc, lgm_tree_first(t, child));
    for (uint32_t i = 0; i < LGM_COUNT(OPENERS); i++)
        if (form.len == 1 && form.ptr[0] == OPENERS[i][0]) return 1 + i;
    return 0;
}

/* Does the branch follow right behind all that hangs on the head? */
static bool follows(const lgm_trees *t, uint32_t head, uint32_t branch)
{
    switch (t->rel[branch]) {
    case LGM_REL_obl:
    case LGM_REL_nmod:
    case LGM_REL_acl:
    case LGM_REL_advcl:
    case LGM_REL_advmod:
    case LGM_REL_xcomp:
    case LGM_REL_ccomp: return lgm_tree_first(t, branch) == lgm_tree_last(t, head);
    default: return false;
    }
}

uint32_t lgm_coref_branches(const lgm_trees *t, const lgm_coref_mention *m, bool right,
                            uint32_t at[LGM_COREF_SPAN_MOST])
{
    const uint32_t head = m->head, parent = t->doc->head[head];
    uint32_t n = 0, c = right ? lgm_tree_right(t, head) : lgm_tree_left(t, head);
    for (; c != LGM_NONE && n < LGM_COREF_SPAN_MOST - 1; c = lgm_tree_next(t, c))
        if (t->rel[c] != LGM_REL_punct) at[n++] = c;
    if (!right || parent == LGM_NONE || parent > head) return n;
    c = lgm_tree_next(t, head);
    if (c != LGM_NONE && follows(t, head, c)) at[n++] = c;
    return n;
}

void lgm_coref_span_rows(const lgm_trees *t, const lgm_coref_mention *m, uint32_t child,
                         uint32_t order, uint32_t *row)
{
    static const uint32_t LENGTHS[] = {1, 2, 4, 8, 16};
    static const uint32_t WIDTH[] = {
#define WIDTH_OF(n) n,
        LGM_COREF_SPAN_FEATURES(WIDTH_OF)};
    const uint32_t side = child > m->head;
    const bool foreign = t->doc->head[child] != m->head;
    const uint32_t value[LGM_N_SPAN_FEATURES] = {
        (foreign ? 4u : m->is_group * 2u + side) * LGM_N_RELS + t->rel[child],
        side * LGM_N_UPOS + t->upos[child],
        t->upos[m->head],
        side * 4 + (order < 3 ? order : 3),
        opener(t, child),
        lgm_coref_bucket(lgm_tree_last(t, child) - lgm_tree_first(t, child), LENGTHS,
                         LGM_COUNT(LENGTHS)),
        m->name == LGM_NONE                  ? 0
        : lgm_tree_name(t, child) == m->name ? 1
                                             : 2};
    for (uint32_t k = 0, base = 0; k < LGM_N_SPAN_FEATURES; base += WIDTH[k++])
        row[k] = base + value[k];
}

static bool has_comma(const lgm_trees *t, uint32_t branch)
{
    const uint32_t first = lgm_tree_first(t, branch);
    return opener(t, branch) == COMMA ||
           (first > 0 && lgm_slice_eq(lgm_doc_form(t->doc, first - 1), LGM_SLICE(",")));
}

static float branch_score(const lgm_coref_head *h, const lgm_trees *t, const lgm_coref_mention *m,
                          uint32_t child, uint32_t order, const float *scores, uint32_t first)
{
    uint32_t row[LGM_N_SPAN_FEATURES];
    if (!scores) return t->doc->head[child] == m->head ? 1 : -1;
    lgm_coref_span_rows(t, m, child, order, row);
    const size_t ld = h->span.n_pad;
    return lgm_coref_sum(scores + (child - first) * ld, scores + (m->head - first) * ld + h->branch,
                         h->span_feat, row, LGM_N_SPAN_FEATURES, h->span_out, h->branch) +
           h->bias[1];
}

/* Is there nothing but punctuation between the span and the branch? A wrong tree may hang on a word
 * an article from the other end of the sentence. */
static bool adjoins(const lgm_trees *t, lgm_tokspan span, uint32_t branch)
{
    const bool right = lgm_tree_first(t, branch) >= span.end;
    const uint32_t from = right ? span.end : lgm_tree_last(t, branch);
    const uint32_t to = right ? lgm_tree_first(t, branch) : span.start;
    for (uint32_t i = from; i < to; i++)
        if (t->upos[i] != LGM_UPOS_PUNCT) return false;
    return true;
}

/* Takes the branches of one side; scores of tokens [first, ...), or NULL for all that hang on
 * it. */
static void take_side(const lgm_coref_head *h, const lgm_trees *t, lgm_coref_mention *m, bool right,
                      const float *scores, uint32_t first)
{
    uint32_t at[LGM_COREF_SPAN_MOST];
    const uint32_t n = lgm_coref_branches(t, m, right, at);
    float sum = 0, best = 0;
    lgm_tokspan span = m->span;
    for (uint32_t i = 0; i < n; i++) {
        if (right && lgm_tree_is_titled(t, at[i]) && has_comma(t, at[i]))
            break; /* [the mayor], [Ada] */
        if (!adjoins(t, span, at[i])) break;
        sum += branch_score(h, t, m, at[i], i, scores, first);
        if (lgm_tree_first(t, at[i]) < span.start) span.start = lgm_tree_first(t, at[i]);
        if (lgm_tree_last(t, at[i]) > span.end) span.end = lgm_tree_last(t, at[i]);
        if (!(sum > best)) continue;
        best = sum;
        m->span = span;
    }
}

/* "And officials", "of the rebels", but "at least two" and "about 50". */
static bool is_link(const lgm_trees *t, uint32_t token)
{
    const uint8_t next = t->word[token + 1];
    if (t->upos[token] == LGM_UPOS_CCONJ) /* "both" links nothing to the words before */
        return lgm_tree_pronoun(lgm_doc_form(t->doc, token)) != LGM_PRO_QUANT;
    return t->upos[token] == LGM_UPOS_ADP && (next == LGM_PRO_THE || next == LGM_PRO_A);
}

/* Commas and the like at either end belong to the sentence, and so does what links it to the words
 * before; an opening mark belongs to what it closes. */
static bool is_loose(const lgm_trees *t, uint32_t token, const lgm_coref_mention *m)
{
    const bool first = token == m->span.start;
    if (first && is_link(t, token)) return true;
    if (t->upos[token] != LGM_UPOS_PUNCT) return false;
    const lgm_slice form = lgm_doc_form(t->doc, token);
    const uint8_t flags = t->doc->tokens[token].flags;
    if (form.len == 1 && strchr(first ? "([{" : ")]}.", form.ptr[0])) return false;
    return !(flags & (first ? LGM_TOK_OPEN : LGM_TOK_CLOSE));
}

static void trim(const lgm_trees *t, lgm_coref_mention *m)
{
    while (m->span.start < m->head && is_loose(t, m->span.start, m)) m->span.start++;
    while (m->span.end - 1 > m->head && is_loose(t, m->span.end - 1, m)) m->span.end--;
}

/* Where a tree takes a sentence for a noun: what stands right behind the noun and is said of it
 * begins the rest of the sentence. Past tenses may be participles, "the woman quoted below", and
 * stay. */
static void cut_predicate(const lgm_trees *t, lgm_coref_mention *m)
{
    const uint32_t next = m->head + 1;
    if (next >= m->span.end || !t->doc->xpos.of) return;
    const char *const x = lgm_doc_xpos(t->doc, next);
    const bool aux =
        t->upos[next] == LGM_UPOS_AUX && strcmp(x, "VBG") != 0 && strcmp(x, "VBN") != 0;
    if (aux || strcmp(x, "VBZ") == 0 || strcmp(x, "VBP") == 0 || strcmp(x, "MD") == 0)
        m->span.end = next;
}

static void take_name(const lgm_doc *doc, lgm_coref_mention *m)
{
    if (m->name == LGM_NONE) return;
    const lgm_tokspan n = doc->names[m->name].tokens;
    if (n.start < m->span.start) m->span.start = n.start;
    if (n.end > m->span.end) m->span.end = n.end;
}

/* Hashes of the words, for comparison. Articles and the possessive are left out. Of a long mention
 * only the words around its head count, and it equals no other. */
lgm_coref_wording lgm_coref_wording_of(const lgm_trees *t, const lgm_coref_mention *m)
{
    const lgm_doc *const doc = t->doc;
    const bool is_long = m->span.end - m->span.start > LONG;
    const uint32_t from =
        is_long && m->head - m->span.start > LONG / 2 ? m->head - LONG / 2 : m->span.start;
    const uint32_t to =
        is_long && m->span.end - m->head > LONG / 2 ? m->head + LONG / 2 : m->span.end;
    lgm_coref_wording w = {.words = lgm_hash64_begin(is_long ? m->head : 1)};
    for (uint32_t i = from; i < to; i++) {
        const lgm_slice form = lgm_doc_form(doc, i);
        const uint8_t pro = t->word[i];
        char lower[96];
        if (pro == LGM_PRO_THE || pro == LGM_PRO_A || pro == LGM_PRO_THIS ||
            lgm_tree_is_possessive(form))
            continue;
        const size_t n = form.len > 64 ? 0 : lgm_fold_lower(form.ptr, form.len, lower);
        w.words = lgm_hash64_add(w.words, lower, n);
        w.words = lgm_hash64_add(w.words, " ", 1);
        const uint8_t p = t->upos[i];
        if (i != m->head && (p == LGM_UPOS_NOUN || p == LGM_UPOS_PROPN || p == LGM_UPOS_ADJ ||
                             p == LGM_UPOS_NUM || p == LGM_UPOS_VERB))
            w.content |= 1ull << (lgm_hash64(5, lower, n) & 63);
    }
    w.words = lgm_hash64_end(w.words);
    return w;
}

bool lgm_coref_find_spans(const lgm_coref_head *h, const lgm_kernels *k, lgm_arena *scratch,
                          const lgm_trees *t, lgm_coref_mentions *all)
{
    const lgm_doc *const doc = t->doc;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    const size_t rows = lgm_nn_head_largest(doc, GROUP);
    float *const scores =
        h->on ? lgm_arena_aligned(scratch, 64, rows * h->span.n_pad * sizeof *scores) : NULL;
    if (h->on && !scores) return false;
    size_t m = 0;
    for (uint32_t s = 0; s < doc->n_sents;) {
        const uint32_t end = lgm_nn_head_group(doc, s, GROUP), first = doc->sents[s].start;
        const uint32_t last = doc->sents[end - 1].end;
        if (h->on) lgm_nn_head_scores(&h->span, k, doc, first, last - first, scores);
        for (; m < all->n && all->at[m].head < last; m++) {
            lgm_coref_mention *const at = &all->at[m];
            take_side(h, t, at, false, scores, first);
            take_side(h, t, at, true, scores, first);
            cut_predicate(t, at);
            trim(t, at);
            take_name(doc, at);
        }
        s = end;
    }
    lgm_coref_extend_sources(t, all);
    lgm_arena_rewind(scratch, mark);
    return true;
}
