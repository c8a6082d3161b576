/* review_command.c - legomena review: what people say of records in the ledger is written down. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "help.h"
#include "legomena/review.h"
#include "opening.h"
#include "output.h"
#include "record_ids.h"
#include "reviewer.h"
#include "review_words.h"
#include "wrap.h"

static const cli_option review_table[] = {
    {OPTION_RIGHT, "right", 0, CLI_SWITCH, NULL, NULL, "it is right", NULL},
    {OPTION_WRONG, "wrong", 0, CLI_SWITCH, NULL, NULL, "it is wrong", NULL},
    {OPTION_FIELD, "field", 0, CLI_ANY, "FIELD", "speaker act content",
     "say it of one field: speaker, act, content, ...",
     "Say it of one field of the record, by the name that it has there: *speaker*, *act*, "
     "*content*. A name that is none lists those that there are."},
    {OPTION_SHOULD_BE, "should-be", 0, CLI_ANY, "TEXT", NULL,
     "what would be right, of a field that is wrong", NULL},
    {OPTION_NOTE, "note", 0, CLI_ANY, "TEXT", NULL, "a note, alone or with one of the others",
     NULL},
    {OPTION_WITHDRAWN, "withdrawn", 0, CLI_SWITCH, NULL, NULL,
     "the publisher took the report back: questions leave it out", NULL},
    {OPTION_WITHDRAW_MARK, "withdraw-mark", 0, CLI_SWITCH, NULL, NULL,
     "take back what you said of it",
     "Take back what the same reviewer said of the record, or with *--field* of that field."},
    {OPTION_REVIEWER, "by", 0, CLI_ANY, "NAME", NULL,
     "who says so; default: $LEGOMENA_REVIEWER, else $USER",
     "Who says so. Default: what the environment has in *LEGOMENA_REVIEWER*, else in *USER*."}};
static const cli_group review_group = {review_table, sizeof review_table / sizeof *review_table};
static const cli_group *const review_groups[] = {&review_group, &ledger_group, NULL};

typedef struct reviewing {
    ledger_options options;
    lgm_ledger *ledger;
    lgm_review review;
    int n_verdicts;
    strbuf out;
} reviewing;

/* ---- what is said, and by whom ---- */

static void set_verdict(reviewing *r, lgm_verdict verdict)
{
    r->review.verdict = verdict;
    r->n_verdicts++;
}

static void take(reviewing *r, int id, const char *value)
{
    switch (id) {
    case OPTION_RIGHT: set_verdict(r, LGM_VERDICT_RIGHT); break;
    case OPTION_WRONG: set_verdict(r, LGM_VERDICT_WRONG); break;
    case OPTION_WITHDRAWN: set_verdict(r, LGM_VERDICT_WITHDRAWN); break;
    case OPTION_WITHDRAW_MARK: set_verdict(r, LGM_VERDICT_NONE); break;
    case OPTION_FIELD: r->review.field = value; break;
    case OPTION_SHOULD_BE: r->review.correction = value; break;
    case OPTION_NOTE: r->review.note = value; break;
    case OPTION_REVIEWER: r->review.reviewer = value; break;
    default: break;
    }
}

/* ---- written down ---- */

typedef struct looking {
    strbuf *out;
    record_id id;
    int64_t number;
} looking;

/* "12:c7 right · Mira Quell, 2024-05-24", and below it what was marked. */
static lgm_status put_if_mine(void *ctx, const lgm_review_found *f)
{
    looking *const l = ctx;
    strbuf line = {0};
    if (f->number != l->number) return LGM_OK;
    record_id_put(&line, l->id);
    strbuf_puts(&line, "  ");
    review_words(&line, f);
    strbuf_put(&line, "", 1);
    if (line.failed)
        l->out->failed = true;
    else
        wrap_shown(l->out, line.at);
    strbuf_puts(l->out, "\n    ");
    wrap_shown(l->out, f->words);
    strbuf_puts(l->out, "\n");
    strbuf_done(&line);
    return LGM_OK;
}

