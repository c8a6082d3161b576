/*
 * occasion.c - carries via and venue from the claim that states them to the others of its speaker.
 *
 * Forward until the speaker is somewhere else or relayed by another, and backward to the first
 * claims of the report, where a lead sums up what is told below. A claim of another day is of
 * another occasion. What stands within another claim has only what is stated for it.
 */
#include "speaker/occasion.h"

#include <string.h>

static bool has_venue(const lgm_doc *doc, uint32_t claim)
{
    return doc->claim_venue && doc->claim_venue[claim].start < doc->claim_venue[claim].end;
}

static bool states(const lgm_doc *doc, const lgm_claim_who *who, uint32_t claim)
{
    return who[claim].via.n > 0 || has_venue(doc, claim);
}

/* Does one of them have a day that the other has not? */
static bool is_another_day(const lgm_doc *doc, uint32_t a, uint32_t b)
{
    const uint32_t x = lgm_doc_said(doc, a), y = lgm_doc_said(doc, b);
    return x != LGM_NONE && y != LGM_NONE && doc->times[x].first_day != doc->times[y].first_day;
}

static void carry(lgm_doc *doc, lgm_claim_who *who, uint32_t from, uint32_t to)
{
    if (is_another_day(doc, from, to)) return;
    who[to].via = who[from].via;
    if (doc->claim_venue) doc->claim_venue[to] = doc->claim_venue[from];
}

bool lgm_speaker_occasions(lgm_arena *scratch, lgm_doc *doc, lgm_claim_who *who)
{
    uint32_t *const last = lgm_arena_alloc(scratch, (doc->n_entities + 1) * sizeof *last);
    bool *const stated = lgm_arena_calloc(scratch, doc->n_claims + 1, sizeof *stated);
    if (!last || !stated) return false;
    for (uint32_t e = 0; e < doc->n_entities; e++) last[e] = LGM_NONE;
    for (uint32_t c = 0; c < doc->n_claims; c++) stated[c] = states(doc, who, c);
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        const uint32_t e = who[c].speaker;
        if (e == LGM_NONE || lgm_doc_parent(doc, c) != LGM_NONE) continue;
        if (stated[c])
            last[e] = c;
        else if (last[e] != LGM_NONE)
            carry(doc, who, last[e], c);
    }
    for (uint32_t e = 0; e < doc->n_entities; e++) last[e] = LGM_NONE;
    for (uint32_t c = doc->n_claims; c-- > 0;) {
        const uint32_t e = who[c].speaker;
        if (e == LGM_NONE || lgm_doc_parent(doc, c) != LGM_NONE) continue;
        if (stated[c])
            last[e] = c;
        else if (last[e] != LGM_NONE && !states(doc, who, c))
            carry(doc, who, last[e], c);
    }
    return true;
}
