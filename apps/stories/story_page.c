/* story_page.c - a story for people: its reports, why they are in it, what became of it. */
#include "story_page.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "told_together.h"
#include "wrap.h"

enum { COLUMN = 14 };

typedef struct page {
    const story_facts *f;
    wrapper w;
    strbuf *out;
} page;

const char *story_page_how(lgm_story_how how)
{
    static const char *const words[] = {
        [LGM_STORY_FIRST] = "began the story",
        [LGM_STORY_LIKE] = "like",
        [LGM_STORY_VERSION] = "the version before it is in the story:",
        [LGM_STORY_MERGED] = "came with a story that went into this one; like",
        [LGM_STORY_SPLIT] = "came with others from another story",
        [LGM_STORY_DECIDED] = "somebody said so"};
    return words[how];
}

static void put_str(page *p, text_style style, lgm_str s)
{
    if (s.ptr) wrap_text(&p->w, style, s.ptr, s.len);
}

/* "2024-05-21  17 · Ostrel Courier · Quake buries village" */
static void put_report(page *p, size_t i)
{
    const lgm_told *const t = &p->f->story->reports[i];
    const lgm_record *const r = story_facts_record(p->f, i);
    const lgm_str title = story_facts_title(p->f, i);
    char words[64];
    wrap_item(&p->w, 2, COLUMN, STYLE_DIM, r->date.ptr ? r->date.ptr : "(no day)");
    snprintf(words, sizeof words, "%" PRId64, t->report);
    wrap_words(&p->w, STYLE_BOLD, words);
    if (r->publisher.ptr) wrap_words(&p->w, STYLE_DIM, " · ");
    put_str(p, STYLE_DIM, r->publisher);
    if (title.ptr) wrap_words(&p->w, STYLE_DIM, " · ");
    put_str(p, STYLE_PLAIN, title);
    if (t->copy_of != LGM_NONE) {
        snprintf(words, sizeof words, " · copy of %" PRId64,
                 p->f->story->reports[t->copy_of].report);
        wrap_words(&p->w, STYLE_DIM, words);
    }
    wrap_end(&p->w);
}

/* ---- why ---- */

static void put_reasons(page *p, const lgm_story_reason *reasons, size_t n, bool apart)
{
    for (size_t i = 0; i < n; i++) {
        const bool other = reasons[i].kind >= LGM_STORY_OTHER_PERSON;
        if (apart != other) continue;
        wrap_words(&p->w, STYLE_DIM, " · ");
        wrap_words(&p->w, STYLE_DIM, lgm_story_reason_name(reasons[i].kind));
        wrap_words(&p->w, STYLE_DIM, " ");
        put_str(p, STYLE_PLAIN, reasons[i].words);
        if (other) wrap_words(&p->w, STYLE_DIM, ", there ");
        if (other) put_str(p, STYLE_PLAIN, reasons[i].other);
    }
}

static lgm_status put_in(page *p, size_t i, lgm_err *err)
{
    const lgm_story_member *const m = &p->f->story->members[i];
    lgm_story_reason *reasons;
    size_t n;
    int64_t with;
    char words[64];
    const lgm_status st = story_facts_why(p->f, i, false, &with, &reasons, &n, err);
    if (st != LGM_OK) return st;
    wrap_indent(&p->w, COLUMN, COLUMN + 2);
    wrap_words(&p->w, STYLE_DIM, story_page_how(m->how));
    if (with && m->how != LGM_STORY_DECIDED) {
        snprintf(words, sizeof words, " %" PRId64 " (%.2f)", with, m->likeness);
        wrap_words(&p->w, STYLE_DIM, words);
        put_reasons(p, reasons, n, false);
    }
    wrap_end(&p->w);
    lgm_string_free((char *)reasons);
    return st;
}

static lgm_status put_apart(page *p, size_t i, lgm_err *err)
{
    const lgm_story_member *const m = &p->f->story->members[i];
    lgm_story_reason *reasons;
    size_t n;
    int64_t with, story = 0;
    char words[96];
    lgm_status st = story_facts_why(p->f, i, true, &with, &reasons, &n, err);
    if (st == LGM_OK && with) st = lgm_story_of(p->f->ledger, with, &story, err);
    if (st == LGM_OK && with && story && story != p->f->story->number) {
        wrap_indent(&p->w, COLUMN, COLUMN + 2);
        snprintf(words, sizeof words, "not in story %" PRId64 " with %" PRId64 " (%.2f)", story,
                 with, m->near_likeness);
        wrap_words(&p->w, STYLE_DIM, words);
        put_reasons(p, reasons, n, true);
        wrap_end(&p->w);
    }
    lgm_string_free((char *)reasons);
    return st;
}

