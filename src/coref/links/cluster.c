/* clusters.c - what a cluster is, by its mentions so far. */
#include "coref/links/cluster.h"

#include "coref/links/coref_words.h"
#include "legomena/kinds.h"
#include "phrase/gender.h"
#include "phrase/speaks.h"

static bool is_description(const lgm_coref_mention *m)
{
    return m->make == LGM_MAKE_DEF || m->make == LGM_MAKE_INDEF || m->make == LGM_MAKE_DEM ||
           m->make == LGM_MAKE_POSS || m->make == LGM_MAKE_QUANT || m->make == LGM_MAKE_BARE;
}

static int8_t kind_of(uint8_t type)
{
    return type == LGM_ENTITY_PER ? 1 : type == LGM_ENTITY_OTH ? 0 : -1;
}

bool lgm_coref_is_no_person(const lgm_coref_clusters *s, const lgm_coref_mention *m)
{
    const unsigned kinds = lgm_phrase_speaks(s->l->t->doc, m->head, m->head + 1);
    return is_description(m) && (kinds & (LGM_SPEAKS_CROWD | LGM_SPEAKS_BODY |
                                          LGM_SPEAKS_OUTLET_WORD | LGM_SPEAKS_DOCUMENT)) != 0;
}

/* By the name, the word or the learned type. */
static int8_t kind(const lgm_coref_clusters *s, const lgm_coref_mention *m)
{
    if (m->group != LGM_NONE) return kind_of(s->l->t->doc->entities[m->group].type);
    if (m->make == LGM_MAKE_I || m->make == LGM_MAKE_HE || m->make == LGM_MAKE_SHE) return 1;
    if (m->make == LGM_MAKE_IT || lgm_coref_is_no_person(s, m)) return -1;
    return is_description(m) && m->type < s->h->n_types ? kind_of(s->h->type[m->type]) : 0;
}

/* "he", "her son": by the words alone. */
static int8_t gender(const lgm_doc *doc, const lgm_coref_mention *m)
{
    if (m->make == LGM_MAKE_HE) return 1;
    if (m->make == LGM_MAKE_SHE) return -1;
    return is_description(m) && !m->is_group ? lgm_phrase_gender_of_noun(doc, m->head) : 0;
}

/* By its noun, also within a name ("the Harbour Workers' Union"); a state may be called a union. */
static uint32_t sorts_of(const lgm_doc *doc, const lgm_coref_mention *m)
{
    const bool named = m->group != LGM_NONE;
    if (named ? doc->entities[m->group].type != LGM_ENTITY_ORG : !is_description(m)) return 0;
    return lgm_coref_word(doc, m->head) & LGM_COREF_SORTED;
}

static uint32_t owner_before(const lgm_trees *t, const uint32_t *owner, const lgm_coref_mention *m)
{
    if (m->name != LGM_NONE) return LGM_NONE;
    for (uint32_t i = m->head; i-- > m->span.start;)
        if (lgm_tree_name(t, i) != LGM_NONE) return owner[lgm_tree_name(t, i)];
    return LGM_NONE;
}

bool lgm_coref_clusters_make(lgm_coref_clusters *s, const lgm_coref_head *h,
                             const lgm_coref_linker *l, lgm_arena *scratch)
{
    const lgm_doc *const doc = l->t->doc;
    const uint32_t *const owner = lgm_doc_name_owners(doc, scratch);
    *s = (lgm_coref_clusters){.h = h,
                              .l = l,
                              .facts = lgm_arena_alloc(scratch, l->n * sizeof *s->facts),
                              .at = lgm_arena_alloc(scratch, l->n * sizeof *s->at),
                              .placed =
                                  lgm_arena_alloc(scratch, doc->n_entities * sizeof *s->placed),
                              .gender = lgm_arena_alloc(scratch, doc->n_entities),
                              .open = true};
    if (!owner || !s->facts || !s->at || !s->placed || !s->gender) return false;
    for (uint32_t e = 0; e < doc->n_entities; e++) s->gender[e] = doc->entities[e].gender;
    for (uint32_t i = 0; i < l->n; i++) {
        const lgm_coref_mention *const m = &l->at[i];
        s->facts[i] = (lgm_coref_facts){owner_before(l->t, owner, m), kind(s, m), gender(doc, m),
                                        sorts_of(doc, m)};
    }
    return true;
}

void lgm_coref_clusters_reset(lgm_coref_clusters *s)
{
    for (uint32_t i = 0; i < s->l->n; i++) {
        const uint32_t group = s->l->at[i].group;
        if (group != LGM_NONE) s->facts[i].gender = s->gender[group];
        s->at[i] = (lgm_coref_cluster){.named = LGM_NONE, .whose = LGM_NONE};
        s->l->cluster[i] = i;
    }
    for (uint32_t e = 0; e < s->l->t->doc->n_entities; e++) s->placed[e] = LGM_NONE;
}

uint32_t lgm_coref_owner(const lgm_coref_clusters *s, uint32_t i)
{
    const lgm_coref_mention *const at = s->l->at;
    if (s->facts[i].of != LGM_NONE || at[i].make != LGM_MAKE_POSS) return s->facts[i].of;
    const uint32_t from = i > LGM_LINK_WINDOW ? i - LGM_LINK_WINDOW : 0;
    for (uint32_t j = i; j-- > from && at[j].head >= at[i].span.start;)
        if (at[j].make == LGM_MAKE_HE || at[j].make == LGM_MAKE_SHE)
            return s->at[s->l->cluster[j]].named;
    return LGM_NONE;
}

int32_t lgm_coref_gender(const lgm_coref_clusters *s, const lgm_coref_cluster *c)
{
    const int8_t by_name = c->named == LGM_NONE ? 0 : s->gender[c->named];
    return by_name != 0 || s->open ? by_name : c->he;
}

void lgm_coref_clusters_place(lgm_coref_clusters *s, uint32_t i, uint32_t cluster)
{
    const lgm_coref_facts *const f = &s->facts[i];
    const uint32_t group = s->l->at[i].group;
    lgm_coref_cluster *const to = &s->at[cluster];
    s->l->cluster[i] = cluster;
    if (to->whose == LGM_NONE && lgm_coref_owner(s, i) != LGM_NONE) to->whose = i;
    if (to->kind == 0) to->kind = f->kind;
    if (f->sorts) to->sorts = to->sorts & f->sorts ? to->sorts & f->sorts : f->sorts;
    to->he += f->gender;
    to->size++;
    if (group == LGM_NONE) return;
    if (f->kind != 0) to->kind = f->kind; /* a name tells more than a description */
    to->named = group;
    s->placed[group] = cluster;
}

bool lgm_coref_clusters_learn(lgm_coref_clusters *s)
{
    bool both = false;
    for (uint32_t i = 0; i < s->l->n; i++) {
        const lgm_coref_cluster *const c = &s->at[s->l->cluster[i]];
        const int8_t own = s->facts[i].gender;
        both = both || own * c->he < 0 || (own != 0 && c->he == 0);
        if (c->named != LGM_NONE && s->gender[c->named] == 0)
            s->gender[c->named] = (int8_t)((c->he > 0) - (c->he < 0));
    }
    s->open = false;
    return both;
}
