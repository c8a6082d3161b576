/* options.c - the tables of options.h, and what their values mean. */
#include "options.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "suggest.h"
#include "values.h"

#define MODELS "en-accurate en-fast" /* that come with it */
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- how reports are read ---- */

static const cli_option reading_table[] = {
    {OPTION_DATE, "date", 'd', CLI_ANY, "YYYY-MM-DD", NULL,
     "publication day of reports that state none",
     "Publication day of reports whose fields state none; it goes before what their text or the "
     "name of their file says. Without either the date is left unknown: it is never "
     "taken to be today."},
    {OPTION_MODEL, "model", 'm', CLI_MODEL, "NAME|FILE", MODELS,
     "the model to read with; default en-accurate",
     "The model to read with. A word with a slash in it or _.lgm_ at its end is a file, anything "
     "else "
     "a name. Default: *en-accurate*. *en-fast* reads several times as fast, with less memory, and "
     "gets more wrong."},
    {OPTION_KERNEL, "kernel", 0, CLI_ANY, "NAME", "ref avx2 avxvnni avx512vnni neon",
     "numeric kernels: ref, avx2, avx512vnni...; default the best",
     "Numeric kernels: *ref* everywhere; *avx2*, *avxvnni*, *avx512vnni*, *neon* where the "
     "processor has them. Default: the best of the machine. They differ in speed only."},
    {OPTION_FORCE, "force", 0, CLI_SWITCH, NULL, NULL,
     "read text that is not English too, as if it were",
     "Read text in other languages too, as if it were English, and badly. Without it such a text "
     "gets a warning, and its record has *lang* and no names, times or claims."},
    {OPTION_MAX_SIZE, "max-size", 0, CLI_ANY, "SIZE", "500K 16M 1G",
     "largest report, as in 500K, 16M or 1G; default 16M",
     "The largest report, after decompression: *500K*, *16M*, *1G*. A larger one is not read, and "
     "said to be so. Default: *16M*; at most *1G*."},
    {OPTION_PRIVATE, "private-addresses", 0, CLI_SWITCH, NULL, NULL,
     "read addresses of this machine and of private networks too",
     "Addresses of the web may lead to this machine and to private networks. Without it they are "
     "refused, also behind a redirect."}};

const cli_group reading_group = {reading_table, COUNT(reading_table)};
/* Model, kernel and force: what stands in a row above. */
const cli_group engine_group = {reading_table + 1, 3};

static const cli_option jobs_table[] = {
    {OPTION_JOBS, "jobs", 'j', CLI_ANY, "N", NULL,
     "reports read at a time, at most; default one a processor",
     "At most so many reports are read at a time. Default: one a processor, at most 64. Threads "
     "are started only while reports wait, so that one report is read by one thread."}};

const cli_group jobs_group = {jobs_table, COUNT(jobs_table)};

bool reading_take(reading_options *o, const cli_args *a, int id, const char *value)
{
    uint64_t number;
    switch (id) {
    case OPTION_DATE: o->date = value; return true; /* lgm_source_open says whether it is a day */
    case OPTION_MODEL: o->model = value; return true;
    case OPTION_KERNEL: o->kernel = value; return true;
    case OPTION_FORCE: o->force = true; return true;
    case OPTION_PRIVATE: o->private_addresses = true; return true;
    case OPTION_JOBS:
        if (!parse_count(value, 1, 256, &number))
            return cli_bad_value(a, id, value, "a number from 1 to 256");
        o->jobs = (unsigned)number;
        return true;
    case OPTION_MAX_SIZE:
        return parse_size(value, &o->max_size) ||
               cli_bad_value(a, id, value, "a size up to 1G, as in 16M");
    default: return true;
    }
}

void reading_no_model(const char *model, const char *message)
{
    suggestion s = suggest_start(model ? model : "", model ? strlen(model) : 0);
    suggest_list(&s, MODELS);
    if (s.best)
        cli_error("%s (did you mean %.*s?)", message, (int)s.best_len, s.best);
    else
        cli_error("%s", message);
}

/* ---- where the output goes ---- */

static const cli_option writing_table[] = {
    {OPTION_OUTPUT, "output", 'o', CLI_FILE, "FILE", NULL,
     "write there instead of to standard output",
     "Write there instead of to standard output. The file gets its name when it is whole; what had "
     "the name before stays until then, and where no report could be read (see OUTPUT). It is "
     "refused where it would itself be read, by its name or with a folder."},
    {OPTION_COLOR, "color", 0, CLI_ONE_OF, "WHEN", "auto always never",
     "auto (the default), always or never",
     "*auto* (the default: on a terminal, unless *NO_COLOR* is set), *always* or *never*."},
    {OPTION_WIDTH, "width", 0, CLI_ANY, "N", NULL,
     "columns of the page, 20 to 200; default the terminal's",
     "Columns of the page, 20 to 200. Default: those of the terminal, at most 100; 80 where there "
     "is none."}};

