/* timex.c - walk along the items, take the longest rule at each, resolve what it found. */
#include "timex/timex.h"

#include "legomena/kinds.h"
#include "timex/event.h"
#include "timex/resolve.h"

typedef struct finder {
    lgm_timex_items items;
    lgm_timex_resolver resolver;
    LGM_VEC(lgm_time_layer) times;
    LGM_VEC(lgm_timex_event) pending;
    uint32_t name; /* the first that does not end before where we are */
} finder;

/* Is it a part of a person's name: "April Stone"? */
static bool in_name(finder *f, lgm_tokspan s)
{
    const lgm_doc *const doc = f->resolver.doc;
    while (f->name < doc->n_names && doc->names[f->name].tokens.end <= s.start) f->name++;
    if (f->name == doc->n_names) return false;
    const lgm_name *const n = &doc->names[f->name];
    return n->type == LGM_ENTITY_PER && n->tokens.start <= s.start && n->tokens.end >= s.end &&
           n->tokens.end - n->tokens.start > s.end - s.start;
}

/* Keeps what was matched; false when memory is spent. */
static bool keep(finder *f, const lgm_timex_match *m, lgm_arena *scratch, bool *kept)
{
    lgm_doc *const doc = f->resolver.doc;
    const uint32_t index = (uint32_t)f->times.n;
    lgm_time_layer t;
    *kept = !in_name(f, m->tokens);
    if (!*kept) return true;
    doc->times = f->times.at; /* what the resolver counts from */
    if (!lgm_timex_resolve(&f->resolver, m, index, &t, kept)) return false;
    if (!*kept) return true;
    if (m->rule->way == LGM_WAY_event) {
        const int32_t *const v = m->parts.v;
        const lgm_timex_event e = {index, v[LGM_TF_unit], v[LGM_TF_n] * v[LGM_TF_dir]};
        if (v[LGM_TF_n] > 0 && !lgm_vec_push(scratch, &f->pending, e)) return false;
    }
    return lgm_vec_push(doc->arena, &f->times, t);
}

static bool find(finder *f, lgm_arena *scratch)
{
    lgm_timex_match last = {0};
    for (size_t i = 0; lgm_timex_items_at(&f->items, i);) {
        lgm_timex_match m = {0};
        bool kept = false;
        if (last.rule && last.next + LGM_TIMEX_ITEMS < last.first + LGM_ITEM_RING)
            m = lgm_timex_match_after(&f->items, last.first, last.tokens.end);
        if (!m.rule) m = lgm_timex_match_at(&f->items, i);
        if (m.rule && !keep(f, &m, scratch, &kept)) return false;
        last = kept ? m : (lgm_timex_match){0};
        i = kept || (m.rule && m.rule->way == LGM_WAY_none) ? m.next : i + 1;
    }
    return true;
}

lgm_status lgm_timex_run(lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    finder *const f = lgm_arena_calloc(scratch, 1, sizeof *f);
    lgm_status st = LGM_OK;
    doc->times = NULL;
    doc->n_times = 0;
    if (!f) return lgm_arena_fail(scratch, err);
    lgm_timex_items_start(&f->items, doc);
    f->resolver = (lgm_timex_resolver){.doc = doc,
                                 .published = lgm_timex_published(doc->date),
                                 .day = LGM_NONE,
                                 .date = LGM_NONE,
                                 .quarter = LGM_UNSET};
    bool ok = find(f, scratch);
    doc->times = ok ? f->times.at : NULL;
    doc->n_times = ok ? (uint32_t)f->times.n : 0;
    ok = ok && lgm_timex_event_times(scratch, doc, f->pending.at, f->pending.n);
    if (!ok) {
        doc->times = NULL;
        doc->n_times = 0;
        st = lgm_arena_status(doc->arena) != LGM_OK ? lgm_arena_fail(doc->arena, err)
                                                    : lgm_arena_fail(scratch, err);
    }
    lgm_arena_rewind(scratch, mark);
    return st;
}
