/*
 * same_words.h - claims of other reports that have the words of one: all of what is said, or a
 * quotation of five words or more.
 */
#ifndef STORIES_SAME_WORDS_H
#define STORIES_SAME_WORDS_H

#include <stdbool.h>

#include "legomena/origins.h"

typedef struct voice_list {
    lgm_voice *at;
    size_t n, room;
    bool failed;
} voice_list;

void voice_list_add(voice_list *list, lgm_voice voice);
bool voice_list_has(const voice_list *list, lgm_voice voice);
void voice_list_done(voice_list *list);

/* The voice, and those of other reports with its words. false: no memory. */
bool same_words_add(voice_list *list, const lgm_told *told, size_t n, lgm_voice voice);

#endif
