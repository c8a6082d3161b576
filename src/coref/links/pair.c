/* pair.c - what is compared of two mentions, and what tells that one is new. */
#include "coref/links/pair.h"

enum { PERSON_I, PERSON_YOU, PERSON_WE, PERSON_THIRD, PERSON_NONE, N_PERSONS };
enum { CLASS_PRONOUN, CLASS_NAME, CLASS_NOMINAL, N_CLASSES };

static uint32_t person(const lgm_coref_mention *m)
{
    switch (m->make) {
    case LGM_MAKE_I: return PERSON_I;
    case LGM_MAKE_YOU: return PERSON_YOU;
    case LGM_MAKE_WE: return PERSON_WE;
    case LGM_MAKE_HE:
    case LGM_MAKE_SHE:
    case LGM_MAKE_IT:
    case LGM_MAKE_THEY: return PERSON_THIRD;
    default: return PERSON_NONE;
    }
}

static uint32_t class_of(const lgm_coref_mention *m)
{
    if (m->make >= LGM_MAKE_I) return CLASS_PRONOUN;
    return m->make <= LGM_MAKE_PROPER ? CLASS_NAME : CLASS_NOMINAL;
}

/* Names, definite descriptions, other descriptions, pronouns. */
static uint32_t kind_of(const lgm_coref_mention *m)
{
    if (m->make >= LGM_MAKE_I) return 3;
    if (m->make <= LGM_MAKE_PROPER) return 0;
    return m->make == LGM_MAKE_DEF || m->make == LGM_MAKE_DEM || m->make == LGM_MAKE_POSS ? 1 : 2;
}

/* Up to 1, 2, 3, 4, 7, 11, 16, 24, 48 mentions, and more. */
static uint32_t far(uint32_t mentions)
{
    static const uint8_t NEAR[25] = {0, 0, 1, 2, 3, 4, 4, 4, 5, 5, 5, 5, 6,
                                     6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7};
    return mentions < LGM_COUNT(NEAR) ? NEAR[mentions] : mentions <= 48 ? 8 : 9;
}

static uint32_t sentences_apart(uint32_t n)
{
    static const uint32_t UP_TO[] = {0, 1, 2, 3, 6, 12};
    return lgm_coref_bucket(n, UP_TO, LGM_COUNT(UP_TO));
}

static uint64_t own_bit(const lgm_coref_mention *m)
{
    return 1ull << (m->lemma & 63);
}

/* How the words compare; a word is a bit in `content`, so a rare pair counts as sharing one. */
static uint32_t likeness(const lgm_coref_linker *l, uint32_t i, uint32_t ante)
{
    const lgm_coref_mention *const a = &l->at[i], *const b = &l->at[ante];
    const lgm_coref_wording x = l->wording[i], y = l->wording[ante];
    if (x.words == y.words) return 7;
    if (a->lemma == b->lemma) {
        if ((x.content & ~y.content) == 0) return 6;
        return (y.content & ~x.content) == 0 ? 5 : 4;
    }
    if (y.content & own_bit(a)) return 3;
    if (x.content & own_bit(b)) return 2;
    return x.content & y.content ? 1 : 0;
}

static bool within(const lgm_coref_mention *inner, const lgm_coref_mention *outer)
{
    return inner->span.start >= outer->span.start && inner->span.end <= outer->span.end;
}

/* In the tree: nested, in apposition, said of one another, in one clause. */
static uint32_t relation(const lgm_trees *t, const lgm_coref_mention *a, const lgm_coref_mention *b)
{
    const uint32_t ha = t->doc->head[a->head], hb = t->doc->head[b->head];
    const uint8_t ra = t->rel[a->head], rb = t->rel[b->head];
    if (ha == b->head && ra == LGM_REL_appos) return 1;
    if (hb == a->head && rb == LGM_REL_nsubj) return 2;
    if (ha == b->head && ra == LGM_REL_nsubj) return 2;
    if (ha == b->head && ra == LGM_REL_conj) return 3;
    if (within(a, b)) return 4;
    if (within(b, a)) return 5;
    if (ha != LGM_NONE && ha == hb) return 6;
    return lgm_tree_sent(t, a->head) == lgm_tree_sent(t, b->head) ? 7 : 0;
}

static uint32_t name_type(const lgm_trees *t, const lgm_coref_mention *m)
{
    return m->name == LGM_NONE ? 0 : 1 + (t->doc->names[m->name].type % 7u);
}

static uint32_t groups(const lgm_coref_mention *a, const lgm_coref_mention *b)
{
    if (a->group == LGM_NONE || b->group == LGM_NONE) return 0;
    return a->group == b->group ? 1 : 2;
}

static uint32_t quotes(const lgm_trees *t, const lgm_coref_mention *a, const lgm_coref_mention *b)
{
    const uint32_t qa = lgm_tree_quote(t, a->head), qb = lgm_tree_quote(t, b->head);
    if (qa == LGM_NONE) return qb == LGM_NONE ? 0 : 1;
    if (qb == LGM_NONE) return 2;
    if (qa == qb) return 3;
    return lgm_tree_par(t, a->head) == lgm_tree_par(t, b->head) ? 4 : 5;
}

static bool is_source(const lgm_coref_linker *l, const lgm_coref_mention *said,
                      const lgm_coref_mention *by)
{
    const uint32_t c = l->content[said->head];
    if (c == LGM_NONE) return false;
    const lgm_parts *const s = &l->t->doc->claims[c].source;
    for (uint32_t i = 0; i < s->n; i++)
        if (by->span.start >= s->at[i].start && by->head < s->at[i].end) return true;
    return false;
}

static uint32_t speech(const lgm_coref_linker *l, const lgm_coref_mention *a,
                       const lgm_coref_mention *b)
{
    return is_source(l, a, b) ? 1 : is_source(l, b, a) ? 2 : 0;
}

