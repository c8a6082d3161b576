/*
 * json_out.h - writes JSON into a buffer, as one line or pretty-printed.
 *
 *     lgm_json w = {.out = &buf, .pretty = true};
 *     lgm_json_open(&w, '{');
 *     lgm_json_key(&w, "span");  lgm_json_row(&w, '[');  lgm_json_uint(&w, 0);  lgm_json_close(&w);
 *     lgm_json_close(&w);
 *
 * A row is an array or object that stands on one line in pretty output too. Nesting is the caller's
 * code and therefore bounded: LGM_JSON_DEPTH is asserted.
 */
#ifndef LGM_BASE_JSON_OUT_H
#define LGM_BASE_JSON_OUT_H

#include "base/buf.h"

enum { LGM_JSON_DEPTH = 16 };

typedef struct lgm_json {
    lgm_buf *out;
    bool pretty;
    uint8_t depth, rows; /* open brackets; how many of them are rows */
    bool after_key;
    bool any[LGM_JSON_DEPTH]; /* something stands in this bracket already */
    char bracket[LGM_JSON_DEPTH];
} lgm_json;

void lgm_json_open(lgm_json *w, char bracket); /* '{' or '[' */
void lgm_json_row(lgm_json *w, char bracket);
void lgm_json_close(lgm_json *w);
void lgm_json_key(lgm_json *w, const char *key); /* plain ASCII, written as it is */

void lgm_json_null(lgm_json *w);
void lgm_json_uint(lgm_json *w, uint64_t value);
void lgm_json_int(lgm_json *w, int64_t value);
void lgm_json_bool(lgm_json *w, bool value);
/* Valid UTF-8; ptr NULL gives null. Control characters, those above 0x7e included, are escaped. */
void lgm_json_str(lgm_json *w, lgm_slice s);
void lgm_json_text(lgm_json *w, const char *s); /* NULL gives null */
/* With five decimals at most, without zeros at its end: 50.45466, 7.0. */
void lgm_json_degrees(lgm_json *w, double value);
/* 0 or more and below 1e15, with three decimals at most: 140, 6.4. */
void lgm_json_number(lgm_json *w, double value);
/* value in 0..1 with two decimals, rounded in integers so that it is the same everywhere. */
void lgm_json_share(lgm_json *w, float value);
/* The same hundredths, 0 to 100. */
uint32_t lgm_json_hundredths(float value);

#endif
