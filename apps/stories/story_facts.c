/* story_facts.c - see story_facts.h. */
#include "story_facts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "json_text.h"
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

lgm_told *story_facts_told(const story_facts *f)
{
    lgm_told *const told = calloc(f->story->n + 1, sizeof *told);
    for (size_t i = 0; told && i < f->story->n; i++) {
        told[i] = f->story->reports[i];
        told[i].record = story_facts_record(f, i);
    }
    return told;
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

/* A report as it may be shown; *owned is to be freed: it is none of the story, or NULL.
 * LGM_E_NOTFOUND where it was taken out. */
static lgm_status get(const story_facts *f, int64_t report, const lgm_record **out,
                      lgm_record **owned, lgm_err *err)
{
    const size_t i = place_of(f, report);
    lgm_record *hidden = NULL;
    *owned = NULL;
    if (i < f->story->n) {
        *out = story_facts_record(f, i);
        return LGM_OK;
    }
    lgm_status st = report ? lgm_ledger_get(f->ledger, report, owned, err) : LGM_E_NOTFOUND;
    if (st == LGM_OK && f->hidden) st = lgm_redact(&hidden, *owned, err);
    if (hidden) lgm_record_free(*owned);
    if (hidden) *owned = hidden;
    *out = *owned;
    return st;
}

lgm_status story_facts_compare(const story_facts *f, int64_t a, int64_t b, lgm_story_reason **out,
                               size_t *n, lgm_err *err)
{
    const lgm_record *x, *y;
    lgm_record *own_x, *own_y = NULL;
    *out = NULL;
    *n = 0;
    lgm_status st = get(f, a, &x, &own_x, err);
    if (st == LGM_OK) st = get(f, b, &y, &own_y, err);
    if (st == LGM_OK) st = lgm_story_reasons(x, y, out, n, err);
    lgm_record_free(own_x);
    lgm_record_free(own_y);
    return st == LGM_E_NOTFOUND ? LGM_OK : st;
}

lgm_status story_facts_why(const story_facts *f, size_t i, bool apart, int64_t *with,
                           lgm_story_reason **out, size_t *n, lgm_err *err)
{
    const lgm_story_member *const m = &f->story->members[i];
    *out = NULL;
    *n = 0;
    *with = apart ? m->near : m->like;
    if (apart && *with && place_of(f, *with) < f->story->n) *with = 0; /* it is here by now */
    return *with ? story_facts_compare(f, f->story->reports[i].report, *with, out, n, err) : LGM_OK;
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

void story_facts_put_coverage_json(const story_facts *f, strbuf *out)
{
    strbuf words = {0};
    strbuf_printf(out, "{\"reports\": %zu, \"publishers\": %zu, \"first\": ", f->story->n,
                  f->publishers);
    json_text(out, f->first);
    strbuf_puts(out, ", \"last\": ");
    json_text(out, f->last);
    strbuf_printf(out,
                  ", \"copies\": %zu, \"left_out\": %zu, \"not_read\": %" PRIu64
                  ", \"not_looked_at\": %" PRIu64 ", \"words\": ",
                  f->copies, f->story->n_left_out, f->problems, f->left);
    story_facts_put_coverage(f, &words);
    json_text(out, (lgm_str){words.at ? words.at : "", words.len});
    strbuf_puts(out, "}");
    out->failed |= words.failed;
    strbuf_done(&words);
}
