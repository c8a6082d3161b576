/* stand_in.c - "the carmaker", "the latter". */
#include "speaker/stand_in.h"

#include "base/sorted.h"
#include "legomena/kinds.h"
#include "phrase/speaks.h"
#include "speaker/speaker_kind.h"
#include "tree/shape.h"

enum { FAR = 400, SENTENCES = 6 }; /* that are looked back: tokens and sentences */

/* The last name that begins before the token; LGM_NONE. */
static uint32_t name_before(const lgm_doc *doc, uint32_t token)
{
    const size_t i = LGM_SORTED_FIRST(lgm_name, doc->names, doc->n_names, tokens.start, token);
    return i > 0 ? (uint32_t)i - 1 : LGM_NONE;
}

static bool is_definite(const lgm_trees *t, lgm_tokspan m)
{
    return lgm_tree_form_is(t->doc, m.start, "the") || lgm_tree_form_is(t->doc, m.start, "this");
}

/* ---- a firm ---------------------------------------------------------------------------------- */

static bool is_firm(const lgm_trees *t, const lgm_doc_mention *m)
{
    const char *const x = lgm_doc_xpos(t->doc, m->head);
    return x && strcmp(x, "NN") == 0 && is_definite(t, m->tokens) &&
           (lgm_phrase_speaks(t->doc, m->head, m->head + 1) & LGM_SPEAKS_FIRM) &&
           lgm_tree_left_child(t, m->head, LGM_REL_nmod) == LGM_NONE && /* "the boy's company" */
           lgm_tree_right_child(t, m->head, LGM_REL_nmod) == LGM_NONE;
}

/* A body that may be a firm: no outlet, and its name ends with no other kind of body ("Party"). */
static bool may_be_firm(const lgm_doc *doc, uint32_t name, uint32_t entity)
{
    const uint32_t last = doc->names[name].tokens.end - 1;
    const unsigned kinds = lgm_phrase_speaks(doc, last, last + 1);
    return doc->entities[entity].type == LGM_ENTITY_ORG &&
           doc->entities[entity].name != LGM_NONE &&
           (!(kinds & LGM_SPEAKS_BODY) || (kinds & LGM_SPEAKS_FIRM)) &&
           !lgm_speaker_is_outlet(doc, &doc->entities[entity]);
}

static bool is_subject(const lgm_trees *t, uint32_t name)
{
    const lgm_tokspan s = t->doc->names[name].tokens;
    for (uint32_t k = s.start; k < s.end; k++)
        if (t->rel[k] == LGM_REL_nsubj && lgm_tree_heads_name(t, k)) return true;
    return false;
}

/* The body that was a subject last, unless another kind of body was since. */
static uint32_t firm_before(const lgm_trees *t, const uint32_t *owner, const lgm_doc_mention *m)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t sent = lgm_tree_sent(t, m->head);
    for (uint32_t i = name_before(doc, m->tokens.start); i != LGM_NONE && i < doc->n_names; i--) {
        const lgm_name *const n = &doc->names[i];
        if (m->tokens.start - n->tokens.start > FAR ||
            sent - lgm_tree_sent(t, n->tokens.start) > SENTENCES)
            break;
        if (n->type != LGM_ENTITY_ORG || !is_subject(t, i)) continue;
        return may_be_firm(doc, i, owner[i]) ? owner[i] : LGM_NONE;
    }
    return LGM_NONE;
}

/* ---- the latter ------------------------------------------------------------------------------ */

static bool may_speak(const lgm_doc_entity *e)
{
    return e->type == LGM_ENTITY_PER || e->type == LGM_ENTITY_ORG || e->type == LGM_ENTITY_GPE;
}

/* Persons go before others: "Lind, of Veltron, met Berg". */
static uint32_t one_of_two(const lgm_trees *t, const uint32_t *owner, const lgm_doc_mention *m,
                           bool latter)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t sent = lgm_tree_sent(t, m->head);
    uint32_t found = LGM_NONE, persons = LGM_NONE;
    if (sent == 0) return LGM_NONE;
    for (uint32_t i = name_before(doc, doc->sents[sent].start); i != LGM_NONE && i < doc->n_names;
         i--) {
        if (lgm_tree_sent(t, doc->names[i].tokens.start) + 1 != sent) break;
        const lgm_doc_entity *const e = &doc->entities[owner[i]];
        if (!may_speak(e)) continue;
        if (!latter || found == LGM_NONE) found = owner[i];
        if (e->type == LGM_ENTITY_PER && (!latter || persons == LGM_NONE)) persons = owner[i];
    }
    return persons != LGM_NONE ? persons : found;
}

uint32_t lgm_speaker_stand_in(const lgm_trees *t, const uint32_t *owner, uint32_t mention)
{
    const lgm_doc_mention *const m = &t->doc->mentions[mention];
    if (m->form != LGM_MENTION_NOMINAL) return LGM_NONE;
    if (is_firm(t, m)) return firm_before(t, owner, m);
    if (m->tokens.end - m->tokens.start == 2 && is_definite(t, m->tokens)) {
        if (lgm_tree_form_is(t->doc, m->head, "latter")) return one_of_two(t, owner, m, true);
        if (lgm_tree_form_is(t->doc, m->head, "former")) return one_of_two(t, owner, m, false);
    }
    return LGM_NONE;
}
