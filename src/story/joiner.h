/*
 * joiner.h - what the files of the room share while reports find their stories.
 *
 * Files   joiner.c (queries, profiles), join_stories.c (report by report), find_story.c (the story
 *         of one), regroup.c (stories grouped anew), decide_stories.c (what people said),
 *         story_members.c (rows).
 */
#ifndef LGM_STORY_JOINER_H
#define LGM_STORY_JOINER_H

#include "ledger/ledger_file.h"
#include "legomena/story.h"
#include "profile/alike.h"

enum {
    LGM_STORY_KEYS = 12,      /* terms by which a report is looked for */
    LGM_STORY_NEWEST = 16,    /* reports with a term that are looked at: the newest */
    LGM_STORY_HITS = 16,      /* reports that one is compared with, those with most terms */
    LGM_STORY_SAMPLE = 12,    /* reports of a story that one is compared with */
    LGM_STORY_STORIES = 6,    /* stories that a report is compared with */
    LGM_STORY_NODES = 48,     /* reports that are grouped anew at once */
    LGM_STORY_PROFILES = 4096 /* in memory */
};

#define LGM_STORY_QUERIES(X)                                                                       \
    X(state, "SELECT report, decision FROM story_state")                                           \
    X(set_state, "UPDATE story_state SET report = max(report, ?1), decision = max(decision, ?2)")  \
    X(next, "SELECT p.report, ifnull(p.previous, 0), substr(ifnull(p.date, ''), 1, 10) FROM "      \
            "report p WHERE p.report > ?1 ORDER BY p.report LIMIT 1")                              \
    X(profile, "SELECT r.reading, f.packed FROM reading r LEFT JOIN profile f USING (reading) "    \
               "WHERE r.report = ?1 ORDER BY r.reading DESC LIMIT 1")                              \
    X(add_profile, "INSERT INTO profile(reading, packed) VALUES(?1, ?2)")                          \
    X(add_key, "INSERT OR IGNORE INTO story_key(term, report) VALUES(?1, ?2)")                     \
    X(with_key, "SELECT report FROM story_key WHERE term = ?1 ORDER BY report DESC LIMIT ?2")      \
    X(of_report, "SELECT story FROM story_member WHERE report = ?1")                               \
    X(in_story, "SELECT report FROM story_member WHERE story = ?1 ORDER BY report DESC LIMIT ?2")  \
    X(central, "SELECT central FROM story WHERE story = ?1")                                       \
    X(size, "SELECT reports FROM story WHERE story = ?1")                                          \
    X(add_story, "INSERT INTO story(central, last, reports) VALUES(?1, '', 0)")                    \
    X(add_member, "INSERT INTO story_member(report, story, how, \"like\", likeness, near, "        \
                  "near_likeness) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")                             \
    X(grow, "UPDATE story SET reports = reports + 1, last = max(last, ?2) WHERE story = ?1")       \
    X(move, "UPDATE story_member SET story = ?2, how = ?3, \"like\" = ?4, likeness = ?5 WHERE "    \
            "report = ?1")                                                                         \
    X(move_all, "UPDATE story_member SET story = ?2, how = iif(how = 'first', ?3, how) WHERE "     \
                "story = ?1")                                                                      \
    X(recount, "UPDATE story SET central = ?2, reports = (SELECT count(*) FROM story_member m "    \
               "WHERE m.story = ?1), last = ifnull((SELECT max(substr(p.date, 1, 10)) FROM "       \
               "story_member m JOIN report p USING (report) WHERE m.story = ?1), '') "             \
               "WHERE story = ?1")                                                                 \
    X(united, "SELECT count(*) FROM story_change WHERE story = ?1 AND what = 'merged' AND how = "  \
              "'decided'")                                                                         \
    X(add_change, "INSERT INTO story_change(at, what, story, other, how, report, other_report, "   \
                  "likeness) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")                              \
    X(previous, "SELECT ifnull(previous, 0) FROM report WHERE report = ?1")                        \
    X(decided, "SELECT d.a_report, d.b_report, d.one FROM decision d JOIN story_member a ON "      \
               "a.report = d.a_report JOIN story_member b ON b.report = d.b_report WHERE d.of = "  \
               "'story' AND d.replaced_by IS NULL AND d.one IS NOT NULL AND a.story IN (SELECT "   \
               "value FROM json_each(?1)) AND b.story IN (SELECT value FROM json_each(?1))")       \
    X(next_decision, "SELECT decision, a_report, b_report, one, replaced_by IS NOT NULL FROM "     \
                     "decision WHERE decision > ?1 AND of = 'story' ORDER BY decision LIMIT 1")

