/* serve_command.c - legomena serve: the ledger in the browser, and for programs over HTTP. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "help.h"
#include "interrupt.h"
#include "mcp_http.h"
#include "opening.h"
#include "output.h"
#include "reviewer.h"
#include "serving.h"
#include "values.h"

enum { USUAL_PORT = 8750 };

static const cli_option serve_table[] = {
    {OPTION_LISTEN, "listen", 0, CLI_ANY, "ADDRESS", NULL,
     "the address to listen at; default 127.0.0.1, which only this machine can reach",
     "The address to listen at: *0.0.0.0* is all that this machine has. Default 127.0.0.1, which "
     "only this machine can reach. Others need the same token, and what goes to them is not "
     "encrypted."},
    {OPTION_PORT, "port", 'p', CLI_ANY, "N", NULL, "the port; 0 = one that is free; default 8750",
     NULL},
    {OPTION_TOKEN, "token", 0, CLI_FILE, "FILE", NULL,
     "a file with the token that programs send; default a new one each time",
     "A file with the token that programs send as *Authorization: Bearer TOKEN*: 16 to 128 "
     "letters, digits, and - \\_ . ~; default *$LEGOMENA_TOKEN*, else a new one each time."},
    {OPTION_OPEN, "open", 0, CLI_SWITCH, NULL, NULL, "open the page in the browser", NULL},
    {OPTION_REVIEWER, "reviewer", 0, CLI_ANY, "NAME", NULL,
     "who reviews through the page; default $LEGOMENA_REVIEWER, else the user", NULL}};
static const cli_group serve_group = {serve_table, sizeof serve_table / sizeof *serve_table};
static const cli_group *const serve_groups[] = {&serve_group, &engine_group, &ledger_group, NULL};

typedef struct serving {
    ledger_options ledger;
    reading_options reading;
    server_options server;
    const char *token_file;
    char token[256];
    uint64_t port;
    bool open;
} serving;

static bool take(serving *s, const cli_args *args, int id, const char *value)
{
    switch (id) {
    case OPTION_LISTEN: s->server.address = value; return true;
    case OPTION_PORT:
        return parse_count(value, 0, 65535, &s->port) ||
               cli_bad_value(args, id, value, "a number from 0 to 65535");
    case OPTION_TOKEN: s->token_file = value; return true;
    case OPTION_OPEN: return s->open = true;
    case OPTION_REVIEWER: s->server.reviewer = value; return true;
    default:
        return ledger_take(&s->ledger, args, id, value) &&
               reading_take(&s->reading, args, id, value);
    }
}

/* The first word of the file. */
static bool read_token(serving *s)
{
    FILE *const f = s->token_file ? fopen(s->token_file, "r") : NULL;
    const char *const given = getenv("LEGOMENA_TOKEN");
    const bool read = f && fscanf(f, "%255s", s->token) == 1;
    if (f) fclose(f);
    if (s->token_file && !read) {
        cli_error("%s: there is no token in it", s->token_file);
        return false;
    }
    s->server.token = read ? s->token : given && *given ? given : NULL;
    return true;
}

static int run_serve(const cli_command *self, int argc, char **argv)
{
    serving s = {.port = USUAL_PORT, .server = {.address = "127.0.0.1"}};
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0)
        if (!take(&s, &args, id, value)) return EXIT_USAGE;
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (args.n_operands) return cli_usage_error(self, "it takes no operand");
    if (!read_token(&s)) return EXIT_USAGE;
    interrupt_init();
    s.server.ledger = s.ledger.path;
    s.server.talk = mcp_http;
    s.server.port = (unsigned)s.port;
    if (!s.server.reviewer) s.server.reviewer = reviewer_default();
    s.server.engine = lgm_engine_default_options();
    s.server.engine.model = s.reading.model;
    s.server.engine.kernel = s.reading.kernel;
    s.server.engine.any_language = s.reading.force;
    const int code =
        serving_run(&s.server, (serving_how){.browser = s.open, .token_said = !s.server.token});
    interrupt_die();
    return code;
}

const cli_command cli_serve_command = {
    .name = "serve",
    .operands = "[options]",
    .brief = "the ledger in the browser, and for programs over HTTP",
    .summary = "Serves the ledger: a page for the browser, and an API for programs that GET /api\n"
               "describes. Reading goes on while legomena add writes.",
    .groups = serve_groups,
    .examples = "  legomena serve --open                             the ledger in the browser\n",
    .run = run_serve,
};
