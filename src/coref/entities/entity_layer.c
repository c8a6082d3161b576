/*
 * entity_layer.c - entities of the document, and the mention that each claim's source is.
 *
 * An entity is what has a name; what is the source of a claim and described ("the spokesman");
 * and what is described and takes part in an event, or is spoken of twice, and a person, a body, a
 * place or an event: docs/decisions/0006-entities-without-a-name.md. Entities are in order of their
 * first mention.
 */
#include "coref/entities/entity_layer.h"

#include <stdlib.h>

#include "coref/entities/mention_layer.h"
#include "coref/mentions/source_mention.h"
#include "doc/why.h"

enum { TOLD_TWICE = 2 };

typedef struct fresh { /* an entity to be */
    lgm_tokspan first; /* its first mention, as the record has it */
    uint32_t old;      /* by the room entity, LGM_NONE without a name */
    uint32_t cluster;  /* LGM_NONE where no mention was found but its names */
} fresh;

typedef struct settler {
    lgm_coref_found found;
    uint32_t *source; /* [n_claims], in the document's arena: the mention that it is, LGM_NONE */
    fresh *entities;
    size_t n_entities;
} settler;

static lgm_coref_group *cluster_of(const settler *s, uint32_t mention)
{
    const lgm_coref_found *const f = &s->found;
    return &f->clusters[f->l->cluster[f->order[mention]]];
}

static uint8_t voted(const lgm_coref_group *c)
{
    uint8_t best = LGM_ENTITY_OTH;
    for (uint8_t t = 0; t < LGM_COREF_N_TYPES; t++)
        if (c->votes[t] > c->votes[best]) best = t;
    return best;
}

/* Who passes a claim on is an entity too. */
static void find_relays(const settler *s, uint32_t claim)
{
    const lgm_doc *const doc = s->found.doc;
    for (uint32_t i = 0; doc->claim_relay && i < doc->claim_relay[claim].n; i++) {
        const uint32_t m = s->found.by_head[doc->claim_relay[claim].at[i]];
        if (m != LGM_NONE) cluster_of(s, m)->is_source = true;
    }
}

static void find_sources(settler *s)
{
    const lgm_coref_heads heads = {s->found.l->t, s->found.l->person, s->found.by_head};
    for (uint32_t c = 0; c < s->found.doc->n_claims; c++) {
        const lgm_parts *const source = &s->found.doc->claims[c].source;
        const uint32_t m = lgm_coref_widest_source(&heads, s->found.mentions, source);
        s->source[c] = m;
        find_relays(s, c);
        if (m == LGM_NONE) continue;
        lgm_coref_group *at = cluster_of(s, m);
        const uint32_t name =
            at->group == LGM_NONE ? lgm_tree_name_of(s->found.l->t, source) : LGM_NONE;
        if (name != LGM_NONE && s->found.by_name[name] != LGM_NONE) { /* "the mayor Ada Lind" */
            s->source[c] = s->found.by_name[name];
            at = cluster_of(s, s->source[c]);
        }
        at->is_source = true;
    }
}

/* Who and what takes part in an event is an entity, whatever it is; where it was, a place. */
static void find_partners(settler *s)
{
    const lgm_doc *const doc = s->found.doc;
    for (size_t i = 0; i < doc->partners.n; i++) {
        const uint32_t m = s->found.by_head[doc->partners.at[i].word];
        if (m == LGM_NONE) continue;
        lgm_coref_group *const c = cluster_of(s, m);
        c->takes_part |= !doc->partners.at[i].is_place || voted(c) != LGM_ENTITY_OTH;
    }
}

static bool is_entity(const lgm_coref_group *c)
{
    if (c->n_nominal == 0) return false;
    return c->is_source || c->takes_part || (c->n >= TOLD_TWICE && voted(c) != LGM_ENTITY_OTH);
}

/* Where the record has it: a name is its own words, not those around it. */
static lgm_tokspan words_of(const settler *s, uint32_t mention)
{
    const lgm_doc_mention *const m = &s->found.mentions[mention];
    return m->name == LGM_NONE ? m->tokens : s->found.doc->names[m->name].tokens;
}

static bool is_before(lgm_tokspan a, lgm_tokspan b)
{
    return a.start != b.start ? a.start < b.start : a.end < b.end;
}

static int by_start(const void *x, const void *y)
{
    const fresh *const a = x, *const b = y;
    if (is_before(a->first, b->first) || is_before(b->first, a->first))
        return is_before(a->first, b->first) ? -1 : 1;
    if (a->old != b->old) return a->old < b->old ? -1 : 1;
    return a->cluster < b->cluster ? -1 : a->cluster > b->cluster;
}

