/*
 * story_voices.h - whose origins are asked for: all that the reports of a story say, or some claims
 * of it and those of its other reports that have their words.
 */
#ifndef STORIES_STORY_VOICES_H
#define STORIES_STORY_VOICES_H

#include "same_words.h"
#include "story_facts.h"

typedef struct story_voices { /* begins as {0} */
    story_facts facts;
    lgm_told *told; /* the reports of the story, as they may be shown */
    voice_list voices;
} story_voices;

/* LGM_E_NOTFOUND: there is no such story, report or claim, or it does not count; the message says
 * which. Claims are added one by one, and all are of one story. */
lgm_status story_voices_all(story_voices *v, lgm_ledger *ledger, int64_t story, bool redact,
                            lgm_err *err);
lgm_status story_voices_claim(story_voices *v, lgm_ledger *ledger, int64_t report, uint32_t claim,
                              bool redact, lgm_err *err);
void story_voices_done(story_voices *v);

#endif
