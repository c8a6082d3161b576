/*
 * target.c - by the tree of the cue.
 *
 * Of a verb its object, or the subject of a passive; behind "blame" the phrase with "on"; behind
 * "link" and its like the phrase with "to" or "with" too; of a noun ("criticism of", "charges
 * against") the phrase behind it. Where that is a thing, whose it is ("Veld's claim"). An
 * accusation that a clause makes ("said the army was behind it") is aimed at the subject of the
 * clause. Conjuncts count.
 */
#include "act/target.h"

#include <string.h>

#include "base/sorted.h"
#include "doc/why.h"
#include "tree/shape.h"

enum { NEAR = 32, MOST_WORDS = 8 };

typedef struct aims {
    const lgm_trees *t;
    uint32_t speaker;
    uint32_t *to, n;
} aims;

/* ---- entities -------------------------------------------------------------------------------- */

/* The entity of the mention that the word is the head of; LGM_NONE for none. */
static uint32_t entity_of(const lgm_trees *t, uint32_t head)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t first = head - lgm_tree_first(t, head) > NEAR ? head : lgm_tree_first(t, head);
    size_t i =
        LGM_SORTED_FIRST(lgm_doc_mention, doc->mentions, doc->n_mentions, tokens.start, first);
    for (; i < doc->n_mentions && doc->mentions[i].tokens.start <= head; i++)
        if (doc->mentions[i].head == head && doc->mentions[i].entity != LGM_NONE)
            return doc->mentions[i].entity;
    return LGM_NONE;
}

/* Can it be accused or praised: a person, a body, a place that has people? */
static bool is_somebody(const lgm_doc *doc, uint32_t entity)
{
    const uint8_t type = doc->entities[entity].type;
    return type == LGM_ENTITY_PER || type == LGM_ENTITY_ORG || type == LGM_ENTITY_GPE;
}

static void add(aims *a, uint32_t word)
{
    const uint32_t e = entity_of(a->t, word);
    if (e == LGM_NONE || e == a->speaker || !is_somebody(a->t->doc, e)) return;
    for (uint32_t i = 0; i < a->n; i++)
        if (a->to[i] == e) return;
    if (a->n < LGM_ACT_MOST_TARGETS) a->to[a->n++] = e;
}

static void add_all(aims *a, uint32_t word)
{
    add(a, word);
    for (uint32_t c = lgm_tree_right(a->t, word); c != LGM_NONE; c = lgm_tree_next(a->t, c))
        if (a->t->rel[c] == LGM_REL_conj) add(a, c);
}

static bool is_possessor(const lgm_trees *t, uint32_t word)
{
    if (t->rel[word] != LGM_REL_nmod) return false;
    const uint32_t mark = lgm_tree_child(t, word, LGM_REL_case);
    if (mark != LGM_NONE) return lgm_tree_is_possessive(lgm_doc_form(t->doc, mark));
    return t->word[word] != LGM_PRO_NONE;
}

/* The phrase behind one of these prepositions on the right of a word; LGM_NONE for none. */
static uint32_t phrase(const lgm_trees *t, uint32_t word, const char *a, const char *b)
{
    for (uint32_t c = lgm_tree_right(t, word); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        const uint32_t prep = lgm_tree_left_child(t, c, LGM_REL_case);
        if (prep != LGM_NONE &&
            (lgm_tree_form_is(t->doc, prep, a) || lgm_tree_form_is(t->doc, prep, b)))
            return c;
    }
    return LGM_NONE;
}

/* The word itself, else whose it is or whom it is against: "Veld's claim", "charges against
 * Veld". */
static void add_it_or_owner(aims *a, uint32_t word)
{
    const uint32_t before = a->n;
    add_all(a, word);
    for (uint32_t c = lgm_tree_left(a->t, word); c != LGM_NONE && a->n == before;
         c = lgm_tree_next(a->t, c))
        if (is_possessor(a->t, c)) add_all(a, c);
    const uint32_t against = a->n == before ? phrase(a->t, word, "against", "against") : LGM_NONE;
    if (against != LGM_NONE) add_all(a, against);
}

/* ---- where it stands ------------------------------------------------------------------------- */

