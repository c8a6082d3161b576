/*
 * mst.c - maximum spanning arborescence with one root child.
 *
 * A path grows backwards along best incoming edges. It ends at a node that already leads to the
 * root, or it bites its tail: that cycle becomes one node, whose incoming edges are weighed by what
 * they gain over the edge of the cycle that they would replace, and the path goes on from there.
 * Nodes are slots of a matrix; a cycle takes the slot of its first member. Each state of a slot has
 * an id (tokens 1..n, cycles from n+1 up), and `parent` tells which cycle an id went into. At
 * the end the cycles are opened from the outside in: the edge that enters a cycle replaces the one
 * edge inside that points to the same member.
 */
#include "parse/mst.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "doc/doc.h"
#include "nn/head.h"

/* ---- when the best heads are a tree already -------------------------------------------------- */

static void best_heads(float *score, size_t ld, const float *root, uint32_t n, uint32_t *head)
{
    for (uint32_t i = 0; i < n; i++) {
        float *const row = score + i * ld;
        row[i] = -INFINITY;
        const uint32_t best = lgm_nn_argmax(row, n);
        head[i] = best == i || root[i] >= row[best] ? LGM_NONE : best;
    }
}

/* One root child and no cycle. mark u32 [n]: 0, or 1 + the token whose walk passed here. */
static bool is_tree(const uint32_t *head, uint32_t n, uint32_t *mark)
{
    uint32_t roots = 0;
    memset(mark, 0, n * sizeof *mark);
    for (uint32_t i = 0; i < n; i++) {
        roots += head[i] == LGM_NONE;
        uint32_t at = i;
        while (at != LGM_NONE && mark[at] == 0) {
            mark[at] = i + 1;
            at = head[at];
        }
        if (at != LGM_NONE && mark[at] == i + 1) return false;
    }
    return roots == 1;
}

/* ---- the general case ------------------------------------------------------------------------ */

typedef struct edge {
    double gain;
    int32_t roots;     /* minus the number of root edges */
    uint16_t from, to; /* tokens from 1, 0 = the root: the edge as it was at first */
} edge;

enum state { NEW, ON_PATH, IN_CYCLE, DONE, GONE };

typedef struct solver {
    uint32_t n_slots, n_ids, n_path;
    edge *in;         /* [slot][slot]: best edge into the row from the column */
    edge *best;       /* [slot]: the one chosen */
    uint8_t *state;   /* [slot] */
    uint32_t *path;   /* slots */
    uint32_t *id;     /* [slot]: what it stands for now */
    uint32_t *parent; /* [id]: the cycle that it went into, 0 = none */
    edge *enter;      /* [id]: the edge chosen for it */
} solver;

static bool better(const edge *a, const edge *b)
{
    return a->roots > b->roots || (a->roots == b->roots && a->gain > b->gain);
}

static double bounded(float x)
{
    if (!(x >= -1e30f)) return -1e30;
    return x > 1e30f ? 1e30 : (double)x;
}

static bool make(solver *s, uint32_t n, lgm_arena *scratch)
{
    const size_t m = (size_t)n + 1, ids = 2 * m;
    *s = (solver){.n_slots = n + 1, .n_ids = n + 1};
    s->in = lgm_arena_alloc(scratch, m * m * sizeof *s->in);
    s->best = lgm_arena_calloc(scratch, m, sizeof *s->best);
    s->state = lgm_arena_calloc(scratch, m, sizeof *s->state);
    s->path = lgm_arena_calloc(scratch, m, sizeof *s->path);
    s->id = lgm_arena_calloc(scratch, m, sizeof *s->id);
    s->parent = lgm_arena_calloc(scratch, ids, sizeof *s->parent);
    s->enter = lgm_arena_calloc(scratch, ids, sizeof *s->enter);
    return s->in && s->best && s->state && s->path && s->id && s->parent && s->enter;
}

static void fill(solver *s, const float *score, size_t ld, const float *root)
{
    s->state[0] = DONE;
    for (uint32_t i = 1; i < s->n_slots; i++) {
        const float *const row = score + (i - 1) * ld;
        edge *const in = s->in + (size_t)i * s->n_slots;
        s->id[i] = i;
        in[0] = (edge){bounded(root[i - 1]), -1, 0, (uint16_t)i};
        for (uint32_t j = 1; j < s->n_slots; j++)
            in[j] = (edge){bounded(row[j - 1]), 0, (uint16_t)j, (uint16_t)i};
    }
}

