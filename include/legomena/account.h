/*
 * account.h - accounts: question by question, what the reports of a story answer, and who says so.
 *
 *     lgm_story *s;
 *     lgm_accounts *a;
 *     if (lgm_story_open(&s, ledger, 12, &err) == LGM_OK &&
 *         lgm_accounts_of(&a, s->reports, s->n, &err) == LGM_OK) {
 *         for (size_t i = 0; i < a->n; i++) ... a->at[i].question ... a->at[i].said[k].answer ...
 *         lgm_accounts_free(a);
 *     }
 *
 * An account is one answer to one question, with all reports that give it. Figures are one where
 * they have the same bounds, in one unit (feet are metres), for the same scope and, of things that
 * are counted, of the same things; names where one has all words of the other, days where they are
 * the same. "At least 22" and "24" stay two, and a link says that the one holds the other.
 *
 * Links   tell of two accounts of one question how they stand to one another; none rules which is
 *         right. What is not known is "differs".
 * Copies  a report that has another one's text (told.h) tells nothing of its own: it is listed and
 *         not counted.
 * Owns    accounts borrow from the records of the story, and end before it does.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET.
 */
#ifndef LEGOMENA_ACCOUNT_H
#define LEGOMENA_ACCOUNT_H

#include "legomena/told.h"

