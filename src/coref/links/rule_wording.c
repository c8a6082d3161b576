/* rule_wording.c - rules by the words of a mention, which say that it is another one. */
#include "coref/links/rules.h"

#include "base/fold.h"
#include "coref/links/pair.h"
#include "legomena/kinds.h"
#include "phrase/speaks.h"

enum { LONGEST_WORD = 64, NAMES = 16 }; /* bytes; names of an entity that are looked at */

static bool same_word(const lgm_doc *doc, uint32_t a, uint32_t b)
{
    const lgm_slice x = lgm_doc_form(doc, a), y = lgm_doc_form(doc, b);
    char p[LGM_FOLD_ROOM(LONGEST_WORD)], q[LGM_FOLD_ROOM(LONGEST_WORD)];
    if (x.len > LONGEST_WORD || y.len > LONGEST_WORD) return false;
    const lgm_slice u = {p, lgm_fold_lower(x.ptr, x.len, p)};
    return lgm_slice_eq(u, (lgm_slice){q, lgm_fold_lower(y.ptr, y.len, q)});
}

/* Is one of the words before the head of a description without an article, or with "some" or
 * "many"? */
static bool counts_with(const lgm_trees *t, const lgm_coref_mention *m, const char *const *words,
                        size_t n)
{
    if (m->make != LGM_MAKE_BARE && m->make != LGM_MAKE_QUANT) return false;
    for (uint32_t c = lgm_tree_left(t, m->head); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_slice_in(lgm_doc_form(t->doc, c), words, n)) return true;
    return false;
}

/* "Other officials", "many other officials". */
bool lgm_coref_rule_others(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    static const char *const WORDS[] = {"other", "Other"};
    (void)ante;
    return counts_with(s->l->t, &s->l->at[i], WORDS, LGM_COUNT(WORDS));
}

/* "One fighter", "another fighter": new, but in "Lind, another fighter". */
bool lgm_coref_rule_one_more(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    static const char *const WORDS[] = {"one", "One", "another", "Another"};
    return counts_with(s->l->t, &s->l->at[i], WORDS, LGM_COUNT(WORDS)) &&
           !lgm_coref_is_predicate(s->l, i, ante);
}

/* "Two" of "two ships". */
static uint32_t number_of(const lgm_trees *t, const lgm_coref_mention *m)
{
    for (uint32_t c = lgm_tree_left(t, m->head); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_nummod) return c;
    return LGM_NONE;
}

/* "63 percent" is not "52 percent". */
bool lgm_coref_rule_other_number(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const lgm_trees *const t = s->l->t;
    const lgm_coref_mention *const a = &s->l->at[i], *const b = &s->l->at[ante];
    const uint32_t x = number_of(t, a), y = number_of(t, b);
    return a->lemma == b->lemma && x != LGM_NONE && y != LGM_NONE && !same_word(t->doc, x, y);
}

static bool has_word(const lgm_doc *doc, lgm_tokspan s, uint32_t word)
{
    for (uint32_t i = s.start; i < s.end; i++)
        if (same_word(doc, i, word)) return true;
    return false;
}

/* The entity with a name that a cluster is; NULL for none. */
static const lgm_doc_entity *named(const lgm_coref_clusters *s, uint32_t ante)
{
    const uint32_t e = lgm_coref_cluster_of(s, ante)->named;
    return e == LGM_NONE ? NULL : &s->l->t->doc->entities[e];
}

/* "The appeals court" is not the Supreme Court: a noun stands before its head that is in no name of
 * the entity, and a name ends in the same head. A noun with words of its own only describes: "the
 * 15-member council". */
bool lgm_coref_rule_other_body(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const lgm_trees *const t = s->l->t;
    const lgm_doc *const doc = t->doc;
    const lgm_coref_mention *const m = &s->l->at[i];
    const lgm_doc_entity *const e = named(s, ante);
    if (m->name != LGM_NONE || !e) return false;
    for (uint32_t k = 0; k < e->n && k < NAMES; k++) {
        const lgm_tokspan name = doc->names[doc->name_order[e->first + k]].tokens;
        if (name.end - name.start < 2 || !same_word(doc, name.end - 1, m->head)) continue;
        for (uint32_t c = lgm_tree_left(t, m->head); c != LGM_NONE; c = lgm_tree_next(t, c))
            if (t->rel[c] == LGM_REL_compound && t->upos[c] == LGM_UPOS_NOUN &&
                lgm_tree_left(t, c) == LGM_NONE && !has_word(doc, name, c))
                return true;
    }
    return false;
}

