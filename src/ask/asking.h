/*
 * asking.h - a question as it was put. Internal to question.c, statement.c and
 *            redacted_rows.c.
 */
#ifndef LGM_ASK_ASKING_H
#define LGM_ASK_ASKING_H

#include "ask/asked_values.h"
#include "ask/kind.h"
#include "base/buf.h"
#include "ledger/ledger_file.h"

typedef struct lgm_ask_asked { /* a condition with its value */
    size_t which;              /* of the kind */
    lgm_ask_values values;
} lgm_ask_asked;

struct lgm_question {
    lgm_ledger *ledger;
    const lgm_question_kind *shown;
    const lgm_ask_kind *kind;
    lgm_arena *arena;
    LGM_VEC(lgm_ask_asked) conditions;
    const char *as_of; /* a moment; NULL = now */
    const char *words; /* that a search was asked for */
    uint64_t limit, offset;
    bool reversed, withdrawn; /* withdrawn: reports that are, too */
    lgm_ledger_query *query;  /* while rows are read */
    lgm_question_value *row;
    lgm_buf snippet;
    lgm_redactions *redactions; /* NULL = all is shown */
    char **cells;               /* [n_columns]: of a row with placeholders, what they are kept in */
};

/* Puts placeholders for names into the row: redacted_rows.c. */
LGM_NODISCARD lgm_status lgm_ask_redact_row(lgm_question *q, lgm_err *err);

#endif
