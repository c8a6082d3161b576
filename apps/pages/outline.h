/*
 * outline.h - the order in which the claims of a report are shown, and which stands under which.
 *
 * A claim within another stands under it. In the order of the text an answer stands under what it
 * answers, also where it comes first: a claim within another only where both stand within the same
 * one, so that nothing leaves the words of whoever told it. By speaker an answer stays with the
 * speaker who gives it. Where claims lead to one another in a circle, the later one stands under
 * the earlier.
 *
 * Every claim is shown once. By speaker, each group ends with what of its speaker stands elsewhere,
 * and those of whom all stands elsewhere come last. Time and memory grow with the claims and their
 * replies.
 */
#ifndef PAGES_OUTLINE_H
#define PAGES_OUTLINE_H

#include "legomena/record.h"
#include "speakers.h"

/* In the order of the words of --by. */
typedef enum outline_order { OUTLINE_TEXT, OUTLINE_SPEAKER } outline_order;

typedef struct outline_entry {
    uint32_t claim;
    uint32_t depth; /* 0 = under no claim */
    uint32_t group; /* of the claim at depth 0 above it; in the order of the text 0 */
    bool elsewhere; /* by speaker: this speaker's too, but shown within another's claim */
} outline_entry;

typedef struct outline {
    outline_entry *at;
    size_t n;
    size_t *line; /* of the text, from 1, on which each claim begins */
    speakers *by; /* NULL in the order of the text */
} outline;

/* False: out of memory. */
bool outline_make(outline *o, const lgm_record *r, outline_order order);
void outline_done(outline *o);

#endif
