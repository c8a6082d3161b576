/*
 * ledger.h - the ledger: one file that keeps reports and what was read in them.
 *
 *     lgm_ledger *ledger;
 *     lgm_ledger_options o = {.create = 1};
 *     if (lgm_ledger_open(&ledger, "ledger.db", &o, &err) == LGM_OK) {
 *         lgm_ledger_entry *entry;
 *         if (lgm_ledger_prepare(&entry, record, &input, 1, &err) == LGM_OK)
 *             st = lgm_ledger_put(ledger, entry, &place, &err);
 *         ...
 *         lgm_ledger_entry_free(entry);
 *         st = lgm_ledger_commit(ledger, &err);
 *         lgm_ledger_close(ledger);
 *     }
 *
 * The file is one of SQLite; src/ledger/schema describes its tables, docs/ledger.md how to ask it.
 * A report is known by its address and the hash of its text: the same twice is one report, and the
 * same address with another text is a new version beside the old one. An earlier text is a new
 * version too where it is sure that it is there again: it was retrieved or modified later than the
 * newest version, or stands at the place where that was read. What a model read in a report is a
 * reading; the newest reading counts, and none is overwritten.
 *
 * Times    what the ledger learned it learned at a time, in UTC: 2024-05-24T09:30:00Z.
 * Threads  an entry is made in any thread; lgm_ledger_knows may be called in any thread at any
 *          time; all else of one ledger belongs to one thread at a time. Several programs may read
 *          a file while one writes.
 * Errors   LGM_E_NOTFOUND no such file or report, LGM_E_FORMAT a file of another kind,
 *          LGM_E_VERSION one of a newer legomena (or, opened to be read alone, of an older one),
 *          LGM_E_CORRUPT damaged, LGM_E_IO the disk, or another program that keeps on writing,
 *          LGM_E_ARG, LGM_E_NOMEM. The file is input: what is wrong in it is an error.
 */
#ifndef LEGOMENA_LEDGER_H
#define LEGOMENA_LEDGER_H

#include "legomena/input.h"
#include "legomena/record.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lgm_ledger lgm_ledger;

typedef struct lgm_ledger_options {
    int create;    /* makes the file, and its folder, where there is none */
    int read_only; /* nothing is written; lgm_ledger_put and the like are LGM_E_ARG */
} lgm_ledger_options;

/* Where the ledger is that nobody named: $LEGOMENA_LEDGER, else legomena/ledger.db in the folder
 * for data of the user ($XDG_DATA_HOME, else ~/.local/share). To be freed with lgm_string_free.
 * LGM_E_NOTFOUND where none of these is set. */
LGM_NODISCARD LGM_API lgm_status lgm_ledger_default_path(char **out, lgm_err *err);

/* path: NULL = lgm_ledger_default_path. options: NULL = it is there, and may be written. A ledger
 * of an older legomena is brought up to date. */
LGM_NODISCARD LGM_API lgm_status lgm_ledger_open(lgm_ledger **out, const char *path,
                                                 const lgm_ledger_options *options, lgm_err *err);
/* A number that is another one once something was committed by somebody else, through another
 * lgm_ledger; 0 where it cannot be told. Cheap: who keeps answers can ask before each. */
LGM_API uint64_t lgm_ledger_state(lgm_ledger *ledger);
/* NULL is fine. What was not committed is lost. */
LGM_API void lgm_ledger_close(lgm_ledger *ledger);

/* ---- reports in ------------------------------------------------------------------------------ */

/* A record made ready to be put: packed, and taken apart into the rows of the tables. */
typedef struct lgm_ledger_entry lgm_ledger_entry;

/* in: for the bytes as they came in, which are kept where keep_raw is set; NULL = they are not
 * there. Nothing of record and in is borrowed. LGM_E_NOMEM. */
LGM_NODISCARD LGM_API lgm_status lgm_ledger_prepare(lgm_ledger_entry **out,
                                                    const lgm_record *record, const lgm_input *in,
                                                    int keep_raw, lgm_err *err);
LGM_API size_t lgm_ledger_entry_size(const lgm_ledger_entry *entry); /* bytes of memory, about */
LGM_API void lgm_ledger_entry_free(lgm_ledger_entry *entry);         /* NULL is fine */

/* What a put brought. */
typedef enum lgm_ledger_news {
    LGM_LEDGER_KNOWN,   /* nothing: the report, read by this model, was there */
    LGM_LEDGER_NEW,     /* a report that was not there */
    LGM_LEDGER_VERSION, /* another text of a report that was there */
    LGM_LEDGER_READING, /* a reading of a report that was there */
    LGM_LEDGER_GONE     /* nothing: the report is not there any more */
} lgm_ledger_news;

typedef struct lgm_ledger_place {
    int64_t report, reading; /* their numbers in the tables, from 1 */
    lgm_ledger_news news;
} lgm_ledger_place;

/* What is put is in the file after lgm_ledger_commit, and not before. After an error all since the
 * last commit is lost. place may be NULL. */
