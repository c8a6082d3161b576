/* explain_options.c - the options of its own that explain has, and the groups that it shares. */
#include "explain_options.h"

#include <stdlib.h>

#include "help.h"
#include "values.h"

static const cli_option explain_table[] = {
    {OPTION_CLAIM, "claim", 'c', CLI_ANY, "ID", NULL,
     "the claim to explain, as in c7; may be given again",
     "The claim to explain: its id in the record, *c7*, or its number on the page, *7*. This "
     "option "
     "and the next eight may be given several times; without any of them all claims are "
     "explained."},
    {OPTION_ENTITY, "entity", 'e', CLI_ANY, "ID", NULL,
     "the entity to explain, as in e3; may be given again",
     "The entity to explain: a person, place or other thing that is named, by its id in the "
     "record."},
    {OPTION_WHEN, "time", 't', CLI_ANY, "ID", NULL,
     "the time expression to explain, as in t2; may be given again",
     "The time expression to explain, by its id in the record."},
    {OPTION_EVENT, "event", 'v', CLI_ANY, "ID", NULL,
     "the event to explain, as in v1; may be given again",
     "The event to explain, by its id in the record."},
    {OPTION_FIGURE, "figure", 0, CLI_ANY, "ID", NULL,
     "the figure to explain, as in f1; may be given again",
     "The figure to explain, by its id in the record."},
    {OPTION_INCIDENT, "incident", 0, CLI_ANY, "N", NULL,
     "the incident to explain, as in i1; may be given again",
     "The incident to explain: *i1* is the first of the record."},
    {OPTION_DISPUTE, "dispute", 0, CLI_ANY, "N", NULL,
     "the dispute to explain, as in d1; may be given again",
     "The dispute to explain: *d1* is the first of the record."},
    {OPTION_TIMELINE, "timeline", 0, CLI_ANY, "N", NULL,
     "the line of the timeline to explain, as in l1; may be given again",
     "The line of the timeline to explain: *l1* is the first of the record."},
    {OPTION_EDITORS_NOTE, "editors-note", 0, CLI_ANY, "ID", NULL,
     "the editor's note to explain, as in n1; may be given again",
     "The correction, update or editor's note to explain, by its id in the record."},
    {OPTION_REPORT, "report", 'r', CLI_ANY, "N", NULL,
     "which report of a file that has several, from 1",
     "Which report, where the file or folder has several: 1 is the first that *legomena read* "
     "shows."},
    {OPTION_FORMAT, "format", 'f', CLI_ONE_OF, "FORMAT", "text json",
     "text (to read; the default) or json (the record, with why)",
     "*text*: a page to read at a terminal (the default). *json*: the record, with the reasons of "
     "what was asked for in its list _why_."}};
static const cli_group explain_group = {explain_table,
                                        sizeof explain_table / sizeof *explain_table};

const cli_group *const explain_groups[] = {&explain_group, &redact_group, &writing_group,
                                           &reading_group, NULL};

/* "c7" or "7". */
static bool take_id(explain_options *o, int id, char kind, const char *value)
{
    const char wanted[] = {kind, ' ', 'a', 'n', 'd', ' ', 'a', ' ', 'n', 'u',  'm', 'b', 'e',
                           'r',  ',', ' ', 'a', 's', ' ', 'i', 'n', ' ', kind, '1', '\0'};
    uint64_t number;
    if (!parse_count(value + (value[0] == kind), 1, UINT32_MAX - 2, &number))
        return cli_bad_value(&o->args, id, value, wanted);
    o->wanted[o->n_wanted++] = (lgm_link){kind, (uint32_t)(number - 1)};
    return true;
}

static bool take(explain_options *o, int id, const char *value)
{
    switch (id) {
    case OPTION_CLAIM: return take_id(o, id, 'c', value);
    case OPTION_ENTITY: return take_id(o, id, 'e', value);
    case OPTION_WHEN: return take_id(o, id, 't', value);
    case OPTION_EVENT: return take_id(o, id, 'v', value);
    case OPTION_FIGURE: return take_id(o, id, 'f', value);
    case OPTION_INCIDENT: return take_id(o, id, 'i', value);
    case OPTION_DISPUTE: return take_id(o, id, 'd', value);
    case OPTION_TIMELINE: return take_id(o, id, 'l', value);
    case OPTION_EDITORS_NOTE: return take_id(o, id, 'n', value);
    case OPTION_REDACT: return o->redact = true;
    case OPTION_FORMAT: o->json = o->args.choice == 1; return true;
    case OPTION_REPORT:
        return parse_count(value, 1, UINT64_MAX, &o->report) ||
               cli_bad_value(&o->args, id, value, "a number from 1 on");
    default:
        return reading_take(&o->reading, &o->args, id, value) &&
               writing_take(&o->writing, &o->args, id, value);
    }
}

int explain_options_parse(explain_options *o, const cli_command *command, int argc, char **argv,
                          bool *stop)
{
    const char *value;
    int id;
    *o = (explain_options){.wanted = calloc((size_t)argc + 1, sizeof *o->wanted)};
    *stop = false;
    if (!o->wanted) {
        cli_error("out of memory");
        return EXIT_SOME_FAILED;
    }
    o->args = cli_args_start(command, argc, argv);
    while ((id = cli_args_next(&o->args, &value)) >= 0)
        if (!take(o, id, value)) return EXIT_USAGE;
    *stop = id == CLI_HELP;
    if (id != CLI_END) return id == CLI_HELP ? cli_help(command) : EXIT_USAGE;
    writing_settle(&o->writing);
    if (o->args.n_operands != 1)
        return cli_usage_error(command, o->args.n_operands
                                            ? "one file at a time"
                                            : "nothing to explain: name the file of a report, or "
                                              "- for standard input");
    o->path = o->args.argv[0];
    return EXIT_DONE;
}

void explain_options_done(explain_options *o)
{
    free(o->wanted);
}
