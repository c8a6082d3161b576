/* holder.h - descriptions of an office go to the person who holds it. Internal. */
#ifndef LGM_COREF_HOLDER_H
#define LGM_COREF_HOLDER_H

#include "coref/links/linker.h"

/* holder and only of all, before they are linked. False when scratch is spent, as of the next. */
bool lgm_coref_find_holders(lgm_coref_linker *l, lgm_arena *scratch);
/* After lgm_coref_link: clusters that are called by an office go to the person who holds it. */
bool lgm_coref_join_holders(lgm_coref_linker *l, lgm_arena *scratch);

#endif
