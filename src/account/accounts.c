/*
 * accounts.c - answers of all reports joined: each goes to the first account of its question that
 * is the same answer, the oldest report first. Links are made in account_links.c.
 */
#include <stdlib.h>
#include <string.h>

#include "account/account_answers.h"
#include "account/account_links.h"
#include "account/same_answer.h"
#include "legomena/origins.h"

typedef struct draft { /* an account as it grows */
    const lgm_account_answer *answer;
    LGM_VEC(lgm_account_said) said;
} draft;

typedef struct joining {
    const lgm_told *told;
    size_t n;
    lgm_arena *arena;
    LGM_VEC(draft) drafts;
} joining;

static draft *find(joining *j, const lgm_account_answer *a)
{
    for (size_t i = 0; i < j->drafts.n; i++)
        if (lgm_account_same(j->drafts.at[i].answer, a)) return &j->drafts.at[i];
    return NULL;
}

/* A name with more words tells more; of figures and days one is as good as another. */
static const lgm_account_answer *fuller(const lgm_account_answer *a, const lgm_account_answer *b)
{
    const bool words = lgm_account_question_kind(a->question) == 'W';
    return words && b->words.len > a->words.len && b->words.len < 60 ? b : a;
}

static bool add(joining *j, uint32_t report, const lgm_account_answer *a)
{
    draft *d = find(j, a);
    if (!d) {
        if (!lgm_vec_push(j->arena, &j->drafts, (draft){.answer = a})) return false;
        d = &j->drafts.at[j->drafts.n - 1];
    }
    d->answer = fuller(d->answer, a);
    return lgm_vec_push(j->arena, &d->said, (lgm_account_said){report, a});
}

static lgm_status join_report(joining *j, uint32_t report, lgm_err *err)
{
    lgm_account_list list;
    const lgm_status st = lgm_account_answers(&list, j->told[report].record, j->arena, err);
    for (size_t i = 0; i < list.n && st == LGM_OK; i++)
        if (!add(j, report, &list.at[i])) return lgm_arena_fail(j->arena, err);
    return st;
}

/* ---- what is known of an account ---- */

lgm_str lgm_account_day_of(const lgm_told *told, const lgm_account_said *s)
{
    const lgm_record *const r = told[s->report].record;
    const lgm_when *const said =
        s->answer->claim != LGM_NONE ? r->claims.at[s->answer->claim].said : NULL;
    if (said && said->value.len >= 10 && said->value.ptr[4] == '-' && said->value.ptr[0] != 'X' &&
        said->value.ptr[8] != 'X')
        return (lgm_str){said->value.ptr, 10};
    return r->date;
}

static int compare_days(lgm_str a, lgm_str b)
{
    const size_t n = a.len < b.len ? a.len : b.len;
    const int order = n ? memcmp(a.ptr, b.ptr, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

static void set_days(const joining *j, lgm_account *a)
{
    for (size_t i = 0; i < a->said.n; i++) {
        const lgm_str day = lgm_account_day_of(j->told, &a->said.at[i]);
        if (!day.len) continue;
        if (!a->first.len || compare_days(day, a->first) < 0) a->first = day;
        if (!a->last.len || compare_days(day, a->last) > 0) a->last = day;
    }
}

static lgm_status set_origins(const joining *j, lgm_account *a, lgm_err *err)
{
    lgm_origins *origins = NULL;
    uint32_t last = LGM_NONE;
    lgm_voice *const voices = lgm_arena_alloc(j->arena, a->said.n * sizeof *voices);
    if (!voices) return lgm_arena_fail(j->arena, err);
    for (size_t i = 0; i < a->said.n; i++) {
        const lgm_account_said *const s = &a->said.at[i];
        voices[i] = (lgm_voice){s->report, s->answer->claim};
        if (j->told[s->report].copy_of == LGM_NONE && s->report != last) a->n_reports++;
        last = s->report;
    }
    const lgm_status st = lgm_origins_of(&origins, j->told, j->n, voices, a->said.n, err);
    if (st == LGM_OK) a->least_origins = origins->least;
    if (st == LGM_OK) a->most_origins = origins->most;
    lgm_origins_free(origins);
    return st;
}

static int by_weight(const void *x, const void *y)
{
    const lgm_account *const a = x, *const b = y;
    if (a->answer->question != b->answer->question)
        return a->answer->question < b->answer->question ? -1 : 1;
    if (a->aside != b->aside) return a->aside - b->aside;
    if (a->n_reports != b->n_reports) return a->n_reports > b->n_reports ? -1 : 1;
    const uint32_t first = a->said.at[0].report, other = b->said.at[0].report;
    if (first != other) return first < other ? -1 : 1;
    return a->answer->span.start < b->answer->span.start ? -1 : 1;
}

static lgm_status settle(joining *j, lgm_accounts *out, lgm_err *err)
{
    lgm_status st = LGM_OK;
    lgm_account *const at = lgm_arena_calloc(j->arena, j->drafts.n + 1, sizeof *at);
    if (!at) return lgm_arena_fail(j->arena, err);
    for (size_t i = 0; i < j->drafts.n && st == LGM_OK; i++) {
        const draft *const d = &j->drafts.at[i];
        at[i].answer = d->answer;
        at[i].said.at = d->said.at;
        at[i].said.n = d->said.n;
        at[i].aside = d->answer->aside;
        set_days(j, &at[i]);
        st = set_origins(j, &at[i], err);
    }
    if (st != LGM_OK) return st;
    qsort(at, j->drafts.n, sizeof *at, by_weight);
    out->at = at;
    out->n = j->drafts.n;
    return lgm_account_link_all(out, j->told, j->arena, err);
}

lgm_status lgm_accounts_of(lgm_accounts **out, const lgm_told *told, size_t n, lgm_err *err)
{
    lgm_arena *arena;
    *out = NULL;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    joining j = {.told = told, .n = n, .arena = arena};
    lgm_accounts *const a = lgm_arena_calloc(arena, 1, sizeof *a);
    if (!a) st = lgm_arena_fail(arena, err);
    for (size_t i = 0; i < n && st == LGM_OK; i++) st = join_report(&j, (uint32_t)i, err);
    if (st == LGM_OK) st = settle(&j, a, err);
    if (st != LGM_OK) {
        lgm_arena_free(arena);
        return st;
    }
    a->arena = arena;
    *out = a;
    return LGM_OK;
}

void lgm_accounts_free(lgm_accounts *a)
{
    if (a) lgm_arena_free(a->arena);
}
