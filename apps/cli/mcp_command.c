/* mcp_command.c - legomena mcp: the ledger for assistants, by the Model Context Protocol. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "help.h"
#include "interrupt.h"
#include "mcp_stdio.h"
#include "opening.h"

static const cli_group *const mcp_groups[] = {&engine_group, &redact_group, &ledger_group, NULL};

typedef struct serving {
    ledger_options ledger;
    reading_options reading;
    strbuf coverage;
    lgm_engine *engine;
    lgm_worker *worker;
    mcp mcp;
} serving;

/* The model is opened by the first text that is to be read. */
static lgm_worker *worker_of(void *ctx, lgm_err *err)
{
    serving *const s = ctx;
    lgm_engine_options o = lgm_engine_default_options();
    o.model = s->reading.model;
    o.kernel = s->reading.kernel;
    o.any_language = s->reading.force;
    lgm_status st = s->engine ? LGM_OK : lgm_engine_open(&s->engine, &o, err);
    if (st == LGM_OK && !s->worker) st = lgm_worker_new(&s->worker, s->engine, err);
    return st == LGM_OK ? s->worker : NULL;
}

static int serve(serving *s)
{
    s->mcp.coverage = &s->coverage;
    s->mcp.worker = worker_of;
    s->mcp.ctx = s;
    const int code =
        opening_ledger(&s->mcp.ledger, &s->ledger, (lgm_ledger_options){.read_only = 1});
    if (code != EXIT_DONE) return code;
    interrupt_init();
    const int error = mcp_stdio_serve(&s->mcp, STDIN_FILENO, STDOUT_FILENO);
    lgm_worker_free(s->worker);
    lgm_engine_close(s->engine);
    lgm_ledger_close(s->mcp.ledger);
    strbuf_done(&s->coverage);
    interrupt_die();
    if (error && error != EPIPE) cli_error("%s", strerror(error));
    return error ? EXIT_OUTPUT : EXIT_DONE;
}

static int run_mcp(const cli_command *self, int argc, char **argv)
{
    serving s = {0};
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        if (id == OPTION_REDACT) s.mcp.redact = true;
        if (!ledger_take(&s.ledger, &args, id, value) ||
            !reading_take(&s.reading, &args, id, value))
            return EXIT_USAGE;
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (args.n_operands) return cli_usage_error(self, "it takes no operand");
    return serve(&s);
}

static const char footer[] =
    "An assistant starts this command and speaks with it; a person does not need to. How to add\n"
    "it to an assistant: docs/mcp.md. legomena serve speaks the same at POST /mcp.\n";

const cli_command cli_mcp_command = {
    .name = "mcp",
    .operands = "[options]",
    .brief = "the ledger for assistants, by the Model Context Protocol",
    .summary = "Serves the ledger to an assistant over standard input and output: six tools that\n"
               "only read, reports as resources, and in every answer the exact words.",
    .groups = mcp_groups,
    .footer = footer,
    .run = run_mcp,
};
