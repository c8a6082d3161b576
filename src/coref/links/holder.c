/*
 * holder.c - "the head of the Harbour Police" is "Harbour Police chief Ada Lind": one office, one
 * person.
 *
 * Links compare words, and these share none that tells. So offices are read beside a person's name
 * ("B chief N", "B's chief N", "N, the head of B", "N, B chief,") and at the head of a definite
 * description ("the head of B", "B's chief", "the B chief"). Where office and body are the same and
 * only one person is said to hold it, the description is that person. Where no body is said ("the
 * mayor"), it is the one person who has that office in the report, and is joined with no other
 * name. A former mayor and a deputy mayor have offices of their own.
 */
#include "coref/links/holder.h"

#include "coref/links/coref_words.h"
#include "coref/links/office.h"
#include "legomena/kinds.h"
#include "tree/shape.h"

enum { OFFICES = 32 }; /* that are kept of a report */

typedef struct reader {
    const lgm_trees *t;
    const lgm_doc *doc;
    const uint32_t *owner; /* [n_names]: its entity */
    lgm_coref_office at[OFFICES];
    uint32_t n;
    bool full; /* there were more: no holder is known to be the only one */
} reader;

static void note(reader *r, uint32_t what, uint64_t body, uint32_t holder)
{
    for (uint32_t i = 0; i < r->n; i++)
        if (r->at[i].what == what && r->at[i].body == body && r->at[i].holder == holder) return;
    if (r->n == OFFICES) r->full = true;
    if (r->n < OFFICES) r->at[r->n++] = (lgm_coref_office){what, body, holder};
}

/* "The spokesman" may be who was a deputy spokesman. */
static void holds(reader *r, const lgm_coref_office *o, uint32_t holder)
{
    note(r, o->what, o->body, holder);
    if (o->what & LGM_COREF_RANK_DEPUTY)
        note(r, o->what - LGM_COREF_RANK_DEPUTY, LGM_COREF_SOME_BODY, holder);
}

/* Who alone holds an office, of this body or, with NO_BODY, of any; LGM_NONE. *bodies: some body is
 * said. A holder whose body is unknown is never returned, and makes other holders of that office
 * ambiguous. */
static uint32_t only_holder(const reader *r, uint32_t what, uint64_t body, bool *bodies)
{
    uint32_t found = LGM_NONE, other = LGM_NONE;
    for (uint32_t i = 0; i < r->n; i++) {
        const lgm_coref_office *const o = &r->at[i];
        if (o->what != what || (body != LGM_COREF_NO_BODY && o->body != body)) continue;
        uint32_t *const seen = o->body == LGM_COREF_SOME_BODY ? &other : &found;
        if (*seen != LGM_NONE && *seen != o->holder) return LGM_NONE;
        *bodies |= o->body != LGM_COREF_NO_BODY;
        *seen = o->holder;
    }
    return other == LGM_NONE || other == found ? found : LGM_NONE;
}

/* "The premier" is the prime minister, and the reverse, where the report uses only one of the words
 * for holders. */
static uint32_t as_said(const reader *r, uint32_t what)
{
    for (uint32_t i = 0; i < r->n; i++)
        if (r->at[i].what == what) return what;
    if (what == LGM_COREF_OFFICE_PREMIER) return LGM_COREF_OFFICE_PRIME_MINISTER;
    return what == LGM_COREF_OFFICE_PRIME_MINISTER ? LGM_COREF_OFFICE_PREMIER : what;
}

/* "The Ostrel senator" is Sen. Lind as well, where the report does not say of what she is senator;
 * but then it is not sure. */
static uint32_t holder_of(const reader *r, const lgm_coref_office *o, bool *sure)
{
    bool bodies = false;
    *sure = false;
    if (r->full) return LGM_NONE;
    const uint32_t what = as_said(r, o->what);
    const uint32_t found = only_holder(r, what, o->body, &bodies);
    *sure = found != LGM_NONE;
    if (*sure || o->body == LGM_COREF_NO_BODY) return found;
    bodies = false;
    const uint32_t any = only_holder(r, what, LGM_COREF_NO_BODY, &bodies);
    return bodies ? LGM_NONE : any;
}

/* "Police chief N"; "N, the head of the Police"; "N, Police chief". */
static void read_name(reader *r, uint32_t i)
{
    const lgm_name *const n = &r->doc->names[i];
    uint32_t t = n->tokens.start;
    lgm_coref_office o;
    while (t > 0 && (lgm_coref_word(r->doc, t - 1) & LGM_COREF_HONORIFIC)) t--;
    if (t > 2 && lgm_slice_eq(lgm_doc_form(r->doc, t - 2), LGM_SLICE("of")) &&
        lgm_coref_office_of(r->doc, t - 3))
        t -= 2; /* "Secretary of State" */
    if (t > 0 && lgm_coref_read_office(r->t, r->owner, t - 1, &o)) holds(r, &o, r->owner[i]);
    t = n->tokens.end;
    if (t + 1 >= r->doc->n_tokens || !lgm_slice_eq(lgm_doc_form(r->doc, t), LGM_SLICE(","))) return;
    t += lgm_tree_is_the(lgm_doc_form(r->doc, t + 1)) ? 2 : 1;
    if (t >= r->doc->n_tokens) return;
    const uint32_t body = lgm_tree_name(r->t, t);
    if (body != LGM_NONE) t = r->doc->names[body].tokens.end;
    if (t < r->doc->n_tokens && lgm_tree_sent(r->t, t) == lgm_tree_sent(r->t, n->tokens.start) &&
        lgm_coref_read_office(r->t, r->owner, t, &o)) {
        /* "N, president of the republic" */
        if (o.body == LGM_COREF_NO_BODY) o.body = LGM_COREF_SOME_BODY;
        holds(r, &o, r->owner[i]);
    }
}

