/*
 * alike.h - how much two reports are alike, and whether they tell one story.
 *
 * What is compared becomes a few numbers, and these one, by weights that logistic regression
 * learned on pairs of reports (data/story/SOURCE.md).
 */
#ifndef LGM_STORY_ALIKE_H
#define LGM_STORY_ALIKE_H

#include "story/profile.h"

enum {
    /* the cosine of each aspect, and then: */
    LGM_STORY_PLACES_APART = LGM_STORY_ASPECTS, /* both name places, and none in common */
    LGM_STORY_YEARS_APART,
    LGM_STORY_YEAR_SHARED,
    LGM_STORY_DAY_SHARED,
    LGM_STORY_FEATURES
};

void lgm_story_compare(const lgm_story_profile *a, const lgm_story_profile *b,
                       double features[LGM_STORY_FEATURES]);

/* Logit: above 0, one story is likelier than two. */
double lgm_story_alike(const lgm_story_profile *a, const lgm_story_profile *b);

#endif
