/* source_bytes.h - a source over bytes in memory, for tests and fuzzing: name gives the ending. The
 * bytes must outlive the source. Function of source.c. */
#ifndef LGM_SOURCE_BYTES_H
#define LGM_SOURCE_BYTES_H

#include "legomena/source.h"

LGM_NODISCARD lgm_status lgm_read_source_bytes(lgm_source **out, const char *name,
                                               const void *bytes, size_t len,
                                               const lgm_source_options *options, lgm_err *err);

#endif
