/*
 * stories_api.c - GET /api/stories/12 and what is asked of a story: accounts, disputes, origins;
 * GET /api/reports/12/copies. Answers are those of the commands.
 */
#include <string.h>

#include "accounts_page.h"
#include "copies_answer.h"
#include "handlers.h"
#include "named_record.h"
#include "origin_view.h"
#include "story_page.h"
#include "story_voices.h"
#include "taken_from.h"
#include "values.h"

static bool read_number(exchange *x, int64_t *story)
{
    uint64_t n;
    if (parse_count(x->rest, 1, INT64_MAX, &n)) {
        *story = (int64_t)n;
        return true;
    }
    exchange_problem(x, 404, "stories have numbers: see /api/stories");
    return false;
}

static bool open_facts(exchange *x, story_facts *f)
{
    int64_t story;
    bool redact;
    lgm_err err = {0};
    *f = (story_facts){0};
    if (!exchange_switch(x, "redact", &redact) || !read_number(x, &story)) return false;
    const lgm_status st = story_facts_read(f, x->ledger, story, redact, &err);
    x->lasting = true;
    if (st != LGM_OK) exchange_failed(x, st, &err);
    return st == LGM_OK;
}

void handle_story(exchange *x)
{
    story_facts f = {0};
    bool why;
    lgm_err err = {0};
    if (exchange_switch(x, "why", &why) && open_facts(x, &f)) {
        const lgm_status st = story_page_json(&f, why, &x->out, &err);
        if (st != LGM_OK) exchange_failed(x, st, &err);
    }
    story_facts_done(&f);
}

/* ---- accounts ---- */

static bool read_question(exchange *x, lgm_account_question *question)
{
    const char *const name = exchange_field(x, "question");
    *question = LGM_ACCOUNT_N;
    if (!name) return true;
    for (lgm_account_question q = 0; q < LGM_ACCOUNT_N; q++) {
        if (strcmp(name, lgm_account_question_name(q)) != 0) continue;
        *question = q;
        return true;
    }
    exchange_problem(x, 400, "question: there is no such one: GET /api says which there are");
    return false;
}

static void put_accounts(exchange *x, bool only_links)
{
    story_facts f = {0};
    accounts_view v;
    lgm_account_question question;
    lgm_err err = {0};
    if (read_question(x, &question) && open_facts(x, &f)) {
        const lgm_status st = accounts_view_open(&v, &f, &err);
        v.question = question;
        v.only_links = only_links;
        if (st == LGM_OK)
            accounts_page_json(&v, &x->out);
        else
            exchange_failed(x, st, &err);
        accounts_view_close(&v);
    }
    story_facts_done(&f);
}

void handle_accounts(exchange *x)
{
    put_accounts(x, false);
}

void handle_disputes(exchange *x)
{
    put_accounts(x, true);
}

/* ---- origins ---- */

static lgm_status put_origins(exchange *x, const story_voices *of, lgm_err *err)
{
    lgm_origins *origins;
    strbuf coverage = {0};
    const size_t n = of->facts.story->n;
    const lgm_status st = lgm_origins_of(&origins, of->told, n, of->voices.at, of->voices.n, err);
    if (st != LGM_OK) return st;
    story_facts_put_coverage_json(&of->facts, &coverage);
    origin_json(&x->out, &(origin_view){origins, of->told, n}, &coverage);
    strbuf_done(&coverage);
    lgm_origins_free(origins);
    return st;
}

/* Of all that its reports say, or of one claim. */
static lgm_status find_voices(exchange *x, story_voices *of, int64_t story, bool redact,
                              lgm_err *err)
{
    int64_t report;
    lgm_link claim;
    const char *const what = exchange_field(x, "claim");
    if (!what) return story_voices_all(of, x->ledger, story, redact, err);
    if (!named_claim_number(x, what, &report, &claim)) return LGM_E_ARG;
    const lgm_status st = story_voices_claim(of, x->ledger, report, claim.index, redact, err);
    if (st != LGM_OK || of->facts.story->number == story) return st;
    exchange_problem(x, 404, "this claim is of another story");
    return LGM_E_ARG;
}

void handle_origins(exchange *x)
{
    story_voices of = {0};
    int64_t story;
    bool redact;
    lgm_err err = {0};
    if (!exchange_switch(x, "redact", &redact) || !read_number(x, &story)) return;
    lgm_status st = find_voices(x, &of, story, redact, &err);
    x->lasting = st == LGM_OK;
    if (st == LGM_OK) st = put_origins(x, &of, &err);
    if (st != LGM_OK && x->status == 200) exchange_failed(x, st, &err);
    story_voices_done(&of);
}

/* ---- copies ---- */

void handle_copies(exchange *x)
{
    copies_asked a = {.ledger = x->ledger, .form = ROWS_JSON};
    size_t n = 0;
    lgm_err err = {0};
    if (!exchange_switch(x, "redact", &a.redact)) return;
    const lgm_status st = copies_answer(&a, x->rest, &n, &err);
    x->lasting = true;
    strbuf_puts(&x->out, "{\"copies\": ");
    strbuf_put(&x->out, a.out.at ? a.out.at : "", a.out.len);
    x->out.failed |= a.out.failed;
    strbuf_puts(&x->out, ", \"coverage\": ");
    if (st == LGM_OK) taken_from_put(&x->out, x);
    strbuf_puts(&x->out, "}\n");
    if (st != LGM_OK) exchange_failed(x, st, &err);
    copies_done(&a);
}
