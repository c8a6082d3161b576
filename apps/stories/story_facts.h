/*
 * story_facts.h - a story as it is shown: its reports, with names or without, and why each is in
 * it.
 */
#ifndef STORIES_STORY_FACTS_H
#define STORIES_STORY_FACTS_H

#include <stdbool.h>

#include "legomena/story.h"
#include "strbuf.h"

typedef struct story_facts {
    lgm_story *story;
    lgm_record **hidden; /* [n], without names; NULL: all is shown */
    size_t publishers, copies;
    lgm_str first, last;     /* days; may be unknown */
    uint64_t problems, left; /* of the ledger: what was not read, reports that have no story yet */
    lgm_ledger *ledger;
} story_facts;

/* story_facts_done frees, whatever it returned. */
lgm_status story_facts_read(story_facts *f, lgm_ledger *ledger, int64_t number, bool redact,
                            lgm_err *err);
void story_facts_done(story_facts *f);

/* Report i as it may be shown. */
const lgm_record *story_facts_record(const story_facts *f, size_t i);
/* All of them, as accounts are made of; to be freed with free. NULL: out of memory. */
lgm_told *story_facts_told(const story_facts *f);
lgm_str story_facts_title(const story_facts *f, size_t i);
lgm_str story_facts_headline(const story_facts *f);

/* Why report i is in the story, or (apart) why it is not in the one that is near; `with` is the
 * report that it was compared with, 0 = none. To be freed with lgm_string_free, after a cast. */
lgm_status story_facts_why(const story_facts *f, size_t i, bool apart, int64_t *with,
                           lgm_story_reason **out, size_t *n, lgm_err *err);

/* Why two reports, of whatever story, may be of one, or not; none where one is gone. */
lgm_status story_facts_compare(const story_facts *f, int64_t a, int64_t b, lgm_story_reason **out,
                               size_t *n, lgm_err *err);

/* "14 reports of 9 publishers, from 2024-05-21 to 2024-05-24; 5 of them are copies. ..." */
void story_facts_put_coverage(const story_facts *f, strbuf *out);
/* {"reports": 14, ..., "words": the same} */
void story_facts_put_coverage_json(const story_facts *f, strbuf *out);

#endif
