/* export_command.c - legomena export: records in the formats of other people's tools. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "export_sources.h"
#include "help.h"
#include "interrupt.h"
#include "legomena/review.h"
#include "opening.h"
#include "values.h"

static const cli_option export_table[] = {
    {OPTION_IN, "in", 0, CLI_ANY, "REPORT", NULL,
     "this report of the ledger: its number, id or address; may be given more than once", NULL},
    {OPTION_STORY, "story", 0, CLI_ANY, "N", NULL, "the reports of this story of the ledger", NULL},
    {OPTION_OFFSETS, "offsets", 0, CLI_ONE_OF, "UNIT", "code-points utf16 bytes",
     "what places of the text count, in JSON: code-points (the default), utf16 or bytes",
     "What places of the text count, in formats of JSON: *code-points* (the default), units of "
     "*utf16*, as JavaScript, Java and C# have them, or *bytes* of UTF-8."},
    {OPTION_BOM, "bom", 0, CLI_SWITCH, NULL, NULL,
     "begin a table with a byte-order mark, so that spreadsheets see that it is UTF-8", NULL},
};
static const cli_group export_group = {export_table, sizeof export_table / sizeof *export_table};
static const cli_group *const export_groups[] = {&export_group,  &redact_group, &writing_group,
                                                 &reading_group, &ledger_group, NULL};

typedef struct exporting {
    const cli_command *self;
    cli_args args;
    ledger_options ledger;
    writing_options writing;
    reading_options reading;
    lgm_export_options options;
    export_choice choice;
    const char **in; /* of choice */
    bool redact, offsets;
    const lgm_export_format *format; /* NULL = marks */
} exporting;

/* ---- what people marked ---- */

static lgm_status put_line(void *ctx, const char *line, size_t len)
{
    strbuf *const b = ctx;
    strbuf_put(b, line, len);
    return b->failed ? LGM_E_NOMEM : LGM_OK;
}

static int put_marks(lgm_ledger *ledger, bool redact, const char *path)
{
    strbuf b = {0};
    lgm_err err = {0};
    const lgm_status st = lgm_review_export(ledger, redact, put_line, &b, &err);
    if (st == LGM_OK && b.len) return cli_print_to(&b, path);
    strbuf_done(&b);
    cli_error("%s", st == LGM_OK     ? "nobody has marked anything in this ledger"
                    : err.message[0] ? err.message
                                     : lgm_status_text(st));
    return st == LGM_OK ? EXIT_SOME_FAILED : EXIT_LEDGER;
}