/* Not a body with one word for a name that was taken for a person. */
static bool is_surely_person(const lgm_coref_clusters *s, uint32_t entity)
{
    const lgm_doc *const doc = s->l->t->doc;
    const lgm_doc_entity *const e = &doc->entities[entity];
    if (e->type != LGM_ENTITY_PER) return false;
    for (uint32_t k = 0; k < e->n && k < NAMES; k++) {
        const lgm_tokspan name = doc->names[doc->name_order[e->first + k]].tokens;
        if (name.end - name.start > 1) return true;
    }
    return s->gender[entity] != 0;
}

/* "They" are not one person. People who are called so are rare in the news, and wrong links are
 * not. */
bool lgm_coref_rule_they_are_several(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const uint32_t entity = lgm_coref_cluster_of(s, ante)->named;
    return s->l->at[i].make == LGM_MAKE_THEY && entity != LGM_NONE && is_surely_person(s, entity);
}

/* "The nation" is not the United Nations, but may be the Ostrel Nation. */
bool lgm_coref_rule_country_is_no_body(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const lgm_doc *const doc = s->l->t->doc;
    const lgm_coref_mention *const m = &s->l->at[i];
    const lgm_doc_entity *const e = named(s, ante);
    if (!e || m->name != LGM_NONE || e->type == LGM_ENTITY_GPE || e->type == LGM_ENTITY_LOC)
        return false;
    return LGM_SLICE_IN(lgm_doc_form(doc, m->head), "nation", "country") &&
           !has_word(doc, doc->names[e->name].tokens, m->head);
}

/* Does a paragraph begin with these tokens, in capitals, as a dateline does that ends in a dash? */
static bool is_dateline(const lgm_doc *doc, lgm_tokspan name)
{
    enum { LONGEST = 16 }; /* tokens up to the dash */
    if (!(doc->tokens[name.start].flags & LGM_TOK_PAR)) return false;
    const lgm_slice words = lgm_doc_words(doc, name);
    for (size_t i = 0; i < words.len; i++)
        if (words.ptr[i] >= 'a' && words.ptr[i] <= 'z') return false;
    for (uint32_t k = name.end; k < doc->n_tokens && k < name.end + LONGEST; k++) {
        if (doc->tokens[k].flags & LGM_TOK_LINE) return false;
        if (LGM_SLICE_IN(lgm_doc_form(doc, k), "-", "--", "–", "—")) return true;
    }
    return false;
}

/* "The rights office" is not the town that the report is sent from. */
bool lgm_coref_rule_dateline_is_no_body(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const lgm_doc *const doc = s->l->t->doc;
    const lgm_coref_mention *const m = &s->l->at[i], *const a = &s->l->at[ante];
    return m->name == LGM_NONE && a->name != LGM_NONE &&
           (lgm_phrase_speaks(doc, m->head, m->head + 1) & LGM_SPEAKS_BODY) &&
           is_dateline(doc, doc->names[a->name].tokens);
}

static bool describes(const lgm_coref_mention *m)
{
    return m->make >= LGM_MAKE_DEF && m->make <= LGM_MAKE_BARE;
}

/* "Forecasters" are not chief forecaster Ada Lind: several are not one person with a name, nor
 * what the same noun calls in the singular; and "the ministry" is no "rights groups". */
bool lgm_coref_rule_several_are_not_one(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const lgm_coref_mention *const a = &s->l->at[i], *const b = &s->l->at[ante];
    const uint32_t entity = lgm_coref_cluster_of(s, ante)->named;
    if (!describes(a)) return false;
    if (a->number == 2 && entity != LGM_NONE && is_surely_person(s, entity)) return true;
    if (s->facts[i].sorts && a->number == 1 && describes(b) && b->number == 2) return true;
    return describes(b) && a->lemma == b->lemma && a->number + b->number == 3 && a->number != 0 &&
           b->number != 0;
}
