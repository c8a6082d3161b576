/* speaker_words.h - what the word lists of data/speaker say of the lemma of a word. Internal. */
#ifndef LGM_SPEAKER_SPEAKER_WORDS_H
#define LGM_SPEAKER_SPEAKER_WORDS_H

#include "base/lexicon.h"
#include "doc/doc.h"

/* told.txt: whom a verb tells is its object, or stands behind this preposition. Of letters.txt and
 * meetings.txt below. */
enum {
    LGM_SPEAKER_TELLS = 1,
    LGM_SPEAKER_TELLS_TO = 2,
    LGM_SPEAKER_TELLS_ON = 4,
    LGM_SPEAKER_TELLS_WITH = 8,
    LGM_SPEAKER_TELLS_BEFORE = 16,
    LGM_SPEAKER_LETTER = 32, /* "letter": it goes to somebody */
    LGM_SPEAKER_MEETING = 64 /* "rally": where, not who */
};

extern const lgm_lexicon lgm_speaker_lexicon;

/* LGM_SPEAKER_* of the lemma of a token; 0 where it is not listed. */
uint32_t lgm_speaker_word(const lgm_doc *doc, uint32_t token);

#endif
