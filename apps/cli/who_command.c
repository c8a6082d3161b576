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
#include "wrap.h"

enum { USUAL_LIMIT = 12, COLUMN = 14 };

static const cli_option who_table[] = {
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
    const char *as_of;
    wrapper w;
    strbuf out;
} asking;

/* ---- a list of facts: the same words once, with the first and the last day ---- */

typedef struct fact {
    char *words, *who, *id, *first, *last;
    size_t n;
} fact;

typedef struct facts {
    fact *at;
    size_t n, room;
    bool once; /* the same words are one: roles, names */
    lgm_redactions *redactions;
} facts;

static char *copy(lgm_str s)
{
    char *const c = malloc(s.len + 1);
    if (c && s.len) memcpy(c, s.ptr, s.len);
    if (c) c[s.len] = '\0';
    return c;
}

static void stretch(fact *f, lgm_str day)
{
    f->n++;
    if (!day.len) return;
    if (!*f->first || strncmp(day.ptr, f->first, day.len) < 0) free(f->first), f->first = copy(day);
    if (!*f->last || strncmp(day.ptr, f->last, day.len) > 0) free(f->last), f->last = copy(day);
}

static lgm_status keep(facts *list, const lgm_person_fact *f)
{
    for (size_t i = 0; list->once && i < list->n; i++)
        if (strlen(list->at[i].words) == f->words.len &&
            memcmp(list->at[i].words, f->words.ptr, f->words.len) == 0) {
            stretch(&list->at[i], f->day);
            return list->at[i].first && list->at[i].last ? LGM_OK : LGM_E_NOMEM;
        }
    if (list->n == list->room) {
        const size_t room = list->room ? 2 * list->room : 32;
        fact *const more = realloc(list->at, room * sizeof *more);
        if (!more) return LGM_E_NOMEM;
        list->at = more;
        list->room = room;
    }
    fact *const new_one = &list->at[list->n++];
    *new_one = (fact){copy(f->words), copy(f->who), copy(f->id), copy(f->day), copy(f->day), 1};
    return new_one->words && new_one->who && new_one->id && new_one->first && new_one->last
               ? LGM_OK
               : LGM_E_NOMEM;
}

/* The words of a fact without names that are hidden in its report. */
static lgm_status keep_redacted(facts *list, const lgm_person_fact *f)
{
    lgm_redaction *r;
    lgm_person_fact shown = *f;
    char *words = NULL, *who = NULL;
    lgm_status st = lgm_redactions_of(list->redactions, strtoll(f->id.ptr, NULL, 10), &r, NULL);
    if (st == LGM_OK) st = lgm_redaction_words(r, f->words, &words, &shown.words.len, NULL);
    if (st == LGM_OK) st = lgm_redaction_words(r, f->who, &who, &shown.who.len, NULL);
    shown.words.ptr = words;
    shown.who.ptr = who;
    if (st == LGM_OK) st = keep(list, &shown);
    lgm_string_free(words);
    lgm_string_free(who);
    return st;
}

static lgm_status take(void *ctx, const lgm_person_fact *f)
{
    facts *const list = ctx;
    return list->redactions ? keep_redacted(list, f) : keep(list, f);
}

static void done(facts *list)
{
    for (size_t i = 0; i < list->n; i++) {
        free(list->at[i].words);
        free(list->at[i].who);
        free(list->at[i].id);
        free(list->at[i].first);
        free(list->at[i].last);
    }
    free(list->at);
}

static int by_number(const void *x, const void *y)
{
    const fact *const a = x, *const b = y;
    if (a->n != b->n) return a->n > b->n ? -1 : 1;
    return strcmp(a->words, b->words);
}

static int by_day(const void *x, const void *y)
{
    const fact *const a = x, *const b = y;
    const int c = strcmp(b->first, a->first);
    return c ? c : strcmp(a->id, b->id);
}

/* ---- printed ---- */

/* A line of a list; the first of it has the heading. */
static void put_heading(asking *a, const char *heading)
{
    if (*heading)
        wrap_item(&a->w, 2, COLUMN, STYLE_DIM, heading);
    else
        wrap_indent(&a->w, COLUMN, COLUMN);
}

static void put_days(asking *a, const fact *f)
{
    const bool several = strcmp(f->first, f->last) != 0;
    if (!*f->first) return;
    wrap_words(&a->w, STYLE_DIM, " · ");
    wrap_words(&a->w, STYLE_DIM, f->first);
    if (several) wrap_words(&a->w, STYLE_DIM, " to ");
    if (several) wrap_words(&a->w, STYLE_DIM, f->last);
}

static void put_fact(asking *a, const char *heading, const facts *list, const fact *f)
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
    facts list = {.once = part == LGM_PERSON_ROLES || part == LGM_PERSON_ALIASES,
                  .redactions = a->redactions};
    char more[64];
    lgm_status st = lgm_people_each(people, i, part, take, &list, err);
    if (st == LGM_OK && list.n) {
        qsort(list.at, list.n, sizeof *list.at, list.once ? by_number : by_day);
        for (size_t k = 0; k < list.n && (!a->limit || k < a->limit); k++)
            put_fact(a, k ? "" : heading, &list, &list.at[k]);
        if (a->limit && list.n > a->limit) {
            snprintf(more, sizeof more, "and %zu more", list.n - (size_t)a->limit);
            put_heading(a, "");
            wrap_words(&a->w, STYLE_DIM, more);
            wrap_end(&a->w);
        }
    }
    done(&list);
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

static const char *type_words(lgm_str type)
{
    static const char *const words[][2] = {{"PER", "person"},        {"ORG", "organisation"},
                                           {"GPE", "state or town"}, {"LOC", "place"},
                                           {"FAC", "building"},      {"EVT", "event"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (type.len == 3 && memcmp(type.ptr, words[i][0], 3) == 0) return words[i][1];
    return "other";
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
    wrap_words(&a->w, STYLE_DIM, type_words(p.type));
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
        st = put_person(a, people, i, *shown > 0, err);
        ++*shown;
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
    if (st == LGM_OK) st = put_people(a, people, &shown, &more, &err);
    if (st == LGM_OK && !a->redactions) put_words(a, people, shown);
    if (st == LGM_OK && more)
        strbuf_printf(&a->out, "\n%zu more have the name; --limit 0 shows all\n", more);
    lgm_people_free(people);
    if (st == LGM_OK && !shown && a->redactions) {
        strbuf_done(&a->out);
        cli_error("who has this name is hidden (--redact)");
        return EXIT_SOME_FAILED;
    }
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
