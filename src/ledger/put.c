/* put.c - a report comes in: is it there, is it another version, is it read by another model? */
#include "ledger/ledger_file.h"

#include <stdio.h>
#include <string.h>

#include "ledger/mark.h"
#include "legomena/engine.h"

static lgm_slice now(const lgm_ledger *l)
{
    return (lgm_slice){l->now, strlen(l->now)};
}

static lgm_slice hash(const char *hex)
{
    return (lgm_slice){hex, LGM_LEDGER_HEX};
}

static lgm_status find_report(lgm_ledger *l, const lgm_ledger_entry *e, int64_t *report,
                              lgm_err *err)
{
    lgm_ledger_query_text(l->find, 1, e->url);
    lgm_ledger_query_text(l->find, 2, hash(e->sha256));
    return lgm_ledger_query_number(l->find, report, err);
}

/* Has its address been something else since? */
static lgm_status came_back(lgm_ledger *l, const lgm_ledger_entry *e, int64_t report, bool *so,
                            lgm_err *err)
{
    lgm_ledger_query *const q = l->came_back;
    int64_t found = 0;
    *so = false;
    if (!report || !e->url.len) return LGM_OK;
    lgm_ledger_query_text(q, 1, e->url);
    lgm_ledger_query_int(q, 2, report);
    lgm_ledger_query_text(q, 3, e->retrieved);
    lgm_ledger_query_text(q, 4, e->modified);
    lgm_ledger_query_text(q, 5, e->file);
    lgm_ledger_query_text(q, 6, e->member);
    if (e->line) lgm_ledger_query_int(q, 7, e->line);
    if (e->byte) lgm_ledger_query_int(q, 8, e->byte);
    const lgm_status st = lgm_ledger_query_number(q, &found, err);
    *so = found != 0;
    return st;
}

static lgm_status find_reading(lgm_ledger *l, const lgm_ledger_entry *e, lgm_ledger_place *p,
                               lgm_err *err)
{
    lgm_ledger_query_int(l->find_reading, 1, p->report);
    lgm_ledger_query_text(l->find_reading, 2, e->model);
    lgm_ledger_query_text(l->find_reading, 3, e->model_version);
    lgm_ledger_query_text(l->find_reading, 4, e->engine);
    return lgm_ledger_query_number(l->find_reading, &p->reading, err);
}

/* ---- what is new ---- */

static lgm_status find_previous(lgm_ledger *l, const lgm_ledger_entry *e, int64_t *previous,
                                lgm_err *err)
{
    *previous = 0;
    if (!e->url.len) return LGM_OK;
    lgm_ledger_query_text(l->newest, 1, e->url);
    return lgm_ledger_query_number(l->newest, previous, err);
}

static lgm_status put_raw(lgm_ledger *l, const lgm_ledger_entry *e, lgm_err *err)
{
    if (!e->raw.ptr) return LGM_OK;
    lgm_ledger_query_text(l->add_raw, 1, hash(e->raw_sha256));
    lgm_ledger_query_bytes(l->add_raw, 2, e->raw);
    return lgm_ledger_query_do(l->add_raw, err);
}

static lgm_status put_search(lgm_ledger *l, const lgm_ledger_entry *e, int64_t report, lgm_err *err)
{
    lgm_ledger_query_int(l->add_search, 1, report);
    lgm_ledger_query_text(l->add_search, 2, e->title);
    lgm_ledger_query_text(l->add_search, 3, e->text);
    return lgm_ledger_query_do(l->add_search, err);
}

/* The row of the report vouched for: what the log keeps of it. */
static lgm_status mark_report(const lgm_ledger *l, const lgm_ledger_entry *e, const char *salt,
                              char mark[LGM_LEDGER_HEX + 1], lgm_err *err)
{
    lgm_buf b = {0};
    lgm_ledger_mark_text(&b, salt);
    lgm_ledger_mark_text(&b, l->now);
    lgm_ledger_mark_values(&b, e->report.values.at, e->report.values.n);
    return lgm_ledger_mark_end(&b, mark, err);
}

static lgm_status put_report(lgm_ledger *l, const lgm_ledger_entry *e, lgm_ledger_place *p,
                             lgm_err *err)
{
    char salt[LGM_LEDGER_SALT + 1], mark[LGM_LEDGER_HEX + 1];
    int64_t previous;
    lgm_status st = find_previous(l, e, &previous, err);
    if (st == LGM_OK) st = lgm_ledger_salt(salt, err);
    if (st == LGM_OK) st = mark_report(l, e, salt, mark, err);
    if (st == LGM_OK) st = lgm_ledger_put_report(l, e, previous, salt, &p->report, err);
    if (st == LGM_OK && previous) {
        lgm_ledger_query_int(l->replace, 1, previous);
        lgm_ledger_query_text(l->replace, 2, now(l));
        st = lgm_ledger_query_do(l->replace, err);
    }
    if (st == LGM_OK) st = put_raw(l, e, err);
    if (st == LGM_OK) st = put_search(l, e, p->report, err);
    p->news = previous ? LGM_LEDGER_VERSION : LGM_LEDGER_NEW;
    if (st == LGM_OK)
        st = lgm_ledger_log(l, previous ? "version" : "added", p->report, 0, mark, err);
    return st;
}

