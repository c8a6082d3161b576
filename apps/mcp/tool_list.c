/*
 * tool_list.c - the list of tools: tools.json, what all answers share, and the conditions of
 * questions, which are of the same table as the options of the commands.
 */
#include <string.h>

#include "json_make.h"
#include "legomena/question.h"
#include "page_files.h"
#include "tools.h"

static json_object *words_of(const char *words)
{
    json_object *const list = json_object_new_array();
    while (*words) {
        const size_t n = strcspn(words, " ");
        json_object_array_add(list, json_object_new_string_len(words, (int)n));
        words += n + (words[n] == ' ');
    }
    return list;
}

static json_object *property_of(const lgm_question_condition *k)
{
    json_object *const o = json_object_new_object();
    const bool closed = k->words && strcmp(k->value, "WHAT") != 0;
    make_text(o, "type", k->value ? "string" : "boolean");
    make_text(o, "description", k->help);
    if (closed) make_value(o, "enum", words_of(k->words));
    return o;
}

/* The conditions come before what all lists have. */
static void add_conditions(json_object *tool)
{
    const char *const asks = made_text(tool, "asks");
    const lgm_question_kind *kind = lgm_question_kinds();
    if (!asks) return;
    json_object *const schema = made_object(tool, "inputSchema"), *const properties =
                                                                      json_object_new_object();
    while (kind->name && strcmp(kind->name, asks) != 0) kind++;
    for (size_t i = 0; i < kind->n_conditions; i++)
        make_value(properties, kind->conditions[i].name, property_of(&kind->conditions[i]));
    json_object_object_foreach (made_object(schema, "properties"), key, value)
        make_value(properties, key, json_object_get(value));
    make_value(schema, "properties", properties);
    json_object_object_del(tool, "asks");
}

/* The schema of what is quoted becomes that of the answer. */
static void wrap_output(json_object *tool, json_object *shared)
{
    json_object *answer = NULL;
    json_object *const quoted = json_object_get(made_object(tool, "outputSchema"));
    json_object_deep_copy(made_object(shared, "answer"), &answer, NULL);
    make_value(made_object(answer, "properties"), "quoted", quoted);
    make_value(answer, "$defs", json_object_get(made_object(shared, "defs")));
    make_value(tool, "outputSchema", answer);
    make_value(tool, "annotations", json_object_get(made_object(shared, "annotations")));
}

json_object *mcp_tool_list(void)
{
    json_object *const shared = json_tokener_parse(page_file_find("tools.json")->at);
    json_object *const list = json_object_get(made_list(shared, "tools"));
    for (size_t i = 0; list && i < json_object_array_length(list); i++) {
        json_object *const tool = json_object_array_get_idx(list, i);
        add_conditions(tool);
        wrap_output(tool, shared);
    }
    json_object_put(shared);
    return list;
}
