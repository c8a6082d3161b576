/*
 * export_output.h - an export on its way out: one file, or a folder of files.
 */
#ifndef CLI_EXPORT_OUTPUT_H
#define CLI_EXPORT_OUTPUT_H

#include "legomena/export.h"
#include "output.h"

typedef struct export_output {
    lgm_export *x;
    bool redact;
    const char *folder; /* NULL = one file */
    output out;         /* that file */
    unsigned long long n_reports, n_failed;
    bool unwritten; /* said why */
} export_output;

/* path: NULL = standard output. An exit code, and said why. */
int export_output_open(export_output *o, const char *format, const lgm_export_options *options,
                       const char *path);
/* A record goes out, and is freed. False: nothing more can be written. */
bool export_output_put(export_output *o, lgm_record *record, const lgm_export_report *report);
/* An exit code. whole: nothing is missing, and the file may take its name. */
int export_output_close(export_output *o, bool whole);

#endif
