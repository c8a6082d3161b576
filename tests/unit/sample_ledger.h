/*
 * sample_ledger.h - ledgers for tests: a file in a folder of its own, records made of a few words,
 * and what a statement says about it.
 *
 *     sample_ledger s = sample_ledger_open();
 *     sample_ledger_put(&s, "https://mill.example/fire", "Lind said that it burned.", "tiny");
 *     assert_int_equal(sample_ledger_number(&s, "SELECT count(*) FROM reports"), 1);
 *     sample_ledger_close(&s);
 */
#ifndef SAMPLE_LEDGER_H
#define SAMPLE_LEDGER_H

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/base.h"
#include "legomena/ledger.h"

typedef struct sample_ledger {
    char folder[64], path[96];
    lgm_ledger *ledger;
} sample_ledger;

static inline void sample_ledger_reopen(sample_ledger *s)
{
    const lgm_ledger_options o = {.create = 1};
    lgm_err err = {0};
    lgm_ledger_close(s->ledger);
    if (lgm_ledger_open(&s->ledger, s->path, &o, &err) != LGM_OK) fail_msg("%s", err.message);
}

static inline sample_ledger sample_ledger_open(void)
{
    sample_ledger s = {.folder = "/tmp/legomena-ledger-XXXXXX"};
    assert_non_null(mkdtemp(s.folder));
    snprintf(s.path, sizeof s.path, "%s/in/ledger.db", s.folder);
    sample_ledger_reopen(&s);
    return s;
}

static inline void sample_ledger_close(sample_ledger *s)
{
    char command[128];
    lgm_ledger_close(s->ledger);
    snprintf(command, sizeof command, "rm -r %s", s->folder);
    assert_int_equal(system(command), 0);
}

/* A record with the text, a name at its first word and a claim of all the rest of it. */
static inline lgm_record *sample_ledger_record(const char *url, const char *text, const char *model)
{
    char json[4096], sum[65], address[256] = "null";
    uint8_t bytes[32];
    lgm_err err = {0};
    lgm_record *r;
    const int first = (int)strcspn(text, " "), all = (int)strlen(text);
    lgm_sha256(text, strlen(text), bytes);
    lgm_hex(bytes, sizeof bytes, sum);
    if (url) snprintf(address, sizeof address, "\"%s\"", url);
    snprintf(
        json, sizeof json,
        "{\"legomena\":1,\"id\":\"%.16s\",\"url\":%s,\"title\":\"A mill\",\"byline\":null,"
        "\"publisher\":null,\"date\":\"2024-03-14\",\"retrieved\":null,\"lang\":\"en\","
        "\"sha256\":\"%s\",\"raw_sha256\":\"%s\",\"model\":{\"name\":\"%s\",\"version\":\"1\"},"
        "\"engine\":\"0\",\"text\":\"%s\",\"sentences\":[],\"entities\":[{\"id\":\"e1\","
        "\"type\":\"PER\",\"name\":\"%.*s\",\"aliases\":[],\"roles\":[],\"place\":null,"
        "\"actor\":null,\"mentions\":[{\"start\":0,\"end\":%d,\"form\":\"name\"}]}],\"times\":[],"
        "\"claims\":[{\"id\":\"c1\",\"source\":[[0,%d]],\"cue\":[],\"content\":[[%d,%d]],"
        "\"form\":\"indirect\",\"quoted\":[],\"act\":\"state\",\"speaker\":\"e1\","
        "\"speaker_kind\":\"named\",\"via\":[],\"venue\":null,"
        "\"said\":{\"value\":\"2024-03\",\"time\":null},\"parent\":null,\"certainty\":\"CT+\","
        "\"evidence\":null,\"repetition\":null,\"about\":[],\"replies\":[],\"confidence\":0.5}],"
        "\"events\":[],\"incidents\":[],\"timeline\":[],\"disputes\":[],\"warnings\":[]}",
        sum, address, sum, sum, model, text, first, text, first, first, first + 1, all);
    if (lgm_record_read(&r, json, strlen(json), &err) != LGM_OK) fail_msg("%s", err.message);
    return r;
}

static inline lgm_ledger_place sample_ledger_put_record(sample_ledger *s, const lgm_record *r,
                                                        const lgm_input *in)
{
    lgm_ledger_entry *entry;
    lgm_ledger_place place;
    lgm_err err = {0};
    if (lgm_ledger_prepare(&entry, r, in, 1, &err) != LGM_OK) fail_msg("%s", err.message);
    if (lgm_ledger_put(s->ledger, entry, &place, &err) != LGM_OK) fail_msg("%s", err.message);
    if (lgm_ledger_commit(s->ledger, &err) != LGM_OK) fail_msg("%s", err.message);
    lgm_ledger_entry_free(entry);
    return place;
}

static inline lgm_ledger_place sample_ledger_put(sample_ledger *s, const char *url,
                                                 const char *text, const char *model)
{
    lgm_record *const r = sample_ledger_record(url, text, model);
    const lgm_ledger_place place = sample_ledger_put_record(s, r, NULL);
    lgm_record_free(r);
    return place;
}

/* Runs statements as another program would. */
static inline void sample_ledger_run(const sample_ledger *s, const char *sql)
{
    sqlite3 *db;
    char *message = NULL;
    assert_int_equal(sqlite3_open(s->path, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) fail_msg("%s: %s", sql, message);
    sqlite3_close(db);
}

/* The first value of the first row, as text; "" where there is none. */
static inline const char *sample_ledger_text(const sample_ledger *s, const char *sql)
{
    static char text[256];
    sqlite3 *db;
    sqlite3_stmt *q;
    assert_int_equal(sqlite3_open(s->path, &db), SQLITE_OK);
    if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    const bool row = sqlite3_step(q) == SQLITE_ROW && sqlite3_column_text(q, 0);
    snprintf(text, sizeof text, "%s", row ? (const char *)sqlite3_column_text(q, 0) : "");
    sqlite3_finalize(q);
    sqlite3_close(db);
    return text;
}

static inline int sample_ledger_number(const sample_ledger *s, const char *sql)
{
    return atoi(sample_ledger_text(s, sql));
}

#endif
