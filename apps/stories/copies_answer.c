/* copies_answer.c - see copies_answer.h. */
#include "copies_answer.h"

#include "copy_text.h"
#include "coverage_note.h"
#include "legomena/custody.h"

/* ---- without names ---- */

/* Words of a report as they may be shown. *kept is to be freed. */
static lgm_status hide(copies_asked *a, int64_t report, lgm_str *words, char **kept, lgm_err *err)
{
    lgm_redaction *r;
    size_t len;
    *kept = NULL;
    if (!a->redactions || !words->ptr) return LGM_OK;
    lgm_status st = lgm_redactions_of(a->redactions, report, &r, err);
    if (st == LGM_OK) st = lgm_redaction_words(r, *words, kept, &len, err);
    if (st == LGM_OK) *words = (lgm_str){*kept, len};
    return st;
}

/* ---- one pair ---- */

typedef struct pair {
    copy_shown shown;
    char *titles[2]; /* that were changed */
} pair;

static lgm_status pair_of(pair *p, copies_asked *a, const lgm_copies *c, lgm_copy copy,
                          lgm_err *err)
{
    *p = (pair){.shown = {.copy = copy,
                          .group = lgm_copies_report(c),
                          .report = lgm_copies_about(c, copy.report),
                          .of = lgm_copies_about(c, copy.of)}};
    lgm_status st = hide(a, copy.report, &p->shown.report.title, &p->titles[0], err);
    return st == LGM_OK ? hide(a, copy.of, &p->shown.of.title, &p->titles[1], err) : st;
}

static void pair_done(pair *p)
{
    lgm_string_free(p->titles[0]);
    lgm_string_free(p->titles[1]);
}

static lgm_status put_passage(copies_asked *a, const pair *p, const lgm_record *report,
                              const lgm_copy_passage *passage, lgm_err *err)
{
    char *kept;
    lgm_str words = lgm_record_quote(report, passage->in);
    const lgm_status st = hide(a, p->shown.copy.report, &words, &kept, err);
    if (st == LGM_OK && a->form == ROWS_TEXT) copy_text_passage(&a->w, &p->shown, passage, words);
    if (st == LGM_OK && a->form != ROWS_TEXT)
        copy_rows_put_passage(&a->rows, &p->shown, passage, words);
    lgm_string_free(kept);
    return st;
}

static lgm_status put_passages(copies_asked *a, const pair *p, lgm_err *err)
{
    lgm_record *report = NULL, *of = NULL;
    lgm_copy_passage *passages = NULL;
    size_t n = 0;
    lgm_status st = lgm_ledger_get(a->ledger, p->shown.copy.report, &report, err);
    if (st == LGM_OK) st = lgm_ledger_get(a->ledger, p->shown.copy.of, &of, err);
    if (st == LGM_OK) st = lgm_copy_passages(report, of, &passages, &n, err);
    for (size_t i = 0; i < n && st == LGM_OK; i++)
        st = put_passage(a, p, report, &passages[i], err);
    lgm_string_free((char *)passages);
    lgm_record_free(report);
    lgm_record_free(of);
    return st;
}

/* ---- a report ---- */

static lgm_status put_head(copies_asked *a, const lgm_copies *c, int64_t report, lgm_err *err)
{
    char *kept;
    lgm_copy_report r = lgm_copies_about(c, report);
    if (a->form != ROWS_TEXT) return LGM_OK;
    const lgm_status st = hide(a, report, &r.title, &kept, err);
    if (st == LGM_OK) copy_text_head(&a->w, r);
    lgm_string_free(kept);
    return st;
}

static void put_others(copies_asked *a, const lgm_copies *c)
{
    const size_t n = lgm_copies_count(c);
    size_t earlier = 0;
    if (a->form != ROWS_TEXT) return;
    for (size_t i = 0; i < n; i++) earlier += lgm_copies_copy(c, i).report == lgm_copies_report(c);
    strbuf_puts(&a->out, n ? "  " : "  no other report has text of it");
    if (earlier) strbuf_puts(&a->out, "has text of ");
    if (earlier) strbuf_count(&a->out, earlier, "earlier report", "earlier reports");
    if (earlier && n > earlier) strbuf_puts(&a->out, "; ");
    if (n > earlier)
        strbuf_count(&a->out, n - earlier, "later report has text of it",
                     "later reports have text of it");
    strbuf_puts(&a->out, "\n");
}

