/*
 * speaks.h - words that tell what kind of source speaks: the lists of data/coref. Internal.
 */
#ifndef LGM_COREF_SPEAKS_H
#define LGM_COREF_SPEAKS_H

#include "base/lexicon.h"
#include "doc/doc.h"

enum {
    LGM_SPEAKS_OUTLET = 1,
    LGM_SPEAKS_OUTLET_WORD = 2,
    LGM_SPEAKS_ANONYMOUS = 4,
    LGM_SPEAKS_CROWD = 8,
    LGM_SPEAKS_DOCUMENT = 16,
    LGM_SPEAKS_OUTLET_ENDING = 32,
    LGM_SPEAKS_BODY = 64,
    LGM_SPEAKS_PERSON = 128
};
enum { LGM_SPEAKS_LONGEST = 47, LGM_SPEAKS_WORDS = 4 }; /* bytes and words of an entry */

extern const lgm_lexicon lgm_coref_lexicon;

/* LGM_SPEAKS_* of the tokens as one phrase; 0 where it is not listed. */
unsigned lgm_speaks_kinds(const lgm_doc *doc, uint32_t from, uint32_t to);

#endif
