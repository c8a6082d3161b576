/* origins.c - voices are grouped by their sources, and within these by who heard them first. */
#include "legomena/origins.h"

#include "origin/heard_by.h"

typedef struct traced { /* a voice, and where it leads */
    lgm_voice voice;
    lgm_origin_speaker speaker;
    lgm_origin_heard heard;
    uint32_t origin, hearing; /* groups, by the order of their first voices */
    bool first_of_origin, first_of_hearing;
} traced;

typedef struct work {
    lgm_arena *arena;
    traced *at;
    size_t n;
    lgm_origin *origins;
    uint32_t *group; /* [origins] of known ones that may be one */
} work;

const char *lgm_origin_kind_name(lgm_origin_kind kind)
{
#define KIND_NAME(name, text) text,
    static const char *const names[] = {LGM_ORIGIN_KINDS(KIND_NAME)};
    return (unsigned)kind < LGM_ORIGIN_N ? names[kind] : NULL;
}

const char *lgm_hearing_kind_name(lgm_hearing_kind kind)
{
    static const char *const names[] = {LGM_HEARING_KINDS(KIND_NAME)};
#undef KIND_NAME
    return (unsigned)kind < LGM_HEARING_N ? names[kind] : NULL;
}

/* ---- each voice ---- */

static lgm_status trace(work *w, const lgm_told *told, size_t n, const lgm_voice *voices,
                        lgm_err *err)
{
    lgm_origin_text *const texts = lgm_arena_calloc(w->arena, n + 1, sizeof *texts);
    w->at = lgm_arena_calloc(w->arena, w->n + 1, sizeof *w->at);
    if (!texts || !w->at || !lgm_origin_texts(texts, w->arena, told, n))
        return lgm_arena_fail(w->arena, err);
    for (size_t i = 0; i < w->n; i++) {
        const lgm_voice v = voices[i];
        if (v.report >= n || (v.claim != LGM_NONE && v.claim >= told[v.report].record->claims.n))
            return lgm_fail(err, LGM_E_ARG, "voice %zu of %zu is of no report or claim there", i,
                            w->n);
        traced *const t = &w->at[i];
        const lgm_record *const r = told[v.report].record;
        t->voice = v;
        if (!lgm_origin_said_by(&t->speaker, w->arena, r, v.claim, &texts[v.report]) ||
            !lgm_origin_heard_by(&t->heard, w->arena, r, v.claim, &texts[v.report], &t->speaker))
            return lgm_arena_fail(w->arena, err);
    }
    return LGM_OK;
}

/* ---- groups ---- */

static uint32_t join(work *w)
{
    uint32_t n = 0;
    for (size_t i = 0; i < w->n; i++) {
        traced *const t = &w->at[i];
        t->first_of_origin = t->first_of_hearing = true;
        for (size_t k = 0; k < i && t->first_of_origin; k++)
            if (lgm_origin_is_same(&w->at[k].speaker, &t->speaker)) {
                t->origin = w->at[k].origin;
                t->first_of_origin = false;
            }
        if (t->first_of_origin) t->origin = n++;
        for (size_t k = 0; k < i && t->first_of_hearing; k++)
            t->first_of_hearing =
                w->at[k].origin != t->origin || !lgm_slice_eq(w->at[k].heard.key, t->heard.key);
    }
    return n;
}

static bool fill_hearing(work *w, lgm_hearing *h, const traced *first, bool *known)
{
    LGM_VEC(lgm_heard_voice) voices = {0};
    h->kind = first->heard.kind;
    h->by = first->heard.by;
    *known = false;
    for (size_t i = (size_t)(first - w->at); i < w->n; i++) {
        const traced *const t = &w->at[i];
        if (t->origin != first->origin || !lgm_slice_eq(t->heard.key, first->heard.key)) continue;
        if (t->heard.known && !*known) { /* the one that tells more */
            h->kind = t->heard.kind;
            h->by = t->heard.by;
        }
        *known |= t->heard.known;
        if (!lgm_vec_push(w->arena, &voices, (lgm_heard_voice){t->voice, t->heard.why}))
            return false;
    }
    h->voices.at = voices.at;
    h->voices.n = voices.n;
    return true;
}

