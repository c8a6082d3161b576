/*
 * subject.c - where no source was found in the sentence of the cue, the subject of the cue is who
 * says it.
 *
 *     Police arrested a man but said his motive was unknown.      Police
 *     Activists marched, condemning the vote.                     Activists
 *     Police say Veld shot her. He was held and denies it.        He
 *
 * Limits: the verb is active, its subject is in the sentence before it and no part of what is said,
 * and somebody who can speak: a name, a pronoun, a noun for people or bodies. Who seems, or meets
 * criticism, says nothing; nor does who "allegedly" did something.
 */
#include "attrib/claim_words.h"
#include "attrib/claims.h"
#include "attrib/clause.h"
#include "doc/why.h"
#include "legomena/kinds.h"
#include "phrase/speaks.h"

/* The last verb of the cue; LGM_NONE. */
static uint32_t verb_of(const lgm_trees *t, const lgm_parts *cue)
{
    for (uint8_t i = cue->n; i-- > 0;)
        for (uint32_t w = cue->at[i].end; w-- > cue->at[i].start;)
            if (t->upos[w] == LGM_UPOS_VERB) return w;
    return LGM_NONE;
}

static bool is_gerund(const lgm_doc *doc, uint32_t verb)
{
    const char *const tag = doc->xpos.of ? lgm_doc_xpos(doc, verb) : NULL;
    return tag && strcmp(tag, "VBG") == 0;
}

/* "Blamed for": of a verb that forms no tense here. */
static bool is_bare_participle(const lgm_trees *t, uint32_t verb)
{
    const char *const tag = t->doc->xpos.of ? lgm_doc_xpos(t->doc, verb) : NULL;
    return tag && strcmp(tag, "VBN") == 0 &&
           lgm_tree_left_child(t, verb, LGM_REL_aux) == LGM_NONE;
}

/* Is somebody else's view in the cue: "seems", "received criticism", "allegedly"? */
static bool is_of_others(const lgm_doc *doc, const lgm_parts *cue, uint32_t verb)
{
    for (uint8_t i = 0; i < cue->n; i++)
        for (uint32_t w = cue->at[i].start; w < cue->at[i].end; w++)
            if (lgm_attrib_phrase_kinds(doc, w, w + 1) & LGM_ATTRIB_HEARSAY) return true;
    return LGM_SLICE_IN(lgm_doc_lemma(doc, verb), "seem", "appear", "look", "be", "receive", "draw",
                        "face", "get");
}

static bool is_infinitive(const lgm_trees *t, uint32_t verb)
{
    const uint32_t mark = lgm_tree_left_child(t, verb, LGM_REL_mark);
    return mark != LGM_NONE && t->upos[mark] == LGM_UPOS_PART;
}

/* Its own subject or, of "condemning", whom it is said of. */
static uint32_t subject_of(const lgm_trees *t, uint32_t verb)
{
    const uint32_t own = lgm_attrib_subject(t, verb), up = t->doc->head[verb];
    if (own != LGM_NONE || up == LGM_NONE || up > verb || !is_gerund(t->doc, verb)) return own;
    if (t->rel[verb] == LGM_REL_acl) return up;
    return t->rel[verb] == LGM_REL_advcl && !lgm_attrib_is_passive(t, up)
               ? lgm_attrib_subject(t, up)
               : LGM_NONE;
}

static bool can_speak(const lgm_trees *t, uint32_t word)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t name = lgm_tree_name(t, word);
    const unsigned who = LGM_SPEAKS_CROWD | LGM_SPEAKS_BODY | LGM_SPEAKS_PERSON | LGM_SPEAKS_FIRM |
                         LGM_SPEAKS_OUTLET_WORD | LGM_SPEAKS_ANONYMOUS;
    if (name != LGM_NONE) {
        const uint8_t type = doc->names[name].type;
        return type == LGM_ENTITY_PER || type == LGM_ENTITY_ORG || type == LGM_ENTITY_GPE;
    }
    switch (t->word[word]) {
    case LGM_PRO_I:
    case LGM_PRO_HE:
    case LGM_PRO_SHE:
    case LGM_PRO_WE:
    case LGM_PRO_WHO: return true;
    default: break;
    }
    return (t->upos[word] == LGM_UPOS_NOUN || t->upos[word] == LGM_UPOS_PROPN) &&
           ((lgm_phrase_speaks(doc, word, word + 1) & who) ||
            (lgm_attrib_lemma_kinds(doc, word) & LGM_ATTRIB_PEOPLE));
}

/* The words of the subject, no further than to the cue; empty where it is none. */
static lgm_tokspan source_of(const lgm_trees *t, const lgm_doc_claim *c)
{
    const lgm_tokspan none = {0, 0};
    const uint32_t verb = verb_of(t, &c->cue);
    if (verb == LGM_NONE || lgm_attrib_is_passive(t, verb) || is_bare_participle(t, verb) ||
        is_infinitive(t, verb) || is_of_others(t->doc, &c->cue, verb))
        return none;
    const uint32_t who = subject_of(t, verb);
    if (who == LGM_NONE || verb - who > LGM_ATTRIB_REACH || !can_speak(t, who)) return none;
    const lgm_tokspan before = {lgm_tree_sentence(t, verb).start, c->cue.at[0].start};
    const lgm_tokspan s = lgm_attrib_yield(t, who, before);
    return s.start < s.end && who < s.end && !lgm_attrib_parts_meet(&c->content, s) &&
                   !lgm_attrib_parts_meet(&c->cue, s)
               ? s
               : none;
}

/* Does the source stand in a sentence before that of the cue? */
static bool is_earlier(const lgm_trees *t, const lgm_doc_claim *c)
{
    return c->source.n > 0 &&
           c->source.at[c->source.n - 1].end <= lgm_tree_sentence(t, c->cue.at[0].start).start;
}

void lgm_attrib_subjects(lgm_attrib_draft *d)
{
    for (size_t k = 0; k < d->claims->at.n; k++) {
        lgm_doc_claim *const c = &d->claims->at.at[k];
        if (c->cue.n == 0 || c->content.n == 0) continue;
        if (c->source.n > 0 && !is_earlier(d->tree, c)) continue;
        const lgm_tokspan s = source_of(d->tree, c);
        if (s.start == s.end) continue;
        c->source.at[0] = s;
        c->source.n = 1;
        LGM_WHY_TREE(d->doc, DRAFT, (uint32_t)k, "source", verb_of(d->tree, &c->cue), s,
                     "The model links the cue to no source of its sentence: its subject says it");
    }
}