static int export_marks(const exporting *e)
{
    lgm_ledger *ledger = NULL;
    if (e->args.n_operands > 1) return cli_usage_error(e->self, "marks are of the ledger alone");
    int code = opening_ledger(&ledger, &e->ledger, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = put_marks(ledger, e->redact, e->writing.output);
    lgm_ledger_close(ledger);
    return code;
}

/* ---- records ---- */

static int put_from(exporting *e, export_output *to)
{
    const char *const *const paths = (const char *const *)e->args.argv + 1;
    const size_t n = e->args.n_operands - 1;
    if (n == 1 && strcmp(paths[0], "-") == 0) return export_lines(to);
    if (n) return export_reports(to, e->self, &e->reading, e->format->words, paths, n);
    return export_ledger(to, &e->ledger, &e->choice);
}

static int check(const exporting *e)
{
    const char *const path = e->writing.output;
    const size_t n = e->args.n_operands - 1;
    const bool lines = n == 1 && strcmp(e->args.argv[1], "-") == 0;
    if (n && (e->choice.n_in || e->choice.story))
        return cli_usage_error(e->self, "either files or the ledger (--in, --story)");
    if (e->choice.n_in && e->choice.story)
        return cli_usage_error(e->self, "either --in or --story");
    if (e->format->folder && !path)
        return cli_usage_error(e->self, "%s is a folder of files: -o FOLDER says where",
                               e->format->name);
    if (e->offsets && !e->format->offsets)
        return cli_usage_error(e->self, "places of %s count what it says; --offsets is for %s",
                               e->format->name, "formats of JSON");
    if (e->options.bom && !e->format->bom)
        return cli_usage_error(e->self, "--bom is for tables (csv)");
    if (e->format->words && (!n || lines))
        return cli_usage_error(e->self,
                               "%s has words and trees, which no record keeps: name the "
                               "files to read",
                               e->format->name);
    if (!n || lines) return EXIT_DONE;
    return opening_output(e->self, path, path, (const char *const *)e->args.argv + 1, n);
}

static int export_records(exporting *e)
{
    export_output to = {.redact = e->redact};
    int code = check(e);
    if (code != EXIT_DONE) return code;
    interrupt_init();
    code = export_output_open(&to, e->format->name, &e->options, e->writing.output);
    if (code == EXIT_DONE) code = put_from(e, &to);
    const bool whole = (code == EXIT_DONE || code == EXIT_SOME_FAILED) && !interrupt_signal() &&
                       (to.n_reports || !e->writing.output);
    const int closed = export_output_close(&to, whole);
    if (code == EXIT_DONE && !to.n_reports && !to.n_failed) {
        cli_error("there is no report to export");
        return EXIT_SOME_FAILED;
    }
    return code == EXIT_DONE ? closed : code;
}

/* ---- the command ---- */

static int choose(exporting *e)
{
    if (e->args.n_operands == 0)
        return cli_usage_error(e->self, "in which format? legomena help export lists them");
    e->format = lgm_export_format_of(e->args.argv[0]);
    if (e->format) return export_records(e);
    if (strcmp(e->args.argv[0], "marks") == 0) return export_marks(e);
    return cli_usage_error(e->self, "there is no format %s; legomena help export lists them",
                           e->args.argv[0]);
}

static bool take(exporting *e, int id, const char *value)
{
    if (id == OPTION_REDACT) e->redact = true;
    if (id == OPTION_BOM) e->options.bom = 1;
    if (id == OPTION_IN) e->in[e->choice.n_in++] = value;
    if (id == OPTION_OFFSETS) {
        e->offsets = true;
        e->options.offsets = (lgm_offsets)e->args.choice;
    }
    if (id == OPTION_STORY && !parse_count(value, 1, INT64_MAX, &e->choice.story))
        return cli_bad_value(&e->args, id, value, "the number of a story");
    return ledger_take(&e->ledger, &e->args, id, value) &&
           writing_take(&e->writing, &e->args, id, value) &&
           reading_take(&e->reading, &e->args, id, value);
}

static int run(exporting *e)
{
    const char *value;
    int id;
    while ((id = cli_args_next(&e->args, &value)) >= 0)
        if (!take(e, id, value)) return EXIT_USAGE;
    if (id != CLI_END) return id == CLI_HELP ? cli_help(e->self) : EXIT_USAGE;
    return choose(e);
}

static int run_export(const cli_command *self, int argc, char **argv)
{
    exporting e = {.self = self,
                   .args = cli_args_start(self, argc, argv),
                   .in = calloc((size_t)argc + 1, sizeof *e.in)};
    int code = EXIT_SOME_FAILED;
    e.choice.in = e.in;
    if (e.in)
        code = run(&e);
    else
        cli_error("out of memory");
    free(e.in);
    interrupt_die();
    return code;
}

static const char footer[] =
    "A FORMAT is one of\n"
    "  web-annotation  annotations of the text as the W3C has them (JSON-LD)\n"
    "  plover          events as PLOVER has them, one a line\n"
    "  gdelt-events    events in the 61 columns of GDELT 2.0\n"
    "  gdelt-mentions  mentions of these events in the 16 columns of GDELT 2.0\n"
    "  acled           events in the columns of ACLED, with ids that stay\n"
    "  conllu          sentences, words and trees as Universal Dependencies has them\n"
    "  brat            a folder for brat: the text of each report, and its annotations\n"
    "  timelinejs      what has a day, as a timeline of TimelineJS 3\n"
    "  geojson         events on the map (RFC 7946)\n"
    "  schema-org      Quotation and Claim of schema.org (JSON-LD), without a verdict\n"
    "  timeml          a folder of TimeML: times, events, and the links between them\n"
    "  xmi             a folder of UIMA CAS (XMI), with its type system\n"
    "  stix            reports, notes and opinions as STIX 2.1\n"
    "  ftm             entities of FollowTheMoney, for OpenAleph, one a line\n"
    "  obsidian        a folder of notes for Obsidian: one a report and one a claim, linked\n"
    "  markdown        who said what, in Markdown, with a footnote for each claim\n"
    "  csv             a row a claim, for spreadsheets\n"
    "  marks           records that people marked (legomena review), with their words\n"
    "FILES are reports that are read now, as legomena read does; - is standard input with\n"
    "records, as read -f jsonl writes them. Without a FILE all reports of the ledger go out.\n"
    "docs/exports.md says of each format what it cannot hold.\n";

const cli_command cli_export_command = {
    .name = "export",
    .operands = "FORMAT [options] [FILE...|-]",
    .brief = "records for other people's tools: annotations, events, tables",
    .summary = "Writes records in the formats of other people's tools.",
    .words = "web-annotation plover gdelt-events gdelt-mentions acled conllu brat timelinejs "
             "geojson schema-org timeml xmi stix ftm obsidian markdown csv marks",
    .operand = CLI_FILE,
    .groups = export_groups,
    .footer = footer,
    .examples = "  legomena export brat report.txt -o brat/          for brat, to correct by hand\n"
                "  legomena export acled --story 3                   a table of its events\n",
    .run = run_export,
};
