/* same_events.c - events of several reports that are one: see legomena/same.h. */
#include <string.h>

#include "same/group_events.h"
#include "same/same_reasons.h"
#include "same/told_event.h"

/* ---- words: each once, and how two of them are related ---- */

typedef struct words {
    const lgm_profile_word **at;
    size_t n;
    uint32_t *of;     /* [events]: the word of each */
    uint8_t *related; /* [n * n] */
} words;

static bool same_word(const lgm_profile_word *a, const lgm_profile_word *b)
{
    return a->len == b->len && memcmp(a->at, b->at, a->len) == 0;
}

static bool find_words(words *w, const lgm_same_event_list *events, lgm_arena *arena)
{
    *w = (words){.at = lgm_arena_calloc(arena, events->n + 1, sizeof *w->at),
                 .of = lgm_arena_calloc(arena, events->n + 1, sizeof *w->of)};
    if (!w->at || !w->of) return false;
    for (size_t i = 0; i < events->n; i++) {
        size_t k = 0;
        while (k < w->n && !same_word(w->at[k], &events->at[i].head)) k++;
        if (k == w->n) w->at[w->n++] = &events->at[i].head;
        w->of[i] = (uint32_t)k;
    }
    w->related = lgm_arena_calloc(arena, w->n * w->n + 1, 1);
    if (!w->related) return false;
    for (size_t i = 0; i < w->n; i++)
        for (size_t k = 0; k < i; k++)
            w->related[i * w->n + k] = w->related[k * w->n + i] =
                (uint8_t)lgm_same_related(w->at[i], w->at[k]);
    return true;
}

/* ---- pairs ---- */

static bool add_pair(lgm_same_grouping *g, const lgm_same_event_list *events, const words *w,
                     uint32_t i, uint32_t k)
{
    const int related = w->related[w->of[i] * w->n + w->of[k]];
    if (w->of[i] != w->of[k] && related == LGM_SAME_UNRELATED) return true;
    const double like = lgm_same_event_alike(&events->at[k], &events->at[i], related);
    return lgm_vec_push(g->arena, &g->pairs, (lgm_same_pair){k, i, like});
}

lgm_status lgm_same_group_events(lgm_same_grouping *g, const lgm_same_event_list *events,
                                 lgm_arena *arena, lgm_err *err)
{
    words w;
    *g = (lgm_same_grouping){.n = events->n, .unlike = LGM_SAME_EVENT_UNRELATED, .arena = arena};
    if (!find_words(&w, events, arena)) return lgm_arena_fail(arena, err);
    for (uint32_t i = 0; i < events->n; i++)
        for (uint32_t k = 0; k < i; k++)
            if (!add_pair(g, events, &w, i, k)) return lgm_arena_fail(arena, err);
    return lgm_same_group_all(g, err);
}

/* An event is where its trigger is: what a report says of it elsewhere ("opened fire", "the
 * killing") may be a part of it. */
static lgm_status make(lgm_same **out, const lgm_same_grouping *g,
                       const lgm_same_event_list *events, const lgm_told *told, lgm_err *err)
{
    size_t n = 0;
    lgm_same_one *const of = lgm_arena_calloc(g->arena, events->n + 1, sizeof *of);
    if (!of) return lgm_arena_fail(g->arena, err);
    for (size_t i = 0; i < events->n; i++) {
        const lgm_same_one one = events->at[i].of;
        if (n && of[n - 1].report == one.report && of[n - 1].index == one.index) continue;
        of[n] = one;
        g->group[n++] = g->group[i];
    }
    return lgm_same_make(out, of, g->group, n, told, err);
}

lgm_status lgm_same_events(lgm_same **out, const lgm_told *told, size_t n, lgm_err *err)
{
    lgm_arena *arena;
    lgm_same_event_list events = {0};
    lgm_same_grouping g;
    *out = NULL;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    for (uint32_t i = 0; i < n && st == LGM_OK; i++)
        if (!lgm_same_events_of(&events, arena, told[i].record, i)) st = lgm_arena_fail(arena, err);
    if (st == LGM_OK && events.n > LGM_SAME_MOST_EVENTS)
        st = lgm_fail(err, LGM_E_BUDGET, "%zu mentions of events are more than can be compared: %d",
                      events.n, LGM_SAME_MOST_EVENTS);
    if (st == LGM_OK) st = lgm_same_group_events(&g, &events, arena, err);
    if (st == LGM_OK) st = make(out, &g, &events, told, err);
    lgm_arena_free(arena);
    return st;
}

void lgm_same_free(lgm_same *same)
{
    if (same) lgm_arena_free(same->arena);
}

/* ---- why ---- */

/* The mentions of each that are most alike. */
static void put_why(lgm_buf *out, const lgm_record *of_a, const lgm_same_event_list *events,
                    size_t n_of_a)
{
    const lgm_same_event *best_a = NULL, *best_b = NULL;
    double best = 0;
    for (size_t i = 0; i < n_of_a; i++)
        for (size_t k = n_of_a; k < events->n; k++) {
            const lgm_same_event *const a = &events->at[i], *const b = &events->at[k];
            const double like = lgm_same_event_alike(a, b, lgm_same_related(&a->head, &b->head));
            if (best_a && like <= best) continue;
            best = like;
            best_a = a;
            best_b = b;
        }
    if (best_a) lgm_same_event_reasons(out, of_a, best_a, best_b);
}

static bool is_event(const lgm_told *told, size_t n, lgm_same_one one)
{
    return one.report < n && one.index < told[one.report].record->events.n;
}

/* Of all mentions of a report, those of one event. */
static size_t keep(lgm_same_event_list *events, size_t from, lgm_same_one one)
{
    size_t n = from;
    for (size_t i = from; i < events->n; i++)
        if (events->at[i].of.index == one.index) events->at[n++] = events->at[i];
    return events->n = n;
}

lgm_status lgm_same_events_why(char **out, const lgm_told *told, size_t n, lgm_same_one a,
                               lgm_same_one b, lgm_err *err)
{
    lgm_arena *arena;
    lgm_same_event_list events = {0};
    lgm_buf reasons = {0};
    *out = NULL;
    if (!is_event(told, n, a) || !is_event(told, n, b))
        return lgm_fail(err, LGM_E_ARG, "there is no such event");
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    if (lgm_same_events_of(&events, arena, told[a.report].record, a.report)) {
        const size_t n_of_a = keep(&events, 0, a);
        if (lgm_same_events_of(&events, arena, told[b.report].record, b.report)) {
            keep(&events, n_of_a, b);
            put_why(&reasons, told[a.report].record, &events, n_of_a);
        }
    }
    if (lgm_arena_status(arena) != LGM_OK) st = lgm_arena_fail(arena, err);
    if (st == LGM_OK) st = lgm_buf_take(&reasons, out, NULL, err);
    lgm_buf_done(&reasons);
    lgm_arena_free(arena);
    return st;
}
