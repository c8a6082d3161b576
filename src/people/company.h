/*
 * company.h - who is named beside two of one name.
 *
 * Files   company.c.
 */
#ifndef LGM_PEOPLE_COMPANY_H
#define LGM_PEOPLE_COMPANY_H

#include "people/gathered.h"
#include "people/joined.h"

/* For lgm_people_company; ctx is a lgm_people_gathered. Looks at 100 reports of each at most. */
LGM_NODISCARD lgm_status lgm_people_shared(void *ctx, const lgm_people_entity *a, size_t na,
                                           const lgm_people_entity *b, size_t nb, size_t *n,
                                           lgm_slice *names, lgm_err *err);

#endif
