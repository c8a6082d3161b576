/* found_changes.c - see found_changes.h. */
#include "found_changes.h"

#include <stdlib.h>
#include <string.h>

#include "change_words.h"
#include "legomena/redact.h"
#include "version_list.h"

typedef struct finder {
    found_changes *to;
    const digest *d;
    const digest_story *s;
    lgm_err *err;
    lgm_status st;
} finder;

/* ---- rows ---- */

static char *taken(finder *f, strbuf *b)
{
    char *const words = b->at ? strndup(b->at, b->len) : NULL;
    if (b->failed || (b->at && !words)) f->st = LGM_E_NOMEM;
    strbuf_done(b);
    return words;
}

static char *copied(finder *f, lgm_str s)
{
    char *const words = s.len ? strndup(s.ptr, s.len) : NULL;
    if (s.len && !words) f->st = LGM_E_NOMEM;
    return words;
}

static void set_day(char to[11], lgm_str day)
{
    if (day.len >= 10) memcpy(to, day.ptr, 10);
}

static found_change *add(finder *f, const char *how, const char *what)
{
    static found_change nowhere;
    found_change *const at = realloc(f->to->at, (f->to->n + 1) * sizeof *at);
    if (!at) {
        f->st = LGM_E_NOMEM;
        return &nowhere;
    }
    f->to->at = at;
    at[f->to->n] = (found_change){.how = how, .what = what, .story = f->s->touched->story};
    return &at[f->to->n++];
}

/* ---- versions ---- */

typedef struct pair { /* two versions */
    int64_t before_report, report;
    const lgm_record *before, *after;
} pair;

static found_change *add_version(finder *f, const pair *p, const char *what)
{
    found_change *const c = add(f, "version", what);
    if (f->st != LGM_OK) return c;
    c->before_report = p->before_report;
    c->report = p->report;
    set_day(c->before_day, p->before->modified.len ? p->before->modified : p->before->date);
    set_day(c->day, p->after->modified.len ? p->after->modified : p->after->date);
    return c;
}

static void add_title(finder *f, const pair *p)
{
    const lgm_str a = p->before->title, b = p->after->title;
    if (a.len == b.len && (!a.len || memcmp(a.ptr, b.ptr, a.len) == 0)) return;
    found_change *const c = add_version(f, p, "title");
    if (f->st == LGM_OK) c->before = copied(f, a);
    if (f->st == LGM_OK) c->after = copied(f, b);
}

static char *words_of(finder *f, const lgm_record *r, char kind, uint32_t i)
{
    strbuf b = {0};
    if (i == LGM_NONE) return NULL;
    change_words_put(&b, r, kind, i);
    return taken(f, &b);
}

static void add_one(finder *f, const pair *p, const lgm_change *x)
{
    found_change *const c = add_version(f, p, change_words_kind(x->kind));
    if (f->st != LGM_OK) return;
    c->before = words_of(f, p->before, x->kind, x->before);
    c->after = words_of(f, p->after, x->kind, x->after);
    const lgm_record *const r = x->after == LGM_NONE ? p->before : p->after;
    const uint32_t i = x->after == LGM_NONE ? x->before : x->after;
    if (x->kind == 'c' && r->claims.at[i].speaker != LGM_NONE)
        c->speaker = copied(f, r->entities.at[r->claims.at[i].speaker].name);
}

static void add_pair(finder *f, const pair *p)
{
    lgm_change *changes = NULL;
    size_t n = 0;
    add_title(f, p);
    if (f->st == LGM_OK) f->st = lgm_changes_between(p->before, p->after, &changes, &n, f->err);
    for (size_t i = 0; i < n && f->st == LGM_OK; i++)
        if (changes[i].kind != 's') add_one(f, p, &changes[i]);
    lgm_string_free((char *)changes);
}

static lgm_status get(finder *f, int64_t report, lgm_record **out)
{
    lgm_record *shown;
    lgm_status st = lgm_ledger_get(f->d->ledger, report, out, f->err);
    if (st != LGM_OK || !f->d->redact) return st;
    st = lgm_redact(&shown, *out, f->err);
    lgm_record_free(*out);
    *out = st == LGM_OK ? shown : NULL;
    return st;
}

static int64_t before_in(const int64_t *list, size_t n, int64_t report)
{
    for (size_t i = 1; i < n; i++)
        if (list[i] == report) return list[i - 1];
    return 0;
}

