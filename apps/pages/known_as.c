/* known_as.c - looks through the mentions of the speaker that stand in the source. */
#include "known_as.h"

#include "shown.h"

/* The first mention of the entity that starts at or after this place. */
static size_t first_from(const lgm_entity *e, uint32_t start)
{
    size_t lo = 0, hi = e->mentions.n;
    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        if (e->mentions.at[mid].start < start)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* Does the source hold a name of the entity, or, where it has none, a description? */
static bool says_it(const lgm_entity *e, lgm_cpspan source)
{
    const bool named = shown_is_named(e);
    for (size_t i = first_from(e, source.start); i < e->mentions.n; i++) {
        const lgm_entity_mention *const m = &e->mentions.at[i];
        if (m->start >= source.end) return false;
        if (m->form == LGM_MENTION_NAME || (!named && m->form == LGM_MENTION_NOMINAL)) return true;
    }
    return false;
}

bool known_as(const lgm_record *r, const lgm_claim *claim, lgm_str *name)
{
    if (claim->speaker == LGM_NONE) return false;
    const lgm_entity *const e = &r->entities.at[claim->speaker];
    for (size_t i = 0; i < claim->source.n; i++)
        if (says_it(e, claim->source.at[i])) return false;
    *name = e->name;
    return claim->source.n > 0;
}

bool known_by_pronoun(const lgm_record *r, const lgm_claim *claim)
{
    if (claim->speaker == LGM_NONE || claim->source.n != 1) return false;
    const lgm_entity *const e = &r->entities.at[claim->speaker];
    const lgm_cpspan source = claim->source.at[0];
    const size_t i = first_from(e, source.start);
    if (i == e->mentions.n) return false;
    const lgm_entity_mention *const m = &e->mentions.at[i];
    return m->start == source.start && m->end == source.end && m->form == LGM_MENTION_PRONOUN;
}
