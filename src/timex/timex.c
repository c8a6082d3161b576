/* timex.c - walk along the items, take the longest rule at each, resolve what it found. */
#include "timex/timex.h"

#include <string.h>

#include "legomena/kinds.h"
#include "timex/event_day.h"
#include "timex/resolve.h"

typedef struct finder {
    lgm_timex_items items;
    lgm_timex_resolver resolver;
    LGM_VEC(lgm_doc_time) times;
    LGM_VEC(lgm_timex_event) pending;
    uint32_t name; /* the first that does not end before where we are */
} finder;

static bool is_capital(const lgm_doc *doc, uint32_t t)
{
    const lgm_slice f = t < doc->n_tokens ? lgm_doc_form(doc, t) : LGM_SLICE("");
    return f.len > 1 && f.ptr[0] >= 'A' && f.ptr[0] <= 'Z' && f.ptr[1] >= 'a' && f.ptr[1] <= 'z';
}

/* Does a word go with the name behind it in the tree, whether a name was found there or not? "the
 * Sunday Herald", "June Marsh"; not "Sunday Lind said". */
static bool begins_name(const lgm_doc *doc, lgm_tokspan s)
{
    const uint32_t t = s.start, next = s.end;
    if (s.end - s.start != 1 || !doc->head || !doc->xpos.of || !is_capital(doc, t)) return false;
    if (!is_capital(doc, next) || strncmp(lgm_doc_xpos(doc, next), "NNP", 3) != 0) return false;
    if (doc->head[t] == next) return strncmp(lgm_doc_rel(doc, t), "compound", 8) == 0;
    return doc->head[next] == t && strncmp(lgm_doc_rel(doc, next), "flat", 4) == 0;
}

/* "Harbour Today": a capital letter within a sentence, behind another. */
static bool ends_name(const lgm_doc *doc, lgm_tokspan s)
{
    return s.end - s.start == 1 && s.start > lgm_doc_sentence_of(doc, s.start).start &&
           is_capital(doc, s.start) && is_capital(doc, s.start - 1) && doc->xpos.of &&
           strncmp(lgm_doc_xpos(doc, s.start), "NNP", 3) == 0;
}

/* "the Berlin daily", "the daily Posten", "The Daily Ledger": a newspaper. "Daily" may open a
 * sentence. */
static bool is_paper(const lgm_doc *doc, lgm_tokspan s)
{
    if (s.end - s.start != 1 || !doc->xpos.of) return false;
    const bool opens = s.start == lgm_doc_sentence_of(doc, s.start).start;
    return strcmp(lgm_doc_xpos(doc, s.start), "NN") == 0 || is_capital(doc, s.end) ||
           (!opens && is_capital(doc, s.start));
}

/* Is it a part of a name: "April Stone", "Friday Harbor"? A year in a name is still a year. */
static bool in_name(finder *f, const lgm_timex_match *m)
{
    const lgm_tokspan s = m->tokens;
    const uint8_t way = m->rule->way;
    const lgm_doc *const doc = f->resolver.doc;
    const bool word = way == LGM_WAY_weekday || way == LGM_WAY_month || way == LGM_WAY_part;
    if (way == LGM_WAY_every && m->parts.v[LGM_TF_unit] != LGM_UNSET && is_paper(doc, s))
        return true;
    if (word && begins_name(doc, s)) return true;
    if (way == LGM_WAY_deictic && ends_name(doc, s)) return true;
    while (f->name < doc->n_names && doc->names[f->name].tokens.end <= s.start) f->name++;
    if (f->name == doc->n_names) return false;
    const lgm_name *const n = &doc->names[f->name];
    return (n->type == LGM_ENTITY_PER ||
            ((word || way == LGM_WAY_deictic) && s.end - s.start == 1)) &&
           n->tokens.start <= s.start && n->tokens.end >= s.end &&
           n->tokens.end - n->tokens.start > s.end - s.start;
}

/* Keeps what was matched; false when memory is spent. */
static bool keep(finder *f, const lgm_timex_match *m, lgm_arena *scratch, bool *kept)
{
    lgm_doc *const doc = f->resolver.doc;
    const uint32_t index = (uint32_t)f->times.n;
    lgm_doc_time t;
    *kept = !in_name(f, m);
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
                                       .published = lgm_doc_day_of(doc->date),
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
