/*
 * opening.h - what commands that read reports open first, with what is said where it fails: the
 * engine, the source, the ledger, and whether the output would itself be read.
 *
 * Each returns EXIT_DONE, or the exit code, and said why.
 */
#ifndef CLI_OPENING_H
#define CLI_OPENING_H

#include "legomena/engine.h"
#include "legomena/ledger.h"
#include "legomena/source.h"
#include "options.h"

/* more: what the command itself asks of the engine; model, kernel and limits are from options. */
int opening_engine(lgm_engine **out, const reading_options *options, lgm_engine_options more);
int opening_source(lgm_source **out, const cli_command *self, const reading_options *options,
                   const char *const *paths, size_t n_paths);
int opening_ledger(lgm_ledger **out, const ledger_options *options, lgm_ledger_options how);
/* Says why an open ledger did not do what was asked, and gives the exit code. */
int opening_ledger_failed(lgm_status st, const lgm_err *err);
/* Refuses an output that is, or is within, what is read. first: the file that is written first,
 * NULL = standard output; output: as it was given. */
int opening_output(const cli_command *self, const char *first, const char *output,
                   const char *const *paths, size_t n_paths);

#endif
