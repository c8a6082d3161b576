/* replaced.h - what reports say themselves of figures that are no longer right. Internal. */
#ifndef LGM_ACCOUNT_REPLACED_H
#define LGM_ACCOUNT_REPLACED_H

#include "account/standing.h"

/* Do the words tell what a correction calls wrong: "an earlier version said 12 were killed"? */
bool lgm_account_is_wrong(const lgm_record *r, lgm_cpspan span);
/* The first report of b that says that its figure replaces that of a: a correction, "to 14 from
 * 11"; NULL where none does. */
const lgm_account_said *lgm_account_replaces(const lgm_account_field *f, uint32_t a, uint32_t b);

#endif
