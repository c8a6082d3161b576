/*
 * blame.c - how sure it is that they did it, and which claim says so: who claims it, else who says
 * it, else words of the sentence.
 */
#include <string.h>

#include "incident/incident_draft.h"
#include "tree/shape.h"

enum { REACH = 40, STATE = 3 /* letters of a state in a code */ };

/* ---- claims ---------------------------------------------------------------------------------- */

/* The claim with the least content among those whose words are these. */
static void index_parts(const lgm_parts *parts, uint32_t claim, uint32_t *of, uint32_t *length)
{
    uint32_t n = 0;
    for (uint8_t i = 0; i < parts->n; i++) n += parts->at[i].end - parts->at[i].start;
    for (uint8_t i = 0; i < parts->n; i++)
        for (uint32_t w = parts->at[i].start; w < parts->at[i].end; w++) {
            if (n >= length[w]) continue;
            of[w] = claim;
            length[w] = n;
        }
}

bool lgm_incident_index_claims(lgm_incident_room *room)
{
    const lgm_doc *const doc = room->doc;
    const size_t n = (size_t)doc->n_tokens * sizeof(uint32_t);
    room->claim = lgm_arena_alloc(room->scratch, n);
    room->claimed = lgm_arena_alloc(room->scratch, n);
    uint32_t *const length = lgm_arena_alloc(room->scratch, 2 * n);
    if (!room->claim || !room->claimed || !length) return false;
    for (uint32_t i = 0; i < doc->n_tokens; i++) room->claim[i] = room->claimed[i] = LGM_NONE;
    memset(length, 0xFF, 2 * n);
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        index_parts(&doc->claims[c].content, c, room->claim, length);
        if (lgm_doc_act(doc, c).act == LGM_ACT_CLAIM_RESPONSIBILITY)
            index_parts(&doc->claims[c].source, c, room->claimed, length + doc->n_tokens);
    }
    return true;
}

static bool is_state(const char *code)
{
    static const char *const SECTORS[] = {"", "GOV", "MIL", "COP", "JUD", "LEG", "SPY"};
    if (strlen(code) < STATE) return false;
    for (size_t i = 0; i < LGM_COUNT(SECTORS); i++)
        if (strcmp(code + STATE, SECTORS[i]) == 0) return true;
    return false;
}

/* Does a state, its police or its army make the claim: by its code, or as the source is called? */
static bool is_by_authority(const lgm_doc *doc, uint32_t claim)
{
    const uint32_t who = doc->claim_who ? doc->claim_who[claim].speaker : LGM_NONE;
    if (who != LGM_NONE && doc->actors && is_state(doc->actors[who].code)) return true;
    const lgm_parts *const source = &doc->claims[claim].source;
    for (uint8_t i = 0; i < source->n; i++)
        for (uint32_t w = source->at[i].start; w < source->at[i].end; w++)
            if (LGM_SLICE_IN(lgm_doc_lemma(doc, w), "police", "policeman", "army", "military",
                             "authority", "authorities", "official", "officials", "government",
                             "minister", "ministry", "prosecutor", "court", "judge", "governor",
                             "commander", "investigator", "intelligence", "sheriff", "officer"))
                return true;
    return false;
}

static uint8_t blame_by_claim(const lgm_doc *doc, const lgm_incident_filler *f)
{
    const uint8_t act = lgm_doc_act(doc, f->claim).act;
    const uint32_t who = doc->claim_who ? doc->claim_who[f->claim].speaker : LGM_NONE;
    if (act == LGM_ACT_DENY || act == LGM_ACT_DISMISS) return LGM_BLAME_POSSIBLE;
    if (who != LGM_NONE && who == f->entity) return LGM_BLAME_CLAIMED;
    return is_by_authority(doc, f->claim) ? LGM_BLAME_ACCUSED_BY_AUTHORITIES : LGM_BLAME_SUSPECTED;
}

/* ---- words ----------------------------------------------------------------------------------- */

/* "Claimed responsibility", "was claimed by the front". */
static bool claims(const lgm_trees *t, uint32_t head)
{
    const uint32_t verb = t->doc->head[head];
    if (verb == LGM_NONE ||
        !LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "claim", "admit", "assume", "accept", "take"))
        return false;
    const uint32_t what = lgm_tree_child(t, verb, LGM_REL_obj);
    const bool all =
        what != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(t->doc, what), "responsibility", "credit");
    return (all && t->rel[head] == LGM_REL_nsubj) ||
           (LGM_INCIDENT_BY(t, head, "by") &&
            LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "claim", "admit"));
}

static uint8_t blame_by_words(const lgm_trees *t, uint32_t word)
{
    const lgm_doc *const doc = t->doc;
    const lgm_tokspan s = lgm_tree_around(t, word, REACH);
    uint8_t blame = LGM_BLAME_REPORTED_AS_FACT;
    if (claims(t, word)) return LGM_BLAME_CLAIMED;
    for (uint32_t i = s.start; i < s.end; i++) {
        const lgm_slice lemma = lgm_doc_lemma(doc, i);
        if (LGM_SLICE_IN(lemma, "accuse", "blame", "charge", "attribute"))
            blame = LGM_BLAME_ACCUSED_BY_AUTHORITIES;
        else if (blame == LGM_BLAME_REPORTED_AS_FACT &&
                 (LGM_SLICE_IN(lemma, "suspect", "allegedly", "allege") ||
                  lgm_tree_form_is(doc, i, "suspected") || lgm_tree_form_is(doc, i, "alleged") ||
                  lgm_tree_form_is(doc, i, "presumed")))
            blame = LGM_BLAME_SUSPECTED;
        else if (blame == LGM_BLAME_REPORTED_AS_FACT &&
                 (lgm_tree_form_is(doc, i, "possibly") || lgm_tree_form_is(doc, i, "apparently")))
            blame = LGM_BLAME_POSSIBLE;
    }
    return blame;
}

/* ---- all ------------------------------------------------------------------------------------- */

static void find(const lgm_incident_room *room, lgm_incident_filler *f)
{
    const lgm_doc *const doc = room->doc;
    f->claim = room->claimed[f->head];
    f->blame = LGM_BLAME_CLAIMED;
    if (f->claim != LGM_NONE) return;
    f->claim = room->claim[f->head];
    f->blame = blame_by_words(room->trees, f->head);
    if (f->claim != LGM_NONE && f->blame <= LGM_BLAME_CLAIMED)
        f->blame = blame_by_claim(doc, f);
    else if (f->claim != LGM_NONE && f->blame == LGM_BLAME_ACCUSED_BY_AUTHORITIES &&
             !is_by_authority(doc, f->claim))
        f->blame = LGM_BLAME_SUSPECTED;
}

void lgm_incident_find_blame(lgm_incident_room *room)
{
    for (size_t i = 0; i < room->fillers.n; i++) {
        lgm_incident_filler *const f = &room->fillers.at[i];
        f->claim = LGM_NONE;
        if (f->role <= LGM_ROLE_BODY) find(room, f);
    }
}

bool lgm_incident_is_surer(uint8_t a, uint8_t b)
{
    static const uint8_t DOUBT[] = {[LGM_BLAME_REPORTED_AS_FACT] = 0,
                                    [LGM_BLAME_CLAIMED] = 1,
                                    [LGM_BLAME_ACCUSED_BY_AUTHORITIES] = 2,
                                    [LGM_BLAME_SUSPECTED] = 3,
                                    [LGM_BLAME_POSSIBLE] = 4};
    return DOUBT[a] < DOUBT[b];
}