static lgm_status put_beside(copies_asked *a, const lgm_copies *c, size_t i, lgm_err *err)
{
    const lgm_copy copy = lgm_copies_copy(c, i);
    pair p;
    lgm_status st = pair_of(&p, a, c, copy, err);
    if (st == LGM_OK && a->form == ROWS_TEXT) {
        strbuf_puts(&a->out, "\n");
        copy_text_head(&a->w, lgm_copies_other(c, i) == copy.of ? p.shown.of : p.shown.report);
        copy_text_pair(&a->w, &p.shown);
    }
    if (st == LGM_OK) st = put_passages(a, &p, err);
    pair_done(&p);
    return st;
}

static lgm_status put_report(copies_asked *a, int64_t report, size_t *n, lgm_err *err)
{
    lgm_copies *c;
    lgm_status st = lgm_copies_of(&c, a->ledger, report, err);
    if (st != LGM_OK) return st;
    st = put_head(a, c, report, err);
    if (st == LGM_OK) put_others(a, c);
    for (size_t i = 0; i < lgm_copies_count(c) && st == LGM_OK && (!a->limit || i < a->limit); i++)
        st = put_beside(a, c, i, err);
    if (a->form == ROWS_TEXT && a->limit && lgm_copies_count(c) > a->limit)
        strbuf_printf(&a->out, "\n%zu more; --limit 0 shows all\n",
                      lgm_copies_count(c) - (size_t)a->limit);
    *n += lgm_copies_count(c);
    lgm_copies_free(c);
    return st;
}

/* ---- groups ---- */

static lgm_status put_group(copies_asked *a, const lgm_copies *c, lgm_err *err)
{
    lgm_status st = put_head(a, c, lgm_copies_report(c), err);
    for (size_t i = 0; i < lgm_copies_count(c) && st == LGM_OK; i++) {
        pair p;
        st = pair_of(&p, a, c, lgm_copies_copy(c, i), err);
        if (st == LGM_OK && a->form != ROWS_TEXT) copy_rows_put_pair(&a->rows, &p.shown);
        if (st == LGM_OK && a->form == ROWS_TEXT)
            copy_text_member(&a->w, &p.shown, lgm_copies_other(c, i));
        pair_done(&p);
    }
    if (a->form == ROWS_TEXT) strbuf_puts(&a->out, "\n");
    return st;
}

static lgm_status put_groups(copies_asked *a, size_t *n, lgm_err *err)
{
    lgm_copies *c;
    int64_t place = 0;
    lgm_status st;
    while ((st = lgm_copies_next(&c, a->ledger, &place, err)) == LGM_OK) {
        if (a->limit && *n == a->limit) {
            lgm_copies_free(c);
            if (a->form == ROWS_TEXT) strbuf_puts(&a->out, "There are more; --limit 0 shows all\n");
            return LGM_OK;
        }
        st = put_group(a, c, err);
        lgm_copies_free(c);
        if (st != LGM_OK) return st;
        ++*n;
    }
    return st == LGM_E_EMPTY ? LGM_OK : st;
}

/* ---- all of it ---- */

lgm_status copies_answer(copies_asked *a, const char *what, size_t *n, lgm_err *err)
{
    int64_t *reports = NULL;
    size_t n_reports = 0;
    lgm_status st = LGM_OK;
    if (a->redact) st = lgm_redactions_new(&a->redactions, a->ledger, err);
    if (st == LGM_OK && what) st = lgm_custody_find(a->ledger, what, &reports, &n_reports, err);
    if (st == LGM_OK && a->form != ROWS_TEXT)
        rows_begin(&a->rows, &a->out, a->form, what ? &copy_rows_passages : &copy_rows_pairs,
                   a->width, a->color);
    wrap_start(&a->w, &a->out, a->width, a->color);
    if (st == LGM_OK && !what) st = put_groups(a, n, err);
    for (size_t i = 0; i < n_reports && st == LGM_OK; i++) {
        if (i && a->form == ROWS_TEXT) strbuf_puts(&a->out, "\n");
        st = put_report(a, reports[i], n, err);
    }
    lgm_string_free((char *)reports);
    if (st == LGM_OK && a->form != ROWS_TEXT) rows_end(&a->rows);
    if (st == LGM_OK && a->form == ROWS_TEXT && what) strbuf_puts(&a->out, "\n");
    return st == LGM_OK && a->form == ROWS_TEXT ? coverage_note_put(&a->w, a->ledger, err) : st;
}

void copies_done(copies_asked *a)
{
    lgm_redactions_free(a->redactions);
    strbuf_done(&a->out);
}
