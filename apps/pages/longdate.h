/*
 * longdate.h - a TIMEX3 value in full words, as a newspaper has it: "14 March 2024, night",
 * "early March 2024", "week of 11 March 2024", "third quarter of 2023".
 */
#ifndef PAGES_LONGDATE_H
#define PAGES_LONGDATE_H

enum { LONGDATE_ROOM = 80 }; /* bytes, NUL-terminated, ASCII */

/* mod: NULL = none. A value without a place in time is written as shown_date has it. */
void longdate(char out[LONGDATE_ROOM], const char *value, const char *mod);

#endif
