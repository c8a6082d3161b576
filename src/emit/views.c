/* views.c - the public getters of records.h: layers of the document as plain structs. */
#include "legomena/records.h"

#include "doc/doc.h"

/* Code points of a range of tokens (non-empty). */
static lgm_cpspan span_of(const lgm_doc *doc, lgm_tokspan s)
{
    return (lgm_cpspan){doc->tokens[s.start].cp, doc->tokens[s.end - 1].cp_end};
}

/* A mention as the record has it. */
typedef struct mention_ref {
    lgm_tokspan tokens;
    uint8_t form;     /* lgm_mention_form */
    float confidence; /* of a name */
} mention_ref;

/* How many mentions an entity has, of any form, and the i-th of them. */
static uint32_t n_mentions_of(const lgm_entity_layer *e)
{
    return e->n_mentions ? e->n_mentions : e->n;
}
static mention_ref mention_of(const lgm_doc *doc, const lgm_entity_layer *e,
                                                 uint32_t i)
{
    uint32_t name;
    if (e->n_mentions) {
        const lgm_mention_layer *const m = &doc->mentions[doc->mention_order[e->mention + i]];
        if (m->name == LGM_NONE) return (mention_ref){m->tokens, m->form, 0};
        name = m->name;
    } else {
        name = doc->name_order[e->first + i];
    }
    return (mention_ref){doc->names[name].tokens, LGM_MENTION_NAME, doc->names[name].confidence};
}


static lgm_str view(lgm_slice s)
{
    return (lgm_str){s.ptr, s.len};
}

/* ---- tokens and sentences ---- */

size_t lgm_doc_n_words(const lgm_doc *doc)
{
    return doc->n_tokens;
}

lgm_status lgm_doc_word(const lgm_doc *doc, size_t i, lgm_word *out)
{
    if (i >= doc->n_tokens) return LGM_E_ARG;
    const lgm_token *const t = &doc->tokens[i];
    const uint32_t head = doc->head ? doc->head[i] : LGM_NONE;
    *out = (lgm_word){
        .span = {t->cp, t->cp_end},
        .form = view(lgm_doc_form(doc, (uint32_t)i)),
        .lemma = doc->lemma ? view(doc->lemma[i]) : (lgm_str){NULL, 0},
        .upos = doc->upos ? doc->upos[i] : NULL,
        .xpos = doc->xpos ? doc->xpos[i] : NULL,
        .rel = doc->rel ? doc->rel[i] : NULL,
        .head = head == LGM_NONE ? -1 : (int64_t)head,
        .space_before = (t->flags & LGM_TOK_SPACE) != 0,
        .joined = (t->flags & LGM_TOK_JOINED) != 0,
    };
    return LGM_OK;
}

size_t lgm_doc_n_sentences(const lgm_doc *doc)
{
    return doc->n_sents;
}

lgm_status lgm_doc_sentence(const lgm_doc *doc, size_t i, lgm_sentence *out)
{
    if (i >= doc->n_sents) return LGM_E_ARG;
    const lgm_tokspan s = doc->sents[i];
    *out = (lgm_sentence){span_of(doc, s), s.start, s.end - s.start};
    return LGM_OK;
}

/* ---- entities ---- */

size_t lgm_doc_n_entities(const lgm_doc *doc)
{
    return doc->n_entities;
}

lgm_status lgm_doc_entity(const lgm_doc *doc, size_t i, lgm_entity *out)
{
    if (i >= doc->n_entities) return LGM_E_ARG;
    const lgm_entity_layer *const e = &doc->entities[i];
    *out = (lgm_entity){
        .type = (lgm_entity_type)e->type,
        .name = view(lgm_doc_words(doc, lgm_doc_entity_words(doc, e))),
        .n_mentions = n_mentions_of(e),
        .named = e->name != LGM_NONE,
    };
    if (doc->actors) {
        const lgm_actor_layer *const a = &doc->actors[i];
        out->n_roles = a->n_roles;
        out->actor = *a->code ? a->code : NULL;
    }
    return LGM_OK;
}

lgm_status lgm_doc_role(const lgm_doc *doc, size_t entity, size_t i, lgm_cpspan *out)
{
    if (entity >= doc->n_entities || !doc->actors || i >= doc->actors[entity].n_roles)
        return LGM_E_ARG;
    *out = span_of(doc, doc->roles[doc->actors[entity].first_role + i]);
    return LGM_OK;
}

lgm_status lgm_doc_place(const lgm_doc *doc, size_t entity, lgm_entity_place *out)
{
    if (entity >= doc->n_entities) return LGM_E_ARG;
    const lgm_place_layer *const p = doc->places ? &doc->places[entity] : NULL;
    if (!p || p->geonames == 0) return LGM_E_NOTFOUND;
    *out = (lgm_entity_place){.geonames = p->geonames,
                              .name = p->name,
                              .country = p->cc,
                              .admin1 = p->admin1,
                              .lat = p->lat / 1e5,
                              .lon = p->lon / 1e5,
                              .is_country = p->is_country,
                              .confidence = p->confidence};
    return LGM_OK;
}

