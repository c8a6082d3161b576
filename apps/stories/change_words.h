/*
 * change_words.h - what changed between two versions of a report, in words.
 */
#ifndef STORIES_CHANGE_WORDS_H
#define STORIES_CHANGE_WORDS_H

#include "legomena/changes.h"
#include "strbuf.h"

/* Of one of lgm_change's kinds: "text", "claims", "figures", "events", "notes". */
const char *change_words_heading(char kind);
/* The same in JSON and CSV: "sentence", "claim", "figure", "event", "note". */
const char *change_words_kind(char kind);

/* "Ada Lind — denied: that the dam had burst"; "killed: 12 people"; "blast (denied)"; of a
 * sentence and a note their text. */
void change_words_put(strbuf *to, const lgm_record *r, char kind, uint32_t index);

#endif
