/*
 * group.c - which names name the same, by their words and the tables.
 *
 * Names are taken in text order; each joins a group that find_group.h finds for it, or begins a new
 * one. The room coref joins pronouns and descriptions to these entities later.
 */
#include "entity/find_group.h"

#include <assert.h>
#include <string.h>
#include <utf8proc.h>

#include "doc/why.h"
#include "entity/entity.h"
#include "tree/shape.h"

static bool has_lower_case(lgm_slice s)
{
    size_t used;
    for (size_t i = 0; i < s.len; i += used) {
        const int32_t cp = lgm_utf8_next(s.ptr + i, s.len - i, &used);
        if ((cp >= 'a' && cp <= 'z') ||
            (cp >= 0x80 && utf8proc_category(cp) == UTF8PROC_CATEGORY_LL))
            return true;
    }
    return false;
}

/* The best name is in mixed case, then has the most words, then is the longest; "the" and the
 * possessive do not count. Of equals the first is best. */
static uint64_t rank(const lgm_doc *doc, const lgm_form *f, const lgm_name *name)
{
    lgm_tokspan span = lgm_tree_without_possessive(doc, name->tokens);
    char first[LGM_NAME_FOLDED];
    lgm_entity_fold(lgm_doc_form(doc, span.start), first);
    if (span.end - span.start > 1 && strcmp(first, "the") == 0) span.start++;
    const lgm_slice words = lgm_doc_words(doc, span);
    const uint64_t n = f->n + (f->suffix != 0);
    const uint64_t bytes = words.len < UINT32_MAX ? words.len : UINT32_MAX;
    return (uint64_t)has_lower_case(words) << 63 | n << 32 | bytes;
}

/* Does the acronym hold the first letters of the words in order? ISKP: "Khorasan Province". */
static bool spells(const lgm_form *words, lgm_slice acronym)
{
    uint32_t k = 0;
    for (size_t i = 0; i < acronym.len && k < words->n; i++)
        k += (uint32_t)((unsigned char)acronym.ptr[i] | 32) == words->initial[k];
    return words->n > 1 && k == words->n;
}

/* A name, and what there is to know of it when the next one comes. */
typedef struct last_name {
    lgm_form form;
    uint32_t group;
    bool bracketed; /* it stands in brackets behind another name for the same */
} last_name;

/* Does name i stand in brackets right behind another name for the same thing, one of the two an
 * acronym? "the Kurdistan Workers' Party (PKK)": the letters need not be those of the English
 * words. Where the two differ in type they must be: "Khorasan Province [ISKP or ISIS-K]", not
 * "Geneva (AP)". */
static bool in_brackets(const lgm_doc *doc, uint32_t i, const lgm_form *f, const last_name *last)
{
    if (i == 0) return false;
    const lgm_name *const a = &doc->names[i - 1], *const b = &doc->names[i];
    if (b->tokens.start != a->tokens.end + 1 || b->tokens.end >= doc->n_tokens) return false;
    const lgm_slice between = lgm_doc_form(doc, a->tokens.end);
    const lgm_slice behind = lgm_doc_form(doc, b->tokens.end);
    const bool closed = LGM_SLICE_IN(behind, ")", "]");
    if (last->bracketed) return closed && lgm_slice_eq(between, LGM_SLICE("or"));
    if (lgm_entity_is_brief(doc, a, b)) return true;
    if (!LGM_SLICE_IN(between, "(", "[") || f->acronym == last->form.acronym) return false;
    if (!closed && !lgm_slice_eq(behind, LGM_SLICE("or"))) return false;
    return a->type == b->type || (f->acronym && spells(&last->form, lgm_doc_words(doc, b->tokens)));
}

/* Adds name i to the group; LGM_NONE: a new one. */
static bool join(lgm_grouper *g, uint32_t i, const lgm_form *f, uint32_t *group)
{
    const lgm_name *const name = &g->doc->names[i];
    if (*group == LGM_NONE) {
        *group = (uint32_t)g->groups.n;
        const lgm_group fresh = {.first = i,
                                 .last = i,
                                 .first_type = name->type,
                                 .best = i,
                                 .initial_only = true,
                                 .acronym_only = true};
        if (!lgm_vec_push(g->scratch, &g->groups, fresh)) return false;
    }
    lgm_group *const p = &g->groups.at[*group];
    if (p->n > 0) g->next[p->last] = i;
    p->last = i;
    p->n++;
    p->types[name->type] += lgm_entity_votes(name);
    const uint64_t r = rank(g->doc, f, name);
    if (r > p->best_rank) {
        p->best = i;
        p->best_rank = r;
    }
    const bool ok = name->type == LGM_ENTITY_PER ? lgm_entity_person_note(g, f, *group)
                                                 : lgm_entity_body_note(g, f, name->type, *group);
    p->longest = f->n > p->longest ? f->n : p->longest;
    return ok;
}

