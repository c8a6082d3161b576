/* mark.c - hashes by which the log vouches for rows and for itself. */
#include "ledger/mark.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

lgm_status lgm_ledger_salt(char salt[LGM_LEDGER_SALT + 1], lgm_err *err)
{
    uint8_t bytes[LGM_LEDGER_SALT / 2];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return lgm_fail_errno(err, "random bytes of the system", errno);
    lgm_hex(bytes, sizeof bytes, salt);
    return LGM_OK;
}

void lgm_ledger_mark_slice(lgm_buf *b, lgm_slice value)
{
    if (value.ptr) {
        lgm_buf_uint(b, value.len);
        lgm_buf_putc(b, ':');
        lgm_buf_put(b, value.ptr, value.len);
    } else {
        lgm_buf_putc(b, '-');
    }
    lgm_buf_putc(b, ',');
}

void lgm_ledger_mark_text(lgm_buf *b, const char *value)
{
    lgm_ledger_mark_slice(b, (lgm_slice){value, value ? strlen(value) : 0});
}

void lgm_ledger_mark_int(lgm_buf *b, int64_t value)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%lld", (long long)value);
    lgm_ledger_mark_text(b, digits);
}

void lgm_ledger_mark_values(lgm_buf *b, const lgm_ledger_value *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (values[i].type == LGM_LEDGER_INT)
            lgm_ledger_mark_int(b, values[i].as.number);
        else
            lgm_ledger_mark_slice(b, values[i].type == LGM_LEDGER_TEXT ? values[i].as.text
                                                                       : (lgm_slice){0});
}

lgm_status lgm_ledger_mark_end(lgm_buf *b, char mark[LGM_LEDGER_HEX + 1], lgm_err *err)
{
    char *bytes;
    size_t len;
    const lgm_status st = lgm_buf_take(b, &bytes, &len, err);
    if (st != LGM_OK) return st;
    lgm_ledger_mark_bytes((lgm_slice){bytes, len}, mark);
    lgm_free(bytes);
    return LGM_OK;
}

/* Of the values of the one row that a statement gives for a number. */
static lgm_status mark_row(lgm_ledger_store *s, const char *sql, int n_values, int64_t number,
                           char mark[LGM_LEDGER_HEX + 1], lgm_err *err)
{
    lgm_ledger_query *q;
    lgm_buf b = {0};
    bool row = false;
    mark[0] = '\0';
    lgm_status st = lgm_ledger_query_new(&q, s, sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, number);
    st = lgm_ledger_query_step(q, &row, err);
    for (int i = 0; row && i < n_values; i++)
        lgm_ledger_mark_slice(&b, lgm_ledger_query_text_at(q, i));
    if (row) st = lgm_ledger_mark_end(&b, mark, err);
    lgm_ledger_query_free(q);
    return st;
}

lgm_status lgm_ledger_mark_review(lgm_ledger_store *s, int64_t review,
                                  char mark[LGM_LEDGER_HEX + 1], lgm_err *err)
{
    static const char sql[] =
        "SELECT p.salt, v.review, v.report, v.reading, v.kind, v.n, v.start, v.\"end\", v.words, "
        "v.field, v.seen, v.verdict, v.correction, v.note, v.reviewer, v.at, (SELECT "
        "group_concat(o.review, ' ') FROM (SELECT x.review FROM review x WHERE x.replaced_by = "
        "v.review ORDER BY x.review) o) FROM review v JOIN report p USING (report) WHERE "
        "v.review = ?1";
    return mark_row(s, sql, 17, review, mark, err);
}

lgm_status lgm_ledger_mark_decision(lgm_ledger_store *s, int64_t decision,
                                    char mark[LGM_LEDGER_HEX + 1], lgm_err *err)
{
    static const char sql[] =
        "SELECT p.salt, q.salt, d.decision, d.of, d.one, d.a_report, d.a_reading, d.a_n, "
        "d.a_start, "
        "d.a_end, d.a_words, d.b_report, d.b_reading, d.b_n, d.b_start, d.b_end, d.b_words, "
        "d.note, "
        "d.reviewer, d.at, (SELECT group_concat(o.decision, ' ') FROM (SELECT x.decision FROM "
        "decision x WHERE x.replaced_by = d.decision ORDER BY x.decision) o) FROM decision d JOIN "
        "report p ON p.report = d.a_report JOIN report q ON q.report = d.b_report WHERE d.decision "
        "= ?1";
    return mark_row(s, sql, 21, decision, mark, err);
}

void lgm_ledger_mark_bytes(lgm_slice bytes, char hex[LGM_LEDGER_HEX + 1])
{
    uint8_t hash[32];
    lgm_sha256(bytes.ptr, bytes.len, hash);
    lgm_hex(hash, sizeof hash, hex);
}
