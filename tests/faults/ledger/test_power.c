/*
 * test_power.c - the power is cut: the ledger is one that it once was, whole, and not older than
 * the last time it was closed or purged; add goes on from there.
 *
 * FAULTS=all in the environment: a cut with each change, several times.
 */
#include "disk.h"
#include "scene.h"

enum { N_MORE = 10, MOST_STATES = 40 };

static lgm_ledger_entry *more[N_MORE];
static char states[MOST_STATES][SCENE_LINE]; /* that the ledger goes through */
static int n_states;

static lgm_status opening(lgm_ledger **l, bool often, lgm_err *err)
{
    const lgm_ledger_options o = {.create = 1};
    const lgm_status st = lgm_ledger_open(l, scene_path, &o, err);
    /* So that the small file has what a large one has: pages are moved while reports come in. */
    if (st != LGM_OK || !often) return st;
    return lgm_ledger_store_run((*l)->store, "PRAGMA wal_autocheckpoint=30", err);
}

static lgm_status put_more(lgm_ledger *l, int i, lgm_err *err)
{
    const lgm_status st = lgm_ledger_put(l, more[i], NULL, err);
    return st == LGM_OK ? lgm_ledger_commit(l, err) : st;
}

typedef struct run {
    bool watched; /* what it holds is kept in states */
    bool often;
    int done, safe; /* commits that were told; those of them that no cut may take */
} run;

static void committed(run *r, lgm_ledger *l)
{
    r->done++;
    if (!r->watched) return;
    assert_true(r->done < MOST_STATES);
    scene_holds(l, states[r->done]);
    n_states = r->done + 1;
}

static lgm_status reopen(run *r, lgm_ledger **l, lgm_err *err)
{
    lgm_ledger_close(*l);
    if (disk_has_power()) r->safe = r->done;
    return opening(l, r->often, err);
}

/* All that is done to it, until something fails. */
static lgm_status work(run *r, lgm_ledger **l, lgm_err *err)
{
    lgm_status st = opening(l, r->often, err);
    if (st == LGM_OK && r->watched) scene_holds(*l, states[0]);
    for (size_t i = 0; st == LGM_OK && i < scene_n_steps; i++) {
        st = scene_steps[i].take(*l, err);
        if (st == LGM_OK) committed(r, *l);
        if (st == LGM_OK && strcmp(scene_steps[i].name, "forget") == 0) r->safe = r->done;
        if (st == LGM_OK && i % 3 == 2) st = reopen(r, l, err);
    }
    for (int i = 0; st == LGM_OK && i < N_MORE; i++) {
        st = put_more(*l, i, err);
        if (st == LGM_OK) committed(r, *l);
        if (st == LGM_OK && i == N_MORE / 2) st = reopen(r, l, err);
    }
    return st;
}

static void check(const run *r, uint64_t cut)
{
    char line[SCENE_LINE];
    lgm_err err = {0};
    lgm_ledger *l;
    bool was = false;
    if (opening(&l, false, &err) != LGM_OK)
        fail_msg("cut %llu: %s", (unsigned long long)cut, err.message);
    scene_holds(l, line);
    /* The commit that the cut came into may be there too. */
    for (int i = r->safe; i <= r->done + 1 && i < n_states; i++)
        was |= strcmp(line, states[i]) == 0;
    if (!was)
        fail_msg("cut %llu, after %d commits, %d of them safe: %s", (unsigned long long)cut,
                 r->done, r->safe, line);
    for (int i = 0; i < N_MORE; i++)
        if (put_more(l, i, &err) != LGM_OK) fail_msg("%s", err.message);
    scene_holds(l, line);
    lgm_ledger_close(l);
}

/* false: the work was over before. */
static bool cut(uint64_t change, uint64_t seed)
{
    lgm_ledger *l = NULL;
    lgm_err err = {0};
    run r = {.often = seed % 2};
    scene_tidy();
    disk_cut_power(change);
    work(&r, &l, &err);
    lgm_ledger_close(l);
    const bool was_cut = disk_power_returns(seed) >= change;
    check(&r, change);
    return was_cut;
}

static void the_ledger_is_one_that_it_was(void **state)
{
    (void)state;
    const bool all = scene_all();
    run r = {.watched = true};
    lgm_ledger *l;
    lgm_err err = {0};
    if (work(&r, &l, &err) != LGM_OK) fail_msg("%s", err.message);
    lgm_ledger_close(l);
    bool more_cuts = true;
    for (uint64_t n = 1; more_cuts; n += all ? 1 : 1 + n % 61)
        for (uint64_t seed = 0; seed < (all ? 8 : 2); seed++) more_cuts = cut(n, n * 8 + seed);
}

static int start(void **state)
{
    (void)state;
    disk_install();
    scene_start();
    for (int i = 0; i < N_MORE; i++) {
        char text[64];
        snprintf(text, sizeof text, "Torm said that bridge %d was closed.", i);
        lgm_record *const r = sample_ledger_record(NULL, text, "tiny");
        if (lgm_ledger_prepare(&more[i], r, NULL, 1, NULL) != LGM_OK) return 1;
        lgm_record_free(r);
    }
    return 0;
}

static int end(void **state)
{
    (void)state;
    scene_end();
    for (int i = 0; i < N_MORE; i++) lgm_ledger_entry_free(more[i]);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_ledger_is_one_that_it_was)};
    return cmocka_run_group_tests(tests, start, end);
}
