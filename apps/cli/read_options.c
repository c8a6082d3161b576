/* read_options.c - see read_options.h. */
#include "read_options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "page.h"

const cli_option read_option_table[READ_N_OPTIONS] = {
#define ROW(id, name, letter, arg, help) {name, letter, arg, help},
    READ_OPTIONS(ROW)
#undef ROW
};

/* ---- values ---- */

/* The place of value among the words, or -1. */
static int word_index(const char *value, const char *const *words, int n)
{
    for (int i = 0; i < n; i++)
        if (strcmp(value, words[i]) == 0) return i;
    return -1;
}

static bool parse_number(const char *s, uint64_t low, uint64_t high, uint64_t *out,
                         const char **end)
{
    char *stop;
    if (*s < '0' || *s > '9') return false;
    errno = 0;
    *out = strtoull(s, &stop, 10);
    *end = stop;
    return errno == 0 && *out >= low && *out <= high;
}

static bool parse_count(const char *s, uint64_t low, uint64_t high, uint64_t *out)
{
    const char *end;
    return parse_number(s, low, high, out, &end) && *end == '\0';
}

/* "500K", "16M", "1G", "4096": bytes, in powers of 1024, at most 1G. */
static bool parse_size(const char *s, uint64_t *out)
{
    static const char units[] = "KMG";
    const uint64_t most = UINT64_C(1) << 30;
    const char *end;
    if (!parse_number(s, 1, most, out, &end)) return false;
    const char *const unit = *end ? strchr(units, *end & ~32) : NULL;
    if (*end &&
        (!unit || (end[1] != '\0' && strcmp(end + 1, "B") != 0 && strcmp(end + 1, "iB") != 0)))
        return false;
    const unsigned shift = unit ? 10u * (unsigned)(unit - units + 1) : 0;
    if (*out > most >> shift) return false;
    *out <<= shift;
    return true;
}

/* ---- defaults ---- */

static int terminal_width(void)
{
    struct winsize size;
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return PAGE_WIDTH;
    return size.ws_col < PAGE_MIN_WIDTH   ? PAGE_MIN_WIDTH
           : size.ws_col > PAGE_MAX_WIDTH ? PAGE_MAX_WIDTH
                                          : size.ws_col;
}

static bool color_by_default(const read_options *o)
{
    const char *const no_color = getenv("NO_COLOR"), *const term = getenv("TERM");
    if (o->output || !isatty(STDOUT_FILENO) || (no_color && *no_color)) return false;
    return term && *term && strcmp(term, "dumb") != 0;
}

/* A terminal that shows the pages themselves needs no second word on how it goes. */
static bool progress_by_default(const read_options *o)
{
    return isatty(STDERR_FILENO) && (o->output || !isatty(STDOUT_FILENO));
}

/* ---- options ---- */

typedef struct choices { /* what the options said, before the defaults are settled */
    int color;           /* index of "auto", "always", "never" */
    bool no_progress, quiet;
} choices;

static bool bad(const cli_command *c, const char *option, const char *value, const char *wanted)
{
    cli_usage_error(c, "--%s %.60s: should be %s", option, value, wanted);
    return false;
}

static bool take(read_options *o, choices *chosen, int id, const char *value)
{
    static const char *const formats[] = {"text", "html", "json", "jsonl", "conllu"};
    static const char *const colors[] = {"auto", "always", "never"};
    const cli_command *const c = o->args.command;
    const char *const name = read_option_table[id].name;
    uint64_t number = 0;
    int i = 0;
    switch (id) {
    case OPTION_FORMAT:
        if ((i = word_index(value, formats, 5)) < 0)
            return bad(c, name, value, "text, html, json, jsonl or conllu");
        o->format = (read_format)i;
        return true;
    case OPTION_DATE:
        o->date = value; /* lgm_source_open says whether it is a day */
        return true;
    case OPTION_MODEL: o->model = value; return true;
    case OPTION_OUTPUT: o->output = value; return true;
    case OPTION_KERNEL: o->kernel = value; return true;
    case OPTION_JOBS:
        if (!parse_count(value, 1, 256, &number))
            return bad(c, name, value, "a number from 1 to 256");
        o->jobs = (unsigned)number;
        return true;
    case OPTION_MAX_SIZE:
        return parse_size(value, &o->max_size) || bad(c, name, value, "a size up to 1G, as in 16M");
    case OPTION_COLOR:
        chosen->color = word_index(value, colors, 3);
        return chosen->color >= 0 || bad(c, name, value, "auto, always or never");
    case OPTION_WIDTH:
        if (!parse_count(value, 40, 200, &number))
            return bad(c, name, value, "a number from 40 to 200");
        o->width = (int)number;
        return true;
    case OPTION_TIME: o->time = true; return true;
    case OPTION_NO_PROGRESS: chosen->no_progress = true; return true;
    case OPTION_QUIET: chosen->quiet = true; return true;
    }
    return false;
}

static void settle(read_options *o, const choices *chosen)
{
    o->color = chosen->color == 0 ? color_by_default(o) : chosen->color == 1;
    o->progress = !chosen->quiet && !chosen->no_progress && progress_by_default(o);
    o->warnings = !chosen->quiet;
    if (!o->width) o->width = o->output ? PAGE_WIDTH : terminal_width();
    o->paths = o->args.operands;
    o->n_paths = o->args.n_operands;
}

int read_options_parse(read_options *o, const cli_command *command, int argc, char **argv,
                       bool *stop)
{
    choices chosen = {0};
    const char *value;
    int id;
    *o = (read_options){.format = READ_TEXT};
    *stop = false;
    if (!cli_args_start(&o->args, command, argc, argv)) return EXIT_USAGE;
    while ((id = cli_args_next(&o->args, &value)) >= 0)
        if (!take(o, &chosen, id, value)) return EXIT_USAGE;
    if (id == CLI_HELP) *stop = true;
    if (id != CLI_END) return id == CLI_HELP ? EXIT_ALL_READ : EXIT_USAGE;
    settle(o, &chosen);
    if (o->n_paths == 0)
        return cli_usage_error(command, "nothing to read: name a file or a folder, or - for "
                                        "standard input");
    return EXIT_ALL_READ;
}

void read_options_done(read_options *o)
{
    cli_args_done(&o->args);
}
