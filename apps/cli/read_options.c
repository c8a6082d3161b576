/* read_options.c - the options of its own that read has, and the groups that it shares. */
#include "read_options.h"

#include "csv.h"
#include "help.h"

static const cli_option format_table[] = {
    {OPTION_FORMAT, "format", 'f', CLI_ONE_OF, "FORMAT", "text html json jsonl csv conllu",
     "text (a page to read; the default), html (a web page; with -o FOLDER/ a page "
     "a report), json, jsonl, csv or conllu",
     "*text*: a page to read at a terminal (the default). *html*: a web page of all reports, or a "
     "folder of pages (see OUTPUT). *json*: a record, pretty-printed. *jsonl*: a record a line. "
     "*csv*: a row a claim, or an event or a figure (see *--only*). *conllu*: sentences, words and "
     "trees as Universal Dependencies has "
     "them."},
    {OPTION_ONLY, "only", 0, CLI_ONE_OF, "PART",
     "all read trees claims disputes incidents figures events names timeline",
     "read no further (read, trees, claims) or show no more (disputes, incidents, figures, events, "
     "names, timeline) than this",
     "How far reports are read, and what of them is shown. *read*: only their text, as it was "
     "found in a page or file, and what is known of it: title, byline, publisher, address, dates, "
     "language; no model is needed. *trees*: sentences, words and trees too. *claims*: names, "
     "times "
     "and claims, no events; *disputes* and *names* need no more either. *incidents*, *figures*, "
     "*events*, *timeline*: of all that is read this part. A page has that part alone; a record "
     "has "
     "it and what it refers to, its other lists empty; a table (*csv*) has a row a claim, an event "
     "or a figure. *all*: the default."},
    {OPTION_MAP, "map", 0, CLI_SWITCH, NULL, NULL,
     "say in the record where its text stands in the page it was taken from",
     "Records have *map* too: places of the text and the bytes of the web page where they stand, "
     "so "
     "that a program can light up the original."},
    {OPTION_BY, "by", 0, CLI_ONE_OF, "ORDER", "text speaker",
     "claims of a page in the order of the text (the default), or by speaker",
     "How a page orders its claims. *text* (the default): as they stand in the report, an answer "
     "under what it answers. *speaker*: grouped by who makes them. See OUTPUT. For *text* and "
     "*html* only: records and tables keep the order of the text."}};
static const cli_group format_group = {format_table, sizeof format_table / sizeof *format_table};

/* In the order of the words of --only. */
static const struct {
    lgm_only only;
    page_part part;
} only_of[] = {{LGM_ONLY_ALL, PART_ALL},         {LGM_ONLY_READ, PART_TEXT},
               {LGM_ONLY_TREES, PART_ALL},       {LGM_ONLY_CLAIMS, PART_CLAIMS},
               {LGM_ONLY_CLAIMS, PART_DISPUTES}, {LGM_ONLY_ALL, PART_INCIDENTS},
               {LGM_ONLY_ALL, PART_FIGURES},     {LGM_ONLY_ALL, PART_EVENTS},
               {LGM_ONLY_CLAIMS, PART_NAMES},    {LGM_ONLY_ALL, PART_TIMELINE}};

const cli_group *const read_groups[] = {&format_group,  &redact_group, &writing_group,
                                        &reading_group, &jobs_group,   &saying_group,
                                        NULL};

int read_options_parse(read_options *o, const cli_command *command, int argc, char **argv,
                       bool *stop)
{
    const char *value;
    int id;
    *o = (read_options){.format = READ_TEXT};
    *stop = false;
    o->args = cli_args_start(command, argc, argv);
    while ((id = cli_args_next(&o->args, &value)) >= 0) {
        if (id == OPTION_FORMAT) o->format = (read_format)o->args.choice;
        if (id == OPTION_MAP) o->map = true;
        if (id == OPTION_REDACT) o->redact = true;
        if (id == OPTION_BY) o->order = (outline_order)o->args.choice;
        if (id == OPTION_ONLY) {
            o->only = only_of[o->args.choice].only;
            o->part = only_of[o->args.choice].part;
        }
        if (!reading_take(&o->reading, &o->args, id, value) ||
            !writing_take(&o->writing, &o->args, id, value) ||
            !saying_take(&o->saying, &o->args, id, value))
            return EXIT_USAGE;
    }
    *stop = id == CLI_HELP;
    if (id != CLI_END) return id == CLI_HELP ? cli_help(command) : EXIT_USAGE;
    if (o->order != OUTLINE_TEXT && o->format != READ_TEXT && o->format != READ_HTML)
        return cli_usage_error(command, "--by orders the claims of a page (text or html); "
                                        "anything else has the order of the text");
    if (o->format == READ_CSV && !csv_has(o->part))
        return cli_usage_error(command, "a table (csv) has claims, events or figures");
    if (o->map && o->redact)
        return cli_usage_error(command, "--map leads to the names that --redact leaves out");
    o->asked = o->only;
    if (o->redact) o->only = LGM_ONLY_ALL; /* who is a victim is known at the end */
    writing_settle(&o->writing);
    saying_settle(&o->saying, &o->writing);
    o->paths = (const char *const *)o->args.argv;
    o->n_paths = o->args.n_operands;
    if (o->n_paths == 0)
        return cli_usage_error(command, "nothing to read: name a file or a folder, or - for "
                                        "standard input");
    return EXIT_DONE;
}
