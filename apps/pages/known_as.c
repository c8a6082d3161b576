/* known_as.c - looks through the mentions of the speaker that stand in the source. */
#include "known_as.h"

/* The first mention of the entity that starts at or after this place. */
static size_t first_from(const lgm_doc *doc, size_t entity, size_t n, uint32_t start)
{
    size_t lo = 0, hi = n;
    lgm_cpspan at;
    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        if (lgm_doc_mention(doc, entity, mid, &at) == LGM_OK && at.start < start)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* Does the source hold a name of the entity, or, where it has none, a description? */
static bool says_it(const lgm_doc *doc, size_t entity, const lgm_entity *e, lgm_cpspan source)
{
    lgm_cpspan at;
    lgm_mention_form form;
    for (size_t i = first_from(doc, entity, e->n_mentions, source.start);
         lgm_doc_mention(doc, entity, i, &at) == LGM_OK && at.start < source.end; i++)
        if (lgm_doc_mention_form(doc, entity, i, &form) == LGM_OK &&
            (form == LGM_MENTION_NAME || (!e->named && form == LGM_MENTION_NOMINAL)))
            return true;
    return false;
}

bool known_as(const lgm_doc *doc, const lgm_claim *claim, lgm_str *name)
{
    lgm_entity e;
    if (claim->speaker < 0 || lgm_doc_entity(doc, (size_t)claim->speaker, &e) != LGM_OK)
        return false;
    for (size_t i = 0; i < claim->n_source; i++)
        if (says_it(doc, (size_t)claim->speaker, &e, claim->source[i])) return false;
    *name = e.name;
    return claim->n_source > 0;
}

bool known_by_pronoun(const lgm_doc *doc, const lgm_claim *claim)
{
    lgm_entity e;
    lgm_cpspan at;
    lgm_mention_form form;
    if (claim->speaker < 0 || claim->n_source != 1 ||
        lgm_doc_entity(doc, (size_t)claim->speaker, &e) != LGM_OK)
        return false;
    const lgm_cpspan source = claim->source[0];
    const size_t i = first_from(doc, (size_t)claim->speaker, e.n_mentions, source.start);
    return lgm_doc_mention(doc, (size_t)claim->speaker, i, &at) == LGM_OK &&
           at.start == source.start && at.end == source.end &&
           lgm_doc_mention_form(doc, (size_t)claim->speaker, i, &form) == LGM_OK &&
           form == LGM_MENTION_PRONOUN;
}
