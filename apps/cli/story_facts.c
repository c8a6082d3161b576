/* story_facts.c - see story_facts.h. */
#include "story_facts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "legomena/redact.h"

/* ---- counted ---- */

static bool same(lgm_str a, lgm_str b)
{
    return a.len == b.len && (!a.len || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static void count(story_facts *f)
{
    const lgm_story *const s = f->story;
    for (size_t i = 0; i < s->n; i++) {
        const lgm_record *const r = s->reports[i].record;
        bool seen = !r->publisher.ptr;
        for (size_t k = 0; k < i && !seen; k++)
            seen = same(r->publisher, s->reports[k].record->publisher);
        f->publishers += !seen;
        f->copies += s->reports[i].copy_of != LGM_NONE;
        if (!r->date.ptr) continue;
        if (!f->first.ptr) f->first = r->date;
        f->last = r->date;
    }
}

static lgm_status count_problem(void *ctx, const lgm_ledger_problem *problem)
{
    uint64_t *const n = ctx;
    (void)problem;
    ++*n;
    return LGM_OK;
}

static lgm_status hide(story_facts *f, lgm_err *err)
{
    const lgm_story *const s = f->story;
    lgm_status st = LGM_OK;
    f->hidden = calloc(s->n + 1, sizeof *f->hidden);
    if (!f->hidden) return LGM_E_NOMEM;
    for (size_t i = 0; i < s->n && st == LGM_OK; i++)
        st = lgm_redact(&f->hidden[i], s->reports[i].record, err);
    return st;
}

lgm_status story_facts_read(story_facts *f, lgm_ledger *ledger, int64_t number, bool redact,
                            lgm_err *err)
{
    *f = (story_facts){.ledger = ledger};
    lgm_status st = lgm_story_open(&f->story, ledger, number, err);
    if (st != LGM_OK) return st;
    count(f);
    if (redact) st = hide(f, err);
    if (st == LGM_OK) st = lgm_ledger_problems(ledger, count_problem, &f->problems, err);
    return st == LGM_OK ? lgm_story_left(ledger, &f->left, err) : st;
}

void story_facts_done(story_facts *f)
{
    for (size_t i = 0; f->hidden && i < f->story->n; i++) lgm_record_free(f->hidden[i]);
    free(f->hidden);
    lgm_story_close(f->story);
}

/* ---- shown ---- */

const lgm_record *story_facts_record(const story_facts *f, size_t i)
{
    return f->hidden ? f->hidden[i] : f->story->reports[i].record;
}

/* Of a report without a title, its first sentence. */
lgm_str story_facts_title(const story_facts *f, size_t i)
{
    const lgm_record *const r = story_facts_record(f, i);
    return r->title.ptr || !r->sentences.n ? r->title : lgm_record_quote(r, r->sentences.at[0]);
}

lgm_str story_facts_headline(const story_facts *f)
{
    return story_facts_title(f, f->story->central);
}

static size_t place_of(const story_facts *f, int64_t report)
{
    size_t i = 0;
    while (i < f->story->n && f->story->reports[i].report != report) i++;
    return i;
}

/* Of a report of another story, or of an older version. */
static lgm_status compare_far(const story_facts *f, const lgm_record *a, int64_t report,
                              lgm_story_reason **out, size_t *n, lgm_err *err)
{
    lgm_record *b, *hidden = NULL;
    lgm_status st = lgm_ledger_get(f->ledger, report, &b, err);
    if (st == LGM_E_NOTFOUND) return LGM_OK; /* it was taken out */
    if (st == LGM_OK && f->hidden) st = lgm_redact(&hidden, b, err);
    if (st == LGM_OK) st = lgm_story_reasons(a, hidden ? hidden : b, out, n, err);
    lgm_record_free(hidden);
    lgm_record_free(b);
    return st;
}

lgm_status story_facts_why(const story_facts *f, size_t i, bool apart, int64_t *with,
                           lgm_story_reason **out, size_t *n, lgm_err *err)
{
    const lgm_story_member *const m = &f->story->members[i];
    const lgm_record *const a = story_facts_record(f, i);
    *out = NULL;
    *n = 0;
    *with = apart ? m->near : m->like;
    const size_t k = place_of(f, *with);
    if (!*with || (apart && k < f->story->n)) { /* that one has come into this story since */
        *with = 0;
        return LGM_OK;
    }
    return k < f->story->n ? lgm_story_reasons(a, story_facts_record(f, k), out, n, err)
                           : compare_far(f, a, *with, out, n, err);
}

void story_facts_put_coverage(const story_facts *f, strbuf *out)
{
    const lgm_story *const s = f->story;
    strbuf_count(out, s->n, "report", "reports");
    if (f->publishers) strbuf_puts(out, " of ");
    if (f->publishers) strbuf_count(out, f->publishers, "publisher", "publishers");
    if (f->first.ptr && same(f->first, f->last)) strbuf_printf(out, ", of %s", f->first.ptr);
    if (f->first.ptr && !same(f->first, f->last))
        strbuf_printf(out, ", from %s to %s", f->first.ptr, f->last.ptr);
    if (f->copies) strbuf_printf(out, ", %zu of them copies", f->copies);
    if (s->n_left_out)
        strbuf_printf(out, "; %zu left out: older versions, or withdrawn", s->n_left_out);
    if (f->problems)
        strbuf_printf(out, "; %" PRIu64 " of what came to the ledger could not be read",
                      f->problems);
    if (f->left)
        strbuf_printf(out, "; %" PRIu64 " of its reports were not looked at yet: legomena add does",
                      f->left);
}
