/* open_command.c - legomena open: reports in the browser, for who has no ledger yet. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "adding.h"
#include "commands.h"
#include "help.h"
#include "interrupt.h"
#include "mcp_http.h"
#include "opening.h"
#include "output.h"
#include "reviewer.h"
#include "serving.h"

static const cli_option open_table[] = {{OPTION_NO_BROWSER, "no-browser", 0, CLI_SWITCH, NULL, NULL,
                                         "print the link, and open nothing", NULL}};
static const cli_group open_group = {open_table, sizeof open_table / sizeof *open_table};
static const cli_group *const open_groups[] = {&open_group, &reading_group, &jobs_group,
                                               &saying_group, NULL};

typedef struct showing {
    reading_options reading;
    saying_options saying;
    bool no_browser;
    const char *const *paths;
    size_t n_paths;
    char folder[4096]; /* of the ledger that goes with it */
    ledger_options ledger;
    char path[4096 + 16];
} showing;

/* ---- a ledger that goes when the command ends ---- */

static bool make_folder(showing *s)
{
    const char *const tmp = getenv("TMPDIR");
    const int len =
        snprintf(s->folder, sizeof s->folder, "%s/legomena-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    if (len < 0 || (size_t)len >= sizeof s->folder || !mkdtemp(s->folder)) {
        cli_error("%s: no folder for a ledger that goes again can be made: TMPDIR says where",
                  s->folder);
        return false;
    }
    snprintf(s->path, sizeof s->path, "%s/ledger.db", s->folder);
    s->ledger.path = s->path;
    return true;
}

static void drop_folder(const showing *s)
{
    DIR *const d = opendir(s->folder);
    for (const struct dirent *e; d && (e = readdir(d)) != NULL;)
        if (e->d_name[0] != '.') unlinkat(dirfd(d), e->d_name, 0);
    if (d) closedir(d);
    rmdir(s->folder);
}

/* ---- read, then shown ---- */

static int add_all(showing *s, const cli_command *self, uint64_t *reports)
{
    lgm_engine *engine = NULL;
    lgm_ledger *ledger = NULL;
    lgm_source *source = NULL;
    int code = opening_engine(&engine, &s->reading, lgm_engine_default_options());
    if (code == EXIT_DONE)
        code = opening_ledger(&ledger, &s->ledger, (lgm_ledger_options){.create = 1});
    if (code == EXIT_DONE) code = opening_source(&source, self, &s->reading, s->paths, s->n_paths);
    if (code == EXIT_DONE) {
        adding in = {.engine = engine, .ledger = ledger, .keep_raw = true};
        const lgm_batch_options batch = adding_batch(&in, source, s->reading.jobs);
        code = adding_run(&in, &batch, s->saying.progress);
        *reports = in.added;
        if (s->saying.warnings || interrupt_signal())
            adding_say(&in, source, "there was no report");
    }
    lgm_source_close(source);
    lgm_ledger_close(ledger);
    lgm_engine_close(engine);
    return code;
}

static int show(showing *s, uint64_t reports)
{
    server_options o = {.ledger = s->path,
                        .address = "127.0.0.1",
                        .talk = mcp_http,
                        .token = getenv("LEGOMENA_TOKEN"),
                        .reviewer = reviewer_default(),
                        .engine = lgm_engine_default_options()};
    o.engine.model = s->reading.model;
    o.engine.kernel = s->reading.kernel;
    o.engine.any_language = s->reading.force;
    if (o.token && !*o.token) o.token = NULL;
    return serving_run(
        &o, (serving_how){.browser = !s->no_browser, .view = reports == 1 ? "#/report/1" : NULL});
}

/* What some files could not be read for is said, and the others are shown. */
static int open_all(showing *s, const cli_command *self)
{
    uint64_t reports = 0;
    if (!make_folder(s)) return EXIT_SOME_FAILED;
    int code = add_all(s, self, &reports);
    if (!interrupt_signal() && reports) {
        const int shown = show(s, reports);
        if (shown != EXIT_DONE) code = shown;
    }
    drop_folder(s);
    return code;
}

static int run_open(const cli_command *self, int argc, char **argv)
{
    showing s = {0};
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        if (id == OPTION_NO_BROWSER) s.no_browser = true;
        if (!reading_take(&s.reading, &args, id, value) ||
            !saying_take(&s.saying, &args, id, value))
            return EXIT_USAGE;
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    saying_settle(&s.saying, NULL);
    if (!args.n_operands)
        return cli_usage_error(self, "nothing to open: name a file, a folder or an address");
    s.paths = (const char *const *)args.argv;
    s.n_paths = args.n_operands;
    interrupt_init();
    const int code = open_all(&s, self);
    interrupt_die();
    return code;
}

static const char footer[] =
    "Takes what legomena read takes. The ledger lies in a folder of its own below $TMPDIR, and\n"
    "goes when the command ends; legomena add keeps one.\n";

const cli_command cli_open_command = {
    .name = "open",
    .operands = "[options] FILE|FOLDER|ADDRESS|-...",
    .brief = "reports in the browser, without a ledger",
    .summary = "Reads reports and shows them in the browser, until Ctrl-C.",
    .operand = CLI_FILE,
    .groups = open_groups,
    .footer = footer,
    .examples = "  legomena open report.html                         a saved page in the browser\n",
    .run = run_open,
};
