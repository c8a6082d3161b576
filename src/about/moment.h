/*
 * moment.h - a day with its time of day and time zone, as metadata and lines of print write them:
 * "2024-05-24T18:05:00-04:00", "Fri, 24 May 2024 18:05:00 -0400", "May 24, 2024 6:05 p.m. EDT",
 * "6:05 pm EDT, Friday, May 24, 2024", "5/24/24 6:05 PM".
 *
 * Reads   valid UTF-8 of one line or one value.
 * Units   a day with year 0 is not known; minutes of the day; a zone in minutes east of Greenwich.
 * Method  words and numbers one by one: what stands around the first day and belongs to it by its
 *         form. Days are read as about.h says, where only one reading is possible; a year of two
 *         digits where its place leaves no doubt. An abbreviation that several zones share (CST,
 *         IST) is no zone: the time is then local.
 * Owns    nothing, allocates nothing. Not knowing is a result; nothing can fail.
 */
#ifndef LGM_MOMENT_H
#define LGM_MOMENT_H

#include "base/base.h"
#include "base/calendar.h"

typedef struct lgm_moment {
    lgm_ymd day;
    int16_t minute; /* of the day; -1: not known */
    int16_t zone;   /* where zoned */
    int8_t second;  /* -1: not known */
    bool zoned;
} lgm_moment;

/* "04/05/2024" is the fourth of May, or not known. */
typedef enum lgm_day_order { LGM_DAY_ORDER_UNKNOWN, LGM_DAY_ORDER_DAY_FIRST } lgm_day_order;

/* The first moment in s; *span (NULL is fine) gets its bytes. False where there is none. */
bool lgm_about_moment(lgm_slice s, lgm_day_order order, lgm_moment *out, lgm_span *span);

/* ISO 8601, as much as is known: "2024-05-24T18:05-04:00". Returns the bytes without the NUL. */
enum { LGM_MOMENT_ROOM = 48 };
size_t lgm_about_moment_write(const lgm_moment *m, char out[LGM_MOMENT_ROOM]);

/* The moment in another zone; as it is where its own or its time of day is not known. */
lgm_moment lgm_about_moment_in_zone(lgm_moment m, int16_t zone);

#endif
