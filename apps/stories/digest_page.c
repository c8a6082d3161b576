/* digest_page.c - stories that are new, stories that grew, who denies, who speaks up. */
#include "digest_page.h"

#include <inttypes.h>
#include <stdio.h>

#include "coverage_note.h"

enum { COLUMN = 10, MOST_STORIES = 20, MOST_MOVES = 6, HEADLINE = 120 };

typedef struct page {
    const digest *d;
    wrapper w;
    strbuf *out;
} page;

static void put_str(page *p, text_style style, lgm_str s)
{
    if (s.len) wrap_text(&p->w, style, s.ptr, s.len);
}

static void put_head(page *p, const char *words)
{
    strbuf_puts(p->out, "\n");
    wrap_indent(&p->w, 0, 2);
    wrap_words(&p->w, STYLE_HEAD, words);
    wrap_end(&p->w);
}

/* "12 more: legomena stories" */
static void put_more(page *p, uint64_t more, const char *where)
{
    char words[96];
    if (!more) return;
    snprintf(words, sizeof words, "%" PRIu64 " more: %s", more, where);
    wrap_indent(&p->w, 2, 4);
    wrap_words(&p->w, STYLE_DIM, words);
    wrap_end(&p->w);
}

/* ---- stories ---- */

static void put_publishers(page *p, const digest_story *s)
{
    const digest_names names = digest_publishers(s);
    char words[32];
    for (size_t i = 0; i < names.n; i++) {
        wrap_words(&p->w, STYLE_DIM, i ? ", " : " · ");
        put_str(p, STYLE_DIM, names.at[i]);
    }
    snprintf(words, sizeof words, " and %zu more", names.more);
    if (names.more) wrap_words(&p->w, STYLE_DIM, words);
}

static void put_moves(page *p, const digest_story *s)
{
    const lgm_accounts *const a = s->accounts;
    char where[48];
    size_t n = 0;
    for (size_t i = 0; i < a->n_links; i++) {
        const lgm_account_link *const l = &a->links[i];
        if (!digest_is_move(s, l) || n++ >= MOST_MOVES) continue;
        wrap_indent(&p->w, COLUMN, COLUMN + 2);
        wrap_words(&p->w, STYLE_DIM, lgm_account_question_name(a->at[l->a].answer->question));
        wrap_words(&p->w, STYLE_DIM, " ");
        accounts_page_put_side(&p->w, &s->view, l->by_a);
        wrap_words(&p->w, STYLE_DIM, l->kind == LGM_ACCOUNT_LINK_CONTRADICTED ? " · " : " → ");
        accounts_page_put_side(&p->w, &s->view, l->by_b);
        wrap_words(&p->w, STYLE_DIM, " · ");
        wrap_words(&p->w, STYLE_PLAIN, accounts_page_link_words(l->kind));
        wrap_end(&p->w);
    }
    snprintf(where, sizeof where, "legomena disputes %" PRId64, s->touched->story);
    put_more(p, n > MOST_MOVES ? n - MOST_MOVES : 0, where);
}

/* Of a report without a title it is a sentence, which may be long: cut at a blank. */
static void put_headline(page *p, lgm_str s)
{
    size_t len = s.len;
    if (len > HEADLINE)
        for (len = HEADLINE; len && s.ptr[len] != ' ';) len--;
    if (!len) len = s.len;
    put_str(p, STYLE_BOLD, (lgm_str){s.ptr, len});
    if (len < s.len) wrap_words(&p->w, STYLE_BOLD, " …");
}

static void put_story(page *p, const digest_story *s)
{
    const digest_touched *const t = s->touched;
    char words[64];
    snprintf(words, sizeof words, "%" PRId64, t->story);
    wrap_item(&p->w, 2, COLUMN, STYLE_DIM, words);
    put_headline(p, story_facts_headline(&s->facts));
    snprintf(words, sizeof words, " · %s%zu report%s", t->before ? "+" : "", t->n,
             t->n == 1 ? "" : "s");
    wrap_words(&p->w, STYLE_DIM, words);
    snprintf(words, sizeof words, ", of %zu now", s->facts.story->n);
    if (t->before) wrap_words(&p->w, STYLE_DIM, words);
    put_publishers(p, s);
    wrap_end(&p->w);
    put_moves(p, s);
}

