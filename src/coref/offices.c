/*
 * offices.c - "the head of the FSB" is "FSB chief Alexander Bortnikov": one office of one body, one person.
 *
 * What the linker compares are words, and these share none that tells. So offices are read from the words
 * beside a person's name ("B chief N", "B's chief N", "N, the head of B", "N, B chief,") and beside the head of
 * a definite description ("the head of B", "B's chief", "the B chief"). Where the office and the body are
 * the same and only one person is said to hold it, the description is that person. What was, is left alone.
 */
#include <string.h>

#include "coref/settle.h"
#include "legomena/records.h"

enum { OFFICES = 32 }; /* that are kept of a report */

/* Words for one office, a line each; the body tells the rest. */
static const char *const OFFICE[] = {
    "head", "chief", "director", "boss", "leader", NULL,
    "chairman", "chairwoman", "chairperson", "chair", NULL,
    "president", NULL,
    "commander", NULL,
    "governor", NULL,
    "mayor", NULL,
    "spokesman", "spokeswoman", "spokesperson", NULL,
};

typedef struct office {
    uint32_t what;   /* a line of OFFICE */
    uint32_t body;   /* an entity */
    uint32_t holder; /* an entity; LGM_NONE where there are several */
} office;

typedef struct reader {
    const lgm_linker *l;
    const lgm_doc *doc;
    const uint32_t *owner; /* [n_names]: its entity */
    office at[OFFICES];
    uint32_t n;
} reader;

static bool is(const lgm_doc *doc, uint32_t t, const char *word)
{
    const lgm_slice w = lgm_doc_form(doc, t);
    return w.len == strlen(word) && memcmp(w.ptr, word, w.len) == 0;
}

static bool is_one(const lgm_doc *doc, uint32_t t, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (is(doc, t, words[i])) return true;
    return false;
}

static bool is_article(const lgm_doc *doc, uint32_t t)
{
    static const char *const WORDS[] = {"the", "The"};
    return is_one(doc, t, WORDS, LGM_COUNT(WORDS));
}

static bool is_past(const lgm_doc *doc, uint32_t t)
{
    static const char *const WORDS[] = {"former", "Former", "ex", "then", "late", "deputy", "Deputy"};
    return is_one(doc, t, WORDS, LGM_COUNT(WORDS));
}

/* The line of OFFICE that the word is in; LGM_NONE. */
static uint32_t office_of(const lgm_doc *doc, uint32_t t)
{
    const lgm_slice w = lgm_doc_form(doc, t);
    uint32_t line = 0;
    for (size_t i = 0; i < LGM_COUNT(OFFICE); i++) {
        if (!OFFICE[i])
            line++;
        else if (w.len == strlen(OFFICE[i]) && (w.ptr[0] | 32) == OFFICE[i][0] &&
                 memcmp(w.ptr + 1, OFFICE[i] + 1, w.len - 1) == 0)
            return line;
    }
    return LGM_NONE;
}

/* The body whose name ends before t ("FSB chief", "Spain's chief"), or starts behind "of" at t ("head of
 * the FSB"); LGM_NONE. */
static uint32_t body_before(const reader *r, uint32_t t)
{
    static const char *const WHOSE[] = {"'s", "\xe2\x80\x99s", "'", "\xe2\x80\x99"};
    if (t > 0 && is_one(r->doc, t - 1, WHOSE, LGM_COUNT(WHOSE))) t--;
    const uint32_t name = t > 0 ? r->l->t->name[t - 1] : LGM_NONE;
    if (name == LGM_NONE || r->doc->names[name].type == LGM_ENTITY_PER) return LGM_NONE;
    const uint32_t start = r->doc->names[name].tokens.start;
    return start > 0 && is_past(r->doc, start - 1) ? LGM_NONE : r->owner[name];
}

static uint32_t body_behind(const reader *r, uint32_t t)
{
    static const char *const OF[] = {"of", "for", "at"};
    if (t + 2 >= r->doc->n_tokens || !is_one(r->doc, t, OF, LGM_COUNT(OF))) return LGM_NONE;
    t += is_article(r->doc, t + 1) ? 2 : 1;
    const uint32_t name = r->l->t->name[t];
    if (name == LGM_NONE || r->doc->names[name].tokens.start != t) return LGM_NONE;
    return r->doc->names[name].type == LGM_ENTITY_PER ? LGM_NONE : r->owner[name];
}

/* The office that the word at t is of, and of what body; false for none. */
static bool read_office(const reader *r, uint32_t t, office *out)
{
    out->what = office_of(r->doc, t);
    if (out->what == LGM_NONE || (t > 0 && is_past(r->doc, t - 1))) return false;
    out->body = body_behind(r, t + 1);
    if (out->body == LGM_NONE) out->body = body_before(r, t);
    return out->body != LGM_NONE;
}

