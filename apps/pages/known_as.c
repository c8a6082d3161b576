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

bool known_says_it(const lgm_entity *e, lgm_cpspan words)
{
    const bool named = shown_is_named(e);
    for (size_t i = first_from(e, words.start); i < e->mentions.n; i++) {
        const lgm_entity_mention *const m = &e->mentions.at[i];
        if (m->start >= words.end) return false;
        if (m->form == LGM_MENTION_NAME || (!named && m->form == LGM_MENTION_NOMINAL)) return true;
    }
    return false;
}

static bool is_said(const lgm_record *r, const lgm_claim *claim, uint32_t entity)
{
    for (size_t i = 0; i < claim->source.n; i++)
        if (known_says_it(&r->entities.at[entity], claim->source.at[i])) return true;
    return claim->source.n == 0;
}

void known_as(strbuf *out, const lgm_record *r, const lgm_claim *claim)
{
    const lgm_indices one = {&claim->speaker, claim->speaker != LGM_NONE};
    const lgm_indices all = claim->speakers.n > 1 ? claim->speakers : one;
    size_t left = 0;
    for (size_t i = 0; i < all.n; i++) left += !is_said(r, claim, all.at[i]);
    for (size_t i = 0; i < all.n; i++) {
        if (is_said(r, claim, all.at[i])) continue;
        const lgm_str name = shown_trimmed(r->entities.at[all.at[i]].name);
        strbuf_put(out, name.ptr, name.len);
        if (--left) strbuf_puts(out, left > 1 ? ", " : " and ");
    }
}

bool known_by_pronoun(const lgm_record *r, const lgm_claim *claim)
{
    if (claim->speaker == LGM_NONE || claim->speakers.n > 1 || claim->source.n != 1) return false;
    const lgm_entity *const e = &r->entities.at[claim->speaker];
    const lgm_cpspan source = claim->source.at[0];
    const size_t i = first_from(e, source.start);
    if (i == e->mentions.n) return false;
    const lgm_entity_mention *const m = &e->mentions.at[i];
    return m->start == source.start && m->end == source.end && m->form == LGM_MENTION_PRONOUN;
}
