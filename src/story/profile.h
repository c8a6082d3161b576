/*
 * profile.h - what a report is about, in numbers that can be compared: its words, names, places,
 * events, figures and days.
 *
 * Each aspect is a vector of terms: a hash and a weight, the more the rarer the word is and the
 * more often it stands there (tf-idf: Spärck Jones 1972).
 *
 * Owns    a profile lives in the arena; nothing of the record is borrowed.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET.
 */
#ifndef LGM_STORY_PROFILE_H
#define LGM_STORY_PROFILE_H

#include "base/base.h"
#include "legomena/record.h"

typedef enum lgm_story_aspect {
    LGM_STORY_WORDS,   /* all of the text */
    LGM_STORY_LEAD,    /* those of its first LGM_STORY_LEAD_BYTES */
    LGM_STORY_NAMES,   /* of persons and bodies */
    LGM_STORY_PLACES,  /* places on the map */
    LGM_STORY_DEEDS,   /* words of events */
    LGM_STORY_NUMBERS, /* but for years */
    LGM_STORY_ASPECTS
} lgm_story_aspect;

enum { LGM_STORY_LEAD_BYTES = 400 };

typedef struct lgm_story_term {
    uint32_t hash;
    double weight;
} lgm_story_term;

typedef struct lgm_story_terms {
    lgm_story_term *at; /* [n], ascending by hash, each once */
    size_t n;
    double length; /* of the vector */
} lgm_story_terms;

typedef struct lgm_story_profile {
    lgm_story_terms aspects[LGM_STORY_ASPECTS];
    int32_t *days, *years; /* that the text names, ascending, each once */
    size_t n_days, n_years;
} lgm_story_profile;

LGM_NODISCARD lgm_status lgm_story_profile_of(lgm_story_profile *out, const lgm_record *record,
                                              lgm_arena *arena, lgm_err *err);

#endif
