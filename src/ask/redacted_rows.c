/* redacted_rows.c - rows of a question without the names of private persons. */
#include <stdlib.h>
#include <string.h>

#include "ask/asking.h"

/* What is of the publisher, of a reviewer or of no report stays as it is. */
static bool has_names(const lgm_question_column *c)
{
    static const char *const without[] = {"publisher", "reviewer", "day",  "date", "said",
                                          "first",     "last",     "from", "to",   "verdict",
                                          "kind",      "field",    "fit",  "at",   "named"};
    for (size_t i = 0; i < LGM_COUNT(without); i++)
        if (strcmp(c->name, without[i]) == 0) return false;
    return c->type == LGM_COLUMN_TEXT;
}

/* The report of the row: its column with an id; 0 = none. */
static int64_t report_of(const lgm_question *q)
{
    for (size_t i = 0; i < q->shown->n_columns; i++)
        if (q->shown->columns[i].type == LGM_COLUMN_ID && q->row[i].text.ptr)
            return strtoll(q->row[i].text.ptr, NULL, 10);
    return 0;
}

/* An address with a name in it is left out, as in the record. */
static lgm_status redact_cell(lgm_question *q, size_t i, lgm_redaction *r, lgm_err *err)
{
    lgm_question_value *const v = &q->row[i];
    char *words;
    size_t len;
    if (!v->text.ptr) return LGM_OK;
    const bool url = strcmp(q->shown->columns[i].name, "url") == 0;
    const lgm_status st = lgm_redaction_words(r, v->text, &words, &len, err);
    if (st != LGM_OK) return st;
    const bool same = len == v->text.len && memcmp(words, v->text.ptr, len) == 0;
    lgm_string_free(q->cells[i]);
    q->cells[i] = words;
    *v = url && !same ? (lgm_question_value){.is_null = 1}
                      : (lgm_question_value){.text = {words, len}};
    return LGM_OK;
}

/* Rows of no one report: a name that is hidden in any is hidden. */
static lgm_status redact_name(lgm_question *q, size_t i, lgm_err *err)
{
    static const char hidden[] = "[hidden]";
    int is_hidden;
    if (!q->row[i].text.ptr) return LGM_OK;
    const lgm_status st = lgm_redactions_hide(q->redactions, q->row[i].text, &is_hidden, err);
    if (st == LGM_OK && is_hidden) q->row[i].text = (lgm_str){hidden, sizeof hidden - 1};
    return st;
}

lgm_status lgm_ask_redact_row(lgm_question *q, lgm_err *err)
{
    const int64_t report = report_of(q);
    lgm_redaction *r = NULL;
    lgm_status st = LGM_OK;
    if (report) st = lgm_redactions_of(q->redactions, report, &r, err);
    for (size_t i = 0; i < q->shown->n_columns && st == LGM_OK; i++) {
        if (!has_names(&q->shown->columns[i])) continue;
        st = r ? redact_cell(q, i, r, err) : redact_name(q, i, err);
    }
    return st;
}
