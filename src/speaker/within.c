/*
 * within.c - who speaks within what is said.
 *
 *     Officials told two newspapers that they had warned the port.
 *
 * "They" are the officials: who is told something is not who says it within that. A pronoun of what
 * is told in the report's own words stands for the teller where it may.
 */
#include "speaker/within.h"

#include "legomena/kinds.h"

/* Told something; who is asked or urged may well be the one who does it. */
static bool tells(const lgm_doc *doc, const lgm_parts *cue)
{
    for (uint8_t i = 0; i < cue->n; i++)
        for (uint32_t w = cue->at[i].start; w < cue->at[i].end; w++)
            if (LGM_SLICE_IN(lgm_doc_lemma(doc, w), "tell", "inform", "brief", "say", "admit",
                             "confirm", "explain", "write"))
                return true;
    return false;
}

static bool is_told(const lgm_doc *doc, const lgm_claim_who *outer, uint32_t entity)
{
    for (uint32_t i = 0; i < outer->n_to; i++)
        if (doc->addressees.at[outer->first_to + i].entity == entity) return true;
    for (uint32_t i = 0; i < outer->via.n; i++)
        if (outer->via.at[i] == entity) return true;
    return false;
}

/* May the pronoun stand for the speaker? */
static bool agrees(const lgm_doc *doc, uint8_t pronoun, const lgm_claim_who *who)
{
    const lgm_doc_entity *const e = &doc->entities[who->speaker];
    const bool person = e->type == LGM_ENTITY_PER;
    const bool many =
        who->n_speakers > 1 || who->kind == LGM_SPEAKER_GROUP || who->kind == LGM_SPEAKER_ANONYMOUS;
    switch (pronoun) {
    case LGM_PRO_HE: return person && !many && e->gender >= 0;
    case LGM_PRO_SHE: return person && !many && e->gender <= 0;
    case LGM_PRO_IT: return !person && !many;
    case LGM_PRO_THEY: return many;
    default: return false;
    }
}

bool lgm_speaker_is_teller(const lgm_trees *t, const lgm_claim_who *who, uint32_t claim)
{
    const lgm_doc *const doc = t->doc;
    const lgm_parts *const source = &doc->claims[claim].source;
    const uint32_t outer = lgm_doc_parent(doc, claim);
    if (outer == LGM_NONE || source->n != 1 || source->at[0].end - source->at[0].start != 1)
        return false;
    const uint32_t word = source->at[0].start;
    if ((doc->tokens[word].flags & LGM_TOK_QUOTED) || who[outer].speaker == LGM_NONE) return false;
    return tells(doc, &doc->claims[outer].cue) && who[claim].speaker != LGM_NONE &&
           who[claim].speaker != who[outer].speaker &&
           is_told(doc, &who[outer], who[claim].speaker) && agrees(doc, t->word[word], &who[outer]);
}
