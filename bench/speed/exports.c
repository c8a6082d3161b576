/*
 * bench_exports RECORDS.jsonl - MB a second of CPU of each format of export, from records in
 * memory: of what is written, and of the text of the reports.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "legomena/export.h"

enum { MOST = 100000 };

static lgm_status count(void *ctx, const char *name, const char *text, size_t len)
{
    (void)name, (void)text;
    *(size_t *)ctx += len;
    return LGM_OK;
}

static double cpu(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    static lgm_record *records[MOST];
    size_t n = 0, room = 0, text = 0;
    char *line = NULL;
    ssize_t len;
    lgm_err err = {0};
    FILE *const in = argc > 1 ? fopen(argv[1], "r") : NULL;
    if (!in) return 2;
    while ((len = getline(&line, &room, in)) > 0 && n < MOST)
        if (lgm_record_read(&records[n], line, (size_t)len, &err) == LGM_OK)
            text += records[n++]->text.len;
    for (const lgm_export_format *f = lgm_export_formats(); f->name; f++) {
        size_t bytes = 0, rounds = 0;
        double spent = 0;
        if (f->words) continue;
        while (spent < 1.0) {
            lgm_export *x;
            const double from = cpu();
            if (lgm_export_new(&x, f->name, NULL, count, &bytes, &err) != LGM_OK) return 1;
            for (size_t i = 0; i < n; i++)
                if (lgm_export_put(x, records[i], NULL, &err) != LGM_OK) return 1;
            if (lgm_export_end(x, &err) != LGM_OK) return 1;
            lgm_export_free(x);
            spent += cpu() - from;
            rounds++;
        }
        printf("%-15s %7.1f MB/s of output, %7.1f MB/s of text, %6.2f MB a round\n", f->name,
               (double)bytes / 1e6 / spent, (double)text * (double)rounds / 1e6 / spent,
               (double)bytes / 1e6 / (double)rounds);
    }
    return 0;
}
