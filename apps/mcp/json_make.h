/* json_make.h - values of json-c, made and asked in a line each. */
#ifndef MCP_JSON_MAKE_H
#define MCP_JSON_MAKE_H

#include <json-c/json.h>
#include <stdbool.h>
#include <stdint.h>

#include "strbuf.h"

/* Into an object; s NULL = null. */
void make_text(json_object *o, const char *key, const char *s);
void make_number(json_object *o, const char *key, int64_t n);
void make_switch(json_object *o, const char *key, bool is);
void make_value(json_object *o, const char *key, json_object *value); /* takes it; NULL = null */
/* The same as a text of the buffer, which is freed. */
void make_built(json_object *o, const char *key, strbuf *b);

/* What an object has; NULL where it has none of the key and the type. Borrowed. */
json_object *made_value(json_object *o, const char *key);
json_object *made_object(json_object *o, const char *key);
json_object *made_list(json_object *o, const char *key);
const char *made_text(json_object *o, const char *key);

/* In one line. Borrowed from the value; NULL: no memory. */
const char *made_line(json_object *value, size_t *len);

#endif