static bool fill_origin(work *w, lgm_origin *o, const traced *first)
{
    LGM_VEC(lgm_hearing) hearings = {0};
    o->kind = first->speaker.kind;
    o->name = first->speaker.name;
    o->known = first->speaker.known;
    for (size_t i = (size_t)(first - w->at); i < w->n; i++) {
        const traced *const t = &w->at[i];
        if (t->origin != first->origin || !t->first_of_hearing) continue;
        lgm_hearing h = {0};
        bool known;
        if (!fill_hearing(w, &h, t, &known) || !lgm_vec_push(w->arena, &hearings, h)) return false;
        o->least += known;
    }
    o->hearings.at = hearings.at;
    o->hearings.n = o->most = hearings.n;
    if (o->least == 0) o->least = 1;
    return true;
}

/* ---- what may be one ---- */

static lgm_str why_not_known(work *w, const lgm_origin *o, const traced *first)
{
    const int n = (int)o->name.len;
    const char *const name = o->name.ptr ? o->name.ptr : "";
    if (!first->speaker.outlet)
        return lgm_origin_words(w->arena,
                                n ? "“%.*s” is not named and may be another of these"
                                  : "who says so is not told and may be another of these%.*s",
                                n, name);
    return lgm_origin_words(w->arena, "%.*s does not say where it has it from", n, name);
}

static uint32_t root_of(const work *w, uint32_t i)
{
    while (w->group[i] != i) i = w->group[i];
    return i;
}

static bool explain(work *w, const traced *const *firsts, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        LGM_VEC(lgm_str) why = {0};
        if (!w->origins[i].known && n > 1 &&
            !lgm_vec_push(w->arena, &why, why_not_known(w, &w->origins[i], firsts[i])))
            return false;
        for (uint32_t k = 0; k < i && w->origins[i].known; k++) {
            lgm_str words;
            if (!w->origins[k].known ||
                !lgm_origin_may_be_same(&firsts[k]->speaker, &firsts[i]->speaker, w->arena, &words))
                continue;
            if (!words.ptr || !lgm_vec_push(w->arena, &why, words)) return false;
            w->group[root_of(w, i)] = root_of(w, k);
        }
        w->origins[i].why.at = why.at;
        w->origins[i].why.n = why.n;
    }
    return true;
}

static bool gather(work *w, lgm_origins *out)
{
    const uint32_t n = join(w);
    const traced **const firsts = lgm_arena_calloc(w->arena, n + 1, sizeof *firsts);
    w->origins = lgm_arena_calloc(w->arena, n + 1, sizeof *w->origins);
    w->group = lgm_arena_calloc(w->arena, n + 1, sizeof *w->group);
    if (!firsts || !w->origins || !w->group) return false;
    for (size_t i = 0; i < w->n; i++) {
        const traced *const t = &w->at[i];
        if (!t->first_of_origin) continue;
        firsts[t->origin] = t;
        w->group[t->origin] = t->origin;
        if (!fill_origin(w, &w->origins[t->origin], t)) return false;
    }
    for (size_t i = 0; i < w->n; i++) { /* a name tells more than a description */
        const traced *const t = &w->at[i];
        lgm_origin *const o = &w->origins[t->origin];
        if (o->known || !t->speaker.known) continue;
        firsts[t->origin] = t;
        o->kind = t->speaker.kind;
        o->name = t->speaker.name;
        o->known = 1;
    }
    if (!explain(w, firsts, n)) return false;
    for (uint32_t i = 0; i < n; i++) out->least += w->origins[i].known && root_of(w, i) == i;
    if (n && out->least == 0) out->least = 1;
    out->most = n;
    out->list.at = w->origins;
    out->list.n = n;
    return true;
}

lgm_status lgm_origins_of(lgm_origins **out, const lgm_told *told, size_t n,
                          const lgm_voice *voices, size_t n_voices, lgm_err *err)
{
    work w = {.n = n_voices};
    *out = NULL;
    lgm_status st = lgm_arena_new(&w.arena, 0, err);
    if (st != LGM_OK) return st;
    lgm_origins *const o = lgm_arena_calloc(w.arena, 1, sizeof *o);
    st = o ? trace(&w, told, n, voices, err) : lgm_arena_fail(w.arena, err);
    if (st == LGM_OK && !gather(&w, o)) st = lgm_arena_fail(w.arena, err);
    if (st != LGM_OK) {
        lgm_arena_free(w.arena);
        return st;
    }
    o->arena = w.arena;
    *out = o;
    return LGM_OK;
}

void lgm_origins_free(lgm_origins *origins)
{
    if (origins) lgm_arena_free(origins->arena);
}
