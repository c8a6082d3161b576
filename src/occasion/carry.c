/* carry.c - what is known of a speech holds for all claims of it. */
#include <stdlib.h>

#include "doc/why.h"
#include "occasion/facts.h"
#include "occasion/speech.h"

static int by_token(const void *a, const void *b)
{
    const lgm_occasion_turn *const x = a, *const y = b;
    if (x->token != y->token) return x->token < y->token ? -1 : 1;
    return x->claim < y->claim ? -1 : x->claim > y->claim;
}

static void fill(lgm_doc *doc, const lgm_occasion_turn *x, const lgm_occasion_facts *known)
{
    const uint32_t claim = x->claim;
    const lgm_occasion_facts own = {doc->claim_when[claim], doc->claim_who[claim].via,
                                    doc->claim_venue[claim]};
    lgm_occasion_facts f = own;
    lgm_occasion_learn(&f, known);
    if (x->programme && known->via.n > 0 && lgm_occasion_are_one_relay(doc, &known->via, x)) {
        f.via = known->via; /* the programme by its name */
        for (uint32_t i = 0; i < own.via.n; i++) lgm_relays_add(&f.via, own.via.at[i]);
    }
    if (f.when != own.when)
        LGM_WHY(doc, CLAIM, claim, "said", doc->times[f.when].tokens,
                "Another sentence gives this time to the speech that the claim is of");
    if (f.venue.start != own.venue.start)
        LGM_WHY(doc, CLAIM, claim, "venue", f.venue,
                "Another sentence gives this venue to the speech that the claim is of");
    if (f.via.n > own.via.n)
        LGM_WHY(doc, CLAIM, claim, "via", LGM_NO_WORDS,
                "Another sentence says who relays the speech that the claim is of");
    doc->claim_when[claim] = f.when;
    doc->claim_venue[claim] = f.venue;
    doc->claim_who[claim].via = f.via;
}

static uint32_t *nothing(lgm_arena *scratch, size_t n)
{
    uint32_t *const to = lgm_arena_alloc(scratch, (n + 1) * sizeof *to);
    for (size_t i = 0; to && i < n; i++) to[i] = LGM_NONE;
    return to;
}

bool lgm_occasion_carry(const lgm_trees *t, lgm_arena *scratch, lgm_doc *doc, int32_t published,
                        lgm_occasion_turns *turns)
{
    if (turns->n == 0) return true;
    qsort(turns->at, turns->n, sizeof *turns->at, by_token);
    lgm_occasion_speeches s = {.t = t,
                               .published = published,
                               .turns = turns->at,
                               .n_turns = (uint32_t)turns->n,
                               .of = nothing(scratch, turns->n),
                               .now = nothing(scratch, doc->n_entities),
                               .newest = nothing(scratch, doc->n_entities),
                               .floor = LGM_NONE};
    if (!s.of || !s.now || !s.newest || !lgm_occasion_place(&s, scratch)) return false;
    lgm_occasion_date_undated(&s);
    uint32_t *const first = nothing(scratch, s.at.n); /* the first claim of each speech */
    if (!first) return false;
    for (uint32_t i = 0; i < turns->n; i++) {
        const uint32_t claim = turns->at[i].claim, of = s.of[i];
        if (of == LGM_NONE || claim == LGM_NONE) continue;
        fill(doc, &turns->at[i], &s.at.at[of].known);
        if (first[of] == LGM_NONE) first[of] = claim;
        doc->claim_speech[claim] = first[of];
    }
    return true;
}
