/*
 * openapi.c - GET /api: the document of the API, OpenAPI 3.1. The paths of questions are made of
 * the same table as the questions; the others stand in openapi_fixed.json.
 */
#include <json-c/json.h>
#include <stdio.h>
#include <string.h>

#include "handlers.h"
#include "legomena/question.h"
#include "page_files.h"

/* Days that each month has; that February has 29 is more than a pattern can say. */
#define DAYS "^([0-9]{3}[1-9](-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?|today|yesterday)?$"

static json_object *text(const char *s)
{
    return json_object_new_string(s);
}

static json_object *reference(const char *to)
{
    json_object *const o = json_object_new_object();
    json_object_object_add(o, "$ref", text(to));
    return o;
}

static json_object *words(const char *list)
{
    json_object *const a = json_object_new_array();
    while (*list) {
        const size_t n = strcspn(list, " ");
        json_object_array_add(a, json_object_new_string_len(list, (int)n));
        list += n + (list[n] == ' ');
    }
    return a;
}

static json_object *schema_of(const lgm_question_condition *c)
{
    json_object *const s = json_object_new_object();
    const bool closed = c->words && strcmp(c->value, "WHAT") != 0;
    json_object_object_add(s, "type", text(c->value ? "string" : "boolean"));
    if (closed) json_object_object_add(s, "enum", words(c->words));
    if (c->value && strcmp(c->value, "DAY") == 0) json_object_object_add(s, "pattern", text(DAYS));
    if (c->value && strcmp(c->value, "N") == 0)
        json_object_object_add(s, "pattern", text("^[0-9]{1,9}$"));
    return s;
}

static json_object *parameters_of(const lgm_question_kind *k)
{
    static const char *const shared[] = {"limit", "cursor", "reverse", "redact"};
    char to[48];
    json_object *const a = json_object_new_array();
    for (size_t i = 0; i < k->n_conditions; i++) {
        json_object *const p = json_object_new_object();
        const bool needed =
            strcmp(k->name, "search") == 0 && strcmp(k->conditions[i].name, "text") == 0;
        json_object_object_add(p, "name", text(k->conditions[i].name));
        json_object_object_add(p, "in", text("query"));
        if (needed) json_object_object_add(p, "required", json_object_new_boolean(1));
        json_object_object_add(p, "description", text(k->conditions[i].help));
        json_object *const schema = schema_of(&k->conditions[i]);
        if (needed) json_object_object_add(schema, "minLength", json_object_new_int(1));
        json_object_object_add(p, "schema", schema);
        json_object_array_add(a, p);
    }
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++) {
        snprintf(to, sizeof to, "#/components/parameters/%s", shared[i]);
        json_object_array_add(a, reference(to));
    }
    return a;
}

static json_object *typed(const char *type)
{
    json_object *const s = json_object_new_object(), *const a = json_object_new_array();
    json_object_array_add(a, text(type));
    json_object_array_add(a, text("null"));
    json_object_object_add(s, "type", a);
    return s;
}

static json_object *row_of(const lgm_question_kind *k)
{
    json_object *const s = json_object_new_object(), *const fields = json_object_new_object(),
                       *const needed = json_object_new_array();
    for (size_t i = 0; i < k->n_columns; i++) {
        json_object *const field =
            typed(k->columns[i].type == LGM_COLUMN_NUMBER ? "number" : "string");
        json_object_object_add(field, "description", text(k->columns[i].help));
        json_object_object_add(fields, k->columns[i].name, field);
        json_object_array_add(needed, text(k->columns[i].name));
    }
    json_object_object_add(s, "type", text("object"));
    json_object_object_add(s, "required", needed);
    json_object_object_add(s, "properties", fields);
    return s;
}

static json_object *answer_of(const lgm_question_kind *k)
{
    json_object *const s = json_object_new_object(), *const fields = json_object_new_object(),
                       *const rows = json_object_new_object(),
                       *const needed = json_object_new_array();
    json_object_object_add(rows, "type", text("array"));
    json_object_object_add(rows, "items", row_of(k));
    json_object_object_add(fields, k->name, rows);
    json_object_object_add(fields, "next", typed("string"));
    json_object_object_add(fields, "coverage", reference("#/components/schemas/Coverage"));
    json_object_array_add(needed, text(k->name));
    json_object_array_add(needed, text("next"));
    json_object_array_add(needed, text("coverage"));
    json_object_object_add(s, "type", text("object"));
    json_object_object_add(s, "required", needed);
    json_object_object_add(s, "properties", fields);
    return s;
}

/* {key: value} */
static json_object *within(const char *key, json_object *value)
{
    json_object *const o = json_object_new_object();
    json_object_object_add(o, key, value);
    return o;
}

static json_object *operation_of(const lgm_question_kind *k)
{
    json_object *const o = json_object_new_object(), *const answers = json_object_new_object(),
                       *const found = json_object_new_object(),
                       *const same = json_object_new_object();
    json_object_object_add(found, "description", text("The rows, a page of them"));
    json_object_object_add(found, "content",
                           within("application/json", within("schema", answer_of(k))));
    json_object_object_add(same, "description", text("Nothing has changed"));
    json_object_object_add(answers, "200", found);
    json_object_object_add(answers, "304", same);
    json_object_object_add(answers, "default", reference("#/components/responses/Problem"));
    json_object_object_add(o, "summary", text(k->help));
    json_object_object_add(o, "operationId", text(k->name));
    json_object_object_add(o, "parameters", parameters_of(k));
    json_object_object_add(o, "responses", answers);
    return o;
}

static json_object *info(void)
{
    json_object *const o = json_object_new_object();
    json_object_object_add(o, "title", text("legomena"));
    json_object_object_add(o, "version", text(LGM_VERSION));
    json_object_object_add(o, "description",
                           text("Who said what, through whom, who says otherwise, and what is "
                                "claimed to have happened, out of one ledger."));
    return o;
}

static json_object *security(void)
{
    json_object *const a = json_object_new_array();
    json_object_array_add(a, within("token", json_object_new_array()));
    json_object_array_add(a, within("cookie", json_object_new_array()));
    return a;
}

void handle_openapi(exchange *x)
{
    char path[64];
    const page_file *const fixed = page_file_find("openapi_fixed.json");
    json_object *const whole = json_object_new_object(), *const rest =
                                                             json_tokener_parse(fixed->at);
    json_object *paths;
    json_object_object_get_ex(rest, "paths", &paths);
    for (const lgm_question_kind *k = lgm_question_kinds(); k->name; k++) {
        snprintf(path, sizeof path, "/api/%s", k->name);
        json_object *there;
        if (json_object_object_get_ex(paths, path, &there))
            json_object_object_add(there, "get", operation_of(k));
        else
            json_object_object_add(paths, path, within("get", operation_of(k)));
    }
    json_object_object_add(whole, "openapi", text("3.1.0"));
    json_object_object_add(whole, "info", info());
    json_object_object_add(whole, "security", security());
    json_object_object_foreach (rest, key, value)
        json_object_object_add(whole, key, json_object_get(value));
    const char *const s = json_object_to_json_string_ext(whole, JSON_C_TO_STRING_PRETTY |
                                                                    JSON_C_TO_STRING_NOSLASHESCAPE);
    strbuf_puts(&x->out, s);
    strbuf_puts(&x->out, "\n");
    json_object_put(whole);
    json_object_put(rest);
}