const cli_group writing_group = {writing_table, COUNT(writing_table)};

bool writing_take(writing_options *o, const cli_args *a, int id, const char *value)
{
    uint64_t number;
    switch (id) {
    case OPTION_OUTPUT: o->output = value; return true;
    case OPTION_COLOR: o->when = a->choice; return true;
    case OPTION_WIDTH:
        if (!parse_count(value, WRITING_LEAST, 200, &number))
            return cli_bad_value(a, id, value, "a number from 20 to 200");
        o->width = (int)number;
        return true;
    default: return true;
    }
}

static int terminal_width(void)
{
    struct winsize size;
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return WRITING_USUAL;
    return size.ws_col < WRITING_LEAST  ? WRITING_LEAST
           : size.ws_col > WRITING_MOST ? WRITING_MOST
                                        : size.ws_col;
}

static bool color_by_default(const writing_options *o)
{
    const char *const no_color = getenv("NO_COLOR"), *const term = getenv("TERM");
    if (o->output || !isatty(STDOUT_FILENO) || (no_color && *no_color)) return false;
    return term && *term && strcmp(term, "dumb") != 0;
}

void writing_settle(writing_options *o)
{
    o->color = o->when == 0 ? color_by_default(o) : o->when == 1;
    if (!o->width) o->width = o->output ? WRITING_USUAL : terminal_width();
}

/* ---- what is said on standard error ---- */

static const cli_option saying_table[] = {
    {OPTION_TIME, "time", 0, CLI_SWITCH, NULL, NULL, "say on standard error where the time went",
     "Say on standard error how the time was spent, room by room."},
    {OPTION_NO_PROGRESS, "no-progress", 0, CLI_SWITCH, NULL, NULL,
     "no line that says how far it is",
     "No line on standard error that says how far it is. It is shown only on a terminal, and only "
     "when the output goes elsewhere."},
    {OPTION_QUIET, "quiet", 'q', CLI_SWITCH, NULL, NULL,
     "no warnings, progress or summary; errors are still said",
     "No warnings, no progress, no summary on standard error. Errors are still said, and warnings "
     "still stand in the page and in the record."}};

const cli_group saying_group = {saying_table, COUNT(saying_table)};

bool saying_take(saying_options *o, const cli_args *a, int id, const char *value)
{
    (void)a, (void)value;
    if (id == OPTION_TIME) o->time = true;
    if (id == OPTION_NO_PROGRESS) o->no_progress = true;
    if (id == OPTION_QUIET) o->quiet = true;
    return true;
}

/* A terminal that shows the pages themselves needs no second word on how it goes. */
void saying_settle(saying_options *o, const writing_options *w)
{
    const bool shown = isatty(STDERR_FILENO) && (!w || w->output || !isatty(STDOUT_FILENO));
    o->progress = !o->quiet && !o->no_progress && shown;
    o->warnings = !o->quiet;
}

/* ---- names of private persons ---- */

static const cli_option redact_table[] = {
    {OPTION_REDACT, "redact", 0, CLI_SWITCH, NULL, NULL,
     "no names of private persons who are victims, witnesses or minors; no guarantee",
     "Leave out the names of private persons who are victims, witnesses or minors: _[victim 1]_ "
     "and the like stand for them, in quotations too. By rule, from what the report says, with no "
     "guarantee: names may be missed, a description may tell who is meant, and the report itself "
     "stands elsewhere. See _docs/redaction.md_."}};

const cli_group redact_group = {redact_table, COUNT(redact_table)};

/* ---- which ledger ---- */

static const cli_option ledger_table[] = {
    {OPTION_LEDGER, "ledger", 0, CLI_FILE, "FILE", NULL,
     "the ledger; default $LEGOMENA_LEDGER, else yours",
     "The ledger. Default: the file that *LEGOMENA_LEDGER* names, else _legomena/ledger.db_ in the "
     "folder for your data (*XDG_DATA_HOME*, else _~/.local/share_)."}};

const cli_group ledger_group = {ledger_table, COUNT(ledger_table)};

bool ledger_take(ledger_options *o, const cli_args *a, int id, const char *value)
{
    (void)a;
    if (id == OPTION_LEDGER) o->path = value;
    return true;
}
