/* digest_data.c - what is new in a ledger as JSON: see digest_page.h. All of it, nothing cut. */
#include <inttypes.h>

#include "coverage_note.h"
#include "digest_page.h"
#include "json_text.h"

static void put_reports(strbuf *out, const digest_touched *t)
{
    for (size_t i = 0; i < t->n; i++)
        strbuf_printf(out, "%s%" PRId64, i ? ", " : "", t->reports[i]);
}

static void put_story(strbuf *out, const digest_story *s)
{
    const lgm_accounts *const a = s->accounts;
    const digest_names names = digest_publishers(s);
    size_t n = 0;
    strbuf_printf(out, "{\"story\": %" PRId64 ", \"headline\": ", s->touched->story);
    json_text(out, story_facts_headline(&s->facts));
    strbuf_printf(out, ", \"new\": %s, \"before\": %zu, \"reports\": [",
                  s->touched->before ? "false" : "true", s->touched->before);
    put_reports(out, s->touched);
    strbuf_puts(out, "], \"publishers\": [");
    for (size_t i = 0; i < names.n; i++) {
        strbuf_puts(out, i ? ", " : "");
        json_text(out, names.at[i]);
    }
    strbuf_printf(out, "], \"more_publishers\": %zu, \"moved\": [", names.more);
    for (size_t i = 0; i < a->n_links; i++) {
        if (!digest_is_move(s, &a->links[i])) continue;
        strbuf_puts(out, n++ ? ",\n   " : "\n   ");
        accounts_page_link_json(out, &s->view, &a->links[i]);
    }
    strbuf_puts(out, "]}");
}

static lgm_status put_stories(strbuf *out, const digest *d, lgm_err *err)
{
    lgm_status st = LGM_OK;
    size_t n = 0;
    for (size_t i = 0; i < d->n && st == LGM_OK; i++) {
        digest_story s;
        st = digest_open(&s, d, i, err);
        if (st == LGM_OK) strbuf_puts(out, n++ ? ",\n  " : "\n  ");
        if (st == LGM_OK) put_story(out, &s);
        if (st == LGM_E_NOTFOUND) st = LGM_OK;
        digest_close(&s);
    }
    return st;
}

static void put_denial(strbuf *out, const lgm_question_row *row)
{
    strbuf_puts(out, "{\"id\": ");
    json_text(out, row->at[DENIAL_ID].text);
    strbuf_puts(out, ", \"speaker\": ");
    json_text(out, row->at[DENIAL_SPEAKER].text);
    strbuf_puts(out, ", \"content\": ");
    json_text(out, row->at[DENIAL_CONTENT].text);
    strbuf_puts(out, "}");
}

static void put_speaker(strbuf *out, const lgm_question_row *row)
{
    strbuf_puts(out, "{\"speaker\": ");
    json_text(out, row->at[SPEAKER_NAME].text);
    strbuf_printf(out, ", \"claims\": %.0f}", row->at[SPEAKER_CLAIMS].number);
}

/* The rows of a question, which is freed. */
static lgm_status put_rows(strbuf *out, lgm_question *q, lgm_status st,
                           void (*put)(strbuf *, const lgm_question_row *), lgm_err *err)
{
    lgm_question_row row;
    size_t n = 0;
    while (st == LGM_OK && (st = lgm_question_next(q, &row, err)) == LGM_OK) {
        strbuf_puts(out, n++ ? ",\n  " : "\n  ");
        put(out, &row);
    }
    lgm_question_free(q);
    return st == LGM_E_EMPTY ? LGM_OK : st;
}

lgm_status digest_page_json(const digest *d, strbuf *out, lgm_err *err)
{
    lgm_question *q = NULL;
    uint64_t all;
    strbuf_printf(out, "{\"since\": \"%s\", \"stories\": [", d->since);
    lgm_status st = put_stories(out, d, err);
    if (st != LGM_OK) return st;
    strbuf_puts(out, "],\n \"denials\": [");
    st = digest_denials(&q, d, 0, &all, err);
    st = put_rows(out, q, st, put_denial, err);
    if (st != LGM_OK) return st;
    strbuf_puts(out, "],\n \"speakers\": [");
    q = NULL;
    st = digest_speakers(&q, d, 0, &all, err);
    st = put_rows(out, q, st, put_speaker, err);
    if (st != LGM_OK) return st;
    strbuf_puts(out, "],\n \"coverage\": ");
    st = coverage_note_json(out, d->ledger, err);
    strbuf_puts(out, "}\n");
    return st;
}
