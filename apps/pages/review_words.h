/*
 * review_words.h - what somebody said of a record, as a line: "speaker should be “Ada Finch”, not
 * “Bo Vale” · Mira Quell, 2024-05-24".
 */
#ifndef PAGES_REVIEW_WORDS_H
#define PAGES_REVIEW_WORDS_H

#include "legomena/review.h"
#include "strbuf.h"

void review_words(strbuf *b, const lgm_review_found *f);

#endif
