/*
 * archive.c - how fast files become reports, before anything reads their words.
 *
 *     bench_archive FILE...
 *
 * Prints reports, bytes of text, seconds of the processor (reading runs on one core, and a machine
 * that does other things beside it leaves these as they are), and the most memory it had.
 */
#include <stdio.h>
#include <sys/resource.h>

#include "legomena/source.h"

int main(int argc, char **argv)
{
    lgm_source *source;
    lgm_err err;
    const char *const *const paths = (const char *const *)argv + 1;
    if (lgm_source_open(&source, paths, (size_t)argc - 1, NULL, &err) != LGM_OK) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    unsigned long long reports = 0, bytes = 0, failed = 0;
    lgm_input in;
    for (lgm_status st; (st = lgm_source_next(source, &in, &err)) != LGM_E_EMPTY;) {
        if (st == LGM_OK)
            reports++, bytes += in.len;
        else
            failed++;
    }
    char left_out[400];
    lgm_source_left_out(source, left_out, sizeof left_out);
    lgm_source_close(source);

    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    const double s = (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
                     (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
    printf("%llu reports, %llu not read, %.1f MB of text, %.2f s of CPU, %ld MB; %s\n", reports,
           failed, (double)bytes / 1e6, s, use.ru_maxrss / 1024, left_out);
    return 0;
}
