/*
 * figure_words.h - the tables of data/figure, and how this room looks words up. Internal.
 */
#ifndef LGM_FIGURE_FIGURE_WORDS_H
#define LGM_FIGURE_FIGURE_WORDS_H

#include "base/lexicon.h"
#include "tree/tree.h"

enum {
    LGM_FIGURE_LISTED = 1,
    LGM_FIGURE_BEGINS = 2, /* a phrase begins with it */
    /* of bounds.txt */
    LGM_FIGURE_BESIDE = 1 << 2,
    /* of tolls.txt: how */
    LGM_FIGURE_OBJECT = 1 << 3,
    LGM_FIGURE_SUBJECT = 1 << 4,
    LGM_FIGURE_STATE = 1 << 5,
    LGM_FIGURE_NOUN = 1 << 6,
    LGM_FIGURE_TELLS = 1 << 7,
    /* of units.txt */
    LGM_FIGURE_MONEY = 1 << 3,
    LGM_FIGURE_MEASURE = 1 << 4,
    LGM_FIGURE_SHARE = 1 << 5
};

/* What figures tell. Those for which the counts of an event have a word of their own come first;
 * the others are there called by their noun. */
#define LGM_FIGURE_TOLLS(X)                                                                        \
    X(killed)                                                                                      \
    X(wounded)                                                                                     \
    X(arrested)                                                                                    \
    X(missing)                                                                                     \
    X(displaced)                                                                                   \
    X(perpetrators)                                                                                \
    X(captured) X(hostages) X(kidnapped) X(rescued) X(released) X(evacuated) X(protesters)         \
        X(trapped) X(infected) X(casualties) X(jailed) X(sentenced) X(convicted) X(charged)        \
            X(acquitted) X(deported) X(expelled) X(dismissed) X(votes)
typedef enum lgm_figure_toll {
#define LGM_FIGURE_ENUM(name) LGM_FIGURE_OF_##name,
    LGM_FIGURE_TOLLS(LGM_FIGURE_ENUM)
#undef LGM_FIGURE_ENUM
        LGM_FIGURE_NO_TOLL,
    LGM_FIGURE_COUNTED = LGM_FIGURE_OF_captured /* the first that counts of events call by noun */
} lgm_figure_toll;
const char *lgm_figure_toll_name(lgm_figure_toll toll); /* NULL for none */

/* clang-format off */
#define LGM_FIGURE_UNITS(X) \
    X(NONE, NULL) \
    X(USD, "USD") X(DOLLAR, "dollar") X(AUD, "AUD") X(CAD, "CAD") X(NZD, "NZD") X(HKD, "HKD") \
    X(GBP, "GBP") X(EUR, "EUR") X(YEN, "yen") X(INR, "INR") X(RUPEE, "rupee") \
    X(FRANC, "franc") X(CROWN, "crown") X(KRONA, "krona") X(KRONE, "krone") X(PESO, "peso") \
    X(ROUBLE, "rouble") X(SHEKEL, "shekel") X(MARK, "mark") X(BAHT, "baht") \
    X(RINGGIT, "ringgit") X(RUPIAH, "rupiah") X(LITAS, "litas") X(LIRA, "lira") \
    X(FORINT, "forint") X(ZLOTY, "zloty") X(HRYVNIA, "hryvnia") X(TAKA, "taka") \
    X(SHILLING, "shilling") X(RAND, "rand") X(YUAN, "yuan") X(NAIRA, "naira") \
    X(DINAR, "dinar") X(DIRHAM, "dirham") X(RIYAL, "riyal") X(PERCENT, "percent") X(KG, "kg") \
    X(POUND, "pound") X(POUNDS, "pounds") \
    X(TONNES, "tonnes") X(TONS, "tons") X(GRAMS, "grams") X(OUNCES, "ounces") \
    X(LITRES, "litres") X(GALLONS, "gallons") X(BARRELS, "barrels") X(ACRES, "acres") \
    X(HECTARES, "hectares") X(SQUARE_FEET, "square feet") X(SQUARE_METRES, "square metres") \
    X(SQUARE_MILES, "square miles") X(SQUARE_KM, "square km") X(KM, "km") X(MILES, "miles") \
    X(METRES, "metres") X(FEET, "feet") X(MW, "MW") X(YEAR, "year") X(SHARE, "share")
/* clang-format on */
typedef enum lgm_figure_unit {
#define LGM_FIGURE_ENUM(name, text) LGM_FIGURE_IN_##name,
    LGM_FIGURE_UNITS(LGM_FIGURE_ENUM)
#undef LGM_FIGURE_ENUM
} lgm_figure_unit;
const char *lgm_figure_unit_name(lgm_figure_unit unit); /* NULL for none */

/* tools/lexicon.py packs with this: which of a list. */
#define LGM_FIGURE_NTH(n) ((uint32_t)(n) << 8 | LGM_FIGURE_LISTED)
static inline uint32_t lgm_figure_nth(uint32_t kinds)
{
    return kinds >> 8;
}

extern const lgm_lexicon lgm_figure_lexicon;

/* Tables: the letter that their keys begin with. */
typedef enum lgm_figure_table {
    LGM_FIGURE_BEFORE = 'b', /* bounds */
    LGM_FIGURE_BEHIND = 'a',
    LGM_FIGURE_VERBS = 'v', /* tolls: by verb, by adjective, by noun */
    LGM_FIGURE_STATES = 's',
    LGM_FIGURE_NOUNS = 'n',
    LGM_FIGURE_SIGNS = 'u', /* units */
    LGM_FIGURE_CHANGES = 'c',
    LGM_FIGURE_UNCOUNTED = 'x',
    LGM_FIGURE_PLURALS = 'p'
} lgm_figure_table;

/* What a table has of a word, by its lemma (mended as that of a rare verb may need) or its form; 0
 * where it is not listed. `more` follows it in the phrase; NULL for a word alone. */
uint32_t lgm_figure_word(const lgm_doc *doc, lgm_figure_table table, uint32_t token,
                         const char *more);
/* The same of words as they are written. */
uint32_t lgm_figure_phrase(const lgm_doc *doc, lgm_figure_table table, lgm_tokspan words);
/* The toll in what was found. */
lgm_figure_toll lgm_figure_toll_of(uint32_t kinds);

#endif
