/*
 * join.c - reports that are new beside those that are there.
 *
 * Who may share text with a report is found by prints (src/reuse/sketch.h), of which one in four
 * is in the ledger, of a short text one in two. Two of them are enough for two reports to be
 * compared, and one where few have it, a number is in it or quotation marks are around it: such
 * runs seldom agree by chance. A print is kept for the first reports that have it, so that what
 * stands under all reports of a publisher costs no more than what stands under a few.
 */
#include <stdlib.h>
#include <string.h>

#include "copies/reprint.h"
#include "ledger/prints.h"

enum {
    KEPT = 32,       /* reports of a print */
    ENOUGH = 2,      /* prints that two have to share to be compared; some count twice */
    RARE = 3,        /* reports of a print of which one is enough */
    SHORT = 20,      /* prints of a text for which one is enough */
    CANDIDATES = 64, /* reports that one is compared with: those with most prints */
    AT_ONCE = 500    /* reports in a transaction */
};

#define QUERIES(X)                                                                                 \
    X(last, "SELECT report FROM copy_state")                                                       \
    X(next, "SELECT report FROM report WHERE report > ?1 ORDER BY report LIMIT 1")                 \
    X(text, lgm_copies_text_sql)                                                                   \
    X(find, "SELECT report FROM print WHERE hash=?1 ORDER BY report LIMIT ?2")                     \
    X(add_print, "INSERT INTO print(hash, report) VALUES(?1, ?2) ON CONFLICT DO NOTHING")          \
    X(add_copy, "INSERT INTO copy(report, of, kind, share, share_of, words, quoted, passages, "    \
                "credit) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING")       \
    X(note, "UPDATE copy_state SET report=?1")

typedef struct joining {
    lgm_ledger *ledger;
    lgm_arena *arena; /* of one report */
#define QUERY(name, sql) lgm_ledger_query *name;
    QUERIES(QUERY)
#undef QUERY
} joining;

typedef struct candidate {
    int64_t report;
    uint32_t prints;
} candidate;

typedef struct wanted { /* a print that is looked up */
    uint32_t hash, counts;
} wanted;

typedef struct found { /* who has prints of the report */
    LGM_VEC(candidate) at;
    LGM_VEC(uint32_t) free; /* prints that fewer than KEPT have */
} found;

/* ---- candidates ---- */

static lgm_status find_print(joining *j, const wanted *w, found *f, lgm_err *err)
{
    const size_t before = f->at.n;
    bool row;
    lgm_status st;
    lgm_ledger_query_int(j->find, 1, w->hash);
    lgm_ledger_query_int(j->find, 2, KEPT);
    while ((st = lgm_ledger_query_step(j->find, &row, err)) == LGM_OK && row) {
        const candidate c = {lgm_ledger_query_int_at(j->find, 0), w->counts};
        if (!lgm_vec_push(j->arena, &f->at, c)) return lgm_arena_fail(j->arena, err);
    }
    const size_t n = f->at.n - before;
    for (size_t i = before; i < f->at.n && n <= RARE; i++) f->at.at[i].prints = ENOUGH;
    if (st == LGM_OK && n < KEPT && !lgm_vec_push(j->arena, &f->free, w->hash))
        return lgm_arena_fail(j->arena, err);
    return st;
}

static int by_report(const void *x, const void *y)
{
    const candidate *const a = x, *const b = y;
    return a->report < b->report ? -1 : a->report > b->report;
}

static int by_prints(const void *x, const void *y)
{
    const candidate *const a = x, *const b = y;
    if (a->prints != b->prints) return a->prints > b->prints ? -1 : 1;
    return by_report(x, y);
}

/* Each report once, with how many prints it has; those with most first. */
static void count(found *f)
{
    size_t n = 0;
    if (f->at.n > 1) qsort(f->at.at, f->at.n, sizeof *f->at.at, by_report);
    for (size_t i = 0; i < f->at.n; i++) {
        if (n && f->at.at[n - 1].report == f->at.at[i].report)
            f->at.at[n - 1].prints += f->at.at[i].prints;
        else
            f->at.at[n++] = f->at.at[i];
    }
    f->at.n = n;
    if (n > 1) qsort(f->at.at, n, sizeof *f->at.at, by_prints);
}

static int by_hash(const void *x, const void *y)
{
    const wanted *const a = x, *const b = y;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return a->counts > b->counts ? -1 : a->counts < b->counts;
}

/* The prints of a text that are looked up, in order, each once. */
static lgm_status prints_of(joining *j, const lgm_reuse_sketch *s, wanted **out, size_t *n,
                            lgm_err *err)
{
    wanted *const at = lgm_arena_alloc(j->arena, (s->n + 1) * sizeof *at);
    size_t all = 0;
    *n = 0;
    *out = at;
    if (!at) return lgm_arena_fail(j->arena, err);
    for (uint32_t i = 0; i < s->n; i++) {
        const lgm_reuse_print *const p = &s->at[i];
        if (lgm_ledger_is_print(p->hash, s->n))
            at[all++] = (wanted){p->hash, p->number || p->quoted ? 2 : 1};
    }
    if (all > 1) qsort(at, all, sizeof *at, by_hash);
    for (size_t i = 0; i < all; i++)
        if (*n == 0 || at[*n - 1].hash != at[i].hash) at[(*n)++] = at[i];
    return LGM_OK;
}

