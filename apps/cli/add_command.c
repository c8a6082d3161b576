/* add_command.c - legomena add: reports into the ledger. */
#include <poll.h>
#include <time.h>

#include "add_options.h"
#include "commands.h"
#include "adding.h"
#include "interrupt.h"
#include "opening.h"

/* One look at all paths. */
static int add(const add_options *o, const cli_command *self, adding *in)
{
    lgm_source *source;
    int code = opening_source(&source, self, &o->reading, o->paths, o->n_paths);
    if (code != EXIT_DONE) return code;
    const lgm_batch_options batch = adding_batch(in, source, o->reading.jobs);
    code = adding_run(in, &batch, o->saying.progress);
    const bool news = in->added + in->versions + in->readings + in->counts.failed > 0;
    /* With --quiet too where it was stopped: there is less than was asked for. */
    if (code != EXIT_LEDGER &&
        (interrupt_signal() || (o->saying.warnings && (news || !in->new_only))))
        adding_say(in, source, "there was no report");
    lgm_source_close(source);
    return code;
}

/* Waits so long, or until a signal comes. */
static void wait_for(unsigned seconds)
{
    struct pollfd signal = {.fd = interrupt_fd(), .events = POLLIN};
    const uint64_t end = progress_now() + (uint64_t)seconds * 1000000000;
    for (uint64_t now; !interrupt_signal() && (now = progress_now()) < end;)
        poll(&signal, 1, (int)((end - now) / 1000000) + 1);
}

/* Looks again and again. Each look takes the files that were changed behind the one before, up to
 * two seconds ago: later ones may not be whole yet. */
static int watch(add_options *o, const cli_command *self, const adding *start)
{
    enum { WHOLE_AFTER_S = 2 };
    int code = EXIT_DONE;
    while (code != EXIT_LEDGER && code != EXIT_USAGE) {
        adding in = *start;
        in.new_only = true;
        o->reading.changed_until = (int64_t)time(NULL) - WHOLE_AFTER_S;
        code = add(o, self, &in);
        o->reading.changed_after = o->reading.changed_until;
        if (interrupt_signal()) break;
        wait_for(o->watch);
        if (interrupt_signal()) break;
    }
    return code == EXIT_SOME_FAILED && interrupt_signal() ? EXIT_DONE : code;
}

static int run_add(const cli_command *self, int argc, char **argv)
{
    add_options o;
    lgm_engine *engine = NULL;
    lgm_ledger *ledger = NULL;
    bool stop;
    int code = add_options_parse(&o, self, argc, argv, &stop);
    if (stop) return code;
    if (code == EXIT_DONE) code = opening_engine(&engine, &o.reading, lgm_engine_default_options());
    if (code == EXIT_DONE)
        code = opening_ledger(&ledger, &o.ledger, (lgm_ledger_options){.create = 1});
    if (code == EXIT_DONE) {
        adding in = {
            .engine = engine, .ledger = ledger, .keep_raw = !o.no_raw, .times = o.saying.time};
        interrupt_init();
        code = o.watch ? watch(&o, self, &in) : add(&o, self, &in);
    }
    lgm_ledger_close(ledger);
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
