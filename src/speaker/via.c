/*
 * via.c - looks in the sentence of the cue, outside of what is said.
 *
 * First whom the words alone tell (doc->claim_relay); then outlets: one that carries remarks; one
 * that is told, that an interview is with, or that is written for. A body that interviews is an
 * outlet. Within the source: who publishes or has seen the text that speaks, and whom its author
 * writes for. A dateline or a credit belongs to the report and hangs on no verb of the sentence.
 */
#include "speaker/via.h"

#include <string.h>

#include "doc/why.h"
#include "legomena/kinds.h"
#include "phrase/speaks.h"
#include "speaker/outlet_signs.h"
#include "speaker/relay_words.h"
#include "speaker/speaker_kind.h"

/* Words between a relay and the cue: in the tree, and in the text. */
enum { UP = 4, UP_TO_CARRIER = 6, FAR = 64 };

typedef enum hand { NOBODY, PASSES_ON, IS_TOLD } hand;

typedef struct look { /* for the relays of one claim */
    const lgm_trees *t;
    const uint32_t *by_head, *owner;
    const lgm_doc_claim *claim;
    uint32_t speaker;
    const bool *speaks; /* [n_entities] makes a claim */
} look;

static uint32_t preposition(const lgm_trees *t, uint32_t word)
{
    for (uint32_t c = lgm_tree_left(t, word); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_case) return c;
    return LGM_NONE;
}

/* ---- the entity of a word -------------------------------------------------------------------- */

/* The name within a description: "the semi-official Echo news agency", "the newspaper Echo". */
static uint32_t name_within(const lgm_trees *t, uint32_t word)
{
    const uint32_t own = lgm_tree_name(t, word);
    if (own != LGM_NONE || t->upos[word] != LGM_UPOS_NOUN) return own;
    const uint32_t chains[] = {lgm_tree_left(t, word), lgm_tree_right(t, word)};
    for (size_t k = 0; k < LGM_COUNT(chains); k++)
        for (uint32_t c = chains[k]; c != LGM_NONE; c = lgm_tree_next(t, c)) {
            const bool same = t->rel[c] == LGM_REL_compound || t->rel[c] == LGM_REL_appos ||
                              t->rel[c] == LGM_REL_flat;
            const uint32_t name = same ? lgm_tree_name(t, c) : LGM_NONE;
            if (name != LGM_NONE && (t->doc->names[name].type == LGM_ENTITY_ORG ||
                                     t->doc->names[name].type == LGM_ENTITY_OTH))
                return name;
        }
    return LGM_NONE;
}

/* "The Echo news agency" is Echo where that is known for an outlet, or where the description leads
 * nowhere else; "Tolvan media" are no Tolvans. */
static uint32_t entity_at(const look *l, uint32_t word)
{
    const lgm_doc *const doc = l->t->doc;
    const uint32_t m = l->by_head[word], within = name_within(l->t, word);
    const uint32_t own = m != LGM_NONE ? doc->mentions[m].entity : LGM_NONE;
    const uint32_t named = within != LGM_NONE ? l->owner[within] : LGM_NONE;
    if (named == LGM_NONE) return own;
    const bool sure = lgm_tree_name(l->t, word) != LGM_NONE || own == LGM_NONE ||
                      own == l->speaker || lgm_speaker_is_outlet(doc, &doc->entities[named]);
    return sure ? named : own;
}

static bool is_body(const lgm_doc_entity *e)
{
    return e->name != LGM_NONE && (e->type == LGM_ENTITY_ORG || e->type == LGM_ENTITY_OTH);
}

/* ---- how it stands --------------------------------------------------------------------------- */

/* "A BBC interview": the outlet before the noun. */
static bool is_before_interview(const lgm_trees *t, uint32_t word)
{
    const uint32_t up = t->doc->head[word];
    return up != LGM_NONE && t->rel[word] == LGM_REL_compound &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, up), "interview", "appearance", "op-ed", "column");
}

/* "Told X", wherever the tree hangs it: the name right behind the cue. */
static bool is_told_next(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    const uint32_t end = c->cue.at[c->cue.n - 1].end, name = lgm_tree_name(t, word);
    if (name == LGM_NONE || !lgm_doc_lemma_is(t->doc, end - 1, "tell")) return false;
    const uint32_t start = t->doc->names[name].tokens.start;
    return start == end || (start == end + 1 && t->upos[end] == LGM_UPOS_DET);
}