static bool list_entities(settler *s)
{
    const lgm_doc *const doc = s->found.doc;
    size_t most = doc->n_entities;
    for (uint32_t i = 0; i < s->found.n_clusters; i++) {
        const lgm_coref_group *const c = &s->found.clusters[i];
        most += c->n > 0 && c->group == LGM_NONE && is_entity(c);
    }
    s->entities = lgm_arena_calloc(s->found.scratch, most, sizeof *s->entities);
    if (!s->entities) return false;
    for (uint32_t e = 0; e < doc->n_entities; e++) {
        const lgm_name *const name = &doc->names[doc->name_order[doc->entities[e].first]];
        s->entities[e] = (fresh){name->tokens, e, LGM_NONE};
    }
    s->n_entities = doc->n_entities;
    for (uint32_t i = 0; i < s->found.n_clusters; i++) {
        const lgm_coref_group *const c = &s->found.clusters[i];
        if (c->n == 0) continue;
        const lgm_tokspan first = words_of(s, c->first);
        if (c->group != LGM_NONE) {
            fresh *const e = &s->entities[c->group];
            e->cluster = i;
            if (is_before(first, e->first)) e->first = first;
        } else if (is_entity(c)) {
            s->entities[s->n_entities++] = (fresh){first, LGM_NONE, i};
        }
    }
    qsort(s->entities, s->n_entities, sizeof *s->entities, by_start);
    return true;
}

/* ---- into the document ----------------------------------------------------------------------- */

static lgm_doc_entity entity_of(const settler *s, const fresh *f)
{
    if (f->old != LGM_NONE) return s->found.doc->entities[f->old];
    const lgm_coref_group *const c = &s->found.clusters[f->cluster];
    return (lgm_doc_entity){.name = LGM_NONE, .called = c->called, .type = voted(c)};
}

/* Mentions, entity after entity, in order of text: nearly so as they come. */
static void order_mentions(const settler *s, lgm_doc_entity *entities, uint32_t *order)
{
    uint32_t at = 0;
    for (uint32_t m = 0; m < s->found.n; m++) {
        const uint32_t e = cluster_of(s, m)->entity;
        s->found.mentions[m].entity = e;
        if (e != LGM_NONE) entities[e].n_mentions++;
    }
    for (size_t e = 0; e < s->n_entities; e++) {
        entities[e].mention = at;
        at += entities[e].n_mentions;
        entities[e].n_mentions = 0;
    }
    for (uint32_t m = 0; m < s->found.n; m++) {
        if (s->found.mentions[m].entity == LGM_NONE) continue;
        lgm_doc_entity *const e = &entities[s->found.mentions[m].entity];
        uint32_t k = e->mention + e->n_mentions++;
        for (; k > e->mention && is_before(words_of(s, m), words_of(s, order[k - 1])); k--)
            order[k] = order[k - 1];
        order[k] = m;
    }
}

/* An entity without a name. */
static void explain(const settler *s, uint32_t entity, uint32_t called)
{
    const lgm_doc *const doc = s->found.doc;
    const lgm_tokspan words = s->found.mentions[called].tokens;
    const lgm_coref_group *const c = &s->found.clusters[s->entities[entity].cluster];
    LGM_WHY(doc, ENTITY, entity, "name", words, "It is never named: this is its first description");
    LGM_WHY(doc, ENTITY, entity, "type", words,
            "Most of its descriptions are of this type by the model and by data/phrase");
    LGM_WHY(doc, ENTITY, entity, "mentions", words,
            c->is_source    ? "It is the source of a claim, or passes one on"
            : c->takes_part ? "It takes part in an event"
                            : "It is spoken of twice or more");
}

static lgm_status write_out(settler *s, lgm_err *err)
{
    lgm_doc *const doc = s->found.doc;
    lgm_doc_entity *const entities =
        lgm_arena_calloc(doc->arena, s->n_entities, sizeof *entities);
    uint32_t *const names = lgm_arena_calloc(doc->arena, doc->n_names, sizeof *names);
    uint32_t *const order = lgm_arena_calloc(doc->arena, s->found.n, sizeof *order);
    if (!entities || !names || !order) return lgm_arena_fail(doc->arena, err);
    uint32_t at = 0;
    for (size_t e = 0; e < s->n_entities; e++) {
        entities[e] = entity_of(s, &s->entities[e]);
        lgm_doc_entity *const to = &entities[e];
        for (uint32_t i = 0; i < to->n; i++) names[at + i] = doc->name_order[to->first + i];
        to->first = at;
        at += to->n;
        if (s->entities[e].cluster != LGM_NONE)
            s->found.clusters[s->entities[e].cluster].entity = (uint32_t)e;
    }
    order_mentions(s, entities, order);
    for (uint32_t e = 0; doc->why && e < s->n_entities; e++)
        if (s->entities[e].old == LGM_NONE) explain(s, e, entities[e].called);
    doc->entities = entities;
    doc->n_entities = (uint32_t)s->n_entities;
    doc->name_order = names;
    doc->mentions = s->found.mentions;
    doc->n_mentions = s->found.n;
    doc->mention_order = order;
    doc->claim_source = s->source;
    return LGM_OK;
}

lgm_status lgm_coref_write_entities(const lgm_coref_head *h, const lgm_coref_linker *l,
                                    lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    settler s = {.found = {.h = h, .l = l, .scratch = scratch, .doc = doc}};
    s.source = lgm_arena_calloc(doc->arena, doc->n_claims + 1, sizeof *s.source);
    if (!s.source) return lgm_arena_fail(doc->arena, err);
    const lgm_status st = lgm_coref_find_mentions(&s.found, err);
    if (st != LGM_OK) return st;
    find_sources(&s);
    find_partners(&s);
    if (!list_entities(&s)) return lgm_arena_fail(scratch, err);
    return write_out(&s, err);
}
