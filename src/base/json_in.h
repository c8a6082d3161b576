/*
 * json_in.h - reads JSON (RFC 8259) from memory, value by value, as the caller asks for it.
 *
 *     lgm_json_in r = {.at = s, .end = s + len, .start = s, .arena = arena, .err = err};
 *     lgm_slice key, name;
 *     if (lgm_json_enter(&r, '{'))
 *         while (lgm_json_member(&r, &key))
 *             if (lgm_slice_eq(key, LGM_SLICE("name"))) lgm_json_read_str(&r, &name);
 *             else lgm_json_skip(&r);
 *     lgm_json_finish(&r);
 *     if (r.status != LGM_OK) ...
 *
 * Strict: UTF-8 must be valid, control characters in strings, half surrogates, trailing commas, NaN
 * and anything behind the value are refused. The first error stays: every later call does
 * nothing and returns false, so that a caller asks once, at the end.
 *
 * Units   err->byte counts from start, err->line from 1.
 * Owns    a string without escapes is a slice of the input, one with them is written into the
 * arena.
 * Errors  LGM_E_FORMAT; LGM_E_BUDGET for brackets deeper than LGM_JSON_IN_DEPTH or a spent arena;
 *         LGM_E_NOMEM.
 * Cost    one pass; no memory but for strings with escapes.
 */
#ifndef LGM_BASE_JSON_IN_H
#define LGM_BASE_JSON_IN_H

#include "base/base.h"

enum { LGM_JSON_IN_DEPTH = 64 };

typedef struct lgm_json_in {
    const char *start, *at, *end;
    lgm_arena *arena;
    lgm_err *err; /* NULL is fine */
    lgm_status status;
    bool mend; /* half a surrogate pair becomes U+FFFD and is counted, instead of refused */
    uint32_t n_mended;
    uint32_t depth;
    bool begun[LGM_JSON_IN_DEPTH]; /* a value stands in this bracket already */
    char bracket[LGM_JSON_IN_DEPTH];
} lgm_json_in;

/* The first byte of the next value: '{' '[' '"' 't' 'f' 'n' '-' or a digit; 0 after an error. */
char lgm_json_peek(lgm_json_in *r);
/* Goes into an object '{' or array '['. */
bool lgm_json_enter(lgm_json_in *r, char bracket);
/* The next member's key, with the reader before its value; false where the object ends. */
bool lgm_json_member(lgm_json_in *r, lgm_slice *key);
/* Is there another item? False where the array ends. */
bool lgm_json_item(lgm_json_in *r);
bool lgm_json_read_null(lgm_json_in *r); /* true and past it where the next value is null */
bool lgm_json_read_bool(lgm_json_in *r, bool *out);
bool lgm_json_read_str(lgm_json_in *r, lgm_slice *out);
/* A number times 10^digits, rounded half away from zero: "0.876" with 2 digits is 88. Refused
 * beyond 18 digits. With digits 0 a number that is no integer is refused. */
bool lgm_json_read_number(lgm_json_in *r, unsigned digits, int64_t *out);
bool lgm_json_skip(lgm_json_in *r); /* any value */
/* Nothing but white space may follow. */
bool lgm_json_finish(lgm_json_in *r);
/* Notes an error at the reader's place; returns false. */
bool lgm_json_refuse(lgm_json_in *r, lgm_status status, const char *fmt, ...) LGM_PRINTF(3, 4);

#endif
