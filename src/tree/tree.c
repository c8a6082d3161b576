/* tree.c - classes of words, chains of children and yields, each in one pass. */
#include "tree/tree.h"

#include <assert.h>
#include <string.h>

#include "legomena/kinds.h"

/* ---- classes -------------------------------------------------------------------------------- */

/* The labels of a model are few, so each address is looked up once. */

enum { MEMO = 128 };
typedef struct memo {
    const char *at[MEMO];
    uint8_t is[MEMO];
    const char *const *names;
    uint8_t n;
} memo;

static uint8_t number_of(const memo *m, const char *label)
{
    const size_t len = strcspn(label, ":");
    for (uint8_t i = 0; i < m->n; i++)
        if (strlen(m->names[i]) == len && memcmp(m->names[i], label, len) == 0) return i;
    return m->n;
}

static uint8_t class_of(memo *m, const char *label)
{
    if (!label) return m->n;
    const size_t slot = (size_t)(((uintptr_t)label * 0x9e3779b97f4a7c15ull) >> 57);
    if (m->at[slot] != label) {
        m->at[slot] = label;
        m->is[slot] = number_of(m, label);
    }
    return m->is[slot];
}

static void classify(lgm_trees *t)
{
    static const char *const upos[] = {
#define NAME(name) #name,
        LGM_TREE_UPOS(NAME)
    };
    static const char *const rels[] = {LGM_TREE_RELS(NAME)
#undef NAME
    };
    const lgm_doc *const doc = t->doc;
    memo u = {.names = upos, .n = LGM_COUNT(upos)}, r = {.names = rels, .n = LGM_COUNT(rels)};
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        t->upos[i] = class_of(&u, lgm_doc_upos(doc, i));
        t->rel[i] = class_of(&r, lgm_doc_rel(doc, i));
        const uint8_t p = t->upos[i];
        const bool closed = p == LGM_UPOS_PRON || p == LGM_UPOS_DET || p == LGM_UPOS_ADV ||
                            p == LGM_UPOS_NUM || p == LGM_UPOS_ADJ || p == LGM_UPOS_SCONJ;
        t->word[i] = closed ? lgm_tree_pronoun(lgm_doc_form(doc, i)) : LGM_PRO_NONE;
    }
}

/* ---- trees ----------------------------------------------------------------------------------- */

static uint32_t parent_in(const lgm_trees *t, lgm_tokspan sent, uint32_t i)
{
    const uint32_t h = t->doc->head[i];
    return h >= sent.start && h < sent.end && h != i ? h : LGM_NONE;
}

static void chain_children(lgm_trees *t, lgm_tokspan sent)
{
    for (uint32_t i = sent.start; i < sent.end; i++) t->node[i] = (lgm_tree_node){.last = 1};
    for (uint32_t i = sent.start; i < sent.end; i++) {
        const uint32_t h = parent_in(t, sent, i);
        if (h == LGM_NONE || h < i) continue;
        const uint32_t out = lgm_tree_left(t, h);
        if (out != LGM_NONE) t->node[i].next = (int16_t) - (int32_t)(i - out);
        t->node[h].left = (uint16_t)(h - i);
    }
    for (uint32_t i = sent.end; i-- > sent.start;) {
        const uint32_t h = parent_in(t, sent, i);
        if (h == LGM_NONE || h > i) continue;
        const uint32_t out = lgm_tree_right(t, h);
        if (out != LGM_NONE) t->node[i].next = (int16_t)(out - i);
        t->node[h].right = (uint16_t)(i - h);
    }
}

/* Yields from the leaves up. `open` counts the children that have not reported yet; both arrays are
 * of one sentence. */
