/*
 * package.h - one file out of a package (ZIP), piece by piece.
 *
 * Errors  LGM_E_NOTFOUND no such file in it; LGM_E_FORMAT damaged; LGM_E_UNSUPPORTED locked by a
 *         password; LGM_E_BUDGET more than `most` bytes; LGM_E_NOMEM. An error of `take` is handed
 *         on.
 */
#ifndef LGM_OFFICE_PACKAGE_H
#define LGM_OFFICE_PACKAGE_H

#include "base/base.h"

/* last: the file has ended, and the piece is empty. */
typedef lgm_status lgm_office_take(void *ctx, lgm_slice piece, bool last, lgm_err *err);

LGM_NODISCARD lgm_status lgm_office_unpack(lgm_slice package, const char *name, uint64_t most,
                                           lgm_office_take *take, void *ctx, lgm_err *err);

#endif
