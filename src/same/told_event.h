/*
 * told_event.h - an event of a report as it is compared with those of others, and how much two are
 * alike. Internal to the room same.
 *
 * Files   told_event.c, event_alike.c.
 */
#ifndef LGM_SAME_TOLD_EVENT_H
#define LGM_SAME_TOLD_EVENT_H

#include "base/day_range.h"
#include "legomena/same.h"
#include "same/told_words.h"

/* One place where a report tells of an event: its trigger, or another mention. */
typedef struct lgm_same_event {
    lgm_same_one of;
    lgm_cpspan span;
    uint32_t sentence;
    lgm_str words;         /* of the span */
    lgm_profile_word head; /* the one that names it: "shot" of "shot down" */
    lgm_same_terms around; /* the sentence without it */
    lgm_same_hashes names; /* in the sentence */
    lgm_same_hashes patients;
    lgm_day_range days;
    bool dated;
} lgm_same_event;

typedef LGM_VEC(lgm_same_event) lgm_same_event_list;

/* All mentions of the events of a report. false: no memory. */
bool lgm_same_events_of(lgm_same_event_list *out, lgm_arena *arena, const lgm_record *r,
                        uint32_t report);

/* What is compared; weights are learned by tools/train/same.py. */
enum {
    LGM_SAME_TEXT,    /* the same words */
    LGM_SAME_WORD,    /* the same head */
    LGM_SAME_FORM,    /* forms of one word, else */
    LGM_SAME_MEANING, /* words of one meaning */
    LGM_SAME_AROUND,  /* of the same word: the cosine of the sentences */
    LGM_SAME_AROUND_RELATED,
    LGM_SAME_RARITY, /* of the same word */
    LGM_SAME_NAMES_SHARED,
    LGM_SAME_NAMES_APART,
    LGM_SAME_NUMBERS_SHARED,
    LGM_SAME_NUMBERS_APART,
    LGM_SAME_PATIENT_SHARED,
    LGM_SAME_DAYS_APART,
    LGM_SAME_ONE_REPORT,
    LGM_SAME_ONE_SENTENCE,
    LGM_SAME_FEATURES
};

/* related: of the heads. */
void lgm_same_compare(const lgm_same_event *a, const lgm_same_event *b, int related,
                      double features[LGM_SAME_FEATURES]);
/* Logit: above 0, they are one rather than two. */
double lgm_same_event_alike(const lgm_same_event *a, const lgm_same_event *b, int related);
/* That of two whose words have nothing to do with one another. */
#define LGM_SAME_EVENT_UNRELATED (-3.0)

#endif
