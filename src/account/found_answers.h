/*
 * found_answers.h - answers as they are found: each once, with who says it. Internal.
 *
 * Files   found_answers.c, deeds.c, figure_answers.c, age_answers.c, place_answers.c,
 *         day_answers.c, party_answers.c, suspect_answers.c,
 *         cause_answers.c, charge_answers.c.
 */
#ifndef LGM_ACCOUNT_FOUND_ANSWERS_H
#define LGM_ACCOUNT_FOUND_ANSWERS_H

#include "account/told_text.h"
#include "legomena/account.h"

typedef struct lgm_account_deed { /* an event that happened, of a kind that answers questions */
    uint32_t event, word, kinds;
} lgm_account_deed;

typedef struct lgm_account_found {
    const lgm_account_text *text;
    lgm_arena *arena;
    LGM_VEC(lgm_account_deed) deeds;
    uint8_t *has_deed; /* [sentences]: one of them is told there */
    LGM_VEC(lgm_account_answer) answers;
    bool failed; /* no memory: the arena knows why */
} lgm_account_found;

/* Of a question and a span, nothing else known. */
lgm_account_answer lgm_account_blank(lgm_account_question q, lgm_cpspan span);
/* Gives it its speaker, and adds it. What was found before is left out. */
void lgm_account_add(lgm_account_found *f, lgm_account_answer answer);
/* Same letters, whatever their case. */
bool lgm_account_same_words(lgm_str a, lgm_str b);

/* The mention of an entity that is nearest to a deed, and is no pronoun; false where there is none.
 * named: of its names alone. */
bool lgm_account_nearest(const lgm_record *r, uint32_t entity, uint32_t at, bool named,
                         lgm_cpspan *out, bool *is_name);

/* ---- who finds what ---- */

void lgm_account_find_deeds(lgm_account_found *f);

void lgm_account_find_figures(lgm_account_found *f);
void lgm_account_find_parts(lgm_account_found *f);
void lgm_account_find_ages(lgm_account_found *f);
void lgm_account_find_distances(lgm_account_found *f);
void lgm_account_find_places(lgm_account_found *f);
void lgm_account_find_days(lgm_account_found *f);
void lgm_account_find_suspects(lgm_account_found *f);
void lgm_account_find_parties(lgm_account_found *f);
void lgm_account_find_causes(lgm_account_found *f);
void lgm_account_find_charges(lgm_account_found *f);

#endif
