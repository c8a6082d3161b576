/*
 * by_words.h - a time that is the claim's by the words that stand between them. Internal.
 *
 * Trees of long sentences break; the words between a cue and its day seldom mislead. Functions of
 * by_words.c and dated_source.c.
 */
#ifndef LGM_OCCASION_BY_WORDS_H
#define LGM_OCCASION_BY_WORDS_H

#include "tree/tree.h"

/* Behind the cue, or right before it: "told reporters in Ostrel on Friday". */
bool lgm_occasion_stands_by(const lgm_trees *t, const lgm_doc_claim *c, const lgm_doc_time *time);
/* Between the speaker and the cue: "Mayor Ada Lind Friday sharply denied". */
bool lgm_occasion_before_cue(const lgm_trees *t, const lgm_doc_claim *c, const lgm_doc_time *time);
/* Before the speaker: "Late on Friday, in a letter to the mayor, Lind said". `time` with the event
 * that it is counted from. */
bool lgm_occasion_opens(const lgm_trees *t, const lgm_doc_claim *c, lgm_tokspan time);
/* "It came on Friday, when Lind said". */
bool lgm_occasion_is_when(const lgm_trees *t, const lgm_doc_claim *c, const lgm_doc_time *time);
/* "A poll last week showed", "disclosures filed on Friday say", "drivers interviewed on Friday
 * said". */
bool lgm_occasion_dates_source(const lgm_trees *t, const lgm_doc_claim *c,
                               const lgm_doc_time *time);

/* "On Friday", and not "on the Friday protests" nor "Friday's report". */
bool lgm_occasion_is_alone(const lgm_doc *doc, const lgm_doc_time *time);
/* A day, and no week, month or year. */
bool lgm_occasion_is_day(const lgm_doc_time *time);

#endif