#ifdef __cplusplus
extern "C" {
#endif

/* name, in words, what its answers are: F a figure, W words, D a day */
#define LGM_ACCOUNT_QUESTIONS(X)                                                                   \
    X(KILLED, "killed", "how many were killed", F)                                                 \
    X(WOUNDED, "wounded", "how many were wounded", F)                                              \
    X(CASUALTIES, "casualties", "how many were killed or wounded", F)                              \
    X(MISSING, "missing", "how many are missing", F)                                               \
    X(ARRESTED, "arrested", "how many were arrested", F)                                           \
    X(CAPTURED, "captured", "how many were captured", F)                                           \
    X(HOSTAGES, "hostages", "how many are hostages", F)                                            \
    X(RESCUED, "rescued", "how many were rescued", F)                                              \
    X(DISPLACED, "displaced", "how many had to leave", F)                                          \
    X(PROTESTERS, "protesters", "how many took part", F)                                           \
    X(SEIZED, "seized", "what was seized", F)                                                      \
    X(AMOUNT, "amount", "how much money", F)                                                       \
    X(MAGNITUDE, "magnitude", "of which magnitude", F)                                             \
    X(DISTANCE, "distance", "how far", F)                                                          \
    X(AGE, "age", "how old", F)                                                                    \
    X(SENTENCED, "sentenced", "to how many years", F)                                              \
    X(WHO, "who", "who did it", W)                                                                 \
    X(VICTIM, "victim", "whom it befell", W)                                                       \
    X(WHERE, "where", "where", W)                                                                  \
    X(WHEN, "when", "when", D)                                                                     \
    X(CAUSE, "cause", "why", W)                                                                    \
    X(CHARGE, "charge", "of what somebody is charged", W)

typedef enum lgm_account_question {
#define LGM_ACCOUNT_ENUM(name, text, words, kind) LGM_ACCOUNT_##name,
    LGM_ACCOUNT_QUESTIONS(LGM_ACCOUNT_ENUM)
#undef LGM_ACCOUNT_ENUM
        LGM_ACCOUNT_N
} lgm_account_question;
LGM_API const char *lgm_account_question_name(lgm_account_question q);  /* "killed"; NULL for _N */
LGM_API const char *lgm_account_question_words(lgm_account_question q); /* "how many were killed" */
LGM_API char lgm_account_question_kind(lgm_account_question q);         /* 'F', 'W' or 'D' */

/* ---- of one report --------------------------------------------------------------------------- */

/* Who says an answer may deny it: "denied murder", "were not due to bad weather". */
#define LGM_ACCOUNT_STANCES(X) X(SAYS, "says") X(DENIES, "denies") X(DOUBTS, "doubts")
typedef enum lgm_account_stance {
#define LGM_ACCOUNT_STANCE_ENUM(name, text) LGM_ACCOUNT_##name,
    LGM_ACCOUNT_STANCES(LGM_ACCOUNT_STANCE_ENUM)
#undef LGM_ACCOUNT_STANCE_ENUM
} lgm_account_stance;
LGM_API const char *lgm_account_stance_name(lgm_account_stance stance); /* "denies" */

typedef struct lgm_account_answer {
    lgm_account_question question;
    double value, upper; /* of a figure; upper: the end of a range, else 0 */
    lgm_relation relation;
    lgm_str unit;  /* of a figure; unknown: so many */
    lgm_str day;   /* of `when`: YYYY-MM-DD; unknown: a day that the report does not tell */
    lgm_str words; /* the report's words; of a figure: of whom or of what, where they are there */
    lgm_cpspan span;
    lgm_account_stance stance;
    lgm_str speaker; /* as worded: "the spokesman"; unknown = the report in its own voice */
    uint32_t claim;  /* within which it stands; LGM_NONE */
    uint32_t entity, event, figure, time; /* of the record; LGM_NONE */
    lgm_extent extent;
    uint32_t scope_place;
    int aside; /* 1 = of another time, told for comparison */
} lgm_account_answer;

typedef LGM_LIST(lgm_account_answer) lgm_account_list;

/* ---- of all reports of a story --------------------------------------------------------------- */

typedef struct lgm_account_said {
    uint32_t report; /* of the list of reports */
    const lgm_account_answer *answer;
} lgm_account_said;

typedef struct lgm_account {
    const lgm_account_answer *answer;   /* the one of the said that tells most */
    LGM_LIST(lgm_account_said) said;    /* oldest first */
    size_t n_reports;                   /* with texts of their own */
    size_t least_origins, most_origins; /* origins.h */
    lgm_str first, last; /* days on which it was said, else published; unknown where none is */
    int aside;           /* 1 = all tell it of another time */
} lgm_account;

/*
 * How two accounts of one question stand to one another.
 *   HOLDS         the bounds of a hold b: "at least 22" and "24"; a month and a day of it
 *   REVISED       one speaker said a, and later b
 *   SUPERSEDED    a is no longer said by anyone since b is: of figures that grow, and of days
 *                 later; or a report says that b replaces it: "to 14 from 11", a correction
 *   CONTRADICTED  two speakers are at odds, in the same days
 *   SCOPE         of other people, things, places or times; also where one report tells both
 *   DENIED        what a says is what b denies or doubts
 *   SPELLING      one name in two spellings, as far as names can tell
 *   DIFFERS       what is not known
 */
#define LGM_ACCOUNT_LINKS(X)                                                                       \
    X(HOLDS, "holds")                                                                              \
    X(REVISED, "revised")                                                                          \
    X(SUPERSEDED, "superseded")                                                                    \
    X(CONTRADICTED, "contradicted")                                                                \
    X(SCOPE, "scope")                                                                              \
    X(DENIED, "denied")                                                                            \
    X(SPELLING, "spelling")                                                                        \
    X(DIFFERS, "differs")
typedef enum lgm_account_link_kind {
#define LGM_ACCOUNT_LINK_ENUM(name, text) LGM_ACCOUNT_LINK_##name,
    LGM_ACCOUNT_LINKS(LGM_ACCOUNT_LINK_ENUM)
#undef LGM_ACCOUNT_LINK_ENUM
} lgm_account_link_kind;
LGM_API const char *lgm_account_link_name(lgm_account_link_kind kind); /* "revised" */

typedef struct lgm_account_link {
    lgm_account_link_kind kind;
    uint32_t a, b;                /* of the accounts; of a change a is the earlier one */
    lgm_str speaker;              /* of REVISED; unknown = the report of one publisher */
    const lgm_account_said *by_a; /* who says the one and the other; of HOLDS, SCOPE the first */
    const lgm_account_said *by_b;
} lgm_account_link;

typedef struct lgm_accounts {
    size_t n, n_links;
    const lgm_account *at;         /* [n]: by question; those that most reports have first */
    const lgm_account_link *links; /* [n_links]: by question */
    struct lgm_arena *arena;       /* what all of it lives in */
} lgm_accounts;

/* reports: oldest first; borrowed until the accounts are freed. */
LGM_NODISCARD LGM_API lgm_status lgm_accounts_of(lgm_accounts **out, const lgm_told *reports,
                                                 size_t n, lgm_err *err);
LGM_API void lgm_accounts_free(lgm_accounts *accounts); /* NULL is fine */

#ifdef __cplusplus
}
#endif
#endif
