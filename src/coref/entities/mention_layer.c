/* mention_layer.c - which mentions the document gets, and what each cluster is of by them. */
#include "coref/entities/mention_layer.h"

#include <stdio.h>
#include <stdlib.h>

#include "doc/why.h"
#include "phrase/speaks.h"
#include "tree/shape.h"

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

static bool is_mention(const lgm_coref_found *s, uint32_t i)
{
    const lgm_coref_mention *const m = &s->l->at[i];
    return m->score > s->h->alone || m->group != LGM_NONE || s->clusters[s->l->cluster[i]].size > 1;
}

static uint8_t form_of(const lgm_coref_mention *m)
{
    if (m->name != LGM_NONE) return LGM_MENTION_NAME;
    return m->make >= LGM_MAKE_I ? LGM_MENTION_PRONOUN : LGM_MENTION_NOMINAL;
}

/* The network takes a body or a text for a person, since it speaks, and officials for a body. */
static uint8_t type_of_description(const lgm_doc *doc, uint32_t head, uint8_t type)
{
    const unsigned kinds = lgm_phrase_speaks(doc, head, head + 1);
    if (type == LGM_ENTITY_ORG && (kinds & LGM_SPEAKS_PERSON)) return LGM_ENTITY_PER;
    if (type != LGM_ENTITY_PER) return type;
    if (kinds & (LGM_SPEAKS_BODY | LGM_SPEAKS_OUTLET_WORD)) return LGM_ENTITY_ORG;
    return kinds & LGM_SPEAKS_DOCUMENT ? LGM_ENTITY_OTH : type;
}

