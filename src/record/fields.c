/* fields.c - small pieces of a record. */
#include "record/fields.h"

#include <stdio.h>

void lgm_field_text(lgm_json *w, const char *key, lgm_slice s)
{
    lgm_json_key(w, key);
    lgm_json_str(w, s);
}

void lgm_field_null(lgm_json *w, const char *key)
{
    lgm_json_key(w, key);
    lgm_json_null(w);
}

void lgm_field_empty(lgm_json *w, const char *key)
{
    lgm_json_key(w, key);
    lgm_json_row(w, '[');
    lgm_json_close(w);
}

void lgm_json_id(lgm_json *w, char letter, uint64_t i)
{
    char id[24];
    snprintf(id, sizeof id, "%c%llu", letter, (unsigned long long)(i + 1));
    lgm_json_text(w, id);
}

void lgm_field_id(lgm_json *w, char letter, uint64_t i)
{
    lgm_json_key(w, "id");
    lgm_json_id(w, letter, i);
}

void lgm_json_span(lgm_json *w, lgm_cpspan s)
{
    lgm_json_row(w, '[');
    lgm_json_uint(w, s.start);
    lgm_json_uint(w, s.end);
    lgm_json_close(w);
}
