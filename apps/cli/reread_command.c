/* reread_command.c - legomena reread: the reports of a ledger are read again, by another model. */
#include <pthread.h>
#include <stdlib.h>

#include "commands.h"
#include "help.h"
#include "adding.h"
#include "interrupt.h"
#include "opening.h"

static const cli_group *const reread_groups[] = {&ledger_group, &engine_group, &jobs_group,
                                                 &saying_group, NULL};

typedef struct rereading {
    adding in;         /* the first member: the batch knows it alone */
    lgm_ledger *kept;  /* read by the batch's thread while `in` writes */
    lgm_input *report; /* that was handed out last */
    int64_t number;    /* its number */
    pthread_mutex_t handing;
    int64_t *handed; /* the numbers of all that were handed out, in order */
    size_t n, room;
    lgm_status st; /* of what ended it */
    lgm_err err;
} rereading;

static lgm_status note(rereading *r, int64_t report)
{
    pthread_mutex_lock(&r->handing);
    if (r->n == r->room) {
        const size_t room = r->room ? 2 * r->room : 1024;
        int64_t *const more = realloc(r->handed, room * sizeof *more);
        if (more) r->handed = more, r->room = room;
    }
    const bool fits = r->n < r->room;
    if (fits) r->handed[r->n++] = report;
    pthread_mutex_unlock(&r->handing);
    if (fits) return LGM_OK;
    r->err = (lgm_err){.message = "out of memory"};
    return LGM_E_NOMEM;
}

static int64_t report_of(adding *in, uint64_t number)
{
    rereading *const r = (rereading *)in;
    pthread_mutex_lock(&r->handing);
    const int64_t report = r->handed[number - 1];
    pthread_mutex_unlock(&r->handing);
    return report;
}

/* The next report that another model has read. An error of the ledger is its end. */
static lgm_status next(void *ctx, lgm_input *in, lgm_err *err)
{
    rereading *const r = ctx;
    const char *const model = lgm_engine_model_name(r->in.engine);
    (void)err;
    lgm_input_free(r->report);
    r->report = NULL;
    r->st = lgm_ledger_next_outdated(r->kept, model, lgm_engine_model_version(r->in.engine),
                                     r->number, &r->number, NULL, &r->err);
    if (r->st != LGM_OK || !r->number) return LGM_E_EMPTY;
    r->st = lgm_ledger_get_input(r->kept, r->number, &r->report, &r->err);
    if (r->st == LGM_OK) r->st = note(r, r->number);
    if (r->st != LGM_OK) return LGM_E_EMPTY;
    *in = *r->report;
    return LGM_OK;
}

static int reread(rereading *r, const reading_options *reading, const saying_options *saying)
{
    int64_t first;
    lgm_err err = {0};
    lgm_batch_options o = adding_batch(&r->in, NULL, reading->jobs);
    o.next = next;
    o.skip = NULL;
    const lgm_status st = lgm_ledger_next_outdated(r->kept, lgm_engine_model_name(r->in.engine),
                                                   lgm_engine_model_version(r->in.engine), 0,
                                                   &first, &r->in.total, &err);
    int code = EXIT_LEDGER;
    if (st == LGM_OK)
        code = adding_run(&r->in, &o, saying->progress);
    else
        cli_error("%s", err.message);
    lgm_input_free(r->report);
    if (r->st != LGM_OK) {
        cli_error("%s", r->err.message);
        code = EXIT_LEDGER;
    }
    if (code != EXIT_LEDGER && (saying->warnings || interrupt_signal()))
        adding_say(&r->in, NULL, "all reports were read by this model");
    return code;
}

static int run_reread(const cli_command *self, int argc, char **argv)
{
    rereading r = {.in = {.report_of = report_of}, .handing = PTHREAD_MUTEX_INITIALIZER};
    ledger_options ledger = {0};
    reading_options reading = {0};
    saying_options saying = {0};
    lgm_engine *engine = NULL;
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0)
        if (!ledger_take(&ledger, &args, id, value) || !reading_take(&reading, &args, id, value) ||
            !saying_take(&saying, &args, id, value))
            return EXIT_USAGE;
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (args.n_operands) return cli_usage_error(self, "it takes no operand");
    saying_settle(&saying, NULL);
    reading.max_size = 1 << 30; /* what is in the ledger was not too large */
    int code = opening_engine(&engine, &reading, lgm_engine_default_options());
    if (code == EXIT_DONE) code = opening_ledger(&r.in.ledger, &ledger, (lgm_ledger_options){0});
    if (code == EXIT_DONE)
        code = opening_ledger(&r.kept, &ledger, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) {
        r.in.engine = engine;
        r.in.times = saying.time;
        interrupt_init();
        code = reread(&r, &reading, &saying);
    }
    free(r.handed);
    lgm_ledger_close(r.kept);
    lgm_ledger_close(r.in.ledger);
    lgm_engine_close(engine);
    interrupt_die();
    return code;
}

static const char footer[] =
    "Reports whose newest reading is by another model, or by another version of legomena,\n"
    "are read again from the text that is in the ledger. The readings before stay. The\n"
    "command may be stopped and started again.\n";

const cli_command cli_reread_command = {
    .name = "reread",
    .operands = "[options]",
    .brief = "read the reports of the ledger again, by another model",
    .summary = "Reads the reports of the ledger again, by another or a newer model.",
    .groups = reread_groups,
    .footer = footer,
    .run = run_reread,
};
