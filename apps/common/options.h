/*
 * options.h - groups of options that commands share: how reports are read, where the output goes,
 * what is said on standard error.
 *
 *     static const cli_group *const groups[] = {&reading_group, &writing_group, NULL};
 *     while ((id = cli_args_next(&a, &value)) >= 0)
 *         if (!reading_take(&r, &a, id, value) || !writing_take(&w, &a, id, value)) ...
 *
 * A take function does nothing with an option of another group; false: the value was wrong, and it
 * said why. Strings are borrowed from the arguments.
 */
#ifndef COMMON_OPTIONS_H
#define COMMON_OPTIONS_H

#include <stdint.h>

#include "args.h"

/* Of all commands. */
typedef enum option_id {
    OPTION_FORMAT,
    OPTION_ONLY,
    OPTION_MAP,
    OPTION_BY,
    OPTION_REPORT,
    OPTION_CLAIM,
    OPTION_ENTITY,
    OPTION_WHEN,
    OPTION_EVENT,
    OPTION_FIGURE,
    OPTION_INCIDENT,
    OPTION_DISPUTE,
    OPTION_TIMELINE,
    OPTION_EDITORS_NOTE,
    OPTION_DATE,
    OPTION_MODEL,
    OPTION_JOBS,
    OPTION_MAX_SIZE,
    OPTION_KERNEL,
    OPTION_FORCE,
    OPTION_PRIVATE,
    OPTION_OUTPUT,
    OPTION_COLOR,
    OPTION_WIDTH,
    OPTION_TIME,
    OPTION_NO_PROGRESS,
    OPTION_QUIET,
    OPTION_LEDGER,
    OPTION_SEAL,
    OPTION_QUERY,
    OPTION_YES,
    OPTION_NO_RAW,
    OPTION_NO_BROWSER,
    OPTION_WATCH,
    OPTION_LIMIT,
    OPTION_OFFSET,
    OPTION_REVERSE,
    OPTION_COUNT,
    OPTION_WHY,
    OPTION_RIGHT,
    OPTION_WRONG,
    OPTION_FIELD,
    OPTION_SHOULD_BE,
    OPTION_NOTE,
    OPTION_WITHDRAWN,
    OPTION_WITHDRAW_MARK,
    OPTION_REVIEWER,
    OPTION_REDACT,
    OPTION_REVIEW,
    OPTION_AS_OF,
    OPTION_QUESTION,
    OPTION_SINCE,
    OPTION_LISTEN,
    OPTION_PORT,
    OPTION_TOKEN,
    OPTION_OPEN,
    OPTION_OFFSETS,
    OPTION_BOM,
    OPTION_IN,
    OPTION_STORY,
    OPTION_CONDITION = 1000 /* the first of a question, and the others behind it */
} option_id;

typedef struct reading_options {
    const char *date, *model, *kernel;
    unsigned jobs;     /* 0 = one a processor */
    uint64_t max_size; /* 0 = the library's default */
    bool force, private_addresses;
    int64_t changed_after, changed_until; /* as source.h has them; no option says them */
} reading_options;
/* jobs: of commands that read many; engine: of those whose reports come from no file. */
extern const cli_group reading_group, jobs_group, engine_group;
/* Says why a model could not be opened, and which may have been meant. */
void reading_no_model(const char *model, const char *message);
bool reading_take(reading_options *o, const cli_args *a, int id, const char *value);

/* Columns, where not asked for. */
enum { WRITING_LEAST = 20, WRITING_USUAL = 80, WRITING_MOST = 100 };

typedef struct writing_options {
    const char *output; /* NULL = standard output */
    bool color;
    int width;
    int when; /* of colour: auto, always, never; color is settled by writing_settle */
} writing_options;
extern const cli_group writing_group;
bool writing_take(writing_options *o, const cli_args *a, int id, const char *value);
void writing_settle(writing_options *o); /* after the last option: what was not said */

typedef struct saying_options {
    bool time, progress, warnings;
    bool no_progress, quiet; /* as given; the two above are settled by saying_settle */
} saying_options;
extern const cli_group saying_group;
bool saying_take(saying_options *o, const cli_args *a, int id, const char *value);
/* w: NULL where nothing is written to standard output while it runs. */
void saying_settle(saying_options *o, const writing_options *w);

/* --redact: no names of private persons (legomena/redact.h). The taker looks for the id itself. */
extern const cli_group redact_group;

typedef struct ledger_options {
    const char *path; /* NULL = the library's default */
} ledger_options;
extern const cli_group ledger_group;
bool ledger_take(ledger_options *o, const cli_args *a, int id, const char *value);

#endif
