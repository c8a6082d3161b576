/*
 * ledger_file.h - an open ledger, and what its functions share.
 *
 * Files   ledger.c, migrate.c, put_rows.c, log.c; marks are in mark.h.
 */
#ifndef LGM_LEDGER_FILE_H
#define LGM_LEDGER_FILE_H

#include <pthread.h>

#include "ledger/entry.h"
#include "ledger/store.h"

enum { LGM_LEDGER_MOMENT = 24 }; /* room for 2024-05-24T09:30:00Z */

/* Is a text that the address of a report had before there again, and so a new version? `n` is the
 * newest one. It is, if it was retrieved later than n, or modified later, or stands at the place
 * that n was read at (?3 to ?8: these, as columns of a report). A copy of the earlier text that
 * says none of it is no news: the same files may be added again and again. */
#define LGM_LEDGER_CAME_BACK                                                                       \
    "coalesce(julianday(?3) > julianday(n.retrieved), "                                            \
    "nullif(julianday(?4) > julianday(n.modified), 0), "                                           \
    "n.file = ?5 AND n.member IS ?6 AND n.line IS ?7 AND n.byte IS ?8)"

/* One prepared statement for each thing that is done often. */
#define LGM_LEDGER_QUERIES(X)                                                                      \
    X(find, "SELECT max(report) FROM report WHERE url=?1 AND sha256=?2")                           \
    X(came_back, "SELECT 1 FROM report n WHERE n.url=?1 AND n.replaced IS NULL AND n.report<>?2 "  \
                 "AND " LGM_LEDGER_CAME_BACK)                                                      \
    X(find_text, "SELECT iif(sha256=?2, 1, -1) FROM report WHERE report=?1")                       \
    X(newest, "SELECT report FROM report WHERE url=?1 AND replaced IS NULL "                       \
              "ORDER BY report DESC LIMIT 1")                                                      \
    X(replace, "UPDATE report SET replaced=?2 WHERE report=?1")                                    \
    X(find_salt, "SELECT salt FROM report WHERE report=?1")                                        \
    X(find_reading, "SELECT reading FROM reading "                                                 \
                    "WHERE report=?1 AND model=?2 AND model_version=?3 AND engine=?4")             \
    X(supersede, "UPDATE reading SET superseded=?2 WHERE report=?1 AND superseded IS NULL")        \
    X(add_reading, "INSERT INTO reading(report, model, model_version, engine, learned) "           \
                   "VALUES(?1, ?2, ?3, ?4, ?5)")                                                   \
    X(add_record, "INSERT INTO record(reading, json) VALUES(?1, ?2)")                              \
    X(add_raw, "INSERT INTO raw(raw_sha256, bytes) VALUES(?1, ?2) ON CONFLICT DO NOTHING")         \
    X(add_search, "INSERT INTO report_search(rowid, title, text) VALUES(?1, ?2, ?3)")              \
    X(add_problem, "INSERT INTO problem(name, line, byte, status, message, first, last, times) "   \
                   "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?6, 1) "                                        \
                   "ON CONFLICT(name, line, byte, message) "                                       \
                   "DO UPDATE SET last=excluded.last, times=times+1 RETURNING times")              \
    X(last_log, "SELECT entry, hash FROM log ORDER BY entry DESC LIMIT 1")                         \
    X(add_log, "INSERT INTO log(entry, at, what, report, reading, detail, hash) "                  \
               "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")

struct lgm_ledger {
    lgm_ledger_store *store;
    bool read_only;
    char now[LGM_LEDGER_MOMENT]; /* of the transaction that is open */
    int64_t last_entry;          /* of the log, and its hash: known while a transaction is open */
    char last_hash[LGM_LEDGER_HEX + 1];
#define LGM_LEDGER_QUERY(name, sql) lgm_ledger_query *name;
    LGM_LEDGER_QUERIES(LGM_LEDGER_QUERY)
#undef LGM_LEDGER_QUERY
    lgm_ledger_query *add_report;
    lgm_ledger_query *add_rows[LGM_LEDGER_N_TABLES];

    pthread_mutex_t asking; /* of lgm_ledger_knows, which has a connection of its own */
    lgm_ledger_store *asked;
    lgm_ledger_query *knows;
};

/* ---- migrate.c ---- */

/* Brings the schema up to date, or says why not. */
LGM_NODISCARD lgm_status lgm_ledger_migrate(lgm_ledger_store *s, bool read_only, lgm_err *err);

/* ---- ledger.c ---- */

/* Starts a transaction where none is open. LGM_E_ARG where the ledger is open to be read alone. */
LGM_NODISCARD lgm_status lgm_ledger_begin(lgm_ledger *l, lgm_err *err);
/* Ends it as if it had not been, and gives st back: for the end of what failed. */
lgm_status lgm_ledger_undo(lgm_ledger *l, lgm_status st);

/* ---- put_rows.c ---- */

LGM_NODISCARD lgm_status lgm_ledger_put_report(lgm_ledger *l, const lgm_ledger_entry *e,
                                               int64_t previous, const char *salt, int64_t *report,
                                               lgm_err *err);
LGM_NODISCARD lgm_status lgm_ledger_put_rows(lgm_ledger *l, const lgm_ledger_rows *rows,
                                             int64_t reading, lgm_err *err);
/* The values of row i of a list, from place `at` of the query on. */
void lgm_ledger_bind_row(lgm_ledger_query *q, int at, const lgm_ledger_rows *rows, size_t i);
/* Prepares what the two above need. */
LGM_NODISCARD lgm_status lgm_ledger_prepare_rows(lgm_ledger *l, lgm_err *err);
void lgm_ledger_free_rows(lgm_ledger *l);

/* ---- log.c ---- */

typedef struct lgm_ledger_logged { /* an entry of the log */
    int64_t entry;                 /* from 1, without gaps */
    const char *at, *what;
    int64_t report, reading; /* 0 = null */
    const char *detail;      /* NULL = null */
} lgm_ledger_logged;

/* The hash of an entry; before: that of the one before it, "" where it is the first. */
LGM_NODISCARD lgm_status lgm_ledger_log_hash(const lgm_ledger_logged *e, const char *before,
                                             char hash[LGM_LEDGER_HEX + 1], lgm_err *err);
/* Where the log ends: for the begin of a transaction. */
LGM_NODISCARD lgm_status lgm_ledger_log_start(lgm_ledger *l, lgm_err *err);
/* Writes down what happens, in the transaction that is open: "added", "version", "read",
 * "removed". Numbers of 0 and a detail of NULL are null. */
LGM_NODISCARD lgm_status lgm_ledger_log(lgm_ledger *l, const char *what, int64_t report,
                                        int64_t reading, const char *detail, lgm_err *err);

#endif
