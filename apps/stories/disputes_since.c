/* disputes_since.c - see disputes_since.h. */
#include "disputes_since.h"

#include <stdlib.h>

#include "coverage_note.h"
#include "legomena/question.h"

typedef struct stories {
    int64_t *at;
    size_t n;
} stories;

static lgm_status keep(void *ctx, const lgm_story_news *news)
{
    stories *const s = ctx;
    int64_t *const at = realloc(s->at, (s->n + 1) * sizeof *at);
    if (!at) return LGM_E_NOMEM;
    s->at = at;
    at[s->n++] = news->story;
    return LGM_OK;
}

static void put(const disputes_asked *a, const accounts_view *v, bool first, strbuf *out)
{
    if (a->form == DISPUTES_JSON && !first) strbuf_puts(out, ",\n");
    if (a->form == DISPUTES_TEXT && !first) strbuf_puts(out, "\n");
    if (a->form == DISPUTES_TEXT) accounts_page_text(v, a->width, a->color, out);
    if (a->form == DISPUTES_JSON) accounts_page_json(v, out);
    if (a->form == DISPUTES_CSV) accounts_page_links_csv(v, first, out);
}

/* A story whose reports are all withdrawn by now has nothing that differs. */
static lgm_status put_story(const disputes_asked *a, lgm_ledger *ledger, int64_t story, size_t *n,
                            strbuf *out, lgm_err *err)
{
    story_facts f;
    accounts_view v;
    lgm_status st = story_facts_read(&f, ledger, story, a->redact, err);
    if (st == LGM_OK) {
        st = accounts_view_open(&v, &f, err);
        v.question = a->question;
        v.only_links = true;
        v.why = a->why;
        if (st == LGM_OK && accounts_page_has(&v)) put(a, &v, (*n)++ == 0, out);
        accounts_view_close(&v);
    }
    story_facts_done(&f);
    return st == LGM_E_NOTFOUND ? LGM_OK : st;
}

static lgm_status put_coverage(const disputes_asked *a, lgm_ledger *ledger, strbuf *out,
                               lgm_err *err)
{
    wrapper w;
    if (a->form == DISPUTES_JSON) strbuf_puts(out, "]}\n");
    if (a->form != DISPUTES_TEXT) return LGM_OK;
    strbuf_puts(out, "\n");
    wrap_start(&w, out, a->width, a->color);
    return coverage_note_put(&w, ledger, err);
}

lgm_status disputes_since(const disputes_asked *a, lgm_ledger *ledger, strbuf *out, size_t *n,
                          lgm_err *err)
{
    char day[11];
    stories s = {0};
    *n = 0;
    lgm_status st = lgm_question_day(day, a->since, err);
    if (st == LGM_OK) st = lgm_story_touched(ledger, day, keep, &s, err);
    if (a->form == DISPUTES_JSON) strbuf_printf(out, "{\"since\": \"%s\", \"stories\": [\n", day);
    for (size_t i = 0; i < s.n && st == LGM_OK; i++)
        st = put_story(a, ledger, s.at[i], n, out, err);
    if (a->form == DISPUTES_CSV && !*n) accounts_page_links_csv(NULL, true, out);
    free(s.at);
    return st == LGM_OK ? put_coverage(a, ledger, out, err) : st;
}
