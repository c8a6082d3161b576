/* review_words.c - see review_words.h. */
#include "review_words.h"

static void put_quoted(strbuf *b, const char *words)
{
    strbuf_puts(b, "“");
    strbuf_puts(b, words);
    strbuf_puts(b, "”");
}

static void put_verdict(strbuf *b, const lgm_review_found *f)
{
    const lgm_review *const r = &f->review;
    if (r->field) strbuf_printf(b, "%s ", r->field);
    if (r->correction) {
        strbuf_puts(b, "should be ");
        put_quoted(b, r->correction);
        if (f->seen) strbuf_puts(b, ", not ");
        if (f->seen) put_quoted(b, f->seen);
        return;
    }
    if (r->verdict == LGM_VERDICT_NOTE) {
        if (r->field) strbuf_puts(b, "has a note");
        return;
    }
    strbuf_printf(b, "%s%s", r->field ? "is " : "", lgm_verdict_name(r->verdict));
    if (!r->field) return;
    strbuf_puts(b, ": ");
    if (f->seen)
        put_quoted(b, f->seen);
    else
        strbuf_puts(b, "empty");
}

void review_words(strbuf *b, const lgm_review_found *f)
{
    const size_t start = b->len;
    put_verdict(b, f);
    if (f->review.note) {
        if (b->len > start) strbuf_puts(b, " · ");
        strbuf_puts(b, f->review.note);
    }
    strbuf_printf(b, " · %s, %.10s", f->review.reviewer, f->at);
    if (f->fit == LGM_REVIEW_CHANGED && f->review.verdict != LGM_VERDICT_NOTE)
        strbuf_puts(b, " · does not count: it was read otherwise since");
    if (f->fit == LGM_REVIEW_GONE)
        strbuf_puts(b, " · does not count: the newest reading has no such record");
}
