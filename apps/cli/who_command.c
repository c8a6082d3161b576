/* who_command.c - legomena who: a person's page out of the ledger. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "help.h"
#include "legomena/person.h"
#include "legomena/question.h"
#include "opening.h"
#include "output.h"
#include "pager.h"
#include "values.h"
#include "who_facts.h"
#include "who_html.h"
#include "wrap.h"

enum { USUAL_LIMIT = 12, COLUMN = 14 };

static const cli_option who_table[] = {
    {OPTION_FORMAT, "format", 'f', CLI_ONE_OF, "FORMAT", "text html",
     "text (the default), or html: a web page", NULL},
    {OPTION_LIMIT, "limit", 'n', CLI_ANY, "N", NULL,
     "so many names, and lines a list, at most; 0 = all; default 12", NULL},
    {OPTION_WHY, "why", 0, CLI_SWITCH, NULL, NULL, "say of each report why it is the same one",
     "List the reports that name somebody, with the name that they use and why it is the same "
     "one."},
    {OPTION_AS_OF, "as-of", 0, CLI_ANY, "DAY", NULL, "what the ledger knew at the end of that day",
     NULL},
};
static const cli_group who_group = {who_table, sizeof who_table / sizeof *who_table};
static const cli_group *const who_groups[] = {&who_group, &redact_group, &writing_group,
                                              &ledger_group, NULL};

typedef struct asking {
    ledger_options ledger;
    writing_options writing;
    uint64_t limit;
    bool why;
    lgm_redactions *redactions; /* NULL = all is shown */
    bool html;
    const char *as_of;
    wrapper w;
    strbuf out;
} asking;

/* ---- printed ---- */

/* A line of a list; the first of it has the heading. */
static void put_heading(asking *a, const char *heading)
{
    if (*heading)
        wrap_item(&a->w, 2, COLUMN, STYLE_DIM, heading);
    else
        wrap_indent(&a->w, COLUMN, COLUMN);
}

static void put_days(asking *a, const who_fact *f)
{
    const bool several = strcmp(f->first, f->last) != 0;
    if (!*f->first) return;
    wrap_words(&a->w, STYLE_DIM, " · ");
    wrap_words(&a->w, STYLE_DIM, f->first);
    if (several) wrap_words(&a->w, STYLE_DIM, " to ");
    if (several) wrap_words(&a->w, STYLE_DIM, f->last);
}

static void put_fact(asking *a, const char *heading, const who_facts *list, const who_fact *f)
{
    char number[32];
    put_heading(a, heading);
    if (!list->once && *f->first) {
        wrap_words(&a->w, STYLE_DIM, f->first);
        wrap_words(&a->w, STYLE_PLAIN, "  ");
    }
    if (*f->who) wrap_words(&a->w, STYLE_BOLD, f->who);
    if (*f->who) wrap_words(&a->w, STYLE_PLAIN, ": ");
    wrap_words(&a->w, STYLE_PLAIN, f->words);
    snprintf(number, sizeof number, " ×%zu", f->n);
    if (list->once && f->n > 1) wrap_words(&a->w, STYLE_DIM, number);
    if (list->once) put_days(a, f);
    if (!list->once) wrap_words(&a->w, STYLE_DIM, "  ");
    if (!list->once) wrap_words(&a->w, STYLE_DIM, f->id);
    wrap_end(&a->w);
}

static lgm_status put_part(asking *a, lgm_people *people, size_t i, lgm_person_part part,
                           const char *heading, lgm_err *err)
{
    who_facts list;
    char more[64];
    const lgm_status st = who_facts_read(&list, people, i, part, a->redactions, err);
    if (st == LGM_OK && list.n) {
        for (size_t k = 0; k < list.n && (!a->limit || k < a->limit); k++)
            put_fact(a, k ? "" : heading, &list, &list.at[k]);
        if (a->limit && list.n > a->limit) {
            snprintf(more, sizeof more, "and %zu more", list.n - (size_t)a->limit);
            put_heading(a, "");
            wrap_words(&a->w, STYLE_DIM, more);
            wrap_end(&a->w);
        }
    }
    who_facts_done(&list);
    return st;
}