static lgm_status salt_of(lgm_ledger *l, int64_t report, char salt[LGM_LEDGER_SALT + 1],
                          lgm_err *err)
{
    bool row;
    lgm_ledger_query_int(l->find_salt, 1, report);
    const lgm_status st = lgm_ledger_query_step(l->find_salt, &row, err);
    if (st != LGM_OK) return st;
    const lgm_slice text = row ? lgm_ledger_query_text_at(l->find_salt, 0) : (lgm_slice){"", 0};
    snprintf(salt, LGM_LEDGER_SALT + 1, "%.*s", (int)text.len, text.ptr ? text.ptr : "");
    lgm_ledger_query_reset(l->find_salt);
    return LGM_OK;
}

static lgm_status log_reading(lgm_ledger *l, const lgm_ledger_entry *e, const lgm_ledger_place *p,
                              lgm_err *err)
{
    char salt[LGM_LEDGER_SALT + 1], mark[LGM_LEDGER_HEX + 1];
    lgm_buf b = {0};
    lgm_status st = salt_of(l, p->report, salt, err);
    if (st != LGM_OK) return st;
    lgm_ledger_mark_text(&b, salt);
    lgm_ledger_mark_text(&b, l->now);
    lgm_ledger_mark_slice(&b, e->model);
    lgm_ledger_mark_slice(&b, e->model_version);
    lgm_ledger_mark_slice(&b, e->engine);
    lgm_ledger_mark_text(&b, e->json_sha256);
    st = lgm_ledger_mark_end(&b, mark, err);
    return st == LGM_OK ? lgm_ledger_log(l, "read", p->report, p->reading, mark, err) : st;
}

static lgm_status put_reading(lgm_ledger *l, const lgm_ledger_entry *e, lgm_ledger_place *p,
                              lgm_err *err)
{
    lgm_ledger_query_int(l->supersede, 1, p->report);
    lgm_ledger_query_text(l->supersede, 2, now(l));
    lgm_status st = lgm_ledger_query_do(l->supersede, err);
    lgm_ledger_query_int(l->add_reading, 1, p->report);
    lgm_ledger_query_text(l->add_reading, 2, e->model);
    lgm_ledger_query_text(l->add_reading, 3, e->model_version);
    lgm_ledger_query_text(l->add_reading, 4, e->engine);
    lgm_ledger_query_text(l->add_reading, 5, now(l));
    if (st == LGM_OK) st = lgm_ledger_query_insert(l->add_reading, &p->reading, err);
    lgm_ledger_query_int(l->add_record, 1, p->reading);
    lgm_ledger_query_bytes(l->add_record, 2, e->json);
    if (st == LGM_OK) st = lgm_ledger_query_do(l->add_record, err);
    if (st == LGM_OK) st = lgm_ledger_put_rows(l, &e->index, p->reading, err);
    return st == LGM_OK ? log_reading(l, e, p, err) : st;
}

static lgm_status put(lgm_ledger *l, const lgm_ledger_entry *e, lgm_ledger_place *p, lgm_err *err)
{
    bool again = false;
    lgm_status st = find_report(l, e, &p->report, err);
    if (st == LGM_OK) st = came_back(l, e, p->report, &again, err);
    if (st == LGM_OK && (again || !p->report)) {
        st = put_report(l, e, p, err);
    } else if (st == LGM_OK) {
        st = find_reading(l, e, p, err);
        p->news = p->reading ? LGM_LEDGER_KNOWN : LGM_LEDGER_READING;
    }
    return st == LGM_OK && p->news != LGM_LEDGER_KNOWN ? put_reading(l, e, p, err) : st;
}

static lgm_status put_of(lgm_ledger *l, const lgm_ledger_entry *e, lgm_ledger_place *p,
                         lgm_err *err)
{
    int64_t same = 0;
    lgm_ledger_query_int(l->find_text, 1, p->report);
    lgm_ledger_query_text(l->find_text, 2, hash(e->sha256));
    lgm_status st = lgm_ledger_query_number(l->find_text, &same, err);
    p->news = LGM_LEDGER_GONE;
    if (st != LGM_OK || !same) return st;
    if (same < 0)
        return lgm_fail(err, LGM_E_ARG, "%s: that is not the text of report %lld",
                        lgm_ledger_store_path(l->store), (long long)p->report);
    st = find_reading(l, e, p, err);
    p->news = p->reading ? LGM_LEDGER_KNOWN : LGM_LEDGER_READING;
    return st == LGM_OK && !p->reading ? put_reading(l, e, p, err) : st;
}

static lgm_status put_into(lgm_ledger *l, int64_t report, const lgm_ledger_entry *entry,
                           lgm_ledger_place *place, lgm_err *err)
{
    lgm_ledger_place p = {.report = report};
    lgm_status st = lgm_ledger_begin(l, err);
    if (st == LGM_OK) st = (report ? put_of : put)(l, entry, &p, err);
    if (place) *place = p;
    return st == LGM_OK ? st : lgm_ledger_undo(l, st);
}

lgm_status lgm_ledger_put(lgm_ledger *l, const lgm_ledger_entry *entry, lgm_ledger_place *place,
                          lgm_err *err)
{
    return put_into(l, 0, entry, place, err);
}

lgm_status lgm_ledger_put_reading(lgm_ledger *l, int64_t report, const lgm_ledger_entry *entry,
                                  lgm_ledger_place *place, lgm_err *err)
{
    return put_into(l, report ? report : -1, entry, place, err); /* 0 is none */
}
