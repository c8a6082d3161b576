/*
 * ledger.c LEDGER.db [A [last]] < RECORDS.jsonl - what a report costs a ledger, as it grows.
 *
 * Records come a line each, as many_reports.py makes them, and are put in transactions of A, 64
 * unless told, each with hashes of its own. Prints processor time a report, apart for what workers
 * do (prepare), for what the one writer does (put), and for finding its story (join; "last": all at
 * the end, from nothing), the size of the file, and the most memory
 * that the program has had, each time that the number of reports has doubled. Reading the lines is
 * not counted.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>

#include "legomena/story.h"

typedef struct cost { /* ms, since the last line that was printed */
    double prepare, put, join;
    size_t reports;
} cost;

static void need(lgm_status st, const lgm_err *err)
{
    if (st == LGM_OK) return;
    fprintf(stderr, "bench_ledger: %s\n", err->message);
    exit(1);
}

static double processor_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* The next record, as report i: under hashes of its own. False at the end. */
static bool next_record(lgm_record **r, size_t i, lgm_err *err)
{
    static char *line = NULL;
    static size_t room = 0;
    const uint64_t mixed = (i + 1) * UINT64_C(0x9e3779b97f4a7c15);
    const ssize_t len = getline(&line, &room, stdin);
    if (len <= 0) {
        free(line);
        return false;
    }
    need(lgm_record_read(r, line, (size_t)len, err), err);
    memcpy((*r)->sha256, &mixed, sizeof mixed);
    memcpy((*r)->raw_sha256, &mixed, sizeof mixed);
    return true;
}

static void join(lgm_ledger *ledger, cost *c, lgm_err *err)
{
    const double t0 = processor_ms();
    need(lgm_story_join(ledger, err), err);
    c->join += processor_ms() - t0;
}

static void put(lgm_ledger *ledger, const lgm_record *r, bool last, cost *c, lgm_err *err)
{
    lgm_ledger_entry *entry;
    const double t0 = processor_ms();
    need(lgm_ledger_prepare(&entry, r, NULL, 0, err), err);
    const double t1 = processor_ms();
    need(lgm_ledger_put(ledger, entry, NULL, err), err);
    if (last) need(lgm_ledger_commit(ledger, err), err);
    const double t2 = processor_ms();
    lgm_ledger_entry_free(entry);
    c->prepare += t1 - t0;
    c->put += t2 - t1;
    c->reports++;
}

static void print(const char *path, size_t i, cost *c)
{
    struct stat info = {0};
    struct rusage use;
    if (!c->reports) return;
    stat(path, &info);
    getrusage(RUSAGE_SELF, &use);
    printf("%10zu %12.3f %12.3f %12.3f %10.1f %10.1f\n", i, c->prepare / (double)c->reports,
           c->put / (double)c->reports, c->join / (double)c->reports, (double)info.st_size / 1e6,
           (double)use.ru_maxrss * 1024 / 1e6);
    fflush(stdout);
    *c = (cost){0};
}

int main(int argc, char **argv)
{
    const lgm_ledger_options o = {.create = 1};
    lgm_ledger *ledger;
    lgm_record *r;
    lgm_err err = {0};
    cost c = {0};
    if (argc < 2 || argc > 4)
        return fprintf(stderr, "usage: bench_ledger LEDGER.db [A [last]] < RECORDS.jsonl\n"), 2;
    const size_t a = argc > 2 ? strtoul(argv[2], NULL, 10) : 64;
    need(lgm_ledger_open(&ledger, argv[1], &o, &err), &err);
    printf("%10s %12s %12s %12s %10s %10s\n", "reports", "prepare ms", "put ms", "join ms",
           "file MB", "memory MB");
    const bool at_once = argc > 3;
    size_t i = 0;
    for (size_t next = 1000; next_record(&r, i, &err); i++) {
        put(ledger, r, (i + 1) % a == 0, &c, &err);
        if (!at_once && (i + 1) % a == 0) join(ledger, &c, &err);
        lgm_record_free(r);
        if (i + 1 != next) continue;
        print(argv[1], i + 1, &c);
        next *= 2;
    }
    need(lgm_ledger_commit(ledger, &err), &err);
    if (at_once) c = (cost){.reports = i};
    join(ledger, &c, &err);
    print(argv[1], i, &c);
    lgm_ledger_close(ledger);
    return 0;
}