static void find_yields(lgm_trees *t, lgm_tokspan sent, uint32_t *open, uint32_t *stack)
{
    uint32_t n = 0;
    for (uint32_t i = sent.start; i < sent.end; i++) open[i - sent.start] = 0;
    for (uint32_t i = sent.start; i < sent.end; i++) {
        const uint32_t h = parent_in(t, sent, i);
        if (h != LGM_NONE) open[h - sent.start]++;
    }
    for (uint32_t i = sent.start; i < sent.end; i++)
        if (open[i - sent.start] == 0) stack[n++] = i;
    while (n > 0) {
        const uint32_t i = stack[--n], h = parent_in(t, sent, i);
        if (h == LGM_NONE) continue;
        const uint32_t first = lgm_tree_first(t, i), last = lgm_tree_last(t, i);
        if (first < lgm_tree_first(t, h)) t->node[h].first = (uint16_t)(h - first);
        if (last > lgm_tree_last(t, h)) t->node[h].last = (uint16_t)(last - h);
        if (--open[h - sent.start] == 0) stack[n++] = h;
    }
}

static void mark_regions(lgm_trees *t)
{
    const lgm_doc *const doc = t->doc;
    uint32_t par = 0;
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        par += (doc->tokens[i].flags & (LGM_TOK_PAR | LGM_TOK_LINE)) != 0;
        lgm_tree_numbers_set(&t->par, i, par);
    }
    for (uint32_t s = 0; s < doc->n_sents; s++)
        for (uint32_t i = doc->sents[s].start; i < doc->sents[s].end; i++)
            lgm_tree_numbers_set(&t->sent, i, s);
    for (uint32_t k = 0; k < doc->n_names; k++)
        for (uint32_t i = doc->names[k].tokens.start; i < doc->names[k].tokens.end; i++)
            lgm_tree_numbers_set(&t->name, i, k);
    for (uint32_t q = 0, outermost = 0; q < doc->n_quotes; q++) {
        const lgm_quote *const in = &doc->quotes[q];
        if (in->depth > 0) continue; /* one may have hundreds of these: its number stays near */
        for (uint32_t i = in->tokens.start; i < in->tokens.end; i++)
            lgm_tree_numbers_set(&t->quote, i, outermost);
        outermost++;
    }
}

static uint32_t longest_sentence(const lgm_doc *doc)
{
    uint32_t longest = 0;
    for (uint32_t s = 0; s < doc->n_sents; s++) {
        const uint32_t n = doc->sents[s].end - doc->sents[s].start;
        longest = n > longest ? n : longest;
    }
    return longest;
}

bool lgm_tree_make(lgm_trees *t, lgm_arena *scratch, const lgm_doc *doc)
{
    const size_t n = doc->n_tokens, words = longest_sentence(doc) * sizeof(uint32_t);
    lgm_tree_numbers *const numbers[] = {&t->sent, &t->par, &t->name, &t->quote};
    *t = (lgm_trees){.doc = doc,
                     .upos = lgm_arena_alloc(scratch, n),
                     .rel = lgm_arena_alloc(scratch, n),
                     .word = lgm_arena_alloc(scratch, n),
                     .node = lgm_arena_alloc(scratch, n * sizeof *t->node)};
    bool ok = t->upos && t->rel && t->word && t->node;
    for (size_t i = 0; i < LGM_COUNT(numbers) && ok; i++)
        ok = lgm_tree_numbers_make(numbers[i], doc->n_tokens, scratch);
    if (!ok) return false;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    uint32_t *const open = lgm_arena_alloc(scratch, words), *const stack =
                                                                lgm_arena_alloc(scratch, words);
    ok = open && stack;
    if (ok) {
        classify(t);
        mark_regions(t);
        for (uint32_t s = 0; s < doc->n_sents; s++) {
            assert(doc->sents[s].end - doc->sents[s].start <= INT16_MAX);
            chain_children(t, doc->sents[s]);
            find_yields(t, doc->sents[s], open, stack);
        }
        lgm_arena_rewind(scratch, mark);
    }
    return ok;
}

/* ---- kin ------------------------------------------------------------------------------------- */

static uint32_t with_relation(const lgm_trees *t, uint32_t child, uint8_t rel)
{
    while (child != LGM_NONE && t->rel[child] != rel) child = lgm_tree_next(t, child);
    return child;
}

uint32_t lgm_tree_left_child(const lgm_trees *t, uint32_t head, uint8_t rel)
{
    return with_relation(t, lgm_tree_left(t, head), rel);
}

