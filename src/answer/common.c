/* common.c - what two claims have in common: words, entities, who makes them. */
#include "answer/matter.h"

static bool has(const uint32_t *at, uint32_t n, uint32_t value)
{
    for (uint32_t i = 0; i < n; i++)
        if (at[i] == value) return true;
    return false;
}

lgm_shared lgm_answer_share(const lgm_matters *m, uint32_t a, uint32_t b)
{
    const lgm_matter *const x = &m->of[a], *const y = &m->of[b];
    const uint32_t *const p = m->words.at + x->word, *const q = m->words.at + y->word;
    lgm_shared s = {0, 0};
    for (uint32_t i = 0, j = 0; i < x->n_words && j < y->n_words;) {
        s.words += p[i] == q[j];
        const bool less = p[i] < q[j], more = q[j] < p[i];
        i += !more;
        j += !less;
    }
    const uint32_t *const e = m->entities.at + x->entity;
    for (uint32_t i = 0; i < x->n_entities; i++)
        s.entities += !has(e, i, e[i]) && has(m->entities.at + y->entity, y->n_entities, e[i]);
    return s;
}

bool lgm_answer_concerns(const lgm_matters *m, uint32_t claim, uint32_t speaker)
{
    const lgm_matter *const x = &m->of[claim], *const y = &m->of[speaker];
    for (uint32_t i = 0; i < y->n_party; i++)
        if (has(m->entities.at + x->entity, x->n_entities, m->entities.at[y->party + i]))
            return true;
    return false;
}

bool lgm_answer_is_party(const lgm_matters *m, uint32_t claim, uint32_t entity)
{
    const lgm_matter *const x = &m->of[claim];
    return has(m->entities.at + x->party, x->n_party, entity);
}

/* "Lind" of one type and "Ada Lind" of another: a name may have been taken for a body's. */
static bool is_short_for(const lgm_doc *doc, uint32_t a, uint32_t b)
{
    const lgm_doc_entity *const x = &doc->entities[a], *const y = &doc->entities[b];
    if (x->name == LGM_NONE || y->name == LGM_NONE || x->type == y->type) return false;
    const lgm_tokspan p = doc->names[x->name].tokens, q = doc->names[y->name].tokens;
    return p.end - p.start == 1 &&
           lgm_slice_eq(lgm_doc_form(doc, p.start), lgm_doc_form(doc, q.end - 1));
}

bool lgm_answer_is_made_by(const lgm_matters *m, uint32_t claim, uint32_t entity)
{
    const lgm_doc *const doc = m->t->doc;
    const uint32_t speaker = lgm_doc_who(doc, claim).speaker;
    if (lgm_answer_is_party(m, claim, entity)) return true;
    return speaker != LGM_NONE &&
           (is_short_for(doc, entity, speaker) || is_short_for(doc, speaker, entity));
}

/* Where nobody is known, those of the same words. */
bool lgm_answer_same_speaker(const lgm_matters *m, uint32_t a, uint32_t b)
{
    const lgm_doc *const doc = m->t->doc;
    const uint32_t x = lgm_doc_who(doc, a).speaker, y = lgm_doc_who(doc, b).speaker;
    if (x != LGM_NONE || y != LGM_NONE) return x == y;
    const lgm_parts *const p = &doc->claims[a].source, *const q = &doc->claims[b].source;
    return p->n > 0 && q->n > 0 &&
           lgm_slice_eq(lgm_doc_words(doc, p->at[0]), lgm_doc_words(doc, q->at[0]));
}
