/*
 * real_path.h - the file that a path leads to, which need not be there yet.
 */
#ifndef COMMON_REAL_PATH_H
#define COMMON_REAL_PATH_H

#include <limits.h>
#include <stdbool.h>

/* Symbolic links at the end of the path followed: a path by which the file itself is found, from
 * the same folder as the path. False, and errno says why: too many links, too long a path; or
 * EXDEV: a link of /proc, which leads to an open file and not to a name. */
bool real_path_follow(const char *path, char out[PATH_MAX]);
/* The same as a whole: without links in its folders, from / on. */
bool real_path_whole(const char *path, char out[PATH_MAX]);
/* "FOLDER/" of "FOLDER/NAME", "./" of "NAME". */
bool real_path_folder(const char *path, char out[PATH_MAX]);

#endif
