/* turns.c - the turns that claims are, and what their words say of how they follow each other. */
#include <string.h>

#include "legomena/kinds.h"
#include "occasion/path.h"
#include "occasion/turn.h"
#include "occasion/turn_words.h"
#include "tree/shape.h"

enum { LEAD = 1 }; /* paragraphs of a lead behind the first claim */

static bool is_present(const lgm_doc *doc, uint32_t cue)
{
    const char *const tag = lgm_doc_xpos(doc, cue);
    return strcmp(tag, "VBZ") == 0 || strcmp(tag, "VBP") == 0;
}

/* "Lind says", and not "Lind wants", "the firm expects", "his call for": they hold it, and nobody
 * says when. */
static bool is_held(const lgm_trees *t, uint32_t cue)
{
    const lgm_doc *const doc = t->doc;
    if (t->upos[cue] == LGM_UPOS_NOUN) return true;
    const uint32_t aux = lgm_tree_left_child(t, cue, LGM_REL_aux);
    const bool does = aux != LGM_NONE && LGM_SLICE_IN(lgm_doc_form(doc, aux), "does", "do");
    return (does || is_present(doc, cue)) &&
           !LGM_SLICE_IN(lgm_doc_lemma(doc, cue), "say", "tell", "add", "argue", "explain",
                         "insist", "note", "warn", "claim", "ask", "reply", "recall", "admit",
                         "acknowledge", "continue", "stress", "conclude", "observe", "joke",
                         "write", "go");
}

static bool is_pronoun(const lgm_trees *t, const lgm_doc_claim *c)
{
    return c->source.n == 1 && c->source.at[0].end - c->source.at[0].start == 1 &&
           t->upos[c->source.at[0].start] == LGM_UPOS_PRON;
}

bool lgm_occasion_is_beside(const lgm_trees *t, uint32_t verb)
{
    const uint32_t mark = lgm_tree_left_child(t, verb, LGM_REL_mark);
    return t->rel[verb] == LGM_REL_advcl && mark != LGM_NONE &&
           !LGM_SLICE_IN(lgm_doc_form(t->doc, mark), "when", "When", "as", "As", "while", "While");
}

bool lgm_occasion_is_soon(const lgm_trees *t, uint32_t verb)
{
    const uint32_t mark = lgm_tree_left_child(t, verb, LGM_REL_mark);
    return mark != LGM_NONE && mark > 0 && lgm_tree_form_is(t->doc, mark, "after") &&
           LGM_SLICE_IN(lgm_doc_form(t->doc, mark - 1), "moments", "minutes", "seconds", "shortly",
                        "soon", "just", "immediately", "right");
}

/* "An official": one, and not by name. */
static bool is_some_one(const lgm_doc *doc, uint32_t claim, uint32_t speaker)
{
    const lgm_parts *const source = &doc->claims[claim].source;
    return source->n > 0 && doc->entities[speaker].name == LGM_NONE &&
           LGM_SLICE_IN(lgm_doc_form(doc, source->at[0].start), "a", "an", "A", "An");
}

/* A person's name with an office. */
static bool is_described(const lgm_trees *t, uint32_t claim, uint32_t speaker)
{
    const lgm_doc *const doc = t->doc;
    const lgm_parts *const source = &doc->claims[claim].source;
    if (source->n == 0 || doc->entities[speaker].type != LGM_ENTITY_PER) return false;
    const uint32_t name = lgm_tree_name_of(t, source);
    if (name == LGM_NONE) return false;
    const lgm_tokspan s = doc->names[name].tokens;
    return s.end - s.start < source->at[0].end - source->at[0].start;
}

/* "Another", "separate" among the words of the venue or before them. */
static bool is_another(const lgm_doc *doc, lgm_tokspan venue)
{
    const uint32_t from = venue.start > 0 ? venue.start - 1 : 0;
    for (uint32_t w = from; w < venue.end; w++)
        if (LGM_SLICE_IN(lgm_doc_form(doc, w), "another", "separate", "second", "later",
                         "different", "subsequent", "earlier", "previous"))
            return true;
    return false;
}

bool lgm_occasion_is_the(const lgm_doc *doc, lgm_tokspan venue)
{
    return venue.start > 0 && LGM_SLICE_IN(lgm_doc_form(doc, venue.start - 1), "the", "The", "his",
                                           "her", "its", "their", "His", "Her", "this", "that");
}

/* "The committee", and not "police". */
static bool is_one_body(const lgm_doc *doc, uint32_t claim, uint32_t speaker)
{
    const lgm_parts *const source = &doc->claims[claim].source;
    if (source->n == 0 || doc->entities[speaker].type != LGM_ENTITY_ORG) return false;
    const uint32_t head = lgm_occasion_top(doc, source->at[0]);
    return strcmp(lgm_doc_xpos(doc, head), "NN") == 0 &&
           !LGM_SLICE_IN(lgm_doc_lemma(doc, head), "police", "staff", "family", "crew");
}

