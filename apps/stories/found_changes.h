/*
 * found_changes.h - what changed in a ledger since a day: between the versions of a report, and in
 * the answers of a story.
 *
 *     found_changes f;
 *     if (found_changes_read(&f, ledger, "yesterday", false, &err) == LGM_OK)
 *         for (size_t i = 0; i < f.n; i++) ... f.at[i].before ... f.at[i].after ...
 *     found_changes_done(&f);
 *
 * Files   found_changes.c; changes_page.c draws them.
 */
#ifndef STORIES_FOUND_CHANGES_H
#define STORIES_FOUND_CHANGES_H

#include "digest_facts.h"

typedef struct found_change {
    const char *how;  /* "version", or how two answers stand to one another: "revised" */
    const char *what; /* "title", "claim", "figure", "event", "note"; of answers the question */
    int64_t story, report, before_report; /* 0 = none */
    char *speaker, *before, *after;       /* NULL = unknown; it is new, or gone */
    char day[11], before_day[11];         /* on which it was said, or published; "" = unknown */
} found_change;

typedef struct found_story {
    int64_t number;
    char *headline; /* may be empty */
    size_t first;   /* of its changes, up to those of the next story */
} found_story;

typedef struct found_changes {
    char since[11];
    size_t n, n_stories;
    found_change *at;     /* [n]: those of a story together */
    found_story *stories; /* [n_stories] */
} found_changes;

/* since: as people write a day. found_changes_done frees, whatever it returned. */
lgm_status found_changes_read(found_changes *f, lgm_ledger *ledger, const char *since, bool redact,
                              lgm_err *err);
void found_changes_done(found_changes *f);

/* ---- for people and programs: changes_page.c ---- */

lgm_status changes_page_text(const found_changes *f, lgm_ledger *ledger, int width, bool color,
                             strbuf *out, lgm_err *err);
lgm_status changes_page_json(const found_changes *f, lgm_ledger *ledger, strbuf *out, lgm_err *err);
void changes_page_csv(const found_changes *f, strbuf *out);

#endif
