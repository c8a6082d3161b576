/* account_words.h - the lists of data/account as kinds of a folded word, or of two. */
#ifndef LGM_ACCOUNT_ACCOUNT_WORDS_H
#define LGM_ACCOUNT_ACCOUNT_WORDS_H

#include "base/lexicon.h"

enum {
    LGM_ACCOUNT_IS_HARM = 1 << 0,
    LGM_ACCOUNT_IS_DEATH = 1 << 1,
    LGM_ACCOUNT_IS_ARREST = 1 << 2,
    LGM_ACCOUNT_IS_ASSAULT = 1 << 3,
    LGM_ACCOUNT_IS_MISHAP = 1 << 4,
    LGM_ACCOUNT_IS_POLICE = 1 << 5,
    LGM_ACCOUNT_IS_GROUP = 1 << 6,
    LGM_ACCOUNT_IS_ARM = 1 << 7,
    LGM_ACCOUNT_IS_LOCATIVE = 1 << 8,
    LGM_ACCOUNT_IS_LOCAL = 1 << 9,
    LGM_ACCOUNT_IS_BODY = 1 << 10,
    LGM_ACCOUNT_IS_CHARGED = 1 << 11,
    LGM_ACCOUNT_IS_OFFENCE_END = 1 << 12,
    LGM_ACCOUNT_IS_NO_OFFENCE = 1 << 13,
    LGM_ACCOUNT_IS_OFFENCE_OPENER = 1 << 14,
    LGM_ACCOUNT_IS_BACKGROUND = 1 << 15,
    LGM_ACCOUNT_IS_CAUSE = 1 << 16,
    LGM_ACCOUNT_IS_CAUSE_OPENER = 1 << 17,
    LGM_ACCOUNT_IS_SUSPECT = 1 << 18,
    LGM_ACCOUNT_IS_PLURAL = 1 << 19,
    LGM_ACCOUNT_IS_ROAD = 1 << 20,
    LGM_ACCOUNT_IS_NUMBERED_ROAD = 1 << 21,
    LGM_ACCOUNT_DEEDS = LGM_ACCOUNT_IS_HARM | LGM_ACCOUNT_IS_DEATH | LGM_ACCOUNT_IS_ARREST |
                        LGM_ACCOUNT_IS_ASSAULT | LGM_ACCOUNT_IS_MISHAP
};

extern const lgm_lexicon lgm_account_lexicon;

#endif
