/* entity_part.c - "entities" of a record: names, roles, place, actor, mentions. */
#include <stdlib.h>
#include <string.h>

#include "emit/parts.h"

/* ---- names ----------------------------------------------------------------------------------- */

static bool same(lgm_str a, lgm_str b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

typedef struct alias {
    lgm_str words;
    uint32_t order; /* among the names of the entity */
} alias;

static int by_words(const void *x, const void *y)
{
    const alias *const a = x, *const b = y;
    const size_t n = a->words.len < b->words.len ? a->words.len : b->words.len;
    const int c = memcmp(a->words.ptr, b->words.ptr, n);
    if (c) return c;
    if (a->words.len != b->words.len) return a->words.len < b->words.len ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static int by_order(const void *x, const void *y)
{
    const alias *const a = x, *const b = y;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* The words of a name; "Harrow, Peter", which a list has, is Peter Harrow. */
static lgm_str name_words(lgm_emitter *e, uint32_t name)
{
    const lgm_tokspan at = e->doc->names[name].tokens;
    const lgm_str words = lgm_emit_words(e, at);
    const char *const comma = words.ptr ? memchr(words.ptr, ',', words.len) : NULL;
    if (!comma || e->doc->names[name].type != LGM_ENTITY_PER || at.end - at.start < 3 ||
        !lgm_slice_eq(lgm_doc_form(e->doc, at.start + 1), LGM_SLICE(",")) ||
        words.ptr + words.len - comma < 3 || comma[1] != ' ')
        return words;
    char *const to = LGM_EMIT_ITEMS(e, words.len, char); /* a byte less, and a NUL */
    if (!to) return words;
    const size_t surname = (size_t)(comma - words.ptr), given = words.len - surname - 2;
    memcpy(to, comma + 2, given);
    to[given] = ' ';
    memcpy(to + given + 1, words.ptr, surname);
    to[words.len - 1] = '\0';
    return (lgm_str){to, words.len - 1};
}

/* The distinct names other than the best, in order of text; as many as are returned stay in at. */
static size_t distinct(alias *at, size_t n, lgm_str best)
{
    size_t kept = 0;
    qsort(at, n, sizeof *at, by_words);
    for (size_t i = 0; i < n; i++) {
        if (same(at[i].words, best) || (kept && same(at[kept - 1].words, at[i].words))) continue;
        at[kept++] = at[i];
    }
    qsort(at, kept, sizeof *at, by_order);
    return kept;
}

/* The capitals that speak for the entity: at most one a state. */
static size_t put_seats(lgm_emitter *e, uint32_t entity, alias *at, uint32_t order)
{
    const lgm_doc *const doc = e->doc;
    size_t n = 0;
    for (size_t i = 0; i < doc->seats.n && n == 0; i++)
        if (doc->seats.at[i].state == entity)
            at[n++] = (alias){name_words(e, doc->entities[doc->seats.at[i].city].name), order};
    return n;
}

static lgm_strs aliases_of(lgm_emitter *e, uint32_t entity, lgm_str best)
{
    const lgm_doc_entity *const from = &e->doc->entities[entity];
    alias *const at = LGM_EMIT_ITEMS(e, from->n + 1, alias);
    for (uint32_t i = 0; at && i < from->n; i++)
        at[i] = (alias){name_words(e, e->doc->name_order[from->first + i]), i};
    if (e->failed || !at) return (lgm_strs){NULL, 0};
    const size_t n = distinct(at, from->n + put_seats(e, entity, at + from->n, from->n), best);
    lgm_str *const to = LGM_EMIT_ITEMS(e, n, lgm_str);
    for (size_t i = 0; to && i < n; i++) to[i] = at[i].words;
    return (lgm_strs){to, to ? n : 0};
}

/* ---- what is known of it --------------------------------------------------------------------- */

static lgm_strs roles_of(lgm_emitter *e, uint32_t entity)
{
    const lgm_doc_actor *const a = e->doc->actors ? &e->doc->actors[entity] : NULL;
    lgm_str *const to = LGM_EMIT_ITEMS(e, a ? a->n_roles : 0, lgm_str);
    for (uint32_t i = 0; to && i < a->n_roles; i++)
        to[i] = lgm_emit_words(e, e->doc->roles[a->first_role + i]);
    return (lgm_strs){to, to ? a->n_roles : 0};
}

static const lgm_entity_place *place_of(lgm_emitter *e, uint32_t entity)
{
    const lgm_doc_place *const p = e->doc->places ? &e->doc->places[entity] : NULL;
    lgm_entity_place *const to = LGM_EMIT_ITEMS(e, p && p->geonames, lgm_entity_place);
    if (!to) return NULL;
    *to = (lgm_entity_place){.geonames = p->geonames,
                             .name = lgm_emit_text(e, p->name),
                             .country = lgm_emit_text(e, p->cc),
                             .admin1 = lgm_emit_text(e, p->admin1),
                             .lat = p->lat / 1e5,
                             .lon = p->lon / 1e5,
                             .confidence = lgm_emit_share(p->confidence),
                             .is_country = p->is_country};
    return to;
}

static lgm_str actor_of(lgm_emitter *e, uint32_t entity)
{
    const char *const code = e->doc->actors ? e->doc->actors[entity].code : "";
    return lgm_emit_text(e, *code ? code : NULL);
}

/* ---- mentions -------------------------------------------------------------------------------- */

static lgm_entity_mention name_mention(const lgm_doc *doc, uint32_t name)
{
    const lgm_cpspan s = lgm_emit_span(doc, doc->names[name].tokens);
    return (lgm_entity_mention){s.start, s.end, LGM_MENTION_NAME,
                                lgm_emit_share(doc->names[name].confidence)};
}

/* Mention i of an entity; where the model finds but names, those are its mentions. */
static lgm_entity_mention mention(const lgm_doc *doc, const lgm_doc_entity *from, uint32_t i)
{
    if (!from->n_mentions) return name_mention(doc, doc->name_order[from->first + i]);
    const lgm_doc_mention *const m = &doc->mentions[doc->mention_order[from->mention + i]];
    if (m->name != LGM_NONE) return name_mention(doc, m->name);
    const lgm_cpspan s = lgm_emit_span(doc, m->tokens);
    return (lgm_entity_mention){s.start, s.end, (lgm_mention_form)m->form, -1};
}

static void emit_mentions(lgm_emitter *e, const lgm_doc_entity *from, lgm_entity *entity)
{
    const uint32_t n = from->n_mentions ? from->n_mentions : from->n;
    lgm_entity_mention *const to = LGM_EMIT_ITEMS(e, n, lgm_entity_mention);
    for (uint32_t i = 0; to && i < n; i++) to[i] = mention(e->doc, from, i);
    entity->mentions.at = to;
    entity->mentions.n = to ? n : 0;
}

void lgm_emit_entities(lgm_emitter *e)
{
    const uint32_t n = e->doc->n_entities;
    lgm_entity *const to = LGM_EMIT_ITEMS(e, n, lgm_entity);
    for (uint32_t i = 0; i < n && !e->failed; i++) {
        const lgm_doc_entity *const from = &e->doc->entities[i];
        to[i].type = (lgm_entity_type)from->type;
        to[i].name = from->name != LGM_NONE ? name_words(e, from->name)
                                            : lgm_emit_words(e, lgm_doc_entity_words(e->doc, from));
        to[i].aliases = aliases_of(e, i, to[i].name);
        to[i].roles = roles_of(e, i);
        to[i].place = place_of(e, i);
        to[i].actor = actor_of(e, i);
        emit_mentions(e, from, &to[i]);
    }
    e->to->entities.at = to;
    e->to->entities.n = to ? n : 0;
}
