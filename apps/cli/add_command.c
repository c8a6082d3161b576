/* add_command.c - legomena add: reports into the ledger. */
#include "add_options.h"
#include "commands.h"
#include "adding.h"
#include "interrupt.h"
#include "opening.h"

static int add(const add_options *o, lgm_engine *engine, lgm_source *source, lgm_ledger *ledger)
{
    adding in = {
        .engine = engine, .ledger = ledger, .keep_raw = !o->no_raw, .times = o->saying.time};
    const lgm_batch_options batch = adding_batch(&in, source, o->reading.jobs);
    const int code = adding_run(&in, &batch, o->saying.progress);
    /* With --quiet too where it was stopped: there is less than was asked for. */
    if (code != EXIT_LEDGER && (o->saying.warnings || interrupt_signal()))
        adding_say(&in, source, "there was no report");
    return code;
}

static int run_add(const cli_command *self, int argc, char **argv)
{
    add_options o;
    lgm_engine *engine = NULL;
    lgm_source *source = NULL;
    lgm_ledger *ledger = NULL;
    bool stop;
    int code = add_options_parse(&o, self, argc, argv, &stop);
    if (stop) return code;
    if (code == EXIT_DONE) code = opening_source(&source, self, &o.reading, o.paths, o.n_paths);
    if (code == EXIT_DONE) code = opening_engine(&engine, &o.reading, lgm_engine_default_options());
    if (code == EXIT_DONE)
        code = opening_ledger(&ledger, &o.ledger, (lgm_ledger_options){.create = 1});
    if (code == EXIT_DONE) {
        interrupt_init();
        code = add(&o, engine, source, ledger);
    }
    lgm_ledger_close(ledger);
    lgm_source_close(source);
    lgm_engine_close(engine);
    interrupt_die();
    return code;
}

static const char footer[] =
    "Takes what legomena read takes. What is in the ledger, read by the same model, is\n"
    "passed over: the command may be stopped and started again, and given a folder that\n"
    "grows. legomena problems lists what could not be read.\n";

const cli_command cli_add_command = {
    .name = "add",
    .operands = "[options] FILE|FOLDER|ADDRESS|-...",
    .brief = "read reports into the ledger",
    .summary = "Reads news reports and keeps what was read in the ledger.",
    .operand = CLI_FILE,
    .groups = add_groups,
    .footer = footer,
    .examples = "  legomena add reports/                             reports into the ledger\n",
    .run = run_add,
};