LGM_NODISCARD LGM_API lgm_status lgm_ledger_put(lgm_ledger *ledger, const lgm_ledger_entry *entry,
                                                lgm_ledger_place *place, lgm_err *err);
/* The same, where it is known of which report it is a reading: one that lgm_ledger_get_input gave,
 * which may have been taken out since. LGM_E_ARG where it has another text. */
LGM_NODISCARD LGM_API lgm_status lgm_ledger_put_reading(lgm_ledger *ledger, int64_t report,
                                                        const lgm_ledger_entry *entry,
                                                        lgm_ledger_place *place, lgm_err *err);
LGM_NODISCARD LGM_API lgm_status lgm_ledger_commit(lgm_ledger *ledger, lgm_err *err);

/* Is there a report of this text, or of these bytes, and this address, with a reading by this
 * model? 1 where it is sure; 0 also where the question cannot be answered. As of the last commit.
 * From any thread. */
LGM_API int lgm_ledger_knows(lgm_ledger *ledger, const lgm_input *in, const char *model,
                             const char *model_version);

/* ---- what could not be read ------------------------------------------------------------------ */

typedef struct lgm_ledger_problem {
    const char *name;    /* where it came from: "news.warc.gz"; may be NULL */
    uint64_t line, byte; /* of it; 0 = not known */
    lgm_status status;
    const char *message; /* a sentence */
    /* of lgm_ledger_problems alone: */
    const char *first, *last; /* when it was met */
    uint64_t times;
} lgm_ledger_problem;

/* Writes one down, or counts it again; times (may be NULL): how often it was met by now. With the
 * next commit, as lgm_ledger_put. */
LGM_NODISCARD LGM_API lgm_status lgm_ledger_put_problem(lgm_ledger *ledger,
                                                        const lgm_ledger_problem *problem,
                                                        uint64_t *times, lgm_err *err);
/* Each, in the order in which they were met first. each returns LGM_OK to go on; strings are
 * borrowed until it returns. */
LGM_NODISCARD LGM_API lgm_status lgm_ledger_problems(
    lgm_ledger *ledger, lgm_status (*each)(void *ctx, const lgm_ledger_problem *problem), void *ctx,
    lgm_err *err);

/* What the answers of a ledger rest on: the newest versions of reports that were not withdrawn. */
typedef struct lgm_coverage {
    uint64_t reports, publishers;
    char first[11], last[11]; /* days of publication; "" = none is known */
    uint64_t problems;        /* that could not be read */
    uint64_t withdrawn;
} lgm_coverage;
LGM_NODISCARD LGM_API lgm_status lgm_ledger_coverage(lgm_ledger *ledger, lgm_coverage *out,
                                                     lgm_err *err);

/* ---- records out ----------------------------------------------------------------------------- */

/* The record of a report, in its newest reading: the same value that was put. To be freed with
 * lgm_record_free. */
LGM_NODISCARD LGM_API lgm_status lgm_ledger_get(lgm_ledger *ledger, int64_t report,
                                                lgm_record **out, lgm_err *err);
LGM_NODISCARD LGM_API lgm_status lgm_ledger_get_reading(lgm_ledger *ledger, int64_t reading,
                                                        lgm_record **out, lgm_err *err);
/* The bytes as they came in, to be freed with lgm_string_free. LGM_E_NOTFOUND: they were not
 * kept. */
LGM_NODISCARD LGM_API lgm_status lgm_ledger_get_raw(lgm_ledger *ledger, int64_t report, char **out,
                                                    size_t *len, lgm_err *err);

/* The versions of a report, oldest first: all reports of its address, or it alone where it has
 * none. *out is to be freed with lgm_string_free, after a cast. */
LGM_NODISCARD LGM_API lgm_status lgm_ledger_versions(lgm_ledger *ledger, int64_t report,
                                                     int64_t **out, size_t *n, lgm_err *err);

/* A report as it came in, to be read again: its text, what is known of it, and its bytes where they
 * were kept. To be freed with lgm_input_free. */
LGM_NODISCARD LGM_API lgm_status lgm_ledger_get_input(lgm_ledger *ledger, int64_t report,
                                                      lgm_input **out, lgm_err *err);
/* The first report behind `after` (0 = of all) whose newest reading is not by this model and this
 * version of the engine; *report is 0 where there is none. left (may be NULL): how many there
 * are. */
LGM_NODISCARD LGM_API lgm_status lgm_ledger_next_outdated(lgm_ledger *ledger, const char *model,
                                                          const char *model_version, int64_t after,
                                                          int64_t *report, uint64_t *left,
                                                          lgm_err *err);

/* Fills the tables of claims, events and the like, and the search, from the records once more.
 * All of it or nothing, and committed; meanwhile the disk has both. progress (may be NULL) returns
 * LGM_OK to go on. */
LGM_NODISCARD LGM_API lgm_status lgm_ledger_reindex(lgm_ledger *ledger,
                                                    lgm_status (*progress)(void *ctx, uint64_t done,
                                                                           uint64_t total),
                                                    void *ctx, lgm_err *err);

#ifdef __cplusplus
}
#endif
#endif
