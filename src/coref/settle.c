/*
 * settle.c - clusters become mentions and entities of the document, and claims get their speakers.
 *
 * An entity is what has a name; what is the source of a claim and described ("the spokesman"); and of
 * the rest what is described, spoken of twice, and a person, a body, a place or an event:
 * docs/decisions/0006-entities-without-a-name.md. Entities are in order of their first mention.
 */
#include "coref/settle.h"

#include <stdlib.h>

#include "coref/speaks.h"
#include "legomena/kinds.h"
#include "tree/shape.h"

#define ONE(name) +1
enum { N_TYPES = 0 LGM_ENTITY_TYPES(ONE), TOLD_TWICE = 2 };
#undef ONE

typedef struct cluster { /* the mentions that the linker put together */
    uint32_t size;       /* as the linker has it */
    uint32_t n, n_nominal;
    uint32_t first;  /* of the mentions of the document */
    uint32_t called; /* the first that describes it, else the first */
    uint32_t group;  /* the entity of its names, by the room entity */
    uint32_t entity; /* the one it becomes */
    uint32_t votes[N_TYPES];
    bool is_source;
} cluster;

typedef struct fresh { /* an entity to be */
    lgm_tokspan first; /* its first mention, as the record has it */
    uint32_t old;      /* by the room entity, LGM_NONE without a name */
    uint32_t cluster;  /* LGM_NONE where no mention was found but its names */
} fresh;

typedef struct settler {
    const lgm_coref_head *h;
    const lgm_linker *l;
    lgm_arena *scratch;
    lgm_doc *doc;
    cluster *clusters; /* [l->n] */
    uint32_t *order;   /* [l->n]: the linker's number of each mention of the document */
    uint32_t *by_head; /* [n_tokens] */
    uint32_t *by_name; /* [n_names]: the mention that is this name */
    uint32_t *speaker; /* [n_claims]: the mention that is its source, LGM_NONE */
    fresh *entities;
    size_t n_entities;
    lgm_mention_layer *mentions;
    uint32_t n;
} settler;

/* ---- mentions -------------------------------------------------------------------------------- */

typedef struct item {
    lgm_tokspan span;
    bool unnamed;
    uint32_t i;
} item;

static int by_place(const void *x, const void *y)
{
    const item *const a = x, *const b = y;
    if (a->span.start != b->span.start) return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
    if (a->unnamed != b->unnamed) return a->unnamed ? 1 : -1;
    return a->i < b->i ? -1 : a->i > b->i;
}

static bool is_mention(const settler *s, uint32_t i)
{
    const lgm_mention *const m = &s->l->at[i];
    return m->score > s->h->alone || m->group != LGM_NONE || s->clusters[s->l->cluster[i]].size > 1;
}

static uint8_t form_of(const lgm_mention *m)
{
    if (m->name != LGM_NONE) return LGM_MENTION_NAME;
    return m->make >= LGM_MAKE_I ? LGM_MENTION_PRONOUN : LGM_MENTION_NOMINAL;
}

/* The network takes a body or a text for a person, since it speaks, and officials for a body. */
static uint8_t type_of_description(const lgm_doc *doc, uint32_t head, uint8_t type)
{
    const unsigned kinds = lgm_speaks_kinds(doc, head, head + 1);
    if (type == LGM_ENTITY_ORG && (kinds & LGM_SPEAKS_PERSON)) return LGM_ENTITY_PER;
    if (type != LGM_ENTITY_PER) return type;
    if (kinds & (LGM_SPEAKS_BODY | LGM_SPEAKS_OUTLET_WORD)) return LGM_ENTITY_ORG;
    return kinds & LGM_SPEAKS_DOCUMENT ? LGM_ENTITY_OTH : type;
}

static lgm_mention_layer layer_of(const settler *s, const lgm_mention *m)
{
    lgm_mention_layer out = {.tokens = lgm_tree_without_possessive(s->doc, m->span),
                             .head = m->head,
                             .name = m->name,
                             .entity = LGM_NONE,
                             .form = form_of(m),
                             .type = LGM_ENTITY_OTH};
    out.possessive = out.tokens.end != m->span.end;
    if (m->type < s->h->n_types) out.type = s->h->type[m->type];
    if (out.form == LGM_MENTION_NOMINAL) out.type = type_of_description(s->doc, m->head, out.type);
    if (m->name != LGM_NONE) out.type = s->doc->names[m->name].type;
    return out;
}

