/* arguments.c - see arguments.h. */
#include "arguments.h"

#include <string.h>

#include "json_make.h"
#include "suggest.h"

/* A whole number is a text as it is written: models send the number of a report as either. */
static bool is_of(json_object *value, const char *type)
{
    static const struct {
        const char *name;
        json_type type;
    } types[] = {{"string", json_type_string},
                 {"integer", json_type_int},
                 {"boolean", json_type_boolean},
                 {"array", json_type_array}};
    if (type && strcmp(type, "string") == 0 && json_object_is_type(value, json_type_int))
        return true;
    for (size_t i = 0; type && i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].name, type) == 0) return json_object_is_type(value, types[i].type);
    return false;
}

static void put_words(strbuf *why, json_object *list)
{
    for (size_t i = 0; i < json_object_array_length(list); i++)
        strbuf_printf(why, "%s%s", i ? ", " : "",
                      json_object_get_string(json_object_array_get_idx(list, i)));
}

static bool fits_enum(json_object *value, json_object *words, const char *name, strbuf *why)
{
    for (size_t i = 0; words && i < json_object_array_length(words); i++)
        if (json_object_equal(value, json_object_array_get_idx(words, i))) return true;
    if (!words) return true;
    strbuf_printf(why, "%s: should be one of ", name);
    put_words(why, words);
    return false;
}

static bool fits_bounds(json_object *value, json_object *schema, const char *name, strbuf *why)
{
    json_object *const least = made_value(schema, "minimum"), *const most =
                                                                  made_value(schema, "maximum");
    const int64_t n = json_object_get_int64(value);
    if ((!least || n >= json_object_get_int64(least)) &&
        (!most || n <= json_object_get_int64(most)))
        return true;
    strbuf_printf(why, "%s: should be %lld or more", name, (long long)json_object_get_int64(least));
    if (most) strbuf_printf(why, ", and at most %lld", (long long)json_object_get_int64(most));
    return false;
}

static bool fits_text(json_object *value, const char *name, strbuf *why)
{
    const size_t len = (size_t)json_object_get_string_len(value);
    if (len && strlen(json_object_get_string(value)) == len) return true;
    strbuf_printf(why, len ? "%s: has a NUL in it" : "%s: is empty", name);
    return false;
}

static bool fits(json_object *value, json_object *schema, const char *name, strbuf *why)
{
    const char *const type = made_text(schema, "type");
    if (!is_of(value, type)) {
        strbuf_printf(why, "%s: should be a value of the type %s", name, type);
        return false;
    }
    if (!fits_enum(value, made_list(schema, "enum"), name, why)) return false;
    if (json_object_is_type(value, json_type_int)) return fits_bounds(value, schema, name, why);
    if (json_object_is_type(value, json_type_string)) return fits_text(value, name, why);
    if (!json_object_is_type(value, json_type_array)) return true;
    for (size_t i = 0; i < json_object_array_length(value); i++)
        if (!fits(json_object_array_get_idx(value, i), made_object(schema, "items"), name, why))
            return false;
    return true;
}

static void put_unknown(strbuf *why, const char *name, json_object *properties)
{
    suggestion s = suggest_start(name, strlen(name));
    size_t n = 0;
    json_object_object_foreach (properties, known, schema) {
        (void)schema;
        suggest_try(&s, known, strlen(known));
    }
    strbuf_printf(why, "%.60s: there is no such argument", name);
    if (s.best) strbuf_printf(why, " (did you mean %.*s?)", (int)s.best_len, s.best);
    strbuf_puts(why, "; there are ");
    json_object_object_foreach (properties, one, its) {
        (void)its;
        strbuf_printf(why, "%s%s", n++ ? ", " : "", one);
    }
}

bool mcp_arguments_fit(json_object *arguments, json_object *schema, strbuf *why)
{
    json_object *const properties = made_object(schema, "properties"), *const required = made_list(
                                                                           schema, "required");
    if (arguments) {
        json_object_object_foreach (arguments, name, value) {
            json_object *const its = made_object(properties, name);
            if (!its) {
                put_unknown(why, name, properties);
                return false;
            }
            if (value && !fits(value, its, name, why)) return false;
        }
    }
    for (size_t i = 0; required && i < json_object_array_length(required); i++) {
        const char *const name = json_object_get_string(json_object_array_get_idx(required, i));
        if (made_value(arguments, name)) continue;
        strbuf_printf(why, "%s: is missing: %s", name,
                      made_text(made_object(properties, name), "description"));
        return false;
    }
    return true;
}
