/* addressee.c - looks at what hangs on the cue, on a noun of the cue, and on a letter. */
#include "speaker/addressee.h"

#include "legomena/kinds.h"
#include "phrase/speaks.h"
#include "speaker/speaker_kind.h"
#include "speaker/speaker_words.h"
#include "tree/shape.h"

enum { FAR = 64 }; /* tokens between the cue and who is told */

typedef struct finder {
    const lgm_trees *t;
    const uint32_t *by_head, *owner;
    const lgm_claim_who *who;
    lgm_doc_addressee *out;
    uint32_t n;
} finder;

/* ---- who can be told ------------------------------------------------------------------------- */

static uint32_t entity_at(const finder *f, uint32_t word)
{
    const uint32_t m = f->by_head[word], name = lgm_tree_name(f->t, word);
    if (m != LGM_NONE && f->t->doc->mentions[m].entity != LGM_NONE)
        return f->t->doc->mentions[m].entity;
    return name != LGM_NONE ? f->owner[name] : LGM_NONE;
}

static bool is_told_type(uint8_t type)
{
    return type == LGM_ENTITY_PER || type == LGM_ENTITY_ORG || type == LGM_ENTITY_GPE;
}

static bool is_relay(const lgm_claim_who *who, uint32_t entity)
{
    for (uint32_t i = 0; i < who->via.n; i++)
        if (who->via.at[i] == entity) return true;
    return false;
}

/* A pronoun for persons, and none that only leads to them. */
static bool is_somebody(const lgm_trees *t, uint32_t word)
{
    const lgm_slice form = lgm_doc_form(t->doc, word);
    switch (t->word[word]) {
    case LGM_PRO_NONE:
    case LGM_PRO_IT:
    case LGM_PRO_THIS:
    case LGM_PRO_WHO:
    case LGM_PRO_WHICH:
    case LGM_PRO_PLACE:
    case LGM_PRO_TIME: return false;
    default: return form.len < 5 || memcmp(form.ptr + form.len - 5, "thing", 5) != 0;
    }
}

/* A medium carries what it is told; a meeting is where it is told. */
static bool can_be_told(const finder *f, uint32_t word, uint32_t entity)
{
    const lgm_doc *const doc = f->t->doc;
    const unsigned kinds = lgm_phrase_speaks(doc, word, word + 1);
    const unsigned folk = LGM_SPEAKS_CROWD | LGM_SPEAKS_BODY | LGM_SPEAKS_PERSON;
    if (kinds & (LGM_SPEAKS_OUTLET | LGM_SPEAKS_OUTLET_WORD | LGM_SPEAKS_DOCUMENT)) return false;
    if (lgm_tree_is_reflexive(lgm_doc_form(doc, word)) ||
        (lgm_speaker_word(doc, word) & LGM_SPEAKER_MEETING))
        return false;
    if (entity != LGM_NONE) {
        const lgm_doc_entity *const e = &doc->entities[entity];
        return entity != f->who->speaker && !is_relay(f->who, entity) && is_told_type(e->type) &&
               !lgm_speaker_is_outlet(doc, e);
    }
    if (f->t->upos[word] == LGM_UPOS_PRON) return is_somebody(f->t, word);
    const uint32_t m = f->by_head[word];
    return (kinds & folk) || (m != LGM_NONE && is_told_type(doc->mentions[m].type));
}

/* ---- one, or several ------------------------------------------------------------------------- */

/* The words of one of several: up to the "and" or comma before the next. */
static lgm_tokspan words_of(const finder *f, uint32_t word)
{
    const lgm_trees *const t = f->t;
    lgm_tokspan s = {lgm_tree_first(t, word), lgm_tree_last(t, word)};
    const uint32_t prep = lgm_tree_left_child(t, word, LGM_REL_case);
    if (prep != LGM_NONE && lgm_tree_last(t, prep) > s.start) s.start = lgm_tree_last(t, prep);
    for (uint32_t c = lgm_tree_right(t, word); c != LGM_NONE && c - word <= FAR;
         c = lgm_tree_next(t, c)) {
        const uint8_t rel = t->rel[c];
        const bool behind = rel == LGM_REL_conj || rel == LGM_REL_acl || rel == LGM_REL_advcl ||
                            rel == LGM_REL_punct || rel == LGM_REL_parataxis ||
                            rel == LGM_REL_appos || rel == LGM_REL_ccomp || rel == LGM_REL_xcomp;
        if (behind && lgm_tree_first(t, c) < s.end) {
            s.end = lgm_tree_first(t, c);
            break;
        }
    }
    for (; s.start < word; s.start++) {
        const uint8_t upos = t->upos[s.start];
        if (upos != LGM_UPOS_CCONJ && upos != LGM_UPOS_PUNCT && upos != LGM_UPOS_ADP) break;
    }
    return s;
}

static void put(finder *f, uint32_t word)
{
    const uint32_t e = entity_at(f, word);
    if (f->n == LGM_MAX_ADDRESSEES || !can_be_told(f, word, e)) return;
    const lgm_tokspan s = words_of(f, word);
    for (uint32_t i = 0; i < f->n; i++)
        if (f->out[i].tokens.start < s.end && s.start < f->out[i].tokens.end) return;
    if (s.start > word || s.end <= word) return;
    uint32_t at = f->n++;
    for (; at > 0 && f->out[at - 1].tokens.start > s.start; at--) f->out[at] = f->out[at - 1];
    f->out[at] = (lgm_doc_addressee){s, e};
}