/* Mention i of an entity, of any form. False: there is none. */
static bool find_mention(const lgm_doc *doc, size_t entity, size_t i, mention_ref *out)
{
    if (entity >= doc->n_entities) return false;
    const lgm_entity_layer *const e = &doc->entities[entity];
    if (i >= n_mentions_of(e)) return false;
    *out = mention_of(doc, e, (uint32_t)i);
    return true;
}

lgm_status lgm_doc_mention(const lgm_doc *doc, size_t entity, size_t i, lgm_cpspan *out)
{
    mention_ref m;
    if (!find_mention(doc, entity, i, &m)) return LGM_E_ARG;
    *out = span_of(doc, m.tokens);
    return LGM_OK;
}

lgm_status lgm_doc_mention_form(const lgm_doc *doc, size_t entity, size_t i, lgm_mention_form *out)
{
    mention_ref m;
    if (!find_mention(doc, entity, i, &m)) return LGM_E_ARG;
    *out = (lgm_mention_form)m.form;
    return LGM_OK;
}

lgm_status lgm_doc_mention_confidence(const lgm_doc *doc, size_t entity, size_t i, float *out)
{
    mention_ref m;
    if (!find_mention(doc, entity, i, &m)) return LGM_E_ARG;
    if (m.form != LGM_MENTION_NAME) return LGM_E_NOTFOUND;
    *out = m.confidence;
    return LGM_OK;
}

/* ---- times ---- */

static const char *mod_name(uint8_t mod)
{
    static const char *const names[] = {NULL,
#define NAME(name) #name,
                                        LGM_TIME_MODS(NAME)
#undef NAME
    };
    return mod < LGM_COUNT(names) ? names[mod] : NULL;
}

static const char *quant_name(uint8_t quant)
{
    return quant == LGM_QUANT_EVERY ? "EVERY" : quant == LGM_QUANT_EACH ? "EACH" : NULL;
}

size_t lgm_doc_n_times(const lgm_doc *doc)
{
    return doc->n_times;
}

static int64_t anchor_of(uint32_t anchor)
{
    if (anchor == LGM_NONE) return LGM_TIME_ALONE;
    return anchor == LGM_ANCHOR_PUBLISHED ? LGM_TIME_PUBLISHED : (int64_t)anchor;
}

lgm_status lgm_doc_time(const lgm_doc *doc, size_t i, lgm_time *out)
{
    if (i >= doc->n_times) return LGM_E_ARG;
    const lgm_time_layer *const t = &doc->times[i];
    *out = (lgm_time){
        .span = span_of(doc, t->tokens),
        .type = (lgm_time_type)t->type,
        .value = t->value,
        .mod = mod_name(t->mod),
        .quant = quant_name(t->quant),
        .anchor = anchor_of(t->anchor),
    };
    return LGM_OK;
}

size_t lgm_doc_n_timeline(const lgm_doc *doc)
{
    return doc->n_timeline;
}

lgm_status lgm_doc_timeline(const lgm_doc *doc, size_t i, lgm_timeline_entry *out)
{
    if (i >= doc->n_timeline) return LGM_E_ARG;
    *out = (lgm_timeline_entry){doc->timeline[i].index, doc->timeline[i].time};
    return LGM_OK;
}

/* ---- claims ---- */

_Static_assert((int)LGM_CLAIM_PARTS == (int)LGM_MAX_PARTS, "one limit, said twice");

size_t lgm_doc_n_claims(const lgm_doc *doc)
{
    return doc->n_claims;
}

static size_t parts(const lgm_doc *doc, const lgm_parts *from, lgm_cpspan *to)
{
    for (size_t i = 0; i < from->n; i++) to[i] = span_of(doc, from->at[i]);
    return from->n;
}

lgm_status lgm_doc_claim(const lgm_doc *doc, size_t i, lgm_claim *out)
{
    if (i >= doc->n_claims) return LGM_E_ARG;
    const lgm_claim_layer *const c = &doc->claims[i];
    const lgm_claim_who who = lgm_doc_who(doc, (uint32_t)i);
    const uint32_t when = lgm_doc_said(doc, (uint32_t)i);
    *out = (lgm_claim){.form = (lgm_claim_form)c->form,
                       .confidence = c->confidence,
                       .speaker_kind = (lgm_speaker_kind)who.kind,
                       .speaker = who.speaker == LGM_NONE ? -1 : (int64_t)who.speaker,
                       .said = when == LGM_NONE ? -1 : (int64_t)when};
    out->n_source = parts(doc, &c->source, out->source);
    out->n_cue = parts(doc, &c->cue, out->cue);
    out->n_content = parts(doc, &c->content, out->content);
    out->n_quoted = c->n_quoted;
    return LGM_OK;
}

lgm_status lgm_doc_claim_quoted(const lgm_doc *doc, size_t claim, size_t i, lgm_cpspan *out)
{
    if (claim >= doc->n_claims || i >= doc->claims[claim].n_quoted) return LGM_E_ARG;
    *out = span_of(doc, doc->claims[claim].quoted[i]);
    return LGM_OK;
}
