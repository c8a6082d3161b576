/*
 * digest_facts.h - what a ledger learned since a day: stories that are new or grew, denials,
 * speakers.
 *
 *     digest d;
 *     if (digest_read(&d, ledger, "yesterday", false, &err) == LGM_OK)
 *         for (size_t i = 0; i < d.n; i++) {
 *             digest_story s;
 *             st = digest_open(&s, &d, i, &err);   LGM_E_NOTFOUND: none of its reports counts
 *             ...
 *             digest_close(&s);
 *         }
 *     digest_done(&d);
 *
 * Stories are opened one at a time, and those alone that were touched.
 */
#ifndef STORIES_DIGEST_FACTS_H
#define STORIES_DIGEST_FACTS_H

#include "accounts_page.h"
#include "legomena/question.h"

typedef struct digest_touched {
    int64_t story, *reports; /* [n]: that came in since */
    size_t n, before;
} digest_touched;

typedef struct digest {
    lgm_ledger *ledger;
    char since[11];
    bool redact;
    size_t n, n_new, reports; /* stories, how many of them are new; reports of all that came in */
    digest_touched *at;       /* [n]: new ones first, then those with most reports */
} digest;

/* since: as people write a day. digest_done frees, whatever it returned. */
lgm_status digest_read(digest *d, lgm_ledger *ledger, const char *since, bool redact, lgm_err *err);
void digest_done(digest *d);

typedef struct digest_story { /* opened; not to be moved */
    const digest_touched *touched;
    story_facts facts;
    lgm_told *told;
    lgm_accounts *accounts;
    accounts_view view;
} digest_story;

/* digest_close frees, whatever it returned. */
lgm_status digest_open(digest_story *s, const digest *d, size_t i, lgm_err *err);
void digest_close(digest_story *s);

/* A figure that moved: one that a report which came in since revised, overtook or contradicted. */
bool digest_is_move(const digest_story *s, const lgm_account_link *l);
/* The same of whatever may be asked, figure or not. */
bool digest_is_news(const digest_story *s, const lgm_account_link *l);
/* Publishers of the reports that came in since, each once; those of which more are told: "Post". */
typedef struct digest_names {
    lgm_str at[4];
    size_t n, more;
} digest_names;
digest_names digest_publishers(const digest_story *s);

/* Denials, or speakers never heard before, of reports that came in since: the first `most` rows;
 * *all: how many there are. lgm_question_free. */
lgm_status digest_denials(lgm_question **out, const digest *d, uint64_t most, uint64_t *all,
                          lgm_err *err);
lgm_status digest_speakers(lgm_question **out, const digest *d, uint64_t most, uint64_t *all,
                           lgm_err *err);

#endif
