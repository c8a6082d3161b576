/*
 * squeeze.h - bytes packed with zstd, as the ledger keeps records and what came in.
 *
 * Errors  LGM_E_NOMEM; of what is unpacked LGM_E_CORRUPT, and LGM_E_BUDGET above
 *         LGM_LEDGER_LARGEST.
 */
#ifndef LGM_LEDGER_SQUEEZE_H
#define LGM_LEDGER_SQUEEZE_H

#include "base/base.h"

#define LGM_LEDGER_LARGEST ((size_t)1 << 31) /* of a record or of bytes that came in */

/* *out lives in the arena. */
LGM_NODISCARD lgm_status lgm_ledger_squeeze(lgm_slice bytes, lgm_arena *arena, lgm_slice *out,
                                            lgm_err *err);
/* *out ends in a NUL beside its length; to be freed with lgm_free. */
LGM_NODISCARD lgm_status lgm_ledger_unsqueeze(lgm_slice packed, char **out, size_t *len,
                                              lgm_err *err);

#endif
