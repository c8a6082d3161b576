/* rules.c - the table of rules, and those that ask what a cluster is. */
#include "coref/links/rules.h"

#include "coref/links/pair.h"

bool lgm_coref_may_join(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    typedef bool rule(const lgm_coref_clusters *, uint32_t, uint32_t);
    static rule *const RULES[] = {
#define LGM_COREF_RULE(name, sentence) lgm_coref_rule_##name,
        LGM_COREF_RULES(LGM_COREF_RULE)
#undef LGM_COREF_RULE
    };
    for (size_t k = 0; k < LGM_COUNT(RULES); k++)
        if (RULES[k](s, i, ante)) return false;
    return true;
}

/* "A spokesman" is new, unless the tree says it of the other or it only repeats the noun. */
bool lgm_coref_rule_indefinite_is_new(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    return s->l->at[i].make == LGM_MAKE_INDEF && !lgm_coref_is_predicate(s->l, i, ante) &&
           !lgm_coref_repeats(s->l, i, ante);
}

/* A name, or "police" without an article, never refers to a body known by a name without a word in
 * common. "The group" may. */
bool lgm_coref_rule_known_by_another_name(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const lgm_coref_mention *const m = &s->l->at[i];
    const bool calls =
        m->make == LGM_MAKE_PROPER || (m->make == LGM_MAKE_BARE && lgm_coref_is_no_person(s, m));
    return calls && lgm_coref_cluster_of(s, ante)->named != LGM_NONE &&
           !lgm_coref_is_alike(s->l, i, ante);
}

bool lgm_coref_rule_two_entities(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const uint32_t group = s->l->at[i].group, named = lgm_coref_cluster_of(s, ante)->named;
    return group != LGM_NONE && named != LGM_NONE && group != named;
}

/* "The chairman", where a chairman is named, is not the chief executive. */
bool lgm_coref_rule_holds_another_office(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const uint32_t only = s->l->only[i], named = lgm_coref_cluster_of(s, ante)->named;
    return only != LGM_NONE && named != LGM_NONE && only != named;
}

/* The Keller campaign is not the Lind campaign. */
bool lgm_coref_rule_belongs_to_another(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const lgm_coref_cluster *const to = lgm_coref_cluster_of(s, ante);
    const uint32_t of = lgm_coref_owner(s, i);
    return of != LGM_NONE && to->whose != LGM_NONE && of != lgm_coref_owner(s, to->whose) &&
           s->l->at[i].lemma == s->l->at[to->whose].lemma;
}

/* "Many here" have no name. */
bool lgm_coref_rule_some_people(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    return lgm_coref_cluster_of(s, ante)->named != LGM_NONE &&
           s->l->t->word[s->l->at[i].head] == LGM_PRO_QUANT;
}

/* A person is no body, place or event. */
bool lgm_coref_rule_other_kind(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    return s->facts[i].kind * lgm_coref_cluster_of(s, ante)->kind < 0;
}

/* A union is no firm. */
bool lgm_coref_rule_other_sort(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const uint32_t own = s->facts[i].sorts, others = lgm_coref_cluster_of(s, ante)->sorts;
    return own && others && !(own & others);
}

bool lgm_coref_rule_other_gender(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    return s->facts[i].gender * lgm_coref_gender(s, lgm_coref_cluster_of(s, ante)) < 0;
}