static office *known(reader *r, const office *o)
{
    for (uint32_t i = 0; i < r->n; i++)
        if (r->at[i].what == o->what && r->at[i].body == o->body) return &r->at[i];
    return NULL;
}

static void holds(reader *r, const office *o, uint32_t holder)
{
    office *const at = known(r, o);
    if (at && at->holder != holder) at->holder = LGM_NONE;
    if (at || r->n == OFFICES) return;
    r->at[r->n++] = (office){o->what, o->body, holder};
}

/* "FSB chief N"; "N, the head of the FSB"; "N, FSB chief". */
static void read_name(reader *r, uint32_t i)
{
    const lgm_name *const n = &r->doc->names[i];
    uint32_t t = n->tokens.end;
    office o;
    if (n->tokens.start > 0 && office_of(r->doc, n->tokens.start - 1) != LGM_NONE) {
        o.what = office_of(r->doc, n->tokens.start - 1);
        o.body = body_before(r, n->tokens.start - 1);
        if (o.body != LGM_NONE) holds(r, &o, r->owner[i]);
    }
    if (t + 1 >= r->doc->n_tokens || !is(r->doc, t, ",")) return;
    t += is_article(r->doc, t + 1) ? 2 : 1;
    if (t >= r->doc->n_tokens) return;
    const uint32_t body = r->l->t->name[t];
    if (body != LGM_NONE) t = r->doc->names[body].tokens.end;
    if (t < r->doc->n_tokens && r->l->t->sent[t] == r->l->t->sent[n->tokens.start] && read_office(r, t, &o))
        holds(r, &o, r->owner[i]);
}

static bool is_definite(const lgm_mention *m)
{
    return m->make == LGM_MAKE_DEF || m->make == LGM_MAKE_POSS || m->make == LGM_MAKE_DEM;
}

/* Descriptions of offices go to the cluster of who holds them, where they have no name of their own. */
static void join(const reader *r, const uint32_t *of_entity, uint32_t *to)
{
    lgm_linker const *const l = r->l;
    for (uint32_t i = 0; i < l->n; i++) {
        office o;
        if (l->at[i].is_group || !is_definite(&l->at[i]) || !read_office(r, l->at[i].head, &o)) continue;
        const office *const at = known((reader *)r, &o);
        if (!at || at->holder == LGM_NONE || of_entity[at->holder] == LGM_NONE) continue;
        if (to[l->cluster[i]] == LGM_NONE) to[l->cluster[i]] = of_entity[at->holder];
    }
}

bool lgm_coref_join_offices(lgm_linker *l, lgm_arena *scratch)
{
    const lgm_doc *const doc = l->t->doc;
    reader r = {.l = l, .doc = doc};
    uint32_t *const owner = lgm_arena_calloc(scratch, doc->n_names, sizeof *owner);
    uint32_t *const of_entity = lgm_arena_calloc(scratch, doc->n_entities, sizeof *of_entity);
    uint32_t *const to = lgm_arena_calloc(scratch, l->n, sizeof *to);
    uint32_t *const first = lgm_arena_calloc(scratch, l->n, sizeof *first);
    if (!owner || !of_entity || !to || !first) return false;
    for (uint32_t e = 0; e < doc->n_entities; e++) {
        of_entity[e] = LGM_NONE;
        for (uint32_t i = 0; i < doc->entities[e].n; i++)
            owner[doc->name_order[doc->entities[e].first + i]] = e;
    }
    r.owner = owner;
    for (uint32_t i = 0; i < doc->n_names; i++)
        if (doc->names[i].type == LGM_ENTITY_PER) read_name(&r, i);
    if (r.n == 0) return true;

    /* A cluster with a name stays what it is. */
    for (uint32_t i = 0; i < l->n; i++) to[i] = first[i] = LGM_NONE;
    for (uint32_t i = 0; i < l->n; i++)
        if (l->at[i].group != LGM_NONE) of_entity[l->at[i].group] = to[l->cluster[i]] = l->cluster[i];
    join(&r, of_entity, to);
    for (uint32_t i = 0; i < l->n; i++) {
        const uint32_t c = to[l->cluster[i]] == LGM_NONE ? l->cluster[i] : to[l->cluster[i]];
        if (first[c] == LGM_NONE) first[c] = i;
        l->cluster[i] = c;
    }
    for (uint32_t i = 0; i < l->n; i++) l->cluster[i] = first[l->cluster[i]];
    return true;
}