/* Stories from..to, under a heading. */
static lgm_status put_stories(page *p, const char *heading, size_t from, size_t to, lgm_err *err)
{
    const size_t shown = to - from > MOST_STORIES ? from + MOST_STORIES : to;
    lgm_status st = LGM_OK;
    if (from < to) put_head(p, heading);
    for (size_t i = from; i < shown && st == LGM_OK; i++) {
        digest_story s;
        st = digest_open(&s, p->d, i, err);
        if (st == LGM_OK) put_story(p, &s);
        if (st == LGM_E_NOTFOUND) st = LGM_OK; /* withdrawn a moment ago */
        digest_close(&s);
    }
    put_more(p, to - shown, "--format json has them");
    return st;
}

/* ---- denials, speakers ---- */

static lgm_status put_denials(page *p, lgm_err *err)
{
    lgm_question *q = NULL;
    lgm_question_row row;
    uint64_t all = 0;
    lgm_status st = digest_denials(&q, p->d, DIGEST_DENIALS, &all, err);
    if (st == LGM_OK && all) put_head(p, "Denials");
    while (st == LGM_OK && (st = lgm_question_next(q, &row, err)) == LGM_OK) {
        wrap_item(&p->w, 2, COLUMN, STYLE_DIM, row.at[DENIAL_ID].text.ptr);
        put_str(p, STYLE_BOLD, row.at[DENIAL_SPEAKER].text);
        if (row.at[DENIAL_SPEAKER].text.len) wrap_words(&p->w, STYLE_DIM, ": ");
        put_str(p, STYLE_QUOTE, row.at[DENIAL_CONTENT].text);
        wrap_end(&p->w);
    }
    lgm_question_free(q);
    if (st != LGM_E_EMPTY) return st;
    put_more(p, all > DIGEST_DENIALS ? all - DIGEST_DENIALS : 0,
             "legomena claims --act deny --learned-since");
    return LGM_OK;
}

static void put_speaker(page *p, const lgm_question_row *row)
{
    char words[32];
    const unsigned claims = (unsigned)row->at[SPEAKER_CLAIMS].number;
    put_str(p, STYLE_PLAIN, row->at[SPEAKER_NAME].text);
    snprintf(words, sizeof words, " (%u)", claims);
    if (claims > 1) wrap_words(&p->w, STYLE_DIM, words);
}

static lgm_status put_speakers(page *p, lgm_err *err)
{
    lgm_question *q = NULL;
    lgm_question_row row;
    uint64_t all = 0;
    size_t n = 0;
    lgm_status st = digest_speakers(&q, p->d, DIGEST_SPEAKERS, &all, err);
    if (st == LGM_OK && all) put_head(p, "Speakers never heard before, and how many claims");
    if (all) wrap_indent(&p->w, 2, 2);
    while (st == LGM_OK && (st = lgm_question_next(q, &row, err)) == LGM_OK) {
        if (n++) wrap_words(&p->w, STYLE_DIM, ", ");
        put_speaker(p, &row);
    }
    if (all) wrap_end(&p->w);
    lgm_question_free(q);
    if (st != LGM_E_EMPTY) return st;
    put_more(p, all > DIGEST_SPEAKERS ? all - DIGEST_SPEAKERS : 0, "legomena sources --new-since");
    return LGM_OK;
}

/* ---- all ---- */

static void put_top(page *p)
{
    strbuf b = {0};
    strbuf_printf(&b, "Learned since %s: ", p->d->since);
    if (p->d->n) {
        strbuf_count(&b, p->d->reports, "report", "reports");
        strbuf_puts(&b, "; ");
        strbuf_count(&b, p->d->n_new, "new story", "new stories");
        strbuf_printf(&b, ", %zu grew", p->d->n - p->d->n_new);
    } else {
        strbuf_puts(&b, "no report");
    }
    wrap_indent(&p->w, 0, 2);
    if (b.at) wrap_text(&p->w, STYLE_DIM, b.at, b.len);
    wrap_end(&p->w);
    p->out->failed |= b.failed;
    strbuf_done(&b);
}

lgm_status digest_page_text(const digest *d, int width, bool color, strbuf *out, lgm_err *err)
{
    page p = {.d = d, .out = out};
    wrap_start(&p.w, out, width, color);
    put_top(&p);
    lgm_status st = put_stories(&p, "New stories", 0, d->n_new, err);
    if (st == LGM_OK) st = put_stories(&p, "Stories that grew", d->n_new, d->n, err);
    if (st == LGM_OK) st = put_denials(&p, err);
    if (st == LGM_OK) st = put_speakers(&p, err);
    strbuf_puts(out, "\n");
    return st == LGM_OK ? coverage_note_put(&p.w, d->ledger, err) : st;
}
