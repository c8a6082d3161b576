/*
 * event_words.h - the tables of data/event, and how this room looks words up. Internal.
 *
 * What a verb or noun tells is packed: category, mode and CAMEO code, each of which the functions
 * below take out again. A verb that only begins a phrase has LGM_EVENT_BEGINS alone.
 */
#ifndef LGM_EVENT_EVENT_WORDS_H
#define LGM_EVENT_EVENT_WORDS_H

#include "base/lexicon.h"
#include "tree/tree.h"

enum {
    LGM_EVENT_LISTED = 1,
    LGM_EVENT_BEGINS = 2,         /* a phrase begins, or ends, with it */
    LGM_EVENT_SUFFERED = 4,       /* the subject is whom it is done to */
    LGM_EVENT_HAPPENS = 8,        /* nobody decides it */
    LGM_EVENT_OF = 16,            /* whose it is, and "of" whom, is whom it is done to */
    LGM_EVENT_USING = 16,         /* of verbs: uses.txt has it */
    LGM_EVENT_LIGHT = 1 << 5,     /* light.txt */
    LGM_EVENT_NO_EVENT = 1 << 5,  /* idioms.txt, of verbs */
    LGM_EVENT_ONLY_WITH = 1 << 5, /* instruments.txt */
    LGM_EVENT_AGAINST = 1 << 5    /* uses.txt */
};

#define LGM_EVENT_LIGHTENS (1U << 31) /* of verbs: light.txt has it */

#define LGM_EVENT_CATEGORIES(X)                                                                    \
    X(OTHER)                                                                                       \
    X(AGREE)                                                                                       \
    X(CONSULT)                                                                                     \
    X(SUPPORT)                                                                                     \
    X(COOPERATE)                                                                                   \
    X(AID)                                                                                         \
    X(CONCEDE)                                                                                     \
    X(RETREAT)                                                                                     \
    X(REQUEST)                                                                                     \
    X(ACCUSE) X(REJECT) X(THREATEN) X(PROTEST) X(SANCTION) X(MOBILIZE) X(COERCE) X(ASSAULT)
typedef enum lgm_event_category {
#define LGM_EVENT_ENUM(name) LGM_EVENT_##name,
    LGM_EVENT_CATEGORIES(LGM_EVENT_ENUM)
#undef LGM_EVENT_ENUM
} lgm_event_category;

/* clang-format off */
#define LGM_EVENT_MODES(X) \
    X(NONE, NULL) X(ABDUCT, "abduct") X(ALLEGE, "allege") X(ARREST, "arrest") \
    X(ASSASSINATE, "assassinate") X(ASYLUM, "asylum") X(BAN, "ban") X(BEAT, "beat") \
    X(BOYCOTT, "boycott") X(CENSOR, "censor") X(CONVICT, "convict") X(CYBER, "cyber") \
    X(DEMO, "demo") X(DEPORT, "deport") X(DISAPPROVE, "disapprove") \
    X(DISCONTINUE, "discontinue") X(ECONOMIC, "economic") X(EXECUTE, "execute") \
    X(EXPLOSIVES, "explosives") X(FIREARMS, "firearms") X(HEAVY_WEAPONS, "heavy-weapons") \
    X(HUMANITARIAN, "humanitarian") X(HUNGER, "hunger") X(INVESTIGATE, "investigate") \
    X(MILITARY, "military") X(MULTILATERAL, "multilateral") X(OBSTRUCT, "obstruct") \
    X(PHONE, "phone") X(POLICE, "police") X(PRIMITIVE, "primitive") X(RESTRICT, "restrict") \
    X(RIOT, "riot") X(SEIZE, "seize") X(SEXUAL, "sexual") X(STRIKE, "strike") \
    X(THIRD_PARTY, "third-party") X(TORTURE, "torture") X(TROOPS, "troops") \
    X(UNCONVENTIONAL, "unconventional") X(VISIT, "visit") X(WEAPONS, "weapons") \
    X(WITHDRAW, "withdraw")
/* clang-format on */
typedef enum lgm_event_mode {
#define LGM_EVENT_ENUM(name, text) LGM_EVENT_BY_##name,
    LGM_EVENT_MODES(LGM_EVENT_ENUM)
#undef LGM_EVENT_ENUM
} lgm_event_mode;

/* tools/lexicon.py packs with these. A code counts its digits as a number behind a 1, so that "064"
 * is 1064; 0 = none. */
#define LGM_EVENT_IS(category) ((uint32_t)(category) << 6)
#define LGM_EVENT_BY(mode) ((uint32_t)(mode) << 11)
#define LGM_EVENT_CODE(code) ((uint32_t)(code) << 17)
static inline lgm_event_category lgm_event_category_of(uint32_t kinds)
{
    return (lgm_event_category)(kinds >> 6 & 31);
}
static inline lgm_event_mode lgm_event_mode_of(uint32_t kinds)
{
    return (lgm_event_mode)(kinds >> 11 & 63);
}
static inline uint32_t lgm_event_code_of(uint32_t kinds)
{
    return kinds >> 17 & 0x3fff;
}
const char *lgm_event_category_name(lgm_event_category category);
const char *lgm_event_mode_name(lgm_event_mode mode); /* NULL = none */

/* What a governor does (governors.txt): of these a bit each. */
enum {
    LGM_EVENT_PLANNED = 1 << 6,
    LGM_EVENT_POSSIBLE = 1 << 7,
    LGM_EVENT_HYPOTHETICAL = 1 << 8,
    LGM_EVENT_DENIED = 1 << 9,
    LGM_EVENT_NOT = 1 << 10,
    LGM_EVENT_THROUGH = 1 << 11
};

/* Whose a carrier makes the event (carriers.txt), who is counted (counted.txt): a bit each. */
enum { LGM_EVENT_DOES = 1 << 6, LGM_EVENT_SUBJECT = 1 << 7, LGM_EVENT_OBJECT = 1 << 8 };

/* What a deed leaves (harms.txt): of these a bit each. */
enum { LGM_EVENT_DEAD = 1 << 6, LGM_EVENT_HURT = 1 << 7 };

/* The number of a word's line in synonyms.txt. */
#define LGM_EVENT_NTH(n) ((uint32_t)(n))

extern const lgm_lexicon lgm_event_lexicon;

/* Tables: the letter that their keys begin with. */
typedef enum lgm_event_table {
    LGM_EVENT_VERBS = 'v',
    LGM_EVENT_NOUNS = 'n',
    LGM_EVENT_LIGHTS = 'l',
    LGM_EVENT_GOVERNORS = 'g',
    LGM_EVENT_CARRIERS = 'c',
    LGM_EVENT_HARMS = 'h',
    LGM_EVENT_INSTRUMENTS = 'i',
    LGM_EVENT_USES = 'u',
    LGM_EVENT_SYNONYMS = 'y',
    LGM_EVENT_CAUSES = 'x',
    LGM_EVENT_COUNTED = 'k'
} lgm_event_table;

/* Kinds of the lemmas of up to 3 tokens as one phrase; 0 where it is not listed. */
uint32_t lgm_event_kinds(const lgm_doc *doc, lgm_event_table table, const uint32_t *tokens,
                         uint32_t n);
/* Of a carrier with another of its words and a preposition; LGM_NONE where it has none. */
uint32_t lgm_event_carrier_kinds(const lgm_doc *doc, uint32_t word, uint32_t with, uint32_t by);
static inline uint32_t lgm_event_word(const lgm_doc *doc, lgm_event_table table, uint32_t token)
{
    return lgm_event_kinds(doc, table, &token, 1);
}

#endif
