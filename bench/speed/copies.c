/*
 * copies.c LEDGER.db [A] < RECORDS.jsonl - what it costs to find copies, as a ledger grows.
 *
 * Records come a line each, and are put in transactions of A, 64 unless told. Prints processor time
 * a report, apart for the sketch, which workers make, and for the search beside all that is there,
 * the rows that were found, the size of the file and the most memory that the program has had, each
 * time that the number of reports has doubled. All else is not counted.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>

#include "legomena/copy.h"
#include "reuse/sketch.h"

typedef struct cost { /* ms, since the last line that was printed */
    double sketch, join;
    size_t reports;
} cost;

static void need(lgm_status st, const lgm_err *err)
{
    if (st == LGM_OK) return;
    fprintf(stderr, "bench_copies: %s\n", err->message);
    exit(1);
}

static double processor_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool next_record(lgm_record **r, lgm_err *err)
{
    static char *line = NULL;
    static size_t room = 0;
    const ssize_t len = getline(&line, &room, stdin);
    if (len <= 0) {
        free(line);
        return false;
    }
    need(lgm_record_read(r, line, (size_t)len, err), err);
    return true;
}

static void sketch(const lgm_record *r, lgm_arena *arena, cost *c, lgm_err *err)
{
    lgm_reuse_sketch s;
    lgm_buf packed = {0};
    const double t0 = processor_ms();
    need(lgm_reuse_sketch_of(&s, (lgm_slice){r->text.ptr, r->text.len}, arena, err), err);
    lgm_reuse_pack(&s, &packed);
    c->sketch += processor_ms() - t0;
    lgm_buf_done(&packed);
    lgm_arena_reset(arena);
}

static void put(lgm_ledger *ledger, const lgm_record *r, lgm_err *err)
{
    lgm_ledger_entry *entry;
    need(lgm_ledger_prepare(&entry, r, NULL, 0, err), err);
    need(lgm_ledger_put(ledger, entry, NULL, err), err);
    lgm_ledger_entry_free(entry);
}

static void join(lgm_ledger *ledger, cost *c, lgm_err *err)
{
    need(lgm_ledger_commit(ledger, err), err);
    const double t0 = processor_ms();
    need(lgm_copies_join(ledger, NULL, NULL, err), err);
    c->join += processor_ms() - t0;
}

static void print(const char *path, size_t i, cost *c)
{
    struct stat info = {0};
    struct rusage use;
    if (!c->reports) return;
    stat(path, &info);
    getrusage(RUSAGE_SELF, &use);
    printf("%10zu %12.3f %12.3f %10.1f %10.1f\n", i, c->sketch / (double)c->reports,
           c->join / (double)c->reports, (double)info.st_size / 1e6,
           (double)use.ru_maxrss * 1024 / 1e6);
    fflush(stdout);
    *c = (cost){0};
}

int main(int argc, char **argv)
{
    const lgm_ledger_options o = {.create = 1};
    lgm_ledger *ledger;
    lgm_arena *arena;
    lgm_record *r;
    lgm_err err = {0};
    cost c = {0};
    if (argc != 2 && argc != 3)
        return fprintf(stderr, "usage: bench_copies LEDGER.db [A] < RECORDS.jsonl\n"), 2;
    const size_t a = argc > 2 ? strtoul(argv[2], NULL, 10) : 64;
    need(lgm_arena_new(&arena, 0, &err), &err);
    need(lgm_ledger_open(&ledger, argv[1], &o, &err), &err);
    printf("%10s %12s %12s %10s %10s\n", "reports", "sketch ms", "join ms", "file MB", "memory MB");
    size_t i = 0;
    for (size_t next = 1000; next_record(&r, &err);) {
        sketch(r, arena, &c, &err);
        put(ledger, r, &err);
        lgm_record_free(r);
        c.reports++;
        if (++i % a == 0) join(ledger, &c, &err);
        if (i != next) continue;
        print(argv[1], i, &c);
        next *= 2;
    }
    join(ledger, &c, &err);
    print(argv[1], i, &c);
    lgm_ledger_close(ledger);
    lgm_arena_free(arena);
    return 0;
}
