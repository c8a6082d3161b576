/*
 * ledger.c RECORDS.jsonl LEDGER.db N [A] - what a report costs a ledger, as it grows to N reports.
 *
 * The records are put again and again, each time as other reports (of other addresses, with other
 * hashes and one word of their own), in transactions of A, 64 unless told. Prints processor time a
 * report, apart
 * for what workers do (prepare) and for what the one writer does (put), and the size of the file,
 * each time that the number of reports has doubled. Texts of corpora are given, never kept here.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "legomena/ledger.h"

enum { MOST_RECORDS = 4096 };

static lgm_record *records[MOST_RECORDS];
static size_t n_records;

static void need(lgm_status st, const lgm_err *err)
{
    if (st == LGM_OK) return;
    fprintf(stderr, "bench_ledger: %s\n", err->message);
    exit(1);
}

static void read_records(const char *path)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    lgm_err err = {0};
    FILE *const f = fopen(path, "rb");
    if (!f) perror(path), exit(1);
    while (n_records < MOST_RECORDS && (len = getline(&line, &room, f)) > 0)
        need(lgm_record_read(&records[n_records++], line, (size_t)len, &err), &err);
    free(line);
    fclose(f);
}

static double processor_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Report i: a record under another address, with hashes of its own. */
static const lgm_record *report(size_t i)
{
    static char url[64];
    lgm_record *const r = records[i % n_records];
    const uint64_t mixed = (i + 1) * UINT64_C(0x9e3779b97f4a7c15);
    r->url = (lgm_str){url, (size_t)snprintf(url, sizeof url, "https://mill.example/%zu/%016llx", i,
                                             (unsigned long long)mixed)};
    memcpy(r->sha256, &mixed, sizeof mixed);
    memcpy(r->raw_sha256, &mixed, sizeof mixed);
    return r;
}

static double megabytes(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 ? (double)info.st_size / 1e6 : 0;
}

int main(int argc, char **argv)
{
    const lgm_ledger_options o = {.create = 1};
    lgm_ledger *ledger;
    lgm_err err = {0};
    double prepare = 0, put = 0;
    if (argc != 4 && argc != 5)
        return fprintf(stderr, "usage: bench_ledger RECORDS.jsonl LEDGER.db N [A]\n"), 2;
    const size_t n = strtoul(argv[3], NULL, 10), a = argc > 4 ? strtoul(argv[4], NULL, 10) : 64;
    read_records(argv[1]);
    need(lgm_ledger_open(&ledger, argv[2], &o, &err), &err);
    printf("%10s %12s %12s %10s\n", "reports", "prepare ms", "put ms", "MB");
    for (size_t i = 0, last = 0, next = 1000; i < n; i++) {
        lgm_ledger_entry *entry;
        const double t0 = processor_ms();
        need(lgm_ledger_prepare(&entry, report(i), NULL, 0, &err), &err);
        const double t1 = processor_ms();
        need(lgm_ledger_put(ledger, entry, NULL, &err), &err);
        lgm_ledger_entry_free(entry);
        if ((i + 1) % a == 0 || i + 1 == n) need(lgm_ledger_commit(ledger, &err), &err);
        prepare += t1 - t0;
        put += processor_ms() - t1;
        if (i + 1 != next && i + 1 != n) continue;
        printf("%10zu %12.3f %12.3f %10.1f\n", i + 1, prepare / (double)(i + 1 - last),
               put / (double)(i + 1 - last), megabytes(argv[2]));
        fflush(stdout);
        prepare = put = 0;
        last = i + 1;
        next *= 2;
    }
    lgm_ledger_close(ledger);
    return 0;
}