static bool is_passive(const lgm_trees *t, uint32_t verb)
{
    const char *const tag = t->doc->xpos.of ? lgm_doc_xpos(t->doc, verb) : "";
    if (strcmp(tag, "VBN") != 0) return false;
    if (t->rel[verb] == LGM_REL_acl) return true;
    const uint32_t aux = lgm_tree_left_child(t, verb, LGM_REL_aux);
    return aux != LGM_NONE &&
           (lgm_doc_lemma_is(t->doc, aux, "be") || lgm_doc_lemma_is(t->doc, aux, "get"));
}

static bool links(const lgm_doc *doc, uint32_t verb)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, verb), "link", "tie", "connect", "associate");
}

/* "Blamed the flood on the mayor", wherever the tree hangs it. */
static uint32_t blamed_on(const lgm_trees *t, uint32_t verb, uint32_t object)
{
    if (!LGM_SLICE_IN(lgm_doc_form(t->doc, verb), "blame", "blames", "blamed", "blaming"))
        return LGM_NONE;
    const uint32_t on = phrase(t, verb, "on", "upon");
    return on == LGM_NONE && object != LGM_NONE ? phrase(t, object, "on", "upon") : on;
}

static void aim_of_verb(aims *a, uint32_t verb)
{
    const lgm_trees *const t = a->t;
    const uint32_t object = lgm_tree_right_child(t, verb, LGM_REL_obj);
    const uint32_t on = blamed_on(t, verb, object);
    if (on != LGM_NONE) {
        add_it_or_owner(a, on);
        return;
    }
    if (!is_passive(t, verb)) {
        if (object != LGM_NONE) add_it_or_owner(a, object);
    } else if (t->rel[verb] == LGM_REL_acl) {
        add_all(a, t->doc->head[verb]);
    } else {
        const uint32_t subject = lgm_tree_left_child(t, verb, LGM_REL_nsubj);
        if (subject != LGM_NONE) add_it_or_owner(a, subject);
    }
    const uint32_t other = links(t->doc, verb) ? phrase(t, verb, "to", "with") : LGM_NONE;
    if (other != LGM_NONE) add_all(a, other);
}

static void aim_of_noun(aims *a, uint32_t noun)
{
    uint32_t whom = phrase(a->t, noun, "of", "against");
    if (whom == LGM_NONE) whom = phrase(a->t, noun, "for", "on");
    if (whom != LGM_NONE) add_it_or_owner(a, whom);
}

/* "Said the army was behind the attack": who is said to be. */
static void aim_of_clause(aims *a, const lgm_doc_claim *c, uint32_t verb)
{
    const lgm_trees *const t = a->t;
    const uint32_t clause = lgm_tree_child(t, verb, LGM_REL_ccomp);
    if (clause == LGM_NONE || !lgm_parts_have(&c->content, clause)) return;
    const uint32_t subject = lgm_tree_left_child(t, clause, LGM_REL_nsubj);
    if (subject != LGM_NONE) add_all(a, subject);
}

static bool has_target(lgm_act act)
{
    return act == LGM_ACT_ACCUSE || act == LGM_ACT_CRITICISE || act == LGM_ACT_PRAISE ||
           act == LGM_ACT_DENY || act == LGM_ACT_DISMISS;
}

uint32_t lgm_act_targets(const lgm_trees *t, uint32_t claim, lgm_act act, uint32_t verb,
                         uint32_t to[LGM_ACT_MOST_TARGETS])
{
    aims a = {t, lgm_doc_who(t->doc, claim).speaker, to, 0};
    if (!has_target(act) || verb == LGM_NONE) return 0;
    switch (t->upos[verb]) {
    case LGM_UPOS_VERB: aim_of_verb(&a, verb); break;
    case LGM_UPOS_NOUN:
    case LGM_UPOS_ADJ: aim_of_noun(&a, verb); break;
    case LGM_UPOS_ADP: /* "was critical of" */
        if (t->doc->head[verb] != LGM_NONE) add_it_or_owner(&a, t->doc->head[verb]);
        break;
    default: break;
    }
    if (a.n == 0 && act == LGM_ACT_ACCUSE && t->upos[verb] == LGM_UPOS_VERB)
        aim_of_clause(&a, &t->doc->claims[claim], verb);
    if (a.n > 0)
        LGM_WHY_TREE(t->doc, CLAIM, claim, "about", verb,
                     lgm_doc_all_of(&t->doc->claims[claim].cue),
                     "Who is accused, blamed, praised or denied stands beside the cue");
    return a.n;
}