/* Why name i joins a group, beside the last name of it so far. */
static void explain(const lgm_grouper *g, uint32_t i, uint32_t group, bool listed, bool bracketed)
{
    const lgm_doc *const doc = g->doc;
    const lgm_tokspan other = doc->names[g->groups.at[group].last].tokens;
    if (lgm_slice_eq(lgm_doc_words(doc, doc->names[i].tokens), lgm_doc_words(doc, other))) return;
    LGM_WHY(doc, NAME, i, "aliases", other, "\u201c%.*s\u201d %s",
            (int)lgm_doc_words(doc, doc->names[i].tokens).len,
            lgm_doc_words(doc, doc->names[i].tokens).ptr,
            listed      ? "is the same as this name by the tables of data/states"
            : bracketed ? "stands in brackets behind this name"
            : doc->names[i].type == LGM_ENTITY_PER
                ? "shares surname, forename, initial or last words with this name"
                : "has the same words, initials or first word as this name");
}

static bool group_names(lgm_grouper *g)
{
    const lgm_doc *const doc = g->doc;
    last_name last = {.group = LGM_NONE};
    for (uint32_t i = 0; i < doc->n_names; i++) {
        const lgm_name *const name = &doc->names[i];
        assert(name->type < LGM_ENTITY_TYPE_COUNT && name->tokens.start < name->tokens.end);
        const lgm_form f = lgm_entity_form_of(doc, name);
        g->next[i] = LGM_NONE;
        uint32_t group = name->type == LGM_ENTITY_PER ? lgm_entity_person_find(g, &f)
                                                      : lgm_entity_body_find(g, &f, name->type);
        const uint64_t alias = lgm_entity_alias_key(doc, name);
        const lgm_index_slot *const same = alias ? lgm_entity_index_get(&g->index, alias) : NULL;
        if (group == LGM_NONE && same) group = same->entity;
        const bool bracketed = in_brackets(doc, i, &f, &last);
        if (group == LGM_NONE && bracketed) group = last.group;
        if (doc->why && group != LGM_NONE)
            explain(g, i, group, same && same->entity == group, bracketed && last.group == group);
        if (!join(g, i, &f, &group)) return false;
        if (alias && !lgm_entity_index_put(&g->index, alias, group)) return false;
        last = (last_name){f, group, bracketed};
    }
    return true;
}

static lgm_status write_out(const lgm_grouper *g, lgm_doc *doc, lgm_err *err)
{
    const size_t n = g->groups.n;
    lgm_doc_entity *const entities = lgm_arena_calloc(doc->arena, n, sizeof *entities);
    uint32_t *const order = lgm_arena_calloc(doc->arena, doc->n_names, sizeof *order);
    if (!entities || !order) return lgm_arena_fail(doc->arena, err);

    uint32_t at = 0;
    for (size_t e = 0; e < n; e++) {
        const lgm_group *const p = &g->groups.at[e];
        entities[e] = (lgm_doc_entity){.name = p->best,
                                         .first = at,
                                         .n = p->n,
                                         .type = lgm_entity_group_type(p),
                                         .gender = (int8_t)((p->gender > 0) - (p->gender < 0))};
        for (uint32_t i = p->first; i != LGM_NONE; i = g->next[i]) order[at++] = i;
        LGM_WHY(doc, NAME, p->best, "name", doc->names[p->best].tokens,
                "Of its names this one is in mixed case, has the most words, or is the longest");
        LGM_WHY(doc, NAME, p->best, "type", LGM_NO_WORDS,
                "Its names are of this type by the model, a surer one counting for more");
    }
    for (uint32_t i = 0; doc->why && i < doc->n_names; i++)
        LGM_WHY(doc, NAME, i, "mentions", doc->names[i].tokens,
                "The model marks these words as a name");
    assert(at == doc->n_names);
    doc->entities = entities;
    doc->n_entities = (uint32_t)n;
    doc->name_order = order;
    return LGM_OK;
}

lgm_status lgm_entity_group(lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    lgm_grouper g = {.doc = doc, .scratch = scratch, .index = {.scratch = scratch}};
    g.next = lgm_arena_calloc(scratch, doc->n_names, sizeof *g.next);
    const lgm_status st =
        g.next && group_names(&g) ? write_out(&g, doc, err) : lgm_arena_fail(scratch, err);
    lgm_arena_rewind(scratch, mark);
    return st;
}
