/*
 * reviewer.h - who marks and decides, where nobody says it.
 */
#ifndef CLI_REVIEWER_H
#define CLI_REVIEWER_H

/* $LEGOMENA_REVIEWER, else $USER, else what the system calls the user; NULL = not known.
 * Borrowed. */
const char *reviewer_default(void);

#endif