static int put_line(reviewing *r, record_id id, int64_t number)
{
    looking l = {.out = &r->out, .id = id, .number = number};
    const char *state = "";
    lgm_err err = {0};
    lgm_status st = lgm_review_each(r->ledger, id.report, put_if_mine, &l, &err);
    if (st == LGM_OK) st = lgm_review_state(r->ledger, id.report, id.of, &state, &err);
    if (st != LGM_OK) return opening_ledger_failed(st, &err);
    if (r->review.verdict == LGM_VERDICT_NONE) {
        record_id_put(&r->out, id);
        strbuf_printf(&r->out, "  taken back%s%s\n", *state ? "; others say: " : "", state);
    } else if (strcmp(state, "disputed") == 0) {
        strbuf_puts(&r->out, "    disputed: another reviewer says otherwise\n");
    }
    return EXIT_DONE;
}

static int review_one(reviewing *r, char *what)
{
    record_id id;
    int64_t number;
    lgm_err err = {0};
    int code = record_id_find(&id, r->ledger, what);
    if (code != EXIT_DONE) return code;
    const lgm_status st = lgm_review_put(r->ledger, id.report, id.of, &r->review, &number, &err);
    return st == LGM_OK ? put_line(r, id, number) : opening_ledger_failed(st, &err);
}

/* All of them or none. */
static int review_all(reviewing *r, char **what, size_t n)
{
    lgm_err err = {0};
    for (size_t i = 0; i < n; i++) {
        const int code = review_one(r, what[i]);
        if (code == EXIT_DONE) continue;
        if (n > 1) cli_error("nothing was marked");
        return code;
    }
    const lgm_status st = lgm_ledger_commit(r->ledger, &err);
    return st == LGM_OK ? cli_print(&r->out) : opening_ledger_failed(st, &err);
}

static int run_review(const cli_command *self, int argc, char **argv)
{
    reviewing r = {0};
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        take(&r, id, value);
        ledger_take(&r.options, &args, id, value);
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (!args.n_operands)
        return cli_usage_error(self,
                               "name what you looked at: a report, as 12, or a record of one, "
                               "as 12:c7");
    if (r.n_verdicts > 1)
        return cli_usage_error(self, "one of --right, --wrong, --withdrawn, --withdraw-mark");
    if (!r.n_verdicts && r.review.correction) set_verdict(&r, LGM_VERDICT_WRONG);
    if (!r.n_verdicts && !r.review.note)
        return cli_usage_error(self, "what is to be said of it? --right, --wrong, --note ...");
    if (!r.review.reviewer) r.review.reviewer = reviewer_default();
    if (!r.review.reviewer) return cli_usage_error(self, "who says so? --by NAME");
    int code = opening_ledger(&r.ledger, &r.options, (lgm_ledger_options){0});
    if (code == EXIT_DONE) code = review_all(&r, args.argv, args.n_operands);
    strbuf_done(&r.out);
    lgm_ledger_close(r.ledger);
    return code;
}

static const char footer[] =
    "ID is as for legomena show: 12:c7 a claim, 12:v2 an event, 12:f1 a figure, 12:i1 an\n"
    "incident, 12:e3 a name, 12:t1 a time, 12 the report. What the engine wrote stays as it\n"
    "is; a newer mark of the same reviewer takes the place of the older one.\n";

const cli_command cli_review_command = {
    .name = "review",
    .operands = "[options] ID...",
    .brief = "mark records of the ledger as right or wrong, or reports as withdrawn",
    .summary = "Writes down what you say of a report of the ledger, or of records in it, with who "
               "says so and when.",
    .groups = review_groups,
    .footer = footer,
    .examples = "  legomena review 12:c7 --field speaker --should-be 'Ada Finch'\n",
    .run = run_review,
};