/* "Told The Ledger that the dam was safe": by its article, or since the report shows it elsewhere.
 * "The dam is safe," Ada Lind told Morning Line on Friday: a name that no list has is an outlet
 * where a person has told it something and it is no body that acts by itself: it says nothing in
 * the report, and is called neither by initials nor a party, a court, an institute of something. */
static bool is_told_unlisted(const look *l, uint32_t word, const lgm_doc_entity *e)
{
    const lgm_doc *const doc = l->t->doc;
    const lgm_parts *const cue = &l->claim->cue;
    const uint32_t end = cue->at[cue->n - 1].end;
    const bool once = end - cue->at[cue->n - 1].start == 1 &&
                      LGM_SLICE_IN(lgm_doc_form(doc, end - 1), "told", "tells");
    if (!once || !is_told_next(l->t, l->claim, word)) return false;
    if (e->type != LGM_ENTITY_ORG && e->type != LGM_ENTITY_OTH) return false;
    if (lgm_speaker_works_as_outlet(l->t, e) ||
        lgm_speaker_has_capital_the(doc, &doc->names[lgm_tree_name(l->t, word)]))
        return true;
    if (e->type != LGM_ENTITY_ORG || l->speaker == LGM_NONE ||
        doc->entities[l->speaker].type != LGM_ENTITY_PER)
        return false;
    if (l->speaks[e - doc->entities] || l->claim->form == LGM_FORM_INDIRECT) return false;
    const lgm_tokspan name = doc->names[lgm_tree_name(l->t, word)].tokens;
    for (uint32_t w = name.start; w < name.end; w++)
        if ((lgm_phrase_speaks(doc, w, w + 1) & LGM_SPEAKS_BODY) ||
            LGM_SLICE_IN(lgm_doc_form(doc, w), "of", "for", "on"))
            return false;
    const lgm_slice form = lgm_doc_form(doc, name.start);
    return name.end - name.start > 1 || (form.len > 5 && form.ptr[1] >= 'a' && form.ptr[1] <= 'z');
}

static bool is_interview_with(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word,
                              uint32_t at)
{
    const uint32_t up = t->doc->head[word];
    if (lgm_speaker_interviews(t, c, word)) return true;
    return at != LGM_NONE && up != LGM_NONE &&
           LGM_SLICE_IN(lgm_doc_form(t->doc, at), "with", "to") &&
           lgm_doc_lemma_is(t->doc, up, "interview") && lgm_tree_is_below(t, &c->cue, word, UP);
}

/* What one does for an outlet, or is in one. */
static bool is_piece(const lgm_doc *doc, uint32_t word)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, word), "write", "column", "op-ed", "essay", "article",
                        "piece", "interview", "appearance", "report");
}

/* How an outlet outside of the source stands to the claim. */
static hand outlet_beside(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    if (is_told_next(t, c, word)) return IS_TOLD;
    if (lgm_speaker_interviews(t, c, word)) return IS_TOLD;
    const bool behind = lgm_speaker_is_behind(t, c, word);
    if (!behind && !lgm_tree_is_below(t, &c->cue, word, UP_TO_CARRIER)) return NOBODY;
    const uint32_t at = preposition(t, word), up = t->doc->head[word];
    const lgm_slice prep = at == LGM_NONE ? (lgm_slice){0} : lgm_doc_form(t->doc, at);
    if (at != LGM_NONE && lgm_speaker_is_carrier(t, word, prep)) return PASSES_ON;
    if (!behind && !lgm_tree_is_below(t, &c->cue, word, UP)) return NOBODY;
    if (at == LGM_NONE) {
        const bool object = t->rel[word] == LGM_REL_obj || t->rel[word] == LGM_REL_iobj;
        return object || is_before_interview(t, word) ? IS_TOLD : NOBODY;
    }
    if (LGM_SLICE_IN(prep, "by")) return PASSES_ON;
    if (LGM_SLICE_IN(prep, "in", "for"))
        return lgm_parts_have(&c->cue, up) || is_piece(t->doc, up) ? IS_TOLD : NOBODY;
    return LGM_SLICE_IN(prep, "with", "to", "on", "at") ? IS_TOLD : NOBODY;
}

/* "A doctor, speaking to a Reuters reporter, said": to the outlet, or to one who hears for it. */
static bool is_spoken_to(const lgm_trees *t, uint32_t word)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t staff = doc->head[word];
    if (staff != LGM_NONE && t->rel[word] == LGM_REL_compound &&
        LGM_SLICE_IN(lgm_doc_lemma(doc, staff), "reporter", "correspondent", "journalist",
                     "interviewer"))
        word = staff;
    const uint32_t at = preposition(t, word), up = doc->head[word];
    return at != LGM_NONE && up != LGM_NONE && LGM_SLICE_IN(lgm_doc_form(doc, at), "to", "with") &&
           LGM_SLICE_IN(lgm_doc_form(doc, up), "speaking", "talking", "spoke");
}

