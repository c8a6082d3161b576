/*
 * test_calls.c [STEP] - the n-th call that the ledger makes to the disk, or for memory, fails: what
 * it was about is done or is not done, an error has words, and once the trouble is over it can be
 * done.
 *
 * FAULTS=all in the environment: each n; else fewer the farther they are.
 */
#include "disk.h"
#include "scene.h"

typedef struct way { /* in which a thing fails */
    disk_call call;
    bool on;
    int code;
} way;

static const way ways[] = {
    {DISK_READ, false, SQLITE_IOERR_READ},     {DISK_READ, true, SQLITE_IOERR_READ},
    {DISK_WRITE, false, SQLITE_IOERR_WRITE},   {DISK_WRITE, true, SQLITE_FULL},
    {DISK_SYNC, false, SQLITE_IOERR_FSYNC},    {DISK_TRUNCATE, false, SQLITE_IOERR_TRUNCATE},
    {DISK_TRUNCATE, true, SQLITE_FULL},        {DISK_SIZE, false, SQLITE_IOERR_FSTAT},
    {DISK_OPEN, false, SQLITE_CANTOPEN},       {DISK_OPEN, true, SQLITE_CANTOPEN},
    {DISK_LOCK, true, SQLITE_IOERR_LOCK},      {DISK_SHARED_MEMORY, false, SQLITE_IOERR_SHMMAP},
    {DISK_SHARED_MEMORY, true, SQLITE_FULL},   {DISK_DELETE, false, SQLITE_IOERR_DELETE},
    {DISK_ACCESS, false, SQLITE_IOERR_ACCESS},
};

static bool all;
static const char *only; /* the step that is tried; NULL = all of them */
static unsigned n_tries;

/* The n that comes behind n. */
static uint64_t next(uint64_t n)
{
    return n + 1 + (all ? 0 : n / 2);
}

/* ---- memory ---- */

static sqlite3_mem_methods allocator;
static uint64_t memory_at, memory_calls;

static bool memory_is_out(void)
{
    return memory_at && ++memory_calls >= memory_at;
}

static void *allocate(int n)
{
    return memory_is_out() ? NULL : allocator.xMalloc(n);
}

static void *reallocate(void *p, int n)
{
    return memory_is_out() ? NULL : allocator.xRealloc(p, n);
}

static void install_allocator(void)
{
    sqlite3_mem_methods own;
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &allocator);
    own = allocator;
    own.xMalloc = allocate;
    own.xRealloc = reallocate;
    assert_int_equal(sqlite3_config(SQLITE_CONFIG_MALLOC, &own), SQLITE_OK);
}

/* ---- a step under a fault ---- */

typedef struct trial {
    const scene_step *step; /* NULL = the opening itself */
    scene_copy before;
    char from[SCENE_LINE], to[SCENE_LINE]; /* what the ledger holds before and after it */
    const char *trouble;                   /* for messages */
    uint64_t n;
} trial;

static lgm_status take(const trial *t, lgm_ledger **l, lgm_err *err)
{
    const lgm_ledger_options o = {.create = 1};
    return t->step ? t->step->take(*l, err) : lgm_ledger_open(l, scene_path, &o, err);
}

static void say_failed(const trial *t, const char *what, const char *why)
{
    fail_msg("%s, %s %llu: %s: %s", t->step ? t->step->name : "open", t->trouble,
             (unsigned long long)t->n, what, why);
}

static void check_word(const trial *t, lgm_status st, const lgm_err *err)
{
    if (st == LGM_OK) return;
    if (!err->message[0]) say_failed(t, "no word", lgm_status_text(st));
    if (st != LGM_E_IO && st != LGM_E_NOMEM && st != LGM_E_NOTFOUND)
        say_failed(t, "another error than the disk's", err->message);
    if (st != LGM_E_NOMEM && strncmp(err->message, scene_path, strlen(scene_path)) != 0)
        say_failed(t, "does not say where", err->message);
}

/* The trouble is over. */
static void check_after(const trial *t, lgm_status st)
{
    char line[SCENE_LINE];
    lgm_err err = {0};
    lgm_ledger *l = scene_opened();
    scene_holds(l, line);
    if (strcmp(line, t->to) != 0 && (st == LGM_OK || strcmp(line, t->from) != 0))
        say_failed(t, "holds", line);
    if (t->step && strcmp(line, t->to) != 0) {
        if (t->step->take(l, &err) != LGM_OK) say_failed(t, "not done again", err.message);
        scene_holds(l, line);
        if (strcmp(line, t->to) != 0) say_failed(t, "done again, it holds", line);
    }
    lgm_ledger_close(l);
}

typedef struct trouble {
    const way *disk;
    bool memory, own_memory; /* of SQLite, of ours */
} trouble;

