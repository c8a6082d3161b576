/*
 * source.h - where reports come from: files, folders, standard input, JSONL, compressed or not.
 *
 * A source yields one report after another, in a fixed order (folders by name, byte order). What
 * cannot be read is reported once, with file and line, and the source goes on with the next.
 */
#ifndef LEGOMENA_SOURCE_H
#define LEGOMENA_SOURCE_H

#include "legomena/engine.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lgm_source lgm_source;

typedef struct lgm_source_options {
    uint64_t max_bytes; /* largest report after decompression; 0 = 16 MiB */
    const char *date;   /* publication day of reports that state none; NULL = unknown */
} lgm_source_options;

/* paths: files, folders, "-" for standard input. Paths are copied; nothing is opened yet. */
LGM_NODISCARD LGM_API lgm_status lgm_source_open(lgm_source **out, const char *const *paths,
                                                 size_t n_paths, const lgm_source_options *options,
                                                 lgm_err *err);
LGM_API void lgm_source_close(lgm_source *source);

/*
 * The next report: LGM_OK and *in (borrowed until the next call or close), LGM_E_EMPTY at the end
 * with err->message empty, any other status for one report or file that could not be read (the message
 * names it); call again to go on.
 */
LGM_NODISCARD LGM_API lgm_status lgm_source_next(lgm_source *source, lgm_input *in, lgm_err *err);

/* Bytes consumed so far and in all (0 = not known, as for standard input), for progress. */
LGM_API void lgm_source_progress(const lgm_source *source, uint64_t *done, uint64_t *total);

#ifdef __cplusplus
}
#endif
#endif