static uint32_t least(uint32_t x, uint32_t most)
{
    return x < most ? x : most;
}

void lgm_coref_first_rows(const lgm_coref_linker *l, uint32_t i, uint32_t ante,
                          uint32_t row[LGM_N_FIRST_FEATURES])
{
    const lgm_coref_mention *const a = &l->at[i], *const b = &l->at[ante];
    row[0] = class_of(a) * 10 + far(i - ante);
    row[1] = 30 + kind_of(a) * 8 + likeness(l, i, ante);
    row[2] = 30 + 32 + (uint32_t)a->make * LGM_N_MAKES + b->make;
    row[3] = 30 + 32 + LGM_N_MAKES * LGM_N_MAKES + groups(a, b);
}

void lgm_coref_pair_rows(const lgm_coref_linker *l, uint32_t i, uint32_t ante, uint32_t *row)
{
    static const uint32_t WIDTH[] = {
#define WIDTH_OF(n) n,
        LGM_COREF_PAIR_FEATURES(WIDTH_OF)};
    const lgm_trees *const t = l->t;
    const lgm_coref_mention *const a = &l->at[i], *const b = &l->at[ante];
    const uint32_t who = person(a), class = class_of(a), how = relation(t, a, b);
    const uint32_t apart = lgm_tree_sent(t, a->head) - lgm_tree_sent(t, b->head);
    const uint32_t value[LGM_N_PAIR_FEATURES - LGM_N_FIRST_FEATURES] = {
        class * 7 + sentences_apart(apart),
        class * 8 + how,
        name_type(t, a) * 8 + name_type(t, b),
        who * 6 + quotes(t, a, b),
        a->number * 3u + b->number,
        a->type * 17u + b->type,
        a->role * 6u + b->role,
        who * 4 + least(lgm_tree_par(t, a->head) - lgm_tree_par(t, b->head), 3),
        (a->reflexive ? 3u : 0) + (how == 6     ? 2
                                   : apart == 0 ? 1
                                                : 0),
        who * 3 + speech(l, a, b)};
    lgm_coref_first_rows(l, i, ante, row);
    for (uint32_t k = LGM_N_FIRST_FEATURES, base = LGM_COREF_FIRST_ROWS; k < LGM_N_PAIR_FEATURES;
         k++) {
        row[k] = base + value[k - LGM_N_FIRST_FEATURES];
        base += WIDTH[k];
    }
}

void lgm_coref_add_first_scores(const lgm_coref_linker *l, const float *flat, uint32_t i,
                                const uint32_t *at, uint32_t n, float *score)
{
    const lgm_coref_mention *const a = &l->at[i];
    const float *const by_far = flat + class_of(a) * 10;
    const float *const by_likeness = flat + 30 + kind_of(a) * 8;
    const float *const by_make = flat + 30 + 32 + (size_t)a->make * LGM_N_MAKES;
    const float *const by_group = flat + 30 + 32 + LGM_N_MAKES * LGM_N_MAKES;
    for (uint32_t c = 0; c < n; c++) {
        const lgm_coref_mention *const b = &l->at[at[c]];
        score[c] += by_far[far(i - at[c])];
        score[c] += by_likeness[likeness(l, i, at[c])];
        score[c] += by_make[b->make];
        score[c] += by_group[groups(a, b)];
    }
}

/* But "an Israeli source" is another than the government source before it, and "a witness" is not
 * the witnesses. A headline says "official" first. */
bool lgm_coref_repeats(const lgm_coref_linker *l, uint32_t i, uint32_t ante)
{
    const lgm_coref_mention *const a = &l->at[i], *const b = &l->at[ante];
    if (a->lemma != b->lemma) return false;
    const uint64_t more = l->wording[i].content & ~l->wording[ante].content;
    const bool says_more = more != 0 && b->make != LGM_MAKE_BARE;
    const bool of_several = a->number == 1 && b->number == 2;
    return a->make != LGM_MAKE_INDEF || !(says_more || of_several);
}

bool lgm_coref_is_predicate(const lgm_coref_linker *l, uint32_t i, uint32_t ante)
{
    const uint32_t how = relation(l->t, &l->at[i], &l->at[ante]);
    return how == 1 || how == 2;
}

bool lgm_coref_is_alike(const lgm_coref_linker *l, uint32_t i, uint32_t ante)
{
    return likeness(l, i, ante) >= 2 || lgm_coref_is_predicate(l, i, ante);
}

static uint32_t seen(const uint32_t *prev, uint32_t i, uint32_t most)
{
    uint32_t n = 0;
    for (uint32_t j = prev[i]; j != LGM_NONE && n < most; j = prev[j]) n++;
    return n;
}

void lgm_coref_new_rows(const lgm_coref_linker *l, uint32_t i, uint32_t *row)
{
    static const uint32_t SENTENCES[] = {0, 1, 3, 9, 29};
    static const uint32_t WIDTH[] = {LGM_COREF_NEW_FEATURES(WIDTH_OF)};
#undef WIDTH_OF
    const lgm_coref_mention *const m = &l->at[i];
    const uint32_t value[LGM_N_NEW_FEATURES] = {
        m->make,
        kind_of(m) * 3 + seen(l->prev_lemma, i, 2),
        kind_of(m) * 2 + seen(l->prev_words, i, 1),
        m->group == LGM_NONE ? 0 : 1 + seen(l->prev_group, i, 1),
        m->type,
        lgm_coref_bucket(lgm_tree_sent(l->t, m->head), SENTENCES, LGM_COUNT(SENTENCES))};
    for (uint32_t k = 0, base = 0; k < LGM_N_NEW_FEATURES; base += WIDTH[k++])
        row[k] = base + value[k];
}
