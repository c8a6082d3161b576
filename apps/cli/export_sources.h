/*
 * export_sources.h - where the records of an export come from: reports that are read now, records
 * on standard input, the ledger. Each gives an exit code, and says why.
 */
#ifndef CLI_EXPORT_SOURCES_H
#define CLI_EXPORT_SOURCES_H

#include <stdint.h>

#include "export_output.h"
#include "options.h"

/* words: the records are to have them. */
int export_reports(export_output *to, const cli_command *self, const reading_options *reading,
                   bool words, const char *const *paths, size_t n_paths);
/* A record a line, as `read -f jsonl` writes them. */
int export_lines(export_output *to);

typedef struct export_choice { /* of a ledger; neither = all */
    const char *const *in;     /* reports: numbers, ids or addresses */
    size_t n_in;
    uint64_t story; /* 0 = of any */
} export_choice;
int export_ledger(export_output *to, const ledger_options *ledger, const export_choice *choice);

#endif