static void enter(settler *s, const lgm_mention *m, uint32_t i)
{
    cluster *const c = &s->clusters[s->l->cluster[i]];
    lgm_mention_layer *const out = &s->mentions[s->n];
    *out = layer_of(s, m);
    if (c->n == 0) c->first = c->called = s->n;
    out->cluster = c->first;
    const bool plain = m->make != LGM_MAKE_GROUP;
    if (out->form == LGM_MENTION_NOMINAL && c->n_nominal++ == 0) c->called = s->n;
    if (out->form != LGM_MENTION_PRONOUN) c->votes[out->type]++;
    if (m->group != LGM_NONE) c->group = m->group;
    if (m->name != LGM_NONE) s->by_name[m->name] = s->n;
    if (plain || s->by_head[m->head] == LGM_NONE) s->by_head[m->head] = s->n;
    s->order[s->n++] = i;
    c->n++;
}

static bool list_mentions(settler *s)
{
    const lgm_arena_mark mark = lgm_arena_save(s->scratch);
    item *const at = lgm_arena_calloc(s->scratch, s->l->n, sizeof *at);
    uint32_t n = 0;
    if (!at) return false;
    for (uint32_t i = 0; i < s->l->n; i++) s->clusters[s->l->cluster[i]].size++;
    for (uint32_t i = 0; i < s->l->n; i++)
        if (is_mention(s, i)) at[n++] = (item){s->l->at[i].span, s->l->at[i].group == LGM_NONE, i};
    qsort(at, n, sizeof *at, by_place);
    for (uint32_t k = 0; k < n; k++) {
        const lgm_mention *const m = &s->l->at[at[k].i];
        const bool again = k > 0 && at[k - 1].span.start == at[k].span.start &&
                           at[k - 1].span.end == at[k].span.end;
        if (!again || m->group != LGM_NONE) enter(s, m, at[k].i);
    }
    lgm_arena_rewind(s->scratch, mark);
    return true;
}

/* ---- entities -------------------------------------------------------------------------------- */

static cluster *cluster_of(const settler *s, uint32_t mention)
{
    return &s->clusters[s->l->cluster[s->order[mention]]];
}

static uint8_t voted(const cluster *c)
{
    uint8_t best = LGM_ENTITY_OTH;
    for (uint8_t t = 0; t < N_TYPES; t++)
        if (c->votes[t] > c->votes[best]) best = t;
    return best;
}

static void find_sources(settler *s)
{
    for (uint32_t c = 0; c < s->doc->n_claims; c++) {
        const lgm_parts *const source = &s->doc->claims[c].source;
        const uint32_t m = lgm_source_mention(s->l->t, s->by_head, source);
        s->speaker[c] = m;
        if (m == LGM_NONE) continue;
        cluster *at = cluster_of(s, m);
        const uint32_t name = at->group == LGM_NONE ? lgm_source_name(s->l->t, source) : LGM_NONE;
        if (name != LGM_NONE && s->by_name[name] != LGM_NONE) { /* "the mayor Ada Lind" */
            s->speaker[c] = s->by_name[name];
            at = cluster_of(s, s->speaker[c]);
        }
        at->is_source = true;
    }
}

static bool is_entity(const cluster *c)
{
    if (c->n_nominal == 0) return false;
    return c->is_source || (c->n >= TOLD_TWICE && voted(c) != LGM_ENTITY_OTH);
}

