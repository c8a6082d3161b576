/*
 * contrast.h - two happenings that look alike, told apart: two arrests in one town, two quakes in
 * one province.
 *
 * Most words of both are the same, and on average their reports are alike. What tells them apart is
 * what excludes each other: of nearly all reports either one has this person, place or day or that
 * one, and hardly any has both; and what else the reports say divides them in the same way, once
 * the words that all have are left out.
 */
#ifndef LGM_STORY_CONTRAST_H
#define LGM_STORY_CONTRAST_H

#include "profile/profile.h"

enum { LGM_STORY_MOST_CONTRASTED = 64 }; /* bits of a number */

/* Of n reports, LGM_STORY_MOST_CONTRASTED at most: those that are of the second happening, as bits;
 * 0 = they are of one. */
LGM_NODISCARD lgm_status lgm_story_contrast(uint64_t *second, const lgm_profile *const *reports,
                                            size_t n, lgm_arena *arena, lgm_err *err);

#endif
