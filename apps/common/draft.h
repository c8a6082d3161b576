/*
 * draft.h - a file that takes its name when it is whole.
 *
 * It is written beside that name, as .legomena-PROCESS-NUMBER in the same folder, with the
 * permissions of the file that it will replace or else those of a new file. draft_keep puts it on
 * the disk and gives it the name; until then, and after draft_drop, what had the name is as it was.
 *
 * Links    a symbolic link is followed, also one that leads to nothing yet, and stays. Other hard
 *          links to the file keep what it was.
 * Straight what is no regular file (a pipe, a terminal, a device), or is standard output, is
 *          written as it stands. So is a file that may be written in a folder where none may be
 *          made (in_place): it is emptied when the first bytes come, by whoever writes them.
 * Errors   an errno, 0 = none. A file without write permission is refused, although a folder that
 *          may be written would let us replace it.
 */
#ifndef COMMON_DRAFT_H
#define COMMON_DRAFT_H

#include <stdbool.h>

typedef struct draft {
    int fd;
    bool in_place;
    char *path; /* what it becomes; NULL: written straight */
    char *name; /* what it is until then; NULL: there is none */
} draft;

int draft_open(draft *d, const char *path);
/* Both close the file, also where they fail. */
int draft_keep(draft *d);
void draft_drop(draft *d);

#endif
