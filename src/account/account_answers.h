/*
 * account_answers.h - what one report answers to the questions that a story raises: how many were
 * killed, who did it, where, when, of what somebody is charged.
 *
 * Figures are those of the record; names, places and days are those of its entities and times that
 * stand with what happened; ages, distances and offences are read from the text. Sentences that
 * tell of another time are left to the background. docs/accounts.md says what counts as an answer.
 *
 * Owns    answers live in the arena and borrow from the record.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET.
 */
#ifndef LGM_ACCOUNT_ACCOUNT_ANSWERS_H
#define LGM_ACCOUNT_ACCOUNT_ANSWERS_H

#include "base/base.h"
#include "legomena/account.h"

LGM_NODISCARD lgm_status lgm_account_answers(lgm_account_list *out, const lgm_record *record,
                                             lgm_arena *arena, lgm_err *err);

#endif
