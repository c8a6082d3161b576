/*
 * profile.h - what a report is about, in numbers that can be compared: its words, names, places,
 * events, figures and days.
 *
 * Each aspect is a vector of terms: a hash and a weight, the more the rarer the word is and the
 * more often it stands there (tf-idf: Spärck Jones 1972). Of a long aspect the heaviest terms are
 * kept.
 *
 * Units   weights in 1/256 of ln; days as lgm_calendar counts them.
 * Owns    a profile lives in the arena; nothing of the record, or of packed bytes, is borrowed.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET; LGM_E_CORRUPT for packed bytes that are no profile.
 * Files   profile.c, packed_profile.c.
 */
#ifndef LGM_PROFILE_PROFILE_H
#define LGM_PROFILE_PROFILE_H

#include "base/base.h"
#include "base/buf.h"
#include "legomena/record.h"

typedef enum lgm_profile_aspect {
    LGM_PROFILE_WORDS,   /* all of the text */
    LGM_PROFILE_LEAD,    /* those of its first LGM_PROFILE_LEAD_BYTES */
    LGM_PROFILE_NAMES,   /* of persons and bodies */
    LGM_PROFILE_PLACES,  /* places on the map */
    LGM_PROFILE_DEEDS,   /* words of events */
    LGM_PROFILE_NUMBERS, /* but for years */
    LGM_PROFILE_PEOPLE, /* persons, the more the more often they are mentioned, in the lead twice */
    LGM_PROFILE_ASPECTS
} lgm_profile_aspect;

enum {
    LGM_PROFILE_LEAD_BYTES = 400,
    LGM_PROFILE_MOST_TERMS = 160, /* of an aspect */
    LGM_PROFILE_MOST_DAYS = 64,
    LGM_PROFILE_NO_DAY = INT32_MIN
};

typedef struct lgm_profile_term {
    uint32_t hash, weight;
} lgm_profile_term;

typedef struct lgm_profile_terms {
    lgm_profile_term *at; /* [n], ascending by hash, each once */
    size_t n;
    double length; /* of the vector */
} lgm_profile_terms;

typedef struct lgm_profile {
    lgm_profile_terms aspects[LGM_PROFILE_ASPECTS];
    int32_t *days, *years; /* that the text names, ascending, each once */
    size_t n_days, n_years;
    int32_t day; /* when it was published, or LGM_PROFILE_NO_DAY */
} lgm_profile;

LGM_NODISCARD lgm_status lgm_profile_of(lgm_profile *out, const lgm_record *record,
                                        lgm_arena *arena, lgm_err *err);

/* The same bytes on every machine; what is unpacked compares as what was packed. */
void lgm_profile_pack(const lgm_profile *p, lgm_buf *out);
LGM_NODISCARD lgm_status lgm_profile_unpack(lgm_profile *out, lgm_slice packed, lgm_arena *arena,
                                            lgm_err *err);

/* The terms by which a report is looked for: those of words and lead that weigh most. Returns how
 * many there are, `most` at most. */
size_t lgm_profile_keys(const lgm_profile *p, lgm_profile_term *out, size_t most);

#endif
