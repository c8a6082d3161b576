/*
 * rule.h - the rules of data/timex as compiled tables: words, patterns, what they say. Internal.
 *
 * A word (or a number) of the text has symbols: the classes it belongs to, each with a number. A
 * pattern is a path through a graph whose edges are symbols. At its end stands a rule: the type of
 * the expression, and how its value is made. The numbers met on the way fill the fields of
 * lgm_timex_parts. The tables are written at build time by tools/timex/rules.py, which reads the
 * lists of this file: fields, shapes, units and ways have one home.
 */
#ifndef LGM_TIMEX_RULE_H
#define LGM_TIMEX_RULE_H

#include "base/base.h"

/* What an expression may say. n and other are thousandths, days is an offset from today. */
#define LGM_TIMEX_FIELDS(X)                                                                        \
    X(year)                                                                                        \
    X(month)                                                                                       \
    X(day)                                                                                         \
    X(wday)                                                                                        \
    X(n) X(other) X(unit) X(dir) X(part) X(season) X(q) X(half) X(hour) X(minute) X(ampm) X(mod)   \
        X(decade) X(holiday) X(iso) X(rel) X(bare) X(fiscal) X(days) X(end) X(week) X(quant)       \
            X(ref) X(century) X(nth) X(month2) X(year2) X(lead) X(skip)
enum lgm_timex_field {
#define LGM_TIMEX_FIELD(name) LGM_TF_##name,
    LGM_TIMEX_FIELDS(LGM_TIMEX_FIELD)
#undef LGM_TIMEX_FIELD
        LGM_TF_COUNT,
    LGM_TF_none = 255
};

#define LGM_UNSET INT32_MIN
#define LGM_SOME (-2) /* n of "several" */

typedef struct lgm_timex_parts {
    int32_t v[LGM_TF_COUNT]; /* LGM_UNSET = not said */
} lgm_timex_parts;

/* Classes that are made from the shape of a number, with the field each fills. */
#define LGM_TIMEX_SHAPES(X)                                                                        \
    X(NUM, n)             /* "3", "2.5", "twenty-five", "2 1/2" */                                 \
    X(NUM2, other)        /* two digits: "03" */                                                   \
    X(DAY, day)           /* 1 to 31 */                                                            \
    X(HOUR, hour)         /* 1 to 24 */                                                            \
    X(NTH, day)           /* "22nd", "third" */                                                    \
    X(NTHNUM, day)        /* "22nd" */                                                             \
    X(YEAR, year)         /* 1000 to 2199 */                                                       \
    X(YEAR2, year)        /* "'98" */                                                              \
    X(YEAREND, other)     /* the "98" of "1997-98" */                                              \
    X(YEARWORD, year)     /* "nineteen ninety-six" */                                              \
    X(YEARTHOUSAND, year) /* "two thousand" */                                                     \
    X(FISCALYEAR, year)   /* "FY2024" */                                                           \
    X(DECADE, decade)     /* "1990s", "'90s", "nineties": 199 */                                   \
    X(ISODAY, iso)        /* "2024-03-22", "22/3/2024": 20240322 */                                \
    X(CLOCK, minute)      /* "7:15": 715 */                                                        \
    X(CLOCK24, minute)    /* "0715": 715 */                                                        \
    X(QUARTER, q)         /* "Q3" */
enum lgm_timex_symbol {
    LGM_SYM_NONE,
#define LGM_TIMEX_SYMBOL(name, field) LGM_SYM_##name,
    LGM_TIMEX_SHAPES(LGM_TIMEX_SYMBOL)
#undef LGM_TIMEX_SYMBOL
        LGM_SYM_WORDS /* the first that the word lists give out */
};

/* How a value is made (making.h has a function for each). */
#define LGM_TIMEX_WAYS(X)                                                                          \
    X(day)                                                                                         \
    X(month)                                                                                       \
    X(year)                                                                                        \
    X(decade)                                                                                      \
    X(century) X(quarter) X(half) X(season) X(weekday) X(holiday) X(holidayweek) X(deictic)        \
        X(nthday) X(unitref) X(weekof) X(period) X(length) X(shift) X(event) X(clock) X(part)      \
            X(every) X(ref) X(none)
enum lgm_timex_way {
#define LGM_TIMEX_WAY(name) LGM_WAY_##name,
    LGM_TIMEX_WAYS(LGM_TIMEX_WAY)
#undef LGM_TIMEX_WAY
        LGM_WAY_COUNT
};

/* Units, as the word lists number them. */
enum lgm_timex_unit {
    LGM_UNIT_NONE,
    LGM_UNIT_SECOND,
    LGM_UNIT_MINUTE,
    LGM_UNIT_HOUR,
    LGM_UNIT_DAY,
    LGM_UNIT_WEEKEND,
    LGM_UNIT_WEEK,
    LGM_UNIT_FORTNIGHT,
    LGM_UNIT_MONTH,
    LGM_UNIT_QUARTER,
    LGM_UNIT_YEAR,
    LGM_UNIT_DECADE,
    LGM_UNIT_CENTURY,
    LGM_UNIT_MILLENNIUM,
    LGM_UNIT_NIGHT,
    LGM_UNIT_SEMESTER,
    LGM_UNIT_COUNT
};

/* ---- tables ---- */

enum { LGM_TIMEX_WORD = 15, LGM_TIMEX_ITEMS = 16 }; /* bytes of a word; items of a pattern */

typedef struct lgm_timex_sense {
    uint16_t symbol;
    int32_t number;
} lgm_timex_sense;

typedef struct lgm_timex_entry { /* a word of the lists: senses [first, first + n) */
    char word[LGM_TIMEX_WORD + 1];
    uint8_t len, n; /* len 0 = a free place of the hash table */
    uint16_t first;
} lgm_timex_entry;

#define LGM_OF_WORD INT16_MIN

typedef struct lgm_timex_edge {
    uint16_t symbol, to; /* to: a node */
    int16_t number;      /* what it puts into the field: LGM_OF_WORD = the number of the word */
    uint8_t field;       /* enum lgm_timex_field: where the number goes */
    uint8_t outside;     /* 1 = must stand there and is no part of the expression */
} lgm_timex_edge;

typedef struct lgm_timex_node { /* edges [first, first + n), ascending by symbol */
    uint16_t first, n;
    uint16_t rule; /* the rule that ends here, LGM_NO_RULE for none */
} lgm_timex_node;

typedef struct lgm_timex_set {
    uint8_t field;
    int16_t number;
} lgm_timex_set;

enum { LGM_TIMEX_SETS = 6 };
typedef struct lgm_timex_rule {
    uint8_t type, way, n_sets;
    lgm_timex_set sets[LGM_TIMEX_SETS]; /* what the rule says of itself: "{dir=-1}" */
} lgm_timex_rule;

#define LGM_NO_RULE UINT16_MAX

extern const lgm_timex_sense lgm_timex_senses[];
extern const lgm_timex_entry lgm_timex_words[];
extern const uint32_t lgm_timex_words_size;  /* a power of two */
extern const uint16_t lgm_timex_names[];     /* classes whose words begin with a capital */
extern const uint32_t lgm_timex_n_names;
extern const lgm_timex_node lgm_timex_nodes[];
extern const lgm_timex_edge lgm_timex_edges[];
extern const lgm_timex_rule lgm_timex_rules[]; /* earlier ones win */

#endif
