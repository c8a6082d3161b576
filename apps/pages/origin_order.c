/* origin_order.c - which origins are shown first. */
#include <stdlib.h>

#include "origin_view.h"

static int by_reports(const void *a, const void *b)
{
    const origin_rank *const x = a, *const y = b;
    if (x->reports != y->reports) return x->reports > y->reports ? -1 : 1;
    if (x->voices != y->voices) return x->voices > y->voices ? -1 : 1;
    return x->origin < y->origin ? -1 : x->origin > y->origin;
}

/* Voices of one origin come report by report within a hearing, and may come again in another. */
static void count(origin_rank *rank, const origin_view *v, bool *seen)
{
    const lgm_origin *const o = &v->origins->list.at[rank->origin];
    for (size_t i = 0; i < v->n_told; i++) seen[i] = false;
    for (size_t h = 0; h < o->hearings.n; h++)
        for (size_t i = 0; i < o->hearings.at[h].voices.n; i++) {
            const uint32_t report = o->hearings.at[h].voices.at[i].voice.report;
            const bool own_text = v->told[report].copy_of == LGM_NONE;
            rank->reports += own_text && !seen[report];
            rank->voices++;
            seen[report] = true;
        }
}

origin_rank *origin_order(const origin_view *v)
{
    const size_t n = v->origins->list.n;
    origin_rank *const ranks = calloc(n + 1, sizeof *ranks);
    bool *const seen = calloc(v->n_told + 1, sizeof *seen);
    for (size_t i = 0; i < n && ranks && seen; i++) {
        ranks[i].origin = (uint32_t)i;
        count(&ranks[i], v, seen);
    }
    if (ranks && seen) qsort(ranks, n, sizeof *ranks, by_reports);
    const bool whole = seen != NULL;
    free(seen);
    if (whole) return ranks;
    free(ranks);
    return NULL;
}
