/*
 * story.h - stories: which reports of a ledger tell of one happening and what followed.
 *
 *     lgm_ledger_commit(ledger, &err);
 *     st = lgm_story_join(ledger, &err);            those that are new find their stories
 *     ...
 *     lgm_story *s;
 *     if (lgm_story_open(&s, ledger, 12, &err) == LGM_OK) {
 *         for (size_t i = 0; i < s->n; i++) ... s->reports[i].record ...
 *         lgm_story_close(s);
 *     }
 *
 * A report is compared with those that share its rarest words: by words, names, places, figures and
 * days. It goes to the story whose reports are, on average, most like it (average linkage), or
 * begins one. Where it stands between two stories, or a story has grown, these are grouped anew:
 * stories are merged and split, with the reason kept. What people decided (review.h,
 * LGM_DECISION_STORY) is obeyed, whatever comes later. The order in which reports come in matters
 * little, but it may matter.
 *
 * Numbers  a story keeps its number; that of one which went into another leads to that one.
 * Counts   the newest version of each report, without those that were withdrawn (review.h).
 * Lists    lgm_question_new(.., "stories") of question.h.
 * Errors   those of ledger.h; LGM_E_NOTFOUND no such story, or none of its reports counts.
 */
#ifndef LEGOMENA_STORY_H
#define LEGOMENA_STORY_H

#include "legomena/ledger.h"
#include "legomena/told.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Reports that are new since the last call find their stories, and decisions that are new are
 * obeyed. Commits as it goes on; what was not reached is reached by the next call. Where nothing
 * is new it costs a look. */
LGM_NODISCARD LGM_API lgm_status lgm_story_join(lgm_ledger *ledger, lgm_err *err);

/* ---- one story ------------------------------------------------------------------------------- */

typedef enum lgm_story_how {                    /* how a report came into its story */
                             LGM_STORY_FIRST,   /* it began it */
                             LGM_STORY_LIKE,    /* it is like those in it */
                             LGM_STORY_VERSION, /* the version before it is there */
                             LGM_STORY_MERGED,  /* with a story that went into this one */
                             LGM_STORY_SPLIT,   /* with others that left another story */
                             LGM_STORY_DECIDED  /* people said so */
} lgm_story_how;
LGM_API const char *lgm_story_how_name(lgm_story_how how); /* "like" */

typedef struct lgm_story_member {
    lgm_story_how how;
    int64_t like;    /* the report of the story that was most like it; 0 = none */
    double likeness; /* how likely it is that both tell one story, 0 to 1 */
    int64_t near;    /* the report of another story that was most like it; 0 = none */
    double near_likeness;
} lgm_story_member;

typedef struct lgm_story_change { /* of a story */
    int merged;                   /* 1: `other` went into it; 0: `other` left it */
    int decided;                  /* 1: people said so */
    int64_t story, other;
    int64_t report, other_report; /* that say so: the most alike of both; 0 = none */
    double likeness;
    lgm_str at;
} lgm_story_change;

typedef struct lgm_story {
    int64_t number;
    lgm_str headline;                /* the title of its most typical report; may be unknown */
    size_t n, central;               /* of the reports: how many, and the most typical one */
    size_t n_left_out;               /* older versions, and reports that were withdrawn */
    const lgm_told *reports;         /* [n], oldest first */
    const lgm_story_member *members; /* [n], of the same */
    size_t n_changes;
    const lgm_story_change *changes; /* [n_changes], oldest first */
} lgm_story;

/* A story with the records of its reports, in memory until it is closed. */
LGM_NODISCARD LGM_API lgm_status lgm_story_open(lgm_story **out, lgm_ledger *ledger, int64_t number,
                                                lgm_err *err);
LGM_API void lgm_story_close(lgm_story *story); /* NULL is fine */

/* ---- what is new ----------------------------------------------------------------------------- */

typedef struct lgm_story_news {
    int64_t story;
    const int64_t *reports; /* [n]: that the ledger learned since, and that count */
    size_t n;
    size_t before; /* how many it knew before, older versions too; 0 = the story is new */
} lgm_story_news;

/* Each story with reports that came in since, by its number. since: 2024-05-24, or a moment as
 * 2024-05-24T09:30:00Z. each returns LGM_OK to go on, and borrows the news until it returns. */
LGM_NODISCARD LGM_API lgm_status lgm_story_touched(lgm_ledger *ledger, const char *since,
                                                   lgm_status (*each)(void *ctx,
                                                                      const lgm_story_news *news),
                                                   void *ctx, lgm_err *err);

/* ---- why ------------------------------------------------------------------------------------- */

/* What two reports have in common, and from OTHER_PERSON on what they have not. */
typedef enum lgm_story_reason_kind {
    LGM_STORY_NAMES, /* persons and bodies */
    LGM_STORY_PLACES,
    LGM_STORY_DAYS,
    LGM_STORY_FIGURES,
    LGM_STORY_WORDS,        /* rare ones */
    LGM_STORY_OTHER_PERSON, /* whom either names most */
    LGM_STORY_OTHER_PLACE,  /* that which either names most */
    LGM_STORY_OTHER_DAY     /* that of publication, else the first that either names */
} lgm_story_reason_kind;
LGM_API const char *lgm_story_reason_name(lgm_story_reason_kind kind); /* "names", "other place" */

typedef struct lgm_story_reason {
    lgm_story_reason_kind kind;
    lgm_str words; /* as report a has them: "Ilsa Renmark; Northgate Terminals" */
    lgm_str other; /* of the last three: as b has them */
} lgm_story_reason;

/* In words: why two reports may tell one story, and why two; those of a kind together. *out is to
 * be freed with lgm_string_free, after a cast, and all that it has with it. */
LGM_NODISCARD LGM_API lgm_status lgm_story_reasons(const lgm_record *a, const lgm_record *b,
                                                   lgm_story_reason **out, size_t *n, lgm_err *err);

/* The story that a report is in; 0 = it was not looked at yet. */
LGM_NODISCARD LGM_API lgm_status lgm_story_of(lgm_ledger *ledger, int64_t report, int64_t *story,
                                              lgm_err *err);
/* How many reports were not looked at yet. */
LGM_NODISCARD LGM_API lgm_status lgm_story_left(lgm_ledger *ledger, uint64_t *n, lgm_err *err);

#ifdef __cplusplus
}
#endif
#endif
