/*
 * spill.h - bytes that are too many for memory: written once, from first to last, then read.
 *
 * They lie in a file without a name in $TMPDIR, or in /var/tmp where that is not set; it is gone
 * when the spill is freed, or with the process, however it ends.
 * Owns    one thread at a time; what `scan` and `pick` return is borrowed until the next call of
 *         either.
 * Errors  new: LGM_E_IO where the folder has no room for all of it, so that nobody works in vain;
 *         put: LGM_E_IO. Reading cannot fail where it is called: what could not be read is zero,
 *         and lgm_spill_status says so afterwards.
 */
#ifndef LGM_BASE_SPILL_H
#define LGM_BASE_SPILL_H

#include "base/base.h"

enum { LGM_SPILL_WINDOW = 1 << 18 }; /* bytes that are read at a time; most of one call */

typedef struct lgm_spill lgm_spill;
LGM_NODISCARD lgm_status lgm_spill_new(lgm_spill **out, uint64_t bytes, lgm_err *err);
void lgm_spill_free(lgm_spill *s); /* NULL is fine */

/* The next n bytes of as many as were reserved. */
LGM_NODISCARD lgm_status lgm_spill_put(lgm_spill *s, const void *bytes, size_t n, lgm_err *err);

/* The bytes [at, at + n), n <= LGM_SPILL_WINDOW: in a walk from lower to higher places, which reads
 * ahead; or one piece from anywhere, which leaves the walk as it is. */
const uint8_t *lgm_spill_scan(lgm_spill *s, uint64_t at, size_t n);
const uint8_t *lgm_spill_pick(lgm_spill *s, uint64_t at, size_t n);
LGM_NODISCARD lgm_status lgm_spill_status(const lgm_spill *s, lgm_err *err); /* NULL is fine */

#endif