/* The same within the source: "a letter seen by X", "Ada Lind at X wrote". */
static hand outlet_within(const look *l, uint32_t word)
{
    const lgm_trees *const t = l->t;
    if (is_spoken_to(t, word)) return IS_TOLD;
    const uint32_t at = preposition(t, word), up = t->doc->head[word];
    if (at == LGM_NONE || up == LGM_NONE) return NOBODY;
    const lgm_slice prep = lgm_doc_form(t->doc, at);
    if (lgm_speaker_is_carrier(t, word, prep) && lgm_parts_have(&l->claim->source, up))
        return PASSES_ON;
    const uint32_t before = at > 0 ? lgm_tree_name(t, at - 1) : LGM_NONE; /* or by the tree */
    const uint32_t name = before == LGM_NONE ? lgm_tree_name(t, up) : before;
    if (name == LGM_NONE || t->doc->names[name].type != LGM_ENTITY_PER) return NOBODY;
    if (!LGM_SLICE_IN(prep, "at", "in", "for")) return NOBODY;
    for (uint8_t i = 0; i < l->claim->cue.n; i++)
        for (uint32_t w = l->claim->cue.at[i].start; w < l->claim->cue.at[i].end; w++)
            if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, w), "write", "argue", "agree", "note", "opine",
                             "observe", "muse"))
                return IS_TOLD;
    return NOBODY;
}

static hand hand_of(const look *l, uint32_t word, uint32_t entity)
{
    const lgm_trees *const t = l->t;
    const lgm_doc_entity *const it = &t->doc->entities[entity];
    const uint32_t at = preposition(t, word);
    if (!lgm_speaker_is_outlet(t->doc, it)) {
        const bool told = is_body(it) && is_interview_with(t, l->claim, word, at);
        return (told && !lgm_parts_have(&l->claim->source, word)) || is_told_unlisted(l, word, it)
                   ? IS_TOLD
                   : NOBODY;
    }
    return lgm_parts_have(&l->claim->source, word) ? outlet_within(l, word)
                                                   : outlet_beside(t, l->claim, word);
}

/* The words that may tell: not what is said, and of a claim within another what that one says. */
static bool may_tell(const look *l, uint32_t outer, uint32_t word)
{
    if (lgm_parts_have(&l->claim->content, word)) return false;
    return outer == LGM_NONE || lgm_parts_have(&l->t->doc->claims[outer].content, word);
}

lgm_relays lgm_speaker_via(const lgm_trees *t, const uint32_t *by_head, const uint32_t *owner,
                           const bool *speaks, uint32_t claim, uint32_t speaker)
{
    const lgm_doc *const doc = t->doc;
    const look l = {t, by_head, owner, &doc->claims[claim], speaker, speaks};
    const uint32_t outer = lgm_doc_parent(doc, claim);
    lgm_relays first = {0}, told = {0};
    if (l.claim->cue.n == 0) return first;
    for (uint32_t i = 0; doc->claim_relay && i < doc->claim_relay[claim].n; i++) {
        const uint32_t e = entity_at(&l, doc->claim_relay[claim].at[i]);
        if (e != LGM_NONE && e != speaker) lgm_relays_add(&first, e);
    }
    const lgm_tokspan near = lgm_tree_around(t, l.claim->cue.at[0].start, FAR);
    for (uint32_t w = near.start; w < near.end; w++) {
        const uint32_t e = may_tell(&l, outer, w) ? entity_at(&l, w) : LGM_NONE;
        const hand is = e == LGM_NONE || e == speaker ? NOBODY : hand_of(&l, w, e);
        if (is == NOBODY) continue;
        lgm_relays_add(is == PASSES_ON ? &first : &told, e);
        LGM_WHY_TREE(
            doc, CLAIM, claim, "via", lgm_doc_top_word(doc, l.claim->cue.at[0]), LGM_ONE_WORD(w),
            is == PASSES_ON ? "It is an outlet that carries what is said (data/phrase/outlets.txt)"
                            : "It is an outlet, or a body, that is told, interviews or is written "
                              "for (data/phrase/outlets.txt)");
    }
    for (uint32_t i = 0; i < told.n; i++) lgm_relays_add(&first, told.at[i]);
    return first;
}
