/*
 * speaks.h - words that tell what kind of source speaks: the table built from data/coref. Internal.
 */
#ifndef LGM_COREF_SPEAKS_H
#define LGM_COREF_SPEAKS_H

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
enum { LGM_SPEAKS_MAX = 48, LGM_SPEAKS_WORDS = 4 }; /* bytes with the NUL, and words, of an entry */

typedef struct lgm_speaks_entry {
    char phrase[LGM_SPEAKS_MAX];
    uint8_t kinds; /* LGM_SPEAKS_* */
} lgm_speaks_entry;

extern const uint32_t lgm_speaks_table_size;
extern const lgm_speaks_entry lgm_speaks_table[];

/* LGM_SPEAKS_* of the tokens as one phrase; 0 where it is not listed. */
unsigned lgm_speaks_kinds(const lgm_doc *doc, uint32_t from, uint32_t to);

#endif
