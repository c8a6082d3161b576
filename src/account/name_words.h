/*
 * name_words.h - names of answers as words, and how two of them stand to one another. Internal.
 *
 * Files   name_words.c (words), other_names.c (two names).
 */
#ifndef LGM_ACCOUNT_NAME_WORDS_H
#define LGM_ACCOUNT_NAME_WORDS_H

#include "base/base.h"
#include "legomena/account.h"

enum { LGM_ACCOUNT_MOST_NAME_WORDS = 16 };

/* Without "the", "Mr", "MV" and the like: nothing that tells two names apart. */
typedef struct lgm_account_name {
    lgm_slice at[LGM_ACCOUNT_MOST_NAME_WORDS];
    uint32_t n;
    bool cut; /* it has more words */
} lgm_account_name;

void lgm_account_name_of(lgm_account_name *out, lgm_str words);
/* Same letters, whatever their case. */
bool lgm_account_same_letters(lgm_slice a, lgm_slice b);
/* "Somali", "Somalian". */
bool lgm_account_one_origin(lgm_slice a, lgm_slice b);
bool lgm_account_is_capital(lgm_slice word);
bool lgm_account_name_has(const lgm_account_name *name, lgm_slice word);
/* Every word of a is in b, and there is one. */
bool lgm_account_name_within(const lgm_account_name *a, const lgm_account_name *b);
/* Kinds of the last word, or of the last in lower case before "of", by data/account. */
uint32_t lgm_account_head_kinds(lgm_str words);

/* ---- two names ---- */

/* "Ada Lindt", "Ada Lind"; "the Gulf of Ostral". */
bool lgm_account_one_spelling_off(lgm_str a, lgm_str b);
/* "Ostrel", "South Ostrel". */
bool lgm_account_one_way_off(lgm_str a, lgm_str b);
/* "150 miles west of Ostrel", "150 miles east of Ostrel"; never two of which one has no way. */
bool lgm_account_other_bearing(lgm_str a, lgm_str b);
/* "First-degree murder", "second-degree murder". */
bool lgm_account_other_degree(lgm_str a, lgm_str b);
/* "Leaving the scene of a crash after a death", "leaving the scene of a crash without a word": they
 * begin alike, and go on otherwise. */
bool lgm_account_other_end(lgm_str a, lgm_str b);
/* "AK-47", "M16": both have such a mark. */
typedef enum lgm_account_marks {
    LGM_ACCOUNT_NO_MARKS,
    LGM_ACCOUNT_ONE_MARK, /* one of the two has one */
    LGM_ACCOUNT_SAME_MARKS,
    LGM_ACCOUNT_OTHER_MARKS
} lgm_account_marks;
lgm_account_marks lgm_account_marks_of(lgm_str a, lgm_str b);
/* Groups of one noun: "Ostrelian gunmen", "Ostrelian and Berganian gunmen". */
typedef enum lgm_account_origins {
    LGM_ACCOUNT_NO_ORIGINS, /* one has none, or they are of two nouns */
    LGM_ACCOUNT_SAME_ORIGINS,
    LGM_ACCOUNT_OTHER_ORIGINS
} lgm_account_origins;
lgm_account_origins lgm_account_origins_of(lgm_str a, lgm_str b);

#endif