static bool is_definite(const lgm_coref_mention *m)
{
    return m->make == LGM_MAKE_DEF || m->make == LGM_MAKE_POSS || m->make == LGM_MAKE_DEM;
}

bool lgm_coref_find_holders(lgm_coref_linker *l, lgm_arena *scratch)
{
    const lgm_doc *const doc = l->t->doc;
    reader r = {.t = l->t, .doc = doc, .owner = lgm_doc_name_owners(doc, scratch)};
    if (!r.owner) return false;
    for (uint32_t i = 0; i < doc->n_names; i++)
        if (doc->names[i].type == LGM_ENTITY_PER) read_name(&r, i);
    for (uint32_t i = 0; i < l->n; i++) {
        const lgm_coref_mention *const m = &l->at[i];
        lgm_coref_office o;
        bool sure;
        l->holder[i] = l->only[i] = LGM_NONE;
        if (r.n == 0 || m->is_group || !is_definite(m) ||
            !lgm_coref_read_office(r.t, r.owner, m->head, &o))
            continue;
        l->holder[i] = holder_of(&r, &o, &sure);
        if (sure && lgm_coref_office_of(doc, m->head) > LGM_COREF_OFFICE_HEAD)
            l->only[i] = l->holder[i];
        if (l->holder[i] == LGM_NONE && o.body != LGM_COREF_NO_BODY)
            l->holder[i] = LGM_COREF_NOBODY;
    }
    return true;
}

/* A cluster whose descriptions are of several offices: each goes by itself. */
enum { MIXED = LGM_NONE - 1 };

/* who[i]: the cluster of the holder that the description i is of, LGM_NONE; of[c]: the same for a
 * whole cluster without a name, or MIXED. */
static void find_holders(const lgm_coref_linker *l, const uint32_t *of_entity, uint32_t *who,
                         uint32_t *of)
{
    for (uint32_t i = 0; i < l->n; i++) {
        uint32_t *const whole = &of[l->cluster[i]];
        if (l->holder[i] == LGM_NONE) continue;
        if (l->holder[i] != LGM_COREF_NOBODY) who[i] = of_entity[l->holder[i]];
        *whole = *whole == LGM_NONE || *whole == who[i] ? who[i] : MIXED;
        if (who[i] == LGM_NONE) *whole = MIXED;
    }
}

/* Descriptions of offices go to their holder, with their clusters, where these have no name. */
static void join(lgm_coref_linker *l, const uint32_t *who, const uint32_t *of, const bool *named,
                 uint32_t *first)
{
    for (uint32_t i = 0; i < l->n; i++) {
        uint32_t *const c = &l->cluster[i];
        const uint32_t to = of[*c] == MIXED ? who[i] : of[*c];
        if (!named[*c] && to != LGM_NONE) {
            if (who[i] != LGM_NONE)
                lgm_coref_reason_is(l, i, to,
                                    "is the office that this person alone is said to hold "
                                    "(data/coref/offices.txt)");
            *c = to;
        }
        if (first[*c] == LGM_NONE) first[*c] = i;
    }
    for (uint32_t i = 0; i < l->n; i++) l->cluster[i] = first[l->cluster[i]];
}

bool lgm_coref_join_holders(lgm_coref_linker *l, lgm_arena *scratch)
{
    const lgm_doc *const doc = l->t->doc;
    uint32_t *const of_entity = lgm_arena_calloc(scratch, doc->n_entities, sizeof *of_entity);
    uint32_t *const who = lgm_arena_calloc(scratch, l->n, sizeof *who);
    uint32_t *const of = lgm_arena_calloc(scratch, l->n, sizeof *of);
    uint32_t *const first = lgm_arena_calloc(scratch, l->n, sizeof *first);
    bool *const named = lgm_arena_calloc(scratch, l->n, sizeof *named);
    if (!of_entity || !who || !of || !first || !named) return false;
    for (uint32_t e = 0; e < doc->n_entities; e++) of_entity[e] = LGM_NONE;
    for (uint32_t i = 0; i < l->n; i++) {
        who[i] = of[i] = first[i] = LGM_NONE;
        if (l->at[i].group == LGM_NONE) continue;
        of_entity[l->at[i].group] = l->cluster[i];
        named[l->cluster[i]] = true;
    }
    find_holders(l, of_entity, who, of);
    join(l, who, of, named, first);
    return true;
}