/* Chooses the best edge into slot v; gives the slot where it comes from. */
static uint32_t choose(solver *s, uint32_t v)
{
    const edge *const in = s->in + (size_t)v * s->n_slots;
    uint32_t from = 0; /* the root is always there */
    for (uint32_t u = 1; u < s->n_slots; u++)
        if (u != v && s->state[u] != GONE && better(&in[u], &in[from])) from = u;
    s->best[v] = in[from];
    s->enter[s->id[v]] = in[from];
    return from;
}

static bool outside(const solver *s, uint32_t slot)
{
    return s->state[slot] != GONE && s->state[slot] != IN_CYCLE;
}

/* Edges into member v become edges into the cycle, those out of v edges out of it. */
static void merge(solver *s, uint32_t cycle, uint32_t v)
{
    const size_t m = s->n_slots;
    edge *const into = s->in + cycle * m;
    const edge lost = s->best[v];
    for (uint32_t u = 0; u < m; u++) {
        if (!outside(s, u)) continue;
        edge e = s->in[v * m + u];
        e.gain -= lost.gain;
        e.roots -= lost.roots;
        if (v == cycle || better(&e, &into[u])) into[u] = e;
        if (u != 0 && better(&s->in[u * m + v], &s->in[u * m + cycle]))
            s->in[u * m + cycle] = s->in[u * m + v];
    }
}

/* The path from place `first` to its end is a cycle: makes it one slot, the new end of the path. */
static void contract(solver *s, uint32_t first)
{
    const uint32_t cycle = s->path[first], id = s->n_ids++;
    for (uint32_t i = first; i < s->n_path; i++) {
        s->state[s->path[i]] = IN_CYCLE;
        s->parent[s->id[s->path[i]]] = id;
    }
    for (uint32_t i = first; i < s->n_path; i++) {
        merge(s, cycle, s->path[i]);
    }
    for (uint32_t i = first + 1; i < s->n_path; i++) s->state[s->path[i]] = GONE;
    s->state[cycle] = ON_PATH;
    s->id[cycle] = id;
    s->n_path = first + 1;
}

static void grow_path(solver *s, uint32_t start)
{
    s->path[0] = start;
    s->n_path = 1;
    s->state[start] = ON_PATH;
    for (;;) {
        const uint32_t from = choose(s, s->path[s->n_path - 1]);
        if (s->state[from] == DONE) break;
        if (s->state[from] == NEW) {
            s->path[s->n_path++] = from;
            s->state[from] = ON_PATH;
            continue;
        }
        uint32_t first = s->n_path;
        while (s->path[--first] != from) continue;
        contract(s, first);
    }
    for (uint32_t i = 0; i < s->n_path; i++) s->state[s->path[i]] = DONE;
}

/* From the outermost cycle in: its entering edge becomes that of the member it points into. */
static void open_cycles(solver *s, uint32_t *head)
{
    const uint32_t n = s->n_slots - 1;
    for (uint32_t id = s->n_ids - 1; id > n; id--) {
        uint32_t member = s->enter[id].to;
        while (s->parent[member] != id) member = s->parent[member];
        s->enter[member] = s->enter[id];
    }
    for (uint32_t i = 1; i <= n; i++) {
        assert(s->enter[i].to == i);
        head[i - 1] = s->enter[i].from == 0 ? LGM_NONE : s->enter[i].from - 1u;
    }
}

bool lgm_parse_mst(float *score, size_t ld, const float *root, uint32_t n, uint32_t *head,
                   lgm_arena *scratch)
{
    assert(n > 0 && n <= LGM_MST_MAX);
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    uint32_t *const seen = lgm_arena_alloc(scratch, n * sizeof *seen);
    if (!seen) return false;
    best_heads(score, ld, root, n, head);
    if (!is_tree(head, n, seen)) {
        solver s;
        if (!make(&s, n, scratch)) return false;
        fill(&s, score, ld, root);
        for (uint32_t v = 1; v <= n; v++)
            if (s.state[v] == NEW) grow_path(&s, v);
        open_cycles(&s, head);
    }
    lgm_arena_rewind(scratch, mark);
    return true;
}
