/* coref_words.h - what the word lists of data/coref say of a word. Internal. */
#ifndef LGM_COREF_COREF_WORDS_H
#define LGM_COREF_COREF_WORDS_H

#include "base/lexicon.h"
#include "doc/doc.h"

/* Offices, as data/coref/offices.txt names them. Nominees hold none: several seek one. */
#define LGM_COREF_OFFICES(X)                                                                       \
    X(NOMINEE)                                                                                     \
    X(HEAD) X(PREMIER) X(MINISTER) X(CHAIR) X(SPEAKER) X(GOVERNOR) X(SENATOR) X(PRESIDENT)         \
        X(CHANCELLOR) X(SECRETARY) X(AMBASSADOR) X(COMMANDER) X(MAYOR) X(SHERIFF)
enum {
    LGM_COREF_NO_OFFICE,
#define LGM_COREF_ENUM(name) LGM_COREF_OFFICE_##name,
    LGM_COREF_OFFICES(LGM_COREF_ENUM)
#undef LGM_COREF_ENUM
        LGM_COREF_OFFICE_PRIME_MINISTER, /* two words: "prime" is in no list */
    LGM_COREF_OFFICE_MASK = 31
};
_Static_assert((int)LGM_COREF_OFFICE_PRIME_MINISTER <= (int)LGM_COREF_OFFICE_MASK, "bits below");

/* Ranks are added to an office; the rest are kinds of words. */
enum {
    LGM_COREF_RANK_PAST = 1 << 5,
    LGM_COREF_RANK_COMING = 1 << 6,
    LGM_COREF_RANK_DEPUTY = 1 << 7,
    LGM_COREF_RANK_VICE = 1 << 8,
    LGM_COREF_RANKS = 15 << 5,
    LGM_COREF_HONORIFIC = 1 << 9,
    LGM_COREF_COMPANY = 1 << 10
};

/* Of what sort a body is, a bit each, as data/coref/sorts.txt names them. */
#define LGM_COREF_SORTS(X)                                                                         \
    X(COMPANY, 11)                                                                                 \
    X(UNION, 12)                                                                                   \
    X(STATE, 13)                                                                                   \
    X(FORCES, 14) X(POLICE, 15) X(COURT, 16) X(PARLIAMENT, 17) X(COUNCIL, 18) X(OUTLET, 19)        \
        X(PARTY, 20) X(REBELS, 21) X(SCHOOL, 22) X(HOSPITAL, 23) X(CHURCH, 24) X(CLUB, 25)         \
            X(CHARITY, 26)
enum {
#define LGM_COREF_ENUM(name, bit) LGM_COREF_SORT_##name = 1 << bit,
    LGM_COREF_SORTS(LGM_COREF_ENUM)
#undef LGM_COREF_ENUM
        LGM_COREF_SORTED = (1 << 27) - (1 << 11) /* all of them */
};
enum { LGM_COREF_LONGEST = 15 }; /* bytes of a word */

extern const lgm_lexicon lgm_coref_lexicon;

/* What the lists say of the token as it is written, else with a small first letter; a period at its
 * end is left aside. */
uint32_t lgm_coref_word(const lgm_doc *doc, uint32_t token);

#endif