static bool is_group(const lgm_doc *doc, uint32_t claim, uint32_t speaker)
{
    const uint8_t kind = doc->claim_who[claim].kind, type = doc->entities[speaker].type;
    const bool many = kind == LGM_SPEAKER_GROUP && doc->entities[speaker].name == LGM_NONE &&
                      !is_one_body(doc, claim, speaker);
    return many || kind == LGM_SPEAKER_ANONYMOUS || type == LGM_ENTITY_GPE ||
           type == LGM_ENTITY_LOC;
}

static lgm_occasion_turn turn_of(const lgm_trees *t, uint32_t claim, uint32_t speaker,
                                 uint32_t first)
{
    const lgm_doc *const doc = t->doc;
    const lgm_doc_claim *const c = &doc->claims[claim];
    const uint32_t cue = lgm_occasion_cue_word(t, c);
    const bool lead = lgm_tree_par(t, cue) <= first + LEAD;
    const lgm_tokspan venue = doc->claim_venue[claim];
    return (lgm_occasion_turn){
        .stated = {doc->claim_when[claim], doc->claim_who[claim].via, venue},
        .token = c->cue.at[0].start,
        .claim = claim,
        .speaker = speaker,
        .told = lgm_doc_lemma_is(doc, cue, "tell"),
        .apart = lgm_occasion_is_at_other_time(t, cue, lead) ||
                 lgm_occasion_has_other_times(t, c, cue) || (!lead && is_held(t, cue)),
        .then = lgm_occasion_is_then(t, c),
        .present = is_present(doc, cue),
        .in_front = venue.start < venue.end && venue.end <= c->cue.at[0].start,
        .pronoun = is_pronoun(t, c),
        .some_one = lead && is_some_one(doc, claim, speaker),
        .described = is_described(t, claim, speaker),
        .group = is_group(doc, claim, speaker),
        .away = lgm_occasion_is_away(t, cue),
        .another =
            lgm_occasion_is_beside(t, cue) || (venue.start < venue.end && is_another(doc, venue)),
        .the_venue = venue.start < venue.end && lgm_occasion_is_the(doc, venue),
        .soon = lgm_occasion_is_soon(t, cue),
        .programme = lgm_occasion_is_programme(t, c),
        .deed = lgm_occasion_deed_of(t, cue)};
}

/* A claim without a cue goes on in the vein of the last one. */
static lgm_occasion_turn silent_turn(const lgm_doc *doc, uint32_t claim, uint32_t speaker)
{
    const lgm_doc_claim *const c = &doc->claims[claim];
    return (lgm_occasion_turn){.stated = {.when = LGM_NONE, .via = doc->claim_who[claim].via},
                               .token = c->content.at[0].start,
                               .claim = claim,
                               .speaker = speaker,
                               .pronoun = true,
                               .group = is_group(doc, claim, speaker),
                               .deed = LGM_NONE};
}

/* "Lind, Brock and Veld said on Friday": it was Friday for each. */
static bool add_others(const lgm_doc *doc, lgm_arena *scratch, uint32_t claim,
                       lgm_occasion_turns *turns)
{
    const lgm_claim_who *const who = &doc->claim_who[claim];
    if (doc->claim_when[claim] == LGM_NONE) return true;
    for (uint32_t i = 1; i < who->n_speakers; i++) {
        const lgm_occasion_turn turn = {.stated = {.when = doc->claim_when[claim]},
                                        .token = doc->claims[claim].cue.at[0].start,
                                        .claim = LGM_NONE,
                                        .speaker = doc->speakers[who->first + i],
                                        .deed = LGM_NONE};
        if (!lgm_vec_push(scratch, turns, turn)) return false;
    }
    return true;
}

bool lgm_occasion_claim_turns(const lgm_trees *t, lgm_arena *scratch, lgm_occasion_turns *turns)
{
    const lgm_doc *const doc = t->doc;
    const lgm_doc_claim *const top = &doc->claims[0];
    const uint32_t first =
        lgm_tree_par(t, top->cue.n ? top->cue.at[0].start : top->content.at[0].start);
    for (uint32_t i = 0; i < doc->n_claims; i++) {
        const uint32_t speaker = doc->claim_who[i].speaker;
        if (speaker == LGM_NONE || lgm_doc_parent(doc, i) != LGM_NONE) continue;
        lgm_occasion_turn turn =
            doc->claims[i].cue.n > 0 ? turn_of(t, i, speaker, first) : silent_turn(doc, i, speaker);
        if (turn.soon && turns->n > 0 && doc->entities[speaker].name == LGM_NONE)
            turn.speaker = turns->at[turns->n - 1].speaker; /* "after the senator spoke" */
        if (!lgm_vec_push(scratch, turns, turn)) return false;
        if (!turn.apart && doc->claims[i].cue.n > 0 && !add_others(doc, scratch, i, turns))
            return false;
    }
    return true;
}