static void put_why(asking *a, const lgm_people *people, size_t i, size_t n)
{
    char id[48];
    for (size_t k = 0; k < n && (!a->limit || k < a->limit); k++) {
        const lgm_person_member m = lgm_people_member(people, i, k);
        snprintf(id, sizeof id, "%lld:e%u  ", (long long)m.report, m.entity);
        put_heading(a, k ? "" : "joined");
        wrap_words(&a->w, STYLE_DIM, id);
        wrap_text(&a->w, STYLE_PLAIN, m.name.ptr, m.name.len);
        wrap_words(&a->w, STYLE_DIM, " · ");
        wrap_words(&a->w, STYLE_DIM, lgm_person_why_text(m.why));
        if (m.because.len && !a->redactions) { /* it may have others' names */
            wrap_words(&a->w, STYLE_DIM, ": ");
            wrap_text(&a->w, STYLE_DIM, m.because.ptr, m.because.len);
        }
        wrap_end(&a->w);
    }
}

static lgm_status put_person(asking *a, lgm_people *people, size_t i, bool behind, lgm_err *err)
{
    static const struct {
        lgm_person_part part;
        const char *heading;
    } parts[] = {{LGM_PERSON_ROLES, "roles"},
                 {LGM_PERSON_ALIASES, "also called"},
                 {LGM_PERSON_SAID, "said"},
                 {LGM_PERSON_DENIED, "denied"},
                 {LGM_PERSON_ACCUSED, "accused by"}};
    const lgm_person p = lgm_people_person(people, i);
    char reports[64];
    lgm_status st = LGM_OK;
    snprintf(reports, sizeof reports, " · in %zu report%s", p.n_reports,
             p.n_reports == 1 ? "" : "s");
    if (behind) strbuf_puts(&a->out, "\n");
    wrap_indent(&a->w, 0, 2);
    wrap_text(&a->w, STYLE_BOLD, p.name.ptr, p.name.len);
    wrap_words(&a->w, STYLE_DIM, " · ");
    wrap_words(&a->w, STYLE_DIM, who_type_words(p.type));
    if (p.country.len) wrap_words(&a->w, STYLE_DIM, " · ");
    if (p.country.len) wrap_text(&a->w, STYLE_DIM, p.country.ptr, p.country.len);
    wrap_words(&a->w, STYLE_DIM, reports);
    if (p.apart) wrap_words(&a->w, STYLE_DIM, " · ");
    if (p.apart) wrap_words(&a->w, STYLE_DIM, lgm_person_apart_text(p.apart));
    wrap_end(&a->w);
    for (size_t k = 0; k < sizeof parts / sizeof *parts && st == LGM_OK; k++)
        st = put_part(a, people, i, parts[k].part, parts[k].heading, err);
    if (st == LGM_OK && a->why) put_why(a, people, i, p.n_members);
    return st;
}

/* How many have a name of their own. */
static size_t named(const lgm_people *people, size_t n)
{
    size_t i = 0;
    while (i < n && lgm_people_person(people, i).apart != LGM_PERSON_WORDS) i++;
    return i;
}

/* Is the person hidden in one of the reports? */
static lgm_status is_hidden(asking *a, const lgm_people *people, size_t i, bool *hidden,
                            lgm_err *err)
{
    const size_t n = a->redactions ? lgm_people_person(people, i).n_members : 0;
    lgm_status st = LGM_OK;
    *hidden = false;
    for (size_t k = 0; k < n && !*hidden && st == LGM_OK; k++) {
        const lgm_person_member m = lgm_people_member(people, i, k);
        lgm_redaction *r;
        st = lgm_redactions_of(a->redactions, m.report, &r, err);
        *hidden = st == LGM_OK && lgm_redaction_hides(r, m.entity - 1);
    }
    return st;
}

/* Those who are shown; *more: how many others have the name. */
static lgm_status put_people(asking *a, lgm_people *people, size_t *shown, size_t *more,
                             lgm_err *err)
{
    const size_t n = named(people, lgm_people_count(people));
    lgm_status st = LGM_OK;
    *shown = *more = 0;
    for (size_t i = 0; i < n && st == LGM_OK; i++) {
        bool hidden = false;
        if (a->limit && *shown == a->limit) {
            *more = n - i;
            break;
        }
        st = is_hidden(a, people, i, &hidden, err);
        if (st != LGM_OK || hidden) continue;
        st = a->html ? who_html_person(&a->out, people, i, ++*shown, a->limit, a->why,
                                       a->redactions, err)
                     : put_person(a, people, i, (*shown)++ > 0, err);
    }
    return st;
}

