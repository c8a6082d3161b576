/*
 * axis.h - the arithmetic of a picture of time: what stretch of days a date means, where each
 * stands on an axis that is true to scale where it can be, and where the words beside it go.
 *
 * Units   days since 1970-01-01, proleptic Gregorian, with hours as fractions; heights in the units
 *         of the picture, from 0 downwards.
 */
#ifndef PAGES_AXIS_H
#define PAGES_AXIS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct axis_span {
    double from, to; /* to: the first moment after it */
    bool exact;      /* a day or less: a dot. Otherwise it lies somewhere within: a bar */
    bool about;      /* its ends are not sharp: "around", "before", "more than" */
} axis_span;

/* What a TIMEX3 value and its mod (NULL = none) mean. Thirds of a stretch are its start, middle and
 * end: "early March" lies in the first ten days. False: no place in time ("XXXX-05", "P3D"). */
bool axis_span_of(axis_span *out, const char *value, const char *mod);

/* The year, month and day of the month of a day. */
void axis_civil(double day, int *year, int *month, int *dom);

/* A stretch of the axis between two moments at which something begins or ends. */
typedef struct axis_gap {
    double from, to; /* days */
    double y0, y1;
    bool true_scale; /* y1 - y0 stands for to - from, by the same scale as all others */
} axis_gap;

typedef struct axis {
    axis_gap *gaps; /* in order; freed by axis_done */
    size_t n_gaps;
    double height;
} axis;

enum {
    AXIS_LEAST = 10,  /* height of a gap, so that two dots can be told apart */
    AXIS_MOST = 150,  /* a gap that would be higher is broken */
    AXIS_BROKEN = 44, /* height of a broken gap */
};

/* The axis of n spans. The scale is one at which the fewest gaps have to be stretched or broken;
 * where that leaves a choice, the axis comes as near to the height wanted as it can. False: out of
 * memory. */
bool axis_make(axis *a, const axis_span *spans, size_t n, double wanted);
void axis_done(axis *a);
/* Where a day stands; days outside stand at the ends. */
double axis_y(const axis *a, double day);

/* A label wants its top at `want` and has a height; gets `top`. In order of `want`. */
typedef struct axis_label {
    double want, height, top;
} axis_label;

/* Moves labels apart as little as may be (least squares), in order, none above 0. Returns the
 * bottom of the last one. */
double axis_place_labels(axis_label *labels, size_t n);

#endif
