/* json_make.c - see json_make.h. */
#include "json_make.h"

void make_value(json_object *o, const char *key, json_object *value)
{
    json_object_object_add(o, key, value);
}

void make_text(json_object *o, const char *key, const char *s)
{
    make_value(o, key, s ? json_object_new_string(s) : NULL);
}

void make_number(json_object *o, const char *key, int64_t n)
{
    make_value(o, key, json_object_new_int64(n));
}

void make_switch(json_object *o, const char *key, bool is)
{
    make_value(o, key, json_object_new_boolean(is));
}

void make_built(json_object *o, const char *key, strbuf *b)
{
    make_value(o, key, json_object_new_string_len(b->len ? b->at : "", (int)b->len));
    strbuf_done(b);
}

json_object *made_value(json_object *o, const char *key)
{
    json_object *value = NULL;
    if (json_object_is_type(o, json_type_object)) json_object_object_get_ex(o, key, &value);
    return value;
}

static json_object *of_type(json_object *o, const char *key, json_type type)
{
    json_object *const value = made_value(o, key);
    return value && json_object_is_type(value, type) ? value : NULL;
}

json_object *made_object(json_object *o, const char *key)
{
    return of_type(o, key, json_type_object);
}

json_object *made_list(json_object *o, const char *key)
{
    return of_type(o, key, json_type_array);
}

const char *made_text(json_object *o, const char *key)
{
    json_object *const value = of_type(o, key, json_type_string);
    return value ? json_object_get_string(value) : NULL;
}

const char *made_line(json_object *value, size_t *len)
{
    return json_object_to_json_string_length(
        value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, len);
}
