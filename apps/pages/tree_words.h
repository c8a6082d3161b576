/*
 * tree_words.h - a way through the tree of a sentence in words for people who never saw one:
 * "“spokesman” is the subject of “said”".
 */
#ifndef PAGES_TREE_WORDS_H
#define PAGES_TREE_WORDS_H

#include "legomena/record.h"
#include "strbuf.h"

/* Puts nothing for an empty path. */
void tree_words(strbuf *to, const lgm_record *r, const lgm_why *why);

#endif
