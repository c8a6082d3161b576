/*
 * flowed.h - the lines of a text in mail: soft ends of format=flowed (RFC 3676) undone, CR dropped,
 * and what follows the line "-- ", a signature, left out.
 *
 * Owns    *text is replaced by one in the arena.
 */
#ifndef LGM_MAIL_FLOWED_H
#define LGM_MAIL_FLOWED_H

#include "base/base.h"

/* delsp: the blank before a soft end is part of the end. */
LGM_NODISCARD lgm_status lgm_mail_unflow(lgm_arena *a, lgm_slice *text, bool flowed, bool delsp,
                                         lgm_err *err);

#endif
