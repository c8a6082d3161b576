/* add_options.c - the options of its own that add has, and the groups that it shares. */
#include "add_options.h"

#include "help.h"
#include "values.h"

static const cli_option add_table[] = {
    {OPTION_NO_RAW, "no-raw", 0, CLI_SWITCH, NULL, NULL, "do not keep the bytes as they came in",
     "Do not keep the bytes as they came in, as a web page with its markup: only the text, the "
     "record and the hash of the bytes. Without it they are kept, packed, once for each hash."},
    {OPTION_WATCH, "watch", 'w', CLI_ANY, "SECONDS", "60 600",
     "go on, and look for what is new every so many seconds",
     "Go on until a signal comes, and look every so many seconds for what is new: files that "
     "were written or moved there, and addresses, feeds say, once more. A file that was changed "
     "within the last two seconds may not be whole yet, and is left for the next look."}};
static const cli_group add_group = {add_table, sizeof add_table / sizeof *add_table};

const cli_group *const add_groups[] = {&add_group,  &ledger_group, &reading_group,
                                       &jobs_group, &saying_group, NULL};

int add_options_parse(add_options *o, const cli_command *command, int argc, char **argv, bool *stop)
{
    const char *value;
    int id;
    *o = (add_options){0};
    *stop = false;
    o->args = cli_args_start(command, argc, argv);
    while ((id = cli_args_next(&o->args, &value)) >= 0) {
        uint64_t seconds;
        if (id == OPTION_NO_RAW) o->no_raw = true;
        if (id == OPTION_WATCH) {
            if (!parse_count(value, 1, 86400, &seconds))
                return cli_bad_value(&o->args, id, value, "a number of seconds from 1 to 86400"),
                       EXIT_USAGE;
            o->watch = (unsigned)seconds;
        }
        if (!ledger_take(&o->ledger, &o->args, id, value) ||
            !reading_take(&o->reading, &o->args, id, value) ||
            !saying_take(&o->saying, &o->args, id, value))
            return EXIT_USAGE;
    }
    *stop = id == CLI_HELP;
    if (id != CLI_END) return id == CLI_HELP ? cli_help(command) : EXIT_USAGE;
    saying_settle(&o->saying, NULL);
    o->paths = (const char *const *)o->args.argv;
    o->n_paths = o->args.n_operands;
    if (o->n_paths == 0)
        return cli_usage_error(command, "nothing to add: name a file or a folder, or - for "
                                        "standard input");
    return EXIT_DONE;
}
