/* mention.c - which words may head a mention. */
#include "coref/mentions/mention.h"

#include <string.h>

#include "base/fold.h"
#include "coref/coref.h"
#include "legomena/kinds.h"
#include "phrase/calling.h"

static bool nominal_place(uint8_t rel)
{
    switch (rel) {
    case LGM_REL_nsubj:
    case LGM_REL_obj:
    case LGM_REL_iobj:
    case LGM_REL_obl:
    case LGM_REL_nmod:
    case LGM_REL_appos:
    case LGM_REL_compound:
    case LGM_REL_vocative:
    case LGM_REL_dislocated: return true;
    default: return false;
    }
}

/* Words of other classes are rarely mentions: 1.5 % of GUM's are clauses, 1 % adjectives. */
static bool is_candidate(const lgm_trees *t, uint32_t i)
{
    const uint8_t rel = t->rel[i];
    if (rel == LGM_REL_fixed || rel == LGM_REL_goeswith) return false;
    switch (t->upos[i]) {
    case LGM_UPOS_NOUN:
    case LGM_UPOS_PRON:
    case LGM_UPOS_PROPN: return rel != LGM_REL_flat || lgm_tree_name(t, i) == LGM_NONE;
    case LGM_UPOS_NUM:
    case LGM_UPOS_SYM:
    case LGM_UPOS_X: return rel != LGM_REL_flat;
    case LGM_UPOS_DET: return rel != LGM_REL_det;
    case LGM_UPOS_ADJ: return nominal_place(rel) || rel == LGM_REL_conj || rel == LGM_REL_root;
    case LGM_UPOS_ADV: return t->word[i] == LGM_PRO_PLACE || t->word[i] == LGM_PRO_TIME;
    case LGM_UPOS_VERB: return nominal_place(rel) || rel == LGM_REL_csubj;
    default: return nominal_place(rel) && rel != LGM_REL_compound;
    }
}

static bool is_possessor(const lgm_trees *t, uint32_t child)
{
    if (t->upos[child] == LGM_UPOS_PRON)
        return t->rel[child] == LGM_REL_nmod || t->rel[child] == LGM_REL_det;
    if (t->rel[child] != LGM_REL_nmod) return false;
    for (uint32_t c = lgm_tree_right(t, child); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_case) return true;
    return false;
}

static uint8_t make_of_nominal(const lgm_trees *t, uint32_t i)
{
    uint8_t make = LGM_MAKE_BARE;
    for (uint32_t c = lgm_tree_left(t, i); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        if (is_possessor(t, c)) return LGM_MAKE_POSS;
        if (t->rel[c] != LGM_REL_det) continue;
        switch (t->word[c]) {
        case LGM_PRO_THE: make = LGM_MAKE_DEF; break;
        case LGM_PRO_A: make = LGM_MAKE_INDEF; break;
        case LGM_PRO_THIS:
        case LGM_PRO_THESE: make = LGM_MAKE_DEM; break;
        default: make = LGM_MAKE_QUANT;
        }
    }
    return make;
}

static uint8_t make_of_pronoun(lgm_pronoun word)
{
    switch (word) {
    case LGM_PRO_I: return LGM_MAKE_I;
    case LGM_PRO_YOU: return LGM_MAKE_YOU;
    case LGM_PRO_HE: return LGM_MAKE_HE;
    case LGM_PRO_SHE: return LGM_MAKE_SHE;
    case LGM_PRO_IT: return LGM_MAKE_IT;
    case LGM_PRO_WE: return LGM_MAKE_WE;
    case LGM_PRO_THEY: return LGM_MAKE_THEY;
    case LGM_PRO_THIS: return LGM_MAKE_THIS;
    case LGM_PRO_THESE: return LGM_MAKE_THESE;
    case LGM_PRO_WHO: return LGM_MAKE_WHO;
    case LGM_PRO_WHICH: return LGM_MAKE_WHICH;
    case LGM_PRO_PLACE:
    case LGM_PRO_TIME: return LGM_MAKE_ADVERB;
    default: return LGM_MAKE_OTHER;
    }
}