/* Words that have the name in them have no page. */
static void put_words(asking *a, const lgm_people *people, size_t shown)
{
    char more[48];
    const size_t n = lgm_people_count(people), from = named(people, n);
    size_t i = from;
    if (from == n) return;
    strbuf_puts(&a->out, shown ? "\n" : "");
    wrap_indent(&a->w, 0, 2);
    wrap_words(&a->w, STYLE_DIM, "Also in: ");
    for (; i < n && (!a->limit || i < from + a->limit); i++) {
        const lgm_person p = lgm_people_person(people, i);
        if (i > from) wrap_words(&a->w, STYLE_DIM, "; ");
        wrap_text(&a->w, STYLE_PLAIN, p.name.ptr, p.name.len);
    }
    snprintf(more, sizeof more, "; and %zu more", n - i);
    if (i < n) wrap_words(&a->w, STYLE_DIM, more);
    wrap_end(&a->w);
}

static int answer(asking *a, lgm_ledger *ledger, const char *words)
{
    lgm_people *people;
    lgm_err err = {0};
    lgm_status st = lgm_people_find(&people, ledger, words, a->as_of, &err);
    wrap_start(&a->w, &a->out, a->writing.width, a->writing.color);
    size_t shown = 0, more = 0;
    if (a->html) who_html_begin(&a->out, words);
    if (st == LGM_OK) st = put_people(a, people, &shown, &more, &err);
    if (a->html) who_html_end(&a->out);
    if (st == LGM_OK && !a->redactions && !a->html) put_words(a, people, shown);
    if (st == LGM_OK && more && !a->html)
        strbuf_printf(&a->out, "\n%zu more have the name; --limit 0 shows all\n", more);
    lgm_people_free(people);
    if (st == LGM_OK && !shown && a->redactions) {
        strbuf_done(&a->out);
        cli_error("who has this name is hidden (--redact)");
        return EXIT_SOME_FAILED;
    }
    if (st == LGM_OK && a->html) return cli_print_to(&a->out, a->writing.output);
    if (st == LGM_OK) return pager_print(&a->out, a->writing.output);
    strbuf_done(&a->out);
    return opening_ledger_failed(st, &err);
}

static int open_redactions(asking *a, lgm_ledger *ledger)
{
    lgm_err err = {0};
    if (lgm_redactions_new(&a->redactions, ledger, &err) == LGM_OK) return EXIT_DONE;
    cli_error("%s", err.message);
    return EXIT_LEDGER;
}

static int run_who(const cli_command *self, int argc, char **argv)
{
    asking a = {.limit = USUAL_LIMIT};
    bool redact = false;
    lgm_ledger *ledger = NULL;
    const char *value;
    strbuf words = {0};
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        if (id == OPTION_WHY) a.why = true;
        redact |= id == OPTION_REDACT;
        if (id == OPTION_AS_OF) a.as_of = value;
        if (id == OPTION_FORMAT) a.html = args.choice == 1;
        if (id == OPTION_LIMIT && !parse_count(value, 0, UINT32_MAX, &a.limit)) {
            cli_bad_value(&args, id, value, "a number from 0 on");
            return EXIT_USAGE;
        }
        if (!ledger_take(&a.ledger, &args, id, value) ||
            !writing_take(&a.writing, &args, id, value))
            return EXIT_USAGE;
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    writing_settle(&a.writing);
    if (!args.n_operands) return cli_usage_error(self, "whose page? name somebody");
    for (size_t i = 0; i < args.n_operands; i++) {
        if (i) strbuf_puts(&words, " ");
        strbuf_puts(&words, args.argv[i]);
    }
    strbuf_put(&words, "", 1);
    int code = opening_ledger(&ledger, &a.ledger, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE && redact) code = open_redactions(&a, ledger);
    if (code == EXIT_DONE) code = answer(&a, ledger, words.at);
    lgm_redactions_free(a.redactions);
    strbuf_done(&words);
    lgm_ledger_close(ledger);
    return code;
}

static const char footer[] =
    "All are shown of whose name NAME is a part, the most often named first. Two of one name\n"
    "stay two where country, work, age or time say so; a last name alone is joined to nobody,\n"
    "but by an office that only one holds. --why says what made reports' names one.\n";

const cli_command cli_who_command = {
    .name = "who",
    .operands = "[options] NAME...",
    .brief = "a person's page: roles, what they said, denied, are accused of",
    .summary = "Shows what the reports of the ledger say of somebody: roles, what they said and "
               "denied, who accuses them.",
    .groups = who_groups,
    .footer = footer,
    .examples = "  legomena who Renmark                              her page out of the ledger\n",
    .run = run_who,
};
