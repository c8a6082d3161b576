/*
 * version_list.h - the versions of a report, also those at other addresses.
 */
#ifndef STORIES_VERSION_LIST_H
#define STORIES_VERSION_LIST_H

#include "legomena/ledger.h"

/* All reports of its address, and those that are a later or an earlier version of one of them by
 * their text (legomena/copy.h), oldest first. *out is to be freed with free. LGM_E_NOTFOUND no such
 * report. */
lgm_status version_list(lgm_ledger *ledger, int64_t report, int64_t **out, size_t *n, lgm_err *err);

#endif