static uint8_t make_of(const lgm_trees *t, uint32_t i)
{
    switch (t->upos[i]) {
    case LGM_UPOS_PRON:
    case LGM_UPOS_DET:
    case LGM_UPOS_ADV: return make_of_pronoun((lgm_pronoun)t->word[i]);
    case LGM_UPOS_VERB:
    case LGM_UPOS_AUX: return LGM_MAKE_CLAUSE;
    case LGM_UPOS_NUM: return t->word[i] == LGM_PRO_ONE ? LGM_MAKE_OTHER : LGM_MAKE_NUMBER;
    default: break;
    }
    if (lgm_tree_heads_name(t, i)) return LGM_MAKE_NAME;
    return t->upos[i] == LGM_UPOS_PROPN ? LGM_MAKE_PROPER : make_of_nominal(t, i);
}

static uint8_t number_of(const lgm_trees *t, uint32_t i)
{
    const char *const x = lgm_doc_xpos(t->doc, i);
    switch (t->word[i]) {
    case LGM_PRO_WE:
    case LGM_PRO_THEY:
    case LGM_PRO_THESE: return 2;
    case LGM_PRO_I:
    case LGM_PRO_HE:
    case LGM_PRO_SHE:
    case LGM_PRO_IT:
    case LGM_PRO_THIS: return 1;
    default: break;
    }
    if (!x || x[0] != 'N' || x[1] != 'N') return 0;
    return x[strlen(x) - 1] == 'S' ? 2 : 1;
}

enum { ROLE_SUBJECT, ROLE_OBJECT, ROLE_OBLIQUE, ROLE_OF, ROLE_ROOT, ROLE_OTHER };

static uint8_t role_of(uint8_t rel)
{
    switch (rel) {
    case LGM_REL_nsubj: return ROLE_SUBJECT;
    case LGM_REL_obj:
    case LGM_REL_iobj: return ROLE_OBJECT;
    case LGM_REL_obl: return ROLE_OBLIQUE;
    case LGM_REL_nmod: return ROLE_OF;
    case LGM_REL_root: return ROLE_ROOT;
    default: return ROLE_OTHER;
    }
}

static uint64_t lower_hash(lgm_slice s)
{
    char word[96];
    if (s.len > 64) return lgm_hash64(2, s.ptr, s.len);
    const size_t n = lgm_fold_lower(s.ptr, s.len, word);
    return lgm_hash64(1, word, n);
}

static lgm_coref_mention mention_at(const lgm_trees *t, uint32_t i)
{
    const lgm_doc *const doc = t->doc;
    lgm_coref_mention m = {.head = i,
                           .span = {i, i + 1},
                           .name = lgm_tree_heads_name(t, i) ? lgm_tree_name(t, i) : LGM_NONE,
                           .group = LGM_NONE,
                           .make = make_of(t, i),
                           .type = LGM_COREF_TYPES,
                           .number = number_of(t, i),
                           .role = role_of(t->rel[i]),
                           .lemma = lower_hash(lgm_doc_lemma(doc, i)),
                           .kept = true};
    if (t->word[i] != LGM_PRO_NONE) m.reflexive = lgm_tree_is_reflexive(lgm_doc_form(doc, i));
    return m;
}

static bool has_conjunct(const lgm_trees *t, uint32_t i)
{
    for (uint32_t c = lgm_tree_right(t, i); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_conj) return true;
    return false;
}

/* The word of a name that the rest of it hangs on; LGM_NONE where a wrong tree has none. */
static uint32_t head_of_name(const lgm_trees *t, uint32_t name)
{
    const lgm_tokspan s = t->doc->names[name].tokens;
    for (uint32_t k = s.start; k < s.end; k++)
        if (lgm_tree_heads_name(t, k)) return k;
    return LGM_NONE;
}

/* The body whose name stands right behind the noun that calls it: "Oil company Tallow Energy".
 * Trees hang one on the other, or both on one verb; not so in "the company Tallow bought". */
static uint32_t called_body(const lgm_trees *t, uint32_t noun)
{
    const lgm_doc *const doc = t->doc;
    if (noun + 1 >= doc->n_tokens || lgm_tree_name(t, noun) != LGM_NONE) return LGM_NONE;
    const uint32_t name = lgm_tree_name(t, noun + 1);
    if (name == LGM_NONE || doc->names[name].tokens.start != noun + 1) return LGM_NONE;
    if (doc->names[name].type != LGM_ENTITY_ORG || !lgm_phrase_is_calling(doc, noun))
        return LGM_NONE;
    const uint32_t head = head_of_name(t, name);
    if (head == LGM_NONE) return LGM_NONE;
    const bool together = doc->head[head] == noun || doc->head[noun] == head ||
                          (doc->head[head] == doc->head[noun] && t->rel[head] == t->rel[noun]);
    return together ? name : LGM_NONE;
}

