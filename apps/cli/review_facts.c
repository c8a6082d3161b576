/* review_facts.c - see review_facts.h. */
#include "review_facts.h"

#include <string.h>

#include "legomena/review.h"
#include "review_words.h"

void review_facts_line(wrapper *w, const char *name, lgm_str value)
{
    if (!value.len) return;
    wrap_item(w, 4, 20, STYLE_DIM, name);
    wrap_text(w, STYLE_PLAIN, value.ptr, value.len);
    wrap_end(w);
}

typedef struct reviews {
    record_id id;
    lgm_redaction *redaction; /* NULL = all is shown */
    wrapper *w;
    const char *state; /* that is to be said of the first */
} reviews;

static lgm_status put_mark(reviews *r, lgm_str words)
{
    char *redacted = NULL;
    size_t len;
    lgm_status st = LGM_OK;
    if (r->redaction) st = lgm_redaction_words(r->redaction, words, &redacted, &len, NULL);
    if (st == LGM_OK) review_facts_line(r->w, "mark", redacted ? (lgm_str){redacted, len} : words);
    lgm_string_free(redacted);
    return st;
}

static lgm_status put_review(void *ctx, const lgm_review_found *f)
{
    reviews *const r = ctx;
    const lgm_link of = r->id.of;
    strbuf b = {0};
    const bool mine = f->of.kind == of.kind && f->of.index == of.index;
    if (of.kind && !mine && f->review.verdict != LGM_VERDICT_WITHDRAWN) return LGM_OK;
    if (*r->state) review_facts_line(r->w, "review", (lgm_str){r->state, strlen(r->state)});
    r->state = "";
    if (of.kind && !mine) strbuf_puts(&b, "its report is ");
    if (!of.kind && f->of.kind && f->fit != LGM_REVIEW_GONE)
        strbuf_printf(&b, "%c%u ", f->of.kind, f->of.index + 1);
    review_words(&b, f);
    if (f->fit == LGM_REVIEW_GONE) strbuf_puts(&b, ": ");
    if (f->fit == LGM_REVIEW_GONE) strbuf_puts(&b, f->words);
    const lgm_status st = put_mark(r, (lgm_str){b.at, b.len});
    if (b.failed) r->w->out->failed = true;
    strbuf_done(&b);
    return st;
}

static bool is_shown(const reviews *s, const lgm_decision_record *r)
{
    return r->report == s->id.report &&
           (!s->id.of.kind || (r->of.kind == s->id.of.kind && r->of.index == s->id.of.index));
}

/* "e3 one with 40:e1: I. Renmark (PER) · Mira Quell, 2024-05-24" */
static lgm_status put_decision(void *ctx, const lgm_decision_found *f)
{
    reviews *const r = ctx;
    const lgm_decision *const d = &f->decision;
    const int mine = is_shown(r, &d->which[0]) ? 0 : 1;
    const lgm_decision_record *const self = &d->which[mine], *const other = &d->which[!mine];
    strbuf b = {0};
    if (!is_shown(r, self)) return LGM_OK;
    if (!r->id.of.kind && self->of.kind) strbuf_printf(&b, "e%u ", self->of.index + 1);
    strbuf_puts(&b, d->verdict == LGM_DECISION_ONE ? "one with " : "not one with ");
    record_id_put(&b, (record_id){other->report, other->of});
    if (!r->redaction) { /* which knows this report alone */
        strbuf_printf(&b, ": %s", f->words[!mine]);
        if (d->note) strbuf_printf(&b, " · %s", d->note);
    }
    strbuf_printf(&b, " · %s, %.10s", d->reviewer, f->at);
    if (b.failed) r->w->out->failed = true;
    review_facts_line(r->w, "decision", (lgm_str){b.at, b.len});
    strbuf_done(&b);
    return LGM_OK;
}

lgm_status review_facts_put(wrapper *w, lgm_ledger *ledger, record_id id, lgm_redaction *redaction,
                            lgm_err *err)
{
    reviews r = {.id = id, .redaction = redaction, .w = w};
    lgm_status st = lgm_review_state(ledger, id.report, id.of, &r.state, err);
    if (st == LGM_OK) st = lgm_review_each(ledger, id.report, put_review, &r, err);
    return st == LGM_OK ? lgm_review_decisions(ledger, id.report, put_decision, &r, err) : st;
}