/* Where the record has it: a name is its own words, not those around it. */
static lgm_tokspan words_of(const settler *s, uint32_t mention)
{
    const lgm_mention_layer *const m = &s->mentions[mention];
    return m->name == LGM_NONE ? m->tokens : s->doc->names[m->name].tokens;
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
    const lgm_doc *const doc = s->doc;
    const size_t most = (size_t)doc->n_entities + s->l->n;
    s->entities = lgm_arena_calloc(s->scratch, most, sizeof *s->entities);
    if (!s->entities) return false;
    for (uint32_t e = 0; e < doc->n_entities; e++) {
        const lgm_name *const name = &doc->names[doc->name_order[doc->entities[e].first]];
        s->entities[e] = (fresh){name->tokens, e, LGM_NONE};
    }
    s->n_entities = doc->n_entities;
    for (uint32_t i = 0; i < s->l->n; i++) {
        const cluster *const c = &s->clusters[i];
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

static lgm_entity_layer entity_of(const settler *s, const fresh *f)
{
    if (f->old != LGM_NONE) return s->doc->entities[f->old];
    const cluster *const c = &s->clusters[f->cluster];
    return (lgm_entity_layer){.name = LGM_NONE, .called = c->called, .type = voted(c)};
}

/* Mentions, entity after entity, in order of text: nearly so as they come. */
static void order_mentions(const settler *s, lgm_entity_layer *entities, uint32_t *order)
{
    uint32_t at = 0;
    for (uint32_t m = 0; m < s->n; m++) {
        const uint32_t e = cluster_of(s, m)->entity;
        s->mentions[m].entity = e;
        if (e != LGM_NONE) entities[e].n_mentions++;
    }
    for (size_t e = 0; e < s->n_entities; e++) {
        entities[e].mention = at;
        at += entities[e].n_mentions;
        entities[e].n_mentions = 0;
    }
    for (uint32_t m = 0; m < s->n; m++) {
        if (s->mentions[m].entity == LGM_NONE) continue;
        lgm_entity_layer *const e = &entities[s->mentions[m].entity];
        uint32_t k = e->mention + e->n_mentions++;
        for (; k > e->mention && is_before(words_of(s, m), words_of(s, order[k - 1])); k--)
            order[k] = order[k - 1];
        order[k] = m;
    }
}

static lgm_status write_out(settler *s, lgm_err *err)
{
    lgm_doc *const doc = s->doc;
    lgm_entity_layer *const entities =
        lgm_arena_calloc(doc->arena, s->n_entities, sizeof *entities);
    uint32_t *const names = lgm_arena_calloc(doc->arena, doc->n_names, sizeof *names);
    uint32_t *const order = lgm_arena_calloc(doc->arena, s->n, sizeof *order);
    lgm_claim_who *const who = lgm_doc_nobody(doc);
    if (!entities || !names || !order || !who) return lgm_arena_fail(doc->arena, err);
    uint32_t at = 0;
    for (size_t e = 0; e < s->n_entities; e++) {
        entities[e] = entity_of(s, &s->entities[e]);
        lgm_entity_layer *const to = &entities[e];
        for (uint32_t i = 0; i < to->n; i++) names[at + i] = doc->name_order[to->first + i];
        to->first = at;
        at += to->n;
        if (s->entities[e].cluster != LGM_NONE)
            s->clusters[s->entities[e].cluster].entity = (uint32_t)e;
    }
    order_mentions(s, entities, order);
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        const uint32_t m = s->speaker[c];
        if (m != LGM_NONE) who[c].speaker = s->mentions[m].entity;
    }
    doc->claim_who = who;
    doc->entities = entities;
    doc->n_entities = (uint32_t)s->n_entities;
    doc->name_order = names;
    doc->mention_order = order;
    return LGM_OK;
}

lgm_status lgm_coref_settle(const lgm_coref_head *h, const lgm_linker *l, lgm_arena *scratch,
                            lgm_doc *doc, lgm_err *err)
{
    settler s = {.h = h, .l = l, .scratch = scratch, .doc = doc};
    const lgm_mention_layer *const old = doc->mentions;
    const uint32_t n_old = doc->n_mentions;
    s.clusters = lgm_arena_calloc(scratch, l->n, sizeof *s.clusters);
    s.order = lgm_arena_calloc(scratch, l->n, sizeof *s.order);
    s.by_head = lgm_arena_calloc(scratch, doc->n_tokens, sizeof *s.by_head);
    s.by_name = lgm_arena_calloc(scratch, doc->n_names, sizeof *s.by_name);
    s.speaker = lgm_arena_calloc(scratch, doc->n_claims, sizeof *s.speaker);
    s.mentions = lgm_arena_calloc(doc->arena, l->n, sizeof *s.mentions);
    if (!s.clusters || !s.order || !s.by_head || !s.by_name || !s.speaker)
        return lgm_arena_fail(scratch, err);
    if (!s.mentions) return lgm_arena_fail(doc->arena, err);
    for (uint32_t i = 0; i < l->n; i++) s.clusters[i].group = s.clusters[i].entity = LGM_NONE;
    for (uint32_t i = 0; i < doc->n_tokens; i++) s.by_head[i] = LGM_NONE;
    for (uint32_t i = 0; i < doc->n_names; i++) s.by_name[i] = LGM_NONE;
    if (!list_mentions(&s)) return lgm_arena_fail(scratch, err);
    doc->mentions = s.mentions;
    doc->n_mentions = s.n;
    find_sources(&s);
    lgm_status st = list_entities(&s) ? LGM_OK : lgm_arena_fail(scratch, err);
    if (st == LGM_OK) st = write_out(&s, err);
    if (st == LGM_OK) return st;
    doc->mentions = (lgm_mention_layer *)old;
    doc->n_mentions = n_old;
    return st;
}

lgm_status lgm_coref_name_speakers(const lgm_trees *t, lgm_arena *scratch, lgm_doc *doc,
                                   lgm_err *err)
{
    const uint32_t *const owner = lgm_doc_name_owners(doc, scratch);
    if (!owner) return lgm_arena_fail(scratch, err);
    lgm_claim_who *const who = lgm_doc_nobody(doc);
    if (!who) return lgm_arena_fail(doc->arena, err);
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        const uint32_t name = lgm_source_name(t, &doc->claims[c].source);
        if (name != LGM_NONE) who[c].speaker = owner[name];
    }
    doc->claim_who = who;
    return LGM_OK;
}
