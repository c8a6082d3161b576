/*
 * profile_words.h - how rare words are, and the words of a text as they are compared. Internal to
 * the room profile.
 *
 * A word is letters and digits in lower case without the ending of a plural or of a form of a verb;
 * a number keeps what divides it ("2,500"). data/profile/words.txt has in how many of so many
 * reports a word stands.
 */
#ifndef LGM_PROFILE_PROFILE_WORDS_H
#define LGM_PROFILE_PROFILE_WORDS_H

#include "base/lexicon.h"

enum { LGM_PROFILE_WORD = 40 }; /* bytes of a word; what is longer is cut */

typedef struct lgm_profile_word {
    char at[LGM_PROFILE_WORD];
    size_t len;
    bool number; /* begins with a digit */
} lgm_profile_word;

/* The next word of *text, which then begins behind it; false at its end. */
bool lgm_profile_next_word(lgm_slice *text, lgm_profile_word *out);
/* The last word of a name; false where it has none. */
bool lgm_profile_last_word(lgm_slice name, lgm_profile_word *out);

/* The rarer, the more: ln of all reports by those with it; 0 for words of little sense ("says"). */
double lgm_profile_rarity(const lgm_profile_word *w);

#define LGM_PROFILE_COUNT(reports) (reports)
extern const lgm_lexicon lgm_profile_lexicon;

#endif
