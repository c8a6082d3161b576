/*
 * values.h - values of options as numbers. False: it is none, or out of range.
 */
#ifndef COMMON_VALUES_H
#define COMMON_VALUES_H

#include <stdbool.h>
#include <stdint.h>

bool parse_count(const char *s, uint64_t low, uint64_t high, uint64_t *out);
/* "500K", "16M", "1G", "4096": bytes, in powers of 1024, at most 1G. */
bool parse_size(const char *s, uint64_t *out);

#endif
