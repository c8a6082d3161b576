/*
 * alike.h - how much two reports are alike, and whether they tell one story.
 *
 * What is compared becomes a few numbers, and these one, by weights that logistic regression
 * learned on pairs of reports (data/profile/SOURCE.md).
 */
#ifndef LGM_PROFILE_ALIKE_H
#define LGM_PROFILE_ALIKE_H

#include "profile/profile.h"

enum {
    /* the cosine of each aspect, and then: */
    LGM_PROFILE_PLACES_APART = LGM_PROFILE_ASPECTS, /* both name places, and none in common */
    LGM_PROFILE_YEARS_APART,
    LGM_PROFILE_YEAR_SHARED,
    LGM_PROFILE_DAY_SHARED,
    LGM_PROFILE_FEATURES
};

/* Of two vectors: 0 = nothing in common, 1 = all. */
double lgm_profile_cosine(const lgm_profile_terms *a, const lgm_profile_terms *b);

void lgm_profile_compare(const lgm_profile *a, const lgm_profile *b,
                         double features[LGM_PROFILE_FEATURES]);

/* Logit: above 0, one story is likelier than two. */
double lgm_profile_alike(const lgm_profile *a, const lgm_profile *b);

/* Is one the other in other words, or hardly others? Reports that come again week by week in the
 * same words are not. */
bool lgm_profile_retold(const lgm_profile *a, const lgm_profile *b);

#endif
