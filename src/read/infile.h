/*
 * infile.h - one file as a sequence of reports: a text is one, JSONL is one a line.
 *
 * Its kind follows from the table of formats (format.h). A file within the file is read like one of
 * its own, LGM_READ_DEPTH deep.
 *
 * Memory  a text up to max_bytes, or one line of JSONL (up to three times that: escapes are longer
 *         than what they stand for) and its parsed form; never the whole of a JSONL file.
 * Owns    what lgm_read_infile_next hands out is borrowed until the next call. The infile is reused
 *         from file to file and keeps its buffers.
 * Errors  as in source.h; messages name file and line. LGM_E_EMPTY is the end of the file. A file
 *         within the file that is of a kind that is not read is counted, and no error.
 */
#ifndef LGM_INFILE_H
#define LGM_INFILE_H

#include "base/base.h"
#include "legomena/engine.h"
#include "read/container.h"
#include "read/stream.h"

enum { LGM_READ_DEPTH = 6 };

typedef struct lgm_infile lgm_infile;

LGM_NODISCARD lgm_status lgm_read_infile_new(lgm_infile **out, uint64_t max_bytes, lgm_err *err);
void lgm_read_infile_free(lgm_infile *f); /* NULL is fine */

/* Begins a file: the stream moves to f. name is copied; it gives the kind and starts messages.
 * asked_for: somebody named it, and did not come by it in a folder. */
LGM_NODISCARD lgm_status lgm_read_infile_take(lgm_infile *f, lgm_stream *stream, const char *name,
                                              bool asked_for, lgm_err *err);
/* The same of a member: what is known of it is known of each report in it. */
LGM_NODISCARD lgm_status lgm_read_infile_take_item(lgm_infile *f, const lgm_read_item *item,
                                                   lgm_err *err);
LGM_NODISCARD lgm_status lgm_read_infile_next(lgm_infile *f, lgm_input *in, lgm_err *err);
uint64_t lgm_read_infile_consumed(const lgm_infile *f); /* bytes of this file, or of the last */

/* How many were passed over so far, by format: files within files, and those that nobody asked for
 * and whose names say what they are. [LGM_READ_N_LEFT_OUT], as lgm_read_walk_left_out has it. */
const size_t *lgm_read_infile_left_out(const lgm_infile *f);

#endif
