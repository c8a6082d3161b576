/* office.h - the office that words describe, and of what body: "the head of the Harbour Police".
 * Internal. */
#ifndef LGM_COREF_OFFICE_H
#define LGM_COREF_OFFICE_H

#include "tree/tree.h"

#define LGM_COREF_NO_BODY UINT64_MAX
#define LGM_COREF_SOME_BODY (UINT64_MAX - 1) /* some body, not known which */

typedef struct lgm_coref_office {
    uint32_t what;   /* LGM_COREF_OFFICE_*, with ranks added */
    uint64_t body;   /* an entity; a hash of its name as an adjective ("Republican"); or as above */
    uint32_t holder; /* an entity, where somebody is said to hold it */
} lgm_coref_office;

/* LGM_COREF_OFFICE_* of a word; 0 where it is none. */
uint32_t lgm_coref_office_of(const lgm_doc *doc, uint32_t token);
/* Is the word an office that one person holds at a time ("mayor"; not "candidate")? */
bool lgm_coref_is_office(const lgm_doc *doc, uint32_t token);
/* The office that the word is of, without a holder; owner: [n_names], the entity of each name.
 * False where it is no office, or a person stands before it. */
bool lgm_coref_read_office(const lgm_trees *t, const uint32_t *owner, uint32_t token,
                           lgm_coref_office *out);

#endif
