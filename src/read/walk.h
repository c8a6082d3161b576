/*
 * walk.h - from the paths a user named to the files to read, in a fixed order.
 *
 * A path that is no folder is handed on as it is. A folder is walked to the bottom: files by name
 * (of a format that is read, packed or not), in byte order of the whole path; hidden names are
 * skipped; links to files are followed, links to folders are not, so there are no loops.
 *
 * Errors  a folder that cannot be read, or holds no report, is one error; call again to go on.
 *         LGM_E_EMPTY is the end.
 */
#ifndef LGM_WALK_H
#define LGM_WALK_H

#include "base/base.h"

typedef struct lgm_walk lgm_walk;

typedef struct lgm_walk_file {
    const char *path; /* borrowed until the next call */
    bool named;       /* by the user, not found in a folder */
    bool address;     /* of the web, no file */
} lgm_walk_file;

/* The paths are borrowed and must outlive the walk. */
LGM_NODISCARD lgm_status lgm_read_walk_new(lgm_walk **out, const char *const *paths, size_t n_paths,
                                           lgm_err *err);
void lgm_read_walk_free(lgm_walk *w); /* NULL is fine */
LGM_NODISCARD lgm_status lgm_read_walk_next(lgm_walk *w, lgm_walk_file *out, lgm_err *err);

bool lgm_read_walk_takes(const char *name); /* is a file of this name read where it is found? */

/* How many files of folders were passed over so far, by their endings: [LGM_READ_N_LEFT_OUT], in
 * the order of format.h. Hidden files are not
 * counted. */
const size_t *lgm_read_walk_left_out(const lgm_walk *w);

#endif
