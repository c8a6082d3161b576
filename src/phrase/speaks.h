/*
 * speaks.h - what kind of source a word is: an outlet, a body, a text, somebody who is kept
 * unnamed.
 *
 *     "the Harbour Gazette"  OUTLET_ENDING     "people familiar with the matter"  ANONYMOUS
 *
 * Reads   forms of tokens.      Writes  nothing.
 * Source  the lists of data/phrase.
 */
#ifndef LGM_PHRASE_SPEAKS_H
#define LGM_PHRASE_SPEAKS_H

#include "doc/doc.h"

enum {
    LGM_SPEAKS_OUTLET = 1,          /* the name of an agency, a newspaper, a broadcaster */
    LGM_SPEAKS_OUTLET_WORD = 2,     /* "newspaper" */
    LGM_SPEAKS_ANONYMOUS = 4,       /* "familiar with", "not to be named" */
    LGM_SPEAKS_CROWD = 8,           /* "family", "staff" */
    LGM_SPEAKS_DOCUMENT = 16,       /* "report" */
    LGM_SPEAKS_OUTLET_ENDING = 32,  /* "gazette", as the last word of a name */
    LGM_SPEAKS_BODY = 64,           /* "police" */
    LGM_SPEAKS_PERSON = 128,        /* "officials" */
    LGM_SPEAKS_RECORDING = 1 << 15, /* "footage": a document that nobody speaks in */
    LGM_SPEAKS_ISSUED = 1 << 16,    /* "published": who did so to a document speaks in it */
    LGM_SPEAKS_FIRM = 1 << 17       /* "carmaker" */
};
enum { LGM_SPEAKS_WORDS = 4 }; /* of the longest entry */

/* LGM_SPEAKS_* of the tokens [from, to) as one phrase; 0 where no list has it. */
unsigned lgm_phrase_speaks(const lgm_doc *doc, uint32_t from, uint32_t to);

#endif
