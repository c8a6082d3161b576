/*
 * asked_values.h - what people write behind a condition, as values of a statement.
 */
#ifndef LGM_ASK_ASKED_VALUES_H
#define LGM_ASK_ASKED_VALUES_H

#include "ask/kind.h"

typedef enum lgm_ask_value_kind {
    LGM_ASK_VALUE_NULL,
    LGM_ASK_VALUE_TEXT,
    LGM_ASK_VALUE_INT,
    LGM_ASK_VALUE_NUMBER
} lgm_ask_value_kind;

typedef struct lgm_ask_value {
    lgm_ask_value_kind kind;
    lgm_slice text; /* ends in a NUL, too */
    double number;
} lgm_ask_value;

typedef struct lgm_ask_values {
    lgm_ask_value at[2];
    size_t n;
} lgm_ask_values;

/* name: of the condition, for messages. LGM_E_ARG: it is no day, number or word. */
LGM_NODISCARD lgm_status lgm_ask_values_of(lgm_ask_values *out, lgm_ask_take take, const char *name,
                                           const char *value, lgm_arena *arena, lgm_err *err);

#endif