static lgm_doc_mention layer_of(const lgm_coref_found *s, const lgm_coref_mention *m)
{
    lgm_doc_mention out = {.tokens = lgm_tree_without_possessive(s->doc, m->span),
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

/* 3.26 as "3.3", whatever the locale. */
static const char *tenths(float value, char out[16])
{
    const int t = (int)(value * 10 + (value < 0 ? -0.5f : 0.5f));
    snprintf(out, 16, "%s%d.%d", t < 0 ? "-" : "", abs(t) / 10, abs(t) % 10);
    return out;
}

static void explain(const lgm_coref_found *s, uint32_t i, uint32_t mention)
{
    char with[16], alone[16];
    const lgm_coref_reason *const why = &s->l->why[i];
    const lgm_slice word = lgm_doc_form(s->doc, s->l->at[i].head);
    if (!why->rule) return;
    const lgm_tokspan words = why->ante == LGM_NONE
                                  ? LGM_NO_WORDS
                                  : lgm_tree_without_possessive(s->doc, s->l->at[why->ante].span);
    if (why->score == 0 && why->alone == 0)
        LGM_WHY_AT(s->doc, MENTION, mention, "mentions", "src/coref/links", LGM_NONE, words,
                   "\u201c%.*s\u201d %s", (int)word.len, word.ptr, why->rule);
    else
        LGM_WHY_AT(s->doc, MENTION, mention, "mentions", "src/coref/links", LGM_NONE, words,
                   "\u201c%.*s\u201d %s, %s against %s for somebody or something new",
                   (int)word.len, word.ptr, why->rule, tenths(why->score, with),
                   tenths(why->alone, alone));
}

static void enter(lgm_coref_found *s, const lgm_coref_mention *m, uint32_t i)
{
    lgm_coref_group *const c = &s->clusters[s->l->cluster[i]];
    lgm_doc_mention *const out = &s->mentions[s->n];
    *out = layer_of(s, m);
    if (c->n == 0) c->first = c->called = s->n;
    out->cluster = c->first;
    const bool plain = m->make != LGM_MAKE_GROUP;
    if (out->form == LGM_MENTION_NOMINAL && c->n_nominal++ == 0) c->called = s->n;
    if (out->form != LGM_MENTION_PRONOUN) c->votes[out->type]++;
    if (m->group != LGM_NONE) c->group = m->group;
    if (m->name != LGM_NONE) s->by_name[m->name] = s->n;
    if (plain || s->by_head[m->head] == LGM_NONE) s->by_head[m->head] = s->n;
    if (s->l->why) explain(s, i, s->n);
    s->order[s->n++] = i;
    c->n++;
}

/* From here on clusters are numbered one after the other, in the order that they have. */
static bool number_clusters(lgm_coref_found *s)
{
    uint32_t *const cluster = s->l->cluster;
    const lgm_arena_mark mark = lgm_arena_save(s->scratch);
    uint32_t *const number = lgm_arena_calloc(s->scratch, s->l->n, sizeof *number);
    if (!number) return false;
    for (uint32_t i = 0; i < s->l->n; i++) number[cluster[i]] = 1;
    for (uint32_t i = 0; i < s->l->n; i++)
        if (number[i]) number[i] = s->n_clusters++;
    for (uint32_t i = 0; i < s->l->n; i++) cluster[i] = number[cluster[i]];
    lgm_arena_rewind(s->scratch, mark);
    return true;
}

static bool make_room(lgm_coref_found *s)
{
    const lgm_doc *const doc = s->doc;
    const uint32_t n = s->l->n;
    s->clusters = lgm_arena_calloc(s->scratch, s->n_clusters, sizeof *s->clusters);
    s->order = lgm_arena_calloc(s->scratch, n, sizeof *s->order);
    s->by_head = lgm_arena_calloc(s->scratch, doc->n_tokens, sizeof *s->by_head);
    s->by_name = lgm_arena_calloc(s->scratch, doc->n_names, sizeof *s->by_name);
    if (!s->clusters || !s->order || !s->by_head || !s->by_name) return false;
    for (uint32_t i = 0; i < s->n_clusters; i++)
        s->clusters[i].group = s->clusters[i].entity = LGM_NONE;
    for (uint32_t i = 0; i < doc->n_tokens; i++) s->by_head[i] = LGM_NONE;
    for (uint32_t i = 0; i < doc->n_names; i++) s->by_name[i] = LGM_NONE;
    return true;
}

/* Mentions in order of text; of two with the same words only the first, unless one is a name. */
static bool list_mentions(lgm_coref_found *s, uint32_t most)
{
    const lgm_arena_mark mark = lgm_arena_save(s->scratch);
    item *const at = lgm_arena_calloc(s->scratch, most, sizeof *at);
    uint32_t n = 0;
    if (!at) return false;
    for (uint32_t i = 0; i < s->l->n; i++)
        if (is_mention(s, i)) at[n++] = (item){s->l->at[i].span, s->l->at[i].group == LGM_NONE, i};
    qsort(at, n, sizeof *at, by_place);
    for (uint32_t k = 0; k < n; k++) {
        const lgm_coref_mention *const m = &s->l->at[at[k].i];
        const bool again = k > 0 && at[k - 1].span.start == at[k].span.start &&
                           at[k - 1].span.end == at[k].span.end;
        if (!again || m->group != LGM_NONE) enter(s, m, at[k].i);
    }
    lgm_arena_rewind(s->scratch, mark);
    return true;
}

lgm_status lgm_coref_find_mentions(lgm_coref_found *s, lgm_err *err)
{
    if (!number_clusters(s) || !make_room(s)) return lgm_arena_fail(s->scratch, err);
    for (uint32_t i = 0; i < s->l->n; i++) s->clusters[s->l->cluster[i]].size++;
    uint32_t most = 0;
    for (uint32_t i = 0; i < s->l->n; i++) most += is_mention(s, i);
    s->mentions = lgm_arena_calloc(s->doc->arena, most, sizeof *s->mentions);
    if (!s->mentions) return lgm_arena_fail(s->doc->arena, err);
    return list_mentions(s, most) ? LGM_OK : lgm_arena_fail(s->scratch, err);
}