static lgm_status find(joining *j, const lgm_reuse_sketch *s, found *f, lgm_err *err)
{
    wanted *prints;
    size_t n;
    lgm_status st = prints_of(j, s, &prints, &n, err);
    for (size_t i = 0; i < n && st == LGM_OK; i++) st = find_print(j, &prints[i], f, err);
    if (st == LGM_OK) count(f);
    return st;
}

/* ---- one report ---- */

static lgm_slice text(const char *s)
{
    return (lgm_slice){s, s ? strlen(s) : 0};
}

static lgm_status put_copy(joining *j, const lgm_copy *c, lgm_err *err)
{
    lgm_ledger_query *const q = j->add_copy;
    lgm_ledger_query_int(q, 1, c->report);
    lgm_ledger_query_int(q, 2, c->of);
    lgm_ledger_query_text(q, 3, text(lgm_copy_kind_name(c->kind)));
    lgm_ledger_query_real(q, 4, c->share);
    lgm_ledger_query_real(q, 5, c->share_of);
    lgm_ledger_query_int(q, 6, c->words);
    lgm_ledger_query_int(q, 7, c->quoted);
    lgm_ledger_query_int(q, 8, c->passages);
    lgm_ledger_query_text(q, 9, text(c->credit));
    return lgm_ledger_query_do(q, err);
}

static lgm_status compare(joining *j, const lgm_copies_text *t, int64_t other, lgm_err *err)
{
    lgm_copies_text o;
    lgm_copy c;
    bool there, is = false;
    const lgm_arena_mark before = lgm_arena_save(j->arena);
    lgm_status st = lgm_copies_text_get(j->ledger, j->text, other, &o, &there, j->arena, err);
    if (st == LGM_OK && there) st = lgm_copies_compare(&c, &is, t, &o, j->arena, err);
    if (st == LGM_OK && is) st = put_copy(j, &c, err);
    lgm_arena_rewind(j->arena, before);
    return st;
}

static lgm_status put_prints(joining *j, int64_t report, const found *f, lgm_err *err)
{
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < f->free.n && st == LGM_OK; i++) {
        lgm_ledger_query_int(j->add_print, 1, f->free.at[i]);
        lgm_ledger_query_int(j->add_print, 2, report);
        st = lgm_ledger_query_do(j->add_print, err);
    }
    return st;
}

static lgm_status join_report(joining *j, int64_t report, lgm_err *err)
{
    lgm_copies_text t;
    found f = {0};
    bool there;
    lgm_arena_reset(j->arena);
    lgm_status st = lgm_copies_text_get(j->ledger, j->text, report, &t, &there, j->arena, err);
    if (st == LGM_OK && there) st = find(j, &t.sketch, &f, err);
    for (size_t i = 0; i < f.at.n && i < CANDIDATES && st == LGM_OK; i++)
        if (f.at.at[i].prints >= ENOUGH || t.sketch.n < SHORT)
            st = compare(j, &t, f.at.at[i].report, err);
    return st == LGM_OK ? put_prints(j, report, &f, err) : st;
}

/* ---- all of them ---- */

/* One transaction: *done becomes how many, 0 at the end. */
static lgm_status join_some(joining *j, uint64_t *done, lgm_err *err)
{
    int64_t report = 0, last = 0;
    lgm_status st = lgm_ledger_begin(j->ledger, err);
    if (st == LGM_OK) st = lgm_ledger_query_number(j->last, &last, err);
    for (*done = 0; st == LGM_OK && *done < AT_ONCE; ++*done) {
        lgm_ledger_query_int(j->next, 1, last);
        st = lgm_ledger_query_number(j->next, &report, err);
        if (st != LGM_OK || !report) break;
        st = join_report(j, report, err);
        last = report;
    }
    lgm_ledger_query_int(j->note, 1, last);
    if (st == LGM_OK) st = lgm_ledger_query_do(j->note, err);
    return st == LGM_OK ? lgm_ledger_commit(j->ledger, err) : lgm_ledger_undo(j->ledger, st);
}

static lgm_status prepare(joining *j, lgm_err *err)
{
    lgm_status st = lgm_arena_new(&j->arena, 0, err);
#define PREPARE(name, sql)                                                                         \
    if (st == LGM_OK) st = lgm_ledger_query_new(&j->name, j->ledger->store, sql, err);
    QUERIES(PREPARE)
#undef PREPARE
    return st;
}

lgm_status lgm_copies_left(lgm_ledger *ledger, uint64_t *n, lgm_err *err)
{
    int64_t left;
    const lgm_status st = lgm_ledger_store_number(
        ledger->store, "SELECT count(*) FROM report WHERE report > (SELECT report FROM copy_state)",
        &left, err);
    *n = st == LGM_OK ? (uint64_t)left : 0;
    return st;
}

lgm_status lgm_copies_join(lgm_ledger *ledger,
                           lgm_status (*progress)(void *ctx, uint64_t done, uint64_t total),
                           void *ctx, lgm_err *err)
{
    joining j = {.ledger = ledger};
    uint64_t total, some = AT_ONCE, done = 0;
    lgm_status st = lgm_copies_left(ledger, &total, err);
    if (st == LGM_OK && total) st = prepare(&j, err);
    while (st == LGM_OK && total && some == AT_ONCE) {
        st = join_some(&j, &some, err);
        done += some;
        if (st == LGM_OK && progress) st = progress(ctx, done, total);
    }
#define FREE(name, sql) lgm_ledger_query_free(j.name);
    QUERIES(FREE)
#undef FREE
    lgm_arena_free(j.arena);
    return st;
}