static void start(const trouble *x, uint64_t n)
{
    memory_calls = 0;
    if (x->disk) disk_fail((disk_fault){x->disk->call, n, x->disk->on, x->disk->code});
    if (x->memory) memory_at = n;
    if (x->own_memory) lgm_alloc_fail_after((int64_t)n - 1);
}

/* Was it met? */
static bool end(const trouble *x, uint64_t n)
{
    const bool met =
        (x->memory && memory_calls >= n) || (lgm_alloc_fail_after(-1) >= n && x->own_memory);
    memory_at = 0;
    return (disk_mend() && x->disk) || met;
}

static bool try(trial *t, const trouble *x)
{
    lgm_ledger *l = NULL;
    lgm_err err = {0};
    n_tries++;
    scene_put_copy(t->before);
    if (t->step) l = scene_opened();
    start(x, t->n);
    const lgm_status st = take(t, &l, &err);
    if (x->disk && !x->disk->on) { /* the same ledger goes on where the trouble was short */
        disk_mend();
        lgm_err again = {0};
        if (st != LGM_OK && t->step && t->step->take(l, &again) != LGM_OK)
            say_failed(t, "not done when it was over", again.message);
    }
    lgm_ledger_close(l);
    const bool met = end(x, t->n);
    check_word(t, st, &err);
    check_after(t, st);
    return met || (x->disk && !x->disk->on && st != LGM_OK);
}

static void try_all(trial *t)
{
    static const char *const names[] = {
#define NAME(name) #name,
        DISK_CALLS(NAME)
#undef NAME
    };
    for (size_t i = 0; i < LGM_COUNT(ways) + 2; i++) {
        const trouble x = {.disk = i < LGM_COUNT(ways) ? &ways[i] : NULL,
                           .memory = i == LGM_COUNT(ways),
                           .own_memory = i == LGM_COUNT(ways) + 1};
        t->trouble = x.disk ? names[x.disk->call] : x.memory ? "memory of SQLite" : "memory";
        t->n = 1;
        while (try(t, &x)) t->n = next(t->n);
    }
}

/* What the step makes of the ledger; its file is left as it is then. */
static void undisturbed(trial *t)
{
    lgm_err err = {0};
    scene_put_copy(t->before);
    lgm_ledger *const l = scene_opened();
    scene_holds(l, t->from);
    if (t->step && t->step->take(l, &err) != LGM_OK) fail_msg("%s", err.message);
    scene_holds(l, t->to);
    lgm_ledger_close(l);
}

static void what_fails_is_done_or_not_done(void **state)
{
    scene_copy before = {0};
    (void)state;
    for (size_t i = 0; i < scene_n_steps; i++) {
        trial t = {.step = &scene_steps[i], .before = before};
        undisturbed(&t);
        const scene_copy after = scene_copy_of();
        if (!only || strcmp(only, t.step->name) == 0) try_all(&t);
        free(before.bytes);
        before = after;
    }
    free(before.bytes);
}

/* With the steps of the schema that it had once, and nothing in it. */
static void make_older(int n_steps)
{
    sqlite3 *db;
    char settings[96];
    scene_tidy();
    assert_int_equal(sqlite3_open(scene_path, &db), SQLITE_OK);
    for (int i = 0; i < n_steps; i++)
        assert_int_equal(sqlite3_exec(db, lgm_ledger_schema[i], NULL, NULL, NULL), SQLITE_OK);
    snprintf(settings, sizeof settings, "PRAGMA application_id=0x4c676d4c; PRAGMA user_version=%d;",
             n_steps);
    assert_int_equal(sqlite3_exec(db, settings, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void a_ledger_is_made_or_brought_up_to_date_or_not(void **state)
{
    (void)state;
    for (int n = 0; n < lgm_ledger_n_steps; n += n ? lgm_ledger_n_steps - 2 : 1) {
        trial t = {0};
        if (n) make_older(n);
        if (n) t.before = scene_copy_of();
        undisturbed(&t);
        if (!only || strcmp(only, "open") == 0) try_all(&t);
        free(t.before.bytes);
    }
}

static int start_all(void **state)
{
    (void)state;
    all = scene_all();
    install_allocator();
    disk_install();
    scene_start();
    return 0;
}

static int end_all(void **state)
{
    (void)state;
    print_message("%u faults\n", n_tries);
    scene_end();
    return 0;
}

int main(int argc, char **argv)
{
    only = argc > 1 ? argv[1] : NULL;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_fails_is_done_or_not_done),
        cmocka_unit_test(a_ledger_is_made_or_brought_up_to_date_or_not),
    };
    return cmocka_run_group_tests(tests, start_all, end_all);
}
