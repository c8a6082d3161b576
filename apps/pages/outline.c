/* outline.c - a forest over the claims, one tree a group, walked from the top. */
#include "outline.h"

#include <stdlib.h>

#include "shown.h"

/* Nodes are the claims, and behind them a node a group, above what stands by itself. */
typedef struct forest {
    const lgm_record *r;
    uint32_t n;
    uint32_t *under;        /* of each claim; LGM_NONE = not placed yet */
    uint32_t *root;         /* towards the top of what has been placed, short ways first */
    uint32_t *first, *next; /* what stands under a node, in order of the text */
    uint32_t *first_else, *next_else; /* of a group: what of its speaker stands elsewhere */
} forest;

static uint32_t top_of(forest *f, uint32_t i)
{
    while (f->root[i] != i) {
        f->root[i] = f->root[f->root[i]];
        i = f->root[i];
    }
    return i;
}

/* Not where the other one already stands under it. */
static void place(forest *f, uint32_t i, uint32_t under)
{
    if (f->under[i] != LGM_NONE || under >= f->n || top_of(f, under) == i) return;
    f->under[i] = under;
    f->root[i] = under;
}

/* Under the first that it answers, of those that come before it, or of those that come after. */
static void place_answer(forest *f, uint32_t i, bool before)
{
    const lgm_claim *const claims = f->r->claims.at;
    for (size_t k = 0; k < claims[i].replies.n; k++) {
        const uint32_t to = claims[i].replies.at[k].to;
        if ((to < i) != before || to >= f->n) continue;
        if (claims[i].parent == LGM_NONE || claims[to].parent == claims[i].parent) place(f, i, to);
    }
}

static void place_all(forest *f, const speakers *by)
{
    for (uint32_t i = 0; !by && i < f->n; i++) place_answer(f, i, true);
    for (uint32_t i = 0; i < f->n; i++)
        if (f->r->claims.at[i].parent != LGM_NONE) place(f, i, f->r->claims.at[i].parent);
    for (uint32_t i = 0; !by && i < f->n; i++) place_answer(f, i, false);
    for (uint32_t i = f->n; i-- > 0;) {
        if (f->under[i] == LGM_NONE) f->under[i] = f->n + (by ? by->of[i] : 0);
        f->next[i] = f->first[f->under[i]];
        f->first[f->under[i]] = i;
    }
    for (uint32_t i = f->n; by && i-- > 0;) {
        const uint32_t group = by->of[i];
        if (by->of[top_of(f, i)] == group) continue;
        f->next_else[i] = f->first_else[group];
        f->first_else[group] = i;
    }
}

/* What stands under the node, each claim before what stands under it. */
static void walk(outline *o, const forest *f, uint32_t node)
{
    const uint32_t group = node - f->n;
    uint32_t at = f->first[node], depth = 0;
    while (at != LGM_NONE) {
        o->at[o->n++] = (outline_entry){at, depth, group, false};
        if (f->first[at] != LGM_NONE) {
            at = f->first[at];
            depth++;
            continue;
        }
        while (f->next[at] == LGM_NONE && depth > 0) {
            at = f->under[at];
            depth--;
        }
        at = f->next[at];
    }
    for (at = f->first_else[group]; at != LGM_NONE; at = f->next_else[at])
        o->at[o->n++] = (outline_entry){at, 0, group, true};
}

static uint32_t *unknown(size_t n)
{
    uint32_t *const at = malloc((n + 1) * sizeof *at);
    for (size_t i = 0; at && i < n; i++) at[i] = LGM_NONE;
    return at;
}

static void forest_done(forest *f)
{
    free(f->under);
    free(f->root);
    free(f->first);
    free(f->next);
    free(f->first_else);
    free(f->next_else);
}

static bool forest_make(forest *f, const lgm_record *r, size_t n_groups)
{
    const size_t n = r->claims.n;
    *f = (forest){.r = r,
                  .n = (uint32_t)n,
                  .under = unknown(n),
                  .root = unknown(n),
                  .first = unknown(n + n_groups),
                  .next = unknown(n),
                  .first_else = unknown(n_groups),
                  .next_else = unknown(n)};
    for (uint32_t i = 0; f->root && i < n; i++) f->root[i] = i;
    return f->under && f->root && f->first && f->next && f->first_else && f->next_else;
}

static bool make(outline *o, const lgm_record *r, outline_order order)
{
    const size_t n = r->claims.n;
    forest f;
    *o = (outline){.at = calloc(2 * n + 1, sizeof *o->at), .line = calloc(n + 1, sizeof *o->line)};
    if (order == OUTLINE_SPEAKER) o->by = speakers_make(r);
    if (!o->at || !o->line || (order == OUTLINE_SPEAKER && !o->by)) return false;
    const uint32_t n_groups = o->by ? (uint32_t)o->by->n : 1;
    const bool ok = forest_make(&f, r, n_groups);
    if (ok) place_all(&f, o->by);
    for (int pass = 0; ok && pass < 2; pass++)
        for (uint32_t g = 0; g < n_groups; g++)
            if ((f.first[f.n + g] == LGM_NONE) == (pass == 1)) walk(o, &f, f.n + g);
    forest_done(&f);
    return ok;
}

bool outline_make(outline *o, const lgm_record *r, outline_order order)
{
    shown_lines lines = {0, 0};
    if (!make(o, r, order)) {
        outline_done(o);
        return false;
    }
    for (size_t i = 0; i < r->claims.n; i++)
        o->line[i] = shown_line_of(&lines, r, shown_first_span(&r->claims.at[i]));
    return true;
}

void outline_done(outline *o)
{
    free(o->at);
    free(o->line);
    speakers_done(o->by);
    *o = (outline){0};
}