typedef struct lgm_story_held { /* a profile in memory */
    int64_t report;             /* 0 = an empty place */
    const lgm_profile *profile;
} lgm_story_held;

typedef struct lgm_story_pair { /* a likeness in memory: the last one at its place of a table */
    int64_t a, b;
    double like;
} lgm_story_pair;

typedef struct lgm_story_joiner {
    lgm_ledger *l;
    lgm_arena *arena;    /* of the report at hand */
    lgm_arena *profiles; /* of those in memory, all given up at once */
    lgm_story_held *held;
    size_t n_held;
    lgm_story_pair *pairs;
#define LGM_STORY_QUERY(name, sql) lgm_ledger_query *name;
    LGM_STORY_QUERIES(LGM_STORY_QUERY)
#undef LGM_STORY_QUERY
} lgm_story_joiner;

typedef struct lgm_story_numbers { /* of reports or stories */
    int64_t *at;
    size_t n, room;
} lgm_story_numbers;

/* ---- joiner.c ---- */

LGM_NODISCARD lgm_status lgm_story_joiner_new(lgm_story_joiner **out, lgm_ledger *l, lgm_err *err);
void lgm_story_joiner_free(lgm_story_joiner *j); /* NULL is fine */
/* Before each report: gives up what is in memory where it is much. */
void lgm_story_joiner_next(lgm_story_joiner *j);
/* In memory until the next report. */
LGM_NODISCARD lgm_status lgm_story_profile(lgm_story_joiner *j, int64_t report,
                                           const lgm_profile **out, lgm_err *err);
/* The logit of two reports. */
LGM_NODISCARD lgm_status lgm_story_likeness(lgm_story_joiner *j, int64_t a, int64_t b, double *out,
                                            lgm_err *err);
/* Is one the other in other words? like: their logit. */
LGM_NODISCARD lgm_status lgm_story_retold(lgm_story_joiner *j, int64_t a, int64_t b, double like,
                                          bool *out, lgm_err *err);

/* ---- story_members.c ---- */

/* Reports of a story, `most` at most, of all its times; their number where that is more. */
LGM_NODISCARD lgm_status lgm_story_some(lgm_story_joiner *j, int64_t story, size_t most,
                                        lgm_story_numbers *out, lgm_err *err);
LGM_NODISCARD lgm_status lgm_story_number_of(lgm_story_joiner *j, int64_t report, int64_t *story,
                                             lgm_err *err);
LGM_NODISCARD lgm_status lgm_story_size(lgm_story_joiner *j, int64_t story, int64_t *n,
                                        lgm_err *err);
/* Did people put stories together in it? */
LGM_NODISCARD lgm_status lgm_story_is_united(lgm_story_joiner *j, int64_t story, bool *out,
                                             lgm_err *err);
LGM_NODISCARD lgm_status lgm_story_begin(lgm_story_joiner *j, int64_t central, int64_t *story,
                                         lgm_err *err);
LGM_NODISCARD lgm_status lgm_story_change_put(lgm_story_joiner *j, const lgm_story_change *c,
                                              lgm_err *err);
/* Counts a story anew; central: its most typical report. */
LGM_NODISCARD lgm_status lgm_story_recount(lgm_story_joiner *j, int64_t story, int64_t central,
                                           lgm_err *err);

/* ---- find_story.c ---- */

/* Puts a report into its story. */
LGM_NODISCARD lgm_status lgm_story_find(lgm_story_joiner *j, int64_t report, int64_t previous,
                                        lgm_slice day, lgm_err *err);

/* ---- regroup.c, decide_stories.c ---- */

/* Groups the reports of these stories anew. */
LGM_NODISCARD lgm_status lgm_story_regroup(lgm_story_joiner *j, const int64_t *stories, size_t n,
                                           lgm_err *err);
/* b's story goes into a's; or b, and those that are more like it than a, leave a's. */
LGM_NODISCARD lgm_status lgm_story_unite(lgm_story_joiner *j, int64_t a, int64_t b, lgm_err *err);
LGM_NODISCARD lgm_status lgm_story_part(lgm_story_joiner *j, int64_t a, int64_t b, lgm_err *err);

#endif