/* ---- what became of it ---- */

/* "story 15 went into this one: 20 is like 14" */
static void change_words(const page *p, const lgm_story_change *c, strbuf *b)
{
    const bool here = c->story == p->f->story->number;
    if (c->merged)
        strbuf_printf(b, "story %" PRId64 " went into %s", c->other, here ? "this one" : "another");
    else
        strbuf_printf(b,
                      here ? "story %" PRId64 " was parted from this one"
                           : "it was parted from story %" PRId64,
                      here ? c->other : c->story);
    if (!c->report || !c->other_report) return;
    strbuf_printf(
        b, c->merged ? ": %" PRId64 " is like %" PRId64 : ": %" PRId64 " is not like %" PRId64,
        c->merged ? c->other_report : c->report, c->merged ? c->report : c->other_report);
}

/* What both have in common, or not. */
static lgm_status put_change_why(page *p, const lgm_story_change *c, lgm_err *err)
{
    lgm_story_reason *reasons;
    size_t n;
    lgm_status st = story_facts_compare(p->f, c->other_report, c->report, &reasons, &n, err);
    if (st == LGM_OK && n) put_reasons(p, reasons, n, !c->merged);
    lgm_string_free((char *)reasons);
    return st;
}

static lgm_status put_change(page *p, const lgm_story_change *c, bool why, lgm_err *err)
{
    lgm_status st = LGM_OK;
    strbuf words = {0};
    char day[16];
    snprintf(day, sizeof day, "%.10s", c->at.ptr);
    wrap_item(&p->w, 2, COLUMN, STYLE_DIM, day);
    change_words(p, c, &words);
    if (c->decided) strbuf_puts(&words, " (somebody said so)");
    strbuf_put(&words, "", 1);
    p->out->failed |= words.failed;
    if (!words.failed) wrap_words(&p->w, STYLE_PLAIN, words.at);
    if (why && !c->decided) st = put_change_why(p, c, err);
    wrap_end(&p->w);
    strbuf_done(&words);
    return st;
}

static lgm_status put_changes(page *p, bool why, lgm_err *err)
{
    const lgm_story *const s = p->f->story;
    lgm_status st = LGM_OK;
    if (!s->n_changes) return LGM_OK;
    strbuf_puts(p->out, "\nMerged and parted\n");
    for (size_t i = 0; i < s->n_changes && st == LGM_OK; i++)
        st = put_change(p, &s->changes[i], why, err);
    return st;
}

static lgm_status put_together(page *p, bool why, lgm_err *err)
{
    told_together t;
    lgm_status st = told_together_read(&t, p->f, err);
    if (st == LGM_OK) st = told_together_text(&t, why, &p->w, err);
    told_together_done(&t);
    return st;
}

static void put_head(page *p)
{
    const lgm_str headline = story_facts_headline(p->f);
    char number[48];
    snprintf(number, sizeof number, "Story %" PRId64, p->f->story->number);
    wrap_indent(&p->w, 0, 2);
    wrap_words(&p->w, STYLE_DIM, number);
    if (headline.ptr) wrap_words(&p->w, STYLE_DIM, " · ");
    put_str(p, STYLE_HEAD, headline);
    wrap_end(&p->w);
}

static void put_coverage(page *p)
{
    strbuf b = {0};
    story_facts_put_coverage(p->f, &b);
    strbuf_put(&b, "", 1);
    wrap_indent(&p->w, 0, 2);
    if (!b.failed) wrap_words(&p->w, STYLE_DIM, b.at);
    wrap_end(&p->w);
    p->out->failed |= b.failed;
    strbuf_done(&b);
}

lgm_status story_page_text(const story_facts *f, bool why, int width, bool color, strbuf *out,
                           lgm_err *err)
{
    page p = {.f = f, .out = out};
    lgm_status st = LGM_OK;
    wrap_start(&p.w, out, width, color);
    put_head(&p);
    put_coverage(&p);
    strbuf_puts(out, "\nReports\n");
    for (size_t i = 0; i < f->story->n && st == LGM_OK; i++) {
        put_report(&p, i);
        if (why) st = put_in(&p, i, err);
        if (why && st == LGM_OK) st = put_apart(&p, i, err);
    }
    if (st == LGM_OK) st = put_together(&p, why, err);
    return st == LGM_OK ? put_changes(&p, why, err) : st;
}
