/* merge_command.c - legomena merge, split: names of reports are one person, or are not; reports are
 * of one story, or are not. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "help.h"
#include "legomena/review.h"
#include "legomena/story.h"
#include "opening.h"
#include "output.h"
#include "record_ids.h"
#include "reviewer.h"
#include "wrap.h"

static const cli_option merge_table[] = {
    {OPTION_NOTE, "note", 0, CLI_ANY, "TEXT", NULL, "why", NULL},
    {OPTION_WITHDRAW_MARK, "withdraw-mark", 0, CLI_SWITCH, NULL, NULL,
     "take back what was decided of them",
     "Take back what was decided of them, by whomever: the rules decide again."},
    {OPTION_REVIEWER, "by", 0, CLI_ANY, "NAME", NULL,
     "who says so; default: $LEGOMENA_REVIEWER, else $USER",
     "Who says so. Default: what the environment has in *LEGOMENA_REVIEWER*, else in *USER*."}};
static const cli_group merge_group = {merge_table, sizeof merge_table / sizeof *merge_table};
static const cli_group *const merge_groups[] = {&merge_group, &ledger_group, NULL};

typedef struct merging {
    ledger_options options;
    lgm_ledger *ledger;
    lgm_decision decision;
    int64_t number; /* of the last one */
    strbuf out;
} merging;

static int failed(lgm_status st, const lgm_err *err)
{
    cli_error("%s", err->message[0] ? err->message : lgm_status_text(st));
    return st == LGM_E_ARG ? EXIT_USAGE : st == LGM_E_NOTFOUND ? EXIT_SOME_FAILED : EXIT_LEDGER;
}

/* "12:e3  Ilsa Renmark (PER)" */
static void put_record(strbuf *b, const lgm_decision_record *r, const char *words)
{
    strbuf_puts(b, "    ");
    record_id_put(b, (record_id){r->report, r->of});
    strbuf_puts(b, "  ");
    wrap_shown(b, words ? words : "");
    strbuf_puts(b, "\n");
}

static lgm_status put_if_mine(void *ctx, const lgm_decision_found *f)
{
    merging *const m = ctx;
    if (f->number != m->number) return LGM_OK;
    strbuf_puts(&m->out, f->decision.verdict == LGM_DECISION_ONE ? "one" : "two");
    strbuf_puts(&m->out, " · ");
    wrap_shown(&m->out, f->decision.reviewer);
    strbuf_printf(&m->out, ", %.10s\n", f->at);
    for (int i = 0; i < 2; i++) put_record(&m->out, &f->decision.which[i], f->words[i]);
    return LGM_OK;
}

/* The first with another one. */
static int decide(merging *m, record_id first, record_id other)
{
    lgm_err err = {0};
    m->decision.of = first.of.kind || other.of.kind ? LGM_DECISION_PERSON : LGM_DECISION_STORY;
    m->decision.which[0] = (lgm_decision_record){first.report, first.of};
    m->decision.which[1] = (lgm_decision_record){other.report, other.of};
    lgm_status st = lgm_review_decide(m->ledger, &m->decision, &m->number, &err);
    if (st == LGM_OK && m->decision.verdict == LGM_DECISION_NONE) {
        record_id_put(&m->out, first);
        strbuf_puts(&m->out, ", ");
        record_id_put(&m->out, other);
        strbuf_puts(&m->out, "  taken back\n");
    } else if (st == LGM_OK) {
        st = lgm_review_decisions(m->ledger, first.report, put_if_mine, m, &err);
    }
    return st == LGM_OK ? EXIT_DONE : failed(st, &err);
}

/* All of them or none. */
static int decide_all(merging *m, char **what, size_t n)
{
    record_id first, other;
    lgm_err err = {0};
    int code = record_id_find(&first, m->ledger, what[0]);
    for (size_t i = 1; i < n && code == EXIT_DONE; i++) {
        code = record_id_find(&other, m->ledger, what[i]);
        if (code == EXIT_DONE) code = decide(m, first, other);
    }
    if (code != EXIT_DONE) {
        if (n > 2) cli_error("nothing was decided");
        return code;
    }
    lgm_status st = lgm_ledger_commit(m->ledger, &err);
    if (st == LGM_OK) st = lgm_story_join(m->ledger, &err);
    return st == LGM_OK ? cli_print(&m->out) : failed(st, &err);
}

static int run_merge(const cli_command *self, int argc, char **argv)
{
    const bool split = strcmp(self->name, "split") == 0;
    merging m = {.decision = {.verdict = split ? LGM_DECISION_TWO : LGM_DECISION_ONE}};
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        if (id == OPTION_NOTE) m.decision.note = value;
        if (id == OPTION_REVIEWER) m.decision.reviewer = value;
        if (id == OPTION_WITHDRAW_MARK) m.decision.verdict = LGM_DECISION_NONE;
        ledger_take(&m.options, &args, id, value);
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (args.n_operands < 2)
        return cli_usage_error(
            self, "name two, as legomena who --why lists them: 12:e3 40:e1, or reports");
    if (!m.decision.reviewer) m.decision.reviewer = reviewer_default();
    if (!m.decision.reviewer) return cli_usage_error(self, "who says so? --by NAME");
    int code = opening_ledger(&m.ledger, &m.options, (lgm_ledger_options){0});
    if (code == EXIT_DONE) code = decide_all(&m, args.argv, args.n_operands);
    strbuf_done(&m.out);
    lgm_ledger_close(m.ledger);
    return code;
}

static const char merge_footer[] =
    "ID is a name of a report: 12:e3, as legomena who --why lists them; or a report: 12, whose\n"
    "story is meant. Of two, the newest decision counts; legomena who and story obey it, and\n"
    "--why says so.\n";
static const char split_footer[] =
    "ID is a name of a report: 12:e3, as legomena who --why lists them. The others leave the\n"
    "first one, together; what rules have joined with it stays with it. Or a report: 12. The\n"
    "others leave its story, with the reports that are more like them than it.\n";

const cli_command cli_merge_command = {
    .name = "merge",
    .operands = "[options] ID ID...",
    .brief = "say that names are one person, or reports of one story",
    .summary = "Writes down that names of reports in the ledger are one person, body or place, or "
               "that reports are of one story.",
    .groups = merge_groups,
    .footer = merge_footer,
    .examples = "  legomena merge 12:e3 40:e1                        these are one person\n",
    .run = run_merge,
};

const cli_command cli_split_command = {
    .name = "split",
    .operands = "[options] ID ID...",
    .brief = "say that names are not one person, or reports of one story",
    .summary = "Writes down that names of reports in the ledger are not the person, body or place "
               "that the first one is, or that reports are not of its story.",
    .groups = merge_groups,
    .footer = split_footer,
    .run = run_merge,
};
