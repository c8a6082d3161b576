/* digest_facts.c - see digest_facts.h. */
#include "digest_facts.h"

#include <stdlib.h>
#include <string.h>

/* ---- which stories ---- */

static lgm_status keep(void *ctx, const lgm_story_news *news)
{
    digest *const d = ctx;
    digest_touched *const at = realloc(d->at, (d->n + 1) * sizeof *at);
    if (!at) return LGM_E_NOMEM;
    d->at = at;
    digest_touched *const t = &at[d->n];
    *t = (digest_touched){.story = news->story, .n = news->n, .before = news->before};
    t->reports = malloc(news->n * sizeof *t->reports);
    if (!t->reports) return LGM_E_NOMEM;
    memcpy(t->reports, news->reports, news->n * sizeof *t->reports);
    d->n++;
    d->n_new += !news->before;
    d->reports += news->n;
    return LGM_OK;
}

static int as_listed(const void *x, const void *y)
{
    const digest_touched *const a = x, *const b = y;
    if (!a->before != !b->before) return a->before ? 1 : -1;
    if (a->n != b->n) return a->n < b->n ? 1 : -1;
    return (a->story > b->story) - (a->story < b->story);
}

lgm_status digest_read(digest *d, lgm_ledger *ledger, const char *since, bool redact, lgm_err *err)
{
    *d = (digest){.ledger = ledger, .redact = redact};
    lgm_status st = lgm_question_day(d->since, since, err);
    if (st == LGM_OK) st = lgm_story_touched(ledger, d->since, keep, d, err);
    if (d->n) qsort(d->at, d->n, sizeof *d->at, as_listed);
    return st;
}

void digest_done(digest *d)
{
    for (size_t i = 0; i < d->n; i++) free(d->at[i].reports);
    free(d->at);
}

/* ---- one of them ---- */

lgm_status digest_open(digest_story *s, const digest *d, size_t i, lgm_err *err)
{
    *s = (digest_story){.touched = &d->at[i]};
    lgm_status st = story_facts_read(&s->facts, d->ledger, d->at[i].story, d->redact, err);
    if (st != LGM_OK) return st;
    s->told = story_facts_told(&s->facts);
    if (!s->told) return LGM_E_NOMEM;
    st = lgm_accounts_of(&s->accounts, s->told, s->facts.story->n, err);
    s->view = (accounts_view){.facts = &s->facts,
                              .told = s->told,
                              .accounts = s->accounts,
                              .question = LGM_ACCOUNT_N,
                              .only_links = true};
    return st;
}

void digest_close(digest_story *s)
{
    lgm_accounts_free(s->accounts);
    free(s->told);
    story_facts_done(&s->facts);
}

static bool came_in(const digest_story *s, int64_t report)
{
    for (size_t i = 0; i < s->touched->n; i++)
        if (s->touched->reports[i] == report) return true;
    return false;
}

/* Of two that are at odds either may have come in last. */
bool digest_is_news(const digest_story *s, const lgm_account_link *l)
{
    const bool a = came_in(s, s->told[l->by_a->report].report);
    const bool b = came_in(s, s->told[l->by_b->report].report);
    switch (l->kind) {
    case LGM_ACCOUNT_LINK_REVISED:
    case LGM_ACCOUNT_LINK_SUPERSEDED: return b;
    case LGM_ACCOUNT_LINK_CONTRADICTED: return a || b;
    default: return false;
    }
}

bool digest_is_move(const digest_story *s, const lgm_account_link *l)
{
    return lgm_account_question_kind(s->accounts->at[l->a].answer->question) == 'F' &&
           digest_is_news(s, l);
}

static bool same(lgm_str a, lgm_str b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

digest_names digest_publishers(const digest_story *s)
{
    digest_names names = {0};
    for (size_t i = 0; i < s->facts.story->n; i++) {
        const lgm_str name = s->told[i].record->publisher;
        bool before = !name.len || !came_in(s, s->told[i].report);
        for (size_t k = 0; k < i && !before; k++)
            before = came_in(s, s->told[k].report) && same(name, s->told[k].record->publisher);
        if (before) continue;
        if (names.n < sizeof names.at / sizeof *names.at)
            names.at[names.n++] = name;
        else
            names.more++;
    }
    return names;
}

/* ---- rows ---- */

static lgm_status ask(lgm_question **out, const digest *d, const char *kind, const char *when,
                      const char *act, uint64_t most, uint64_t *all, lgm_err *err)
{
    lgm_status st = lgm_question_new(out, d->ledger, kind, err);
    if (st == LGM_OK) st = lgm_question_where(*out, when, d->since, err);
    if (st == LGM_OK && act) st = lgm_question_where(*out, "act", act, err);
    if (st == LGM_OK && d->redact) st = lgm_question_redact(*out, err);
    if (st == LGM_OK) st = lgm_question_count(*out, all, err);
    if (st == LGM_OK) lgm_question_page(*out, most, 0);
    return st;
}

lgm_status digest_denials(lgm_question **out, const digest *d, uint64_t most, uint64_t *all,
                          lgm_err *err)
{
    return ask(out, d, "claims", "learned-since", "deny", most, all, err);
}

lgm_status digest_speakers(lgm_question **out, const digest *d, uint64_t most, uint64_t *all,
                           lgm_err *err)
{
    return ask(out, d, "sources", "new-since", NULL, most, all, err);
}
