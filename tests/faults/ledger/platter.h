/*
 * platter.h - what of a file is safe on the disk, and what was changed since.
 *
 * A platter is one file; a path may have several, one after another, where it was deleted and made
 * again and the disk was not told to keep that. Of disk.c.
 */
#ifndef FAULTS_PLATTER_H
#define FAULTS_PLATTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct platter platter;

/* The file that is at the path now, as it is now where it was not known yet. */
platter *platter_of(const char *path);
/* bytes NULL: it ends at `at`. platter NULL is fine. */
void platter_change(platter *p, int64_t at, const void *bytes, size_t n);
void platter_sync(platter *p); /* NULL is fine */
void platter_delete(const char *path, bool safely);
/* Each path gets what the disk may have kept of it, and all is forgotten. */
void platter_write_all(uint64_t seed);

#endif
