/* opening.c - see opening.h. */
#include "opening.h"

#include <string.h>

#include "own_output.h"

int opening_engine(lgm_engine **out, const reading_options *options, lgm_engine_options more)
{
    lgm_err err = {0};
    more.model = options->model;
    more.kernel = options->kernel;
    more.any_language = options->force;
    more.max_bytes = options->max_size;
    const lgm_status st = lgm_engine_open(out, &more, &err);
    if (st == LGM_OK) return EXIT_DONE;
    if (st == LGM_E_NOTFOUND)
        reading_no_model(more.model, err.message);
    else
        cli_error("%s", err.message);
    return st == LGM_E_UNSUPPORTED ? EXIT_USAGE : EXIT_MODEL;
}

int opening_source(lgm_source **out, const cli_command *self, const reading_options *options,
                   const char *const *paths, size_t n_paths)
{
    const lgm_source_options o = {.max_bytes = options->max_size,
                                  .date = options->date,
                                  .changed_after = options->changed_after,
                                  .changed_until = options->changed_until,
                                  .private_addresses = options->private_addresses};
    lgm_err err = {0};
    const lgm_status st = lgm_source_open(out, paths, n_paths, &o, &err);
    if (st == LGM_OK) return EXIT_DONE;
    if (st == LGM_E_ARG)
        return cli_usage_error(self, "--date %.60s: should be a day written YYYY-MM-DD", o.date);
    cli_error("%s", err.message);
    return EXIT_SOME_FAILED;
}

int opening_ledger(lgm_ledger **out, const ledger_options *options, lgm_ledger_options how)
{
    lgm_err err = {0};
    if (lgm_ledger_open(out, options->path, &how, &err) == LGM_OK) return EXIT_DONE;
    cli_error("%s", err.message);
    return EXIT_LEDGER;
}

int opening_ledger_failed(lgm_status st, const lgm_err *err)
{
    cli_error("%s", err->message[0] ? err->message : lgm_status_text(st));
    return st == LGM_E_ARG ? EXIT_USAGE : st == LGM_E_NOTFOUND ? EXIT_SOME_FAILED : EXIT_LEDGER;
}

int opening_output(const cli_command *self, const char *first, const char *output,
                   const char *const *paths, size_t n_paths)
{
    const char *const to = output ? output : "standard output", *in;
    const int error = own_output_among(first, paths, n_paths, &in);
    if (error) {
        cli_error("cannot see whether %s is to be read too: %s", to, strerror(error));
        return EXIT_OUTPUT;
    }
    if (!in) return EXIT_DONE;
    return cli_usage_error(self, "%s%s would itself be read with %s; write it elsewhere",
                           output ? "--output " : "", to, in);
}