/* The person before letters that the tree takes for the head: "Giles Moorland MP". */
static uint32_t before_letters(const lgm_trees *t, uint32_t letters)
{
    enum { MOST = 4 };
    const lgm_doc *const doc = t->doc;
    const lgm_slice form = lgm_doc_form(doc, letters);
    if (letters == 0 || form.len < 2 || form.len > MOST || lgm_tree_name(t, letters) != LGM_NONE)
        return LGM_NONE;
    for (size_t i = 0; i < form.len; i++)
        if (form.ptr[i] < 'A' || form.ptr[i] > 'Z') return LGM_NONE;
    const uint32_t name = lgm_tree_name(t, letters - 1);
    if (name == LGM_NONE || doc->names[name].type != LGM_ENTITY_PER) return LGM_NONE;
    const uint32_t head = head_of_name(t, name);
    return head != LGM_NONE && doc->head[head] == letters ? name : LGM_NONE;
}

/* The name of a person or body that a description goes with. */
static uint32_t title_of(const lgm_trees *t, const lgm_coref_mention *m)
{
    if (m->make < LGM_MAKE_PROPER || m->make > LGM_MAKE_BARE || m->number == 2) return LGM_NONE;
    for (uint32_t c = lgm_tree_right(t, m->head); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_is_titled(t, c)) return lgm_tree_name(t, c);
    const uint32_t body = called_body(t, m->head);
    return body != LGM_NONE ? body : before_letters(t, m->head);
}

/* The entity of each name, by the index of the name. */
static bool mark_groups(const lgm_trees *t, lgm_arena *scratch, lgm_coref_mentions *all)
{
    const lgm_doc *const doc = t->doc;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    uint32_t *const of = lgm_arena_alloc(scratch, doc->n_names * sizeof *of);
    if (!of) return false;
    for (uint32_t e = 0; e < doc->n_entities; e++)
        for (uint32_t i = 0; i < doc->entities[e].n; i++)
            of[doc->name_order[doc->entities[e].first + i]] = e;
    for (size_t i = 0; i < all->n; i++) {
        lgm_coref_mention *const m = &all->at[i];
        if (m->is_group) continue;
        const uint32_t name = m->name != LGM_NONE ? m->name : title_of(t, m);
        if (name != LGM_NONE) m->group = of[name];
    }
    lgm_arena_rewind(scratch, mark);
    return true;
}

static bool may_head(const lgm_trees *t, uint32_t i)
{
    return is_candidate(t, i) || lgm_tree_heads_name(t, i);
}

static size_t count(const lgm_trees *t)
{
    size_t n = 0;
    for (uint32_t i = 0; i < t->doc->n_tokens; i++)
        if (may_head(t, i)) n += has_conjunct(t, i) ? 2 : 1;
    return n;
}

bool lgm_coref_collect(const lgm_trees *t, lgm_arena *scratch, lgm_coref_mentions *out)
{
    out->person = lgm_arena_calloc(scratch, t->doc->n_tokens, 1);
    out->at = lgm_arena_alloc(scratch, count(t) * sizeof *out->at);
    out->n = 0;
    if (!out->person || !out->at) return false;
    uint32_t named = LGM_NONE; /* a wrong tree may give a name two heads: the first has it */
    for (uint32_t i = 0; i < t->doc->n_tokens; i++) {
        if (!may_head(t, i)) continue;
        lgm_coref_mention m = mention_at(t, i);
        if (m.name == named) m.name = LGM_NONE;
        if (m.name != LGM_NONE) named = m.name;
        out->at[out->n++] = m;
        if (!has_conjunct(t, i)) continue;
        m.is_group = true;
        m.make = LGM_MAKE_GROUP;
        m.number = 2;
        m.name = LGM_NONE;
        m.lemma = lgm_hash64(3, (const char *)&m.lemma, sizeof m.lemma);
        out->at[out->n++] = m;
    }
    return mark_groups(t, scratch, out);
}
