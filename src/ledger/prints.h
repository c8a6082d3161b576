/*
 * prints.h - which prints of a sketch stand in the table `print`.
 *
 * Files   prints.c.
 */
#ifndef LGM_LEDGER_PRINTS_H
#define LGM_LEDGER_PRINTS_H

#include "ledger/ledger_file.h"

/* Of a sketch of n prints: one in four, in a short text one in two. So two that share a passage
 * share some of them. */
static inline bool lgm_ledger_is_print(uint32_t hash, uint32_t n)
{
    enum { SHORT = 70 };
    return hash % (n < SHORT ? 2 : 4) == 0;
}

/* Takes those of a report out, before its sketches go. */
LGM_NODISCARD lgm_status lgm_ledger_forget_prints(lgm_ledger *l, int64_t report, lgm_err *err);

#endif
