/*
 * engine.h - open a model, read reports.
 *
 *     lgm_engine *engine; lgm_worker *worker; lgm_record *r;
 *     lgm_engine_options o = lgm_engine_default_options();
 *     if (lgm_engine_open(&engine, &o, &err) == LGM_OK &&
 *         lgm_worker_new(&worker, engine, &err) == LGM_OK) {
 *         lgm_input in = {.text = s, .len = n, .date = "2024-05-24"};
 *         if (lgm_read(worker, &in, &r, &err) == LGM_OK) { ... lgm_record_free(r); }
 *     }
 *
 * An engine is read-only once open and may be shared by any number of threads; a worker holds the
 * scratch memory and caches of one thread. Two engines may live in one process. The library never
 * prints and never exits. The same bytes give the same records with any worker on any machine (on
 * characters newer than its utf8proc a machine may differ).
 */
#ifndef LEGOMENA_ENGINE_H
#define LEGOMENA_ENGINE_H

#include "legomena/record.h"
#include "legomena/input.h"

#ifdef __cplusplus
extern "C" {
#endif

#define LGM_DEFAULT_MAX_BYTES (16u << 20) /* of one report */

typedef struct lgm_engine lgm_engine;
typedef struct lgm_worker lgm_worker;

/* How far a report is read.
 *   ALL      to the end: not only anything
 *   READ     its text and what is known of it; no model is opened
 *   TREES    sentences, words and trees: no names, no claims
 *   CLAIMS   names, times, claims and how they stand to one another: no events */
typedef enum lgm_only { LGM_ONLY_ALL, LGM_ONLY_READ, LGM_ONLY_TREES, LGM_ONLY_CLAIMS } lgm_only;

typedef struct lgm_engine_options {
    const char *model;     /* a name ("en-accurate", the default, or "en-fast") or a path to a model
                              file; NULL = the default */
    const char *model_dir; /* where names are looked up; NULL = the folder that the environment has
                              as LEGOMENA_MODELS; without it ../models beside the program, then
                              where models were installed */
    const char *kernel;    /* "ref", "avx2", "avxvnni", "avx512vnni", "neon"; NULL = the best */
    uint64_t max_bytes;    /* largest report; 0 = LGM_DEFAULT_MAX_BYTES; at most 1 GiB */
    lgm_only only;         /* stop there */
    int any_language;      /* read text that is not English too, as if it were */
    int map;               /* records say where their text stands in the bytes as they came in */
    int why;               /* records say why they say what they say: from which words, by which
                              rules */
    int words;             /* records have their words too, as LGM_FORMAT_CONLLU wants them */
} lgm_engine_options;

LGM_API lgm_engine_options lgm_engine_default_options(void);
/* options: NULL = the defaults; nothing of them is kept. LGM_E_NOTFOUND no such model,
 * LGM_E_UNSUPPORTED no such kernels here, LGM_E_FORMAT, LGM_E_VERSION, LGM_E_CORRUPT a model file
 * that cannot be used, LGM_E_IO, LGM_E_NOMEM. The file stays mapped: it may be replaced, not
 * shortened. */
LGM_NODISCARD LGM_API lgm_status lgm_engine_open(lgm_engine **out,
                                                 const lgm_engine_options *options, lgm_err *err);
LGM_API void lgm_engine_close(lgm_engine *engine); /* NULL is fine */
/* "" with LGM_ONLY_READ. */
LGM_API const char *lgm_engine_model_name(const lgm_engine *engine);
LGM_API const char *lgm_engine_model_version(const lgm_engine *engine);
LGM_API const char *lgm_engine_kernel(const lgm_engine *engine); /* the kernels in use */

/* The engine must outlive the worker. LGM_E_NOMEM. */
LGM_NODISCARD LGM_API lgm_status lgm_worker_new(lgm_worker **out, const lgm_engine *engine,
                                                lgm_err *err);
LGM_API void lgm_worker_free(lgm_worker *worker); /* NULL is fine */
/* From any thread or a signal handler: the lgm_read that the worker is in, and every one after it,
 * soon returns LGM_E_CANCELLED. */
LGM_API void lgm_worker_cancel(lgm_worker *worker);

/* One report (input.h). Strings are copied. Text that is not UTF-8 is decoded (byte-order mark,
 * else Windows-1252 for what is malformed) with a warning. A text that is sure not to be English
 * gets a warning and its language, and nothing is read from it, unless any_language is set.
 *
 * *out is the caller's, to be freed with lgm_record_free; it outlives worker and engine.
 * A report without words is no error. LGM_E_BUDGET above max_bytes, or where a text of nothing but
 * short words would take too much memory; LGM_E_ARG, LGM_E_NOMEM. After an error the worker is as
 * good as before. */
LGM_NODISCARD LGM_API lgm_status lgm_read(lgm_worker *worker, const lgm_input *in, lgm_record **out,
                                          lgm_err *err);

/* Time spent by room since the worker was made, for `--time`. */
typedef struct lgm_room_time {
    const char *room;
    uint64_t ns;
} lgm_room_time;
/* *out: as many as are returned, in processing order, borrowed from the worker. */
LGM_API size_t lgm_worker_times(const lgm_worker *worker, const lgm_room_time **out);

#ifdef __cplusplus
}
#endif
#endif
