/*
 * account_links.h - how two accounts of one question stand to one another. Internal.
 *
 * Files   account_links.c, accounts.c.
 */
#ifndef LGM_ACCOUNT_ACCOUNT_LINKS_H
#define LGM_ACCOUNT_ACCOUNT_LINKS_H

#include "base/base.h"
#include "legomena/account.h"

/* Fills links of accounts that are in order. */
LGM_NODISCARD lgm_status lgm_account_link_all(lgm_accounts *a, const lgm_told *told,
                                              lgm_arena *arena, lgm_err *err);
/* The day on which it was said, else published; may be unknown. */
lgm_str lgm_account_day_of(const lgm_told *told, const lgm_account_said *s);

#endif