uint32_t lgm_tree_right_child(const lgm_trees *t, uint32_t head, uint8_t rel)
{
    return with_relation(t, lgm_tree_right(t, head), rel);
}

uint32_t lgm_tree_child(const lgm_trees *t, uint32_t head, uint8_t rel)
{
    const uint32_t left = lgm_tree_left_child(t, head, rel);
    return left != LGM_NONE ? left : lgm_tree_right_child(t, head, rel);
}

bool lgm_tree_is_below(const lgm_trees *t, const lgm_parts *words, uint32_t token, int steps)
{
    for (; steps > 0 && token != LGM_NONE; steps--, token = t->doc->head[token])
        if (lgm_parts_have(words, token)) return true;
    return false;
}

lgm_tokspan lgm_tree_around(const lgm_trees *t, uint32_t token, uint32_t reach)
{
    lgm_tokspan s = lgm_tree_sentence(t, token);
    if (token - s.start > reach) s.start = token - reach;
    if (s.end - token > reach) s.end = token + reach;
    return s;
}

/* ---- names in trees -------------------------------------------------------------------------- */

bool lgm_tree_heads_name(const lgm_trees *t, uint32_t i)
{
    const uint32_t h = t->doc->head[i];
    return lgm_tree_name(t, i) != LGM_NONE &&
           (h == LGM_NONE || lgm_tree_name(t, h) != lgm_tree_name(t, i));
}

static bool has_case(const lgm_trees *t, uint32_t i)
{
    for (uint32_t c = lgm_tree_left(t, i); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_case || t->rel[c] == LGM_REL_cc) return true;
    return false;
}

bool lgm_tree_is_titled(const lgm_trees *t, uint32_t branch)
{
    switch (t->rel[branch]) {
    case LGM_REL_flat:
    case LGM_REL_appos:
    case LGM_REL_compound:
    case LGM_REL_nmod:
    case LGM_REL_dep: break;
    default: return false;
    }
    return lgm_tree_heads_name(t, branch) &&
           t->doc->names[lgm_tree_name(t, branch)].type == LGM_ENTITY_PER && !has_case(t, branch);
}

/* Does a preposition of these words lead to the token, with another of them before it? */
static bool is_led_to(const lgm_doc *doc, const lgm_parts *words, uint32_t token)
{
    enum { LOOK = 6 }; /* tokens: "in the eastern port of", and no further */
    if (!doc->upos.of || !doc->rel.of) return false;
    for (uint32_t k = token; k-- > 1 && token - k <= LOOK && lgm_parts_have(words, k - 1);)
        if (doc->head[k] == token && lgm_doc_upos(doc, k) &&
            strcmp(lgm_doc_upos(doc, k), "ADP") == 0 && lgm_doc_rel(doc, k) &&
            strcmp(lgm_doc_rel(doc, k), "case") == 0)
            return true;
    return false;
}

bool lgm_tree_is_loose(const lgm_doc *doc, const lgm_parts *words, uint32_t token)
{
    return doc->head[token] == LGM_NONE || !lgm_parts_have(words, doc->head[token]);
}

/* In "LIMA, Peru - Police in Cusco said" trees hang Cusco on Lima. */
bool lgm_tree_is_top(const lgm_doc *doc, const lgm_parts *words, uint32_t token)
{
    return lgm_tree_is_loose(doc, words, token) && !is_led_to(doc, words, token);
}

uint32_t lgm_tree_name_of(const lgm_trees *t, const lgm_parts *words)
{
    for (uint32_t i = 0; i < words->n; i++)
        for (uint32_t k = words->at[i].start; k < words->at[i].end; k++) {
            if (!lgm_tree_is_top(t->doc, words, k)) continue;
            if (lgm_tree_name(t, k) != LGM_NONE) return lgm_tree_name(t, k);
            for (uint32_t c = lgm_tree_right(t, k); c != LGM_NONE; c = lgm_tree_next(t, c))
                if (lgm_tree_is_titled(t, c) && lgm_parts_have(words, c))
                    return lgm_tree_name(t, c);
        }
    return LGM_NONE;
}