static void put_all(finder *f, uint32_t word)
{
    put(f, word);
    for (uint32_t c = lgm_tree_right(f->t, word); c != LGM_NONE && c - word <= FAR;
         c = lgm_tree_next(f->t, c))
        if (f->t->rel[c] == LGM_REL_conj && f->t->upos[c] != LGM_UPOS_VERB) put(f, c);
}

/* ---- where they stand ------------------------------------------------------------------------ */

/* LGM_SPEAKER_TELLS_* of the preposition of a word; 0 for another, TELLS for none. */
static uint32_t way_of(const lgm_trees *t, uint32_t word)
{
    const uint32_t prep = lgm_tree_left_child(t, word, LGM_REL_case);
    if (prep == LGM_NONE) return LGM_SPEAKER_TELLS;
    const lgm_slice form = lgm_doc_form(t->doc, prep);
    if (LGM_SLICE_IN(form, "to", "at")) return LGM_SPEAKER_TELLS_TO;
    if (LGM_SLICE_IN(form, "on", "upon")) return LGM_SPEAKER_TELLS_ON;
    if (lgm_slice_eq(form, LGM_SLICE("with"))) return LGM_SPEAKER_TELLS_WITH;
    return lgm_slice_eq(form, LGM_SLICE("before")) ? LGM_SPEAKER_TELLS_BEFORE : 0;
}

static bool is_outside(const lgm_doc_claim *c, uint32_t word)
{
    return !lgm_parts_have(&c->content, word) && !lgm_parts_have(&c->source, word);
}

/* "Letter to residents", "remarks before reporters": whom it goes to. */
static void to_whom(finder *f, const lgm_doc_claim *c, uint32_t letter)
{
    const uint32_t ways = LGM_SPEAKER_TELLS_TO | LGM_SPEAKER_TELLS_WITH | LGM_SPEAKER_TELLS_BEFORE;
    for (uint32_t k = lgm_tree_right(f->t, letter); k != LGM_NONE && k - letter <= FAR;
         k = lgm_tree_next(f->t, k))
        if (f->t->rel[k] == LGM_REL_nmod && (way_of(f->t, k) & ways) &&
            !lgm_parts_have(&c->content, k))
            put_all(f, k);
}

/* What hangs on a verb of the cue. Whom one urges to do something is told and is in the content as
 * well. */
static void at_verb(finder *f, const lgm_doc_claim *c, uint32_t verb, uint32_t child)
{
    const lgm_trees *const t = f->t;
    const uint32_t tells = lgm_speaker_word(t->doc, verb) & ~(uint32_t)LGM_SPEAKER_LETTER;
    const uint8_t rel = t->rel[child];
    if (lgm_tree_quote(t, child) != lgm_tree_quote(t, verb)) return;
    if (rel == LGM_REL_obj || rel == LGM_REL_iobj) {
        if ((tells & LGM_SPEAKER_TELLS) && way_of(t, child) == LGM_SPEAKER_TELLS) put_all(f, child);
    } else if (rel == LGM_REL_obl || rel == LGM_REL_nmod) {
        if (lgm_speaker_word(t->doc, child) & LGM_SPEAKER_LETTER) {
            if (is_outside(c, child)) to_whom(f, c, child);
        } else if (way_of(t, child) & tells & ~(uint32_t)LGM_SPEAKER_TELLS) {
            put_all(f, child);
        }
    }
}

/* "Residents were told": the subject of the passive. */
static bool is_passive_subject(const lgm_trees *t, uint32_t verb, uint32_t child)
{
    const char *const tag = lgm_doc_xpos(t->doc, verb);
    const uint32_t aux = lgm_tree_left_child(t, verb, LGM_REL_aux);
    return t->rel[child] == LGM_REL_nsubj && tag && strcmp(tag, "VBN") == 0 && aux != LGM_NONE &&
           lgm_doc_lemma_is(t->doc, aux, "be") &&
           (lgm_speaker_word(t->doc, verb) & LGM_SPEAKER_TELLS);
}

static void at_word(finder *f, const lgm_doc_claim *c, uint32_t word)
{
    const lgm_trees *const t = f->t;
    if (t->upos[word] == LGM_UPOS_NOUN) to_whom(f, c, word);
    if (t->upos[word] != LGM_UPOS_VERB) return;
    for (uint32_t k = lgm_tree_left(t, word); k != LGM_NONE && word - k <= FAR;
         k = lgm_tree_next(t, k)) {
        if (is_passive_subject(t, word, k))
            put_all(f, k);
        else
            at_verb(f, c, word, k);
    }
    for (uint32_t k = lgm_tree_right(t, word); k != LGM_NONE && k - word <= FAR;
         k = lgm_tree_next(t, k))
        at_verb(f, c, word, k);
}

uint32_t lgm_speaker_addressees(const lgm_trees *t, const uint32_t *by_head, const uint32_t *owner,
                                uint32_t claim, const lgm_claim_who *who,
                                lgm_doc_addressee out[LGM_MAX_ADDRESSEES])
{
    const lgm_doc_claim *const c = &t->doc->claims[claim];
    finder f = {t, by_head, owner, who, out, 0};
    for (uint32_t i = 0; i < c->cue.n; i++)
        for (uint32_t w = c->cue.at[i].start; w < c->cue.at[i].end; w++) at_word(&f, c, w);
    if (c->source.n > 0) {
        const uint32_t top = lgm_speaker_top(t->doc, &c->source);
        if (lgm_speaker_word(t->doc, top) & LGM_SPEAKER_LETTER) to_whom(&f, c, top);
    }
    return f.n;
}