/* The version before it: at its own address, else at another; 0 = none. */
static int64_t find_before(finder *f, int64_t report)
{
    int64_t *list = NULL;
    size_t n = 0;
    f->st = lgm_ledger_versions(f->d->ledger, report, &list, &n, f->err);
    int64_t before = before_in(list, n, report);
    lgm_string_free((char *)list);
    if (before || f->st != LGM_OK) return before;
    f->st = version_list(f->d->ledger, report, &list, &n, f->err);
    before = before_in(list, n, report);
    free(list);
    return before;
}

/* A report that came in, and the version before it. */
static void add_versions(finder *f, int64_t report)
{
    lgm_record *before = NULL, *after = NULL;
    const int64_t of = find_before(f, report);
    if (f->st != LGM_OK || !of) return;
    f->st = get(f, of, &before);
    if (f->st == LGM_OK) f->st = get(f, report, &after);
    if (f->st == LGM_OK) add_pair(f, &(pair){of, report, before, after});
    lgm_record_free(before);
    lgm_record_free(after);
}

/* ---- answers ---- */

static char *answer_of(finder *f, const lgm_account_said *s)
{
    strbuf b = {0};
    accounts_page_value(&b, s->answer);
    return taken(f, &b);
}

static lgm_str speaker_of(const finder *f, const lgm_account_said *s)
{
    const lgm_record *const r = f->s->told[s->report].record;
    if (s->answer->claim == LGM_NONE) return r->publisher;
    const uint32_t speaker = r->claims.at[s->answer->claim].speaker;
    return speaker == LGM_NONE ? s->answer->speaker : r->entities.at[speaker].name;
}

static void add_link(finder *f, const lgm_account_link *l)
{
    const lgm_accounts *const a = f->s->accounts;
    found_change *const c = add(f, lgm_account_link_name(l->kind),
                                lgm_account_question_name(a->at[l->a].answer->question));
    if (f->st != LGM_OK) return;
    c->before_report = f->s->told[l->by_a->report].report;
    c->report = f->s->told[l->by_b->report].report;
    set_day(c->before_day, f->s->told[l->by_a->report].record->date);
    set_day(c->day, f->s->told[l->by_b->report].record->date);
    c->before = answer_of(f, l->by_a);
    c->after = answer_of(f, l->by_b);
    c->speaker = copied(f, speaker_of(f, l->by_b));
}

/* What moved, and what is at odds with what came in. */
static void add_links(finder *f)
{
    const lgm_accounts *const a = f->s->accounts;
    for (size_t i = 0; i < a->n_links && f->st == LGM_OK; i++)
        if (digest_is_news(f->s, &a->links[i])) add_link(f, &a->links[i]);
}

/* ---- all ---- */

static void add_story(finder *f, size_t first)
{
    found_story *const at = realloc(f->to->stories, (f->to->n_stories + 1) * sizeof *at);
    if (!at) f->st = LGM_E_NOMEM;
    if (!at) return;
    f->to->stories = at;
    at[f->to->n_stories++] =
        (found_story){.number = f->s->touched->story,
                      .headline = copied(f, story_facts_headline(&f->s->facts)),
                      .first = first};
}

static lgm_status read_story(finder *f, size_t i)
{
    digest_story s;
    const size_t first = f->to->n;
    f->s = &s;
    f->st = digest_open(&s, f->d, i, f->err);
    for (size_t k = 0; k < s.touched->n && f->st == LGM_OK; k++)
        add_versions(f, s.touched->reports[k]);
    if (f->st == LGM_OK) add_links(f);
    if (f->st == LGM_OK && f->to->n > first) add_story(f, first);
    digest_close(&s);
    return f->st == LGM_E_NOTFOUND ? LGM_OK : f->st;
}

lgm_status found_changes_read(found_changes *to, lgm_ledger *ledger, const char *since, bool redact,
                              lgm_err *err)
{
    digest d;
    finder f = {.to = to, .d = &d, .err = err};
    *to = (found_changes){.n = 0};
    lgm_status st = digest_read(&d, ledger, since, redact, err);
    memcpy(to->since, d.since, sizeof to->since);
    for (size_t i = 0; i < d.n && st == LGM_OK; i++) st = read_story(&f, i);
    digest_done(&d);
    return st;
}

void found_changes_done(found_changes *f)
{
    for (size_t i = 0; i < f->n; i++) {
        free(f->at[i].speaker);
        free(f->at[i].before);
        free(f->at[i].after);
    }
    for (size_t i = 0; i < f->n_stories; i++) free(f->stories[i].headline);
    free(f->stories);
    free(f->at);
}
