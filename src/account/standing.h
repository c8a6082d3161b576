/*
 * standing.h - whether two accounts of one question tell of one thing and cannot both be right.
 * Time is left out of it: account_links.h. Internal.
 *
 * Figures of other kinds ("three boats", "26 pirates"), a smaller one of a kind beside a larger one
 * of people, those of events that other bodies brought about, and ages of other people are of two
 * things. Of reports that tell several figures those that are nearest in size are set against one
 * another: "200 feet" and "2,000 feet" here, "60 metres" and "700 metres" there.
 */
#ifndef LGM_ACCOUNT_STANDING_H
#define LGM_ACCOUNT_STANDING_H

#include "base/base.h"
#include "legomena/account.h"

/* Accounts of one question, and which of them each report tells. */
typedef struct lgm_account_field {
    const lgm_told *told;
    const lgm_account *at; /* [n]: of one question, none aside */
    uint32_t n, n_reports;
    const uint32_t *first; /* [n_reports + 1] */
    const uint32_t *of;    /* accounts, those of report r from first[r] to first[r + 1] */
} lgm_account_field;

LGM_NODISCARD lgm_status lgm_account_field_of(lgm_account_field *out, const lgm_told *told,
                                              const lgm_account *at, uint32_t n, lgm_arena *arena,
                                              lgm_err *err);

typedef enum lgm_account_standing {
    LGM_ACCOUNT_BESIDE,    /* told side by side: nothing is to be said of them */
    LGM_ACCOUNT_OF_OTHERS, /* figures of two things */
    LGM_ACCOUNT_WITHIN,    /* figures: the bounds of one have the other in them */
    LGM_ACCOUNT_DENIED,    /* one value, that one says and another denies */
    LGM_ACCOUNT_SPELLED,   /* one name in two spellings */
    LGM_ACCOUNT_EXCLUDES   /* of one thing, and both cannot be */
} lgm_account_standing;

/* by: of EXCLUDES and DENIED the first two reports that are to be set against one another. */
lgm_account_standing lgm_account_stand(const lgm_account_field *f, uint32_t a, uint32_t b,
                                       const lgm_account_said *by[2]);
/* What happened, where the answer is tied to it; else NULL. */
const lgm_event *lgm_account_event_of(const lgm_account_field *f, const lgm_account_said *s);
/* One report tells both, and not by two speakers: it tells them of two things. */
bool lgm_account_told_together(const lgm_account_field *f, uint32_t a, uint32_t b);
/* Of two reports of accounts that exclude each other: do these two? */
bool lgm_account_opposed(const lgm_account_field *f, uint32_t a, const lgm_account_said *x,
                         uint32_t b, const lgm_account_said *y);

#endif
