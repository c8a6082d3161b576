/* kept.c - each filler of an incident once, by its best wording, where enough speaks for it. */
#include <string.h>

#include "base/fold.h"
#include "incident/incident_draft.h"

enum { LONGEST = 96, BACK = 200 /* fillers that one is compared with */ };

static bool same_words(const lgm_doc *doc, lgm_tokspan a, lgm_tokspan b)
{
    if (a.end - a.start != b.end - b.start) return false;
    for (uint32_t i = 0; i < a.end - a.start; i++) {
        const lgm_slice x = lgm_doc_form(doc, a.start + i), y = lgm_doc_form(doc, b.start + i);
        char lower_x[LGM_FOLD_ROOM(LONGEST)], lower_y[LGM_FOLD_ROOM(LONGEST)];
        if (x.len > LONGEST || y.len > LONGEST) return false;
        const size_t n = lgm_fold_lower(x.ptr, x.len, lower_x);
        if (n != lgm_fold_lower(y.ptr, y.len, lower_y) || memcmp(lower_x, lower_y, n) != 0)
            return false;
    }
    return true;
}

/* "The bus" is the bus of before, "guerrillas" those of before, "Mayor" the name behind it. */
static bool is_same(const lgm_incident_room *room, const lgm_incident_filler *a,
                    const lgm_incident_filler *b)
{
    const lgm_doc *const doc = room->doc;
    if (a->role != b->role) return false;
    if (a->entity != LGM_NONE && a->entity == b->entity) return true;
    if (a->words.start <= b->words.end && b->words.start <= a->words.end) return true;
    if (same_words(doc, a->words, b->words)) return true;
    const lgm_tokspan x = {a->words.end - 1, a->words.end}, y = {b->words.end - 1, b->words.end};
    const bool bare = a->words.end - a->words.start == 1 || b->words.end - b->words.start == 1;
    return (bare || a->role == LGM_ROLE_WEAPON) && same_words(doc, x, y);
}

/* "Ada Lind", but not "mayor of Ostrel". */
static bool is_name(const lgm_trees *t, lgm_tokspan s)
{
    const uint32_t name = lgm_tree_name(t, s.start);
    return name != LGM_NONE && name == lgm_tree_name(t, s.end - 1);
}

/* The one that is kept of two that are one: a name before a description, then what comes first. */
static bool is_better(const lgm_incident_room *room, const lgm_incident_filler *a,
                      const lgm_incident_filler *b)
{
    const bool name_a = is_name(room->trees, a->words), name_b = is_name(room->trees, b->words);
    if (name_a != name_b) return name_a;
    return name_a && a->words.end - a->words.start > b->words.end - b->words.start;
}

/* Log odds of the head that each role needs: what is best on development texts. */
static const float NEEDS[LGM_N_ROLES] = {1, 1, 1, 0, 0.5f};

float lgm_incident_strength(const lgm_incident_filler *f)
{
    return f->by_rule ? 0 : f->odds - NEEDS[f->role];
}

/* Of two that are one, what makes it surer who did it; by the report itself before by a claim. */
static void make_surer(lgm_doc_filler *to, const lgm_incident_filler *f)
{
    const bool own = f->blame == to->blame && f->claim == LGM_NONE;
    if (!own && !lgm_incident_is_surer(f->blame, to->blame)) return;
    to->blame = f->blame;
    to->claim = f->claim;
}

static void keep(const lgm_incident_room *room, lgm_incident_kept *k, uint32_t first, uint32_t i)
{
    const lgm_incident_filler *const f = &room->fillers.at[i];
    const float strength = lgm_incident_strength(f);
    if (k->n - first > BACK) first = k->n - BACK;
    for (uint32_t j = first; j < k->n; j++) {
        if (!is_same(room, f, &room->fillers.at[k->from[j]])) continue;
        if (strength > k->strength[j]) k->strength[j] = strength;
        make_surer(&k->at[j], f);
        if (!is_better(room, f, &room->fillers.at[k->from[j]])) return;
        k->from[j] = i;
        k->at[j].words = f->words;
        k->at[j].entity = f->entity;
        return;
    }
    k->from[k->n] = i;
    k->strength[k->n] = strength;
    k->at[k->n++] = (lgm_doc_filler){f->words, f->entity, f->claim, f->role, f->blame};
}

static void drop_weak(lgm_incident_kept *k, uint32_t first)
{
    uint32_t n = first;
    for (uint32_t i = first; i < k->n; i++) {
        if (!(k->strength[i] >= 0)) continue;
        k->at[n] = k->at[i];
        k->from[n++] = k->from[i];
    }
    k->n = n;
}

static uint32_t incident_of(const lgm_incident_room *room, size_t filler)
{
    return room->triggers.at[room->fillers.at[filler].trigger].incident;
}

/* order: the fillers of incident i are order[start[i] .. start[i + 1]). False when scratch is
 * spent. */
static bool sort_fillers(const lgm_incident_room *room, uint32_t **start, uint32_t **order)
{
    const size_t n = room->incidents.n;
    *start = lgm_arena_calloc(room->scratch, n + 2, sizeof **start);
    *order = lgm_arena_calloc(room->scratch, room->fillers.n + 1, sizeof **order);
    if (!*start || !*order) return false;
    for (size_t i = 0; i < room->fillers.n; i++)
        if (incident_of(room, i) != LGM_NONE) (*start)[incident_of(room, i) + 2]++;
    for (size_t i = 2; i < n + 2; i++) (*start)[i] += (*start)[i - 1];
    for (size_t i = 0; i < room->fillers.n; i++)
        if (incident_of(room, i) != LGM_NONE)
            (*order)[(*start)[incident_of(room, i) + 1]++] = (uint32_t)i;
    return true;
}

bool lgm_incident_keep(const lgm_incident_room *room, lgm_incident_kept *k, lgm_doc_incident *to)
{
    uint32_t *start, *order;
    if (!sort_fillers(room, &start, &order)) return false;
    for (size_t i = 0; i < room->incidents.n; i++) {
        to[i].first = k->n;
        for (uint8_t role = 0; role < LGM_N_ROLES; role++) {
            const uint32_t first = k->n;
            for (uint32_t j = start[i]; j < start[i + 1]; j++)
                if (room->fillers.at[order[j]].role == role) keep(room, k, first, order[j]);
            drop_weak(k, first);
        }
        to[i].n_fillers = k->n - to[i].first;
    }
    return true;
}
