/*
 * picture_groups.h - the entries of a timeline by their dates, for picture.c. Internal to it.
 */
#ifndef PAGES_PICTURE_GROUPS_H
#define PAGES_PICTURE_GROUPS_H

#include "axis.h"
#include "legomena/record.h"
#include "news.h"
#include "shown.h"

enum { PICTURE_LANES = 4 }; /* of bars that overlap */

typedef struct picture_group { /* what is of one date */
    const char *value, *mod;
    size_t first, n; /* in the timeline */
    bool published;  /* it is the day of the report */
    axis_span span;
    int lane; /* -1: a dot */
    news_part part;
    bool headed; /* the name of its part stands above it */
} picture_group;

typedef struct picture_groups {
    picture_group *at;          /* earliest first */
    size_t n, left_out;         /* left_out: dates without a place in time */
    char date[SHOWN_DATE_ROOM]; /* of the report */
} picture_groups;

/* False: out of memory. */
bool picture_groups_make(picture_groups *g, const lgm_record *r);
void picture_groups_done(picture_groups *g);

#endif
