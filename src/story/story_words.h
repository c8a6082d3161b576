/*
 * story_words.h - how rare words are, and the words of a text as they are compared. Internal to the
 * room story.
 *
 * A word is letters and digits in lower case without the ending of a plural or of a form of a verb;
 * a number keeps what divides it ("2,500"). data/story/words.txt has in how many of so many reports
 * a word stands.
 */
#ifndef LGM_STORY_STORY_WORDS_H
#define LGM_STORY_STORY_WORDS_H

#include "base/lexicon.h"

enum { LGM_STORY_WORD = 40 }; /* bytes of a word; what is longer is cut */

typedef struct lgm_story_word {
    char at[LGM_STORY_WORD];
    size_t len;
    bool number; /* begins with a digit */
} lgm_story_word;

/* The next word of *text, which then begins behind it; false at its end. */
bool lgm_story_next_word(lgm_slice *text, lgm_story_word *out);
/* The last word of a name; false where it has none. */
bool lgm_story_last_word(lgm_slice name, lgm_story_word *out);

/* The rarer, the more: ln of all reports by those with it; 0 for words of little sense ("says"). */
double lgm_story_rarity(const lgm_story_word *w);

#define LGM_STORY_COUNT(reports) (reports)
extern const lgm_lexicon lgm_story_lexicon;

#endif
