/*
 * say.h - standard error: messages are not lost where it is slow or non-blocking, and one that
 * nobody reads does not keep the run.
 */
#ifndef COMMON_SAY_H
#define COMMON_SAY_H

#include <stddef.h>

/* Waits for a slow reader; where it takes nothing for ten seconds, nothing more is said. */
void say(const char *s, size_t len);
/* What may be left out, as the next one is as good: only if it is taken at once. */
void say_if_taken(const char *s, size_t len);

#endif
